"""A picture of the window in which a real conversation took place, for a terminal or the README."""

import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, QSettings, Qt
from PySide6.QtGui import QAction, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from core.events import Event, MessageReceived
from core.spec import Concurrency, ServerSpec
from gui import theme
from gui.app import make_window
from gui.main_window import MainWindow
from gui.panes.chat import ChatPane
from gui.panes.chat.state import State
from gui.remembered import Remembered

PATIENCE_MS = 15_000
"""No step of the conversation takes longer, or there is no picture."""

SIZE = (1280, 800)

BREATH_MS = 250
"""Milliseconds between one thing said and the next: without them all lies on one spot of the lanes."""

SETTLE_MS = 500
"""Milliseconds that scroll bars and lists have to come to rest."""

_TALK = (
    (True, '{"Say": "HELLO, Server"}'),
    (True, '{"City": "SHENZHEN", "Tags": ["TCP", "UDP"], "Year": 2019}'),
    (False, '"你好 WORLD"'),
)
"""What is said, and whether by a new client."""

_Part = TypeVar("_Part", bound=QObject)
_Control = TypeVar("_Control", bound=QWidget)


def make_picture(path: Path) -> None:
    """Save the picture with an application of its own."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Socket Lab")
    take_picture(app, path)


def take_picture(app: QApplication, path: Path, scheme: Qt.ColorScheme = Qt.ColorScheme.Light) -> None:
    """Save the picture as `path`.

    Raises `TimeoutError` if the conversation does not come about, `OSError` if the file cannot be written.
    """
    theme.apply(app, scheme)
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        window = make_window(Remembered(settings))
        window.resize(*SIZE)
        window.show()
        try:
            _hold_conversation(window)
            _save(window.grab(), path)
        finally:
            ended: list[bool] = []
            window.ended.connect(lambda: ended.append(True))
            window.close()
            _wait_until(lambda: bool(ended))


def _hold_conversation(window: MainWindow) -> None:
    """Press and type what a learner would."""
    replies: list[Event] = []
    window.lab.client_told.connect(lambda _key, events: replies.extend(events))
    window.builder.set_spec(ServerSpec(concurrency=Concurrency.THREADING))
    window.builder.start()
    open_client = _child(window, QAction, "client_here")
    _wait_until(open_client.isEnabled)
    for said, (is_new, message) in enumerate(_TALK, start=1):
        if is_new:
            open_client.trigger()
            _wait_until(partial(_is_connected, window.chat))
        window.chat.set_draft(window.chat.selected(), message)
        _visible(window, QPushButton, "send").click()
        _wait_until(partial(_has, replies, said))
        _let_pass(BREATH_MS)
    _let_pass(SETTLE_MS)


def _is_connected(chat: ChatPane) -> bool:
    return chat.state_of(chat.selected()) is State.CONNECTED


def _has(events: list[Event], replies: int) -> bool:
    return sum(isinstance(event, MessageReceived) for event in events) == replies


def _child(window: MainWindow, kind: type[_Part], name: str) -> _Part:
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def _visible(window: MainWindow, kind: type[_Control], name: str) -> _Control:
    return next(found for found in window.findChildren(kind, name) if found.isVisible())


def _wait_until(condition: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not condition():
        if deadline.hasExpired():
            raise TimeoutError("the conversation for the picture did not come about")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def _let_pass(milliseconds: int) -> None:
    deadline = QDeadlineTimer(milliseconds)
    _wait_until(deadline.hasExpired)


def _save(picture: QPixmap, path: Path) -> None:
    if not picture.save(str(path), "PNG"):
        raise OSError(f"the picture could not be written to {path}")
