"""The bottom line: the selected server in a few words, and which Python this is."""

import platform

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from gui.theme import set_role


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
        machine = QLabel(f"Python {platform.python_version()} · {platform.system()}")
        machine.setObjectName("machine")
        for label in (self._server, machine):
            set_role(label, "muted")
        self.addWidget(self._server, 1)
        self.addPermanentWidget(machine)

    def show_server(self, text: str) -> None:
        """Show what there is to say of the selected server."""
        self._server.setText(text)
