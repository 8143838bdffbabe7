"""Events, one after the other → the last lines of output."""

import itertools
import textwrap
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any
from unicodedata import east_asian_width

from msgspec.structs import replace

from core.console.line import Line, Look, cut, lines_of
from core.console.printed_copy import PrintedCopy, is_rule
from core.events import (
    CodeFailed,
    Event,
    Killed,
    NotKept,
    Printed,
    ProcessEnded,
    Raised,
    StartFailed,
)
from core.recognition import recognised
from core.sentences import LINE, visible
from core.wording import Wording, worded

LINES_KEPT = 10_000
"""So many of the last lines are kept; `Output.dropped` tells how many more there were."""

COPY_SECONDS = 10
"""So long after an exception the copy of its traceback is looked for among what is printed."""

COPIES_SOUGHT = 200
"""Copies of so many last exceptions are looked for."""

SENTENCE_WIDTH = 64
"""At most so many characters of a sentence stand in a line."""

_Words = Iterable[tuple[Look, str]]


class Output:
    """The lines of a run; take its `KINDS` of events, `Printed` in order, the others whenever they come.

    What is printed comes in pieces that are cut anywhere: a line that has not ended goes on with the next.
    Of a traceback that was told and printed, the printed lines remain, joined to their request.
    """

    def __init__(
        self,
        limit: int = LINES_KEPT,
        peer_of: Callable[[int], str] = lambda _request: "",
        say: Callable[[str], str] = str,
    ) -> None:
        """Begin with no line, and keep up to `limit`; `peer_of` a request tells its client's address.

        `say` gives each sentence in the language that is wanted, before it is cut into lines.
        """
        self.lines: list[Line] = []
        self.dropped = 0
        """How many lines are no longer kept: there were too many, or they were cleared away."""
        self._limit = limit
        self._peer_of = peer_of
        self._say = say
        self._next_number = itertools.count(1).__next__
        self._open: Line | None = None  # printed, and no line feed has come yet
        self._copies: deque[PrintedCopy] = deque(maxlen=COPIES_SOUGHT)
        self._joined: deque[str] = deque(maxlen=COPIES_SOUGHT)  # whose copies were found
        self._rule_due: Line | None = None  # the last line of a copy, below which the library prints a rule
        self._note: tuple[Line, int] | None = None  # the last line about events that were not kept

    def take(self, event: Event) -> None:
        """Take an event in; `trim` when there is a moment."""
        _TAKERS[type(event)](self, event)

    def trim(self) -> None:
        """Drop what are too many lines."""
        surplus = len(self.lines) - self._limit
        if surplus > 0:
            del self.lines[:surplus]
            self.dropped += surplus

    def clear(self) -> None:
        """Drop all lines; what a line that has not ended goes on with begins a new one."""
        self.dropped += len(self.lines)
        self.lines.clear()
        self._open = self._note = self._rule_due = None

    # What is printed ------------------------------------------------------------------------------------

    def _take_printed(self, event: Printed) -> None:
        pieces = event.text.split("\n")
        ended: list[Line] = []
        if self._open:
            ended += self._go_on(self._open, pieces.pop(0), is_end=bool(pieces))
        if pieces:
            last = pieces.pop()
            ended += self._add_ended(event.time, pieces)
            self._open = self._added(event.time, last) if last else None
        if self._copies:
            self._look_for_copies(ended, event.time)
        self._take_rule(ended)

    def _go_on(self, begun: Line, piece: str, is_end: bool) -> list[Line]:
        """Let the line that has not ended grow; return it if it has ended now."""
        text, more = cut(begun.text + piece) if not begun.cut else (begun.text, begun.cut + len(piece))
        line = replace(begun, text=text.removesuffix("\r") if is_end and not more else text, cut=more)
        row = self._row_of(begun)
        if row >= 0:
            self.lines[row] = line
        self._open = None if is_end else line
        return [line] if is_end and row >= 0 else []

    def _add_ended(self, time: int, texts: list[str]) -> list[Line]:
        number = self._next_number
        lines = [Line(number(), time, 0, Look.PRINTED, *cut(text.removesuffix("\r"))) for text in texts]
        self.lines += lines
        return lines

    def _added(self, time: int, text: str) -> Line:
        line = Line(self._next_number(), time, 0, Look.PRINTED, *cut(text))
        self.lines.append(line)
        return line

    # Exceptions, told and printed -----------------------------------------------------------------------

    def _take_raised(self, event: Raised) -> None:
        if not event.traceback:
            self._insert(event, [(Look.TRACE, _exception(event))])
            return
        copy = PrintedCopy(event, self._peer_of(event.request))
        if not self._find_among_printed(copy):
            words = [(Look.TRACE, text) for text in lines_of(event.traceback)]
            copy.numbers = [line.number for line in self._insert(event, words)]
            self._copies.append(copy)

    def _find_among_printed(self, copy: PrintedCopy) -> bool:
        """True if the copy came before the exception: the two take different ways to the window."""
        first = copy.first_row(self.lines)
        last = copy.last
        ends = [row for row, line in enumerate(self.lines[first:], first) if self._may_end(line, last)]
        for end in ends:
            rows = copy.find(self.lines, first, end)
            if rows and copy.may_be_at(self.lines, first, rows[0], self._joined):
                self._join(copy, first, rows)
                return True
        return False

    def _look_for_copies(self, ended: list[Line], time: int) -> None:
        while self._copies and self._copies[0].event.time < time - COPY_SECONDS * 1_000_000_000:
            self._copies.popleft()
        last = tuple({copy.last for copy in self._copies})
        for line in ended:
            if line.text.endswith(last):
                self._end_copy_at(line)

    def _end_copy_at(self, line: Line) -> None:
        end = self._row_of(line)
        copies = [copy for copy in self._copies if end >= 0 and self._may_end(line, copy.last)]
        first = copies[0].first_row(self.lines) if copies else 0
        # Of many that met the same exception all are found in the same rows.
        found = {copy.wanted: copy.find(self.lines, first, end) for copy in copies}
        for copy in copies:
            rows = found[copy.wanted]
            if rows and copy.may_be_at(self.lines, first, rows[0], self._joined):
                self._copies.remove(copy)
                self._join(copy, first, rows)
                return

    def _may_end(self, line: Line, last: str) -> bool:
        return line.text.endswith(last) and line.look is Look.PRINTED and line is not self._open

    def _join(self, copy: PrintedCopy, first: int, rows: list[int]) -> None:
        """Give the printed lines to their request, side by side, in place of those that were told.

        None of them is before row `first`.
        """
        self._joined.append(copy.peer)
        heading = copy.heading(self.lines, first, rows[0])
        rule = self._rule_below(rows[-1]) if heading else []
        printed = [self.lines[row] for row in heading + rows + rule]
        gone, left = {*copy.numbers, *(line.number for line in printed)}, self._take_apart(copy, rows)
        told = [left.get(line.number, (line, line))[1] for line in printed]
        facts = {"time": copy.event.time, "request": copy.event.request, "look": Look.TRACE}
        block = [replace(line, **facts) for line in told]
        begun = {number: line for number, (line, _) in left.items()}
        self.lines[first:] = [
            *_without(self.lines[first : rows[0] + 1], gone, begun),
            *block,
            *_without(self.lines[rows[0] + 1 :], gone, begun),
        ]
        self._rule_due = block[-1] if heading and not rule else None

    def _take_apart(self, copy: PrintedCopy, rows: list[int]) -> dict[int, tuple[Line, Line]]:
        """Return, by its number, each line before which another thread had begun one: that, and the rest."""
        parts = {}
        for row, (text, _) in zip(rows, copy.wanted, strict=True):
            line = self.lines[row]
            if line.text != text:
                begun = replace(line, text=line.text.removesuffix(text))
                parts[line.number] = begun, replace(line, number=self._next_number(), text=text)
        return parts

    def _take_rule(self, ended: list[Line]) -> None:
        """Give the rule below a traceback to the same request."""
        above = self._rule_due
        if above is None or not ended:
            return
        for row in self._rule_below(self._row_of(above)):
            rule = self.lines[row]
            self.lines[row] = replace(rule, time=above.time, request=above.request, look=Look.TRACE)
        if ended[-1].number != above.number:
            self._rule_due = None

    def _rule_below(self, row: int) -> list[int]:
        """Return the next row, if it is a rule that the library printed."""
        below = self.lines[row + 1 : row + 2]
        return [row + 1] if below and is_rule(below[0]) and below[0] is not self._open else []

    # The rest -------------------------------------------------------------------------------------------

    def _take_code_failed(self, event: CodeFailed) -> None:
        texts = lines_of(event.traceback or _exception(event))
        self._insert(event, [(Look.TRACE, text) for text in texts])

    def _take_start_failed(self, event: StartFailed) -> None:
        advice = [(Look.ADVICE, line) for text in (event.why, event.hint) for line in self._said(text)]
        self._insert(event, [*((Look.FAILED, line) for line in self._said(event.what)), *advice])

    def _take_news(self, event: Killed | ProcessEnded) -> None:
        self._insert(event, [(Look.NEWS, line) for line in self._said(_news(event))])

    def _said(self, text: str) -> list[str]:
        return _wrapped(self._say(recognised(text)))

    def _take_not_kept(self, event: NotKept) -> None:
        """Say how many events are missing; of those one after the other, once."""
        if (
            self._note
            and self.lines
            and self.lines[-1] is self._note[0]
            and event.time >= self.lines[-1].time
        ):
            count = self._note[1] + event.count
            self.lines[-1] = replace(self._note[0], text=self._say(_not_kept(count)))
            self._note = (self.lines[-1], count)
        else:
            self._note = (
                self._insert(event, [(Look.MISSING, self._say(_not_kept(event.count)))])[0],
                event.count,
            )

    def _insert(self, event: Event, words: _Words) -> list[Line]:
        """Put lines where their time is."""
        row = len(self.lines)
        while row and self.lines[row - 1].time > event.time:
            row -= 1
        return self._append(event.time, event.request, words, row)

    def _append(self, time: int, request: int, words: _Words, row: int | None = None) -> list[Line]:
        number = self._next_number
        lines = [Line(number(), time, request, look, *cut(text)) for look, text in words]
        place = len(self.lines) if row is None else row
        self.lines[place:place] = lines
        return lines

    def _row_of(self, line: Line) -> int:
        """Return the row of a line, -1 if it is no longer kept; most are among the last."""
        lines = self.lines
        return next((row for row in range(len(lines) - 1, -1, -1) if lines[row] is line), -1)


def _without(lines: list[Line], gone: set[int], left: dict[int, Line]) -> list[Line]:
    """Return the lines whose numbers are not gone, and what is left of some that are."""
    numbers = gone - left.keys()
    return [left.get(line.number, line) for line in lines if line.number not in numbers]


def _exception(event: Raised | CodeFailed) -> str:
    return f"{event.kind}: {event.message}" if event.message else event.kind


def _not_kept(count: int) -> str:
    if count == 1:
        return worded("1 event was too many to hand on; tracebacks may be among them")
    return worded("{count} events were too many to hand on; tracebacks may be among them", count=f"{count:,}")


def _news(event: Killed | ProcessEnded) -> Wording:
    if isinstance(event, Killed):
        return worded("The server process was killed: {reason}", reason=_told(event.reason))
    return worded("The server process is gone: {what}", what=_told(event.what))


def _told(text: str) -> str:
    return visible(recognised(text), LINE)


def _wrapped(sentence: str) -> list[str]:
    # Chinese characters are twice as wide.
    is_wide = any(east_asian_width(character) in "WF" for character in sentence)
    return textwrap.wrap(sentence, SENTENCE_WIDTH // 2 if is_wide else SENTENCE_WIDTH)


_TAKERS: dict[type[Event], Callable[[Output, Any], None]] = {
    Printed: Output._take_printed,
    Raised: Output._take_raised,
    CodeFailed: Output._take_code_failed,
    StartFailed: Output._take_start_failed,
    Killed: Output._take_news,
    ProcessEnded: Output._take_news,
    NotKept: Output._take_not_kept,
}

KINDS = tuple(_TAKERS)
"""The events that output is made of."""
