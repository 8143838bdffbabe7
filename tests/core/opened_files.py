"""Programs that nobody wrote for this one, opened as files and used: robots and proofs."""

import ast
import http.client
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from core import ServerHost, ServerSpec, Transport
from core.analysis import analyse, fitting_spec
from core.source_file import read_source

LOCAL = "127.0.0.1"
PATIENCE = 10
PROGRAMS = Path(__file__).parent / "opened"
"""Shapes that books, articles and the documentation have, written anew."""


def program(name: str) -> str:
    return (PROGRAMS / f"{name}.txt").read_text("utf-8")


@dataclass(slots=True)
class OpenedFile:
    """A program in a file of its own that notes, at its top, each process that runs it."""

    path: Path
    notes: Path

    def spec(self) -> ServerSpec:
        """Return what the dropdowns show for it."""
        text = read_source(str(self.path))
        return fitting_spec(analyse(text), text, self.path.name, ServerSpec())

    def host(self) -> ServerHost:
        return ServerHost(self.spec(), bound=5.0)

    def run_by(self) -> list[int]:
        """Return the processes that have run the program's top-level lines, once for each time."""
        return [int(pid) for pid in self.notes.read_text().split()] if self.notes.exists() else []


def open_file(folder: Path, text: str, encoding: str = "utf-8", newline: str = "\n") -> OpenedFile:
    path, notes = folder / "server.py", folder / "notes"
    note = f'open({str(notes)!r}, "a").write("%d\\n" % __import__("os").getpid())'
    path.write_text(_with_line_behind_first_import(text, note), encoding, newline=newline)
    return OpenedFile(path, notes)


def on_port(text: str, port: str, other: int) -> str:
    """Return the program with its fixed port in another's place."""
    changed = re.sub(rf"(?<![\w.]){re.escape(port)}\b", str(other), text)
    assert changed != text
    return changed


def _with_line_behind_first_import(text: str, line: str) -> str:
    first = next(part for part in ast.parse(text).body if isinstance(part, ast.Import | ast.ImportFrom))
    lines = text.splitlines(keepends=True)
    assert first.end_lineno
    lines.insert(first.end_lineno, f"{line}\n")
    return "".join(lines)


def free_port(kind: socket.SocketKind = socket.SOCK_STREAM) -> int:
    with socket.socket(socket.AF_INET, kind) as found:
        found.bind((LOCAL, 0))
        return int(found.getsockname()[1])


# Clients ---------------------------------------------------------------------------------------------------


@contextmanager
def call(server: ServerHost) -> Iterator[socket.socket]:
    """Give a socket connected to the server, wherever it listens."""
    transport = server.spec.transport
    family = socket.AF_UNIX if transport.is_unix else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM if transport.is_stream else socket.SOCK_DGRAM) as client:
        client.settimeout(PATIENCE)
        if transport is Transport.UNIX_DATAGRAM:
            client.bind("")  # the system gives it an address to be answered at
        client.connect(str(server.address) if transport.is_unix else (LOCAL, port_of(server)))
        yield client


def port_of(server: ServerHost) -> int:
    assert isinstance(server.address, tuple)
    return int(server.address[1])


def ask(server: ServerHost, *words: bytes) -> bytes:
    """Say each word, hear an answer to each; return all that was heard."""
    with call(server) as client:
        return b"".join(_say(client, word) for word in words)


def _say(client: socket.socket, word: bytes) -> bytes:
    client.send(word)
    return client.recv(65_536)


def hear_all(server: ServerHost, words: bytes = b"") -> bytes:
    """Say all that there is to say, and hear everything until the other side hangs up."""
    with call(server) as client, client.makefile("rb") as answer:
        client.sendall(words)
        client.shutdown(socket.SHUT_WR)
        return answer.read()


def browse(server: ServerHost, path: str = "/", body: bytes | None = None) -> tuple[int, bytes]:
    """Return the status and the body of a web page."""
    web = http.client.HTTPConnection(LOCAL, port_of(server), timeout=PATIENCE)
    try:
        web.request("POST" if body else "GET", path, body)
        answer = web.getresponse()
        return answer.status, answer.read()
    finally:
        web.close()


def is_deserted(server: ServerHost) -> bool:
    """True once nobody listens there any more."""
    try:
        with call(server) as client:
            client.send(b"?")
            return server.spec.transport is Transport.UDP and not _hears(client)
    except (ConnectionRefusedError, FileNotFoundError):
        return True


def _hears(client: socket.socket) -> bytes:
    try:
        return client.recv(100)
    except ConnectionRefusedError:
        return b""


# Pieces of a program ---------------------------------------------------------------------------------------


def classes(text: str, *places: str) -> str:
    """Return the text of classes in a program, found by places such as "Test.make_server.MyServer"."""
    tree = ast.parse(text)
    return "\n\n".join(_unindented(text, _at(tree, place)) for place in places) + "\n"


def _at(tree: ast.AST, place: str) -> ast.stmt:
    for name in place.split("."):
        tree = next(part for part in _definitions(tree) if part.name == name)
    assert isinstance(tree, ast.stmt)
    return tree


def _definitions(tree: ast.AST) -> Iterator[ast.ClassDef | ast.FunctionDef]:
    return (part for part in ast.walk(tree) if isinstance(part, ast.ClassDef | ast.FunctionDef))


def _unindented(text: str, part: ast.stmt) -> str:
    lines = text.splitlines()[part.lineno - 1 : part.end_lineno]
    return "\n".join(line[part.col_offset :] for line in lines)
