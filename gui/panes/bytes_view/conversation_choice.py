"""The dropdown of conversations: the newest, whichever that is, or one that was picked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.ruler import Conversation, Conversations
from gui.panes.bytes_view.words import conversation_label
from gui.spoken import spoken
from gui.widgets.choice import Choice

OFFERED = 100
"""So many of the newest conversations stand in the dropdown."""


class ConversationChoice(Choice):
    """Offers the newest conversations, as they come; what is picked stays picked."""

    picked_by_hand = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a conversation."""
        super().__init__(parent)
        self.setObjectName("conversation")
        self._offered: list[Conversation] = []
        self._picked: Conversation | None = None
        # Not `chosen`: entries come and go, and only a hand's choice counts.
        self.activated.connect(self._on_activated)
        spoken(self, self._say_words)

    def offer(self, known: Conversations | None) -> None:
        """Bring the entries up to date; None: there is no run."""
        if self.view().isVisible():
            return  # nothing may move under the mouse of who is choosing
        self._offered = known.latest(OFFERED) if known else []
        if self._picked is not None:
            self._picked = self._picked.now
            if self._picked not in self._offered:
                self._offered.insert(0, self._picked)
        self._set_labels(self._labels())
        self.setCurrentIndex(self._offered.index(self._picked) + 1 if self._picked else 0)

    def pick(self, conversation: Conversation | None) -> None:
        """Keep to that conversation; None: to the newest, whichever that is."""
        self._picked = conversation

    def conversation(self) -> Conversation | None:
        """Return the conversation to be shown, None if there is none."""
        return self._picked or (self._offered[-1] if self._offered else None)

    def _say_words(self) -> None:
        self.setAccessibleName(self.tr("Conversation shown"))
        self._set_labels(self._labels())

    def _labels(self) -> list[str]:
        labels = [conversation_label(conversation) for conversation in self._offered]
        newest = self.tr("Newest: {0}").format(labels[-1]) if labels else self.tr("No conversation")
        return [newest, *labels]

    def _set_labels(self, labels: list[str]) -> None:
        """Change only what is another: a dropdown takes long over each of its entries."""
        for index, label in enumerate(labels):
            if index == self.count():
                self.addItem(label)
            elif label != self.itemText(index):
                self.setItemText(index, label)
        while self.count() > len(labels):
            self.removeItem(self.count() - 1)

    def _on_activated(self, index: int) -> None:
        self._picked = self._offered[index - 1] if index else None
        self.picked_by_hand.emit()
