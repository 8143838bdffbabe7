"""Says in one sentence what a bar, a wait or a tick is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from core.hook_words import about
from core.lane import FAULT, Lane, LaneKind
from core.lanes import CONNECTING, PAUSED, Lanes
from core.sentences import size_in_words, visible
from gui.language import translated
from gui.panes.lanes.axis import duration
from gui.panes.lanes.bar_names import BarNames
from gui.panes.lanes.hits import Hit, Part
from gui.theme import set_role
from gui.widgets.elided_label import ElidedLabel


class Inspector(QFrame):
    """A card of two lines: what it is, when and whose; and what that means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with a hint at what can be done."""
        super().__init__(parent)
        self.setObjectName("inspector")
        set_role(self, "card")
        self._what = ElidedLabel()
        self._what.setObjectName("inspected")
        set_role(self._what, "strong")
        self._meaning = QLabel()
        self._meaning.setObjectName("meaning")
        self._meaning.setTextFormat(Qt.TextFormat.PlainText)
        self._meaning.setWordWrap(True)
        self._meaning.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        set_role(self._meaning, "muted")
        self._lay_out()
        self.show_hint()

    def show_hint(self, ran: int | None = None) -> None:
        """Say what can be done with the lanes; `ran` is how long (ns) the run took, if it has ended."""
        self._say(
            self.tr("Click a bar to see what it is.")
            if ran is None
            else self.tr("Ended after {0}. Click a bar, or play it again below.").format(duration(ran)),
            self.tr(
                "Ctrl+wheel or + and - zoom, arrow keys or dragging move, 0 shows all, "
                "Shift+drag measures, a double click fills the view with a bar."
            ),
        )

    def show_range(self, span: int) -> None:
        """Say how long the chosen stretch of time is."""
        self._say(self.tr("{0} chosen").format(duration(span)), self.tr("Esc lets go of it."))

    def show_hit(self, hit: Hit, lanes: Lanes, now: int) -> None:
        """Say what it is."""
        self._say(self._headline(hit, lanes, now), self.meaning(hit, lanes))

    def meaning(self, hit: Hit, lanes: Lanes) -> str:
        """Return what it is in one sentence."""
        if hit.part in (Part.SENT, Part.RECEIVED):
            return self._tick(hit)
        name = lanes.name(hit.value)
        if hit.lane.kind is LaneKind.QUEUE:
            return self._queued(hit, visible(translated(name)), lanes.ended is not None)
        if hit.lane.kind is LaneKind.CLIENT:
            return self._client(hit.lane, name, bool(hit.value & FAULT))
        if name.startswith(PAUSED):
            called = name.removeprefix(PAUSED)
            return self.tr("The thread waits for you: press Next, and it calls {0}().").format(called)
        told = translated(about(name).sentence)
        return self.tr("{0} An error left it.").format(told) if hit.value & FAULT else told

    def _say(self, what: str, meaning: str) -> None:
        self._what.set_text(what)
        self._meaning.setText(meaning)
        self.setAccessibleName(f"{what} {meaning}")

    def _headline(self, hit: Hit, lanes: Lanes, now: int) -> str:
        parts = [self._name(hit, lanes), translated(hit.lane.title)]
        if hit.request:
            parts.append(self.tr("request {0}").format(hit.request))
        if hit.part not in (Part.SENT, Part.RECEIVED):
            parts.append(self._took(hit, lanes, now))
        return " · ".join(parts)

    def _name(self, hit: Hit, lanes: Lanes) -> str:
        if hit.part in (Part.SENT, Part.RECEIVED):
            sent = self.tr("sent {0}") if hit.part is Part.SENT else self.tr("got {0}")
            return sent.format(translated(size_in_words(hit.value)))
        name = BarNames().name(hit.lane, lanes.name(hit.value), hit.part is Part.WAIT)
        is_call = hit.part is Part.WORK and hit.lane.kind not in (LaneKind.QUEUE, LaneKind.CLIENT)
        return f"{name}()" if is_call else name

    def _took(self, hit: Hit, lanes: Lanes, now: int) -> str:
        end = lanes.end_of(hit.lane, now) if hit.end is None else hit.end
        took = duration(max(end - hit.start, 0))
        return self.tr("{0} so far").format(took) if hit.end is None and lanes.ended is None else took

    def _tick(self, hit: Hit) -> str:
        size = translated(size_in_words(hit.value))
        if hit.part is Part.SENT:
            return self.tr("sent {0}: handed to the kernel, which carries them to the other side.").format(
                size
            )
        return self.tr("got {0}: what one recv found, which need not be what one send was.").format(size)

    def _queued(self, hit: Hit, who: str, is_over: bool) -> str:
        if hit.value & FAULT:
            return self.tr("A datagram of {0} that was lost: the server has read a later one.").format(who)
        if hit.end is None and is_over:
            return self.tr(
                "Not received: {0} had connected, or sent a datagram, "
                "and the server ended before get_request() took it."
            ).format(who)
        return self.tr(
            "{0} waits in the kernel: it has connected, or sent a datagram, "
            "and get_request() has not taken it yet."
        ).format(who)

    def _client(self, lane: Lane, name: str, is_fault: bool) -> str:
        who = translated(lane.title)
        if is_fault:
            return self.tr("The {0} met an error; its pane says why and what to try.").format(who)
        if name == CONNECTING:
            return self.tr("The {0} asks the kernel for a connection to the server.").format(who)
        return self.tr("The {0} has its connection, from {1}, until one side closes it.").format(
            who, lane.detail
        )

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 7, 12, 8)
        lines.setSpacing(2)
        lines.addWidget(self._what)
        lines.addWidget(self._meaning)
        # Two lines of meaning, always: the lanes above must not jump when another bar is chosen.
        self._meaning.setFixedHeight(2 * self._meaning.fontMetrics().lineSpacing() + 2)
