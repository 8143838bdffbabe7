"""The rows of the log: columns that fit, and a view that stays where one reads."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from core.events import Event
from gui.event_rows import Column, EventRows
from gui.spoken import spoken
from gui.theme import mono_font, small_font, theme_of

_LOOKED_UP = (Column.TIME, Column.WHERE, Column.REQUEST, Column.KIND)
"""The columns with a width of their own; the last column takes the rest."""

_CELL_PADDING = 20
_TITLE_PADDING = 26

_SPARED = (Column.KIND, Column.REQUEST)
"""Columns that give way, in this order, where what happened would have less than this room (pixels):"""

_ROOM_TO_READ = 220

_MARK = 3
"""The bar before a marked row is so wide: the ground's colour alone is not seen by everyone."""

_SCROLL_BAR = 16
"""Pixels that frame and scroll bar take of the table's width."""


class EventTable(QTableView):
    """Shows `EventRows`, which others fill."""

    event_chosen = Signal(object)
    """The user picked a row; its event."""

    scrolled = Signal(bool)
    """The user scrolled; True if the newest row is in view now."""

    def __init__(self, rows: EventRows, parent: QWidget | None = None) -> None:
        """Show these rows."""
        super().__init__(parent)
        self._rows = rows
        self._refreshing = False
        self._fitted: dict[Column, int] = {}
        self.setObjectName("events")
        self.setModel(rows)
        self._set_up()
        self._set_up_header()
        self._connect()
        self._take_look()
        spoken(self, self._say_words)

    @contextmanager
    def changing_rows(self) -> Iterator[None]:
        """Around changes of the rows: what scrolls or is chosen meanwhile is not the user's doing."""
        was, self._refreshing = self._refreshing, True
        try:
            yield
        finally:
            self._refreshing = was

    def top_event(self) -> Event | None:
        """Return the event of the first row in view."""
        row = self.rowAt(0)
        return self._rows.event_at(row) if row >= 0 else None

    def put_on_top(self, event: Event) -> None:
        """Scroll so that this event's row is the first in view."""
        there = self._rows.index(self._rows.row_of(event), 0)
        self.scrollTo(there, QAbstractItemView.ScrollHint.PositionAtTop)

    def show_last_until(self, moment_ns: int) -> None:
        """Scroll so that the last row that is not later than this time (ns) is in the middle of the view."""
        # At once: until Qt has laid new rows out, it does not scroll to them.
        self.executeDelayedItemsLayout()
        self.updateGeometries()
        there = self._rows.index(max(self._rows.rows_until(moment_ns) - 1, 0), 0)
        self.scrollTo(there, QAbstractItemView.ScrollHint.PositionAtCenter)

    def selected_rows(self) -> list[int]:
        """Return the selected rows, from the first to the last."""
        selection = self.selectionModel().selection()
        parts = [selection.at(number) for number in range(selection.count())]
        return sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})

    def _say_words(self) -> None:
        self.setAccessibleName(self.tr("Events"))
        self._fit_columns()
        self._spare_columns(self.width())
        self.horizontalHeader().viewport().update()
        self.viewport().update()

    # The look ------------------------------------------------------------------------------------------

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setMinimumSectionSize(36)

    def _connect(self) -> None:
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        # A key selects first and moves the current row then, a mouse does it the other way round.
        self.selectionModel().currentChanged.connect(self._on_choice)
        self.selectionModel().selectionChanged.connect(self._on_choice)

    def _take_look(self) -> None:
        """Take colours and fonts from the theme."""
        fonts = self._fonts()
        tallest = max(QFontMetrics(font).height() for font in fonts.values())
        self.verticalHeader().setDefaultSectionSize(tallest + 5)
        self._rows.set_look(theme_of(self), fonts)
        self.viewport().update()

    def _fit_columns(self) -> None:
        """Give each column the width of its words, except those that somebody has drawn wider or narrower."""
        for column in _LOOKED_UP:
            width, before = self._column_width(column), self._fitted.get(column)
            if before is None or self.columnWidth(column) in (before, 0):
                self.setColumnWidth(column, width)
            self._fitted[column] = width

    def _spare_columns(self, width: int) -> None:
        """Hide what can be spared where the table is narrow."""
        room = width - _SCROLL_BAR - sum(map(self._column_width, _LOOKED_UP))
        for column in _SPARED:
            is_hidden = room < _ROOM_TO_READ
            self.setColumnHidden(column, is_hidden)
            room += self._column_width(column) if is_hidden else 0

    def _column_width(self, column: Column) -> int:
        sample = QFontMetrics(self._fonts()[column]).horizontalAdvance(self._sample(column))
        title = self._rows.headerData(column, Qt.Orientation.Horizontal)
        bold = small_font()
        bold.setBold(True)
        return max(sample + _CELL_PADDING, QFontMetrics(bold).horizontalAdvance(title) + _TITLE_PADDING)

    def _sample(self, column: Column) -> str:
        """Return a text that the column has room for at first."""
        return {
            Column.TIME: "00,000.000",
            Column.WHERE: self.tr("thread 12345"),
            Column.REQUEST: "0000",
            Column.KIND: self.tr("handler"),
        }[column]

    def _fonts(self) -> dict[Column, QFont]:
        """Return the columns' fonts: what happened is what is read, the rest is what is looked up."""
        small = dict.fromkeys(Column, small_font())
        return {**small, Column.TIME: _small_mono_font(), Column.WHAT: mono_font()}

    def _rows_in_view(self) -> range:
        last = self.rowAt(self.viewport().height() - 1)
        return range(max(self.rowAt(0), 0), (last if last >= 0 else self._rows.rowCount() - 1) + 1)

    def _draw_ground(self, painter: QPainter, row: int) -> None:
        ground = self._rows.index(row, 0).data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:
            place = QRect(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))
            painter.fillRect(place, ground)
            painter.fillRect(place.x(), place.y(), _MARK, place.height(), QColor(theme_of(self).accent))

    # What happens --------------------------------------------------------------------------------------

    def _on_scrolled(self, value: int) -> None:
        if not self._refreshing:
            self.scrolled.emit(value == self.verticalScrollBar().maximum())

    def _on_choice(self) -> None:
        # When the current row is taken away Qt makes its neighbour current, and when the table gets the
        # focus its first row: nobody chose those.
        current = self.currentIndex()
        if self.selectionModel().isSelected(current) and not self._refreshing:
            event = self._rows.event_at(current.row())
            if event is not None:
                self.event_chosen.emit(event)

    # Called by Qt --------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows' grounds first: under a style sheet Qt leaves out what the model wants there."""
        painter = QPainter(self.viewport())
        for row in self._rows_in_view():
            self._draw_ground(painter, row)
        painter.end()
        super().paintEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._take_look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for what happened."""
        self._spare_columns(self.width())
        super().resizeEvent(event)


def _small_mono_font() -> QFont:
    font = mono_font()
    font.setPointSizeF(small_font().pointSizeF())
    return font
