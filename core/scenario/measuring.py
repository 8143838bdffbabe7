"""Patterns, measures and conditions of a scenario, found in the record of what happened."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from core.scenario.comparison import COMPARISONS, holds
from core.scenario.record import Note, Record, Run
from core.scenario.scenario import Condition, Measure, Pattern, Scenario
from core.scenario.servers import describes

Number: TypeAlias = int | float | str | None
"""What a measure gives; None when there was nothing to take it of."""

Span: TypeAlias = tuple[int, int | None]
"""A range of a record's note numbers; None: to the end."""

EVERYTHING: tuple[Span, ...] = ((0, None),)

_AROUND = "\"'.,:;!?()[]{}"

SECOND = 1_000_000_000

LONGEST_NUMBER = 30
"""A longer word is taken for a text: no counter is so long, and such a number does not fit into a float."""


class Measuring:
    """Answers a scenario's questions about a record.

    `spans` knows when each step was under way: {step's id: its spans}; it may grow.
    """

    def __init__(self, scenario: Scenario, record: Record, spans: Mapping[str, Sequence[Span]]) -> None:
        """Read in `record`, which may grow."""
        self._scenario = scenario
        self._record = record
        self._spans = spans
        self._answers: dict[tuple[str, int], bool] = {}

    def matches(self, pattern: Pattern, spans: Sequence[Span] = EVERYTHING) -> list[Note]:
        """Return the notes of the events that are meant, in the order of their times."""
        notes = self._record.notes_within(pattern.event, spans)
        return [note for note in notes if _fits(pattern, note) and self._is_of(pattern.server, note.run)]

    def measure(self, name: str) -> Number:
        """Return what a measure gives; raises `KeyError` if there is none of that name."""
        measure = self._scenario.measures[name]
        if measure.difference:
            return self._difference(measure.difference)
        assert measure.of is not None
        spans = self._spans_of(measure.within)
        notes = self.matches(measure.of, spans)
        ends = self.matches(measure.until, spans) if measure.until else []
        return _TAKES[measure.take](measure, notes, ends)

    def is_true(self, condition: Condition, since: int = 0) -> bool:
        """Tell whether a condition holds; patterns without `within` count from note `since` on."""
        return all(holds(self._fact(condition, since), test) for test in self._tests(condition))

    def found(self, condition: Condition, since: int = 0) -> Number:
        """Return the number or text that the condition is about, as it is now."""
        return self._fact(condition, since)

    def _fact(self, condition: Condition, since: int) -> Number:
        if condition.measure:
            return self.measure(condition.measure)
        assert condition.of is not None
        spans = self._spans_of(condition.within) if condition.within else [(since, None)]
        return len(self.matches(condition.of, spans))

    def _tests(self, condition: Condition) -> list[dict[str, Any]]:
        written = {name: test for name in COMPARISONS if (test := getattr(condition, name, None)) is not None}
        return [self._test(name, test) for name, test in written.items()] or [{"at_least": 1}]

    def _test(self, name: str, test: Any) -> dict[str, Any]:
        """Return a table of comparisons: with what is written, or with another measure."""
        if not isinstance(test, Mapping):
            return {name: test}
        return {name: self.measure(test["measure"])} if set(test) == {"measure"} else dict(test)

    def _is_of(self, server: str, run: Run) -> bool:
        """Tell whether a run is one of the server of that name; "": of any."""
        if not server or run.spec is None:
            return not server
        # Asked of each event, and to compare whole programs takes its time.
        key = server, run.number
        if key not in self._answers:
            self._answers[key] = describes(self._scenario.servers[server], run.spec)
        return self._answers[key]

    def _difference(self, names: Sequence[str]) -> Number:
        """Return the first measure minus the others, None unless all are numbers."""
        values = [self.measure(name) for name in names]
        numbers = [value for value in values if isinstance(value, int | float)]
        return numbers[0] - sum(numbers[1:]) if len(numbers) == len(values) else None

    def _spans_of(self, steps: Sequence[str]) -> Sequence[Span]:
        return [span for step in steps for span in self._spans.get(step, ())] if steps else EVERYTHING


def _fits(pattern: Pattern, note: Note) -> bool:
    return (
        (not pattern.place or pattern.place == note.place)
        and (not pattern.client or pattern.client in (note.client, getattr(note.event, "client", "")))
        and all(holds(getattr(note.event, name), test) for name, test in pattern.where.items())
    )


# What can be taken of events ----------------------------------------------------------------------------


def _values(measure: Measure, notes: Sequence[Note]) -> list[Any]:
    found = [_field(note, measure.field) for note in notes]
    if not measure.after:
        return found
    return [word for value in found for word in _words_after(_text(value), measure.after)]


def _words_after(text: str, mark: str) -> list[int | float | str]:
    """Return the word behind each `mark` in a text, without what surrounds words, numbers as such."""
    rests = (part.split(maxsplit=1) for part in text.split(mark)[1:])
    return [_number(rest[0].strip(_AROUND)) for rest in rests if rest]


def _field(note: Note, name: str) -> Any:
    return getattr(note, name) if name in ("client", "place") else getattr(note.event, name)


def _text(value: object) -> str:
    return value.decode("utf-8", "backslashreplace") if isinstance(value, bytes) else str(value)


def _number(text: str) -> int | float | str:
    if len(text) > LONGEST_NUMBER:
        return text
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def _shown(value: Any) -> Number:
    return value if isinstance(value, int | float) else _text(value)


def _count(measure: Measure, notes: Sequence[Note], _ends: Sequence[Note]) -> Number:
    return len(_values(measure, notes)) if measure.after else len(notes)


def _distinct(measure: Measure, notes: Sequence[Note], _ends: Sequence[Note]) -> Number:
    return len(set(_values(measure, notes)))


def _one(choose: Callable[[list[Any]], Any]) -> "_TakeOf":
    def take(measure: Measure, notes: Sequence[Note], _ends: Sequence[Note]) -> Number:
        values = _values(measure, notes)
        return _shown(choose(values)) if values else None

    return take


def _comparable(values: list[Any]) -> list[Any]:
    """Return the numbers, if there are any: what was printed may be both numbers and texts."""
    return [value for value in values if isinstance(value, int | float)] or [_text(value) for value in values]


def _sum(measure: Measure, notes: Sequence[Note], _ends: Sequence[Note]) -> Number:
    return sum(value for value in _values(measure, notes) if isinstance(value, int | float))


def _list(measure: Measure, notes: Sequence[Note], _ends: Sequence[Note]) -> Number:
    return ", ".join(_text(value) for value in _values(measure, notes))


def _seconds(_measure: Measure, notes: Sequence[Note], ends: Sequence[Note]) -> Number:
    """From the first event to the first end that is not before it."""
    if not notes:
        return None
    began = notes[0].event.time
    ended = next((note.event.time for note in ends if note.event.time >= began), None)
    return None if ended is None else (ended - began) / SECOND


def _most_at_once(_measure: Measure, notes: Sequence[Note], ends: Sequence[Note]) -> Number:
    # An end before a beginning of the same moment: what follows one another is not at once.
    steps = sorted([(note.event.time, 1) for note in notes] + [(note.event.time, -1) for note in ends])
    at_once = most = 0
    for _, step in steps:
        at_once = max(at_once + step, 0)
        most = max(most, at_once)
    return most


_TakeOf: TypeAlias = Callable[[Measure, Sequence[Note], Sequence[Note]], Number]

_TAKES: dict[str, _TakeOf] = {
    "count": _count,
    "distinct": _distinct,
    "first": _one(lambda values: values[0]),
    "last": _one(lambda values: values[-1]),
    "min": _one(lambda values: min(_comparable(values))),
    "max": _one(lambda values: max(_comparable(values))),
    "sum": _sum,
    "list": _list,
    "seconds": _seconds,
    "most_at_once": _most_at_once,
}
