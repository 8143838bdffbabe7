"""Two rows of the same bytes: what one side sent, what the other side got."""

from bisect import bisect_right
from dataclasses import dataclass

from core.ruler.row import Row

STEP = 1_000
"""So many calls are compared in one step."""


@dataclass(frozen=True, slots=True)
class Seen:
    """How much of a stream had happened at a time: calls, and the offsets behind their last bytes."""

    sends: int
    recvs: int
    sent_end: int
    got_end: int

    @property
    def end(self) -> int:
        """The offset behind the last byte that either side knows of."""
        return max(self.sent_end, self.got_end)


class Stream:
    """What was sent and what was got of it; either row may be empty, because nobody watched that side."""

    def __init__(self, sent: Row, got: Row, ended: int | None = None) -> None:
        """Join two rows; `ended` is when the receiver saw the end, or closed; None if neither."""
        self.sent = sent
        self.got = got
        self.ended = ended

    @property
    def end(self) -> int:
        """The offset behind the last byte that either side knows of."""
        return max(self.sent.end, self.got.end)

    @property
    def moves(self) -> int:
        """Grows whenever bytes that were there already get another offset."""
        return self.sent.moves + self.got.moves

    def first_kept(self) -> int:
        """Return the offset of the first byte that is not forgotten."""
        return min((row.starts[0] for row in (self.sent, self.got) if row.starts), default=self.end)

    def seen(self, time: int | None) -> Seen:
        """Return how much had happened at that time; None: all there is."""
        sent, got = self.sent, self.got
        return Seen(sent.count_at(time), got.count_at(time), sent.end_at(time), got.end_at(time))

    def kept(self, offset: int) -> bytes:
        """Return bytes from `offset` on, b"" if neither side kept that byte."""
        # A send is kept only up to a limit; the recvs of its bytes are often short, and then kept whole.
        return self.got.kept(offset) or self.sent.kept(offset)

    def read(self, first: int, last: int) -> list[tuple[int, bytes]]:
        """Return what is kept between two offsets, as pairs of an offset and the bytes from there on."""
        found: list[tuple[int, bytes]] = []
        offset = max(first, 0)
        while offset < last:
            piece = self.kept(offset)[: last - offset]
            if piece:
                found.append((offset, piece))
                offset += len(piece)
            elif (offset := self._next_kept(offset)) < 0:
                break
        return found

    def _next_kept(self, offset: int) -> int:
        """Return the first offset behind `offset` at which a call begins, -1 if none does."""
        later = [
            row.starts[number + 1]
            for row in (self.sent, self.got)
            if (number := _last_at_or_before(row, offset)) + 1 < len(row.starts)
        ]
        return min(later, default=-1)


class Borders:
    """Where a stream was merged and where it was split, found as it grows.

    `merged` are the offsets where one send ended and the next began within one recv; `split` those where one
    recv ended and the next began within one send; `kept` those where both did.
    """

    def __init__(self, stream: Stream) -> None:
        """Begin at the stream's beginning."""
        self._stream = stream
        self._restart()

    def _restart(self) -> None:
        self.merged: list[int] = []
        self.split: list[int] = []
        self.kept: list[int] = []
        self._sent: int = 0
        self._got: int = 0
        firsts = [row.starts[0] for row in (self._stream.sent, self._stream.got) if row.starts]
        # Where the calls of one side are forgotten, nothing can be compared.
        self._noted: int = max(firsts, default=0)
        self._state: tuple[int, int, int] = self._rows_state()

    def step(self) -> bool:
        """Compare a little more; False when all is compared that can be."""
        sent, got = self._stream.sent, self._stream.got
        if self._state != self._rows_state():
            self._restart()
        for _ in range(STEP):
            if self._sent >= len(sent.ends) or self._got >= len(got.ends):
                return False
            left, right = sent.ends[self._sent], got.ends[self._got]
            # The end of what there is so far is no border yet.
            if min(left, right) >= min(sent.end, got.end):
                return False
            self._note(left, right)
            self._sent += left <= right
            self._got += right <= left
        return True

    def _note(self, sent: int, got: int) -> None:
        """Note the nearer one of two ends; calls without bytes end where the one before did."""
        border = min(sent, got)
        if border > self._noted:
            found = self.kept if sent == got else self.merged if sent < got else self.split
            found.append(border)
            self._noted = border

    def _rows_state(self) -> tuple[int, int, int]:
        stream = self._stream
        return stream.moves, stream.sent.dropped, stream.got.dropped


def _last_at_or_before(row: Row, offset: int) -> int:
    return bisect_right(row.starts, offset) - 1
