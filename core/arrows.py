"""Arrows between lanes, in columns, ordered by when they begin."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple


class ArrowKind(IntEnum):
    """What goes from one lane to another."""

    BYTES = 0
    DISPATCH = 1


class Arrow(NamedTuple):
    """From a lane at a time to another lane at a later one; lanes by their `key`."""

    kind: ArrowKind
    start: int
    source: int
    end: int
    target: int
    request: int
    size: int


class Arrows:
    """All arrows of a run."""

    def __init__(self) -> None:
        """Begin with none."""
        self._columns = tuple(array("q") for _ in Arrow._fields)
        self._starts = self._columns[Arrow._fields.index("start")]
        self._ends = self._columns[Arrow._fields.index("end")]
        self._longest = 0

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._starts)

    def __iter__(self) -> Iterator[Arrow]:
        """Iterate over all, in the order of their beginnings."""
        return (self._at(place) for place in range(len(self)))

    def add(self, arrow: Arrow) -> None:
        """Put an arrow where it belongs: most often at the end, or close to it."""
        starts, start = self._starts, arrow.start
        if not starts or starts[-1] <= start:
            for column, value in zip(self._columns, arrow, strict=True):
                column.append(value)
        else:
            place = bisect_right(starts, start)
            for column, value in zip(self._columns, arrow, strict=True):
                column.insert(place, value)
        self._longest = max(self._longest, arrow.end - start)

    def touching(self, start: int, end: int, limit: int) -> list[Arrow]:
        """Return the arrows that touch this time; none where there are more than `limit`.

        Nobody could tell so many apart; those of one request are in `of_request`.
        """
        first, last = bisect_left(self._starts, start - self._longest), bisect_right(self._starts, end)
        if last - first > 4 * limit:  # one long arrow makes all look long: leave out what begins before
            first = bisect_left(self._starts, start)
        places = [place for place in range(first, min(last, first + 4 * limit)) if self._ends[place] >= start]
        if last - first > 4 * limit or len(places) > limit:
            return []
        return [self._at(place) for place in places]

    def of_request(self, number: int, start: int, end: int, limit: int) -> list[Arrow]:
        """Return the arrows of a request that begin in this time; none where there are more than `limit`."""
        requests = self._columns[Arrow._fields.index("request")]
        place, last = bisect_left(self._starts, start), bisect_right(self._starts, end)
        found: list[Arrow] = []
        while len(found) <= limit:
            try:
                place = requests.index(number, place, last) + 1
            except ValueError:
                return found
            found.append(self._at(place - 1))
        return []

    def forget_before(self, time: int) -> None:
        """Drop the arrows that began before."""
        count = bisect_left(self._starts, time)
        for column in self._columns:
            del column[:count]

    def _at(self, place: int) -> Arrow:
        kind, *rest = (column[place] for column in self._columns)
        return Arrow(ArrowKind(kind), *rest)
