"""Writes the events of a run to a file, a little at a time."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from core import journal
from core.history import History

WRITE_MILLISECONDS = 8
"""So long events are written before the window gets its turn."""


class Saving(QObject):
    """Saves one history at a time; what becomes of it comes as signals."""

    progressed = Signal(int)
    """So many events are written."""

    done = Signal(object)
    """The file is whole; its path."""

    failed = Signal(str)
    """There is no file, because of this."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with nothing to write."""
        super().__init__(parent)
        self._writing: Iterator[int] | None = None
        self._path = Path()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_turn)

    @property
    def is_running(self) -> bool:
        """True while a file is being written."""
        return self._writing is not None

    def start(self, history: History, path: Path) -> None:
        """Begin to write all events that there are now; the format follows from the path's ending."""
        self._path = path
        self._writing = journal.write(iter(history), path)
        self._timer.start()

    def _on_turn(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        try:
            written = self._write_for(clock)
        except OSError as error:
            self._end()
            self.failed.emit(str(error.strerror or error))
            return
        if written is None:
            self._end()
            self.done.emit(self._path)
        else:
            self.progressed.emit(written)

    def _write_for(self, clock: QElapsedTimer) -> int | None:
        """Return how many events are written, None when all are."""
        assert self._writing is not None
        written: int | None = 0
        while written is not None and clock.elapsed() < WRITE_MILLISECONDS:
            written = next(self._writing, None)
        return written

    def _end(self) -> None:
        self._timer.stop()
        self._writing = None
