"""Many widgets one below the other, cheap to add to at the end and to take from at the beginning."""

from collections import deque

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

_SPACING = 10
_MARGIN = 8


class Column(QWidget):
    """A page for a scroll area; its height follows from its width.

    A QVBoxLayout would ask each of hundreds of widgets anew, several times, whenever one is added.
    """

    def __init__(self, head: QWidget, foot: QWidget, parent: QWidget | None = None) -> None:
        """Make an empty column between `head` and `foot`, which take room only while they are not hidden."""
        super().__init__(parent)
        self._head, self._foot = head, foot
        self._widgets: deque[QWidget] = deque()
        self._heights: deque[int] = deque()
        for end in (head, foot):
            end.setParent(self)

    def append(self, widget: QWidget) -> None:
        """Add `widget` at the end; call `arrange` when all are added."""
        widget.setParent(self)
        self._widgets.append(widget)
        self._heights.append(self._height_of(widget))
        widget.show()

    def drop_first(self) -> int:
        """Remove the first widget for good; return by how much the others will move up."""
        widget = self._widgets.popleft()
        widget.hide()
        widget.deleteLater()
        return self._heights.popleft() + _SPACING

    def arrange(self) -> None:
        """Put everything into its place, and take the height that is needed."""
        y = self._place(self._head, _MARGIN)
        for widget, height in zip(self._widgets, self._heights, strict=True):
            widget.setGeometry(0, y, self._inner_width(), height)
            y += height + _SPACING
        y = self._place(self._foot, y)
        self.resize(self.width(), y - _SPACING + _MARGIN)

    def measure(self) -> None:
        """Ask each widget anew how high it is, and arrange them."""
        self._heights = deque(map(self._height_of, self._widgets))
        self.arrange()

    def _inner_width(self) -> int:
        return max(self.width() - _MARGIN, 1)

    def _height_of(self, widget: QWidget) -> int:
        return widget.heightForWidth(self._inner_width())

    def _place(self, end: QWidget, y: int) -> int:
        if end.isHidden():
            return y
        height = self._height_of(end)
        end.setGeometry(0, y, self._inner_width(), height)
        return y + height + _SPACING

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap all texts anew for another width."""
        if event.size().width() != event.oldSize().width():
            self.measure()

    def changeEvent(self, event: QEvent) -> None:
        """Measure all texts anew in another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.measure()
