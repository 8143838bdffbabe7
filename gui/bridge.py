"""The one place where threads meet Qt: lists come in on any thread and go out, once a frame, in Qt's."""

import contextlib
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

FRAME_MS = 16
"""Panes are told at most this often (milliseconds)."""

BUDGET_MS = 8
"""After this long in one frame the rest waits for the next, so that the window stays responsive."""

JOINED_LIMIT = 2_000
"""At most about so many items are given to a slot at once: a few milliseconds' work."""

WAITING_LIMIT = 2_000
"""So many lists may wait for the window."""

WAIT_SECONDS = 0.5
"""So long a thread is held up by a window that does not move at all."""

Slot = Callable[[list[Any]], object]


class Bridge(QObject):
    """Carries lists from any thread to slots in Qt's thread."""

    _came = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Wait for the first list."""
        super().__init__(parent)
        self._waiting: deque[tuple[Slot, list[Any]]] = deque()
        self._awake = False
        self._told_at = 0.0
        self._qt_thread = threading.get_ident()
        self._room = threading.Event()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._give_out)
        # Queued: the signal is emitted on foreign threads.
        self._came.connect(self._on_came, Qt.ConnectionType.QueuedConnection)

    def to(self, slot: Slot) -> Callable[[list[Any]], None]:
        """Return a function for any thread: what it is given reaches `slot` in Qt's thread, in order."""

        def take(items: list[Any]) -> None:
            self._wait_for_room()
            self._waiting.append((slot, items))
            # One signal a frame, not one a list.  The list is appended first: if the flag is seen set, the
            # frame that clears it is still to come and will find the list.
            if not self._awake:
                self._awake = True
                with contextlib.suppress(RuntimeError):  # the window is gone, and this object with it
                    self._came.emit()

        return take

    def _wait_for_room(self) -> None:
        """Hold a foreign thread up while the window cannot keep up.

        The thread then stops reading, and a server counts what it has no room for: nothing grows for ever.
        """
        if len(self._waiting) >= WAITING_LIMIT and threading.get_ident() != self._qt_thread:
            self._room.clear()
            self._room.wait(WAIT_SECONDS)

    def _on_came(self) -> None:
        elapsed = (time.monotonic() - self._told_at) * 1000
        self._timer.start(max(0, int(FRAME_MS - elapsed)))

    def _give_out(self) -> None:
        self._awake = False
        self._told_at = time.monotonic()
        while self._waiting:
            slot, items = self._next()
            slot(items)
            if (time.monotonic() - self._told_at) * 1000 > BUDGET_MS:
                break
        if len(self._waiting) < WAITING_LIMIT:
            self._room.set()
        if self._waiting:
            self._awake = True
            self._timer.start(FRAME_MS)

    def _next(self) -> tuple[Slot, list[Any]]:
        """Take the next list, joined with those behind it that go to the same slot."""
        slot, items = self._waiting.popleft()
        joined = list(items)
        while self._waiting and self._waiting[0][0] is slot and len(joined) < JOINED_LIMIT:
            joined += self._waiting.popleft()[1]
        return slot, joined
