"""What lies behind letters in an editor: whole lines and pieces in colour, and waves under what is wrong."""

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit


def lit_line(cursor: QTextCursor, colour: str) -> QTextEdit.ExtraSelection:
    """Light up the whole line of `cursor`."""
    made = QTextCharFormat()
    made.setBackground(QColor(colour))
    made.setProperty(QTextFormat.Property.FullWidthSelection, True)
    bare = QTextCursor(cursor)
    bare.clearSelection()
    return _light(bare, made)


def lit_piece(cursor: QTextCursor, behind: str, letters: str = "") -> QTextEdit.ExtraSelection:
    """Light up what `cursor` selects; its letters may have a colour too."""
    made = QTextCharFormat()
    made.setBackground(QColor(behind))
    if letters:
        made.setForeground(QColor(letters))
    return _light(cursor, made)


def underlined(cursor: QTextCursor, colour: str) -> QTextEdit.ExtraSelection:
    """Draw a wave under what `cursor` selects."""
    made = QTextCharFormat()
    made.setUnderlineColor(QColor(colour))
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    return _light(cursor, made)


def _light(cursor: QTextCursor, made: QTextCharFormat) -> QTextEdit.ExtraSelection:
    light = QTextEdit.ExtraSelection()
    light.cursor, light.format = cursor, made
    return light
