"""A text for reading that is as high as its lines need."""

from math import ceil

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from gui.theme import mono_font

LINES_SEEN = 4
"""So many lines of a longer text are seen, however little room there is; it scrolls."""


class FittedText(QPlainTextEdit):
    """Never higher than its text: in a large empty box a short text looks as if something were missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a text."""
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFont(mono_font())

    def show_text(self, text: str) -> None:
        """Show that text from its beginning; the same one as it is read."""
        if text == self.toPlainText():
            return
        self.setPlainText(text)
        if self.isVisible():  # else it has no size yet, and is resized when it gets one
            self._fit()

    def _fit(self) -> None:
        # The document counts in lines, as they are broken in the width that there is.
        lines = max(round(self.document().size().height()), 1)
        # Not `lineSpacing()`: a line is a pixel higher where the font's height is no whole number.
        first = self.document().firstBlock()
        line = ceil(self.blockBoundingRect(first).height() / max(first.lineCount(), 1))
        frame = self.height() - self.viewport().height()
        around = round(frame + 2 * self.document().documentMargin()) + 1
        self.setMinimumHeight(min(lines, LINES_SEEN) * line + around)
        self.setMaximumHeight(lines * line + around)

    # Called by Qt -----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines anew, which are broken elsewhere now."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the fonts."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            self._fit()
