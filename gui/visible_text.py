"""Text from a socket, made safe to show: nothing in it is invisible, and nothing moves its neighbours."""

import re

from gui.control_names import named_controls

BEGINNING_CHARACTERS = 2_000
"""A bubble or a row shows at most this many characters; the rest on demand."""

BEGINNING_LINES = 40
"""A bubble shows at most this many lines; the rest on demand."""

_JOINERS = "\u200c\u200d"
"""Needed inside emoji and in several scripts, and harmless: they neither hide nor turn anything round."""

_KEPT = "\n\t" + _JOINERS

_SUSPECT = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)

_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
"""As html.escape, whose module brings along a table of all the names of letters: 1 ms of a window's start."""


def visible(text: str) -> str:
    """Return `text` with a sign in place of each control, direction, invisible and surrogate character.

    Line feeds and tabs stay.  A NUL becomes "⟨NUL⟩", a right-to-left override "⟨U+202E⟩": of the
    pictures that Unicode has for some of them, many fonts know none.
    """
    return _SUSPECT.sub(_sign, text)


def visible_line(text: str) -> str:
    """Return `text` made visible on one line: line feeds and tabs become signs too."""
    return visible(text).replace("\n", "↵").replace("\t", "⇥")


def tooltip(text: str) -> str:
    """Return `text` for a tooltip: there, what looks like HTML would be taken for it."""
    return f"<span>{visible_line(text).translate(_ESCAPED)}</span>" if text else ""


def decoded(data: bytes) -> str:
    r"""Return `data` read as UTF-8; bytes that are not UTF-8 appear as "\xff"."""
    return data.decode("utf-8", "backslashreplace")


def beginning(text: str, characters: int = BEGINNING_CHARACTERS, lines: int = BEGINNING_LINES) -> str:
    """Return as much of `text` as is shown at once: `text` itself where it is short."""
    kept = text[:characters]
    # Not split(): a text of a million line feeds must not become a million strings.
    end = -1
    for _ in range(lines):
        end = kept.find("\n", end + 1)
        if end < 0:
            return kept
    return kept[:end]


def _sign(match: re.Match[str]) -> str:
    character = match.group()
    if character in _KEPT:
        return character
    named = named_controls(character)
    return named if named != character else f"⟨U+{ord(character):04X}⟩"
