"""Why a client could not connect, send or receive."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from core import socket_file
from core.address import Address, show
from core.errors.explanation import Explanation, in_words, is_family_mismatch, name_of, why_not_resolved
from core.socket_file import SocketFile
from core.spec import PATH_LIMIT, Transport
from core.wording import Wording, worded

UDP_LIMIT = 65_507
"""The longest UDP datagram over IPv4 in bytes: 65,535 less 20 for the IP header and 8 for the UDP header."""

Doing = Literal["connect", "send", "receive"]


def explain_client(
    error: BaseException | int, transport: Transport, address: Address, doing: Doing, size: int = 0
) -> Explanation:
    """Explain why a client failed to connect, to send (`size` bytes, 0: not known) or to receive.

    `error` may also be an errno, as `connect_ex()` returns it.  Looks at a Unix socket's file where it helps.
    """
    raised = OSError(error, os.strerror(error)) if isinstance(error, int) else error
    failure = _Failure(raised, name_of(raised), transport, address, doing, size)
    if failure.lacks_port:
        return _NO_PORT(failure)
    table = _BY_TRANSPORT[transport]
    return (table.get(failure.name) or _ANY.get(failure.name) or _unknown)(failure)


@dataclass(frozen=True, slots=True)
class _Failure:
    error: BaseException
    name: str
    transport: Transport
    address: Address
    doing: Doing
    size: int

    @property
    def place(self) -> str:
        return show(self.address) if _is_whole(self.address) else str(self.address)

    @property
    def host(self) -> str:
        return str(self.address[0]) if isinstance(self.address, tuple) and self.address else str(self.address)

    @property
    def lacks_port(self) -> bool:
        return not self.transport.is_unix and not _is_whole(self.address)


def _is_whole(address: Address) -> bool:
    """True for a path, and for a host with a port."""
    return not isinstance(address, tuple) or (len(address) > 1 and bool(address[1]))


_Builder = Callable[[_Failure], Explanation]


def _plain(code: str, what: Wording, why: Wording, hint: Wording) -> _Builder:
    """Return a builder of sentences in which nothing but {place} and {host} changes."""

    def build(failure: _Failure) -> Explanation:
        facts = {"place": failure.place, "host": failure.host}
        return Explanation(code, what.about(**facts), why.about(**facts), hint.about(**facts))

    return build


def _by_doing(connect: _Builder, send: _Builder, receive: _Builder) -> _Builder:
    """Return a builder that chooses another one by what the client was doing."""
    builders = {"connect": connect, "send": send, "receive": receive}
    return lambda failure: builders[failure.doing](failure)


# Every transport ---------------------------------------------------------------------------------------

_NO_PORT = _plain(
    "no-port",
    worded("The address {place} has no port."),
    worded("A host alone is not enough: the port says which program on it is meant."),
    worded("Write host and port, 127.0.0.1:8000 for instance; the list of servers shows the port of each."),
)

_RESET = _plain(
    "reset",
    worded("The other side broke the connection to {place} off (reset)."),
    worded("It closed its socket before it had read everything, or its program ended or was killed."),
    worded("Look at the server's side in the log, then connect again."),
)

_BROKEN_PIPE = _plain(
    "broken-pipe",
    worded("Nothing more can be sent to {place}: the connection is closed (broken pipe)."),
    worded(
        "The server has closed its end already: its handler returned or raised, or verify_request() said no."
    ),
    worded("Look at the server's side in the log, then connect again."),
)

_NO_ANSWER_TO_CONNECT = _plain(
    "connect-timed-out",
    worded("{place} did not answer in time."),
    worded(
        "Either its queue is full (on Linux a client that does not fit in the backlog is not "
        "refused: it waits), or the machine is off, or a firewall swallows the packets."
    ),
    worded("Let the server accept somebody, raise request_queue_size, or check the host."),
)

_SENDING_STUCK = _plain(
    "send-timed-out",
    worded("{place} took no more bytes in time."),
    worded("The buffers on both sides are full, because the server is not reading."),
    worded(
        "See what the handler is busy with; does it wait for something that this client should send first?"
    ),
)

_NO_REPLY = _plain(
    "receive-timed-out",
    worded("No reply came from {place} in time."),
    worded(
        "The handler is still busy, is waiting for more, is serving somebody else, or does not answer at all."
    ),
    worded(
        "Look in the log for whether a handler began; with UDP the datagram or the reply may also be lost."
    ),
)


def _name_not_resolved(failure: _Failure) -> Explanation:
    if is_family_mismatch(failure.error):
        return _FAMILY_MISMATCH(failure)
    return Explanation(
        "name-not-resolved",
        worded('There is no address for the name "{host}".', host=failure.host),
        why_not_resolved(failure.error),
        worded("Check the spelling, or write the address in numbers: 127.0.0.1 is this machine."),
    )


_FAMILY_MISMATCH = _plain(
    "family-mismatch",
    worded("{host} cannot be reached with this kind of socket."),
    worded("A socket speaks either IPv4 (127.0.0.1) or IPv6 (::1), and the address is of the other kind."),
    worded("Write the address as the server shows it: 127.0.0.1 for AF_INET, ::1 for AF_INET6."),
)


_FORBIDDEN = _plain(
    "permission",
    worded("The system does not let this program talk to {place}."),
    worded(
        "A firewall or a security rule forbids it; an address for everybody (broadcast) needs a "
        "permission too."
    ),
    worded("Take another address, 127.0.0.1 for instance."),
)


_TOO_MANY_FILES = _plain(
    "too-many-files",
    worded("No socket could be opened for {place}: as many are open as may be."),
    worded("The system limits how many files and sockets there may be, for each program and in all."),
    worded("Close some clients."),
)


def _unknown(failure: _Failure) -> Explanation:
    return Explanation(
        f"{failure.doing}-failed",
        _FAILED[failure.doing].about(place=failure.place),
        worded(
            "Python raised {kind}: {said}.",
            kind=type(failure.error).__name__,
            said=in_words(failure.error).rstrip("."),
        ),
        worded("Check the address, see in the log what the server did, and connect again."),
    )


_FAILED = {
    "connect": worded("Connecting to {place} failed."),
    "send": worded("Sending to {place} failed."),
    "receive": worded("Receiving from {place} failed."),
}

_ANY: Mapping[str, _Builder] = {
    "gaierror": _name_not_resolved,
    "EAFNOSUPPORT": _FAMILY_MISMATCH,
    "ETIMEDOUT": _by_doing(_NO_ANSWER_TO_CONNECT, _SENDING_STUCK, _NO_REPLY),
    "EAGAIN": _by_doing(_NO_ANSWER_TO_CONNECT, _SENDING_STUCK, _NO_REPLY),
    "ECONNRESET": _RESET,
    "ECONNABORTED": _RESET,
    "EPIPE": _BROKEN_PIPE,
    "ENOTCONN": _plain(
        "not-connected",
        worded("This client is not connected to {place}."),
        worded("Connecting failed, or was not tried yet, or the connection has ended."),
        worded("Connect first."),
    ),
    "EDESTADDRREQ": _plain(
        "not-connected",
        worded("The datagram has no address to go to."),
        worded("send() needs a socket that was connected; sendto() names the address each time."),
        worded("Connect this client first."),
    ),
    "EBADF": _plain(
        "closed-here",
        worded("This client has closed its own socket."),
        worded("A closed socket can neither send nor receive any more."),
        worded("Open a new client."),
    ),
    "EHOSTUNREACH": _plain(
        "host-unreachable",
        worded("No way leads to {host}: the machine does not answer (host unreachable)."),
        worded("It is off, it does not exist, or a firewall turns the packets away."),
        worded("Check the address; a server on this machine is at 127.0.0.1."),
    ),
    "ENETUNREACH": _plain(
        "network-unreachable",
        worded("No way leads to {host}: this machine has no route to that network (network unreachable)."),
        worded("It is offline, or it has no IPv6 and the address is an IPv6 one."),
        worded("Check the network; a server on this machine is at 127.0.0.1."),
    ),
    "EADDRNOTAVAIL": _plain(
        "no-own-address",
        worded("This machine has no address from which {place} could be reached."),
        worded(
            "All of its free ports are in use, or it does not speak the address's family, or the port is 0."
        ),
        worded("Close some clients, or check the address."),
    ),
    "EACCES": _FORBIDDEN,
    "EPERM": _FORBIDDEN,
    "ENOBUFS": _plain(
        "no-memory",
        worded("The system has no memory left for what goes to {place}."),
        worded("Sockets keep their data in the kernel's memory, and that is limited."),
        worded("Send less at a time, or close some clients."),
    ),
    "EMFILE": _TOO_MANY_FILES,
    "ENFILE": _TOO_MANY_FILES,
    "OverflowError": _plain(
        "bad-port",
        worded("{place} is not an address: there is no such port."),
        worded("Ports are whole numbers from 1 to 65535."),
        worded("Check the port; the list of servers shows the one of each."),
    ),
}

# TCP and UDP -------------------------------------------------------------------------------------------

_BAD_ADDRESS = _plain(
    "bad-address",
    worded("The system does not take {place} for an address that it can send to."),
    worded(
        "Part of it is missing: an address that begins with fe80 needs its network card, as in fe80::1%eth0."
    ),
    worded("Check host and port."),
)

_TCP: Mapping[str, _Builder] = {
    "ECONNREFUSED": _plain(
        "refused",
        worded("Nobody is listening at {place}: the connection was refused."),
        worded("The machine was reached, but no server has that port at this one of its addresses."),
        worded("Start the server, or check host and port against the list of servers."),
    ),
    "EINVAL": _BAD_ADDRESS,
}


def _datagram_too_long(failure: _Failure) -> Explanation:
    return Explanation(
        "datagram-too-long",
        _too_long(failure),
        worded(
            "A UDP datagram goes as a whole or not at all, and holds at most {limit} bytes (some "
            "systems allow less).",
            limit=f"{UDP_LIMIT:,}",
        ),
        worded("Send at most {limit} bytes at a time, or take TCP.", limit=f"{UDP_LIMIT:,}"),
    )


def _too_long(failure: _Failure) -> Wording:
    if not failure.size:
        return worded("The datagram is too long: nothing was sent.")
    return worded("The datagram of {size} bytes is too long: nothing was sent.", size=f"{failure.size:,}")


_TO_NOBODY = _plain(
    "udp-to-nobody",
    worded("Nobody is listening at {place}: an earlier datagram came back."),
    worded(
        "UDP sends without asking whether anybody is there. The other machine answered that no "
        "program has that port, and a connected socket reports it at its next call."
    ),
    worded("Start the server, or check host and port against the list of servers."),
)

_UDP: Mapping[str, _Builder] = {
    "ECONNREFUSED": _TO_NOBODY,
    "ECONNRESET": _TO_NOBODY,  # Windows' word for the same
    "EMSGSIZE": _datagram_too_long,
    "EINVAL": _BAD_ADDRESS,
}

# Unix sockets ------------------------------------------------------------------------------------------


def _unix_refused(failure: _Failure) -> Explanation:
    path = failure.address
    found = socket_file.look_at(path) if isinstance(path, str) else SocketFile.STALE
    return (_NOT_A_SOCKET if found is SocketFile.NOT_A_SOCKET else _LEFT_OVER)(failure)


_LEFT_OVER = _plain(
    "unix-refused",
    worded("The socket file {place} is there, but nobody is listening behind it."),
    worded("Its server is gone; closing a Unix socket does not remove its file."),
    worded("Start the server again (the old file has to be removed first)."),
)

_NOT_A_SOCKET = _plain(
    "not-a-socket",
    worded("{place} is a file, but not a socket."),
    worded("A client can only connect to the file that a Unix server has made."),
    worded("Check the path against the list of servers."),
)


def _path_too_long(failure: _Failure) -> Explanation:
    size = len(os.fsencode(failure.host))
    return Explanation(
        "path-too-long",
        worded("The path is too long for a Unix socket: {size} bytes.", size=size),
        worded("The system keeps it in a small field: {limit} bytes at most.", limit=PATH_LIMIT),
        worded("No server can be there; check the path."),
    )


_WRONG_KIND = _plain(
    "wrong-kind",
    worded("The socket {place} is of another kind than this client."),
    worded("One of them is for streams and the other for datagrams; the two do not mix."),
    worded("Make the client of the same kind as the server."),
)

_NO_SUCH_FILE = _plain(
    "no-socket-file",
    worded("There is no socket file {place}."),
    worded("No server was started there, or it removed its file when it stopped."),
    worded("Start the server, or check the path against the list of servers."),
)

_NO_PERMISSION = _plain(
    "permission",
    worded("You may not use the socket {place}."),
    worded("Connecting needs permission to write to the socket file, and to enter the directories above it."),
    worded("Ask its owner, or start a server of your own."),
)

_QUEUE_FULL = _plain(
    "queue-full",
    worded("The queue of {place} is full: as many clients as it allows are waiting already."),
    worded(
        "The server has not accepted them yet. TCP would wait now; a Unix socket with a time limit gives up."
    ),
    worded("Let the server accept somebody, or raise request_queue_size."),
)

_UNIX: Mapping[str, _Builder] = {
    "ECONNREFUSED": _unix_refused,
    "ENOENT": _NO_SUCH_FILE,
    "ENOTDIR": _NO_SUCH_FILE,
    "EACCES": _NO_PERMISSION,
    "EPERM": _NO_PERMISSION,
    "EPROTOTYPE": _WRONG_KIND,
    "ENAMETOOLONG": _path_too_long,
    "ENOTSOCK": _NOT_A_SOCKET,
}

_UNIX_STREAM: Mapping[str, _Builder] = {
    **_UNIX,
    "EAGAIN": _by_doing(_QUEUE_FULL, _SENDING_STUCK, _NO_REPLY),
}


def _unix_datagram_too_long(failure: _Failure) -> Explanation:
    return Explanation(
        "datagram-too-long",
        _too_long(failure),
        worded(
            "A datagram goes as a whole or not at all, and must fit in the sending socket's buffer "
            "(SO_SNDBUF)."
        ),
        worded("Send less at a time, or take a Unix stream."),
    )


_DATAGRAMS_WAIT = _plain(
    "queue-full",
    worded("The queue of {place} is full: the server reads its datagrams more slowly than they come."),
    worded("A Unix datagram is never lost on the way: where UDP would drop it, the sender has to wait."),
    worded("Send more slowly, or see what the handler is busy with."),
)

_SERVER_GONE = _plain(
    "server-gone",
    worded("The server behind {place} has closed its socket."),
    worded(
        "A datagram socket stays tied to the one that it connected to, even if a new server makes "
        "the same file."
    ),
    worded("Open a new client."),
)

_UNIX_DATAGRAM: Mapping[str, _Builder] = {
    **_UNIX,
    "EMSGSIZE": _unix_datagram_too_long,
    "EAGAIN": _by_doing(_DATAGRAMS_WAIT, _DATAGRAMS_WAIT, _NO_REPLY),
    "ENOBUFS": _DATAGRAMS_WAIT,  # macOS' word for the same
    "ECONNREFUSED": _by_doing(_unix_refused, _SERVER_GONE, _SERVER_GONE),
    "ECONNRESET": _SERVER_GONE,
}

_BY_TRANSPORT: Mapping[Transport, Mapping[str, _Builder]] = {
    Transport.TCP: _TCP,
    Transport.UDP: _UDP,
    Transport.UNIX_STREAM: _UNIX_STREAM,
    Transport.UNIX_DATAGRAM: _UNIX_DATAGRAM,
}
