"""A button whose text loses its beginning where the room ends: the end of a path or address tells most."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget


class ElidedButton(QPushButton):
    """A button that never asks for more width than it gets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a text."""
        super().__init__(parent)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def whole_text(self) -> str:
        """Return the text, uncut."""
        return self._whole

    def set_text(self, text: str) -> None:
        """Show as much of `text` as there is room for."""
        if text != self._whole:
            self._whole = text
            self.updateGeometry()
            self._cut()

    def _cut(self) -> None:
        room = self.width() - self._padding()
        # "&" in a button's text would underline the next letter.
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideLeft, max(room, 0))
        self.setText(shown.replace("&", "&&"))

    def _padding(self) -> int:
        """Return what the style puts around the text."""
        return super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())

    # Called by Qt ---------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the size of the whole text."""
        width = self.fontMetrics().horizontalAdvance(self._whole) + self._padding() + 1
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Ask for next to no width."""
        return QSize(20, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._cut()
