"""The log: every event of a run, in order."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QSplitter, QWidget

from core.details import details
from core.event_filter import EventFilter
from core.events import Event
from gui.event_rows import EventRows
from gui.language import translated
from gui.panes.log.event_details import EventDetails
from gui.panes.log.event_table import EventTable
from gui.panes.log.filter_bar import FilterBar
from gui.panes.log.saving import Saving
from gui.spoken import spoken
from gui.theme import set_role
from gui.view_frame import ViewFrame
from gui.widgets.elided_label import ElidedLabel

READ_SECONDS = 0.008
"""How long one refresh may read: what is left of a frame belongs to the painting."""

REST_MILLISECONDS = 12
"""When there was more to read than fits into one refresh, the next comes after so long."""

COPIED_ROWS = 10_000
"""At most this many rows go to the clipboard at once."""


class LogPane(ViewFrame):
    """Shows the events of one run; the main window calls `refresh` at most once a frame."""

    saved = Signal(str)
    """The log is in the file of this path."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a run."""
        super().__init__("log", parent, REST_MILLISECONDS)
        self._chosen: Event | None = None
        self._sought: int | None = None  # where the view goes as soon as it has read that far
        self._told: Callable[[], str] = str
        self._saving = Saving(self)
        self._make_head()
        self._make_body()
        self._make_foot()
        self._make_actions()
        self._lay_out()
        self._connect()
        self._begin()
        spoken(self, self._say_words)

    def refresh(self) -> None:
        """Take in what is new, as far as a frame has time for it; the rest follows by itself."""
        self._read()
        self._say_counts()

    def highlight_request(self, number: int) -> None:
        """Mark the events of this request, among all the others; 0: of none."""
        self._rows.light_request(number)

    def show_moment(self, moment: int | None) -> None:
        """Grey what is later than this time (ns) and go there; None: go to the newest event."""
        self._rows.grey_after(moment)
        self._sought = moment
        self._follow.setChecked(moment is None)
        self.refresh()

    def filter_request(self, request: int) -> None:
        """Show only the events of this request; 0: of all."""
        self._filters.want_request(request)

    def focus_events(self) -> None:
        """Put the focus on the list of events."""
        self._table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def find_text(self) -> None:
        """Let the user type what to look for."""
        self._filters.find_text()

    def unread(self) -> int:
        """Return how many events have not been taken in yet."""
        return self._rows.unread()

    def is_saving(self) -> bool:
        """True while a file is being written."""
        return self._saving.is_running

    def save_to(self, path: Path) -> None:
        """Begin to write all events of the run, filtered or not: as a table (.csv) or as JSON lines."""
        if self._history is not None and not self._saving.is_running:
            self._saving.start(self._history, path)
            self._save.setEnabled(False)

    # The words -----------------------------------------------------------------------------------------

    def _say_words(self) -> None:
        self._follow.setText(self.tr("Follow"))
        self._pause.setText(self.tr("Pause view"))
        self._save.setText(self.tr("Save…"))
        for button, tip in (
            (self._follow, self.tr("Keep the newest event in view")),
            (self._pause, self.tr("The server runs on; the view waits")),
            (self._save, self.tr("Save all events of this run: JSON lines, or a table for a spreadsheet")),
        ):
            button.setToolTip(tip)
        self._clear_filters.setText(self.tr("Clear filters"))
        self._copy.setText(self.tr("Copy rows"))
        self._only_request.setText(self.tr("Show only this request"))
        self._notice.set_text(self._told())
        self._say_counts()
        if self._chosen is not None:
            self._show_details(self._chosen)

    # The parts -----------------------------------------------------------------------------------------

    def _make_head(self) -> None:
        button = self._add_button
        self._follow = button("follow", is_checkable=True)
        self._pause = button("pause", is_checkable=True)
        self._save = button("save")

    def _make_body(self) -> None:
        self._filters = FilterBar()
        self._rows = EventRows(self)
        self._table = EventTable(self._rows)
        self._details = EventDetails()

    def _make_foot(self) -> None:
        self._counts = QLabel()
        self._counts.setObjectName("counts")
        set_role(self._counts, "small")
        self._notice = ElidedLabel()
        self._notice.setObjectName("notice")
        self._clear_filters = QPushButton()
        self._clear_filters.setObjectName("clear_filters")
        set_role(self._clear_filters, "link")

    def _make_actions(self) -> None:
        self._copy = QAction(self._table)
        self._copy.setShortcut(QKeySequence.StandardKey.Copy)
        self._only_request = QAction(self._table)
        for action in (self._copy, self._only_request):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._table.addAction(action)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _lay_out(self) -> None:
        self._set_body(self._table)
        self._column.addWidget(self._filters)
        self._column.addWidget(self._make_split(), 1)
        self._column.addLayout(_line(self._counts, self._notice, self._clear_filters))
        self.setFocusProxy(self._table)

    def _make_split(self) -> QSplitter:
        self._split = split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self._pages)
        split.addWidget(self._details)
        # Shares rather than pixels: Qt scales them to the room there is.
        split.setSizes([6_000, 4_000])
        return split

    def _connect(self) -> None:
        self._follow.toggled.connect(self._on_follow)
        self._pause.toggled.connect(self.refresh)
        self._filters.changed.connect(self._apply_filter)
        self._clear_filters.clicked.connect(self._filters.clear)
        self._table.scrolled.connect(self._on_scrolled)
        self._table.event_chosen.connect(self._on_choice)
        self._copy.triggered.connect(self._on_copy)
        self._only_request.triggered.connect(self._on_only_request)
        self._details.hide_wanted.connect(self._hide_details)
        self._save.clicked.connect(self._on_save)
        self._saving.progressed.connect(self._on_save_progressed)
        self._saving.done.connect(self._on_saved)
        self._saving.failed.connect(self._on_save_failed)

    # The rows ------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        for control in (self._follow, self._pause, self._filters):
            control.setEnabled(self._history is not None)
        self._filters.want_request(0)
        self._hide_details()
        self._rows.light_request(0)
        self._rows.grey_after(None)
        self._sought = None
        self._follow.setChecked(True)
        self._apply_filter()

    def _apply_filter(self) -> None:
        wanted = self._filters.wanted()
        self._clear_filters.setVisible(wanted != EventFilter())
        # The view scrolls to the top when rows are taken away: that is not the user's doing.
        with self._table.changing_rows():
            self._rows.show(self._history, wanted)
        self._read()
        self._say_counts()

    def _read(self) -> None:
        with self._table.changing_rows():
            top = self._table.top_event()
            if self._pause.isChecked():
                self._rows.drop_forgotten()
            else:
                self._refresh_again(self._rows.read(READ_SECONDS))
            self._scroll(top)

    def _scroll(self, top: Event | None) -> None:
        """Keep the newest row in view, or else the row that was on top where it was."""
        if self._follow.isChecked():
            self._table.scrollToBottom()
        elif self._sought is not None:
            self._table.show_last_until(self._sought)
            self._sought = self._sought if self._rows.unread() else None
        elif top is not None:
            self._table.put_on_top(top)

    def _say_counts(self) -> None:
        total = len(self._history) if self._history else 0
        missing = self._history.forgotten + self._history.not_kept if self._history else 0
        shown = self._rows.rowCount()
        events = self.tr("{1} events") if shown == total else self.tr("{0} of {1} events")
        parts = [events.format(f"{shown:,}", f"{total:,}")]
        if missing:
            parts.append(self.tr("{0} not shown").format(f"{missing:,}"))
        if self._pause.isChecked():
            parts.append(self.tr("paused, {0} new").format(f"{self._rows.unread():,}"))
        self._counts.setText(" · ".join(parts))
        self._counts.setToolTip(self._missing_in_words() if missing else "")
        self._save.setEnabled(total > 0 and not self._saving.is_running)
        self._say_empty("" if shown else self._why_empty(total))

    def _missing_in_words(self) -> str:
        assert self._history is not None
        return self.tr(
            "{0} of the oldest events were forgotten, because memory is limited.\n"
            "{1} events were more than the server's process could hand on."
        ).format(f"{self._history.forgotten:,}", f"{self._history.not_kept:,}")

    def _why_empty(self, total: int) -> str:
        if total and self._rows.unread():
            return self.tr("Looking through {0} events…").format(f"{total:,}")
        if total:
            return self.tr("Of {0} events none passes the filters.").format(f"{total:,}")
        if self._history is not None:
            return self.tr("Nothing has happened yet.\nSend the server a message, and look here.")
        return self.tr(
            "Nothing has happened yet.\n"
            "Start a server, then a client: calls, bytes and threads appear here, in order."
        )

    def _hide_details(self) -> None:
        self._chosen = None
        self._details.hide()
        self._table.selectionModel().clear()

    def _show_details(self, event: Event) -> None:
        place, milliseconds = self._rows.place(event), self._rows.milliseconds(event)
        self._details.show_text(details(event, place, milliseconds, translated))

    def _tell(self, text: Callable[[], str], role: str = "small") -> None:
        """Say something in the last line, and in other languages again."""
        self._told = text
        set_role(self._notice, role)
        self._notice.set_text(text())

    # What happens --------------------------------------------------------------------------------------

    def _on_follow(self, on: bool) -> None:
        if on:
            self._table.scrollToBottom()

    def _on_scrolled(self, is_at_end: bool) -> None:
        self._sought = None
        self._follow.setChecked(is_at_end)

    def _on_choice(self, event: Event) -> None:
        self._chosen = event
        row = self._table.currentIndex().row()
        # Who reads an event does not want it to be carried away by those that come.
        self._follow.setChecked(row == self._rows.rowCount() - 1)
        self._show_details(event)
        # At once: the details have just taken room away, perhaps that of the chosen row.
        self._split.refresh()
        self._table.scrollTo(self._table.currentIndex())
        self.request_chosen.emit(self._rows.request_of(event))

    def _on_only_request(self) -> None:
        if self._chosen is not None:
            self.filter_request(self._rows.request_of(self._chosen))

    def _on_copy(self) -> None:
        rows = self._table.selected_rows()
        events = filter(None, map(self._rows.event_at, rows[:COPIED_ROWS]))
        lines = ["\t".join(self._rows.cells(event)) for event in events]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._tell(lambda: self.tr("Copied {0} of {1} rows.").format(len(lines), len(rows)))

    def _on_save(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the log"))
        dialog.setObjectName("save_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("JSON lines (*.jsonl)"), self.tr("Table for a spreadsheet (*.csv)")])
        dialog.setDefaultSuffix("jsonl")
        dialog.filterSelected.connect(
            lambda kind: dialog.setDefaultSuffix("csv" if "csv" in kind else "jsonl")
        )
        dialog.selectFile("log")
        dialog.fileSelected.connect(lambda path: self.save_to(Path(path)))
        dialog.open()

    def _on_save_progressed(self, written: int) -> None:
        self._tell(lambda: self.tr("Saving: {0} events").format(f"{written:,}"))

    def _on_saved(self, path: Path) -> None:
        self._say_counts()
        self._tell(lambda: self.tr("Saved as {0}").format(path.name))
        self.saved.emit(str(path))

    def _on_save_failed(self, reason: str) -> None:
        self._say_counts()
        self._tell(lambda: self._not_saved_in_words(reason), "error")

    def _not_saved_in_words(self, reason: str) -> str:
        return self.tr("Not saved: {0}. Take another folder, or make room, and save again.").format(reason)


def _line(*widgets: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout()
    for widget in widgets:
        layout.addWidget(widget, 1 if isinstance(widget, ElidedLabel) else 0)
    return layout
