"""What the server's processes have open."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.kernel import KernelSample
from core.kernel.facts import Descriptor
from gui.language import translated
from gui.panes.kernel.amounts import counted
from gui.panes.kernel.facts_table import Cell, FactsColumn, FactsRow, FactsTable
from gui.spoken import spoken
from gui.visible_text import tooltip
from gui.widgets.fold import Fold

ROWS_SHOWN = 200
"""At most so many descriptors are shown, the others counted."""


class DescriptorsFold(QWidget):
    """The open descriptors, folded away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin closed."""
        super().__init__(parent)
        self._table = FactsTable("descriptors", self._columns(), 12)
        self._fold = Fold("", self._table)
        self._fold.button.setObjectName("descriptors_fold")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._fold)
        self._sample: KernelSample | None = None
        self._fold.toggled.connect(self._fill)
        spoken(self, self._say_words)

    def show_sample(self, sample: KernelSample) -> None:
        """Show what the sample says."""
        self._sample = sample
        self._fold.show_chips(self._chips(sample))
        self._fill()

    def _say_words(self) -> None:
        self._fold.set_title(self.tr("Descriptors"))
        meaning = self.tr(
            "A descriptor is a small number for something that a process has open: a file, a pipe, "
            "a socket. A forked child inherits its parent's."
        )
        self._fold.button.setToolTip(tooltip(meaning))
        self._table.say(self.tr("Open descriptors"), self._columns())

    def _chips(self, sample: KernelSample) -> list[str]:
        if not sample.processes:
            return []
        if not sample.descriptors:
            return [self.tr("not told")]
        sockets = sum(1 for one in sample.descriptors if one.kind == "socket")
        return [
            self.tr("{0} open").format(len(sample.descriptors)),
            counted(sockets, self.tr("{0} socket"), self.tr("{0} sockets")),
        ]

    def _fill(self) -> None:
        if self._sample is not None and self._fold.is_open():
            rows = [self._row(one) for one in self._sample.descriptors[:ROWS_SHOWN]]
            self._table.show_rows(rows)

    def _row(self, one: Descriptor) -> FactsRow:
        tone = "accent" if one.kind == "socket" else "text"
        texts = (str(one.pid), str(one.number), translated(one.kind), translated(one.what))
        return FactsRow((one.pid, one.number), tuple(Cell(text, tone=tone) for text in texts))

    def _columns(self) -> tuple[FactsColumn, ...]:
        return (
            FactsColumn(
                self.tr("Process"), self.tr("The process that has it open."), "0000000", is_number=True
            ),
            FactsColumn(self.tr("Number"), self.tr("What fileno() returns."), "0000", is_number=True),
            FactsColumn(self.tr("Kind"), self.tr("What it is."), "kernel object"),
            FactsColumn(self.tr("What"), self.tr("Which one it is, where the system tells.")),
        )
