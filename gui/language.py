"""The languages the window speaks: English, which stands in the code, and those in resources/translations."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from core.wording import Wording
from gui.theme import RESOURCES

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

AS_SYSTEM = "system"
"""The choice of whatever the system speaks, if it is one of ours."""

ENGLISH = "en"
CHINESE = "zh_CN"

LANGUAGES = {ENGLISH: "English", CHINESE: "简体中文"}
"""Each language's name in itself, by the code that its files are named by."""

CORE = "core"
"""The context in which translators find the texts of core."""

TRANSLATIONS = RESOURCES / "translations"


class Speech:
    """What all windows of the program speak: English at first."""

    def __init__(self, app: QCoreApplication) -> None:
        """Speak for `app`."""
        self._app = app
        self._translators: list[QTranslator] = []

    def speak(self, choice: str) -> None:
        """Speak this language, or the system's; windows that are open hear of it by an event.

        Where its file has not been built it is English, and one line on standard error says so.
        """
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators.clear()
        language = language_of_system() if choice == AS_SYSTEM else choice
        if language == ENGLISH:
            return
        file = TRANSLATIONS / f"socket_lab_{language}.qm"
        if self._install(str(file)):
            self._install(_file_of_qt(language))
        else:
            print(_NOT_BUILT.format(LANGUAGES[language], file), file=sys.stderr)

    def _install(self, file: str) -> bool:
        from PySide6.QtCore import QTranslator  # half a millisecond, and English needs none

        translator = QTranslator()
        if not translator.load(file):
            return False
        self._translators.append(translator)
        return self._app.installTranslator(translator)


def language_of_system(preferred: Sequence[str] | None = None) -> str:
    """Return the first of ours among the languages that the system prefers; English if it has none."""
    for name in QLocale.system().uiLanguages() if preferred is None else preferred:
        # By the language alone: who reads traditional characters reads simplified ones sooner than English.
        for language in LANGUAGES:
            if name[:2] == language[:2]:
                return language
    return ENGLISH


def language_of_now() -> str:
    """Return the code of the language that the windows speak."""
    # Translators write the code of their own language for it.
    return QCoreApplication.translate("language", "en")


def translated(text: str) -> str:
    """Return a text of core in the language of the window; one that is not for translators stays as it is."""
    if not isinstance(text, Wording):
        return text
    said = QCoreApplication.translate(CORE, text.template)
    if not text.facts:
        return said
    facts = text.facts.items()
    return said.format(**{name: translated(fact) if isinstance(fact, str) else fact for name, fact in facts})


_NOT_BUILT = (
    "The texts in {0} have not been built, so this window speaks English: there is no {1}. "
    "Try: python3 lab.py, or pip install again."
)


def _file_of_qt(language: str) -> str:
    """Return the file of Qt's own words: the buttons and menus that its dialogs bring along."""
    from PySide6.QtCore import QLibraryInfo

    return f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{language}.qm"
