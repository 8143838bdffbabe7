"""The chosen event in full."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from gui.spoken import spoken
from gui.theme import set_role, theme_of


class EventDetails(QWidget):
    """A text under a heading, and a way to be rid of it."""

    hide_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a text."""
        super().__init__(parent)
        self._text = QPlainTextEdit()
        self._text.setObjectName("details")
        self._text.setReadOnly(True)
        self._heading = QLabel()
        self._hide = QPushButton()
        self._hide.setObjectName("hide_details")
        set_role(self._hide, "link")
        self._hide.clicked.connect(self.hide_wanted)
        self._lay_out()
        spoken(self, self._say_words)

    def show_text(self, text: str) -> None:
        """Show what an event says."""
        self._text.setPlainText(text)
        self.show()

    def _say_words(self) -> None:
        self._heading.setText(self.tr("EVENT"))
        self._text.setAccessibleName(self.tr("The chosen event in full"))
        self._hide.setText(self.tr("Hide"))
        self._hide.setAccessibleName(self.tr("Hide the event's details"))

    def _lay_out(self) -> None:
        set_role(self._heading, "title")
        line = QHBoxLayout()
        line.addWidget(self._heading)
        line.addStretch(1)
        line.addWidget(self._hide)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme_of(self).gap_small, 0, 0)
        layout.addLayout(line)
        layout.addWidget(self._text)
