"""Looks through the gallery and takes something, as a person would."""

from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit, QPushButton, QWidget

from core.gallery import Example
from gui.gallery_window import GalleryWindow

W = TypeVar("W", bound=QWidget)


class GalleryRobot:
    """A person in front of the gallery."""

    def __init__(self, qtbot: Any, window: GalleryWindow) -> None:
        self._window = window
        self.taken: list[Example] = []
        window.chosen.connect(self.taken.append)
        window.open()
        qtbot.waitExposed(window)

    @property
    def is_open(self) -> bool:
        return self._window.isVisible()

    def titles(self) -> list[str]:
        titles = self._part(QListWidget, "examples")
        return [titles.item(row).text() for row in range(titles.count())]

    def title(self) -> str:
        return self._part(QLabel, "example_title").text()

    def sentences(self) -> str:
        return self._part(QLabel, "example_sentences").text()

    def code(self) -> str:
        return self._part(QPlainTextEdit, "example_code").toPlainText()

    def press_down(self) -> "GalleryRobot":
        QTest.keyClick(self._part(QListWidget, "examples"), Qt.Key.Key_Down)
        return self

    def press_enter(self) -> None:
        QTest.keyClick(self._part(QListWidget, "examples"), Qt.Key.Key_Return)

    def press_escape(self) -> None:
        QTest.keyClick(self._window, Qt.Key.Key_Escape)

    def type_in_the_code(self, text: str) -> None:
        QTest.keyClicks(self._part(QPlainTextEdit, "example_code"), text)

    def take(self) -> None:
        QTest.mouseClick(self._part(QPushButton, "take_example"), Qt.MouseButton.LeftButton)

    def close(self) -> None:
        QTest.mouseClick(self._part(QPushButton, "close_gallery"), Qt.MouseButton.LeftButton)

    def double_click(self, row: int) -> None:
        titles = self._part(QListWidget, "examples")
        place = titles.visualItemRect(titles.item(row)).center()
        QTest.mouseClick(titles.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(titles.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def nameless(self) -> list[str]:
        """Return the kinds of controls that lack a name for tests or for screen readers."""
        kinds = (QListWidget, QPlainTextEdit, QPushButton)
        parts = [part for kind in kinds for part in self._window.findChildren(kind)]
        return [type(part).__name__ for part in parts if not part.objectName() or not _spoken(part)]

    def _part(self, kind: type[W], name: str) -> W:
        found = self._window.findChild(kind, name)
        assert found is not None, name
        return found


def _spoken(part: QWidget) -> str:
    return part.accessibleName() or (part.text() if isinstance(part, QPushButton) else "")
