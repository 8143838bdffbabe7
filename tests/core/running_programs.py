"""Programs that run as files, and people who call them up."""

import re
import socket
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.core.processes import until

Address = tuple[str, int]

PATIENCE = 10.0
"""Seconds after which something that should have come is missed."""

SILENCE = 0.3
"""So many seconds without a word are taken for silence."""

_LISTENING = re.compile(r"^Listening on (\S+) (\d+)\b", re.MULTILINE)


class RunningProgram:
    """A program in a process of its own, as `python -I file.py` runs it; what it says can be read."""

    def __init__(self, path: Path, *words: str) -> None:
        self._command = [sys.executable, "-I", "-S", "-u", str(path), *words]
        self.output = ""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            self._command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    def addresses(self, count: int = 1) -> list[Address]:
        """Return where it listens, as soon as it has said so of so many servers."""
        until(lambda: len(_LISTENING.findall(self.output)) >= count)
        return [(host, int(port)) for host, port in _LISTENING.findall(self.output)]

    def wait_for(self, words: str) -> None:
        until(lambda: words in self.output)

    def wait_for_end(self) -> int:
        """Return its exit code, once all that it said was read."""
        code = self._process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        return code

    def stays_silent(self) -> bool:
        said = self.output
        self._reader.join(SILENCE)
        return self.output == said

    def end(self) -> None:
        self._process.kill()
        self.wait_for_end()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.output += line


class Caller:
    """Somebody who has connected to a program."""

    def __init__(self, address: Address, kind: socket.SocketKind = socket.SOCK_STREAM) -> None:
        self._socket = socket.socket(socket.AF_INET, kind)
        self._socket.settimeout(PATIENCE)
        self._socket.connect(address)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.hang_up()

    def say(self, data: bytes) -> Self:
        self._socket.send(data)
        return self

    def hear(self) -> bytes:
        """Return what comes next, b"" when the other side hangs up."""
        try:
            return self._socket.recv(65_536)
        except ConnectionResetError:
            return b""

    def ask(self, data: bytes) -> bytes:
        return self.say(data).hear()

    def hears_nothing(self) -> bool:
        self._socket.settimeout(SILENCE)
        try:
            self.hear()
        except TimeoutError:
            return True
        else:
            return False
        finally:
            self._socket.settimeout(PATIENCE)

    def hang_up(self) -> None:
        self._socket.close()
