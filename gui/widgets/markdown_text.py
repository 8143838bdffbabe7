"""Markdown as it is read: no HTML of the author's own, no pictures, nothing loaded from anywhere."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QToolTip, QWidget

from gui.theme import Theme, mono_font, theme_of
from gui.visible_text import visible

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

LINKS = ("glossary:", "https://")
"""What a link may begin with; any other stays a text in brackets."""


class MarkdownText(QTextBrowser):
    """A text to read, with as many scroll bars as it needs."""

    link_chosen = Signal(str)
    """Somebody clicked on a link: it begins with one of `LINKS`, and nothing has been opened yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._text = ""
        self._theme = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "bare")
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._on_anchor)
        self.highlighted.connect(self._on_hovered)

    def show_markdown(self, text: str) -> None:
        """Show a text; the same one again keeps its place."""
        if text != self._text:
            is_longer = bool(self._text) and text[:20] == self._text[:20]
            place = self.verticalScrollBar().value() if is_longer else 0
            self._text = text
            self._render()
            self.verticalScrollBar().setValue(place)

    def markdown(self) -> str:
        """Return the text as its author wrote it."""
        return self._text

    def _render(self) -> None:
        # Not its own palette: a style sheet that makes the ground transparent leaves no colour in there.
        theme = theme_of(self.window())
        self._theme = theme.name
        self.document().setDefaultStyleSheet(_style(theme))
        self.setHtml(html_of(self._text))
        self.updateGeometry()

    def _render_again(self) -> None:
        place = self.verticalScrollBar().value()
        self._render()
        self.verticalScrollBar().setValue(place)

    def _on_anchor(self, url: QUrl) -> None:
        address = url.toString()
        if address.startswith(LINKS):
            self.link_chosen.emit(address)

    def _on_hovered(self, url: QUrl) -> None:
        """Say where a link leads before it is followed."""
        address = url.toString()
        if address.startswith("https://"):
            QToolTip.showText(self.cursor().pos(), visible(address), self)

    # Called by Qt ---------------------------------------------------------------------------------------

    def loadResource(self, _kind: int, _name: QUrl | str) -> QByteArray:
        """Load nothing: a lesson must not reach for files or the network."""
        return QByteArray()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another theme or font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._render_again()

    def sizeHint(self) -> QSize:
        """Return the height of the whole text at this width."""
        return QSize(super().sizeHint().width(), int(self.document().size().height()) + 6)

    def minimumSizeHint(self) -> QSize:
        """Be content with some lines, and scroll."""
        lines = min(5 * self.fontMetrics().lineSpacing(), self.sizeHint().height())
        return QSize(super().minimumSizeHint().width(), lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where lines wrap elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the colours of the window that it has come into."""
        super().showEvent(event)
        if self._theme != theme_of(self.window()).name:
            self._render_again()


def html_of(text: str) -> str:
    """Return a Markdown text as HTML."""
    html: str = _markdown().render(visible(text))
    return html


def inline_html_of(text: str) -> str:
    """Return a line of Markdown as HTML, for a label."""
    html: str = _markdown().renderInline(visible(text))
    return html


def plain_of(text: str) -> str:
    """Return a line of Markdown as a screen reader should say it."""
    inline = _markdown().parseInline(visible(text))[0]
    return "".join(token.content for token in inline.children or ())


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # a window opens without

    made = MarkdownIt("commonmark", {"html": False})
    made.enable("table").disable("image")
    made.validateLink = _may_be_followed  # type: ignore[method-assign]
    return made


def _may_be_followed(url: str) -> bool:
    return url.startswith(LINKS)


def _style(theme: Theme) -> str:
    mono = ", ".join(f"'{family}'" for family in mono_font().families())
    return f"""
        p, ul, ol, pre, table {{ margin-top: 0; margin-bottom: 7px; }}
        li {{ margin-bottom: 2px; }}
        h1, h2, h3 {{ font-size: medium; margin-top: 8px; margin-bottom: 4px; }}
        code, pre {{ font-family: {mono}; color: {theme.text}; background-color: {theme.hover}; }}
        a {{ color: {theme.accent}; }}
        th, td {{ padding: 2px 8px 2px 0; }}
        blockquote {{ margin-left: 10px; color: {theme.muted}; }}
    """
