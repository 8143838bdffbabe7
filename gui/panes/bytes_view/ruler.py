"""A long thing seen through a short window: it scrolls, zooms, and paints only the slice that is seen."""

from dataclasses import dataclass
from math import floor, log

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from core.ruler import Call
from gui.panes.bytes_view.brushes import Brushes
from gui.theme import small_font, theme_of

EDGE = 8
"""Pixels left free before the first and behind the last unit."""

WIDEST = 2_000_000_000
"""Qt counts a scroll bar's steps in 32 bits."""

ZOOM_STEP = 1.5
"""One notch of the wheel, or one press of a key, changes the scale by this factor."""

TICK_ROOM = 76
"""Pixels that an offset has to itself, at least."""

_STEPS = {False: (1, 2, 5), True: (1, 2, 4, 8)}


@dataclass(frozen=True, slots=True)
class Slice:
    """The part that is seen: `left` pixels are scrolled away, a unit is `scale` pixels wide."""

    gutter: int
    width: int
    left: int
    scale: float

    def x(self, unit: float) -> float:
        """Return where a unit begins, in pixels of the viewport."""
        return self.gutter + EDGE + unit * self.scale - self.left

    def unit(self, x: float) -> float:
        """Return the unit at a place of the viewport."""
        return (x - self.gutter - EDGE + self.left) / self.scale

    @property
    def first(self) -> int:
        """The first unit that is seen."""
        return max(int(self.unit(self.gutter)), 0)

    @property
    def last(self) -> int:
        """The unit behind the last one that is seen."""
        return max(int(self.unit(self.gutter + self.width)) + 1, 0)

    def rect(self, start: float, end: float, top: float, height: float) -> QRectF:
        """Return the rectangle from one unit to another, cut just outside of what is seen."""
        left = max(self.x(start), self.gutter - 20.0)
        right = min(self.x(end), self.gutter + self.width + 20.0)
        return QRectF(left, top, max(right - left, 0.0), height)


class Ruler(QAbstractScrollArea):
    """Lanes with labels on the left; what is in them a subclass says and paints."""

    chosen = Signal(object)
    """The call whose piece was clicked, None for a click beside all pieces."""

    zoom_wished = Signal(float)
    """The factor by which to zoom."""

    lanes: tuple[tuple[str, int], ...] = ()
    """Each lane's key and height, from top to bottom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing, all of it in view."""
        super().__init__(parent)
        self._scale = 1.0
        self._fits = True
        self._anchor: float | None = None
        self._moment: int | None = None
        self._chosen: Call | None = None
        self._labels: dict[str, str] = {}
        self._missing: dict[str, str] = {}
        self._gutter = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.horizontalScrollBar().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(sum(height for _, height in self.lanes) + 2 * self.frameWidth() + 14)

    def set_labels(self, labels: dict[str, str], others: tuple[str, ...] = ()) -> None:
        """Name the lanes; leave room for the `others` too, those of a ruler that stands below."""
        if labels != self._labels:
            self._labels = labels
            metrics = QFontMetrics(small_font())
            widths = [metrics.horizontalAdvance(label) for label in (*labels.values(), *others)]
            self._gutter = max(widths, default=0) + 16
            self.measure()

    def set_missing(self, missing: dict[str, str]) -> None:
        """Say in words why a row is empty, by its lane."""
        self._missing = missing
        self.viewport().update()

    def set_moment(self, moment: int | None) -> None:
        """Show what had happened by then; None: all."""
        if moment != self._moment:
            self._moment = moment
            self.measure()

    def set_fit(self, fits: bool) -> None:
        """Keep all in view, as far as that is possible."""
        self._fits = fits
        self.measure()

    def zoom(self, factor: float) -> None:
        """Make each unit wider or narrower; what was clicked or is under the mouse stays where it is."""
        before = self.slice()
        middle = before.gutter + before.width / 2
        anchor = middle if self._anchor is None else self._anchor
        unit = before.unit(anchor)
        self._anchor = None
        self._fits = False
        self._scale = self._bounded(self._scale * factor)
        self._set_range()
        self.horizontalScrollBar().setValue(round(EDGE + unit * self._scale - (anchor - before.gutter)))
        self.viewport().update()

    def measure(self) -> None:
        """Take in that there is more, or less, than before."""
        bar = self.horizontalScrollBar()
        follows = bar.value() == bar.maximum()
        self._scale = self._fitting() if self._fits else self._bounded(self._scale)
        self._set_range()
        if follows:
            bar.setValue(bar.maximum())
        self.viewport().update()

    def choose(self, call: Call | None) -> None:
        """Mark the piece of that call."""
        self._chosen = call
        self.viewport().update()

    def bring_into_view(self, unit: float) -> None:
        """Scroll until that unit is seen."""
        seen = self.slice()
        if not seen.gutter + EDGE <= seen.x(unit) <= seen.gutter + seen.width - 3 * EDGE:
            self.horizontalScrollBar().setValue(round(unit * seen.scale - seen.width / 3))

    def show_unit(self, unit: float) -> None:
        """Zoom in until all can be read, and scroll to that unit."""
        self.zoom(max(self.readable() / self._scale, 1.0))
        self.horizontalScrollBar().setValue(round(unit * self._scale - self.slice().width / 2))

    def slice(self) -> Slice:
        """Return what is seen."""
        width = max(self.viewport().width() - self._gutter, 1)
        return Slice(self._gutter, width, self.horizontalScrollBar().value(), self._scale)

    def top_of(self, lane: str) -> int:
        """Return where a lane begins."""
        top = 0
        for key, height in self.lanes:
            if key == lane:
                break
            top += height
        return top

    def height_of(self, lane: str) -> int:
        """Return how high a lane is."""
        return dict(self.lanes)[lane]

    def lane_at(self, y: float) -> str:
        """Return the lane at a height, "" for none."""
        found = [key for key, height in self.lanes if 0 <= y - self.top_of(key) < height]
        return found[0] if found else ""

    # For subclasses ---------------------------------------------------------------------------------------

    def length(self) -> int:
        """Return how many units there are."""
        raise NotImplementedError

    def readable(self) -> float:
        """Return the scale at which all can be read; to see all never needs a larger one."""
        raise NotImplementedError

    def narrowest(self) -> float:
        """Return the smallest scale that makes sense."""
        raise NotImplementedError

    def call_at(self, lane: str, unit: float) -> Call | None:
        """Return the call whose piece is there."""
        raise NotImplementedError

    def neighbour(self, call: Call | None, key: Qt.Key) -> Call | None:
        """Return the call that an arrow key leads to."""
        raise NotImplementedError

    def unit_of(self, call: Call) -> float:
        """Return where the piece of a call begins."""
        raise NotImplementedError

    def draw(self, brushes: Brushes, seen: Slice) -> None:
        """Paint the slice that is seen."""
        raise NotImplementedError

    # The scale --------------------------------------------------------------------------------------------

    def _fitting(self) -> float:
        room = max(self.viewport().width() - self._gutter - 2 * EDGE, 1)
        return max(min(room / max(self.length(), 1), self.readable()), self.narrowest())

    def _bounded(self, scale: float) -> float:
        length = max(self.length(), 1)
        return min(max(scale, self._fitting()), 4 * self.readable(), WIDEST / length)

    def _set_range(self) -> None:
        seen = self.slice()
        hidden = self.length() * self._scale + 2 * EDGE - seen.width
        bar = self.horizontalScrollBar()
        # Half a pixel more than fits is no reason to scroll.
        bar.setRange(0, max(int(hidden - 0.5), 0))
        # A disabled bar is not seen, but keeps its room.
        bar.setEnabled(bar.maximum() > 0)
        bar.setPageStep(seen.width)
        bar.setSingleStep(max(round(self._scale), 24))

    def _choose_by_hand(self, call: Call | None) -> None:
        self.choose(call)
        if call is not None:
            self.bring_into_view(self.unit_of(call))
        self.chosen.emit(call)

    # Called by Qt -----------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lanes, then their labels over what runs under them."""
        with QPainter(self.viewport()) as painter:
            seen = self.slice()
            brushes = Brushes(painter, theme_of(self))
            painter.save()
            painter.setClipRect(QRectF(seen.gutter, 0, seen.width, self.viewport().height()))
            self.draw(brushes, seen)
            painter.restore()
            for lane, label in self._labels.items():
                rect = QRectF(8, self.top_of(lane), seen.gutter - 12, self.height_of(lane))
                brushes.label(rect, label)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the piece under the mouse."""
        place: QPointF = event.position()
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose_by_hand(self.call_at(self.lane_at(place.y()), self.slice().unit(place.x())))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll sideways; with Ctrl, zoom where the mouse is."""
        delta = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._anchor = event.position().x()
            self.zoom_wished.emit(ZOOM_STEP ** (delta / 120))
            event.accept()
            return
        bar = self.horizontalScrollBar()
        before = bar.value()
        bar.setValue(before - delta)
        # At its end, or with all in view, the wheel belongs to whoever is around.
        event.setAccepted(bar.value() != before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from piece to piece with the arrows, zoom with plus and minus, scroll with the rest."""
        key = Qt.Key(event.key())
        bar = self.horizontalScrollBar()
        scrolls = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: bar.maximum()}
        pages = {Qt.Key.Key_PageUp: -bar.pageStep(), Qt.Key.Key_PageDown: bar.pageStep()}
        zooms = {Qt.Key.Key_Plus: ZOOM_STEP, Qt.Key.Key_Equal: ZOOM_STEP, Qt.Key.Key_Minus: 1 / ZOOM_STEP}
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            if (call := self.neighbour(self._chosen, key)) is not None:
                self._choose_by_hand(call)
        elif key in zooms:
            self.zoom_wished.emit(zooms[key])
        elif key in scrolls or key in pages:
            bar.setValue(scrolls.get(key, bar.value() + pages.get(key, 0)))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into the new room."""
        super().resizeEvent(event)
        self.measure()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go here."""
        super().focusInEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.viewport().update()


def round_step(least: float, is_hex: bool = False) -> int:
    """Return the smallest round number that is not below `least`."""
    base = 16 if is_hex else 10
    power: int = base ** max(floor(log(max(least, 1), base) + 1e-9), 0)
    return next((power * step for step in _STEPS[is_hex] if power * step >= least), power * base)
