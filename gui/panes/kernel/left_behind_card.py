"""Closed connections that the system keeps for a while."""

from PySide6.QtWidgets import QWidget

from core.kernel import KernelSample
from core.kernel.facts import LeftBehind
from core.kernel.words import SOCKET_STATES
from gui.language import translated
from gui.panes.kernel.card import Card, Sentence
from gui.panes.kernel.countdowns import Countdown, Countdowns
from gui.spoken import spoken

ROWS_SHOWN = 8
"""At most so many countdowns are shown, the others counted."""

SECONDS = 60
"""TIME_WAIT lasts so long on Linux."""


class LeftBehindCard(Card):
    """What is in TIME_WAIT, with the time until it is forgotten."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing left behind."""
        super().__init__("left_behind", parent)
        self._bars = Countdowns("countdowns")
        self._said = Sentence("left_meaning")
        self.add(self._bars)
        self.add(self._said)
        spoken(self, self._say_words)

    def show_sample(self, sample: KernelSample) -> None:
        """Show what the sample says."""
        left = sample.left_behind
        self._bars.show_rows([self._countdown(one) for one in left[:ROWS_SHOWN]])
        self.note.set_text(self._count(sample))
        self._said.say(self._meaning(sample))

    def _say_words(self) -> None:
        meaning = self.tr("{0}: {1}").format("TIME_WAIT", translated(SOCKET_STATES["TIME_WAIT"]))
        self.set_title(self.tr("LEFT BEHIND"), meaning)

    def _countdown(self, one: LeftBehind) -> Countdown:
        side = self.tr("server's end") if one.is_servers else self.tr("client's end")
        tip = self._keeps_server() if one.is_servers else self._keeps_client()
        return Countdown(f"{one.peer} · {side}", one.seconds_left, SECONDS, one.is_servers, tip)

    def _count(self, sample: KernelSample) -> str:
        total = len(sample.left_behind) + sample.more_left_behind
        if not total:
            return ""
        shown = min(len(sample.left_behind), ROWS_SHOWN)
        more = self.tr("{0} not shown").format(f"{total - shown:,}") if total > shown else ""
        return " · ".join(filter(None, (self.tr("TIME_WAIT: {0}").format(f"{total:,}"), more)))

    def _meaning(self, sample: KernelSample) -> str:
        if any(one.is_servers for one in sample.left_behind):
            return self._keeps_server()
        if sample.left_behind:
            return self._keeps_client()
        if sample.target.transport.is_unix:
            return self.tr(
                "Nothing: only TCP has TIME_WAIT. A Unix server may leave its socket file: see above."
            )
        if not sample.target.transport.is_stream:
            return self.tr("Nothing: only TCP has TIME_WAIT.")
        if sample.not_told:
            return self.tr("This system does not tell.")
        return self.tr("Nothing. Who closes a TCP connection first leaves a TIME_WAIT here for a minute.")

    def _keeps_server(self) -> str:
        return self.tr(
            "The server closed first, so its port is kept: without allow_reuse_address a new server gets "
            "“Address already in use” until the time has run out."
        )

    def _keeps_client(self) -> str:
        return self.tr(
            "The client closed first: only its own port is kept, and a new server can start at once."
        )
