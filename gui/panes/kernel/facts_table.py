"""Rows of short facts, in which what has changed since the last look is marked for a moment."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.theme import LIGHT, Theme, small_font, theme_of
from gui.visible_text import tooltip, visible_line

_PADDING = 20
_HEADER_PADDING = 24
_LEAST_REST = 70
_ROWS_SEEN = 8

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class FactsColumn:
    """A column: its title, what it means, and the text that it has room for ("" takes the rest)."""

    title: str
    meaning: str
    sample: str = ""
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A fact; `tone` names a colour of the theme, `tip` explains, `loud` False keeps changes unmarked."""

    text: str
    tip: str = ""
    tone: str = "text"
    marks_change: bool = True


@dataclass(frozen=True, slots=True)
class FactsRow:
    """A row; `key` tells it from others, `ground` names a colour of the theme for its background."""

    key: Hashable
    cells: tuple[Cell, ...]
    ground: str = ""
    request: int = 0


class FactsModel(QAbstractTableModel):
    """The rows, for Qt."""

    def __init__(self, columns: Sequence[FactsColumn], parent: QWidget | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: tuple[FactsRow, ...] = ()
        self._changed: frozenset[tuple[Hashable, int]] = frozenset()
        self._is_retold = False
        self._request = 0
        self._theme = LIGHT

    def set_columns(self, columns: Sequence[FactsColumn]) -> None:
        """Take the columns' words in another language: what is shown next has then not changed for that."""
        self._columns = tuple(columns)
        self._is_retold = True
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def show(self, rows: Sequence[FactsRow]) -> None:
        """Take new rows, and mark the cells whose text is not what it was."""
        before = {} if self._is_retold else {row.key: row for row in self._rows}
        self._is_retold = False
        self._changed = frozenset(
            (row.key, column)
            for row in rows
            if row.key in before
            for column, (new, old) in enumerate(zip(row.cells, before[row.key].cells, strict=True))
            if new.marks_change and new.text != old.text
        )
        if [row.key for row in rows] == [row.key for row in self._rows]:
            self._rows = tuple(rows)
            self._repaint()
        else:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()

    def row(self, index: int) -> FactsRow:
        """Return a row."""
        return self._rows[index]

    def find(self, key: Hashable) -> int:
        """Return the place of the row with that key, -1 for none."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), -1)

    def highlight(self, request: int) -> None:
        """Light up the rows of this request; 0 for none."""
        self._request = request
        self._repaint()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from there."""
        self._theme = theme
        self._repaint()

    def is_marked(self, row: int, column: int) -> bool:
        """Tell whether the cell has just changed."""
        return (self._rows[row].key, column) in self._changed

    def _repaint(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _ground(self, row: FactsRow, column: int) -> QBrush | None:
        if (row.key, column) in self._changed:
            return QBrush(QColor(self._theme.accent_soft))
        if self._request and row.request == self._request:
            return QBrush(QColor(self._theme.accent_soft))
        return QBrush(QColor(getattr(self._theme, row.ground))) if row.ground else None

    # Called by Qt ---------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Tell how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Tell how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what Qt asks for of a cell."""
        row = self._rows[index.row()]
        cell = row.cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return visible_line(cell.text)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(f"{cell.text}: {cell.tip}" if cell.tip else cell.text)
            case Qt.ItemDataRole.ForegroundRole:
                return QBrush(QColor(getattr(self._theme, cell.tone)))
            case Qt.ItemDataRole.BackgroundRole:
                return self._ground(row, index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return _ALIGNMENTS[self._columns[index.column()].is_number]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's title, or what it means."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.title
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(column.meaning)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _ALIGNMENTS[column.is_number]
        return None


class _Grounds(QStyledItemDelegate):
    """Paints the cells' backgrounds, which the style sheet's rules for cells would leave out."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, then the cell."""
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:
            painter.fillRect(option.rect, ground)
        super().paint(painter, option, index)


class FactsTable(QTableView):
    """A table as high as its rows, up to a bound."""

    row_chosen = Signal(object)
    """The user has chosen this `FactsRow`."""

    def __init__(self, name: str, columns: Sequence[FactsColumn], rows_seen: int = _ROWS_SEEN) -> None:
        """Make an empty table that grows up to `rows_seen` rows and scrolls then."""
        super().__init__()
        self.setObjectName(name)
        self._columns = tuple(columns)
        self._rows_seen = rows_seen
        self._facts = FactsModel(columns, self)
        self.setModel(self._facts)
        self.setItemDelegate(_Grounds(self))
        self._dress()
        self._take_look()
        self.clicked.connect(self._on_picked)
        self.activated.connect(self._on_picked)

    def say(self, title: str, columns: Sequence[FactsColumn]) -> None:
        """Take the table's and the same columns' words in another language."""
        self.setAccessibleName(title)
        self._columns = tuple(columns)
        self._facts.set_columns(columns)
        self._fit_columns()

    def show_rows(self, rows: Sequence[FactsRow]) -> None:
        """Show these rows; the chosen one stays chosen."""
        chosen = self.currentIndex()
        key = self._facts.row(chosen.row()).key if chosen.isValid() else None
        self._facts.show(rows)
        at = self._facts.find(key) if key is not None else -1
        if at >= 0 and self.currentIndex().row() != at:
            self.setCurrentIndex(self._facts.index(at, 0))
        self._fit_height()

    def highlight_request(self, number: int) -> None:
        """Light up the rows of this request; 0 for none."""
        self._facts.highlight(number)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(30)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)

    def _take_look(self) -> None:
        self._facts.set_theme(theme_of(self))
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)
        self._fit_columns()
        self._fit_height()

    def _fit_columns(self) -> None:
        """Give each column what its sample needs, and the rest to those without one."""
        font = small_font()
        font.setBold(True)
        header = QFontMetrics(font)
        widths = [
            max(
                self.fontMetrics().horizontalAdvance(one.sample) + _PADDING,
                header.horizontalAdvance(one.title) + _HEADER_PADDING,
            )
            if one.sample
            else 0
            for one in self._columns
        ]
        room = self.viewport().width()
        rest = max((room - sum(widths)) / max(widths.count(0), 1), _LEAST_REST)
        needed = sum(width or rest for width in widths)
        # Where there is too little room each column gives some, so that none lies beyond the edge.
        factor = min(room / needed, 1.0) if room > 0 else 1.0
        for column, width in enumerate(widths):
            self.setColumnWidth(column, int((width or rest) * factor))

    def _fit_height(self) -> None:
        rows = min(max(self._facts.rowCount(), 1), self._rows_seen)
        line = self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * line + 4)

    def _on_picked(self, index: QModelIndex) -> None:
        self.row_chosen.emit(self._facts.row(index.row()))

    # Called by Qt ---------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._take_look()


_ALIGNMENTS = {
    True: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    False: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
}
