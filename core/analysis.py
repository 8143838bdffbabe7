"""What is in a learner's program: its handler and server classes, how it starts, what is wrong.

The text is parsed and compiled, but nothing of it is run: that is for a server's process alone.
"""

import ast
import socketserver
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from core.bindings import last_name
from core.class_names import (
    ClassNames,
    concurrency_of,
    is_handler,
    is_server,
    server_options,
    transport_of,
)
from core.code_problem import UNREADABLE, CodeProblem, no_handler, parse, unknown_server, unreadable
from core.found_start import FoundStart, StartAddress, find_start
from core.framing import Framing
from core.observe import HANDLER_METHODS, SERVER_HOOKS
from core.spec import OPTIONS, Concurrency, OwnCode, ServerSpec, SpecError, Transport
from core.wording import Wording, worded

__all__ = [
    "Analysis",
    "CodeProblem",
    "FoundHandler",
    "FoundServer",
    "FoundStart",
    "HandlerKind",
    "StartAddress",
    "analyse",
    "fitting_spec",
    "stand_ins",
]


class HandlerKind(StrEnum):
    """Which of the library's handler classes a handler inherits from."""

    BASE = "base"
    STREAM = "stream"
    DATAGRAM = "datagram"


@dataclass(frozen=True, slots=True)
class FoundHandler:
    """A handler class; `methods` are those that it overrides, with their lines.

    `unpacks_request` is true where it takes self.request apart, as only a datagram's can be; `framing` is
    what its methods' names suggest.
    """

    name: str
    line: int
    kind: HandlerKind
    methods: dict[str, int]
    unpacks_request: bool = False
    framing: Framing = Framing.RAW
    options: dict[str, Any] = field(default_factory=dict)

    @property
    def is_stream(self) -> bool | None:
        """True for streams, False for datagrams, None where the class alone does not say."""
        if self.kind is HandlerKind.BASE:
            return False if self.unpacks_request else None
        return self.kind is HandlerKind.STREAM


@dataclass(frozen=True, slots=True)
class FoundServer:
    """A server class: `hooks` are those that it overrides, with their lines, `options` what it sets."""

    name: str
    line: int
    transport: Transport
    concurrency: Concurrency
    hooks: dict[str, int]
    options: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What is in a program; `problem` keeps it from running, `remark` does not."""

    handlers: tuple[FoundHandler, ...] = ()
    servers: tuple[FoundServer, ...] = ()
    start: FoundStart | None = None
    problem: CodeProblem | None = None
    remark: CodeProblem | None = None

    def handler(self, name: str) -> FoundHandler | None:
        """Return the handler class of that name."""
        return next((found for found in self.handlers if found.name == name), None)

    def server(self, name: str) -> FoundServer | None:
        """Return the server class of that name."""
        return next((found for found in self.servers if found.name == name), None)

    def chosen(self) -> tuple[str, str]:
        """Return the handler and server classes that the program most likely means, "" for none.

        The ones that it starts itself; otherwise the last of each, which builds upon those before it.
        """
        start = self.start
        if start is None:
            return _last(self.handlers), _last(self.servers)
        return start.handler or _last(self.handlers), start.server if self.server(start.server) else ""


def analyse(text: str) -> Analysis:
    """Return what is in the program; never raises, for what is wrong is the answer's `problem`."""
    try:
        tree = parse(text)
    except UNREADABLE as error:
        return Analysis(problem=unreadable(error))
    names = ClassNames(tree)
    handlers, servers = tuple(_found_handlers(names)), tuple(_found_servers(names))
    start = find_start(tree, names)
    if names.problem:
        return Analysis(handlers, servers, start, CodeProblem(names.problem.line, 1, str(names.problem)))
    if start and not start.transport:
        return Analysis(handlers, servers, start, remark=unknown_server(start.line, start.server))
    return Analysis(handlers, servers, start, None if handlers or start else no_handler(tree))


def fitting_spec(analysis: Analysis, text: str, name: str, base: ServerSpec, folder: str = "") -> ServerSpec:
    """Return what the dropdowns should show for this program; what it leaves open is as in `base`.

    `folder` is where the program finds modules of its own.

    Raises `SpecError` where the program cannot be run, or says what cannot be.
    """
    if analysis.problem:
        raise SpecError("code", _at_line(analysis.problem))
    handler, server = analysis.chosen()
    found, start = analysis.handler(handler), analysis.start
    code = OwnCode(
        text=text,
        name=name,
        handler=handler,
        server=server,
        framing=found.framing if found else Framing.RAW,
        runs_itself=start is not None and not start.is_plain,
        folder=folder,
    )
    said = _said_by_handler(found, base) | _said_by_servers(start, analysis.server(server))
    said |= _said_by_address(start, base)
    return replace(base, **said, code=code, handler_options={})


def _at_line(problem: CodeProblem) -> Wording:
    return worded("Line {line}: {sentence}", line=problem.line, sentence=problem.sentence)


def stand_ins(code: OwnCode) -> tuple[type | None, type | None]:
    """Return classes that inherit as the program's server and handler classes do, with empty methods.

    None for a class that is not there, and for a server that is composed from the dropdowns.
    """
    try:
        classes = ClassNames(parse(code.text)).classes
    except UNREADABLE:
        return None, None
    return classes.get(code.server), classes.get(code.handler)


# What fitting_spec reads from an analysis ------------------------------------------------------------------


def _said_by_handler(handler: FoundHandler | None, base: ServerSpec) -> dict[str, Any]:
    """Return the handler's options, and another transport where it cannot do with the base's."""
    if handler is None:
        return {}
    said = dict(handler.options)
    if handler.is_stream is not None and handler.is_stream is not base.transport.is_stream:
        said["transport"] = _COUNTERPARTS[base.transport]
    return said


_COUNTERPARTS = {
    Transport.TCP: Transport.UDP,
    Transport.UDP: Transport.TCP,
    Transport.UNIX_STREAM: Transport.UNIX_DATAGRAM,
    Transport.UNIX_DATAGRAM: Transport.UNIX_STREAM,
}


def _said_by_servers(start: FoundStart | None, server: FoundServer | None) -> dict[str, Any]:
    """Return what the program's own class or lines say of the server; they leave no option open."""
    if start is None and server is None:
        return {}
    if start and not start.transport:  # then the dropdowns are as good as anything
        return {"loop": start.loop} | start.options
    said: dict[str, Any] = {option.name: option.default for option in OPTIONS if option.name != _HANDLERS_OWN}
    for found in (server, start):
        if found:
            said |= {"transport": found.transport, "concurrency": found.concurrency, "address_family": None}
            said |= found.options
    return said | ({"loop": start.loop} if start else {})


_HANDLERS_OWN = "disable_nagle_algorithm"


def _said_by_address(start: FoundStart | None, base: ServerSpec) -> dict[str, Any]:
    address = start.address if start else None
    if isinstance(address, str):
        return {"path": address}
    return {"host": address[0], "port": address[1]} if address else {}


# Classes ---------------------------------------------------------------------------------------------------


def _found_handlers(names: ClassNames) -> Iterator[FoundHandler]:
    for kind, statement in names.statements.items():
        if is_handler(kind) and names.classes.get(kind.__name__) is kind:
            yield FoundHandler(
                kind.__name__,
                statement.lineno,
                _handler_kind(kind),
                names.lines(kind, HANDLER_METHODS),
                _unpacks_request(statement),
                _guessed_framing(names, kind, statement),
                _handler_options(names, kind),
            )


def _handler_kind(kind: type) -> HandlerKind:
    if issubclass(kind, socketserver.StreamRequestHandler):
        return HandlerKind.STREAM
    return HandlerKind.DATAGRAM if issubclass(kind, socketserver.DatagramRequestHandler) else HandlerKind.BASE


def _handler_options(names: ClassNames, kind: type) -> dict[str, Any]:
    return {_HANDLERS_OWN: True} if names.attribute(kind, _HANDLERS_OWN) else {}


def _unpacks_request(statement: ast.ClassDef) -> bool:
    indexed = (node.value for node in ast.walk(statement) if isinstance(node, ast.Subscript))
    unpacked = (
        node.value
        for node in ast.walk(statement)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple)
    )
    return any(isinstance(node, ast.Attribute) and node.attr == "request" for node in (*indexed, *unpacked))


def _guessed_framing(names: ClassNames, kind: type, statement: ast.ClassDef) -> Framing:
    if hasattr(kind, "parse_request"):  # of http.server's: its messages are of all three kinds
        return Framing.RAW
    used = [node for node in ast.walk(statement) if isinstance(node, ast.Attribute | ast.Name)]
    if any(last_name(node) in _READING_LINES for node in used) or _iterates_file(statement):
        return Framing.LINES
    dotted = {names.dotted(node) or ast.unparse(node) for node in used if last_name(node) in _JSON}
    return Framing.JSON if dotted & {f"json.{name}" for name in _JSON} else Framing.RAW


_READING_LINES = ("readline", "readlines")
_JSON = ("loads", "dumps")


def _iterates_file(statement: ast.ClassDef) -> bool:
    loops = (node.iter for node in ast.walk(statement) if isinstance(node, ast.For))
    return any(isinstance(over, ast.Attribute) and over.attr == "rfile" for over in loops)


def _found_servers(names: ClassNames) -> Iterator[FoundServer]:
    for kind, statement in names.statements.items():
        if is_server(kind) and names.classes.get(kind.__name__) is kind:
            yield FoundServer(
                kind.__name__,
                statement.lineno,
                transport_of(kind),
                concurrency_of(kind),
                names.lines(kind, SERVER_HOOKS),
                server_options(names, kind),
            )


def _last(found: tuple[FoundHandler, ...] | tuple[FoundServer, ...]) -> str:
    return found[-1].name if found else ""
