"""Which lane stands where: from top to bottom, as high as its rows need."""

from bisect import bisect_right
from dataclasses import dataclass

from core.bar_row import BarRow
from core.lane import Lane, LaneKind
from core.lanes import Lanes
from gui.panes.lanes.time_window import TimeWindow

LABEL_WIDTH = 112
"""Pixels on the left for the lanes' names."""

AXIS_HEIGHT = 24

ROW_PITCH = 15
BAR_HEIGHT = 13

STRIP_HEIGHT = 15
"""Above a lane's bars there is room for its ticks, what was sent above what was received."""

TICK = 6
"""Pixels: a tick is as wide and as high."""

PADDING = 5

SHORTEST_LANE = 36
"""A lane is at least so high: its name and what else is known of it must fit."""

LANES_SHOWN = 40
"""Of more threads and children than so many only those are shown that lived in the time seen, the latest."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A lane's place; `rows_top` is where its bars begin, all counted from the first lane's top."""

    lane: Lane
    top: int
    rows_top: int
    bottom: int

    @property
    def sent_top(self) -> int:
        """Where the ticks of what was sent begin."""
        return self.rows_top - STRIP_HEIGHT

    @property
    def received_top(self) -> int:
        """Where the ticks of what was received begin."""
        return self.rows_top - STRIP_HEIGHT + TICK + 1

    def row_top(self, depth: int) -> int:
        """Return where a row of bars begins."""
        return self.rows_top + depth * ROW_PITCH


@dataclass(frozen=True, slots=True)
class Layout:
    """All lanes' places; `hidden` is how many more there were in the time seen."""

    slots: list[Slot]
    height: int
    hidden: int
    folded: BarRow | None
    """When there were lanes that are folded away, if some lived in the time seen."""

    def slot_at(self, y: int) -> Slot | None:
        """Return the lane at that height."""
        place = bisect_right(self.slots, y, key=lambda slot: slot.top) - 1
        return self.slots[place] if place >= 0 and y < self.slots[place].bottom else None

    def between(self, top: int, bottom: int) -> list[Slot]:
        """Return the lanes of which something lies there."""
        first = max(bisect_right(self.slots, top, key=lambda slot: slot.top) - 1, 0)
        last = bisect_right(self.slots, bottom, key=lambda slot: slot.top)
        return [slot for slot in self.slots[first:last] if slot.bottom > top]


def arrange(lanes: Lanes, window: TimeWindow) -> Layout:
    """Return where the lanes stand when that time is seen."""
    shown, hidden = _choose(lanes.ordered(), window)
    slots: list[Slot] = []
    top = 0
    for lane in shown:
        slots.append(_slot(lane, top))
        top = slots[-1].bottom
    first, last = lanes.folded_row.slice(window.start, window.end)
    hidden += sum(lanes.folded_row.values[first:last])
    folded = lanes.folded_row if last > first else None
    return Layout(slots, top + (SHORTEST_LANE if hidden else 0), hidden, folded)


def _choose(lanes: list[Lane], window: TimeWindow) -> tuple[list[Lane], int]:
    many = [lane for lane in lanes if lane.kind in (LaneKind.WORKER, LaneKind.CHILD)]
    if len(many) <= LANES_SHOWN:
        return lanes, 0
    alive = [lane for lane in many if lane.is_alive_in(window.start, window.end)]
    keys = {lane.key for lane in alive[-LANES_SHOWN:]}
    shown = [lane for lane in lanes if lane.kind not in (LaneKind.WORKER, LaneKind.CHILD) or lane.key in keys]
    return shown, len(alive) - len(keys)


def _slot(lane: Lane, top: int) -> Slot:
    has_ticks = lane.kind in (LaneKind.CLIENT, LaneKind.WORKER, LaneKind.CHILD) or lane.sent or lane.received
    rows_top = top + PADDING + (STRIP_HEIGHT if has_ticks else 0)
    bottom = rows_top + max(lane.depth, 1) * ROW_PITCH + PADDING
    return Slot(lane, top, rows_top, max(bottom, top + SHORTEST_LANE))
