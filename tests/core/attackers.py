"""Robots that mean no good: clients and servers that break every rule, and eyes for what that costs."""

import contextlib
import select
import socket
import struct
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import psutil

from core import Transport
from core.address import Address
from core.framing import Framing, Message, framer

MB = 1024 * 1024

STUCK_AFTER = 0.3
"""Seconds without room to send after which the other side counts as not reading."""

Behaviour = Callable[[socket.socket], object]


def peak_memory(pid: int) -> int:
    """Return the most bytes of memory that a process has held so far (where nothing tells: holds now)."""
    if sys.platform == "linux":
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))
    return int(psutil.Process(pid).memory_info().rss)


# Clients ---------------------------------------------------------------------------------------------------


def send_until_cut_off(connection: socket.socket, piece: bytes, size: int) -> int:
    """Send `piece` again and again, `size` bytes in all or until the other side hangs up; return the sum."""
    sent = 0
    with contextlib.suppress(ConnectionError):
        while sent < size:
            connection.sendall(piece)
            sent += len(piece)
    return sent


def send_until_stuck(connection: socket.socket, piece: bytes) -> int:
    """Send `piece` again and again and read nothing, until the other side takes no more; return the sum."""
    connection.setblocking(False)
    sent = 0
    while select.select([], [connection], [], STUCK_AFTER)[1]:
        with contextlib.suppress(BlockingIOError):
            sent += connection.send(piece)
    return sent


def hear_all(connection: socket.socket, framing: Framing = Framing.JSON) -> list[Message]:
    """Return every message until the other side ends the stream or resets it."""
    found, heard = framer(framing), []
    with contextlib.suppress(ConnectionResetError):
        while chunk := connection.recv(256 * 1024):
            heard += found.feed(chunk)
    return heard + found.end()


def send_and_hear_all(
    connection: socket.socket, data: bytes, framing: Framing = Framing.JSON
) -> list[Message]:
    """Send bytes, end the stream, and return every reply, reading while it sends."""

    def send() -> None:
        with contextlib.suppress(ConnectionError):
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)

    sender = threading.Thread(target=send)
    sender.start()
    try:
        return hear_all(connection, framing)
    finally:
        sender.join()


def reset(connection: socket.socket) -> None:
    """Close with a reset (RST)."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


# Servers ---------------------------------------------------------------------------------------------------


@contextmanager
def hostile_server(behave: Behaviour, transport: Transport = Transport.TCP) -> Iterator[Address]:
    """Give the address of a server that does `behave` with its first connection, and ends when it did."""
    with ExitStack() as stack:
        listener = stack.enter_context(socket.create_server(("127.0.0.1", 0)))

        def serve() -> None:
            with contextlib.suppress(OSError):
                connection, _ = listener.accept()
                with closing(connection), contextlib.suppress(OSError):
                    behave(connection)

        server = threading.Thread(target=serve, name="hostile server", daemon=True)
        server.start()
        try:
            yield listener.getsockname()
        finally:
            # Wakes an accept() that nobody came to.
            with contextlib.suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            server.join()


def talks_without_end(piece: bytes, size: int = 1 << 62) -> Behaviour:
    """Return the behaviour of sending `piece` again and again, `size` bytes in all."""
    return lambda connection: send_until_cut_off(connection, piece, size)
