"""How a program makes and runs its server, by reading the lines that do it."""

import ast
import socketserver
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeGuard

from core.bindings import argument
from core.class_names import ClassNames, concurrency_of, is_handler, is_server, server_options, transport_of
from core.spec import Concurrency, Loop, Transport
from core.start_lines import StartLines

StartAddress = tuple[str, int] | str


@dataclass(frozen=True, slots=True)
class FoundStart:
    """Where the program makes its first server: of which class, with which handler and address, run by what.

    `server` is the class as the program names it; `address` is None where it is not written down as such.
    `is_plain` is true where the lab's own loop does the same as the program's lines.  Of a class that is only
    known when the program runs, transport and concurrency are None.
    """

    line: int
    server: str
    handler: str
    address: StartAddress | None
    loop: Loop
    transport: Transport | None
    concurrency: Concurrency | None
    options: dict[str, Any]
    is_plain: bool


def find_start(tree: ast.Module, names: ClassNames) -> FoundStart | None:
    """Return how the program makes its first server, None where it makes none that can be recognised.

    Where only its class cannot be, because it comes out of a table or is made by a call, the rest is told.
    """
    return _Finder(tree, names).start()


class _Finder:
    """Looks through the lines that make or run a server."""

    def __init__(self, tree: ast.Module, names: ClassNames) -> None:
        self._tree = tree
        self._names = names
        self._nodes = [node for part in StartLines(tree, names).parts() for node in ast.walk(part)]
        self._calls = [node for node in self._nodes if isinstance(node, ast.Call)]

    def start(self) -> FoundStart | None:
        made = [call for call in self._calls if is_server(self._names.class_meant(call.func))]
        if not made:
            return self._unknown() if self._is_served() else None
        call = min(made, key=lambda made: made.lineno)
        kind = self._names.class_meant(call.func)
        assert kind is not None, "it was found by its class"
        passed = [call, *_passed_on(self._names.statements.get(kind))]
        addresses = (self._address(one, transport_of(kind)) for one in passed)
        return FoundStart(
            line=call.lineno,
            server=kind.__name__ if kind in self._names.statements else ast.unparse(call.func),
            handler=next(filter(None, map(self._handler, passed)), ""),
            address=next((address for address in addresses if address), None),
            loop=self._loop(),
            transport=transport_of(kind),
            concurrency=concurrency_of(kind),
            options=server_options(self._names, kind) | self._poll_interval(),
            is_plain=len(made) == 1 and self._is_plain(call),
        )

    def _unknown(self) -> FoundStart | None:
        """Return how a server is made whose class is only known when the program runs."""
        calls = (node for node in ast.walk(self._tree) if isinstance(node, ast.Call))
        call = next(filter(self._makes_unknown, calls), None)
        if call is None:
            return None
        return FoundStart(
            line=call.lineno,
            server=ast.unparse(call.func),
            handler=self._handler(call),
            address=self._address(call, Transport.TCP),
            loop=self._loop(),
            transport=None,
            concurrency=None,
            options=self._poll_interval(),
            is_plain=False,
        )

    def _makes_unknown(self, call: ast.Call) -> bool:
        handler = argument(call, 1, "RequestHandlerClass")
        if handler is None or not (self._handler(call) or self._names.is_from_elsewhere(handler)):
            return False
        return any(
            isinstance(meant, ast.Subscript | ast.Call) or self._names.is_from_elsewhere(meant)
            for meant in self._names.bindings.meanings(call.func)
        )

    def _is_served(self) -> bool:
        return self._mentions("serve_forever") or self._mentions("handle_request")

    def _handler(self, call: ast.Call) -> str:
        """Return the handler's name if it is a class of the program."""
        found = argument(call, 1, "RequestHandlerClass")
        kind = self._names.class_meant(found) if found else None
        return kind.__name__ if kind in self._names.statements and is_handler(kind) else ""

    def _address(self, call: ast.Call, transport: Transport) -> StartAddress | None:
        literal = self._names.bindings.literal
        address = literal(argument(call, 0, "server_address"))
        if transport.is_unix:
            return address if isinstance(address, str) and address else None
        if isinstance(address, str):  # a class of the program may take host and port apart
            address = (address, literal(argument(call, 1, "port")))
        return address if _is_internet(address) else None

    # The loop -------------------------------------------------------------------------------------------

    def _loop(self) -> Loop:
        only_single = self._mentions("handle_request") and not self._mentions("serve_forever")
        return Loop.HANDLE_REQUEST if only_single else Loop.SERVE_FOREVER

    def _mentions(self, method: str) -> bool:
        return any(isinstance(node, ast.Attribute) and node.attr == method for node in self._nodes)

    def _poll_interval(self) -> dict[str, Any]:
        for call in self._calls:
            if isinstance(call.func, ast.Attribute) and call.func.attr == "serve_forever":
                value = self._names.bindings.literal(argument(call, 0, "poll_interval"))
                return {} if value is None else {"poll_interval": value}
        return {}

    # Whether the lab's loop does the same ---------------------------------------------------------------

    def _is_plain(self, call: ast.Call) -> bool:
        is_usual = len(call.args) + len(call.keywords) == 2 and self._names_its_classes(call)
        return is_usual and self._has_plain_loop() and not self._is_changed(call)

    def _names_its_classes(self, call: ast.Call) -> bool:
        """True where both classes are named, not in variables, and the server is one that the lab makes."""
        server, handler = self._names.class_of(call.func), argument(call, 1, "RequestHandlerClass")
        kind = self._names.class_of(handler) if handler else None
        is_known = server in self._names.statements or server in vars(socketserver).values()
        return is_known and kind in self._names.statements and is_handler(kind)

    def _has_plain_loop(self) -> bool:
        if self._mentions("fileno"):
            return False
        serves, handles = self._mentions("serve_forever"), self._mentions("handle_request")
        if not handles:
            return serves
        return not serves and any(_is_endless(node) for node in self._nodes if isinstance(node, ast.While))

    def _is_changed(self, call: ast.Call) -> bool:
        """True where more is done to the server object than to run it: its class alone has none of that."""
        given = self._names_given_to(call)
        done_to = (_dotted(value) + "." for node in self._nodes if (value := _changed_by(node)))
        return any(value.startswith(given) for value in done_to)

    def _names_given_to(self, call: ast.Call) -> tuple[str, ...]:
        with_items = [node for node in self._nodes if isinstance(node, ast.withitem)]
        assignments = [node for node in self._nodes if isinstance(node, ast.Assign)]
        targets = [item.optional_vars for item in with_items if item.context_expr is call]
        targets += [target for node in assignments if node.value is call for target in node.targets]
        return tuple(f"{name}." for target in targets if target and (name := _dotted(target)))


def _passed_on(statement: ast.ClassDef | None) -> Iterator[ast.Call]:
    """Give the calls of a base's __init__ in a class's own, with what the base gets, self left aside."""
    for node in ast.walk(statement) if statement else ():
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "__init__"
        ):
            is_super = isinstance(node.func.value, ast.Call)
            yield node if is_super else ast.Call(node.func, node.args[1:], node.keywords)


_CHANGES_NOTHING = frozenset({"serve_forever", "handle_request", "shutdown", "server_close", "getsockname"})


def _changed_by(node: ast.AST) -> ast.expr | None:
    """Return what an attribute is set on, or a method called of."""
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
        return node.value
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return None if node.func.attr in _CHANGES_NOTHING else node.func.value
    return None


def _dotted(expression: ast.expr) -> str:
    """Return a name as it is written, such as self.server; "" for other expressions."""
    parts: list[str] = []
    while isinstance(expression, ast.Attribute):
        parts.insert(0, expression.attr)
        expression = expression.value
    return ".".join([expression.id, *parts]) if isinstance(expression, ast.Name) else ""


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


def _is_internet(address: object) -> TypeGuard[tuple[str, int]]:
    if not isinstance(address, tuple) or len(address) != 2:
        return False
    return isinstance(address[0], str) and type(address[1]) is int
