"""TCP and UDP: the server's sockets, the clients' ends, and what is in TIME_WAIT."""

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from ipaddress import ip_address

from core.address import Address, show
from core.kernel import linux_net, other_net
from core.kernel.facts import Connection, KernelSample, LeftBehind, MainSocket, SocketRow, Target
from core.spec import Transport

_IS_LINUX = sys.platform == "linux"
_MAIN_STATES = ("LISTEN", "OPEN")
_ENDING = ("TIME_WAIT", "FIN_WAIT1", "FIN_WAIT2", "CLOSING", "LAST_ACK")
_NOT_YET_ACCEPTED = ("ESTABLISHED", "CLOSE_WAIT")


class InetSockets:
    """The sockets at a server's port, as they are when this is made."""

    def __init__(self, target: Target, pids: Iterable[int]) -> None:
        """Ask the system; `pids` are the server's processes."""
        assert isinstance(target.address, tuple)
        self._target = target
        self._left_out = 0
        if _IS_LINUX:
            self._rows, self._left_out = linux_net.inet_rows(target.transport, target.address[1])
        else:
            self._rows = other_net.inet_rows(target.transport, target.address[1], {*pids, os.getpid()})

    def sample(self, holders: Mapping[int, tuple[int, ...]], is_there: bool) -> KernelSample:
        """Return what there is of sockets; `holders` tells the server's processes by a socket's inode."""
        target = self._target
        rows = [replace(row, holders=row.holders or holders.get(row.inode, ())) for row in self._rows]
        served = [row for row in rows if _is_at(row.local, target.address) and _is_ours(row, is_there)]
        clients = {row.local: row for row in rows if _is_client(row, target.address)}
        ends = {row.remote: row for row in served if row.state not in _MAIN_STATES}
        pairs = [_pair(peer, ends.get(peer), clients.get(peer)) for peer in {**ends, **clients}]
        main = next((row for row in served if row.state in _MAIN_STATES), None)
        return KernelSample(
            target=target,
            main_socket=_main_socket(target, main) if main else None,
            connections=tuple(pair for pair in pairs if not _is_left(pair)),
            left_behind=_left_behind(pairs),
            more_left_behind=self._left_out,
            not_told=() if _IS_LINUX else (other_net.NOT_TOLD,),
        )


def _is_ours(row: SocketRow, is_there: bool) -> bool:
    """True for the server's own sockets; another server may have the same port, now or at another address."""
    if row.inode:
        return bool(row.holders)
    return is_there or row.state in _ENDING


def _is_at(address: str, server: Address) -> bool:
    assert isinstance(server, tuple)
    host, port = server[:2]
    return address == show((host.partition("%")[0], port)) or (
        _is_wildcard(host) and address.endswith(f":{port}")
    )


def _is_client(row: SocketRow, server: Address) -> bool:
    if not _is_at(row.remote, server) or row.state in _MAIN_STATES:
        return False
    assert isinstance(server, tuple)
    # A server on all addresses: the same port of another machine is not it.
    own, theirs = _host(row.local), _host(row.remote)
    return not _is_wildcard(server[0]) or own == theirs or ip_address(theirs).is_loopback


def _host(address: str) -> str:
    return address.rpartition(":")[0].strip("[]")


def _is_wildcard(host: str) -> bool:
    return host in ("", "0.0.0.0", "::")


def _pair(peer: str, server: SocketRow | None, client: SocketRow | None) -> Connection:
    if server is None or not _IS_LINUX:
        return Connection(peer, server, client)
    # No program holds it, in a state in which one must: accept() has not yet given it away.
    is_waiting = not server.inode and server.state in _NOT_YET_ACCEPTED
    return Connection(peer, server, client, is_accepted=not is_waiting)


def _is_left(pair: Connection) -> bool:
    return all(end is None or end.state == "TIME_WAIT" for end in (pair.server, pair.client))


def _left_behind(pairs: Iterable[Connection]) -> tuple[LeftBehind, ...]:
    found = [
        LeftBehind(pair.peer, end.seconds_left or 0.0, end is pair.server)
        for pair in pairs
        for end in (pair.server, pair.client)
        if end is not None and end.state == "TIME_WAIT"
    ]
    return tuple(sorted(found, key=lambda one: (not one.is_servers, -one.seconds_left, one.peer)))


def _main_socket(target: Target, row: SocketRow) -> MainSocket:
    if target.transport is Transport.UDP:
        room = linux_net.setting("core/rmem_default") if _IS_LINUX else None
        return MainSocket(
            address=row.local, state=row.state, inode=row.inode, unread=row.unread, room=room, drops=row.drops
        )
    return MainSocket(
        address=row.local,
        state=row.state,
        inode=row.inode,
        waiting=row.unread,
        places=linux_net.accept_places(target.backlog) if _IS_LINUX else None,
    )
