"""One lane: who it is, and rows of bars by depth, waits among them, and ticks for bytes."""

from enum import IntEnum

from core.bar_row import BarRow

DEEPEST = 12
"""Calls nested deeper than so many are not shown."""

QUEUE_ROWS = 24
"""So many that wait at the same time are shown one below the other."""

FAULT = 1 << 32
"""Added to a bar's value: an error left it, or what it carried was lost."""


class LaneKind(IntEnum):
    """Whose lane it is; lanes stand in this order."""

    CLIENT = 0
    QUEUE = 1
    LOOP = 2
    WORKER = 3
    CHILD = 4
    OTHER = 5


class Lane:
    """What one client, thread, process or queue did when."""

    __slots__ = (
        "began",
        "detail",
        "ended",
        "key",
        "kind",
        "received",
        "request",
        "sent",
        "title",
        "waits",
        "works",
    )

    def __init__(self, key: int, kind: LaneKind, title: str, began: int, request: int = 0) -> None:
        """Begin without a bar; `key` tells it from all other lanes of the run."""
        self.key = key
        self.kind = kind
        self.title = title
        self.detail = ""
        """What else is known: a client's port; "" for nothing."""
        self.request = request
        """The one request that a worker or a child is there for, or 0."""
        self.began = began
        self.ended: int | None = None
        self.works: list[BarRow] = []
        """Rows of calls, the outermost first."""
        self.waits: dict[int, BarRow] = {}
        """Rows of waiting, by depth: a wait stands below the call that it waits in."""
        self.sent = BarRow()
        self.received = BarRow()

    @property
    def depth(self) -> int:
        """How many rows of bars there are."""
        return max(len(self.works), *(depth + 1 for depth in self.waits), 0)

    def works_at(self, depth: int) -> BarRow:
        """Return the row of calls so deep, made if there was none."""
        works = self.works
        while len(works) <= depth:
            works.append(BarRow())
        return works[depth]

    def waits_at(self, depth: int) -> BarRow:
        """Return the row of waits so deep, made if there was none."""
        row = self.waits.get(depth)
        if row is None:
            row = self.waits[depth] = BarRow()
        return row

    def all_rows(self) -> list[BarRow]:
        """Return the rows of bars and of ticks."""
        return [*self.works, *self.waits.values(), self.sent, self.received]

    def is_alive_in(self, start: int, end: int) -> bool:
        """True if the lane's life touches this time."""
        return self.began <= end and (self.ended is None or self.ended >= start)

    def forget_before(self, time: int) -> None:
        """Drop the bars and ticks that were over before."""
        for row in self.all_rows():
            row.forget_before(time)
