"""How long something still lasts: a name, a bar that grows shorter, the seconds."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.theme import Theme, theme_of
from gui.visible_text import tooltip, visible_line

_BAR_HEIGHT = 8
_NAME_SHARE = 0.42
_SECONDS_WIDTH = "000 s"


@dataclass(frozen=True, slots=True)
class Countdown:
    """Something that lasts `seconds_left` of `seconds` still; `is_loud` where it stands in the way."""

    name: str
    seconds_left: float
    seconds: float
    is_loud: bool
    tip: str


class Countdowns(QWidget):
    """A few countdowns, one a line; what stands in the way is solid, the rest hatched."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin without any."""
        super().__init__(parent)
        self.setObjectName(name)
        self._rows: tuple[Countdown, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_rows(self, rows: Sequence[Countdown]) -> None:
        """Show these, in this order."""
        is_other_height = len(rows) != len(self._rows)
        self._rows = tuple(rows)
        self.setVisible(bool(rows))
        self.setAccessibleName(", ".join(f"{row.name}: {row.seconds_left:.0f} s" for row in rows))
        if is_other_height:
            self.updateGeometry()
        self.update()

    def rows(self) -> tuple[Countdown, ...]:
        """Return what is shown."""
        return self._rows

    def _line_height(self) -> int:
        return self.fontMetrics().height() + 4

    def _draw_row(self, painter: QPainter, theme: Theme, row: Countdown, line: QRectF) -> None:
        metrics = self.fontMetrics()
        seconds_width = metrics.horizontalAdvance(_SECONDS_WIDTH)
        name_width = line.width() * _NAME_SHARE
        name = metrics.elidedText(visible_line(row.name), Qt.TextElideMode.ElideMiddle, int(name_width) - 8)
        painter.setPen(QColor(theme.text if row.is_loud else theme.muted))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.drawText(
            line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"{row.seconds_left:.0f} s"
        )
        room = line.width() - name_width - seconds_width - 8
        bar = QRectF(line.x() + name_width, line.center().y() - _BAR_HEIGHT / 2, room, _BAR_HEIGHT)
        self._draw_bar(painter, theme, row, bar)

    def _draw_bar(self, painter: QPainter, theme: Theme, row: Countdown, bar: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.pressed))
        painter.drawRoundedRect(bar, 3, 3)
        colour = QColor(theme.warning if row.is_loud else theme.faint)
        bar.setWidth(max(bar.width() * min(row.seconds_left / row.seconds, 1.0), 3.0))
        if not row.is_loud:
            painter.setPen(QPen(colour, 1))
        painter.setBrush(QBrush(colour, _PATTERNS[row.is_loud]))
        painter.drawRoundedRect(bar, 3, 3)

    # Called by Qt ---------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Ask for a line each."""
        return QSize(260, self._line_height() * len(self._rows))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        theme, height = theme_of(self), self._line_height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, row in enumerate(self._rows):
            self._draw_row(painter, theme, row, QRectF(0, index * height, self.width(), height))

    def event(self, event: QEvent) -> bool:
        """Explain the line under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            index = event.pos().y() // self._line_height()
            if 0 <= index < len(self._rows):
                row = self._rows[index]
                QToolTip.showText(event.globalPos(), tooltip(f"{row.name}: {row.tip}"), self)
                return True
        return super().event(event)


_PATTERNS = {True: Qt.BrushStyle.SolidPattern, False: Qt.BrushStyle.BDiagPattern}
