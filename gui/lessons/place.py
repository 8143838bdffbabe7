"""The middle of the window: the stage, and while a lesson is open, the lesson's pane by its side."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

WIDE = 1_000
"""From this width on the pane is a column on the left of the stage; in less room a strip below it."""

STRIP, COLUMN = 264, 360
"""How high the strip, and how wide the column is at first."""

FOLDED = 46
"""How high the strip is when only its title is seen."""


class LessonPlace(QSplitter):
    """Never covers the stage: the two share the room."""

    def __init__(self, stage: QWidget, parent: QWidget | None = None) -> None:
        """Begin with the stage alone."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("lesson_place")
        self.setChildrenCollapsible(False)
        self.addWidget(stage)
        self._stage = stage
        self._pane: QWidget | None = None
        self._rooms = {Qt.Orientation.Vertical: STRIP, Qt.Orientation.Horizontal: COLUMN}
        self._is_folded = False
        self.splitterMoved.connect(self._on_moved)

    def put(self, pane: QWidget) -> None:
        """Show a pane beside the stage."""
        self._pane = pane
        self._is_folded = False
        self.addWidget(pane)
        self._arrange()

    def take_away(self) -> None:
        """Give all the room back to the stage."""
        pane, self._pane = self._pane, None
        if pane:
            pane.hide()
            pane.setParent(None)
            pane.deleteLater()

    def fold(self, is_folded: bool) -> None:
        """Leave the pane no more than the line with its title, or as much as it had."""
        self._is_folded = is_folded
        self._arrange()

    def rooms(self) -> tuple[int, int]:
        """Return how high the strip and how wide the column is."""
        return self._rooms[Qt.Orientation.Vertical], self._rooms[Qt.Orientation.Horizontal]

    def set_rooms(self, strip: int, column: int) -> None:
        """Restore what `rooms` returned."""
        self._rooms = {Qt.Orientation.Vertical: strip, Qt.Orientation.Horizontal: column}

    def _arrange(self) -> None:
        pane = self._pane
        if pane is None:
            return
        is_beside = self.width() >= WIDE and not self._is_folded
        orientation = Qt.Orientation.Horizontal if is_beside else Qt.Orientation.Vertical
        self.setOrientation(orientation)
        self.insertWidget(0 if is_beside else 1, pane)
        self.setStretchFactor(self.indexOf(self._stage), 1)
        self.setStretchFactor(self.indexOf(pane), 0)
        pane.setMaximumHeight(FOLDED if self._is_folded else 16_777_215)
        room = FOLDED if self._is_folded else self._rooms[orientation]
        whole = self.width() if is_beside else self.height()
        sizes = [room, whole - room] if is_beside else [whole - room, room]
        self.setSizes(sizes)

    def _on_moved(self) -> None:
        if self._pane and not self._is_folded:
            self._rooms[self.orientation()] = self.sizes()[self.indexOf(self._pane)]

    # Called by Qt ---------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Become a column or a strip when there is more or less room."""
        super().resizeEvent(event)
        was_beside = self.orientation() is Qt.Orientation.Horizontal
        if self._pane and not self._is_folded and was_beside != (self.width() >= WIDE):
            self._arrange()
