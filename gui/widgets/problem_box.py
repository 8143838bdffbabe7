"""What went wrong, why, and what to try; with a button where the program can do it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.language import translated
from gui.spoken import spoken
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
        self._problem: tuple[str, ...] = ()
        self._offered = ""
        self._lay_out()
        self._offer.clicked.connect(self.offer_accepted)
        self.hide()
        spoken(self, self._say_words)

    def show_problem(self, what: str, why: str = "", hint: str = "") -> None:
        """Show a problem without an offer; wordings are said in the language of the window."""
        self._problem, self._offered = (what, why, hint), ""
        self._say_words()
        set_role(self._what, "error")
        self.show()

    def show_offer(self, text: str) -> None:
        """Offer to do something about it: a question then, rather than an error."""
        self._offered = text
        self._say_words()
        set_role(self._what, "warning")

    def clear(self) -> None:
        """Hide: all is well."""
        self.hide()
        self._problem, self._offered = (), ""
        self._say_words()

    def text(self) -> str:
        """Return what is shown, one sentence a line; "" for no problem."""
        shown = "\n".join(label.text() for label in self._labels() if label.text())
        return "" if self.isHidden() else shown.replace(_BREAKABLE_SLASH, "/")

    def _say_words(self) -> None:
        sentences = [translated(text) for text in self._problem] or [""] * 3
        for label, sentence in zip(self._labels(), sentences, strict=True):
            label.setText(sentence.replace("/", _BREAKABLE_SLASH))
            label.setVisible(bool(sentence))
        self.setAccessibleName(" ".join(filter(None, sentences)))
        self._offer.setText(translated(self._offered))
        self._offer.setAccessibleName(translated(self._offered))
        self._offer.setVisible(bool(self._offered))

    def _labels(self) -> tuple[QLabel, ...]:
        return self._what, self._why, self._hint

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 4)
        layout.setSpacing(4)
        for part in (*self._labels(), self._offer):
            layout.addWidget(part)


def _sentence(role: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    set_role(label, role)
    return label
