"""Measures how long Qt's event loop was held up."""

import time
from types import TracebackType
from typing import Self

from PySide6.QtCore import QObject, Qt, QTimer

BEAT = 5
"""Milliseconds between two beats."""

FROZEN = 1.5
"""Seconds: a window that gives no sign of life for so long is being held up, busy machine or not."""

TOIL = 0.25
"""Seconds of computing: so much in one go is felt as a jerk, even where nothing else runs."""


class Heartbeat(QObject):
    """Beats in Qt's event loop within a `with` block; a late beat tells that something held it up."""

    def __init__(self) -> None:
        super().__init__()
        self.longest_gap = 0.0
        """The longest time between two beats, in seconds: what counts where little is computed."""
        self.longest_work = 0.0
        """The most that was computed between two beats, in seconds of this thread's processor time.

        What counts in a flood: on a busy machine the same work takes many times as long.
        """
        self._last = self._worked = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)

    def __enter__(self) -> Self:
        """Begin to beat."""
        self._last, self._worked = time.monotonic(), time.thread_time()
        self._timer.start(BEAT)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop beating; the end counts as the last beat."""
        self._timer.stop()
        self._on_beat()

    def _on_beat(self) -> None:
        now, worked = time.monotonic(), time.thread_time()
        self.longest_gap = max(self.longest_gap, now - self._last)
        self.longest_work = max(self.longest_work, worked - self._worked)
        self._last, self._worked = now, worked
