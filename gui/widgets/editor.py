"""Python code to write: line numbers, colours, indentation, what is wrong and where something is running."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from gui.theme import Theme, mono_font, set_role, theme_of
from gui.visible_text import tooltip, visible_line
from gui.widgets import indentation
from gui.widgets.code_colours import CodeColours, characters, units
from gui.widgets.code_lights import lit_line, lit_piece, underlined
from gui.widgets.code_limits import refusal
from gui.widgets.editor_margin import EditorMargin, Mark
from gui.widgets.line_changes import line_changes, make_changes
from gui.widgets.stand_ins import (
    NO_BREAK_SPACE,
    count_stand_ins,
    has_stand_ins,
    name_of,
    originals,
    spans_of_stand_ins,
    stand_ins,
)

EDITED_MILLISECONDS = 300
"""So long after the last key the text is told."""

FLASH_MILLISECONDS = 700
"""So long changed lines stand out."""

_LINE_END = "\u2029"
_NARROWEST_SENTENCE = 60
_SENTENCE_GAP = 18

_Selections = list[QTextEdit.ExtraSelection]
Span = tuple[int, int]
"""Where a piece of a document begins and ends, in its own units."""


class Editor(QPlainTextEdit):
    """A Python text to edit, or only to read; what it is told of lines counts them from 1.

    What cannot be seen is shown by a sign, and is nevertheless in `source()` as it was.
    """

    edited = Signal(str)
    """The user changed the text, a moment ago: this is the whole of it."""

    line_clicked = Signal(int)

    margin_clicked = Signal(int)
    """The margin was clicked at this line; `line_clicked` follows."""

    refused = Signal(str)
    """What was to be put in was not taken, for the reason in this sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._colours = CodeColours(self.document())
        self._margin = EditorMargin(self)
        self._told = ""
        self._may_leave = False  # Escape was pressed: the next Tab goes to the next control
        self._problem: tuple[QTextCursor, str] | None = None
        self._linked: QTextCursor | None = None
        self._flashing: list[QTextCursor] = []
        self._hits: list[Span] = []
        self._hit: Span | None = None
        self._tell_soon = _timer(self, EDITED_MILLISECONDS, self.tell_edits)
        self._flash_over = _timer(self, FLASH_MILLISECONDS, self._stop_flashing)
        self._prepare()
        self._connect()

    # The text -------------------------------------------------------------------------------------------

    def source(self) -> str:
        r"""Return the text, with its hidden characters; lines end with "\n"."""
        return originals(self._raw())

    def show_text(self, text: str, is_new: bool = False) -> None:
        """Show another text; the lines that differ change, and flash, and can be undone.

        A new one (`is_new`) begins at its top, with nothing to undo.  Raises ValueError with a sentence for
        a text that is refused.
        """
        text = _unified(text)
        if why := refusal(text):
            raise ValueError(why)
        shown = stand_ins(text)
        if is_new or self.document().isEmpty():
            self._begin_with(shown)
        elif shown != self._raw():
            self._become(shown)
        self._note_told()

    def tell_edits(self) -> None:
        """Tell at once what was edited and not yet told."""
        self._tell_soon.stop()
        text = self.source()
        if text != self._told:
            self._told = text
            self.edited.emit(text)

    def count_hidden(self) -> int:
        """Return how many characters of the text are shown by a sign because they could not be seen."""
        return count_stand_ins(self._raw())

    # Places ---------------------------------------------------------------------------------------------

    def current_line(self) -> int:
        """Return the line with the cursor."""
        return self.textCursor().blockNumber() + 1

    def go_to(self, line: int, column: int = 0) -> None:
        """Put the cursor there and bring it into view; `column` counts characters from 0."""
        self.setTextCursor(self._cursor_at(line, column))
        first, last = self._lines_seen()
        if not first <= line <= last:
            self.centerCursor()

    def to_first_character(self) -> None:
        """Put the cursor before the first character of its line that is no space."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.block().position() + indentation.first_column(cursor.block()))
        self.setTextCursor(cursor)

    def reveal(self, line: int) -> None:
        """Scroll so that the line can be seen, and leave the cursor where it is."""
        first, last = self._lines_seen()
        if not first <= line < last:
            self.verticalScrollBar().setValue(max(line - 1 - (last - first) // 2, 0))

    def line_at(self, y: int) -> int:
        """Return the line at that height of the view."""
        return self.cursorForPosition(QRect(0, y, 1, 1).topLeft()).blockNumber() + 1

    def lines_in_view(self) -> Iterator[tuple[int, float, float]]:
        """Yield the number, top and height of each line in view."""
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= self.viewport().height():
            height = self.blockBoundingRect(block).height()
            yield block.blockNumber() + 1, top, height
            block, top = block.next(), top + height

    def place_of_line(self, line: int) -> tuple[float, float]:
        """Return the top and the height of a line; both 0 if it is not in view."""
        return next(((top, height) for number, top, height in self.lines_in_view() if number == line), (0, 0))

    # Marks ----------------------------------------------------------------------------------------------

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks in the margin, from top to bottom."""
        return self._margin.marks

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Mark lines where something is running, and no others."""
        self._margin.show_marks(tuple(marks))

    def show_problem(self, line: int, column: int, sentence: str) -> None:
        """Underline from that column (from 0, characters) on, and say at the line what is wrong."""
        self._problem = self._problem_cursor(line, column), visible_line(sentence)
        self._margin.show_problem(line)
        self._decorate()

    def clear_problem(self) -> None:
        """Show that nothing is wrong."""
        self._problem = None
        self._margin.show_problem(0)
        self._decorate()

    def problem(self) -> tuple[int, str]:
        """Return the line that has a problem and the sentence about it; 0 and "" for none."""
        return (self._problem[0].blockNumber() + 1, self._problem[1]) if self._problem else (0, "")

    def link_line(self, line: int) -> None:
        """Light up the line that belongs to what is looked at elsewhere; 0: none."""
        self._linked = self._cursor_at(line) if line else None
        self._decorate()

    def linked_line(self) -> int:
        """Return the line that is lit up, 0 for none."""
        return self._linked.blockNumber() + 1 if self._linked else 0

    def flash(self, lines: Iterable[int]) -> None:
        """Let lines stand out for a moment."""
        self._flashing = [self._cursor_at(line) for line in lines]
        self._decorate()
        self._flash_over.start()

    def flashing_lines(self) -> list[int]:
        """Return the lines that stand out just now."""
        return [cursor.blockNumber() + 1 for cursor in self._flashing]

    # Hits of a search -----------------------------------------------------------------------------------

    def show_hits(self, hits: list[Span], hit: Span | None) -> None:
        """Light up pieces of the text, in order, and one of them more than the others."""
        self._hits, self._hit = hits, hit
        self._decorate()

    def select(self, span: Span) -> None:
        """Select a piece of the text and bring it into view."""
        cursor = self.textCursor()
        cursor.setPosition(span[0])
        cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        first, last = self._lines_seen()
        if not first <= cursor.blockNumber() + 1 < last:
            self.centerCursor()

    @property
    def is_colouring(self) -> bool:
        """True while not all of the text has its colours."""
        return self._colours.is_busy

    def raw_text(self) -> str:
        """Return the text as it is on the screen, with signs in place of what could not be seen."""
        return self._raw()

    # Made once ------------------------------------------------------------------------------------------

    def _prepare(self) -> None:
        set_role(self, "code")
        self.setFont(mono_font())
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setCursorWidth(2)
        self.document().setDocumentMargin(4)
        comment = QAction(self.tr("Comment or uncomment"), self)
        comment.setShortcut(QKeySequence("Ctrl+/"))
        comment.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        comment.triggered.connect(self.toggle_comment)
        self.addAction(comment)
        self.setAccessibleDescription(self.tr("Tab indents; Escape, then Tab, leaves the editor."))
        self._dress()

    def _connect(self) -> None:
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._on_update)
        self.cursorPositionChanged.connect(self._on_cursor)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.document().contentsChange.connect(self._on_edit)
        self._margin.line_clicked.connect(self._on_margin_clicked)

    def toggle_comment(self) -> None:
        """Make comments of the selected lines, or code again of comments."""
        if not self.isReadOnly():
            indentation.toggle_comment(self.textCursor())

    # How the text changes -------------------------------------------------------------------------------

    def _raw(self) -> str:
        # Not toPlainText(): it makes spaces of no-break spaces.
        return self.document().toRawText().replace(_LINE_END, "\n")

    def _note_told(self) -> None:
        self._tell_soon.stop()
        self._told = self.source()

    def _begin_with(self, text: str) -> None:
        self.clear_problem()
        self.link_line(0)
        self._stop_flashing()
        self._colours.forget()
        self.setPlainText(text)

    def _become(self, text: str) -> None:
        changes = line_changes(self._raw().split("\n"), text.split("\n"))
        with self._place_kept():
            lines = make_changes(self.document(), changes)
        self.flash(lines)

    @contextmanager
    def _place_kept(self) -> Iterator[None]:
        """Let the line at the top of the view stay there, and what is to the right."""
        top = QTextCursor(self.firstVisibleBlock())
        across = self.horizontalScrollBar().value()
        yield
        self.verticalScrollBar().setValue(top.blockNumber())
        self.horizontalScrollBar().setValue(across)

    def _take(self, text: str) -> None:
        """Put in what is pasted or dropped, or say why not."""
        cursor = self.textCursor()
        text = _unified(text).replace(NO_BREAK_SPACE, " ")
        if why := refusal(text) or refusal(self._with(cursor, text)):
            self.refused.emit(why)
        else:
            cursor.insertText(stand_ins(text))
            self.setTextCursor(cursor)

    def _with(self, cursor: QTextCursor, text: str) -> str:
        """Return what the whole text would be with `text` in place of what the cursor selects."""
        whole = self._raw()
        start, end = (characters(whole, place) for place in (cursor.selectionStart(), cursor.selectionEnd()))
        return originals(whole[:start]) + text + originals(whole[end:])

    def _type(self, text: str) -> None:
        """Put in what a keyboard says, where that could not be seen."""
        self.textCursor().insertText(stand_ins(text.replace(NO_BREAK_SPACE, " ")))

    # Looks ----------------------------------------------------------------------------------------------

    def _theme(self) -> Theme:
        # The view itself is transparent, which Qt takes for a black ground.
        return theme_of(self.window())

    def _dress(self) -> None:
        self._colours.set_theme(self._theme())
        self.setTabStopDistance(self.fontMetrics().horizontalAdvance(" ") * indentation.WIDTH)
        self._make_room()
        self._decorate()

    def _make_room(self) -> None:
        self.setViewportMargins(self._margin.sizeHint().width(), 0, 0, 0)
        self._place_margin()

    def _place_margin(self) -> None:
        view = self.viewport().geometry()
        width = self._margin.sizeHint().width()
        self._margin.setGeometry(view.left() - width, view.top(), width, view.height())

    def _decorate(self) -> None:
        """Put all that lies behind the letters together."""
        theme = self._theme()
        self.setExtraSelections(
            [
                *([] if self.isReadOnly() else [lit_line(self.textCursor(), theme.hover)]),
                *([lit_line(self._linked, theme.accent_soft)] if self._linked else []),
                *(lit_line(cursor, theme.warning_soft) for cursor in self._flashing),
                *self._lit_hits(theme),
                *self._lit_stand_ins(theme),
                *([underlined(self._problem[0], theme.danger)] if self._problem else []),
            ]
        )

    def _lit_hits(self, theme: Theme) -> Iterator[QTextEdit.ExtraSelection]:
        """Light only what is in view: there may be thousands."""
        start, end = self._span_in_view()
        for hit in self._hits[bisect_left(self._hits, (start, 0)) : bisect_left(self._hits, (end, 0))]:
            colour = theme.warning if hit == self._hit else theme.warning_soft
            yield lit_piece(self._cursor_over(*hit), colour, theme.card if hit == self._hit else "")

    def _lit_stand_ins(self, theme: Theme) -> Iterator[QTextEdit.ExtraSelection]:
        for block in self._blocks_in_view():
            for start, end in _stand_ins_of(block):
                yield lit_piece(self._cursor_over(start, end), theme.danger_soft, theme.danger)

    def _stop_flashing(self) -> None:
        self._flashing = []
        self._decorate()

    def _draw_sentence(self) -> None:
        """Say what is wrong behind the end of the line, as far as there is room."""
        assert self._problem is not None
        cursor, sentence = self._problem
        top, height = self.place_of_line(cursor.blockNumber() + 1)
        end = QTextCursor(cursor.block())
        end.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        left = self.cursorRect(end).right() + _SENTENCE_GAP
        width = self.viewport().width() - left - 4
        if not height or width < _NARROWEST_SENTENCE:
            return
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        painter.setPen(QColor(self._theme().danger))
        shown = painter.fontMetrics().elidedText(sentence, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(left, top, width, height), Qt.AlignmentFlag.AlignVCenter, shown)

    # Places in the document -----------------------------------------------------------------------------

    def _block(self, line: int) -> QTextBlock:
        block = self.document().findBlockByNumber(max(line - 1, 0))
        return block if block.isValid() else self.document().lastBlock()

    def _cursor_at(self, line: int, column: int = 0) -> QTextCursor:
        block = self._block(line)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + units(block.text()[: max(column, 0)]))
        return cursor

    def _problem_cursor(self, line: int, column: int) -> QTextCursor:
        """Select the rest of the word at that place, or the last character where the line is over."""
        cursor = self._cursor_at(line, column)
        if cursor.atBlockEnd() and not cursor.atBlockStart():
            cursor.movePosition(QTextCursor.MoveOperation.Left)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
        if not cursor.hasSelection() and not cursor.atBlockEnd():
            cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _cursor_over(self, start: int, end: int) -> QTextCursor:
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _blocks_in_view(self) -> Iterator[QTextBlock]:
        for line, _, _ in self.lines_in_view():
            yield self._block(line)

    def _span_in_view(self) -> Span:
        first, last = self._lines_seen()
        end = self._block(last)
        return self._block(first).position(), end.position() + end.length()

    def _lines_seen(self) -> Span:
        first = self.firstVisibleBlock().blockNumber() + 1
        return first, max((line for line, _, _ in self.lines_in_view()), default=first)

    # Slots ----------------------------------------------------------------------------------------------

    def _on_edit(self, *_: int) -> None:
        self._tell_soon.start()

    def _on_cursor(self) -> None:
        self._decorate()
        self._margin.update()

    def _on_scrolled(self) -> None:
        self._decorate()

    def _on_update(self, rect: QRect, by: int) -> None:
        if by:
            self._margin.scroll(0, by)
        else:
            self._margin.update(0, rect.y(), self._margin.width(), rect.height())

    def _on_margin_clicked(self, line: int) -> None:
        self.go_to(line)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.margin_clicked.emit(line)
        self.line_clicked.emit(line)

    # Keys -----------------------------------------------------------------------------------------------

    def _press_tab(self) -> bool:
        indentation.indent(self.textCursor())
        return True

    def _press_backtab(self) -> bool:
        indentation.dedent(self.textCursor())
        return True

    def _press_enter(self) -> bool:
        indentation.new_line(self.textCursor())
        return True

    def _press_backspace(self) -> bool:
        return indentation.take_back(self.textCursor())

    def _press_home(self, mode: QTextCursor.MoveMode) -> None:
        """Go to the line's first character, and from there to its very beginning."""
        cursor = self.textCursor()
        column = indentation.first_column(cursor.block())
        to = 0 if cursor.positionInBlock() == column else column
        cursor.setPosition(cursor.block().position() + to, mode)
        self.setTextCursor(cursor)

    def _is_home(self, event: QKeyEvent) -> bool:
        key = QKeySequence.StandardKey
        for which, mode in (
            (key.MoveToStartOfLine, QTextCursor.MoveMode.MoveAnchor),
            (key.SelectStartOfLine, QTextCursor.MoveMode.KeepAnchor),
        ):
            if event.matches(which):
                self._press_home(mode)
                return True
        return False

    # Called by Qt ---------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the keys of a code editor their meaning."""
        press = None if self.isReadOnly() else _PRESSES.get((Qt.Key(event.key()), event.modifiers() & ~_PAD))
        self._may_leave = event.key() == Qt.Key.Key_Escape
        if (press is not None and press(self)) or self._is_home(event):
            self.ensureCursorVisible()
            event.accept()
        elif not self.isReadOnly() and stands_for_nothing_seen(event.text()):
            self._type(event.text())
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Let nothing invisible in from an input method either."""
        if stands_for_nothing_seen(event.commitString()):
            event.setCommitString(stand_ins(event.commitString().replace(NO_BREAK_SPACE, " ")))
        super().inputMethodEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab for indenting, unless Escape was pressed before it."""
        self.setTabChangesFocus(self._may_leave)
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell what was edited before anything else is used."""
        super().focusOutEvent(event)
        self.tell_edits()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which line was clicked, if nothing was selected by it."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.line_clicked.emit(self.current_line())

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what a sign or an underlining means."""
        if isinstance(event, QHelpEvent):
            words = self._words_at(self.cursorForPosition(event.pos()))
            QToolTip.showText(event.globalPos(), tooltip(words), self.viewport())
            return True
        return super().viewportEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the text as it was meant, not the signs for it."""
        data = QMimeData()
        data.setText(originals(self.textCursor().selectedText().replace(_LINE_END, "\n")))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text only."""
        return source.hasText() and not source.hasUrls() and not self.isReadOnly()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take text only, and not without bounds."""
        if self.canInsertFromMimeData(source):
            self._take(source.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and behind its line what is wrong."""
        super().paintEvent(event)
        if self._problem:
            self._draw_sentence()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the margin be as tall as the view, and the line that is written stay in it."""
        super().resizeEvent(event)
        self._place_margin()
        cursor = self.cursorRect()
        if self.hasFocus() and cursor.top() >= 0 and cursor.bottom() <= event.oldSize().height():
            self.ensureCursorVisible()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours and the font of another theme."""
        super().changeEvent(event)
        if event.type() in _DRESSING and hasattr(self, "_linked"):
            self._dress()

    def _words_at(self, cursor: QTextCursor) -> str:
        if self._problem and cursor.blockNumber() == self._problem[0].blockNumber():
            return self._problem[1]
        at = cursor.position()
        for start, end in _stand_ins_of(cursor.block()):
            if start <= at <= end:
                piece = self._cursor_over(start, end).selectedText()
                return self.tr("{0}: cannot be seen, so it is shown by a sign").format(name_of(piece))
        return ""


_PAD = Qt.KeyboardModifier.KeypadModifier
_NO = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier

_PRESSES: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[Editor], bool]] = {
    (Qt.Key.Key_Tab, _NO): Editor._press_tab,
    (Qt.Key.Key_Backtab, _SHIFT): Editor._press_backtab,
    (Qt.Key.Key_Return, _NO): Editor._press_enter,
    (Qt.Key.Key_Enter, _NO): Editor._press_enter,
    # Qt would put in a line separator, which Python takes for an error.
    (Qt.Key.Key_Return, _SHIFT): Editor._press_enter,
    (Qt.Key.Key_Enter, _SHIFT): Editor._press_enter,
    (Qt.Key.Key_Backspace, _NO): Editor._press_backspace,
}
"""What keys mean here; each answers whether it did something."""

_DRESSING = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange)


def stands_for_nothing_seen(text: str) -> bool:
    """True for text from a keyboard that could not be seen; control characters are keys' own names."""
    return not text.isascii() and not has_stand_ins(text) and stand_ins(text) != text


def _timer(parent: Editor, milliseconds: int, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    return timer


def _unified(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _stand_ins_of(block: QTextBlock) -> list[Span]:
    text, start = block.text(), block.position()
    return [
        (start + units(text[:first]), start + units(text[:end])) for first, end in spans_of_stand_ins(text)
    ]
