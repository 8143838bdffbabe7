"""Paints what stands around the lanes: axis and grid, names, now, a chosen stretch of time."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from core.lane import Lane
from gui.language import translated
from gui.panes.lanes import axis
from gui.panes.lanes.drawing import Scene
from gui.panes.lanes.ink import Ink
from gui.panes.lanes.layout import AXIS_HEIGHT, LABEL_WIDTH, SHORTEST_LANE, Slot
from gui.theme import small_font

_PIXELS_PER_MARK = 90
_LINE = 15


class FramePainter:
    """Paints the frame of one picture."""

    def __init__(self, painter: QPainter, scene: Scene, ink: Ink, height: int) -> None:
        """Paint with that ink on so many pixels of height."""
        self._painter = painter
        self._scene = scene
        self._ink = ink
        self._height = height
        self._right = LABEL_WIDTH + scene.width
        self._font = small_font()
        self._tiny = small_font()
        self._tiny.setPointSizeF(self._tiny.pointSizeF() - 0.5)
        self._origin = scene.lanes.first or 0
        self._step = axis.step_for(scene.window.span, scene.width // _PIXELS_PER_MARK)
        self._marks = axis.marks(scene.window, self._origin, self._step)

    def draw_grid(self) -> None:
        """Draw a line at each mark of the axis."""
        self._painter.setPen(self._ink.grid)
        for time in self._marks:
            x = round(self._scene.x(time))
            self._painter.drawLine(x, AXIS_HEIGHT, x, self._height)

    def draw_axis(self) -> None:
        """Draw the times, counted from the run's first event."""
        painter = self._painter
        painter.setPen(self._ink.border)
        painter.drawLine(0, AXIS_HEIGHT - 1, self._right, AXIS_HEIGHT - 1)
        painter.setFont(self._tiny)
        painter.setPen(self._ink.muted)
        for time in self._marks:
            text = axis.mark_text(time - self._origin, self._step)
            width = painter.fontMetrics().horizontalAdvance(text)
            x = self._scene.x(time) - width / 2
            if x >= LABEL_WIDTH and x + width <= self._right:
                painter.drawText(QPointF(x, AXIS_HEIGHT - 8), text)

    def draw_labels(self, slots: list[Slot], detail_of: Callable[[Lane], str]) -> None:
        """Draw the lanes' names, and a line below each lane."""
        for slot in slots:
            bottom = self._y(slot.bottom) - 1
            self._painter.setPen(self._ink.border)
            if bottom > AXIS_HEIGHT:
                self._painter.drawLine(0, bottom, self._right, bottom)
            self._draw_label(slot.top, translated(slot.lane.title), detail_of(slot.lane))

    def draw_more(self, title: str, detail: str) -> None:
        """Draw the name of the line for lanes that are not shown."""
        self._draw_label(self._scene.layout.height - SHORTEST_LANE, title, detail)

    def draw_now(self, is_past: bool) -> None:
        """Draw where time has come to; solid, if it is a moment of the past."""
        x = self._scene.x(self._scene.now)
        if LABEL_WIDTH <= x <= self._right:
            style = Qt.PenStyle.SolidLine if is_past else Qt.PenStyle.DotLine
            self._painter.setPen(QPen(self._ink.accent, 1, style))
            self._painter.drawLine(QPointF(x, AXIS_HEIGHT - 4), QPointF(x, self._height))

    def draw_range(self, start: int, end: int) -> None:
        """Draw a chosen stretch of time, and how long it is."""
        left, right = (min(max(self._scene.x(time), LABEL_WIDTH), self._right) for time in (start, end))
        veil = QColor(self._ink.accent)
        veil.setAlpha(40)
        self._painter.fillRect(QRectF(left, AXIS_HEIGHT, right - left, self._height), veil)
        self._painter.setPen(self._ink.accent)
        for x in (left, right):
            self._painter.drawLine(QPointF(x, AXIS_HEIGHT), QPointF(x, self._height))
        self._draw_badge((left + right) / 2, axis.duration(end - start))

    def _draw_badge(self, x: float, text: str) -> None:
        painter = self._painter
        painter.setFont(self._font)
        width = painter.fontMetrics().horizontalAdvance(text) + 12
        x = min(max(x - width / 2, LABEL_WIDTH), self._right - width)
        rect = QRectF(x, self._height - 26, width, 20)
        painter.fillRect(rect, QColor(self._ink.theme.accent_fill))
        painter.setPen(self._ink.on_bar)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_label(self, top: int, title: str, detail: str) -> None:
        painter, width = self._painter, LABEL_WIDTH - 10
        painter.save()
        painter.setClipRect(QRect(0, AXIS_HEIGHT, LABEL_WIDTH, self._height))
        top = self._y(top) + 3
        for font, colour, text in (
            (self._font, self._ink.text, title),
            (self._tiny, self._ink.muted, detail),
        ):
            painter.setFont(font)
            painter.setPen(colour)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, width)
            painter.drawText(QRect(0, top, width, _LINE), Qt.AlignmentFlag.AlignVCenter, shown)
            top += _LINE
        painter.restore()

    def _y(self, y: int) -> int:
        """Return where a height of the layout is in the picture."""
        return AXIS_HEIGHT + y - self._scene.scroll
