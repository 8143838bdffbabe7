"""What the keys of a code editor do to lines; each of these is undone in one step."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtGui import QTextBlock, QTextCursor

WIDTH = 4
"""Spaces."""

_OPENS = re.compile(r"""(?:[^#'"]|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")*[:(\[{][ \t]*(?:#.*)?$""")
"""A line after which the next is indented, unless its colon or bracket is in a string or a comment."""

_ENDS = re.compile(r"\s*(?:return|raise|pass|break|continue)\b")
"""A line after which a block is over."""

_LONGEST = 1_000
"""Characters of a line that are looked at to guess the next line's indentation."""


def indent(cursor: QTextCursor) -> None:
    """Indent the selected lines; without a selection, go on to the next stop."""
    if cursor.hasSelection():
        _change_lines(cursor, _add_indent)
    elif _unit(cursor) == "\t":
        cursor.insertText("\t")
    else:
        cursor.insertText(" " * (WIDTH - cursor.positionInBlock() % WIDTH))


def dedent(cursor: QTextCursor) -> None:
    """Take one indent from the selected lines, or from the cursor's."""
    _change_lines(cursor, _take_indent)


def new_line(cursor: QTextCursor) -> None:
    """Begin a line as far in as its code belongs."""
    with _one_step(cursor):
        cursor.removeSelectedText()
        before = cursor.block().text()[: cursor.positionInBlock()]
        margin = _margin(before)
        if _OPENS.match(before[-_LONGEST:]):
            margin += _unit(cursor)
        elif _ENDS.match(before):
            margin = margin[: -len(_unit(cursor))] if margin else ""
        cursor.insertText("\n" + margin)


def take_back(cursor: QTextCursor) -> bool:
    """Take back one indent before the cursor; False if there is none, and a character is meant."""
    column = cursor.positionInBlock()
    before = cursor.block().text()[:column]
    if cursor.hasSelection() or not before or before.strip(" "):
        return False
    for _ in range((column - 1) % WIDTH + 1):
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    return True


def toggle_comment(cursor: QTextCursor) -> None:
    """Make comments of the selected lines, or code again if all of them are comments."""
    texts = [block.text() for block in _blocks(cursor) if block.text().strip()]
    if texts and all(text.lstrip().startswith("#") for text in texts):
        _change_lines(cursor, _take_comment)
        return
    column = min((len(_margin(text)) for text in texts), default=0)
    _change_lines(cursor, partial(_add_comment, column))


def first_column(block: QTextBlock) -> int:
    """Return the column of the first character of a line that is no space."""
    return len(_margin(block.text()))


def _add_indent(block: QTextBlock) -> None:
    if block.text().strip():
        _insert(block, 0, "\t" if block.text().startswith("\t") else " " * WIDTH)


def _take_indent(block: QTextBlock) -> None:
    text = block.text()
    spaces = len(text) - len(text.lstrip(" "))
    _remove(block, 0, 1 if text.startswith("\t") else (spaces - 1) % WIDTH + 1 if spaces else 0)


def _add_comment(column: int, block: QTextBlock) -> None:
    if block.text().strip():
        _insert(block, column, "# ")


def _take_comment(block: QTextBlock) -> None:
    text = block.text()
    if text.strip():
        column = first_column(block)
        _remove(block, column, 2 if text[column + 1 : column + 2] == " " else 1)


def _change_lines(cursor: QTextCursor, change: Callable[[QTextBlock], None]) -> None:
    with _one_step(cursor):
        for block in list(_blocks(cursor)):
            change(block)


def _blocks(cursor: QTextCursor) -> Iterator[QTextBlock]:
    """Yield the selected lines; a selection that ends at a line's very beginning leaves it out."""
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    end = max(cursor.selectionEnd() - bool(cursor.hasSelection()), cursor.selectionStart())
    while block.isValid() and block.position() <= end:
        yield block
        block = block.next()


def _margin(text: str) -> str:
    return text[: len(text) - len(text.lstrip(" \t"))]


def _unit(cursor: QTextCursor) -> str:
    """Return a tab where the line, or the one above, begins with one: Python refuses a mixture."""
    block = cursor.block()
    return "\t" if block.text().startswith("\t") or block.previous().text().startswith("\t") else " " * WIDTH


def _insert(block: QTextBlock, column: int, text: str) -> None:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + column)
    cursor.insertText(text)


def _remove(block: QTextBlock, column: int, length: int) -> None:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + column)
    cursor.setPosition(block.position() + column + length, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()


@contextmanager
def _one_step(cursor: QTextCursor) -> Iterator[None]:
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()
