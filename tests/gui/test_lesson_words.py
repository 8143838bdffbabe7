"""What the lessons and the glossary call a control is what is written on it, in both languages."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from core.glossary import glossary
from core.scenario.course import own_folder
from core.scenario.reading import read
from gui.language import TRANSLATIONS
from gui.widgets.markdown_text import inline_html_of
from tests.translations import messages

LESSONS = sorted(own_folder("en").glob("*.toml"))

BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)

NO_CONTROLS = {
    "At once": "two words to stress, where a sentence begins",
    "BaseServer": "a class of the library",
    "By brackets": "one of three ways to frame",
    "By length": "one of three ways to frame",
    "By lines": "one of three ways to frame",
    "One": "a word to stress, where a sentence begins",
    "TIME_WAIT": "a state, where it is explained",
    "UTF-8": "an encoding, where it is explained",
    "Unix datagrams": "what they are, where it is explained",
    "Unix socket": "what it is, where it is explained",
    "Who": "a word to stress, where a sentence begins",
    "Z": "a state, as the system writes it",
}
"""What a lesson prints in bold and begins with a capital, and why it is on no control."""

ONLY_WORDS = {
    "connected": "clients that are, as against those that are not",
    "killed": "what the program has done in the end",
}
"""What is a text of the window, too, and why a lesson that says it does not mean that one."""

ONE_OF_MANY = {
    "clients": "the entry of one client has the word already",
    "connections": "the entry of one connection has the word already",
    "request": "the attribute, which has an English name",
}
"""Entries of the glossary that are not called what their control is in Chinese, and why."""


def plain(text: str) -> str:
    """Return what a text of the window says, without its key, its signs and the dots of a command."""
    without_key = re.sub(r"\(&\w\)", "", text).replace("&", "")
    return " ".join(re.sub(r"[…▶■◂▸⏎✕:：]", " ", without_key).split())


def _window() -> dict[str, set[str]]:
    said = defaultdict(set)
    for message in messages(TRANSLATIONS / "socket_lab_zh_CN.ts"):
        said[plain(message.source)].add(plain(message.said))
    return said


WINDOW = _window()
"""What can be read in the window in English, and what is there in Chinese."""


def texts_of(path: Path) -> dict[tuple[Any, ...], str]:
    """Return every text of a lesson by its place."""
    return dict(_texts(msgspec.to_builtins(read(path)), ()))


def _texts(value: Any, place: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(value, str):
        yield place, value
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, part in parts:
        yield from _texts(part, (*place, name))


def bold_in(text: str) -> list[str]:
    """Return what is printed in bold."""
    return [plain(found) for found in BOLD.findall(text)]


def name_of(path: Path) -> str:
    """Return a lesson's name, for the list of tests."""
    return path.stem


@pytest.mark.parametrize("path", LESSONS, ids=name_of)
def test_a_control_has_the_same_name_in_a_chinese_lesson_as_in_the_window(path: Path) -> None:
    chinese = texts_of(own_folder("zh_CN") / path.name)
    for place, text in texts_of(path).items():
        # How often each, and not in which order: Chinese names the menu before the command.
        said = Counter(bold_in(chinese[place]))
        for control in bold_in(text):
            if control not in WINDOW or control in ONLY_WORDS:
                continue
            names = [name for name in WINDOW[control] if said[name]]
            assert names, f"{place}: “{control}” is {WINDOW[control]} in the window, not in: {[*said]}"
            said[names[0]] -= 1


def test_what_looks_like_a_control_is_in_the_window() -> None:
    bold = {name for path in LESSONS for text in texts_of(path).values() for name in bold_in(text)}
    looks = {name for name in bold if name[:1].isupper()}
    assert looks - {*WINDOW} == {*NO_CONTROLS}
    assert {*ONLY_WORDS} <= bold & {*WINDOW}


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("path", LESSONS, ids=name_of)
def test_every_pair_of_stars_is_read_as_bold(path: Path, language: str) -> None:
    shown = {text: inline_html_of(text) for text in texts_of(own_folder(language) / path.name).values()}
    assert [text for text, html in shown.items() if BOLD.search(text) and "**" in html] == []


def test_an_entry_of_the_glossary_is_called_what_its_control_is() -> None:
    english, chinese = glossary("en"), glossary("zh_CN")
    named = [entry for entry in english.values() if entry.controls and plain(entry.title) in WINDOW]
    wrong = {
        entry.key: chinese[entry.key].title
        for entry in named
        if plain(chinese[entry.key].title) not in WINDOW[plain(entry.title)]
    }
    assert len(named) > 50
    assert {*wrong} == {*ONE_OF_MANY}, wrong
