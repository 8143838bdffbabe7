"""Paints lanes: only what is seen, and where bars are too many to be told apart, runs of them.

A run is a column as high as its time was used; a bar is never thinner than can be seen.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from core.arrows import Arrow, ArrowKind
from core.bar_row import OPEN, BarRow
from core.lane import FAULT, Lane, LaneKind
from core.lanes import PAUSED, Lanes
from gui.panes.lanes.bar_names import BarNames
from gui.panes.lanes.hits import Hit, Part
from gui.panes.lanes.ink import CLIENT, FAULTY, Ink, colour_of
from gui.panes.lanes.layout import BAR_HEIGHT, LABEL_WIDTH, PADDING, SHORTEST_LANE, TICK, Layout, Slot
from gui.panes.lanes.lit_bars import LitBars
from gui.panes.lanes.time_window import TimeWindow

THINNEST = 2.0
"""Pixels: a bar is drawn at least so wide."""

FEW = 4
"""More than one bar in so many pixels: runs are drawn instead, if the row has summaries."""

RUN_GAP = 2.0
"""Pixels: bars closer than this flow into one run."""

ROUNDED = 200
"""So many bars of a picture get round corners, which are slow to draw."""

LEAST_FOR_TEXT = 24
"""Pixels: no text fits into a narrower bar."""

LEAST_LETTERS = 4
"""Less of a longer text, "…" included, says nothing."""

ARROWS = 160
"""Of more arrows in view than so many, only those of the chosen request are drawn."""

_RADIUS = 3.0


@dataclass(frozen=True, slots=True)
class Scene:
    """What is to be painted: the lanes, which time of them, and what is chosen."""

    lanes: Lanes
    layout: Layout
    window: TimeWindow
    now: int
    """Where bars that have not ended reach to."""
    width: int
    """Pixels for the time, right of the labels."""
    scroll: int
    lit: LitBars
    chosen: Hit | None

    def x(self, time: int) -> float:
        """Return where a time is, within a little more than the picture: painters fail at huge numbers."""
        x = (time - self.window.start) * self.width / self.window.span
        return LABEL_WIDTH + min(max(x, -50.0), self.width + 50.0)


class LanePainter:
    """Paints one picture of a scene, lane by lane; the caller has set the clip and the origin."""

    def __init__(
        self, painter: QPainter, scene: Scene, ink: Ink, font: QFont, cut: dict[tuple[str, int], str]
    ) -> None:
        """Paint with that ink; `cut` keeps, from picture to picture, how texts are cut to their room."""
        self._painter = painter
        self._scene = scene
        self._ink = ink
        self._cut = cut
        self._font = font
        self._metrics = QFontMetricsF(font)
        self._baseline = (BAR_HEIGHT + self._metrics.capHeight()) / 2 - 0.5
        self._pixel = scene.window.span / max(scene.width, 1)
        self._few = scene.width / FEW
        self._rounded = ROUNDED
        self._names = BarNames()

    def draw(self, slots: list[Slot]) -> None:
        """Draw what these lanes did."""
        self._painter.setFont(self._font)
        for slot in slots:
            end = self._scene.lanes.end_of(slot.lane, self._scene.now)
            for depth, row in slot.lane.waits.items():
                self._draw_row(slot, row, depth, end, True)
            for depth, row in enumerate(slot.lane.works):
                self._draw_row(slot, row, depth, end, False)
            self._draw_ticks(slot.sent_top, slot.lane.sent, self._ink.sent, self._ink.bytes)
            self._draw_ticks(slot.received_top, slot.lane.received, self._ink.received, self._ink.arrived)
        if self._scene.chosen is not None:
            self._draw_chosen(self._scene.chosen, slots)

    def draw_hint(self, slot: Slot, text: str) -> None:
        """Write into a lane with nothing in it what will be there."""
        room = QRectF(
            LABEL_WIDTH + 8, slot.top + PADDING, self._scene.width - 16, SHORTEST_LANE - 2 * PADDING
        )
        shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        veiled = QRectF(room)
        veiled.setWidth(self._metrics.horizontalAdvance(shown))
        self._painter.setFont(self._font)
        self._painter.fillRect(veiled, self._ink.ground)
        self._painter.setPen(self._ink.muted)
        self._painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def draw_folded(self, row: BarRow, top: int) -> None:
        """Draw when there were lanes that are not shown."""
        y = top + (SHORTEST_LANE - BAR_HEIGHT) / 2
        if row.is_summed_up:
            self._draw_runs(row, y, self._ink.waits[1])
        else:
            first, last = row.slice(self._scene.window.start, self._scene.window.end)
            places = range(first, last)
            self._fill(self._ink.waits[1], [self._rect(row.starts[p], row.ends[p], y) for p in places])

    # Bars ----------------------------------------------------------------------------------------------

    def _draw_row(self, slot: Slot, row: BarRow, depth: int, end: int, waits: bool) -> None:
        window = self._scene.window
        first, last = row.slice(window.start, window.end)
        if first == last:
            return
        y = slot.row_top(depth)
        if last - first > self._few and row.is_summed_up:
            dim = self._dim_of_many(row, first, last)
            brush = self._ink.waits[dim] if waits else self._ink.works[_plain_colour(slot.lane)][dim]
            self._draw_runs(row, y, brush)
            places: Iterable[int] = self._scene.lit.places(row, first, last) if dim else ()
        else:
            places = range(first, last)
        self._draw_bars(slot.lane, row, places, y, end, waits)

    def _dim_of_many(self, row: BarRow, first: int, last: int) -> int:
        """Return 1 if runs are to be dim: few of their bars, or none, are of the lit request."""
        lit = self._scene.lit
        return 1 if lit.request and lit.count(row, first, last) <= self._few else 0

    def _draw_runs(self, row: BarRow, y: float, brush: QBrush) -> None:
        """Draw runs as columns, as high as they were busy."""
        window = self._scene.window
        runs = row.runs(window.start, window.end, RUN_GAP * self._pixel)
        left, scale = self._scene.x, 1 / self._pixel
        rects = []
        for start, end, busy, _bars in runs:
            # A pixel more: the gap to the next run is none to be seen, unless it is wider than that.
            width = max((end - start) * scale, THINNEST - 1) + 1
            height = BAR_HEIGHT * min(max(busy / max(end - start, self._pixel * THINNEST), 0.25), 1.0)
            rects.append(QRectF(left(start), y + BAR_HEIGHT - height, width, height))
        if row.is_open:
            rects.append(self._rect(row.starts[-1], self._scene.now, y))
        self._fill(brush, rects)

    def _draw_bars(
        self, lane: Lane, row: BarRow, places: Iterable[int], y: float, end: int, waits: bool
    ) -> None:
        lit = self._scene.lit.request
        is_theirs = lit and lane.kind is LaneKind.CLIENT and self._scene.lit.is_in(lane.sent)
        fault = FAULT if self._scene.lanes.missed(lane, self._scene.now) else 0
        groups: dict[tuple[int, int], list[QRectF]] = defaultdict(list)
        texts: list[tuple[QRectF, str, int]] = []
        for place in places:
            value, start = row.values[place], row.starts[place]
            if row.ends[place] == OPEN:
                value |= fault
            dim = 1 if lit and row.requests[place] != lit and not is_theirs else 0
            rect = self._rect(start, min(row.ends[place], max(end, start)), y)
            groups[self._colour(lane, value, waits), dim].append(rect)
            if rect.width() >= LEAST_FOR_TEXT:
                texts.append((rect, self._names.name(lane, self._scene.lanes.name(value), waits), dim))
        for (colour, dim), rects in groups.items():
            self._fill_bars(colour, dim, rects, waits)
        for rect, text, dim in texts:
            self._draw_text(rect, text, waits, dim)

    def _rect(self, start: int, end: int, y: float) -> QRectF:
        x = self._scene.x(start)
        return QRectF(x, y, max(self._scene.x(end) - x, THINNEST), BAR_HEIGHT)

    def _colour(self, lane: Lane, value: int, waits: bool) -> int:
        if value & FAULT:
            return FAULTY
        if lane.kind is LaneKind.CLIENT:
            return CLIENT
        name = self._scene.lanes.name(value)
        return int(name.startswith(PAUSED)) if waits else colour_of(name)

    def _fill_bars(self, colour: int, dim: int, rects: list[QRectF], waits: bool) -> None:
        ink = self._ink
        if not waits or colour == FAULTY:
            self._fill(ink.works[colour][dim], rects)
            return
        self._fill((ink.waits, ink.pauses)[colour][dim], rects, ink.wait_lines[dim])

    def _fill(self, brush: QBrush, rects: list[QRectF], line: QPen | None = None) -> None:
        painter = self._painter
        painter.setPen(line or QPen(Qt.PenStyle.NoPen))
        painter.setBrush(brush)
        # A texture begins where its widget does, unless told otherwise: it would swim when the lanes scroll.
        painter.setBrushOrigin(0, 0)
        small = []
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for rect in rects:
            if self._rounded and rect.width() > 3 * _RADIUS and rect.height() == BAR_HEIGHT:
                self._rounded -= 1
                inset = 0.5 if line else 0.0
                painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
            else:
                small.append(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if small:
            painter.setPen(Qt.PenStyle.NoPen)
            if line:  # of hatching nothing would be left
                painter.setBrush(line.brush())
            painter.drawRects(small)

    def _draw_text(self, rect: QRectF, text: str, waits: bool, dim: int) -> None:
        left = max(rect.left(), LABEL_WIDTH) + 4
        room = int(min(rect.right(), LABEL_WIDTH + self._scene.width) - left - 2)
        if room < LEAST_FOR_TEXT - 6:
            return
        shown = self._cut.get((text, room))
        if shown is None:
            shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            if len(shown) < LEAST_LETTERS <= len(text):
                shown = ""
            self._cut[text, room] = shown
        if not shown:
            return
        ink = self._ink
        if waits:
            width = self._metrics.horizontalAdvance(shown)
            self._painter.fillRect(QRectF(left - 2, rect.top() + 1, width + 4, BAR_HEIGHT - 2), ink.veil)
        self._painter.setPen(ink.muted if dim else ink.text if waits else ink.on_bar)
        self._painter.drawText(QPointF(left, rect.top() + self._baseline), shown)

    # Ticks ---------------------------------------------------------------------------------------------

    def _draw_ticks(
        self, y: float, row: BarRow, stamps: tuple[QPixmap, QPixmap], pens: tuple[QPen, QPen]
    ) -> None:
        window, lit = self._scene.window, self._scene.lit.request
        first, last = row.slice(window.start, window.end)
        places: Iterable[int] = range(first, last)
        if last - first > self._few and row.is_summed_up:
            dim = self._dim_of_many(row, first, last)
            self._draw_tick_runs(row, y, pens[dim])
            places = self._scene.lit.places(row, first, last) if dim else ()
        x, starts, requests, draw = self._scene.x, row.starts, row.requests, self._painter.drawPixmap
        for place in places:
            stamp = stamps[1 if lit and requests[place] != lit else 0]
            draw(QPointF(x(starts[place]) - TICK / 2, y), stamp)

    def _draw_tick_runs(self, row: BarRow, y: float, pen: QPen) -> None:
        window, x = self._scene.window, self._scene.x
        runs = row.runs(window.start, window.end, RUN_GAP * self._pixel)
        rects = [QRectF(x(run.start), y + 2, max(x(run.end) - x(run.start), THINNEST), 3) for run in runs]
        self._fill(pen.brush(), rects)

    # What is chosen ------------------------------------------------------------------------------------

    def _draw_chosen(self, hit: Hit, slots: list[Slot]) -> None:
        slot = next((slot for slot in slots if slot.lane is hit.lane), None)
        if slot is None or hit.place < 0:
            return
        rect = self._rect_of(hit, slot)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(QPen(self._ink.text, 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(rect.adjusted(-1.5, -1, 1.5, 1), _RADIUS, _RADIUS)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _rect_of(self, hit: Hit, slot: Slot) -> QRectF:
        end = self._scene.lanes.end_of(slot.lane, self._scene.now) if hit.end is None else hit.end
        if hit.part in (Part.SENT, Part.RECEIVED):
            top = slot.sent_top if hit.part is Part.SENT else slot.received_top
            return QRectF(self._scene.x(hit.start) - TICK / 2, top, TICK, TICK)
        return self._rect(hit.start, max(end, hit.start), slot.row_top(hit.depth))

    # Arrows --------------------------------------------------------------------------------------------

    def draw_arrows(self) -> None:
        """Draw what went from lane to lane: bytes, and requests handed on."""
        scene, window = self._scene, self._scene.window
        arrows = scene.lanes.arrows.touching(window.start, window.end, ARROWS)
        lit = scene.lit.request
        if lit and not arrows:
            arrows = scene.lanes.arrows.of_request(lit, window.start, window.end, ARROWS)
        slots = {slot.lane.key: slot for slot in scene.layout.slots}
        lines: dict[tuple[ArrowKind, int], list[tuple[QPointF, QPointF]]] = defaultdict(list)
        for arrow in arrows:
            if arrow.source in slots and arrow.target in slots:
                dim = 1 if lit and arrow.request != lit else 0
                lines[arrow.kind, dim].append(self._ends_of(arrow, slots[arrow.source], slots[arrow.target]))
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for (kind, dim), ends in sorted(lines.items(), key=lambda item: -item[0][1]):
            self._draw_lines((self._ink.bytes, self._ink.dispatch)[kind][dim], ends)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _ends_of(self, arrow: Arrow, source: Slot, target: Slot) -> tuple[QPointF, QPointF]:
        x0, x1 = self._scene.x(arrow.start), self._scene.x(arrow.end)
        if arrow.kind is ArrowKind.DISPATCH:
            depth = min(1, max(source.lane.depth - 1, 0))
            return QPointF(x0, source.row_top(depth) + BAR_HEIGHT), QPointF(x1, target.rows_top)
        if target.top > source.top:
            return QPointF(x0, source.sent_top + TICK), QPointF(x1, target.received_top)
        return QPointF(x0, source.sent_top), QPointF(x1, target.received_top + TICK)

    def _draw_lines(self, pen: QPen, ends: list[tuple[QPointF, QPointF]]) -> None:
        painter = self._painter
        painter.setPen(pen)
        for start, end in ends:
            painter.drawLine(start, end)
        painter.setPen(QPen(pen.brush(), 1.2))
        for start, end in ends:
            for side in head(start, end):
                painter.drawLine(end, side)


def head(start: QPointF, end: QPointF) -> tuple[QPointF, QPointF]:
    """Return the two points at which the lines of an arrow's head end."""
    along = end - start
    length = max((along.x() ** 2 + along.y() ** 2) ** 0.5, 1e-6)
    x, y = 4 * along.x() / length, 4 * along.y() / length
    return QPointF(end.x() - x - y * 0.6, end.y() - y + x * 0.6), QPointF(
        end.x() - x + y * 0.6, end.y() - y - x * 0.6
    )


def _plain_colour(lane: Lane) -> int:
    return CLIENT if lane.kind is LaneKind.CLIENT else 0
