"""Something that is not a message: connected, ended, an error with its reason and what to try."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme import Theme, small_font, text_font, theme_of
from gui.visible_text import beginning, visible
from gui.widgets.text_block import TextBlock


class Tone(StrEnum):
    """How loud a notice is."""

    FACT = "fact"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Note:
    """What a notice shows."""

    weight: ClassVar[int] = 0
    """Its few words are not counted: only messages fill the memory."""

    say: Callable[[], tuple[str, ...]]
    """Makes its parts, anew for each language: what happened, and where it helps, why and what to try."""
    tone: Tone = Tone.FACT
    tip: str = ""


class Notice(QWidget):
    """A fact as a small grey line; a warning or an error in a tinted box, in up to three parts."""

    def __init__(self, note: Note, parent: QWidget | None = None) -> None:
        """Make the notice of `note`."""
        super().__init__(parent)
        self.note = note
        rest = note.say()[1:]
        self._boxed = note.tone is not Tone.FACT or bool(rest)
        self._what = TextBlock("", self._what_font(), self)
        self._rest = [TextBlock("", text_font(), self) for _ in rest]
        self.setToolTip(note.tip)
        self._lay_out()
        self.say_words()

    def text(self) -> str:
        """Return all that is written in it, one part a line."""
        return "\n".join(block.text() for block in (self._what, *self._rest))

    def say_words(self) -> None:
        """Say it in the language of now; whoever holds the notice arranges it then."""
        for block, part in zip((self._what, *self._rest), self.note.say(), strict=True):
            block.set_text(visible(beginning(part)))

    def _what_font(self) -> QFont:
        if not self._boxed:
            return small_font()
        font = text_font()
        font.setBold(True)
        return font

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        margins = (11, 8, 11, 9) if self._boxed else (0, 2, 0, 2)
        layout.setContentsMargins(*margins)
        layout.setSpacing(4)
        for block in (self._what, *self._rest):
            layout.addWidget(block)
        if not self._boxed:
            self._what.set_alignment(Qt.AlignmentFlag.AlignHCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw in the colours of the widget's theme."""
        theme = theme_of(self)
        line, ground = self._colours(theme)
        self._what.set_colour(QColor(line))
        if self._boxed:
            self._draw_box(line, ground)

    def _colours(self, theme: Theme) -> tuple[str, str]:
        return {
            Tone.FACT: (theme.text if self._boxed else theme.muted, theme.card),
            Tone.WARNING: (theme.warning, theme.warning_soft),
            Tone.ERROR: (theme.danger, theme.danger_soft),
        }[self.note.tone]

    def _draw_box(self, line: str, ground: str) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QColor(line)
        edge.setAlpha(90)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
