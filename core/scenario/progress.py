"""How far somebody is in a lesson: the step, what was predicted, what is ticked, what came of it.

No Qt, no clock, no socket: events go in, answers come out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from core.scenario.bookmark import Bookmark
from core.scenario.measuring import Measuring, Number, Span
from core.scenario.placeholders import filled
from core.scenario.record import Record
from core.scenario.scenario import Choice, Condition, Do, Explain, Predict, Scenario, Step


@dataclass(frozen=True, slots=True)
class Tick:
    """One thing that a step waits for, and whether it has happened."""

    looking_for: str
    is_done: bool
    found: Number


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a question: the choice that turned out right (None: undecided), and the learner's own."""

    question: Predict
    right: int | None
    chosen: int | None
    true: tuple[int, ...] = ()
    """All choices whose conditions hold; one, if the question is a good one."""
    is_evident: bool = True
    """False where the steps that were to show it were not done, or not this time."""

    @property
    def was_right(self) -> bool:
        """True for a prediction that came true."""
        return self.right is not None and self.right == self.chosen


@dataclass(slots=True)
class Progress:
    """A learner's way through one lesson."""

    scenario: Scenario
    record: Record = field(default_factory=Record)
    place: int = 0
    """The index of the present step."""
    answers: dict[str, int] = field(default_factory=dict)
    """What was predicted, by the question's id."""
    done: set[str] = field(default_factory=set)
    """The ids of the `do` steps that were ticked: once done, done."""
    witnessed: set[str] = field(default_factory=set)
    """Those of them whose events are in the record: not what was done another time."""
    explained: set[str] = field(default_factory=set)
    """The ids of the questions whose answer was seen: they can be predicted no more."""
    hints: dict[str, int] = field(default_factory=dict)
    """How many hints were asked for, by the step's id."""
    spans: dict[str, list[Span]] = field(default_factory=dict)
    """When each `do` step was under way, in numbers of the record's notes."""
    measuring: Measuring = field(init=False)
    """What answers questions about what happened."""
    _doing: str = ""

    def __post_init__(self) -> None:
        """Measure in what will have happened: one that is kept need not compare each run's program anew."""
        self.measuring = Measuring(self.scenario, self.record, self.spans)

    @property
    def step(self) -> Step:
        """The present step."""
        return self.scenario.steps[self.place]

    @property
    def is_last(self) -> bool:
        """True at the last step."""
        return self.place == len(self.scenario.steps) - 1

    @property
    def may_go_on(self) -> bool:
        """True when the present step asks nothing more: it is answered, or ticked."""
        step = self.step
        if isinstance(step, Predict):
            return step.id in self.answers
        return not isinstance(step, Do) or step.id in self.done

    def enter(self, place: int) -> None:
        """Go to a step, forward or back.

        What happens from now on counts for a `do` step, until another one is entered: events may be late.
        """
        self.place = max(0, min(place, len(self.scenario.steps) - 1))
        step = self.step
        self.explained.update(question.id for question in _questions_before(self.scenario.steps, self.place))
        if isinstance(step, Do) and step.id != self._doing:
            self._end_span()
            self.spans.setdefault(step.id, []).append((self.record.count, None))
            self._doing = step.id

    def answer(self, choice: int) -> None:
        """Remember what is predicted; what has been explained already cannot be predicted any more."""
        if isinstance(self.step, Predict) and self.step.id not in self.explained:
            self.answers[self.step.id] = choice

    def ticks(self) -> list[Tick]:
        """Return what the present step waits for; empty where it waits for nothing."""
        step = self.step
        if not isinstance(step, Do):
            return []
        since = self.spans[step.id][-1][0] if step.id in self.spans else self.record.count
        found = [self._tick(condition, since) for condition in step.ticks]
        if all(tick.is_done for tick in found):
            self.done.add(step.id)
            self.witnessed.add(step.id)
        return [replace(tick, is_done=True) for tick in found] if step.id in self.done else found

    def hint(self) -> str:
        """Return the next hint of the present step, "" when there is none left."""
        step = self.step
        hints = step.hints if isinstance(step, Do) else []
        asked = self.hints.get(step.id, 0)
        if asked >= len(hints):
            return ""
        self.hints[step.id] = asked + 1
        return hints[asked]

    def text(self) -> str:
        """Return the present step's text, with the learner's numbers in it."""
        return self.filled(self.step.text)

    def filled(self, text: str) -> str:
        """Return a text of the lesson with the learner's numbers in it."""
        return filled(text, self._number)

    def verdicts(self) -> list[Verdict]:
        """Return what came of the questions that the present `explain` step answers.

        They are those that were asked since the `explain` step before.
        """
        return [self.verdict(question) for question in _questions_before(self.scenario.steps, self.place)]

    def verdict(self, question: Predict) -> Verdict:
        """Return what came of a question, as far as it has happened."""
        chosen = self.answers.get(question.id)
        if not self.witnessed.issuperset(_deeds_after(self.scenario.steps, question)):
            return Verdict(question, None, chosen, is_evident=False)
        measuring = self.measuring
        true = tuple(place for place, choice in enumerate(question.choices) if _is_true(choice, measuring))
        right = true[0] if len(true) == 1 else None
        return Verdict(question, right, chosen, true)

    def missing(self) -> list[int]:
        """Return the places of the `do` steps before this one whose events are not in the record."""
        return [
            place
            for place, step in enumerate(self.scenario.steps[: self.place])
            if isinstance(step, Do) and step.id not in self.witnessed
        ]

    def to_do_again(self) -> list[int]:
        """Return the places of the `do` steps that decide the questions of this `explain` step."""
        questions = _questions_before(self.scenario.steps, self.place)
        needed = {name for question in questions for name in _deeds_after(self.scenario.steps, question)}
        return [place for place, step in enumerate(self.scenario.steps) if step.id in needed]

    # From one time to the next ---------------------------------------------------------------------------

    def bookmark(self, is_finished: bool = False) -> Bookmark:
        """Return what is to be kept."""
        return Bookmark(
            self.step.id, dict(self.answers), sorted(self.done), sorted(self.explained), is_finished
        )

    def go_on_from(self, bookmark: Bookmark) -> None:
        """Take up what was kept, as far as the lesson still has it."""
        steps = {step.id: place for place, step in enumerate(self.scenario.steps)}
        questions = {step.id: len(step.choices) for step in self.scenario.steps if isinstance(step, Predict)}
        self.answers = {
            name: choice for name, choice in bookmark.answers.items() if 0 <= choice < questions.get(name, 0)
        }
        self.done = set(bookmark.done) & set(steps)
        self.explained = set(bookmark.explained) & set(questions)
        self.enter(steps.get(bookmark.step, 0))

    def _number(self, name: str) -> Number:
        """Return a measure, None where nothing that it is about was done this time: 0 would be a lie."""
        steps = self._steps_of(name)
        if steps and not self.witnessed.intersection(steps):
            return None
        return self.measuring.measure(name)

    def _steps_of(self, name: str) -> set[str]:
        """Return the ids of the `do` steps that a measure is about."""
        measure = self.scenario.measures[name]
        if measure.difference:
            return set().union(*map(self._steps_of, measure.difference))
        return set(measure.within) or {step.id for step in self.scenario.steps if isinstance(step, Do)}

    def _tick(self, condition: Condition, since: int) -> Tick:
        measuring = self.measuring
        is_done = measuring.is_true(condition, since)
        return Tick(condition.looking_for, is_done, measuring.found(condition, since))

    def _end_span(self) -> None:
        for spans in self.spans.values():
            first, end = spans[-1]
            if end is None:
                spans[-1] = first, self.record.count


def _questions_before(steps: Sequence[Step], place: int) -> list[Predict]:
    if not isinstance(steps[place], Explain):
        return []
    found: list[Predict] = []
    for step in reversed(steps[:place]):
        if isinstance(step, Explain):
            break
        if isinstance(step, Predict):
            found.insert(0, step)
    return found


def _deeds_after(steps: Sequence[Step], question: Predict) -> list[str]:
    """Return the ids of the `do` steps between a question and its explanation."""
    found: list[str] = []
    for step in steps[steps.index(question) + 1 :]:
        if isinstance(step, Explain):
            break
        if isinstance(step, Do):
            found.append(step.id)
    return found


def _is_true(choice: Choice, measuring: Measuring) -> bool:
    return all(measuring.is_true(condition) for condition in choice.when)
