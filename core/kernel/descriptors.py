"""What a process has open: files, pipes, sockets, by descriptor."""

import contextlib
import os
import re
import sys

import psutil

from core.address import show
from core.kernel.facts import Descriptor
from core.wording import worded

DESCRIPTORS_KEPT = 500
"""At most so many of a process are looked at."""

_SPECIAL = re.compile(r"(socket|pipe|anon_inode):\[?([^]]*)\]?")
_STANDARD = {
    0: worded("standard input"),
    1: worded("standard output"),
    2: worded("standard error"),
}
_KINDS = {
    "socket": worded("socket"),
    "pipe": worded("pipe"),
    "anon_inode": worded("kernel object"),
}


def open_descriptors(pid: int) -> list[Descriptor] | None:
    """Return what a process has open, None where the system does not let us see."""
    return _from_proc(pid) if sys.platform == "linux" else _from_psutil(pid)


def _from_proc(pid: int) -> list[Descriptor] | None:
    folder = f"/proc/{pid}/fd"
    try:
        numbers = sorted(map(int, os.listdir(folder)))
    except OSError:
        return None
    found = []
    for number in numbers[:DESCRIPTORS_KEPT]:
        with contextlib.suppress(OSError):  # closed since we listed it
            found.append(_describe(pid, number, os.readlink(f"{folder}/{number}")))
    return found


def _describe(pid: int, number: int, target: str) -> Descriptor:
    match = _SPECIAL.fullmatch(target)
    if match is None:
        kind = worded("device") if target.startswith("/dev/") else worded("file")
        return Descriptor(pid, number, kind, _with_role(number, target))
    special, rest = match.groups()
    inode = int(rest) if rest.isdigit() else 0
    return Descriptor(pid, number, _KINDS[special], _with_role(number, "" if inode else rest), inode)


def _with_role(number: int, what: str) -> str:
    role = _STANDARD.get(number)
    if role is None:
        return what
    return worded("{role} · {what}", role=role, what=what) if what else role


def _from_psutil(pid: int) -> list[Descriptor] | None:
    try:
        process = psutil.Process(pid)
        files = [Descriptor(pid, one.fd, worded("file"), one.path) for one in process.open_files()]
        sockets = process.net_connections(kind="inet")
    except (psutil.Error, OSError):
        return None
    return files + [
        Descriptor(pid, one.fd, worded("socket"), show(tuple(one.laddr)) if one.laddr else "")
        for one in sockets
    ]
