"""Acts on a lanes pane and reads it, as a person would."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from core.history import History
from core.lane import FAULT, Lane
from core.lanes import Lanes
from gui.panes.lanes import LanesPane
from gui.panes.lanes.canvas import LaneCanvas
from gui.panes.lanes.hits import Hit, Part
from gui.panes.lanes.layout import AXIS_HEIGHT, BAR_HEIGHT
from gui.panes.lanes.time_window import TimeWindow
from gui.widgets.elided_label import ElidedLabel

W = TypeVar("W", bound=QWidget)

PATIENCE = 10_000
"""Milliseconds that anything may take on a busy machine."""


class LanesRobot:
    """A person in front of the lanes."""

    def __init__(self, qtbot: Any, pane: LanesPane) -> None:
        self._qtbot = qtbot
        self._pane = pane
        self._canvas = self._part(LaneCanvas, "canvas")

    def show_run(self, history: History | None, title: str = "S1") -> "LanesRobot":
        self._pane.show_run(title, history)
        return self.look()

    def look(self) -> "LanesRobot":
        """Let the pane take in what is new, and wait until it has."""
        self._pane.refresh()
        self._qtbot.waitUntil(lambda: self._pane.unread() == 0 or self.is_on("pause"))
        self._canvas.viewport().repaint()
        return self

    def wait_until(self, condition: Callable[[], bool]) -> "LanesRobot":
        """Look again and again until it is so: what a server does is told a little later."""

        def look() -> bool:
            self._pane.refresh()
            return condition()

        self._qtbot.waitUntil(look, timeout=PATIENCE)
        return self.look()

    # Reading -------------------------------------------------------------------------------------------

    def titles(self) -> list[str]:
        """Return the lanes' names from top to bottom."""
        return [slot.lane.title for slot in self._canvas.layout_shown().slots]

    def hidden(self) -> int:
        """Return of how many more lanes it is said that they are not shown."""
        return self._canvas.layout_shown().hidden

    def bars(self, title: str) -> list[str]:
        """Return the names of a lane's bars, row by row; none if there is no such lane."""
        lanes = [slot.lane for slot in self._canvas.layout_shown().slots if slot.lane.title == title]
        return [self._name(value) for lane in lanes for row in lane.works for value in row.values]

    def waits(self, title: str) -> list[str]:
        """Return what a lane waits in, row by row; none if there is no such lane."""
        lanes = [slot.lane for slot in self._canvas.layout_shown().slots if slot.lane.title == title]
        return [self._name(value) for lane in lanes for row in lane.waits.values() for value in row.values]

    def inspected(self) -> str:
        """Return what the inspector says, both lines."""
        meaning = self._part(QLabel, "meaning").text()
        return f"{self._part(ElidedLabel, 'inspected').whole_text()}\n{meaning}"

    def emptiness(self) -> str:
        """Return what stands in place of the lanes, "" if there are some."""
        label = self._part(QLabel, "empty")
        return label.text() if label.isVisible() else ""

    def run_title(self) -> str:
        return self._part(ElidedLabel, "run").whole_text()

    def window(self) -> TimeWindow:
        return self._canvas.window_shown()

    def chosen_span(self) -> int:
        """Return how long the chosen stretch of time is, 0 for none."""
        found = self._canvas.chosen_range()
        return found[1] - found[0] if found else 0

    def is_on(self, name: str) -> bool:
        return self._part(QPushButton, name).isChecked()

    def time_under(self, x: int) -> int:
        return self._canvas.time_at(x)

    def colours_in(self, title: str, name: str, part: Part = Part.WORK) -> set[str]:
        """Return the colours along the lower third of a bar, its ends left out: texts stand higher."""
        return self._colours_of(self._find(title, name, part))

    def colours_in_last(self, title: str) -> set[str]:
        """Return the colours of the wait that began last in a lane, as `colours_in`."""
        return self._colours_of(self._last_wait(title))

    def _colours_of(self, hit: Hit) -> set[str]:
        place = self._place(hit)
        left, right = (int(self._canvas.x_of(time)) for time in (hit.start, hit.end or self._canvas.now()))
        middle = (max(left, 130) + min(right, self._canvas.viewport().width())) // 2
        picture = self.picture()
        ratio = picture.devicePixelRatio()
        y = int((place.y() + BAR_HEIGHT // 2 - 2) * ratio)
        return {QColor(picture.pixel(int(x * ratio), y)).name() for x in range(middle - 12, middle + 12)}

    def column(self, x: int) -> set[str]:
        """Return the colours of a column of the picture, below the axis."""
        picture = self.picture()
        ratio = picture.devicePixelRatio()
        height = self._canvas.viewport().height()
        return {
            QColor(picture.pixel(int(x * ratio), int(y * ratio))).name()
            for y in range(AXIS_HEIGHT + 1, height - 1)
        }

    def picture(self) -> QImage:
        return self._canvas.viewport().grab().toImage()

    # Acting --------------------------------------------------------------------------------------------

    def click_bar(self, title: str, name: str, part: Part = Part.WORK) -> "LanesRobot":
        """Click the first bar of that name in a lane."""
        place = self._place(self._find(title, name, part))
        QTest.mouseClick(self._canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return self

    def click_last(self, title: str) -> "LanesRobot":
        """Click the wait that began last in a lane."""
        place = self._place(self._last_wait(title))
        QTest.mouseClick(self._canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return self

    def click_tick(self, title: str, part: Part) -> "LanesRobot":
        """Click a lane's first tick of what was sent, or received."""
        lane = self._lane(title)
        row = lane.sent if part is Part.SENT else lane.received
        slot = next(slot for slot in self._canvas.layout_shown().slots if slot.lane is lane)
        top = slot.sent_top if part is Part.SENT else slot.received_top
        place = QPoint(int(self._canvas.x_of(row.starts[0])), self._scrolled(top + 3))
        QTest.mouseClick(self._canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return self

    def click_nowhere(self) -> "LanesRobot":
        place = QPoint(self._canvas.viewport().width() - 3, self._canvas.viewport().height() - 3)
        QTest.mouseClick(self._canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return self

    def double_click_bar(self, title: str, name: str) -> "LanesRobot":
        place = self._place(self._find(title, name, Part.WORK))
        QTest.mouseDClick(self._canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return self

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> "LanesRobot":
        QTest.keyClick(self._canvas, key, modifier)
        return self

    def push(self, name: str) -> "LanesRobot":
        QTest.mouseClick(self._part(QPushButton, name), Qt.MouseButton.LeftButton)
        return self

    def turn_wheel(
        self, delta: int, x: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> "LanesRobot":
        view = self._canvas.viewport()
        at = QPointF(x, 80)
        event = QWheelEvent(
            at, view.mapToGlobal(at), QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton, modifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view, event)
        return self

    def drag(
        self, start: int, end: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> "LanesRobot":
        """Drag with the mouse from one x to another."""
        view, left, y = self._canvas.viewport(), Qt.MouseButton.LeftButton, view_bottom(self._canvas)
        QTest.mousePress(view, left, modifier, QPoint(start, y))
        for x in (start + (end - start) // 2, end):
            QTest.mouseMove(view, QPoint(x, y))
            self._qtbot.wait(0)
        QTest.mouseRelease(view, left, modifier, QPoint(end, y))
        return self

    def _find(self, title: str, name: str, part: Part) -> Hit:
        lane = self._lane(title)
        rows = lane.works if part is Part.WORK else list(lane.waits.values())
        return next(
            Hit(lane, part, row, place + row.dropped)
            for row in rows
            for place, value in enumerate(row.values)
            if self._name(value) == name
        )

    def _last_wait(self, title: str) -> Hit:
        lane = self._lane(title)
        row = max(lane.waits.values(), key=lambda row: row.starts[-1])
        return Hit(lane, Part.WAIT, row, row.dropped + len(row) - 1)

    def _place(self, hit: Hit) -> QPoint:
        """Return the middle of what is seen of a bar."""
        slot = next(slot for slot in self._canvas.layout_shown().slots if slot.lane is hit.lane)
        window = self.window()
        start = max(hit.start, window.start)
        end = min(self._canvas.now() if hit.end is None else hit.end, window.end)
        x = self._canvas.x_of((start + end) // 2)
        return QPoint(int(x), self._scrolled(slot.row_top(hit.depth) + BAR_HEIGHT // 2))

    def _scrolled(self, y: int) -> int:
        return AXIS_HEIGHT + y - self._canvas.verticalScrollBar().value()

    def _lane(self, title: str) -> Lane:
        return next(slot.lane for slot in self._canvas.layout_shown().slots if slot.lane.title == title)

    def _name(self, value: int) -> str:
        lanes = self._lanes()
        return lanes.name(value & (FAULT - 1))

    def _lanes(self) -> Lanes:
        lanes = self._canvas.lanes()
        assert lanes is not None
        return lanes

    def _part(self, kind: type[W], name: str) -> W:
        part = self._pane.findChild(kind, name)
        assert part is not None, name
        return part


def view_bottom(canvas: LaneCanvas) -> int:
    """Return a height at which there is no lane, if there are few."""
    return canvas.viewport().height() - 4
