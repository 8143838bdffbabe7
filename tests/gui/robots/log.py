"""Acts on a log pane and reads it, as a person would."""

from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTableView,
    QToolButton,
    QWidget,
)

from core.history import History
from core.sentences import Kind
from gui.event_rows import Column
from gui.panes.log import LogPane
from gui.widgets.elided_label import ElidedLabel

W = TypeVar("W", bound=QWidget)


class LogRobot:
    """A person in front of the log."""

    def __init__(self, qtbot: Any, pane: LogPane) -> None:
        self._qtbot = qtbot
        self._pane = pane
        self._table = self._part(QTableView, "events")

    def show_run(self, history: History | None, title: str = "S1") -> "LogRobot":
        self._pane.show_run(title, history)
        return self.look()

    def look(self) -> "LogRobot":
        """Let the pane take in what is new, and wait until it has."""
        self._pane.refresh()
        self._qtbot.waitUntil(lambda: self._pane.unread() == 0 or self.is_paused)
        return self

    def sentences(self) -> list[str]:
        return [text.strip() for text in self.column(Column.WHAT)]

    def column(self, column: Column) -> list[str]:
        model = self._table.model()
        return [model.index(row, column).data() for row in range(model.rowCount())]

    def time_of_day(self, row: int) -> str:
        tip: str = self._table.model().index(row, Column.TIME).data(Qt.ItemDataRole.ToolTipRole)
        return tip

    def colour(self, row: int, column: Column) -> str:
        name: str = self._table.model().index(row, column).data(Qt.ItemDataRole.ForegroundRole).name()
        return name

    def marked(self) -> list[int]:
        """Return which rows are marked."""
        model = self._table.model()
        rows = range(model.rowCount())
        role = Qt.ItemDataRole.BackgroundRole
        return [row for row in rows if model.index(row, Column.WHAT).data(role) is not None]

    def only_kind(self, kind: Kind) -> "LogRobot":
        self._click(self._part(QToolButton, f"kinds_{kind}"))
        return self.look()

    def only_request(self, number: int) -> "LogRobot":
        self._part(QSpinBox, "request_filter").setValue(number)
        return self.look()

    def only_text(self, text: str) -> "LogRobot":
        self._part(QLineEdit, "text_filter").setText(text)
        return self.look()

    def toggle_polling(self) -> "LogRobot":
        self._part(QCheckBox, "hide_polling").click()
        return self.look()

    def clear_filters(self) -> "LogRobot":
        self._click(self._part(QPushButton, "clear_filters"))
        return self.look()

    def offers_to_clear_filters(self) -> bool:
        return self._part(QPushButton, "clear_filters").isVisible()

    def choose(self, row: int) -> "LogRobot":
        index = self._table.model().index(row, Column.WHAT)
        self._table.scrollTo(index)
        place = self._table.visualRect(index).center()
        QTest.mouseClick(self._table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        details = self._part(QPlainTextEdit, "details")
        self._qtbot.waitUntil(lambda: details.isVisible() and details.height() > 0)
        return self

    def chosen(self) -> list[str]:
        """Return the sentences of the rows that are selected."""
        indexes = self._table.selectionModel().selectedRows(Column.WHAT)
        return [index.data().strip() for index in indexes]

    def sees_the_chosen(self) -> bool:
        place = self._table.visualRect(self._table.currentIndex())
        return self._table.viewport().rect().contains(place)

    def details(self) -> str:
        """Return what is told of the chosen event, "" if nothing is."""
        part = self._part(QPlainTextEdit, "details")
        return part.toPlainText() if part.isVisible() else ""

    def hide_details(self) -> "LogRobot":
        self._click(self._part(QPushButton, "hide_details"))
        return self

    def copy_all(self) -> str:
        self._table.window().activateWindow()
        self._table.setFocus()
        self._qtbot.waitUntil(self._table.hasFocus)
        QTest.keyClick(self._table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(self._table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        return QGuiApplication.clipboard().text()

    def save(self, path: Path) -> str:
        """Save, and return what the pane says about it."""
        self._pane.save_to(path)
        self._qtbot.waitUntil(lambda: not self._pane.is_saving())
        return self.notice()

    def notice(self) -> str:
        return self._part(ElidedLabel, "notice").whole_text()

    def counts(self) -> str:
        return self._part(QLabel, "counts").text()

    def missing(self) -> str:
        return self._part(QLabel, "counts").toolTip()

    def emptiness(self) -> str:
        """Return what stands in place of the rows, "" if there are some."""
        label = self._part(QLabel, "empty")
        return label.text() if label.isVisible() else ""

    def toggle(self, name: str) -> "LogRobot":
        self._click(self._part(QPushButton, name))
        return self

    @property
    def is_paused(self) -> bool:
        return self._part(QPushButton, "pause").isChecked()

    @property
    def follows(self) -> bool:
        return self._part(QPushButton, "follow").isChecked()

    def scroll_to(self, row: int) -> "LogRobot":
        self._table.verticalScrollBar().setValue(row)
        return self

    def press(self, key: Qt.Key) -> "LogRobot":
        QTest.keyClick(self._table, key)
        return self

    def sees(self, row: int) -> bool:
        """True if the row is in view."""
        place = self._table.visualRect(self._table.model().index(row, Column.WHAT))
        return self._table.viewport().rect().contains(place)

    def top(self) -> str:
        """Return the sentence of the first row in view."""
        text: str = self._table.model().index(self._table.rowAt(0), Column.WHAT).data()
        return text.strip()

    def sees_the_end(self) -> bool:
        bar = self._table.verticalScrollBar()
        return bar.value() == bar.maximum()

    def _click(self, button: QWidget) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _part(self, kind: type[W], name: str) -> W:
        part = self._pane.findChild(kind, name)
        assert part is not None, name
        return part
