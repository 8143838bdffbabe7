"""The chosen piece: which call it was, and its bytes."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from core.hexdump import hexdump
from core.ruler import Call
from gui.panes.bytes_view.fitted_text import FittedText
from gui.panes.bytes_view.words import call_sentence
from gui.spoken import spoken
from gui.theme import mono_font, set_role, theme_of
from gui.visible_text import beginning, decoded, visible

HEX_SHOWN = 2_048
"""So many bytes of a piece are shown as hexadecimal numbers."""


class Piece(QWidget):
    """Tells of one call, or how to choose one; its text is as high as the bytes need, if there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a call."""
        super().__init__(parent)
        self._call: Call | None = None
        self._is_hex = False
        self._sentence = QLabel()
        self._sentence.setObjectName("piece")
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._bytes = FittedText()
        self._bytes.setObjectName("piece_bytes")
        self._lay_out()
        spoken(self, self._say_words)

    def show_call(self, call: Call | None, began: int) -> None:
        """Tell of that call of a run that `began` at that time (ns); None: of none."""
        hint = self.tr("Click a piece to see which call it was; the arrow keys go from piece to piece.")
        self._sentence.setText(call_sentence(call, began) if call else hint)
        set_role(self._sentence, "" if call else "muted")
        if call is not self._call:
            self._call = call
            self._show_bytes()

    def set_hex(self, is_hex: bool) -> None:
        """Show the bytes as hexadecimal numbers, or as text."""
        self._is_hex = is_hex
        self._show_bytes()

    def _say_words(self) -> None:
        self._bytes.setAccessibleName(self.tr("The bytes of the chosen piece"))
        self._show_bytes()

    def _show_bytes(self) -> None:
        self._bytes.setVisible(self._call is not None)
        if self._call is not None:
            self._bytes.show_text(self._in_words(self._call))

    def _in_words(self, call: Call) -> str:
        if self._is_hex:
            text = hexdump(call.data[:HEX_SHOWN])
            shown = min(len(call.data), HEX_SHOWN)
        else:
            text = beginning(visible(decoded(call.data[: 4 * HEX_SHOWN])))
            shown = len(text.encode("utf-8", "replace"))
        if shown >= call.size:
            return text
        more = self.tr("… and more, {0} bytes in all").format(f"{call.size:,}")
        return f"{text}\n{more}"

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme_of(self).gap)
        layout.addWidget(self._sentence)
        layout.addWidget(self._bytes, 1)
        layout.addStretch()

    # Called by Qt -----------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Follow the fonts."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._bytes.setFont(mono_font())
