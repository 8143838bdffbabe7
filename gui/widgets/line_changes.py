"""Which lines differ between two texts, so that one can become the other without a new beginning."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

_COMPARED = 400
"""Lines; a longer piece that differs is exchanged as a whole, because comparing it takes too long."""


class LineChange(NamedTuple):
    """The lines from `first` up to `end` (not with it) give way to `lines`."""

    first: int
    end: int
    lines: tuple[str, ...]


def line_changes(old: Sequence[str], new: Sequence[str]) -> list[LineChange]:
    """Return what makes `new` of `old`, from top to bottom; numbers are those of `old`, from 0."""
    top = _common(old, new)
    bottom = _common(old[top:][::-1], new[top:][::-1])
    old, new = old[top : len(old) - bottom], new[top : len(new) - bottom]
    if not old and not new:
        return []
    if len(old) > _COMPARED or len(new) > _COMPARED:
        return [LineChange(top, top + len(old), tuple(new))]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        LineChange(top + first, top + end, tuple(new[new_first:new_end]))
        for kind, first, end, new_first, new_end in matcher.get_opcodes()
        if kind != "equal"
    ]


def make_changes(document: QTextDocument, changes: Sequence[LineChange]) -> list[int]:
    """Change lines of a document, to be undone in one step; return the numbers, from 1, of those changed."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    # From the bottom to the top: what is above keeps its numbers.
    for change in reversed(changes):
        _make(cursor, change)
    cursor.endEditBlock()
    return _lines_changed(changes)


def _make(cursor: QTextCursor, change: LineChange) -> None:
    document, text = cursor.document(), "\n".join(change.lines)
    first, end = (document.findBlockByNumber(number) for number in (change.first, change.end))
    if change.lines and change.end > change.first:
        last = document.findBlockByNumber(change.end - 1)
        _replace(cursor, first.position(), _end(last), text)
    elif end.isValid():
        _replace(cursor, first.position(), end.position(), f"{text}\n" if change.lines else "")
    else:
        # After the last line there is no line end: the one before the first comes, or goes.
        before = document.findBlockByNumber(change.first - 1)
        _replace(cursor, _end(before), _end(document.lastBlock()), f"\n{text}" if change.lines else "")


def _replace(cursor: QTextCursor, start: int, end: int, text: str) -> None:
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text)


def _end(block: QTextBlock) -> int:
    return block.position() + block.length() - 1


def _lines_changed(changes: Sequence[LineChange]) -> list[int]:
    """Return the numbers of new lines; where lines only went, of the one that stands there now."""
    lines: list[int] = []
    by = 0
    for change in changes:
        first = change.first + by + 1
        lines += range(first, first + max(len(change.lines), 1))
        by += len(change.lines) - (change.end - change.first)
    return lines


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (mine, its) in pairs if mine != its), min(len(one), len(other)))
