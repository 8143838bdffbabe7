"""A history → its conversations, a few rows at a time."""

from core.history import Changes, History
from core.ruler.conversations import Conversations

STEP = 200
"""So many rows are read in one step."""


class Reader:
    """Follows a history, also where old events are forgotten and late ones are put in between."""

    def __init__(self, history: History, is_stream: bool = True) -> None:
        """Begin with nothing read."""
        self.history = history
        self.conversations = Conversations(is_stream)
        self._seen: Changes | None = None
        self._next = self._end = 0
        self.began_late = history.forgotten > 0

    def step(self) -> bool:
        """Read a few rows; False when all are read."""
        if self._next >= self._end:
            self._look()
        number, events = self.history.rows_from(self._next, min(STEP, self._end - self._next))
        for event in events:
            self.conversations.learn(event)
        self._next = number + len(events)
        return bool(events) and self._next < self._end

    def _look(self) -> None:
        first = self._seen.first if self._seen else 0
        self._seen = self.history.changes_since(self._seen)
        self._next, self._end = self._seen.changed_from, self._seen.end
        if self._seen.first > first:
            for event in self.history.rows_from(self._seen.first, 1)[1]:
                self.conversations.forget_before(event)
