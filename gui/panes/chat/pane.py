"""All clients: tabs, and two conversations side by side where wished."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.framing import Framing
from gui.panes.chat.client_tabs import ClientTabs
from gui.panes.chat.recall import Recall
from gui.panes.chat.state import State
from gui.panes.chat.target import Target
from gui.spoken import spoken
from gui.theme import set_role
from gui.visible_text import visible_line

if TYPE_CHECKING:
    from core.events import Event
    from gui.panes.chat.conversation import Conversation
    from gui.panes.chat.new_client import NewClientDialog

_PLUS_WIDTH = 52
"""Wide enough to hit the plus and not the arrow of its menu."""

_NARROW = 520
"""Below this width two conversations stand one above the other."""


class ChatPane(QWidget):
    """The clients, by the keys that the main window gives them."""

    client_requested = Signal(object)
    """A `Target` that a new client is to talk to."""
    message_submitted = Signal(str, object)
    """A client's key and an `Outgoing`."""
    disconnect_requested = Signal(str)
    reconnect_requested = Signal(str)
    half_close_requested = Signal(str)
    stop_reading_requested = Signal(str)
    read_again_requested = Signal(str)
    reset_requested = Signal(str)
    vanish_requested = Signal(str)
    close_requested = Signal(str)
    """The client is to be ended and forgotten; answer with `remove_client`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the pane without clients."""
        super().__init__(parent)
        self._conversations: dict[str, Conversation] = {}
        self._servers: list[tuple[str, str, Target]] = []
        self._recall = Recall()
        self._left = ""
        self._right = ""
        self.tabs = ClientTabs()
        self.new_client = QToolButton()
        self.disconnect_button = QPushButton()
        self.side_by_side = QToolButton()
        self.client_menu = QToolButton()
        self.second_client = QComboBox()
        self.second_disconnect = QPushButton()
        self._no_client = QLabel()
        self.first_client = QPushButton()
        self._empty = self._make_empty_page()
        self._title = QLabel()
        self._no_second = QLabel()
        self._first_page = QStackedWidget()
        self._second_page = QStackedWidget()
        self._second = QWidget()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._dialog: NewClientDialog | None = None
        self._name_parts()
        self._make_menus()
        self._lay_out()
        self._connect()
        spoken(self, self._say_words)

    # What the main window tells ----------------------------------------------------------------------------

    def add_client(
        self,
        key: str,
        title: str,
        target_label: str,
        framing: Framing,
        *,
        datagram: bool = False,
        is_json: bool = True,
    ) -> None:
        """Show a new client and select it; its events come by `show_events`."""
        from gui.panes.chat.conversation import Conversation  # a window opens without any

        conversation = Conversation(title, target_label, framing, self._recall)
        conversation.composer.set_datagram(datagram)
        if not is_json:
            conversation.composer.choose_raw_text()
        conversation.submitted.connect(lambda outgoing: self.message_submitted.emit(key, outgoing))
        conversation.reconnect_requested.connect(lambda: self.reconnect_requested.emit(key))
        conversation.state_changed.connect(lambda state: self._on_state_changed(key, state))
        self._conversations[key] = conversation
        self._first_page.addWidget(conversation)
        self.tabs.add(key, title, f"{title} → {target_label}")
        self.select(key)

    def show_events(self, key: str, events: "Sequence[Event]") -> None:
        """Show a batch of events of the client `key`; of a client that is gone, nothing."""
        if (conversation := self._conversations.get(key)) is None:
            return
        conversation.show_events(list(events))
        if key not in (self._left, self._right):
            self.tabs.set_fresh(key, True)

    def set_servers(self, servers: Sequence[tuple[str, str, Target]]) -> None:
        """Offer these running servers, each as (key, label, target), to new clients."""
        self._servers = list(servers)
        self._fill_new_client_menu()
        self._refresh()

    def remove_client(self, key: str) -> None:
        """Forget a client and what was said."""
        conversation = self._conversations.pop(key, None)
        if conversation is None:
            return
        if key == self._right:
            self._right = ""
        if key == self._left:
            self._left = ""
        self.tabs.remove(key)
        conversation.setParent(None)
        conversation.deleteLater()
        self._choose(self.tabs.current_key())

    def select(self, key: str) -> None:
        """Bring the client `key` to the front."""
        if (index := self.tabs.index_of(key)) >= 0:
            self.tabs.setCurrentIndex(index)
            self._choose(key)

    def select_next(self) -> None:
        """Bring the next client to the front, after the last the first."""
        if self.tabs.count():
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())

    def selected(self) -> str:
        """Return the key of the client at the front, "" without any."""
        return self._left

    def state_of(self, key: str) -> State:
        """Return how the client `key` stands."""
        return self._conversations[key].state

    def focus_message(self) -> None:
        """Put the cursor where the next message is typed."""
        if self._left:
            self._conversations[self._left].composer.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def draft(self, key: str) -> str:
        """Return the unsent text of the client `key`."""
        return self._conversations[key].composer.text()

    def set_draft(self, key: str, text: str) -> None:
        """Put `text` where the client's next message is typed: to send, or to change first."""
        self._conversations[key].composer.set_text(text)

    def message_history(self) -> list[str]:
        """Return the messages that Up recalls, newest last, to be saved with the settings."""
        return self._recall.entries()

    def set_message_history(self, messages: list[str]) -> None:
        """Restore the messages that Up recalls."""
        self._recall.restore(messages)

    # Words -------------------------------------------------------------------------------------------------

    def _say_words(self) -> None:
        self._title.setText(self.tr("CLIENTS"))
        self.first_client.setText(self.tr("New client"))
        self.disconnect_button.setText(self.tr("Disconnect"))
        self.second_disconnect.setText(self.tr("Disconnect"))
        self._no_second.setText(self.tr("Open a second client to see both."))
        self._explain_parts()
        self._say_menu()
        self._fill_new_client_menu()
        self._refresh()

    def _explain_parts(self) -> None:
        for label, control in (
            (self.tr("Clients"), self.tabs),
            (self.tr("New client"), self.new_client),
            (self.tr("Open a client to the server"), self.first_client),
            (self.tr("Disconnect"), self.disconnect_button),
            (self.tr("Two clients side by side"), self.side_by_side),
            (self.tr("More for this client"), self.client_menu),
            (self.tr("The second client"), self.second_client),
            (self.tr("Disconnect the second client"), self.second_disconnect),
        ):
            control.setAccessibleName(label)
            control.setToolTip(label)
        self.disconnect_button.setToolTip(self.tr("Close this client's connection"))

    def _say_menu(self) -> None:
        self.half_close_action.setText(self.tr("Half-close: send no more"))
        self.half_close_action.setToolTip(self.tr("shutdown(SHUT_WR): replies can still arrive"))
        for action, text, tip in (
            (
                self.stop_reading_action,
                self.tr("Stop reading"),
                self.tr("No recv() any more: what the server sends fills the buffers of the two kernels"),
            ),
            (self.read_again_action, self.tr("Read again"), self.tr("Take what has arrived, and what will")),
            (
                self.reset_action,
                self.tr("Reset: break it off"),
                self.tr("Close with a reset (RST): what is under way is lost"),
            ),
            (
                self.vanish_action,
                self.tr("Vanish: be gone at once"),
                self.tr("As a program that was killed: nothing that waits is sent, nothing is read"),
            ),
        ):
            action.setText(text)
            action.setToolTip(tip)
        self.reconnect_action.setText(self.tr("Reconnect"))
        self._copy_action.setText(self.tr("Copy the conversation"))
        self._clear_action.setText(self.tr("Clear the conversation"))
        self._close_action.setText(self.tr("Close this client"))

    # Making ------------------------------------------------------------------------------------------------

    def _make_empty_page(self) -> QWidget:
        page = QWidget()
        self._no_client.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._no_client.setWordWrap(True)
        set_role(self._no_client, "muted")
        layout = QVBoxLayout(page)
        layout.setSpacing(12)
        layout.addStretch(1)
        layout.addWidget(self._no_client)
        layout.addWidget(self.first_client, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        return page

    def _name_parts(self) -> None:
        for name, part in (
            ("clients", self.tabs),
            ("new_client", self.new_client),
            ("first_client", self.first_client),
            ("disconnect", self.disconnect_button),
            ("side_by_side", self.side_by_side),
            ("client_menu", self.client_menu),
            ("second_client", self.second_client),
            ("second_disconnect", self.second_disconnect),
            ("no_client", self._no_client),
        ):
            part.setObjectName(name)
        set_role(self.disconnect_button, "flat-danger")
        set_role(self.second_disconnect, "flat-danger")
        for button, text in ((self.new_client, "+"), (self.side_by_side, "◫"), (self.client_menu, "⋯")):
            button.setText(text)
            set_role(button, "flat")
        set_role(self.client_menu, "bare-menu")
        self.new_client.setMinimumWidth(_PLUS_WIDTH)
        self.side_by_side.setCheckable(True)

    def _make_menus(self) -> None:
        self.new_client.setMenu(QMenu(self))
        self.new_client.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        self.half_close_action = menu.addAction("", self.half_close)
        self.stop_reading_action = menu.addAction("", self.stop_reading)
        self.read_again_action = menu.addAction("", self.read_again)
        menu.addSeparator()
        self.reset_action = menu.addAction("", self.reset)
        self.vanish_action = menu.addAction("", self.vanish)
        self.reconnect_action = menu.addAction("", self._on_reconnect)
        menu.addSeparator()
        self._copy_action = menu.addAction("", self._on_copy)
        self._clear_action = menu.addAction("", self._on_clear)
        menu.addSeparator()
        self._close_action = menu.addAction("", lambda: self.close_requested.emit(self._left))
        self.client_menu.setMenu(menu)
        self.client_menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _fill_new_client_menu(self) -> None:
        menu = self.new_client.menu()
        menu.clear()
        for _key, label, target in self._servers:
            action = menu.addAction(visible_line(label).replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, target=target: self.client_requested.emit(target))
        if self._servers:
            menu.addSeparator()
        menu.addAction(self.tr("Another address…"), self.ask_for_address).setObjectName("another_address")

    def _lay_out(self) -> None:
        set_role(self._title, "title")
        head = _row(self._title, None, self.disconnect_button, self.side_by_side, self.client_menu)
        row = _row(self.tabs, self.new_client, None)
        line = QFrame()
        set_role(line, "line")
        self._first_page.addWidget(self._empty)
        self._lay_out_second()
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self._first_page)
        self._splitter.addWidget(self._second)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 3, 14, 14)
        layout.setSpacing(0)
        layout.addLayout(head)
        row.addStrut(36)
        layout.addLayout(row)
        layout.addWidget(line)
        layout.addWidget(self._splitter, 1)
        self.setMinimumWidth(300)

    def _lay_out_second(self) -> None:
        self._no_second.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._no_second.setWordWrap(True)
        set_role(self._no_second, "muted")
        self._second_page.addWidget(self._no_second)
        layout = QVBoxLayout(self._second)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(_row(self.second_client, None, self.second_disconnect))
        layout.addWidget(self._second_page, 1)
        self._second.hide()

    def _connect(self) -> None:
        self.tabs.selected.connect(self._choose)
        self.tabs.close_wished.connect(self.close_requested)
        self.new_client.clicked.connect(self.open_new_client)
        self.first_client.clicked.connect(self.open_new_client)
        self.disconnect_button.clicked.connect(lambda: self.disconnect_requested.emit(self._left))
        self.second_disconnect.clicked.connect(lambda: self.disconnect_requested.emit(self._right))
        self.side_by_side.toggled.connect(self._on_side_by_side)
        self.second_client.activated.connect(self._on_second_chosen)

    # Which conversation is where ---------------------------------------------------------------------------

    def _choose(self, key: str) -> None:
        if key == self._right:
            self._right = self._left  # the two change places
        self._left = key
        self._arrange()

    def _arrange(self) -> None:
        if self.side_by_side.isChecked() and not self._right:
            self._right = self._other_than(self._left)
        for key, conversation in self._conversations.items():
            is_second = key == self._right and self.side_by_side.isChecked()
            stack = self._second_page if is_second else self._first_page
            if stack.indexOf(conversation) < 0:
                stack.addWidget(conversation)
            conversation.set_name("" if key == self._left else "_2" if is_second else f"_{key}")
        self._first_page.setCurrentWidget(self._conversations.get(self._left, self._empty))
        self._second_page.setCurrentWidget(self._conversations.get(self._right, self._no_second))
        self.tabs.set_fresh(self._right, False)
        self._fill_second()
        self._refresh()

    def _other_than(self, key: str) -> str:
        """Return the client to show beside `key`: the latest that is connected, else the latest, else ""."""
        others = [other for other in reversed(self._conversations) if other != key]
        live = (other for other in others if self._conversations[other].state is not State.CLOSED)
        return next(live, others[0] if others else "")

    def _arrange_splitter(self) -> None:
        is_narrow = self.width() < _NARROW
        self._splitter.setOrientation(Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal)
        gap = 9 if self.side_by_side.isChecked() else 0
        self._first_page.setContentsMargins(*((0, 0, 0, gap) if is_narrow else (0, 0, gap, 0)))
        self._second.setContentsMargins(*((0, gap, 0, 0) if is_narrow else (gap, 0, 0, 0)))

    def _fill_second(self) -> None:
        self.second_client.clear()
        for key, conversation in self._conversations.items():
            if key != self._left:
                self.second_client.addItem(visible_line(conversation.title), key)
        self.second_client.setCurrentIndex(self.second_client.findData(self._right))

    def _refresh(self) -> None:
        """Let the buttons offer what can be done now."""
        for part in (self.tabs, self.disconnect_button, self.client_menu):
            part.setVisible(bool(self._conversations))
        self.first_client.setVisible(bool(self._servers))
        self._no_client.setText(
            self.tr("No client yet.\nOpen one, and talk to the server.")
            if self._servers
            else self.tr("No client yet.\nStart a server, then open a client to talk to it.")
        )
        left, right = (self._conversations.get(key) for key in (self._left, self._right))
        self.disconnect_button.setEnabled(left is not None and left.state is not State.CLOSED)
        self.second_disconnect.setEnabled(right is not None and right.state is not State.CLOSED)
        self.client_menu.setEnabled(left is not None)
        self.half_close_action.setEnabled(left is not None and left.state is State.CONNECTED)
        is_open = left is not None and left.state in (State.CONNECTED, State.HALF_CLOSED)
        is_reading = left is not None and left.is_reading
        self.stop_reading_action.setEnabled(is_open and is_reading)
        self.read_again_action.setEnabled(is_open and not is_reading)
        self.reset_action.setEnabled(is_open)
        self.vanish_action.setEnabled(is_open)
        self.reconnect_action.setEnabled(left is not None and left.state is State.CLOSED)
        self.second_client.setEnabled(self.second_client.count() > 0)

    # What the user does ------------------------------------------------------------------------------------

    def open_new_client(self) -> None:
        """Connect to the only server there is; where there is a choice, ask."""
        if len(self._servers) == 1:
            self.client_requested.emit(self._servers[0][2])
        elif self._servers:
            self.new_client.menu().popup(self.new_client.mapToGlobal(self.new_client.rect().bottomLeft()))
        else:
            self.ask_for_address()

    def half_close(self) -> None:
        """Wish that the client in front says it will send no more."""
        conversation = self._conversations.get(self._left)
        if conversation is not None and conversation.state is State.CONNECTED:
            conversation.note_half_close()
            self.half_close_requested.emit(self._left)

    def stop_reading(self) -> None:
        """Wish that the client in front leaves in the kernel what the server sends."""
        self._set_reading(False)

    def read_again(self) -> None:
        """Wish that the client in front reads again."""
        self._set_reading(True)

    def reset(self) -> None:
        """Wish that the client in front breaks its connection off."""
        if self.reset_action.isEnabled():
            self.reset_requested.emit(self._left)

    def vanish(self) -> None:
        """Wish that the client in front is gone without a word."""
        if self.vanish_action.isEnabled():
            self.vanish_requested.emit(self._left)

    def ask_for_address(self) -> None:
        """Open the dialog in which an address is typed by hand."""
        if self._dialog is None:
            from gui.panes.chat.new_client import NewClientDialog

            self._dialog = NewClientDialog(self)
            self._dialog.chosen.connect(self.client_requested)
        self._dialog.open()

    def _set_reading(self, is_reading: bool) -> None:
        action = self.read_again_action if is_reading else self.stop_reading_action
        if action.isEnabled():
            self._conversations[self._left].note_reading(is_reading)
            wish = self.read_again_requested if is_reading else self.stop_reading_requested
            wish.emit(self._left)

    def _on_reconnect(self) -> None:
        self.reconnect_requested.emit(self._left)

    def _on_copy(self) -> None:
        self._conversations[self._left].copy_all()

    def _on_clear(self) -> None:
        self._conversations[self._left].transcript.clear()

    def _on_side_by_side(self, is_on: bool) -> None:
        self._right = self._right if is_on else ""
        self._second.setVisible(is_on)
        self._arrange()
        self._arrange_splitter()
        half = max(self._splitter.width(), self._splitter.height()) // 2
        self._splitter.setSizes([half, half])

    def _on_second_chosen(self, index: int) -> None:
        self._right = str(self.second_client.itemData(index))
        self._arrange()

    def _on_state_changed(self, key: str, state: State) -> None:
        self.tabs.set_state(key, state)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put two conversations side by side where there is room, one above the other where not."""
        super().resizeEvent(event)
        self._arrange_splitter()


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Return widgets side by side; None is room that gives way."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    for part in parts:
        row.addStretch(1) if part is None else row.addWidget(part)
    return row
