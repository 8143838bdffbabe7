"""Questions that take long: each is worked out on a thread, and only the answer to the last one counts."""

import contextlib
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

QUICKLY_READ = 16 * 1024
"""A program of so many characters is read in a frame's time; a longer one would hold the window up."""

_Question = tuple[int, Callable[[], Any], Callable[[Any], None]]


class LatestAnswer(QObject):
    """Asks one question at a time; those that come meanwhile wait, and of them only the last."""

    _came = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without a question."""
        super().__init__(parent)
        self._number = 0
        self._waiting: _Question | None = None
        self._is_busy = False
        self._is_pending = False
        # Queued: the signal is emitted on the other thread.
        self._came.connect(self._on_came, Qt.ConnectionType.QueuedConnection)

    @property
    def is_pending(self) -> bool:
        """True while the last question has no answer."""
        return self._is_pending

    def ask(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Let a thread `work`, which must neither raise nor know Qt; `then` gets the answer in Qt's thread.

        `then` is not called if another question comes first, or `forget`.
        """
        self._number += 1
        self._waiting, self._is_pending = (self._number, work, then), True
        if not self._is_busy:
            self._begin()

    def forget(self) -> None:
        """Want no answer any more."""
        self._number += 1
        self._waiting, self._is_pending = None, False

    def _begin(self) -> None:
        question, self._waiting = self._waiting, None
        self._is_busy = question is not None
        if question:
            may_begin = threading.Event()
            thread = threading.Thread(target=self._work, args=(question, may_begin), daemon=True)
            thread.name = "socket-lab question"
            thread.start()
            # Not before: start() waits for the thread, which would by then be parsing and let nobody run.
            may_begin.set()

    def _work(self, question: _Question, may_begin: threading.Event) -> None:
        may_begin.wait()
        answer = question[1]()
        with contextlib.suppress(RuntimeError):  # the window is gone, and this object with it
            self._came.emit(question, answer)

    def _on_came(self, question: _Question, answer: object) -> None:
        number, _work, then = question
        if number == self._number:
            self._is_pending = False
            then(answer)
        self._begin()
