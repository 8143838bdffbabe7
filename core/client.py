"""A conversation with a server: what the client says and hears become events too.

A client has one socket and one thread, which waits for both directions at once, so that neither a server that
does not read nor one that does not write can hold up the caller.
"""

import contextlib
import errno
import json
import os
import selectors
import socket
import struct
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

import msgspec

from core import json_document
from core.address import Address, show
from core.errors import Explanation, explain_client
from core.events import (
    DATA_KEPT,
    ClientClosed,
    ClientConnected,
    ClientConnecting,
    ClientEnded,
    ClientFailed,
    ClientReceived,
    ClientSent,
    Event,
    MessageReceived,
    MessageSent,
)
from core.framing import Framer, Framing, Message, frame, framer
from core.inbox import Inbox
from core.spec import Transport
from core.witness import Straight, Witness
from core.wording import worded

if TYPE_CHECKING:
    from core.host import ServerHost

CONNECT_BOUND = 5.0
"""Seconds a connection may take to come about."""

LEAVE_BOUND = 1.0
"""Seconds that what waits to be sent has to go when the conversation is closed."""

RECV_SIZE = 64 * 1024
"""At most this many bytes are read at once; no datagram is longer."""

OUTBOX_LIMIT = 256 * 1024 * 1024
"""At most this many bytes wait to be sent to a server that does not read."""


Doing = Literal["connect", "send", "receive"]

_UNDER_WAY = (errno.EINPROGRESS, errno.EWOULDBLOCK) if sys.platform == "win32" else (errno.EINPROGRESS,)


class ClientError(Exception):
    """The conversation failed; `explanation` says what happened, why, and what to try."""

    def __init__(self, explanation: Explanation) -> None:
        """Carry the explanation."""
        super().__init__(f"{explanation.what} {explanation.why} {explanation.hint}")
        self.explanation = explanation


class Client:
    """One client: `start`, `send_message`, `half_close` and `close` return at once, events tell the rest.

    In a script use it as a context manager with `ask`, `send` and `receive`, which wait.
    """

    def __init__(
        self,
        transport: Transport,
        address: Address,
        *,
        framing: Framing = Framing.JSON,
        name: str = "client",
        on_events: Callable[[list[Event]], object] | None = None,
        without_address: bool = False,
    ) -> None:
        """Describe the conversation; nothing is opened yet.

        A Unix datagram client `without_address` binds none, so that no server can answer it.
        """
        self.transport = transport
        self.address = address
        self.framing = framing if transport.is_stream else Framing.RAW
        self.name = name
        self._tell_all = on_events
        self._witness = Witness(Straight(lambda event: self._hand_on([event])))
        self._inbox = Inbox()
        self._outbox: deque[_Piece] = deque()
        self._without_address = without_address
        self._closing = False
        self._vanishing = False
        self._is_reading = True
        self._reset = False
        self._half_close = False
        self._local = ""
        self._bound_path = ""
        self._wakes: tuple[socket.socket, socket.socket] | None = None
        self._queued = self._gone = 0
        self._thread = threading.Thread(target=self._run, name=f"socket-lab client {name}", daemon=True)
        self._connected = threading.Event()

    @classmethod
    def to(
        cls,
        host: "ServerHost",
        name: str = "client",
        on_events: Callable[[list[Event]], object] | None = None,
        without_address: bool = False,
    ) -> Self:
        """Return a client for a running server, framed as its handler frames; its events join the run's."""
        history = host.history()

        def both(batch: list[Event]) -> None:
            history.add(batch)
            if on_events:
                on_events(batch)

        framing = host.spec.framing
        return cls(
            host.spec.transport,
            host.address,
            framing=framing,
            name=name,
            on_events=both,
            without_address=without_address,
        )

    # Commands: they return at once ----------------------------------------------------------------------

    def start(self) -> None:
        """Connect."""
        self._wakes = socket.socketpair()
        for end in self._wakes:
            end.setblocking(False)
        self._thread.start()

    def send_message(self, message: bytes) -> None:
        """Send a whole message, with what the framing adds to it."""
        framed = frame(self.framing, message) if self.transport.is_stream else message
        self._put(_Piece(memoryview(framed), message))

    def send_bytes(self, data: bytes) -> None:
        """Send bytes as they are."""
        self._put(_Piece(memoryview(data), data))

    def half_close(self) -> None:
        """Say that no more will be sent, once what waits is sent; replies can still arrive."""
        self._half_close = True
        self._wake()

    def reset(self) -> None:
        """Close so that the peer gets a reset (RST) and not an orderly end."""
        self._reset = True
        self.close()

    def vanish(self) -> None:
        """Be gone at once, as a program that was killed: nothing that waits is sent, nothing is read.

        With something unread the system answers with a reset (RST), else with an orderly end (RFC 1122,
        4.2.2.13).
        """
        self._is_reading = False
        self._vanishing = True
        self.close()

    def stop_reading(self) -> None:
        """Leave what arrives in the kernel's buffer, so that in the end the server cannot send any more."""
        self._is_reading = False
        self._wake()

    def read_again(self) -> None:
        """Read what has arrived, and what will."""
        self._is_reading = True
        self._wake()

    def close(self) -> None:
        """End the conversation."""
        self._closing = True
        self._wake()

    # For scripts: they wait -----------------------------------------------------------------------------

    def send(self, value: object) -> None:
        """Send a value as JSON."""
        self.send_message(json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace"))

    def receive(self, seconds: float = 5.0) -> Any:
        """Return the next reply's value.

        Raises `TimeoutError` if there was none in time, `EOFError` when the server closed its side,
        `ClientError` when the conversation failed, `ValueError` when the reply is not JSON, `BufferError`
        when so many replies had come before that the oldest had to go.
        """
        return json_document.decode(self.receive_bytes(seconds))

    def receive_bytes(self, seconds: float = 5.0) -> bytes:
        """Return the next reply's bytes; raises as `receive`."""
        got = self._inbox.take(seconds)
        if isinstance(got, Message):
            return got.data
        if isinstance(got, Explanation):
            raise ClientError(got)
        place = show(self.address)
        if self._inbox.is_exhausted:
            raise EOFError(f"{place} closed the conversation")
        raise TimeoutError(f"no reply from {place} within {seconds:g} s")

    def ask(self, value: object, seconds: float = 5.0) -> Any:
        """Send a value and return the reply's; raises as `receive`."""
        self.send(value)
        return self.receive(seconds)

    def wait_ended(self, seconds: float | None = None) -> bool:
        """Wait until the socket is closed and the thread has ended."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def __enter__(self) -> Self:
        """Connect, and wait until it is done; raises `ClientError`."""
        self.start()
        self._connected.wait(CONNECT_BOUND + 1)
        if not self._local:
            self.close()
            self.receive_bytes()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the conversation, and wait until it has ended."""
        self.close()
        self.wait_ended()

    # On the client's thread ------------------------------------------------------------------------------

    def _run(self) -> None:
        assert self._wakes is not None
        wake = self._wakes[0]
        try:
            with selectors.DefaultSelector() as selector:
                selector.register(wake, selectors.EVENT_READ)
                self._meet(selector)
        except _CallFailed as failure:
            self._fail(failure)
        finally:
            self._clean_up()

    def _meet(self, selector: selectors.BaseSelector) -> None:
        self._tell(ClientConnecting, show(self.address))
        with _doing("connect"):
            choices = self._resolve()
        # A name may stand for several addresses; as `socket.create_connection` does, each has its try.
        for family, kind, address in choices:
            try:
                self._meet_at(family, kind, address, selector)
                return
            except _CallFailed as failure:
                if failure.doing != "connect" or (family, kind, address) == choices[-1]:
                    raise

    def _meet_at(self, family: int, kind: int, address: Any, selector: selectors.BaseSelector) -> None:
        with _doing("connect"):
            connection = socket.socket(family, kind)
        with contextlib.closing(connection):
            connection.setblocking(False)
            selector.register(connection, selectors.EVENT_WRITE)
            try:
                with _doing("connect"):
                    self._bind_datagram(connection)
                    connected = self._connect(connection, address, selector)
                if connected:
                    self._converse(connection, selector)
                    self._take_leave(connection)
            finally:
                if connection in selector.get_map():
                    selector.unregister(connection)

    def _connect(self, connection: socket.socket, address: Any, selector: selectors.BaseSelector) -> bool:
        """Connect, as long as nobody says close; False if somebody did."""
        error = connection.connect_ex(address)
        if error in _UNDER_WAY:
            error = self._await_connection(connection, selector)
        if self._closing:
            return False
        if error:
            raise OSError(error, os.strerror(error))
        self._local = show(connection.getsockname())
        # Not getpeername(): it fails where the peer is gone again.
        self._tell(ClientConnected, self._local, show(address))
        self._connected.set()
        return True

    def _await_connection(self, connection: socket.socket, selector: selectors.BaseSelector) -> int:
        deadline = time.monotonic() + CONNECT_BOUND
        while not self._closing:
            ready = selector.select(max(0.0, deadline - time.monotonic()))
            self._drain_wakes()
            if any(key.fileobj is connection for key, _ in ready):
                return connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if not ready:
                return errno.ETIMEDOUT
        return 0

    def _clean_up(self) -> None:
        if self._bound_path:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(self._bound_path)
        self._tell(ClientClosed)
        self._connected.set()
        self._inbox.close()
        for end in self._wakes or ():
            end.close()

    def _resolve(self) -> list[tuple[int, int, Any]]:
        kind = socket.SOCK_STREAM if self.transport.is_stream else socket.SOCK_DGRAM
        if self.transport.is_unix:
            return [(socket.AF_UNIX, kind, self.address)]
        assert isinstance(self.address, tuple)
        host, port = self.address[:2]
        if not 0 <= port <= 65_535:  # getaddrinfo() would take 65,537 for 1
            raise OverflowError("there is no such port")
        found = socket.getaddrinfo(host, port, type=kind)
        return [(family, kind, address) for family, _, _, _, address in found]

    def _bind_datagram(self, connection: socket.socket) -> None:
        """Give a Unix datagram client an address: without one no server could answer it (unix(7))."""
        if self.transport is not Transport.UNIX_DATAGRAM or self._without_address:
            return
        if sys.platform == "linux":
            connection.bind("")  # autobind: the kernel picks an abstract name, which leaves no file
        else:
            self._bound_path = tempfile.mktemp(prefix="socket-lab-", suffix=".client")
            connection.bind(self._bound_path)

    def _converse(self, connection: socket.socket, selector: selectors.BaseSelector) -> None:
        """Send what waits and take in what comes, until either side is done."""
        found = framer(self.framing)
        leave_at = float("inf")
        while not self._closing or (self._has_to_say() and time.monotonic() < leave_at):
            self._half_close_when_sent(connection)
            if self._closing and leave_at == float("inf"):
                leave_at = time.monotonic() + LEAVE_BOUND
            self._attend(selector, connection)
            left = max(0.0, leave_at - time.monotonic())
            for key, mask in selector.select(None if left == float("inf") else left):
                if key.fileobj is not connection:
                    self._drain_wakes()
                    continue
                if mask & selectors.EVENT_WRITE and self._outbox:
                    self._send_some(connection)
                if mask & selectors.EVENT_READ and not self._take_some(connection, found):
                    return

    def _has_to_say(self) -> bool:
        """Tell whether something that waits is to be sent although the conversation is closed."""
        return bool(self._outbox) and not self._reset and not self._vanishing

    def _attend(self, selector: selectors.BaseSelector, connection: socket.socket) -> None:
        """Listen to the directions in which there is something to do, if there is any."""
        reading = selectors.EVENT_READ if self._is_reading else 0
        wanted = reading | (selectors.EVENT_WRITE if self._outbox else 0)
        # A selector has no registration for nothing.
        if connection not in selector.get_map():
            if wanted:
                selector.register(connection, wanted)
        elif wanted:
            selector.modify(connection, wanted)
        else:
            selector.unregister(connection)

    def _send_some(self, connection: socket.socket) -> None:
        piece = self._outbox[0]
        began = time.monotonic_ns()
        try:
            with _doing("send"):
                size = connection.send(piece.rest)
        except BlockingIOError:
            return
        except _CallFailed as failure:
            self._fail(failure, len(piece.rest))
            self._give_up_sending()
            return
        # When it was called, not when it returned: what was sent stands before what was received of it.
        kept = bytes(piece.rest[: min(size, DATA_KEPT)])
        self._witness.tell_at(began, ClientSent, 0, self.name, self._local, size, kept)
        self._gone += size
        piece.rest = piece.rest[size:]
        if not piece.rest:
            self._outbox.popleft()
            self._witness.tell_at(began, MessageSent, 0, self.name, len(piece.message), piece.message)

    def _give_up_sending(self) -> None:
        """Drop what cannot be sent, and read on: what the server said before it hung up is still there."""
        # A datagram that cannot go takes nothing else with it; on a stream what follows cannot go either.
        for _ in range(len(self._outbox) if self.transport.is_stream else 1):
            self._gone += len(self._outbox.popleft().rest)

    def _take_some(self, connection: socket.socket, found: Framer) -> bool:
        """Read once; False when the peer will send no more that could be understood."""
        try:
            with _doing("receive"):
                data = connection.recv(RECV_SIZE)
        except BlockingIOError:
            return True
        except _CallFailed as failure:
            if self.transport.is_stream:
                raise
            self._fail(failure)  # a datagram socket lives on: the next one may arrive
            return True
        if not data and self.transport.is_stream:
            self._receive_messages(found.end())
            self._tell(ClientEnded)
            return False
        self._tell(ClientReceived, self._local, len(data), data[:DATA_KEPT])
        messages = found.feed(data) if self.transport.is_stream else [Message(data)]
        self._receive_messages(messages)
        return not any(message.fatal for message in messages)

    def _receive_messages(self, messages: list[Message]) -> None:
        for message in messages:
            self._tell(MessageReceived, len(message.data), message.data, message.problem)
            self._inbox.put(message)
            if self._closing:  # a flood of tiny messages must not put the end off
                return

    def _half_close_when_sent(self, connection: socket.socket) -> None:
        if self._half_close and not self._outbox:
            self._half_close = False
            with contextlib.suppress(OSError):  # the connection is gone: reading tells why
                connection.shutdown(socket.SHUT_WR)

    def _take_leave(self, connection: socket.socket) -> None:
        if self._reset:
            # linger(on, 0 seconds): close() discards and sends RST instead of FIN (socket(7)).
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def _drain_wakes(self) -> None:
        assert self._wakes is not None
        with contextlib.suppress(BlockingIOError):
            while self._wakes[0].recv(4096):
                pass

    def _put(self, piece: "_Piece") -> None:
        # Two sums, each with one writer, so that the difference needs no lock.
        if self._queued - self._gone + len(piece.rest) > OUTBOX_LIMIT:
            self._tell(ClientFailed, *msgspec.structs.astuple(_OUTBOX_FULL))
            return
        self._queued += len(piece.rest)
        self._outbox.append(piece)
        self._wake()

    def _wake(self) -> None:
        # A full pair has woken the thread already; a closed one has nobody left to wake.
        if self._wakes:
            with contextlib.suppress(OSError):
                self._wakes[1].send(b"!")

    def _fail(self, failure: "_CallFailed", size: int = 0) -> None:
        found = explain_client(failure.error, self.transport, self.address, failure.doing, size)
        self._inbox.put(found)
        self._tell(ClientFailed, found.code, found.what, found.why, found.hint)

    def _tell(self, kind: type[Event], *facts: object) -> None:
        self._witness.tell(kind, 0, self.name, *facts)

    def _hand_on(self, batch: list[Event]) -> None:
        if self._tell_all:
            self._tell_all(batch)


_OUTBOX_FULL = Explanation(
    "outbox-full",
    worded("The message was not sent."),
    worded("The server does not read, and too much waits to be sent to it already."),
    worded("See in the log what its handler is doing, or disconnect."),
)


class _Piece:
    """Bytes that wait to be sent, and the message that they carry."""

    __slots__ = ("message", "rest")

    def __init__(self, rest: memoryview, message: bytes) -> None:
        self.rest = rest
        self.message = message


class _CallFailed(Exception):  # noqa: N818 - never leaves this file
    """A socket call failed with `error` while `doing` something."""

    def __init__(self, error: Exception, doing: Doing) -> None:
        self.error = error
        self.doing = doing


@contextlib.contextmanager
def _doing(what: Doing) -> Iterator[None]:
    """Turn what goes wrong into `_CallFailed`; "not now" from send and recv passes through."""
    try:
        yield
    except OSError as error:
        if isinstance(error, BlockingIOError) and what != "connect":
            raise
        raise _CallFailed(error, what) from error
    except (ValueError, OverflowError) as error:  # a host name, a path or a port that cannot be one
        raise _CallFailed(error, what) from error
