"""Fonts and places of a row of output."""

from PySide6.QtGui import QFont, QFontMetricsF

from gui.panes.console.row_words import RowWords, Tone
from gui.theme import mono_font, small_font, text_font

EDGE = 8
"""Pixels left free at the sides."""

MEASURED = 200
"""A text with more characters is not measured: it would take too long."""

WIDE = 2
"""So many letters of code are as wide as one of the widest, such as a Chinese one."""

_GAP = 14
_ROW_GAP = 3
_HEAD_GAP = 12


class Measures:
    """What follows from the theme's fonts: how high a row is, where its columns are, how wide its words."""

    def __init__(self) -> None:
        """Measure the fonts as they are now."""
        self.small = small_font()
        self.digits = mono_font()
        self.digits.setPointSizeF(self.small.pointSizeF())
        self.fonts = {tone: _font(tone) for tone in Tone}
        self._metrics = {tone: QFontMetricsF(font) for tone, font in self.fonts.items()}
        self.letter = self._metrics[Tone.PLAIN].horizontalAdvance("0")
        """How wide a letter of code is."""
        self.height = round(max(metrics.height() for metrics in self._metrics.values())) + _ROW_GAP
        small = QFontMetricsF(self.small)
        self.head = round(small.height()) + _HEAD_GAP
        self.time_end = EDGE + round(QFontMetricsF(self.digits).horizontalAdvance("00,000.000"))
        self.request_end = self.time_end + _GAP + round(small.horizontalAdvance("0000"))
        self.text_start = self.request_end + _GAP

    def width(self, words: RowWords) -> float:
        """Return how wide the words of a row are; of a long text with wide letters in it, at most."""
        if words.is_evenly_spaced:
            return len(words.text) * self.letter
        if len(words.text) > MEASURED:
            return len(words.text) * WIDE * self.letter
        return self._metrics[words.tone].horizontalAdvance(words.text)

    def span(self, words: RowWords, start: int, end: int) -> tuple[float, float]:
        """Return where a part of the words begins, from the first, and how wide it is."""
        metrics = self._metrics[words.tone]
        return metrics.horizontalAdvance(words.text[:start]), metrics.horizontalAdvance(words.text[start:end])

    def small_width(self, text: str) -> float:
        """Return how wide a text in the small font is."""
        return QFontMetricsF(self.small).horizontalAdvance(text)


def _font(tone: Tone) -> QFont:
    font = mono_font() if tone.value.is_code else text_font()
    font.setBold(tone.value.is_bold)
    font.setItalic(tone.value.is_italic)
    return font
