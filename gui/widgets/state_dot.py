"""A coloured dot that says how something is doing."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import theme_of

_DIAMETER = 9


class Mood(StrEnum):
    """How something is doing; the values are fields of `gui.theme.Theme`."""

    IDLE = "faint"
    GOOD = "good"
    BUSY = "warning"
    BAD = "danger"


class StateDot(QWidget):
    """A dot; words must stand beside it, since colour alone is not read by everyone."""

    def __init__(self, mood: Mood = Mood.IDLE, parent: QWidget | None = None) -> None:
        """Show `mood`."""
        super().__init__(parent)
        self._mood = mood
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def mood(self) -> Mood:
        """What is shown."""
        return self._mood

    def set_mood(self, mood: Mood) -> None:
        """Show another mood."""
        if mood is not self._mood:
            self._mood = mood
            self.update()

    # Called by Qt ---------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the size of the dot."""
        return QSize(_DIAMETER, _DIAMETER)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(QColor(getattr(theme_of(self), self._mood)))
        painter.drawEllipse(QRectF(0.5, 0.5, _DIAMETER - 1, _DIAMETER - 1))
