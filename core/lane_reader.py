"""A history → lanes, bit by bit: each call reads for a few milliseconds and goes on from there."""

from time import perf_counter

from core.history import Changes, History
from core.lanes import Lanes

READ_AT_ONCE = 128
"""So many events are read between two looks at the clock."""


class LaneReader:
    """Keeps the lanes of a history up to date."""

    def __init__(self, history: History, shows_polling: bool = False) -> None:
        """Begin with nothing read; as for `Lanes`."""
        self.lanes = Lanes(shows_polling=shows_polling)
        self._history = history
        self._seen: Changes | None = None
        self._next = 0

    def read(self, seconds: float) -> bool:
        """Take in what is new, for about that long; True if there is more to read."""
        changes = self._history.changes_since(self._seen)
        if self._seen is not None and changes.first > self._seen.first:
            self._forget()
        self._seen = changes
        # Late events may stand among those read already; what is read twice does no harm.
        self._next = max(min(self._next, changes.changed_from), changes.first)
        return self._read_on(perf_counter() + seconds)

    def unread(self) -> int:
        """Return how many events have not been taken in yet."""
        changes = self._history.changes_since(self._seen)
        return changes.end - min(max(self._next, changes.first), changes.changed_from)

    def _read_on(self, deadline: float) -> bool:
        while True:
            number, events = self._history.rows_from(self._next, READ_AT_ONCE)
            self.lanes.take(events)
            self._next = number + len(events)
            if len(events) < READ_AT_ONCE:
                return False
            if perf_counter() >= deadline:
                return True

    def _forget(self) -> None:
        _number, events = self._history.rows_from(0, 1)
        if events:
            self.lanes.forget_before(events[0].time)
