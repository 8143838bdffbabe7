"""Types, sends and reads in the chat pane, as a person would."""

from typing import Any, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QSpinBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from gui.panes.chat.client_tabs import ClientTabs
from gui.panes.chat.message_edit import MessageEdit
from gui.panes.chat.new_client import NewClientDialog
from gui.widgets.bubble import Bubble
from gui.widgets.text_window import TextWindow
from gui.widgets.transcript import Transcript

W = TypeVar("W", bound=QWidget)


class ChatRobot:
    """A person in front of the clients; `root` is the pane, or a window that holds one."""

    def __init__(self, qtbot: Any, root: QWidget) -> None:
        self._qtbot = qtbot
        self._root = root

    # Clients ----------------------------------------------------------------------------------------------

    def new_client(self) -> "ChatRobot":
        """Press "+"."""
        button = self._part(QToolButton, "new_client")
        # On the sign, not on the arrow that opens the menu.
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, button.height() // 2))
        return self

    def offered_targets(self) -> list[str]:
        menu = self._part(QToolButton, "new_client").menu()
        return [action.text() for action in menu.actions() if not action.isSeparator()]

    def choose_target(self, label: str) -> "ChatRobot":
        menu = self._part(QToolButton, "new_client").menu()
        next(action for action in menu.actions() if action.text() == label).trigger()
        return self

    def type_address(self, transport: str, **fields: str) -> "ChatRobot":
        """Fill in the dialog for an address typed by hand and press Connect."""
        dialog = self._part(NewClientDialog, "new_client_dialog")
        dialog.transport.setCurrentText(transport)
        for name, text in fields.items():
            field = dialog.findChild(QWidget, f"target_{name}")
            if isinstance(field, QSpinBox):
                field.setValue(int(text))
            elif isinstance(field, QComboBox):
                field.setCurrentText(text)
            else:
                assert field is not None
                field.setFocus()
                QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
                QTest.keyClicks(field, text)
        QTest.mouseClick(dialog.connect_button, Qt.MouseButton.LeftButton)
        return self

    def go_without_address(self) -> "ChatRobot":
        """Tick, in the dialog for an address, that the client shall have none of its own."""
        self._part(QCheckBox, "target_without_address").setChecked(True)
        return self

    def tabs(self) -> list[str]:
        bar = self._tabs()
        return [bar.tabText(index) for index in range(bar.count())]

    def select(self, title: str) -> "ChatRobot":
        """Click on a tab."""
        bar = self._tabs()
        index = self._index_of(title)
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(index).center())
        return self

    def close(self, title: str) -> "ChatRobot":
        """Press the cross on a tab."""
        bar = self._tabs()
        cross = bar.tabButton(self._index_of(title), QTabBar.ButtonPosition.RightSide)
        QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
        return self

    def disconnect(self) -> "ChatRobot":
        return self._press("disconnect")

    def reconnect(self) -> "ChatRobot":
        return self._press("reconnect")

    def half_close(self) -> "ChatRobot":
        menu = self._part(QToolButton, "client_menu").menu()
        menu.actions()[0].trigger()
        return self

    def can(self, name: str) -> bool:
        """Tell whether a button is there and can be pressed."""
        button = self._part(QWidget, name)
        return button.isVisible() and button.isEnabled()

    def side_by_side(self, second: str = "") -> "ChatRobot":
        """Show two clients at once, the second one by its title."""
        QTest.mouseClick(self._part(QToolButton, "side_by_side"), Qt.MouseButton.LeftButton)
        if second:
            box = self._part(QComboBox, "second_client")
            box.setCurrentText(second)
            box.activated.emit(box.currentIndex())
        return self

    # Typing -----------------------------------------------------------------------------------------------

    def mean(self, kind: str, ending: str = "") -> "ChatRobot":
        """Choose what the text is, and for raw text how it ends."""
        self._part(QComboBox, "message_kind").setCurrentText(kind)
        if ending:
            self._part(QComboBox, "line_ending").setCurrentText(ending)
        return self

    def type_text(self, text: str, place: str = "") -> "ChatRobot":
        """Type into the message, letter for letter where that is possible."""
        editor = self._part(MessageEdit, f"message{place}")
        editor.setFocus()
        if text.isascii():
            QTest.keyClicks(editor, text)
        else:
            editor.insertPlainText(text)
        return self

    def write(self, text: str, place: str = "") -> "ChatRobot":
        """Type in place of what is there."""
        QTest.keyClick(
            self._part(MessageEdit, f"message{place}"), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier
        )
        QTest.keyClick(self._part(MessageEdit, f"message{place}"), Qt.Key.Key_Delete)
        return self.type_text(text, place)

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> "ChatRobot":
        """Press a key in the message."""
        QTest.keyClick(self._part(MessageEdit, "message"), key, modifier)
        return self

    def say(self, text: str) -> "ChatRobot":
        """Type and press Enter."""
        return self.write(text).press(Qt.Key.Key_Return)

    def send(self) -> "ChatRobot":
        return self._press("send")

    def draft(self) -> str:
        return self._part(MessageEdit, "message").text()

    def verdict(self) -> str:
        """Return what stands under the message."""
        return self._part(QLabel, "message_status").text()

    def can_send(self) -> bool:
        return self._part(QPushButton, "send").isEnabled()

    def why_not(self) -> str:
        """Return what the Send button says of itself."""
        return self._part(QPushButton, "send").toolTip()

    # Reading ----------------------------------------------------------------------------------------------

    def said(self, place: str = "") -> list[str]:
        """Return what this client has sent, as its bubbles show it."""
        return [bubble.text() for bubble in self.bubbles(place) if bubble.message.mine]

    def replies(self, place: str = "") -> list[str]:
        """Return what this client has received, as its bubbles show it."""
        return [bubble.text() for bubble in self.bubbles(place) if not bubble.message.mine]

    def wait_for_replies(self, count: int, timeout: int = 10_000) -> list[str]:
        """Wait until that many replies are there, and return them."""
        self._qtbot.waitUntil(lambda: len(self.replies()) >= count, timeout=timeout)
        return self.replies()

    def small_lines(self, place: str = "") -> list[str]:
        """Return the lines under the bubbles."""
        return [bubble.meta() for bubble in self.bubbles(place)]

    def notices(self, place: str = "") -> list[str]:
        return [notice.text() for notice in self.transcript(place).notices()]

    def waiting(self) -> str:
        return self.transcript().waiting()

    def emptiness(self) -> str:
        """Return what stands where no client is, "" if there is one."""
        label = self._part(QLabel, "no_client")
        return label.text() if label.isVisible() else ""

    def bubbles(self, place: str = "") -> list[Bubble]:
        return self.transcript(place).bubbles()

    def transcript(self, place: str = "") -> Transcript:
        return self._part(Transcript, f"transcript{place}")

    def sees_the_end(self) -> bool:
        bar = self.transcript().verticalScrollBar()
        return bar.value() == bar.maximum()

    def show_all(self, bubble: Bubble) -> TextWindow:
        """Press "Show all" under a bubble and return the window that opens."""
        button = bubble.findChild(QPushButton, "show_all")
        assert button is not None, "the bubble shows all already"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return self._part(TextWindow, "text_window")

    def _index_of(self, title: str) -> int:
        return next(index for index, tab in enumerate(self.tabs()) if tab.removesuffix(" •") == title)

    def _tabs(self) -> ClientTabs:
        return self._part(ClientTabs, "clients")

    def _press(self, name: str) -> "ChatRobot":
        QTest.mouseClick(self._part(QPushButton, name), Qt.MouseButton.LeftButton)
        return self

    def _part(self, kind: type[W], name: str) -> W:
        part = self._root.findChild(kind, name)
        assert part is not None, f"no {kind.__name__} named {name}"
        return part
