"""Where everything is made and put together: the application, the bridge, the laboratory, the window."""

import signal
from collections.abc import Sequence
from importlib.resources import files

from PySide6.QtCore import QSettings
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from gui import theme
from gui.bridge import Bridge
from gui.laboratory import Laboratory
from gui.main_window import MainWindow
from gui.remembered import Remembered


def run(argv: Sequence[str]) -> int:
    """Open the window; return the exit code once it is closed and nothing is left."""
    # Ctrl+C in the terminal ends the program at once; its server processes notice and end by themselves.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    app = QApplication(list(argv))
    app.setApplicationName("Socket Lab")
    app.setOrganizationName("Socket Lab")
    app.setWindowIcon(QIcon(str(files("resources").joinpath("icons", "lab.svg"))))
    app.setQuitOnLastWindowClosed(False)
    remembered = Remembered(QSettings())
    follow_scheme(app, remembered)
    window = make_window(remembered)
    window.scheme_chosen.connect(lambda scheme: theme.apply(app, scheme))
    window.ended.connect(app.quit)
    window.show()
    return app.exec()


def make_window(remembered: Remembered) -> MainWindow:
    """Return a window with a laboratory of its own."""
    bridge = Bridge()
    lab = Laboratory(bridge)
    window = MainWindow(lab, remembered)
    for part in (bridge, lab):
        part.setParent(window)
    return window


def follow_scheme(app: QApplication, remembered: Remembered) -> None:
    """Apply the chosen theme, or the system's, now and whenever the system's changes."""
    theme.apply(app, remembered.scheme())
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: theme.apply(app, remembered.scheme()))
