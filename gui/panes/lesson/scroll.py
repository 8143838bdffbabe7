"""A page that takes the height that it needs, and scrolls where it does not get it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_LEAST = 96
"""Pixels that are always wanted."""


class Scroll(QScrollArea):
    """Gives its page the height that it has at this width; Qt's own asks how high unwrapped lines are."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        """Show `page`."""
        super().__init__(parent)
        self._page = page
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)

    def _fit(self) -> None:
        width = self.viewport().width()
        self._page.resize(width, self._height())
        self.updateGeometry()

    def _height(self) -> int:
        return self._page.heightForWidth(self.viewport().width())

    # Called by Qt ---------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the height of the page, wrapped."""
        frame = self.height() - self.maximumViewportSize().height()
        return QSize(super().sizeHint().width(), self._height() + frame)

    def minimumSizeHint(self) -> QSize:
        """Return what is wanted in any case."""
        return QSize(super().minimumSizeHint().width(), min(_LEAST, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap lines elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what comes and goes on the page."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._page:
            self._fit()
        return super().eventFilter(watched, event)
