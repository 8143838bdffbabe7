"""The stage: views of one run, side by side as tabs, that follow one request and one moment."""

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QTimer, SignalInstance
from PySide6.QtWidgets import QApplication, QTabWidget, QVBoxLayout, QWidget

from core.history import History
from gui.widgets.replay_bar import ReplayBar

FRAME_MS = 33
"""The view in front takes new events in at most this often (milliseconds)."""

MARGIN = 9
"""The space around the controls below the views, as that around the views."""


class View(Protocol):
    """What a view can do; all of them are widgets and know nothing of each other."""

    request_chosen: SignalInstance
    """Somebody picked something of this request (0: of none)."""

    def show_run(self, title: str, history: History | None) -> None:
        """Show another run, or the same one under a new title."""

    def refresh(self) -> None:
        """Take in what is new, as far as a frame has time for it."""

    def highlight_request(self, number: int) -> None:
        """Light up what belongs to this request; 0: nothing."""

    def show_moment(self, moment: int | None) -> None:
        """Show how it was at that time (ns); None: how it is now."""


class Stage(QWidget):
    """Shows a run in every view; draws only the one in front."""

    def __init__(self, views: Iterable[tuple[str, QWidget]], parent: QWidget | None = None) -> None:
        """Make a tab for each view, with its title."""
        super().__init__(parent)
        self.tabs = QTabWidget()
        self.replay = ReplayBar()
        self._history: History | None = None
        self._views: list[View] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FRAME_MS)
        self._tools = QVBoxLayout()
        self._tools.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._tools.setSpacing(6)
        self._tools.addWidget(self.replay)
        for title, view in views:
            self._add(title, view)
        self._lay_out()
        self._connect()

    def show_run(self, title: str, history: History | None) -> None:
        """Show another run, or the same one under a new title."""
        if history is not self._history:
            self._history = history
            self._highlight(0)
            self.replay.show_moment(None)
            self._follow_moment(None)
        for view in self._views:
            view.show_run(title, history)
        self._refresh()

    def refresh_soon(self) -> None:
        """Say that the run has new events."""
        if not self._timer.isActive():
            self._timer.start()

    def show_view(self, view: QWidget) -> None:
        """Bring a view to the front."""
        self.tabs.setCurrentWidget(view)

    def add_tool(self, tool: QWidget) -> None:
        """Put a row of controls below the views."""
        self._tools.insertWidget(0, tool)

    def _add(self, title: str, view: QWidget) -> None:
        self.tabs.addTab(view, title)
        self._views.append(view)  # type: ignore[arg-type]  # the protocol cannot say "and a QWidget"

    def _lay_out(self) -> None:
        self.tabs.setObjectName("stage")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(self._tools)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._refresh)
        self.tabs.currentChanged.connect(self._on_view_changed)
        self.replay.moment_chosen.connect(self._follow_moment)
        self.replay.step_wanted.connect(self._step)
        for view in self._views:
            view.request_chosen.connect(self._highlight)

    def _on_view_changed(self) -> None:
        """Let the keys go to what a view shows, or stay with the tabs: Qt would take the first button."""
        view, focused = self.tabs.currentWidget(), QApplication.focusWidget()
        if focused is not None and view.isAncestorOf(focused):
            (view.focusProxy() or self.tabs.tabBar()).setFocus()
        self._refresh()

    def _highlight(self, number: int) -> None:
        for view in self._views:
            view.highlight_request(number)

    def _follow_moment(self, moment: int | None) -> None:
        for view in self._views:
            view.show_moment(moment)
        self._refresh()

    def _step(self, by: int) -> None:
        """Go to the next event, or to the one before."""
        history = self._history
        if not history:
            return
        moment = history[-1].time if self.replay.moment is None else self.replay.moment
        # `at` is the first row later than the moment, so the row before it is the one that stands.
        row = history.at(moment) - 1 + by
        _, events = history.rows_from(max(row, 0), 1)
        if events:
            self.replay.show_moment(events[0].time)
            self._follow_moment(events[0].time)

    def _refresh(self) -> None:
        self._show_span()
        self._views[self.tabs.currentIndex()].refresh()

    def _show_span(self) -> None:
        history = self._history
        began = history.began if history else None
        if history is None or began is None:
            self.replay.show_span(0, 0)
        else:
            self.replay.show_span(began, history[-1].time)
