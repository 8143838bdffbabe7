"""Runs the benchmark and prints the table; the exit code is 1 when a median misses its bound."""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence

from tests.bench import capacity, machine, startup, throughput, window
from tests.bench.figure import Figure, table

PAIRS, QUICK_PAIRS = 7, 2
"""So many pairs are measured; the median of two says little, but the way there is tried."""


def main(words: Sequence[str]) -> int:
    """Measure what the words name, or everything."""
    arguments = _parser().parse_args(words)
    pairs = QUICK_PAIRS if arguments.quick else arguments.pairs
    began = time.monotonic()
    print(f"{machine.description()}; {machine.load()}", flush=True)
    found: list[Figure] = []
    for name in arguments.parts or list(PARTS):
        print(f"{time.monotonic() - began:4.0f} s  measuring: {name} ...", flush=True)
        found += PARTS[name](pairs, arguments.quick)
    print(f"{time.monotonic() - began:4.0f} s  done; {machine.load()}\n")
    print("\n".join(table(found)))
    missed = [figure.name for figure in found if not figure.is_met and not figure.is_excused]
    print(
        f"\n{len(missed)} of {len(found)} bounds missed." if missed else "\nEvery median is within its bound."
    )
    return 1 if missed else 0


def _throughput(pairs: int, quick: bool) -> Iterator[Figure]:
    return throughput.figures(pairs, 0.3 if quick else 0.7)


def _window(pairs: int, quick: bool) -> Iterator[Figure]:
    return window.figures(pairs, 2 if quick else 10)


PARTS: dict[str, Callable[[int, bool], Iterator[Figure]]] = {
    "throughput": _throughput,
    "capacity": lambda pairs, quick: capacity.figures(pairs),
    "startup": lambda pairs, quick: iter([startup.figure(pairs)]),
    "window": _window,
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="lab.py bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"only these: {', '.join(PARTS)}")
    parser.add_argument("--quick", action="store_true", help="few and short pairs: to see whether it runs")
    parser.add_argument("--pairs", type=int, default=PAIRS, help=f"how many pairs (default: {PAIRS})")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
