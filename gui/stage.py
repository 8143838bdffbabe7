"""The stage: views of one run, side by side as tabs, that follow one request and one moment."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QTabWidget, QVBoxLayout, QWidget

from gui.widgets.replay_bar import ReplayBar

if TYPE_CHECKING:
    from core.history import History

FRAME_MS = 33
"""The view in front takes new events in at most this often (milliseconds)."""

MARGIN = 9
"""The space around the controls below the views, as that around the views."""


class View(Protocol):
    """What a view can do; all of them are widgets and know nothing of each other."""

    request_chosen: SignalInstance
    """Somebody picked something of this request (0: of none)."""

    def show_run(self, title: str, history: "History | None") -> None:
        """Show another run, or the same one under a new title."""

    def refresh(self) -> None:
        """Take in what is new, as far as a frame has time for it."""

    def highlight_request(self, number: int) -> None:
        """Light up what belongs to this request; 0: nothing."""

    def show_moment(self, moment: int | None) -> None:
        """Show how it was at that time (ns); None: how it is now."""


AnyView = TypeVar("AnyView", bound=QWidget)


class Stage(QWidget):
    """Shows a run in every view; draws only the one in front."""

    view_wanted = Signal(str)
    """The view of this name is to be shown for the first time; answer with `put`."""

    def __init__(self, names: Iterable[str], parent: QWidget | None = None) -> None:
        """Make a tab for each of these names; the views come when they are wanted."""
        super().__init__(parent)
        self.tabs = QTabWidget()
        self.replay = ReplayBar()
        self._title = ""
        self._history: History | None = None
        self._request = 0
        self._moment: int | None = None
        self._pages: dict[str, _Page] = {}
        self._views: dict[str, View] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FRAME_MS)
        self._tools = QVBoxLayout()
        self._tools.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._tools.setSpacing(6)
        self._tools.addWidget(self.replay)
        for name in names:
            self._pages[name] = _Page()
            self.tabs.tabBar().setTabData(self.tabs.addTab(self._pages[name], ""), name)
        self._lay_out()
        self._connect()

    def name_views(self, **titles: str) -> None:
        """Write on the tab of each view what it is called."""
        for name, title in titles.items():
            self.tabs.setTabText(self.tabs.indexOf(self._pages[name]), title)

    def put(self, name: str, view: AnyView) -> AnyView:
        """Take the view of that name into its tab, as it was wanted; it shows what the others show."""
        shown: View = view  # type: ignore[assignment]  # a bound cannot say "a View and a QWidget"
        self._views[name] = shown
        shown.show_run(self._title, self._history)
        shown.highlight_request(self._request)
        shown.show_moment(self._moment)
        shown.request_chosen.connect(self._highlight)
        self._pages[name].take(view)
        return view

    def show_run(self, title: str, history: "History | None") -> None:
        """Show another run, or the same one under a new title."""
        self._title = title
        if history is not self._history:
            self._history = history
            self._highlight(0)
            self.replay.show_moment(None)
            self._follow_moment(None)
        for view in self._views.values():
            view.show_run(title, history)
        self._refresh()

    def refresh_soon(self) -> None:
        """Say that the run has new events."""
        if not self._timer.isActive():
            self._timer.start()

    def show_view(self, name: str) -> None:
        """Bring a view to the front."""
        self.tabs.setCurrentWidget(self._pages[name])

    def highlight_request(self, number: int) -> None:
        """Light up one request in all views, as if it had been picked there; 0 for none."""
        self._highlight(number)

    def names(self) -> list[str]:
        """Return the names of the views, in the order of their tabs."""
        return list(self._pages)

    def page(self, name: str) -> QWidget:
        """Return what the view of that name is in, or will be."""
        return self._pages[name]

    def add_tool(self, tool: QWidget) -> None:
        """Put a row of controls below the views."""
        self._tools.insertWidget(0, tool)

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

    def _on_view_changed(self) -> None:
        """Let the keys go to what a view shows, or stay with the tabs: Qt would take the first button."""
        self._want_current()
        page, focused = self.tabs.currentWidget(), QApplication.focusWidget()
        if focused is not None and (focused is page or page.isAncestorOf(focused)):
            (page.focusProxy() or self.tabs.tabBar()).setFocus()
        self._refresh()

    def _current(self) -> str:
        return list(self._pages)[self.tabs.currentIndex()]

    def _want_current(self) -> None:
        if self._current() not in self._views:
            self.view_wanted.emit(self._current())

    def _highlight(self, number: int) -> None:
        self._request = number
        for view in self._views.values():
            view.highlight_request(number)

    def _follow_moment(self, moment: int | None) -> None:
        self._moment = moment
        for view in self._views.values():
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
        if view := self._views.get(self._current()):
            view.refresh()

    def _show_span(self) -> None:
        history = self._history
        began = history.began if history else None
        if history is None or began is None:
            self.replay.show_span(0, 0)
        else:
            self.replay.show_span(began, history[-1].time)

    # Called by Qt ---------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Make the view in front, if that has not been done."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._want_current)


class _Page(QWidget):
    """A tab's page: empty until its view is made."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        # Never seen: it keeps the view's place in the order of the Tab key.
        self._place = QWidget(self)
        self._place.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._place.hide()

    def take(self, view: QWidget) -> None:
        """Show the view, from now on."""
        stops = [self._place, *_stops_of_tab(view)]
        self._column.addWidget(view)
        view.show()  # Qt would do it a little later, and the focus goes only to what is shown
        if proxy := view.focusProxy():
            self.setFocusProxy(proxy)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)


def _stops_of_tab(view: QWidget) -> Iterator[QWidget]:
    """Yield what the Tab key visits in a view that is still by itself, in order."""
    widget = view.nextInFocusChain()
    while widget is not None and widget is not view:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        widget = widget.nextInFocusChain()
