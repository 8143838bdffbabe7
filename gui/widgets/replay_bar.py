"""A bar under the stage with which a run is wound back and forth."""

from PySide6.QtCore import QElapsedTimer, QEvent, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSlider, QWidget

from gui.spoken import spoken
from gui.theme import set_role
from gui.visible_text import tooltip
from gui.widgets.elided_label import ElidedLabel

SPEEDS = {"4×": 4.0, "1×": 1.0, "1/4×": 0.25, "1/100×": 0.01}
"""How fast a run is played: servers do in a millisecond what an eye needs a tenth of a second for."""

_STEPS = 10_000
"""Into so many steps the slider cuts the run; times between them are reached event by event."""

_FRAME_MS = 33

_LONG_TIME = ("000.000", "000.0")
"""Room is kept for a moment of a run of some minutes."""

_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ReplayBar(QWidget):
    """Shows where in a run the views stand, and lets the user move there; times are ns, as `Event.time`."""

    moment_chosen = Signal(object)
    """The views shall show this time; None: what is happening now, or all of a run that has ended."""

    step_wanted = Signal(int)
    """The views shall go to the next event (1) or the one before (-1); `show_moment` says where that is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a run."""
        super().__init__(parent)
        self.setObjectName("replay")
        self._began = self._ended = 0
        self._moment: int | None = None
        self._is_over = False
        self._make_parts()
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._clock = QElapsedTimer()
        self._lay_out()
        self._connect()
        spoken(self, self._say_words)

    @property
    def moment(self) -> int | None:
        """The time that is shown, None for now."""
        return self._moment

    @property
    def is_playing(self) -> bool:
        """True while time passes by itself."""
        return self._timer.isActive()

    def show_span(self, began_ns: int, ended_ns: int) -> None:
        """Say from when to when the run's events reach; the same twice: there are none."""
        if (began_ns, ended_ns) != (self._began, self._ended):
            self._began, self._ended = began_ns, ended_ns
            self._show()

    def set_over(self, is_over: bool) -> None:
        """Say whether the run has ended: then there is no "live", but an end to go to."""
        if is_over != self._is_over:
            self._is_over = is_over
            self._show()

    def show_moment(self, moment: int | None) -> None:
        """Stand at this time, without a word to the views."""
        if moment is None or not self._has_run():
            self.pause()
        self._moment = moment
        self._show()

    def play(self) -> None:
        """Let time pass, from the beginning if the views show what is happening now."""
        if not self._has_run():
            return
        if self._moment is None or self._moment >= self._ended:
            self._go(self._began)
        self._clock.start()
        self._timer.start()
        self._show_what_play_does()

    def pause(self) -> None:
        """Let time stand still."""
        self._timer.stop()
        self._show_what_play_does()

    def _say_words(self) -> None:
        self._speed.setAccessibleName(self.tr("How fast the run is played"))
        self._slider.setAccessibleName(self.tr("The moment that is shown"))
        for button, tip in (
            (self._play, self.tr("Play the run again")),
            (self._back, self.tr("To the event before (Left)")),
            (self._on, self.tr("To the next event (Right)")),
        ):
            button.setToolTip(tip)
            button.setAccessibleName(tip)
        self._time.keep_room_for(self._in_run(*_LONG_TIME))
        self._show_what_play_does()
        self._show()
        if self.isVisible():
            self._keep_widths()

    # The parts ------------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self._play = self._button("play", role="")
        self._speed = QComboBox()
        self._speed.setObjectName("speed")
        self._speed.addItems(list(SPEEDS))
        self._speed.setCurrentText("1×")
        self._back = self._button("step_back", "‹")
        self._on = self._button("step_on", "›")
        self._slider = _MomentSlider()
        self._time = _TimeLabel()
        self._live = self._button("live")
        self._live.setCheckable(True)

    def _button(self, name: str, text: str = "", role: str = "flat") -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        set_role(button, role)
        return button

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self._play, self._speed, self._back, self._slider, self._on, self._time, self._live):
            layout.addWidget(part, 1 if part is self._slider else 0)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._on_tick)
        self._slider.valueChanged.connect(self._on_slid)
        self._slider.sliderPressed.connect(self.pause)
        self._slider.step_wanted.connect(self._on_step)
        self._play.clicked.connect(self._on_play)
        self._back.clicked.connect(lambda: self._on_step(-1))
        self._on.clicked.connect(lambda: self._on_step(1))
        self._live.clicked.connect(self._on_live)

    def _has_run(self) -> bool:
        return self._ended > self._began

    def _go(self, moment: int | None) -> None:
        self._moment = moment
        self._show()
        self.moment_chosen.emit(moment)

    def _show(self) -> None:
        span = self._ended - self._began
        moment = self._ended if self._moment is None else self._moment
        has_run = self._has_run()
        with QSignalBlocker(self._slider):
            self._slider.setValue(round((moment - self._began) * _STEPS / span) if has_run else _STEPS)
        self._live.setChecked(self._moment is None)
        self._show_what_live_is()
        self._time.set_text(self._time_in_words() if has_run else "")
        for part in (self._play, self._speed, self._back, self._slider, self._on, self._live):
            part.setEnabled(has_run)

    def _show_what_play_does(self) -> None:
        self._play.setText(self.tr("Pause") if self.is_playing else self.tr("Play"))

    def _show_what_live_is(self) -> None:
        tip = (
            self.tr("This run has ended: go to its end. It can still be played again and looked through.")
            if self._is_over
            else self.tr("Show what is happening now")
        )
        self._live.setText(self.tr("End") if self._is_over else self.tr("Live"))
        self._live.setToolTip(tooltip(tip))
        self._live.setAccessibleName(tip)

    def _time_in_words(self) -> str:
        whole = f"{(self._ended - self._began) / 1e9:,.1f}"
        if self._moment is None:
            return (self.tr("ended · {0} s") if self._is_over else self.tr("live · {0} s")).format(whole)
        return self._in_run(f"{(self._moment - self._began) / 1e9:,.3f}", whole)

    def _in_run(self, moment: str, whole: str) -> str:
        return self.tr("{0} of {1} s").format(moment, whole)

    def _keep_widths(self) -> None:
        """Make buttons as wide as their longest word: the bar must not move when they say another."""
        for button, words in (
            (self._play, (self.tr("Play"), self.tr("Pause"))),
            (self._live, (self.tr("Live"), self.tr("End"))),
        ):
            shown, widths = button.text(), []
            for word in words:
                button.setText(word)
                widths.append(button.sizeHint().width())
            button.setText(shown)
            button.setFixedWidth(max(widths))

    # What happens ---------------------------------------------------------------------------------------

    def _on_tick(self) -> None:
        passed = self._clock.nsecsElapsed() * SPEEDS[self._speed.currentText()]
        self._clock.start()
        moment = (self._began if self._moment is None else self._moment) + int(passed)
        if moment >= self._ended:
            self.pause()
        self._go(min(moment, self._ended))

    def _on_play(self) -> None:
        if self.is_playing:
            self.pause()
        else:
            self.play()

    def _on_slid(self, value: int) -> None:
        self.pause()
        self._go(self._began + (self._ended - self._began) * value // _STEPS)

    def _on_step(self, step: int) -> None:
        self.pause()
        self.step_wanted.emit(step)

    def _on_live(self) -> None:
        self.pause()
        self._go(None)

    # Called by Qt ---------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Measure words: only now, for the window is made before it has its style."""
        super().showEvent(event)
        self._keep_widths()

    def changeEvent(self, event: QEvent) -> None:
        """Measure them again in another style or font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and self.isVisible():
            self._keep_widths()


class _TimeLabel(ElidedLabel):
    """The time in words, as wide as a long one, if there is room: the slider's end must not follow digits."""

    def __init__(self) -> None:
        super().__init__()
        self._sample = ""
        self.setObjectName("replay_time")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        set_role(self, "small")

    def keep_room_for(self, sample: str) -> None:
        """Ask for as much room as this text needs."""
        self._sample = sample
        self.updateGeometry()

    # Called by Qt ---------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Ask for the room that is kept."""
        return QSize(self.fontMetrics().horizontalAdvance(self._sample) + 4, super().sizeHint().height())


class _MomentSlider(QSlider):
    """A slider that jumps to where one clicks, and leaves the arrow keys to who knows the events."""

    step_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName("moment")
        self.setRange(0, _STEPS)
        self.setSingleStep(_STEPS // 100)
        self.setPageStep(_STEPS // 10)

    # Called by Qt ---------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go event by event, the other keys through time."""
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.step_wanted.emit(step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the handle under the pointer first, so that it is this that is dragged."""
        if event.button() is Qt.MouseButton.LeftButton:
            from PySide6.QtWidgets import QStyle  # its many enums take 4 ms of the window's start

            handle = self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, None, self)
            place = round(event.position().x()) - handle // 2
            self.setValue(QStyle.sliderValueFromPosition(0, _STEPS, place, self.width() - handle))
        super().mousePressEvent(event)
