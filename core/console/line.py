"""One line of output."""

from enum import StrEnum

import msgspec

LINE_KEPT = 1_000
"""At most this many characters of a line are kept; `Line.cut` tells how many more there were."""


class Look(StrEnum):
    """What a line is."""

    PRINTED = "printed"
    TRACE = "trace"
    """A line of the traceback of an exception that the server told of."""
    FAILED = "failed"
    """What went wrong, in a sentence."""
    ADVICE = "advice"
    """Why, and what to try."""
    NEWS = "news"
    """What became of the server process."""
    MISSING = "missing"
    """What stood here and was not kept."""


class Line(msgspec.Struct, frozen=True, gc=False):
    """A line of output; `text` has no line feed, and is as the code wrote it: make it safe before showing it.

    `number` is its own as long as it is kept; `time` in ns, as `Event.time`; `request` 0 where none is known.
    """

    number: int
    time: int
    request: int
    look: Look
    text: str
    cut: int = 0


def cut(text: str) -> tuple[str, int]:
    """Return as much of a line's text as is kept, and how many characters are not."""
    return (text, 0) if len(text) <= LINE_KEPT else (text[:LINE_KEPT], len(text) - LINE_KEPT)


def lines_of(text: str) -> list[str]:
    """Return the lines of a text; where it ends with a line feed no line follows."""
    return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]
