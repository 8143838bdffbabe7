"""Places in a queue, taken and free."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import theme_of

SLOTS_DRAWN = 24
"""Up to so many places are drawn one by one; more, as a bar."""

_HEIGHT = 16
_SLOT_WIDTH = 14
_GAP = 3


class QueueGauge(QWidget):
    """A taken place is filled, a free one an outline; all turn red when none is free."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin without places."""
        super().__init__(parent)
        self.setObjectName(name)
        self._taken = 0
        self._places = 0
        self._slots = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_queue(self, taken: int, places: int, in_words: str, in_slots: bool = True) -> None:
        """Show that `taken` of `places` are taken; not `in_slots` means an amount rather than a count."""
        self.setAccessibleName(in_words)
        self.setToolTip(in_words)
        slots = in_slots and places <= SLOTS_DRAWN
        if (taken, places, slots) != (self._taken, self._places, self._slots):
            self._taken, self._places, self._slots = taken, places, slots
            self.update()

    def show_nothing(self) -> None:
        """Be hidden, without a word about a queue that was."""
        self.hide()
        self.show_queue(0, 0, "")

    @property
    def taken(self) -> int:
        """How many places are taken."""
        return self._taken

    @property
    def places(self) -> int:
        """How many places there are."""
        return self._places

    def _draw_slots(self, painter: QPainter, colour: QColor, free: QColor) -> None:
        width = min(_SLOT_WIDTH, (self.width() - _GAP * self._places) / max(self._places, 1))
        for place in range(self._places):
            is_taken = place < self._taken
            painter.setPen(QPen(colour if is_taken else free, 1))
            painter.setBrush(colour if is_taken else QColor(0, 0, 0, 0))
            left = place * (width + _GAP) + 0.5
            painter.drawRoundedRect(QRectF(left, 0.5, width, self.height() - 1), 3, 3)

    def _draw_bar(self, painter: QPainter, colour: QColor, free: QColor) -> None:
        frame = QRectF(self.rect()).adjusted(0.5, 3.5, -0.5, -3.5)
        painter.setPen(QPen(free, 1))
        painter.drawRoundedRect(frame, 3, 3)
        if self._taken:
            filled = max(frame.width() * min(self._taken / max(self._places, 1), 1.0), 3.0)
            painter.setPen(QPen(colour, 1))
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(frame.x(), frame.y(), filled, frame.height()), 3, 3)

    # Called by Qt ---------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(200, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the places, or the bar."""
        theme = theme_of(self)
        is_full = 0 < self._places <= self._taken
        colour = QColor(theme.danger if is_full else theme.accent_fill)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw = self._draw_slots if self._slots else self._draw_bar
        draw(painter, colour, QColor(theme.border_strong))
