"""Where everything is made and put together: the application, the bridge, the laboratory, the window."""

import gc
import signal
from collections.abc import Sequence
from importlib import import_module

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from gui import theme
from gui.bridge import Bridge
from gui.laboratory import Laboratory
from gui.language import Speech
from gui.main_window import MainWindow
from gui.remembered import Remembered

WANTED_SOON = (
    "core.preflight",
    "core.host",
    "gui.panes.servers.card",
    "core.client",
    "gui.panes.chat.conversation",
)
"""What the first server and the first client need, and an empty window does not."""


def run(argv: Sequence[str]) -> int:
    """Open the window; return the exit code once it is closed and nothing is left."""
    # Ctrl+C in the terminal ends the program at once; its server processes notice and end by themselves.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    app = QApplication([*argv, *theme.STYLE_WORDS])
    app.setApplicationName("Socket Lab")
    app.setOrganizationName("Socket Lab")
    app.setQuitOnLastWindowClosed(False)
    remembered = Remembered(QSettings())
    speech = Speech(app)
    speech.speak(remembered.language())
    theme.prepare(app, remembered.scheme())
    window = make_window(remembered)
    follow_scheme(app, remembered)
    window.scheme_chosen.connect(lambda scheme: theme.apply(app, scheme))
    window.language_chosen.connect(speech.speak)
    window.ended.connect(app.quit)
    window.show()
    QTimer.singleShot(0, app, lambda: _load_ahead(app))
    return app.exec()


def make_window(remembered: Remembered) -> MainWindow:
    """Return a window with a laboratory of its own."""
    bridge = Bridge()
    lab = Laboratory(bridge)
    window = MainWindow(lab, remembered)
    for part in (bridge, lab):
        part.setParent(window)
    return window


def _load_ahead(app: QApplication) -> None:
    """Show the icon, and load what will be wanted soon, a module whenever there is nothing else to do."""
    from PySide6.QtGui import QIcon

    app.setWindowIcon(QIcon(str(theme.RESOURCES / "icons" / "lab.svg")))
    # What there is by now stays to the end: to look through it again and again would hold up the window.
    gc.freeze()
    gc.enable()
    names = iter(WANTED_SOON)
    timer = QTimer(app)

    def load_next() -> None:
        name = next(names, "")
        if name:
            import_module(name)
        else:
            timer.deleteLater()

    timer.timeout.connect(load_next)
    timer.start(0)


def follow_scheme(app: QApplication, remembered: Remembered) -> None:
    """Dress the program in the chosen theme, or the system's, and in another when the system's changes."""
    theme.dress(app, remembered.scheme())
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: theme.apply(app, remembered.scheme()))
