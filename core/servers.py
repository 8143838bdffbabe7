"""A spec → a server class, composed by table out of the standard library's own parts, mix-in first.

The order matters: `class S(TCPServer, ThreadingMixIn)` would be silently serial, because TCPServer's
`process_request` would win.
"""

import socket
import socketserver
from typing import Any

from core import handlers
from core.spec import AddressFamily, Concurrency, ServerSpec, SpecError, Transport, unavailable

# By name: a system without fork() or Unix sockets has no such classes.
_SERVERS = {
    Transport.TCP: "TCPServer",
    Transport.UDP: "UDPServer",
    Transport.UNIX_STREAM: "UnixStreamServer",
    Transport.UNIX_DATAGRAM: "UnixDatagramServer",
}
_MIXINS: dict[Concurrency, tuple[str, ...]] = {
    Concurrency.ONE_AT_A_TIME: (),
    Concurrency.THREADING: ("ThreadingMixIn",),
    Concurrency.FORKING: ("ForkingMixIn",),
}
_NOT_ON_THE_SERVER_CLASS = {"poll_interval", "disable_nagle_algorithm"}


def base_names(spec: ServerSpec) -> tuple[str, ...]:
    """Return the names of the library's classes that make up the server, as in the class statement."""
    return *_MIXINS[spec.concurrency], _SERVERS[spec.transport]


def class_attributes(spec: ServerSpec) -> dict[str, Any]:
    """Return what the class statement's body sets: the options that differ from the library's defaults."""
    chosen = {k: v for k, v in spec.changed_options().items() if k not in _NOT_ON_THE_SERVER_CLASS}
    if not spec.transport.is_unix and spec.family is AddressFamily.IPV6:
        chosen["address_family"] = socket.AF_INET6
    return chosen


def server_class(spec: ServerSpec) -> type[socketserver.TCPServer]:
    """Return the `socketserver` class that the dropdowns describe: `server_class(spec)(address, Handler)`.

    A learner's own server class, which the spec's code may name, is not looked at; see `core.analysis`.
    Raises `SpecError` where this machine has no such servers.
    """
    if reason := unavailable(spec.transport, spec.concurrency):
        raise SpecError("transport" if spec.transport.is_unix else "concurrency", reason)
    bases = tuple(getattr(socketserver, name) for name in base_names(spec))
    return type("Server", bases, class_attributes(spec))


def handler_class(spec: ServerSpec) -> type[socketserver.BaseRequestHandler]:
    """Return the built-in handler class that the spec names, with its chosen options.

    A learner's own classes are for `core.own_process` alone: to have one means to run the program.
    """
    assert spec.code is None, "a learner's code runs in a server process only"
    found = handlers.handler_class(spec.handler, spec.transport.is_stream, spec.handler_options)
    return with_handler_options(found, spec)


def with_handler_options(
    found: type[socketserver.BaseRequestHandler], spec: ServerSpec
) -> type[socketserver.BaseRequestHandler]:
    """Return the handler class with the options that stand on it, and not on the server's class."""
    if spec.disable_nagle_algorithm and issubclass(found, socketserver.StreamRequestHandler):
        return type(found.__name__, (found,), {"disable_nagle_algorithm": True})
    return found
