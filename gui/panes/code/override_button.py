"""The button with the menu of methods to override."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gui.panes.code.hook_menu import HookMenu
from gui.spoken import spoken
from gui.theme import set_role


class OverrideButton(QPushButton):
    """Opens the menu of methods; who holds it ticks, when it opens, those that are there already."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer all methods."""
        super().__init__(parent)
        self.hooks = HookMenu(self)
        self.setObjectName("override")
        self.setMenu(self.hooks)
        set_role(self, "flat")
        # The sheet of the program has room for the arrow only in buttons with a frame.
        self.setStyleSheet("padding: 3px 22px 3px 7px;")
        self.hooks.chosen.connect(self.chosen)
        self.hooks.aboutToHide.connect(self._forget_mouse)
        spoken(self, self._say_words)

    def _say_words(self) -> None:
        self.setText(self.tr("Override a method"))
        tip = self.tr("Put a method of the library's in, to change it")
        self.setToolTip(tip)
        self.setAccessibleName(tip)

    def _forget_mouse(self) -> None:
        # The menu takes the mouse, so that the button does not hear of its leaving.
        self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
        self.update()
