"""Signs for characters that are invisible or turn others round, so that a text to edit hides nothing.

A document holds, in place of each such character, another that nobody uses: one of the planes that Unicode
keeps for private use, over which an editor draws a sign.  The way back is exact: a program is run and
exported as it is.
"""

import re
import unicodedata
from collections.abc import Iterator

from gui.control_names import short_name
from gui.visible_text import visible

NO_BREAK_SPACE = "\u00a0"
"""Looks like a space in code, and is an error there."""

UNITS = 2
"""So long is a stand-in in a document, which counts what is beyond U+FFFF twice."""

_PLANE = 0xF0000
_SECOND_PLANE = 0x100000

_PLANES = {0xE0000: range(0x1000), 0x10000: range(0xBCA0, 0xD17B)}
"""The planes of suspects beyond U+FFFF, and which of their characters those are."""

_STAND_IN = re.compile(f"[{chr(_PLANE)}-{chr(0x10FFFF)}]")

_NAMES = {"\0": "NULL", NO_BREAK_SPACE: "NO-BREAK SPACE", "\f": "FORM FEED"}


def stand_ins(text: str) -> str:
    """Return `text` with a stand-in for each character that could not be seen.

    Raises ValueError for a text that has one of the stand-ins already: there would be no way back.
    """
    if _STAND_IN.search(text):
        raise ValueError("The text has characters of Unicode's private planes.")
    # By the text's different characters, which are few, not by each of them.
    return text.translate(
        {ord(character): _stand_in(character) for character in set(text) if _is_suspect(character)}
    )


def originals(text: str) -> str:
    """Return `text` with the characters that were meant in place of their stand-ins."""
    return text if text.isascii() else _STAND_IN.sub(lambda match: _original(match.group()), text)


def has_stand_ins(text: str) -> bool:
    """True if `text` has a character in it that stands for an invisible one."""
    return not text.isascii() and _STAND_IN.search(text) is not None


def count_stand_ins(text: str) -> int:
    """Return how many characters of `text` stand for invisible ones."""
    return 0 if text.isascii() else len(_STAND_IN.findall(text))


def places_of_stand_ins(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each stand-in begins in a document with this line, and the stand-in."""
    place = last = 0
    for match in () if text.isascii() else _STAND_IN.finditer(text):
        place += len(text[last : match.start()].encode("utf-16-le", "surrogatepass")) // 2
        last = match.start()
        yield place, match.group()


def name_of(stand_in: str) -> str:
    """Return what a stand-in stands for, such as "U+202E RIGHT-TO-LEFT OVERRIDE"."""
    meant = _original(stand_in)
    name = _NAMES.get(meant) or unicodedata.name(meant, "")
    return f"U+{ord(meant):04X} {name}".rstrip()


def label_of(stand_in: str) -> str:
    """Return what a stand-in stands for as it fits into a sign, such as "ESC" or "202E"."""
    return short_name(_original(stand_in))


def _is_suspect(character: str) -> bool:
    return character == NO_BREAK_SPACE or visible(character) != character


def _stand_in(character: str) -> str:
    code = ord(character)
    # Those beyond U+FFFF have their low halves for themselves: no two share a stand-in.
    return chr(_PLANE + code) if code < 0x10000 else chr(_SECOND_PLANE + (code & 0xFFFF))


def _original(stand_in: str) -> str:
    code = ord(stand_in)
    if code < _SECOND_PLANE:
        return chr(code - _PLANE)
    low = code & 0xFFFF
    return chr(next((plane + low for plane, lows in _PLANES.items() if low in lows), low))
