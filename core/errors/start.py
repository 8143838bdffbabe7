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
from core.wording import Wording, worded

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
        return (
            (spec.path or worded("the socket file"))
            if spec.transport.is_unix
            else show((spec.host, spec.port))
        )

    @property
    def directory(self) -> str:
        return os.path.dirname(os.path.abspath(self.spec.path)) if self.spec.path else worded("the directory")

    @property
    def port(self) -> str:
        return worded("{protocol} port {port}", protocol=_PROTOCOLS[self.spec.transport], port=self.spec.port)

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
        worded("{port} is taken: {who} has it.", port=failure.port, who=_who(holder)),
        worded("Two servers cannot have the same port at the same address."),
        worded("Stop that program, take another port, or take port 0: then the system picks a free one."),
    )


def _port_remembered(failure: _Failure, holder: "PortHolder") -> Explanation:
    if holder.is_kernel:
        return _time_wait(failure, holder.status)
    return Explanation(
        "port-in-old-connection",
        worded(
            "{port} is still in use by an old connection: {who} has it open.",
            port=failure.port,
            who=_who(holder),
        ),
        worded("Its server is gone, but a connection that it accepted is not closed yet."),
        worded("End that client or program, or switch on allow_reuse_address."),
    )


def _time_wait(failure: _Failure, status: str) -> Explanation:
    return Explanation(
        "port-in-time-wait",
        worded(
            "{port} is still in {status}: no program has it, but the system has not let go of it.",
            port=failure.port,
            status=status,
        ),
        worded(
            "An earlier server closed a connection first; the system keeps its port for about a minute, "
            "so that late packets cannot reach the wrong program."
        ),
        _TIME_WAIT_HINTS[failure.spec.allow_reuse_address],
    )


_TIME_WAIT_HINTS = {
    False: worded("Switch on allow_reuse_address, wait a minute, or let the client say goodbye first."),
    True: worded(
        "allow_reuse_address came too late: the earlier server needed it too. Wait, or take another port."
    ),
}


def _port_taken_by_nobody_seen(failure: _Failure) -> Explanation:
    return Explanation(
        "port-taken",
        worded("{port} is taken, and the system does not say by whom.", port=failure.port),
        worded("Another user's program may have it, or it is still in TIME_WAIT after an earlier server."),
        worded("Take another port (0: any free one), wait a minute, or switch on allow_reuse_address."),
    )


def _no_free_port(failure: _Failure) -> Explanation:
    return Explanation(
        "no-free-port",
        worded("The system found no free port."),
        worded("All the ports that it hands out are in use, or remembered in TIME_WAIT."),
        worded("Close some programs or clients, or wait a minute."),
    )


def _who(holder: "PortHolder") -> str:
    if holder.pid is None:
        return worded("a program that the system does not name (another user's, perhaps)")
    program = holder.program or worded("a program")
    return worded("{program} (process {pid})", program=program, pid=holder.pid)


def _path_taken(failure: _Failure) -> Explanation:
    found = socket_file.look_at(failure.spec.path) if failure.spec.path else SocketFile.HIDDEN
    code, *sentences = _PATHS_TAKEN[found]
    return Explanation(code, *(sentence.about(place=failure.place) for sentence in sentences))


_PATHS_TAKEN = {
    SocketFile.STALE: (
        "stale-socket-file",
        worded("The socket file {place} is left over from a server that is gone."),
        worded(
            "Nobody listens there, but closing a Unix socket does not remove its file, and "
            "allow_reuse_address does not help."
        ),
        worded("Remove the file, then start again."),
    ),
    SocketFile.ALIVE: (
        "path-taken",
        worded("A running program is using the socket {place}."),
        worded("Two servers cannot have the same path."),
        worded("Stop that program, or take another path."),
    ),
    SocketFile.NOT_A_SOCKET: (
        "path-not-a-socket",
        worded("There is already something else at {place}, and it is not a socket."),
        worded("A Unix server makes its socket file itself, and never replaces what is there."),
        worded("Take another path."),
    ),
    SocketFile.HIDDEN: (
        "path-taken",
        worded("Something is already at {place}, and we may not look at it."),
        worded("It belongs to another user, or its directory is closed to you."),
        worded("Take another path."),
    ),
    SocketFile.MISSING: (
        "path-taken",
        worded("Something was at {place} a moment ago."),
        worded(
            "A server cannot make its socket file where there already is a file; this one has just gone away."
        ),
        worded("Start again."),
    ),
}


def _path_too_long(failure: _Failure) -> Explanation:
    size = len(os.fsencode(failure.spec.path or ""))
    return Explanation(
        "path-too-long",
        worded("The path of the socket is too long: {size} bytes.", size=size)
        if size
        else worded("The path of the socket is too long."),
        worded(
            "The system keeps the path of a Unix socket in a small field: {limit} bytes at most.",
            limit=PATH_LIMIT,
        ),
        worded("Take a shorter path, in /tmp for instance."),
    )


def _directory_missing(failure: _Failure) -> Explanation:
    return Explanation(
        "directory-missing",
        worded("There is no directory {directory}.", directory=failure.directory),
        worded("A Unix server makes its socket file, but not the directory that it is in."),
        worded("Make the directory first, or take a path in one that exists."),
    )


def _directory_not_writable(failure: _Failure) -> Explanation:
    return Explanation(
        "directory-not-writable",
        worded("You may not make a file in {directory}.", directory=failure.directory),
        worded(
            "A Unix server makes a file for its socket, so it needs permission to write to the directory."
        ),
        worded("Take a path in a directory of your own, or in /tmp."),
    )


def _address_elsewhere(failure: _Failure) -> Explanation:
    if failure.spec.host in ("::", "::1"):
        return _no_ipv6(failure)
    return Explanation(
        "address-elsewhere",
        worded("{host} is not an address of this machine.", host=failure.spec.host),
        worded("A server can only listen at addresses that belong to the machine it runs on."),
        worded("Take 127.0.0.1 (only this machine), or 0.0.0.0 (all addresses of this machine)."),
    )


def _port_not_allowed(failure: _Failure) -> Explanation:
    first = _first_free_port()
    if not 0 < failure.spec.port < first:
        return _bind_forbidden(failure)
    return Explanation(
        "port-not-allowed",
        worded("You may not open port {port}.", port=failure.spec.port),
        worded(
            "On this system ports below {first} are for the administrator: well-known services live there.",
            first=first,
        ),
        worded("Take a port from {first} up, 8000 for instance, or 0: any free one.", first=first),
    )


def _first_free_port() -> int:
    # Linux lets the administrator move the border; elsewhere it is where it has always been.
    border = Path("/proc/sys/net/ipv4/ip_unprivileged_port_start")
    return int(border.read_text()) if border.exists() else 1024


def _bind_forbidden(failure: _Failure) -> Explanation:
    return Explanation(
        "bind-forbidden",
        worded("The system does not let this program listen at {place}.", place=failure.place),
        worded("A security rule forbids it, or the port is set aside for another program."),
        worded("Take another port, or ask whoever looks after this machine."),
    )


def _host_not_resolved(failure: _Failure) -> Explanation:
    if is_family_mismatch(failure.error):
        return _family_mismatch(failure)
    return Explanation(
        "name-not-resolved",
        worded('There is no address for the name "{host}".', host=failure.spec.host),
        why_not_resolved(failure.error),
        worded(
            "Check the spelling, or take 127.0.0.1 (only this machine) or 0.0.0.0 (all of its addresses)."
        ),
    )


def _family_mismatch(failure: _Failure) -> Explanation:
    return Explanation(
        "family-mismatch",
        worded(
            '"{host}" has no {version} address, and this server speaks {version}.',
            host=failure.spec.host,
            version=failure.version,
        ),
        worded("A socket speaks either IPv4 (127.0.0.1) or IPv6 (::1); address_family decides which."),
        worded("Change address_family, or take a host of the same kind."),
    )


def _no_ipv6(failure: _Failure) -> Explanation:
    return Explanation(
        "family-unavailable",
        worded("{version} is not available on this machine.", version=failure.version),
        worded("It is switched off, or the system was built without it."),
        worded("Take 127.0.0.1 and AF_INET.")
        if failure.version == "IPv6"
        else worded("Take ::1 and AF_INET6."),
    )


def _bad_address(failure: _Failure) -> Explanation:
    if failure.spec.host.lower().startswith("fe80:") and "%" not in failure.spec.host:
        return _scope_missing(failure)
    return _unknown(failure)


def _scope_missing(failure: _Failure) -> Explanation:
    return Explanation(
        "scope-missing",
        worded("{host} alone does not say which network is meant.", host=failure.spec.host),
        worded(
            "Addresses that begin with fe80 exist on every network card, so the card belongs to the address."
        ),
        worded("Add the card's name: {host}%eth0, for instance.", host=failure.spec.host),
    )


def _no_reuse_port(failure: _Failure) -> Explanation:
    return Explanation(
        "option-unavailable",
        worded("The system does not know one of the socket options that were chosen."),
        worded("Not every system offers allow_reuse_port."),
        worded("Switch allow_reuse_port off."),
    )


def _unknown(failure: _Failure) -> Explanation:
    return Explanation(
        "start-failed",
        worded("The server could not start at {place}.", place=failure.place),
        worded(
            "Python raised {kind}: {said}.",
            kind=type(failure.error).__name__,
            said=in_words(failure.error).rstrip("."),
        ),
        worded("Change one choice at a time to find the one that it depends on; the default ones work."),
    )


def _plain(code: str, what: Wording, why: Wording, hint: Wording) -> _Builder:
    """Return a builder of the same sentences for every failure."""
    return lambda failure: Explanation(code, what.about(place=failure.place), why, hint)


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
        worded("The server could not open a socket: this program has as many files open as it may."),
        worded("The system limits how many each program may have; sockets that nobody closes use it up."),
        worded("Stop some servers or close some clients."),
    ),
    "ENFILE": _plain(
        "too-many-files",
        worded("The server could not open a socket: the whole machine has as many files open as it can."),
        worded("The system limits how many there may be; some program uses very many."),
        worded("Close some programs."),
    ),
    "ENOBUFS": _plain(
        "no-memory",
        worded("The server could not open a socket at {place}: the system has no memory left for it."),
        worded("Sockets keep their data in the kernel's memory, and that is limited."),
        worded("Stop some servers or close some programs."),
    ),
    "ENOMEM": _plain(
        "no-memory",
        worded("The server could not start at {place}: there is not enough memory."),
        worded("Other programs use it, or a handler has filled it."),
        worded("Close some programs."),
    ),
    "ENOSPC": _plain(
        "disk-full",
        worded("The server could not make {place}: the disk is full."),
        worded("A Unix server makes a small file for its socket."),
        worded("Make room, or take a path on another disk."),
    ),
}
