"""The row of tabs, one a client, each with a dot that says how it stands."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QSizePolicy, QTabBar, QToolButton, QWidget

from gui.panes.chat.state import State
from gui.spoken import spoken
from gui.theme import theme_of
from gui.visible_text import tooltip, visible_line

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_DOT = 8

_COLOURS = {
    State.CONNECTING: "warning",
    State.CONNECTED: "good",
    State.HALF_CLOSED: "warning",
    State.CLOSED: "faint",
}


class ClientTabs(QTabBar):
    """Tabs by their clients' keys."""

    selected = Signal(str)
    close_wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a row without tabs."""
        super().__init__(parent)
        self._states: dict[str, State] = {}
        self._titles: dict[str, str] = {}
        self._fresh: set[str] = set()
        self.setTabsClosable(True)
        self.setExpanding(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(_DOT, _DOT))
        self.currentChanged.connect(self._on_current_changed)
        self.tabCloseRequested.connect(lambda index: self.close_wished.emit(self.key_at(index)))
        spoken(self, self._say_words)

    def add(self, key: str, title: str, tip: str) -> None:
        """Add a tab at the end."""
        self._states[key] = State.CONNECTING
        self._titles[key] = visible_line(title)
        index = self.addTab(self._titles[key])
        self.setTabData(index, key)
        self.setTabToolTip(index, tooltip(tip))
        self._explain_cross(index)
        self._refresh(key)
        if self.count() == 1:
            self.selected.emit(key)

    def remove(self, key: str) -> None:
        """Take a tab away."""
        self._states.pop(key, None)
        self._titles.pop(key, None)
        self._fresh.discard(key)
        if (index := self.index_of(key)) >= 0:
            self.removeTab(index)

    def set_state(self, key: str, state: State) -> None:
        """Colour a tab's dot."""
        self._states[key] = state
        self._refresh(key)

    def set_fresh(self, key: str, is_fresh: bool) -> None:
        """Mark a tab that has something its reader has not seen."""
        (self._fresh.add if is_fresh else self._fresh.discard)(key)
        self._refresh(key)

    def key_at(self, index: int) -> str:
        """Return the key of the tab at `index`, "" if there is none."""
        return str(self.tabData(index) or "")

    def index_of(self, key: str) -> int:
        """Return where the tab of `key` is, -1 if nowhere."""
        return next((index for index in range(self.count()) if self.tabData(index) == key), -1)

    def current_key(self) -> str:
        """Return the key of the chosen tab, "" if there is none."""
        return self.key_at(self.currentIndex())

    def _say_words(self) -> None:
        # Qt says these once and for all, in the language in which the tab was made.
        for name, sentence in (
            ("ScrollLeftButton", self.tr("Scroll to the left")),
            ("ScrollRightButton", self.tr("Scroll to the right")),
        ):
            for button in self.findChildren(QToolButton, name):
                button.setAccessibleName(sentence)
        for index in range(self.count()):
            self._explain_cross(index)

    def _explain_cross(self, index: int) -> None:
        for side in (QTabBar.ButtonPosition.LeftSide, QTabBar.ButtonPosition.RightSide):
            if (cross := self.tabButton(index, side)) is not None:
                cross.setToolTip(self.tr("Close this client"))

    def _refresh(self, key: str) -> None:
        if (index := self.index_of(key)) >= 0:
            self.setTabIcon(index, self._dot(self._states[key]))
            self.setTabText(index, self._titles[key] + (" •" if key in self._fresh else ""))

    def _dot(self, state: State) -> "QIcon":
        from PySide6.QtGui import QIcon  # its many enums take 1 ms, and a window opens without clients

        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(_DOT * ratio), round(_DOT * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(theme_of(self), _COLOURS[state])))
        painter.drawEllipse(0, 0, _DOT, _DOT)
        painter.end()
        return QIcon(pixmap)

    def _on_current_changed(self, index: int) -> None:
        if key := self.key_at(index):
            self.set_fresh(key, False)
            self.selected.emit(key)

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than the tabs take: Qt asks for room for scroll buttons where none are needed."""
        return super().minimumSizeHint().boundedTo(self.sizeHint())

    def changeEvent(self, event: QEvent) -> None:
        """Draw the dots anew in the new theme's colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            for key in self._states:
                self._refresh(key)
