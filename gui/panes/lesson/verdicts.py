"""What came of predictions, said before anything is explained; a wrong one is the interesting one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.scenario.progress import Verdict
from gui.theme import set_role
from gui.widgets.markdown_text import inline_html_of

Fill = Callable[[str], str]
"""Puts the learner's numbers into a text."""


class Verdicts(QWidget):
    """A card for each question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._cards: list[_Card] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_verdicts(self, verdicts: Sequence[Verdict], fill: Fill) -> None:
        """Say what was predicted and what happened."""
        while len(self._cards) < len(verdicts):
            self._cards.append(_Card())
            self._column.addWidget(self._cards[-1])
        for card in self._cards[len(verdicts) :]:
            card.hide()
        for card, verdict in zip(self._cards, verdicts, strict=False):
            card.show_verdict(verdict, fill, is_alone=len(verdicts) == 1)
            card.show()


class _Card(QFrame):
    """One question: whether it went as predicted, in words first."""

    def __init__(self) -> None:
        super().__init__()
        self._question = _label("small")
        self._head = _label("")
        self._facts = _label("")
        self._comment = _label("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(3)
        for label in (self._question, self._head, self._facts, self._comment):
            column.addWidget(label)
        self._head.setObjectName("verdict")

    def show_verdict(self, verdict: Verdict, fill: Fill, is_alone: bool) -> None:
        """Say what came of a question; which it was only where there are several."""
        self._question.setText(inline_html_of(verdict.question.title))
        self._question.setVisible(not is_alone)
        role, head = self._head_of(verdict)
        set_role(self._head, role)
        self._head.setText(f"<b>{head}</b>")
        _write(self._facts, self._facts_of(verdict))
        _write(self._comment, [inline_html_of(fill(text)) for text in _comments(verdict)])

    def _head_of(self, verdict: Verdict) -> tuple[str, str]:
        if verdict.right is None:
            return "", self._undecided(verdict)
        if verdict.chosen is None:
            return "", self.tr("You made no prediction here.")
        if verdict.was_right:
            return "good", self.tr("✓ It went as you predicted.")
        return "", self.tr("≠ It went another way than you predicted: this is where one learns most.")

    def _undecided(self, verdict: Verdict) -> str:
        if not verdict.is_evident:
            return self.tr("? Not decided: do the steps again to see it happen.")
        if verdict.true:
            return self.tr("? Not decided: what happened fits more than one answer. Try the steps once more.")
        return self.tr("? Not decided yet: what happened so far fits none of the answers.")

    def _facts_of(self, verdict: Verdict) -> list[str]:
        choices = verdict.question.choices
        lines = []
        if verdict.chosen is not None and not verdict.was_right:
            lines.append(self.tr("You predicted: {0}").format(inline_html_of(choices[verdict.chosen].text)))
        if verdict.right is not None:
            lines.append(self.tr("What happened: {0}").format(inline_html_of(choices[verdict.right].text)))
        return lines


def _comments(verdict: Verdict) -> list[str]:
    """Return the comments on the learner's own choice and on the right one."""
    if verdict.right is None:
        return []
    places = dict.fromkeys((verdict.chosen, verdict.right))
    comments = [verdict.question.choices[place].comment for place in places if place is not None]
    return [comment for comment in comments if comment]


def _write(label: QLabel, lines: Sequence[str]) -> None:
    label.setText("<br>".join(lines))
    label.setVisible(bool(lines))


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    set_role(label, role)
    return label
