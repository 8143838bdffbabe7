"""A line of a form: a label, a control, and room beneath for what is wrong with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.theme import set_role

LABEL_WIDTH = 66
"""How wide labels are, so that the controls of several rows stand under each other."""

UNIT_WIDTH = 38
"""How wide the place for a unit is where the label takes the rest, used or not, for the same reason."""


class FieldRow(QWidget):
    """A label before a control; the label takes the width that is given to it."""

    def __init__(self, control: QWidget, has_unit: bool = False, label_width: int = LABEL_WIDTH) -> None:
        """Put a label before `control`, perhaps a unit behind it; label_width 0: the label has all room."""
        super().__init__()
        self._label = QLabel()
        self._unit = QLabel() if has_unit or not label_width else None
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setBuddy(control)
        self._control = control
        set_role(self._label, "muted")
        if label_width:
            self._label.setFixedWidth(label_width)
        else:
            # A wide font must not widen the whole form.
            self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lay_out(label_width)

    @property
    def control(self) -> QWidget:
        """The control."""
        return self._control

    def say(self, label: str, unit: str = "") -> None:
        """Write the label before the control, and the unit behind it."""
        self._label.setText(label)
        if self._unit:
            self._unit.setText(unit)

    def explain(self, sentence: str) -> None:
        """Set the tooltip of label and control, and what a screen reader says."""
        self._label.setToolTip(sentence)
        self._control.setToolTip(sentence)
        self._control.setAccessibleDescription(sentence)

    def enable(self, is_enabled: bool) -> None:
        """Enable or disable label and control."""
        self._label.setEnabled(is_enabled)
        self._control.setEnabled(is_enabled)

    def hold(self, widget: QWidget) -> None:
        """Take a widget into the room beneath the control."""
        self._lines.addWidget(widget)

    def _lay_out(self, label_width: int) -> None:
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._label, 0 if label_width else 1)
        line.addWidget(self._control, 1 if label_width else 0)
        if self._unit:
            set_role(self._unit, "muted")
            if not label_width:
                self._unit.setFixedWidth(UNIT_WIDTH)
            line.addWidget(self._unit)
        self._lines.addLayout(line)
