"""Unix sockets: the server's, the clients' ends, and the file."""

import os
import stat
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace

from core.address import show
from core.kernel import linux_net
from core.kernel.facts import Connection, FileFacts, KernelSample, MainSocket, SocketRow, Target
from core.kernel.unix_diag import UnixSocket, unix_sockets
from core.socket_file import look_at
from core.wording import worded

_IS_LINUX = sys.platform == "linux"
_MAIN_STATES = ("LISTEN", "OPEN")
_NOT_TOLD = worded("This system does not tell the queues of Unix sockets, nor who is connected to whom.")


class UnixSockets:
    """The sockets at a server's path, as they are when this is made."""

    def __init__(self, target: Target, _pids: Iterable[int]) -> None:
        """Ask the system."""
        self._target = target
        self._path = show(target.address)
        self._known = unix_sockets() if _IS_LINUX else None
        self._rows = linux_net.unix_rows(os.fsencode(self._path)) if _IS_LINUX else []

    def sample(self, holders: Mapping[int, tuple[int, ...]], is_there: bool) -> KernelSample:
        """Return what there is of sockets; `holders` tells the server's processes by a socket's inode."""
        rows = [replace(row, holders=holders.get(row.inode, ())) for row in self._rows if is_there]
        main = next((row for row in rows if row.state in _MAIN_STATES and row.holders), None)
        return KernelSample(
            target=self._target,
            main_socket=_main_socket(self._target, main, rows, self._known) if main else None,
            connections=tuple(_connections(main, rows, self._known)),
            socket_file=_file_facts(self._path),
            not_told=() if self._known is not None else (_NOT_TOLD,),
        )


def _main_socket(
    target: Target, main: SocketRow, rows: list[SocketRow], known: Mapping[int, UnixSocket] | None
) -> MainSocket:
    if main.state == "LISTEN":
        waiting = sum(1 for row in rows if not row.inode)
        return MainSocket(
            address=main.local,
            state=main.state,
            inode=main.inode,
            waiting=waiting,
            places=linux_net.accept_places(target.backlog),
        )
    own = known.get(main.inode) if known else None
    return MainSocket(
        address=main.local, state=main.state, inode=main.inode, unread=own.unread if own else None
    )


def _connections(
    main: SocketRow | None, rows: list[SocketRow], known: Mapping[int, UnixSocket] | None
) -> Iterable[Connection]:
    for row in rows:
        if row is not main and row.holders:
            yield _pair(row, known or {})
    if known and main and main.inode in known:
        waiting = known[main.inode].waiting
        talking = (one.inode for one in known.values() if one.peer == main.inode)
        for inode in (*waiting, *talking):
            if client := known.get(inode):
                is_accepted = False if inode in waiting else None
                yield Connection(show(client.name), None, _row(client), is_accepted)


def _pair(row: SocketRow, known: Mapping[int, UnixSocket]) -> Connection:
    own = known.get(row.inode)
    peer = known.get(own.peer) if own else None
    server = replace(_row(own), local=row.local, holders=row.holders) if own else row
    return Connection(show(peer.name if peer else ""), server, _row(peer) if peer else None, True)


def _row(found: UnixSocket) -> SocketRow:
    return SocketRow(
        local=found.name,
        remote="",
        state=found.state,
        unread=found.unread,
        unsent=found.unsent,
        inode=found.inode,
    )


def _file_facts(path: str) -> FileFacts:
    found = look_at(path)
    try:
        seen = os.lstat(path)
    except OSError:
        return FileFacts(path, found, 0, "")
    return FileFacts(path, found, seen.st_ino, stat.filemode(seen.st_mode))
