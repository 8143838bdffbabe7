"""Bars that follow one another in one row, in columns, with summaries for views that hold too many.

Each bar has a start and an end (ns), a name or a size, and a request.  Bars do not overlap and come in
order, so that a slice of time is found by bisection.  From `SUMMARY_FROM` bars on the row keeps summaries:
level k lists the bars at which a run begins, a run being bars with gaps below `GAPS[k]`.  Runs of a level
begin only where runs of the finer level do, so that a bar seldom costs more than a look at the finest.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from operator import sub
from typing import NamedTuple

OPEN = (1 << 63) - 1
"""The end of a bar that has not ended yet."""

GAPS = tuple(1 << bits for bits in range(12, 42, 2))
"""Gaps (ns) below which a level's run goes on: from 4 µs to 18 minutes."""

RUN_LENGTH = 6
"""A run is at most about so many gaps long: what is dense here and thin there stays told apart."""

SUMMARY_FROM = 256
"""A row with fewer bars has no summaries: short-lived threads are many."""

SUMMED_AT_ONCE = 128
"""So many new bars are summed up together, or those there are when somebody looks: one by one cost double."""


class Run(NamedTuple):
    """Several bars as one: from the first's start to the last's end, `busy` for so many ns of it."""

    start: int
    end: int
    busy: int
    bars: int


class BarRow:
    """One row of bars; only the last may be open.  Indexes count from the row's first bar ever."""

    __slots__ = ("_busy", "_due", "_levels", "dropped", "ends", "requests", "starts", "values")

    def __init__(self) -> None:
        """Begin without a bar."""
        self.starts = array("q")
        self.ends = array("q")
        self.values = array("q")
        """What each bar is: a number of the lanes' names, or a size of bytes."""
        self.requests = array("q")
        self.dropped = 0
        """How many of the oldest bars were forgotten: an index minus this is a place in the columns."""
        self._levels: list[array[int]] | None = None
        # How long all bars before each were together, once there are summaries.
        self._busy: array[int] | None = None
        # With so many bars it is time to sum up.
        self._due = SUMMARY_FROM

    def __len__(self) -> int:
        """Return how many bars are kept."""
        return len(self.starts)

    @property
    def is_open(self) -> bool:
        """True while the last bar has not ended."""
        return bool(self.ends) and self.ends[-1] == OPEN

    def begin(self, start: int, value: int, request: int) -> int:
        """Add an open bar behind all others and return its index."""
        ends = self.ends
        if ends and ends[-1] == OPEN:  # its end was lost on the way: two bars at a time cannot be
            self.close(start)
        self.starts.append(start)
        ends.append(OPEN)
        self.values.append(value)
        self.requests.append(request)
        return self.dropped + len(ends) - 1

    def close(self, end: int) -> None:
        """Let the open bar end."""
        start = self.starts[-1]
        self.ends[-1] = end if end > start else start
        if len(self.starts) >= self._due:
            self._sum_up()

    def add(self, start: int, end: int, value: int, request: int) -> int:
        """Add a bar that has ended and return its index."""
        # As `begin` and `close`, in one: every send and every recv comes here.
        ends = self.ends
        if ends and ends[-1] == OPEN:
            self.close(start)
        self.starts.append(start)
        ends.append(end if end > start else start)
        self.values.append(value)
        self.requests.append(request)
        if len(ends) >= self._due:
            self._sum_up()
        return self.dropped + len(ends) - 1

    def has_room_at(self, start: int) -> bool:
        """True if a bar could begin there, behind all others."""
        return not self.ends or self.ends[-1] <= start

    def set_value(self, index: int, value: int) -> None:
        """Give a bar another value, if it is still kept."""
        if index >= self.dropped:
            self.values[index - self.dropped] = value

    def set_request(self, index: int, request: int) -> None:
        """Say whose bar it is, if it is still kept."""
        if index >= self.dropped:
            self.requests[index - self.dropped] = request

    def slice(self, start: int, end: int) -> tuple[int, int]:
        """Return the places in the columns, from and to, of the bars that touch this time."""
        first = bisect_left(self.ends, start)
        return first, max(first, bisect_right(self.starts, end))

    @property
    def is_summed_up(self) -> bool:
        """True once there are so many bars that there are runs of them."""
        return self._levels is not None

    def runs(self, start: int, end: int, gap: float) -> Iterator[Run]:
        """Return the runs of ended bars that touch this time, with gaps below about `gap` ns merged."""
        if self._levels is not None:
            self._sum_up()
        levels = self._levels or ()
        number = min(bisect_left(GAPS, gap), len(GAPS) - 1)
        return self._runs(levels[number], *self.slice(start, end)) if levels else iter(())

    def forget_before(self, time: int) -> None:
        """Drop the bars that had ended before."""
        count = bisect_left(self.ends, time)
        if count:
            if self._levels is not None:
                self._sum_up()
            for column in (self.starts, self.ends, self.values, self.requests):
                del column[:count]
            if self._busy is not None:
                del self._busy[:count]
            self.dropped += count
            for level in self._levels or ():
                _cut(level, self.dropped, bool(self.starts))
            self._due = max(len(self.starts), SUMMARY_FROM)

    def _runs(self, level: "array[int]", first: int, last: int) -> Iterator[Run]:
        busy = self._busy
        assert busy is not None
        closed = len(busy) - 1
        begin = max(bisect_right(level, first + self.dropped) - 1, 0)
        end = bisect_left(level, min(last, closed) + self.dropped)
        borders = [index - self.dropped for index in level[begin : end + 1]]
        if len(borders) == end - begin:  # the level's last run reaches to the last closed bar
            borders.append(closed)
        for here, there in pairwise(borders):
            yield Run(self.starts[here], self.ends[there - 1], busy[there] - busy[here], there - here)

    def _sum_up(self) -> None:
        """Take the bars that ended since the last time into the summaries."""
        if self._levels is None or self._busy is None:
            self._levels, self._busy = [array("q") for _ in GAPS], array("q", [0])
        starts, ends, busy = self.starts, self.ends, self._busy
        self._due = len(starts) + SUMMED_AT_ONCE
        first, last = len(busy) - 1, len(ends) - self.is_open
        lengths = map(sub, ends[first:last], starts[first:last])
        busy.extend(accumulate(lengths, initial=busy.pop()))
        self._begin_runs(range(first, last))

    def _begin_runs(self, places: Sequence[int]) -> None:
        """Let runs begin at those of these bars that are too far from the run before."""
        starts, ends, dropped = self.starts, self.ends, self.dropped
        assert self._levels is not None
        for level, longest in zip(self._levels, GAPS, strict=True):
            limit = RUN_LENGTH * longest
            begin = starts[level[-1] - dropped] if level else -OPEN
            begun: list[int] = []
            for place in places:
                start = starts[place]
                if start - begin < limit and start - ends[place - 1] < longest:
                    continue  # a coarser level would let it join its run, too
                begin = start
                begun.append(place)
            if not begun:
                return
            level.extend([place + dropped for place in begun])
            places = begun


def _cut(level: "array[int]", first: int, has_bars: bool) -> None:
    """Let a level begin with the first bar that is kept."""
    del level[: bisect_left(level, first)]
    if has_bars and (not level or level[0] > first):
        level.insert(0, first)
