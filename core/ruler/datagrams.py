"""Which datagram sent is which one got; the cut and the lost."""

from bisect import bisect_left, insort
from enum import StrEnum
from typing import NamedTuple

from core.ruler.row import Call
from core.ruler.stream import Stream

STEP = 500
"""So many datagrams of each side are joined in one step."""

LONGEST = 1 << 20
"""No datagram is longer than this."""


class Fate(StrEnum):
    """What became of a datagram that was sent."""

    WHOLE = "whole"
    CUT = "cut"
    LOST = "lost"
    UNREAD = "unread"


class _Sums(NamedTuple):
    """How many datagrams are joined, how many of them were cut, and the last sent one of them."""

    paired: int
    cut: int
    last: int


class _Waiting:
    """Numbers of datagrams that wait for their equals, by what is in them: those of a key in order.

    A queue for each key would be a container more for each datagram: for 20,000 lost ones Python's collector
    stopped the window for 40 ms now and then.
    """

    def __init__(self) -> None:
        self._first: dict[tuple[int, bytes], int] = {}
        self._last: dict[tuple[int, bytes], int] = {}
        self._behind: dict[int, int] = {}

    def put(self, key: tuple[int, bytes], number: int) -> None:
        """Let a number wait, behind those of the same key."""
        if key in self._first:
            self._behind[self._last[key]] = number
        else:
            self._first[key] = number
        self._last[key] = number

    def pop(self, key: tuple[int, bytes]) -> int | None:
        """Return the first number of that key, which then waits no longer; None if there is none."""
        number = self._first.pop(key, None)
        if number is None:
            return None
        behind = self._behind.pop(number, None)
        if behind is None:
            del self._last[key]
        else:
            self._first[key] = behind
        return number

    def numbers(self) -> list[int]:
        """Return all that wait."""
        return [*self._first.values(), *self._behind.values()]


class Pairs:
    """Joins the datagrams of a stream by what is in them, in order, as they come.

    A datagram longer than `limit` is cut to it by the receiver.  Of two that are equal the first one sent is
    taken for the first one got.
    """

    def __init__(self, stream: Stream, limit: int = LONGEST) -> None:
        """Begin with no datagram."""
        self._stream = stream
        self._limit = limit
        self._restart()

    def _restart(self) -> None:
        self.got_of: dict[int, int] = {}
        self.sent_of: dict[int, int] = {}
        self._waiting_sent = _Waiting()
        self._waiting_got = _Waiting()
        # The numbers of sent datagrams, rising: those that are joined with none, and those that were cut.
        self._alone: list[int] = []
        self._cut: list[int] = []
        # The sums of what had been got before each number, so that any moment of a replay is found at once.
        # Plain tuples: named ones stay with Python's collector, which goes through all of them now and then.
        self._sums: list[tuple[int, int, int]] = [(0, 0, -1)]
        self._sent: int = 0
        self._got: int = 0
        self._strangers: list[int] | None = None
        self._state: tuple[int, int, int] = self._rows_state()

    def step(self) -> bool:
        """Join a few more; False when all are looked at."""
        if self._state != self._rows_state():
            self._restart()
        sent, got = self._stream.sent.calls, self._stream.got.calls
        sent_stop, got_stop = min(self._sent + STEP, len(sent)), min(self._got + STEP, len(got))
        for number in range(self._sent, sent_stop):
            self._take_sent(number, _key(sent[number], self._limit))
        for number in range(self._got, got_stop):
            self._take_got(number, _key(got[number], self._limit))
        self._sent, self._got = sent_stop, got_stop
        self._strangers = None
        is_summed = self._sum_up()
        return sent_stop < len(sent) or got_stop < len(got) or not is_summed

    def fate(self, number: int, time: int | None = None) -> Fate:
        """Return what had become of the sent datagram of that number at a time; None: by now."""
        sent, got = self._stream.sent.calls, self._stream.got.calls
        partner = self.got_of.get(number)
        if partner is not None and (time is None or got[partner].time <= time):
            return Fate.CUT if got[partner].size < sent[number].size else Fate.WHOLE
        # A socket's queue keeps the order: what was overtaken will not come.
        is_overtaken = number < self._sums_at(time).last
        return Fate.LOST if is_overtaken or self._is_over(time) else Fate.UNREAD

    def fates(self, time: int | None = None) -> dict[Fate, int]:
        """Return how many datagrams had which fate at a time, in a moment however many there are."""
        sums, sends = self._sums_at(time), self._stream.sent.count_at(time)
        absent = {Fate.LOST: sums.last + 1 - sums.paired, Fate.UNREAD: sends - sums.last - 1}
        if self._is_over(time):
            absent = {Fate.LOST: sends - sums.paired}
        found = {Fate.WHOLE: sums.paired - sums.cut, Fate.CUT: sums.cut, **absent}
        return {fate: count for fate, count in found.items() if count}

    def fates_between(self, first: int, stop: int, time: int | None = None) -> dict[Fate, int]:
        """Return the same of the sent datagrams from number `first` on before `stop`, as quickly.

        In the past it is right as far as datagrams were got in the order in which they were sent.
        """
        border = min(max(self._sums_at(time).last + 1, first), stop)
        alone = _count_between(self._alone, first, border)
        cut = _count_between(self._cut, first, border)
        found = {Fate.WHOLE: border - first - alone - cut, Fate.CUT: cut, Fate.LOST: alone}
        absent = Fate.LOST if self._is_over(time) else Fate.UNREAD
        found[absent] = found.get(absent, 0) + stop - border
        return {fate: count for fate, count in found.items() if count}

    def strangers(self) -> list[int]:
        """Return the numbers of the got datagrams that nobody was seen to send."""
        if self._strangers is None:
            self._strangers = sorted(self._waiting_got.numbers())
        return self._strangers

    def _is_over(self, time: int | None) -> bool:
        ended = self._stream.ended
        return ended is not None and (time is None or ended <= time)

    def _sums_at(self, time: int | None) -> _Sums:
        """Return the sums of what had been got by then, as far as it is summed up."""
        last = len(self._sums) - 1
        count = last if time is None else min(self._stream.got.count_at(time), last)
        return _Sums(*self._sums[count])

    def _sum_up(self) -> bool:
        """Sum up a little more of what was got; False if there is more."""
        sums = self._sums
        stop = min(len(sums) - 1 + 2 * STEP, self._got)
        paired, cut, last = sums[-1]
        for number in range(len(sums) - 1, stop):
            sent = self.sent_of.get(number)
            if sent is not None:
                paired, cut, last = paired + 1, cut + self._is_cut(number), max(last, sent)
            sums.append((paired, cut, last))
        return stop == self._got

    def _is_cut(self, got: int) -> bool:
        stream = self._stream
        return stream.got.calls[got].size < stream.sent.calls[self.sent_of[got]].size

    def _take_sent(self, number: int, key: tuple[int, bytes]) -> None:
        got = self._waiting_got.pop(key)
        if got is None:
            self._waiting_sent.put(key, number)
            self._alone.append(number)
            return
        self._join(number, got)
        del self._sums[got + 1 :]  # they knew of this one as got from nobody

    def _take_got(self, number: int, key: tuple[int, bytes]) -> None:
        sent = self._waiting_sent.pop(key)
        if sent is None:
            self._waiting_got.put(key, number)
            return
        del self._alone[bisect_left(self._alone, sent)]
        self._join(sent, number)

    def _join(self, sent: int, got: int) -> None:
        self.got_of[sent] = got
        self.sent_of[got] = sent
        if self._is_cut(got):
            insort(self._cut, sent)

    def _rows_state(self) -> tuple[int, int, int]:
        stream = self._stream
        return stream.moves, stream.sent.dropped, stream.got.dropped


def _count_between(numbers: list[int], first: int, stop: int) -> int:
    return bisect_left(numbers, stop) - bisect_left(numbers, first)


def _key(call: Call, limit: int) -> tuple[int, bytes]:
    """Return what is left of a datagram when it is cut to `limit`."""
    return min(call.size, limit), call.data[:limit]
