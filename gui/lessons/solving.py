"""Steps that the program does for the learner, one after the other, in the window."""

import time
from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QObject, QTimer, Signal

from core.scenario.performance import Performance
from core.scenario.progress import Progress
from core.scenario.scenario import Do
from gui.lessons.doer import LessonDoer
from gui.lessons.guide import LessonGuide
from gui.lessons.record import LessonRecord
from gui.lessons.tools import LessonTools

_LOOK_MS = 30

_SETTLE_SECONDS = 5.0
"""So long the ticks of a step may come after its last action."""


class LessonSolving(QObject):
    """Goes through `do` steps, and back to where the learner was."""

    moved = Signal()
    """Another step is being done."""
    ended = Signal(list)
    """All is done, or was given up: what did not come about, in sentences."""

    def __init__(
        self,
        progress: Progress,
        record: LessonRecord,
        tools: LessonTools,
        guide: LessonGuide,
        parent: QObject | None = None,
    ) -> None:
        """Be ready to act on `progress`; `guide` shows with which controls."""
        super().__init__(parent)
        self._progress = progress
        self._record = record
        self._tools = tools
        self._guide = guide
        self._left: list[int] = []
        self._home = 0
        self._failures: list[str] = []
        self._performance: Performance | None = None
        self._doer: LessonDoer | None = None
        self._deadline = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._on_look)

    @property
    def is_under_way(self) -> bool:
        """True while something is being done."""
        return self._performance is not None

    def solve(self, places: Sequence[int]) -> None:
        """Do the steps at these places."""
        self._left, self._home, self._failures = list(places), self._progress.place, []
        self._begin_next()
        self._timer.start()

    def stop(self) -> None:
        """Do no more; what was done stays."""
        if self.is_under_way:
            self._left = []
            self._finish()

    def _begin_next(self) -> None:
        progress = self._progress
        progress.enter(self._left.pop(0))
        step = progress.step
        assert isinstance(step, Do), "only what is to be done can be done for somebody"
        steps = progress.scenario.steps[: progress.place]
        before = list(chain.from_iterable(early.actions for early in steps if isinstance(early, Do)))
        self._drop_doer()
        self._doer = LessonDoer(progress.scenario, self._record, self._tools, before, self._guide.flash)
        self._performance = Performance(
            progress.scenario, step.actions, self._doer, progress.record, progress.measuring
        )
        self._deadline = 0.0
        self.moved.emit()

    def _on_look(self) -> None:
        assert self._performance
        if not self._performance.advance():
            return
        now = time.monotonic()
        self._deadline = self._deadline or now + _SETTLE_SECONDS
        is_ticked = all(tick.is_done for tick in self._progress.ticks())
        if not is_ticked and now < self._deadline and not self._performance.failures:
            return
        self._failures += [failure.sentence for failure in self._performance.failures]
        if self._left and not self._failures:
            self._begin_next()
        else:
            self._finish()

    def _finish(self) -> None:
        self._timer.stop()
        self._drop_doer()
        self._performance = None
        self._progress.enter(self._home)
        self.ended.emit(self._failures)

    def _drop_doer(self) -> None:
        if self._doer:
            self._doer.end_work()
        self._doer = None
