"""A spec → the whole program of its server."""

import socket
from collections.abc import Mapping
from typing import Any

from core import handlers, servers
from core.program.class_body import ClassBody
from core.program.handler_attributes import handler_attributes
from core.program.imports import Import
from core.program.literals import FRESH_PATH, INDENT, address_literal, call, indented, literal
from core.program.parts import parts_of
from core.program.places import places
from core.program.program import Program
from core.program.prose import comment, docstring
from core.program.server_name import SERVER_CLASS
from core.program.whole import Pieces, whole
from core.spec import AddressFamily, Concurrency, Loop, ServerSpec, Transport


def server_program(spec: ServerSpec) -> Program:
    """Return the program that does what the lab does for this spec; a learner's own code is as it is."""
    if spec.code:
        return Program(spec.code.text, places(spec.code.text, spec.code.handler, spec.code.server))
    text = whole(f"{about(spec)}\n\n{_HOW_TO_START}", server_pieces(spec))
    return Program(text, places(text, handler_name(spec), SERVER_CLASS))


_HOW_TO_START = "Start it with: python server.py. Ctrl+C stops it. It needs nothing but Python 3.11 or newer."


def about(spec: ServerSpec) -> str:
    """Return what a server with a built-in handler is, in two paragraphs."""
    kind = f"A {_TRANSPORTS[spec.transport]} server, {_CONCURRENCIES[spec.concurrency]}."
    entry = handlers.HANDLERS[spec.handler]
    return f"{kind}\n\n{entry.label}: {entry.sentence[0].lower()}{entry.sentence[1:]}"


_TRANSPORTS = {
    Transport.TCP: "TCP",
    Transport.UDP: "UDP",
    Transport.UNIX_STREAM: "Unix stream",
    Transport.UNIX_DATAGRAM: "Unix datagram",
}
_CONCURRENCIES = {
    Concurrency.ONE_AT_A_TIME: "one request at a time",
    Concurrency.THREADING: "a thread for each request",
    Concurrency.FORKING: "a process for each request",
}


def handler_name(spec: ServerSpec) -> str:
    """Return the name of the built-in handler's class."""
    return handlers.HANDLERS[spec.handler].class_name(spec.transport.is_stream)


def server_pieces(spec: ServerSpec) -> Pieces:
    """Return the pieces of the program of a server with a built-in handler."""
    name = handler_name(spec)
    found = parts_of(f"{handlers.__name__}.{handlers.HANDLERS[spec.handler].module}", (name,))
    handler = _with_attributes("\n\n".join(found.own), name, handler_attributes(spec))
    tools = (comment(_TOOLS), *found.tools) if found.tools else ()
    return Pieces(
        imports=found.imports | server_class_imports(spec) | run_imports(spec),
        definitions=(handler, server_class(spec), *tools),
        run=tuple(run_lines(spec, SERVER_CLASS, name)),
    )


_TOOLS = "What the handler works with: where a message ends, what it says, and how it is written."


# The server's class ----------------------------------------------------------------------------------------


def server_class(spec: ServerSpec, name: str = SERVER_CLASS) -> str:
    """Return the class statement of the server: only what differs from the library's defaults is set."""
    head = f"class {name}({', '.join(servers.base_names(spec))}):"
    said = docstring(_ABOUT_CLASSES[spec.concurrency], INDENT)
    return _with_attributes(f"{head}\n{said}\n", name, servers.class_attributes(spec))


_MIX_IN_FIRST = "The mix-in stands first: it is its process_request() that counts."

_ABOUT_CLASSES = {
    Concurrency.ONE_AT_A_TIME: "Handles one request after the other; meanwhile, the next one waits.",
    Concurrency.THREADING: f"Handles each request in a thread of its own.\n\n{_MIX_IN_FIRST}",
    Concurrency.FORKING: f"Handles each request in a copy of this process.\n\n{_MIX_IN_FIRST}",
}


def _with_attributes(text: str, class_name: str, attributes: Mapping[str, Any]) -> str:
    for name, value in attributes.items():
        statement = ClassBody(text, class_name)
        statement.set_attribute(name, attribute_literal(value))
        text = statement.text()
    return text


def attribute_literal(value: object) -> str:
    """Return how a class attribute's value is written."""
    return f"socket.{value.name}" if isinstance(value, socket.AddressFamily) else literal(value)


def server_class_imports(spec: ServerSpec) -> frozenset[Import]:
    """Return what the server's class needs."""
    needed = frozenset(Import("socketserver", name) for name in servers.base_names(spec))
    return needed | {Import("socket")} if "address_family" in servers.class_attributes(spec) else needed


def run_imports(spec: ServerSpec) -> frozenset[Import]:
    """Return what the lines that run the server need."""
    return frozenset({Import("os")} if spec.transport.is_unix else ())


# The lines that run it -------------------------------------------------------------------------------------


def run_lines(spec: ServerSpec, server: str, handler: str) -> list[str]:
    """Return the lines that make a server of that class and run it."""
    address = spec.path or FRESH_PATH if spec.transport.is_unix else (spec.host, spec.port)
    body = _unix_body(spec) if spec.transport.is_unix else _internet_body(spec)
    return [*call(f"with {server}", [address_literal(address), handler], " as server:"), *indented(body)]


def _internet_body(spec: ServerSpec) -> list[str]:
    # Of IPv6's four numbers only the first two are for people.
    picked = "[:2]" if spec.family is AddressFamily.IPV6 else ""
    return [f'print("Listening on", *server.server_address{picked}, flush=True)', *_LOOPS[spec.loop](spec)]


def _unix_body(spec: ServerSpec) -> list[str]:
    return [
        'print("Listening on", server.server_address, flush=True)',
        "try:",
        *indented(_LOOPS[spec.loop](spec)),
        "finally:",
        f"{INDENT}# A file that stays would keep this path taken.",
        f"{INDENT}os.remove(server.server_address)",
    ]


def _serve_forever(spec: ServerSpec) -> list[str]:
    chosen = spec.changed_options().get("poll_interval")
    return [f"server.serve_forever({'' if chosen is None else f'poll_interval={chosen!r}'})"]


def _handle_requests(_spec: ServerSpec) -> list[str]:
    return ["while True:", f"{INDENT}server.handle_request()"]


_LOOPS = {Loop.SERVE_FOREVER: _serve_forever, Loop.HANDLE_REQUEST: _handle_requests}
