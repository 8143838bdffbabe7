"""A lesson, rehearsed: its solution has to tick every step, its wrong actions none."""

from collections.abc import Iterator

from core.scenario.running import RUN_SECONDS, Outcome, Run, Say, skip_reason
from core.scenario.scenario import Do, Scenario
from core.wording import worded

SETTLE_SECONDS = 0.7
"""So long after wrong actions it is looked whether the step is ticked all the same."""


def rehearse(
    scenario: Scenario, say: Say = lambda _line: None, seconds: float = RUN_SECONDS
) -> list[Outcome]:
    """Perform a lesson's solution, then, each in a run of its own, the wrong actions of its steps.

    Runs the code that the file brings: ask first.  Empty for a lesson that is not for this system.
    """
    if skip_reason(scenario):
        return []
    with Run(scenario, say, seconds) as running:
        running.do_lesson()
    return [*running.outcomes, *_wrong_outcomes(scenario, seconds)]


def _wrong_outcomes(scenario: Scenario, seconds: float) -> Iterator[Outcome]:
    for place, step in enumerate(scenario.steps):
        if isinstance(step, Do) and step.wrong:
            yield from _wrong_step(scenario, place, step, seconds)


def _wrong_step(scenario: Scenario, place: int, step: Do, seconds: float) -> Iterator[Outcome]:
    name = worded("{step}: wrong actions do not tick", step=step.id)
    with Run(scenario, seconds=seconds) as running:
        for earlier in range(place):
            running.do_step(earlier)
        running.outcomes.clear()  # what the earlier steps came to was told before
        running.progress.enter(place)
        running.perform(worded("{step}: wrong actions", step=step.id), step.wrong)
        is_ticked = running.look(running.ticks_all, SETTLE_SECONDS)
        yield from running.outcomes
    yield Outcome(name, worded("The wrong actions ticked the step.") if is_ticked else "")
