"""From the command to a window that takes input: `python -m tests.bench.startup bare|program`."""

import subprocess
import sys
import time

from tests.bench import child
from tests.bench.figure import Figure, interleaved, quotients

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
QTimer.singleShot(0, lambda: print("ready", flush=True) or app.quit())
app.exec()
"""

# As `python -m gui` does, up to the moment in which the event loop has its first turn.
PROGRAM = """
import gc, sys, tempfile
from PySide6 import QtCore
from gui import __main__ as program
class Settings(QtCore.QSettings):
    def __init__(self):
        super().__init__(tempfile.mkdtemp() + "/settings.ini", QtCore.QSettings.Format.IniFormat)
QtCore.QSettings = Settings
def ready():
    print("ready", flush=True)
    QtCore.QCoreApplication.exit(0)
started = program._open_window
def open_window():
    gc.disable()  # as the program does itself before it loads the rest
    from gui import app
    real = app.make_window
    def make_window(remembered):
        window = real(remembered)
        QtCore.QTimer.singleShot(0, ready)
        return window
    app.make_window = make_window
    return started()
program._open_window = open_window
sys.exit(program.main([]))
"""


def figure(pairs: int) -> Figure:
    """Measure both."""
    for program in (PROGRAM, BARE):
        _seconds(program)  # so that the disk's cache is warm for both
    found = interleaved(pairs, lambda: _seconds(PROGRAM), lambda: _seconds(BARE))
    return quotients("Start of the program / of a bare window", found, "s", bound=1.6)


def _seconds(program: str) -> float:
    words = [sys.executable, "-c", program]
    began = time.perf_counter()
    with subprocess.Popen(
        words, cwd=child.ROOT, env=child.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        line = process.stdout.readline()
        took = time.perf_counter() - began
        said = process.stderr.read()
    if line.strip() != b"ready":
        raise child.ChildError(said.decode(errors="replace")[-2_000:])
    return took
