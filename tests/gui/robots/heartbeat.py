"""Measures how long Qt's event loop was held up."""

import time

from PySide6.QtCore import QObject, Qt, QTimer

BEAT = 5
"""Milliseconds between two beats."""


class Heartbeat(QObject):
    """Beats in Qt's event loop from the start on; a beat that comes late tells that something held the loop up."""

    def __init__(self) -> None:
        super().__init__()
        self.beats = 0
        self._longest = 0.0
        self._last = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start(BEAT)

    def longest_gap(self) -> float:
        """Return the longest time between two beats so far, the one that is under way included, in seconds."""
        return max(self._longest, time.monotonic() - self._last)

    def stop(self) -> "Heartbeat":
        self._on_beat()
        self._timer.stop()
        return self

    def _on_beat(self) -> None:
        now = time.monotonic()
        self._longest = max(self._longest, now - self._last)
        self._last = now
        self.beats += 1
