"""What can be done with the programs, besides running them."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.panes.code.override_button import OverrideButton
from gui.spoken import spoken
from gui.theme import set_role
from gui.widgets.code_copy_button import CodeCopyButton


class ToolRow(QWidget):
    """Override a method, copy, export, open, and go back to the generated program."""

    export_wanted = Signal()
    open_wanted = Signal()
    revert_wanted = Signal()

    def __init__(self, text: Callable[[], str], parent: QWidget | None = None) -> None:
        """Copy what `text` returns."""
        super().__init__(parent)
        self.override = OverrideButton()
        self._copy = CodeCopyButton(text)
        self._copy.setObjectName("copy_program")
        set_role(self._copy, "flat")
        self._export, self._open, self._revert = map(_tool, ("export", "open", "revert"))
        self._revert.hide()
        self._lay_out()
        self._export.clicked.connect(self.export_wanted)
        self._open.clicked.connect(self.open_wanted)
        self._revert.clicked.connect(self.revert_wanted)
        spoken(self, self._say_words)

    def fit(self, is_edited: bool) -> None:
        """Offer the way back from a program that is not the generated one."""
        self._revert.setVisible(is_edited)

    def _say_words(self) -> None:
        self._export.setText(self.tr("Export…"))
        self._open.setText(self.tr("Open…"))
        self._revert.setText(self.tr("Revert"))
        for button, tip in (
            (self._copy, self.tr("Copy the whole program in front")),
            (self._export, self.tr("Write server.py and client.py, which need only Python")),
            (self._open, self.tr("Open a server of your own")),
            (self._revert, self.tr("Go back to the program that the choices mean (Ctrl+Z undoes it)")),
        ):
            button.setToolTip(tip)
            button.setAccessibleName(tip)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for tool in (self.override, self._copy, self._export, self._open):
            row.addWidget(tool)
        row.addStretch(1)
        row.addWidget(self._revert)


def _tool(name: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    set_role(button, "flat")
    return button
