"""A spec → the lines that it means, short enough for a narrow column; whole programs are in `core.program`.

server_source(spec)       the class statement and the start-up code, in short lines
import_source(spec)       the imports that it needs
method_resolution(spec)   the classes in which Python looks for a method, in order
"""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

from core import handlers, servers
from core.program.handler_attributes import handler_attributes
from core.program.literals import FRESH_PATH, INDENT, address_literal, call, literal
from core.spec import Loop, ServerSpec

LINE_LENGTH = 34
"""So many letters fit the narrow column that shows the code; longer lines are broken where Python allows."""


def server_source(spec: ServerSpec) -> str:
    """Return the class statement and the code that starts the server."""
    attributes = servers.class_attributes(spec)
    parts = [_class_statement("Server", servers.base_names(spec), attributes)]
    options = handler_attributes(spec)
    if options:
        parts.append(_class_statement("Handler", [_library_handler(spec)], options))
    parts.append(_start_up(spec, "Handler" if options else _library_handler(spec)))
    return "\n\n".join(parts) + "\n"


def import_source(spec: ServerSpec) -> str:
    """Return the imports that `server_source` needs to run by itself."""
    lines = [
        _import_statement("socketserver", sorted(servers.base_names(spec))),
        _import_statement(_handler_module(spec), [_library_handler(spec)]),
    ]
    if family := servers.class_attributes(spec).get("address_family"):
        lines.insert(0, _import_statement("socket", [family.name]))
    return "\n".join(lines) + "\n"


def method_resolution(spec: ServerSpec) -> tuple[str, ...]:
    """Return the names of the server's class and its bases, in the order in which Python asks them.

    Raises `SpecError` where this machine has no such servers.
    """
    return tuple(cls.__name__ for cls in servers.server_class(spec).__mro__ if cls is not object)


def _library_handler(spec: ServerSpec) -> str:
    return handlers.HANDLERS[spec.handler].class_name(spec.transport.is_stream)


def _handler_module(spec: ServerSpec) -> str:
    return f"{handlers.__name__}.{handlers.HANDLERS[spec.handler].module}"


def _class_statement(name: str, bases: Sequence[str], attributes: Mapping[str, Any]) -> str:
    head = f"class {name}({', '.join(bases)}):"
    if len(head) > LINE_LENGTH:
        separator = ",\n" + " " * len(f"class {name}(")
        head = f"class {name}({separator.join(bases)}):"
    body = [f"{INDENT}{key} = {_literal(value)}" for key, value in attributes.items()]
    return "\n".join([head, *(body or [f"{INDENT}pass"])])


def _literal(value: object) -> str:
    # AF_INET6 would show as <AddressFamily.AF_INET6: 10>.
    return value.name if isinstance(value, Enum) else literal(value)


def _start_up(spec: ServerSpec, handler: str) -> str:
    head = call("with Server", [_address(spec), handler], " as server:", limit=LINE_LENGTH)
    return "\n".join([*head, *_LOOPS[spec.loop](spec)])


def _address(spec: ServerSpec) -> str:
    return address_literal(spec.path or FRESH_PATH if spec.transport.is_unix else (spec.host, spec.port))


def _serve_forever(spec: ServerSpec) -> list[str]:
    chosen = spec.changed_options().get("poll_interval")
    arguments = [] if chosen is None else [f"poll_interval={chosen!r}"]
    return call("server.serve_forever", arguments, indent=INDENT, limit=LINE_LENGTH)


def _handle_requests(_spec: ServerSpec) -> list[str]:
    return [f"{INDENT}while True:", f"{INDENT * 2}server.handle_request()"]


_LOOPS = {Loop.SERVE_FOREVER: _serve_forever, Loop.HANDLE_REQUEST: _handle_requests}


def _import_statement(module: str, names: Sequence[str]) -> str:
    return f"from {module} import {', '.join(names)}"
