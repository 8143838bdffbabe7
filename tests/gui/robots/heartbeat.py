"""Measures how long Qt's event loop was held up."""

import time
from types import TracebackType
from typing import Self

from PySide6.QtCore import QObject, Qt, QTimer

BEAT = 5
"""Milliseconds between two beats."""

FROZEN = 1.0
"""Seconds: a window that gives no sign of life for so long is being held up, busy machine or not."""


class Heartbeat(QObject):
    """Beats in Qt's event loop within a `with` block; a late beat tells that something held it up."""

    def __init__(self) -> None:
        super().__init__()
        self.longest_gap = 0.0
        """The longest time between two beats, in seconds."""
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)

    def __enter__(self) -> Self:
        """Begin to beat."""
        self._last = time.monotonic()
        self._timer.start(BEAT)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop beating; the end counts as the last beat."""
        self._timer.stop()
        self._on_beat()

    @property
    def has_frozen(self) -> bool:
        return self.longest_gap > FROZEN

    def _on_beat(self) -> None:
        now = time.monotonic()
        self.longest_gap = max(self.longest_gap, now - self._last)
        self._last = now
