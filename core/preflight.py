"""What would go wrong, found before Start.  Nothing that is looked at here notices."""

import errno
import ipaddress
import os
import socket
from collections.abc import Iterator
from enum import StrEnum

import msgspec

from core.errors import Explanation, explain_start
from core.socket_file import SocketFile, look_at, remove_stale_socket
from core.spec import ServerSpec, Transport, unavailable
from core.wording import Wording, worded

__all__ = ["Offer", "Problem", "check", "remove_stale_socket"]


class Offer(StrEnum):
    """What the window may offer to do about a problem."""

    REMOVE_SOCKET_FILE = "remove-socket-file"
    CONFIRM_OUTSIDE = "confirm-outside"


class Problem(msgspec.Struct, frozen=True):
    """One thing that stands in the way; `field` is the field of the spec that it is about.

    A blocking problem would make the start fail; any other one is to be confirmed.
    """

    explanation: Explanation
    field: str
    blocking: bool = True
    offer: Offer | None = None


def check(spec: ServerSpec) -> list[Problem]:
    """Return what stands in the way of starting the server of `spec`, most urgent first.

    Takes milliseconds, except where a host's name has to be looked up: call it off the window's thread.
    """
    reason = unavailable(spec.transport, spec.concurrency)
    if reason:
        return [_unavailable(spec, reason)]
    if spec.code and spec.code.runs_itself:  # the address is in its own lines, and may be worked out there
        return []
    return list((_check_path if spec.transport.is_unix else _check_port)(spec))


def _unavailable(spec: ServerSpec, reason: str) -> Problem:
    field = "transport" if unavailable(spec.transport) else "concurrency"
    explanation = Explanation(
        "unavailable",
        worded("This machine cannot run such a server."),
        reason,
        worded("The dropdowns show what can be chosen here."),
    )
    return Problem(explanation, field)


def _problem(error: BaseException, spec: ServerSpec) -> Problem:
    """Return the problem that starting would meet as `error`."""
    explanation = explain_start(error, spec)
    usual = "path" if spec.transport.is_unix else "host"
    return Problem(
        explanation,
        _FIELDS.get(explanation.code, usual),
        offer=_OFFERS.get(explanation.code),
    )


_FIELDS = {
    "port-taken": "port",
    "port-in-old-connection": "port",
    "port-in-time-wait": "port",
    "no-free-port": "port",
    "port-not-allowed": "port",
    "bind-forbidden": "port",
    "option-unavailable": "allow_reuse_port",
}

_OFFERS = {"stale-socket-file": Offer.REMOVE_SOCKET_FILE}


# TCP and UDP -------------------------------------------------------------------------------------------


def _check_port(spec: ServerSpec) -> Iterator[Problem]:
    try:
        bound = _bind_for_a_moment(spec)
    except (OSError, UnicodeError) as error:
        if not _may_be_shared(error, spec):
            yield _problem(error, spec)
            return
        yield _shared_port(spec)
        bound = spec.host
    if spec.is_reachable_from_outside and not _is_loopback(bound):
        yield _outside(spec)


def _bind_for_a_moment(spec: ServerSpec) -> str:
    """Bind a socket as the server would, close it, and return the address that the host stood for."""
    kind = socket.SOCK_STREAM if spec.transport.is_stream else socket.SOCK_DGRAM
    with socket.socket(getattr(socket, spec.family), kind) as probe:
        for option in _options(spec):
            probe.setsockopt(socket.SOL_SOCKET, option, 1)
        # Never listen(): a client could be accepted, and lost.  What was only bound leaves no TIME_WAIT.
        probe.bind((spec.host, spec.port))
        return str(probe.getsockname()[0])


def _options(spec: ServerSpec) -> Iterator[int]:
    # Never for UDP: a probe that shares a port with a running server would swallow its datagrams.
    if spec.transport is Transport.TCP:
        if spec.allow_reuse_address:
            yield socket.SO_REUSEADDR
        if spec.allow_reuse_port and hasattr(socket, "SO_REUSEPORT"):
            yield socket.SO_REUSEPORT


def _may_be_shared(error: BaseException, spec: ServerSpec) -> bool:
    """True where a UDP port is taken, but the server may get it all the same."""
    taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
    shares = spec.allow_reuse_address or spec.allow_reuse_port
    return taken and shares and spec.transport is Transport.UDP


def _shared_port(spec: ServerSpec) -> Problem:
    explanation = Explanation(
        "port-shared",
        worded("Another program has UDP port {port}; the two may have to share it.", port=spec.port),
        worded(
            "If it allowed reuse too, both are bound without an error, and the system decides who gets a "
            "datagram: with allow_reuse_address on Linux, the one that came last gets all."
        ),
        worded("Go on to see it happen, or take another port."),
    )
    return Problem(explanation, "port", blocking=False)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:  # a name or "", not bound: what it stands for is not known
        return False


def _outside(spec: ServerSpec) -> Problem:
    explanation = Explanation(
        "reachable-from-outside",
        worded("Other machines will be able to connect to this server: {reach}.", reach=_reach(spec)),
        worded("Whoever can reach this machine can then send anything to the handler."),
        worded("Go on only in a network that you trust; 127.0.0.1 is for this machine alone."),
    )
    return Problem(explanation, "host", blocking=False, offer=Offer.CONFIRM_OUTSIDE)


def _reach(spec: ServerSpec) -> Wording:
    if spec.host in ("", "0.0.0.0", "::"):
        return worded('"{host}" stands for all addresses of this machine', host=spec.host)
    return worded("{host} belongs to a network", host=spec.host)


# Unix sockets ------------------------------------------------------------------------------------------


def _check_path(spec: ServerSpec) -> Iterator[Problem]:
    if spec.path is None:  # a fresh one will be made, where there is room
        return
    code = _error_at(spec.path)
    if code:
        yield _problem(OSError(code, os.strerror(code)), spec)


def _error_at(path: str) -> int:
    """Return the errno that bind() would give at `path`, 0 for none.  Binding to see would leave a file."""
    found = look_at(path)
    if found is not SocketFile.MISSING:
        return errno.EACCES if found is SocketFile.HIDDEN and not os.path.lexists(path) else errno.EADDRINUSE
    directory = os.path.dirname(os.path.abspath(path))
    if not os.path.isdir(directory):
        return errno.ENOENT
    return 0 if os.access(directory, os.W_OK | os.X_OK) else errno.EACCES
