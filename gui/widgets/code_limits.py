"""How much code an editor takes, so that each key in it stays quick."""

from core.wording import worded
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
    return worded(
        "{size} KiB are too much: a program may have up to {most} KiB.",
        size=-(-size // 1024),
        most=LARGEST // 1024,
    )


def _refusal_of_lines(text: str) -> str:
    lines = text.split("\n")
    if len(lines) > MOST_LINES:
        return worded(
            "{count} lines are too many: a program may have up to {most}.",
            count=f"{len(lines):,}",
            most=f"{MOST_LINES:,}",
        )
    length, number = max((len(line), -number) for number, line in enumerate(lines, 1))
    if length > LONGEST_LINE:
        return worded(
            "Line {line} has {length} characters: a line may have up to {most}.",
            line=-number,
            length=f"{length:,}",
            most=f"{LONGEST_LINE:,}",
        )
    return ""


def _refusal_of_characters(text: str) -> str:
    try:
        stand_ins(text)
    except ValueError:
        return worded("The text has characters that only private fonts have: they cannot be shown.")
    return ""
