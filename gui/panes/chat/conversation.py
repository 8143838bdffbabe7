"""One client: what was said, how it stands, and where the next message is typed."""

import time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.events import (
    ClientClosed,
    ClientConnected,
    ClientConnecting,
    ClientEnded,
    ClientFailed,
    Event,
    MessageReceived,
    MessageSent,
)
from core.framing import Framing
from gui.panes.chat.arrivals import Arrivals
from gui.panes.chat.composer import Composer
from gui.panes.chat.recall import Recall
from gui.panes.chat.state import State
from gui.spoken import spoken
from gui.theme import set_role
from gui.visible_text import visible_line
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.notice import Note
from gui.widgets.text_window import TextWindow
from gui.widgets.transcript import ENTRIES_KEPT, Transcript

_TICK = 100
"""Milliseconds between two looks at the clock while a reply is missing."""

_NAMED = (
    "transcript",
    "message",
    "send",
    "message_kind",
    "line_ending",
    "times",
    "message_status",
    "reconnect",
)


_NEXT: dict[type[Event], State] = {
    ClientConnecting: State.CONNECTING,
    ClientConnected: State.CONNECTED,
    ClientClosed: State.CLOSED,
}
"""Events that change how a client stands."""

_ENDS_WAITING = (MessageReceived, ClientEnded, ClientFailed, ClientClosed, ClientConnecting)


class Conversation(QWidget):
    """A client's transcript and composer; both survive the end of its connection."""

    submitted = Signal(object)
    """An `Outgoing`."""
    reconnect_requested = Signal()
    state_changed = Signal(object)
    """A `State`."""

    def __init__(
        self, title: str, target_label: str, framing: Framing, recall: Recall, parent: QWidget | None = None
    ) -> None:
        """Make the page of a client that has not begun to connect."""
        super().__init__(parent)
        self.title = title
        self.target_label = target_label
        self.state = State.CONNECTING
        self.is_reading = True
        self._arrivals = Arrivals()
        self._waits_since: int | None = None
        self._timer = QTimer(self)
        self.heading = ElidedLabel()
        self.transcript = Transcript()
        self.composer = Composer(framing, recall)
        self.reconnect = QPushButton()
        self._hint = QLabel()
        self._lay_out()
        self._connect()
        spoken(self, self._say_words)

    def show_events(self, events: list[Event]) -> None:
        """Show a batch of this client's events."""
        shown = [event for event in events if self._arrivals.shows(event)]
        # Of a flood only the last ones will be kept: the others are not worth laying out.
        self.transcript.skip(max(0, len(shown) - ENTRIES_KEPT))
        self.transcript.extend(self._arrivals.entries(shown[-ENTRIES_KEPT:]))
        before = self.state
        for event in events:
            self.state = _NEXT.get(type(event), self.state)
            self.is_reading = self.is_reading or isinstance(event, ClientConnecting)
            if isinstance(event, MessageSent):
                self._waits_since = event.time
            elif isinstance(event, _ENDS_WAITING):
                self._waits_since = None
        self._tick()
        self._show_state()
        if self.state is not before:
            self.state_changed.emit(self.state)

    def note_half_close(self) -> None:
        """Take note that this side has said it will send no more."""
        if self.state is State.CONNECTED:
            self.state = State.HALF_CLOSED
            self.transcript.extend([Note(self._half_close_in_words)])
            self._show_state()
            self.state_changed.emit(self.state)

    def note_reading(self, is_reading: bool) -> None:
        """Take note that this side reads no more of what the server sends, or reads again."""
        if self.state is not State.CLOSED and is_reading != self.is_reading:
            self.is_reading = is_reading
            self.transcript.extend(
                [Note(self._read_again_in_words if is_reading else self._no_reading_in_words)]
            )
            self.state_changed.emit(self.state)

    def is_waiting(self) -> bool:
        """Return whether a message was sent and nothing has come since."""
        return self._waits_since is not None

    def set_name(self, suffix: str) -> None:
        """Name the controls for robots: the plain names with `suffix` behind, so that they stay unique."""
        controls = (
            self.transcript,
            self.composer.editor,
            self.composer.send,
            self.composer.kind,
            self.composer.line_ending,
            self.composer.times,
            self.composer.status,
            self.reconnect,
        )
        for name, control in zip(_NAMED, controls, strict=True):
            control.setObjectName(name + suffix)

    def copy_all(self) -> None:
        """Put the whole conversation on the clipboard."""
        QGuiApplication.clipboard().setText(self.transcript.text())

    def _say_words(self) -> None:
        self.reconnect.setText(self.tr("Reconnect"))
        self.transcript.setAccessibleName(self.tr("Conversation of client {0}").format(self.title))
        self._hint.setText(self.tr("Connected. Type a message and press Enter."))
        self._tick()
        self._show_state()

    def _half_close_in_words(self) -> tuple[str]:
        return (self.tr("You will send no more (half-close): the server reads the end of the stream."),)

    def _no_reading_in_words(self) -> tuple[str]:
        return (self.tr("You read no more: what the server sends waits in the kernel's buffer."),)

    def _read_again_in_words(self) -> tuple[str]:
        return (self.tr("You read again."),)

    def _lay_out(self) -> None:
        set_role(self._hint, "muted")
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_role(self.heading, "small")
        bottom = QHBoxLayout()
        bottom.addWidget(self.reconnect, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.heading)
        layout.addWidget(self.transcript, 1)
        layout.addWidget(self._hint)
        layout.addLayout(bottom)
        layout.addWidget(self.composer)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._tick)
        self.composer.submitted.connect(self.submitted)
        self.composer.submitted.connect(self.transcript.scroll_to_end)
        self.reconnect.clicked.connect(self.composer.editor.setFocus)
        self.reconnect.clicked.connect(self.reconnect_requested)
        self.transcript.show_all_requested.connect(self._on_show_all)

    def _show_state(self) -> None:
        heading, obstacle = self._words()
        self.heading.set_text(heading)
        self.composer.set_obstacle(obstacle)
        self.reconnect.setVisible(self.state is State.CLOSED)
        is_quiet = not self.transcript.bubbles()
        self._hint.setVisible(self.state is State.CONNECTED and is_quiet)

    def _words(self) -> tuple[str, str]:
        """Return how the client stands: in the heading, and as what keeps a message from being sent."""
        place = visible_line(self.target_label)
        heading, obstacle = {
            State.CONNECTING: (self.tr("{0} → {1} · connecting…"), self.tr("Not connected yet.")),
            State.CONNECTED: (self.tr("{0} → {1}"), ""),
            State.HALF_CLOSED: (
                self.tr("{0} → {1} · half-closed"),
                self.tr("You have said that you send no more."),
            ),
            State.CLOSED: (
                self.tr("{0} → {1} · not connected"),
                self.tr("Not connected: press Reconnect."),
            ),
        }[self.state]
        return heading.format(self.title, place), obstacle

    def _tick(self) -> None:
        if self._waits_since is None:
            self._timer.stop()
            self.transcript.set_waiting("")
            return
        seconds = max(0, time.monotonic_ns() - self._waits_since) / 1e9
        self.transcript.set_waiting(self.tr("waiting for a reply… {0} s").format(f"{seconds:.1f}"))
        if self.isVisible() and not self._timer.isActive():
            self._timer.start(_TICK)

    def _on_show_all(self, text: str) -> None:
        window = TextWindow(self._title_of_window, text, self.window())
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.show()

    def _title_of_window(self) -> str:
        return self.tr("Whole message · client {0}").format(self.title)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on counting."""
        super().showEvent(event)
        self._tick()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop counting: nobody looks."""
        super().hideEvent(event)
        self._timer.stop()
