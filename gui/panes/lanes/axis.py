"""The axis: round times a readable distance apart, and durations in words."""

from itertools import count
from math import ceil

from gui.panes.lanes.time_window import TimeWindow

_STEPS: tuple[int, ...] = tuple(factor * 10**power for power in range(3, 15) for factor in (1, 2, 5))
"""Nanoseconds between two ticks of the axis: 1, 2 and 5 of each power of ten."""

_UNITS = ((1_000_000_000, "s"), (1_000_000, "ms"), (1_000, "µs"))


def step_for(span: int, ticks: int) -> int:
    """Return a round step (ns) of which the span holds at most about so many."""
    return next((step for step in _STEPS if step * max(ticks, 1) >= span), _STEPS[-1])


def marks(window: TimeWindow, origin: int, step: int) -> list[int]:
    """Return the times in the window that are a multiple of `step` after `origin`."""
    first = origin + ceil((window.start - origin) / step) * step
    times: list[int] = []
    for time in count(first, step):
        if time > window.end:
            return times
        times.append(time)
    return times


def mark_text(after: int, step: int) -> str:
    """Return how a time so many ns after the beginning is written on an axis with that step."""
    unit, name = next(pair for pair in _UNITS if step >= pair[0])
    if unit < 1_000_000_000 and abs(after) >= 1_000 * unit * 10:  # "12,000 ms" is better said in seconds
        unit, name = next(pair for pair in _UNITS if pair[0] == unit * 1_000)
        digits = 3 if step >= unit // 1_000 else 6
        return f"{after / unit:,.{digits}f}".rstrip("0").rstrip(".") + f" {name}"
    return f"{after // unit:,} {name}"


def duration(ns: int) -> str:
    """Return how long something took, with as many digits as one wants to read."""
    for unit, name in _UNITS:
        if ns >= unit:
            value = ns / unit
            return f"{value:,.0f} {name}" if value >= 100 else f"{value:.3g} {name}"
    return f"{ns} ns"
