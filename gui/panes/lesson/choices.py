"""A question's answers, one of which is predicted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.markdown_text import inline_html_of, plain_of


class Choices(QWidget):
    """Radio buttons whose texts may be long."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a question."""
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._group.idClicked.connect(self.chosen)

    def show_choices(self, texts: Sequence[str], chosen: int | None, may_choose: bool) -> None:
        """Show these answers; once the result was seen they only stand there."""
        if [row.text for row in self._rows] != list(texts):
            self._make_rows(texts)
        self._group.setExclusive(False)  # or the last one chosen could not be taken back
        for place, row in enumerate(self._rows):
            row.button.setChecked(place == chosen)
            row.setEnabled(may_choose or place == chosen)
        self._group.setExclusive(True)

    def buttons(self) -> list[QRadioButton]:
        """Return the buttons, in order."""
        return [row.button for row in self._rows]

    def _make_rows(self, texts: Sequence[str]) -> None:
        for row in self._rows:
            self._group.removeButton(row.button)
            row.setParent(None)
            row.deleteLater()
        self._rows = [_Row(text, place) for place, text in enumerate(texts)]
        for place, row in enumerate(self._rows):
            self._group.addButton(row.button, place)
            self._column.addWidget(row)


class _Row(QWidget):
    """A radio button, and beside it a text that wraps, which Qt's own would not."""

    def __init__(self, text: str, place: int) -> None:
        super().__init__()
        self.text = text
        self.button = QRadioButton()
        self.button.setObjectName(f"choice_{place + 1}")
        self.button.setAccessibleName(plain_of(text))
        self.button.setFixedWidth(self.button.minimumSizeHint().height() + 2)
        label = QLabel(inline_html_of(text))
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click on the text for one on the button."""
        if event.button() is Qt.MouseButton.LeftButton and self.button.isEnabled():
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()
