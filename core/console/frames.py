"""Where a traceback names a line of code: whose code it is, and where the words are that say so."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass

from core import handlers
from core.console.line import Line

_FRAME = re.compile(r'[ |+]*(File "([^"]{1,255})", line ([0-9]{1,7}))(?![0-9])')
_INSIDE = re.compile(r"[ |]{4}")
_HANDLERS = os.path.join(os.path.dirname(handlers.__file__), "")

LONGEST_FRAME = 12
"""A frame's line is followed by the code there and marks under it: by fewer lines than this."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A place in code: the words that name it are `text[start:end]` of its line."""

    file: str
    line: int
    start: int
    end: int

    @property
    def is_own(self) -> bool:
        """True for a learner's program: its file has a name and no path."""
        return not set(self.file) & set("/\\") and not self.file.startswith("<")

    @property
    def is_library(self) -> bool:
        """True for what is neither the learner's nor one of the handlers that the learner reads."""
        return not self.is_own and not self.file.startswith(_HANDLERS)


def frame_in(text: str) -> Frame | None:
    """Return the place that a line of a traceback names, None where it names none."""
    match = _FRAME.match(text)
    return Frame(match[2], int(match[3]), *match.span(1)) if match else None


def frame_at(lines: Sequence[Line], row: int) -> Frame | None:
    """Return the frame that a line belongs to: it names it, or shows the code there."""
    for above in range(row, max(row - LONGEST_FRAME, -1), -1):
        line = lines[above]
        if line.request != lines[row].request:
            return None
        if frame := frame_in(line.text):
            return frame
        if not _INSIDE.match(line.text):
            return None
    return None
