"""A line that opens and closes what lies under it."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gui.theme import set_role
from gui.widgets.chip import Chip
from gui.widgets.flow_layout import FlowLayout

_ARROWS = {False: "▸", True: "▾"}


class Fold(QWidget):
    """A title to click on, with chips behind it while it is closed, and the body while it is open."""

    toggled = Signal(bool)

    def __init__(self, title: str, body: QWidget, parent: QWidget | None = None) -> None:
        """Begin closed."""
        super().__init__(parent)
        self._title = title
        self._body = body
        self._line = FlowLayout()
        self._chips: list[Chip] = []
        self._button = QPushButton()
        self._button.setCheckable(True)
        set_role(self._button, "link")
        self._lay_out()
        self.set_title(title)
        self._button.toggled.connect(self._on_toggled)
        self._on_toggled(False)

    @property
    def button(self) -> QPushButton:
        """The title, to name it and to explain it."""
        return self._button

    def set_title(self, title: str) -> None:
        """Take another title, such as the same in another language."""
        self._title = title
        self._button.setAccessibleName(title)
        self._say_title()

    def is_open(self) -> bool:
        """Tell whether the body is seen."""
        return self._button.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Open or close it."""
        self._button.setChecked(is_open)

    def show_chips(self, texts: Iterable[str]) -> None:
        """Show these texts while it is closed."""
        wanted = list(texts)
        if wanted == self.chips():
            return
        self._line.clear(keep=1)
        self._chips = [Chip(text) for text in wanted]
        for chip in self._chips:
            self._line.addWidget(chip)
            chip.setVisible(not self.is_open())
        self.updateGeometry()

    def chips(self) -> list[str]:
        """Return the texts that are shown while it is closed."""
        return [chip.text for chip in self._chips]

    def _say_title(self) -> None:
        self._button.setText(f"{_ARROWS[self.is_open()]} {self._title}")

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._line.addWidget(self._button)
        layout.addLayout(self._line)
        layout.addWidget(self._body)

    def _on_toggled(self, is_open: bool) -> None:
        self._say_title()
        self._body.setVisible(is_open)
        for chip in self._chips:
            chip.setVisible(not is_open)
        self.toggled.emit(is_open)
