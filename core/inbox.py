"""What a client has received and nobody has asked for yet."""

import threading
from collections import deque

from core.errors import Explanation
from core.framing import Message

INBOX_BYTES = 16 * 1024 * 1024
"""Replies that nobody asks for may have this many bytes together."""

INBOX_MESSAGES = 50_000
"""And there may be this many of them."""

Item = Message | Explanation


class Inbox:
    """A queue between a client's thread and whoever asks; bounded: the oldest replies go first, counted."""

    def __init__(self) -> None:
        """Begin empty and open."""
        self._items: deque[Item] = deque()
        self._bytes = 0
        self._lost = 0
        self._closed = False
        self._changed = threading.Condition()

    def put(self, item: Item) -> None:
        """Add what was received, or why nothing was."""
        with self._changed:
            self._items.append(item)
            self._bytes += _size(item)
            while self._bytes > INBOX_BYTES or len(self._items) > INBOX_MESSAGES:
                self._bytes -= _size(self._items.popleft())
                self._lost += 1
            self._changed.notify()

    def close(self) -> None:
        """Say that nothing more will come."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    @property
    def is_exhausted(self) -> bool:
        """True once nothing is there and nothing more will come."""
        with self._changed:
            return self._closed and not self._items

    def take(self, seconds: float) -> Item | None:
        """Return the oldest item; None if there was none in time, or if nothing more will come.

        Raises `BufferError`, once, when items before it had to go.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._items or self._closed, seconds)
            if self._lost:
                lost, self._lost = self._lost, 0
                raise BufferError(f"{lost:,} replies came that nobody had asked for; they are gone")
            item = self._items.popleft() if self._items else None
            self._bytes -= _size(item)
            return item


def _size(item: Item | None) -> int:
    return len(item.data) if isinstance(item, Message) else 0
