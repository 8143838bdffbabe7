"""Where in a TOML text each value stands: `tomllib` reads it, and forgets where it was.

The text is walked as TOML's grammar says, and no more is understood of it than where things begin.  Of a text
that is no TOML so much is known as was met before the first mistake.
"""

import contextlib
import re
from collections.abc import Iterator, Sequence

from core.scenario.problem import Path

DEEPEST = 40
"""Tables and lists may lie so deep within one another."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_PLAIN = re.compile(r"[^,\]}\s#]*(?: \d[^,\]}\s#]*)?")
"""A number, a truth value, a date; a time may follow a date after a space."""
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'""")
_TEXTS = (
    re.compile(r'"""(?:[^"\\]|\\.|"(?!""))*"""("{0,2})', re.DOTALL),
    re.compile(r"'''(?:[^']|'(?!''))*'''('{0,2})"),
    re.compile(r'"(?:[^"\\\n]|\\.)*"'),
    re.compile(r"'[^'\n]*'"),
)


class TooDeep(Exception):  # noqa: N818 - says what the text is
    """Something lies deeper than `DEEPEST`, in this `line`."""

    def __init__(self, line: int) -> None:
        """Remember where."""
        super().__init__(line)
        self.line = line


def lines_of(text: str) -> dict[Path, int]:
    """Return in which line (from 1) each table, list and value begins, by its path; raises `TooDeep`.

    A path are keys and, in lists, places from 0: ("steps", 2, "title").
    """
    walk = _Walk(text)
    with contextlib.suppress(_Lost):
        walk.document()
    return walk.lines


def line_of(text: str, path: Sequence[str | int]) -> int:
    """Return the line where what is at `path` begins, or else the nearest thing around it."""
    return nearest(lines_of(text), path)


def nearest(lines: dict[Path, int], path: Sequence[str | int]) -> int:
    """Return the line of what is at `path`, or of the nearest thing around it; 1 for the whole text."""
    wanted = tuple(path)
    while wanted and wanted not in lines:
        wanted = wanted[:-1]
    return lines.get(wanted, 1)


class _Lost(Exception):  # noqa: N818 - never leaves this file
    """The text is no TOML from here on."""


class _Walk:
    """One walk through a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._counted = 0
        self._line = 1
        self.lines: dict[Path, int] = {}
        self._lengths: dict[Path, int] = {}

    def document(self) -> None:
        table: Path = ()
        while True:
            self._skip(_BLANK)
            if self._at >= len(self._text):
                return
            if self._takes("[["):
                table = self._header("]]", is_list=True)
            elif self._takes("["):
                table = self._header("]", is_list=False)
            else:
                self._pair(table)

    def _header(self, end: str, is_list: bool) -> Path:
        """Read the rest of a [table] or [[list of tables]], whose path holds the places in each list."""
        line = self._now()
        names = list(self._keys())
        self._needs(end)
        path: Path = ()
        for place, name in enumerate(names):
            path = self._joined(path, name, line)
            if is_list and place == len(names) - 1:
                self._lengths[path] = self._lengths.get(path, 0) + 1
            if path in self._lengths:
                path = self._joined(path, self._lengths[path] - 1, line)
        return path

    def _pair(self, table: Path) -> None:
        line = self._now()
        path = table
        for name in self._keys():
            path = self._joined(path, name, line)
        self._needs("=")
        self._value(path)

    def _keys(self) -> Iterator[str]:
        while True:
            self._skip(_SPACE)
            found = _KEY.match(self._text, self._at)
            if not found:
                raise _Lost
            self._at = found.end()
            yield next(part for part in (found[1], found[2], found[0]) if part is not None)
            self._skip(_SPACE)
            if not self._takes("."):
                return

    def _value(self, path: Path) -> None:
        self._skip(_SPACE)
        if self._takes("["):
            self._list(path)
        elif self._takes("{"):
            self._table(path)
        elif not any(self._skip(text) for text in _TEXTS) and not self._skip(_PLAIN):
            raise _Lost

    def _list(self, path: Path) -> None:
        place = 0
        while True:
            self._skip(_BLANK)
            if self._takes("]"):
                return
            self._value(self._joined(path, place, self._now()))
            self._skip(_BLANK)
            if not self._takes(","):
                self._needs("]")
                return
            place += 1

    def _table(self, path: Path) -> None:
        while True:
            self._skip(_BLANK)
            if self._takes("}"):
                return
            self._pair(path)
            self._skip(_BLANK)
            if not self._takes(","):
                self._needs("}")
                return

    def _joined(self, path: Path, part: str | int, line: int) -> Path:
        """Note the path of a part, where it is met first."""
        path = (*path, part)
        if len(path) > DEEPEST:
            raise TooDeep(line)
        self.lines.setdefault(path, line)
        return path

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        """Go past what the pattern finds here; False if that is nothing."""
        found = pattern.match(self._text, self._at)
        if not found or found.end() == self._at:
            return False
        self._at = found.end()
        return True

    def _takes(self, mark: str) -> bool:
        if not self._text.startswith(mark, self._at):
            return False
        self._at += len(mark)
        return True

    def _needs(self, mark: str) -> None:
        self._skip(_SPACE)
        if not self._takes(mark):
            raise _Lost

    def _now(self) -> int:
        """Return the line of the present place; places are asked for in their order."""
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line
