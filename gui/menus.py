"""The menus as a table: every command with its key, so that the keyboard reaches all."""

from collections.abc import Callable, Mapping
from typing import cast

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

# The marker that Qt's translation tools look for, with the type that its stub leaves out.
QT_TRANSLATE_NOOP = cast(Callable[[str, str], str], QtCore.QT_TRANSLATE_NOOP)

_Line = tuple[str, str, str]
"""A command's name, its text, its key; an empty name is a separator."""

_SEPARATOR: _Line = ("", "", "")

_MENUS: tuple[tuple[str, tuple[_Line, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("menus", "&Server"),
        (
            ("start", QT_TRANSLATE_NOOP("menus", "&Start"), "F5"),
            ("run", QT_TRANSLATE_NOOP("menus", "Start &again with this code"), "Ctrl+R"),
            ("stop", QT_TRANSLATE_NOOP("menus", "S&top"), "Shift+F5"),
            ("kill", QT_TRANSLATE_NOOP("menus", "&Kill"), "Ctrl+Shift+K"),
            ("stop_all", QT_TRANSLATE_NOOP("menus", "Stop &all"), "Ctrl+Shift+F5"),
            _SEPARATOR,
            ("remove", QT_TRANSLATE_NOOP("menus", "&Remove from the list"), "Ctrl+Shift+Del"),
            _SEPARATOR,
            ("open_program", QT_TRANSLATE_NOOP("menus", "&Open a server of your own…"), "Ctrl+O"),
            ("examples", QT_TRANSLATE_NOOP("menus", "&Examples…"), "Ctrl+E"),
            ("export", QT_TRANSLATE_NOOP("menus", "Take it &home…"), "Ctrl+S"),
            _SEPARATOR,
            ("quit", QT_TRANSLATE_NOOP("menus", "&Quit"), "Ctrl+Q"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("menus", "&Client"),
        (
            ("client_here", QT_TRANSLATE_NOOP("menus", "&New client to the selected server"), "Ctrl+T"),
            ("client_there", QT_TRANSLATE_NOOP("menus", "New client to an &address…"), "Ctrl+Shift+T"),
            _SEPARATOR,
            ("next_client", QT_TRANSLATE_NOOP("menus", "Ne&xt client"), "Ctrl+Tab"),
            ("both_clients", QT_TRANSLATE_NOOP("menus", "Two clients side &by side"), "Ctrl+B"),
            _SEPARATOR,
            ("half_close", QT_TRANSLATE_NOOP("menus", "&Half-close"), "Ctrl+H"),
            ("disconnect", QT_TRANSLATE_NOOP("menus", "&Disconnect"), "Ctrl+D"),
            ("close_client", QT_TRANSLATE_NOOP("menus", "&Close the tab"), "Ctrl+W"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("menus", "&View"),
        (
            ("to_builder", QT_TRANSLATE_NOOP("menus", "To the &builder"), "Ctrl+1"),
            ("to_log", QT_TRANSLATE_NOOP("menus", "To the &log"), "Ctrl+2"),
            ("to_message", QT_TRANSLATE_NOOP("menus", "To the &message"), "Ctrl+3"),
            ("to_code", QT_TRANSLATE_NOOP("menus", "To the &code"), "Ctrl+4"),
            ("to_console", QT_TRANSLATE_NOOP("menus", "To the c&onsole"), "Ctrl+5"),
            ("find", QT_TRANSLATE_NOOP("menus", "&Find in the log"), "Ctrl+F"),
            _SEPARATOR,
            ("theme_Unknown", QT_TRANSLATE_NOOP("menus", "Colours: as the &system"), ""),
            ("theme_Light", QT_TRANSLATE_NOOP("menus", "Colours: l&ight"), ""),
            ("theme_Dark", QT_TRANSLATE_NOOP("menus", "Colours: &dark"), ""),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("menus", "&Help"),
        (("about", QT_TRANSLATE_NOOP("menus", "&About Socket Lab"), "F1"),),
    ),
)


class Menus:
    """The window's menus; `run` says what each command does, by its name."""

    def __init__(self, window: QMainWindow, run: Mapping[str, Callable[[], object]]) -> None:
        """Add the menus to `window`; a command of the table that `run` lacks is a KeyError."""
        self._actions: dict[str, QAction] = {}
        self._themes = QActionGroup(window)
        for title, lines in _MENUS:
            menu = window.menuBar().addMenu(_tr(title))
            for name, text, key in lines:
                self._add(menu, name, text, key, run)

    def set_enabled(self, name: str, is_enabled: bool) -> None:
        """Let a command be chosen, or not."""
        self._actions[name].setEnabled(is_enabled)

    def check_theme(self, scheme: Qt.ColorScheme) -> None:
        """Mark the colours that are in use."""
        self._actions[theme_command(scheme)].setChecked(True)

    def _add(
        self, menu: QMenu, name: str, text: str, key: str, run: Mapping[str, Callable[[], object]]
    ) -> None:
        if not name:
            menu.addSeparator()
            return
        action = QAction(_tr(text), menu)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(key))
        command = run[name]
        action.triggered.connect(lambda _checked=False: command())
        if name.startswith(_THEME):
            action.setCheckable(True)
            self._themes.addAction(action)
        menu.addAction(action)
        self._actions[name] = action


_THEME = "theme_"


def theme_command(scheme: Qt.ColorScheme) -> str:
    """Return the name of the command that chooses these colours."""
    return f"{_THEME}{scheme.name}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("menus", text)
