"""The methods that a learner may override, each with a sentence about it."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from core.hook_words import about
from gui.language import translated
from gui.spoken import spoken

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
        self._actions: dict[str, QAction] = {}
        # Not addSection(): a menu with a style sheet leaves out the words.
        self._of_handler = self._add_title()
        self._add_all(HANDLER_METHODS)
        self._of_server = self._add_title()
        self._add_all(SERVER_HOOKS)
        spoken(self, self._say_words)

    def tick(self, names: Collection[str]) -> None:
        """Tick the methods that the program has."""
        for name, action in self._actions.items():
            action.setChecked(name in names)

    def _say_words(self) -> None:
        self.setAccessibleName(self.tr("Methods to override"))
        self._of_handler.setText(self.tr("Methods of the handler"))
        self._of_server.setText(self.tr("Methods of the server"))
        for name, action in self._actions.items():
            action.setText(f"{name}() — {translated(about(name).words)}")

    def _add_title(self) -> QAction:
        action = QAction(self)
        action.setEnabled(False)
        self.addAction(action)
        return action

    def _add_all(self, names: Iterable[str]) -> None:
        for name in names:
            self._actions[name] = action = QAction(self)
            action.setObjectName(f"override_{name}")
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, name=name: self.chosen.emit(name))
            self.addAction(action)
