"""The glossary: each word, control, hook and state in a sentence, read from one file a language and checked.

read            a file's text → a Glossary, or a GlossaryError that names the entry that is wrong
glossary        the glossary of a language, from its file
Glossary        finds an entry by its key, by the names of a control, or by words
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from importlib.resources import files
from typing import Any

LONGEST_SENTENCE = 330
"""An entry's sentences may have at most so many characters: what is longer is not read in a small window."""

MANUALS = {"en": "https://docs.python.org/3/library/", "zh_CN": "https://docs.python.org/zh-cn/3/library/"}
"""Where Python's documentation of its library stands, by language."""


class GlossaryError(ValueError):
    """Something in a glossary that cannot be; `key` names the entry, "" where it is not in any."""

    def __init__(self, key: str, problem: str) -> None:
        """Say what is wrong with which entry."""
        super().__init__(f"{key}: {problem}" if key else problem)
        self.key = key


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is told of one thing; `see` are keys of other entries, `controls` names of what it explains.

    A control may be named within another ("log/pause"), or by how its name begins ("send*").
    """

    key: str
    title: str
    documented: str
    sentence: str
    see: tuple[str, ...]
    controls: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def first_sentence(self) -> str:
        """Return as much of it as a tooltip has room for."""
        found = _END_OF_SENTENCE.search(self.sentence)
        return self.sentence[: found.end()].strip() if found else self.sentence

    def manual(self, language: str) -> str:
        """Return the address of the library's documentation on it; "" where there is none."""
        if not self.documented:
            return ""
        module, _, name = self.documented.partition(".")
        return f"{MANUALS[language]}{module}.html#{self.documented if name else f'module-{module}'}"


class Glossary(Mapping[str, Entry]):
    """The entries of a language by their keys, in the order of the file."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Take entries that have been checked."""
        self._entries = {entry.key: entry for entry in entries}
        self._controls = {name: entry for entry in self._entries.values() for name in entry.controls}
        beginnings = (name for name in self._controls if name.endswith("*"))
        # The longest first: "message_kind*" is not to be taken for a "message*".
        self._beginnings = sorted(beginnings, key=len, reverse=True)

    def __getitem__(self, key: str) -> Entry:
        """Return the entry with that key; a KeyError if there is none."""
        return self._entries[key]

    def __iter__(self) -> Iterator[str]:
        """Yield the keys."""
        return iter(self._entries)

    def __len__(self) -> int:
        """Return how many entries there are."""
        return len(self._entries)

    def about(self, names: Sequence[str]) -> Entry | None:
        """Return the entry about a control: `names` are its own and those of its parents, outwards."""
        for place, name in enumerate(names):
            within = (self._controls.get(f"{outer}/{name}") for outer in names[place + 1 :])
            if found := next(filter(None, within), None) or self._named(name):
                return found
        return None

    def search(self, text: str) -> list[Entry]:
        """Return the entries with all these words, those with them in the title first; all of them for ""."""
        wanted = text.casefold().split()
        ranked = [(max((_rank(entry, word) for word in wanted), default=0), entry) for entry in self.values()]
        return [entry for rank, entry in sorted(ranked, key=lambda pair: pair[0]) if rank < _NOWHERE]

    def _named(self, name: str) -> Entry | None:
        if found := self._controls.get(name):
            return found
        beginning = next((one for one in self._beginnings if name.startswith(one[:-1])), "")
        return self._controls.get(beginning)


def glossary(language: str) -> Glossary:
    """Return the glossary in that language: "en" or "zh_CN"."""
    return read((files("resources") / "glossary" / f"{language}.toml").read_text(encoding="utf-8"))


def read(text: str) -> Glossary:
    """Return the glossary that a file's text means; raises `GlossaryError` if something in it is wrong."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise GlossaryError("", f"This is not TOML: {error}") from error
    entries = [_entry(key, table) for key, table in tables.items()]
    for entry in entries:
        _check(entry, tables)
    _check_controls(entries)
    return Glossary(entries)


# What a search looks at, and how much a place is worth -----------------------------------------------------

_PLACES: tuple[Callable[[Entry, str], bool], ...] = (
    lambda entry, word: word in (entry.title.casefold(), entry.key.casefold()),
    lambda entry, word: entry.title.casefold().startswith(word),
    lambda entry, word: word in entry.title.casefold(),
    lambda entry, word: any(one.casefold().startswith(word) for one in entry.words),
    lambda entry, word: any(word in one.casefold() for one in (*entry.words, entry.key, entry.documented)),
    lambda entry, word: word in entry.sentence.casefold(),
)

_NOWHERE = len(_PLACES)


def _rank(entry: Entry, word: str) -> int:
    """Return where the word stands: 0 for the best place, `_NOWHERE` for none."""
    return next((rank for rank, is_there in enumerate(_PLACES) if is_there(entry, word)), _NOWHERE)


# Checking --------------------------------------------------------------------------------------------------

_END_OF_SENTENCE = re.compile(r"[.!?](?=\s)|[。！？]")
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_DOCUMENTED = re.compile(r"[a-z_]+(\.[A-Za-z_]+)*")
_FIELDS = {field.name for field in fields(Entry)} - {"key"}


def _entry(key: str, table: Any) -> Entry:
    if not isinstance(table, dict):
        raise GlossaryError(key, "This is not an entry: a line before the first [key]?")
    if odd := sorted(_FIELDS ^ set(table)):
        names = ", ".join(sorted(_FIELDS))
        raise GlossaryError(key, f"An entry has exactly {names}; look at {', '.join(odd)}.")
    return Entry(
        key=key,
        title=_text(key, "title", table["title"]),
        documented=_text(key, "documented", table["documented"]),
        sentence=_text(key, "sentence", table["sentence"]),
        see=_texts(key, "see", table["see"]),
        controls=_texts(key, "controls", table["controls"]),
        words=_texts(key, "words", table["words"]),
    )


def _text(key: str, name: str, value: Any) -> str:
    if not isinstance(value, str) or value != value.strip() or not value.isprintable():
        raise GlossaryError(key, f"{name} is {value!r}; it must be one line of text.")
    return value


def _texts(key: str, name: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(value) or len({*map(str, value)}) != len(value):
        raise GlossaryError(key, f"{name} is {value!r}; it must be a list of different texts.")
    return tuple(_text(key, name, one) for one in value)


def _check(entry: Entry, keys: Mapping[str, Any]) -> None:
    if not _KEY.fullmatch(entry.key):
        raise GlossaryError(entry.key, "A key is made of letters, digits and underscores.")
    if not entry.title or not entry.sentence:
        raise GlossaryError(entry.key, "title and sentence may not be empty.")
    if len(entry.sentence) > LONGEST_SENTENCE:
        raise GlossaryError(entry.key, f"sentence may have at most {LONGEST_SENTENCE} characters.")
    if entry.documented and not _DOCUMENTED.fullmatch(entry.documented):
        raise GlossaryError(entry.key, f"{entry.documented!r} is no name in Python's documentation.")
    for other in entry.see:
        if other not in keys or other == entry.key:
            raise GlossaryError(entry.key, f"see names {other!r}, which is no other entry.")


def _check_controls(entries: Iterable[Entry]) -> None:
    owners: dict[str, str] = {}
    for entry in entries:
        for name in entry.controls:
            if (owner := owners.setdefault(name, entry.key)) != entry.key:
                raise GlossaryError(entry.key, f"The control {name!r} is explained by {owner} already.")
