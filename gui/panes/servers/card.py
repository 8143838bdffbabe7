"""One server of the list: how it is doing, where it is, and what can be done with it."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.events import Event
from core.lifecycle import Counts, ServerLife, ServerState
from core.sentences import visible
from gui.language import translated
from gui.spoken import spoken
from gui.theme import set_role, theme_of
from gui.widgets.elided_button import ElidedButton
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.state_dot import Mood, StateDot

_MOODS = {
    ServerState.NEW: Mood.IDLE,
    ServerState.LISTENING: Mood.GOOD,
    ServerState.STOPPED: Mood.IDLE,
    ServerState.FAILED: Mood.BAD,
    ServerState.KILLED: Mood.BAD,
    ServerState.DIED: Mood.BAD,
}
"""The states that are not here pass soon: busy."""

_ROLES = {Mood.IDLE: "muted", Mood.GOOD: "good", Mood.BUSY: "warning", Mood.BAD: "error"}


_DETAIL_SHOWN = 300
"""At most this many characters say why; it may hold text of a learner's handler."""

_COPIED_SHOWN = 1500
"""Milliseconds."""

_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}

_BUTTON_EDGE = 9
"""Pixels around the words of a button without a frame, whose words, not edge, stand under the other lines."""


class ServerCard(QFrame):
    """A card that follows its server's events."""

    picked = Signal()
    step_wanted = Signal(int)
    """Go up (-1) or down (1) the list from here."""

    stop_wanted = Signal()
    start_wanted = Signal()
    client_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Begin with a server of which nothing is known yet."""
        super().__init__(parent)
        self._life = ServerLife()
        self._shown: tuple[object, ...] = ()
        self._is_selected = False
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.setInterval(_COPIED_SHOWN)
        self._dot = StateDot()
        self._title = ElidedLabel(title)
        self._pid = QLabel()
        self._state = ElidedLabel()
        self._address = ElidedButton()
        self._detail = QLabel()
        self._counts = QLabel()
        self._stop = QPushButton()
        self._client = QPushButton()
        self._start = QPushButton()
        self._remove = QPushButton()
        self._name_parts()
        self._lay_out()
        self._connect()
        spoken(self, self._say_words)

    def take(self, events: Iterable[Event]) -> None:
        """Follow `events`; nothing is drawn anew unless something shown has changed."""
        self._life.take(events)
        life = self._life
        shown = (life.state, life.pid, life.address, life.detail, life.counts)
        if shown != self._shown:
            self._shown = shown
            self._show_life()

    @property
    def title(self) -> str:
        """What the server is called."""
        return self._title.whole_text()

    def set_title(self, title: str) -> None:
        """Call the server something else, such as the same in another language."""
        self._title.set_text(title)
        self._say_words()

    def summary(self) -> str:
        """Return a line about the server."""
        counts = self._counts_in_words(self._life.counts)
        parts = (self._state.whole_text(), self._life.address, self._pid_in_words(), counts)
        return "   ".join(part for part in parts if part)

    def stops_of_tab(self) -> tuple[QWidget, ...]:
        """Return what the Tab key visits, in order."""
        return (self, self._address, self._stop, self._client, self._start, self._remove)

    @property
    def is_selected(self) -> bool:
        """True for the card that stands out."""
        return self._is_selected

    def set_selected(self, is_selected: bool) -> None:
        """Stand out, or not."""
        self._is_selected = is_selected
        self._name_aloud()
        self.update()

    def _say_words(self) -> None:
        self._stop.setText(self.tr("■ Stop"))
        self._client.setText(self.tr("+ Client"))
        self._start.setText(self.tr("▶ Start again"))
        self._remove.setText(self.tr("Remove"))
        for button, sentence in (
            (self._address, self.tr("Copy the address")),
            (self._stop, self.tr("Stop this server")),
            (self._client, self.tr("Open a new client to this server")),
            (self._start, self.tr("Start the same server again")),
            (self._remove, self.tr("Take this server out of the list")),
        ):
            button.setAccessibleName(self.tr("{0}: {1}").format(sentence, self.title))
            button.setToolTip(sentence)
        self._show_life()

    def _show_life(self) -> None:
        life = self._life
        mood = _MOODS.get(life.state, Mood.BUSY)
        self._dot.set_mood(mood)
        self._state.set_text(self._state_in_words(life.state))
        set_role(self._state, _ROLES[mood])
        self._pid.setText(self._pid_in_words())
        self._show_address()
        self._detail.setText(_breakable(visible(translated(life.detail), _DETAIL_SHOWN)))
        self._counts.setText(self._counts_in_words(life.counts))
        self._show_what_fits(life.state)
        self._name_aloud()

    def _show_address(self) -> None:
        self._address.set_text(self.tr("Copied ✓") if self._copied.isActive() else self._life.address)

    def _show_what_fits(self, state: ServerState) -> None:
        """Show the parts and the buttons that have a meaning in this state."""
        is_listening = state is ServerState.LISTENING
        self._address.setVisible(is_listening)
        # Of the two in one line, a long path is cut rather than the word before it.
        self._state.setMinimumWidth(self._state.sizeHint().width() if is_listening else 0)
        self._detail.setVisible(bool(self._life.detail))
        self._counts.setVisible(state not in (ServerState.NEW, ServerState.FAILED) and not state.is_starting)
        self._stop.setVisible(not state.is_over)
        self._stop.setEnabled(not state.is_stopping)
        self._client.setVisible(not state.is_over)
        self._client.setEnabled(is_listening)
        has_ended = state.is_over and state is not ServerState.NEW
        self._start.setVisible(has_ended)
        self._remove.setVisible(has_ended)

    def _state_in_words(self, state: ServerState) -> str:
        return self.tr("starting") if state.is_starting else translated(state.words)

    def _pid_in_words(self) -> str:
        return self.tr("pid {0}").format(self._life.pid) if self._life.pid else ""

    def _counts_in_words(self, counts: Counts) -> str:
        parts = [
            _counted(counts.requests, self.tr("{0} request"), self.tr("{0} requests")),
            _counted(counts.threads, self.tr("{0} thread"), self.tr("{0} threads")),
            _counted(counts.errors, self.tr("{0} error"), self.tr("{0} errors")),
        ]
        if counts.children:
            parts.insert(2, _counted(counts.children, self.tr("{0} child"), self.tr("{0} children")))
        if counts.not_kept:
            parts.append(self.tr("{0} events not shown").format(counts.not_kept))
        return " · ".join(parts)

    def _name_aloud(self) -> None:
        """Set what a screen reader says."""
        words = [self.title, self._state.whole_text(), self._life.address]
        if self._is_selected:
            words.append(self.tr("selected"))
        self.setAccessibleName(", ".join(word for word in words if word))

    def _name_parts(self) -> None:
        set_role(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        for label, role in (
            (self._title, "strong"),
            (self._pid, "small"),
            (self._detail, "small"),
            (self._counts, "small"),
        ):
            label.setTextFormat(Qt.TextFormat.PlainText)
            set_role(label, role)
        self._detail.setWordWrap(True)
        self._counts.setWordWrap(True)
        self._state.setObjectName("state")
        self._counts.setObjectName("counts")
        self._detail.setObjectName("detail")
        for button, name, role in (
            (self._address, "copy_address", "link"),
            (self._stop, "stop", "flat-danger"),
            (self._client, "new_client_to", "flat"),
            (self._start, "start_again", "flat"),
            (self._remove, "remove", "flat"),
        ):
            button.setObjectName(name)
            button.setCursor(Qt.CursorShape.ArrowCursor)
            set_role(button, role)

    def _lay_out(self) -> None:
        lines = QVBoxLayout()
        lines.setContentsMargins(_BUTTON_EDGE, 0, _BUTTON_EDGE, 0)
        lines.setSpacing(2)
        lines.addLayout(_line(self._dot, self._title, self._pid))
        lines.addLayout(_line(self._state, self._address))
        lines.addWidget(self._detail)
        lines.addWidget(self._counts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12 - _BUTTON_EDGE, 8, 12 - _BUTTON_EDGE, 6)
        layout.setSpacing(3)
        layout.addLayout(lines)
        layout.addLayout(_line(self._stop, self._client, self._start, self._remove, None))

    def _connect(self) -> None:
        self._address.clicked.connect(self._on_copy)
        self._copied.timeout.connect(self._show_address)
        self._stop.clicked.connect(self.stop_wanted)
        self._client.clicked.connect(self.client_wanted)
        self._start.clicked.connect(self.start_wanted)
        self._remove.clicked.connect(self.remove_wanted)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._life.address)
        self._copied.start()
        self._show_address()

    # Called by Qt ---------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Be picked."""
        self.picked.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be picked by Space or Enter; go up and down the list, which would only scroll."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit()
        elif event.key() in _STEPS:
            self.step_wanted.emit(_STEPS[event.key()])
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame in the accent's colour while selected or focused."""
        super().paintEvent(event)
        if not (self._is_selected or self.hasFocus()):
            return
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent), 2 if self.hasFocus() else 1))
        inset = 1.0 if self.hasFocus() else 0.5
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, theme.radius - inset, theme.radius - inset)


def _line(*parts: QWidget | None) -> QHBoxLayout:
    """Return the parts side by side; None stretches."""
    line = QHBoxLayout()
    line.setSpacing(6)
    for part in parts:
        if part is None:
            line.addStretch()
        else:
            line.addWidget(part)
    return line


def _counted(number: int, one: str, many: str) -> str:
    return (one if number == 1 else many).format(f"{number:,}")


def _breakable(text: str) -> str:
    return text.replace("/", "/\N{ZERO WIDTH SPACE}")
