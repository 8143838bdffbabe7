"""One performance of an opened experiment in the window, and what came of its checks."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

from core.scenario.performance import Performance
from core.scenario.progress import Progress
from core.scenario.running import SETTLE_SECONDS, Outcome, check_outcome
from core.scenario.scenario import Scenario
from core.wording import worded
from gui.lessons.doer import LessonDoer
from gui.lessons.guide import LessonGuide
from gui.lessons.record import LessonRecord
from gui.lessons.tools import LessonTools

_LOOK_MS = 30

STOPPED = worded("It was stopped.")


class ExperimentTrial(QObject):
    """Acts from its making until `ended`; with `stop` it ends sooner."""

    moved = Signal(int)
    """The place of the action that is under way."""
    ended = Signal(list, str)
    """The `Outcome` of each check, and why not all was done."""

    def __init__(self, scenario: Scenario, tools: LessonTools, parent: QObject | None = None) -> None:
        """Begin at once."""
        super().__init__(parent)
        self._record = LessonRecord(tools.lab, tools.clients, tools.starting, self)
        self._progress = Progress(scenario, self._record.record)
        self._guide = LessonGuide(tools)
        self._doer = LessonDoer(scenario, self._record, tools, (), self._guide.flash)
        self._performance = Performance(
            scenario, scenario.actions, self._doer, self._progress.record, self._progress.measuring
        )
        self._deadline = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._on_look)
        self._timer.start()

    def stop(self) -> None:
        """Do no more; what was done stays."""
        self._end()

    def _on_look(self) -> None:
        if not self._performance.advance():
            self.moved.emit(self._performance.written_place)
            return
        now = time.monotonic()
        self._deadline = self._deadline or now + (0 if self._performance.failures else SETTLE_SECONDS)
        if now >= self._deadline or all(outcome.passed for outcome in self._outcomes()):
            self._end()

    def _outcomes(self) -> list[Outcome]:
        progress = self._progress
        return [
            check_outcome(place, condition, progress.measuring)
            for place, condition in enumerate(progress.scenario.checks, 1)
        ]

    def _end(self) -> None:
        if not self._timer.isActive():
            return
        self._timer.stop()
        self._doer.end_work()
        self._guide.clear()
        failures = [failure.sentence for failure in self._performance.failures]
        if not failures and not self._performance.is_done:
            failures = [STOPPED]
        self.ended.emit(self._outcomes(), failures[0] if failures else "")
        self.deleteLater()
