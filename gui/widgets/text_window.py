"""A window with one long text, for reading and copying."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from gui.spoken import spoken
from gui.theme import mono_font, set_role
from gui.visible_text import visible

CHARACTERS_SHOWN = 1_000_000
"""More than anyone reads, and few enough for a text editor; "Copy all" copies everything."""

_LINE = 500
"""Longer lines are broken here: an editor takes seconds to lay out one line of a million characters."""


class TextWindow(QDialog):
    """A text, read-only; long lines are broken, and one beyond `CHARACTERS_SHOWN` is cut, which it says."""

    def __init__(self, title: Callable[[], str], text: str, parent: QWidget | None = None) -> None:
        """Make a window that shows `text`; `title` is asked again when another language is chosen."""
        super().__init__(parent)
        self._title = title
        self._text = text
        self._note = QLabel()
        self._view = QPlainTextEdit()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._copy = self._buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.setObjectName("text_window")
        self.resize(760, 560)
        self._lay_out()
        self._copy.clicked.connect(self._on_copy)
        self._buttons.rejected.connect(self.reject)
        spoken(self, self._say_words)

    def _say_words(self) -> None:
        self.setWindowTitle(self._title())
        self._note.setText(self._note_text())
        self._view.setAccessibleName(self.tr("The whole text"))
        self._copy.setText(self.tr("Copy all"))

    def _lay_out(self) -> None:
        set_role(self._note, "small")
        self._view.setObjectName("whole_text")
        self._view.setReadOnly(True)
        self._view.setFont(mono_font())
        self._view.setPlainText(_broken(visible(self._text[:CHARACTERS_SHOWN])))
        self._copy.setObjectName("copy_all")
        layout = QVBoxLayout(self)
        for widget in (self._note, self._view, self._buttons):
            layout.addWidget(widget)

    def _note_text(self) -> str:
        count = len(self._text)
        if count <= CHARACTERS_SHOWN:
            return self.tr("{0} characters").format(f"{count:,}")
        return self.tr("The first {0} of {1} characters").format(f"{CHARACTERS_SHOWN:,}", f"{count:,}")

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)


def _broken(text: str) -> str:
    """Return `text` with no line longer than `_LINE` characters."""
    return "\n".join(
        line[start : start + _LINE]
        for line in text.split("\n")
        for start in range(0, max(len(line), 1), _LINE)
    )
