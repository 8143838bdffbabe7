"""An experiment that was opened: what it is about, what is done in it, and what came of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.scenario.performance import in_words
from core.wording import worded
from gui.language import translated
from gui.spoken import spoken
from gui.theme import set_role
from gui.visible_text import visible_line
from gui.widgets.markdown_text import MarkdownText

if TYPE_CHECKING:
    from core.scenario.running import Outcome
    from core.scenario.scenario import Scenario

_ABOUT_HEIGHT = 120


class ExperimentWindow(QDialog):
    """Stays open beside the window in which the experiment is performed."""

    run_wanted = Signal()
    stop_wanted = Signal()
    closed = Signal()

    def __init__(self, scenario: "Scenario", name: str, parent: QWidget | None = None) -> None:
        """Show the experiment of the file `name`; call `show()`."""
        super().__init__(parent)
        self._scenario = scenario
        self._name = name
        self._outcomes: Sequence[Outcome] = ()
        self._problem = ""
        self._place = -1
        self._is_running = self._has_run = False
        self._title = QLabel(visible_line(scenario.title))
        self._about = MarkdownText()
        self._actions_title = QLabel()
        self._actions = QListWidget()
        self._checks_title = QLabel()
        self._checks = QListWidget()
        self._transcript_title = QLabel()
        self._transcript = QListWidget()
        self._result = QLabel()
        self._run = QPushButton()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("experiment_window")
        self.resize(480, 620)
        self._name_parts()
        self._lay_out()
        self._connect()
        self._about.show_markdown(scenario.about)
        spoken(self, self._say_words)

    def show_running(self, place: int) -> None:
        """Say that the action at this place of the list is under way."""
        self._is_running, self._has_run = True, False
        self._place, self._outcomes, self._problem = place, (), ""
        self._show_state()
        self._actions.setCurrentRow(place)

    def show_outcomes(self, outcomes: "Sequence[Outcome]", problem: str = "") -> None:
        """Say what came of it; `problem` is why not all was done."""
        self._is_running, self._has_run = False, True
        self._outcomes, self._problem = outcomes, problem
        self._show_state()

    def _name_parts(self) -> None:
        for part, name in (
            (self._title, "experiment_name"),
            (self._about, "experiment_text"),
            (self._actions, "experiment_actions"),
            (self._checks, "experiment_checks"),
            (self._transcript, "experiment_transcript"),
            (self._result, "experiment_result"),
            (self._run, "run_experiment"),
        ):
            part.setObjectName(name)

    def _lay_out(self) -> None:
        for label, role in (
            (self._title, "strong"),
            (self._actions_title, "title"),
            (self._checks_title, "title"),
            (self._transcript_title, "title"),
            (self._result, "muted"),
        ):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            set_role(label, role)
        self._about.setFixedHeight(_ABOUT_HEIGHT)
        self._about.setVisible(bool(self._scenario.about))
        for each in (self._actions, self._checks, self._transcript):
            each.setWordWrap(True)
            each.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._checks_title.setVisible(bool(self._scenario.checks))
        self._checks.setVisible(bool(self._scenario.checks))
        self._transcript_title.setVisible(bool(self._scenario.transcript))
        self._transcript.setVisible(bool(self._scenario.transcript))
        self._transcript.addItems([visible_line(line) for line in self._scenario.transcript])
        set_role(self._run, "primary")
        self._run.setDefault(True)
        self._buttons.addButton(self._run, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._about)
        layout.addWidget(self._actions_title)
        layout.addWidget(self._actions, stretch=2)
        layout.addWidget(self._checks_title)
        layout.addWidget(self._checks, stretch=1)
        layout.addWidget(self._transcript_title)
        layout.addWidget(self._transcript, stretch=1)
        layout.addWidget(self._result)
        layout.addWidget(self._buttons)

    def _connect(self) -> None:
        self._run.clicked.connect(self._on_run)
        self._buttons.rejected.connect(self.close)

    def _say_words(self) -> None:
        self.setWindowTitle(self.tr("Experiment: {0}").format(visible_line(self._name)))
        self._actions_title.setText(self.tr("WHAT IS DONE"))
        self._checks_title.setText(self.tr("WHAT IS CHECKED"))
        self._transcript_title.setText(self.tr("WHAT WAS SAID AND HEARD WHEN IT WAS SAVED"))
        self._actions.setAccessibleName(self.tr("What is done"))
        self._transcript.setAccessibleName(self.tr("What was said and heard"))
        self._checks.setAccessibleName(self.tr("What is checked"))
        self._actions.clear()
        self._actions.addItems(
            [visible_line(translated(in_words(action))) for action in self._scenario.actions]
        )
        self._show_state()

    def _show_state(self) -> None:
        self._run.setText(self.tr("S&top it") if self._is_running else self.tr("&Run it"))
        self._checks.clear()
        for place, condition in enumerate(self._scenario.checks):
            words = condition.looking_for or worded("check {place}", place=place + 1)
            self._checks.addItem(f"{self._mark(place)}  {visible_line(translated(words))}")
        for place, outcome in enumerate(self._outcomes):
            self._checks.item(place).setToolTip(visible_line(translated(outcome.problem)))
        self._result.setText(self._result_text())
        self._result.setVisible(bool(self._result.text()))
        failed = bool(self._problem) or not all(outcome.passed for outcome in self._outcomes)
        set_role(self._result, "muted" if self._is_running else "error" if failed else "good")

    def _mark(self, place: int) -> str:
        if place >= len(self._outcomes):
            return "○"
        return "✓" if self._outcomes[place].passed else "✗"

    def _result_text(self) -> str:
        if self._is_running:
            return self.tr("It is being performed in the window.")
        if self._problem:
            return self.tr("Not all of it came about. {0}").format(visible_line(translated(self._problem)))
        if not self._has_run:
            return ""
        failed = [outcome for outcome in self._outcomes if not outcome.passed]
        if failed:
            return visible_line(translated(failed[0].problem))
        return self.tr("Everything came about as expected.")

    def _on_run(self) -> None:
        (self.stop_wanted if self._is_running else self.run_wanted).emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that nobody looks any more."""
        self.closed.emit()
        event.accept()
