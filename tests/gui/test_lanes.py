from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from core import Client, Concurrency, ServerHost, ServerSpec, Transport
from core.events import (
    ClientConnected,
    ClientConnecting,
    ClientSent,
    Entered,
    Event,
    Left,
    Owner,
    Paused,
    ProcessEnded,
    Received,
    Sent,
    ThreadStarted,
)
from core.history import History
from gui import theme
from gui.panes.lanes import LanesPane, axis
from gui.panes.lanes.hits import Part
from gui.panes.lanes.time_window import TimeWindow
from gui.theme import DARK, LIGHT
from tests.gui.robots.lanes import LanesRobot

SERVER, LOOP, WINDOW = 4242, 4243, 4000
MILLISECOND = 1_000_000

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

orders = count(1)


@pytest.fixture
def pane(dressed: QApplication, qtbot: Any) -> LanesPane:
    pane = LanesPane()
    qtbot.addWidget(pane)
    pane.resize(900, 760)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


@pytest.fixture
def lanes(qtbot: Any, pane: LanesPane) -> LanesRobot:
    return LanesRobot(qtbot, pane)


def tell(kind: Any, ms: float, thread: int, request: int, *facts: object, pid: int = SERVER) -> Any:
    return kind(int(ms * MILLISECOND), pid, thread, request, next(orders), *facts)


def enter(ms: float, name: str, request: int = 0, thread: int = LOOP) -> Event:
    event: Event = tell(Entered, ms, thread, request, Owner.SERVER, name)
    return event


def leave(ms: float, name: str, request: int = 0, thread: int = LOOP) -> Event:
    event: Event = tell(Left, ms, thread, request, Owner.SERVER, name)
    return event


def two_requests() -> list[Event]:
    """Two threads at work from 100 to 900 ms, after a loop that handed them their requests."""
    events = [tell(ThreadStarted, 0, LOOP, 0, "serve_forever"), enter(0, "serve_forever")]
    for request in (1, 2):
        thread = 5000 + request
        events += [
            enter(50 * request, "process_request", request),
            leave(50 * request + 20, "process_request", request),
            enter(100, "process_request_thread", request, thread),
            tell(ThreadStarted, 101, thread, request, f"Thread-{request}"),
            enter(102, "handle", request, thread),
            tell(Sent, 400, thread, request, "sendall", 5, request, "peer", 12, b"hello, world"),
            leave(900, "handle", request, thread),
            leave(901, "process_request_thread", request, thread),
        ]
    return [*events, leave(990, "serve_forever"), tell(ProcessEnded, 1000, WINDOW, 0, 0, "ended", pid=WINDOW)]


def history_of(events: list[Event]) -> History:
    history = History()
    history.add(events)
    return history


@pytest.fixture
def finished(lanes: LanesRobot) -> LanesRobot:
    return lanes.show_run(history_of(two_requests()))


# Real servers --------------------------------------------------------------------------------------------


@pytest.fixture
def serve() -> Iterator[Any]:
    """Run a server of that kind until the test is over."""
    hosts: list[ServerHost] = []

    def start(transport: Transport, concurrency: Concurrency) -> ServerHost:
        host = ServerHost(ServerSpec(transport=transport, concurrency=concurrency, poll_interval=0.02))
        hosts.append(host)
        return host.__enter__()

    yield start
    for host in hosts:
        host.__exit__(None, None, None)


def test_a_threading_server_has_a_lane_for_each_client_and_each_thread(lanes: LanesRobot, serve: Any) -> None:
    host = serve(Transport.TCP, Concurrency.THREADING)
    with Client.to(host, "A") as first, Client.to(host, "B") as second:
        first.ask({"Say": "HELLO"})
        second.ask({"Say": "HELLO"})
        lanes.show_run(host.history())
        # Having answered, each waits for more.
        lanes.wait_until(lambda: all("recv" in lanes.waits(thread) for thread in ("Thread-1", "Thread-2")))
        assert lanes.titles() == [
            *("client A", "client B", "kernel's queue", "serve_forever"),
            *("Thread-1", "Thread-2"),
        ]
        assert lanes.bars("Thread-2")[:2] == ["process_request_thread", "finish_request"]
        assert "handle" in lanes.bars("Thread-2")
        assert lanes.is_on("follow")


def test_a_forking_server_has_a_lane_for_each_child_with_its_pid(lanes: LanesRobot, serve: Any) -> None:
    host = serve(Transport.TCP, Concurrency.FORKING)
    with Client.to(host, "A") as client:
        client.ask({"Say": "HELLO"})
        lanes.show_run(host.history()).wait_until(lambda: bool(children(lanes)))
        (child,) = children(lanes)
        assert int(child.split()[1]) != host.pid
        lanes.wait_until(lambda: "handle" in lanes.bars(child))


def children(lanes: LanesRobot) -> list[str]:
    return [title for title in lanes.titles() if title.startswith("child ")]


def test_a_datagram_server_handles_in_the_loops_lane(lanes: LanesRobot, serve: Any) -> None:
    host = serve(Transport.UDP, Concurrency.ONE_AT_A_TIME)
    with Client.to(host, "A") as client:
        client.ask({"Say": "HELLO"})
        lanes.show_run(host.history()).wait_until(lambda: "handle" in lanes.bars("serve_forever"))
        assert len(lanes.waits("kernel's queue")) == 1


def test_a_second_client_of_a_serial_server_is_seen_waiting_in_the_queue(
    lanes: LanesRobot, serve: Any
) -> None:
    host = serve(Transport.TCP, Concurrency.ONE_AT_A_TIME)
    with Client.to(host, "A") as first, Client.to(host, "B") as second:
        first.ask({"Say": "A"})
        lanes.show_run(host.history()).wait_until(lambda: len(lanes.waits("kernel's queue")) == 2)
        waiting = lanes.waits("kernel's queue")[-1]
        lanes.click_bar("kernel's queue", waiting, Part.WAIT)
        assert "get_request() has not taken it yet" in lanes.inspected()
        assert "so far" in lanes.inspected()
        first.close()
        second.ask({"Say": "B"})
        lanes.wait_until(lambda: lanes.bars("serve_forever").count("handle") == 2)
        lanes.click_bar("kernel's queue", waiting, Part.WAIT)
        assert "so far" not in lanes.inspected()
        assert "request 2" in lanes.inspected()


def test_what_happens_while_it_is_looked_at_appears(lanes: LanesRobot, serve: Any, qtbot: Any) -> None:
    host = serve(Transport.TCP, Concurrency.THREADING)
    lanes.show_run(host.history())
    with Client.to(host, "A") as client:
        client.ask({"Say": "HELLO"})
        lanes.wait_until(lambda: "Thread-1" in lanes.titles())
        end = lanes.window().end
        # Time goes on by itself, without an event.
        qtbot.waitUntil(lambda: lanes.window().end > end + 50 * MILLISECOND)


def test_what_an_idle_server_calls_is_shown_on_request(lanes: LanesRobot, serve: Any) -> None:
    host = serve(Transport.TCP, Concurrency.THREADING)
    lanes.show_run(host.history()).wait_until(lambda: lanes.waits("serve_forever") == ["select"])
    assert lanes.bars("serve_forever") == ["server_bind", "server_activate", "serve_forever"]
    lanes.push("polling").wait_until(lambda: "service_actions" in lanes.bars("serve_forever"))
    lanes.push("polling").look()
    assert "service_actions" not in lanes.bars("serve_forever")


def test_the_queue_is_there_before_anybody_waits_in_it(lanes: LanesRobot, serve: Any) -> None:
    host = serve(Transport.UDP, Concurrency.ONE_AT_A_TIME)
    lanes.show_run(host.history()).wait_until(lambda: "kernel's queue" in lanes.titles())
    assert lanes.waits("kernel's queue") == []


def test_a_datagram_that_nobody_read_is_shown_as_not_received(lanes: LanesRobot) -> None:
    data = (5, b"hello")
    events = [
        enter(0, "serve_forever"),
        tell(ClientConnected, 10, WINDOW, 0, "A", "here:1", "server", pid=WINDOW),
        tell(ClientSent, 20, WINDOW, 0, "A", "here:1", *data, pid=WINDOW),
        enter(30, "get_request", 1),
        tell(Received, 31, LOOP, 1, "recvfrom", 5, 0, "here:1", *data),
        tell(ClientSent, 100, WINDOW, 0, "A", "here:1", *data, pid=WINDOW),
        leave(900, "serve_forever"),
    ]
    lanes.show_run(history_of(events)).press(Qt.Key.Key_0)
    waiting = lanes.colours_in_last("kernel's queue")
    end = tell(ProcessEnded, 1000, WINDOW, 0, 0, "ended", pid=WINDOW)
    lanes.show_run(history_of([*events, end])).press(Qt.Key.Key_0)
    assert lanes.colours_in_last("kernel's queue") != waiting
    said = lanes.click_last("kernel's queue").inspected()
    assert "Not received" in said
    assert "900 ms" in said
    assert "so far" not in said


# Empty ---------------------------------------------------------------------------------------------------


def test_without_a_run_it_says_what_to_do(lanes: LanesRobot) -> None:
    assert "Start a server" in lanes.show_run(None, "").emptiness()


def test_before_anything_happened_it_says_what_to_do(lanes: LanesRobot) -> None:
    assert "Connect a client" in lanes.show_run(History()).emptiness()


def test_of_a_run_that_has_ended_it_is_said_what_can_still_be_done(finished: LanesRobot) -> None:
    assert "Ended after 1 s. Click a bar, or play it again below." in finished.inspected()


# What is clicked -----------------------------------------------------------------------------------------


def test_a_clicked_bar_is_explained_with_its_documented_name(finished: LanesRobot) -> None:
    said = finished.click_bar("serve_forever", "process_request").inspected()
    assert "process_request() · serve_forever · request 1 · 20 ms" in said
    assert "socketserver.BaseServer.process_request" in said


def test_a_click_tells_whose_it_was_and_lights_that_request_up(
    finished: LanesRobot, pane: LanesPane, qtbot: Any
) -> None:
    mine, other = (finished.colours_in(title, "handle") for title in ("Thread-1", "Thread-2"))
    with qtbot.waitSignal(pane.request_chosen, check_params_cb=lambda number: number == 1):
        finished.click_bar("Thread-1", "handle")
    assert finished.colours_in("Thread-2", "handle") != other
    pane.highlight_request(0)
    assert finished.colours_in("Thread-1", "handle") == mine
    assert finished.colours_in("Thread-2", "handle") == other


def test_a_request_chosen_elsewhere_is_lit_up_here(finished: LanesRobot, pane: LanesPane) -> None:
    before = finished.colours_in("Thread-1", "handle")
    pane.highlight_request(2)
    assert finished.colours_in("Thread-1", "handle") != before


def test_a_click_beside_everything_lets_go(finished: LanesRobot, pane: LanesPane, qtbot: Any) -> None:
    finished.click_bar("Thread-1", "handle")
    with qtbot.waitSignal(pane.request_chosen, check_params_cb=lambda number: number == 0):
        finished.click_nowhere()
    assert "Click a bar" in finished.inspected()


def test_a_clicked_tick_tells_how_many_bytes(finished: LanesRobot) -> None:
    assert "sent 12 bytes" in finished.click_tick("Thread-1", Part.SENT).inspected()


def test_keys_go_from_bar_to_bar(finished: LanesRobot) -> None:
    finished.click_bar("serve_forever", "process_request").press(Qt.Key.Key_Right, CTRL)
    assert "request 2" in finished.inspected()
    assert "request 1" in finished.press(Qt.Key.Key_Left, CTRL).inspected()


def test_waiting_is_hatched_and_working_is_solid(lanes: LanesRobot) -> None:
    events = [enter(0, "serve_forever"), tell(Paused, 10, LOOP, 0, Owner.SERVER, "verify_request")]
    lanes.show_run(history_of([*events, leave(1000, "serve_forever"), *two_requests()[-1:]]))
    assert len(lanes.colours_in("thread 4243", "serve_forever")) == 1
    assert len(lanes.colours_in("thread 4243", "paused before verify_request", Part.WAIT)) > 2


def test_a_pause_is_explained(lanes: LanesRobot) -> None:
    events = [enter(0, "serve_forever"), tell(Paused, 10, LOOP, 0, Owner.SERVER, "verify_request")]
    lanes.show_run(history_of([*events, leave(1000, "serve_forever"), *two_requests()[-1:]]))
    lanes.click_bar("thread 4243", "paused before verify_request", Part.WAIT)
    assert "press Next" in lanes.inspected()


def test_a_clients_name_is_shown_as_text_that_can_be_seen(lanes: LanesRobot) -> None:
    name = "<b>\u202eA"
    events = [
        tell(ClientConnecting, 1, WINDOW, 0, name, "x"),
        tell(ClientConnected, 2, WINDOW, 0, name, "l", "x"),
    ]
    assert lanes.show_run(history_of(events)).titles() == ["client <b>\\u202eA"]


# Time ----------------------------------------------------------------------------------------------------


def test_a_finished_run_is_shown_whole(finished: LanesRobot) -> None:
    window = finished.window()
    assert window.start <= 0
    assert window.end >= 1000 * MILLISECOND
    assert window.span < 1200 * MILLISECOND


def test_ctrl_and_wheel_zoom_where_the_mouse_is(finished: LanesRobot) -> None:
    finished.press(Qt.Key.Key_0)
    before, span = finished.time_under(400), finished.window().span
    finished.turn_wheel(240, 400, CTRL)
    assert finished.window().span < span
    assert finished.time_under(400) == pytest.approx(before, abs=span / 500)
    finished.turn_wheel(-240, 400, CTRL)
    assert finished.window().span == pytest.approx(span, rel=0.01)


@pytest.mark.parametrize(("key", "factor"), [(Qt.Key.Key_Plus, 0.8), (Qt.Key.Key_Minus, 1.25)])
def test_keys_zoom(finished: LanesRobot, key: Qt.Key, factor: float) -> None:
    span = finished.window().span
    assert finished.press(key).window().span == pytest.approx(span * factor, rel=0.01)


@pytest.mark.parametrize(("name", "factor"), [("zoom_in", 0.8), ("zoom_out", 1.25)])
def test_buttons_zoom(finished: LanesRobot, name: str, factor: float) -> None:
    span = finished.window().span
    assert finished.push(name).window().span == pytest.approx(span * factor, rel=0.01)


def test_arrow_keys_wheel_and_mouse_move_the_time_and_then_it_is_not_followed(finished: LanesRobot) -> None:
    assert finished.is_on("follow")
    start = finished.window().start
    later = finished.press(Qt.Key.Key_Right).window().start
    assert later > start
    assert not finished.is_on("follow")
    assert finished.turn_wheel(-120, 400).window().start > later
    assert finished.drag(300, 500).window().start < later


def test_fit_shows_all_again(finished: LanesRobot) -> None:
    for _ in range(8):
        finished.press(Qt.Key.Key_Plus)
    assert finished.window().span < 300 * MILLISECOND
    whole = finished.push("fit").window()
    assert whole.start < 0
    assert whole.end > 1000 * MILLISECOND


def test_a_double_click_fills_the_view_with_a_bar(finished: LanesRobot) -> None:
    window = finished.double_click_bar("serve_forever", "process_request").window()
    assert window.span < 25 * MILLISECOND
    assert window.start < 50 * MILLISECOND < window.end


def test_shift_and_dragging_measure_a_stretch_of_time(finished: LanesRobot) -> None:
    window = finished.window()
    finished.drag(300, 500, SHIFT)
    pixel = window.span / (finished.picture().width() - 112)
    assert finished.chosen_span() == pytest.approx(200 * pixel, rel=0.05)
    assert finished.window() == window
    assert "ms chosen" in finished.inspected()
    assert finished.press(Qt.Key.Key_Escape).chosen_span() == 0


def test_a_paused_view_waits_and_then_shows_what_it_missed(lanes: LanesRobot) -> None:
    events = two_requests()
    history = history_of(events[:2])
    lanes.show_run(history).push("pause")
    history.add(events[2:])
    assert lanes.look().titles() == ["serve_forever"]
    assert "Thread-2" in lanes.push("pause").look().titles()


def test_the_same_run_with_another_title_keeps_its_place(finished: LanesRobot, pane: LanesPane) -> None:
    history = history_of(two_requests())
    finished.show_run(history).press(Qt.Key.Key_Plus)
    window = finished.window()
    finished.show_run(history, "S1 · stopped")
    assert finished.window() == window
    assert finished.run_title() == "S1 · stopped"


def test_at_a_moment_of_the_past_nothing_later_is_shown(finished: LanesRobot, pane: LanesPane) -> None:
    x = next(x for x in range(120, 890) if finished.time_under(x) >= 700 * MILLISECOND)
    busy = finished.column(x)
    pane.show_moment(500 * MILLISECOND)
    assert len(finished.column(x)) < len(busy)
    pane.show_moment(None)
    assert finished.column(x) == busy


def test_many_threads_are_hidden_when_they_did_not_live_in_the_time_seen(lanes: LanesRobot) -> None:
    events = []
    for request in range(1, 101):
        thread, ms = 5000 + request, request * 10
        events += [
            enter(ms, "process_request_thread", request, thread),
            tell(Received, ms + 3, thread, request, "recv", 1, request, "peer", 3, b"abc"),
            leave(ms + 5, "process_request_thread", request, thread),
            tell(ThreadStarted, ms + 5.5, thread, request, f"Thread-{request}"),
        ]
    lanes.show_run(history_of([*events, *two_requests()[-1:]]))
    assert len(lanes.titles()) == 40
    assert lanes.hidden() == 60


# Words and themes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ns", "text"), [(999, "999 ns"), (1_500, "1.5 µs"), (2_340_000, "2.34 ms"), (12_300_000_000, "12.3 s")]
)
def test_durations_have_the_digits_that_one_wants_to_read(ns: int, text: str) -> None:
    assert axis.duration(ns) == text


@pytest.mark.parametrize("span", [3_000, 777_000, 10**7, 3 * 10**9, 10**12])
def test_the_axis_has_round_times_a_readable_distance_apart(span: int) -> None:
    window = TimeWindow(123_456_789, 123_456_789 + span)
    step = axis.step_for(span, 8)
    times = axis.marks(window, 1_000, step)
    assert 3 <= len(times) <= 9
    assert all((time - 1_000) % step == 0 for time in times)
    assert len({axis.mark_text(time - 1_000, step) for time in times}) == len(times)


def test_it_takes_the_colours_of_either_theme(
    finished: LanesRobot, dressed: QApplication, qtbot: Any
) -> None:
    assert LIGHT.card in finished.column(899 - 40)
    theme.apply(dressed, Qt.ColorScheme.Dark)
    try:
        assert DARK.card in finished.column(899 - 40)
    finally:
        theme.apply(dressed, Qt.ColorScheme.Light)
