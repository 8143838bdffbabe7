"""What a test must not leave behind: threads, processes, socket files, windows."""

import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil

PATIENCE = 5.0
"""Seconds that what is ending may take to have ended."""


def threads() -> set[str]:
    """Return the threads of the lab's that are alive."""
    return {f"{t.name} ({t.ident})" for t in threading.enumerate() if t.name.startswith("socket-lab")}


def processes() -> set[str]:
    """Return the processes that this one made, and theirs, zombies included."""
    return {f"{p.pid} {p.name()}" for p in psutil.Process().children(recursive=True) if _is_ours(p)}


def socket_files() -> set[str]:
    """Return the Unix sockets with the lab's name in the folder for temporary files."""
    return {str(path) for path in Path(tempfile.gettempdir()).glob(f"socket-lab-{os.getpid()}-*")}


def _is_ours(process: psutil.Process) -> bool:
    try:
        return process.status() == psutil.STATUS_ZOMBIE or "core.launch" in " ".join(process.cmdline())
    except psutil.NoSuchProcess:
        return False


LOOKS: tuple[Callable[[], set[str]], ...] = (threads, processes, socket_files)


def none_new() -> Iterator[None]:
    """Yield, then fail if anything is there that was not before, once it had time to end."""
    before = [look() for look in LOOKS]
    yield
    deadline = time.monotonic() + PATIENCE
    while new := [look() - was for look, was in zip(LOOKS, before, strict=True)]:
        if not any(new):
            return
        assert time.monotonic() < deadline, f"left behind: {', '.join(sorted(set().union(*new)))}"
        threading.Event().wait(0.02)
