import socket
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from core import Client, ClientError, Concurrency, ServerHost, ServerSpec, Transport
from core.events import ClientSent, EndOfStream, Event, NotKept, ProcessEnded, Received
from core.framing import Framing
from core.history import History
from gui import theme
from gui.panes.bytes_view import BytesPane
from tests.gui.robots.bytes import BytesRobot

PEER = "127.0.0.1:50001"
QUICK = {"poll_interval": 0.02}
SLOW = ServerSpec(handler="slow", handler_options={"delay": 0.2}, **QUICK)  # type: ignore[arg-type]
DEFAULT = ServerSpec(**QUICK)  # type: ignore[arg-type]
NAIVE = ServerSpec(handler="naive-json", **QUICK)  # type: ignore[arg-type]
UDP = ServerSpec(transport=Transport.UDP, **QUICK)  # type: ignore[arg-type]


@pytest.fixture
def pane(dressed: QApplication, qtbot: Any) -> BytesPane:
    pane = BytesPane()
    qtbot.addWidget(pane)
    pane.resize(626, 700)
    pane.show()
    return pane


@pytest.fixture
def ruler(qtbot: Any, pane: BytesPane) -> BytesRobot:
    return BytesRobot(qtbot, pane)


@pytest.fixture(scope="module")
def merged() -> tuple[ServerSpec, History]:
    """A run in which three quick sends came while the handler was asleep."""
    with ServerHost(SLOW) as host, Client.to(host, "A") as client:
        client.send({"Say": "FIRST"})
        client.receive()
        send_three(client)
        for _ in range(3):
            client.receive()
    return SLOW, host.history()


def send_three(client: Client) -> None:
    for word in ("ONE", "TWO", "THREE"):
        client.send(word)


# Empty ----------------------------------------------------------------------------------------------------


def test_without_a_run_it_says_what_to_do(ruler: BytesRobot) -> None:
    assert "Start a server" in ruler.emptiness()


def test_without_a_conversation_it_says_what_to_do(ruler: BytesRobot) -> None:
    assert "Open a client" in ruler.show_run(History()).emptiness()


# Streams --------------------------------------------------------------------------------------------------


def test_three_sends_that_a_busy_handler_gets_at_once_are_merged(ruler: BytesRobot) -> None:
    with ServerHost(SLOW) as host, Client.to(host, "A") as client:
        ruler.show_run(host.history(), SLOW)
        client.send("ZERO")  # the handler sleeps over this one
        ruler.wait_for("1 recv")
        send_three(client)
        ruler.wait_for("4 sends → 2 recvs")
        ruler.wait_for("4 messages").wait_for_conversation("Newest: A ↔ request 1 · 127.0.0.1:")
    assert "keeps the order of bytes, not the borders of messages" in ruler.summary()


def test_a_long_document_is_split(ruler: BytesRobot) -> None:
    with ServerHost(DEFAULT) as host, Client.to(host, "A") as client:
        client.ask("X" * 20_000)
        ruler.show_run(host.history(), DEFAULT)
        ruler.wait_for("1 send → 3 recvs · 20,003 bytes · 1 message")
    assert "1 send → 3 recvs: TCP keeps the order" in ruler.summary()


def test_half_a_character_at_the_buffers_edge_is_marked(ruler: BytesRobot) -> None:
    with ServerHost(NAIVE) as host, Client.to(host, "A") as client:
        client.send("x" * 1022 + "é and more")
        with pytest.raises((EOFError, ClientError)):
            client.receive()
        ruler.show_run(host.history(), NAIVE)
        ruler.wait_for("1 character cut")
    assert "“é” at byte 1,023 is cut in half" in ruler.summary()
    ruler.press("show_cut")
    assert ruler.sees(1023)
    assert not ruler.sees(0)
    assert not ruler.fits()


def test_the_handlers_framing_is_shown_until_another_is_chosen(ruler: BytesRobot) -> None:
    spec = ServerSpec(handler="json-lines", **QUICK)  # type: ignore[arg-type]
    with ServerHost(spec) as host, Client.to(host, "A") as client:
        client.ask({"a": "B"})
        client.ask({"c": "D"})
        ruler.show_run(host.history(), spec).wait_for("2 messages")
        assert ruler.framing() == Framing.LINES
        assert "messages" not in ruler.frame_by(Framing.LENGTH).totals()
        assert "2 messages" in ruler.frame_by(Framing.RAW).totals()
        assert "2 messages" in ruler.frame_by(Framing.JSON).totals()


def test_a_strangers_calls_are_not_seen_and_that_is_said(ruler: BytesRobot) -> None:
    with ServerHost(DEFAULT) as host, socket.create_connection(host.address) as stranger:  # type: ignore[arg-type]
        stranger.sendall(b'{"a": "B"}')
        assert stranger.recv(100) == b'{"a": "b"}'
        ruler.show_run(host.history(), DEFAULT).wait_for("1 recv · 10 bytes · 1 message")
        ruler.wait_for("1 send · 10 bytes", "to_client")
        ruler.wait_for_conversation("Newest: a stranger ↔ request 1")


def test_a_client_of_a_serial_server_waits_to_be_accepted(ruler: BytesRobot) -> None:
    with ServerHost(DEFAULT) as host, Client.to(host, "A") as first, Client.to(host, "B") as second:
        first.ask(1)
        second.send(2)
        ruler.show_run(host.history(), DEFAULT).wait_for("1 send")
        assert "B ↔ not accepted yet" in ruler.conversation()
        first.close()
        assert second.receive() == 2
        ruler.wait_for_conversation("Newest: B ↔ request 2").wait_for("1 send → 1 recv")


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="this system has no Unix sockets")
def test_clients_of_a_forking_unix_server_are_told_apart(ruler: BytesRobot) -> None:
    spec = ServerSpec(transport=Transport.UNIX_STREAM, concurrency=Concurrency.FORKING, **QUICK)  # type: ignore[arg-type]
    with ServerHost(spec) as host, Client.to(host, "A") as first, Client.to(host, "B") as second:
        second.ask("FROM B")
        first.ask("A")
        ruler.show_run(host.history(), spec)
        ruler.pick(2).wait_for("9 bytes")
        ruler.wait_for_conversation("B ↔ request 2").pick(1).wait_for("4 bytes")
        ruler.wait_for_conversation("A ↔ request 1")


# Datagrams ------------------------------------------------------------------------------------------------


def test_a_datagram_longer_than_max_packet_size_is_cut(ruler: BytesRobot) -> None:
    with ServerHost(UDP) as host, Client.to(host, "A") as client:
        client.ask("SHORT")
        client.ask("X" * 20_000)
        ruler.show_run(host.history(), UDP).wait_for("2 sent · 2 received · 1 cut")
        ruler.wait_for("2 sent · 2 received", "to_client")
    assert "only the first 8,192 bytes came" in ruler.summary()
    assert not ruler.frames()


def test_datagrams_that_a_busy_server_has_no_room_for_are_lost(ruler: BytesRobot, qtbot: Any) -> None:
    spec = ServerSpec(
        transport=Transport.UDP, handler="slow", handler_options={"delay": 0.3}, poll_interval=0.02
    )
    with ServerHost(spec) as host, Client.to(host, "A") as client:
        for number in range(300):
            client.send_message(b"%3d" % number + bytes(8_000))
        ruler.show_run(host.history(), spec).wait_for("300 sent")
        # Of a server that was seen to take nothing, nothing is called lost.
        qtbot.waitUntil(lambda: bool(host.history().events(Received)))
        host.stop(1.0)
        assert host.wait_ended(10)
        assert host.history().events(ProcessEnded)
        ruler.wait_for("lost")
    assert "datagrams did not arrive" in ruler.summary()


def test_a_request_lights_up_its_datagram_and_a_click_tells_of_it(
    ruler: BytesRobot, pane: BytesPane, qtbot: Any
) -> None:
    with ServerHost(UDP) as host, Client.to(host, "A") as client:
        client.ask("ONE")
        client.ask("TWO")
        ruler.show_run(host.history(), UDP).wait_for("2 sent · 2 received")
    with qtbot.waitSignal(pane.request_chosen, timeout=1_000) as chosen:
        ruler.click("sent", 1)
    assert chosen.args == [2]
    before = _picture(pane)
    pane.highlight_request(1)
    assert _picture(pane) != before


# Looking closer -------------------------------------------------------------------------------------------


def test_a_click_tells_which_call_it_was_and_chooses_its_request(
    ruler: BytesRobot, pane: BytesPane, merged: tuple[ServerSpec, History], qtbot: Any
) -> None:
    spec, history = merged
    ruler.show_run(history, spec)
    with qtbot.waitSignal(pane.request_chosen, timeout=1_000) as chosen:
        ruler.click("got", 20)
    assert chosen.args == [1]
    assert "recv() returned" in ruler.piece()
    assert "took" in ruler.piece()
    assert '"ONE"' in ruler.piece_bytes()
    ruler.press("as_hex")
    assert "22 4f 4e 45 22" in ruler.piece_bytes()
    ruler.click("sent", 0)
    assert ruler.piece().startswith("Client A: send() sent 17 bytes")


def test_arrow_keys_walk_from_piece_to_piece(ruler: BytesRobot, merged: tuple[ServerSpec, History]) -> None:
    ruler.show_run(merged[1], merged[0]).click("sent", 0)
    assert "17 bytes" in ruler.piece()
    assert "6 bytes" in ruler.key(Qt.Key.Key_Right).piece()
    assert "recv() returned" in ruler.key(Qt.Key.Key_Down).piece()


def test_zoom_leaves_fit_and_fit_brings_all_back(
    ruler: BytesRobot, merged: tuple[ServerSpec, History]
) -> None:
    ruler.show_run(merged[1], merged[0])
    assert ruler.sees(0)
    ruler.press("zoom_in").press("zoom_in")
    assert not ruler.fits()
    ruler.key(Qt.Key.Key_End)
    assert not ruler.sees(0)
    ruler.key(Qt.Key.Key_Home)
    assert ruler.sees(0)
    assert ruler.press("fit").fits()
    assert ruler.sees(36)


def test_a_short_piece_stands_in_a_low_box_and_a_long_one_fills_the_room(
    ruler: BytesRobot, merged: tuple[ServerSpec, History]
) -> None:
    ruler.show_run(merged[1], merged[0]).click("sent", 0)
    assert not ruler.wait_for_low_box().box_is_scrolled_to_read()
    with ServerHost(DEFAULT) as host, Client.to(host, "A") as client:
        client.ask({str(number): number for number in range(2_000)})
    # Once nothing more comes: what comes moves everything.
    ruler.show_run(host.history(), DEFAULT).wait_for("1 message").look()
    ruler.click("got", 4_000)
    ruler.wait_for_high_box()


def test_thousands_of_datagrams_are_all_in_view_and_zoom_tells_them_apart(ruler: BytesRobot) -> None:
    events: list[Event] = []
    for number in range(1, 5_001):
        data = b"%d" % number
        events.append(ClientSent(2 * number, 1, 1, 0, number, "A", PEER, len(data), data))
        if number % 1_000:
            events.append(
                Received(2 * number + 1, 2, 2, number, number, "recvfrom", 1, 0, PEER, len(data), data)
            )
    history = History()
    history.add(events)
    ruler.show_run(history, UDP).wait_for("5,000 sent · 4,995 received · 4 lost · 1 not received yet")
    assert ruler.sees(0)
    assert ruler.sees(4_999)
    ruler.click("sent", 2_500)
    assert ruler.piece().startswith("Client A: send() sent 4 bytes")
    ruler.press("fit")
    for _ in range(8):
        ruler.press("zoom_in")
    assert not ruler.sees(0)


def test_a_replay_shows_what_had_happened_by_then(
    ruler: BytesRobot, pane: BytesPane, merged: tuple[ServerSpec, History]
) -> None:
    spec, history = merged
    ruler.show_run(history, spec)
    first = history.events(Received)[0]
    pane.show_moment(first.time)
    assert ruler.totals() == "1 send → 1 recv · 17 bytes · 1 message"
    assert "no bytes yet" in ruler.totals("to_client")
    pane.show_moment(first.time - 1)
    assert ruler.totals() == "1 send · 17 bytes · 1 message"
    pane.show_moment(None)
    assert "4 sends" in ruler.totals()


def test_a_request_brings_its_conversation_into_view_also_if_it_comes_later(
    ruler: BytesRobot, pane: BytesPane
) -> None:
    spec = ServerSpec(concurrency=Concurrency.THREADING, **QUICK)  # type: ignore[arg-type]
    with ServerHost(spec) as host, Client.to(host, "A") as first, Client.to(host, "B") as second:
        first.ask("A")
        second.ask("BB")
        ruler.show_run(host.history(), spec).wait_for("5 bytes")
        pane.highlight_request(1)
        ruler.wait_for_conversation("A ↔ request 1").wait_for("4 bytes")
        pane.highlight_request(3)
        with Client.to(host, "C") as third:
            third.ask("CCC")
            ruler.wait_for_conversation("C ↔ request 3").wait_for("6 bytes")


def test_bytes_that_are_not_kept_are_hatched_and_that_is_said(ruler: BytesRobot) -> None:
    with ServerHost(DEFAULT) as host, Client.to(host, "A") as client:
        client.ask("X" * 200_000)
        ruler.show_run(host.history(), DEFAULT).wait_for("200,003 bytes · 1 message")
    ruler.click("sent", 100)
    assert "65,536 bytes are kept; the rest is hatched" in ruler.piece()


def test_events_that_did_not_arrive_are_a_reason_for_doubt(
    ruler: BytesRobot, merged: tuple[ServerSpec, History]
) -> None:
    history = History()
    history.add([*merged[1], NotKept(1, 1, 1, 0, 1, 7)])
    assert "7 events did not reach the window" in ruler.show_run(history).caveat()


def test_the_end_of_a_stream_is_told(ruler: BytesRobot) -> None:
    with ServerHost(DEFAULT) as host:
        with Client.to(host, "A") as client:
            client.ask("A")
        ruler.show_run(host.history(), DEFAULT).wait_for("ended")
        assert host.history().events(EndOfStream)


def test_it_follows_the_theme(
    ruler: BytesRobot, pane: BytesPane, dressed: QApplication, merged: tuple[ServerSpec, History]
) -> None:
    ruler.show_run(merged[1], merged[0])
    light = _picture(pane).pixelColor(300, 100).lightness()
    theme.apply(dressed, Qt.ColorScheme.Dark)
    dark = _picture(pane).pixelColor(300, 100).lightness()
    theme.apply(dressed, Qt.ColorScheme.Light)
    assert light > 200 > 60 > dark


def _picture(pane: BytesPane) -> QImage:
    return pane.grab().toImage()
