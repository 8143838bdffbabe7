"""Small buttons in lines, each of which can be pressed in or not."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QWidget

from gui.theme import set_role, small_font
from gui.widgets.flow_layout import FlowLayout


class CheckRow(QWidget):
    """Any number of choices out of a few, none at first; the lines break where the width ends."""

    changed = Signal()

    def __init__(self, name: str, choices: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Offer `choices`: pairs of a key and a text; a button's object name is `name`_key."""
        super().__init__(parent)
        self.setObjectName(name)
        self._buttons = {key: self._button(f"{name}_{key}", text) for key, text in choices}
        layout = FlowLayout(self)
        for button in self._buttons.values():
            layout.addWidget(button)

    def say(self, texts: Mapping[str, str]) -> None:
        """Call each choice, by its key, something else, such as the same in another language."""
        for key, text in texts.items():
            self._buttons[key].setText(text)

    def checked(self) -> frozenset[str]:
        """Return the keys of what is chosen."""
        return frozenset(key for key, button in self._buttons.items() if button.isChecked())

    def clear(self) -> None:
        """Choose nothing."""
        for button in self._buttons.values():
            button.setChecked(False)

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(text)
        button.setFont(small_font())
        button.setCheckable(True)
        set_role(button, "tick")
        button.toggled.connect(self.changed)
        return button
