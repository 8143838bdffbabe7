"""The learner's own numbers in a lesson's text: `{waited}` or `{waited:.1f}` stands for a measure.

Any other brace is text, for lessons are full of JSON.  Python's own `str.format` would let a file look into
objects.
"""

import re
from collections.abc import Callable, Iterator

MISSING = "…"
"""What is shown for a measure that found nothing."""

_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>()#+!|~&-]")

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)(?::(,?(?:\.\d)?[dfg%]?))?\}")


def names_in(text: str) -> Iterator[str]:
    """Yield the names of the measures that a text wants."""
    return (found[1] for found in _PLACEHOLDER.finditer(text))


def filled(text: str, measure: Callable[[str], int | float | str | None]) -> str:
    """Return the Markdown text with each measure's number in it; a text that is put in stays plain."""
    return _PLACEHOLDER.sub(lambda found: _shown(measure(found[1]), found[2] or ""), text)


def _shown(value: int | float | str | None, how: str) -> str:
    if value is None:
        return MISSING
    if isinstance(value, str):
        return _MARKDOWN.sub(r"\\\g<0>", value)
    usual = ",.2f" if isinstance(value, float) else ",d"
    try:
        return format(value, how or usual)
    except ValueError:  # an integer's format for a number that is none, or the other way round
        return format(value, usual)
