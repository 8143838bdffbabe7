"""The menus as a table: every command with its key, so that the keyboard reaches all."""

from collections.abc import Callable, Mapping
from typing import cast

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from gui.language import AS_SYSTEM, LANGUAGES

# The marker that Qt's translation tools look for, with the type that its stub leaves out.
QT_TRANSLATE_NOOP = cast(Callable[[str, str], str], QtCore.QT_TRANSLATE_NOOP)

_Line = tuple[str, str, str]
"""A command's name, its text, its key; an empty name is a separator."""

_SEPARATOR: _Line = ("", "", "")

_THEME = "theme_"
_LANGUAGE = "language_"

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
            ("stop_reading", QT_TRANSLATE_NOOP("menus", "&Stop reading"), ""),
            ("read_again", QT_TRANSLATE_NOOP("menus", "&Read again"), ""),
            ("reset", QT_TRANSLATE_NOOP("menus", "R&eset"), ""),
            ("vanish", QT_TRANSLATE_NOOP("menus", "&Vanish"), ""),
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
            (f"{_THEME}Unknown", QT_TRANSLATE_NOOP("menus", "Colours: as the &system"), ""),
            (f"{_THEME}Light", QT_TRANSLATE_NOOP("menus", "Colours: l&ight"), ""),
            (f"{_THEME}Dark", QT_TRANSLATE_NOOP("menus", "Colours: &dark"), ""),
            _SEPARATOR,
            (f"{_LANGUAGE}{AS_SYSTEM}", QT_TRANSLATE_NOOP("menus", "Langua&ge: as the system"), ""),
            # In the language itself: whoever looks for it may read no other.
            *((f"{_LANGUAGE}{code}", name, "") for code, name in LANGUAGES.items()),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("menus", "&Lessons"),
        (
            ("lessons", QT_TRANSLATE_NOOP("menus", "&Lessons…"), "Ctrl+L"),
            ("open_lessons", QT_TRANSLATE_NOOP("menus", "Open a &folder of lessons…"), ""),
            _SEPARATOR,
            ("lesson_go_on", QT_TRANSLATE_NOOP("menus", "&Next step"), "Alt+Right"),
            ("lesson_go_back", QT_TRANSLATE_NOOP("menus", "Step &before"), "Alt+Left"),
            ("leave_lesson", QT_TRANSLATE_NOOP("menus", "L&eave the lesson"), ""),
            _SEPARATOR,
            ("save_experiment", QT_TRANSLATE_NOOP("menus", "Sa&ve experiment…"), "Ctrl+Shift+S"),
            ("open_experiment", QT_TRANSLATE_NOOP("menus", "Open e&xperiment…"), "Ctrl+Shift+O"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("menus", "&Help"),
        (
            ("explain", QT_TRANSLATE_NOOP("menus", "Explain what has the &keys"), "F1"),
            ("whats_this", QT_TRANSLATE_NOOP("menus", "&What's this?"), "Shift+F1"),
            ("glossary", QT_TRANSLATE_NOOP("menus", "&Glossary"), "Ctrl+G"),
            _SEPARATOR,
            ("about", QT_TRANSLATE_NOOP("menus", "&About Socket Lab"), ""),
        ),
    ),
)


class Menus:
    """The window's menus; `run` says what each command does, by its name."""

    def __init__(self, window: QMainWindow, run: Mapping[str, Callable[[], object]]) -> None:
        """Add the menus to `window`; a command of the table that `run` lacks is a KeyError."""
        self._menus: list[tuple[QMenu, str]] = []
        self._texts: list[tuple[QAction, str]] = []
        self._actions: dict[str, QAction] = {}
        self._groups = {prefix: QActionGroup(window) for prefix in (_THEME, _LANGUAGE)}
        for title, lines in _MENUS:
            menu = window.menuBar().addMenu("")
            self._menus.append((menu, title))
            for name, text, key in lines:
                self._add(menu, name, text, key, run)
        self.say_words()

    def say_words(self) -> None:
        """Say what stands in the menus, in the language of now."""
        for menu, title in self._menus:
            menu.setTitle(_translated(title))
        for action, text in self._texts:
            action.setText(_translated(text))

    def set_enabled(self, name: str, is_enabled: bool) -> None:
        """Let a command be chosen, or not."""
        self._actions[name].setEnabled(is_enabled)

    def check(self, name: str) -> None:
        """Mark the one of several choices that counts."""
        self._actions[name].setChecked(True)

    def _add(
        self, menu: QMenu, name: str, text: str, key: str, run: Mapping[str, Callable[[], object]]
    ) -> None:
        if not name:
            menu.addSeparator()
            return
        action = QAction(menu)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(key))
        command = run[name]
        action.triggered.connect(lambda _checked=False: command())
        if group := next((self._groups[prefix] for prefix in self._groups if name.startswith(prefix)), None):
            action.setCheckable(True)
            group.addAction(action)
        menu.addAction(action)
        self._texts.append((action, text))
        self._actions[name] = action


def theme_command(scheme: Qt.ColorScheme) -> str:
    """Return the name of the command that chooses these colours."""
    return f"{_THEME}{scheme.name}"


def language_command(choice: str) -> str:
    """Return the name of the command that chooses this language, or the system's."""
    return f"{_LANGUAGE}{choice}"


def _translated(text: str) -> str:
    return QCoreApplication.translate("menus", text)
