"""Python code to read and to copy, in the theme's colours."""

from collections.abc import Iterator
from math import ceil

from pygments.lexers.python import PythonLexer
from pygments.token import Comment, Keyword, Name, Number, String, _TokenType
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QResizeEvent, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from gui.theme import Theme, mono_font, set_role, theme_of

_COLOURS: tuple[tuple[_TokenType, str], ...] = (
    (Comment, "code_comment"),
    (String, "code_string"),
    (Number, "code_number"),
    (Keyword, "code_keyword"),
    (Name.Class, "code_name"),
    (Name.Function, "code_name"),
)
"""Which kind of token has which of the theme's colours; what is not here has the colour of text."""

_SMALLER = 1.0
"""So many points smaller than other code: the view stands in a narrow column."""

_Span = tuple[int, int, str]
"""Where a coloured piece begins, how long it is, and which colour of the theme it has."""


class CodeView(QPlainTextEdit):
    """Python code, read-only and selectable, as tall as its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._colours = _Colours(self.document())
        self.setReadOnly(True)
        self.setFont(mono_font())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(0)
        set_role(self, "code")
        # Only the widget's own sheet comes after the program's, which sets the size for wider views.
        self.setStyleSheet(f"font-size: {mono_font().pointSizeF() - _SMALLER:g}pt;")
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    def show_code(self, code: str) -> None:
        """Show other code."""
        if code == self.toPlainText():
            return
        self._colours.read(code, self._theme())
        self.setPlainText(code)
        self.updateGeometry()

    def _theme(self) -> Theme:
        # The view itself is transparent, which Qt takes for a black ground.
        return theme_of(self.window())

    def _text_height(self) -> int:
        bottom = self.blockBoundingGeometry(self.document().lastBlock()).bottom()
        around = self.height() - self.viewport().height()
        return ceil(bottom) + around + 2

    def _on_size_changed(self) -> None:
        self.updateGeometry()

    # Called by Qt ---------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return a size that shows every line."""
        return QSize(super().sizeHint().width(), self._text_height())

    def minimumSizeHint(self) -> QSize:
        """Allow any width; lines wrap."""
        return QSize(80, self._text_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow where a narrower view wraps more lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._colours.read(self.toPlainText(), self._theme())
            self._colours.rehighlight()


class _Colours(QSyntaxHighlighter):
    """Hands each line of the document its coloured pieces, found in the text as a whole."""

    def __init__(self, document: QTextDocument) -> None:
        """Colour nothing yet."""
        super().__init__(document)
        self._spans: dict[int, list[_Span]] = {}
        self._theme: Theme | None = None

    def read(self, code: str, theme: Theme) -> None:
        """Find the pieces of `code`; line by line would go wrong in strings over several lines."""
        self._theme = theme
        self._spans = {}
        for line, start, length, colour in _pieces(code):
            self._spans.setdefault(line, []).append((start, length, colour))

    def highlightBlock(self, _text: str) -> None:
        """Colour one line."""
        for start, length, colour in self._spans.get(self.currentBlock().blockNumber(), ()):
            piece = QTextCharFormat()
            piece.setForeground(QColor(getattr(self._theme, colour)))
            self.setFormat(start, length, piece)


def _pieces(code: str) -> Iterator[tuple[int, int, int, str]]:
    """Yield line, start, length and colour of every piece that has a colour."""
    line = start = 0
    for kind, text in PythonLexer(stripnl=False, ensurenl=False).get_tokens(code):
        colour = next((name for token, name in _COLOURS if _is_a(kind, token)), None)
        for number, part in enumerate(text.split("\n")):
            if number:
                line, start = line + 1, 0
            if colour:
                yield line, start, len(part), colour
            start += len(part)


def _is_a(kind: _TokenType, token: _TokenType) -> bool:
    return kind in token  # type: ignore[comparison-overlap]  # a token type holds its sub-types
