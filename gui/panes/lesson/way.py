"""How far one is in a lesson: a short stroke for each step."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import theme_of

_HEIGHT = 4
_GAP = 3
_WIDEST = 10


class Way(QWidget):
    """Strokes: those behind are filled, the present one stands out, the rest are pale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without steps."""
        super().__init__(parent)
        self._place = self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_place(self, place: int, count: int) -> None:
        """Say which step, from 0, of how many; `place` equal to `count` means that all are behind."""
        self._place, self._count = place, count
        self.update()

    # Called by Qt ---------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return room for every stroke."""
        return QSize(self._count * (_WIDEST + _GAP), 2 * _HEIGHT + 2)

    def minimumSizeHint(self) -> QSize:
        """Be content with little."""
        return QSize(40, 2 * _HEIGHT + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the strokes, centred."""
        if not self._count:
            return
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width = min(_WIDEST, (self.width() + _GAP) / self._count - _GAP)
        left = (self.width() - self._count * (width + _GAP) + _GAP) / 2
        for place in range(self._count):
            is_here = place == self._place
            height = 2 * _HEIGHT if is_here else _HEIGHT
            colour = theme.accent_fill if place <= self._place else theme.border_strong
            painter.setBrush(QColor(colour))
            top = (self.height() - height) / 2
            painter.drawRoundedRect(QRectF(left + place * (width + _GAP), top, width, height), 2, 2)
