"""The dropdown of framings: where messages end."""

from PySide6.QtWidgets import QWidget

from core.framing import Framing
from gui.widgets.choice import Choice


class FramingChoice(Choice):
    """Offers the framings under which a stream may be looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer all of them."""
        super().__init__(parent)
        self.setObjectName("framing")
        self.setAccessibleName(self.tr("Where messages end"))
        self.add(Framing.JSON, self.tr("JSON documents"))
        self.add(Framing.LINES, self.tr("Lines"))
        self.add(Framing.LENGTH, self.tr("Length before each"))
        self.add(Framing.RAW, self.tr("None: as received"))

    def framing(self) -> Framing:
        """Return the chosen one."""
        return Framing(self.key())

    def set_needed(self, is_needed: bool) -> None:
        """Let it be chosen, or say why there is nothing to choose."""
        self.setEnabled(is_needed)
        why = "" if is_needed else self.tr("A datagram is a message: it needs no framing")
        self.setToolTip(why)
