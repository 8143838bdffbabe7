"""The chosen event in full."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from gui.theme import set_role, theme_of


class EventDetails(QWidget):
    """A text under a heading, and a way to be rid of it."""

    hide_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a text."""
        super().__init__(parent)
        self._text = QPlainTextEdit()
        self._text.setObjectName("details")
        self._text.setAccessibleName(self.tr("The chosen event in full"))
        self._text.setReadOnly(True)
        self._hide = QPushButton(self.tr("Hide"))
        self._hide.setObjectName("hide_details")
        self._hide.setAccessibleName(self.tr("Hide the event's details"))
        set_role(self._hide, "link")
        self._hide.clicked.connect(self.hide_wanted)
        self._lay_out()

    def show_text(self, text: str) -> None:
        """Show what an event says."""
        self._text.setPlainText(text)
        self.show()

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("EVENT"))
        set_role(heading, "title")
        line = QHBoxLayout()
        line.addWidget(heading)
        line.addStretch(1)
        line.addWidget(self._hide)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme_of(self).gap_small, 0, 0)
        layout.addLayout(line)
        layout.addWidget(self._text)
