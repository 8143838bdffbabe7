import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from time import process_time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QKeySequence
from PySide6.QtWidgets import QApplication

from core import Concurrency, ServerHost, ServerSpec
from core.events import Entered, Event, NotKept, Owner, Printed, ProcessEnded, Raised
from core.history import History
from core.spec import OwnCode
from gui import theme
from gui.panes.console import ConsolePane
from tests.gui.robots.console import ConsoleRobot

SERVER, WINDOW = 4242, 4000
MILLISECOND = 1_000_000

TALKER = """
import socketserver

class Talker(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            print("got", line, end=" ")
            print("你好")
            if line.startswith(b"crash"):
                raise ValueError("no such word")
            self.wfile.write(line)
"""
CRASH_LINE = 1 + TALKER.splitlines().index('                raise ValueError("no such word")')

TRACE = f"""Traceback (most recent call last):
  File "/usr/lib/python3.11/socketserver.py", line 755, in __init__
    self.handle()
  File "server.py", line {CRASH_LINE}, in handle
    raise ValueError("no such word")
ValueError: no such word
"""

orders = count(1)


def tell(kind: Any, time: float, *facts: object, request: int = 0, pid: int = SERVER) -> Any:
    return kind(round(time * MILLISECOND), pid, pid, request, next(orders), *facts)


def printed(time: float, text: str) -> Event:
    event: Event = tell(Printed, time, text, pid=WINDOW)
    return event


def crashed(time: float, request: int) -> Event:
    event: Event = tell(Raised, time, "ValueError", "no such word", TRACE, request=request)
    return event


def history_of(*events: Event) -> History:
    history = History()
    history.add(list(events))
    return history


def flood(lines: int, start: int = 0) -> list[Event]:
    """Return printed text of so many lines, a thousand a piece and a millisecond."""
    numbers = range(start, start + lines, 1_000)
    return [printed(n / 1_000, "".join(f"line {n + k}\n" for k in range(1_000))) for n in numbers]


@pytest.fixture
def pane(dressed: QApplication, qtbot: Any) -> ConsolePane:
    pane = ConsolePane()
    qtbot.addWidget(pane)
    pane.resize(626, 600)
    pane.show()
    return pane


@pytest.fixture
def console(qtbot: Any, pane: ConsolePane) -> ConsoleRobot:
    return ConsoleRobot(qtbot, pane)


@pytest.fixture
def signalled(pane: ConsolePane) -> list[tuple[Any, ...]]:
    """What the pane signals."""
    found: list[tuple[Any, ...]] = []
    pane.link_wanted.connect(lambda file, line: found.append(("link", file, line)))
    pane.request_chosen.connect(lambda request: found.append(("request", request)))
    return found


# Real servers --------------------------------------------------------------------------------------------


@contextmanager
def serving(concurrency: Concurrency = Concurrency.THREADING) -> Iterator[ServerHost]:
    spec = ServerSpec(code=OwnCode(text=TALKER), concurrency=concurrency, poll_interval=0.02)
    with ServerHost(spec) as server:
        yield server


def say(server: ServerHost, *lines: bytes) -> None:
    """Say something in one connection, until the server ends it or all is answered."""
    assert isinstance(server.address, tuple)
    with socket.create_connection(server.address[:2], timeout=10) as connection:
        for line in lines:
            connection.sendall(line)
            try:
                if not connection.recv(100):
                    return
            except ConnectionResetError:
                return


@pytest.mark.parametrize("concurrency", list(Concurrency))
def test_what_a_handler_prints_and_raises_is_shown_in_order_each_once(
    console: ConsoleRobot, concurrency: Concurrency, signalled: list[tuple[Any, ...]]
) -> None:
    with serving(concurrency) as server:
        say(server, b"hi\n", b"crash\n")
    console.show_run(server.history())
    texts = console.texts()
    assert texts[:2] == [r"got b'hi\n' 你好", r"got b'crash\n' 你好"]
    assert texts.count("ValueError: no such word") == 1
    assert texts[-1] == "The server process is gone: ended"
    assert set(console.requests()[2:-1]) == {1}
    assert console.links() == [f'File "server.py", line {CRASH_LINE}']
    console.click_link(console.row(f"line {CRASH_LINE}"))
    assert signalled == [("request", 1), ("link", "server.py", CRASH_LINE)]


@pytest.mark.parametrize("concurrency", [Concurrency.THREADING, Concurrency.FORKING])
def test_of_many_that_crash_at_once_each_traceback_is_shown_once(
    console: ConsoleRobot, concurrency: Concurrency
) -> None:
    with serving(concurrency) as server:
        threads = [threading.Thread(target=say, args=(server, b"hi\n", b"crash\n")) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    console.show_run(server.history())
    assert console.texts().count("ValueError: no such word") == 6
    blamed = zip(console.requests(), console.texts(), strict=True)
    assert sorted(number for number, text in blamed if "ValueError: " in text) == [1, 2, 3, 4, 5, 6]


def test_a_program_that_cannot_start_shows_its_line_and_says_why(console: ConsoleRobot) -> None:
    server = ServerHost(ServerSpec(code=OwnCode(text="import socketserver\nprin('x')\n" + TALKER)))
    server.start()
    assert server.wait_ended(20)
    console.show_run(server.history())
    assert console.links() == ['File "server.py", line 2']
    texts = console.texts()
    assert any(text.startswith("NameError: name 'prin' is not defined") for text in texts)
    assert "server.py raised an exception in line 2" in " ".join(texts)
    assert texts[-2].startswith("The server process is gone")


# What is shown -------------------------------------------------------------------------------------------


def test_without_output_it_says_what_appears_here_and_what_to_try(console: ConsoleRobot) -> None:
    assert "print(self.client_address)" in console.emptiness()
    console.show_run(history_of(tell(Entered, 1, Owner.SERVER, "server_bind")))
    assert "tracebacks" in console.emptiness()
    console.show_run(history_of(printed(1, "hello\n")))
    assert not console.emptiness()


def test_a_run_that_begins_with_nothing_is_followed(console: ConsoleRobot) -> None:
    history = History()
    console.show_run(history)
    history.add([printed(1, "hello\n")])
    assert console.look().texts() == ["hello"]


def test_times_count_in_milliseconds_from_the_runs_first_event(console: ConsoleRobot) -> None:
    first = tell(Entered, 100, Owner.SERVER, "server_bind")
    console.show_run(history_of(first, printed(112.5, "hello\n")))
    assert console.time(0) == "12.500"


def test_the_learners_line_is_a_link_and_the_librarys_lines_are_dimmed(console: ConsoleRobot) -> None:
    console.show_run(history_of(crashed(1, 3)))
    assert console.tones() == ["ASIDE", "ASIDE", "ASIDE", "PLAIN", "PLAIN", "ERROR"]
    assert console.points_with_a_hand_at_the_link(3)
    assert theme.LIGHT.accent in console.colours(3)
    assert theme.LIGHT.danger in console.colours(5)


def test_enter_follows_the_link_of_the_chosen_line(
    console: ConsoleRobot, signalled: list[tuple[Any, ...]]
) -> None:
    console.show_run(history_of(crashed(1, 3)))
    console.click(2).press(Qt.Key.Key_Down).press(Qt.Key.Key_Return)
    assert signalled == [("request", 3), ("request", 3), ("link", "server.py", CRASH_LINE)]


def test_a_line_of_no_request_says_so(console: ConsoleRobot, signalled: list[tuple[Any, ...]]) -> None:
    console.show_run(history_of(printed(1, "hello\n"), crashed(2, 3)))
    console.click(console.row("ValueError:")).click(0)
    assert signalled == [("request", 3), ("request", 0)]


def test_a_requests_lines_are_lit(console: ConsoleRobot, pane: ConsolePane) -> None:
    console.show_run(history_of(printed(1, "hello\n"), crashed(2, 3)))
    pane.highlight_request(3)
    assert theme.LIGHT.hover not in console.colours(0)
    assert {theme.LIGHT.hover, theme.LIGHT.accent} <= console.colours(1)


def test_hostile_text_is_shown_and_not_obeyed(console: ConsoleRobot) -> None:
    console.show_run(history_of(printed(1, "\x1b[31mred\x1b[0m \u202egnp.exe \0 <b>bold</b>\a\r!\n")))
    assert console.texts() == ["⟨ESC⟩[31mred⟨ESC⟩[0m ⟨U+202E⟩gnp.exe ⟨NUL⟩ <b>bold</b>⟨BEL⟩⟨CR⟩!"]
    assert theme.LIGHT.danger not in console.colours(0)


def test_of_a_very_long_line_the_length_is_said(console: ConsoleRobot) -> None:
    console.show_run(history_of(*(printed(time, "x" * 10_000) for time in range(100)), printed(101, "\n")))
    assert console.texts()[0].endswith("x… 1,000,000 characters")
    assert len(console.texts()[0]) < 1_100
    brown = [colour for colour in map(QColor, console.colours(0)) if colour.red() > colour.blue() + 60]
    assert brown, "the length is not seen where the line goes beyond the view"


def test_a_print_without_an_end_is_shown_at_once_and_goes_on(console: ConsoleRobot) -> None:
    history = history_of(printed(1, "no end"))
    console.show_run(history)
    assert console.texts() == ["no end"]
    history.add([printed(2, " yet\nnext")])
    assert console.look().texts() == ["no end yet", "next"]


# Following, pausing, clearing ----------------------------------------------------------------------------


def test_the_newest_line_stays_in_view_until_somebody_reads(console: ConsoleRobot) -> None:
    history = history_of(*flood(2_000))
    console.show_run(history)
    assert console.sees_the_end()
    console.scroll_to(700)
    assert not console.is_on("follow")
    history.add(flood(1_000, start=2_000))
    assert console.look().top() == "line 700"
    console.toggle("follow")
    assert console.sees(2_999)


def test_the_line_one_reads_stays_where_it_is_when_older_ones_are_dropped(console: ConsoleRobot) -> None:
    history = history_of(*flood(10_000))
    console.show_run(history).scroll_to(7_000)
    history.add(flood(5_000, start=10_000))
    assert console.look().top() == "line 7000"
    assert console.missing() == "5,000 older lines are not shown."


def test_a_paused_view_waits_and_says_for_how_much(console: ConsoleRobot) -> None:
    history = history_of(printed(1, "one\n"))
    console.show_run(history).toggle("pause")
    history.add([printed(2, "two\n"), printed(3, "three\n")])
    console.look()
    assert console.texts() == ["one"]
    assert "paused, 2 new events" in console.counts()
    console.toggle("pause")
    assert console.look().texts() == ["one", "two", "three"]


def test_cleared_lines_are_gone_from_the_view_and_can_be_read_again(console: ConsoleRobot) -> None:
    history = history_of(printed(1, "one\ntwo\n"))
    console.show_run(history).toggle("clear")
    assert console.texts() == []
    assert "Cleared" in console.emptiness()
    assert console.missing() == "2 older lines are not shown."
    history.add([printed(2, "three\n")])
    assert console.look().texts() == ["three"]
    console.toggle("show_older").look()
    assert console.texts()[:2] == ["one", "two"]
    console.toggle("show_newest").look()
    assert console.texts() == ["three"]


def test_another_run_begins_anew(console: ConsoleRobot) -> None:
    console.show_run(history_of(*flood(12_000))).scroll_to(5)
    console.show_run(history_of(printed(1, "other\n")), "S2")
    assert console.texts() == ["other"]
    assert console.missing() == ""
    assert console.is_on("follow")


# Bounds --------------------------------------------------------------------------------------------------


def test_older_lines_are_counted_exactly_and_read_again_on_demand(console: ConsoleRobot) -> None:
    console.show_run(history_of(*flood(45_000)))
    assert len(console.texts()) == 10_000
    assert console.missing() == "35,000 older lines are not shown."
    console.toggle("show_older").look()
    assert console.texts()[-1] == "line 35999"
    assert console.texts()[0] == "line 16000"
    assert "Newer lines follow." in console.missing()
    console.toggle("show_older").look()
    assert console.texts()[0] == "line 0"
    assert not console.offers("show_older")
    console.toggle("show_newest").look()
    assert console.texts()[-1] == "line 44999"


def test_what_was_not_kept_is_said_in_its_place(console: ConsoleRobot) -> None:
    console.show_run(history_of(printed(1, "a\n"), tell(NotKept, 2, 512), printed(3, "b\n")))
    assert console.texts()[1].startswith("512 events were too many")
    assert console.tones()[1] == "MISSING"


def test_events_that_were_forgotten_unread_are_counted(console: ConsoleRobot) -> None:
    history = History(limit=640)
    history.add([printed(time, f"{time}\n") for time in range(1_000)])
    console.show_run(history)
    assert f"{history.forgotten} events before them were forgotten" in console.missing()


def test_a_flood_of_a_hundred_thousand_lines_never_holds_the_window_up(
    console: ConsoleRobot, pane: ConsolePane
) -> None:
    history = history_of(*flood(20_000))
    console.show_run(history)
    longest = []
    for start in range(20_000, 120_000, 3_000):  # a refresh 33 times a second
        history.add(flood(3_000, start))
        before = process_time()
        pane.refresh()
        longest.append(process_time() - before)
    assert sorted(longest)[len(longest) // 2] < 0.016, longest
    console.look()
    assert console.texts()[-1] == "line 121999"
    assert len(console.texts()) == 10_000


# Copying, finding, replaying -----------------------------------------------------------------------------


def test_the_selected_lines_are_copied_or_else_all(console: ConsoleRobot) -> None:
    console.show_run(history_of(printed(1, "one\ntwo\nthree\n")))
    assert console.copy() == "one\ntwo\nthree"
    console.click(0).click(1, Qt.KeyboardModifier.ShiftModifier)
    assert console.copy() == "one\ntwo"
    assert console.notice() == "Copied 2 lines."
    console.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert console.selected() == ["one", "two", "three"]


def test_words_are_found_counted_and_gone_through_around_the_end(console: ConsoleRobot) -> None:
    console.show_run(history_of(*flood(3_000), printed(9, "The NEEDLE\n"), *flood(1_000, 20_000)))
    assert console.find("line 2345") == "1 of 1, came around"
    assert console.selected() == ["line 2345"]
    assert console.find("needle") == "1 of 1"
    assert console.selected() == ["The NEEDLE"]
    assert console.find("5999") == "not found"
    assert console.find("99") == "58 of 76"
    assert console.find_next() == "59 of 76"
    assert console.find_next(backward=True) == "58 of 76"
    assert not console.is_on("follow")


def test_the_key_for_finding_opens_the_line_and_escape_closes_it(
    console: ConsoleRobot, pane: ConsolePane
) -> None:
    others: list[bool] = []
    log = QAction(pane)
    log.setShortcut(QKeySequence.StandardKey.Find)  # as the window's menu has it, for the log
    log.triggered.connect(others.append)
    pane.addAction(log)
    console.show_run(history_of(printed(1, "hello\n")))
    console.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert console.is_on("find")
    assert others == []
    assert console.find("hell") == "1 of 1"
    console.escape()
    assert not console.is_on("find")


def test_f3_goes_on_from_the_field(console: ConsoleRobot) -> None:
    console.show_run(history_of(printed(1, "one\ntwo one\n")))
    assert console.find("one") == "1 of 2"
    assert console.press_in_find(Qt.Key.Key_F3) == "2 of 2"
    assert console.press_in_find(Qt.Key.Key_F3) == "1 of 2, came around"


def test_lines_that_come_are_counted_while_one_searches(console: ConsoleRobot, qtbot: Any) -> None:
    history = history_of(printed(1, "one\n"))
    console.show_run(history)
    assert console.find("one") == "1 of 1"
    history.add([printed(2, "one\none\n")])
    console.look()
    qtbot.waitUntil(lambda: console.found() == "1 of 3")


def test_a_moment_greys_what_is_later_and_goes_there(console: ConsoleRobot, pane: ConsolePane) -> None:
    console.show_run(history_of(*flood(9_000)))
    pane.show_moment(round(4.5 * MILLISECOND))
    assert console.sees(4_999)
    assert theme.LIGHT.text in console.colours(4_999)
    assert theme.LIGHT.faint in console.colours(5_001)
    pane.show_moment(None)
    assert console.sees(8_999)
    assert theme.LIGHT.faint not in console.colours(8_999)


def test_a_moment_long_ago_brings_its_lines_back(
    console: ConsoleRobot, pane: ConsolePane, qtbot: Any
) -> None:
    console.show_run(history_of(*flood(60_000)))
    pane.show_moment(7 * MILLISECOND)
    qtbot.waitUntil(lambda: not pane.is_behind())
    assert console.texts()[-1] == "line 7999"
    assert console.sees(7_999)
    pane.show_moment(None)
    assert console.look().texts()[-1] == "line 59999"


def test_the_end_of_the_process_is_one_line(console: ConsoleRobot) -> None:
    console.show_run(history_of(printed(1, "a\n"), tell(ProcessEnded, 2, 0, "ended", pid=WINDOW)))
    assert console.texts() == ["a", "The server process is gone: ended"]


@pytest.mark.usefixtures("restored")
@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def test_it_follows_the_theme(console: ConsoleRobot, dressed: QApplication, scheme: Qt.ColorScheme) -> None:
    console.show_run(history_of(crashed(1, 3)))
    theme.apply(dressed, scheme)
    wanted = theme.DARK if scheme is Qt.ColorScheme.Dark else theme.LIGHT
    assert {wanted.card, wanted.danger} <= console.colours(5)


@pytest.fixture
def restored(dressed: QApplication) -> Iterator[None]:
    """The light theme again, whatever the test applied."""
    yield
    theme.apply(dressed, Qt.ColorScheme.Light)
