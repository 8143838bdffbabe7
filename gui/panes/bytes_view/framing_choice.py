"""The dropdown of framings: where messages end."""

from PySide6.QtWidgets import QWidget

from core.framing import Framing
from gui.spoken import spoken
from gui.widgets.choice import Choice


class FramingChoice(Choice):
    """Offers the framings under which a stream may be looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer all of them."""
        super().__init__(parent)
        self.setObjectName("framing")
        self._is_needed = True
        for framing in Framing:
            self.add(framing, "")
        spoken(self, self._say_words)

    def framing(self) -> Framing:
        """Return the chosen one."""
        return Framing(self.key())

    def set_needed(self, is_needed: bool) -> None:
        """Let it be chosen, or say why there is nothing to choose."""
        self._is_needed = is_needed
        self.setEnabled(is_needed)
        self._say_words()

    def _say_words(self) -> None:
        self.setAccessibleName(self.tr("Where messages end"))
        for framing, label in (
            (Framing.JSON, self.tr("JSON documents")),
            (Framing.LINES, self.tr("Lines")),
            (Framing.LENGTH, self.tr("Length before each")),
            (Framing.RAW, self.tr("None: as received")),
        ):
            self.setItemText(self.findData(framing), label)
        why_not = self.tr("A datagram is a message: it needs no framing")
        self.setToolTip("" if self._is_needed else why_not)
