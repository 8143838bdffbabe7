"""Robots for exported programs: one that runs as a file, and somebody who notes what a server says."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

from core.address import Address
from core.framing import Framing, framer
from core.spec import ServerSpec, Transport

PATIENCE = 20.0
"""Seconds after which a test that waits for bytes fails."""

ISOLATED = (sys.executable, "-I", "-S")
"""A Python that sees nothing but its standard library: no folder of ours, no installed package."""


class ExportedServer:
    """A server's program, run as `python server.py` in a folder that has nothing else in it."""

    def __init__(self, text: str, transport: Transport, *words: str) -> None:
        self._transport = transport
        self._folder = TemporaryDirectory(prefix="lab")  # a short path: a Unix socket goes there
        self._file = Path(self._folder.name, "server.py")
        self._file.write_text(text, encoding="utf-8")
        self.errors = Path(self._folder.name, "errors")
        with self.errors.open("wb") as errors:
            self._process = subprocess.Popen(
                [*ISOLATED, str(self._file), *words],
                cwd=self._folder.name,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )

    def address(self) -> Address:
        """Wait until it says where it listens."""
        assert self._process.stdout is not None
        said = self._process.stdout.readline()
        assert said.startswith("Listening on "), said + self.errors.read_text()
        words = said.split()[2:]
        if self._transport.is_unix:
            return str(Path(self._folder.name, words[0]))
        return words[0], int(words[1])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()
        self._folder.cleanup()


class Visitor:
    """A client with a bare socket, who notes every byte that it is sent."""

    def __init__(self, spec: ServerSpec, address: Address) -> None:
        self._is_stream = spec.transport.is_stream
        self._framer = framer(spec.framing)
        self._is_raw = spec.framing is Framing.RAW
        self._folder: TemporaryDirectory[str] | None = None
        family = socket.AF_UNIX if spec.transport.is_unix else socket.AF_INET
        self._socket = socket.socket(family, socket.SOCK_STREAM if self._is_stream else socket.SOCK_DGRAM)
        self._socket.settimeout(PATIENCE)
        if spec.transport is Transport.UNIX_DATAGRAM:
            self._folder = TemporaryDirectory(prefix="lab")
            self._socket.bind(str(Path(self._folder.name, "me")))
        assert address is not None
        self._socket.connect(address)
        if spec.transport is Transport.TCP:
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.heard = b""

    def say(self, data: bytes) -> Self:
        self._socket.send(data) if not self._is_stream else self._socket.sendall(data)
        return self

    def hear(self, count: int = 1) -> Self:
        """Take in so many messages; of a stream without messages, so many bytes."""
        while count > 0:
            chunk = self._socket.recv(65_536)
            assert chunk or not self._is_stream, f"the conversation ended early: {self.heard!r}"
            self.heard += chunk
            if self._is_stream:
                count -= len(chunk) if self._is_raw else len(self._framer.feed(chunk))
            else:
                self.heard += b"|"  # where a datagram ends
                count -= 1
        return self

    def half_close(self) -> Self:
        self._socket.shutdown(socket.SHUT_WR)
        return self

    def hear_the_end(self) -> Self:
        """Take in all that comes until the server ends the conversation."""
        while chunk := self._socket.recv(65_536):
            self.heard += chunk
        self.heard += b"<end>"
        return self

    def leave(self) -> None:
        self._socket.close()
        if self._folder:
            self._folder.cleanup()


class Party:
    """Everybody who visits one server, one after another or together."""

    def __init__(self, spec: ServerSpec, address: Address) -> None:
        self.spec = spec
        self._address = address
        self._visitors: list[Visitor] = []

    def visitor(self) -> Visitor:
        self._visitors.append(Visitor(self.spec, self._address))
        return self._visitors[-1]

    def heard(self) -> bytes:
        """Return all that was heard, with who was told what."""
        return b"\n".join(visitor.heard for visitor in self._visitors)

    def leave(self) -> None:
        for visitor in self._visitors:
            visitor.leave()


@contextmanager
def party(spec: ServerSpec, address: Address) -> Iterator[Party]:
    guests = Party(spec, address)
    try:
        yield guests
    finally:
        guests.leave()


_NUMBER = re.compile(rb'"(pid|thread)": (\d+)')


def renumbered(heard: bytes) -> bytes:
    """Return what was heard with processes and threads numbered as they came: no two runs share them."""
    known: dict[Any, int] = {}
    return _NUMBER.sub(
        lambda match: b"%b %d" % (match[1], known.setdefault(match.groups(), len(known))), heard
    )
