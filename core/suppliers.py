"""Which class supplies each hook of a server that a spec describes: Python's search order, made visible."""

import socketserver
from dataclasses import dataclass

from core.analysis import stand_ins
from core.observe import HANDLER_METHODS, SERVER_HOOKS
from core.servers import handler_class, server_class
from core.spec import ServerSpec


@dataclass(frozen=True, slots=True)
class Supplier:
    """The class whose method runs, and the classes behind it whose method of that name does not."""

    hook: str
    name: str
    overrides: tuple[str, ...]


def suppliers(spec: ServerSpec) -> dict[str, Supplier]:
    """Return who supplies each hook and handler method, by name, in the order of life.

    Raises `SpecError` where this machine has no such servers.
    """
    server, handler = _classes(spec)
    found = [_supplier(server, hook) for hook in SERVER_HOOKS] + [
        _supplier(handler, method) for method in HANDLER_METHODS
    ]
    return {supplier.hook: supplier for supplier in found if supplier}


def _classes(spec: ServerSpec) -> tuple[type, type]:
    if spec.code is None:
        return server_class(spec), handler_class(spec)
    server, handler = stand_ins(spec.code)
    return server or server_class(spec), handler or socketserver.BaseRequestHandler


def _supplier(kind: type, hook: str) -> Supplier | None:
    names = [cls.__name__ for cls in kind.__mro__ if hook in vars(cls)]
    return Supplier(hook, names[0], tuple(names[1:])) if names else None
