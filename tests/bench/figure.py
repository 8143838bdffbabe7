"""One row of the table: what was measured, and whether it is within its bound."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from statistics import median
from typing import Any

Pair = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Values of one kind, one for each pair that was measured, and the bound for their median."""

    name: str
    values: Sequence[float]
    bound: float
    at_least: bool = False
    """True if the median must not be lower than the bound; else it must not be higher."""
    unit: str = ""
    of: str = ""
    """What was divided by what, or subtracted from what: the medians of both sides."""
    instead: "Figure | None" = None
    """Another way to measure the same; it is enough if one of the two is within its bound."""

    @property
    def median(self) -> float:
        """The value that counts."""
        return median(self.values)

    @property
    def is_met(self) -> bool:
        """True if the median is within the bound."""
        return self.median >= self.bound if self.at_least else self.median <= self.bound

    @property
    def is_excused(self) -> bool:
        """True if the bound is missed here and met by what may be measured instead."""
        return not self.is_met and self.instead is not None and self.instead.is_met

    @property
    def share(self) -> float:
        """The median divided by the bound."""
        return self.median / self.bound if self.bound else float(self.median != 0)

    def rows(self) -> Iterator["Figure"]:
        """Yield this figure, and the one that may count instead."""
        yield self
        if self.instead:
            yield from self.instead.rows()


def interleaved(pairs: int, first: Callable[[], float], second: Callable[[], float]) -> list[Pair]:
    """Measure both sides in turn, beginning now with the one, now with the other."""
    found: list[Pair] = []
    for number in range(pairs):
        if number % 2:
            right = second()
            found.append((first(), right))
        else:
            left = first()
            found.append((left, second()))
    return found


def quotients(name: str, pairs: Sequence[Pair], unit: str = "", **more: Any) -> Figure:
    """Return the figure of first divided by second."""
    return Figure(
        name=name, values=[one / other for one, other in pairs], of=_sides(pairs, "/", unit), **more
    )


def differences(name: str, pairs: Sequence[Pair], unit: str = "", **more: Any) -> Figure:
    """Return the figure of first minus second."""
    values = [one - other for one, other in pairs]
    return Figure(name=name, values=values, of=_sides(pairs, "-", unit), unit=unit, **more)


def table(figures: Sequence[Figure]) -> Iterator[str]:
    """Yield the lines of the table."""
    rows = [row for figure in figures for row in figure.rows()]
    width = max(len(row.name) for row in rows)
    heads = ("bound", "median", "min", "max", "of bound", "n")
    yield f"{'figure':{width}} " + " ".join(f"{head:>9}" for head in heads) + "  verdict  measured"
    for figure in figures:
        for nth, row in zip(count(), figure.rows(), strict=False):
            yield f"{row.name:{width}} {_numbers(row)}  {_verdict(row, is_main=nth == 0):7}  {row.of}"


def _numbers(row: Figure) -> str:
    bound = f"{'>=' if row.at_least else '<='}{show(row.bound)}"
    shown = (bound, show(row.median), show(min(row.values)), show(max(row.values)), f"{row.share:.2f}")
    return " ".join(f"{text:>9}" for text in (*shown, str(len(row.values))))


def _verdict(row: Figure, is_main: bool) -> str:
    if row.is_met:
        return "ok"
    return "see below" if row.is_excused else "MISSED" if is_main else "missed"


def _sides(pairs: Sequence[Pair], sign: str, unit: str) -> str:
    one, other = (median(side) for side in zip(*pairs, strict=True))
    return f"{show(one)} {sign} {show(other)} {unit}".rstrip()


def show(value: float) -> str:
    """Return a number with as many digits as matter."""
    return f"{value:,.0f}" if abs(value) >= 1_000 else f"{value:.1f}" if abs(value) >= 10 else f"{value:.3f}"
