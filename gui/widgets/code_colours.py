"""Python text in the theme's colours, found by Pygments in the text as a whole, a little at a time."""

from collections.abc import Iterator
from functools import cache
from itertools import islice
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument

from gui.theme import Theme
from gui.widgets.code_signs import MOST_SIGNS, room_for_sign
from gui.widgets.stand_ins import UNITS, places_of_stand_ins

if TYPE_CHECKING:
    from pygments.lexers.python import PythonLexer

SLICE_SECONDS = 0.006
"""So long colouring may hold up the window at a time."""

PAUSE_MILLISECONDS = 120
"""So long after the last change the whole text is looked through."""

LONGEST_LINE = 2_000
"""Characters; a text is coloured up to its first line that is longer: no person wrote that."""

_COLOURS = {
    "Token.Comment": "code_comment",
    "Token.Literal.String": "code_string",
    "Token.Literal.Number": "code_number",
    "Token.Keyword": "code_keyword",
    "Token.Name.Class": "code_name",
    "Token.Name.Function": "code_name",
}
"""Which kind of token has which of the theme's colours; what is not here has the colour of text."""

_LINE_END = "\u2029"
"""What stands between two lines in a document's raw text."""

_Span = tuple[int, int, str]
"""Where a coloured piece begins, how long it is (UTF-16 units), and which colour of the theme it has."""


class Line(NamedTuple):
    """A line's text and coloured pieces, and the colour of the string that reaches into it or out of it."""

    text: str
    spans: tuple[_Span, ...]
    begins: str = ""
    ends: str = ""


class CodeColours(QSyntaxHighlighter):
    """Colours a document.  A line that changes is coloured at once by itself, all of them a moment later."""

    def __init__(self, document: QTextDocument) -> None:
        """Colour nothing before `set_theme`."""
        super().__init__(document)
        self._lines: dict[int, Line] = {}  # by the block's state: a number that moves with it
        self._next_state = 0
        self._formats: dict[str, QTextCharFormat] = {}
        self._coming: Iterator[Line] = iter(())
        self._block = QTextBlock()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._begin)
        self._slice = QTimer(self)
        self._slice.setInterval(0)
        self._slice.timeout.connect(self._go_on)
        # Not contentsChanged, nor the revision: to colour a line changes them.
        document.contentsChange.connect(self.colour_soon)

    @property
    def is_busy(self) -> bool:
        """True while not all of the text has its colours."""
        return self._pause.isActive() or self._slice.isActive()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._formats = {token: _format(getattr(theme, token)) for token in set(_COLOURS.values())}
        if self._lines:
            self.rehighlight()

    def forget(self) -> None:
        """Colour nothing until the whole text has been looked through: a new text comes."""
        self._lines = {}

    def colour_soon(self, *_: int) -> None:
        """Look through the whole text when nothing has changed for a moment."""
        self._slice.stop()
        self._pause.start()

    def colour_now(self) -> None:
        """Look through the whole text before returning: for short texts."""
        self._begin()
        while self._slice.isActive():
            self._go_on()

    def _begin(self) -> None:
        self._pause.stop()
        self._block = self.document().begin()
        self._coming = lines(self.document().toRawText().replace(_LINE_END, "\n"))
        self._slice.start()

    def _go_on(self) -> None:
        until = perf_counter() + SLICE_SECONDS
        for line in self._coming:
            self._take(line)
            if perf_counter() > until:
                return
        self._slice.stop()

    def _take(self, line: Line) -> None:
        block = self._block
        self._block = block.next()
        if self._lines.get(block.userState()) != line:
            block.setUserState(self._next_state)
            self._lines[self._next_state] = line
            self._next_state += 1
            self.rehighlightBlock(block)

    def _alone(self, text: str) -> Line:
        """Colour a line that was just changed by itself: right unless a long string begins or ends in it."""
        known = self._lines.get(self.currentBlock().userState())
        inside = known.begins if known else self._ends_before()
        if inside:
            return Line(text, ((0, units(text), inside),), inside, inside)
        return next(lines(text), Line(text, ()))

    def _ends_before(self) -> str:
        before = self._lines.get(self.currentBlock().previous().userState())
        return before.ends if before else ""

    # Called by Qt ---------------------------------------------------------------------------------------

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        if self._lines:  # of a new text all the colours come soon
            self._colour(text)
        self._make_room_for_signs(text)

    def _colour(self, text: str) -> None:
        line = self._lines.get(self.currentBlock().userState())
        if line is None or line.text != text:
            line = self._alone(text)
        for start, length, colour in line.spans:
            self.setFormat(start, length, self._formats[colour])

    def _make_room_for_signs(self, text: str) -> None:
        """Let what stands for an invisible character be as wide as the sign that is drawn in its place."""
        font, rooms = self.document().defaultFont(), dict[str, float]()
        for place, stand_in in islice(places_of_stand_ins(text), MOST_SIGNS):
            if stand_in not in rooms:
                rooms[stand_in] = room_for_sign(font, stand_in)
            made = self.format(place)
            made.setForeground(Qt.GlobalColor.transparent)
            made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            made.setFontLetterSpacing(rooms[stand_in])
            self.setFormat(place, UNITS, made)


def lines(code: str) -> Iterator[Line]:
    """Yield the lines of `code` with their coloured pieces, found in all of it: strings span lines."""
    spans: list[_Span] = []
    text = begins = ""
    start = 0
    for kind, token in _tokens(_with_short_lines(code)):
        colour = _colour(str(kind))
        first, *others = token.split("\n")
        text, start = text + first, _add(spans, start, first, colour)
        for part in others:
            # What goes on after a line's end is a string: nothing else is longer than a line.
            ends = colour if colour == "code_string" else ""
            yield Line(text, tuple(spans), begins, ends)
            spans, text, begins = [], part, ends
            start = _add(spans, 0, part, colour)
    yield Line(text, tuple(spans), begins)


def units(text: str) -> int:
    """Return how long `text` is in a document, which counts characters beyond U+FFFF twice."""
    return len(text) if text.isascii() else len(text) + sum(character > "\uffff" for character in text)


def characters(text: str, place: int) -> int:
    """Return how many characters of `text` are before that place in a document: the way back from `units`."""
    if text.isascii() or max(text) <= "\uffff":
        return place
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "surrogatepass"))


def _add(spans: list[_Span], start: int, text: str, colour: str) -> int:
    length = units(text)
    if colour and length:
        spans.append((start, length, colour))
    return start + length


def _with_short_lines(code: str) -> str:
    end = 0
    while end < len(code):
        next_end = code.find("\n", end)
        next_end = len(code) if next_end < 0 else next_end
        if next_end - end > LONGEST_LINE:
            return code[:end]
        end = next_end + 1
    return code


def _tokens(code: str) -> Iterator[tuple[object, str]]:
    return iter(_lexer().get_tokens(code))


@cache
def _lexer() -> "PythonLexer":
    # Not with the module: Pygments takes a while to load, and not every window shows code.
    from pygments.lexers.python import PythonLexer

    return PythonLexer(stripnl=False, ensurenl=False)


@cache
def _colour(kind: str) -> str:
    return next((colour for token, colour in _COLOURS.items() if kind.startswith(token)), "")


def _format(colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    return made
