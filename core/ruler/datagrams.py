"""Which datagram sent is which one got; the cut and the lost."""

from collections import defaultdict, deque
from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class _Sums:
    """How many datagrams are joined, how many of them were cut, and the last sent one of them."""

    paired: int = 0
    cut: int = 0
    last: int = -1

    def with_pair(self, sent: int, is_cut: bool) -> "_Sums":
        """Return the sums with one pair more."""
        return _Sums(self.paired + 1, self.cut + is_cut, max(self.last, sent))


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
        # How many had been got at the time last asked for, and their sums.
        self._looked_at: tuple[int, _Sums] | None = None
        self._waiting_sent: dict[tuple[int, bytes], deque[int]] = defaultdict(deque)
        self._waiting_got: dict[tuple[int, bytes], deque[int]] = defaultdict(deque)
        self._sent: int = 0
        self._got: int = 0
        self._all = _Sums()
        self._strangers: list[int] | None = None
        self._state: tuple[int, int, int] = self._rows_state()

    def step(self) -> bool:
        """Join a few more; False when all are looked at."""
        if self._state != self._rows_state():
            self._restart()
        sent, got = self._stream.sent.calls, self._stream.got.calls
        sent_stop, got_stop = min(self._sent + STEP, len(sent)), min(self._got + STEP, len(got))
        for number in range(self._sent, sent_stop):
            self._take(number, _key(sent[number], self._limit), self._waiting_got, self._waiting_sent, True)
        for number in range(self._got, got_stop):
            self._take(number, _key(got[number], self._limit), self._waiting_sent, self._waiting_got, False)
        self._sent, self._got = sent_stop, got_stop
        self._looked_at = self._strangers = None
        return sent_stop < len(sent) or got_stop < len(got)

    def fate(self, number: int, time: int | None = None) -> Fate:
        """Return what had become of the sent datagram of that number at a time; None: by now."""
        sent, got = self._stream.sent.calls, self._stream.got.calls
        partner = self.got_of.get(number)
        if partner is not None and (time is None or got[partner].time <= time):
            return Fate.CUT if got[partner].size < sent[number].size else Fate.WHOLE
        # A socket's queue keeps the order: what was overtaken will not come.
        is_overtaken = number < self._sums(time).last
        return Fate.LOST if is_overtaken or self._is_over(time) else Fate.UNREAD

    def fates(self, time: int | None = None) -> dict[Fate, int]:
        """Return how many datagrams had which fate at a time, in a moment however many there are."""
        sums, sends = self._sums(time), self._stream.sent.count_at(time)
        absent = {Fate.LOST: sums.last + 1 - sums.paired, Fate.UNREAD: sends - sums.last - 1}
        if self._is_over(time):
            absent = {Fate.LOST: sends - sums.paired}
        found = {Fate.WHOLE: sums.paired - sums.cut, Fate.CUT: sums.cut, **absent}
        return {fate: count for fate, count in found.items() if count}

    def strangers(self) -> list[int]:
        """Return the numbers of the got datagrams that nobody was seen to send."""
        if self._strangers is None:
            self._strangers = sorted(number for waiting in self._waiting_got.values() for number in waiting)
        return self._strangers

    def _is_over(self, time: int | None) -> bool:
        ended = self._stream.ended
        return ended is not None and (time is None or ended <= time)

    def _sums(self, time: int | None) -> _Sums:
        """Return the sums of what had been got by then."""
        if time is None:
            return self._all
        count = self._stream.got.count_at(time)
        if self._looked_at is None or self._looked_at[0] != count:
            sums = _Sums()
            for number in range(count):
                if number in self.sent_of:
                    sums = sums.with_pair(self.sent_of[number], self._is_cut(number))
            self._looked_at = count, sums
        return self._looked_at[1]

    def _is_cut(self, got: int) -> bool:
        stream = self._stream
        return stream.got.calls[got].size < stream.sent.calls[self.sent_of[got]].size

    def _take(
        self,
        number: int,
        key: tuple[int, bytes],
        others: dict[tuple[int, bytes], deque[int]],
        own: dict[tuple[int, bytes], deque[int]],
        is_sent: bool,
    ) -> None:
        if not others.get(key):
            own[key].append(number)
            return
        other = others[key].popleft()
        if not others[key]:
            del others[key]
        sent, got = (number, other) if is_sent else (other, number)
        self.got_of[sent] = got
        self.sent_of[got] = sent
        self._all = self._all.with_pair(sent, self._is_cut(got))

    def _rows_state(self) -> tuple[int, int, int]:
        stream = self._stream
        return stream.moves, stream.sent.dropped, stream.got.dropped


def _key(call: Call, limit: int) -> tuple[int, bytes]:
    """Return what is left of a datagram when it is cut to `limit`."""
    return min(call.size, limit), call.data[:limit]
