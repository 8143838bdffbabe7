"""Where things are in an editor: lines and columns of its document, and lines in its view."""

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from gui.widgets.code_colours import units
from gui.widgets.code_signs import MOST_SIGNS
from gui.widgets.hits import Span
from gui.widgets.stand_ins import UNITS, places_of_stand_ins


class EditorPlaces:
    """Finds lines, counted from 1, and columns, counted in characters from 0; a line too far is the last."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        """Find places in `editor`."""
        self._editor = editor

    # In the document ------------------------------------------------------------------------------------

    def block(self, line: int) -> QTextBlock:
        """Return a line."""
        block = self._editor.document().findBlockByNumber(max(line - 1, 0))
        return block if block.isValid() else self._editor.document().lastBlock()

    def cursor_at(self, line: int, column: int = 0) -> QTextCursor:
        """Return a cursor there."""
        block = self.block(line)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + units(block.text()[: max(column, 0)]))
        return cursor

    def cursor_over_word(self, line: int, column: int) -> QTextCursor:
        """Select the rest of the word at that place, or the last character where the line is over."""
        cursor = self.cursor_at(line, column)
        if cursor.atBlockEnd() and not cursor.atBlockStart():
            cursor.movePosition(QTextCursor.MoveOperation.Left)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
        if not cursor.hasSelection() and not cursor.atBlockEnd():
            cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def cursor_over(self, span: Span) -> QTextCursor:
        """Select a piece of the document, as much of it as there still is."""
        last = self._editor.document().characterCount() - 1
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(min(span[0], last))
        cursor.setPosition(min(span[1], last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def signs_of(self, block: QTextBlock) -> list[tuple[Span, str]]:
        """Return where in the document a line has signs, and what stands there."""
        start = block.position()
        found = islice(places_of_stand_ins(block.text()), MOST_SIGNS)
        return [((start + place, start + place + UNITS), stand_in) for place, stand_in in found]

    # In the view ----------------------------------------------------------------------------------------

    def lines_in_view(self) -> Iterator[tuple[int, float, float]]:
        """Yield the number, top and height of each line in view."""
        editor = self._editor
        block = editor.firstVisibleBlock()
        top = editor.blockBoundingGeometry(block).translated(editor.contentOffset()).top()
        while block.isValid() and top <= editor.viewport().height():
            height = editor.blockBoundingRect(block).height()
            yield block.blockNumber() + 1, top, height
            block, top = block.next(), top + height

    def place_of_line(self, line: int) -> tuple[float, float]:
        """Return the top and the height of a line; both 0 if it is not in view."""
        return next(((top, height) for number, top, height in self.lines_in_view() if number == line), (0, 0))

    def signs_within(self, rect: QRectF) -> Iterator[tuple[QRectF, str]]:
        """Yield where signs are in that part of the view, and what stands there."""
        for line, top, height in self.lines_in_view():
            if top <= rect.bottom() and top + height >= rect.top():
                yield from self._signs_between(self.block(line), rect.left(), rect.right())

    def _signs_between(self, block: QTextBlock, left: float, right: float) -> Iterator[tuple[QRectF, str]]:
        for span, stand_in in self.signs_of(block):
            box = self.box_of(span)
            if box.left() > right:
                return  # not each of hundreds, to paint a few
            if box.right() >= left:
                yield box, stand_in

    def box_of(self, span: Span) -> QRectF:
        """Return where a piece of one line is in the view."""
        cursor = self.cursor_over(span)
        end = QRectF(self._editor.cursorRect(cursor))
        cursor.setPosition(span[0])
        start = QRectF(self._editor.cursorRect(cursor))
        return QRectF(start.left(), start.top(), end.left() - start.left(), start.height())

    def blocks_in_view(self) -> Iterator[QTextBlock]:
        """Yield the lines in view."""
        for line, _, _ in self.lines_in_view():
            yield self.block(line)

    def lines_seen(self) -> Span:
        """Return the first and the last line in view, also in part."""
        first = self._editor.firstVisibleBlock().blockNumber() + 1
        return first, max((line for line, _, _ in self.lines_in_view()), default=first)

    def span_in_view(self) -> Span:
        """Return where in the document what is in view begins and ends."""
        first, last = self.lines_seen()
        end = self.block(last)
        return self.block(first).position(), end.position() + end.length()
