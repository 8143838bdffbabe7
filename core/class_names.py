"""Which names of a program stand for server and handler classes, by reading it; none of it is run.

For each class of the program a stand-in is made: a class of the same name, with the same known bases and the
methods and options that matter, but without a line of the program's.  So Python itself answers what the
program's class would inherit, and whose method would win.
"""

import ast
import socket
import socketserver
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from core.bindings import Bindings, last_name
from core.observe import HANDLER_METHODS, SERVER_HOOKS
from core.spec import OPTIONS, AddressFamily, Concurrency, Transport
from core.wording import WordedError, worded

_MODULES = ("socketserver", "http.server", "xmlrpc.server", "wsgiref.simple_server")
"""The modules whose classes are known; the program's imports of others are not followed."""

_MAKERS = {"wsgiref.simple_server.make_server": "wsgiref.simple_server.WSGIServer"}
"""Functions of theirs that make a server: what they make."""

_METHODS = frozenset((*SERVER_HOOKS, *HANDLER_METHODS))
_ATTRIBUTES = frozenset((*(option.name for option in OPTIONS), "address_family"))


class BasesError(WordedError):
    """A class statement whose bases cannot go together, at `line`."""

    def __init__(self, name: str, line: int) -> None:
        """Remember where."""
        super().__init__(
            worded(
                "Python cannot make the class {name}: its bases contradict each other. "
                "Name each base once, a mix-in before the server.",
                name=name,
            )
        )
        self.line = line


class ClassNames:
    """What the names at the top of a program stand for."""

    def __init__(self, tree: ast.Module) -> None:
        """Read all imports, classes and other names that are bound outside of functions."""
        self.classes: dict[str, type] = {}
        self.statements: dict[type, ast.ClassDef] = {}
        self.problem: BasesError | None = None
        self._dotted: dict[str, str] = {}
        self._set_later: dict[tuple[type, str], Any] = {}
        self._meant: dict[str, type | None] = {}
        self.bindings = Bindings(tree)
        for statement in outer_statements(tree):
            read = _READERS.get(type(statement))
            if read:
                read(self, statement)

    def class_of(self, expression: ast.expr) -> type | None:
        """Return the class that an expression names: a stand-in, a library's, or None."""
        if isinstance(expression, ast.Name) and expression.id in self.classes:
            return self.classes[expression.id]
        return _library_class(self.dotted(expression))

    def class_meant(self, expression: ast.expr) -> type | None:
        """Return the class that an expression names or, if it is a variable, that it may be bound to."""
        found, name = self.class_of(expression), last_name(expression)
        if found or not (name or isinstance(expression, ast.Subscript)):
            return found
        if not name:
            return self._first_class(expression)
        if name not in self._meant:
            self._meant[name] = self._first_class(expression)
        return self._meant[name]

    def is_from_elsewhere(self, expression: ast.expr) -> bool:
        """True for a name that is imported from a module which is not Python's own."""
        module = self.dotted(expression).partition(".")[0]
        return bool(module) and module not in sys.stdlib_module_names

    def _first_class(self, expression: ast.expr) -> type | None:
        return next(filter(None, map(self.class_of, self.bindings.meanings(expression))), None)

    def dotted(self, expression: ast.expr) -> str:
        """Return what an imported name stands for, such as "socketserver.TCPServer"; "" for other things."""
        if isinstance(expression, ast.Name):
            return self._dotted.get(expression.id, "")
        if isinstance(expression, ast.Attribute) and (before := self.dotted(expression.value)):
            return f"{before}.{expression.attr}"
        return ""

    def attribute(self, kind: type, name: str) -> Any:
        """Return a class attribute as `kind` would have it.

        None for one that `socketserver` itself set, or nobody, or whose value is not known.
        """
        for cls in kind.__mro__:
            if (cls, name) in self._set_later:
                return self._set_later[cls, name]
            if name in vars(cls):
                return None if cls.__module__ == socketserver.__name__ else vars(cls)[name]
        return None

    def lines(self, kind: type, names: tuple[str, ...]) -> dict[str, int]:
        """Return where the program defines those methods of `kind`, or of its bases in the program."""
        found: dict[str, int] = {}
        for cls in kind.__mro__:
            for method in _methods(self.statements[cls]) if cls in self.statements else ():
                if method.name in names:
                    found.setdefault(method.name, method.lineno)
        return found

    # Statements -----------------------------------------------------------------------------------------

    def _read_import(self, statement: ast.Import) -> None:
        for alias in statement.names:
            name = alias.asname or alias.name.partition(".")[0]
            self._bind(name, alias.name if alias.asname else name)

    def _read_import_from(self, statement: ast.ImportFrom) -> None:
        for alias in statement.names:
            if alias.name != "*":
                self._bind(alias.asname or alias.name, f"{statement.module}.{alias.name}")
            elif statement.module in _MODULES:
                for name in import_module(statement.module).__all__:
                    self._bind(name, f"{statement.module}.{name}")

    def _read_assignment(self, statement: ast.Assign) -> None:
        for target in statement.targets:
            if isinstance(target, ast.Name):
                self._alias(target.id, statement.value)
            elif isinstance(target, ast.Attribute) and (kind := self.class_of(target.value)):
                self._set_later[kind, target.attr] = self._value(statement.value)

    def _read_class(self, statement: ast.ClassDef) -> None:
        bases = tuple(filter(None, map(self.class_of, statement.bases)))
        body: dict[str, Any] = {
            method.name: None for method in _methods(statement) if method.name in _METHODS
        } | dict(self._attributes(statement))
        try:
            stand_in = type(statement.name, bases, body)
        except TypeError:
            self.problem = self.problem or BasesError(statement.name, statement.lineno)
            return
        self._dotted.pop(statement.name, None)
        self.classes[statement.name] = stand_in
        self.statements[stand_in] = statement

    def _attributes(self, statement: ast.ClassDef) -> Iterator[tuple[str, Any]]:
        for part in outer_statements(statement):
            for target, value in _bindings(part):
                if isinstance(target, ast.Name) and target.id in _ATTRIBUTES:
                    yield target.id, self._value(value)

    def _alias(self, name: str, value: ast.expr) -> None:
        kind = self.class_of(value)
        if kind in self.statements:
            self.classes[name] = kind
        else:
            self._bind(name, self.dotted(value))

    def _bind(self, name: str, dotted: str) -> None:
        self.classes.pop(name, None)
        self._dotted[name] = dotted

    def _value(self, expression: ast.expr) -> Any:
        """Return what a literal says, or the last part of a dotted name such as socket.AF_INET6."""
        try:
            return ast.literal_eval(expression)
        except (ValueError, TypeError, MemoryError, RecursionError, SyntaxError):
            return self.dotted(expression).rpartition(".")[2] or None


def outer_statements(block: ast.AST) -> Iterator[ast.stmt]:
    """Give the statements of a module or class in order, and those in their if, try and with blocks.

    Of the ways of an if or try statement the first comes last, so that it wins where two bind a name.
    """
    for name in ("handlers", "orelse", "body", "finalbody"):
        for part in getattr(block, name, ()):
            if isinstance(part, ast.stmt):
                yield part
            if not isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                yield from outer_statements(part)


def is_server(kind: type | None) -> bool:
    """True for a server class that binds an address."""
    return kind is not None and issubclass(kind, socketserver.TCPServer)


def is_handler(kind: type | None) -> bool:
    """True for a handler class."""
    return kind is not None and issubclass(kind, socketserver.BaseRequestHandler)


def transport_of(kind: type) -> Transport:
    """Return what carries the bytes of such a server."""
    return next(transport for name, transport in _TRANSPORTS if _inherits(kind, name))


def concurrency_of(kind: type) -> Concurrency:
    """Return whose process_request() the class inherits, the program's own left aside."""
    names = (cls.__name__ for cls in kind.__mro__ if cls.__module__ == socketserver.__name__)
    return next(_CONCURRENCIES[name] for name in names if name in _CONCURRENCIES)


def server_options(names: ClassNames, kind: type) -> dict[str, Any]:
    """Return the options of a server class that differ from the library's defaults, and IPv6."""
    transport, concurrency = transport_of(kind), concurrency_of(kind)
    chosen: dict[str, Any] = {}
    for option in OPTIONS:
        value = names.attribute(kind, option.name)
        if value is not None and option.fits(transport, concurrency):
            # The library itself writes 1 for True in places.
            chosen[option.name] = bool(value) if option.kinds == (bool,) else value
    if not transport.is_unix and _is_ipv6(names.attribute(kind, "address_family")):
        chosen["address_family"] = AddressFamily.IPV6
    return {name: value for name, value in chosen.items() if value != _DEFAULTS.get(name)}


_DEFAULTS = {option.name: option.default for option in OPTIONS}


def _is_ipv6(family: object) -> bool:
    return family in (socket.AF_INET6, socket.AF_INET6.name)


_TRANSPORTS = (
    ("UnixDatagramServer", Transport.UNIX_DATAGRAM),
    ("UnixStreamServer", Transport.UNIX_STREAM),
    ("UDPServer", Transport.UDP),
    ("TCPServer", Transport.TCP),
)
"""In an order in which no class stands behind one that it inherits from."""

_CONCURRENCIES = {
    "ThreadingMixIn": Concurrency.THREADING,
    "ForkingMixIn": Concurrency.FORKING,
    "BaseServer": Concurrency.ONE_AT_A_TIME,
}


def _inherits(kind: type, name: str) -> bool:
    # By name: a system without Unix sockets has no such classes.
    return issubclass(kind, getattr(socketserver, name, ()))


def _library_class(dotted: str) -> type | None:
    module, _, name = _MAKERS.get(dotted, dotted).rpartition(".")
    found = getattr(import_module(module), name, None) if module in _MODULES else None
    return found if isinstance(found, type) else None


def _methods(statement: ast.ClassDef) -> Iterator[ast.FunctionDef]:
    return (part for part in outer_statements(statement) if isinstance(part, ast.FunctionDef))


def _bindings(statement: ast.stmt) -> Iterator[tuple[ast.expr, ast.expr]]:
    if isinstance(statement, ast.Assign):
        yield from ((target, statement.value) for target in statement.targets)
    elif isinstance(statement, ast.AnnAssign) and statement.value:
        yield statement.target, statement.value


_READERS: dict[type[ast.stmt], Callable[[ClassNames, Any], None]] = {
    ast.Import: ClassNames._read_import,
    ast.ImportFrom: ClassNames._read_import_from,
    ast.Assign: ClassNames._read_assignment,
    ast.ClassDef: ClassNames._read_class,
}
