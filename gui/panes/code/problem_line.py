"""What keeps the program from running, and where."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from gui.spoken import spoken
from gui.theme import set_role
from gui.visible_text import tooltip, visible_line

_SHOWN = 300
"""So many characters of the sentence are shown; all of it is the tooltip."""


class ProblemLine(QFrame):
    """The line's number and the sentence; a click leads there.  Hidden while there is no problem."""

    line_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self._line = 0
        self._go = QPushButton()
        self._sentence = QLabel()
        self.setObjectName("problem")
        self._go.setObjectName("go_to_problem")
        self._sentence.setObjectName("problem_sentence")
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        # A word that is too long for a line does not widen the view.
        self._sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        set_role(self._go, "link")
        set_role(self._sentence, "error")
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.addWidget(self._go, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        self._go.clicked.connect(lambda: self.line_wanted.emit(self._line))
        self.hide()
        spoken(self, lambda: self._go.setToolTip(self.tr("Go to that line")))

    def show_problem(self, line: int, sentence: str) -> None:
        """Show a problem of that line."""
        self._line = line
        self.say(sentence)
        self.show()

    def say(self, sentence: str) -> None:
        """Say it in other words."""
        words = visible_line(sentence)
        self._go.setText(self.tr("Line {0}").format(self._line))
        self._go.setAccessibleName(self.tr("Go to line {0}: {1}").format(self._line, words))
        self._sentence.setText(words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…")
        self._sentence.setToolTip(tooltip(sentence) if len(words) > _SHOWN else "")
        self.setAccessibleName(self._go.accessibleName())

    # Called by Qt ---------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lead to the line from anywhere on it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.line_wanted.emit(self._line)
