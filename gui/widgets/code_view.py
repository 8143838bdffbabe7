"""Python code to read and to copy, in the theme's colours."""

from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from gui.theme import Theme, mono_font, set_role, theme_of

if TYPE_CHECKING:
    from gui.widgets.code_colours import CodeColours

_SMALLER = 1.0
"""So many points smaller than other code: the view stands in a narrow column."""


class CodeView(QPlainTextEdit):
    """Python code, read-only and selectable, as tall as its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
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
        self.setPlainText(code)
        if self.isVisible():
            self._colours.colour_now()
        self.updateGeometry()

    @cached_property
    def _colours(self) -> "CodeColours":
        from gui.widgets.code_colours import CodeColours  # not before the view is seen: see `showEvent`

        made = CodeColours(self.document())
        made.set_theme(self._theme())
        return made

    def _theme(self) -> Theme:
        # The view itself is transparent, which Qt takes for a black ground.
        return theme_of(self.window())

    def _text_height(self) -> int:
        bottom = self.blockBoundingGeometry(self.document().lastBlock()).bottom()
        # Not the viewport's height: to be asked for a part that Qt made itself takes PySide 10 ms, once.
        around = self.height() - self.maximumViewportSize().height()
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

    def showEvent(self, event: QShowEvent) -> None:
        """Get the colours a moment later: what finds them takes 45 ms to load, and a window is to open."""
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self._colours.colour_now())

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        super().changeEvent(event)
        is_other_theme = event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
        if is_other_theme and "_colours" in vars(self):
            self._colours.set_theme(self._theme())
