"""The window in a process of its own, with one server started by F5: `python -m … SETTINGS`.

Prints the number of the server's process once clients can connect, and then runs until it is killed.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.events import Event, Listening
from gui.app import make_window
from gui.remembered import Remembered


def main(settings: Path) -> int:
    """Open the window and press F5."""
    app = QApplication([])
    window = make_window(Remembered(QSettings(str(settings), QSettings.Format.IniFormat)))
    window.lab.server_told.connect(_print_process)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, Qt.Key.Key_F5)
    return app.exec()


def _print_process(_key: str, events: list[Event]) -> None:
    for event in events:
        if isinstance(event, Listening):
            print(event.pid, flush=True)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
