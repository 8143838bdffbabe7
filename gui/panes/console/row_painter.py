"""How a row of output is painted."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QRegion

from gui.panes.console.measures import EDGE, MEASURED, Measures
from gui.panes.console.row_words import RowWords
from gui.theme import Theme

_MARK = 3
"""The bar before a row of the lit request is so wide: the ground's colour alone is not seen by everyone."""

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row as it is now; `time` and `request` are "" where they are those of the row above."""

    rect: QRect
    words: RowWords
    time: str
    request: str
    is_selected: bool
    is_current: bool
    is_lit: bool
    is_later: bool


class RowPainter:
    """Paints rows with one theme; the words begin at `x`, and `sought` is marked in them."""

    def __init__(
        self, painter: QPainter, theme: Theme, measures: Measures, x: float, width: int, sought: str
    ) -> None:
        """Take up the painter, for a view of that `width`."""
        self._painter = painter
        self._theme = theme
        self._measures = measures
        self._x = x
        self._width = width
        self._sought = sought

    def draw(self, row: Row) -> None:
        """Paint one row."""
        self._draw_ground(row)
        self._draw_columns(row)
        self._painter.save()
        start = self._measures.text_start
        room = QRect(start, row.rect.y(), self._width - start, row.rect.height())
        self._painter.setClipRect(room)
        self._draw_hits(row)
        # Letters painted over letters of another colour would have a fringe of it.
        self._painter.setClipRegion(QRegion(room) - QRegion(self._link_rect(row)))
        self._draw_words(row)
        self._painter.setClipRect(room)
        self._draw_link(row)
        self._draw_length(row)
        self._painter.restore()

    def draw_head(self, time: str, request: str, output: str) -> None:
        """Paint the titles of the columns."""
        measures, bottom = self._measures, self._measures.head - 1
        font = QFont(measures.small)
        font.setBold(True)
        self._painter.setFont(font)
        self._painter.setPen(QColor(self._theme.muted))
        self._painter.drawText(QRect(0, 0, measures.time_end, bottom), _RIGHT, time)
        self._painter.drawText(QRect(0, 0, measures.request_end, bottom), _RIGHT, request)
        self._painter.drawText(QRect(measures.text_start, 0, self._width, bottom), _LEFT, output)
        self._painter.fillRect(0, bottom, self._width, 1, QColor(self._theme.border))

    def _draw_ground(self, row: Row) -> None:
        rect = row.rect
        if row.is_selected or row.is_lit:
            self._painter.fillRect(rect, self._ground(row))
        if row.is_lit:
            self._painter.fillRect(rect.x(), rect.y(), _MARK, rect.height(), QColor(self._theme.accent))
        if row.is_current:
            self._painter.setPen(QPen(QColor(self._theme.accent), 1.0, Qt.PenStyle.DotLine))
            self._painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _draw_columns(self, row: Row) -> None:
        measures = self._measures
        self._painter.setPen(self._colour(row, "muted"))
        self._painter.setFont(measures.digits)
        self._painter.drawText(QRect(0, row.rect.y(), measures.time_end, measures.height), _RIGHT, row.time)
        self._painter.setFont(measures.small)
        rect = QRect(0, row.rect.y(), measures.request_end, measures.height)
        self._painter.drawText(rect, _RIGHT, row.request)

    def _draw_words(self, row: Row) -> None:
        text, x = self._in_view(row.words)
        self._painter.setFont(self._measures.fonts[row.words.tone])
        self._painter.setPen(self._colour(row, row.words.tone.value.colour))
        room = self._measures.width(row.words) + self._width
        self._painter.drawText(QRectF(x, row.rect.y(), room, row.rect.height()), _LEFT, text)

    def _in_view(self, words: RowWords) -> tuple[str, float]:
        """Return the part of a text that is seen, and where it begins."""
        letter = self._measures.letter
        if not words.is_evenly_spaced:
            # More than goes into the view: some characters are narrow, or have no width at all.
            return words.text[: MEASURED + 2 * int((self._width - self._x) / letter)], self._x
        first = max(int((self._measures.text_start - self._x) / letter), 0)
        return words.text[first : first + int(self._width / letter) + 2], self._x + first * letter

    def _draw_link(self, row: Row) -> None:
        link = row.words.link
        if link is None:
            return
        font = QFont(self._measures.fonts[row.words.tone])
        font.setUnderline(True)
        self._painter.setFont(font)
        self._painter.setPen(self._colour(row, "accent"))
        rect = self._span(row, link.start, link.end)
        self._painter.drawText(rect, _LEFT, row.words.text[link.start : link.end])

    def _link_rect(self, row: Row) -> QRect:
        link = row.words.link
        return self._span(row, link.start, link.end).toRect() if link else QRect()

    def _draw_hits(self, row: Row) -> None:
        text = row.words.text.lower()
        at = text.find(self._sought) if self._sought else -1
        while at >= 0:
            end = at + len(self._sought)
            rect = self._span(row, at, end)
            self._painter.fillRect(rect.adjusted(0, 1, 0, -1), QColor(self._theme.warning_soft))
            self._painter.fillRect(rect.adjusted(0, rect.height() - 2, 0, 0), QColor(self._theme.warning))
            at = text.find(self._sought, end)

    def _draw_length(self, row: Row) -> None:
        """Say at the edge how long a line is that was cut."""
        words = row.words
        if not words.length or self._x + self._measures.width(words) < self._width:
            return
        wide = round(self._measures.small_width(words.length)) + 2 * EDGE
        rect = QRect(self._width - wide, row.rect.y(), wide, row.rect.height())
        self._painter.fillRect(rect, self._ground(row))
        self._painter.setFont(self._measures.small)
        self._painter.setPen(self._colour(row, "warning"))
        self._painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words.length)

    def _span(self, row: Row, start: int, end: int) -> QRectF:
        left, width = self._measures.span(row.words, start, end)
        return QRectF(self._x + left, row.rect.y(), width, row.rect.height())

    def _ground(self, row: Row) -> QColor:
        theme = self._theme
        return QColor(theme.accent_soft if row.is_selected else theme.hover if row.is_lit else theme.card)

    def _colour(self, row: Row, token: str) -> QColor:
        return QColor(getattr(self._theme, "faint" if row.is_later else token))
