"""Why a server could not be made or bound."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core import socket_file
from core.address import show
from core.errors.explanation import Explanation, in_words, is_family_mismatch, name_of, why_not_resolved
from core.socket_file import SocketFile
from core.spec import PATH_LIMIT, AddressFamily, ServerSpec, Transport

if TYPE_CHECKING:
    from core.port_holder import PortHolder


def explain_start(error: BaseException, spec: ServerSpec) -> Explanation:
    """Explain why the server of `spec` could not be made or bound.

    Looks at the system where that helps: who holds the port, whether anyone listens on the path.
    """
    failure = _Failure(error, name_of(error), spec)
    table = _UNIX if spec.transport.is_unix else _IP
    return (table.get(failure.name) or _ANY.get(failure.name) or _unknown)(failure)


@dataclass(frozen=True, slots=True)
class _Failure:
    error: BaseException
    name: str
    spec: ServerSpec

    @property
    def place(self) -> str:
        spec = self.spec
        return (spec.path or "the socket file") if spec.transport.is_unix else show((spec.host, spec.port))

    @property
    def directory(self) -> str:
        return os.path.dirname(os.path.abspath(self.spec.path)) if self.spec.path else "the directory"

    @property
    def port(self) -> str:
        return f"{_PROTOCOLS[self.spec.transport]} port {self.spec.port}"

    @property
    def version(self) -> str:
        return "IPv6" if self.spec.family is AddressFamily.IPV6 else "IPv4"


_Builder = Callable[[_Failure], Explanation]
_PROTOCOLS = {Transport.TCP: "TCP", Transport.UDP: "UDP"}


def _port_taken(failure: _Failure) -> Explanation:
    spec = failure.spec
    if spec.port == 0:
        return _no_free_port(failure)
    from core import port_holder  # with psutil, half of what there is to load here

    holder = port_holder.find(spec.transport, spec.host, spec.port)
    if holder is None:
        return _port_taken_by_nobody_seen(failure)
    return (_port_served if holder.is_server else _port_remembered)(failure, holder)


def _port_served(failure: _Failure, holder: "PortHolder") -> Explanation:
    return Explanation(
        "port-taken",
        f"{failure.port} is taken: {_who(holder)} has it.",
        "Two servers cannot have the same port at the same address.",
        "Stop that program, take another port, or take port 0: then the system picks a free one.",
    )


def _port_remembered(failure: _Failure, holder: "PortHolder") -> Explanation:
    if holder.is_kernel:
        return _time_wait(failure, holder.status)
    return Explanation(
        "port-in-old-connection",
        f"{failure.port} is still in use by an old connection: {_who(holder)} has it open.",
        "Its server is gone, but a connection that it accepted is not closed yet.",
        "End that client or program, or switch on allow_reuse_address.",
    )


def _time_wait(failure: _Failure, status: str) -> Explanation:
    return Explanation(
        "port-in-time-wait",
        f"{failure.port} is still in {status}: no program has it, but the system has not let go of it.",
        "An earlier server closed a connection first; the system keeps its port for about a minute, so that "
        "late packets cannot reach the wrong program.",
        _TIME_WAIT_HINTS[failure.spec.allow_reuse_address],
    )


_TIME_WAIT_HINTS = {
    False: "Switch on allow_reuse_address, wait a minute, or let the client say goodbye first.",
    True: "allow_reuse_address came too late: the earlier server needed it too. Wait, or take another port.",
}


def _port_taken_by_nobody_seen(failure: _Failure) -> Explanation:
    return Explanation(
        "port-taken",
        f"{failure.port} is taken, and the system does not say by whom.",
        "Another user's program may have it, or it is still in TIME_WAIT after an earlier server.",
        "Take another port (0: any free one), wait a minute, or switch on allow_reuse_address.",
    )


def _no_free_port(failure: _Failure) -> Explanation:
    return Explanation(
        "no-free-port",
        "The system found no free port.",
        "All the ports that it hands out are in use, or remembered in TIME_WAIT.",
        "Close some programs or clients, or wait a minute.",
    )


def _who(holder: "PortHolder") -> str:
    if holder.pid is None:
        return "a program that the system does not name (another user's, perhaps)"
    return f"{holder.program or 'a program'} (process {holder.pid})"


def _path_taken(failure: _Failure) -> Explanation:
    found = socket_file.look_at(failure.spec.path) if failure.spec.path else SocketFile.HIDDEN
    return Explanation(*(text.format(place=failure.place) for text in _PATHS_TAKEN[found]))


_PATHS_TAKEN = {
    SocketFile.STALE: (
        "stale-socket-file",
        "The socket file {place} is left over from a server that is gone.",
        "Nobody listens there, but closing a Unix socket does not remove its file, and allow_reuse_address "
        "does not help.",
        "Remove the file, then start again.",
    ),
    SocketFile.ALIVE: (
        "path-taken",
        "A running program is using the socket {place}.",
        "Two servers cannot have the same path.",
        "Stop that program, or take another path.",
    ),
    SocketFile.NOT_A_SOCKET: (
        "path-not-a-socket",
        "There is already something else at {place}, and it is not a socket.",
        "A Unix server makes its socket file itself, and never replaces what is there.",
        "Take another path.",
    ),
    SocketFile.HIDDEN: (
        "path-taken",
        "Something is already at {place}, and we may not look at it.",
        "It belongs to another user, or its directory is closed to you.",
        "Take another path.",
    ),
    SocketFile.MISSING: (
        "path-taken",
        "Something was at {place} a moment ago.",
        "A server cannot make its socket file where there already is a file; this one has just gone away.",
        "Start again.",
    ),
}


def _path_too_long(failure: _Failure) -> Explanation:
    size = len(os.fsencode(failure.spec.path or ""))
    return Explanation(
        "path-too-long",
        f"The path of the socket is too long: {size} bytes."
        if size
        else "The path of the socket is too long.",
        f"The system keeps the path of a Unix socket in a small field: {PATH_LIMIT} bytes at most.",
        "Take a shorter path, in /tmp for instance.",
    )


def _directory_missing(failure: _Failure) -> Explanation:
    return Explanation(
        "directory-missing",
        f"There is no directory {failure.directory}.",
        "A Unix server makes its socket file, but not the directory that it is in.",
        "Make the directory first, or take a path in one that exists.",
    )


def _directory_not_writable(failure: _Failure) -> Explanation:
    return Explanation(
        "directory-not-writable",
        f"You may not make a file in {failure.directory}.",
        "A Unix server makes a file for its socket, so it needs permission to write to the directory.",
        "Take a path in a directory of your own, or in /tmp.",
    )


def _address_elsewhere(failure: _Failure) -> Explanation:
    if failure.spec.host in ("::", "::1"):
        return _no_ipv6(failure)
    return Explanation(
        "address-elsewhere",
        f"{failure.spec.host} is not an address of this machine.",
        "A server can only listen at addresses that belong to the machine it runs on.",
        "Take 127.0.0.1 (only this machine), or 0.0.0.0 (all addresses of this machine).",
    )


def _port_not_allowed(failure: _Failure) -> Explanation:
    first = _first_free_port()
    if not 0 < failure.spec.port < first:
        return _bind_forbidden(failure)
    return Explanation(
        "port-not-allowed",
        f"You may not open port {failure.spec.port}.",
        f"On this system ports below {first} are for the administrator: well-known services live there.",
        f"Take a port from {first} up, 8000 for instance, or 0: any free one.",
    )


def _first_free_port() -> int:
    # Linux lets the administrator move the border; elsewhere it is where it has always been.
    border = Path("/proc/sys/net/ipv4/ip_unprivileged_port_start")
    return int(border.read_text()) if border.exists() else 1024


def _bind_forbidden(failure: _Failure) -> Explanation:
    return Explanation(
        "bind-forbidden",
        f"The system does not let this program listen at {failure.place}.",
        "A security rule forbids it, or the port is set aside for another program.",
        "Take another port, or ask whoever looks after this machine.",
    )


def _host_not_resolved(failure: _Failure) -> Explanation:
    if is_family_mismatch(failure.error):
        return _family_mismatch(failure)
    return Explanation(
        "name-not-resolved",
        f'There is no address for the name "{failure.spec.host}".',
        why_not_resolved(failure.error),
        "Check the spelling, or take 127.0.0.1 (only this machine) or 0.0.0.0 (all of its addresses).",
    )


def _family_mismatch(failure: _Failure) -> Explanation:
    return Explanation(
        "family-mismatch",
        f'"{failure.spec.host}" has no {failure.version} address, and this server speaks {failure.version}.',
        "A socket speaks either IPv4 (127.0.0.1) or IPv6 (::1); address_family decides which.",
        "Change address_family, or take a host of the same kind.",
    )


def _no_ipv6(failure: _Failure) -> Explanation:
    return Explanation(
        "family-unavailable",
        f"{failure.version} is not available on this machine.",
        "It is switched off, or the system was built without it.",
        "Take 127.0.0.1 and AF_INET." if failure.version == "IPv6" else "Take ::1 and AF_INET6.",
    )


def _bad_address(failure: _Failure) -> Explanation:
    if failure.spec.host.lower().startswith("fe80:") and "%" not in failure.spec.host:
        return _scope_missing(failure)
    return _unknown(failure)


def _scope_missing(failure: _Failure) -> Explanation:
    return Explanation(
        "scope-missing",
        f"{failure.spec.host} alone does not say which network is meant.",
        "Addresses that begin with fe80 exist on every network card, so the card belongs to the address.",
        f"Add the card's name: {failure.spec.host}%eth0, for instance.",
    )


def _no_reuse_port(failure: _Failure) -> Explanation:
    return Explanation(
        "option-unavailable",
        "The system does not know one of the socket options that were chosen.",
        "Not every system offers allow_reuse_port.",
        "Switch allow_reuse_port off.",
    )


def _unknown(failure: _Failure) -> Explanation:
    return Explanation(
        "start-failed",
        f"The server could not start at {failure.place}.",
        f"Python raised {type(failure.error).__name__}: {in_words(failure.error).rstrip('.')}.",
        "Change one choice at a time to find the one that it depends on; the default ones work.",
    )


def _plain(code: str, what: str, why: str, hint: str) -> _Builder:
    """Return a builder of the same sentences for every failure."""
    return lambda failure: Explanation(code, what.format(place=failure.place), why, hint)


_IP: Mapping[str, _Builder] = {
    "EADDRINUSE": _port_taken,
    "EADDRNOTAVAIL": _address_elsewhere,
    "EACCES": _port_not_allowed,
    "EPERM": _port_not_allowed,
    "gaierror": _host_not_resolved,
    "EAFNOSUPPORT": _no_ipv6,
    "EPROTONOSUPPORT": _no_ipv6,
    "EINVAL": _bad_address,
    "ENOPROTOOPT": _no_reuse_port,
    "EOPNOTSUPP": _no_reuse_port,
}

_UNIX: Mapping[str, _Builder] = {
    "EADDRINUSE": _path_taken,
    "EEXIST": _path_taken,
    "ENAMETOOLONG": _path_too_long,
    "ENOENT": _directory_missing,
    "ENOTDIR": _directory_missing,
    "EACCES": _directory_not_writable,
    "EPERM": _directory_not_writable,
    "EROFS": _directory_not_writable,
}

_ANY: Mapping[str, _Builder] = {
    "EMFILE": _plain(
        "too-many-files",
        "The server could not open a socket: this program has as many files open as it may.",
        "The system limits how many each program may have; sockets that nobody closes use it up.",
        "Stop some servers or close some clients.",
    ),
    "ENFILE": _plain(
        "too-many-files",
        "The server could not open a socket: the whole machine has as many files open as it can.",
        "The system limits how many there may be; some program uses very many.",
        "Close some programs.",
    ),
    "ENOBUFS": _plain(
        "no-memory",
        "The server could not open a socket at {place}: the system has no memory left for it.",
        "Sockets keep their data in the kernel's memory, and that is limited.",
        "Stop some servers or close some programs.",
    ),
    "ENOMEM": _plain(
        "no-memory",
        "The server could not start at {place}: there is not enough memory.",
        "Other programs use it, or a handler has filled it.",
        "Close some programs.",
    ),
    "ENOSPC": _plain(
        "disk-full",
        "The server could not make {place}: the disk is full.",
        "A Unix server makes a small file for its socket.",
        "Make room, or take a path on another disk.",
    ),
}
