"""Sockets where there is no /proc/net: those of processes that we may look into, without their queues."""

from collections.abc import Iterable

import psutil

from core.address import show
from core.kernel.facts import SocketRow
from core.wording import worded

NOT_TOLD = worded(
    "This system does not tell how long the queues are, what was dropped, or what is in TIME_WAIT: "
    "Linux shows them."
)
"""What is missing beside what /proc/net has, in a sentence."""


def inet_rows(protocol: str, port: int, pids: Iterable[int]) -> list[SocketRow]:
    """Return the sockets of "tcp" or "udp" that have `port` at either end and belong to these processes."""
    return [row for pid in pids for row in _rows_of(protocol, pid) if _has_port(row, port)]


def _rows_of(protocol: str, pid: int) -> list[SocketRow]:
    try:
        found = psutil.Process(pid).net_connections(kind=protocol)
    except (psutil.Error, OSError):  # it ended, or is not ours to look into
        return []
    return [
        SocketRow(
            local=show(tuple(one.laddr)) if one.laddr else "",
            remote=show(tuple(one.raddr)) if one.raddr else "",
            state=_state(one.status, bool(one.raddr)),
            inode=max(one.fd, 0),
            holders=(pid,),
        )
        for one in found
    ]


def _state(status: str, has_peer: bool) -> str:
    if status == psutil.CONN_NONE:
        return "CONNECTED" if has_peer else "OPEN"
    return status


def _has_port(row: SocketRow, port: int) -> bool:
    return any(address.endswith(f":{port}") for address in (row.local, row.remote))
