"""A line to look for words in an editor's text."""

import re
from bisect import bisect_left
from itertools import accumulate, islice

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from gui.theme import set_role
from gui.widgets.code_colours import units
from gui.widgets.editor import Editor, Span

MOST_HITS = 10_000
"""No more are counted; they are passed from the first to that one."""

_SETTLED_MILLISECONDS = 150
"""So long after a change of the text it is searched anew."""

_COUNT_WIDTH = 150

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QWidget):
    """Finds text whatever its case, counts the hits, goes from one to the next, and around at the end."""

    closed = Signal()

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        """Look in `editor`; begin hidden."""
        super().__init__(parent)
        self._editor = editor
        self._hits: list[Span] = []
        self._at = -1  # which of the hits is selected
        self._came_around = False
        self._make_parts()
        self._lay_out()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_SETTLED_MILLISECONDS)
        self._connect()
        self.hide()

    def set_editor(self, editor: Editor) -> None:
        """Look in another editor from now on."""
        if editor is self._editor:
            return
        self._editor.show_hits([], None)
        self._editor.document().contentsChange.disconnect(self._on_edit)
        self._editor = editor
        editor.document().contentsChange.connect(self._on_edit)
        if not self.isHidden():
            self._search()

    def open(self) -> None:
        """Let the user type what to look for, beginning with what is selected."""
        selected = self._editor.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self._field.setText(selected)
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._search()

    def close_bar(self) -> None:
        """Hide, and forget the hits; the last one stays selected."""
        self.hide()
        self._again.stop()
        self._editor.show_hits([], None)
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def find_next(self, backward: bool = False) -> None:
        """Go to the next hit after the cursor, or to the one before it."""
        if self.isHidden():
            if not self._field.text():
                self.open()
                return
            self.show()
        self._collect()
        cursor = self._editor.textCursor()
        self._go_from(cursor.selectionStart() if backward else cursor.selectionEnd(), backward)

    # The parts ------------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self._field = QLineEdit()
        self._field.setObjectName("find_text")
        self._field.setPlaceholderText(self.tr("Find"))
        self._field.setAccessibleName(self.tr("Find in the code"))
        self._field.setToolTip(self.tr("Enter goes to the next hit, Shift+Enter to the one before"))
        self._field.setClearButtonEnabled(False)
        self._count = QLabel()
        self._count.setObjectName("find_count")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setFixedWidth(_COUNT_WIDTH)
        self._previous = _button("find_previous", "↑", self.tr("The hit before (Shift+F3)"))
        self._next = _button("find_next", "↓", self.tr("The next hit (F3)"))
        self._close = _button("find_close", "✕", self.tr("Close (Escape)"))

    def _lay_out(self) -> None:
        self.setObjectName("find_bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 6, 4)
        row.setSpacing(4)
        row.addWidget(self._field, 1)
        for part in (self._count, self._previous, self._next, self._close):
            row.addWidget(part)

    def _connect(self) -> None:
        self._field.textChanged.connect(self._search)
        self._previous.clicked.connect(lambda: self.find_next(backward=True))
        self._next.clicked.connect(lambda: self.find_next())
        self._close.clicked.connect(self.close_bar)
        self._again.timeout.connect(self._recollect)
        self._editor.document().contentsChange.connect(self._on_edit)
        self._field.installEventFilter(self)

    # Searching ------------------------------------------------------------------------------------------

    def _search(self) -> None:
        """Go to the first hit from where the selection begins, so that it grows with the words."""
        self._collect()
        self._go_from(self._editor.textCursor().selectionStart(), backward=False)

    def _collect(self) -> None:
        self._hits = hits_in(self._editor.raw_text(), self._field.text())
        self._at = -1
        self._came_around = False

    def _recollect(self) -> None:
        """Count the hits of a text that was changed, and leave the cursor alone."""
        self._collect()
        cursor = self._editor.textCursor()
        here = (cursor.selectionStart(), cursor.selectionEnd())
        self._at = self._hits.index(here) if here in self._hits else -1
        self._show()

    def _go_from(self, place: int, backward: bool) -> None:
        if self._hits:
            index = bisect_left(self._hits, (place, place)) - backward
            self._came_around = not 0 <= index < len(self._hits)
            self._at = index % len(self._hits)
            self._editor.select(self._hits[self._at])
        self._show()

    def _show(self) -> None:
        self._count.setText(self._in_words())
        set_role(self._count, "warning" if self._field.text() and not self._hits else "small")
        for button in (self._previous, self._next):
            button.setEnabled(bool(self._hits))
        self._editor.show_hits(self._hits, self._hits[self._at] if self._at >= 0 else None)

    def _in_words(self) -> str:
        if not self._field.text():
            return ""
        if not self._hits:
            return self.tr("not found")
        total = f"{len(self._hits):,}" + ("+" if len(self._hits) == MOST_HITS else "")
        if self._at < 0:
            return self.tr("1 hit") if len(self._hits) == 1 else self.tr("{0} hits").format(total)
        place = self.tr("{0} of {1}").format(f"{self._at + 1:,}", total)
        return self.tr("{0}, came around").format(place) if self._came_around else place

    def _on_edit(self, *_: int) -> None:
        if not self.isHidden():
            self._again.start()

    # Called by Qt ---------------------------------------------------------------------------------------

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Let Enter in the field go on: a line edit's own signal does not tell Shift+Enter."""
        is_press = event.type() is QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            self.find_next(backward=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)


def hits_in(text: str, words: str) -> list[Span]:
    """Return where `words` are in `text`, whatever their case, by positions of a document."""
    if not words:
        return []
    found = re.finditer(re.escape(words), text, re.IGNORECASE)
    spans = [match.span() for match in islice(found, MOST_HITS)]
    if not spans or units(text) == len(text):
        return spans
    before = [0, *accumulate(units(character) for character in text)]
    return [(before[start], before[end]) for start, end in spans]


def _button(name: str, text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button
