"""The lines of output: only those in view are painted."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from core.console import Line
from gui.language import translated
from gui.panes.console.measures import EDGE, Measures
from gui.panes.console.row_painter import Row, RowPainter
from gui.panes.console.row_words import RowWords, row_words
from gui.spoken import spoken
from gui.theme import set_role, theme_of
from gui.visible_text import tooltip
from gui.widgets.hits import Hits, Span

LATE_MS = 100_000.0
"""From here on times are shown to a tenth of a millisecond."""


class OutputView(QAbstractScrollArea):
    """Shows lines below each other, each with its time and its request."""

    link_chosen = Signal(str, int)
    """A place in the learner's code was clicked: its file, as it was named, and the line."""

    request_chosen = Signal(int)
    """A row of this request was picked; 0: of none."""

    scrolled = Signal(bool)
    """The user scrolled; True if the last line is in view now."""

    altered = Signal()
    """There are other lines now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without lines."""
        super().__init__(parent)
        self._lines: Sequence[Line] = ()
        self._rows: dict[int, int] | None = None  # row by line number, made when it is asked for
        self._began = 0
        self._anchor = self._current = 0  # numbers of lines: from where to where the selection goes
        self._lit_request = 0
        self._moment: int | None = None
        self._sought = ""
        self._widest = 0.0
        self._is_moved = False
        self._set_up()
        self._take_look()
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._on_scrolled)
        spoken(self, self._say_words)

    def show_lines(self, lines: Sequence[Line], began: int) -> None:
        """Show these lines, which nobody changes any more; the one on top stays there if it is still kept.

        Times count from `began` (ns, as `Event.time`).
        """
        top = self._lines[self._top].number if self._lines else 0
        self._lines, self._rows, self._began = lines, None, began
        with self._moving():
            self._set_range()
            self.verticalScrollBar().setValue(self._row(top))
        self._measure()
        self.altered.emit()

    def forget(self) -> None:
        """Be ready for the lines of another run."""
        self._anchor = self._current = 0
        self._lit_request, self._moment, self._widest = 0, None, 0.0
        self.show_lines((), 0)
        self.horizontalScrollBar().setValue(0)

    def go_to_end(self) -> None:
        """Bring the last line into view."""
        with self._moving():
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        self._measure()

    def go_to_moment(self, moment: int) -> None:
        """Bring the last line that is not later than that time (ns) into the middle of the view."""
        rows = range(len(self._lines) - 1, -1, -1)
        row = next((row for row in rows if self._lines[row].time <= moment), 0)
        with self._moving():
            self.verticalScrollBar().setValue(row - self._page // 2)
        self._measure()

    def light_request(self, request: int) -> None:
        """Mark the rows of this request; 0: of none."""
        self._lit_request = request
        self.viewport().update()

    def grey_after(self, moment: int | None) -> None:
        """Grey what is later than that time (ns); None: nothing."""
        self._moment = moment
        self.viewport().update()

    def pick(self, row: int, extends: bool = False) -> None:
        """Select a row, or all from the first selected up to it, and bring it into view."""
        self._current = self._lines[row].number
        self._anchor = self._anchor if extends and self._anchor else self._current
        self.bring_into_view(row)
        self.setAccessibleDescription(self.words(row).text)
        self.viewport().update()

    def bring_into_view(self, row: int) -> None:
        """Scroll as little as is needed to see a row."""
        bar = self.verticalScrollBar()
        bar.setValue(min(max(bar.value(), row - self._page + 1), row))

    def current_row(self) -> int:
        """Return the row that was picked last, -1 for none."""
        return self._row(self._current, -1)

    def selected_rows(self) -> range:
        """Return which rows are selected."""
        ends = sorted((self._row(self._anchor, -1), self._row(self._current, -1)))
        return range(ends[0], ends[1] + 1) if ends[0] >= 0 else range(0)

    def select_all(self) -> None:
        """Select every row."""
        if self._lines:
            self._anchor, self._current = self._lines[0].number, self._lines[-1].number
            self.viewport().update()

    def lines(self) -> Sequence[Line]:
        """Return what is shown."""
        return self._lines

    def words(self, row: int) -> RowWords:
        """Return what is shown in a row."""
        return row_words(self._lines, row)

    def time_in_words(self, row: int) -> str:
        """Return when a line came, in milliseconds since the run began."""
        milliseconds = (self._lines[row].time - self._began) / 1e6
        return f"{milliseconds:,.3f}" if milliseconds < LATE_MS else f"{milliseconds:,.1f}"

    def is_at_end(self) -> bool:
        """True if the last line is in view."""
        return self.verticalScrollBar().value() == self.verticalScrollBar().maximum()

    def rows_in_view(self) -> range:
        """Return which rows are in view, also in part."""
        return range(self._top, min(self._top + self._page + 1, len(self._lines)))

    def link_rect(self, row: int) -> QRect:
        """Return where in the viewport a row's link is; nowhere if it has none."""
        words = self.words(row)
        if words.link is None:
            return QRect()
        left, width = self._measures.span(words, words.link.start, words.link.end)
        return QRectF(self._text_x + left, self._y(row), width, self._measures.height).toAlignedRect()

    def row_rect(self, row: int) -> QRect:
        """Return where in the viewport a row is."""
        return QRect(0, self._y(row), self.viewport().width(), self._measures.height)

    # For a find bar, whose places are rows ---------------------------------------------------------------

    def find_words(self, words: str) -> Hits:
        """Mark these words wherever they are, whatever their case, and return the rows that have them."""
        self._sought = words.lower()
        self.viewport().update()
        rows = range(len(self._lines) if words else 0)
        return Hits([(row, row + 1) for row in rows if self._sought in self._said(row).lower()])

    def light_hit(self, _hit: Span | None) -> None:
        """Leave it at that: the row that was picked is seen."""

    def select(self, span: Span) -> None:
        """Pick the first of these rows."""
        self.pick(span[0])

    def selected_span(self) -> Span:
        """Return the row that was picked last; if there is none, the place before the first in view."""
        row = self.current_row()
        return (row, row + 1) if row >= 0 else (self._top, self._top)

    def selected_words(self) -> str:
        """Return "": whole rows are selected, and nobody looks for one of those."""
        return ""

    # The parts ------------------------------------------------------------------------------------------

    def _said(self, row: int) -> str:
        return translated(self._lines[row].text)

    def _say_words(self) -> None:
        self.setAccessibleName(self.tr("Output of the server's code"))
        self._measure()

    def _set_up(self) -> None:
        self.setObjectName("output")
        set_role(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def _take_look(self) -> None:
        """Take sizes from the theme's fonts."""
        self._measures = Measures()
        self._set_range()
        self.viewport().update()

    def _set_range(self) -> None:
        bar = self.verticalScrollBar()
        with self._moving():
            bar.setRange(0, max(len(self._lines) - self._page, 0))
            bar.setPageStep(max(self._page - 1, 1))

    def _measure(self) -> None:
        """Let the user scroll sideways as far as the longest line goes that was in view."""
        widths = (self._measures.width(self.words(row)) for row in self.rows_in_view())
        self._widest = max(widths, default=0.0) if not self._lines else max(self._widest, *widths)
        room = self.viewport().width() - self._measures.text_start
        bar = self.horizontalScrollBar()
        hidden = round(self._widest) - room
        bar.setRange(0, hidden + EDGE if hidden > 0 else 0)
        bar.setPageStep(max(room, 1))
        bar.setSingleStep(round(4 * self._measures.letter))
        self.viewport().update()

    @property
    def _top(self) -> int:
        return self.verticalScrollBar().value()

    @property
    def _page(self) -> int:
        return max((self.viewport().height() - self._measures.head) // self._measures.height, 1)

    @property
    def _text_x(self) -> float:
        return self._measures.text_start - self.horizontalScrollBar().value()

    def _y(self, row: int) -> int:
        return self._measures.head + (row - self._top) * self._measures.height

    def _row(self, number: int, otherwise: int = 0) -> int:
        """Return the row of the line with that number."""
        if not number:
            return otherwise
        if self._rows is None:
            self._rows = {line.number: row for row, line in enumerate(self._lines)}
        return self._rows.get(number, otherwise)

    def _row_at(self, place: QPointF) -> int:
        """Return the row at a place of the viewport, -1 for none."""
        row = self._top + int(place.y() - self._measures.head) // self._measures.height
        return row if place.y() >= self._measures.head and row < len(self._lines) else -1

    def _has_link_at(self, place: QPointF) -> bool:
        row = self._row_at(place)
        return (
            row >= 0
            and place.x() > self._measures.request_end
            and self.link_rect(row).contains(place.toPoint())
        )

    @contextmanager
    def _moving(self) -> Iterator[None]:
        """Around changes that are not the user's scrolling."""
        was, self._is_moved = self._is_moved, True
        try:
            yield
        finally:
            self._is_moved = was

    # Painting -------------------------------------------------------------------------------------------

    def _painted(self, row: int, selected: range) -> Row:
        line, above = self._lines[row], self._lines[row - 1] if row > self._top else None
        is_new_request = line.request and (above is None or above.request != line.request)
        return Row(
            rect=self.row_rect(row),
            words=self.words(row),
            time=self.time_in_words(row) if above is None or above.time != line.time else "",
            request=str(line.request) if is_new_request else "",
            is_selected=row in selected,
            is_current=self.hasFocus() and line.number == self._current,
            is_lit=bool(line.request) and line.request == self._lit_request,
            is_later=self._moment is not None and line.time > self._moment,
        )

    # What happens ---------------------------------------------------------------------------------------

    def _on_scrolled(self) -> None:
        if not self._is_moved:
            self._measure()
            self.scrolled.emit(self.is_at_end())

    def _pick_by_hand(self, row: int, extends: bool) -> None:
        self.pick(row, extends)
        self.request_chosen.emit(self._lines[row].request)

    def _follow_link(self, row: int) -> None:
        if row >= 0 and (link := self.words(row).link):
            self.link_chosen.emit(link.file, link.line)

    # Called by Qt ---------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in view, and the titles of their columns."""
        with QPainter(self.viewport()) as painter:
            width = self.viewport().width()
            rows = RowPainter(painter, theme_of(self), self._measures, self._text_x, width, self._sought)
            selected = self.selected_rows()
            for row in self.rows_in_view():
                rows.draw(self._painted(row, selected))
            rows.draw_head(self.tr("Time, ms"), self.tr("Req."), self.tr("Output"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the row under the mouse, and follow its link."""
        row = self._row_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            self._pick_by_hand(row, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            if self._has_link_at(event.position()):
                self._follow_link(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select as far as the mouse is dragged; show what can be clicked."""
        row = self._row_at(event.position())
        if event.buttons() & Qt.MouseButton.LeftButton and row >= 0 and self._anchor:
            self.pick(row, extends=True)
        is_link = self._has_link_at(event.position())
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the rows; Enter follows a link, left and right scroll."""
        key = Qt.Key(event.key())
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -self._page,
            Qt.Key.Key_PageDown: self._page,
            Qt.Key.Key_Home: -len(self._lines),
            Qt.Key.Key_End: len(self._lines),
        }
        if key in steps and self._lines:
            start = self.current_row() if self.current_row() >= 0 else self._top
            row = min(max(start + steps[key], 0), len(self._lines) - 1)
            self._pick_by_hand(row, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._follow_link(self.current_row())
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a line that is wider than the view as a whole."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            row = self._row_at(QPointF(event.pos()))
            words = self.words(row) if row >= 0 else None
            is_wide = (
                words and self._measures.width(words) > self.viewport().width() - self._measures.text_start
            )
            QToolTip.showText(event.globalPos(), tooltip(words.text) if words and is_wide else "", self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many rows as there is room for, the last one still if it was in view."""
        was_at_end = self.is_at_end()
        super().resizeEvent(event)
        self._set_range()
        if was_at_end:
            self.go_to_end()
        self._measure()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go here."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._take_look()
