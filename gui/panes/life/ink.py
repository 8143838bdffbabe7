"""How the parts of a life are drawn; what is lit differs by weight and filling, not by colour alone."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from core.diagram import Point, Rect
from gui.theme import Theme

_HEAD = 6.0
_RADIUS = 6.0
_DOT = 2.0


class Light(Enum):
    """Whether a part of a life is still to come, has been passed, or is where the life is now."""

    AHEAD = 0
    PASSED = 1
    NOW = 2


_WIDTHS = {Light.AHEAD: 1.0, Light.PASSED: 1.6, Light.NOW: 3.0}


def draw_arrow(painter: QPainter, theme: Theme, path: Sequence[Point], light: Light) -> None:
    """Draw a line with a head at its end."""
    colour = QColor(theme.border_strong if light is Light.AHEAD else theme.accent)
    pen = QPen(
        colour, _WIDTHS[light], Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin
    )
    painter.setPen(pen)
    head = _HEAD + _WIDTHS[light]
    (x, y), (before_x, before_y) = path[-1], path[-2]
    length = max(abs(x - before_x), abs(y - before_y), 0.1)
    step = QPointF((x - before_x) / length, (y - before_y) / length)
    tip, neck = QPointF(x, y), QPointF(x, y) - step * head
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline([*(QPointF(*point) for point in path[:-1]), neck])
    across = QPointF(-step.y(), step.x()) * (head / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([tip, neck + across, neck - across]))


def draw_dot(painter: QPainter, theme: Theme, point: Point) -> None:
    """Draw where lines are joined, not merely cross."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.border_strong))
    painter.drawEllipse(QPointF(*point), _DOT, _DOT)


def draw_box(painter: QPainter, theme: Theme, rect: Rect, text: str, light: Light) -> None:
    """Draw a state."""
    frame, inks = {
        Light.AHEAD: (QPen(QColor(theme.border_strong), 1), (theme.card, theme.muted)),
        Light.PASSED: (QPen(QColor(theme.accent), 1.6), (theme.card, theme.text)),
        Light.NOW: (QPen(QColor(theme.accent), 1.6), (theme.accent_fill, theme.on_accent)),
    }[light]
    area = QRectF(rect.left, rect.top, rect.width, rect.height)
    painter.setPen(frame)
    painter.setBrush(QColor(inks[0]))
    painter.drawRoundedRect(area, _RADIUS, _RADIUS)
    painter.setPen(QColor(inks[1]))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


def draw_count(painter: QPainter, theme: Theme, left: float, middle: float, text: str) -> None:
    """Draw how many requests are in a state, beside its box."""
    width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 12
    area = QRectF(left, middle - 8, max(width, 18.0), 16)
    painter.setPen(QPen(QColor(theme.border_strong), 1))
    painter.setBrush(QColor(theme.accent_soft))
    painter.drawRoundedRect(area, 8, 8)
    painter.setPen(QColor(theme.text))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


def draw_words(painter: QPainter, font: QFont, colour: str, at: Point, text: str) -> float:
    """Draw words from a point on, at the middle of their height; return where they end."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    metrics = QFontMetricsF(font)
    painter.drawText(QPointF(at[0], at[1] + (metrics.ascent() - metrics.descent()) / 2), text)
    return at[0] + metrics.horizontalAdvance(text)
