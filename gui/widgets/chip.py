"""A small pill with a word in it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import theme_of

_PADDING_X = 8
_PADDING_Y = 2


class Chip(QWidget):
    """A word in a rounded frame; highlighted, it stands out among its neighbours."""

    def __init__(self, text: str, highlighted: bool = False, parent: QWidget | None = None) -> None:
        """Show `text`, which is also the accessible name."""
        super().__init__(parent)
        self._text = text
        self._highlighted = highlighted
        self.setAccessibleName(text)
        self.setFont(self._small_font())
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """The word."""
        return self._text

    @property
    def is_highlighted(self) -> bool:
        """True if it stands out."""
        return self._highlighted

    def _small_font(self) -> QFont:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() - 1.0)
        return font

    # Called by Qt ---------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the size of the word with its padding."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self._text) + 2 * _PADDING_X + 2
        return QSize(width, metrics.height() + 2 * _PADDING_Y + 2)

    def minimumSizeHint(self) -> QSize:
        """Allow eliding down to a few letters."""
        return QSize(min(self.sizeHint().width(), 48), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill and the word."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(theme.accent if self._highlighted else theme.border), 1))
        painter.setBrush(QColor(theme.accent_soft if self._highlighted else theme.window))
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        painter.setPen(QColor(theme.accent if self._highlighted else theme.text))
        inner = self.rect().adjusted(_PADDING_X, 0, -_PADDING_X, 0)
        elided = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, inner.width() + 1)
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, elided)
