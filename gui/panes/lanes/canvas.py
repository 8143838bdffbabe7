"""The painted lanes: which time is seen, keys, wheel and mouse."""

from collections.abc import Callable
from time import monotonic_ns

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

from core.lane import Lane, LaneKind
from core.lanes import Lanes
from gui.panes.lanes.drawing import LanePainter, Scene
from gui.panes.lanes.frame import FramePainter
from gui.panes.lanes.hits import Hit, beside, hit_at
from gui.panes.lanes.ink import Ink, ink_for
from gui.panes.lanes.layout import AXIS_HEIGHT, LABEL_WIDTH, SHORTEST_LANE, Layout, Slot, arrange
from gui.panes.lanes.lit_bars import LitBars
from gui.panes.lanes.time_window import TimeWindow
from gui.theme import small_font, theme_of

FOLLOWED = 10_000_000_000
"""Nanoseconds: while a run is young all of it is seen; then the last so many."""

YOUNGEST = 1_000_000_000
"""Nanoseconds: a run that has just begun is shown as if it were so old."""

LEAD = 0.02
"""The part of the window that is kept free right of now, and left of the beginning."""

ZOOM = 1.25
"""One step of the wheel or of a key."""

STEP = 0.1
"""The part of the window by which an arrow key moves it."""

FRAME_MILLISECONDS = 33
SLOWEST_MILLISECONDS = 500
"""While the run lives and is followed, the picture moves on at least so often."""

IDLE = 3_600_000_000_000
"""Nanoseconds: a run without an end in which so long nothing happened is one of another time."""

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
        self.setAccessibleName(self.tr("Lanes: who does what when"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self._describe = describe
        self._lanes: Lanes | None = None
        self._window = TimeWindow(0, YOUNGEST)
        self._follows = True
        self._is_auto = True
        self._frozen: int | None = None
        self._moment: int | None = None
        self._lit = LitBars()
        self._hit: Hit | None = None
        self._range: tuple[int, int] | None = None
        self._pressed: QPoint | None = None
        self._pressed_window = self._window
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

    # What is shown -------------------------------------------------------------------------------------

    def show_lanes(self, lanes: Lanes | None) -> None:
        """Show these lanes, from their beginning up to now."""
        self._lanes = lanes
        self._follows = self._is_auto = True
        self._frozen = self._moment = self._range = None
        self._lit = LitBars()
        self._choose(None)
        self.take_in()

    def exchange_lanes(self, lanes: Lanes) -> None:
        """Show other lanes of the same run; what is seen, and what is lit, stays."""
        self._lanes = lanes
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
        return self._window

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
        if self._lanes is None:
            return 0
        last = self._lanes.last
        if self._moment is not None:
            return self._moment
        if self._frozen is not None:
            return self._frozen
        return max(last, monotonic_ns()) if self._is_live() else last

    def x_of(self, time: int) -> float:
        """Return where a time is."""
        return LABEL_WIDTH + (time - self._window.start) * self._plot_width() / self._window.span

    def time_at(self, x: float) -> int:
        """Return which time is there."""
        return self._window.start + int((x - LABEL_WIDTH) * self._window.span / self._plot_width())

    # Wishes --------------------------------------------------------------------------------------------

    def highlight(self, request: int) -> None:
        """Light up what belongs to this request; 0: all alike."""
        if request != self._lit.request:
            self._lit = LitBars(request)
            self.viewport().update()

    def set_follow(self, follows: bool) -> None:
        """Keep the newest events in view, or stay."""
        if follows != self._follows:
            self._follows = follows
            self.follow_changed.emit(follows)
        self._clock.stop()
        self.take_in()

    def set_frozen(self, frozen: bool) -> None:
        """Let time stand still in this view, or go on."""
        self._frozen = None
        self._frozen = self.now() if frozen else None
        self.take_in()

    def show_moment(self, moment: int | None) -> None:
        """Show what had happened until then; None: all."""
        was_past, self._moment = self._moment is not None, moment
        if moment is None:
            self.set_follow(self._follows or was_past)
        else:
            self.set_follow(False)
            if not self._window.start <= moment <= self._window.end:
                self._set_window(self._window.moved(moment - (self._window.start + self._window.end) // 2))
        self.take_in()

    def fit(self) -> None:
        """Show all of the run."""
        if self._lanes is not None and self._lanes.first is not None:
            self.set_follow(False)
            self._set_window(TimeWindow.around(self._lanes.first, max(self._lanes.last, self.now())))

    def zoom(self, factor: float, at: int | None = None) -> None:
        """Show a time `factor` times as long; `at` stays where it is, when followed the right edge does."""
        if self._follows:
            at = self._window.end
        elif at is None:
            at = (self._window.start + self._window.end) // 2
        self._set_window(self._window.zoomed(factor, at))

    def pan(self, by: int) -> None:
        """Show what is so much later."""
        self.set_follow(False)
        self._set_window(self._window.moved(by))

    def show_time(self, start: int, end: int) -> None:
        """Show this time, with a margin."""
        self.set_follow(False)
        self._set_window(TimeWindow.around(start, end))

    # The picture ---------------------------------------------------------------------------------------

    def _set_window(self, window: TimeWindow) -> None:
        self._is_auto = False
        if self._lanes is not None and self._lanes.first is not None:
            window = window.kept_near(self._lanes.first, max(self._lanes.last, self.now()))
        self._window = window
        self.take_in()

    def _place(self) -> None:
        """Move the window along, and give each lane its place."""
        lanes = self._lanes
        if lanes is None or lanes.first is None:
            self._layout = Layout([], 0, 0, None)
            self.verticalScrollBar().setRange(0, 0)
            return
        if self._follows:
            self._follow(lanes.first, self.now())
        self._layout = arrange(lanes, self._window)
        bar = self.verticalScrollBar()
        room = self.viewport().height() - AXIS_HEIGHT
        bar.setPageStep(max(room, 1))
        bar.setSingleStep(SHORTEST_LANE)
        bar.setRange(0, max(0, self._layout.height - room))

    def _follow(self, first: int, now: int) -> None:
        """Keep the latest in view; as long as nobody chose how much, all of a young or a finished run."""
        if self._is_auto and not self._is_live():
            self._window = TimeWindow.around(first, now)
            return
        if self._is_auto:
            until = max(now, first + YOUNGEST)
            span = min(until - first, FOLLOWED)
            # Free on the left too, or the very beginning would lie beyond the edge.
            self._window = TimeWindow(until - span - int(span * LEAD), until + int(span * LEAD))
        else:
            self._window = self._window.ending_at(now + int(self._window.span * LEAD))

    def _is_live(self) -> bool:
        lanes = self._lanes
        if lanes is None or lanes.ended is not None or lanes.first is None:
            return False
        return abs(monotonic_ns() - lanes.last) < IDLE

    def _plot_width(self) -> int:
        return max(self.viewport().width() - LABEL_WIDTH, 50)

    def _scene(self) -> Scene:
        assert self._lanes is not None
        scroll = self.verticalScrollBar().value()
        return Scene(
            self._lanes,
            self._layout,
            self._window,
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
        if self._moment is not None or self._is_live():
            frame.draw_now(self._moment is not None)
        if self._range is not None:
            frame.draw_range(*self._range)
        frame.draw_labels(slots, self._detail)
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
                lanes.draw_hint(slot, self._what_waits())
        if self._layout.folded is not None:
            lanes.draw_folded(self._layout.folded, self._layout.height - SHORTEST_LANE)
        lanes.draw_arrows()
        painter.restore()

    def _what_waits(self) -> str:
        return self.tr("Connections or datagrams that get_request() has not taken: none yet.")

    def _cut_texts(self) -> dict[tuple[str, int], str]:
        if len(self._cut) > CUT_TEXTS:
            self._cut.clear()
        return self._cut

    def _plot_rect(self, now: int) -> QRect:
        """Return where lanes are drawn: up to the moment that is shown, if it is not the latest."""
        right = self.viewport().width()
        if self._moment is not None:
            right = min(right, max(LABEL_WIDTH, int(self.x_of(now)) + 1))
        return QRect(LABEL_WIDTH, AXIS_HEIGHT, right - LABEL_WIDTH, self.viewport().height() - AXIS_HEIGHT)

    def _detail(self, lane: Lane) -> str:
        """Return the second line of a lane's label."""
        if lane.kind is LaneKind.CLIENT:
            port = lane.detail.rpartition(":")[2]
            return self.tr("port {0}").format(port) if port.isdecimal() else lane.detail
        if lane.request:
            return self.tr("request {0}").format(lane.request)
        return {
            LaneKind.QUEUE: self.tr("not taken yet"),
            LaneKind.LOOP: self.tr("the loop's thread"),
        }.get(lane.kind) or self._first_call(lane)

    def _first_call(self, lane: Lane) -> str:
        """Return what a thread without another purpose was made for: the main thread starts the server."""
        calls = lane.works[0].values if lane.works else ()
        assert self._lanes is not None
        return self.tr("calls {0}()").format(self._lanes.name(calls[0])) if calls else ""

    # What is under the mouse ---------------------------------------------------------------------------

    def hit_at(self, point: QPoint) -> Hit | None:
        """Return what lies at a point of the viewport."""
        y = point.y() - AXIS_HEIGHT + self.verticalScrollBar().value()
        if point.x() < LABEL_WIDTH or point.y() < AXIS_HEIGHT or self._lanes is None:
            return None
        slot = self._layout.slot_at(y)
        reach = int(_REACH * self._window.span / self._plot_width())
        return hit_at(slot, y, self.time_at(point.x()), reach) if slot else None

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
        if not self._window.start <= found.start <= self._window.end:
            self.pan(found.start - (self._window.start + self._window.end) // 2)

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
        if self._follows and self._is_live():
            self._place()
        painter = QPainter(self.viewport())
        self._draw(painter)
        painter.end()
        if self._follows and self._is_live() and self._frozen is None and not self._clock.isActive():
            pixel = self._window.span / self._plot_width() / 1e6
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
            self.pan(int(-delta / _WHEEL_STEP * STEP * self._window.span))

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
        self._pressed_window = self._window
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
