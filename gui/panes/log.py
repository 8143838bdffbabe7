"""The log: every event of a run, in order, to be filtered, read and saved."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core import journal
from core.details import details
from core.event_filter import ALL_KINDS, EventFilter
from core.events import Event
from core.history import History
from core.sentences import Kind
from gui.event_rows import Column, EventRows
from gui.theme import mono_font, set_role, small_font, theme_of
from gui.widgets.check_row import CheckRow
from gui.widgets.elided_label import ElidedLabel

READ_SECONDS = 0.008
"""How long one refresh may read: what is left of a frame belongs to the painting."""

FRAME_MILLISECONDS = 33
"""When there was more to read than fits into one refresh, the next comes after so long."""

COPIED_ROWS = 10_000
"""At most this many rows go to the clipboard at once."""

LARGEST_REQUEST = 999_999_999
"""The request filter takes numbers up to this one."""

_REQUEST_WIDTH = 150
"""The request filter leaves the rest of its line to the text filter."""

_SAMPLES = {
    Column.TIME: "00,000.000",
    Column.WHERE: "thread 12345",
    Column.REQUEST: "0000",
    Column.KIND: "handler",
}
"""The texts that the columns have room for at first; the last column takes the rest."""

_CELL_PADDING = 20

_SPARED = (Column.KIND, Column.REQUEST)
"""Columns that give way, in this order, where what happened would have less than this room (pixels):"""

_ROOM_TO_READ = 220

_AROUND_TABLE = 30
"""Pixels of the pane's width that margins, frame and scroll bar take."""


class LogPane(QWidget):
    """Shows the events of one run; the main window calls `refresh` at most once a frame."""

    saved = Signal(str)
    """The log is in the file of this path."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a run."""
        super().__init__(parent)
        self.setObjectName("log")
        self._history: History | None = None
        self._refreshing = False
        self._chosen: Event | None = None
        self._writing: Iterator[int] | None = None
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(FRAME_MILLISECONDS)
        self._write_on = QTimer(self)
        self._make_head()
        self._make_filters()
        self._make_table()
        self._make_details()
        self._make_foot()
        self._make_actions()
        self._lay_out()
        self._connect()
        self._take_look()
        self._fit_columns()
        self.show_run("", None)

    def show_run(self, title: str, history: History | None) -> None:
        """Show the events of `history` (None: of no run), under that title."""
        self._run.set_text(title)
        if history is None or history is not self._history:
            self._history = history
            self._request_filter.setValue(0)
            self._hide_details()
            self._follow.setChecked(True)
            self._apply_filter()

    def refresh(self) -> None:
        """Take in what is new, as far as a frame has time for it; the rest follows by itself."""
        if not self._pause.isChecked():
            self._read()
        self._say_counts()

    def filter_request(self, request: int) -> None:
        """Show only the events of this request; 0: of all."""
        self._request_filter.setValue(request)

    def focus_events(self) -> None:
        """Put the focus on the list of events."""
        self._table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def find_text(self) -> None:
        """Let the user type what to look for."""
        self._text_filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._text_filter.selectAll()

    def unread(self) -> int:
        """Return how many events have not been taken in yet."""
        return self._rows.unread()

    def is_saving(self) -> bool:
        """True while a file is being written."""
        return self._writing is not None

    def save_to(self, path: Path) -> None:
        """Begin to write all events of the run, filtered or not, to a file as JSON lines."""
        if self._history is None or self._writing is not None:
            return
        self._path = path
        self._writing = journal.write(self._history[:], path)
        self._save.setEnabled(False)
        self._write_on.start()

    # The parts -----------------------------------------------------------------------------------------

    def _make_head(self) -> None:
        self._run = ElidedLabel()
        self._run.setObjectName("run")
        set_role(self._run, "muted")
        self._follow = self._toggle("follow", self.tr("Follow"), self.tr("Keep the newest event in view"))
        self._follow.setChecked(True)
        self._pause = self._toggle(
            "pause", self.tr("Pause view"), self.tr("The server runs on; the view waits")
        )
        self._save = QPushButton(self.tr("Save…"))
        self._save.setObjectName("save")
        self._save.setToolTip(self.tr("Save all events of this run as JSON lines"))

    def _toggle(self, name: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setCheckable(True)
        button.setToolTip(tip)
        return button

    def _make_filters(self) -> None:
        self._kinds = CheckRow("kinds", self._kind_names().items())
        self._kinds.setAccessibleName(self.tr("Kinds of events shown"))
        self._request_filter = QSpinBox()
        self._request_filter.setObjectName("request_filter")
        self._request_filter.setAccessibleName(self.tr("Request shown"))
        self._request_filter.setRange(0, LARGEST_REQUEST)
        self._request_filter.setSpecialValueText(self.tr("All requests"))
        # Under a style sheet Qt ignores a spin box's left padding; its line edit has margins of its own.
        self._request_filter.lineEdit().setTextMargins(6, 0, 0, 0)
        self._request_filter.setPrefix(self.tr("Request "))
        self._request_filter.setMaximumWidth(_REQUEST_WIDTH)
        self._text_filter = QLineEdit()
        self._text_filter.setObjectName("text_filter")
        self._text_filter.setAccessibleName(self.tr("Text that events must hold"))
        self._text_filter.setPlaceholderText(self.tr("Find text or data"))
        self._text_filter.setClearButtonEnabled(True)
        self._hide_polling = QCheckBox(self.tr("Hide polling"))
        self._hide_polling.setObjectName("hide_polling")
        self._hide_polling.setToolTip(self.tr("Hide what a waiting server calls again and again"))
        self._hide_polling.setChecked(True)

    def _kind_names(self) -> dict[str, str]:
        return {
            Kind.LIFE: self.tr("Life"),
            Kind.HOOK: self.tr("Hooks"),
            Kind.HANDLER: self.tr("Handler"),
            Kind.BYTES: self.tr("Bytes"),
            Kind.THREAD: self.tr("Threads"),
            Kind.PROCESS: self.tr("Processes"),
            Kind.CLIENT: self.tr("Clients"),
            Kind.OUTPUT: self.tr("Output"),
            Kind.ERROR: self.tr("Errors"),
        }

    def _make_table(self) -> None:
        self._rows = EventRows(self)
        self._table = QTableView()
        self._table.setObjectName("events")
        self._table.setAccessibleName(self.tr("Events"))
        self._table.setModel(self._rows)
        self._table.setShowGrid(False)
        self._table.setWordWrap(False)
        self._table.setTabKeyNavigation(False)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self._table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.verticalHeader().setVisible(False)
        self._table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self._table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setMinimumSectionSize(36)
        self._empty = QLabel()
        self._empty.setObjectName("empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        set_role(self._empty, "muted")

    def _make_details(self) -> None:
        self._details = QPlainTextEdit()
        self._details.setObjectName("details")
        self._details.setAccessibleName(self.tr("The chosen event in full"))
        self._details.setReadOnly(True)
        self._hide = QPushButton(self.tr("Hide"))
        self._hide.setObjectName("hide_details")
        self._hide.setAccessibleName(self.tr("Hide the event's details"))
        set_role(self._hide, "link")

    def _make_foot(self) -> None:
        self._counts = QLabel()
        self._counts.setObjectName("counts")
        set_role(self._counts, "small")
        self._notice = ElidedLabel()
        self._notice.setObjectName("notice")
        self._clear_filters = QPushButton(self.tr("Clear filters"))
        self._clear_filters.setObjectName("clear_filters")
        set_role(self._clear_filters, "link")

    def _make_actions(self) -> None:
        self._copy = QAction(self.tr("Copy rows"), self._table)
        self._copy.setShortcut(QKeySequence.StandardKey.Copy)
        self._only_request = QAction(self.tr("Show only this request"), self._table)
        for action in (self._copy, self._only_request):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._table.addAction(action)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _lay_out(self) -> None:
        theme = theme_of(self)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.gap)
        layout.addLayout(_line(self._run, self._follow, self._pause, self._save))
        layout.addWidget(self._kinds)
        layout.addLayout(_line(self._request_filter, self._text_filter, self._hide_polling))
        layout.addWidget(self._make_split(), 1)
        layout.addLayout(_line(self._counts, self._notice, self._clear_filters))

    def _make_split(self) -> QSplitter:
        empty_page = QFrame()
        set_role(empty_page, "card")
        QVBoxLayout(empty_page).addWidget(self._empty)
        self._pages = QStackedWidget()
        self._pages.addWidget(empty_page)
        self._pages.addWidget(self._table)
        self._details_area = QWidget()
        below = QVBoxLayout(self._details_area)
        below.setContentsMargins(0, theme_of(self).gap_small, 0, 0)
        heading = QLabel(self.tr("EVENT"))
        set_role(heading, "title")
        below.addLayout(_line(heading, _gap(), self._hide))
        below.addWidget(self._details)
        self._split = split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self._pages)
        split.addWidget(self._details_area)
        # Shares rather than pixels: Qt scales them to the room there is.
        split.setSizes([6_000, 4_000])
        return split

    def _connect(self) -> None:
        self._more.timeout.connect(self.refresh)
        self._write_on.timeout.connect(self._on_write_on)
        self._follow.toggled.connect(self._on_follow)
        self._pause.toggled.connect(self.refresh)
        self._save.clicked.connect(self._on_save)
        self._kinds.changed.connect(self._apply_filter)
        self._request_filter.valueChanged.connect(self._apply_filter)
        self._text_filter.textChanged.connect(self._apply_filter)
        self._hide_polling.toggled.connect(self._apply_filter)
        self._clear_filters.clicked.connect(self._on_clear_filters)
        self._table.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        # A key selects first and moves the current row then, a mouse does it the other way round.
        self._table.selectionModel().currentChanged.connect(self._on_choice)
        self._table.selectionModel().selectionChanged.connect(self._on_choice)
        self._copy.triggered.connect(self._on_copy)
        self._only_request.triggered.connect(self._on_only_request)
        self._hide.clicked.connect(self._hide_details)

    # The rows ------------------------------------------------------------------------------------------

    def _wanted(self) -> EventFilter:
        return EventFilter(
            kinds=frozenset(Kind(key) for key in self._kinds.checked()) or ALL_KINDS,
            request=self._request_filter.value(),
            text=self._text_filter.text(),
            hide_polling=self._hide_polling.isChecked(),
        )

    def _apply_filter(self) -> None:
        wanted = self._wanted()
        self._clear_filters.setVisible(wanted != EventFilter())
        # The view scrolls to the top when rows are taken away: that is not the user's doing.
        self._refreshing = True
        self._rows.show(self._history, wanted)
        self._refreshing = False
        self._read()
        self._say_counts()

    def _read(self) -> None:
        self._refreshing = True
        top = self._top_event()
        if self._rows.read(READ_SECONDS):
            self._more.start()
        self._pages.setCurrentIndex(1 if self._rows.rowCount() else 0)
        self._scroll(top)
        self._refreshing = False

    def _top_event(self) -> Event | None:
        row = self._table.rowAt(0)
        return self._rows.event_at(row) if row >= 0 else None

    def _scroll(self, top: Event | None) -> None:
        """Keep the newest row in view, or else the row that was on top where it was."""
        if self._follow.isChecked():
            self._table.scrollToBottom()
        elif top is not None:
            there = self._rows.index(self._rows.row_of(top), 0)
            self._table.scrollTo(there, QAbstractItemView.ScrollHint.PositionAtTop)

    def _say_counts(self) -> None:
        total = len(self._history) if self._history else 0
        missing = self._history.forgotten + self._history.not_kept if self._history else 0
        shown = self._rows.rowCount()
        events = f"{total:,}" if shown == total else self.tr("{0} of {1}").format(f"{shown:,}", f"{total:,}")
        parts = [self.tr("{0} events").format(events)]
        if missing:
            parts.append(self.tr("{0} not shown").format(f"{missing:,}"))
        if self._pause.isChecked():
            parts.append(self.tr("paused, {0} new").format(f"{self._rows.unread():,}"))
        self._counts.setText(" · ".join(parts))
        self._counts.setToolTip(self._missing_in_words() if missing else "")
        self._save.setEnabled(total > 0 and self._writing is None)
        self._empty.setText(self._why_empty(total))

    def _missing_in_words(self) -> str:
        assert self._history is not None
        return self.tr(
            "{0} of the oldest events were forgotten, because memory is limited.\n"
            "{1} events were more than the server's process could hand on."
        ).format(f"{self._history.forgotten:,}", f"{self._history.not_kept:,}")

    def _why_empty(self, total: int) -> str:
        if total:
            return self.tr("Of {0} events none passes the filters.").format(f"{total:,}")
        if self._history is not None:
            return self.tr("Nothing has happened yet.\nSend the server a message, and look here.")
        return self.tr(
            "Nothing has happened yet.\n"
            "Start a server, then a client: calls, bytes and threads appear here, in order."
        )

    # The chosen event ----------------------------------------------------------------------------------

    def _show_details(self, event: Event) -> None:
        self._chosen = event
        self._details_area.show()
        self._details.setPlainText(details(event, self._rows.place(event), self._rows.milliseconds(event)))

    def _hide_details(self) -> None:
        self._chosen = None
        self._details_area.hide()
        self._table.selectionModel().clear()

    def _selected_rows(self) -> list[int]:
        selection = self._table.selectionModel().selection()
        parts = [selection.at(number) for number in range(selection.count())]
        return sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})

    # Saving --------------------------------------------------------------------------------------------

    def _end_writing(self) -> None:
        self._write_on.stop()
        self._writing = None
        self._say_counts()

    def _tell(self, text: str, role: str = "small") -> None:
        set_role(self._notice, role)
        self._notice.set_text(text)

    def _take_look(self) -> None:
        """Take colours and fonts from the theme."""
        self._rows.set_look(theme_of(self), self._fonts())
        self._table.viewport().update()

    def _fit_columns(self) -> None:
        fonts = self._fonts()
        tallest = max(QFontMetrics(font).height() for font in fonts.values())
        self._table.verticalHeader().setDefaultSectionSize(tallest + 5)
        for column in _SAMPLES:
            self._table.setColumnWidth(column, self._column_width(column))

    def _spare_columns(self) -> None:
        """Hide what can be spared where the pane is narrow."""
        # The pane's own width: the table learns its new one only later.
        room = self.width() - _AROUND_TABLE - sum(self._column_width(column) for column in _SAMPLES)
        for column in _SPARED:
            is_hidden = room < _ROOM_TO_READ
            self._table.setColumnHidden(column, is_hidden)
            room += self._column_width(column) if is_hidden else 0

    def _column_width(self, column: Column) -> int:
        sample = QFontMetrics(self._fonts()[column]).horizontalAdvance(_SAMPLES[column])
        return sample + _CELL_PADDING

    def _fonts(self) -> dict[Column, QFont]:
        """Return the columns' fonts: what happened is what is read, the rest is what is looked up."""
        small = dict.fromkeys(Column, small_font())
        return {**small, Column.TIME: _small_mono_font(), Column.WHAT: mono_font()}

    # What happens --------------------------------------------------------------------------------------

    def _on_scrolled(self, value: int) -> None:
        if not self._refreshing:
            self._follow.setChecked(value == self._table.verticalScrollBar().maximum())

    def _on_follow(self, on: bool) -> None:
        if on:
            self._table.scrollToBottom()

    def _on_choice(self) -> None:
        # When the current row is taken away Qt makes its neighbour current, and when the table gets the
        # focus its first row: nobody chose those.
        current = self._table.currentIndex()
        if self._table.selectionModel().isSelected(current) and not self._refreshing:
            # Who reads an event does not want it to be carried away by those that come.
            self._follow.setChecked(current.row() == self._rows.rowCount() - 1)
            self._show_details(self._rows.event_at(current.row()))
            # At once: the details have just taken room away, perhaps that of the chosen row.
            self._split.refresh()
            self._table.scrollTo(current)

    def _on_only_request(self) -> None:
        if self._chosen is not None:
            self.filter_request(self._chosen.request)

    def _on_copy(self) -> None:
        rows = self._selected_rows()
        lines = ("\t".join(self._rows.cells(self._rows.event_at(row))) for row in rows[:COPIED_ROWS])
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._tell(self.tr("Copied {0} of {1} rows.").format(min(len(rows), COPIED_ROWS), len(rows)))

    def _on_clear_filters(self) -> None:
        self._kinds.clear()
        self._request_filter.setValue(0)
        self._text_filter.clear()
        self._hide_polling.setChecked(True)

    def _on_save(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the log"), "", self.tr("JSON lines (*.jsonl)"))
        dialog.setObjectName("save_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("jsonl")
        dialog.selectFile("log.jsonl")
        dialog.fileSelected.connect(lambda path: self.save_to(Path(path)))
        dialog.open()

    def _on_write_on(self) -> None:
        assert self._writing is not None
        try:
            written = next(self._writing, None)
        except OSError as error:
            self._end_writing()
            self._tell(
                self.tr("Not saved: {0}. Take another folder, or make room, and save again.").format(
                    error.strerror or error
                ),
                "error",
            )
            return
        if written is None:
            self._end_writing()
            self._tell(self.tr("Saved as {0}").format(self._path.name))
            self.saved.emit(str(self._path))
        else:
            self._tell(self.tr("Saving: {0} events").format(f"{written:,}"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._take_look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for what happened."""
        super().resizeEvent(event)
        self._spare_columns()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        self.refresh()


def _line(*widgets: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout()
    for widget in widgets:
        stretch = 1 if isinstance(widget, (ElidedLabel, QLineEdit)) or widget.objectName() == "gap" else 0
        layout.addWidget(widget, stretch)
    return layout


def _small_mono_font() -> QFont:
    font = mono_font()
    font.setPointSizeF(small_font().pointSizeF())
    return font


def _gap() -> QWidget:
    gap = QWidget()
    gap.setObjectName("gap")
    return gap
