"""An entry of the glossary as rich text: its sentence, the library's name for it, and links to others."""

import re
from html import escape

from PySide6.QtCore import QCoreApplication

from core.glossary import Entry, Glossary

ENTRY = "entry:"
"""A link to another entry begins so, and goes on with its key."""

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?:\(\))?")


def entry_text(glossary: Glossary, entry: Entry, language: str) -> str:
    """Return all that the glossary tells of it; `language` chooses the documentation that it leads to."""
    parts = [f"<b>{escape(entry.title)}</b>", _linked(glossary, entry)]
    if entry.documented:
        label = QCoreApplication.translate("entry_text", "Documentation: {0}")
        parts.append(label.format(_link(entry.manual(language), entry.documented)))
    if entry.see:
        others = (entry_link(glossary[key], glossary[key].title) for key in entry.see)
        parts.append(
            QCoreApplication.translate("entry_text", "See also: {0}").format("&nbsp;· ".join(others))
        )
    return "".join(f'<p style="margin-top:4px; margin-bottom:6px">{part}</p>' for part in parts)


def entry_link(entry: Entry, text: str) -> str:
    """Return a link to an entry, with this text on it."""
    return _link(f"{ENTRY}{entry.key}", text)


def entry_named(glossary: Glossary, text: str) -> Entry | None:
    """Return the entry of the first name in `text` that the glossary knows: a call, a class, a TCP state."""
    names = (_key_of(glossary, name) for name in _NAME.findall(text))
    return next((glossary[key] for key in names if key), None)


def _linked(glossary: Glossary, entry: Entry) -> str:
    """Return the sentence, in which each name that has an entry of its own leads there."""

    def link(match: re.Match[str]) -> str:
        name = match.group()
        key = _key_of(glossary, name)
        return escape(name) if key in ("", entry.key) else entry_link(glossary[key], name)

    sentence, place, parts = entry.sentence, 0, []
    for match in _NAME.finditer(sentence):
        parts += [escape(sentence[place : match.start()]), link(match)]
        place = match.end()
    return "".join([*parts, escape(sentence[place:])])


def _key_of(glossary: Glossary, name: str) -> str:
    """Return a name's key if it can only mean the entry: "handle()", but not the word "handle"."""
    key = name.removesuffix("()")
    is_a_name = key != name or "_" in name or name != name.lower()
    return key if is_a_name and key in glossary else ""


def _link(target: str, text: str) -> str:
    return f'<a href="{escape(target)}">{escape(text)}</a>'
