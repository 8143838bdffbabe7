"""The two pages of the code view, and the buttons that turn to them."""

from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from gui.spoken import spoken
from gui.theme import set_role
from gui.visible_text import visible_line
from gui.widgets.elided_button import ElidedButton

SERVER_FILE = "server.py"
CLIENT_FILE = "client.py"

_WIDEST = 220


class Page(IntEnum):
    """Which program is in front."""

    SERVER = 0
    CLIENT = 1


class PageButtons(QWidget):
    """A button for each program, with the name of its file."""

    turned = Signal(int)
    """The user wants to see this page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with the server's page."""
        super().__init__(parent)
        self._names = {Page.SERVER: SERVER_FILE, Page.CLIENT: CLIENT_FILE}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for page in Page:
            row.addWidget(self._make_button(page))
        self._group.idClicked.connect(self.turned)
        spoken(self, self._say_words)

    def name_server(self, name: str) -> None:
        """Call the server's page by the name of its file."""
        self._names[Page.SERVER] = name
        self._say_words()

    def turn_to(self, page: Page) -> None:
        """Show which page is in front."""
        self._group.button(page).setChecked(True)

    def _say_words(self) -> None:
        for page, tip in (
            (Page.SERVER, self.tr("The server's program: change it, and run it")),
            (Page.CLIENT, self.tr("A client for this server, to read and to take home")),
        ):
            button, name = self._group.button(page), visible_line(self._names[page])
            assert isinstance(button, ElidedButton)
            button.set_text(name)
            button.setToolTip(tip)
            button.setAccessibleName(f"{name}. {tip}")

    def _make_button(self, page: Page) -> ElidedButton:
        button = ElidedButton()
        button.setObjectName(f"page_{page.name.lower()}")
        button.setCheckable(True)
        button.setChecked(page is Page.SERVER)
        button.setMaximumWidth(_WIDEST)
        set_role(button, "flat")
        self._group.addButton(button, page)
        return button
