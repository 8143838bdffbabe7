"""Asks what things are, and reads in the glossary, as a person would."""

import re
from html import unescape
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt, QUrl
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QTextBrowser,
    QToolButton,
    QToolTip,
    QWhatsThis,
    QWidget,
)

from gui.entry_text import ENTRY
from gui.glossary_window import GlossaryWindow
from gui.whats_this import WhatsThis

W = TypeVar("W", bound=QWidget)


class GlossaryRobot:
    """A person in front of the glossary."""

    def __init__(self, qtbot: Any, window: GlossaryWindow) -> None:
        self._window = window
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    @property
    def is_open(self) -> bool:
        return self._window.isVisible()

    def key(self) -> str:
        return self._window.key()

    def marked(self) -> str:
        """Return the title that is marked in the list."""
        item = self._part(QListWidget, "glossary_list").currentItem()
        return item.text() if item else ""

    def titles(self) -> list[str]:
        found = self._part(QListWidget, "glossary_list")
        return [found.item(row).text() for row in range(found.count())]

    def text(self) -> str:
        return self._part(QTextBrowser, "glossary_entry").toPlainText()

    def links(self) -> list[str]:
        """Return where the links of the entry lead."""
        html = self._part(QTextBrowser, "glossary_entry").toHtml()
        return [unescape(link) for link in dict.fromkeys(re.findall(r'href="([^"]*)"', html))]

    def complaint(self) -> str:
        label = self._part(QLabel, "glossary_nothing")
        return label.text() if label.isVisible() else ""

    def search(self, text: str) -> "GlossaryRobot":
        """Type into the search field, in place of what stands there."""
        field = self._part(QLineEdit, "glossary_search")
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Backspace)
        # Chinese comes from an input method, not from keys.
        field.insert(text) if not text.isascii() else QTest.keyClicks(field, text)
        return self

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the focus is in the window."""
        QTest.keyClick(self._window.focusWidget() or self._window, key, modifier)

    def focused(self) -> str:
        widget = self._window.focusWidget()
        return widget.objectName() if widget else ""

    def follow(self, target: str) -> "GlossaryRobot":
        """Follow the entry's link to that key or address."""
        link = next(link for link in self.links() if link in (target, f"{ENTRY}{target}"))
        self._part(QTextBrowser, "glossary_entry").anchorClicked.emit(QUrl(link))
        return self

    def go_back(self) -> "GlossaryRobot":
        QTest.mouseClick(self._part(QToolButton, "glossary_back"), Qt.MouseButton.LeftButton)
        return self

    def go_forward(self) -> "GlossaryRobot":
        QTest.mouseClick(self._part(QToolButton, "glossary_forward"), Qt.MouseButton.LeftButton)
        return self

    def _part(self, kind: type[W], name: str) -> W:
        found = self._window.findChild(kind, name)
        assert found is not None, name
        return found


class Asker:
    """A person who asks what the controls of a window are; `told` keeps what was explained, as rich text."""

    def __init__(self, qtbot: Any, window: QWidget, whats_this: WhatsThis) -> None:
        self._qtbot = qtbot
        self._window = window
        self._whats_this = whats_this

    def ask_about(self, widget: QWidget, place: QPoint | None = None) -> str:
        """Ask as Shift+F1 does, click on something, and return the title of what is told; "" for nothing."""
        self._whats_this.ask()
        assert QWhatsThis.inWhatsThisMode()
        # Near its corner: in a narrow window the middle of a control may lie below another column.
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or QPoint(5, 5))
        return self._take()

    def press_f1_on(self, widget: QWidget) -> str:
        """Put the focus on a control, ask as F1 does, and return the key of the entry that is shown."""
        widget.setFocus()
        self._whats_this.explain_focused()
        return self.shown()

    def shown(self) -> str:
        """Return the key of the entry in the explanation, "" for none."""
        return shown_entry()

    def press_on_explanation(self, key: Qt.Key) -> None:
        popup = QApplication.activePopupWidget()
        assert popup is not None, "nothing is explained"
        QTest.keyClick(popup, key)

    def would_be_told(self, widget: QWidget) -> bool:
        """Tell whether the pointer, in Qt's own mode, says that there is an explanation."""
        return self._send(QEvent.Type.QueryWhatsThis, widget)

    def rest_on(self, widget: QWidget) -> str:
        """Let the mouse rest on something, and return the tooltip."""
        return QToolTip.text() if self._send(QEvent.Type.ToolTip, widget) else ""

    def _send(self, kind: QEvent.Type, widget: QWidget) -> bool:
        place = widget.rect().center()
        event = QHelpEvent(kind, place, widget.mapToGlobal(place))
        return QApplication.sendEvent(widget, event) and event.isAccepted()

    def _take(self) -> str:
        key = self.shown()
        QWhatsThis.hideText()
        if QWhatsThis.inWhatsThisMode():
            QWhatsThis.leaveWhatsThisMode()
        return key


def shown_entry() -> str:
    """Return the key of the entry in the explanation that is on the screen, "" for none."""
    popup = QApplication.activePopupWidget()
    return str(popup.property("shown_entry") or "") if popup else ""
