"""A sentence for people that remembers how it was made, so that it can be said in another language."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Self


class Wording(str):
    """The English sentence; `template` is its pattern, `facts` is what was put into it, by name."""

    __slots__ = ("facts", "template")

    template: str
    facts: Mapping[str, Any]

    @classmethod
    def of(cls, template: str, facts: Mapping[str, Any]) -> Self:
        """Return the sentence that a template makes of these facts, which may be wordings themselves.

        Without facts the template is taken as it is, braces and all.
        """
        wording = cls(template.format(**facts) if facts else template)
        wording.template = template
        wording.facts = facts
        return wording

    def about(self, **facts: Any) -> Self:
        """Return what the same template says of these facts: for templates that stand in tables."""
        return self.of(self.template, facts)


def worded(template: str, /, **facts: Any) -> Wording:
    """Return the sentence that `template`, a literal, makes of these facts.

    The literal is what translators get, and what `core.recognition` finds a sentence again by; so its fields
    are bare names, and numbers are written out before they are put in.
    """
    return Wording.of(template, facts)


class WordedEnum(StrEnum):
    """Members whose values are wordings: an enum keeps the English texts alone."""

    @property
    def words(self) -> Wording:
        """It in words, for people."""
        return Wording.of(str(self), {})


def plain(value: object) -> str:
    """Return the English sentence alone, as another process or a file gets it.

    It is what an encoder asks about a type that it does not know: raises `TypeError` for others.
    """
    if isinstance(value, Wording):
        return str(value)
    raise TypeError(f"{type(value).__name__} is no wording")


class WordedError(Exception):
    """An error that says a wording: `str()` of it is the wording, where it is plain text of other errors."""

    def __str__(self) -> str:
        """Return the sentence as it was given."""
        return self.args[0] if self.args else ""
