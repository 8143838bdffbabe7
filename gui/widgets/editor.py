"""Python code to write: line numbers, colours, indentation, what is wrong and where something is running."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QToolTip, QWidget

from gui.spoken import spoken
from gui.theme import mono_font, set_role, theme_of
from gui.visible_text import tooltip
from gui.widgets import editor_keys, indentation
from gui.widgets.accelerator import is_accelerator
from gui.widgets.code_colours import CodeColours, characters
from gui.widgets.code_limits import refusal
from gui.widgets.editor_lights import EditorLights
from gui.widgets.editor_margin import EditorMargin, Mark
from gui.widgets.editor_places import EditorPlaces
from gui.widgets.hits import MOST_HITS, Hits, Span, hits_in
from gui.widgets.line_changes import line_changes, make_changes
from gui.widgets.stand_ins import (
    NO_BREAK_SPACE,
    count_stand_ins,
    has_stand_ins,
    name_of,
    originals,
    stand_ins,
)

EDITED_MILLISECONDS = 300
"""So long after the last key the text is told."""

_LINE_END = "\u2029"


class Editor(QPlainTextEdit):
    """A Python text to edit, or only to read; what it is told of lines counts them from 1.

    What cannot be seen is shown by a sign, and is nevertheless in `source()` as it was.
    """

    edited = Signal(str)
    """The user changed the text, a moment ago: this is the whole of it."""

    altered = Signal()
    """The text is another than before, whoever changed it."""

    line_clicked = Signal(int)

    margin_clicked = Signal(int)
    """The margin was clicked at this line; `line_clicked` follows."""

    refused = Signal(object)
    """What was to be put in was not taken, for the reason in this sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._places = EditorPlaces(self)
        self._lights = EditorLights(self, self._places)
        self._colours = CodeColours(self.document())
        self._margin = EditorMargin(self)
        self._told = ""
        self._may_leave = False  # Escape was pressed: the next Tab goes to the next control
        self._tell_soon = QTimer(self)
        self._tell_soon.setSingleShot(True)
        self._tell_soon.setInterval(EDITED_MILLISECONDS)
        self._prepare()
        self._connect()
        spoken(self, self._say_words)

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
        self.setTextCursor(self._places.cursor_at(line, column))
        first, last = self._places.lines_seen()
        if not first <= line <= last:
            self.centerCursor()

    def to_first_character(self) -> None:
        """Put the cursor before the first character of its line that is no space."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.block().position() + indentation.first_column(cursor.block()))
        self.setTextCursor(cursor)

    def reveal(self, line: int) -> None:
        """Scroll so that the line can be seen, and leave the cursor where it is."""
        first, last = self._places.lines_seen()
        if not first <= line < last:
            self.verticalScrollBar().setValue(max(line - 1 - (last - first) // 2, 0))

    def line_at(self, y: int) -> int:
        """Return the line at that height of the view."""
        return self.cursorForPosition(QRect(0, y, 1, 1).topLeft()).blockNumber() + 1

    def lines_in_view(self) -> Iterator[tuple[int, float, float]]:
        """Yield the number, top and height of each line in view."""
        return self._places.lines_in_view()

    def place_of_line(self, line: int) -> tuple[float, float]:
        """Return the top and the height of a line; both 0 if it is not in view."""
        return self._places.place_of_line(line)

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
        self._lights.show_problem(line, column, sentence)
        self._margin.show_problem(line)

    def say_problem(self, sentence: str) -> None:
        """Say in other words what is wrong, where it is now."""
        self._lights.say_problem(sentence)

    def clear_problem(self) -> None:
        """Show that nothing is wrong."""
        self._lights.clear_problem()
        self._margin.show_problem(0)

    def problem(self) -> tuple[int, str]:
        """Return the line that has a problem and the sentence about it; 0 and "" for none."""
        return self._lights.problem()

    def link_line(self, line: int) -> None:
        """Light up the line that belongs to what is looked at elsewhere; 0: none."""
        self._lights.link_line(line)

    def linked_line(self) -> int:
        """Return the line that is lit up, 0 for none."""
        return self._lights.linked_line()

    def flash(self, lines: Iterable[int]) -> None:
        """Let lines stand out for a moment."""
        self._lights.flash(lines)

    def flashing_lines(self) -> list[int]:
        """Return the lines that stand out just now."""
        return self._lights.flashing_lines()

    # For a find bar -------------------------------------------------------------------------------------

    def find_words(self, words: str) -> Hits:
        """Light up and return all places of these words, whatever their case; of "", none."""
        found = hits_in(self._raw(), words)
        hits = Hits(found, are_all=len(found) < MOST_HITS)
        self._lights.show_hits(hits)
        return hits

    def light_hit(self, hit: Span | None) -> None:
        """Light up this one more than the others."""
        self._lights.light_hit(hit)

    def select(self, span: Span) -> None:
        """Select a piece of the text and bring it into view."""
        cursor = self._places.cursor_over(span)
        self.setTextCursor(cursor)
        first, last = self._places.lines_seen()
        if not first <= cursor.blockNumber() + 1 < last:
            self.centerCursor()

    def selected_span(self) -> Span:
        """Return where what is selected begins and ends; both are the cursor's place if nothing is."""
        cursor = self.textCursor()
        return cursor.selectionStart(), cursor.selectionEnd()

    def selected_words(self) -> str:
        """Return what is selected if it is no more than a line."""
        selected = self.textCursor().selectedText()
        return "" if _LINE_END in selected else selected

    # How it is ------------------------------------------------------------------------------------------

    @property
    def is_colouring(self) -> bool:
        """True while not all of the text has its colours."""
        return self._colours.is_busy

    def raw_text(self) -> str:
        """Return the text as it is on the screen, with signs in place of what could not be seen."""
        return self._raw()

    def toggle_comment(self) -> None:
        """Make comments of the selected lines, or code again of comments."""
        if not self.isReadOnly():
            indentation.toggle_comment(self.textCursor())

    def _say_words(self) -> None:
        self._comment.setText(self.tr("Comment or uncomment"))
        self.setAccessibleDescription(self.tr("Tab indents; Escape, then Tab, leaves the editor."))

    # Made once ------------------------------------------------------------------------------------------

    def _prepare(self) -> None:
        set_role(self, "code")
        self.setFont(mono_font())
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setCursorWidth(2)
        self.document().setDocumentMargin(4)
        self._comment = QAction(self)
        self._comment.setShortcut(QKeySequence("Ctrl+/"))
        self._comment.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._comment.triggered.connect(self.toggle_comment)
        self.addAction(self._comment)
        self._dress()

    def _connect(self) -> None:
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._on_update)
        self.cursorPositionChanged.connect(self._on_cursor)
        self.verticalScrollBar().valueChanged.connect(self._lights.decorate)
        self.document().contentsChange.connect(self._on_edit)
        self._margin.line_clicked.connect(self._on_margin_clicked)
        self._tell_soon.timeout.connect(self.tell_edits)

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
        self._lights.stop_flashing()
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

    def _dress(self) -> None:
        # The view itself is transparent, which Qt takes for a black ground.
        self._colours.set_theme(theme_of(self.window()))
        self.setTabStopDistance(self.fontMetrics().horizontalAdvance(" ") * indentation.WIDTH)
        self._make_room()
        self._lights.decorate()

    def _make_room(self) -> None:
        self.setViewportMargins(self._margin.sizeHint().width(), 0, 0, 0)
        self._place_margin()

    def _place_margin(self) -> None:
        view = self.viewport().geometry()
        width = self._margin.sizeHint().width()
        self._margin.setGeometry(view.left() - width, view.top(), width, view.height())

    # Slots ----------------------------------------------------------------------------------------------

    def _on_edit(self, *_: int) -> None:
        self._tell_soon.start()
        self.altered.emit()

    def _on_cursor(self) -> None:
        self._lights.decorate()
        self._margin.update()

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

    # Called by Qt ---------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the keys of a code editor their meaning."""
        self._may_leave = event.key() == Qt.Key.Key_Escape
        if is_accelerator(event):
            event.ignore()  # for the window's menus
        elif editor_keys.press(self, event):
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
        self._lights.draw_signs(QRectF(event.rect()))
        self._lights.draw_sentence()

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
        if event.type() in _DRESSING and hasattr(self, "_may_leave"):
            self._dress()

    def _words_at(self, cursor: QTextCursor) -> str:
        line, sentence = self._lights.problem()
        if line == cursor.blockNumber() + 1:
            return sentence
        at = cursor.position()
        for (start, end), stand_in in self._places.signs_of(cursor.block()):
            if start <= at <= end:
                return self.tr("{0}: cannot be seen, so it is shown by a sign").format(name_of(stand_in))
        return ""


_DRESSING = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange)


def stands_for_nothing_seen(text: str) -> bool:
    """True for text from a keyboard that could not be seen; control characters are keys' own names."""
    return not text.isascii() and not has_stand_ins(text) and stand_ins(text) != text


def _unified(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
