"""What's this?  Explains any control of the window, from the glossary, by the names of controls.

No pane knows of it.  Qt hands a question that a control has no answer to on to the control's parents, and in
the end to the window: there it is answered.  So it costs nothing while nobody asks, and what is made later is
explained as well.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import (
    QAction,
    QDesktopServices,
    QHelpEvent,
    QKeyEvent,
    QTextCursor,
    QWhatsThisClickedEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QToolTip,
    QWhatsThis,
    QWidget,
)

from gui.language import language_of_now
from gui.visible_text import tooltip

if TYPE_CHECKING:
    from core.glossary import Entry, Glossary
    from gui.glossary_window import GlossaryWindow

MENU = "menu"
"""A command of a menu is named as if it stood within a control of this name."""

_CONTROLS = (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTabBar,
)
"""What has its sentence as a tooltip; over a whole view one would only be in the way."""


@runtime_checkable
class Picture(Protocol):
    """A painted widget in whose parts the glossary has entries of their own."""

    def word_at(self, place: QPoint, /) -> str:
        """Return an entry's key, or a text with a name in it, for a place in the picture; "" for none."""


class WhatsThis(QObject):
    """Answers for a window and its dialogs: Shift+F1 and a click, F1, a mouse that rests on a control."""

    def __init__(self, window: QWidget, language: str = "") -> None:
        """Answer for `window` in that language, a code of `gui.language.LANGUAGES`; "": as it speaks now.

        When the window speaks another language, the answers do too.
        """
        super().__init__(window)
        self._window = window
        self._language = language or language_of_now()
        self._glossary: Glossary | None = None
        self._answers: dict[QEvent.Type, Callable[[QWidget, QEvent], bool]] = {
            QEvent.Type.QueryWhatsThis: self._on_query,
            QEvent.Type.WhatsThis: self._on_question,
            QEvent.Type.WhatsThisClicked: self._on_link,
            QEvent.Type.ToolTip: self._on_hover,
            QEvent.Type.KeyPress: self._on_key,
        }
        window.installEventFilter(self)
        _application().focusChanged.connect(self._on_focus_changed)

    def show_language(self, language: str) -> None:
        """Explain in another language from now on, also in the glossary's window."""
        self._language = language
        self._glossary = None
        from gui.glossary_window import GlossaryWindow

        for open_one in self._window.findChildren(GlossaryWindow):
            open_one.show_language(self._language)

    def ask(self) -> None:
        """Let the next click explain something instead of pressing it (Qt's own mode)."""
        self._explain_commands()
        QWhatsThis.enterWhatsThisMode()

    def explain_focused(self) -> None:
        """Explain the control that has the keys; show the glossary where there is nothing to say."""
        widget = QApplication.focusWidget() or self._window
        entry = self._entry_at(widget, _cursor(widget))
        if entry is None:
            self.show_glossary()
            return
        place = widget.mapToGlobal(_cursor(widget) or QPoint(widget.width() // 2, widget.height() // 2))
        self._show(entry, place, widget.window())

    def show_glossary(self, key: str = "") -> "GlossaryWindow":
        """Bring the glossary's window to the front, with that entry in it."""
        window = self._glossary_window()
        if key:
            window.show_entry(key)
        window.show()
        window.raise_()
        window.activateWindow()
        window.focus_search()
        return window

    def entry_of(self, widget: QWidget, place: QPoint | None = None) -> "Entry | None":
        """Return what explains a widget, by its name or a parent's; `place` matters within rows of tabs."""
        return self._words().about(list(_names(widget, place)))

    # Questions ------------------------------------------------------------------------------------------

    def _on_query(self, window: QWidget, event: QEvent) -> bool:
        """Say, by the pointer's shape, whether there is an answer here."""
        assert isinstance(event, QHelpEvent)
        event.setAccepted(self._entry_below(window, event.globalPos()) is not None)
        return True

    def _on_question(self, window: QWidget, event: QEvent) -> bool:
        assert isinstance(event, QHelpEvent)
        entry = self._entry_below(window, event.globalPos())
        event.setAccepted(entry is not None)
        if entry is not None:
            self._show(entry, event.globalPos(), window)
        return True

    def _on_hover(self, window: QWidget, event: QEvent) -> bool:
        """Show the first sentence about a control that has no tooltip of its own."""
        assert isinstance(event, QHelpEvent)
        widget, place = _below(window, event.globalPos())
        entry = self.entry_of(widget, place) if isinstance(widget, _CONTROLS) else None
        if entry is None:
            return False
        QToolTip.showText(event.globalPos(), tooltip(entry.first_sentence), widget)
        event.accept()
        return True

    def _on_link(self, _window: QWidget, event: QEvent) -> bool:
        assert isinstance(event, QWhatsThisClickedEvent)
        self._follow(event.href())
        event.accept()
        return True

    def _on_key(self, window: QWidget, event: QEvent) -> bool:
        """Obey F1 where no menu does: in dialogs, and while an explanation is shown."""
        assert isinstance(event, QKeyEvent)
        if (key := window.property(_SHOWN)) and event.key() in _MORE:
            QWhatsThis.hideText()
            self.show_glossary(key)
            return True
        if event.key() != Qt.Key.Key_F1 or key:
            return False
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.ask()
        else:
            self.explain_focused()
        return True

    def _follow(self, href: str) -> None:
        from gui.entry_text import ENTRY

        QWhatsThis.hideText()
        if href.startswith(ENTRY):
            self.show_glossary(href.removeprefix(ENTRY))
        else:
            QDesktopServices.openUrl(href)

    # Answers --------------------------------------------------------------------------------------------

    def _show(self, entry: "Entry", place: QPoint, window: QWidget) -> None:
        from gui.entry_text import entry_text

        text = entry_text(self._words(), entry, self._language)
        QWhatsThis.showText(place, f"{text}<p>{self._way_to_glossary(entry)}</p>", window)
        # The keys cannot reach its links: Enter or F1 opens the entry where they can.
        if popup := QApplication.activePopupWidget():
            popup.setProperty(_SHOWN, entry.key)
            popup.installEventFilter(self)

    def _way_to_glossary(self, entry: "Entry") -> str:
        from gui.entry_text import entry_link

        return entry_link(entry, self.tr("To the glossary (F1)"))

    def _entry_below(self, window: QWidget, place: QPoint) -> "Entry | None":
        widget, within = _below(window, place)
        return self._entry_at(widget, within)

    def _entry_at(self, widget: QWidget, place: QPoint | None) -> "Entry | None":
        """Return what explains the word at a place of a text or a table, or else the control."""
        from gui.entry_text import entry_named

        word = _word_at(widget, place) if place is not None else ""
        found = entry_named(self._words(), word)
        # In a program "next" is the learner's own word; what the library calls so is meant everywhere.
        if found and (found.documented or not _text_edit(widget)):
            return found
        return self.entry_of(widget, place)

    def _explain_commands(self) -> None:
        """Give each command its explanation: Qt asks a menu's commands themselves, not the window."""
        from gui.entry_text import entry_text

        for action in self._window.findChildren(QAction):
            if entry := self._words().about([action.objectName(), MENU]):
                action.setWhatsThis(entry_text(self._words(), entry, self._language))
        for menu in self._window.findChildren(QMenu):
            menu.installEventFilter(self)

    def _glossary_window(self) -> "GlossaryWindow":
        from gui.glossary_window import GlossaryWindow

        # A dialog that blocks the main window would block its children too.
        parent = QApplication.activeModalWidget() or self._window
        directly = Qt.FindChildOption.FindDirectChildrenOnly
        found = parent.findChildren(GlossaryWindow, options=directly)
        return found[0] if found else GlossaryWindow(self._language, parent)

    def _words(self) -> "Glossary":
        """Return the glossary, which is read when somebody first asks."""
        if self._glossary is None:
            from core.glossary import glossary

            self._glossary = glossary(self._language)
        return self._glossary

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Answer for the window's dialogs as well, from the moment in which they get the keys."""
        if (
            now is not None
            and (window := now.window()) is not self._window
            and _belongs(window, self._window)
        ):
            window.installEventFilter(self)

    # Called by Qt ---------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Follow the window's language, of which Qt tells its children."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_language(language_of_now())
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the window's questions; all else takes its way."""
        answer = self._answers.get(event.type())
        if answer is None or not isinstance(watched, QWidget):
            return False
        return answer(watched, event)


_SHOWN = "shown_entry"
"""The property of an explanation's window that holds the key of its entry."""

_MORE = (Qt.Key.Key_F1, Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _belongs(window: QWidget, owner: QWidget) -> bool:
    parent = window.parentWidget()
    while parent is not None and parent is not owner:
        parent = parent.parentWidget()
    return parent is owner


def _below(window: QWidget, place: QPoint) -> tuple[QWidget, QPoint]:
    """Return the innermost widget at a place of the screen, and the place in it; for a label its field."""
    widget = window.childAt(window.mapFromGlobal(place)) or window
    if isinstance(widget, QLabel) and (field := widget.buddy()):
        return field, field.rect().center()
    return widget, widget.mapFromGlobal(place)


def _names(widget: QWidget, place: QPoint | None) -> Iterator[str]:
    """Yield the names of a widget and its parents, outwards; of rows of tabs first the tab's."""
    if isinstance(widget, QTabBar) and place is not None:
        data = widget.tabData(widget.tabAt(place))
        if isinstance(data, str):
            yield data
    parent: QWidget | None = widget
    while parent is not None:
        if parent.objectName():
            yield parent.objectName()
        parent = parent.parentWidget()


def _cursor(widget: QWidget) -> QPoint | None:
    """Return where in a text the cursor is, or where the current row or tab; None elsewhere."""
    if edit := _text_edit(widget):
        return edit.cursorRect().center()
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        return widget.visualRect(widget.currentIndex()).center()
    if isinstance(widget, QTabBar):
        return widget.tabRect(widget.currentIndex()).center()
    return None


def _word_at(widget: QWidget, place: QPoint) -> str:
    """Return the word at a place of a text, a table or a picture; "" elsewhere."""
    if edit := _text_edit(widget):
        cursor = edit.cursorForPosition(place)
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        # The name of a method is as good as a call of it.
        return f"{cursor.selectedText()}()"
    for one in (widget, widget.parentWidget()):
        if isinstance(one, QAbstractItemView):
            return str(one.indexAt(place).data() or "")
        if isinstance(one, Picture):
            return one.word_at(place)
    return ""


def _text_edit(widget: QWidget) -> QPlainTextEdit | QTextEdit | None:
    """Return the text that a widget is, or whose area it is."""
    for one in (widget, widget.parentWidget()):
        if isinstance(one, QPlainTextEdit | QTextEdit):
            return one
    return None


def _application() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication), "a widget has an application"
    return found
