"""What a client tells, in which order, and how it ends."""

import itertools
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from core import Client, ClientError, Concurrency, ServerHost, ServerSpec, Transport, client
from core.address import Address
from core.errors import UDP_LIMIT
from core.events import (
    ClientClosed,
    ClientConnected,
    ClientConnecting,
    ClientEnded,
    ClientEvent,
    ClientFailed,
    ClientReceived,
    ClientSent,
    Event,
    MessageReceived,
    MessageSent,
    Raised,
    Received,
)
from core.framing import Framing
from core.handlers import HANDLERS
from tests.core.processes import of, until

STREAMS = [Transport.TCP, Transport.UNIX_STREAM]
DATAGRAMS = [Transport.UDP, Transport.UNIX_DATAGRAM]


def quick(transport: Transport = Transport.TCP, handler: str = "lowercase-json", **rest: Any) -> ServerSpec:
    return ServerSpec(
        transport=transport,
        concurrency=Concurrency.THREADING,
        handler=handler,
        poll_interval=0.02,
        **rest,
    )


@contextmanager
def talking(spec: ServerSpec) -> Iterator[tuple[ServerHost, Client]]:
    """A server, and a client that is connected to it."""
    with ServerHost(spec) as host, Client.to(host, name="A") as talker:
        yield host, talker


def failure(transport: Transport, address: Address) -> str:
    """Return the code of the explanation why no client can connect there."""
    with pytest.raises(ClientError) as caught, Client(transport, address):
        pass
    return caught.value.explanation.code


# What the handlers say -------------------------------------------------------------------------------------

SAID = {"Say": ["HELLO", 1, None]}
LOWER = {"Say": ["hello", 1, None]}

ANSWERS: dict[str, tuple[Any, list[Any]]] = {
    "lowercase-json": (SAID, [LOWER]),
    "naive-json": ("HELLO", ["hello"]),
    "json-lines": (SAID, [LOWER]),
    "json-length": (SAID, [LOWER]),
    "echo": (SAID, [SAID]),
    "upper-case": ("hello", ["HELLO"]),
    "slow": (SAID, [LOWER]),
    "crashing": (SAID, [LOWER]),
    "counter": (SAID, [{"count": 1}]),
    "chat-room": (SAID, [{"here": 1}, {"from": "guest 1", "says": SAID}]),
}
"""What is said to each handler, and the replies; of an object in which more stands, a part."""

OPTIONS: dict[str, dict[str, Any]] = {"slow": {"delay": 0.0}}

FITTING = [
    (key, transport)
    for key, transport in itertools.product(HANDLERS, Transport)
    if HANDLERS[key].class_name(transport.is_stream)
]


def agrees(reply: Any, expected: Any) -> bool:
    if isinstance(expected, dict) and isinstance(reply, dict):
        return all(reply.get(key) == value for key, value in expected.items())
    return bool(reply == expected)


@pytest.mark.parametrize(("handler", "transport"), FITTING)
def test_a_client_talks_with_every_handler_over_every_transport_that_it_fits(
    handler: str, transport: Transport
) -> None:
    said, expected = ANSWERS[handler]
    with talking(quick(transport, handler, handler_options=OPTIONS.get(handler, {}))) as (_, talker):
        talker.send(said)
        for part in expected:
            assert agrees(talker.receive(), part)


@pytest.mark.parametrize("handler", ["json-lines", "json-length", "lowercase-json"])
def test_documents_sent_at_once_are_answered_one_by_one(handler: str) -> None:
    documents = [["A", number] for number in range(200)]
    with talking(quick(handler=handler)) as (_, talker):
        for document in documents:
            talker.send(document)
        assert [talker.receive() for _ in documents] == [["a", number] for number in range(200)]


@pytest.mark.parametrize(
    ("framing", "message", "sent"),
    [
        (Framing.JSON, b"12", b"12\n"),
        (Framing.LINES, b"12", b"12\n"),
        (Framing.LENGTH, b"12", b"\0\0\0\x0212"),
        (Framing.RAW, b"12", b"12"),
    ],
)
def test_a_message_is_sent_with_what_the_framing_adds(framing: Framing, message: bytes, sent: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        with Client(Transport.TCP, server.getsockname(), framing=framing) as talker:
            talker.send_message(message)
            connection, _ = server.accept()
        with connection:
            assert connection.makefile("rb").read() == sent


@pytest.mark.parametrize("framing", Framing)
def test_nothing_is_added_to_a_datagram(framing: Framing) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))
        with Client(Transport.UDP, server.getsockname(), framing=framing) as talker:
            talker.send_message(b"12")
            assert server.recv(100) == b"12"


# Events ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("transport", Transport)
def test_a_conversation_is_told_in_the_order_in_which_it_happens(transport: Transport) -> None:
    with talking(quick(transport)) as (host, talker):
        assert talker.ask("HELLO") == "hello"
    told = [event for event in host.history() if isinstance(event, ClientEvent)]
    assert [type(event) for event in told] == [
        ClientConnecting,
        ClientConnected,
        ClientSent,
        MessageSent,
        ClientReceived,
        MessageReceived,
        ClientClosed,
    ]
    assert {event.client for event in told} == {"A"}
    assert [getattr(event, "data", None) for event in told][3:6] == [b'"HELLO"', b'"hello"', b'"hello"']


@pytest.mark.parametrize("transport", Transport)
def test_what_was_sent_stands_before_what_was_received_of_it(transport: Transport) -> None:
    with talking(quick(transport)) as (host, talker):
        for _ in range(20):
            talker.ask("HELLO")
    kinds = [type(event) for event in host.history() if isinstance(event, ClientSent | Received)]
    assert kinds == [ClientSent, Received] * 20


@pytest.mark.parametrize("transport", Transport)
def test_both_sides_tell_of_the_same_bytes_and_addresses(transport: Transport) -> None:
    with talking(quick(transport, "echo")) as (host, talker):
        talker.send_bytes(bytes(range(256)))
        talker.receive_bytes()
        until(lambda: of(host, Received))
    assert of(host, ClientSent)[0].data == of(host, Received)[0].data
    if transport is not Transport.UNIX_STREAM:  # where the client has no address
        assert of(host, ClientConnected)[0].local == of(host, Received)[0].peer


# Ends ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("transport", STREAMS)
def test_after_a_half_close_the_reply_still_comes_and_then_the_end(transport: Transport) -> None:
    with talking(quick(transport)) as (host, talker):
        talker.send_bytes(b'["HELLO"]12')  # only the end makes the number whole
        talker.half_close()
        assert talker.receive() == ["hello"]
        assert talker.receive() == 12
        for _ in range(2):  # the end stays the end
            with pytest.raises(EOFError):
                talker.receive()
    assert of(host, ClientEnded)
    assert not of(host, ClientFailed)


def test_a_reset_is_an_error_on_the_servers_side() -> None:
    with talking(quick()) as (host, talker):
        talker.ask("HELLO")
        talker.reset()
        until(lambda: of(host, Raised))
    assert of(host, Raised)[0].kind == "ConnectionResetError"
    assert not of(host, ClientFailed)


@pytest.mark.parametrize("transport", STREAMS)
def test_exit_ends_the_conversation_without_a_reply(transport: Transport) -> None:
    with talking(quick(transport)) as (_, talker):
        talker.send("Exit")
        with pytest.raises(EOFError):
            talker.receive()


@pytest.mark.parametrize("transport", Transport)
def test_what_was_sent_before_closing_arrives(transport: Transport) -> None:
    with ServerHost(quick(transport, "echo")) as host:
        with Client.to(host) as talker:
            talker.send_bytes(b"x" * 8000)
        until(lambda: sum(event.size for event in of(host, Received)) == 8000)


def test_a_client_can_be_closed_before_it_was_started_and_twice() -> None:
    told: list[Event] = []
    talker = Client(Transport.TCP, ("127.0.0.1", 1), on_events=told.extend)
    talker.close()
    talker.start()
    talker.close()
    assert talker.wait_ended(5)
    assert isinstance(told[-1], ClientClosed)


@pytest.mark.parametrize("transport", Transport)
def test_a_server_that_stops_ends_or_fails_the_conversation(transport: Transport) -> None:
    with talking(quick(transport)) as (host, talker):
        talker.ask("HELLO")
        host.stop()
        assert host.wait_ended(10)
        talker.send("HELLO")
        if transport.is_stream:
            with pytest.raises((EOFError, ClientError)):
                talker.receive()
            return
        with pytest.raises(ClientError) as caught:
            talker.receive()
    assert caught.value.explanation.code in ("udp-to-nobody", "server-gone")


# Failures are explained ------------------------------------------------------------------------------------


@contextmanager
def nobody() -> Iterator[tuple[str, int]]:
    """The address of a port that is taken, and where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()


def test_a_refused_connection_is_explained() -> None:
    with nobody() as address:
        assert failure(Transport.TCP, address) == "refused"


def test_a_connection_that_does_not_come_about_in_time_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "CONNECT_BOUND", 0.1)
    with socket.socket() as listener, socket.socket() as first:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        first.connect(listener.getsockname())
        assert failure(Transport.TCP, listener.getsockname()) == "connect-timed-out"


def test_a_full_queue_of_a_unix_server_is_explained(tmp_path: Path) -> None:
    path = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as listener, socket.socket(socket.AF_UNIX) as first:
        listener.bind(path)
        listener.listen(0)
        first.connect(path)
        assert failure(Transport.UNIX_STREAM, path) == "queue-full"


@pytest.mark.parametrize("transport", [Transport.UNIX_STREAM, Transport.UNIX_DATAGRAM])
@pytest.mark.parametrize(
    ("name", "code"), [("nothing", "no-socket-file"), ("file", "not-a-socket"), ("x" * 200, "path-too-long")]
)
def test_a_path_that_leads_to_no_server_is_explained(
    transport: Transport, name: str, code: str, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    assert failure(transport, str(tmp_path / name)) == code


@pytest.mark.parametrize("host", ["no such name", "x" * 300, "\ud800", ".."])
@pytest.mark.parametrize("transport", [Transport.TCP, Transport.UDP])
def test_a_host_that_is_none_is_explained(transport: Transport, host: str) -> None:
    assert failure(transport, (host, 80)) == "name-not-resolved"


@pytest.mark.parametrize(
    ("port", "code"), [(0, "no-port"), (-1, "bad-port"), (65_537, "bad-port"), (10**30, "bad-port")]
)
def test_a_port_that_is_none_is_explained(port: int, code: str) -> None:
    assert failure(Transport.TCP, ("127.0.0.1", port)) == code


def test_a_datagram_to_nobody_is_explained_and_the_conversation_goes_on() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))
        address = server.getsockname()
    with Client(Transport.UDP, address) as talker:
        talker.send("HELLO")
        with pytest.raises(ClientError, match="Nobody is listening"):
            talker.receive()
        with ServerHost(quick(Transport.UDP, port=address[1])):
            assert talker.ask("HELLO") == "hello"


@pytest.mark.parametrize("transport", DATAGRAMS)
def test_a_datagram_that_is_too_long_is_explained_and_the_conversation_goes_on(transport: Transport) -> None:
    size = UDP_LIMIT + 1 if transport is Transport.UDP else 10_000_000
    with talking(quick(transport)) as (host, talker):
        talker.send_bytes(b"x" * size)
        with pytest.raises(ClientError, match=f"{size:,}"):
            talker.receive()
        assert talker.ask("HELLO") == "hello"
    assert [event.code for event in of(host, ClientFailed)] == ["datagram-too-long"]


@pytest.mark.parametrize("transport", DATAGRAMS)
def test_an_empty_datagram_is_sent_and_an_empty_reply_is_heard(transport: Transport) -> None:
    with talking(quick(transport, "echo")) as (host, talker):
        talker.send_bytes(b"")
        assert talker.receive_bytes() == b""
    assert [event.size for event in of(host, MessageReceived)] == [0]


@pytest.mark.parametrize("value", ["half a pair: \ud800", "\0", "\u202e", {"": []}, 10**4000, -0.5, None])
def test_any_json_value_makes_the_way_there_and_back(value: Any) -> None:
    with talking(quick()) as (_, talker):
        assert talker.ask(value) == value


def test_every_address_of_a_name_has_its_try() -> None:
    known = {info[4][0] for info in socket.getaddrinfo("localhost", 1, type=socket.SOCK_STREAM)}
    if len(known) < 2:
        pytest.skip("localhost has one address only here")
    for host in sorted(known):
        with ServerHost(ServerSpec(host=str(host), poll_interval=0.02)) as server:
            assert isinstance(server.address, tuple)
            with Client(Transport.TCP, ("localhost", server.address[1])) as client:
                assert client.ask("HI") == "hi"
