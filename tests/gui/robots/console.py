"""Acts on a console pane and reads it, as a person would."""

from typing import Any, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from core.history import History
from gui.panes.console import ConsolePane
from gui.panes.console.output_view import OutputView
from gui.widgets.elided_label import ElidedLabel

W = TypeVar("W", bound=QWidget)


class ConsoleRobot:
    """A person in front of the console."""

    def __init__(self, qtbot: Any, pane: ConsolePane) -> None:
        self._qtbot = qtbot
        self._pane = pane
        self._view = self._part(OutputView, "output")

    def show_run(self, history: History | None, title: str = "S1") -> "ConsoleRobot":
        self._pane.show_run(title, history)
        return self.look()

    def look(self) -> "ConsoleRobot":
        """Let the pane take in what is new, and wait until it has."""
        self._pane.refresh()
        self._qtbot.waitUntil(lambda: not self._pane.is_behind())
        return self

    def texts(self) -> list[str]:
        return [self._view.words(row).text for row in range(len(self._view.lines()))]

    def row(self, text: str) -> int:
        """Return the first row with this text in it."""
        return next(row for row, line in enumerate(self.texts()) if text in line)

    def requests(self) -> list[int]:
        return [line.request for line in self._view.lines()]

    def time(self, row: int) -> str:
        return self._view.time_in_words(row)

    def tones(self) -> list[str]:
        return [self._view.words(row).tone.name for row in range(len(self._view.lines()))]

    def links(self) -> list[str]:
        """Return the words that can be clicked."""
        words = [self._view.words(row) for row in range(len(self._view.lines()))]
        return [one.text[one.link.start : one.link.end] for one in words if one.link]

    def click(self, row: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> "ConsoleRobot":
        """Click at the end of a row, beside any link."""
        self._view.bring_into_view(row)
        rect = self._view.row_rect(row)
        return self._click_at(QPoint(rect.right() - 3, rect.center().y()), keys)

    def click_link(self, row: int) -> "ConsoleRobot":
        self._view.bring_into_view(row)
        return self._click_at(self._view.link_rect(row).center())

    def points_with_a_hand_at_the_link(self, row: int) -> bool:
        QTest.mouseMove(self._view.viewport(), self._view.link_rect(row).center())
        self._qtbot.waitUntil(lambda: self._view.viewport().cursor().shape() != Qt.CursorShape.ArrowCursor)
        return bool(self._view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor)

    def press(
        self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> "ConsoleRobot":
        self._view.window().activateWindow()
        self._view.setFocus()
        self._qtbot.waitUntil(self._view.hasFocus)
        QTest.keyClick(self._view, key, keys)
        return self

    def escape(self) -> "ConsoleRobot":
        QTest.keyClick(self._part(QLineEdit, "find_text"), Qt.Key.Key_Escape)
        return self

    def toggle(self, name: str) -> "ConsoleRobot":
        button = self._part(QPushButton, name)
        assert button.isEnabled(), name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return self

    def is_on(self, name: str) -> bool:
        return self._part(QPushButton, name).isChecked()

    def offers(self, name: str) -> bool:
        button = self._part(QPushButton, name)
        return button.isVisible() and button.isEnabled()

    def selected(self) -> list[str]:
        return [self._view.words(row).text for row in self._view.selected_rows()]

    def copy(self) -> str:
        self.toggle("copy")
        return QGuiApplication.clipboard().text()

    def find(self, words: str) -> str:
        """Type what to look for, and return what is said of it."""
        if not self._part(QLineEdit, "find_text").isVisible():
            self.toggle("find")
        self._part(QLineEdit, "find_text").setText(words)
        return self.found()

    def find_next(self, backward: bool = False) -> str:
        keys = Qt.KeyboardModifier.ShiftModifier if backward else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self._part(QLineEdit, "find_text"), Qt.Key.Key_Return, keys)
        return self.found()

    def press_in_find(self, key: Qt.Key) -> str:
        QTest.keyClick(self._part(QLineEdit, "find_text"), key)
        return self.found()

    def found(self) -> str:
        return self._part(QLabel, "find_count").text()

    def counts(self) -> str:
        return self._part(QLabel, "counts").text()

    def notice(self) -> str:
        return self._part(ElidedLabel, "notice").whole_text()

    def missing(self) -> str:
        """Return what is said of lines that are not shown, "" if nothing is."""
        label = self._part(ElidedLabel, "missing")
        return label.whole_text() if label.isVisible() else ""

    def emptiness(self) -> str:
        """Return what stands in place of the lines, "" if there are some."""
        label = self._part(QLabel, "empty")
        return label.text() if label.isVisible() else ""

    def top(self) -> str:
        return self._view.words(self._view.rows_in_view().start).text

    def scroll_to(self, row: int) -> "ConsoleRobot":
        self._view.verticalScrollBar().setValue(row)
        return self

    def sees_the_end(self) -> bool:
        return self._view.is_at_end()

    def sees(self, row: int) -> bool:
        return row in self._view.rows_in_view()

    def colours(self, row: int) -> set[str]:
        """Return which colours a row is painted in."""
        picture = self._view.viewport().grab(self._view.row_rect(row)).toImage()
        places = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
        return {picture.pixelColor(x, y).name() for x, y in places}

    def _click_at(
        self, place: QPoint, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> "ConsoleRobot":
        QTest.mouseClick(self._view.viewport(), Qt.MouseButton.LeftButton, keys, place)
        return self

    def _part(self, kind: type[W], name: str) -> W:
        part = self._pane.findChild(kind, name)
        assert part is not None, name
        return part
