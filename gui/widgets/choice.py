"""A dropdown whose entries may be unavailable, each with the reason."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyleOptionComboBox,
    QWidget,
)

_AROUND = 38
"""Pixels that the style sheet's border, padding and arrow take, and a little more.

To ask the style would show PySide a `QStyle`, whose many enums take 4 ms of the window's start.
"""

_KEY = Qt.ItemDataRole.UserRole


class Choice(QComboBox):
    """A dropdown of entries that have a key; those that cannot be chosen stay in it and say why."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without entries."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(20)
        self.currentIndexChanged.connect(self._on_index_changed)

    def add(self, key: str, label: str, sentence: str = "", reason: str = "") -> None:
        """Add an entry; with a `reason` it cannot be chosen, and the reason is its tooltip."""
        self.addItem(label, key)
        self.set_unavailable(key, reason, sentence)

    def say(self, key: str, label: str, sentence: str = "") -> None:
        """Write something else for an entry, such as the same in another language, and for its tooltip."""
        index = self.findData(key, _KEY)
        self.setItemText(index, label)
        self._item(index).setToolTip(sentence)

    def set_unavailable(self, key: str, reason: str, sentence: str = "") -> None:
        """Make an entry unavailable because of `reason`, or available again if that is ""."""
        item = self._item(self.findData(key, _KEY))
        item.setEnabled(not reason)
        item.setToolTip(reason or sentence)

    def reason(self, key: str) -> str:
        """Return why an entry cannot be chosen, "" if it can."""
        item = self._item(self.findData(key, _KEY))
        return "" if item.isEnabled() else item.toolTip()

    def key(self) -> str:
        """Return the key of the chosen entry, "" for none."""
        return str(self.currentData(_KEY) or "")

    def keys(self) -> list[str]:
        """Return the keys of all entries in order."""
        return [str(self.itemData(index, _KEY)) for index in range(self.count())]

    def choose(self, key: str) -> None:
        """Choose the entry with that key; an unknown key changes nothing."""
        index = self.findData(key, _KEY)
        if index >= 0:
            self.setCurrentIndex(index)

    def _item(self, index: int) -> QStandardItem:
        return cast(QStandardItemModel, self.model()).item(index)

    def _on_index_changed(self, _index: int) -> None:
        self.chosen.emit(self.key())

    # Called by Qt ---------------------------------------------------------------------------------------

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Have the chosen entry shortened with an ellipsis where there is no room for all of it."""
        super().initStyleOption(option)
        if not self.isVisible():  # Qt asks for much besides painting, and most of that before it is shown
            return
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, self.width() - _AROUND
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past a dropdown must not change it."""
        event.ignore()
