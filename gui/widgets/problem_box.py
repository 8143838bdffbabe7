"""What went wrong, why, and what to try; with a button where the program can do it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.theme import set_role

_BREAKABLE_SLASH = "/\N{ZERO WIDTH SPACE}"
"""Lets a long path break into lines; otherwise it would widen the whole column."""


class ProblemBox(QFrame):
    """Up to three sentences and perhaps an offer; hidden while there is no problem."""

    offer_accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self._what = _sentence("error")
        self._why = _sentence("small")
        self._hint = _sentence("small")
        self._offer = QPushButton()
        self._offer.setObjectName("offer")
        self._lay_out()
        self._offer.clicked.connect(self.offer_accepted)
        self.clear()

    def show_problem(self, what: str, why: str = "", hint: str = "") -> None:
        """Show a problem without an offer."""
        for label, text in ((self._what, what), (self._why, why), (self._hint, hint)):
            label.setText(text.replace("/", _BREAKABLE_SLASH))
            label.setVisible(bool(text))
        set_role(self._what, "error")
        self._offer.hide()
        self.setAccessibleName(" ".join(text for text in (what, why, hint) if text))
        self.show()

    def show_offer(self, text: str) -> None:
        """Offer to do something about it: a question then, rather than an error."""
        set_role(self._what, "warning")
        self._offer.setText(text)
        self._offer.setAccessibleName(text)
        self._offer.show()

    def clear(self) -> None:
        """Hide: all is well."""
        self.hide()
        self._offer.hide()
        for label in (self._what, self._why, self._hint):
            label.clear()

    def text(self) -> str:
        """Return what is shown, one sentence a line; "" for no problem."""
        labels = (self._what, self._why, self._hint)
        shown = "\n".join(label.text() for label in labels if label.text())
        return "" if self.isHidden() else shown.replace(_BREAKABLE_SLASH, "/")

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 4)
        layout.setSpacing(4)
        for part in (self._what, self._why, self._hint, self._offer):
            layout.addWidget(part)


def _sentence(role: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    set_role(label, role)
    return label
