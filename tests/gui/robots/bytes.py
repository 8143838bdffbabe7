"""Acts on a byte ruler and reads it, as a person would."""

from typing import Any, Literal, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from core.framing import Framing
from core.history import History
from core.spec import ServerSpec
from gui.panes.bytes_view import BytesPane
from gui.panes.bytes_view.ruler import Ruler
from gui.widgets.choice import Choice
from gui.widgets.elided_label import ElidedLabel

Way = Literal["to_server", "to_client"]

W = TypeVar("W", bound=QWidget)


class BytesRobot:
    """A person in front of the byte ruler."""

    def __init__(self, qtbot: Any, pane: BytesPane) -> None:
        self._qtbot = qtbot
        self._pane = pane

    def show_run(self, history: History | None, spec: ServerSpec | None = None) -> "BytesRobot":
        self._pane.set_spec(spec)
        self._pane.show_run("S1", history)
        return self.look()

    def look(self) -> "BytesRobot":
        """Let the pane take in what is new, and wait until it has."""
        self._pane.refresh()
        self._qtbot.waitUntil(lambda: not self._pane.is_behind())
        return self

    def wait_for(self, text: str, way: Way = "to_server") -> "BytesRobot":
        """Look again and again until the numbers of a direction hold that text."""

        def is_there() -> bool:
            return text in self.look().totals(way)

        self._qtbot.waitUntil(is_there)
        return self

    def wait_for_conversation(self, beginning: str) -> "BytesRobot":
        """Look again and again until the conversation shown is called so."""
        self._qtbot.waitUntil(lambda: self.look().conversation().startswith(beginning))
        return self

    def totals(self, way: Way = "to_server") -> str:
        return self._part(ElidedLabel, f"{way}_totals").whole_text()

    def summary(self) -> str:
        return self._part(QLabel, "summary").text()

    def caveat(self) -> str:
        return self._part(QLabel, "caveat").text()

    def emptiness(self) -> str:
        """Return what stands in place of the rulers, "" if they are there."""
        label = self._part(QLabel, "empty")
        return label.text() if label.isVisible() else ""

    def conversations(self) -> list[str]:
        box = self._part(Choice, "conversation")
        return [box.itemText(index) for index in range(1, box.count())]

    def conversation(self) -> str:
        return self._part(Choice, "conversation").currentText()

    def pick(self, index: int) -> "BytesRobot":
        """Pick a conversation: 0 is the newest, whichever that is."""
        box = self._part(Choice, "conversation")
        box.setCurrentIndex(index)
        box.activated.emit(index)
        return self.look()

    def framing(self) -> str:
        return self._part(Choice, "framing").key()

    def frames(self) -> bool:
        return self._part(Choice, "framing").isEnabled()

    def frame_by(self, framing: Framing) -> "BytesRobot":
        self._part(Choice, "framing").choose(framing)
        return self.look()

    def press(self, name: str) -> "BytesRobot":
        QTest.mouseClick(self._part(QPushButton, name), Qt.MouseButton.LeftButton)
        return self

    def fits(self) -> bool:
        return self._part(QPushButton, "fit").isChecked()

    def click(self, lane: str, unit: float, way: Way = "to_server") -> "BytesRobot":
        """Click into a lane, at a byte of a stream or a datagram's slot."""
        ruler = self.ruler(way)
        y = ruler.top_of(lane) + ruler.height_of(lane) // 2
        place = QPoint(round(ruler.slice().x(unit + 0.5)), y)
        QTest.mouseClick(ruler.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return self

    def key(self, key: Qt.Key, way: Way = "to_server") -> "BytesRobot":
        QTest.keyClick(self.ruler(way), key)
        return self

    def piece(self) -> str:
        """Return what is told of the chosen piece, or how to choose one."""
        return self._part(QLabel, "piece").text()

    def piece_bytes(self) -> str:
        part = self._part(QPlainTextEdit, "piece_bytes")
        return part.toPlainText() if part.isVisible() else ""

    def wait_for_low_box(self) -> "BytesRobot":
        """Wait until the box of the chosen piece is no higher than three lines need."""
        self._qtbot.waitUntil(lambda: 0 < self._part(QPlainTextEdit, "piece_bytes").height() < 80)
        return self

    def wait_for_high_box(self) -> "BytesRobot":
        """Wait until the box of the chosen piece has taken the room that there is."""
        box = self._part(QPlainTextEdit, "piece_bytes")
        self._qtbot.waitUntil(lambda: box.height() > 120)
        return self

    def box_is_scrolled_to_read(self) -> bool:
        """True if the chosen piece is longer than its box."""
        return self._part(QPlainTextEdit, "piece_bytes").verticalScrollBar().maximum() > 0

    def sees(self, unit: float, way: Way = "to_server") -> bool:
        """True if that byte, or that datagram, is in view."""
        seen = self.ruler(way).slice()
        return seen.gutter <= seen.x(unit) <= seen.gutter + seen.width

    def ruler(self, way: Way) -> Ruler:
        shown = [
            ruler for ruler in self._pane.findChildren(Ruler) if ruler.objectName().startswith(f"{way}_")
        ]
        return next(ruler for ruler in shown if ruler.isVisible())

    def _part(self, kind: type[W], name: str) -> W:
        part = self._pane.findChild(kind, name)
        assert part is not None, name
        return part
