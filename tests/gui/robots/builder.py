"""Chooses in the builder, starts and stops, and reads what it shows, as a person would."""

from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QPushButton, QToolButton, QWidget

from gui.widgets.chip import Chip
from gui.widgets.choice import Choice
from gui.widgets.problem_box import ProblemBox

W = TypeVar("W", bound=QWidget)


class BuilderRobot:
    """A person in front of the builder; `root` is the pane, or a window that holds one."""

    def __init__(self, qtbot: Any, root: QWidget) -> None:
        self._qtbot = qtbot
        self._root = root

    def choose(self, **choices: str) -> "BuilderRobot":
        """Choose entries by their words, for instance transport="TCP", concurrency="Threading"."""
        for name, label in choices.items():
            choice = self._part(Choice, name)
            index = choice.findText(label)
            assert index >= 0, f"no {label!r} in {name}, only {self.offered(name)}"
            choice.setCurrentIndex(index)
        return self

    def write(self, **texts: str) -> "BuilderRobot":
        """Type into fields in place of what is there, for instance port="9999"."""
        for name, text in texts.items():
            field = self._part(QLineEdit, name)
            field.selectAll()
            self._qtbot.keyClick(field, Qt.Key.Key_Delete)
            self._qtbot.keyClicks(field, text)
        return self

    def check(self, **boxes: bool) -> "BuilderRobot":
        """Tick or untick options, for instance daemon_threads=True."""
        for name, is_checked in boxes.items():
            self._part(QCheckBox, name).setChecked(is_checked)
        return self

    def unfold_options(self) -> "BuilderRobot":
        return self if self.are_options_unfolded() else self._press("options")

    def fold_options(self) -> "BuilderRobot":
        return self._press("options") if self.are_options_unfolded() else self

    def are_options_unfolded(self) -> bool:
        return self._part(QPushButton, "options").isChecked()

    def start(self) -> "BuilderRobot":
        return self._press("start_server")

    def stop(self) -> "BuilderRobot":
        return self._press("stop_server")

    def copy_code(self) -> "BuilderRobot":
        return self._press("copy_code")

    def accept_offer(self) -> "BuilderRobot":
        return self._press("offer")

    def can_start(self) -> bool:
        return self._part(QPushButton, "start_server").isEnabled()

    def can_stop(self) -> bool:
        return self._part(QPushButton, "stop_server").isEnabled()

    def offered(self, name: str) -> list[str]:
        choice = self._part(Choice, name)
        return [choice.itemText(index) for index in range(choice.count())]

    def chosen(self, name: str) -> str:
        return self._part(Choice, name).currentText()

    def text(self, name: str) -> str:
        return self._part(QLineEdit, name).text()

    def is_offered(self, name: str) -> bool:
        """Tell whether a control can be seen (its page may be folded) and used."""
        return any(
            part.isEnabled() and not self._parent(part).isHidden()
            for part in self._root.findChildren(QWidget, name)
        )

    def tooltip(self, name: str) -> str:
        return self._part(QWidget, name).toolTip()

    def problem(self) -> str:
        return self._part(ProblemBox, "problem").text()

    def offer(self) -> str:
        button = self._part(QPushButton, "offer")
        return "" if button.isHidden() else button.text()

    def place_of_problem(self) -> set[str]:
        """Return the names of the controls in whose row the problem is shown."""
        row = self._parent(self._part(ProblemBox, "problem"))
        return {part.objectName() for part in row.findChildren(QLineEdit) + row.findChildren(Choice)}

    def code(self) -> str:
        return self._part(QPlainTextEdit, "code").toPlainText()

    def classes(self) -> list[str]:
        """Return the chips of the method resolution order, the highlighted one in stars."""
        chips = self._part(QWidget, "method_resolution").findChildren(Chip)
        return [
            f"*{chip.text}*" if chip.is_highlighted else chip.text for chip in chips if not chip.isHidden()
        ]

    def option_chips(self) -> list[str]:
        line = self._parent(self._part(QPushButton, "options"))
        return [chip.text for chip in line.findChildren(Chip) if not chip.isHidden()]

    def untold_controls(self) -> list[str]:
        """Return the controls that lack a name, an accessible name or a tooltip."""
        kinds = (QLineEdit, Choice, QCheckBox, QPushButton, QToolButton)
        parts = [part for kind in kinds for part in self._root.findChildren(kind)]
        return [
            part.objectName() or type(part).__name__
            for part in parts
            if not (part.objectName() and part.accessibleName() and part.toolTip())
            and part.objectName() != "offer"
        ]

    def _press(self, name: str) -> "BuilderRobot":
        self._qtbot.mouseClick(self._part(QPushButton, name), Qt.MouseButton.LeftButton)
        return self

    def _parent(self, part: QWidget) -> QWidget:
        parent = part.parentWidget()
        assert parent is not None
        return parent

    def _part(self, kind: type[W], name: str) -> W:
        part = self._root.findChild(kind, name)
        assert part is not None, f"no {kind.__name__} named {name}"
        return part
