"""The lesson's pane: what the step says, what is to be done, and the way back and on."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.scenario.progress import Progress
from core.scenario.scenario import Do, Explain, Predict, Watch
from gui.panes.lesson.choices import Choices
from gui.panes.lesson.scroll import Scroll
from gui.panes.lesson.ticks import Ticks
from gui.panes.lesson.verdicts import Verdicts
from gui.panes.lesson.way import Way
from gui.spoken import spoken
from gui.theme import set_role
from gui.widgets.chip import Chip
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.markdown_text import MarkdownText, inline_html_of

_SIDE_BY_SIDE = 520
"""From this width on the text stands beside what is to be done, else above it."""

_SIDE_WIDTH = 236

_DIRECTIONS = {True: QBoxLayout.Direction.LeftToRight, False: QBoxLayout.Direction.TopToBottom}
"""Where the tasks stand from the text: in a strip, and in a column."""


class LessonPane(QWidget):
    """Shows one step at a time of a `Progress`, which is somebody else's; all is wished by signals."""

    answered = Signal(int)
    back_wanted = Signal()
    next_wanted = Signal()
    hint_wanted = Signal()
    where_wanted = Signal()
    """Somebody wants to see where the controls of the step are, or what is to be looked at."""
    set_up_wanted = Signal()
    solve_wanted = Signal()
    """The step is to be done by the program; while that is under way: it is to stop."""
    again_wanted = Signal()
    """Somebody wants to do the steps again that a question needs."""
    catch_up_wanted = Signal()
    """The program is to do again what was done another time."""
    next_lesson_wanted = Signal()
    course_wanted = Signal()
    leave_wanted = Signal()
    fold_toggled = Signal(bool)
    link_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a lesson."""
        super().__init__(parent)
        self._progress: Progress | None = None
        self._is_at_end = self._is_performing = False
        self._lesson = self._next_lesson = self._said = ""
        self._hints: list[str] = []
        self._kind = Chip("", highlighted=True)
        self._make_parts()
        self._name_parts()
        self._lay_out()
        self._connect()
        spoken(self, self._say_words)

    def show_step(self, progress: Progress, lesson: str) -> None:
        """Show the step that `progress` stands at, of the lesson with that title."""
        self._progress, self._lesson = progress, lesson
        self._is_at_end, self._hints, self._said = False, [], ""
        self._show_all()

    def show_end(self, next_lesson: str) -> None:
        """Show what to try alone, and offer the lesson of that title ("": there is none) as the next one."""
        self._is_at_end, self._next_lesson, self._said = True, next_lesson, ""
        self._show_all()

    def show_hints(self, hints: Sequence[str]) -> None:
        """Show the hints that were asked for."""
        self._hints = list(hints)
        self.refresh()

    def show_performing(self, is_performing: bool) -> None:
        """Say that the program acts, or that it is the learner's turn again."""
        self._is_performing = is_performing
        self.refresh()

    def say(self, sentence: str) -> None:
        """Say something about the step, such as what went wrong; "" for nothing."""
        self._said = sentence
        self.refresh()

    def refresh(self) -> None:
        """Show what has happened since: ticks, verdicts, numbers in the text."""
        progress = self._progress
        if progress is None:
            return
        step = progress.step
        self._text.show_markdown(self._text_of(progress))
        if not self._is_at_end:
            if isinstance(step, Do):
                self._ticks.show_ticks(progress.ticks())
            elif isinstance(step, Explain):
                self._verdicts.show_verdicts(progress.verdicts(), progress.filled)
            elif isinstance(step, Predict):
                may_choose = step.id not in progress.explained
                texts = [choice.text for choice in step.choices]
                self._choices.show_choices(texts, progress.answers.get(step.id), may_choose)
        self._show_what_fits(progress)

    # What is shown ---------------------------------------------------------------------------------------

    def _say_words(self) -> None:
        for button, text, tip in (
            (self._back, self.tr("◂ Back"), self.tr("To the step before")),
            (self._next, self.tr("Next ▸"), self.tr("To the next step")),
            (self._where, "", self.tr("Put a ring around what the step speaks of")),
            (self._hint, self.tr("Hint"), self.tr("Show one more hint")),
            (self._set_up, self.tr("Set it up for me"), self.tr("Put this server into the builder")),
            (self._solve, "", self.tr("Let the program do this step, in this window")),
            (self._again, self.tr("Do the steps again"), self.tr("Go back to the first of them")),
            (
                self._catch_up,
                self.tr("Bring it back for me"),
                self.tr("Let the program do the steps before this one again"),
            ),
            (self._next_lesson_button, self.tr("Next lesson"), self.tr("Go on with the next lesson")),
            (self._course, self.tr("All lessons…"), self.tr("Choose another lesson")),
            (self._fold, "", self.tr("Fold the lesson away, or unfold it")),
            (self._leave, "✕", self.tr("Leave the lesson; your place is kept")),
        ):
            if text:
                button.setText(text)
            button.setAccessibleName(text.strip("◂▸✕ ") or tip)
            button.setToolTip(tip)
        self._text.setAccessibleName(self.tr("The lesson's text"))
        self._gone.setText(self.tr("The servers and clients of the steps before are not there any more."))
        self._show_all()

    def _show_all(self) -> None:
        if self._progress:
            self._show_head(self._progress)
            self.refresh()
            self._order_tabs()

    def _show_head(self, progress: Progress) -> None:
        count = len(progress.scenario.steps)
        place = count if self._is_at_end else progress.place
        self._lesson_title.set_text(self._lesson)
        self._title.setText(self.tr("Done") if self._is_at_end else inline_html_of(progress.step.title))
        self._place.setText(self.tr("{0} of {1}").format(min(place + 1, count), count))
        self._way.show_place(place, count)
        self._show_kind("" if self._is_at_end else self._kind_of(progress))
        self._fold.setText("▸" if self._fold.isChecked() else "▾")
        self._arrange()

    def _kind_of(self, progress: Progress) -> str:
        return {
            Predict: self.tr("Predict"),
            Do: self.tr("Do"),
            Watch: self.tr("Watch"),
            Explain: self.tr("Explain"),
        }[type(progress.step)]

    def _show_kind(self, word: str) -> None:
        if word != self._kind.text:
            chip = Chip(word, highlighted=True)
            chip.setObjectName("lesson_kind")
            self._title_row.replaceWidget(self._kind, chip)
            self._kind.setParent(None)
            self._kind.deleteLater()
            self._kind = chip
        self._kind.setVisible(bool(word))

    def _text_of(self, progress: Progress) -> str:
        if not self._is_at_end:
            return progress.text()
        head = self.tr("You have reached the end of this lesson. To try alone:")
        return f"{head}\n\n{progress.filled(progress.scenario.alone)}"

    def _show_what_fits(self, progress: Progress) -> None:
        step = progress.step
        is_do = isinstance(step, Do) and not self._is_at_end
        is_explain = isinstance(step, Explain) and not self._is_at_end
        is_undecided = is_explain and any(verdict.right is None for verdict in progress.verdicts())
        has_gone = (is_do or is_undecided) and bool(progress.missing())
        for part, is_shown in (
            (self._choices, isinstance(step, Predict) and not self._is_at_end),
            (self._ticks, is_do),
            (self._verdicts, is_explain),
            (self._where, isinstance(step, Watch) or (is_do and bool(_points(progress)))),
            (self._hint, is_do and len(self._hints) < len(_hints(progress))),
            (self._set_up, is_do and bool(getattr(step, "set_up", ""))),
            (self._solve, (is_do and bool(getattr(step, "actions", ()))) or self._is_performing),
            (self._again, is_undecided),
            (self._gone, has_gone and not self._is_performing),
            (self._catch_up, has_gone and not self._is_performing),
            (self._next_lesson_button, self._is_at_end and bool(self._next_lesson)),
            (self._course, self._is_at_end),
        ):
            part.setVisible(is_shown)
        self._where.setText(self.tr("Show it again") if isinstance(step, Watch) else self.tr("Show me where"))
        self._solve.setText(self.tr("Stop") if self._is_performing else self.tr("Do it for me"))
        self._solve.setAccessibleName(self._solve.text())
        self._hint_text.setText("<br>".join(inline_html_of(hint) for hint in self._hints))
        self._hint_text.setVisible(is_do and bool(self._hints))
        self._note.setText(self._said)
        self._note.setVisible(bool(self._said))
        self._show_way_on(progress)

    def _show_way_on(self, progress: Progress) -> None:
        """Let Next be pressed, or say what for; only a question has to be answered first."""
        needs_answer = isinstance(progress.step, Predict) and not progress.may_go_on
        self._back.setEnabled((progress.place > 0 or self._is_at_end) and not self._is_performing)
        self._next.setVisible(not self._is_at_end)
        self._next.setEnabled(not needs_answer and not self._is_performing)
        tip = self.tr("Choose an answer first: a guess will do.") if needs_answer else ""
        self._next.setToolTip(tip or self.tr("To the next step"))
        set_role(self._next, "primary" if progress.may_go_on else "")

    # Making ----------------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self._lesson_title = ElidedLabel()
        self._title = QLabel()
        self._text = MarkdownText()
        self._choices, self._ticks, self._verdicts = Choices(), Ticks(), Verdicts()
        self._hint_text, self._note, self._gone = QLabel(), QLabel(), QLabel()
        self._place, self._way = QLabel(), Way()
        self._back, self._next = QPushButton(), QPushButton()
        self._where, self._hint, self._set_up, self._solve = (QPushButton() for _ in range(4))
        self._again, self._catch_up = QPushButton(), QPushButton()
        self._next_lesson_button, self._course = QPushButton(), QPushButton()
        self._fold, self._leave = QToolButton(), QToolButton()
        self._body, self._steps = QWidget(), QWidget()
        self._buttons, self._task_page = QWidget(), QWidget()
        self._tasks = Scroll(self._task_page)

    def _name_parts(self) -> None:
        self.setObjectName("lesson")
        for part, name in (
            (self._lesson_title, "lesson_name"),
            (self._title, "lesson_title"),
            (self._text, "lesson_text"),
            (self._hint_text, "lesson_hints"),
            (self._note, "lesson_note"),
            (self._gone, "lesson_gone"),
            (self._place, "lesson_place"),
            (self._back, "lesson_back"),
            (self._next, "lesson_next"),
            (self._where, "lesson_where"),
            (self._hint, "lesson_hint"),
            (self._set_up, "lesson_set_up"),
            (self._solve, "lesson_solve"),
            (self._again, "lesson_again"),
            (self._catch_up, "lesson_catch_up"),
            (self._next_lesson_button, "next_lesson"),
            (self._course, "all_lessons"),
            (self._fold, "lesson_fold"),
            (self._leave, "lesson_leave"),
        ):
            part.setObjectName(name)
        for part, role in (
            (self._lesson_title, "title"),
            (self._title, "strong"),
            (self._place, "small"),
            (self._gone, "muted"),
            (self._note, "warning"),
            (self._hint_text, "muted"),
            (self._fold, "flat"),
            (self._leave, "flat"),
            (self._next_lesson_button, "primary"),
        ):
            set_role(part, role)
        self._fold.setCheckable(True)

    def _lay_out(self) -> None:
        for label in (self._title, self._hint_text, self._note, self._gone):
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._head = QHBoxLayout()
        self._head.setSpacing(2)
        for part in (self._lesson_title, self._fold, self._leave):
            self._head.addWidget(part)
        self._title_row = QHBoxLayout()
        self._title_row.setContentsMargins(2, 0, 0, 0)
        self._title_row.setSpacing(8)
        self._title_row.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignTop)
        self._title_row.addWidget(self._title, 1)
        self._lay_out_tasks()
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._sides.setSpacing(14)
        self._sides.addWidget(self._text, 3)
        self._sides.addWidget(self._tasks, 2)
        self._sides.addStretch(0)
        self._body_column = QVBoxLayout(self._body)
        self._body_column.setContentsMargins(0, 0, 0, 0)
        self._body_column.setSpacing(6)
        self._body_column.addLayout(self._title_row)
        self._body_column.addLayout(self._sides, 1)
        self._body_column.addWidget(self._way_row())
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 8, 10)
        column.setSpacing(4)
        column.addLayout(self._head)
        column.addWidget(self._body, 1)
        self.setFocusProxy(self._text)

    def _order_tabs(self) -> None:
        """Let the Tab key go through what is to be done before the way on."""
        stops = (
            self._text,
            *self._choices.buttons(),
            *self._helps(),
            self._back,
            self._next,
            self._fold,
            self._leave,
        )
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _lay_out_tasks(self) -> None:
        self._tasks.setMinimumWidth(_SIDE_WIDTH)
        set_role(self._task_page, "page")
        self._lay_out_buttons()
        column = QVBoxLayout(self._task_page)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(8)
        for part in (
            self._choices,
            self._ticks,
            self._gone,
            self._buttons,
            self._hint_text,
            self._note,
            self._verdicts,
        ):
            column.addWidget(part)
        column.addStretch(1)

    def _way_row(self) -> QWidget:
        row = QHBoxLayout(self._steps)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._back)
        row.addStretch(1)
        row.addWidget(self._place)
        row.addWidget(self._way)
        row.addStretch(1)
        row.addWidget(self._next)
        return self._steps

    def _lay_out_buttons(self) -> None:
        flow = FlowLayout(self._buttons, gap=6)
        for button in self._helps():
            flow.addWidget(button)

    def _helps(self) -> tuple[QPushButton, ...]:
        """Return the buttons that help with a step, in the order in which they stand."""
        return (
            self._where,
            self._hint,
            self._set_up,
            self._solve,
            self._again,
            self._catch_up,
            self._next_lesson_button,
            self._course,
        )

    def _arrange(self) -> None:
        """In a strip text and tasks stand side by side, and the way on in the line of the lesson's title.

        What came of a prediction is read first: it stands before the text.
        """
        is_strip = self.width() >= _SIDE_BY_SIDE
        step = self._progress.step if self._progress else None
        is_explain = isinstance(step, Explain) and not self._is_at_end
        self._sides.setDirection(_DIRECTIONS[is_strip])
        self._sides.insertWidget(0, self._tasks if is_explain else self._text)
        self._sides.setStretch(self._sides.indexOf(self._text), 3 if is_strip else 0)
        self._sides.setStretch(self._sides.indexOf(self._tasks), 2 if is_strip else 0)
        self._sides.setStretch(2, 0 if is_strip else 1)
        is_in_head = self._head.indexOf(self._steps) >= 0
        if is_strip and not is_in_head:
            self._head.insertWidget(1, self._steps)
        elif is_in_head and not is_strip:
            self._body_column.addWidget(self._steps)

    def _connect(self) -> None:
        self._choices.chosen.connect(self.answered)
        self._back.clicked.connect(self.back_wanted)
        self._next.clicked.connect(self.next_wanted)
        self._where.clicked.connect(self.where_wanted)
        self._hint.clicked.connect(self.hint_wanted)
        self._set_up.clicked.connect(self.set_up_wanted)
        self._solve.clicked.connect(self.solve_wanted)
        self._again.clicked.connect(self.again_wanted)
        self._catch_up.clicked.connect(self.catch_up_wanted)
        self._next_lesson_button.clicked.connect(self.next_lesson_wanted)
        self._course.clicked.connect(self.course_wanted)
        self._leave.clicked.connect(self.leave_wanted)
        self._fold.toggled.connect(self._on_fold)
        self._text.link_chosen.connect(self.link_chosen)

    def _on_fold(self, is_folded: bool) -> None:
        self._body.setVisible(not is_folded)
        self._fold.setText("▸" if is_folded else "▾")
        self.fold_toggled.emit(is_folded)

    # Called by Qt ---------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put text and tasks side by side where there is room."""
        super().resizeEvent(event)
        self._arrange()
        self._order_tabs()  # what moves to another parent loses its place


def _points(progress: Progress) -> Sequence[str]:
    step = progress.step
    return step.points if isinstance(step, Do) else ()


def _hints(progress: Progress) -> Sequence[str]:
    step = progress.step
    return step.hints if isinstance(step, Do) else ()
