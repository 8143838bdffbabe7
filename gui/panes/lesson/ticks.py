"""What a step waits for: a circle for each thing, a tick once it has happened."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.scenario.progress import Tick
from gui.spoken import spoken
from gui.theme import set_role
from gui.widgets.markdown_text import inline_html_of, plain_of

_MARKS = {False: "○", True: "✓"}
_ROLES = {False: "muted", True: "good"}


class Ticks(QWidget):
    """A list that is looked at, not pressed: events tick it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._head = QLabel()
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._head)
        set_role(self._head, "small")
        spoken(self, self._say_words)

    def show_ticks(self, ticks: Sequence[Tick]) -> None:
        """Show what is looked for, and what of it has happened."""
        if [row.words for row in self._rows] != [tick.looking_for for tick in ticks]:
            self._make_rows(ticks)
        for row, tick in zip(self._rows, ticks, strict=True):
            row.show_done(tick.is_done)

    def _say_words(self) -> None:
        self._head.setText(self.tr("Looking for:"))
        for row in self._rows:
            row.say_words()

    def _make_rows(self, ticks: Sequence[Tick]) -> None:
        for row in self._rows:
            row.setParent(None)
            row.deleteLater()
        self._rows = [_Row(tick.looking_for, place) for place, tick in enumerate(ticks)]
        for row in self._rows:
            self._column.addWidget(row)


class _Row(QWidget):
    """A mark and what it is about."""

    def __init__(self, words: str, place: int) -> None:
        super().__init__()
        self.words = words
        self._is_done = False
        self._mark = QLabel()
        self.setObjectName(f"tick_{place + 1}")
        label = QLabel(inline_html_of(words))
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._mark.setFixedWidth(self._mark.fontMetrics().horizontalAdvance("✓") + 6)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        self.say_words()

    def show_done(self, is_done: bool) -> None:
        """Tick it, or not."""
        if is_done != self._is_done:
            self._is_done = is_done
            self.say_words()

    def say_words(self) -> None:
        """Say it in the language of now."""
        self._mark.setText(_MARKS[self._is_done])
        set_role(self._mark, _ROLES[self._is_done])
        words = self.tr("Has happened: {0}") if self._is_done else self.tr("Has not happened yet: {0}")
        self.setAccessibleName(words.format(plain_of(self.words)))
