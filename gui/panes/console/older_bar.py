"""Says how many lines are not shown, and leads to them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.spoken import spoken
from gui.theme import set_role
from gui.widgets.elided_label import ElidedLabel


class OlderBar(QWidget):
    """A sentence about what is missing above, and two ways out."""

    older_wanted = Signal()
    newest_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin hidden: nothing is missing."""
        super().__init__(parent)
        self.setObjectName("older_bar")
        self._missing = ElidedLabel()
        self._missing.setObjectName("missing")
        set_role(self._missing, "warning")
        self._older, self._newest = _link("show_older"), _link("show_newest")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._missing, 1)
        row.addWidget(self._older)
        row.addWidget(self._newest)
        self._older.clicked.connect(self.older_wanted)
        self._newest.clicked.connect(self.newest_wanted)
        self.hide()
        spoken(self, self._say_words)

    def say(self, missing: str, has_older: bool, is_past: bool) -> None:
        """Say what is missing, and whether there is a way to older lines, and back; hide without a word."""
        self._missing.set_text(missing)
        self._older.setVisible(has_older)
        self._newest.setVisible(is_past)
        self.setVisible(bool(missing) or is_past)

    def _say_words(self) -> None:
        self._older.setText(self.tr("Show older"))
        self._older.setToolTip(self.tr("Read them again from the run's events"))
        self._newest.setText(self.tr("Back to the newest"))
        self._newest.setToolTip(self.tr("Show the last lines again"))


def _link(name: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    set_role(button, "link")
    return button
