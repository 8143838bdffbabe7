"""A spec → the whole program of a client for its server."""

import ast
from dataclasses import dataclass

from core import handlers
from core.address import Address
from core.framing import Framing
from core.parsing import parsed
from core.program.client_code import WAIT
from core.program.imports import Import
from core.program.literals import INDENT, call, indented, literal
from core.program.parts import parts_of
from core.program.program import Program
from core.program.server_place import ServerPlace
from core.program.whole import Pieces, whole
from core.spec import ServerSpec, Transport

_CODE = "core.program.client_code"

_SPEAKS_UNASKED = frozenset({"chat-room"})
"""Handlers that send datagrams which are nobody's reply."""


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a client talks over a stream: what it prints, what it sends, and what a person has to know."""

    listen: str
    packed: str
    hint: str


_MANNERS = {
    Framing.JSON: _Manner(
        "print_documents",
        "with_newline",
        'Type JSON, such as {"Say": "HELLO"} or "exit", and press Enter.',
    ),
    Framing.LINES: _Manner("print_lines", "with_newline", "Type a line and press Enter."),
    Framing.LENGTH: _Manner("print_messages", "with_length", "Type a message and press Enter."),
    Framing.RAW: _Manner("print_bytes", "as_typed", "Type something and press Enter."),
}
_HOW_TO_END = "Ctrl+D ends (on Windows Ctrl+Z and Enter)."


def client_program(spec: ServerSpec, address: Address = None) -> Program:
    """Return the program of a client that sends what is typed and prints what the server says.

    `address` is where the server listens, None: where the spec says.  Where that leaves the port open, the
    client is told when it is started.
    """
    text = whole(_INTRODUCTION, client_pieces(spec, address, ["client.py"]))
    return Program(text, _places(text, spec))


_INTRODUCTION = (
    "A client for the server in server.py: it sends each line that is typed, and prints what comes back.\n\n"
    "Start it with: python client.py. Replies go to standard output, all else to standard error."
)


def client_pieces(spec: ServerSpec, address: Address, words: list[str]) -> Pieces:
    """Return the pieces of the client's program, which is started with `words` after "python"."""
    talk, names = _talk(spec)
    found = parts_of(_CODE, names)
    place = ServerPlace.of(spec, address, words)
    imports = found.imports | {Import("socket"), Import("sys")}
    if "listener.start()" in talk:
        imports |= {Import("threading", "Thread")}
    if spec.transport is Transport.UNIX_DATAGRAM:
        imports |= {Import("tempfile", "TemporaryDirectory")}
    hints = (_MANNERS[spec.framing].hint, _HOW_TO_END)
    body = [*(f"print({literal(hint)}, file=sys.stderr)" for hint in hints), *talk]
    own = tuple(text.replace(f"WAIT = {WAIT}", f"WAIT = {WAIT + _sleeps(spec)}") for text in found.own)
    return Pieces(imports, own, (*place.before, *_CONNECTS[spec.transport](place, body)))


def _sleeps(spec: ServerSpec) -> float:
    """Return how long (s) the handler itself takes before it answers."""
    if spec.code:
        return 0.0
    options = handlers.HANDLERS[spec.handler].options
    return sum(
        float(spec.handler_options.get(option.name, option.default))
        for option in options
        if option.unit == "s"
    )


def _talk(spec: ServerSpec) -> tuple[list[str], tuple[str, ...]]:
    """Return the lines of the conversation, and the functions that they need."""
    if spec.transport.is_stream:
        manner = _MANNERS[spec.framing]
        lines = [
            *_listen(manner.listen),
            f"send_typed(connection, {manner.packed})",
            "listener.join()",
        ]
        return lines, (manner.listen, "send_typed", manner.packed)
    if spec.code is None and spec.handler in _SPEAKS_UNASKED:
        lines = [
            *_listen("print_datagrams"),
            "send_datagrams(connection)",
            "listener.join(WAIT)  # Replies may still be on their way.",
        ]
        return lines, ("print_datagrams", "send_datagrams", "WAIT")
    return ["ask_each_line(connection)"], ("ask_each_line",)


def _listen(function: str) -> list[str]:
    return [f"listener = Thread(target={function}, args=[connection], daemon=True)", "listener.start()"]


# The connection --------------------------------------------------------------------------------------------


def _tcp(place: ServerPlace, body: list[str]) -> list[str]:
    return [*call("with socket.create_connection", [place.expression], " as connection:"), *indented(body)]


def _udp(place: ServerPlace, body: list[str]) -> list[str]:
    return [
        f"with socket.socket(socket.{place.family}, socket.SOCK_DGRAM) as connection:",
        *indented([*call("connection.connect", [place.expression]), *body]),
    ]


def _unix_stream(place: ServerPlace, body: list[str]) -> list[str]:
    return [
        "with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:",
        *indented([*call("connection.connect", [place.expression]), *body]),
    ]


def _unix_datagram(place: ServerPlace, body: list[str]) -> list[str]:
    return [
        "with (",
        f"{INDENT}TemporaryDirectory() as folder,",
        f"{INDENT}socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as connection,",
        "):",
        *indented(
            [
                "# Without an address of its own, a client would get no reply.",
                'connection.bind(f"{folder}/client.sock")',
                *call("connection.connect", [place.expression]),
                *body,
            ]
        ),
    ]


_CONNECTS = {
    Transport.TCP: _tcp,
    Transport.UDP: _udp,
    Transport.UNIX_STREAM: _unix_stream,
    Transport.UNIX_DATAGRAM: _unix_datagram,
}


def _places(text: str, spec: ServerSpec) -> dict[str, int]:
    """Return the line in which the address stands, for each control that has to do with it."""
    calls = (node for node in ast.walk(parsed(text)) if isinstance(node, ast.Call))
    connects = {"create_connection", "connect"}
    line = next(node.args[0].lineno for node in calls if getattr(node.func, "attr", "") in connects)
    names = ("transport", "path") if spec.transport.is_unix else ("transport", "host", "port")
    return dict.fromkeys(names, line)
