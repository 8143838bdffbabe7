"""Python code to read on a page that scrolls: every character of it can be seen."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from gui.control_names import named_controls
from gui.theme import mono_font, theme_of
from gui.visible_text import visible
from gui.widgets.code_colours import CodeColours

LONGEST_LINE = 1_000
"""Longer lines are broken here: they would take long to lay out, and no person wrote them."""


class CodePage(QPlainTextEdit):
    """Code, read-only.  Lines wrap, so that nothing hides far to the right; signs stand for the invisible."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._colours = CodeColours(self.document())
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFont(mono_font())
        self.setStyleSheet(f"font-size: {mono_font().pointSizeF():g}pt;")

    def show_code(self, code: str) -> None:
        """Show other code, from its beginning."""
        self._colours.forget()
        self._colours.set_theme(theme_of(self.window()))
        self.setPlainText(_broken(visible(named_controls(code))))
        self._colours.colour_soon()

    # Called by Qt ---------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._colours.set_theme(theme_of(self.window()))


def _broken(code: str) -> str:
    """Return `code` with no line longer than `LONGEST_LINE` characters."""
    return "\n".join(
        line[start : start + LONGEST_LINE]
        for line in code.split("\n")
        for start in range(0, max(len(line), 1), LONGEST_LINE)
    )
