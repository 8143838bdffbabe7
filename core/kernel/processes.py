"""A server's process, its threads and its children."""

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from core.kernel.facts import ProcessFacts, ThreadFacts

PROCESSES_KEPT = 100
"""At most so many processes of a server are looked at."""

THREADS_KEPT = 300
"""At most so many threads of a process are looked at."""

_LETTERS = {
    psutil.STATUS_RUNNING: "R",
    psutil.STATUS_SLEEPING: "S",
    psutil.STATUS_IDLE: "S",
    psutil.STATUS_DISK_SLEEP: "D",
    psutil.STATUS_STOPPED: "T",
    psutil.STATUS_TRACING_STOP: "t",
    psutil.STATUS_ZOMBIE: "Z",
    psutil.STATUS_DEAD: "X",
}


class ProcessWatch:
    """Looks at one process and its descendants, again and again, so that it can tell their share of a CPU."""

    def __init__(self, pid: int) -> None:
        """Take hold of the process as it is now; its number may be another's later."""
        self._root: psutil.Process | None = None
        self._before: dict[int, tuple[float, float]] = {}
        if pid:
            with contextlib.suppress(psutil.Error):
                self._root = psutil.Process(pid)

    def look(self, descriptors: dict[int, int]) -> tuple[ProcessFacts, ...]:
        """Return the processes, parents before children; `descriptors` says how many each has open."""
        found = []
        for process, depth in self.family():
            with contextlib.suppress(psutil.Error):  # it ended while we looked
                found.append(self._facts(process, depth, descriptors.get(process.pid)))
        self._before = {facts.number: (facts.cpu_seconds, time.monotonic()) for facts in found}
        return tuple(found)

    def family(self) -> list[tuple[psutil.Process, int]]:
        """Return the process and its descendants, each with its depth."""
        if self._root is None or not _is_there(self._root):
            return []
        try:
            children = self._root.children(recursive=True)
        except psutil.Error:
            children = []
        return list(_tree(self._root, children))[:PROCESSES_KEPT]

    def _facts(self, process: psutil.Process, depth: int, descriptors: int | None) -> ProcessFacts:
        with process.oneshot():
            times = process.cpu_times()
            spent = times.user + times.system
            return ProcessFacts(
                number=process.pid,
                parent=process.ppid(),
                depth=depth,
                state=_LETTERS.get(process.status(), "?"),
                cpu_seconds=spent,
                cpu_share=self._share(process.pid, spent),
                memory=_memory(process),
                open_descriptors=descriptors,
                threads=threads_of(process),
            )

    def _share(self, pid: int, spent: float) -> float | None:
        if pid not in self._before:
            return None
        before, at = self._before[pid]
        return max(spent - before, 0.0) / max(time.monotonic() - at, 1e-3)


def threads_of(process: psutil.Process) -> tuple[ThreadFacts, ...]:
    """Return a process's threads in the order of their numbers; none where the system does not tell."""
    if sys.platform == "linux":
        return tuple(_threads_in_proc(process.pid))
    try:
        found = process.threads()[:THREADS_KEPT]
    except (psutil.Error, OSError):
        return ()
    return tuple(ThreadFacts(one.id, "", "?", "", one.user_time + one.system_time) for one in found)


def _is_there(process: psutil.Process) -> bool:
    # A zombie counts: its entry is there until its parent asks how it ended.
    return bool(process.is_running())


def _tree(root: psutil.Process, others: list[psutil.Process]) -> Iterator[tuple[psutil.Process, int]]:
    children: dict[int, list[psutil.Process]] = {}
    for other in others:
        with contextlib.suppress(psutil.Error):
            children.setdefault(other.ppid(), []).append(other)
    waiting = [(root, 0)]
    while waiting:
        process, depth = waiting.pop()
        yield process, depth
        waiting += [(child, depth + 1) for child in reversed(children.get(process.pid, []))]


def _memory(process: psutil.Process) -> int | None:
    try:
        return int(process.memory_info().rss) or None  # a zombie has none left
    except psutil.Error:
        return None


def _threads_in_proc(pid: int) -> Iterator[ThreadFacts]:
    folder = Path(f"/proc/{pid}/task")
    try:
        numbers = sorted(map(int, os.listdir(folder)))
    except OSError:
        return
    for number in numbers[:THREADS_KEPT]:
        with contextlib.suppress(OSError):  # it ended since we listed it
            yield _thread(number, folder / str(number))


def _thread(number: int, folder: Path) -> ThreadFacts:
    # The name stands in brackets and may hold anything, brackets too: what follows begins after the last one.
    head, _, rest = (folder / "stat").read_text(errors="replace").rpartition(")")
    fields = rest.split()
    return ThreadFacts(
        number=number,
        system_name=head.partition("(")[2],
        state=fields[0],
        waits_in=_kernel_function(folder / "wchan"),
        cpu_seconds=(int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"),
    )


def _kernel_function(path: Path) -> str:
    try:
        found = path.read_text(errors="replace").partition(".")[0]
    except OSError:
        return ""
    return "" if found == "0" else found
