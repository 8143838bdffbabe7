"""One sample: all that the system says of a server, put together."""

import time
from collections.abc import Iterable
from dataclasses import replace

from core.kernel.descriptors import open_descriptors
from core.kernel.facts import Descriptor, KernelSample, Target
from core.kernel.inet import InetSockets
from core.kernel.processes import ProcessWatch
from core.kernel.unix import UnixSockets
from core.wording import worded


class Sampler:
    """Takes samples of one server; it may be used from one thread at a time."""

    def __init__(self, target: Target) -> None:
        """Look at nothing yet."""
        self._target = target
        self._watch = ProcessWatch(target.pid)

    def take(self) -> KernelSample:
        """Ask the system; takes some milliseconds."""
        pids = [process.pid for process, _ in self._watch.family()]
        # Before the descriptors: a connection accepted in between is still in the queue then, as it is in
        # the count of those that wait.
        sockets = _look(self._target, pids)
        descriptors = {pid: open_descriptors(pid) for pid in pids}
        counts = {pid: len(found) for pid, found in descriptors.items() if found is not None}
        processes = self._watch.look(counts)
        opened = tuple(one for found in descriptors.values() for one in found or ())
        sample = (
            sockets.sample(_holders(opened), bool(processes))
            if sockets
            else KernelSample(target=self._target)
        )
        return replace(
            sample,
            taken=time.monotonic_ns(),
            is_running=bool(processes) and not processes[0].is_zombie,
            processes=processes,
            descriptors=_with_sockets(opened, sample),
        )


def _look(target: Target, pids: Iterable[int]) -> InetSockets | UnixSockets | None:
    """Return the sockets at the server's address, None before it has one."""
    if target.address is None:
        return None
    return (UnixSockets if target.transport.is_unix else InetSockets)(target, pids)


def _holders(descriptors: Iterable[Descriptor]) -> dict[int, tuple[int, ...]]:
    """Return which processes hold each socket, by its inode."""
    found: dict[int, tuple[int, ...]] = {}
    for one in descriptors:
        if one.kind == "socket" and one.inode and one.pid not in found.get(one.inode, ()):
            found[one.inode] = (*found.get(one.inode, ()), one.pid)
    return found


def _with_sockets(descriptors: Iterable[Descriptor], sample: KernelSample) -> tuple[Descriptor, ...]:
    """Say of each socket what it is for, where the sample tells."""
    known: dict[int, str] = {
        pair.server.inode: worded("connection with {peer}", peer=pair.peer)
        for pair in sample.connections
        if pair.server
    }
    if main := sample.main_socket:
        known[main.inode] = _MAIN_WORDS.get(main.state, "")
    return tuple(
        replace(one, what=known.get(one.inode, one.what)) if one.kind == "socket" else one
        for one in descriptors
    )


_MAIN_WORDS: dict[str, str] = {
    "LISTEN": worded("the listening socket"),
    "OPEN": worded("the datagram socket"),
}
