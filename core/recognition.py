"""An English sentence → the wording that it was.

A wording is plain text once it has come from a server's process, or out of a packed block of a run's history,
or through an exception of Python's: there it is its English value, as in every file.  The window finds it
again here, by its template.  To send template and facts along would make every event larger, and bind the
saved ones to the words of one version.

The templates are read from the sources that write such sentences, as the translators' tool reads them: so
none can be forgotten.  It is done when the first sentence is asked for.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from string import Formatter

from core.errors.explanation import Explanation
from core.events import ClientFailed, StartFailed
from core.parsing import parsed
from core.wording import Wording, worded

LONGEST = 2_000
"""A text of more characters is none of ours."""

DEEPEST = 4
"""A fact within a fact is looked at down to this level: a hostile server may nest them without end."""

REMEMBERED = 1_000
"""Of so many texts that were asked for last it is known what they were."""

_SOURCES = (
    "class_names.py",
    "client.py",
    "code_problem.py",
    "errors/client.py",
    "errors/exit.py",
    "errors/explanation.py",
    "errors/own_code.py",
    "errors/start.py",
    "host.py",
    "message_problems.py",
    "observe.py",
    "process.py",
    "socket_file.py",
    "spec.py",
)
"""Where the sentences are written that may be met as plain text."""


def recognised(text: str) -> str:
    """Return the wording that a sentence of core's was before it was plain text; any other text as it is.

    What was put into it, and is a sentence of core's itself, is a wording too.
    """
    return text if isinstance(text, Wording) or len(text) > LONGEST else _recognised(text, DEEPEST)


@lru_cache(REMEMBERED)
def _recognised(text: str, levels: int) -> str:
    if levels == 0:
        return text
    plain, patterns = _templates()
    if text in plain:
        return Wording.of(text, {})
    for pattern in patterns:
        facts = pattern.facts_in(text)
        if facts is not None:
            known = {name: _recognised(fact, levels - 1) for name, fact in facts.items()}
            return Wording.of(pattern.template, known)
    return text


def explanation_of(event: StartFailed | ClientFailed) -> Explanation:
    """Return what an event explains, in wordings."""
    return Explanation(event.code, recognised(event.what), recognised(event.why), recognised(event.hint))


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A template, taken apart: `names` of its facts, and the `literals` before, between and after them."""

    template: str
    literals: tuple[str, ...]
    names: tuple[str, ...]

    def facts_in(self, text: str) -> dict[str, str] | None:
        """Return the facts with which the template says just this, None if it never does.

        Takes the first place where each literal stands, so that the time is linear in the text, which may
        be a hostile server's.
        """
        first, *between, last = self.literals
        if len(text) < len(first) + len(last) or not (text.startswith(first) and text.endswith(last)):
            return None
        rest = text[len(first) : len(text) - len(last)]
        values = []
        for literal in between:
            value, found, rest = rest.partition(literal)
            if not found:
                return None
            values.append(value)
        facts = dict(zip(self.names, [*values, rest], strict=True))
        # A fact that is named twice may have been read as two different ones.
        return facts if self.template.format(**facts) == text else None


@cache
def _templates() -> tuple[frozenset[str], tuple[_Pattern, ...]]:
    """Return the sentences without facts, and the patterns of the others, the most telling first."""
    found = {template for source in _SOURCES for template in _templates_in(source)}
    patterns = [pattern for template in found if (pattern := _pattern(template))]
    patterns.sort(key=lambda pattern: (-sum(map(len, pattern.literals)), pattern.template))
    return frozenset(found - {pattern.template for pattern in patterns}), tuple(patterns)


def _templates_in(source: str) -> Iterator[str]:
    tree = parsed(files("core").joinpath(source).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == worded.__name__:
            yield ast.literal_eval(node.args[0])


def _pattern(template: str) -> _Pattern | None:
    """Return the template taken apart, None for a sentence without facts."""
    try:
        parts = list(Formatter().parse(template))
    except ValueError:  # a brace that is only a brace
        return None
    literals, names = [""], []
    for literal, name, _, _ in parts:
        literals[-1] += literal
        if name:
            names.append(name)
            literals.append("")
    return _Pattern(template, tuple(literals), tuple(names)) if names else None
