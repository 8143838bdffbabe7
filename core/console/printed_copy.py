"""The copy of a traceback among printed lines.

The library's `handle_error()` prints the traceback of an exception of which the server tells too:

    ----------------------------------------
    Exception occurred during processing of request from ('127.0.0.1', 51014)
    Traceback (most recent call last):
    …
    ValueError: no such word
    ----------------------------------------

Two threads, or two children, may print at the same time: the lines of one copy stand in order, but not always
side by side, and before one of them may stand what another thread began to print.
"""

import re
from collections.abc import Collection, Sequence

from core.address import show
from core.console.line import Line, Look, cut, lines_of
from core.events import TEXT_KEPT, Raised

RULE = "-" * 40
"""The line that the library prints above and below."""

ROWS_SEARCHED = 3_000
"""A copy lies among so many last lines."""

SLACK = 200_000_000
"""A line in which a copy goes on may have begun so long (ns) before the exception."""

_HEADING = "Exception occurred during processing of request from "
_ADDRESS = re.compile(r"\('([^']+)', ([0-9]+)(?:, [0-9]+, [0-9]+)?\)")

_TELLING = 8
"""Only so many characters tell that the end of a line is meant, and not a chance."""


class PrintedCopy:
    """What is looked for among printed lines, on behalf of one exception."""

    def __init__(self, event: Raised, peer: str) -> None:
        """Know the traceback, line by line, and whose request it was ("": not known)."""
        self.event = event
        self.peer = peer
        self.wanted = tuple(cut(text) for text in _whole_lines(event.traceback))
        self.numbers: list[int] = []
        """The lines that show the traceback as long as no copy is found."""

    @property
    def last(self) -> str:
        """The text of the last line: where it stands, a copy may be complete."""
        return self.wanted[-1][0]

    def first_row(self, lines: Sequence[Line]) -> int:
        """Return the first row that may belong to a copy: what was printed long before does not."""
        first, oldest, printed = max(len(lines) - ROWS_SEARCHED, 0), self.event.time - SLACK, Look.PRINTED
        for row in range(len(lines) - 1, first - 1, -1):
            line = lines[row]
            if line.time < oldest and line.look is printed:
                return row + 1
        return first

    def find(self, lines: Sequence[Line], first: int, end: int) -> list[int]:
        """Return the rows, none before `first`, that say what it says and end with row `end`."""
        rows: list[int] = []
        # One after the other: each row is looked at once.
        above = (row for row in range(end, first - 1, -1) if _is_printed(lines[row]))
        for wanted in reversed(self.wanted):
            row = next((row for row in above if _says(lines[row], *wanted)), None)
            if row is None:
                return []
            rows.append(row)
        return rows[::-1]

    def may_be_at(self, lines: Sequence[Line], first: int, row: int, joined: Collection[str]) -> bool:
        """False where another's address stands above: two requests may have met the same exception.

        Those that print at the same time may have mixed up their headings, too: then the text decides, and
        the address of one whose copy was `joined` already says nothing.
        """
        peer = _peer_in(lines[row - 1]) if row else ""
        if not peer or self.peer in ("", peer) or peer in joined:
            return True
        own = self.heading(lines, first, row)
        return bool(own) and not self._is_whole(lines, own[-1] + 1)

    def heading(self, lines: Sequence[Line], first: int, row: int) -> list[int]:
        """Return the rows, none before `first`, of what was printed above the copy that begins in `row`."""
        # One that is known by its address may stand further up, above what another thread printed.
        above = range(row - 1, (first if self.peer else max(row - 1, 0)) - 1, -1)
        found = next((at for at in above if self._is_heading(lines[at])), -1)
        has_rule = found > first and is_rule(lines[found - 1])
        return [found - 1, found] if has_rule else [found] if found >= 0 else []

    def _is_heading(self, line: Line) -> bool:
        peer = _peer_in(line)
        return bool(peer) and self.peer in ("", peer)

    def _is_whole(self, lines: Sequence[Line], row: int) -> bool:
        there = lines[row : row + len(self.wanted)]
        return tuple((line.text, line.cut) for line in there) == self.wanted


def is_rule(line: Line) -> bool:
    """True for the line that the library prints above and below."""
    return _is_printed(line) and line.text == RULE


def is_surrounding(text: str) -> bool:
    """True for what stands around a traceback and says nothing about its exception."""
    return text == RULE or text.startswith(_HEADING)


def _says(line: Line, text: str, more: int) -> bool:
    is_said = line.text == text or (len(text) >= _TELLING and line.text.endswith(text))
    return is_said and line.cut == more


def _is_printed(line: Line) -> bool:
    return line.look is Look.PRINTED


def _peer_in(line: Line) -> str:
    """Return whose exception the line says it is, "" if it does not, or is torn by what others print."""
    if not _is_printed(line) or not line.text.startswith(_HEADING):
        return ""
    address = line.text.removeprefix(_HEADING)
    match = _ADDRESS.fullmatch(address)
    if match:
        return show((match[1], int(match[2])))
    return show(address) if not address or address.startswith("/") else ""


def _whole_lines(traceback: str) -> list[str]:
    lines = lines_of(traceback)
    # Of a long traceback only the end is kept: its first line is a piece of one.
    return lines[1:] if len(traceback) >= TEXT_KEPT and len(lines) > 1 else lines
