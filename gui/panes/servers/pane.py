"""The list of servers: one card each, one of them selected."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from gui.spoken import spoken
from gui.theme import set_role

if TYPE_CHECKING:
    from core.events import Event
    from gui.panes.servers.card import ServerCard

LEAST_HEIGHT = 102
"""The list is never less high (pixels): one card fits in."""


class ServersPane(QWidget):
    """The servers by key, in the order in which they were added."""

    selected = Signal(str)
    """This server is selected now; "" for none."""

    stop_requested = Signal(str)
    restart_requested = Signal(str)
    client_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without servers."""
        super().__init__(parent)
        self._cards: dict[str, ServerCard] = {}
        self._selected = ""
        self._title = QLabel()
        self._empty = QLabel()
        self._list = QScrollArea()
        # Never seen: it keeps the cards' place in the order of the Tab key while there is none.
        self._place_in_tab_order = QWidget(self)
        self._place_in_tab_order.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._place_in_tab_order.hide()
        self._name_parts()
        self._lay_out()
        spoken(self, self._say_words)

    def add_server(self, key: str, title: str) -> None:
        """Add a server of which nothing is known yet."""
        from gui.panes.servers.card import ServerCard  # a window opens without any

        card = ServerCard(title)
        self._column.insertWidget(self._column.count() - 1, card)
        card.setObjectName(f"server_{key}")
        card.picked.connect(partial(self.select, key))
        card.step_wanted.connect(partial(self._on_step, key))
        card.stop_wanted.connect(partial(self.stop_requested.emit, key))
        card.start_wanted.connect(partial(self.restart_requested.emit, key))
        card.client_wanted.connect(partial(self.client_requested.emit, key))
        card.remove_wanted.connect(partial(self.remove_requested.emit, key))
        self._cards[key] = card
        self._arrange_tab_order()
        self._empty.hide()

    def show_events(self, key: str, events: "Sequence[Event]") -> None:
        """Follow what happened on a server, in order."""
        self._cards[key].take(events)

    def set_title(self, key: str, title: str) -> None:
        """Call a server something else, such as the same in another language."""
        self._cards[key].set_title(title)

    def remove_server(self, key: str) -> None:
        """Take a server out; if it was selected, its neighbour is selected instead."""
        neighbour = self._neighbour(key, 1) or self._neighbour(key, -1)
        card = self._cards.pop(key)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._empty.setVisible(not self._cards)
        if key == self._selected:
            self.select(neighbour)

    def select(self, key: str) -> None:
        """Select a server, or none with ""."""
        if key == self._selected:
            return
        self._selected = key
        for other, card in self._cards.items():
            card.set_selected(other == key)
        self._show_selected()
        self.selected.emit(key)

    def selected_key(self) -> str:
        """Return the selected server's key, "" for none."""
        return self._selected

    def summary(self, key: str) -> str:
        """Return a line about a server, "" if there is none of that key."""
        return self._cards[key].summary() if key in self._cards else ""

    def _show_selected(self) -> None:
        if self._selected:
            self._list.ensureWidgetVisible(self._cards[self._selected], 0, 0)

    def _neighbour(self, key: str, step: int) -> str:
        """Return the key before or after, "" at the ends."""
        keys = list(self._cards)
        index = keys.index(key) + step
        return keys[index] if 0 <= index < len(keys) else ""

    def _arrange_tab_order(self) -> None:
        """Let Tab visit the cards here, and not after everything else in the window."""
        stops = (
            self._place_in_tab_order,
            *(stop for card in self._cards.values() for stop in card.stops_of_tab()),
        )
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _say_words(self) -> None:
        self._title.setText(self.tr("SERVERS"))
        self._empty.setText(self.tr("No server yet. Choose one above and press Start."))
        self._list.setAccessibleName(self.tr("Servers"))

    def _name_parts(self) -> None:
        set_role(self._title, "title")
        set_role(self._empty, "muted")
        self._empty.setObjectName("no_servers")
        self._empty.setWordWrap(True)
        self._list.setObjectName("servers")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _lay_out(self) -> None:
        page = QWidget()
        set_role(page, "page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._empty)
        self._column.addStretch()
        self._list.setWidget(page)
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._list)
        self._list.setMinimumHeight(LEAST_HEIGHT)
        # A card just added gets its place and its height only with the layout that follows.
        bar = self._list.verticalScrollBar()
        bar.rangeChanged.connect(lambda _minimum, _maximum: QTimer.singleShot(0, self, self._show_selected))

    def _on_step(self, key: str, step: int) -> None:
        neighbour = self._neighbour(key, step)
        if neighbour:
            self.select(neighbour)
            self._cards[neighbour].setFocus()
