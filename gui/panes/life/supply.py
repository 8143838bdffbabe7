"""The classes that supply the hooks, as a list: "verify_request ← BaseServer"."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from core.suppliers import Supplier
from gui.panes.life.canvas import OVERRIDE
from gui.spoken import spoken
from gui.theme import set_role


class SupplyList(QWidget):
    """A line for each hook; one that overrides another class's is marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setObjectName("suppliers")
        self._lines: list[str] = []
        self._suppliers: Mapping[str, Supplier] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(3, 1)
        spoken(self, self._say_words)

    def lines(self) -> list[str]:
        """Return the lines as text."""
        return list(self._lines)

    def show_suppliers(self, suppliers: Mapping[str, Supplier]) -> None:
        """List who supplies each hook."""
        self._suppliers = suppliers
        self._say_words()

    def _say_words(self) -> None:
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self._lines = [self._add(row, supplier) for row, supplier in enumerate(self._suppliers.values())]
        self._grid.setRowStretch(len(self._suppliers), 1)

    def _add(self, row: int, supplier: Supplier) -> str:
        arrow = f"← {OVERRIDE}" if supplier.overrides else "←"
        over = ", ".join(supplier.overrides)
        cells = (
            (supplier.hook, "mono"),
            (arrow, "muted"),
            (supplier.name, "strong" if supplier.overrides else ""),
            (self.tr("instead of {0}").format(over) if over else "", "small"),
        )
        for column, (text, role) in enumerate(cells):
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(column == len(cells) - 1)
            set_role(label, role)
            self._grid.addWidget(label, row, column)
        return f"{supplier.hook} {arrow} {supplier.name}"
