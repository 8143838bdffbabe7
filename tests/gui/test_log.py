import base64
import csv
import json
import os
from itertools import count
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from core.events import (
    ChildForked,
    ClientConnected,
    ClientConnecting,
    ClientSent,
    Entered,
    Event,
    Left,
    Listening,
    NotKept,
    Owner,
    Raised,
    Received,
    Spawned,
    ThreadStarted,
)
from core.history import History
from core.sentences import Kind
from gui import theme
from gui.event_rows import Column, EventRows
from gui.panes.log import LogPane
from tests.gui.robots.log import LogRobot

SERVER, WINDOW = 4242, 4000
MILLISECOND = 1_000_000

orders = count(1)


def tell(kind: Any, time: int, request: int, *facts: object, pid: int = SERVER, thread: int = SERVER) -> Any:
    return kind(time * MILLISECOND, pid, thread, request, next(orders), *facts)


def hook(time: int, name: str = "get_request", request: int = 0) -> Event:
    event: Event = tell(Entered, time, request, Owner.SERVER, name)
    return event


def received(time: int, data: bytes, request: int = 1) -> Event:
    event: Event = tell(Received, time, request, "recv", 50, request, "127.0.0.1:51014", len(data), data)
    return event


def history_of(*events: Event, limit: int = 10_000) -> History:
    history = History(limit)
    history.add(list(events))
    return history


@pytest.fixture
def pane(qtbot: Any) -> LogPane:
    pane = LogPane()
    qtbot.addWidget(pane)
    pane.resize(620, 600)
    pane.show()
    rows = pane.findChild(EventRows)
    assert rows is not None
    # Each breach of the rules for models is a Qt warning, and a warning fails the test.
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Warning, pane)
    return pane


@pytest.fixture
def log(qtbot: Any, pane: LogPane) -> LogRobot:
    return LogRobot(qtbot, pane)


def test_without_a_run_it_says_what_to_do(log: LogRobot) -> None:
    assert "Start a server" in log.emptiness()
    assert log.counts() == "0 events"


def test_before_anything_happens_it_says_what_to_do(log: LogRobot) -> None:
    assert "Send the server a message" in log.show_run(History()).emptiness()


def test_events_stand_in_order_with_time_place_request_and_kind(log: LogRobot) -> None:
    log.show_run(history_of(received(5, b"hi", request=7), hook(2)))
    assert log.sentences() == ["get_request() called", "recv() got 2 bytes · hi · from 127.0.0.1:51014"]
    assert log.column(Column.TIME) == ["0.000", "3.000"]
    assert log.column(Column.WHERE) == ["main 4242", "main 4242"]
    assert log.column(Column.REQUEST) == ["", "7"]
    assert log.column(Column.KIND) == ["hook", "bytes"]
    assert log.time_of_day(0).count(":") == 2


def test_places_have_names_as_soon_as_events_tell_them(log: LogRobot) -> None:
    thread = tell(ThreadStarted, 4, 1, "Thread-3 (process_request_thread)", thread=4250)
    child = tell(ChildForked, 5, 1, 4300)
    log.show_run(
        history_of(
            tell(Spawned, 1, 0, SERVER, pid=WINDOW),
            tell(Listening, 2, 0, "127.0.0.1", 9999),
            tell(Entered, 3, 0, Owner.SERVER, "serve_forever", thread=4243),
            thread,
            child,
            tell(Entered, 6, 1, Owner.HANDLER, "handle", pid=4300, thread=4300),
            tell(ClientSent, 7, 0, "A", "127.0.0.1:51014", 1, b"1", pid=WINDOW),
        )
    )
    places = ["window", "main 4242", "server loop", "Thread-3", "main 4242", "child 4300", "client A"]
    assert log.column(Column.WHERE) == places


def test_calls_within_calls_stand_further_in(log: LogRobot) -> None:
    log.show_run(history_of(hook(1, "finish_request", 1), received(2, b"x")))
    first, second = log.column(Column.WHAT)
    assert len(first) - len(first.lstrip()) < len(second) - len(second.lstrip())


def test_only_what_passes_the_filters_is_shown(log: LogRobot) -> None:
    log.show_run(history_of(hook(1, request=1), received(2, b"hello"), received(3, b"HELLO", 2), hook(4)))
    assert log.counts() == "4 events"
    assert len(log.only_kind(Kind.BYTES).sentences()) == 2
    assert len(log.only_kind(Kind.HOOK).sentences()) == 4
    assert len(log.only_request(2).sentences()) == 1
    assert log.counts() == "1 of 4 events"
    assert len(log.clear_filters().sentences()) == 4
    assert len(log.only_text("Hello").sentences()) == 2


def test_text_is_also_found_where_the_data_is_too_long_to_be_shown(log: LogRobot) -> None:
    log.show_run(history_of(received(1, b"x" * 5_000 + "Needle \u4f60\u597d".encode()), hook(2)))
    assert len(log.only_text("needle \u4f60\u597d").sentences()) == 1


def test_when_no_event_passes_the_filters_it_says_so(log: LogRobot) -> None:
    log.show_run(history_of(hook(1), hook(2)))
    assert not log.offers_to_clear_filters()
    log.only_text("nowhere")
    assert log.emptiness() == "Of 2 events none passes the filters."
    assert log.offers_to_clear_filters()


def test_polling_is_hidden_until_asked_for(log: LogRobot) -> None:
    log.show_run(history_of(hook(1, "service_actions"), hook(2), hook(3, "service_actions")))
    assert len(log.sentences()) == 1
    assert len(log.toggle_polling().sentences()) == 3


def test_filtering_by_request_is_offered_to_other_panes(log: LogRobot, pane: LogPane) -> None:
    log.show_run(history_of(hook(1, request=1), hook(2, request=2)))
    pane.filter_request(2)
    assert log.column(Column.REQUEST) == ["2"]


def test_choosing_an_event_tells_its_request(log: LogRobot, pane: LogPane, qtbot: Any) -> None:
    log.show_run(history_of(hook(1, request=3), hook(2)))
    with qtbot.waitSignal(pane.request_chosen) as told:
        log.choose(0)
    assert told.args == [3]
    with qtbot.waitSignal(pane.request_chosen) as told:
        log.choose(1)
    assert told.args == [0]


def test_a_request_is_marked_among_the_others(log: LogRobot, pane: LogPane) -> None:
    log.show_run(history_of(hook(1, request=1), hook(2, request=2), hook(3), hook(4, request=2)))
    assert log.marked() == []
    pane.highlight_request(2)
    assert log.marked() == [1, 3]
    pane.highlight_request(0)
    assert log.marked() == []


def of_client(time: int, kind: Any, *facts: object) -> Event:
    event: Event = tell(kind, time, 0, "A", *facts, pid=WINDOW)
    return event


def one_conversation() -> History:
    """Client A connects, is request 1, and sends something; request 2 is of a stranger."""
    place = "127.0.0.1:51014"
    return history_of(
        of_client(1, ClientConnecting, "127.0.0.1:9999"),
        of_client(2, ClientConnected, place, "127.0.0.1:9999"),
        tell(Left, 3, 1, Owner.SERVER, "get_request", place),
        tell(Left, 4, 2, Owner.SERVER, "get_request", "127.0.0.1:51015"),
        of_client(5, ClientSent, place, 2, b"hi"),
        received(6, b"hi"),
    )


def test_a_clients_own_events_are_marked_with_its_request(log: LogRobot, pane: LogPane) -> None:
    log.show_run(one_conversation())
    pane.highlight_request(1)
    assert log.marked() == [0, 1, 2, 4, 5]
    pane.highlight_request(2)
    assert log.marked() == [3]


def test_choosing_a_clients_event_tells_the_request_that_it_belongs_to(
    log: LogRobot, pane: LogPane, qtbot: Any
) -> None:
    log.show_run(one_conversation())
    with qtbot.waitSignal(pane.request_chosen) as told:
        log.choose(4)
    assert told.args == [1]


def test_at_an_earlier_moment_what_came_later_is_grey(log: LogRobot, pane: LogPane) -> None:
    log.show_run(history_of(*(hook(time) for time in range(400))))
    pane.show_moment(200 * MILLISECOND)
    assert log.sees(200)
    assert not log.follows
    assert log.colour(200, Column.WHAT) != log.colour(201, Column.WHAT) == log.colour(399, Column.WHAT)
    pane.show_moment(None)
    assert log.sees_the_end()
    assert log.colour(399, Column.WHAT) == log.colour(200, Column.WHAT)


def test_the_moment_is_found_although_it_is_not_read_yet(qtbot: Any) -> None:
    pane = LogPane()  # without the tester of models, which looks at every row at every change
    qtbot.addWidget(pane)
    pane.show()
    pane.show_run("S1", history_of(*(hook(time) for time in range(50_000)), limit=100_000))
    pane.show_moment(40_000 * MILLISECOND)
    assert LogRobot(qtbot, pane).look().sees(40_000)


def test_another_run_is_shown_from_its_beginning(log: LogRobot) -> None:
    log.show_run(history_of(hook(1, request=1))).only_request(1).choose(0)
    log.show_run(history_of(hook(5, "server_bind"), hook(6)))
    assert log.sentences() == ["server_bind() called", "get_request() called"]
    assert log.details() == ""


def test_late_events_are_put_in_between_and_the_choice_stays(log: LogRobot) -> None:
    history = history_of(hook(1, "server_bind"), hook(5, "verify_request"), hook(9, "server_close"))
    log.show_run(history).choose(1)
    history.add([hook(3, "server_activate"), hook(7, "process_request"), hook(11, "shutdown")])
    names = [sentence.partition("(")[0] for sentence in log.look().sentences()]
    assert names == [
        "server_bind",
        "server_activate",
        "verify_request",
        "process_request",
        "server_close",
        "shutdown",
    ]
    assert log.chosen() == ["verify_request() called"]


def test_very_many_late_events_end_up_in_order_too(log: LogRobot) -> None:
    history = history_of(*(hook(time) for time in range(0, 9_000, 2)))
    log.show_run(history)
    history.add([received(time, str(time).encode()) for time in range(1, 9_000, 200)])
    times = [float(text.replace(",", "")) for text in log.look().column(Column.TIME)]
    assert len(times) == 4_545
    assert times == sorted(times)


def test_a_paused_view_stays_right_while_events_move_and_go(log: LogRobot) -> None:
    history = history_of(*(hook(time, request=time) for time in range(1, 90)), limit=100)
    log.show_run(history).toggle("pause")
    history.add([hook(5, request=500)])
    history.add([hook(time, request=time) for time in range(90, 110)])
    requests = [int(text) for text in log.look().column(Column.REQUEST)]
    assert history.forgotten > 0
    assert requests == [event.request for event in history if event.request < 90]
    assert len(log.toggle("pause").look().sentences()) == len(history)


def test_forgotten_events_leave_the_rows_and_are_counted(log: LogRobot) -> None:
    history = History(limit=100)
    log.show_run(history)
    for start in range(0, 1_000, 30):
        history.add([hook(time) for time in range(start, start + 30)])
        log.look()
    assert len(log.sentences()) == len(history)
    assert log.counts() == f"{len(history)} events · {history.forgotten} not shown"
    assert "memory is limited" in log.missing()


def test_what_the_server_process_did_not_keep_is_counted(log: LogRobot) -> None:
    log.show_run(history_of(hook(1), tell(NotKept, 2, 0, 1_200)))
    assert log.counts() == "2 events · 1,200 not shown"


def test_the_newest_event_stays_in_view_until_one_scrolls_up(log: LogRobot) -> None:
    history = history_of(*(hook(time) for time in range(200)))
    assert log.show_run(history).sees_the_end()
    history.add([hook(time) for time in range(200, 300)])
    assert log.look().sees_the_end()
    log.scroll_to(10)
    assert not log.follows
    history.add([hook(time) for time in range(300, 400)])
    assert not log.look().sees_the_end()
    assert log.toggle("follow").sees_the_end()


def test_scrolling_down_to_the_end_follows_again(log: LogRobot) -> None:
    log.show_run(history_of(*(hook(time) for time in range(200)))).choose(0)
    assert not log.follows
    log.press(Qt.Key.Key_End)
    log.press(Qt.Key.Key_PageDown)
    log.scroll_to(1_000_000)
    assert log.follows


def test_what_one_reads_stays_in_place_while_older_events_are_forgotten(log: LogRobot) -> None:
    history = history_of(*(received(time, str(time).encode()) for time in range(100)), limit=100)
    log.show_run(history).scroll_to(50)
    top = log.top()
    history.add([received(time, str(time).encode()) for time in range(100, 120)])
    assert history.forgotten > 0
    assert log.look().top() == top


def test_a_paused_view_waits_and_counts(log: LogRobot) -> None:
    history = history_of(hook(1))
    log.show_run(history).toggle("pause")
    history.add([hook(2), hook(3)])
    assert len(log.look().sentences()) == 1
    assert log.counts().endswith("paused, 2 new")
    assert len(log.toggle("pause").look().sentences()) == 3


def test_the_chosen_event_is_told_in_full(log: LogRobot) -> None:
    log.show_run(history_of(hook(1), received(2, b'{"Say": "\xe4\xbd\xa0"}\n\x00\xff')))
    told = log.choose(1).details()
    for part in (
        "Received",
        "1.000 ms",
        "127.0.0.1:51014",
        '{"Say": "\u4f60"}\n\\x00\\xff',
        "7b 22 53 61 79",
    ):
        assert part in told
    assert log.hide_details().details() == ""
    assert "get_request" in log.choose(0).details()


def test_the_chosen_event_stays_in_view_when_its_details_take_room(log: LogRobot) -> None:
    log.show_run(history_of(*(hook(time) for time in range(200)))).choose(198)
    assert log.chosen() == ["get_request() called"]
    assert log.sees_the_chosen()


def test_a_traceback_is_shown_line_by_line(log: LogRobot) -> None:
    lines = 'Traceback (most recent call last):\n  File "x.py", line 3\nValueError: no\n'
    log.show_run(history_of(tell(Raised, 1, 1, "ValueError", "no", lines)))
    assert lines.strip() in log.choose(0).details()


def test_huge_data_is_cut_and_what_is_left_out_is_counted(log: LogRobot) -> None:
    log.show_run(history_of(received(1, b"x" * 60_000)))
    told = log.choose(0).details()
    assert len(told) < 30_000
    assert "57,952 bytes more" in told


def test_text_from_a_socket_cannot_disturb_the_log(log: LogRobot) -> None:
    hostile = "<b>bold</b>\u202e\u2066\x1b[31m\r\n\u0000"
    log.show_run(
        history_of(received(1, hostile.encode()), tell(Left, 2, 1, Owner.HANDLER, "handle", hostile))
    )
    for text in [*log.sentences(), log.choose(0).details().replace("\n", "")]:
        assert text.replace("\N{NO-BREAK SPACE}", "").isprintable()
        assert "<b>bold</b>\\u202e\\u2066\\x1b[31m" in text


def test_copied_rows_are_text_with_tabs(log: LogRobot) -> None:
    log.show_run(history_of(hook(1, request=3), hook(2, "verify_request", 3)))
    first, second = log.copy_all().split("\n")
    assert first.split("\t") == ["0.000", "main 4242", "3", "hook", "get_request() called"]
    assert second.endswith("verify_request() called")
    assert log.notice() == "Copied 2 of 2 rows."


def test_the_saved_log_has_one_event_a_line_filtered_or_not(log: LogRobot, tmp_path: Path) -> None:
    log.show_run(history_of(hook(1), received(2, b"\x00\xff"), *(hook(time) for time in range(3, 1_200))))
    assert log.only_kind(Kind.BYTES).save(tmp_path / "run.jsonl") == "Saved as run.jsonl"
    events = [json.loads(line) for line in (tmp_path / "run.jsonl").read_text().splitlines()]
    assert len(events) == 1_199
    assert (events[0]["type"], events[0]["name"]) == ("Entered", "get_request")
    assert base64.b64decode(events[1]["data"]) == b"\x00\xff"
    assert os.listdir(tmp_path) == ["run.jsonl"]


def test_the_log_can_be_saved_as_a_table(log: LogRobot, tmp_path: Path) -> None:
    log.show_run(history_of(hook(1), received(2, b"=1+1")))
    assert log.save(tmp_path / "run.csv") == "Saved as run.csv"
    with (tmp_path / "run.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["event"] for row in rows] == ["Entered", "Received"]
    assert rows[1]["data"] == "'=1+1"


def test_a_folder_that_is_not_there_is_said_plainly(log: LogRobot, tmp_path: Path) -> None:
    log.show_run(history_of(hook(1)))
    assert "Not saved: No such file or directory" in log.save(tmp_path / "missing" / "run.jsonl")
    assert log.save(tmp_path / "run.jsonl") == "Saved as run.jsonl"


def test_a_disk_without_room_leaves_the_old_file_as_it_was(log: LogRobot, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="Windows cannot limit the size of files")
    (tmp_path / "run.jsonl").write_text("old")
    log.show_run(history_of(*(hook(time) for time in range(2_000))))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, limits[1]))
    try:
        assert "Not saved" in log.save(tmp_path / "run.jsonl")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (tmp_path / "run.jsonl").read_text() == "old"
    assert os.listdir(tmp_path) == ["run.jsonl"]


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Dark, Qt.ColorScheme.Light])
def test_it_follows_the_theme(log: LogRobot, qapp: QApplication, scheme: Qt.ColorScheme) -> None:
    theme.apply(qapp, scheme)
    log.show_run(history_of(hook(1), received(2, b"x")))
    assert log.colour(1, Column.KIND) == (theme.DARK if scheme is Qt.ColorScheme.Dark else theme.LIGHT).accent


def test_a_flood_never_holds_the_window_up_for_long(qtbot: Any) -> None:
    pane = LogPane()  # without the tester of models, which looks at every row at every change
    qtbot.addWidget(pane)
    pane.show()
    history = history_of(*(hook(time) for time in range(100_000)), limit=200_000)
    pane.show_run("S1", history)
    longest = 0.0
    while pane.unread():
        began = perf_counter()
        pane.refresh()
        longest = max(longest, perf_counter() - began)
    assert LogRobot(qtbot, pane).counts() == "100,000 events"
    # A refresh reads for 8 ms; the rest is room for a machine that is busy with other tests.
    assert longest < 0.1
