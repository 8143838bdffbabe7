"""What stands to the left of code: line numbers, and marks of lines where something is running."""

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from gui.spoken import spoken
from gui.theme import Theme, theme_of
from gui.visible_text import tooltip

if TYPE_CHECKING:
    from gui.widgets.editor import Editor

_BAR = 3
_SIGN = 9
_GAP = 5
_FEWEST_DIGITS = 2


class Activity(Enum):
    """What goes on in marked lines; each has a colour and a shape of its own."""

    WORKING = "working"
    WAITING = "waiting"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Mark:
    """Lines from `first` to `last` (numbers from 1) where something is running: what, in words."""

    first: int
    last: int
    activity: Activity
    words: str


class EditorMargin(QWidget):
    """Paints the margin of one editor, only as much as is in view."""

    line_clicked = Signal(int)

    def __init__(self, editor: "Editor") -> None:
        """Stand at the left of `editor`."""
        super().__init__(editor)
        self._editor = editor
        self._marks: tuple[Mark, ...] = ()
        self._problem_line = 0
        self.setObjectName("margin")
        spoken(self, lambda: self.setAccessibleName(self.tr("Line numbers")))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks, from top to bottom."""
        return self._marks

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Mark these lines and no others."""
        if marks != self._marks:
            self._marks = marks
            self.setAccessibleDescription("; ".join(mark.words for mark in marks))
            self.update()

    def show_problem(self, line: int) -> None:
        """Put a sign at the line that has a problem; 0: at none."""
        self._problem_line = line
        self.update()

    def mark_at(self, line: int) -> Mark | None:
        """Return the innermost mark of a line."""
        found = [mark for mark in self._marks if mark.first <= line <= mark.last]
        return max(found, key=lambda mark: mark.first, default=None)

    def place_of(self, line: int) -> QRect:
        """Return where the sign of a line in view is painted."""
        top, height = self._editor.place_of_line(line)
        return QRect(_BAR + 1, int(top), _SIGN, int(height))

    def _draw_line(self, painter: QPainter, theme: Theme, line: int, top: float, height: float) -> None:
        is_current = line == self._editor.current_line()
        painter.setPen(QColor(theme.text if is_current else theme.faint))
        box = QRectF(0, top, self.width() - _GAP - 1, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(line))
        if mark := self.mark_at(line):
            self._draw_mark(painter, theme, mark, line, top, height)
        if line == self._problem_line:
            self._draw_problem(painter, theme, top, height)

    def _draw_mark(
        self, painter: QPainter, theme: Theme, mark: Mark, line: int, top: float, height: float
    ) -> None:
        colour = QColor(getattr(theme, _COLOURS[mark.activity]))
        painter.fillRect(QRectF(0, top, _BAR, height), colour)
        if line == mark.first:
            painter.setPen(QPen(colour, 1.3))
            painter.setBrush(colour if mark.activity is Activity.WORKING else Qt.BrushStyle.NoBrush)
            middle = QPointF(_BAR + 1 + _SIGN / 2, top + height / 2)
            _SHAPES[mark.activity](painter, middle)

    def _draw_problem(self, painter: QPainter, theme: Theme, top: float, height: float) -> None:
        middle = QPointF(_BAR + 1 + _SIGN / 2, top + height / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.danger))
        painter.drawEllipse(middle, _SIGN / 2, _SIGN / 2)
        painter.setPen(QPen(QColor(theme.card), 1.5))
        painter.drawLine(middle - QPointF(0, 2.6), middle + QPointF(0, 0.4))
        painter.drawPoint(middle + QPointF(0, 2.6))

    # Called by Qt ---------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the width that the highest number needs."""
        digits = max(_FEWEST_DIGITS, len(str(self._editor.blockCount())))
        width = self._editor.fontMetrics().horizontalAdvance("9") * digits
        return QSize(_BAR + _SIGN + 2 * _GAP + width, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines in view."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._editor.font())
        theme = theme_of(self.window())
        for line, top, height in self._editor.lines_in_view():
            if top <= event.rect().bottom() and top + height >= event.rect().top():
                self._draw_line(painter, theme, line, top, height)

    def event(self, event: QEvent) -> bool:
        """Say what a mark means."""
        if isinstance(event, QHelpEvent):
            mark = self.mark_at(self._editor.line_at(event.pos().y()))
            QToolTip.showText(event.globalPos(), tooltip(mark.words) if mark else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which line was clicked."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.line_clicked.emit(self._editor.line_at(int(event.position().y())))


def _draw_triangle(painter: QPainter, middle: QPointF) -> None:
    corners = (QPointF(-3.2, -4), QPointF(-3.2, 4), QPointF(3.8, 0))
    painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))


def _draw_pause(painter: QPainter, middle: QPointF) -> None:
    for x in (-2.0, 2.0):
        painter.drawLine(middle + QPointF(x, -3.5), middle + QPointF(x, 3.5))


_COLOURS = {Activity.WORKING: "good", Activity.WAITING: "warning", Activity.PAUSED: "accent"}

_SHAPES = {
    Activity.WORKING: _draw_triangle,
    Activity.WAITING: _draw_triangle,  # hollow: see `_draw_mark`
    Activity.PAUSED: _draw_pause,
}
