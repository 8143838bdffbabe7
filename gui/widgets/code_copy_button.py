"""A button that copies, and says for a moment that it did."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from gui.spoken import spoken

COPIED_MILLISECONDS = 1_500


class CodeCopyButton(QPushButton):
    """Puts what `text` returns into the clipboard when it is pressed."""

    def __init__(self, text: Callable[[], str], parent: QWidget | None = None) -> None:
        """Copy what `text` returns at that time."""
        super().__init__(parent)
        self._code = text
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.setInterval(COPIED_MILLISECONDS)
        self._over.timeout.connect(self._say_words)
        self.clicked.connect(self._on_clicked)
        spoken(self, self._say_words)

    def _say_words(self) -> None:
        words = self.tr("Copy"), self.tr("Copied ✓")
        self.setText(words[self._over.isActive()])
        # So that the row does not jump when the text changes for a moment.
        widths = (self.fontMetrics().horizontalAdvance(word) for word in words)
        self.setMinimumWidth(max(widths) + 16)

    def _on_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._code())
        self._over.start()
        self._say_words()
