"""How a program makes and runs its server, by reading the lines that do it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from core.class_names import ClassNames, concurrency_of, is_handler, is_server, server_options, transport_of
from core.spec import Concurrency, Loop, Transport
from core.start_lines import StartLines

StartAddress = tuple[str, int] | str


@dataclass(frozen=True, slots=True)
class FoundStart:
    """Where the program makes its first server: of which class, with which handler and address, run by what.

    `server` is the class as the program names it; `address` is None where it is not written down as such.
    `is_plain` is true where the lab's own loop does the same as the program's lines.
    """

    line: int
    server: str
    handler: str
    address: StartAddress | None
    loop: Loop
    transport: Transport
    concurrency: Concurrency
    options: dict[str, Any]
    is_plain: bool


def find_start(tree: ast.Module, names: ClassNames) -> FoundStart | None:
    """Return how the program makes its first server, None where it makes none that can be recognised."""
    return _Finder(tree, names).start()


class _Finder:
    """Looks through the lines that make or run a server."""

    def __init__(self, tree: ast.Module, names: ClassNames) -> None:
        self._names = names
        self._nodes = [node for part in StartLines(tree, names).parts() for node in ast.walk(part)]
        self._calls = [node for node in self._nodes if isinstance(node, ast.Call)]
        self._constants = dict(_constants(tree))

    def start(self) -> FoundStart | None:
        made = [call for call in self._calls if is_server(self._names.class_of(call.func))]
        if not made:
            return None
        call = min(made, key=lambda made: made.lineno)
        kind = self._names.class_of(call.func)
        assert kind is not None, "it was found by its class"
        return FoundStart(
            line=call.lineno,
            server=kind.__name__ if kind in self._names.statements else ast.unparse(call.func),
            handler=self._handler(call),
            address=_address(self._literal(_argument(call, 0, "server_address"))),
            loop=self._loop(),
            transport=transport_of(kind),
            concurrency=concurrency_of(kind),
            options=server_options(self._names, kind) | self._poll_interval(),
            is_plain=len(made) == 1 and self._is_plain(call),
        )

    def _handler(self, call: ast.Call) -> str:
        """Return the handler's name if it is a class of the program."""
        found = _argument(call, 1, "RequestHandlerClass")
        kind = self._names.class_of(found) if found else None
        return kind.__name__ if kind in self._names.statements and is_handler(kind) else ""

    def _literal(self, expression: ast.expr | None) -> Any:
        """Return the value of a literal, in which names of constants may stand; None for others."""
        if isinstance(expression, ast.Tuple):
            return tuple(map(self._literal, expression.elts))
        if isinstance(expression, ast.Name):
            return self._constants.get(expression.id)
        return expression.value if isinstance(expression, ast.Constant) else None

    # The loop -------------------------------------------------------------------------------------------

    def _loop(self) -> Loop:
        only_single = self._mentions("handle_request") and not self._mentions("serve_forever")
        return Loop.HANDLE_REQUEST if only_single else Loop.SERVE_FOREVER

    def _mentions(self, method: str) -> bool:
        return any(isinstance(node, ast.Attribute) and node.attr == method for node in self._nodes)

    def _poll_interval(self) -> dict[str, Any]:
        for call in self._calls:
            if isinstance(call.func, ast.Attribute) and call.func.attr == "serve_forever":
                value = self._literal(_argument(call, 0, "poll_interval"))
                return {} if value is None else {"poll_interval": value}
        return {}

    # Whether the lab's loop does the same ---------------------------------------------------------------

    def _is_plain(self, call: ast.Call) -> bool:
        is_usual = len(call.args) + len(call.keywords) == 2 and bool(self._handler(call))
        return is_usual and self._has_plain_loop() and not self._is_changed(call)

    def _has_plain_loop(self) -> bool:
        if self._mentions("fileno"):
            return False
        serves, handles = self._mentions("serve_forever"), self._mentions("handle_request")
        if not handles:
            return serves
        return not serves and any(_is_endless(node) for node in self._nodes if isinstance(node, ast.While))

    def _is_changed(self, call: ast.Call) -> bool:
        """True where something is set on the server object, which its class alone would not have."""
        given = self._names_given_to(call)
        return any(
            isinstance(node, ast.Attribute)
            and isinstance(node.ctx, ast.Store)
            and isinstance(node.value, ast.Name)
            and node.value.id in given
            for node in self._nodes
        )

    def _names_given_to(self, call: ast.Call) -> set[str]:
        with_items = [node for node in self._nodes if isinstance(node, ast.withitem)]
        assignments = [node for node in self._nodes if isinstance(node, ast.Assign)]
        targets = [item.optional_vars for item in with_items if item.context_expr is call]
        targets += [target for node in assignments if node.value is call for target in node.targets]
        return {target.id for target in targets if isinstance(target, ast.Name)}


def _argument(call: ast.Call, position: int, name: str) -> ast.expr | None:
    if position < len(call.args):
        return call.args[position]
    return next((keyword.value for keyword in call.keywords if keyword.arg == name), None)


def _is_endless(loop: ast.While) -> bool:
    """True for `while True: server.handle_request()`, with nothing else in it."""
    is_true = isinstance(loop.test, ast.Constant) and bool(loop.test.value)
    first = loop.body[0]
    call = first.value if isinstance(first, ast.Expr) else None
    return (
        is_true
        and len(loop.body) == 1
        and isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "handle_request"
    )


def _constants(tree: ast.Module) -> Iterator[tuple[str, Any]]:
    """Give the names that are bound to a constant somewhere, with their values: HOST, PORT = "", 8000 too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                yield from _bound_constants(target, node.value)


def _bound_constants(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, Any]]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for inner, part in zip(target.elts, value.elts, strict=False):
            yield from _bound_constants(inner, part)
    elif isinstance(target, ast.Name) and _is_constant(value):
        yield target.id, ast.literal_eval(value)


def _is_constant(value: ast.expr) -> bool:
    parts = value.elts if isinstance(value, ast.Tuple) else [value]
    return all(isinstance(part, ast.Constant) for part in parts)


def _address(value: Any) -> StartAddress | None:
    if isinstance(value, str) and value:
        return value
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], str) and type(value[1]) is int:
        return value[0], value[1]
    return None
