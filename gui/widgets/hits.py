"""Where words that somebody looks for are, in order, and which of these places comes next."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate, islice

from gui.widgets.code_colours import units

MOST_HITS = 10_000
"""No more are found in a text; they are passed from the first to that one."""

Span = tuple[int, int]
"""Where a place begins and ends: in a document, in its own units; in a list, the row and the next one."""


@dataclass(frozen=True, slots=True)
class Hits:
    """The places found, from first to last; `are_all` is false if the search stopped before the end."""

    spans: list[Span] = field(default_factory=list)
    are_all: bool = True

    def index_of(self, span: Span) -> int:
        """Return which hit this is, -1 for none."""
        index = bisect_left(self.spans, span)
        return index if self.spans[index : index + 1] == [span] else -1

    def index_from(self, place: int) -> int:
        """Return the first hit that begins there or later; one past the last if there is none."""
        return bisect_left(self.spans, (place, place))


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
