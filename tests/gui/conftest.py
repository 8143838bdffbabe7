"""The whole window for tests, and what must be left of it: nothing."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from core.spec import ServerSpec
from gui import theme
from gui.remembered import Remembered
from tests.gui.robots.lab import LabRobot
from tests.gui.robots.stranger import Stranger

QUICK = ServerSpec(poll_interval=0.02)
"""What the builder shows first: the default server, but one that notices Stop sooner."""


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application, with the light theme."""
    qapp.setQuitOnLastWindowClosed(False)
    theme.apply(qapp, Qt.ColorScheme.Light)
    return qapp


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """A file of settings in which the builder's last choice was a quick default server."""
    path = tmp_path / "settings.ini"
    store = QSettings(str(path), QSettings.Format.IniFormat)
    Remembered(store).set_spec(QUICK)
    store.sync()
    return path


@pytest.fixture
def open_lab(dressed: QApplication, qtbot: Any, settings: Path) -> Iterator[Callable[[], LabRobot]]:
    """Opens windows with the same settings, one after the other; in the end nothing is left of them."""
    before = set(dressed.topLevelWidgets())
    labs: list[LabRobot] = []

    def open_one() -> LabRobot:
        labs.append(LabRobot(qtbot, settings))
        return labs[-1]

    yield open_one
    for lab in labs:
        lab.close()
    left = set(dressed.topLevelWidgets()) - before
    assert not left, f"windows left: {left}"


@pytest.fixture
def lab(open_lab: Callable[[], LabRobot]) -> LabRobot:
    """A window with nothing in it yet."""
    return open_lab()


@pytest.fixture
def folder() -> Iterator[Path]:
    """A new folder with a path short enough for Unix sockets."""
    with tempfile.TemporaryDirectory(prefix="lab-") as path:
        yield Path(path)


@pytest.fixture
def stranger() -> Iterator[Stranger]:
    """A bare TCP server on a port of its own, which does not listen yet."""
    server = Stranger()
    yield server
    server.close()
