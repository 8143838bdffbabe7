"""A person in front of the whole window: builds, starts, opens clients, talks, stops and closes."""

import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from gui.app import make_window
from gui.remembered import Remembered
from gui.widgets.transcript import Transcript
from tests import leftovers
from tests.gui.robots.builder import BuilderRobot
from tests.gui.robots.chat import ChatRobot
from tests.gui.robots.log import LogRobot
from tests.gui.robots.servers import ServersRobot

PATIENCE = 10_000
"""Milliseconds that anything may take on a busy machine."""


class LabRobot:
    """Owns a real window, whose settings are in a file of its own."""

    def __init__(self, qtbot: Any, settings: Path) -> None:
        self._qtbot = qtbot
        self.window = make_window(Remembered(QSettings(str(settings), QSettings.Format.IniFormat)))
        self.builder = BuilderRobot(qtbot, self.window.builder)
        self.servers = ServersRobot(qtbot, self.window.servers)
        self.chat = ChatRobot(qtbot, self.window)
        self.window.stage.show_view("log")
        self.log = LogRobot(qtbot, self.window.views.log)
        self.is_closed = False
        self._has_ended = False
        self.window.ended.connect(self._on_ended)
        self.window.show()
        self._come_to_the_front()

    # Servers ----------------------------------------------------------------------------------------------

    def start(self, presses: str = "start_server") -> str:
        """Press Start (or a key such as "F5"), wait until clients can connect; return the server's key."""
        self.begin_to_start(presses)
        return self._wait_until_listening()

    def begin_to_start(self, presses: str = "start_server") -> str:
        """Press Start, and return the server's key as soon as it is in the list."""
        before = len(self.servers.titles())
        self._press_start(presses)
        self.wait_until(lambda: len(self.servers.titles()) > before or bool(self.builder.problem()))
        assert not self.builder.problem(), self.builder.problem()
        return self.servers.selected()[0]

    def start_and_stop_at_once(self) -> str:
        """Press Start, and Stop in the moment in which the server gets into the list; return its key."""
        self.window.servers.selected.connect(self.builder.stop)
        key = self.begin_to_start()
        self.window.servers.selected.disconnect(self.builder.stop)
        return key

    def start_in_vain(self) -> str:
        """Press Start and return what the builder says is in the way."""
        self.builder.start()
        return self.wait_for_problem()

    def wait_for_problem(self) -> str:
        self.wait_until(lambda: bool(self.builder.problem()))
        return self.builder.problem()

    def accept_offer(self) -> str:
        """Press the button in the problem, wait until clients can connect, and return the server's key."""
        before = len(self.servers.titles())
        self.builder.accept_offer()
        self.wait_until(lambda: len(self.servers.titles()) > before)
        return self._wait_until_listening()

    def start_again(self, key: str) -> str:
        """Press "Start again" on a server's card, wait until clients can connect; return the new key."""
        before = len(self.servers.titles())
        self.servers.press(key, "start_again")
        self.wait_until(lambda: len(self.servers.titles()) > before)
        return self._wait_until_listening()

    def stop(self) -> None:
        """Press Stop, and wait until the selected server is stopped."""
        key = self.servers.selected()[0]
        self.builder.stop()
        self.servers.wait_for_state(key, "stopped", PATIENCE)

    def pid(self) -> int:
        """Return the selected server's process, as the status line tells it."""
        found = re.search(r"\bpid (\d+)", self.status())
        assert found is not None, self.status()
        return int(found[1])

    def address(self, key: str) -> str:
        return self.servers.address(key)

    def port(self, key: str) -> int:
        return int(self.address(key).rpartition(":")[2])

    def status(self) -> str:
        """Return the status line's words about the selected server."""
        label = self.window.findChild(QLabel, "server_line")
        assert label is not None
        return label.text()

    # Clients ----------------------------------------------------------------------------------------------

    def new_client(self, key: str = "") -> "ClientRobot":
        """Press "+ Client" on a server's card (the selected one's), and wait for the connection."""
        self.servers.press(key or self.servers.selected()[0], "new_client_to")
        return self._newest_client().wait_for_notice("connected to")

    def new_client_to_address(self, transport: str, **fields: str) -> "ClientRobot":
        """Type an address by hand and press Connect."""
        self.choose_in_menu("client_there")
        self.chat.type_address(transport, **fields)
        return self._newest_client()

    def newest_client(self) -> "ClientRobot":
        """Return the client that was opened last, by a key for instance."""
        return self._newest_client()

    def _newest_client(self) -> "ClientRobot":
        return ClientRobot(self, self.chat.tabs()[-1].removesuffix(" •"))

    # The window -------------------------------------------------------------------------------------------

    def choose_in_menu(self, name: str) -> None:
        action = self.window.findChild(QAction, name)
        assert action is not None, f"no command {name}"
        assert action.isEnabled(), f"{name} cannot be chosen now"
        action.trigger()

    def press(self, keys: str) -> "LabRobot":
        """Press keys such as "Ctrl+T" wherever the focus is."""
        self._come_to_the_front()
        *modifiers, key = keys.split("+")
        combined = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            combined |= _MODIFIERS[modifier]
        QTest.keyClick(self.focus(), getattr(Qt.Key, f"Key_{key}"), combined)
        return self

    def type_text(self, text: str) -> "LabRobot":
        """Type wherever the focus is."""
        QTest.keyClicks(self.focus(), text)
        return self

    def focus(self) -> Any:
        return QApplication.focusWidget() or self.window

    def events(self) -> list[str]:
        """Return the log's sentences, once it has taken in all that there is."""
        return self.log.look().sentences()

    def wait_for_event(self, beginning: str) -> list[str]:
        """Wait until the log has a sentence that begins so; return all sentences."""
        self.wait_until(lambda: any(text.startswith(beginning) for text in self.log.sentences()))
        return self.events()

    def choose_event(self, beginning: str) -> str:
        """Click on the first event whose sentence begins so, and return what is told of it."""
        self.wait_for_event(beginning)
        # Looked up just before the click: late events of other processes move the rows.
        sentences = self.log.sentences()
        row = next(row for row, text in enumerate(sentences) if text.startswith(beginning))
        return self.log.choose(row).details()

    def wait_until(self, condition: Any) -> None:
        self._qtbot.waitUntil(condition, timeout=PATIENCE)

    def close(self) -> None:
        """Close the window, and wait until nothing is left of it."""
        if self.is_closed:
            return
        self.is_closed = True
        self.window.close()
        self.wait_until(lambda: self._has_ended)
        # The last events are told while their threads are still about to end.
        self.wait_until(lambda: not leftovers.threads())
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _come_to_the_front(self) -> None:
        """Shortcuts are obeyed by the active window only, and other programs have windows too."""
        self.window.activateWindow()
        self.wait_until(self.window.isActiveWindow)

    def _wait_until_listening(self) -> str:
        """Return the selected server's key, once clients can connect to it."""
        key = self.servers.selected()[0]
        self.servers.wait_for_state(key, "listening", PATIENCE)
        return key

    def _press_start(self, presses: str) -> None:
        if presses == "start_server":
            self.builder.start()
        else:
            self.press(presses)

    def _on_ended(self) -> None:
        self._has_ended = True


class ClientRobot:
    """A person who talks as one of the clients: comes to the front to act, and stays put to read."""

    def __init__(self, lab: LabRobot, title: str) -> None:
        self._lab = lab
        self._chat = lab.chat
        self._heard = 0
        self.title = title

    def select(self) -> "ClientRobot":
        self._chat.select(self.title)
        return self

    def say(self, text: str) -> "ClientRobot":
        """Type and press Enter."""
        self.select()
        self._chat.say(text)
        return self

    def write(self, text: str) -> "ClientRobot":
        """Type without sending."""
        self.select()
        self._chat.write(text)
        return self

    def paste(self, text: str, kind: str = "Raw text") -> "ClientRobot":
        """Send a text that is too long to type, through the clipboard."""
        self.select()
        self._chat.mean(kind, "no end")
        QGuiApplication.clipboard().setText(text)
        self._chat.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        self._chat.press(Qt.Key.Key_Return)
        return self

    def ask(self, text: str) -> str:
        """Say something and return the reply's text."""
        return self.say(text).wait_for_reply()

    def wait_for_reply(self) -> str:
        """Return the text of the next reply that was not waited for yet."""
        self._heard += 1
        self._lab.wait_until(lambda: len(self.replies()) >= self._heard)
        return self.replies()[self._heard - 1]

    def wait_for_notice(self, words: str) -> "ClientRobot":
        self._lab.wait_until(lambda: words in self.notice())
        return self

    def disconnect(self) -> "ClientRobot":
        self.select()
        self._chat.disconnect()
        self._lab.wait_until(lambda: not self._chat.can("disconnect"))
        return self

    def reconnect(self) -> "ClientRobot":
        self.select()
        self._chat.reconnect()
        self._lab.wait_until(lambda: self._chat.can("disconnect"))
        return self.wait_for_notice("connected to")

    def half_close(self) -> "ClientRobot":
        self.select()
        self._chat.half_close()
        return self

    def draft(self) -> str:
        self.select()
        return self._chat.draft()

    def said(self) -> list[str]:
        return self._chat.said(self._place())

    def replies(self) -> list[str]:
        return self._chat.replies(self._place())

    def small_line(self) -> str:
        """Return the line under the last bubble."""
        return self._chat.small_lines(self._place())[-1]

    def time_of_reply(self) -> str:
        """Return what the last bubble tells who points at it."""
        return self._chat.bubbles(self._place())[-1].toolTip()

    def notice(self) -> str:
        """Return the last notice in the flow, "" for none."""
        notices = self._chat.notices(self._place())
        return notices[-1] if notices else ""

    def waiting(self) -> str:
        return self._chat.transcript(self._place()).waiting()

    def earlier(self) -> int:
        """Return how many earlier entries the transcript does not show."""
        return self._chat.transcript(self._place()).forgotten()

    def is_seen(self) -> bool:
        """Tell whether the conversation is on the screen."""
        return self._chat.transcript(self._place()).isVisible()

    def _place(self) -> str:
        """Return how the names of this client's controls end: it may be at the front, second, or behind."""
        if self._lab.window.findChild(Transcript, f"transcript_{self.title}"):
            return f"_{self.title}"
        second = self._lab.window.findChild(QComboBox, "second_client")
        is_second = second is not None and second.isVisible() and second.currentText() == self.title
        return "_2" if is_second else ""


_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}
