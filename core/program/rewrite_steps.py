"""One thing that a choice changes, looked for and changed in a program of any origin.

Each step is given the program, the spec that it follows now and the one that it shall follow; it returns the
program as it was where it has nothing to do.  Raises `ShapeError` where it does not find its place.
"""

import ast
from collections.abc import Callable, Iterator
from typing import Any

from core import servers
from core.analysis import analyse
from core.class_names import ClassNames
from core.program.class_body import ClassBody, ShapeError, parsed
from core.program.edits import Edits
from core.program.imports import Import, with_imports
from core.program.literals import FRESH_PATH, INDENT, address_literal, literal
from core.program.own_server import with_server_class
from core.program.server import attribute_literal
from core.spec import Concurrency, Loop, ServerSpec
from core.wording import worded


def with_kind(text: str, old: ServerSpec, new: ServerSpec) -> str:
    """Let the server be of another transport or concurrency."""
    if (old.transport, old.concurrency) == (new.transport, new.concurrency):
        return text
    found = analyse(text)
    if name := found.chosen()[1]:
        return _with_bases(text, name, servers.base_names(new))
    if found.start and (named := _library_name(new)):
        return _with_library_class(text, found.start.line, found.start.server, named)
    raise ShapeError(worded("There is no class to change."))


def _with_bases(text: str, class_name: str, wanted: tuple[str, ...]) -> str:
    """Give a server class the library's classes in the place of those that it has."""
    tree = parsed(text)
    names = ClassNames(tree)
    statement = next(part for part in tree.body if isinstance(part, ast.ClassDef) and part.name == class_name)
    from_library = [base for base in statement.bases if names.dotted(base).startswith(_LIBRARY)]
    if not from_library:
        raise ShapeError(worded("It inherits from the library only through another class."))
    prefix = _prefix(from_library[-1])
    own = [ast.unparse(base) for base in statement.bases if base not in from_library]
    body = ClassBody(text, class_name)
    body.set_bases([*own, *(f"{prefix}{name}" for name in wanted)])
    return body.text() if prefix else with_imports(body.text(), _imported(wanted))


_LIBRARY = "socketserver."


def _prefix(expression: ast.expr) -> str:
    """Return what stands before the name of a library's class: "socketserver.", or nothing."""
    return f"{ast.unparse(expression.value)}." if isinstance(expression, ast.Attribute) else ""


def _imported(names: tuple[str, ...]) -> list[Import]:
    return [Import("socketserver", name) for name in names]


def _library_name(spec: ServerSpec) -> str:
    """Return the library's name for the combination, "" where not every Python that we know has one."""
    if spec.concurrency is Concurrency.FORKING and spec.transport.is_unix:
        return ""
    *mix_ins, base = servers.base_names(spec)
    return "".join(name.removesuffix("MixIn") for name in mix_ins) + base


def _with_library_class(text: str, line: int, old_name: str, name: str) -> str:
    edits = Edits(text)
    for call in _calls(text):
        if call.lineno == line and ast.unparse(call.func) == old_name:
            prefix = _prefix(call.func)
            edits.replace_node(call.func, f"{prefix}{name}")
            return edits.text() if prefix else with_imports(edits.text(), _imported((name,)))
    raise ShapeError(worded("The line that makes the server was not found."))


def with_options(text: str, old: ServerSpec, new: ServerSpec) -> str:
    """Set the class attributes of the server; where it has no class of its own, one is made."""
    before, after = servers.class_attributes(old), servers.class_attributes(new)
    if before == after:
        return text
    name = analyse(text).chosen()[1]
    if not name:
        text, name = with_server_class(text, None)
    for option in sorted({*before, *after}):
        if before.get(option) != after.get(option):
            text = _with_attribute(text, name, option, after)
    return with_imports(text, [Import("socket")]) if "address_family" in after else text


def _with_attribute(text: str, class_name: str, option: str, wanted: dict[str, Any]) -> str:
    body = ClassBody(text, class_name)
    if option in wanted:
        body.set_attribute(option, attribute_literal(wanted[option]))
    else:
        body.remove_attribute(option)
    return body.text()


def with_handler_options(text: str, old: ServerSpec, new: ServerSpec) -> str:
    """Set the class attribute of the handler that the library knows."""
    option = "disable_nagle_algorithm"
    wanted = {name: value for name, value in new.changed_options().items() if name == option}
    if old.changed_options().get(option) == wanted.get(option):
        return text
    return _with_attribute(text, analyse(text).chosen()[0], option, wanted)


# The address -----------------------------------------------------------------------------------------------


def address_of(spec: ServerSpec) -> Any:
    """Return all that a program says of its address: a path, or host, port and family."""
    if spec.transport.is_unix:
        return spec.path or FRESH_PATH
    return spec.host, spec.port, spec.family


def with_address(text: str, old: ServerSpec, new: ServerSpec) -> str:
    """Give the server another address, where it is written down or named by a constant."""
    if address_of(old) == address_of(new):
        return text
    start = analyse(text).start
    if start is None:
        raise ShapeError(worded("The program makes no server."))
    calls = (call for call in _calls(text) if call.lineno == start.line and call.args)
    written = next((call.args[0] for call in calls if ast.unparse(call.func) == start.server), None)
    if written is None:
        raise ShapeError(worded("The address is not the first of the arguments."))
    edits = Edits(text)
    if new.transport.is_unix or not isinstance(written, ast.Tuple):
        edits.replace_node(_value(text, written), _address_text(new))
    else:
        for part, value in zip(written.elts, (new.host, new.port), strict=True):
            edits.replace_node(_value(text, part), literal(value))
    return edits.text()


def _address_text(spec: ServerSpec) -> str:
    return address_literal(spec.path or FRESH_PATH if spec.transport.is_unix else (spec.host, spec.port))


def _value(text: str, expression: ast.expr) -> ast.expr:
    """Return where a value is written down: there, or where the constant of that name gets it."""
    if not isinstance(expression, ast.Name):
        return expression
    found = [value for name, value in _constants(parsed(text)) if name == expression.id]
    if len(found) != 1:
        raise ShapeError(worded("{name} is not a constant.", name=expression.id))
    return found[0]


def _constants(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                yield from _pairs(target, node.value)


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(target, ast.Name):
        yield target.id, value
    elif (
        isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts)
    ):
        for one, its_value in zip(target.elts, value.elts, strict=True):
            yield from _pairs(one, its_value)


# The loop --------------------------------------------------------------------------------------------------


def with_loop(text: str, old: ServerSpec, new: ServerSpec) -> str:
    """Let another loop run the server, or the same one at another pace."""
    if (old.loop, old.poll_interval) == (new.loop, new.poll_interval):
        return text
    statements = [node for node in ast.walk(parsed(text)) if _looped(node)]
    if len(statements) != 1:
        raise ShapeError(worded("It is not clear which loop runs the server."))
    loop = statements[0]
    assert isinstance(loop, ast.stmt)
    indent = " " * loop.col_offset
    edits = Edits(text)
    edits.replace_node(loop, _LOOPS[new.loop](_looped(loop), new, indent))
    return edits.text()


def _looped(node: ast.AST) -> str:
    """Return the name of the server that a statement runs for ever, "" for other statements."""
    if isinstance(node, ast.While) and ast.unparse(node.test) in ("True", "1") and len(node.body) == 1:
        return _served(node.body[0], "handle_request")
    return _served(node, "serve_forever")


def _served(node: ast.AST, method: str) -> str:
    call = node.value if isinstance(node, ast.Expr) else None
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == method:
        return ast.unparse(call.func.value)
    return ""


def _serve_forever(server: str, spec: ServerSpec, _indent: str) -> str:
    chosen = spec.changed_options().get("poll_interval")
    return f"{server}.serve_forever({'' if chosen is None else f'poll_interval={chosen!r}'})"


def _handle_requests(server: str, _spec: ServerSpec, indent: str) -> str:
    return f"while True:\n{indent}{INDENT}{server}.handle_request()"


_LOOPS: dict[Loop, Callable[[str, ServerSpec, str], str]] = {
    Loop.SERVE_FOREVER: _serve_forever,
    Loop.HANDLE_REQUEST: _handle_requests,
}


def _calls(text: str) -> list[ast.Call]:
    return [node for node in ast.walk(parsed(text)) if isinstance(node, ast.Call)]


IN_ORDER = (with_kind, with_options, with_handler_options, with_address, with_loop)
"""The steps, such that each finds what those before it made."""
