"""The menus as a table: every command with its shortcut, so that the keyboard reaches all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu


@dataclass(frozen=True, slots=True)
class Command:
    """A line of a menu; an empty text is a separator."""

    name: str = ""
    text: str = ""
    shortcut: str = ""
    run: Callable[[], object] | None = None
    choice: bool = False


SEPARATOR = Command()


def add_menu(window: QMainWindow, title: str, commands: Iterable[Command]) -> dict[str, QAction]:
    """Add a menu; return its actions by name."""
    menu = window.menuBar().addMenu(title)
    return dict(_add(menu, command) for command in commands)


def _add(menu: QMenu, command: Command) -> tuple[str, QAction]:
    if not command.text:
        return "", menu.addSeparator()
    action = QAction(command.text, menu)
    action.setObjectName(command.name)
    action.setShortcut(QKeySequence(command.shortcut))
    action.setCheckable(command.choice)
    run = command.run
    if run is not None:
        action.triggered.connect(lambda _checked=False: run())
    menu.addAction(action)
    return command.name, action
