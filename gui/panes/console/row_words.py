"""A line of output → the words and the tone it is shown in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from core.console import Frame, Line, Look, frame_at, frame_in
from core.console.printed_copy import is_surrounding
from gui.control_names import named_controls
from gui.language import translated
from gui.visible_text import visible

TAB = 4
"""So many columns lie between two tab stops, as many as in the editor."""

_AROUND = (
    "Traceback (most recent call last):",
    "During handling of the above exception",
    "The above exception was the direct cause",
    "+",
)
"""So begin the lines of a traceback that are the same in each."""


@dataclass(frozen=True, slots=True)
class _Dress:
    colour: str  # a token of the theme
    is_bold: bool = False
    is_italic: bool = False
    is_code: bool = True


class Tone(Enum):
    """How a line is said."""

    PLAIN = _Dress("text")
    ASIDE = _Dress("muted")
    ERROR = _Dress("danger", is_bold=True)
    FAILED = _Dress("danger", is_bold=True, is_code=False)
    ADVICE = _Dress("text", is_code=False)
    NEWS = _Dress("muted", is_italic=True, is_code=False)
    MISSING = _Dress("warning", is_italic=True, is_code=False)


@dataclass(frozen=True, slots=True)
class RowWords:
    """What is shown in a row; of a `link` the words are `text[start:end]`, its file is as it was named."""

    text: str
    tone: Tone
    link: Frame | None = None
    length: str = ""
    """How long the line is, if not all of it is kept."""

    @property
    def is_evenly_spaced(self) -> bool:
        """True if all letters are equally wide."""
        return self.tone.value.is_code and self.text.isascii()


def row_words(lines: Sequence[Line], row: int) -> RowWords:
    """Return what is shown in a row: nothing in it is invisible, and nothing of it is obeyed."""
    line = lines[row]
    text = visible(named_controls(translated(line.text))).expandtabs(TAB)
    named = frame_in(line.text) if line.look in _CODE else None
    shown = frame_in(text) if named and named.is_own else None
    link = Frame(named.file, named.line, shown.start, shown.end) if named and shown else None
    length = _length_in_words(len(line.text) + line.cut) if line.cut else ""
    return RowWords(text + length, _TONES[line.look](lines, row), link, length)


def _length_in_words(characters: int) -> str:
    return QCoreApplication.translate("row_words", "… {0} characters").format(f"{characters:,}")


def _tone_of_printed(lines: Sequence[Line], row: int) -> Tone:
    frame = frame_at(lines, row)
    return Tone.ASIDE if frame and frame.is_library else Tone.PLAIN


def _tone_of_trace(lines: Sequence[Line], row: int) -> Tone:
    text = lines[row].text
    if frame := frame_at(lines, row):
        return Tone.ASIDE if frame.is_library else Tone.PLAIN
    return Tone.ASIDE if is_surrounding(text) or text.lstrip(" |").startswith(_AROUND) else Tone.ERROR


_CODE = frozenset({Look.PRINTED, Look.TRACE})

_TONES: dict[Look, Callable[[Sequence[Line], int], Tone]] = {
    Look.PRINTED: _tone_of_printed,
    Look.TRACE: _tone_of_trace,
    Look.FAILED: lambda _lines, _row: Tone.FAILED,
    Look.ADVICE: lambda _lines, _row: Tone.ADVICE,
    Look.NEWS: lambda _lines, _row: Tone.NEWS,
    Look.MISSING: lambda _lines, _row: Tone.MISSING,
}
