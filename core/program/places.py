"""Which line of a program each control of the builder means."""

import ast
from collections.abc import Iterator

from core import handlers
from core.parsing import parsed
from core.spec import OPTIONS

_LOOPS = ("serve_forever", "handle_request")
_OPTIONS = frozenset(option.name for option in OPTIONS) | {"address_family"}
_HANDLER_OPTIONS = frozenset(option.name for entry in handlers.HANDLERS.values() for option in entry.options)


def places(text: str, handler: str, server: str) -> dict[str, int]:
    """Return the line (from 1) of each control that is written down in a program, by control's name.

    `handler` and `server` are the names of its classes.  A program that cannot be read has no such lines.
    """
    try:
        tree = parsed(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    found: dict[str, int] = {}
    for statement in tree.body:
        if isinstance(statement, ast.ClassDef) and statement.name in (handler, server):
            found |= _in_class(statement, is_server=statement.name == server)
    # Where the program has no class of its own for the server, the line that makes it says what it is.
    for name, line in _in_start(tree, server):
        found.setdefault(name, line)
    return found


def _in_class(statement: ast.ClassDef, is_server: bool) -> dict[str, int]:
    names = ("transport", "concurrency") if is_server else ("handler",)
    found = dict.fromkeys(names, statement.lineno)
    allowed = _OPTIONS if is_server else _OPTIONS | _HANDLER_OPTIONS
    for part in statement.body:
        target = _target(part)
        if target in allowed:
            found[target] = part.lineno
    return found


def _in_start(tree: ast.Module, server: str) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = _called(node)
            if (name == server or (not server and name.endswith("Server"))) and len(node.args) >= 2:
                yield from (("transport", node.lineno), ("concurrency", node.lineno))
                yield from _address(node.args[0])
            elif name in _LOOPS:
                yield "loop", node.lineno
                if name == "serve_forever" and (node.args or node.keywords):
                    yield "poll_interval", node.lineno


def _address(node: ast.expr) -> Iterator[tuple[str, int]]:
    if isinstance(node, ast.Tuple) and len(node.elts) == 2:
        yield "host", node.elts[0].lineno
        yield "port", node.elts[1].lineno
    elif isinstance(node, ast.Constant):
        yield "path", node.lineno
    else:
        yield from ((name, node.lineno) for name in ("host", "port"))


def _called(call: ast.Call) -> str:
    """Return the last part of a called name."""
    function = call.func
    return getattr(function, "attr", getattr(function, "id", ""))


def _target(statement: ast.stmt) -> str:
    targets = getattr(statement, "targets", None) or [getattr(statement, "target", None)]
    return targets[0].id if isinstance(targets[0], ast.Name) else ""
