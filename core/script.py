"""A spec → the Python that it means, as a beginner would write it with the standard library at hand.

server_source(spec)       the class statement and the start-up code, in short lines
import_source(spec)       the imports that it needs
method_resolution(spec)   the classes in which Python looks for a method, in order
"""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

from core import handlers, servers
from core.spec import Loop, ServerSpec

LINE_LENGTH = 34
"""So many letters fit the narrow column that shows the code; longer lines are broken where Python allows."""

FRESH_PATH = "server.sock"
"""What the code says for a Unix socket whose path is left to the program."""

_INDENT = "    "


def server_source(spec: ServerSpec) -> str:
    """Return the class statement and the code that starts the server."""
    attributes = servers.class_attributes(spec)
    parts = [_class_statement("Server", servers.base_names(spec), attributes)]
    options = _handler_attributes(spec)
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


def _handler_attributes(spec: ServerSpec) -> dict[str, Any]:
    """Return the class attributes of the handler that differ from what it has anyway."""
    defaults = {option.name: option.default for option in handlers.HANDLERS[spec.handler].options}
    chosen: dict[str, Any] = {
        name: value for name, value in spec.handler_options.items() if value != defaults.get(name)
    }
    if "disable_nagle_algorithm" in spec.changed_options():
        chosen["disable_nagle_algorithm"] = True
    return chosen


def _class_statement(name: str, bases: Sequence[str], attributes: Mapping[str, Any]) -> str:
    head = f"class {name}({', '.join(bases)}):"
    if len(head) > LINE_LENGTH:
        separator = ",\n" + " " * len(f"class {name}(")
        head = f"class {name}({separator.join(bases)}):"
    body = [f"{_INDENT}{key} = {_literal(value)}" for key, value in attributes.items()]
    return "\n".join([head, *(body or [f"{_INDENT}pass"])])


def _literal(value: object) -> str:
    # AF_INET6 would show as <AddressFamily.AF_INET6: 10>.
    if isinstance(value, Enum):
        return value.name
    return _quoted(value) if isinstance(value, str) else repr(value)


def _quoted(text: str) -> str:
    """Return the literal for `text`, in double quotes where that needs no escape."""
    literal = repr(text)
    return f'"{literal[1:-1]}"' if literal[0] == "'" and '"' not in text else literal


def _start_up(spec: ServerSpec, handler: str) -> str:
    head = _call("with Server", [_address(spec), handler], " as server:", "")
    return "\n".join([head, *_LOOPS[spec.loop](spec)])


def _address(spec: ServerSpec) -> str:
    if spec.transport.is_unix:
        return _quoted(spec.path or FRESH_PATH)
    return f"({_quoted(spec.host)}, {spec.port})"


def _serve_forever(spec: ServerSpec) -> list[str]:
    chosen = spec.changed_options().get("poll_interval")
    arguments = [] if chosen is None else [f"poll_interval={chosen!r}"]
    return [_call("server.serve_forever", arguments, "", _INDENT)]


def _handle_requests(_spec: ServerSpec) -> list[str]:
    return [f"{_INDENT}while True:", f"{_INDENT * 2}server.handle_request()"]


_LOOPS = {Loop.SERVE_FOREVER: _serve_forever, Loop.HANDLE_REQUEST: _handle_requests}


def _call(head: str, arguments: Sequence[str], tail: str, indent: str) -> str:
    """Return a call on one line if it is short, otherwise with one argument a line."""
    line = f"{indent}{head}({', '.join(arguments)}){tail}"
    if len(line) <= LINE_LENGTH or not arguments:
        return line
    inner = [f"{indent}{_INDENT}{argument}," for argument in arguments]
    return "\n".join([f"{indent}{head}(", *inner, f"{indent}){tail}"])


def _import_statement(module: str, names: Sequence[str]) -> str:
    return f"from {module} import {', '.join(names)}"
