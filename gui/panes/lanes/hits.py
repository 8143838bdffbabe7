"""What is under the mouse: a bar, a wait or a tick."""

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum

from core.bar_row import OPEN, BarRow
from core.lane import Lane
from gui.panes.lanes.layout import ROW_PITCH, Slot


class Part(StrEnum):
    """What of a lane it is."""

    WORK = "work"
    WAIT = "wait"
    SENT = "sent"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Hit:
    """One bar or tick: its lane, its row, and its index there."""

    lane: Lane
    part: Part
    row: BarRow
    bar: int

    @property
    def place(self) -> int:
        """Where it stands in its row's columns; negative once it is forgotten."""
        return self.bar - self.row.dropped

    @property
    def depth(self) -> int:
        """How deep in the lane its row lies."""
        rows = enumerate(self.lane.works) if self.part is Part.WORK else self.lane.waits.items()
        return next(depth for depth, row in rows if row is self.row)

    @property
    def start(self) -> int:
        """When it began."""
        return self.row.starts[self.place]

    @property
    def end(self) -> int | None:
        """When it ended; None while it has not."""
        end = self.row.ends[self.place]
        return None if end == OPEN else end

    @property
    def value(self) -> int:
        """A name's number, or a size."""
        return self.row.values[self.place]

    @property
    def request(self) -> int:
        """Whose bar it is, 0 for nobody's."""
        return self.row.requests[self.place]


def hit_at(slot: Slot, y: int, time: int, reach: int) -> Hit | None:
    """Return what lies at that height of a lane at that time, or less than `reach` ns beside it."""
    lane = slot.lane
    if y < slot.received_top:
        return _nearest(lane, [(Part.SENT, lane.sent)], time, reach)
    if y < slot.rows_top:
        return _nearest(lane, [(Part.RECEIVED, lane.received)], time, reach)
    depth = (y - slot.rows_top) // ROW_PITCH
    rows = ((Part.WORK, dict(enumerate(lane.works))), (Part.WAIT, lane.waits))
    return _nearest(lane, [(part, kept[depth]) for part, kept in rows if depth in kept], time, reach)


def beside(hit: Hit, step: int) -> Hit | None:
    """Return the bar before (-1) or after (1) it in the same row."""
    place = hit.place + step
    return Hit(hit.lane, hit.part, hit.row, hit.bar + step) if 0 <= place < len(hit.row) else None


def _nearest(lane: Lane, rows: list[tuple[Part, BarRow]], time: int, reach: int) -> Hit | None:
    found = [(distance, part, row, place) for part, row in rows for distance, place in _near(row, time)]
    best = min(found, key=lambda each: each[0], default=None)
    if best is None or best[0] > reach:
        return None
    return Hit(lane, best[1], best[2], best[3] + best[2].dropped)


def _near(row: BarRow, time: int) -> list[tuple[int, int]]:
    """Return how far away the bars at and around that time are, with their places."""
    place = bisect_left(row.ends, time)
    near = range(max(place - 1, 0), min(place + 2, len(row)))
    return [(max(row.starts[p] - time, time - row.ends[p], 0), p) for p in near]
