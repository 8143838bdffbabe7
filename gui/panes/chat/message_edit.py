"""The editor in which a message is typed."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from gui.theme import mono_font, set_role

LONGEST_TYPED = 200_000
"""Characters; an editor gets slow beyond, and long messages are better sent by a program."""

LONGEST_WRAPPED = 10_000
"""Characters; a longer text is not wrapped: wrapping one long line anew takes longer than typing a letter."""

_FEWEST_LINES, _MOST_LINES = 2, 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MessageEdit(QPlainTextEdit):
    """Plain text: Enter submits, Shift+Enter breaks the line, Up on the first line wants what was before."""

    submitted = Signal()
    older_requested = Signal()
    newer_requested = Signal()
    refused = Signal(int)
    """A text of so many characters was too long to take in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty editor that grows with its text."""
        super().__init__(parent)
        self.setFont(mono_font())
        set_role(self, "bare")
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.document().setUndoRedoEnabled(True)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def text(self) -> str:
        """Return what was typed, letter for letter (`toPlainText` turns a no-break space into a space)."""
        return self.document().toRawText().replace("\u2029", "\n")

    def set_text(self, text: str) -> None:
        """Put `text` in place of what is there, and the cursor behind it; it can be undone."""
        self._wrap_for(len(text))
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text, unless it is too long."""
        size = len(source.text()) + self.document().characterCount()
        if size > LONGEST_TYPED:
            self.refused.emit(size)
        elif source.hasText():
            self._wrap_for(size)
            self.insertPlainText(source.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on Enter, and on Up and Down at the edges; leave the rest to the editor."""
        if event.key() in _ENTER:
            self._on_enter(event)
        elif self._leaves(event, Qt.Key.Key_Up, QTextCursor.MoveOperation.Up):
            self.older_requested.emit()
        elif self._leaves(event, Qt.Key.Key_Down, QTextCursor.MoveOperation.Down):
            self.newer_requested.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return a height of as many lines as are typed, within bounds."""
        line = QFontMetricsF(self.font()).lineSpacing()
        lines = min(max(self.document().size().height(), _FEWEST_LINES), _MOST_LINES)
        margins = 2 * self.document().documentMargin() + 2 * self.frameWidth() + 4
        return QSize(100, round(lines * line + margins))

    def minimumSizeHint(self) -> QSize:
        """Return the same height: an editor squeezed to nothing cannot be typed into."""
        return QSize(60, self.sizeHint().height())

    def _wrap_for(self, size: int) -> None:
        modes = QPlainTextEdit.LineWrapMode
        self.setLineWrapMode(modes.WidgetWidth if size <= LONGEST_WRAPPED else modes.NoWrap)

    def _on_enter(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            # Left to itself the editor would insert U+2028, which is no line feed.
            self.insertPlainText("\n")
        else:
            self.submitted.emit()

    def _leaves(self, event: QKeyEvent, key: Qt.Key, move: QTextCursor.MoveOperation) -> bool:
        """Return whether the key would lead beyond the first or last line, wrapped ones counted."""
        is_plain = event.key() == key and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return is_plain and not QTextCursor(self.textCursor()).movePosition(move)
