"""What watching costs: an observed server against the same class unobserved."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import psutil

from core import Concurrency, ServerHost, ServerSpec, Transport
from tests.bench import child
from tests.bench.bare_server import bare_server
from tests.bench.figure import Figure, Pair, interleaved, quotients

CPU_BOUND = 1.15
"""On a noisy machine the server's CPU seconds a request may count instead: so much of the bare one's."""


@dataclass(frozen=True, slots=True)
class Case:
    """A server, what its client does, and what part of its speed must be left."""

    name: str
    spec: ServerSpec
    load: str
    bound: float


THREADING, FORKING = Concurrency.THREADING, Concurrency.FORKING

CASES = (
    Case("TCP threads, one connection", ServerSpec(concurrency=THREADING), "persistent", 0.85),
    Case("TCP threads, one connection a message", ServerSpec(concurrency=THREADING), "connecting", 0.92),
    Case("UDP threads", ServerSpec(transport=Transport.UDP, concurrency=THREADING), "datagrams", 0.90),
    Case("TCP forks, one connection a message", ServerSpec(concurrency=FORKING), "connecting", 0.92),
    Case("UDP forks", ServerSpec(transport=Transport.UDP, concurrency=FORKING), "datagrams", 0.92),
)


def figures(pairs: int, seconds: float) -> Iterator[Figure]:
    """Measure every case."""
    for case in CASES:
        yield _figure(case, pairs, seconds)


def _figure(case: Case, pairs: int, seconds: float) -> Figure:
    costs: dict[str, list[float]] = {"observed": [], "bare": []}
    with ServerHost(case.spec) as host, bare_server(case.spec) as (pid, port):
        assert isinstance(host.address, tuple)
        observed = _side(case, host.pid, host.address[1], seconds, costs["observed"])
        bare = _side(case, pid, port, seconds, costs["bare"])
        speeds = interleaved(pairs, observed, bare)
        lost = host.history().not_kept
    cpu = quotients(
        "  instead: CPU seconds a request",
        _pairs(costs),
        "µs",
        bound=CPU_BOUND,
    )
    name = f"{case.name}: speed observed/bare" + (f" ({lost:,} events lost)" if lost else "")
    return quotients(name, speeds, "/s", bound=case.bound, at_least=True, instead=cpu)


def _side(case: Case, pid: int, port: int, seconds: float, costs: list[float]) -> Callable[[], float]:
    """Return what loads a server: gives its replies a second, notes its CPU time for each (µs)."""
    process = psutil.Process(pid)

    def run() -> float:
        before = sum(process.cpu_times()[:4])
        speed: float = child.ask("load", case.load, port, seconds)
        costs.append((sum(process.cpu_times()[:4]) - before) * 1e6 / (speed * seconds * 1.2))
        return speed

    return run


def _pairs(costs: dict[str, list[float]]) -> list[Pair]:
    return list(zip(costs["observed"], costs["bare"], strict=True))
