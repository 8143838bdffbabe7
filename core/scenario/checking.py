"""What is wrong with a scenario beyond the shape of its tables: unknown names, steps without sense."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from core import events
from core.scenario.comparison import COMPARISONS
from core.scenario.placeholders import names_in
from core.scenario.problem import Path, Problem
from core.scenario.record import Place
from core.scenario.scenario import (
    VERBS,
    Action,
    Condition,
    Do,
    Explain,
    Measure,
    Pattern,
    Predict,
    Scenario,
    Step,
    Watch,
)
from core.scenario.servers import spec_of
from core.spec import SpecError, Transport
from core.wording import worded

TIMES_LIMIT = 20_000
"""One list of actions may send so many times."""

CLIENTS_LIMIT = 200
"""A file may connect so many clients: each takes a thread and some descriptors."""

STARTS_LIMIT = 50
"""A file may start so many servers."""

SECONDS_LIMIT = 120
"""Nothing may wait longer."""

MANY_LIMIT = 200
"""A file may have so many steps, measures, checks and so on, of each kind."""

EVENTS: dict[str, frozenset[str]] = {
    kind.__name__: frozenset(kind.__struct_fields__) for kind in events.AnyEvent.__args__
}
"""The fields of each event that a pattern may be about."""

_OF_FIELD = frozenset({"distinct", "first", "last", "sum", "min", "max", "list"})
_UNTIL = frozenset({"seconds", "most_at_once"})
_NOT_OF_EVENTS = frozenset({"client", "place"})
"""What a measure may look at that is in the notes, not in the events."""


def problems(scenario: Scenario) -> Iterator[Problem]:
    """Yield what is wrong, kind by kind."""
    yield from _whole_problems(scenario)
    yield from _server_problems(scenario)
    looked = _Look(scenario)
    for name, measure in scenario.measures.items():
        yield from looked.measure(measure, ("measures", name))
    yield from looked.actions(scenario.actions, ("actions",))
    yield from looked.conditions(scenario.checks, ("checks",))
    yield from looked.steps()
    yield from looked.amounts()


def _whole_problems(scenario: Scenario) -> Iterator[Problem]:
    if scenario.steps and scenario.actions:
        yield Problem(("actions",), worded("A file is a lesson, with steps, or an experiment, with actions."))
    if scenario.steps and scenario.checks:
        yield Problem(("checks",), worded("Checks are for experiments; a lesson's do steps have ticks."))
    if not scenario.steps and not scenario.actions:
        yield Problem((), worded("The file has neither steps nor actions: nothing would happen."))
    if scenario.steps and not scenario.alone.strip():
        yield Problem((), worded("A lesson ends with something to try alone: alone is missing."))
    if scenario.systems and not scenario.why_here.strip():
        yield Problem(("systems",), worded("Where it is not for all systems, why_here says why."))
    if not 0 <= scenario.minutes <= 600:
        yield Problem(
            ("minutes",), worded("{name} must lie between {low} and {high}.", name="minutes", low=0, high=600)
        )
    for name in ("servers", "measures", "steps", "checks"):
        if len(getattr(scenario, name)) > MANY_LIMIT:
            yield Problem(
                (name,), worded("There are too many {name}: at most {limit}.", name=name, limit=MANY_LIMIT)
            )


def _server_problems(scenario: Scenario) -> Iterator[Problem]:
    for name, server in scenario.servers.items():
        path = ("servers", name)
        if server.code and server.example:
            yield Problem((*path, "example"), worded("A server has an example or code of its own, not both."))
        try:
            spec_of(server)
        except SpecError as error:
            inner = ("spec", error.field) if error.field in server.spec else (error.field,)
            yield Problem((*path, *inner), str(error))
        except (
            TypeError,
            ValueError,
            AttributeError,
            OverflowError,
        ) as error:  # a host is a list
            yield Problem(
                (*path, "spec"), worded("There can be no such server: {error}.", error=str(error)[:200])
            )


class _Look:
    """Looks at the parts of one scenario, and knows the names in it."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._clients: set[str] = set()
        self._ids = [step.id for step in scenario.steps]
        self._doing = {step.id for step in scenario.steps if isinstance(step, Do)}

    # Patterns, measures, conditions ---------------------------------------------------------------------

    def pattern(self, pattern: Pattern, path: Path) -> Iterator[Problem]:
        fields = EVENTS.get(pattern.event)
        if fields is None:
            names = ", ".join(sorted(EVENTS))
            yield Problem(
                (*path, "event"),
                worded("There is no event {name}; there are: {names}.", name=pattern.event, names=names),
            )
            return
        yield from self._server_name(pattern.server, (*path, "server"))
        if pattern.place and pattern.place not in set(Place):
            sentence = worded(
                "place is {name}; it must be one of {all}.", name=pattern.place, all=", ".join(Place)
            )
            yield Problem((*path, "place"), sentence)
        if isinstance(pattern.client, int) and not 0 <= pattern.client <= CLIENTS_LIMIT:
            sentence = worded(
                "{name} must lie between {low} and {high}.", name="client", low=1, high=CLIENTS_LIMIT
            )
            yield Problem((*path, "client"), sentence)
        for name, test in pattern.where.items():
            here = (*path, "where", name)
            if name not in fields:
                yield Problem(here, _no_field(pattern.event, name, fields))
            if isinstance(test, dict):
                yield from self._comparisons(test, here)

    def measure(self, measure: Measure, path: Path) -> Iterator[Problem]:
        if bool(measure.of) == bool(measure.difference):
            yield Problem(path, worded("A measure has either of or difference."))
        for name in measure.difference:
            yield from self._part(name, (*path, "difference"))
        if measure.of:
            yield from self.pattern(measure.of, (*path, "of"))
        if measure.until:
            yield from self.pattern(measure.until, (*path, "until"))
        yield from self._needs_of(measure, path)
        yield from self._within(measure.within, (*path, "within"))

    def _part(self, name: str, path: Path) -> Iterator[Problem]:
        """Look at a part of a difference, which is none itself: so no measure goes round in a circle."""
        yield from self._measure_name(name, path)
        part = self._scenario.measures.get(name)
        if part and part.difference:
            yield Problem(path, worded("{name} is a difference itself; name its parts instead.", name=name))

    def _needs_of(self, measure: Measure, path: Path) -> Iterator[Problem]:
        if measure.take in _UNTIL and not measure.until:
            yield Problem((*path, "take"), worded("{take} needs until.", take=measure.take))
        if measure.take in _OF_FIELD and not measure.field:
            yield Problem((*path, "take"), worded("{take} needs a field.", take=measure.take))
        if measure.after and not measure.field:
            yield Problem((*path, "after"), worded("{take} needs a field.", take="after"))
        fields = EVENTS.get(measure.of.event) if measure.of else None
        if fields and measure.field and measure.field not in fields | _NOT_OF_EVENTS:
            assert measure.of
            yield Problem(
                (*path, "field"), _no_field(measure.of.event, measure.field, fields | _NOT_OF_EVENTS)
            )

    def conditions(self, conditions: Sequence[Condition], path: Path) -> Iterator[Problem]:
        for place, condition in enumerate(conditions):
            yield from self._condition(condition, (*path, place))

    def _condition(self, condition: Condition, path: Path) -> Iterator[Problem]:
        if bool(condition.measure) == bool(condition.of):
            yield Problem(path, worded("A condition has either measure or of."))
        if condition.measure:
            yield from self._measure_name(condition.measure, (*path, "measure"))
        if condition.of:
            yield from self.pattern(condition.of, (*path, "of"))
        yield from self._within(condition.within, (*path, "within"))
        for name in COMPARISONS:
            test = getattr(condition, name, None)
            if isinstance(test, dict):
                yield from self._test(test, (*path, name))

    def _test(self, test: dict[str, Any], path: Path) -> Iterator[Problem]:
        if set(test) == {"measure"}:
            yield from self._measure_name(str(test["measure"]), path)
        else:
            yield from self._comparisons(test, path)

    def _comparisons(self, test: dict[str, Any], path: Path) -> Iterator[Problem]:
        for name in sorted(set(test) - set(COMPARISONS)):
            all_names = ", ".join(sorted(COMPARISONS))
            yield Problem(
                (*path, name),
                worded("There is no comparison {name}; there are {all}.", name=name, all=all_names),
            )

    def _measure_name(self, name: str, path: Path) -> Iterator[Problem]:
        if name not in self._scenario.measures:
            yield Problem(path, worded("There is no measure {name} in this file.", name=name))

    def _server_name(self, name: str, path: Path) -> Iterator[Problem]:
        if name and name not in self._scenario.servers:
            yield Problem(path, worded("There is no server {name} in this file.", name=name))

    def _within(self, steps: Sequence[str], path: Path) -> Iterator[Problem]:
        for name in steps:
            if name not in self._ids:
                yield Problem(path, worded("There is no step {name} in this file.", name=name))
            elif name not in self._doing:
                yield Problem(path, worded("{name} is no do step: nothing happens in it.", name=name))

    # Actions --------------------------------------------------------------------------------------------

    def actions(self, actions: Sequence[Action], path: Path) -> Iterator[Problem]:
        for place, action in enumerate(actions):
            yield from self._action(action, (*path, place))
        if sum(action.times for action in actions) > TIMES_LIMIT:
            yield Problem(
                path, worded("Together these would act more than {limit} times.", limit=TIMES_LIMIT)
            )

    def _action(self, action: Action, path: Path) -> Iterator[Problem]:
        verbs = [verb for verb in VERBS if getattr(action, verb)]
        if len(verbs) != 1:
            yield Problem(
                path, worded("An action does exactly one of these: {verbs}.", verbs=", ".join(VERBS))
            )
            return
        yield from _ACTIONS.get(verbs[0], _Look._of_client)(self, action, path)
        for name, low, high in _BOUNDS:
            if not low <= getattr(action, name) <= high:  # so it is for NaN
                sentence = worded("{name} must lie between {low} and {high}.", name=name, low=low, high=high)
                yield Problem((*path, name), sentence)

    def _of_server(self, action: Action, path: Path) -> Iterator[Problem]:
        for verb in ("start", "stop", "kill", "port_of"):
            yield from self._server_name(getattr(action, verb), (*path, verb))

    def _connect(self, action: Action, path: Path) -> Iterator[Problem]:
        self._clients.add(action.connect)
        if action.times > 1:
            many = min(action.times, CLIENTS_LIMIT)
            self._clients.update(f"{action.connect}{number}" for number in range(1, many + 1))
        yield from self._server_name(action.to, (*path, "to"))
        if action.port_measure:
            yield from self._measure_name(action.port_measure, (*path, "port_measure"))
        if not (action.to or action.port or action.path or action.port_measure):
            yield Problem(path, worded("connect needs to, or a port, or a path."))
        if action.transport and action.transport not in set(Transport):
            names = ", ".join(Transport)
            sentence = worded(
                "There is no transport {name}; there are: {names}.", name=action.transport, names=names
            )
            yield Problem((*path, "transport"), sentence)

    def _send(self, action: Action, path: Path) -> Iterator[Problem]:
        yield from self._of_client(action, path)
        if sum(value is not None for value in (action.json, action.text, action.hex)) != 1:
            yield Problem(path, worded("send needs exactly one of json, text and hex."))
        try:
            bytes.fromhex(action.hex or "")
        except ValueError as error:
            yield Problem((*path, "hex"), worded("hex: {error}.", error=str(error)))
        try:
            json.dumps(action.json, allow_nan=False)
        except (TypeError, ValueError) as error:  # a date, for one; NaN, which JSON does not have
            yield Problem((*path, "json"), worded("json: {error}.", error=str(error)[:200]))

    def _of_client(self, action: Action, path: Path) -> Iterator[Problem]:
        verb = next(verb for verb in VERBS if getattr(action, verb))
        name = getattr(action, verb)
        if name not in self._clients:
            yield Problem((*path, verb), worded("No client {name} was connected before this.", name=name))

    def _wait(self, action: Action, path: Path) -> Iterator[Problem]:
        assert action.wait is not None
        yield from self.pattern(action.wait, (*path, "wait"))

    def _pause(self, _action: Action, _path: Path) -> Iterator[Problem]:
        yield from ()

    def amounts(self) -> Iterator[Problem]:
        """Look at what is started and connected in the whole file."""
        steps = [step for step in self._scenario.steps if isinstance(step, Do)]
        lists = [self._scenario.actions, *(step.actions for step in steps), *(step.wrong for step in steps)]
        actions = [action for each in lists for action in each]
        clients = sum(action.times for action in actions if action.connect)
        starts = sum(1 for action in actions if action.start)
        if clients > CLIENTS_LIMIT:
            yield Problem(
                (),
                worded(
                    "The file connects {count} clients; at most {limit}.", count=clients, limit=CLIENTS_LIMIT
                ),
            )
        if starts > STARTS_LIMIT:
            yield Problem(
                (),
                worded("The file starts {count} servers; at most {limit}.", count=starts, limit=STARTS_LIMIT),
            )

    # Steps ----------------------------------------------------------------------------------------------

    def steps(self) -> Iterator[Problem]:
        for place, step in enumerate(self._scenario.steps):
            path = ("steps", place)
            if step.id in self._ids[:place]:
                yield Problem((*path, "id"), worded("Two steps are called {name}.", name=step.id))
            yield from self._placeholders(step.text, (*path, "text"))
            yield from _STEPS[type(step)](self, step, path)

    def _placeholders(self, text: str, path: Path) -> Iterator[Problem]:
        for name in names_in(text):
            yield from self._measure_name(name, path)

    def _predict(self, step: Predict, path: Path) -> Iterator[Problem]:
        place = path[-1]
        assert isinstance(place, int)
        if not any(isinstance(later, Explain) for later in self._scenario.steps[place:]):
            yield Problem(path, worded("No explain step follows, so nobody learns what was right."))
        if not 2 <= len(step.choices) <= 12:
            yield Problem((*path, "choices"), worded("A question has 2 to 12 choices."))
        for number, choice in enumerate(step.choices):
            here = (*path, "choices", number)
            yield from self.conditions(choice.when, (*here, "when"))
            yield from self._placeholders(choice.comment, (*here, "comment"))
            if not choice.when:
                sentence = worded("The choice needs when: what must have happened for it to be right.")
                yield Problem((*here, "when"), sentence)

    def _do(self, step: Do, path: Path) -> Iterator[Problem]:
        yield from self.conditions(step.ticks, (*path, "ticks"))
        for place, condition in enumerate(step.ticks):
            if not condition.looking_for.strip():
                sentence = worded("A tick needs looking_for: a few words about it.")
                yield Problem((*path, "ticks", place), sentence)
        if not step.ticks:
            yield Problem((*path, "ticks"), worded("Nothing would ever tick this step: ticks is empty."))
        yield from self._server_name(step.set_up, (*path, "set_up"))
        # First, with the clients of earlier steps: wrong actions are performed instead of the right ones.
        before = set(self._clients)
        yield from self.actions(step.wrong, (*path, "wrong"))
        self._clients = before
        yield from self.actions(step.actions, (*path, "actions"))

    def _watch(self, step: Watch, path: Path) -> Iterator[Problem]:
        if step.select:
            yield from self.pattern(step.select, (*path, "select"))

    def _explain(self, _step: Explain, _path: Path) -> Iterator[Problem]:
        yield from ()


_BOUNDS = (
    ("times", 1, TIMES_LIMIT),
    ("seconds", 0, SECONDS_LIMIT),
    ("every", 0, SECONDS_LIMIT),
    ("pause", 0, SECONDS_LIMIT),
    ("port", 0, 65_535),
)

_ACTIONS: dict[str, Callable[[_Look, Action, Path], Iterator[Problem]]] = {
    "start": _Look._of_server,
    "stop": _Look._of_server,
    "kill": _Look._of_server,
    "connect": _Look._connect,
    "send": _Look._send,
    "wait": _Look._wait,
    "pause": _Look._pause,
}

_STEPS: dict[type[Step], Callable[[_Look, Any, Path], Iterator[Problem]]] = {
    Predict: _Look._predict,
    Do: _Look._do,
    Watch: _Look._watch,
    Explain: _Look._explain,
}


def _no_field(event: str, name: str, fields: frozenset[str]) -> str:
    return worded(
        "{event} has no field {name}; it has {fields}.",
        event=event,
        name=name,
        fields=", ".join(sorted(fields)),
    )
