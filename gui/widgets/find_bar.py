"""A line to look for words: in an editor's text, or in the rows of a list."""

from typing import Protocol

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from gui.spoken import spoken
from gui.theme import set_role
from gui.widgets.accelerator import is_accelerator
from gui.widgets.hits import Hits, Span

_SETTLED_MILLISECONDS = 150
"""So long after a change of what is looked through it is searched anew."""

_COUNT_WIDTH = 150

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Searched(Protocol):
    """What a find bar looks through."""

    @property
    def altered(self) -> SignalInstance:
        """There is other text now."""

    def find_words(self, words: str) -> Hits:
        """Light up and return all places of these words, whatever their case; of "", none."""

    def light_hit(self, hit: Span | None) -> None:
        """Light up this one more than the others."""

    def select(self, span: Span) -> None:
        """Select a place and bring it into view."""

    def selected_span(self) -> Span:
        """Return the place that is selected; if none is, an empty one where a search may begin."""

    def selected_words(self) -> str:
        """Return what somebody may want to look for, "" if nothing of that kind is selected."""

    def setFocus(self, reason: Qt.FocusReason, /) -> None:
        """Let the keys go there."""


class FindBar(QWidget):
    """Finds words whatever their case, counts the hits, goes from one to the next, and around at the end."""

    closed = Signal()

    moved = Signal()
    """It went to a hit: whoever follows what is newest should stop."""

    def __init__(self, searched: Searched, parent: QWidget | None = None) -> None:
        """Look through `searched`; begin hidden."""
        super().__init__(parent)
        self._searched = searched
        self._hits = Hits()
        self._at = -1  # which of the hits is selected
        self._came_around = False
        self._make_parts()
        self._lay_out()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_SETTLED_MILLISECONDS)
        self._connect()
        self.hide()
        spoken(self, self._say_words)

    def look_through(self, searched: Searched) -> None:
        """Look through something else from now on."""
        if searched is self._searched:
            return
        self._searched.find_words("")
        self._searched.altered.disconnect(self._on_altered)
        self._searched = searched
        searched.altered.connect(self._on_altered)
        if not self.isHidden():
            self._search()

    def call_it(self, words: str) -> None:
        """Say in the empty field what is looked through, such as "Find in the output"."""
        self._field.setPlaceholderText(words)
        self._field.setAccessibleName(words)

    def open(self) -> None:
        """Let the user type what to look for, beginning with what is selected."""
        if selected := self._searched.selected_words():
            self._field.setText(selected)
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._search()

    def close_bar(self) -> None:
        """Hide, and forget the hits; the last one stays selected."""
        self.hide()
        self._again.stop()
        self._searched.find_words("")
        self._searched.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def find_next(self, backward: bool = False) -> None:
        """Go to the next hit after what is selected, or to the one before it."""
        if self.isHidden():
            if not self._field.text():
                self.open()
                return
            self.show()
        self._collect()
        start, end = self._searched.selected_span()
        self._go_from(start if backward else end, backward)

    def _say_words(self) -> None:
        self._field.setToolTip(self.tr("Enter goes to the next hit, Shift+Enter to the one before"))
        for button, tip in (
            (self._previous, self.tr("The hit before (Shift+F3)")),
            (self._next, self.tr("The next hit (F3)")),
            (self._close, self.tr("Close (Escape)")),
        ):
            button.setToolTip(tip)
            button.setAccessibleName(tip)
        self._show_count()

    # The parts ------------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self._field = QLineEdit()
        self._field.setObjectName("find_text")
        self._count = QLabel()
        self._count.setObjectName("find_count")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setFixedWidth(_COUNT_WIDTH)
        self._previous = _button("find_previous", "↑")
        self._next = _button("find_next", "↓")
        self._close = _button("find_close", "✕")

    def _lay_out(self) -> None:
        self.setObjectName("find_bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
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
        self._searched.altered.connect(self._on_altered)
        self._field.installEventFilter(self)

    # Searching ------------------------------------------------------------------------------------------

    def _search(self) -> None:
        """Go to the first hit from where the selection begins, so that it grows with the words."""
        self._collect()
        self._go_from(self._searched.selected_span()[0], backward=False)

    def _collect(self) -> None:
        self._hits = self._searched.find_words(self._field.text())
        self._at = -1
        self._came_around = False

    def _recollect(self) -> None:
        """Count the hits of a text that was changed, and leave the selection alone."""
        self._collect()
        self._at = self._hits.index_of(self._searched.selected_span())
        self._show()

    def _go_from(self, place: int, backward: bool) -> None:
        if count := len(self._hits.spans):
            index = self._hits.index_from(place) - backward
            self._came_around = not 0 <= index < count
            self._at = index % count
            self.moved.emit()
            self._searched.select(self._hits.spans[self._at])
        self._show()

    def _show(self) -> None:
        for button in (self._previous, self._next):
            button.setEnabled(bool(self._hits.spans))
        self._searched.light_hit(self._hits.spans[self._at] if self._at >= 0 else None)
        self._show_count()

    def _show_count(self) -> None:
        is_missing = bool(self._field.text()) and not self._hits.spans
        self._count.setText(self._in_words())
        set_role(self._count, "warning" if is_missing else "small")

    def _in_words(self) -> str:
        if not self._field.text():
            return ""
        if not self._hits.spans:
            return self.tr("not found")
        total = f"{len(self._hits.spans):,}" + ("" if self._hits.are_all else "+")
        if self._at < 0:
            return self.tr("{0} found").format(total)
        place = self.tr("{0} of {1}").format(f"{self._at + 1:,}", total)
        return self.tr("{0}, came around").format(place) if self._came_around else place

    def _on_altered(self) -> None:
        # Not started anew with each change: lines that keep coming would never be counted.
        if not self.isHidden() and self._field.text() and not self._again.isActive():
            self._again.start()

    # Called by Qt ---------------------------------------------------------------------------------------

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Let Enter in the field go on: a line edit's own signal does not tell Shift+Enter."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _ENTER:
            self.find_next(backward=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return True
        if is_accelerator(event):
            event.ignore()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape, go on with F3."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() == Qt.Key.Key_F3:
            self.find_next(backward=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)


def _button(name: str, text: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setText(text)
    return button
