"""JSON documents: bytes to values and back, strictly, with errors in plain words."""

import json
from math import isfinite
from typing import Any, NoReturn

from core.framing import DEEPEST

LONGEST_NUMBER = 4300
"""A number may have this many characters: Python converts no longer ones (`sys.set_int_max_str_digits`)."""


class DocumentError(ValueError):
    """What is not JSON: `sentence` says why, `line` and `column` say where, from 1; 0 where it is unknown."""

    def __init__(self, sentence: str, line: int = 0, column: int = 0) -> None:
        """Remember the place and put it in front of the sentence."""
        super().__init__(f"Line {line}, column {column}: {sentence}" if line else sentence)
        self.sentence = sentence
        self.line = line
        self.column = column


def decode(data: bytes) -> Any:
    """Return the value that the JSON document in `data` stands for.

    Stricter than `json.loads`: UTF-8 only, no NaN or Infinity, no number that Python cannot hold, at most
    `DEEPEST` levels.  Raises `DocumentError`, a ValueError, for everything else.
    """
    text = _text(data)
    try:
        value = json.loads(text, parse_constant=_refuse, parse_int=_whole_number, parse_float=_fraction)
    except json.JSONDecodeError as error:
        raise DocumentError(_in_plain_words(error), error.lineno, error.colno) from None
    except RecursionError:
        raise _too_deep() from None
    if text.count("[") + text.count("{") > DEEPEST and _is_too_deep(value):
        raise _too_deep()
    return value


def encode(value: Any) -> bytes:
    """Return `value` as a JSON document in UTF-8, without escapes where none are needed.

    Raises `DocumentError`, a ValueError, for NaN and infinite numbers, too long ones, and too deep nesting.
    """
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    except RecursionError:
        raise _too_deep() from None
    except ValueError as error:
        raise DocumentError(f"JSON has no way to write this value: {error}.") from None
    # Half a surrogate pair is no UTF-8; "backslashreplace" happens to write it just as JSON does: \ud800.
    return text.encode("utf-8", "backslashreplace")


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        sentence = f"Byte {error.start} is 0x{data[error.start]:02x}, which is not UTF-8 text here."
        raise DocumentError(sentence, line, column) from None


def _refuse(constant: str) -> NoReturn:
    raise DocumentError(f"{constant} is a number for Python, but not for JSON.")


def _whole_number(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise _too_long_a_number()
    return int(digits)


def _fraction(digits: str) -> float:
    if len(digits) > LONGEST_NUMBER:
        raise _too_long_a_number()
    number = float(digits)
    if not isfinite(number):
        raise DocumentError("A number is too large: Python's float ends at about 1.8e308.")
    return number


def _too_long_a_number() -> DocumentError:
    return DocumentError(f"A number is too long: at most {LONGEST_NUMBER} characters are allowed.")


def _too_deep() -> DocumentError:
    return DocumentError(f"The document is nested too deep: at most {DEEPEST} levels are allowed.")


def _is_too_deep(value: Any) -> bool:
    level = [value]
    for _ in range(DEEPEST):
        level = [child for container in level for child in _containers_in(container)]
    return bool(level)


def _containers_in(container: Any) -> list[Any]:
    children = container.values() if isinstance(container, dict) else container
    return [child for child in children if isinstance(child, (dict, list))]


_PLAIN_WORDS = {
    "Expecting value": "A value is expected here: a string in double quotes, a number, a list, an object, "
    "true, false or null.",
    "Expecting property name enclosed in double quotes": "A key in double quotes is expected here.",
    "Expecting ':' delimiter": "A colon is expected here, between a key and its value.",
    "Expecting ',' delimiter": "A comma is expected here, or a closing bracket.",
    "Illegal trailing comma before end of object": "There is a comma too many before the closing bracket.",
    "Illegal trailing comma before end of array": "There is a comma too many before the closing bracket.",
    "Extra data": "The document has ended, but more follows.",
    "Unterminated string starting at": "The string that begins here has no closing quote.",
    "Invalid control character at": "A string must not contain a line break or a tab: write \\n or \\t.",
    "Invalid \\escape": 'One of " \\ / b f n r t u must follow a backslash; write a backslash as \\\\.',
    "Invalid \\uXXXX escape": "After \\u come four hexadecimal digits.",
    "Unexpected UTF-8 BOM (decode using utf-8-sig)": "It begins with a byte order mark: leave it out.",
}


def _in_plain_words(error: json.JSONDecodeError) -> str:
    if not error.doc.strip():
        return "There is nothing here, not even null."
    return _PLAIN_WORDS.get(error.msg.rstrip(": "), f"{error.msg}.")
