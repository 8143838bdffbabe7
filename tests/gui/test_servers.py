from collections.abc import Iterator
from itertools import count
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from core.events import (
    ChildForked,
    Entered,
    Event,
    Killed,
    Listening,
    Owner,
    ProcessEnded,
    Raised,
    Sent,
    Spawned,
    Stage,
    StartFailed,
    StopRequested,
    StopStage,
    ThreadStarted,
)
from gui.panes.servers import ServersPane
from tests.gui.robots.servers import ServersRobot

_ORDERS: Iterator[int] = count(1)


def told(kind: type[Event], *facts: object, request: int = 0) -> Event:
    order = next(_ORDERS)
    return kind(order * 1000, 4242, order, request, order, *facts)


def started() -> list[Event]:
    return [told(Spawned, 4242), told(Listening, "127.0.0.1", 9999)]


@pytest.fixture
def pane(qtbot: Any) -> ServersPane:
    pane = ServersPane()
    qtbot.addWidget(pane)
    pane.resize(270, 600)
    pane.show()
    return pane


@pytest.fixture
def servers(qtbot: Any, pane: ServersPane) -> ServersRobot:
    return ServersRobot(qtbot, pane)


def test_an_empty_list_says_what_to_do(pane: ServersPane, servers: ServersRobot) -> None:
    assert servers.hint() == "No server yet. Choose one above and press Start."
    pane.add_server("S1", "TCP · Threading")
    assert servers.hint() == ""
    pane.remove_server("S1")
    assert servers.hint() != ""


def test_a_card_follows_its_server_from_start_to_end(pane: ServersPane, servers: ServersRobot) -> None:
    pane.add_server("S1", "TCP · Threading")
    steps: list[tuple[list[Event], str]] = [
        ([told(Spawned, 4242)], "starting"),
        ([told(Entered, Owner.SERVER, "server_bind")], "starting"),
        ([told(Listening, "127.0.0.1", 9999)], "listening"),
        ([told(StopRequested, 3.0)], "stopping"),
        ([told(StopStage, Stage.LOOP_ENDED)], "stopping: loop ended"),
        ([told(ProcessEnded, 0, "ended")], "stopped"),
    ]
    for events, state in steps:
        pane.show_events("S1", events)
        assert servers.state("S1") == state


def test_a_listening_server_shows_its_address_and_copies_it(pane: ServersPane, servers: ServersRobot) -> None:
    pane.add_server("S1", "TCP · Threading")
    pane.show_events("S1", started())
    assert servers.address("S1") == "127.0.0.1:9999"
    servers.press("S1", "copy_address")
    assert QGuiApplication.clipboard().text() == "127.0.0.1:9999"


def test_a_long_path_is_shown_by_its_end_and_copied_whole(pane: ServersPane, servers: ServersRobot) -> None:
    path = "/tmp/" + "x" * 80 + "/server.sock"
    pane.add_server("S1", "Unix stream · Forking")
    pane.show_events("S1", [told(Spawned, 4242), told(Listening, path, 0)])
    assert servers.address("S1") == path
    servers.wait_until_cut("S1")
    assert pane.minimumSizeHint().width() <= 270
    servers.press("S1", "copy_address")
    assert QGuiApplication.clipboard().text() == path


def test_counts_are_shown(pane: ServersPane, servers: ServersRobot) -> None:
    pane.add_server("S1", "TCP · Threading")
    thread = told(ThreadStarted, "Thread-1", request=1)
    pane.show_events("S1", [*started(), thread, told(Raised, "ValueError", "no", "Traceback", request=1)])
    assert servers.counts("S1") == "1 request · 1 thread · 1 error"
    pane.show_events("S1", [told(ChildForked, 7), told(ChildForked, 8)])
    assert servers.counts("S1") == "1 request · 1 thread · 2 children · 1 error"


def test_a_failure_and_a_kill_say_why(pane: ServersPane, servers: ServersRobot) -> None:
    pane.add_server("S1", "TCP · Threading")
    pane.show_events("S1", [told(Spawned, 1), told(StartFailed, "X", "Port 80 is taken.", "Why.", "Hint.")])
    assert (servers.state("S1"), servers.detail("S1")) == ("failed", "Port 80 is taken.")
    pane.add_server("S2", "TCP · Threading")
    pane.show_events(
        "S2", [*started(), told(StopRequested, 3.0), told(Killed, "It did not stop within 3 s.")]
    )
    assert (servers.state("S2"), servers.detail("S2")) == ("killed", "It did not stop within 3 s.")


def test_only_buttons_with_a_meaning_can_be_pressed(pane: ServersPane, servers: ServersRobot) -> None:
    pane.add_server("S1", "TCP · Threading")
    assert servers.buttons("S1") == []
    pane.show_events("S1", [told(Spawned, 4242)])
    assert servers.buttons("S1") == ["stop"]
    pane.show_events("S1", [told(Listening, "127.0.0.1", 9999)])
    assert servers.buttons("S1") == ["copy_address", "stop", "new_client_to"]
    pane.show_events("S1", [told(StopRequested, 3.0)])
    assert servers.buttons("S1") == []
    pane.show_events("S1", [told(ProcessEnded, 0, "ended")])
    assert servers.buttons("S1") == ["start_again", "remove"]


def test_buttons_ask_for_their_server(qtbot: Any, pane: ServersPane, servers: ServersRobot) -> None:
    for key in ("S1", "S2"):
        pane.add_server(key, "TCP · Threading")
        pane.show_events(key, started())
    for name, signal in (("stop", pane.stop_requested), ("new_client_to", pane.client_requested)):
        with qtbot.waitSignal(signal) as asked:
            servers.press("S2", name)
        assert asked.args == ["S2"]
    pane.show_events("S2", [told(ProcessEnded, 0, "ended")])
    for name, signal in (("start_again", pane.restart_requested), ("remove", pane.remove_requested)):
        with qtbot.waitSignal(signal) as asked:
            servers.press("S2", name)
        assert asked.args == ["S2"]


def test_a_server_is_selected_by_click_by_keys_and_from_outside(
    qtbot: Any, pane: ServersPane, servers: ServersRobot
) -> None:
    for key in ("S1", "S2", "S3"):
        pane.add_server(key, "TCP · Threading")
    with qtbot.waitSignal(pane.selected) as told_of:
        servers.click("S2")
    assert (told_of.args, servers.selected(), pane.selected_key()) == (["S2"], ["S2"], "S2")
    servers.press_key("S2", Qt.Key.Key_Down)
    assert pane.selected_key() == "S3"
    servers.press_key("S3", Qt.Key.Key_Down)
    assert pane.selected_key() == "S3"
    servers.press_key("S3", Qt.Key.Key_Up)
    assert pane.selected_key() == "S2"
    servers.press_key("S1", Qt.Key.Key_Space)
    assert pane.selected_key() == "S1"
    pane.select("S3")
    assert servers.selected() == ["S3"]
    assert "selected" in servers.spoken("S3")


def test_when_the_selected_server_is_removed_its_neighbour_is_selected(pane: ServersPane) -> None:
    for key in ("S1", "S2", "S3"):
        pane.add_server(key, "TCP · Threading")
    pane.select("S2")
    pane.remove_server("S2")
    assert pane.selected_key() == "S3"
    pane.remove_server("S3")
    assert pane.selected_key() == "S1"
    pane.remove_server("S1")
    assert pane.selected_key() == ""


def test_ten_thousand_events_are_taken_in_within_a_frame_or_two(
    pane: ServersPane, servers: ServersRobot
) -> None:
    pane.add_server("S1", "TCP · Threading")
    pane.show_events("S1", started())
    events = [told(Sent, "send", 0, 1, "", 1, b"x", request=number // 10 + 1) for number in range(10_000)]
    began = perf_counter()
    pane.show_events("S1", events)
    assert perf_counter() - began < 0.1
    assert servers.counts("S1").startswith("1,000 requests")
