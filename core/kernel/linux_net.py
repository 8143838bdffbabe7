"""Sockets from Linux's /proc/net: see proc(5), and "proc_net_tcp" in the kernel's documentation."""

import os
import socket
import struct
from collections.abc import Iterable
from pathlib import Path

from core.address import show
from core.kernel.facts import SocketRow

LEFT_BEHIND_KEPT = 200
"""At most so many connections in TIME_WAIT are looked at, the others counted: there may be 30,000."""

ROWS_KEPT = 1_000
"""At most so many sockets of other states are looked at."""

TCP_STATES = {
    "01": "ESTABLISHED",
    "02": "SYN_SENT",
    "03": "SYN_RECV",
    "04": "FIN_WAIT1",
    "05": "FIN_WAIT2",
    "06": "TIME_WAIT",
    "07": "CLOSE",
    "08": "CLOSE_WAIT",
    "09": "LAST_ACK",
    "0A": "LISTEN",
    "0B": "CLOSING",
    "0C": "SYN_RECV",
}
"""The kernel's numbers for the states of TCP."""

_UDP_STATES = {"01": "CONNECTED", "07": "OPEN"}
_STATES = {"tcp": TCP_STATES, "udp": _UDP_STATES}

_SOMAXCONN = 4096  # the usual limit of every backlog
_NET = Path("/proc/net")
_TIME_WAIT = b"06"
_MAPPED = b"\0" * 10 + b"\xff" * 2


def inet_rows(protocol: str, port: int) -> tuple[list[SocketRow], int]:
    """Return the sockets of "tcp" or "udp" with `port` at either end, and how many more are in TIME_WAIT."""
    rows: list[SocketRow] = []
    left_out = 0
    for name in (protocol, f"{protocol}6"):
        lines, passed_over = _lines_with(_NET / name, b":%04X " % port)
        rows += (_inet_row(line, _STATES[protocol]) for line in lines)
        left_out += passed_over
    return rows, left_out


def unix_rows(path: bytes) -> list[SocketRow]:
    """Return the Unix sockets bound to `path`: the server's, and those that clients connected to.

    Queues are not told here.  A socket without an inode waits to be accepted.
    """
    try:
        lines = (_NET / "unix").read_bytes().splitlines()[1:]
    except OSError:
        return []
    fields = (line.split(b" ", 7) for line in _with_single_spaces(lines))
    return [_unix_row(found) for found in fields if len(found) == 8 and found[7] == path]


def setting(name: str) -> int | None:
    """Return a number from /proc/sys/net, None where it is not to be seen."""
    try:
        return int((Path("/proc/sys/net") / name).read_text())
    except (OSError, ValueError):
        return None


def accept_places(backlog: int) -> int:
    """Return how many connections may wait to be accepted: Linux lets in one more than the backlog says."""
    most = setting("core/somaxconn") or _SOMAXCONN
    return min(backlog, most) + 1


def _lines_with(path: Path, needle: bytes) -> tuple[list[bytes], int]:
    kept: list[bytes] = []
    left_behind: list[bytes] = []
    passed_over = 0
    try:
        with path.open("rb") as table:
            # Line by line: one search through megabytes would not let the window's thread run meanwhile.
            for line in table:
                if needle not in line:
                    continue
                is_left = line.split(None, 4)[3] == _TIME_WAIT
                bucket, limit = (left_behind, LEFT_BEHIND_KEPT) if is_left else (kept, ROWS_KEPT)
                if len(bucket) < limit:
                    bucket.append(line)
                else:
                    passed_over += is_left
    except OSError:  # no IPv6, or no permission
        return [], 0
    return kept + left_behind, passed_over


def _inet_row(line: bytes, states: dict[str, str]) -> SocketRow:
    _, local, remote, state, queues, timer, _, _, _, inode, *rest = line.decode("ascii").split()
    unsent, unread = queues.split(":")
    return SocketRow(
        local=_address(local),
        remote=_address(remote),
        state=states.get(state, state),
        unread=int(unread, 16),
        unsent=int(unsent, 16),
        seconds_left=_seconds(timer),
        drops=int(rest[-1]) if states is _UDP_STATES else None,
        inode=int(inode),
    )


def _seconds(timer: str) -> float | None:
    """Return what is left of TIME_WAIT; other timers are none of ours."""
    kind, ticks = timer.split(":")
    return int(ticks, 16) / os.sysconf("SC_CLK_TCK") if kind == "03" else None


def _address(text: str) -> str:
    """Return "0100007F:1F90" as "127.0.0.1:8080"; each word of four bytes is in the machine's own order."""
    host, port = text.split(":")
    packed = b"".join(struct.pack("=I", int(host[at : at + 8], 16)) for at in range(0, len(host), 8))
    # A server on [::] sees clients that came by IPv4 under an IPv6 name: say it as the clients do.
    packed = packed.removeprefix(_MAPPED)
    family = socket.AF_INET if len(packed) == 4 else socket.AF_INET6
    return show((socket.inet_ntop(family, packed), int(port, 16)))


def _with_single_spaces(lines: Iterable[bytes]) -> Iterable[bytes]:
    for line in lines:
        *numbers, rest = line.split(None, 6)
        inode, _, path = rest.partition(b" ")
        yield b" ".join((*numbers, inode, path))


def _unix_row(fields: list[bytes]) -> SocketRow:
    _, _, _, flags, kind, _, inode, path = fields
    is_listening = int(flags, 16) & 0x10000
    return SocketRow(
        local=os.fsdecode(path),
        remote="",
        state="LISTEN" if is_listening else "OPEN" if int(kind, 16) == socket.SOCK_DGRAM else "ESTABLISHED",
        inode=int(inode),
    )
