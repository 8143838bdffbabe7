"""Reads the question about a program of someone else's and answers it, as a person would."""

from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from gui.trust_question import TrustQuestion

W = TypeVar("W", bound=QWidget)


class TrustRobot:
    """A person in front of the question."""

    def __init__(self, qtbot: Any, question: TrustQuestion) -> None:
        self._question = question
        self.answers: list[bool] = []
        self.is_gone = False
        question.answered.connect(self.answers.append)
        question.destroyed.connect(self._on_destroyed)
        question.open()
        qtbot.waitExposed(question)

    def what(self) -> str:
        return self._part(QLabel, "trust_what").text()

    def all_words(self) -> str:
        return "\n".join(label.text() for label in self._question.findChildren(QLabel))

    def code(self) -> str:
        return self._part(QPlainTextEdit, "trust_code").toPlainText()

    def type_in_the_code(self, text: str) -> None:
        QTest.keyClicks(self._part(QPlainTextEdit, "trust_code"), text)

    def has_all_within_its_width(self) -> bool:
        """True if nothing of the code stands to the right of what is seen."""
        return self._part(QPlainTextEdit, "trust_code").horizontalScrollBar().maximum() == 0

    def run_it(self) -> None:
        QTest.mouseClick(self._part(QPushButton, "run_it"), Qt.MouseButton.LeftButton)

    def not_now(self) -> None:
        QTest.mouseClick(self._part(QPushButton, "not_now"), Qt.MouseButton.LeftButton)

    def press_enter(self) -> None:
        QTest.keyClick(self._question.focusWidget() or self._question, Qt.Key.Key_Return)

    def press_escape(self) -> None:
        QTest.keyClick(self._question, Qt.Key.Key_Escape)

    def close(self) -> None:
        self._question.close()

    def _part(self, kind: type[W], name: str) -> W:
        found = self._question.findChild(kind, name)
        assert found is not None, name
        return found

    def _on_destroyed(self) -> None:
        self.is_gone = True
