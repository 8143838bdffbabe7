"""Reads the list of servers and presses its buttons, as a person would."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gui.panes.servers.card import ServerCard
from gui.widgets.elided_button import ElidedButton
from gui.widgets.elided_label import ElidedLabel


class ServersRobot:
    """A person in front of the list; `root` is the pane, or a window that holds one."""

    def __init__(self, qtbot: Any, root: QWidget) -> None:
        self._qtbot = qtbot
        self._root = root

    def titles(self) -> list[str]:
        return [card.title for card in self._root.findChildren(ServerCard) if not card.isHidden()]

    def state(self, key: str) -> str:
        label = self._card(key).findChild(ElidedLabel, "state")
        assert label is not None
        return label.whole_text()

    def counts(self, key: str) -> str:
        return self._text(key, "counts")

    def detail(self, key: str) -> str:
        return self._text(key, "detail").replace("\N{ZERO WIDTH SPACE}", "")

    def address(self, key: str) -> str:
        button = self._card(key).findChild(ElidedButton, "copy_address")
        assert button is not None
        return button.whole_text()

    def wait_until_cut(self, key: str) -> "ServersRobot":
        """Wait until the address is shown by its end only."""
        button = self._button(key, "copy_address")
        self._qtbot.waitUntil(lambda: button.text().startswith("…"))
        return self

    def spoken(self, key: str) -> str:
        return self._card(key).accessibleName()

    def selected(self) -> list[str]:
        cards = self._root.findChildren(ServerCard)
        return [card.objectName().removeprefix("server_") for card in cards if card.is_selected]

    def buttons(self, key: str) -> list[str]:
        """Return the names of the buttons that can be pressed."""
        buttons = self._card(key).findChildren(QPushButton)
        return [button.objectName() for button in buttons if not button.isHidden() and button.isEnabled()]

    def click(self, key: str) -> "ServersRobot":
        self._qtbot.mouseClick(self._card(key), Qt.MouseButton.LeftButton)
        return self

    def press(self, key: str, name: str) -> "ServersRobot":
        self._qtbot.mouseClick(self._button(key, name), Qt.MouseButton.LeftButton)
        return self

    def press_key(self, key: str, stroke: Qt.Key) -> "ServersRobot":
        self._qtbot.keyClick(self._card(key), stroke)
        return self

    def wait_for_state(self, key: str, state: str, timeout: int = 10_000) -> "ServersRobot":
        self._qtbot.waitUntil(lambda: self.state(key) == state, timeout=timeout)
        return self

    def hint(self) -> str:
        """Return what an empty list says."""
        labels = [label for label in self._root.findChildren(QLabel, "no_servers") if not label.isHidden()]
        return labels[0].text() if labels else ""

    def _text(self, key: str, name: str) -> str:
        label = self._card(key).findChild(QLabel, name)
        assert label is not None
        return "" if label.isHidden() else label.text()

    def _button(self, key: str, name: str) -> QPushButton:
        button = self._card(key).findChild(QPushButton, name)
        assert button is not None, f"no button named {name}"
        return button

    def _card(self, key: str) -> ServerCard:
        card = self._root.findChild(ServerCard, f"server_{key}")
        assert card is not None, f"no server {key}"
        return card
