"""One direction of a conversation: its heading, its numbers and its ruler."""

from collections import Counter
from time import perf_counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from core.framing import Framing
from core.ruler import Call, DatagramFindings, Fate, Findings, Seen, Stream, StreamFindings
from gui.panes.bytes_view.datagram_ruler import DatagramRuler
from gui.panes.bytes_view.stream_ruler import StreamRuler
from gui.panes.bytes_view.words import (
    datagram_summary,
    datagram_totals,
    stream_summary,
    stream_totals,
)
from gui.theme import set_role, theme_of
from gui.widgets.elided_label import ElidedLabel


class Direction(QFrame):
    """Shows what one side sent and the other got; `name` begins its parts' names."""

    chosen = Signal(object)
    zoom_wished = Signal(float)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin with nothing to show."""
        super().__init__(parent)
        set_role(self, "card")
        self._findings: Findings | None = None
        self._moment: int | None = None
        self._missing: dict[str, str] = {}
        self._fates: Counter[Fate] = Counter()
        self.title = QLabel()
        self.totals = ElidedLabel()
        self.totals.setObjectName(f"{name}_totals")
        self.stream_ruler = StreamRuler()
        self.stream_ruler.setObjectName(f"{name}_stream")
        self.datagram_ruler = DatagramRuler()
        self.datagram_ruler.setObjectName(f"{name}_datagrams")
        self._pages = QStackedWidget()
        self._lay_out()
        for ruler in (self.stream_ruler, self.datagram_ruler):
            ruler.chosen.connect(self.chosen)
            ruler.zoom_wished.connect(self.zoom_wished)

    @property
    def ruler(self) -> StreamRuler | DatagramRuler:
        """The ruler that is shown."""
        return self.datagram_ruler if isinstance(self._findings, DatagramFindings) else self.stream_ruler

    @property
    def stream(self) -> Stream | None:
        """What is shown."""
        return self._findings.stream if self._findings else None

    def set_names(self, sender: str, receiver: str) -> None:
        """Say who sends and who receives."""
        self.title.setText(f"{sender} → {receiver}".upper())
        sends, gets = self.tr("{0} sent").format(sender), self.tr("{0} got").format(receiver)
        others = self.tr("{0} sent").format(receiver), self.tr("{0} got").format(sender)
        self.stream_ruler.set_labels(
            {"sent": sends, "bytes": self.tr("bytes"), "got": gets, "messages": self.tr("messages")}, others
        )
        self.datagram_ruler.set_labels({"sent": sends, "got": gets}, others)
        for ruler in (self.stream_ruler, self.datagram_ruler):
            ruler.setAccessibleName(f"{sender} → {receiver}")

    def set_missing(self, missing: dict[str, str]) -> None:
        """Say in words why a row is empty, by its lane."""
        self._missing = missing
        for ruler in (self.stream_ruler, self.datagram_ruler):
            ruler.set_missing(missing)

    def show_stream(self, stream: Stream, framing: Framing, missing: dict[str, str]) -> None:
        """Show a stream of bytes; `missing` says in words why a row is empty."""
        self._show(StreamFindings(stream, framing), missing)

    def show_datagrams(self, stream: Stream, limit: int, missing: dict[str, str]) -> None:
        """Show datagrams, cut to `limit` where they are longer."""
        self._show(DatagramFindings(stream, limit), missing)

    def show_nothing(self) -> None:
        """Show no conversation."""
        self._show(None, {})

    def set_framing(self, framing: Framing) -> None:
        """Look for messages anew, under another framing."""
        if isinstance(self._findings, StreamFindings):
            self._findings.set_framing(framing)

    def set_moment(self, moment: int | None) -> None:
        """Show what had happened by then; None: all."""
        self._moment = moment
        self.ruler.set_moment(moment)
        self._say_totals()

    def look(self, deadline: float) -> bool:
        """Take in what is new, until that time of `perf_counter`; True if there is more."""
        is_more = True
        while is_more and self._findings and perf_counter() < deadline:
            is_more = self._findings.step()
        self.ruler.measure()
        self._say_totals()
        return is_more and self._findings is not None

    def summary(self, transport: str) -> str:
        """Return what this direction teaches."""
        if isinstance(self._findings, StreamFindings):
            return stream_summary(self._findings, self._seen(), transport)
        if isinstance(self._findings, DatagramFindings):
            return datagram_summary(self._findings, self._fates)
        return ""

    def rank(self) -> int:
        """Return how much there is to be told: a cut counts most, then merging, splitting, loss."""
        if isinstance(self._findings, StreamFindings):
            found, seen = self._findings, self._seen()
            return 2 * bool(found.cuts_at(seen)) + bool(found.merged_at(seen) or found.split_at(seen))
        return 2 * bool(self._fates[Fate.CUT]) + bool(self._fates[Fate.LOST])

    def first_cut(self) -> int | None:
        """Return the offset of the first character that is cut, None if none is."""
        if not isinstance(self._findings, StreamFindings) or not self._findings.cuts_at(self._seen()):
            return None
        return self._findings.cuts.found[0].start

    def partner(self, call: Call) -> Call | None:
        """Return what was got of a datagram that was sent, None if that is not known."""
        if not isinstance(self._findings, DatagramFindings):
            return None
        stream, pairs = self._findings.stream, self._findings.pairs
        got = pairs.got_of.get(stream.sent.number_of(call))
        return None if got is None else stream.got.calls[got]

    def _show(self, findings: Findings | None, missing: dict[str, str]) -> None:
        self._findings = findings
        self._fates = Counter()
        stream = findings if isinstance(findings, StreamFindings) else None
        datagrams = findings if isinstance(findings, DatagramFindings) else None
        self.set_missing(missing)
        self.stream_ruler.show_findings(stream)
        self.datagram_ruler.show_findings(datagrams)
        self._pages.setCurrentWidget(self.ruler)
        self._pages.setFixedHeight(self.ruler.height())
        self.ruler.set_moment(self._moment)

    def _say_totals(self) -> None:
        text = ""
        if isinstance(self._findings, StreamFindings):
            text = stream_totals(self._findings, self._seen(), self._moment)
        elif isinstance(self._findings, DatagramFindings):
            self._fates = self._count_fates(self._findings)
            text = datagram_totals(self._findings, self._seen(), self._fates)
        self.totals.set_text(text)
        self.ruler.setAccessibleDescription(text)

    def _count_fates(self, found: DatagramFindings) -> Counter[Fate]:
        return Counter() if "got" in self._missing else Counter(found.pairs.fates(self._moment))

    def _seen(self) -> Seen:
        assert self._findings is not None
        return self._findings.stream.seen(self._moment)

    def _lay_out(self) -> None:
        theme = theme_of(self)
        set_role(self.title, "title")
        set_role(self.totals, "small")
        head = QHBoxLayout()
        head.setContentsMargins(theme.gap, 0, theme.gap, 0)
        head.addWidget(self.title)
        head.addWidget(self.totals, 1)
        for ruler in (self.stream_ruler, self.datagram_ruler):
            ruler.setFrameShape(QFrame.Shape.NoFrame)
            self._pages.addWidget(ruler)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, theme.gap, 1, theme.gap_small)
        layout.setSpacing(theme.gap_small)
        layout.addLayout(head)
        layout.addWidget(self._pages)
