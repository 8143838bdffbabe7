import ast
from itertools import product
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from core.errors import Explanation
from core.spec import OPTIONS, AddressFamily, Concurrency, Loop, ServerSpec, SpecError, Transport
from gui.panes.builder import BuilderPane
from tests.gui.robots.builder import BuilderRobot

TRANSPORTS = {
    "TCP": Transport.TCP,
    "UDP": Transport.UDP,
    "Unix stream": Transport.UNIX_STREAM,
    "Unix datagram": Transport.UNIX_DATAGRAM,
}
CONCURRENCIES = {
    "One at a time": Concurrency.ONE_AT_A_TIME,
    "Threading": Concurrency.THREADING,
    "Forking": Concurrency.FORKING,
}


@pytest.fixture
def pane(qtbot: Any) -> BuilderPane:
    pane = BuilderPane()
    qtbot.addWidget(pane)
    pane.resize(270, 800)
    pane.show()
    return pane


@pytest.fixture
def builder(qtbot: Any, pane: BuilderPane) -> BuilderRobot:
    return BuilderRobot(qtbot, pane)


def test_it_begins_with_the_default_server(pane: BuilderPane) -> None:
    assert pane.spec() == ServerSpec()


@pytest.mark.parametrize(("transport", "concurrency"), list(product(TRANSPORTS, CONCURRENCIES)))
def test_each_of_the_twelve_servers_can_be_chosen(
    pane: BuilderPane, builder: BuilderRobot, transport: str, concurrency: str
) -> None:
    builder.choose(transport=transport, concurrency=concurrency)
    spec = pane.spec()
    assert (spec.transport, spec.concurrency) == (TRANSPORTS[transport], CONCURRENCIES[concurrency])
    assert builder.can_start()
    ast.parse(builder.code())


def test_start_asks_for_what_was_chosen(qtbot: Any, pane: BuilderPane, builder: BuilderRobot) -> None:
    builder.choose(transport="TCP", concurrency="Threading", handler="Slow").write(port="9999", delay="0.5")
    with qtbot.waitSignal(pane.start_requested) as asked:
        builder.start()
    assert asked.args == [
        ServerSpec(
            concurrency=Concurrency.THREADING, handler="slow", handler_options={"delay": 0.5}, port=9999
        )
    ]


def test_every_change_is_told(qtbot: Any, pane: BuilderPane, builder: BuilderRobot) -> None:
    with qtbot.waitSignal(pane.spec_changed) as told:
        builder.choose(transport="UDP")
    assert told.args == [ServerSpec(transport=Transport.UDP)]


def test_only_handlers_that_fit_the_transport_are_offered(builder: BuilderRobot) -> None:
    assert "JSON by lines" in builder.offered("handler")
    builder.choose(transport="UDP")
    assert "JSON by lines" not in builder.offered("handler")


def test_another_transport_does_not_lose_what_was_chosen(pane: BuilderPane, builder: BuilderRobot) -> None:
    builder.choose(handler="JSON by lines").write(port="9999", request_queue_size="1")
    before = pane.spec()
    builder.choose(transport="Unix datagram").write(path="/tmp/lab.sock").choose(handler="Slow").write(
        delay="7"
    )
    unix = pane.spec()
    assert builder.choose(transport="TCP").chosen("handler") == "JSON by lines"
    assert pane.spec() == before
    builder.choose(transport="Unix datagram")
    assert pane.spec() == unix
    assert (unix.path, unix.handler_options) == ("/tmp/lab.sock", {"delay": 7})


def test_an_address_has_host_and_port_or_a_path(builder: BuilderRobot) -> None:
    assert [builder.is_offered(name) for name in ("host", "port", "path")] == [True, True, False]
    builder.choose(transport="Unix stream")
    assert [builder.is_offered(name) for name in ("host", "port", "path")] == [False, False, True]


def test_choosing_ipv6_takes_the_loopback_address_along(pane: BuilderPane, builder: BuilderRobot) -> None:
    builder.choose(address_family="IPv6")
    assert builder.text("host") == "::1"
    assert pane.spec().family is AddressFamily.IPV6


def test_typing_an_ipv6_address_chooses_ipv6(pane: BuilderPane, builder: BuilderRobot) -> None:
    builder.write(host="::")
    assert builder.chosen("address_family") == "IPv6"
    assert builder.can_start()


def test_a_name_keeps_the_chosen_family(pane: BuilderPane, builder: BuilderRobot) -> None:
    builder.choose(address_family="IPv6").write(host="localhost")
    assert pane.spec().address_family is AddressFamily.IPV6


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("port", "99999", "65535"),
        ("port", "http", "whole number"),
        ("request_queue_size", "many", "whole number"),
    ],
)
def test_what_cannot_be_is_explained_beside_its_field(
    pane: BuilderPane, builder: BuilderRobot, name: str, text: str, expected: str
) -> None:
    builder.write(**{name: text})
    assert expected in builder.problem()
    assert name in builder.place_of_problem()
    assert not builder.can_start()
    assert builder.tooltip("start_server") == builder.problem()
    with pytest.raises(SpecError):
        pane.spec()
    builder.write(**{name: ""})
    assert builder.problem() == ""
    assert builder.can_start()


def test_a_handler_option_that_cannot_be_is_explained_beside_its_field(builder: BuilderRobot) -> None:
    builder.choose(handler="Slow").write(delay="soon")
    assert "delay" in builder.problem()
    assert "delay" in builder.place_of_problem()


def test_options_that_differ_are_chips_while_folded(builder: BuilderRobot) -> None:
    builder.unfold_options().choose(loop="handle_request()")
    builder.check(allow_reuse_address=True).write(poll_interval="0.05")
    assert builder.option_chips() == []
    assert builder.fold_options().option_chips() == [
        "handle_request()",
        "allow_reuse_address on",
        "poll_interval 0.05 s",
    ]


def test_a_problem_within_the_folded_options_unfolds_them(pane: BuilderPane, builder: BuilderRobot) -> None:
    pane.show_problem("timeout", Explanation("X", "Too long.", "", ""))
    assert builder.are_options_unfolded()
    assert "timeout" in builder.place_of_problem()


def test_options_without_a_meaning_are_disabled_and_say_why(builder: BuilderRobot) -> None:
    builder.unfold_options()
    assert not builder.is_offered("daemon_threads")
    assert builder.tooltip("daemon_threads").startswith("Only for Threading.")
    assert builder.choose(concurrency="Threading").is_offered("daemon_threads")


def test_every_option_reaches_the_spec(pane: BuilderPane, builder: BuilderRobot) -> None:
    builder.choose(concurrency="Forking", loop="handle_request()")
    builder.check(allow_reuse_address=True, allow_reuse_port=True, block_on_close=False)
    builder.check(disable_nagle_algorithm=True)
    builder.write(request_queue_size="1", timeout="2.5", poll_interval="0.05", max_children="3")
    spec = pane.spec()
    assert spec.loop is Loop.HANDLE_REQUEST
    fitting = {option.name for option in OPTIONS if option.fits(spec.transport, spec.concurrency)}
    assert set(spec.changed_options()) == fitting
    assert spec.timeout == 2.5


def test_no_timeout_can_be_written_as_none(pane: BuilderPane, builder: BuilderRobot) -> None:
    builder.write(timeout="none")
    assert pane.spec().timeout is None


@pytest.mark.parametrize(
    "spec",
    [
        ServerSpec(host="::1", port=80, handler="crashing", handler_options={"word": "boom"}),
        ServerSpec(
            transport=Transport.UNIX_DATAGRAM,
            concurrency=Concurrency.FORKING,
            path="/tmp/lab.sock",
            max_packet_size=512,
            max_children=2,
        ),
        ServerSpec(
            host="localhost", address_family=AddressFamily.IPV6, timeout=1.0, loop=Loop.HANDLE_REQUEST
        ),
    ],
)
def test_a_spec_that_is_shown_is_the_spec_that_is_read(pane: BuilderPane, spec: ServerSpec) -> None:
    pane.set_spec(spec)
    assert pane.spec() == spec


def test_showing_a_spec_tells_of_one_change(qtbot: Any, pane: BuilderPane) -> None:
    told: list[ServerSpec] = []
    pane.spec_changed.connect(told.append)
    spec = ServerSpec(transport=Transport.UDP, port=7, handler="echo")
    pane.set_spec(spec)
    assert told == [spec]


def test_the_classes_are_shown_in_order_with_the_mix_in_standing_out(builder: BuilderRobot) -> None:
    builder.choose(transport="UDP", concurrency="Threading")
    assert builder.classes() == ["Server", "*ThreadingMixIn*", "UDPServer", "TCPServer", "BaseServer"]


def test_the_code_follows_and_is_copied_with_its_imports(builder: BuilderRobot) -> None:
    builder.choose(concurrency="Threading").write(port="9999")
    assert '("127.0.0.1", 9999)' in builder.code()
    builder.copy_code()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("from socketserver import TCPServer, ThreadingMixIn\n")
    assert builder.code() in copied


def test_a_problem_from_outside_is_shown_until_something_changes(
    pane: BuilderPane, builder: BuilderRobot
) -> None:
    problem = Explanation("EADDRINUSE", "Port 80 is taken.", "Another program has it.", "Take another port.")
    pane.show_problem("port", problem)
    assert builder.problem() == "Port 80 is taken.\nAnother program has it.\nTake another port."
    assert "port" in builder.place_of_problem()
    assert builder.can_start()
    builder.write(port="8080")
    assert builder.problem() == ""


def test_a_problem_of_no_field_is_shown_above_start(pane: BuilderPane, builder: BuilderRobot) -> None:
    pane.show_problem("", Explanation("X", "The process ended.", "", "Try again."))
    assert builder.problem() == "The process ended.\nTry again."


def test_an_offer_can_be_accepted(qtbot: Any, pane: BuilderPane, builder: BuilderRobot) -> None:
    pane.show_problem("host", Explanation("OPEN", "Others could connect.", "", ""))
    assert builder.offer() == ""
    pane.show_offer("Open to the network anyway")
    assert builder.offer() == "Open to the network anyway"
    with qtbot.waitSignal(pane.offer_accepted):
        builder.accept_offer()
    pane.clear_problem()
    assert (builder.problem(), builder.offer()) == ("", "")


def test_stop_can_be_pressed_only_for_a_server_that_runs(
    qtbot: Any, pane: BuilderPane, builder: BuilderRobot
) -> None:
    assert not builder.can_stop()
    pane.set_selected_running(True, "TCP · Threading")
    assert builder.can_stop()
    with qtbot.waitSignal(pane.stop_requested):
        builder.stop()
    pane.set_selected_running(False, "")
    assert not builder.can_stop()


def test_every_control_has_a_name_and_a_tooltip(pane: BuilderPane, builder: BuilderRobot) -> None:
    pane.set_selected_running(True, "TCP · Threading")
    builder.choose(handler="Slow").unfold_options()
    assert builder.untold_controls() == []


def test_it_fits_a_column_of_270_pixels(pane: BuilderPane, builder: BuilderRobot) -> None:
    builder.choose(transport="Unix datagram", concurrency="Forking").unfold_options()
    builder.write(path="/tmp/" + "x" * 60)
    assert pane.minimumSizeHint().width() <= 270
    assert pane.width() == 270
