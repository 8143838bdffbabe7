"""The console: what the server's code prints, and its tracebacks, in order."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from core.console import LINES_KEPT, OutputReader
from gui.language import translated
from gui.panes.console.older_bar import OlderBar
from gui.panes.console.output_view import OutputView
from gui.spoken import spoken
from gui.theme import set_role
from gui.view_frame import ViewFrame
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.find_bar import FindBar

READ_SECONDS = 0.006
"""How long one refresh may read: what is left of its 8 ms belongs to the rows and the painting."""

REST_MILLISECONDS = 12
"""When there was more to read than fits into one refresh, the next comes after so long."""

PAST_LINES = 2 * LINES_KEPT
"""A look back shows so many lines: more than one piece of printed text can have, so that it gets further."""


class ConsolePane(ViewFrame):
    """Shows the output of one run; the main window calls `refresh` at most once a frame."""

    link_wanted = Signal(str, int)
    """A place in the learner's code was clicked: its file, as the traceback names it, and the line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a run."""
        super().__init__("console", parent, REST_MILLISECONDS)
        self._live: OutputReader | None = None
        self._past: OutputReader | None = None  # what is read again, up to an earlier time
        self._moment: int | None = None
        self._sought: int | None = None  # where the view goes as soon as it has read that far
        self._copied = 0  # how many lines were, just now
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
        reader = self._reader()
        if reader and self._history is not None and not self._pause.isChecked():
            self._refresh_again(reader.read(READ_SECONDS))
            self._view.show_lines(reader.output.lines[:], self._history.began or 0)
            self._scroll()
        self._say()

    def highlight_request(self, number: int) -> None:
        """Mark the lines of this request; 0: of none."""
        self._view.light_request(number)

    def show_moment(self, moment: int | None) -> None:
        """Grey what is later than this time (ns) and go there, however old; None: go to the newest line."""
        self._moment = self._sought = moment
        self._view.grey_after(moment)
        self._follow.setChecked(moment is None)
        self._look_back(moment)
        self.refresh()

    def find_text(self) -> None:
        """Let the user type what to look for."""
        if self._find.isChecked():
            self._find_bar.open()
        self._find.setChecked(True)

    def unread(self) -> int:
        """Return how many events have not been taken in yet."""
        reader = self._reader()
        return reader.unread() if reader else 0

    def _say_words(self) -> None:
        for button, text, tip in (
            (self._follow, self.tr("Follow"), self.tr("Keep the newest line in view")),
            (self._pause, self.tr("Pause"), self.tr("The server runs on; the view waits")),
            (self._clear, self.tr("Clear"), self.tr("Take the lines away; they stay in the run")),
            (self._copy, self.tr("Copy"), self.tr("Copy the selected lines, or all of them")),
            (self._find, self.tr("Find"), self.tr("Look for words in the lines (Ctrl+F)")),
        ):
            button.setText(text)
            button.setToolTip(tip)
        self._select_all.setText(self.tr("Select all"))
        self._copy_lines.setText(self.tr("Copy lines"))
        self._find_bar.call_it(self.tr("Find in the output"))
        self._say_copied()
        self._say()

    # The parts ------------------------------------------------------------------------------------------

    def _make_head(self) -> None:
        button = self._add_button
        self._follow, self._pause = (button(name, is_checkable=True) for name in ("follow", "pause"))
        self._clear, self._copy = button("clear"), button("copy")
        self._find = button("find", is_checkable=True)

    def _make_body(self) -> None:
        self._view = OutputView()
        self._find_bar = FindBar(self._view)
        self._older = OlderBar()

    def _make_foot(self) -> None:
        self._counts = QLabel()
        self._counts.setObjectName("counts")
        set_role(self._counts, "small")
        self._notice = ElidedLabel()
        self._notice.setObjectName("notice")
        set_role(self._notice, "small")

    def _make_actions(self) -> None:
        self._select_all = QAction(self._view)
        self._select_all.setShortcut(QKeySequence.StandardKey.SelectAll)
        self._copy_lines = QAction(self._view)
        self._copy_lines.setShortcut(QKeySequence.StandardKey.Copy)
        for action in (self._copy_lines, self._select_all):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._view.addAction(action)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _lay_out(self) -> None:
        self._set_body(self._view)
        self._column.addWidget(self._find_bar)
        self._column.addWidget(self._older)
        self._column.addWidget(self._pages, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._counts)
        foot.addWidget(self._notice, 1)
        self._column.addLayout(foot)
        self.setFocusProxy(self._view)

    def _connect(self) -> None:
        self._follow.toggled.connect(self._on_follow)
        self._pause.toggled.connect(self.refresh)
        self._clear.clicked.connect(self._on_clear)
        self._copy.clicked.connect(self._on_copy)
        self._copy_lines.triggered.connect(self._on_copy)
        self._select_all.triggered.connect(self._view.select_all)
        self._find.toggled.connect(self._on_find)
        self._find_bar.closed.connect(lambda: self._find.setChecked(False))
        self._find_bar.moved.connect(lambda: self._follow.setChecked(False))
        self._view.scrolled.connect(self._on_scrolled)
        self._view.link_chosen.connect(self.link_wanted)
        self._view.request_chosen.connect(self._on_choice)
        self._older.older_wanted.connect(self._on_older)
        self._older.newest_wanted.connect(lambda: self._follow.setChecked(True))

    # What is shown --------------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._live = OutputReader(self._history, say=translated) if self._history is not None else None
        self._past = self._moment = self._sought = None
        for control in (self._follow, self._pause, self._clear, self._copy, self._find):
            control.setEnabled(self._history is not None)
        self._pause.setChecked(False)
        self._find.setChecked(False)
        self._copied = 0
        self._say_copied()
        self._view.forget()
        self._follow.setChecked(True)
        self._say()

    def _reader(self) -> OutputReader | None:
        return self._past or self._live

    def _look_back(self, moment: int | None) -> None:
        """Read older lines again, if those of that time are no longer among the last; None: no."""
        if moment is None or not self._live or self._history is None or self._covers(self._live, moment):
            self._past = None
        elif not (self._past and self._covers(self._past, moment)):
            self._past = OutputReader(self._history, PAST_LINES, moment, translated)

    def _covers(self, reader: OutputReader, moment: int) -> bool:
        is_early_enough = reader.until is None or moment <= reader.until
        output = reader.output
        return is_early_enough and (
            not output.dropped or (bool(output.lines) and output.lines[0].time < moment)
        )

    def _scroll(self) -> None:
        if self._follow.isChecked():
            self._view.go_to_end()
        elif self._sought is not None:
            self._view.go_to_moment(self._sought)
            self._sought = self._sought if self.is_behind() else None

    def _say(self) -> None:
        lines = len(self._view.lines())
        parts = [self._count_in_words(lines)]
        if self._pause.isChecked():
            parts.append(self.tr("paused, {0} new events").format(f"{self.unread():,}"))
        elif self._past and self.is_behind():
            parts.append(self.tr("reading older lines…"))
        self._counts.setText(" · ".join(parts))
        reader = self._reader()
        has_older = bool(reader and reader.output.dropped)
        self._older.say(self._missing(reader), has_older, self._past is not None)
        self._say_empty("" if lines else self._why_empty(has_older))

    def _say_copied(self) -> None:
        words = self.tr("Copied {0}.").format(self._count_in_words(self._copied)) if self._copied else ""
        self._notice.set_text(words)

    def _count_in_words(self, lines: int) -> str:
        return self.tr("1 line") if lines == 1 else self.tr("{0} lines").format(f"{lines:,}")

    def _missing(self, reader: OutputReader | None) -> str:
        parts = []
        if reader and reader.output.dropped:
            parts.append(self.tr("{0} older lines are not shown.").format(f"{reader.output.dropped:,}"))
        if reader and reader.missed:
            missed = f"{reader.missed:,}"
            parts.append(self.tr("{0} events before them were forgotten: memory is limited.").format(missed))
        if self._past:
            parts.append(self.tr("Newer lines follow."))
        return " ".join(parts)

    def _why_empty(self, has_older: bool) -> str:
        if self._past and self.is_behind():
            return self.tr("Looking for older lines…")
        if has_older:
            return self.tr("Cleared. What is printed next appears here.")
        return self.tr(
            "Nothing has been printed yet.\n"
            "What the server's code prints appears here, and the tracebacks of its exceptions.\n\n"
            "Try this line in the handle() of a handler:\n"
            "print(self.client_address)"
        )

    # What happens ---------------------------------------------------------------------------------------

    def _on_follow(self, on: bool) -> None:
        if on:
            self._past = self._sought = None
            self.refresh()
            self._view.go_to_end()

    def _on_scrolled(self, is_at_end: bool) -> None:
        self._sought = None
        self._follow.setChecked(is_at_end and self._past is None and self._moment is None)

    def _on_choice(self, request: int) -> None:
        # Who reads a line does not want it to be carried away by those that come.
        self._follow.setChecked(
            self._follow.isChecked() and self._view.current_row() == len(self._view.lines()) - 1
        )
        self.request_chosen.emit(request)

    def _on_clear(self) -> None:
        self._past = None
        if self._live:
            self._live.output.clear()
        self._view.show_lines((), 0)
        self._follow.setChecked(True)
        self._say()

    def _on_older(self) -> None:
        lines = self._view.lines()
        if self._history and len(self._history):
            until = lines[0].time if lines else self._history[-1].time
            self._past = OutputReader(self._history, PAST_LINES, until, translated)
            self._sought = until
            self._follow.setChecked(False)
            self.refresh()

    def _on_find(self, on: bool) -> None:
        if on:
            self._find_bar.open()
        elif not self._find_bar.isHidden():
            self._find_bar.close_bar()

    def _on_copy(self) -> None:
        rows = self._view.selected_rows() or range(len(self._view.lines()))
        QGuiApplication.clipboard().setText("\n".join(self._view.words(row).text for row in rows))
        self._copied = len(rows)
        self._say_copied()

    # Called by Qt ---------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the key for finding from the window's menu, which means the log by it."""
        if event.type() is QEvent.Type.ShortcutOverride and self._is_find(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find."""
        if self._is_find(event):
            self.find_text()
        else:
            super().keyPressEvent(event)

    def _is_find(self, event: QEvent) -> bool:
        is_key = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Find)
        return is_key and self._find.isEnabled()
