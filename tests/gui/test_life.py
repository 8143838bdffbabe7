from typing import Any

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from core import Client, Concurrency, ServerHost, ServerSpec, Transport
from core.events import Entered, Left
from core.lifecycle import RequestState, ServerState
from gui.panes.life import LifePane
from gui.panes.life.canvas import LifeCanvas, hook_font
from gui.panes.life.ink import Light
from tests.core.processes import connect, of, until
from tests.gui.robots.life import LifeRobot


def quick(concurrency: Concurrency = Concurrency.ONE_AT_A_TIME, **rest: object) -> ServerSpec:
    return ServerSpec(concurrency=concurrency, poll_interval=0.02, **rest)  # type: ignore[arg-type]


def ended(host: ServerHost, count: int) -> bool:
    return len({event.request for event in of(host, Left) if event.name == "shutdown_request"}) == count


@pytest.fixture
def pane(dressed: QApplication, qtbot: Any) -> LifePane:
    pane = LifePane()
    qtbot.addWidget(pane)
    pane.resize(620, 560)
    pane.show()
    return pane


@pytest.fixture
def life(qtbot: Any, pane: LifePane) -> LifeRobot:
    return LifeRobot(qtbot, pane)


def test_without_a_run_it_says_what_to_do(life: LifeRobot) -> None:
    assert "Start a server" in life.emptiness()


def test_a_server_lights_up_from_its_start_to_its_end(life: LifeRobot) -> None:
    with ServerHost(quick()) as host:
        life.show_run(host.history()).wait_for_server("listening")
        assert life.emptiness() == ""
        assert life.lit(ServerState.BINDING) is Light.PASSED
        assert life.lit(ServerState.LISTENING) is Light.NOW
        assert life.lit(ServerState.STOPPED) is Light.AHEAD
    life.wait_for_server("stopped")
    assert life.lit(ServerState.CLOSED) is Light.PASSED
    assert life.lit(ServerState.FAILED) is Light.AHEAD


@pytest.mark.parametrize(
    ("concurrency", "own"),
    [
        (Concurrency.ONE_AT_A_TIME, None),
        (Concurrency.THREADING, RequestState.IN_THREAD),
        (Concurrency.FORKING, RequestState.IN_CHILD),
    ],
)
def test_a_request_passes_what_such_a_server_has(
    pane: LifePane, life: LifeRobot, concurrency: Concurrency, own: RequestState | None
) -> None:
    pane.show_spec(quick(concurrency))
    with ServerHost(quick(concurrency)) as host:
        life.show_run(host.history())
        with Client.to(host) as client:
            client.ask("HI")
            life.wait_for_request("request 1: in handle()")
            assert life.lit(RequestState.HANDLING) is Light.NOW
        life.wait_for_request("request 1: done")
    ways = {RequestState.IN_THREAD, RequestState.IN_CHILD}
    assert {state for state in ways if life.is_drawn(state)} == ({own} if own else set())
    # In a child, shutdown_request() closes in the child only; all others pass every box on the spine.
    assert [state for state in life.passed() if state in ways] == ([own] if own else [])
    assert RequestState.CLEANING_UP in life.passed()
    assert RequestState.FAILED not in life.passed()


def test_a_request_that_raised_has_passed_handle_error(life: LifeRobot) -> None:
    with ServerHost(quick(handler="crashing")) as host:
        with Client.to(host) as client:
            client.send("crash")
            until(lambda: ended(host, 1))
        life.show_run(host.history())
    assert RequestState.FAILED in life.passed()
    assert life.on_arrow_to(RequestState.FAILED) == "handle_error"


def test_requests_are_counted_where_they_are(life: LifeRobot) -> None:
    with ServerHost(quick(Concurrency.THREADING)) as host:
        with connect(host), connect(host), connect(host):
            until(lambda: len([event for event in of(host, Entered) if event.name == "handle"]) == 3)
            life.show_run(host.history())
            assert life.count(RequestState.HANDLING) == 3
        until(lambda: ended(host, 3))
        assert life.look().count(RequestState.HANDLING) == 0
        assert life.count(RequestState.DONE) == 3


def test_a_request_is_chosen_by_number_or_by_a_click_on_its_state(pane: LifePane, life: LifeRobot) -> None:
    with ServerHost(quick(Concurrency.THREADING)) as host:
        connect(host).close()
        until(lambda: ended(host, 1))
        with connect(host):
            until(lambda: len([event for event in of(host, Entered) if event.name == "handle"]) == 2)
            pane.show_spec(host.spec)
            life.show_run(host.history())
            assert life.request_state() == "request 2: in handle()"
            assert life.choose_request(1).request_state() == "request 1: done"
            assert life.click(RequestState.HANDLING).request_state() == "request 2: in handle()"
            assert life.click(RequestState.DONE).request_state() == "request 1: done"
            assert life.chosen == [1, 2, 1]
            pane.highlight_request(2)
            assert life.request_state() == "request 2: in handle()"
            assert life.chosen == [1, 2, 1]


def test_replay_shows_any_moment_again(pane: LifePane, life: LifeRobot) -> None:
    with ServerHost(quick()) as host:
        with Client.to(host) as client:
            client.ask("HI")
        until(lambda: ended(host, 1))
    life.show_run(host.history())
    for event in [event for event in of(host, Entered) if event.name in ("verify_request", "handle")]:
        pane.show_moment(event.time)
        state = RequestState.HANDLING if event.name == "handle" else RequestState.VERIFYING
        assert life.lit(state) is Light.NOW
        assert life.count(state) == 1
        assert life.server_state() == "listening"
    pane.show_moment(0)
    assert life.server_state() == "not started"
    assert life.request_state() == "no request yet"
    pane.show_moment(None)
    assert life.request_state() == "request 1: done"
    assert life.server_state() == "stopped"


def test_another_run_begins_anew(life: LifeRobot) -> None:
    with ServerHost(quick()) as host:
        connect(host).close()
        until(lambda: ended(host, 1))
    life.show_run(host.history()).choose_request(1)
    with ServerHost(quick()) as other:
        life.show_run(other.history(), "S2").wait_for_server("listening")
        assert life.request_state() == "no request yet"
    life.show_run(None)
    assert "Start a server" in life.emptiness()


def test_hooks_have_their_real_names_and_overrides_a_mark(pane: LifePane, life: LifeRobot) -> None:
    pane.show_spec(quick(Concurrency.THREADING))
    assert life.on_arrow_to(RequestState.VERIFYING) == "verify_request"
    assert life.on_arrow_to(RequestState.PROCESSING) == "process_request ◆"
    assert life.on_arrow_to(ServerState.BINDING) == "server_bind"


def test_with_room_the_arrows_name_the_classes(pane: LifePane, life: LifeRobot, qtbot: Any) -> None:
    pane.resize(1000, 700)
    with ServerHost(quick(Concurrency.FORKING)) as host:
        pane.show_spec(host.spec)
        life.show_run(host.history())
        wanted = "process_request ◆ ← ForkingMixIn"
        qtbot.waitUntil(lambda: life.on_arrow_to(RequestState.PROCESSING) == wanted)
        assert life.on_arrow_to(RequestState.VERIFYING) == "verify_request ← BaseServer"


def test_the_classes_are_listed(pane: LifePane, life: LifeRobot) -> None:
    with ServerHost(quick(Concurrency.THREADING)) as host:
        pane.show_spec(host.spec)
        life.show_run(host.history()).press_classes()
        assert "verify_request ← BaseServer" in life.classes()
        assert "process_request ← ◆ ThreadingMixIn" in life.classes()
        pane.show_spec(quick(transport=Transport.UDP))
        assert "get_request ← ◆ UDPServer" in life.classes()
        assert life.press_classes().classes() == []


@pytest.mark.parametrize("concurrency", Concurrency)
def test_nothing_is_cut_at_the_size_of_a_small_window(
    pane: LifePane, life: LifeRobot, concurrency: Concurrency, qtbot: Any
) -> None:
    with ServerHost(quick(concurrency)) as host:
        pane.show_spec(host.spec)
        life.show_run(host.history())
    for canvas in pane.findChildren(LifeCanvas):
        qtbot.waitUntil(lambda canvas=canvas: canvas.visibleRegion().boundingRect() == canvas.rect())
        for state in canvas.states():
            words = QFontMetricsF(hook_font()).horizontalAdvance(canvas.words_on_arrow_to(state))
            assert canvas.places().label(state)[0] + words <= canvas.width()
