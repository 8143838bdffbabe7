"""What the code view has to say below the program, with a button where something can be done about it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.language import translated
from gui.spoken import spoken
from gui.theme import set_role
from gui.widgets.elided_label import ElidedLabel

TOLD_MILLISECONDS = 6_000
"""So long a sentence is shown that is told once."""


class NoticeLine(QWidget):
    """Shows a sentence for a while, or else what is offered, or else what holds all the time.

    Wordings are said in the language of the window.
    """

    offer_accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing to say."""
        super().__init__(parent)
        self._told = self._offered = self._button_says = self._lasting = ""
        self._notice = ElidedLabel()
        self._notice.setObjectName("notice")
        set_role(self._notice, "warning")
        self._offer = QPushButton()
        self._offer.setObjectName("offer")
        set_role(self._offer, "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._notice, 1)
        row.addWidget(self._offer)
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.setInterval(TOLD_MILLISECONDS)
        self._over.timeout.connect(self._on_over)
        self._offer.clicked.connect(self._on_accepted)
        spoken(self, self._say_words)

    def tell(self, words: str) -> None:
        """Say this for a while."""
        self._told = words
        self._over.start()
        self._say_words()

    def offer(self, words: str, button: str) -> None:
        """Say this, with a button, until the offer is accepted or withdrawn."""
        self._told, self._offered, self._button_says = "", words, button
        self._say_words()

    def withdraw_offer(self) -> None:
        """Offer nothing any more."""
        self._offered = self._button_says = ""
        self._say_words()

    def keep_saying(self, words: str) -> None:
        """Say this whenever there is nothing else; "": nothing."""
        self._lasting = words
        self._say_words()

    def _say_words(self) -> None:
        words = translated(self._told or self._offered or self._lasting)
        self._notice.set_text(words)
        self._notice.setVisible(bool(words))
        self._offer.setText(translated(self._button_says))
        self._offer.setAccessibleName(self._offer.text())
        self._offer.setVisible(bool(self._button_says))
        self.setVisible(bool(words or self._button_says))

    def _on_over(self) -> None:
        self._told = ""
        self._say_words()

    def _on_accepted(self) -> None:
        self._told = ""
        self.withdraw_offer()
        self.offer_accepted.emit()
