"""Which keys belong to menus and buttons, and so put nothing into a text."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_MODIFIERS = (
    Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.MetaModifier
    | Qt.KeyboardModifier.GroupSwitchModifier
)

_TYPES_WITH_ALT = sys.platform == "darwin"
"""Option is how a Mac types brackets."""


def is_accelerator(event: QKeyEvent) -> bool:
    """True for a letter with Alt alone, which a text would take for typing.

    AltGr, by which some keyboards have their brackets, is no Alt: it arrives as another modifier, as none,
    or as Ctrl and Alt together.
    """
    is_alt = event.modifiers() & _MODIFIERS == Qt.KeyboardModifier.AltModifier
    return is_alt and event.text().isprintable() and event.text() != "" and not _TYPES_WITH_ALT
