"""A row of controls for the time of a server: step, next, slow motion, and who waits."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from gui.language import translated
from gui.spoken import spoken
from gui.theme import set_role, small_font
from gui.widgets.elided_label import ElidedLabel

DELAYS = (0.1, 0.3, 1.0, 2.0)
"""Seconds that slow motion can stretch a hook by; the second one is chosen at first."""


class PaceBar(QWidget):
    """Buttons that say how a server shall go; it knows of no server."""

    step_toggled = Signal(bool)
    next_pressed = Signal()
    slow_changed = Signal(float)
    """Slow motion by so many seconds a hook; 0 for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin at full speed."""
        super().__init__(parent)
        self._step = QPushButton()
        self._next = QPushButton()
        self._slow = QPushButton()
        self._delay = QComboBox()
        self._who = ""
        self._is_for_next = False
        self._waiting = ElidedLabel()
        for delay in DELAYS:
            self._delay.addItem("", delay)
        self._delay.setCurrentIndex(1)
        self._delay.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._name_parts()
        self._lay_out()
        self._connect()
        spoken(self, self._say_words)

    @property
    def is_stepping(self) -> bool:
        """True while Step is pressed in."""
        return self._step.isChecked()

    @property
    def delay(self) -> float:
        """Seconds that each hook is stretched by, 0 without slow motion."""
        return float(self._delay.currentData()) if self._slow.isChecked() else 0.0

    def set_pace(self, is_stepping: bool, delay: float) -> None:
        """Show the pace of another server, without a word to anybody."""
        signals_were_blocked = self.blockSignals(True)
        self._step.setChecked(is_stepping)
        self._slow.setChecked(delay > 0)
        if (index := self._delay.findData(delay)) >= 0:
            self._delay.setCurrentIndex(index)
        self.blockSignals(signals_were_blocked)
        self._show_what_fits()

    def speak_of_next(self, is_for_next: bool) -> None:
        """Say whether the pace is that of the next server to be started, because none runs."""
        if is_for_next != self._is_for_next:
            self._is_for_next = is_for_next
            self._show_what_fits()

    def show_waiting(self, text: str) -> None:
        """Say who waits, perhaps in a wording; "" if nobody does."""
        if text != self._who:
            self._who = text
            self._show_what_fits()

    def _say_words(self) -> None:
        self._step.setText(self.tr("Step"))
        self._next.setText(self.tr("Next ▸"))
        self._slow.setText(self.tr("Slow motion"))
        for index, delay in enumerate(DELAYS):
            self._delay.setItemText(index, self.tr("{0} s").format(f"{delay:g}"))
        for widget, sentence in (
            (self._step, self.tr("Stop before each hook, until you press Next")),
            (self._next, self.tr("Let the one that has waited longest go on to its next hook")),
            (self._slow, self.tr("Wait a moment before each hook")),
            (self._delay, self.tr("How long slow motion waits before each hook")),
        ):
            widget.setAccessibleName(sentence)
            widget.setToolTip(sentence)
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        is_stepping = self._step.isChecked()
        hint = self._hint() if is_stepping else ""
        set_role(self._waiting, "warning" if self._who else "muted")
        self._waiting.set_text(translated(self._who) or hint)
        # Not taken from under the finger: its focus would go to Slow motion, and with it the next press.
        self._next.setEnabled(is_stepping and (bool(self._who) or self._next.hasFocus()))
        self._delay.setEnabled(self._slow.isChecked())

    def _hint(self) -> str:
        if self._is_for_next:
            return self.tr("The next server will wait before each hook")
        return self.tr("No hook is due: open or close a client")

    def _name_parts(self) -> None:
        self._step.setObjectName("step")
        self._next.setObjectName("next")
        self._slow.setObjectName("slow_motion")
        self._delay.setObjectName("slow_delay")
        self._step.setCheckable(True)
        self._slow.setCheckable(True)
        self._waiting.setObjectName("waiting")
        self._waiting.setFont(small_font())

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self._step, self._next, self._slow, self._delay):
            layout.addWidget(widget)
        layout.addWidget(self._waiting, 1)

    def _connect(self) -> None:
        self._step.toggled.connect(self._on_step)
        self._next.clicked.connect(self.next_pressed)
        self._slow.toggled.connect(self._on_slow)
        self._delay.currentIndexChanged.connect(self._on_delay)

    def _on_step(self, is_on: bool) -> None:
        self._show_what_fits()
        self.step_toggled.emit(is_on)

    def _on_slow(self, _is_on: bool) -> None:
        self._show_what_fits()
        self.slow_changed.emit(self.delay)

    def _on_delay(self, _index: int) -> None:
        if self._slow.isChecked():
            self.slow_changed.emit(self.delay)
