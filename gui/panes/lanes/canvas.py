"""The painted lanes: which time is seen, keys, wheel and mouse."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from core.lane import LaneKind
from core.lanes import Lanes
from gui.panes.lanes.drawing import LanePainter, Scene
from gui.panes.lanes.frame import FramePainter
from gui.panes.lanes.hits import Hit, beside, hit_at
from gui.panes.lanes.ink import Ink, ink_for
from gui.panes.lanes.lane_details import detail_of, what_waits
from gui.panes.lanes.layout import AXIS_HEIGHT, LABEL_WIDTH, SHORTEST_LANE, Layout, Slot, arrange
from gui.panes.lanes.lit_bars import LitBars
from gui.panes.lanes.seen_time import SeenTime
from gui.panes.lanes.time_window import TimeWindow
from gui.spoken import spoken
from gui.theme import small_font, theme_of

ZOOM = 1.25
"""One step of the wheel or of a key."""

STEP = 0.1
"""The part of the window by which an arrow key moves it."""

FRAME_MILLISECONDS = 33
SLOWEST_MILLISECONDS = 500
"""While the run lives and is followed, the picture moves on at least so often."""

CUT_TEXTS = 5_000
"""So many texts are remembered as they were cut to their room."""

_REACH = 3
_DRAG_FROM = 4
_WHEEL_STEP = 120


class LaneCanvas(QAbstractScrollArea):
    """Shows lanes; the vertical scroll bar is for lanes, time moves without one."""

    chosen = Signal()
    """Another bar is chosen, or none: see `chosen_hit`."""
    range_chosen = Signal()
    """Another stretch of time is chosen, or none: see `chosen_range`."""
    follow_changed = Signal(bool)
    """The view follows the newest events, or no longer does."""
    time_passed = Signal()
    """What has not ended has grown, although nothing happened."""

    def __init__(self, describe: Callable[[Hit], str], parent: QWidget | None = None) -> None:
        """Begin without lanes; `describe` says what a bar is."""
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self._describe = describe
        self._lanes: Lanes | None = None
        self._time = SeenTime()
        self._lit = LitBars()
        self._hit: Hit | None = None
        self._range: tuple[int, int] | None = None
        self._pressed: QPoint | None = None
        self._pressed_window = self._time.window
        self._is_dragging = False
        self._is_measuring = False
        self._layout = Layout([], 0, 0, None)
        self._ink: Ink | None = None
        self._cut: dict[tuple[str, int], str] = {}
        self._tiny = small_font()
        self._tiny.setPointSizeF(self._tiny.pointSizeF() - 0.5)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.viewport().update)
        self._clock.timeout.connect(self.time_passed)
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)
        spoken(self, self._say_words)

    # What is shown -------------------------------------------------------------------------------------

    def show_lanes(self, lanes: Lanes | None) -> None:
        """Show these lanes, from their beginning up to now."""
        self._lanes = lanes
        self._time.begin(lanes)
        self._range = None
        self._lit = LitBars()
        self._choose(None)
        self.take_in()

    def exchange_lanes(self, lanes: Lanes) -> None:
        """Show other lanes of the same run; what is seen, and what is lit, stays."""
        self._lanes = lanes
        self._time.exchange(lanes)
        self._lit = LitBars(self._lit.request)
        self._choose(None)
        self.take_in()

    def take_in(self) -> None:
        """Look at what is new in the lanes."""
        self._place()
        self.viewport().update()

    def lanes(self) -> Lanes | None:
        """Return what is shown."""
        return self._lanes

    def window_shown(self) -> TimeWindow:
        """Return which time is seen."""
        return self._time.window

    def layout_shown(self) -> Layout:
        """Return which lanes are shown, and where."""
        return self._layout

    def chosen_hit(self) -> Hit | None:
        """Return what was clicked."""
        return self._hit

    def chosen_range(self) -> tuple[int, int] | None:
        """Return the stretch of time that was chosen."""
        return self._range

    def now(self) -> int:
        """Return the time up to which there is something to see."""
        return self._time.now()

    def x_of(self, time: int) -> float:
        """Return where a time is."""
        window = self._time.window
        return LABEL_WIDTH + (time - window.start) * self._plot_width() / window.span

    def time_at(self, x: float) -> int:
        """Return which time is there."""
        window = self._time.window
        return window.start + int((x - LABEL_WIDTH) * window.span / self._plot_width())

    # Wishes --------------------------------------------------------------------------------------------

    def highlight(self, request: int) -> None:
        """Light up what belongs to this request; 0: all alike."""
        if request != self._lit.request:
            self._lit = LitBars(request)
            self.viewport().update()

    def set_follow(self, follows: bool) -> None:
        """Keep the newest events in view, or stay."""
        if follows != self._time.follows:
            self._time.follows = follows
            self.follow_changed.emit(follows)
        self._clock.stop()
        self.take_in()

    def set_frozen(self, is_frozen: bool) -> None:
        """Let time stand still in this view, or go on."""
        self._time.set_frozen(is_frozen)
        self.take_in()

    def show_moment(self, moment: int | None) -> None:
        """Show what had happened until then; None: all."""
        was_past, self._time.moment = self._time.moment is not None, moment
        if moment is None:
            self.set_follow(self._time.follows or was_past)
        else:
            self.set_follow(False)
            self._bring_into_view(moment)
        self.take_in()

    def fit(self) -> None:
        """Show all of the run."""
        if whole := self._time.whole():
            self.set_follow(False)
            self._set_window(whole)

    def zoom(self, factor: float, at: int | None = None) -> None:
        """Show a time `factor` times as long; `at` stays where it is, when followed the right edge does."""
        self._set_window(self._time.zoomed(factor, at))

    def pan(self, by: int) -> None:
        """Show what is so much later."""
        self.set_follow(False)
        self._set_window(self._time.window.moved(by))

    def show_time(self, start: int, end: int) -> None:
        """Show this time, with a margin."""
        self.set_follow(False)
        self._set_window(TimeWindow.around(start, end))

    def _say_words(self) -> None:
        self.setAccessibleName(self.tr("Lanes: who does what when"))
        self.viewport().update()

    # The picture ---------------------------------------------------------------------------------------

    def _set_window(self, window: TimeWindow) -> None:
        self._time.choose(window)
        self.take_in()

    def _bring_into_view(self, time: int) -> None:
        window = self._time.window
        if not window.start <= time <= window.end:
            self._set_window(window.moved(time - window.middle))

    def _place(self) -> None:
        """Move the window along, and give each lane its place."""
        lanes = self._lanes
        if lanes is None or lanes.first is None:
            self._layout = Layout([], 0, 0, None)
            self.verticalScrollBar().setRange(0, 0)
            return
        self._time.keep_up()
        self._layout = arrange(lanes, self._time.window)
        bar = self.verticalScrollBar()
        room = self.viewport().height() - AXIS_HEIGHT
        bar.setPageStep(max(room, 1))
        bar.setSingleStep(SHORTEST_LANE)
        bar.setRange(0, max(0, self._layout.height - room))

    def _plot_width(self) -> int:
        return max(self.viewport().width() - LABEL_WIDTH, 50)

    def _scene(self) -> Scene:
        assert self._lanes is not None
        scroll = self.verticalScrollBar().value()
        return Scene(
            self._lanes,
            self._layout,
            self._time.window,
            self.now(),
            self._plot_width(),
            scroll,
            self._lit,
            self._hit,
        )

    def _current_ink(self) -> Ink:
        theme, ratio = theme_of(self), self.devicePixelRatioF()
        if self._ink is None or self._ink.theme is not theme or self._ink.ratio != ratio:
            self._ink = ink_for(theme, ratio)
        return self._ink

    def _draw(self, painter: QPainter) -> None:
        ink = self._current_ink()
        painter.fillRect(self.viewport().rect(), ink.ground)
        if self._lanes is None or self._lanes.first is None:
            return
        scene = self._scene()
        slots = self._layout.between(scene.scroll, scene.scroll + self.viewport().height() - AXIS_HEIGHT)
        frame = FramePainter(painter, scene, ink, self.viewport().height())
        frame.draw_grid()
        self._draw_plot(painter, scene, slots)
        is_past = self._time.moment is not None
        if is_past or self._time.is_live():
            frame.draw_now(is_past)
        if self._range is not None:
            frame.draw_range(*self._range)
        frame.draw_labels(slots, partial(detail_of, lanes=self._lanes))
        if self._layout.hidden:
            frame.draw_more(self.tr("{0} more").format(f"{self._layout.hidden:,}"), self.tr("in this time"))
        frame.draw_axis()

    def _draw_plot(self, painter: QPainter, scene: Scene, slots: list[Slot]) -> None:
        painter.save()
        painter.setClipRect(self._plot_rect(scene.now))
        painter.translate(0, AXIS_HEIGHT - scene.scroll)
        lanes = LanePainter(painter, scene, self._current_ink(), self._tiny, self._cut_texts())
        lanes.draw(slots)
        for slot in slots:
            if slot.lane.kind is LaneKind.QUEUE and not slot.lane.depth:
                lanes.draw_hint(slot, what_waits())
        if self._layout.folded is not None:
            lanes.draw_folded(self._layout.folded, self._layout.height - SHORTEST_LANE)
        lanes.draw_arrows()
        painter.restore()

    def _cut_texts(self) -> dict[tuple[str, int], str]:
        if len(self._cut) > CUT_TEXTS:
            self._cut.clear()
        return self._cut

    def _plot_rect(self, now: int) -> QRect:
        """Return where lanes are drawn: up to the moment that is shown, if it is not the latest."""
        right = self.viewport().width()
        if self._time.moment is not None:
            right = min(right, max(LABEL_WIDTH, int(self.x_of(now)) + 1))
        return QRect(LABEL_WIDTH, AXIS_HEIGHT, right - LABEL_WIDTH, self.viewport().height() - AXIS_HEIGHT)

    # What is under the mouse ---------------------------------------------------------------------------

    def hit_at(self, point: QPoint) -> Hit | None:
        """Return what lies at a point of the viewport."""
        y = point.y() - AXIS_HEIGHT + self.verticalScrollBar().value()
        if point.x() < LABEL_WIDTH or point.y() < AXIS_HEIGHT or self._lanes is None:
            return None
        slot = self._layout.slot_at(y)
        reach = int(_REACH * self._time.window.span / self._plot_width())
        return hit_at(slot, y, self.time_at(point.x()), reach) if slot else None

    def word_at(self, place: QPoint) -> str:
        """Return what is told of the bar there, for the glossary; "" for none."""
        hit = self.hit_at(place)
        return self._describe(hit) if hit else ""

    def choose(self, hit: Hit | None) -> None:
        """Choose a bar, as a click does."""
        self._choose(hit)
        self.viewport().update()

    def _choose(self, hit: Hit | None) -> None:
        self._hit = hit
        self.chosen.emit()

    def _choose_beside(self, step: int) -> None:
        """Choose the next bar of the row, and bring it into view."""
        found = beside(self._hit, step) if self._hit else None
        if found is None:
            return
        self.choose(found)
        window = self._time.window
        if not window.start <= found.start <= window.end:
            self.pan(found.start - window.middle)

    def _set_range(self, found: tuple[int, int] | None) -> None:
        self._range = found
        self.range_chosen.emit()
        self.viewport().update()

    def _let_go(self) -> None:
        self._set_range(None)
        self.choose(None)

    # Qt calls ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is seen; while a run lives, it is not long until the next time."""
        time = self._time
        moves_on = time.follows and time.is_live()
        if moves_on:
            self._place()
        painter = QPainter(self.viewport())
        self._draw(painter)
        painter.end()
        if moves_on and not time.is_frozen and not self._clock.isActive():
            pixel = time.window.span / self._plot_width() / 1e6
            self._clock.start(int(min(max(pixel, FRAME_MILLISECONDS), SLOWEST_MILLISECONDS)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the lanes anew."""
        super().resizeEvent(event)
        self.take_in()

    def changeEvent(self, event: QEvent) -> None:
        """Take another theme's colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl; move the time sideways, or with Shift; else scroll the lanes, if they overflow."""
        along, across = event.angleDelta().x(), event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(ZOOM ** (-across / _WHEEL_STEP), self.time_at(event.position().x()))
        elif abs(along) > abs(across):
            self._pan_by_wheel(along)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or self.verticalScrollBar().maximum() == 0:
            self._pan_by_wheel(across)
        else:
            super().wheelEvent(event)
        event.accept()

    def _pan_by_wheel(self, delta: int) -> None:
        if delta:
            self.pan(int(-delta / _WHEEL_STEP * STEP * self._time.window.span))

    def viewportEvent(self, event: QEvent) -> bool:
        """Zoom with two fingers; show tooltips."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1 / max(1 + event.value(), 0.1), self.time_at(event.position().x()))
            return True
        if isinstance(event, QHelpEvent):
            hit = self.hit_at(event.pos())
            QToolTip.showText(event.globalPos(), self._describe(hit) if hit else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag the time, or with Shift to measure it."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = event.position().toPoint()
        self._pressed_window = self._time.window
        self._is_dragging = False
        self._is_measuring = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or measure."""
        if self._pressed is None:
            return
        point = event.position().toPoint()
        moved = point - self._pressed
        if not self._is_dragging and abs(moved.x()) + abs(moved.y()) < _DRAG_FROM:
            return
        self._is_dragging = True
        if self._is_measuring:
            times = sorted((self.time_at(self._pressed.x()), self.time_at(max(point.x(), LABEL_WIDTH))))
            self._set_range((times[0], times[1]))
        else:
            self._drag(moved)

    def _drag(self, moved: QPoint) -> None:
        self.set_follow(False)
        by = int(moved.x() * self._pressed_window.span / self._plot_width())
        self._set_window(self._pressed_window.moved(-by))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press without dragging is a click: it chooses what is there."""
        if self._pressed is not None and not self._is_dragging and not self._is_measuring:
            self.choose(self.hit_at(self._pressed))
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fill the view with what is there."""
        hit = self.hit_at(event.position().toPoint())
        if hit is not None:
            self.show_time(hit.start, self.now() if hit.end is None else hit.end)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, zoom, fit, choose the next bar, let go."""
        keys = _CTRL_KEYS if event.modifiers() & Qt.KeyboardModifier.ControlModifier else _KEYS
        act = keys.get(event.key())
        if act is None:
            super().keyPressEvent(event)
        else:
            act(self)


_KEYS: dict[int, Callable[[LaneCanvas], None]] = {
    Qt.Key.Key_Plus: lambda canvas: canvas.zoom(1 / ZOOM),
    Qt.Key.Key_Equal: lambda canvas: canvas.zoom(1 / ZOOM),
    Qt.Key.Key_Minus: lambda canvas: canvas.zoom(ZOOM),
    Qt.Key.Key_0: LaneCanvas.fit,
    Qt.Key.Key_Left: lambda canvas: canvas.pan(-int(STEP * canvas.window_shown().span)),
    Qt.Key.Key_Right: lambda canvas: canvas.pan(int(STEP * canvas.window_shown().span)),
    Qt.Key.Key_Escape: LaneCanvas._let_go,
    Qt.Key.Key_F: lambda canvas: canvas.set_follow(True),
}

_CTRL_KEYS: dict[int, Callable[[LaneCanvas], None]] = {
    Qt.Key.Key_Left: lambda canvas: canvas._choose_beside(-1),
    Qt.Key.Key_Right: lambda canvas: canvas._choose_beside(1),
}
