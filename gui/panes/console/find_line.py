"""Looks for words in the lines of output."""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from gui.panes.console.output_view import OutputView
from gui.theme import set_role

SETTLED_MILLISECONDS = 150
"""So long after new lines came they are searched too."""

_COUNT_WIDTH = 110

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindLine(QWidget):
    """Finds words whatever their case, counts the lines, goes from one to the next, and around at the end."""

    closed = Signal()

    moved = Signal()
    """It went to a line: whoever follows the newest one should stop."""

    def __init__(self, view: OutputView, parent: QWidget | None = None) -> None:
        """Look in `view`; begin hidden."""
        super().__init__(parent)
        self._view = view
        self._hits: list[int] = []
        self._make_parts()
        self._lay_out()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(SETTLED_MILLISECONDS)
        self._connect()
        self.hide()

    def open(self) -> None:
        """Let the user type what to look for."""
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._collect()

    def close_line(self) -> None:
        """Hide, and mark nothing any more."""
        self.hide()
        self._again.stop()
        self._view.mark_words("")
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def lines_changed(self) -> None:
        """Count again, in a moment: there are other lines."""
        if not self.isHidden() and self._field.text() and not self._again.isActive():
            self._again.start()

    def find_next(self, backward: bool = False) -> None:
        """Go to the next line with the words after the chosen one, or to the one before it."""
        self._collect()
        if self._hits:
            row = self._view.current_row()
            place = bisect_left(self._hits, row) - 1 if backward else bisect_right(self._hits, row)
            self._go_to(self._hits[place % len(self._hits)])

    # The parts ------------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self._field = QLineEdit()
        self._field.setObjectName("find_text")
        self._field.setPlaceholderText(self.tr("Find in the output"))
        self._field.setAccessibleName(self.tr("Find in the output"))
        self._field.setToolTip(self.tr("Enter goes to the next line, Shift+Enter to the one before"))
        self._count = QLabel()
        self._count.setObjectName("find_count")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setFixedWidth(_COUNT_WIDTH)
        self._previous = _button("find_previous", "↑", self.tr("The line before"))
        self._next = _button("find_next", "↓", self.tr("The next line"))
        self._close = _button("find_close", "✕", self.tr("Close (Escape)"))

    def _lay_out(self) -> None:
        self.setObjectName("find_line")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._field, 1)
        for part in (self._count, self._previous, self._next, self._close):
            row.addWidget(part)

    def _connect(self) -> None:
        self._field.textChanged.connect(self._on_typed)
        self._previous.clicked.connect(lambda: self.find_next(backward=True))
        self._next.clicked.connect(lambda: self.find_next())
        self._close.clicked.connect(self.close_line)
        self._again.timeout.connect(self._collect)
        self._field.installEventFilter(self)

    # Searching ------------------------------------------------------------------------------------------

    def _on_typed(self) -> None:
        """Go to the first line from the chosen one on, or from the first in view."""
        self._collect()
        if self._hits:
            row = self._view.current_row()
            start = row if row >= 0 else self._view.rows_in_view().start
            self._go_to(self._hits[bisect_left(self._hits, start) % len(self._hits)])

    def _collect(self) -> None:
        words = self._field.text().lower()
        lines = self._view.lines()
        self._hits = [row for row, line in enumerate(lines) if words in line.text.lower()] if words else []
        self._view.mark_words(words)
        self._say()

    def _go_to(self, row: int) -> None:
        self.moved.emit()
        self._view.pick(row)
        self._say()

    def _say(self) -> None:
        self._count.setText(self._in_words() if self._field.text() else "")
        set_role(self._count, "warning" if self._field.text() and not self._hits else "small")
        for button in (self._previous, self._next):
            button.setEnabled(bool(self._hits))

    def _in_words(self) -> str:
        if not self._hits:
            return self.tr("not found")
        total, row = f"{len(self._hits):,}", self._view.current_row()
        place = bisect_left(self._hits, row)
        if place == len(self._hits) or self._hits[place] != row:
            return self.tr("{0} lines").format(total) if len(self._hits) > 1 else self.tr("1 line")
        return self.tr("{0} of {1}").format(f"{place + 1:,}", total)

    # Called by Qt ---------------------------------------------------------------------------------------

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Let Enter in the field go on: a line edit's own signal does not tell Shift+Enter."""
        is_press = event.type() is QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            self.find_next(backward=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
        else:
            super().keyPressEvent(event)


def _button(name: str, text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button
