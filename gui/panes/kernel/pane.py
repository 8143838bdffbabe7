"""What the operating system says of the selected server: sockets, queues, threads, processes, descriptors."""

import time
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from core.address import Address
from core.history import Changes
from core.kernel import KernelSample, Target
from core.kernel.names import Names
from core.spec import Transport
from gui.language import translated
from gui.panes.kernel.card import Sentence
from gui.panes.kernel.connections_card import ConnectionsCard
from gui.panes.kernel.descriptors_fold import DescriptorsFold
from gui.panes.kernel.left_behind_card import LeftBehindCard
from gui.panes.kernel.listening_card import ListeningCard
from gui.panes.kernel.processes_card import ProcessesCard
from gui.panes.kernel.watch import KernelWatch
from gui.spoken import spoken
from gui.theme import set_role, theme_of
from gui.view_frame import ViewFrame

READ_SECONDS = 0.004
"""How long one refresh may read events."""

_ROWS_AT_ONCE = 500


class KernelPane(ViewFrame):
    """Shows samples of one server while it is seen; hidden, nothing is asked of the system."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a server."""
        super().__init__("kernel", parent)
        self._target: Target | None = None
        self._given: dict[int, str] = {}
        self._seen: Changes | None = None
        self._unread_from = 0
        self._names = Names()
        self._sample: KernelSample | None = None
        self._is_past = False
        self._watch = KernelWatch(self)
        self._make_parts()
        self._lay_out()
        self._connect()
        self._begin()
        spoken(self, self._say_words)

    def show_server(
        self,
        pid: int,
        transport: Transport,
        address: Address,
        backlog: int,
        thread_names: Mapping[int, str] | None = None,
    ) -> None:
        """Look at this server; `pid` 0 once its process is gone, for what is left of its port.

        `backlog` is what listen() was told, `thread_names` what is known of threads by their native numbers.
        """
        self._given = dict(thread_names or {})
        target = Target(pid, transport, address, backlog)
        if target != self._target:
            self._target = target
            self._sample = None
            self._take_up()

    def clear_server(self) -> None:
        """Look at no server."""
        self._target = self._sample = None
        self._take_up()

    def refresh(self) -> None:
        """Learn names from new events, as far as a frame has time for it; the rest follows by itself."""
        self._refresh_again(self._learn())

    def highlight_request(self, number: int) -> None:
        """Light up the connection of this request; 0 for none."""
        self._connections.highlight_request(number)

    def show_moment(self, moment: int | None) -> None:
        """Say that what is shown is now, while other views show another time; None: they show now too."""
        self._is_past = moment is not None
        self._say_past()

    def sample(self) -> KernelSample | None:
        """Return what is shown, None before the first sample."""
        return self._sample

    def is_sampling(self) -> bool:
        """Tell whether the system is being asked."""
        return self._watch.is_running()

    # Words ------------------------------------------------------------------------------------------------

    def _say_words(self) -> None:
        self._area.setAccessibleName(self.tr("What the operating system says"))
        self._say_past()
        self._show_sample()

    def _say_past(self) -> None:
        words = self.tr("The system cannot be asked about the past: this is now, not the moment chosen.")
        self._past.say(words if self._is_past else "", "warning")

    def _why_empty(self) -> str:
        if self._target is not None:
            return self.tr("Asking the operating system…")
        return self.tr(
            "Nothing to ask about yet.\nStart a server: its sockets and queues, its threads and processes "
            "appear here, as the operating system sees them."
        )

    # Making -----------------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self._past = Sentence("past", "warning")
        self._not_told = Sentence("not_told")
        self._listening = ListeningCard()
        self._connections = ConnectionsCard()
        self._processes = ProcessesCard()
        self._left = LeftBehindCard()
        self._descriptors = DescriptorsFold()

    def _lay_out(self) -> None:
        self._column.addWidget(self._past)
        self._set_body(self._scrolling_page())
        self._column.addWidget(self._pages, 1)

    def _scrolling_page(self) -> QScrollArea:
        page = QWidget()
        set_role(page, "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme_of(self).gap)
        for part in (
            self._not_told,
            self._listening,
            self._connections,
            self._processes,
            self._left,
            self._descriptors,
        ):
            column.addWidget(part)
        column.addStretch(1)
        self._area = area = QScrollArea()
        area.setObjectName("kernel_cards")
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _connect(self) -> None:
        self._watch.sampled.connect(self._on_sampled)
        self._connections.request_chosen.connect(self.request_chosen)

    # Doing ------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._seen = None
        self._unread_from = 0
        self._names = Names()
        if self._history is None:
            self.clear_server()

    def _take_up(self) -> None:
        """Begin or end asking, as there is something to ask about and somebody to see it."""
        if self._target is not None and self.isVisible():
            self._watch.start(self._target)
        else:
            self._watch.stop()
        if self._sample is None:
            self._show_sample()

    def _learn(self) -> bool:
        """Read events for a while; True if some are left."""
        if self._history is None:
            return False
        self._seen = changes = self._history.changes_since(self._seen)
        self._unread_from = max(min(self._unread_from, changes.changed_from), changes.first)
        deadline = time.perf_counter() + READ_SECONDS
        while self._unread_from < changes.end and time.perf_counter() < deadline:
            first, events = self._history.rows_from(self._unread_from, _ROWS_AT_ONCE)
            for event in events:
                self._names.learn(event)
            self._unread_from = first + len(events)
        return self._unread_from < changes.end

    def _on_sampled(self, sample: KernelSample) -> None:
        self._sample = sample
        self.refresh()
        self._show_sample()

    def _show_sample(self) -> None:
        sample = self._sample
        if sample is None:
            self._say_empty(self._why_empty())
            return
        self._not_told.say("\n".join(map(translated, sample.not_told)))
        self._listening.show_sample(sample)
        self._connections.show_sample(sample, self._names)
        self._processes.show_sample(sample, self._names, self._given)
        self._left.show_sample(sample)
        self._descriptors.show_sample(sample)
        self._say_empty("")

    # Called by Qt -----------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to ask."""
        super().showEvent(event)
        self._take_up()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask no more."""
        super().hideEvent(event)
        self._watch.stop()
