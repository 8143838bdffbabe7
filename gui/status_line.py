"""The bottom line: the selected server in a few words, and which Python this is."""

import os
import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from gui.theme import set_role

SAID_MS = 8_000
"""How long a message stays."""


class StatusLine(QStatusBar):
    """Shows a line about the selected server on the left, Python and system on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing selected."""
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(12, 0, 12, 0)
        self._server = QLabel()
        self._server.setObjectName("server_line")
        self._server.setTextFormat(Qt.TextFormat.PlainText)
        machine = QLabel(f"Python {sys.version.split()[0]} · {_system()}")
        machine.setObjectName("machine")
        for label in (self._server, machine):
            set_role(label, "muted")
        self.addWidget(self._server, 1)
        self.addPermanentWidget(machine)

    def show_server(self, text: str) -> None:
        """Show what there is to say of the selected server."""
        self._server.setText(text)

    def say(self, text: str) -> None:
        """Say for a moment what was done."""
        self.showMessage(text, SAID_MS)


def _system() -> str:
    """Return the system's name; the module `platform` would take 3 ms to say the same."""
    return os.uname().sysname if hasattr(os, "uname") else "Windows"
