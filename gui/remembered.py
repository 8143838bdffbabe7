"""What the window remembers from one time to the next; a value that cannot be used is as good as none."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QSettings, Qt

from core.spec import OwnCode, ServerSpec
from gui.language import AS_SYSTEM, LANGUAGES

if TYPE_CHECKING:
    from core.scenario.bookmark import Bookmark

MESSAGES_KEPT = 200
"""So many of the latest messages are remembered for the Up key."""

BOOKMARKS_KEPT = 1_000
"""Of so many lessons it is remembered how far they have come."""


class Remembered:
    """Typed access to `QSettings`."""

    def __init__(self, settings: QSettings) -> None:
        """Read from and write to `settings`."""
        self._settings = settings

    def spec(self) -> ServerSpec:
        """Return the last choices in the builder, or the default server."""
        text = self._settings.value("spec", "")
        try:
            return _spec_from(json.loads(str(text)))
        except (AttributeError, TypeError, ValueError):  # none yet, or of another version, or edited by hand
            return ServerSpec()

    def set_spec(self, spec: ServerSpec) -> None:
        """Remember the choices in the builder."""
        self._settings.setValue("spec", json.dumps(asdict(spec)))

    def messages(self) -> list[str]:
        """Return the messages that Up recalls."""
        return self._texts("messages")

    def set_messages(self, messages: list[str]) -> None:
        """Remember the messages that Up recalls."""
        self._settings.setValue("messages", json.dumps(_writable(messages), ensure_ascii=False))

    def trusted(self) -> list[str]:
        """Return the marks of the programs that may run; see `core.trust`."""
        return self._texts("trusted")

    def set_trusted(self, marks: list[str]) -> None:
        """Remember the marks of the programs that may run."""
        self._settings.setValue("trusted", json.dumps(marks))

    def scheme(self) -> Qt.ColorScheme:
        """Return light, dark, or Unknown for the system's."""
        name = str(self._settings.value("scheme", ""))
        return _SCHEMES.get(name, Qt.ColorScheme.Unknown)

    def set_scheme(self, scheme: Qt.ColorScheme) -> None:
        """Remember light, dark, or the system's."""
        self._settings.setValue("scheme", scheme.name)

    def language(self) -> str:
        """Return the code of one of our languages, or `AS_SYSTEM`."""
        choice = str(self._settings.value("language", ""))
        return choice if choice in LANGUAGES else AS_SYSTEM

    def set_language(self, choice: str) -> None:
        """Remember a language, or the system's."""
        self._settings.setValue("language", choice)

    def bookmark(self, lesson: str) -> "Bookmark":
        """Return how far a lesson has come, by a name that stands for its folder and itself."""
        from core.scenario.bookmark import bookmark_from

        return bookmark_from(self._bookmarks().get(lesson, {}))

    def set_bookmark(self, lesson: str, bookmark: "Bookmark") -> None:
        """Remember how far a lesson has come; of too many, those used longest ago are forgotten."""
        import msgspec

        others = {name: facts for name, facts in self._bookmarks().items() if name != lesson}
        kept = list({**others, lesson: msgspec.to_builtins(bookmark)}.items())[-BOOKMARKS_KEPT:]
        self._settings.setValue("bookmarks", json.dumps(dict(kept)))

    def lesson_rooms(self) -> tuple[int, int] | None:
        """Return how high and how wide the lesson's pane was, None if that is not known."""
        match self._loaded("lesson_rooms"):
            case [int(strip), int(column)]:
                return strip, column
        return None

    def set_lesson_rooms(self, rooms: tuple[int, int]) -> None:
        """Remember how high and how wide the lesson's pane is."""
        self._settings.setValue("lesson_rooms", json.dumps(rooms))

    def lesson_folder(self) -> str:
        """Return the folder of lessons that was opened last, "" for the program's own."""
        return str(self._settings.value("lesson_folder", ""))

    def set_lesson_folder(self, folder: str) -> None:
        """Remember a folder of lessons."""
        self._settings.setValue("lesson_folder", folder)

    def _bookmarks(self) -> dict[str, Any]:
        found = self._loaded("bookmarks")
        return found if isinstance(found, dict) else {}

    def _loaded(self, key: str) -> Any:
        try:
            return json.loads(str(self._settings.value(key, "")))
        except ValueError:
            return None

    def bytes_of(self, key: str) -> QByteArray:
        """Return a state that Qt packed, empty if none."""
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def _texts(self, key: str) -> list[str]:
        try:
            found = json.loads(str(self._settings.value(key, "")))
        except ValueError:
            return []
        return [text for text in found if isinstance(text, str)] if isinstance(found, list) else []

    def set_bytes(self, key: str, value: QByteArray) -> None:
        """Remember a state that Qt packed."""
        self._settings.setValue(key, value)


_SCHEMES = {scheme.name: scheme for scheme in Qt.ColorScheme}


def _spec_from(facts: dict[str, Any]) -> ServerSpec:
    if facts.get("code"):
        facts["code"] = OwnCode(**facts["code"])
    return ServerSpec(**facts)


def _writable(messages: list[str]) -> list[str]:
    """Return the latest messages; half a surrogate pair, which no file can hold, becomes a question mark."""
    return [message.encode("utf-8", "replace").decode() for message in messages[-MESSAGES_KEPT:]]
