"""How much code an editor takes, so that each key in it stays quick."""

from PySide6.QtCore import QCoreApplication

from gui.widgets.stand_ins import stand_ins

LARGEST = 256 * 1024
"""Bytes of UTF-8."""

MOST_LINES = 10_000

LONGEST_LINE = 20_000
"""Characters: a longer line is laid out anew at every key in it."""


def refusal(text: str) -> str:
    """Return why a text, whose lines end with "\\n", is not shown in an editor; "" if it is."""
    return _refusal_of_size(text) or _refusal_of_lines(text) or _refusal_of_characters(text)


def _refusal_of_size(text: str) -> str:
    size = len(text.encode("utf-8", "surrogatepass"))
    if size <= LARGEST:
        return ""
    words = _tr("{0} KiB are too much: a program may have up to {1} KiB.")
    return words.format(-(-size // 1024), LARGEST // 1024)


def _refusal_of_lines(text: str) -> str:
    lines = text.split("\n")
    if len(lines) > MOST_LINES:
        words = _tr("{0} lines are too many: a program may have up to {1}.")
        return words.format(f"{len(lines):,}", f"{MOST_LINES:,}")
    length, number = max((len(line), -number) for number, line in enumerate(lines, 1))
    if length > LONGEST_LINE:
        words = _tr("Line {0} has {1} characters: a line may have up to {2}.")
        return words.format(-number, f"{length:,}", f"{LONGEST_LINE:,}")
    return ""


def _refusal_of_characters(text: str) -> str:
    try:
        stand_ins(text)
    except ValueError:
        return _tr("The text has characters that only private fonts have: they cannot be shown.")
    return ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("code_limits", text)
