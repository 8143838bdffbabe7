"""What keeps a learner's own code from harming the machine: bounds on its memory and on its processes.

They hold in the server's process and in all that it forks, and only for code of a learner's own.  Where the
system has no such bound, `why_not` says so.
"""

import contextlib
import errno
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from mmap import mmap
from typing import Any

from core.spec import LIMITS, ServerSpec
from core.wording import worded

if sys.platform != "win32":
    import fcntl
    import resource

MIB = 1024 * 1024

ROOM_AT_THE_END = 64 * MIB
"""So many bytes are given beyond the limit once it is met: to say what happened takes memory too."""

_MAKING_PROCESSES = frozenset(
    {"os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.system", "subprocess.Popen"}
)
"""The audit events of the calls that make a process; what those calls are made of is not counted twice."""


class ProcessLimitError(BlockingIOError):
    """The server has as many processes as it may; fork() of a system at its end raises this error's base."""

    __module__ = "builtins"  # a traceback gives its name alone: where it is made is nothing to a learner


def why_not(name: str) -> str:
    """Return why this system cannot hold to a limit, "" where it can."""
    return _REASONS.get(sys.platform, {}).get(name, "")


_REASONS = {
    "darwin": {"memory_limit": worded("macOS takes memory limits, but does not heed them.")},
    "win32": {"memory_limit": worded("Windows has no memory limit that a program can set for itself.")},
}


def hold(spec: ServerSpec) -> list[str]:
    """Set the limits of the spec for this process; return a sentence for each that could not be set."""
    wanted = {limit.name: getattr(spec, limit.name) for limit in LIMITS}
    refused = {name: why_not(name) for name, value in wanted.items() if value and why_not(name)}
    if wanted["memory_limit"] and "memory_limit" not in refused:
        refused |= _limit_memory(wanted["memory_limit"] * MIB)
    if wanted["process_limit"]:
        sys.addaudithook(ProcessCounter(wanted["process_limit"]).on_audit_event)
    return [f"{name} does not hold here: {reason}" for name, reason in refused.items()]


# Memory ----------------------------------------------------------------------------------------------------


def _memory_kind() -> int:
    # Linux counts with RLIMIT_AS what threads only set aside: with 1 GiB it allows 14 of them, instead of
    # 112 with RLIMIT_DATA, which counts what can be written to.
    return resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS


def _limit_memory(size: int) -> dict[str, str]:
    _soft, hard = resource.getrlimit(_memory_kind())
    try:
        resource.setrlimit(_memory_kind(), (_at_most(size, hard), hard))
    except (OSError, ValueError) as error:
        return {"memory_limit": f"the system refused it ({error})."}
    return {}


def _at_most(size: int, hard: int) -> int:
    return size if hard == resource.RLIM_INFINITY else min(size, hard)


def give_room() -> int:
    """Raise this process's memory limit a little, so that it can say that it met it.

    Returns what it was, in MiB, 0 for none.
    """
    if why_not("memory_limit"):
        return 0
    soft, hard = resource.getrlimit(_memory_kind())
    if soft == resource.RLIM_INFINITY:
        return 0
    with contextlib.suppress(OSError, ValueError):  # then it has to do with what is left
        resource.setrlimit(_memory_kind(), (_at_most(soft + ROOM_AT_THE_END, hard), hard))
    return soft // MIB


# Processes -------------------------------------------------------------------------------------------------


class ProcessCounter:
    """Counts the processes that this one and its forked children make, and refuses one too many.

    How many more may be made stands in memory that all of them share.  When they are used up, the living
    ones are counted: to look each time would make every fork dearer.  Those that are just being made are not
    seen then, so there may be a few more for a moment.
    """

    def __init__(self, limit: int) -> None:
        """Allow `limit` processes at a time, this one among them."""
        self._limit = limit
        self._left = mmap(-1, 8)
        self._file = tempfile.TemporaryFile() if sys.platform != "win32" else None  # noqa: SIM115 - open for good
        self._lock = threading.Lock()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._begin_in_child)
        _living()  # what it has to load is loaded before it is needed within a fork

    def on_audit_event(self, name: str, _args: tuple[Any, ...]) -> None:
        """Refuse a call that would make a process too many; `ProcessLimitError` comes out of that call."""
        if name in _MAKING_PROCESSES:
            self.count()

    def count(self) -> None:
        """Take one of those that may be made; raises `ProcessLimitError` when none is left."""
        with self._alone():
            left = int.from_bytes(self._left[:8], sys.byteorder) or self._limit - _living()
            if left <= 0:
                raise ProcessLimitError(errno.EAGAIN, _sentence(self._limit))
            self._left[:8] = (left - 1).to_bytes(8, sys.byteorder)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other threads and other processes from counting at the same time."""
        with self._lock:
            locked = self._lock_file()
            try:
                yield
            finally:
                if locked:
                    self._unlock_file()

    def _lock_file(self) -> bool:
        # A lock of the system's: it is let go when its holder is killed.
        try:
            if self._file is not None:
                fcntl.lockf(self._file, fcntl.LOCK_EX)
        except OSError:  # a learner closed the file: two at once may now make one too many
            return False
        return self._file is not None

    def _unlock_file(self) -> None:
        assert self._file is not None, "only a file that is there was locked"
        with contextlib.suppress(OSError):
            fcntl.lockf(self._file, fcntl.LOCK_UN)

    def _begin_in_child(self) -> None:
        self._lock = threading.Lock()  # another thread of the parent's may have held it


def _sentence(limit: int) -> str:
    return (
        f"This server has {limit} processes already, and process_limit allows no more at a time. "
        "Does a loop make them without end, or does nobody wait for those that have ended?"
    )


def _living() -> int:
    """Return how many processes this server has, ended ones that nobody has waited for among them."""
    if sys.platform == "linux":
        return sum(_is_of_group(int(name), os.getpgrp()) for name in os.listdir("/proc") if name.isdecimal())
    import psutil

    if sys.platform == "win32":
        return 1 + len(psutil.Process().children(recursive=True))
    return sum(_is_of_group(pid, os.getpgrp()) for pid in psutil.pids())


def _is_of_group(pid: int, group: int) -> bool:
    try:
        return os.getpgid(pid) == group
    except OSError:  # it ended meanwhile, or the system does not say
        return False
