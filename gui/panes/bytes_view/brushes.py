"""How pieces are painted on a ruler: boxes, hatching, brackets, labels; colours from the theme."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from gui.theme import Theme, mono_font, small_font

PADDING = 4.0
"""Pixels between a box and its text."""

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Tone(Enum):
    """What a piece is: its fill and its line are these tokens of the theme."""

    SENT = ("accent_soft", "accent")
    GOT = ("good_soft", "good")
    LOST = ("danger_soft", "danger")
    CUT = ("warning_soft", "warning")
    MISSING = ("card", "faint")


class Brushes:
    """Paints with one theme on one painter."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        """Take up the painter."""
        self.painter = painter
        self.theme = theme
        self.small = small_font()
        self.mono = mono_font()
        # Made once a painting: to make them for each text took a third of the time of a crowded ruler.
        self._small_metrics = QFontMetricsF(self.small)
        self._mono_metrics = QFontMetricsF(self.mono)
        self._least = self._small_metrics.horizontalAdvance("1") + 2 * PADDING
        self._colours: dict[str, QColor] = {}
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def colour(self, token: str) -> QColor:
        """Return a colour of the theme."""
        found = self._colours.get(token)
        if found is None:
            found = self._colours[token] = QColor(getattr(self.theme, token))
        return found

    def box(self, rect: QRectF, tone: Tone, chosen: bool = False, lit: bool = False) -> None:
        """Paint a box; a chosen one is full of colour, a lit one has a thick line."""
        fill, line = tone.value
        self.painter.setPen(QPen(self.colour("text" if lit else line), 2.0 if lit else 1.0))
        self.painter.setBrush(self.colour("accent_fill" if chosen else fill))
        self.painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))

    def dashed(self, rect: QRectF, token: str = "faint") -> None:
        """Paint the outline of what is not there."""
        self.painter.setPen(QPen(self.colour(token), 1.0, Qt.PenStyle.DashLine))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))

    def hatched(self, rect: QRectF, token: str = "faint") -> None:
        """Hatch what is known to be there, but not what it is."""
        self.painter.fillRect(rect, QBrush(self.colour(token), Qt.BrushStyle.BDiagPattern))

    def crowd(self, rect: QRectF, tone: Tone) -> None:
        """Paint a block of pieces too narrow to be told apart."""
        fill, line = tone.value
        self.painter.fillRect(rect, self.colour(fill))
        self.painter.fillRect(rect, QBrush(self.colour(line), Qt.BrushStyle.Dense4Pattern))

    def line(self, x: float, top: float, bottom: float, token: str, dashed: bool = False) -> None:
        """Draw an upright line."""
        style = Qt.PenStyle.DotLine if dashed else Qt.PenStyle.SolidLine
        self.painter.setPen(QPen(self.colour(token), 1.0, style))
        self.painter.drawLine(QPointF(round(x) + 0.5, top), QPointF(round(x) + 0.5, bottom))

    def bracket(self, rect: QRectF, token: str, is_open: bool = False) -> None:
        """Draw a line with an upright stroke at each end; an open one is dashed and has no end."""
        middle = round(rect.center().y()) + 0.5
        style = Qt.PenStyle.DashLine if is_open else Qt.PenStyle.SolidLine
        self.painter.setPen(QPen(self.colour(token), 1.5, style))
        self.painter.drawLine(QPointF(rect.left() + 1, middle), QPointF(rect.right() - 1, middle))
        self.painter.setPen(QPen(self.colour(token), 1.5))
        for x in (rect.left() + 1,) if is_open else (rect.left() + 1, rect.right() - 1):
            self.painter.drawLine(QPointF(x, rect.top() + 3), QPointF(x, rect.bottom() - 3))

    def flag(self, x: float, y: float, token: str) -> None:
        """Draw a small triangle that points down to a place."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.colour(token))
        self.painter.drawPolygon(QPolygonF([QPointF(x - 4, y - 6), QPointF(x + 4, y - 6), QPointF(x, y)]))

    def cross(self, x: float, y: float, token: str, reach: float = 4.0) -> None:
        """Draw a small cross where something came to nothing."""
        self.painter.setPen(QPen(self.colour(token), 2.0 if reach >= 4.0 else 1.0))
        self.painter.drawLine(QPointF(x - reach, y - reach), QPointF(x + reach, y + reach))
        self.painter.drawLine(QPointF(x - reach, y + reach), QPointF(x + reach, y - reach))

    def text(
        self, rect: QRectF, choices: tuple[str, ...], token: str = "text", on: str = "", centred: bool = False
    ) -> None:
        """Write the first of the texts that fits, or nothing; `on` is the ground painted under it."""
        if rect.width() < self._least:
            return
        for text in choices:
            width = self._small_metrics.horizontalAdvance(text)
            if width <= rect.width() - 2 * PADDING:
                left = rect.center().x() - width / 2 if centred else rect.left() + PADDING
                place = QRectF(left, rect.top(), width + 1, rect.height())
                if on:
                    self.painter.fillRect(place.adjusted(-3, 3, 2, -3), self.colour(on))
                self._write(place, text, token, self.small, _LEFT)
                return

    def elided(self, rect: QRectF, text: str, token: str = "text") -> None:
        """Write a text in the font for code, cut where the room ends."""
        room = rect.width() - 2 * PADDING
        shown = self._mono_metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        if shown != "…":
            self._write(rect.adjusted(PADDING, 0, -PADDING, 0), shown, token, self.mono, _LEFT)

    def letter(self, rect: QRectF, text: str, token: str = "text") -> None:
        """Write a letter in the middle of its bytes."""
        self._write(rect, text, token, self.mono, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)

    def label(self, rect: QRectF, text: str) -> None:
        """Write the name of a lane."""
        self._write(rect, text, "muted", self.small, _LEFT)

    def _write(self, rect: QRectF, text: str, token: str, font: QFont, flags: int) -> None:
        self.painter.setFont(font)
        self.painter.setPen(self.colour(token))
        self.painter.drawText(rect, flags, text)
