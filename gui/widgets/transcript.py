"""A conversation as it went: bubbles and notices, the newest below."""

from collections import deque

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from gui.spoken import spoken
from gui.theme import small_font, theme_of
from gui.widgets.bubble import Bubble, Message
from gui.widgets.column import Column
from gui.widgets.notice import Note, Notice
from gui.widgets.text_block import TextBlock

Entry = Message | Note

ENTRIES_KEPT = 500
"""A transcript holds at most this many entries; older ones are counted and forgotten."""

CHARACTERS_KEPT = 16_000_000
"""The texts of a transcript's entries together; beyond it the oldest go, so that memory stays bounded."""

_MADE_AT_ONCE = 25
"""Widgets made before the event loop has its turn again: about one frame's worth."""


class Transcript(QScrollArea):
    """A scrolling column of entries that follows its end, unless the reader has scrolled up."""

    show_all_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty transcript."""
        super().__init__(parent)
        self._entries: deque[Bubble | Notice] = deque()
        self._pending: deque[Entry] = deque()
        self._forgotten = 0
        self._weight = 0
        self._follows = True
        self._earlier = TextBlock("", small_font())
        self._waiting = _Waiting()
        self._column = Column(self._earlier, self._waiting)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._lay_out()
        self._connect()
        spoken(self, self._say_words)

    def extend(self, entries: list[Entry]) -> None:
        """Show `entries` below what is there, soon: a flood of them never holds up the window."""
        self._pending.extend(entries)
        while len(self._pending) > ENTRIES_KEPT:
            self._pending.popleft()
            self._forgotten += 1
        if not self._timer.isActive():
            self._make_some()

    def skip(self, count: int) -> None:
        """Take note of `count` entries that are not even made, before those that come next."""
        self._forgotten += count

    def clear(self) -> None:
        """Forget everything."""
        self._pending.clear()
        while self._entries:
            self._drop_oldest()
        self._forgotten = 0
        self._show_earlier()
        self._column.arrange()

    def set_waiting(self, text: str) -> None:
        """Show `text` below the last entry; "" for nothing."""
        self._waiting.set_text(text)
        if self._waiting.isHidden() == bool(text):
            self._waiting.setVisible(bool(text))
            self._column.arrange()

    def waiting(self) -> str:
        """Return the text below the last entry."""
        return self._waiting.text()

    def bubbles(self) -> list[Bubble]:
        """Return the bubbles that are shown, oldest first."""
        return [entry for entry in self._entries if isinstance(entry, Bubble)]

    def notices(self) -> list[Notice]:
        """Return the notices that are shown, oldest first."""
        return [entry for entry in self._entries if isinstance(entry, Notice)]

    def forgotten(self) -> int:
        """Return how many earlier entries are not shown."""
        return self._forgotten

    def text(self) -> str:
        """Return the whole conversation as text, for the clipboard."""
        return "\n".join(_as_text(entry) for entry in self._entries)

    def scroll_to_end(self) -> None:
        """Show the newest entry, and follow from now on."""
        self._follows = True
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def _say_words(self) -> None:
        for entry in self._entries:
            entry.say_words()
        self._show_earlier()
        self._column.measure()

    def _lay_out(self) -> None:
        self._earlier.set_alignment(Qt.AlignmentFlag.AlignHCenter)
        self._earlier.hide()
        self._waiting.hide()
        self.setWidget(self._column)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._make_some)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def _make_some(self) -> None:
        for _ in range(min(_MADE_AT_ONCE, len(self._pending))):
            self._make(self._pending.popleft())
        moved = 0
        while self._entries and (len(self._entries) > ENTRIES_KEPT or self._weight > CHARACTERS_KEPT):
            moved += self._drop_oldest()
        self._show_earlier()
        self._column.arrange()
        if moved and not self._follows:
            # Who reads further up goes on reading the same lines.
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved)
        if self._pending:
            self._timer.start(0)

    def _make(self, entry: Entry) -> None:
        widget: Bubble | Notice
        if isinstance(entry, Message):
            widget = Bubble(entry)
            widget.show_all_requested.connect(self.show_all_requested)
        else:
            widget = Notice(entry)
        self._entries.append(widget)
        self._weight += entry.weight
        self._column.append(widget)

    def _drop_oldest(self) -> int:
        self._weight -= _entry_of(self._entries.popleft()).weight
        self._forgotten += 1
        return self._column.drop_first()

    def _show_earlier(self) -> None:
        self._earlier.setVisible(self._forgotten > 0)
        self._earlier.set_text(self.tr("{0} earlier messages not shown").format(f"{self._forgotten:,}"))

    def _on_scrolled(self, value: int) -> None:
        self._follows = value >= self.verticalScrollBar().maximum() - 4

    def _on_range_changed(self, _minimum: int, maximum: int) -> None:
        if self._follows:
            self.verticalScrollBar().setValue(maximum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the column all the width there is."""
        super().resizeEvent(event)
        self._column.resize(self.viewport().width(), self._column.height())


class _Waiting(TextBlock):
    """The line that says for how long a reply has been missing."""

    def __init__(self) -> None:
        super().__init__("", small_font())
        self.set_alignment(Qt.AlignmentFlag.AlignRight)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw in the colours of the widget's theme."""
        self.set_colour(QColor(theme_of(self).warning))
        super().paintEvent(event)


def _entry_of(widget: Bubble | Notice) -> Entry:
    return widget.message if isinstance(widget, Bubble) else widget.note


def _as_text(widget: Bubble | Notice) -> str:
    if isinstance(widget, Notice):
        return f"({widget.text()})"
    return f"{'>' if widget.message.mine else '<'} {widget.message.text}"
