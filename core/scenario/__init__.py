"""Scenarios: one text format for lessons, saved experiments, and exercises that are graded without a window.

What a newcomer may want to read, in this order:

    scenario            what a file says, one frozen class for each kind of table in it
    reading, writing    a text → a `Scenario`, with the line of each mistake; and back
    problem, lines, shape, checking    what can be wrong, and in which line it stands
    servers             a server of a file → a `ServerSpec`, and back
    record              all that happened, each event with its run, its client and its place
    comparison, measuring, placeholders    what is found in the record; the learner's numbers in a text
    performance         actions, one after the other, by whoever can do them
    progress, bookmark, course    a way through a lesson, what is kept of it, a folder of lessons
    bench, running, telling       servers and clients without a window; a run, and what is said of it
    rehearsal, hand_in  a lesson's solution and its wrong actions; a student's program
    headless, reports   the commands; JUnit's XML and JSON
    recording           what was done in the window → an experiment

The public face is what this file offers.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from core.scenario.hand_in import handed_in
    from core.scenario.reading import ScenarioError, all_errors, decode, read
    from core.scenario.rehearsal import rehearse
    from core.scenario.running import CodeNotAllowed, Outcome, Result, run
    from core.scenario.scenario import Scenario
    from core.scenario.writing import encode, write

_HOME = {
    "CodeNotAllowed": "running",
    "Outcome": "running",
    "Result": "running",
    "Scenario": "scenario",
    "ScenarioError": "reading",
    "all_errors": "reading",
    "decode": "reading",
    "encode": "writing",
    "handed_in": "hand_in",
    "read": "reading",
    "rehearse": "rehearsal",
    "run": "running",
    "write": "writing",
}

__all__ = [
    "CodeNotAllowed",
    "Outcome",
    "Result",
    "Scenario",
    "ScenarioError",
    "all_errors",
    "decode",
    "encode",
    "handed_in",
    "read",
    "rehearse",
    "run",
    "write",
]


def __getattr__(name: str) -> Any:
    """Load the part that offers `name` when it is first asked for: a lesson's window needs few of them."""
    if name not in _HOME:
        raise AttributeError(f"module 'core.scenario' has no attribute {name!r}")
    return getattr(import_module(f"core.scenario.{_HOME[name]}"), name)
