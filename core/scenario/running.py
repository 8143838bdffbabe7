"""A scenario, run without a window: its actions are performed on real sockets, and its checks made."""

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from core.events import Event
from core.scenario.bench import Bench
from core.scenario.measuring import Measuring, Number
from core.scenario.performance import Performance
from core.scenario.progress import Progress
from core.scenario.scenario import Action, Condition, Do, Explain, Predict, Scenario
from core.scenario.telling import told
from core.wording import WordedError, worded

LOOK_SECONDS = 0.01
"""How long to wait before it is looked again whether something has come about."""

SETTLE_SECONDS = 5.0
"""How long events may be late: so long, after what is done, a check that does not hold yet is made again."""

FAILED_SECONDS = 0.5
"""The same when something that was to come about did not."""

RUN_SECONDS = 120.0
"""A run takes at most about so long; then it is given up."""

LINES_SAID = 500
"""At most so many lines are told of what happens."""

Say: TypeAlias = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one check: `problem` says why it failed, "" that it did not."""

    name: str
    problem: str = ""
    seconds: float = 0

    @property
    def passed(self) -> bool:
        """True if nothing is wrong."""
        return not self.problem


@dataclass(slots=True)
class Result:
    """What came of a run; `skipped` says why it was none."""

    title: str
    outcomes: list[Outcome] = field(default_factory=list)
    measures: dict[str, Number] = field(default_factory=dict)
    seconds: float = 0
    skipped: str = ""

    @property
    def passed(self) -> bool:
        """True if every check passed."""
        return all(outcome.passed for outcome in self.outcomes)


class CodeNotAllowed(WordedError):  # noqa: N818 - it is what the learner decides, not a fault
    """The scenario holds a program, and nobody said that it may run."""


def run(
    scenario: Scenario,
    *,
    allow_code: bool = False,
    say: Say = lambda _line: None,
    seconds: float = RUN_SECONDS,
) -> Result:
    """Perform a scenario and check it; `say` is told, line by line, what is done and what happens.

    Raises `CodeNotAllowed` if it brings a program of its own and `allow_code` is False.  After so many
    `seconds` nothing more is done, and that is one of the outcomes.
    """
    check_code(scenario, allow_code)
    if reason := skip_reason(scenario):
        return Result(scenario.title, skipped=reason)
    began = time.monotonic()
    with Run(scenario, say, seconds) as running:
        (running.do_lesson if scenario.is_lesson else running.do_experiment)()
    result = Result(scenario.title, running.outcomes)
    result.measures = {name: running.progress.measuring.measure(name) for name in scenario.measures}
    result.seconds = time.monotonic() - began
    return result


def check_code(scenario: Scenario, allow_code: bool) -> None:
    """Raise `CodeNotAllowed` for a program of the file's own; the gallery's examples are ours."""
    if not allow_code and any(server.code for server in scenario.servers.values()):
        raise CodeNotAllowed(
            worded("It brings a program of its own, which would run here with all your rights.")
        )


def skip_reason(scenario: Scenario) -> str:
    """Return why a scenario is not for this system, "" if it is."""
    if not scenario.systems or sys.platform in scenario.systems:
        return ""
    return worded("It is not for this system. {why}", why=scenario.why_here)


def check_outcome(place: int, condition: Condition, measuring: Measuring) -> Outcome:
    """Return what comes of a check as things are; `place` counts from 1."""
    name = condition.looking_for or worded("check {place}", place=place)
    is_true = measuring.is_true(condition)
    return Outcome(name, "" if is_true else _not_found(name, measuring.found(condition)))


class Run:
    """One run on a bench of its own, which is cleared when the block is left."""

    def __init__(
        self, scenario: Scenario, say: Say = lambda _line: None, seconds: float = RUN_SECONDS
    ) -> None:
        """Begin with nothing done."""
        self.progress = Progress(scenario)
        self.outcomes: list[Outcome] = []
        self._say = say
        self._lines_left = LINES_SAID
        self._bench = Bench(self.progress.record, self._tell)
        self._end = time.monotonic() + seconds
        self._settled = 0.0

    def __enter__(self) -> "Run":
        """Begin."""
        self._bench.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        """Clear the bench."""
        self._bench.__exit__(None, None, None)

    def do_experiment(self) -> None:
        """Perform the actions, and make the checks."""
        scenario = self.progress.scenario
        self.perform(worded("the actions"), scenario.actions)
        for place, condition in enumerate(scenario.checks, 1):
            self._check(place, condition)

    def do_lesson(self) -> None:
        """Perform the solution of each step, as a learner would who makes no mistake."""
        for place in range(len(self.progress.scenario.steps)):
            self.do_step(place)

    def do_step(self, place: int) -> None:
        """Go to a step, and perform its solution."""
        self.progress.enter(place)
        step = self.progress.step
        self._say(f"\n{step.title}")
        if isinstance(step, Do):
            self._do(step)
        elif isinstance(step, Explain):
            self._explain()
        elif isinstance(step, Predict):
            for choice in step.choices:
                self._say(f"  ? {choice.text}")

    def perform(self, name: str, actions: Sequence[Action]) -> bool:
        """Perform actions, and report those that did not come about; False if there were any."""
        progress = self.progress
        performance = Performance(
            progress.scenario, actions, self._bench, progress.record, progress.measuring
        )
        began = time.monotonic()
        while not performance.advance():
            if time.monotonic() >= self._end:
                performance.give_up(worded("The run took too long and was given up."))
            elif performance.action and performance.action.wait and self._bench.is_over:
                self._give_up_waiting(performance)
            self._look_again()
        # What was waited for in vain has had its time.
        self._settled = time.monotonic() + (FAILED_SECONDS if performance.failures else SETTLE_SECONDS)
        for place, failure in enumerate(performance.failures):
            if place == 0 or not failure.is_consequence:
                self._add(name, failure.sentence, began)
        return not performance.failures

    def look(self, is_enough: Callable[[], bool], seconds: float) -> bool:
        """Take in what happens until it is enough; False when that is not so in time."""
        deadline = min(time.monotonic() + seconds, self._end)
        while not is_enough():
            if time.monotonic() >= deadline:
                return False
            self._look_again()
        return True

    def ticks_all(self) -> bool:
        """Tell whether everything that the present step waits for has happened."""
        return all(tick.is_done for tick in self.progress.ticks())

    def _give_up_waiting(self, performance: Performance) -> None:
        self._bench.take_in()
        if not performance.advance() and self._bench.is_over:
            performance.give_up(
                worded("Nothing more can happen: no server runs, and no client is connected.")
            )

    def _do(self, step: Do) -> None:
        began = time.monotonic()
        if self.ticks_all():
            self._add(step.id, worded("The step is ticked before anything is done."), began)
        self.perform(step.id, step.actions)
        self.look(self.ticks_all, self._settling())
        for tick in self.progress.ticks():
            problem = "" if tick.is_done else _not_found(tick.looking_for, tick.found)
            self._add(f"{step.id}: {tick.looking_for}", problem, began)

    def _explain(self) -> None:
        progress = self.progress
        self.look(lambda: all(verdict.right is not None for verdict in progress.verdicts()), self._settling())
        for verdict in progress.verdicts():
            texts = [verdict.question.choices[place].text for place in verdict.true]
            self._add(f"{verdict.question.id}: {' / '.join(texts)}", _not_one(texts), time.monotonic())
        self._say(progress.text())

    def _check(self, place: int, condition: Condition) -> None:
        measuring, began = self.progress.measuring, time.monotonic()
        self.look(lambda: measuring.is_true(condition), self._settling())
        outcome = check_outcome(place, condition, measuring)
        self._add(outcome.name, outcome.problem, began)

    def _settling(self) -> float:
        """Return how long events may still be late: the time is the same for all that is looked for."""
        return 0.0 if self._bench.is_over else max(self._settled - time.monotonic(), 0.0)

    def _add(self, name: str, problem: str, began: float) -> None:
        outcome = Outcome(name, problem, time.monotonic() - began)
        self.outcomes.append(outcome)
        self._say(f"  {'✓' if outcome.passed else '✗'} {name}" + (f"\n      {problem}" if problem else ""))

    def _tell(self, server: str, events: Sequence[Event]) -> None:
        for line in told(server, events):
            self._lines_left -= 1
            if self._lines_left >= 0:
                self._say(f"    {line}")
            elif self._lines_left == -1:
                self._say(worded("    … and more, which is not told."))

    def _look_again(self) -> None:
        time.sleep(LOOK_SECONDS)
        self._bench.take_in()


def _not_found(looking_for: str, found: Number) -> str:
    if found is None:
        return worded("Looked for: {what}. Found nothing of it.", what=looking_for)
    return worded("Looked for: {what}. Found: {found}.", what=looking_for, found=found)


def _not_one(choices: Sequence[str]) -> str:
    """Return what is wrong when not exactly one choice turned out right."""
    if len(choices) == 1:
        return ""
    if choices:
        return worded("Several choices turned out right: {choices}", choices=" / ".join(choices))
    return worded("No choice turned out right.")
