"""What lies behind the letters of an editor: the cursor's line, changes, what was found, what is wrong."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from gui.theme import Theme, theme_of
from gui.visible_text import visible_line
from gui.widgets.code_lights import lit_line, lit_piece, underlined
from gui.widgets.code_signs import draw_sign
from gui.widgets.editor_places import EditorPlaces
from gui.widgets.hits import Hits, Span

FLASH_MILLISECONDS = 700
"""So long changed lines stand out."""

_NARROWEST_SENTENCE = 60
_SENTENCE_GAP = 18


class EditorLights:
    """Lights lines and pieces of one editor up, and keeps them lit where they go when others come or go."""

    def __init__(self, editor: QPlainTextEdit, places: EditorPlaces) -> None:
        """Light nothing up but the line with the cursor."""
        self._editor = editor
        self._places = places
        self._problem: tuple[QTextCursor, str] | None = None
        self._linked: QTextCursor | None = None
        self._flashing: list[QTextCursor] = []
        self._hits = Hits()
        self._hit: Span | None = None
        self._flash_over = _timer(editor, FLASH_MILLISECONDS, self.stop_flashing)

    def show_problem(self, line: int, column: int, sentence: str) -> None:
        """Underline from that column (from 0, characters) on, and say at the line what is wrong."""
        self._problem = self._places.cursor_over_word(line, column), visible_line(sentence)
        self.decorate()

    def say_problem(self, sentence: str) -> None:
        """Say in other words what is wrong, where it is now."""
        if self._problem:
            self._problem = self._problem[0], visible_line(sentence)
            self._editor.viewport().update()

    def clear_problem(self) -> None:
        """Show that nothing is wrong."""
        self._problem = None
        self.decorate()

    def problem(self) -> tuple[int, str]:
        """Return the line that has a problem and the sentence about it; 0 and "" for none."""
        return (_line_of(self._problem[0]), self._problem[1]) if self._problem else (0, "")

    def link_line(self, line: int) -> None:
        """Light up the line that belongs to what is looked at elsewhere; 0: none."""
        self._linked = self._places.cursor_at(line) if line else None
        self.decorate()

    def linked_line(self) -> int:
        """Return the line that is lit up, 0 for none."""
        return _line_of(self._linked) if self._linked else 0

    def flash(self, lines: Iterable[int]) -> None:
        """Let lines stand out for a moment."""
        self._flashing = [self._places.cursor_at(line) for line in lines]
        self.decorate()
        self._flash_over.start()

    def stop_flashing(self) -> None:
        """Let no line stand out any more."""
        self._flashing = []
        self.decorate()

    def flashing_lines(self) -> list[int]:
        """Return the lines that stand out just now."""
        return [_line_of(cursor) for cursor in self._flashing]

    def show_hits(self, hits: Hits) -> None:
        """Light up what was found."""
        self._hits, self._hit = hits, None
        self.decorate()

    def light_hit(self, hit: Span | None) -> None:
        """Light up one of the hits more than the others."""
        self._hit = hit
        self.decorate()

    def decorate(self) -> None:
        """Put all that lies behind the letters together, for what is in view now."""
        theme = self._theme()
        is_read_only = self._editor.isReadOnly()
        self._editor.setExtraSelections(
            [
                *([] if is_read_only else [lit_line(self._editor.textCursor(), theme.hover)]),
                *([lit_line(self._linked, theme.accent_soft)] if self._linked else []),
                *(lit_line(cursor, theme.warning_soft) for cursor in self._flashing),
                *self._lit_hits(theme),
                *([underlined(self._problem[0], theme.danger)] if self._problem else []),
            ]
        )

    def draw_signs(self, rect: QRectF) -> None:
        """Cover what stands for invisible characters with signs, while that part of the view is painted."""
        signs = list(self._places.signs_within(rect))
        if not signs:
            return
        painter, theme = QPainter(self._editor.viewport()), self._theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box, stand_in in signs:
            draw_sign(painter, theme, self._editor.font(), box, stand_in)

    def draw_sentence(self) -> None:
        """Say what is wrong behind its line, as far as there is room; called while the view is painted."""
        if self._problem is None:
            return
        cursor, sentence = self._problem
        top, height = self._places.place_of_line(_line_of(cursor))
        end = QTextCursor(cursor.block())
        end.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        left = self._editor.cursorRect(end).right() + _SENTENCE_GAP
        width = self._editor.viewport().width() - left - 4
        if height and width >= _NARROWEST_SENTENCE:
            self._draw(sentence, QRectF(left, top, width, height))

    def _draw(self, sentence: str, room: QRectF) -> None:
        painter = QPainter(self._editor.viewport())
        painter.setFont(self._editor.font())
        painter.setPen(QColor(self._theme().danger))
        shown = painter.fontMetrics().elidedText(sentence, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _lit_hits(self, theme: Theme) -> Iterator[QTextEdit.ExtraSelection]:
        """Light only what is in view: there may be thousands."""
        start, end = self._places.span_in_view()
        for hit in self._hits.spans[self._hits.index_from(start) : self._hits.index_from(end)]:
            colour = theme.warning if hit == self._hit else theme.warning_soft
            yield lit_piece(self._places.cursor_over(hit), colour, theme.card if hit == self._hit else "")

    def _theme(self) -> Theme:
        # The view itself is transparent, which Qt takes for a black ground.
        return theme_of(self._editor.window())


def _line_of(cursor: QTextCursor) -> int:
    return cursor.blockNumber() + 1


def _timer(parent: QPlainTextEdit, milliseconds: int, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    return timer
