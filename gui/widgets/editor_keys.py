"""What keys mean in an editor of code, where it is not what they mean in any text."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from gui.widgets import indentation


def press(editor: QPlainTextEdit, event: QKeyEvent) -> bool:
    """Do what the key means here; False if it means what it does in any text."""
    pressed = None if editor.isReadOnly() else _PRESSES.get((Qt.Key(event.key()), event.modifiers() & ~_PAD))
    return (pressed is not None and pressed(editor.textCursor())) or _press_home(editor, event)


def _indent(cursor: QTextCursor) -> bool:
    indentation.indent(cursor)
    return True


def _dedent(cursor: QTextCursor) -> bool:
    indentation.dedent(cursor)
    return True


def _begin_line(cursor: QTextCursor) -> bool:
    indentation.new_line(cursor)
    return True


_PAD = Qt.KeyboardModifier.KeypadModifier
_NO = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier

_PRESSES: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[QTextCursor], bool]] = {
    (Qt.Key.Key_Tab, _NO): _indent,
    (Qt.Key.Key_Backtab, _SHIFT): _dedent,
    (Qt.Key.Key_Return, _NO): _begin_line,
    (Qt.Key.Key_Enter, _NO): _begin_line,
    # Qt would put in a line separator, which Python takes for an error.
    (Qt.Key.Key_Return, _SHIFT): _begin_line,
    (Qt.Key.Key_Enter, _SHIFT): _begin_line,
    (Qt.Key.Key_Backspace, _NO): indentation.take_back,
}
"""Each answers whether it did something."""

_HOMES = {
    QKeySequence.StandardKey.MoveToStartOfLine: QTextCursor.MoveMode.MoveAnchor,
    QKeySequence.StandardKey.SelectStartOfLine: QTextCursor.MoveMode.KeepAnchor,
}


def _press_home(editor: QPlainTextEdit, event: QKeyEvent) -> bool:
    """Go to the line's first character, and from there to its very beginning."""
    mode = next((mode for key, mode in _HOMES.items() if event.matches(key)), None)
    if mode is None:
        return False
    cursor = editor.textCursor()
    column = indentation.first_column(cursor.block())
    to = 0 if cursor.positionInBlock() == column else column
    cursor.setPosition(cursor.block().position() + to, mode)
    editor.setTextCursor(cursor)
    return True
