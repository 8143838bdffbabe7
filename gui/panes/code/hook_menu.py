"""The methods that a learner may override, each with a sentence about it."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from core.hook_words import about

HANDLER_METHODS = ("setup", "handle", "finish")
"""In the order in which they are called."""

SERVER_HOOKS = (
    "server_bind",
    "server_activate",
    "service_actions",
    "get_request",
    "verify_request",
    "process_request",
    "finish_request",
    "handle_error",
    "handle_timeout",
    "shutdown_request",
    "close_request",
    "server_close",
)
"""In the order in which they are called."""


class HookMenu(QMenu):
    """Offers every method; one that the program has already is ticked, and choosing it leads there."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer all."""
        super().__init__(parent)
        self.setObjectName("hooks")
        self.setAccessibleName(self.tr("Methods to override"))
        self._actions: dict[str, QAction] = {}
        for title, names in (
            (self.tr("Methods of the handler"), HANDLER_METHODS),
            (self.tr("Methods of the server"), SERVER_HOOKS),
        ):
            # Not addSection(): a menu with a style sheet leaves out the words.
            self.addAction(title).setEnabled(False)
            for name in names:
                self._actions[name] = self._add(name)

    def tick(self, names: Collection[str]) -> None:
        """Tick the methods that the program has."""
        for name, action in self._actions.items():
            action.setChecked(name in names)

    def _add(self, name: str) -> QAction:
        action = self.addAction(f"{name}() — {about(name).words}")
        action.setObjectName(f"override_{name}")
        action.setCheckable(True)
        action.triggered.connect(lambda: self.chosen.emit(name))
        return action
