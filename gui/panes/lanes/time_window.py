"""Which time is seen: a start and an end in nanoseconds, zoomed and moved without drifting."""

from dataclasses import dataclass

SHORTEST = 2_000
"""Nanoseconds: nothing that happens on a socket is shorter by much."""

LONGEST = 30 * 24 * 3_600 * 1_000_000_000
"""Nanoseconds: a month."""

MARGIN = 0.03
"""The part of the span that is left free on either side where all is shown."""


@dataclass(frozen=True, slots=True)
class TimeWindow:
    """A stretch of time."""

    start: int
    end: int

    @property
    def span(self) -> int:
        """How long it is."""
        return self.end - self.start

    @property
    def middle(self) -> int:
        """The time in the middle."""
        return (self.start + self.end) // 2

    @classmethod
    def around(cls, first: int, last: int) -> "TimeWindow":
        """Return a window in which all of this time is seen, with a margin."""
        margin = max(int((last - first) * MARGIN), SHORTEST)
        return cls(first - margin, last + margin)

    def zoomed(self, factor: float, at: int) -> "TimeWindow":
        """Return a window `factor` times as long in which `at` stays where it was."""
        span = min(max(int(self.span * factor), SHORTEST), LONGEST)
        share = (at - self.start) / self.span
        start = at - int(span * share)
        return TimeWindow(start, start + span)

    def moved(self, by: int) -> "TimeWindow":
        """Return a window that begins so much later."""
        return TimeWindow(self.start + by, self.end + by)

    def ending_at(self, end: int) -> "TimeWindow":
        """Return a window as long as this that ends there."""
        return TimeWindow(end - self.span, end)

    def kept_near(self, first: int, last: int) -> "TimeWindow":
        """Return the window, moved so that at least a little of this time is seen in it."""
        slack = self.span // 10
        if self.end < first + slack:
            return self.ending_at(first + slack)
        if self.start > last - slack:
            return TimeWindow(last - slack, last - slack + self.span)
        return self
