"""A card of the view: a title, a note beside it, and what stands below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.theme import set_role, theme_of
from gui.visible_text import tooltip, visible
from gui.widgets.elided_label import ElidedLabel


class Card(QFrame):
    """A frame with a title; `note` is for the one thing to be seen at a glance."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make an empty card."""
        super().__init__(parent)
        self.setObjectName(name)
        set_role(self, "card")
        self._title = QLabel()
        set_role(self._title, "title")
        self.note = ElidedLabel()
        self.note.setObjectName(f"{name}_note")
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        set_role(self.note, "small")
        self._lay_out()

    def set_title(self, title: str, meaning: str) -> None:
        """Take a title; `meaning` explains it to who rests the pointer on it."""
        self.setAccessibleName(title)
        self._title.setText(title)
        self._title.setToolTip(tooltip(meaning))

    def add(self, widget: QWidget) -> None:
        """Put a widget below the others."""
        self._column.addWidget(widget)

    def _lay_out(self) -> None:
        theme = theme_of(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.gap_large, theme.gap, theme.gap_large, theme.gap_large)
        self._column.setSpacing(theme.gap)
        line = QHBoxLayout()
        line.addWidget(self._title)
        line.addWidget(self.note, 1)
        self._column.addLayout(line)


class Sentence(QLabel):
    """A sentence that wraps; hidden while there is nothing to say."""

    def __init__(self, name: str, role: str = "muted") -> None:
        """Say nothing yet."""
        super().__init__()
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        set_role(self, role)
        self.hide()

    def say(self, text: str, role: str = "muted") -> None:
        """Show `text` in the colours of `role`."""
        if text != self.text():
            self.setText(visible(text))
        set_role(self, role)
        self.setVisible(bool(text))
