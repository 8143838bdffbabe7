"""One side's calls of a stream, in order, each with the offset at which its bytes begin."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from core.events import ClientReceived, ClientSent, Received, Sent, moment

_time = attrgetter("time")

Call = Sent | Received | ClientSent | ClientReceived
"""An event that carries bytes."""


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbours that are drawn as one: `count` of them from number `first` on, bytes `start` to `end`."""

    start: int
    end: int
    first: int
    count: int


class Row:
    """Calls by the time at which they happened; to add one twice does no harm.

    `moves` counts how often calls got another offset, because one came late; `dropped` how many of the first
    were forgotten.
    """

    __slots__ = ("_base", "calls", "dropped", "ends", "moves", "starts")

    def __init__(self) -> None:
        """Begin with no call."""
        self.calls: list[Call] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.moves = 0
        self.dropped = 0
        self._base = 0

    @property
    def end(self) -> int:
        """The offset behind the last byte."""
        return self.ends[-1] if self.ends else self._base

    def add(self, call: Call) -> None:
        """Put a call where its time says, unless it is there already."""
        calls = self.calls
        if not calls or call.time > calls[-1].time or moment(call) > moment(calls[-1]):
            self._append(call)
            return
        place = bisect_left(calls, moment(call), key=moment)
        if moment(calls[place]) != moment(call):
            self._insert(place, call)

    def at(self, offset: int) -> int:
        """Return the number of the call that has the byte at `offset`, -1 if none has."""
        number = bisect_right(self.starts, offset) - 1
        return number if number >= 0 and offset < self.ends[number] else -1

    def number_of(self, call: Call) -> int:
        """Return the number of a call, -1 if it is not of this row."""
        number = bisect_left(self.calls, moment(call), key=moment)
        return number if number < len(self.calls) and self.calls[number] == call else -1

    def kept(self, offset: int) -> bytes:
        """Return the bytes from `offset` to the end of their call, as far as they are kept."""
        number = self.at(offset)
        return self.calls[number].data[offset - self.starts[number] :] if number >= 0 else b""

    def count_at(self, time: int | None) -> int:
        """Return how many calls had happened at that time; None: all."""
        return len(self.calls) if time is None else bisect_right(self.calls, time, key=_time)

    def end_at(self, time: int | None) -> int:
        """Return the offset behind the last byte of that time."""
        count = self.count_at(time)
        return self.ends[count - 1] if count else self._base

    def forget_before(self, when: tuple[int, int, int]) -> None:
        """Drop the calls before that moment; the others keep their offsets."""
        count = bisect_left(self.calls, when, key=moment)
        if not count:
            return
        self._base = self.ends[count - 1]
        self.dropped += count
        for kept in (self.calls, self.starts, self.ends):
            del kept[:count]

    def _append(self, call: Call) -> None:
        start = self.end
        self.calls.append(call)
        self.starts.append(start)
        self.ends.append(start + call.size)

    def _insert(self, place: int, call: Call) -> None:
        self.moves += 1
        later = [call, *self.calls[place:]]
        for kept in (self.calls, self.starts, self.ends):
            del kept[place:]
        for one in later:
            self._append(one)


def blocks(
    starts: Sequence[int], ends: Sequence[int], first: int, last: int, smallest: float, count: int
) -> Iterator[Block]:
    """Yield what there is between the offsets `first` and `last`, of the first `count` pieces.

    Pieces shorter than `smallest` are joined with those that follow within that length, so that the number of
    blocks depends on the slice looked at and not on the number of pieces.
    """
    number = bisect_right(ends, first, hi=count)
    while first < last and number < count and starts[number] < last:
        stop = number + 1
        if ends[number] - starts[number] < smallest:
            stop = max(bisect_right(ends, starts[number] + smallest, lo=number, hi=count), stop)
        yield Block(starts[number], ends[stop - 1], number, stop - number)
        number = stop


def crowds(found: Iterable[Block], smallest: float) -> Iterator[Block]:
    """Yield blocks, but as one those shorter than `smallest` that are closer than that to each other.

    They look alike, and a long stream seen as a whole has nothing else.
    """
    crowd: Block | None = None
    for block in found:
        is_short = block.count > 1 or block.end - block.start < smallest
        if crowd and is_short and block.start - crowd.end < smallest:
            crowd = Block(crowd.start, block.end, crowd.first, crowd.count + block.count)
            continue
        if crowd:
            yield crowd
        crowd = block if is_short else None
        if not is_short:
            yield block
    if crowd:
        yield crowd
