"""Signs for characters in code that cannot be seen: a name such as "ESC" or "202E" in a little box."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from gui.theme import Theme
from gui.widgets.stand_ins import label_of

MOST_SIGNS = 200
"""So many characters of a line have signs; more are boxes, as any font has them."""

_SMALLER = 2.0
"""So many points smaller than the code."""

_PADDING = 3.0
_GAP = 1.0


def room_for_sign(font: QFont, stand_in: str) -> float:
    """Return how many pixels a character needs besides its own width, to be covered by its sign."""
    own = QFontMetricsF(font).horizontalAdvance(stand_in)
    wanted = QFontMetricsF(_small(font)).horizontalAdvance(label_of(stand_in)) + 2 * (_PADDING + _GAP)
    return max(wanted - own, 0.0)


def draw_sign(painter: QPainter, theme: Theme, font: QFont, box: QRectF, stand_in: str) -> None:
    """Cover what stands for the character with its sign; where there is no room, with an empty one."""
    painter.setFont(_small(font))
    painter.setPen(QPen(QColor(theme.danger), 1.0))
    painter.setBrush(QColor(theme.danger_soft))
    painter.drawRoundedRect(box.adjusted(_GAP + 0.5, 1.5, -_GAP - 0.5, -1.5), 2, 2)
    label = label_of(stand_in)
    if painter.fontMetrics().horizontalAdvance(label) <= box.width():
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() - _SMALLER)
    return small
