"""A program outside the lab: a bare server that does what it is told, and bare clients."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

PATIENCE = 10.0
"""Seconds that a call on a socket may take on a busy machine."""


class Stranger:
    """A TCP server without a loop: it accepts, sends and breaks off when it is told to."""

    def __init__(self, kind: int = socket.SOCK_STREAM) -> None:
        self._stack = ExitStack()
        self._socket = self._stack.enter_context(socket.socket(socket.AF_INET, kind))
        self._socket.settimeout(PATIENCE)
        self._socket.bind(("127.0.0.1", 0))
        self.port = str(self._socket.getsockname()[1])

    def listen(self, backlog: int = 5) -> "Stranger":
        self._socket.listen(backlog)
        return self

    def accept(self) -> socket.socket:
        connection, _peer = self._socket.accept()
        connection.settimeout(PATIENCE)
        return self._stack.enter_context(connection)

    def send(self, connection: socket.socket, data: bytes) -> None:
        """Send on a thread: who reads it may be held up by who waits for the end of this call."""
        thread = threading.Thread(target=connection.sendall, args=(data,))
        self._stack.callback(thread.join)
        thread.start()

    def reset(self, connection: socket.socket) -> None:
        """Close so that the peer gets a reset."""
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()

    def close(self) -> None:
        self._stack.close()


@contextmanager
def crowd(address: str, count: int) -> Iterator[list[socket.socket]]:
    """Connect so many clients to "host:port"."""
    host, _colon, port = address.rpartition(":")
    with ExitStack() as stack:
        yield [
            stack.enter_context(socket.create_connection((host, int(port)), PATIENCE)) for _ in range(count)
        ]


@contextmanager
def socket_file(path: str, *, alive: bool) -> Iterator[None]:
    """Make a socket file; with somebody listening behind it, or left over."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path)
        server.listen()
        if alive:
            yield
    if not alive:
        yield
