"""The glossary in a window of its own: search, read, follow links, go back."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.glossary import MANUALS, Entry, glossary
from gui.entry_text import ENTRY, entry_text
from gui.spoken import spoken
from gui.theme import set_role

SIZE = QSize(780, 500)
"""How large the window is at first."""

_LIST_WIDTH = 250
_KEY = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class GlossaryWindow(QDialog):
    """Shows the entries that were searched for, and one of them; other windows can be used meanwhile."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        """Make the window with all entries of that language, the first of them shown."""
        super().__init__(parent)
        self._language = language
        self._glossary = glossary(language)
        self._past: list[str] = []
        self._future: list[str] = []
        self._key = ""
        self._is_glance = True
        """The entry came up in a search, or on the way through the list: nobody has settled on it."""
        self._search = QLineEdit()
        self._back = QToolButton()
        self._forward = QToolButton()
        self._list = QListWidget()
        self._nothing = QLabel()
        self._entry = QTextBrowser()
        self.setObjectName("glossary_window")
        self.setModal(False)
        self.resize(SIZE)
        self._name_parts()
        self._lay_out()
        self._connect()
        self._on_searched("")
        spoken(self, self._say_words)

    def show_language(self, language: str) -> None:
        """Show the entries in another language, and the same one among them."""
        self._language = language
        self._glossary = glossary(language)
        self._on_searched(self._search.text())
        self._show_entry(self._key)

    def show_entry(self, key: str) -> None:
        """Show the entry with this key, among all of them; a KeyError if there is none."""
        entry = self._glossary[key]
        self._visit(entry.key, is_glance=False)
        self._search.clear()
        self._point_at(entry.key)

    def key(self) -> str:
        """Return the key of the entry that is shown."""
        return self._key

    def go_back(self) -> None:
        """Show the entry that was shown before."""
        self._move(self._past, self._future)

    def go_forward(self) -> None:
        """Show the entry from which somebody went back."""
        self._move(self._future, self._past)

    def focus_search(self) -> None:
        """Let the keys go to the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _say_words(self) -> None:
        self.setWindowTitle(self.tr("Glossary"))
        self._search.setPlaceholderText(self.tr("Search the glossary"))
        self._nothing.setText(self.tr("Nothing found. Try a shorter word, or part of one."))
        for part, words in (
            (self._search, self.tr("Search the glossary")),
            (self._list, self.tr("Entries")),
            (self._entry, self.tr("The entry")),
            (self._back, self.tr("Back (Alt+Left)")),
            (self._forward, self.tr("Forward (Alt+Right)")),
        ):
            part.setAccessibleName(words)
        self._back.setToolTip(self._back.accessibleName())
        self._forward.setToolTip(self._forward.accessibleName())
        self._show_entry(self._key)

    # The parts ------------------------------------------------------------------------------------------

    def _name_parts(self) -> None:
        for part, name in (
            (self._search, "glossary_search"),
            (self._back, "glossary_back"),
            (self._forward, "glossary_forward"),
            (self._list, "glossary_list"),
            (self._nothing, "glossary_nothing"),
            (self._entry, "glossary_entry"),
        ):
            part.setObjectName(name)
        for button, text in ((self._back, "←"), (self._forward, "→")):
            button.setText(text)
            set_role(button, "flat")

    def _lay_out(self) -> None:
        self._list.setFixedWidth(_LIST_WIDTH)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setUniformItemSizes(True)
        self._search.setClearButtonEnabled(True)
        self._nothing.setWordWrap(True)
        set_role(self._nothing, "muted")
        self._entry.setOpenLinks(False)
        self._entry.setFrameShape(QFrame.Shape.NoFrame)
        set_role(self._entry, "bare")
        page = QFrame()
        set_role(page, "card")
        QVBoxLayout(page).addWidget(self._entry)
        top, body = QHBoxLayout(), QHBoxLayout()
        for part in (self._search, self._back, self._forward):
            top.addWidget(part)
        body.setSpacing(12)
        body.addWidget(self._list)
        body.addWidget(page, 1)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self._nothing)
        layout.addLayout(body, 1)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._on_searched)
        self._search.installEventFilter(self)
        self._list.currentItemChanged.connect(self._on_chosen)
        self._list.itemClicked.connect(self._on_settled)
        self._list.itemActivated.connect(self._on_settled)
        self._entry.anchorClicked.connect(self._on_link)
        self._back.clicked.connect(self.go_back)
        self._forward.clicked.connect(self.go_forward)
        for keys, go in (("Alt+Left", self.go_back), ("Alt+Right", self.go_forward)):
            QShortcut(QKeySequence(keys), self).activated.connect(go)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self.focus_search)

    # What is shown --------------------------------------------------------------------------------------

    def _on_searched(self, text: str) -> None:
        """List what was found; show the best of it, or, without a search, what was shown before."""
        found = self._glossary.search(text)
        self._list.blockSignals(True)
        self._list.clear()
        for entry in found:
            self._list.addItem(_item(entry))
        self._list.blockSignals(False)
        self._nothing.setVisible(not found)
        keys = [entry.key for entry in found]
        if found:
            row = keys.index(self._key) if not text.strip() and self._key in keys else 0
            self._list.setCurrentRow(row)

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._visit(item.data(_KEY), is_glance=True)

    def _on_settled(self) -> None:
        self._is_glance = False

    def _on_link(self, url: QUrl) -> None:
        target = url.toString()
        if target.startswith(ENTRY):
            self.show_entry(target.removeprefix(ENTRY))
        elif target.startswith(tuple(MANUALS.values())):
            QDesktopServices.openUrl(url)

    def _visit(self, key: str, is_glance: bool) -> None:
        """Show an entry, and remember the one before, if that was more than a glance."""
        if key != self._key:
            if self._key and not (is_glance and self._is_glance):
                self._past.append(self._key)
            self._future.clear()
            self._is_glance = is_glance
            self._show_entry(key)

    def _move(self, source: list[str], target: list[str]) -> None:
        if source:
            target.append(self._key)
            self._is_glance = False
            self._show_entry(source.pop())
            self._point_at(self._key)

    def _point_at(self, key: str) -> None:
        """Mark the entry in the list, if it is among what was found."""
        for row in range(self._list.count()):
            if self._list.item(row).data(_KEY) == key:
                # Shown already: to choose it would be one more step to go back.
                self._list.blockSignals(True)
                self._list.setCurrentRow(row)
                self._list.blockSignals(False)
                return

    def _show_entry(self, key: str) -> None:
        self._key = key
        self._entry.setHtml(entry_text(self._glossary, self._glossary[key], self._language))
        self._back.setEnabled(bool(self._past))
        self._forward.setEnabled(bool(self._future))

    # Called by Qt ---------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that move through the list work while somebody types."""
        if watched is self._search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self._list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_settled()
                self._entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return super().eventFilter(watched, event)


def _item(entry: Entry) -> QListWidgetItem:
    item = QListWidgetItem(entry.title)
    item.setData(_KEY, entry.key)
    return item
