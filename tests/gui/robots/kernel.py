"""Looks at a kernel pane, as a person would."""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from core import ServerHost
from gui.panes.kernel import KernelPane
from gui.panes.kernel.countdowns import Countdown, Countdowns
from gui.panes.kernel.facts_table import FactsTable
from gui.panes.kernel.queue_gauge import QueueGauge
from gui.widgets.elided_label import ElidedLabel

W = TypeVar("W", bound=QWidget)


class KernelRobot:
    """A person in front of the view."""

    def __init__(self, qtbot: Any, pane: KernelPane) -> None:
        self._qtbot = qtbot
        self.pane = pane

    def show_server(self, host: ServerHost, **facts: Any) -> "KernelRobot":
        """Select this server, and wait until something is seen of it."""
        self.pane.show_run("S1", host.history())
        spec = host.spec
        self.pane.show_server(host.pid, spec.transport, host.address, spec.request_queue_size, **facts)
        return self.wait_for(lambda: self.pane.sample() is not None)

    def wait_for(self, condition: Callable[[], object]) -> "KernelRobot":
        """Wait until what the samples show makes the condition true."""
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=10_000)
        return self

    def socket(self) -> str:
        return self._part(ElidedLabel, "main_socket").whole_text()

    def queue(self) -> tuple[int, int]:
        """Return how many places are taken, and of how many; (0, 0) where no queue is drawn."""
        gauge = self._part(QueueGauge, "queue")
        return (gauge.taken, gauge.places) if gauge.isVisible() else (0, 0)

    def says(self, name: str) -> str:
        """Return a sentence, "" if it is not there."""
        label = self._part(QLabel, name)
        return label.text() if label.isVisible() else ""

    def note(self, card: str) -> str:
        return self._part(ElidedLabel, f"{card}_note").whole_text()

    def table(self, name: str) -> list[list[str]]:
        """Return the texts of a table's cells, row by row."""
        model = self._part(FactsTable, name).model()
        return [
            [model.index(row, column).data().strip() for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def tip(self, table: str, row: int, column: int) -> str:
        tip: str = self._part(FactsTable, table).model().index(row, column).data(Qt.ItemDataRole.ToolTipRole)
        return tip

    def header_tips(self, table: str) -> list[str]:
        model = self._part(FactsTable, table).model()
        role = Qt.ItemDataRole.ToolTipRole
        return [
            model.headerData(column, Qt.Orientation.Horizontal, role) for column in range(model.columnCount())
        ]

    def is_lit(self, table: str, row: int, column: int = 0) -> bool:
        """Tell whether a cell stands out from the table's ground."""
        index = self._part(FactsTable, table).model().index(row, column)
        return index.data(Qt.ItemDataRole.BackgroundRole) is not None

    def click(self, table: str, row: int) -> "KernelRobot":
        part = self._part(FactsTable, table)
        place = part.visualRect(part.model().index(row, 0)).center()
        QTest.mouseClick(part.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return self

    def countdowns(self) -> tuple[Countdown, ...]:
        return self._part(Countdowns, "countdowns").rows()

    def unfold_descriptors(self) -> "KernelRobot":
        self._part(QPushButton, "descriptors_fold").click()
        return self

    def emptiness(self) -> str:
        label = self._part(QLabel, "empty")
        return label.text() if label.isVisible() else ""

    @staticmethod
    def threads() -> int:
        """Return how many threads ask the system."""
        return sum(thread.name == "socket-lab kernel" for thread in threading.enumerate())

    def _part(self, kind: type[W], name: str) -> W:
        part = self.pane.findChild(kind, name)
        assert part is not None, name
        return part
