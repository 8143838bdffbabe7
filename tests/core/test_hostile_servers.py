"""Whatever a server sends: our client's memory stays bounded, and it leaves when it is told to."""

import contextlib
import socket
import time
from functools import partial
from typing import Any

import pytest

from core import Client, ClientError, Transport
from core.address import Address
from core.client import CONNECT_BOUND
from core.events import ClientClosed, ClientConnected, ClientEnded, ClientFailed, Event, MessageReceived
from core.framing import LONGEST_DOCUMENT, Framing, Message
from core.history import PAYLOAD_LIMIT, History
from core.inbox import INBOX_BYTES, INBOX_MESSAGES, Inbox
from tests.core.attackers import MB, Behaviour, hostile_server, reset, send_until_cut_off, talks_without_end
from tests.core.processes import until

SOON = 1.0
"""Seconds within which a client has left that was told to."""


class Visitor:
    """A client in a window: it hears events, keeps them as the window does, and asks for no reply."""

    def __init__(self, address: Address, framing: Framing = Framing.JSON) -> None:
        self.history = History()
        self.client = Client(Transport.TCP, address, framing=framing, on_events=self.history.add)
        self.client.start()

    def heard(self, kind: type[Event]) -> list[Any]:
        return self.history.events(kind)

    def seconds_to_leave(self) -> float:
        began = time.monotonic()
        self.client.close()
        assert self.client.wait_ended(10)
        return time.monotonic() - began

    def payload(self) -> int:
        return sum(len(getattr(event, "data", b"")) for event in self.history)


def ends_with(behave: Behaviour, framing: Framing = Framing.JSON) -> Visitor:
    """Return a visitor whose server did `behave`, once the conversation has ended by itself."""
    with hostile_server(behave) as address:
        visitor = Visitor(address, framing)
        assert visitor.client.wait_ended(10)
    return visitor


FLOODS: dict[str, tuple[Framing, bytes]] = {
    "small documents": (Framing.JSON, b'{"a": "b"}' * 6000),
    "numbers": (Framing.JSON, b"1 " * 30_000),
    "garbage": (Framing.JSON, b"x\n" * 30_000),
    "garbage in one line": (Framing.JSON, b"x" * MB),
    "blanks": (Framing.JSON, b" " * MB),
    "empty lines": (Framing.LINES, b"\n" * 60_000),
    "empty messages": (Framing.LENGTH, bytes(60_000)),
    "long messages": (Framing.LENGTH, MB.to_bytes(4, "big") + bytes(MB)),
    "bytes": (Framing.RAW, bytes(MB)),
}


@pytest.mark.parametrize("what", FLOODS)
def test_a_flood_without_end_is_bounded_and_can_be_left_at_any_time(what: str) -> None:
    framing, piece = FLOODS[what]
    with hostile_server(talks_without_end(piece)) as address:
        visitor = Visitor(address, framing)
        until(lambda: len(visitor.history) > 100)
        assert visitor.seconds_to_leave() < SOON
    assert visitor.payload() <= PAYLOAD_LIMIT
    assert visitor.heard(ClientClosed)


def test_a_reply_of_many_megabytes_is_taken_in_and_kept_up_to_a_limit() -> None:
    size = 50 * MB
    visitor = ends_with(talks_without_end(bytes(MB), size), Framing.RAW)
    assert visitor.payload() <= PAYLOAD_LIMIT
    assert visitor.history.forgotten
    assert visitor.heard(ClientEnded)
    with pytest.raises(BufferError, match="nobody had asked for"):
        visitor.client.receive_bytes()
    assert visitor.client.receive_bytes()


@pytest.mark.parametrize(
    ("framing", "beginning"),
    [(Framing.JSON, b'"'), (Framing.LINES, b""), (Framing.LENGTH, b"\xff\xff\xff\xff")],
)
def test_a_reply_without_an_end_ends_the_conversation(framing: Framing, beginning: bytes) -> None:
    def talk(connection: socket.socket) -> None:
        connection.sendall(beginning)
        send_until_cut_off(connection, b"x" * MB, 1 << 62)

    visitor = ends_with(talk, framing)
    [message] = visitor.heard(MessageReceived)
    assert "at most" in message.problem
    assert message.size <= LONGEST_DOCUMENT
    assert visitor.heard(ClientClosed)


@pytest.mark.parametrize(
    ("framing", "reply"),
    [
        (Framing.JSON, b'"\xff\xfe"'),
        (Framing.JSON, b"[" * 100_000 + b"]" * 100_000),
        (Framing.JSON, b"9" * 1_000_000 + b"\n"),
        (Framing.JSON, b"[NaN]"),
        (Framing.JSON, b"HTTP/1.1 400 Bad Request\r\n\r\n"),
        (Framing.LINES, b"[" * 100_000 + b"\n"),
        (Framing.LINES, b"\xff\xfe\n"),
        (Framing.LINES, b"\n"),
        (Framing.LENGTH, b"\0\0\0\0"),
        (Framing.LENGTH, b"\0\0\0\2\xc3("),
    ],
)
def test_a_reply_that_is_no_json_is_an_error_for_who_asked(framing: Framing, reply: bytes) -> None:
    with (
        hostile_server(lambda connection: connection.sendall(reply)) as address,
        Client(Transport.TCP, address, framing=framing) as client,
        pytest.raises(ValueError, match=r"\w"),
    ):
        client.receive()


def test_half_a_document_and_then_the_end_is_told() -> None:
    visitor = ends_with(lambda connection: connection.sendall(b'{"Say": '))
    [message] = visitor.heard(MessageReceived)
    assert message.data == b'{"Say": '
    assert "in the middle" in message.problem


def test_a_server_that_closes_at_once_is_an_end_and_no_failure() -> None:
    visitor = ends_with(lambda connection: None)
    assert visitor.heard(ClientEnded)
    assert not visitor.heard(ClientFailed)
    with pytest.raises(EOFError):
        visitor.client.receive()


def test_a_server_that_resets_at_once_is_explained() -> None:
    for _ in range(20):  # wherever the client is when the reset comes
        visitor = ends_with(reset)
        assert [event.code for event in visitor.heard(ClientFailed)] == ["reset"]
        with pytest.raises(ClientError, match="reset"):
            visitor.client.receive()


def test_what_a_server_said_before_it_hung_up_on_a_sender_is_heard() -> None:
    def talk(connection: socket.socket) -> None:
        connection.recv(1)
        connection.sendall(b'{"error": "too long"}')  # and closes with bytes unread, which is a reset

    with hostile_server(talk) as address:
        visitor = Visitor(address)
        visitor.client.send_bytes(b"x" * 20 * MB)
        assert visitor.client.wait_ended(10)
    assert [event.data for event in visitor.heard(MessageReceived)] == [b'{"error": "too long"}']
    assert visitor.heard(ClientFailed)


def test_a_server_that_never_accepts_can_be_left_with_unsent_bytes() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        visitor = Visitor(silent.getsockname())
        visitor.client.send_bytes(b"x" * 20 * MB)
        until(lambda: visitor.heard(ClientConnected))
        with pytest.raises(TimeoutError):
            visitor.client.receive(0.01)
        # Bytes that wait have some time to go.
        assert visitor.seconds_to_leave() < 2 * SOON


def test_a_server_that_never_reads_can_be_left_by_a_reset_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        visitor = Visitor(silent.getsockname())
        visitor.client.send_bytes(b"x" * 20 * MB)
        until(lambda: visitor.heard(ClientConnected))
        began = time.monotonic()
        visitor.client.reset()
        assert visitor.client.wait_ended(10)
        assert time.monotonic() - began < SOON / 2


def test_what_waits_for_a_server_that_never_reads_is_bounded() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        visitor = Visitor(silent.getsockname())
        piece = bytes(60 * MB)
        for _ in range(6):
            visitor.client.send_bytes(piece)
        visitor.client.reset()
        assert visitor.client.wait_ended(10)
    assert "does not read" in visitor.heard(ClientFailed)[0].why


def fill_the_backlog(address: tuple[str, int]) -> list[socket.socket]:
    """Connect until the next one has to wait; return all of them."""
    connected = []
    while True:
        one = socket.socket()
        connected.append(one)
        one.settimeout(0.2)
        try:
            one.connect(address)
        except TimeoutError:
            return connected


def test_connecting_to_a_full_queue_can_be_given_up_at_once() -> None:
    with contextlib.ExitStack() as stack:
        listener = stack.enter_context(socket.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for one in fill_the_backlog(listener.getsockname()):
            stack.enter_context(one)
        visitor = Visitor(listener.getsockname())
        assert visitor.seconds_to_leave() < SOON
        assert CONNECT_BOUND > SOON
    assert [type(event).__name__ for event in visitor.history] == ["ClientConnecting", "ClientClosed"]


# The inbox -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "count", "kept"),
    [(0, INBOX_MESSAGES + 5, INBOX_MESSAGES), (MB, INBOX_BYTES // MB + 5, INBOX_BYTES // MB)],
)
def test_an_inbox_forgets_the_oldest_and_says_how_many(size: int, count: int, kept: int) -> None:
    inbox, message = Inbox(), Message(bytes(size))
    for _ in range(count):
        inbox.put(message)
    with pytest.raises(BufferError, match="5 replies"):
        inbox.take(0)
    inbox.close()
    assert sum(1 for _ in iter(partial(inbox.take, 0), None)) == kept
    assert inbox.is_exhausted
