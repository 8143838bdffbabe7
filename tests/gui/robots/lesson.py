"""Follows lessons as a learner would: reads, chooses, presses; the lab robot acts in the real controls."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QListWidget, QMessageBox, QPlainTextEdit, QWidget

from core.events import StartFailed
from gui.lessons.course_window import CourseWindow
from gui.panes.lesson import LessonPane
from gui.trust_question import TrustQuestion
from gui.widgets.highlight import Highlight
from gui.widgets.markdown_text import MarkdownText
from tests.gui.robots.lab import LabRobot

W = TypeVar("W", bound=QWidget)


class LessonRobot:
    """A person with a lesson open in the window of `lab`."""

    def __init__(self, lab: LabRobot) -> None:
        self._lab = lab

    # The course -------------------------------------------------------------------------------------------

    def open(self, title: str, folder: Path | None = None, again: bool = False) -> "LessonRobot":
        """Choose a lesson in the course window, of the program's own or of a folder."""
        self.show_course(folder).choose(title)
        self._click(self.course().findChild(QAbstractButton, "begin_again" if again else "begin_lesson"))
        return self

    def show_course(self, folder: Path | None = None) -> "LessonRobot":
        self._lab.choose_in_menu("lessons")
        if folder is not None:
            shelf = self._lab.window.lessons._made_shelf
            assert shelf is not None
            shelf.open_folder(str(folder))
        return self

    def course(self) -> CourseWindow:
        found = self._lab.window.findChildren(CourseWindow)
        return next(window for window in found if window.isVisible())

    def titles(self) -> list[str]:
        """Return the lines of the course's list, each with its mark."""
        lessons = _part(self.course(), QListWidget, "course_lessons")
        return [lessons.item(row).text() for row in range(lessons.count())]

    def choose(self, title: str) -> "LessonRobot":
        lessons = _part(self.course(), QListWidget, "course_lessons")
        row = next(row for row, text in enumerate(self.titles()) if title in text)
        lessons.setCurrentRow(row)
        return self

    def facts(self) -> str:
        return _part(self.course(), QLabel, "course_facts").text()

    def why_not(self) -> str:
        label = _part(self.course(), QLabel, "course_why_not")
        return "" if label.isHidden() else label.text()

    def may_begin(self) -> bool:
        return _part(self.course(), QAbstractButton, "begin_lesson").isEnabled()

    def errors(self) -> str:
        return _part(self.course(), QPlainTextEdit, "course_errors").toPlainText()

    def close_course(self) -> None:
        self._click(_part(self.course(), QAbstractButton, "close_course"))

    # The step ---------------------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        return bool(self._lab.window.findChildren(LessonPane))

    def title(self) -> str:
        return self._part(QLabel, "lesson_title").text()

    def kind(self) -> str:
        return self._part(QWidget, "lesson_kind").accessibleName()

    def place(self) -> str:
        return self._part(QLabel, "lesson_place").text()

    def text(self) -> str:
        return self._part(MarkdownText, "lesson_text").toPlainText().strip()

    def note(self) -> str:
        label = self._part(QLabel, "lesson_note")
        return "" if label.isHidden() else label.text()

    def hints(self) -> str:
        label = self._part(QLabel, "lesson_hints")
        return "" if label.isHidden() else label.text()

    def choices(self) -> list[str]:
        return [button.accessibleName() for button in self._choices()]

    def chosen(self) -> int:
        """Return the number of the choice that is made, from 1; 0 for none."""
        return next((number for number, button in enumerate(self._choices(), 1) if button.isChecked()), 0)

    def predict(self, number: int) -> "LessonRobot":
        """Click on a choice, by its number from 1."""
        button = self._choices()[number - 1]
        self._lab.wait_until(button.isVisible)
        self._click(button)
        return self

    def ticks(self) -> list[bool]:
        """Return for each thing looked for whether it is ticked, once all that was told is taken in."""
        session = self._lab.window.lessons._session
        assert session is not None
        self._lab.wait_until(lambda: not session._look.isActive())
        return self._marks()

    def _marks(self) -> list[bool]:
        rows = [row for number in range(1, 20) if (row := self._pane().findChild(QWidget, f"tick_{number}"))]
        return [row.findChildren(QLabel)[0].text() == "✓" for row in rows]

    def verdicts(self) -> list[str]:
        """Return the verdicts, each with what was predicted and what happened."""
        heads = self._pane().findChildren(QLabel, "verdict")
        return [
            "\n".join(label.text() for label in _card(head).findChildren(QLabel) if not label.isHidden())
            for head in heads
            if head.isVisible()
        ]

    def can(self, name: str) -> bool:
        """Tell whether a button is there and can be pressed."""
        button = self._part(QAbstractButton, name)
        return not button.isHidden() and button.isEnabled()

    def press(self, name: str) -> "LessonRobot":
        button = self._part(QAbstractButton, name)
        assert self.can(name), f"{name} cannot be pressed now"
        self._click(button)
        return self

    def go_on(self) -> "LessonRobot":
        return self.press("lesson_next")

    def go_back(self) -> "LessonRobot":
        return self.press("lesson_back")

    def go_to(self, title: str) -> "LessonRobot":
        """Press Next until the step of that title is shown."""
        while self.title() != title:
            self.go_on()
        return self

    def solve(self) -> "LessonRobot":
        """Let the program do the step, and wait until it has done it."""
        self.press("lesson_solve")
        return self.wait_until_solved()

    def wait_until_solved(self) -> "LessonRobot":
        self._lab.wait_until(lambda: self._button("lesson_solve").text() != "Stop")
        return self

    def wait_until_ticked(self) -> "LessonRobot":
        self._lab.wait_until(self._is_ticked)
        return self

    def _is_ticked(self) -> bool:
        return bool(self._marks()) and all(self._marks())

    def wait_for_verdict(self, words: str) -> "LessonRobot":
        self._lab.wait_until(lambda: any(words in verdict for verdict in self.verdicts()))
        return self

    def follow(self) -> None:
        """Go through the whole lesson: guess, let the program do what is to be done, read."""
        while not self.is_at_end():
            if self._choices() and self._choices()[0].isVisible():
                self.predict(1)
            elif self.can("lesson_solve"):
                self.solve()
            self.go_on()

    def is_at_end(self) -> bool:
        return not self._button("all_lessons").isHidden()

    def failed_starts(self) -> list[str]:
        """Return the codes of the failed starts that the lesson knows of."""
        session = self._lab.window.lessons._session
        assert session is not None
        notes = session._events.record.notes("StartFailed")
        return [note.event.code for note in notes if isinstance(note.event, StartFailed)]

    # Around it --------------------------------------------------------------------------------------------

    def rings(self) -> list[str]:
        """Return the names of the controls that stand in a ring, and wait for the rings to be seen."""
        rings = self._lab.window.findChildren(Highlight, "highlight")
        return [ring.control.objectName() for ring in rings if ring.isVisible()]

    def question(self) -> TrustQuestion | None:
        """Return the question whether a program may run, None while there is none."""
        found = self._lab.window.findChildren(TrustQuestion)
        return next((question for question in found if question.isVisible()), None)

    def answer_question(self, button: str) -> None:
        self._lab.wait_until(lambda: self.question() is not None)
        question = self.question()
        assert question is not None
        self._click(_part(question, QAbstractButton, button))

    def follow_link(self, address: str) -> None:
        """Click on a link of the text."""
        self._part(MarkdownText, "lesson_text").anchorClicked.emit(QUrl(address))

    def keep_changes(self) -> None:
        """Press Cancel in the question whether changes may be lost."""
        box = _part(self._lab.window, QMessageBox, "leave_box")
        box.button(QMessageBox.StandardButton.Cancel).click()

    def covers_nothing(self) -> bool:
        """True if the lesson lies beside builder, stage and chat, not above them."""
        window, pane = self._lab.window, self._pane()
        area = pane.rect().translated(pane.mapTo(window, pane.rect().topLeft()))
        return not any(
            area.intersects(part.rect().translated(part.mapTo(window, part.rect().topLeft())))
            for part in (window.builder, window.stage, window.chat)
        )

    def _choices(self) -> list[QAbstractButton]:
        found = (self._pane().findChild(QAbstractButton, f"choice_{number}") for number in range(1, 20))
        return [button for button in found if button is not None]

    def _pane(self) -> LessonPane:
        pane = self._lab.window.findChild(LessonPane, "lesson")
        assert pane is not None, "no lesson is open"
        return pane

    def _part(self, kind: type[W], name: str) -> W:
        return _part(self._pane(), kind, name)

    def _button(self, name: str) -> QAbstractButton:
        return self._part(QAbstractButton, name)

    def _click(self, button: QAbstractButton | None) -> None:
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _part(root: QWidget, kind: type[W], name: str) -> W:
    found = root.findChild(kind, name)
    assert found is not None, name
    return found


def _card(head: QLabel) -> QWidget:
    card = head.parentWidget()
    assert card is not None
    return card
