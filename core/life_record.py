"""What became of a server and its requests, step by step, so that any moment can be shown again."""

from array import array
from bisect import bisect_right
from collections import Counter, OrderedDict
from collections.abc import Iterable
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from core.events import ChildStarted, Event
from core.lifecycle import (
    REQUEST_TABLE,
    REQUESTS_KEPT,
    SERVER_TABLE,
    Key,
    RequestState,
    ServerState,
    key_of,
)

S = TypeVar("S", bound=StrEnum)

_STATES = tuple(RequestState)
_NUMBERS = {state: number for number, state in enumerate(_STATES)}
_SERVER_KEYS = frozenset(key for row in SERVER_TABLE.values() for key in row)

_MARK_EVERY = 512
"""After so many steps the counts are written down, to find those of any moment quickly."""


class Step(NamedTuple, Generic[S]):
    """In a row of the history, something led from one state to another; `pid` is the process where."""

    row: int
    time: int
    pid: int
    source: S
    key: Key
    state: S


class Trail(Generic[S]):
    """The steps of one life, oldest first."""

    def __init__(self, start: S, steps: Iterable[Step[S]] = ()) -> None:
        """Begin in the state `start`."""
        self.start = start
        self.steps = list(steps)
        self.child = 0
        """The forked child that the life went on in, 0 for none."""

    @property
    def state(self) -> S:
        """Where the life is now."""
        return self.steps[-1].state if self.steps else self.start

    def until(self, moment: int | None) -> "Trail[S]":
        """Return the trail up to a time (ns), that included; None: all of it."""
        return Trail(self.start, (step for step in self.steps if moment is None or step.time <= moment))

    def add(self, step: Step[S]) -> None:
        """Go one step further."""
        self.steps.append(step)
        if step.key is ChildStarted:
            self.child = step.pid

    def forget_from(self, row: int) -> None:
        """Take back the steps of that row of the history and of those behind it."""
        while self.steps and self.steps[-1].row >= row:
            if self.steps.pop().key is ChildStarted:
                self.child = 0


class LifeRecord:
    """The life of one server and of its latest requests, taken from the rows of its history in order."""

    def __init__(self, kept: int = REQUESTS_KEPT) -> None:
        """Remember the latest `kept` requests one by one, of the others only how many were where when."""
        self._kept = kept
        self.server: Trail[ServerState] = Trail(ServerState.NEW)
        self._requests: OrderedDict[int, Trail[RequestState]] = OrderedDict()
        self._oldest = 0
        # One entry a step of any request, oldest first.
        self._rows, self._times, self._numbers = array("q"), array("q"), array("q")
        self._sources, self._targets = bytearray(), bytearray()
        self._counts: Counter[int] = Counter()
        self._marks: list[Counter[int]] = []

    def take(self, row: int, events: Iterable[Event]) -> None:
        """Take in the events of the history that begin at that row; none may be left out."""
        for number, event in enumerate(events, row):
            if event.request:
                self._take_for_request(number, event)
            elif (key := key_of(event)) in _SERVER_KEYS:
                self._take_for_server(number, event, key)

    def take_back(self, row: int) -> None:
        """Undo what was taken in from that row on, because earlier events arrived late."""
        self.server.forget_from(row)
        for trail in self._requests.values():
            trail.forget_from(row)
        while self._rows and self._rows[-1] >= row:
            for column in (self._rows, self._times, self._numbers):
                column.pop()
            self._counts[self._sources.pop()] += 1
            self._counts[self._targets.pop()] -= 1
        del self._marks[len(self._rows) // _MARK_EVERY :]

    def request(self, number: int) -> Trail[RequestState]:
        """Return the trail of a request; an empty one if there is none, or none any more."""
        return self._requests.get(number) or Trail(RequestState.NEW)

    def counts(self, moment: int | None = None) -> dict[RequestState, int]:
        """Return how many requests were in each state at a time (ns), now for None."""
        if moment is None:
            found = self._counts
        else:
            end = bisect_right(self._times, moment)
            mark = min(end // _MARK_EVERY, len(self._marks))
            found = Counter(self._marks[mark - 1]) if mark else Counter()
            for index in range(mark * _MARK_EVERY, end):
                found[self._sources[index]] -= 1
                found[self._targets[index]] += 1
        return {_STATES[number]: count for number, count in found.items() if count > 0 and number}

    def latest(self, moment: int | None = None, state: RequestState | None = None) -> int:
        """Return the number of the newest request that was in that state (None: any) at a time, or 0."""
        for number, trail in reversed(self._requests.items()):
            if moment is not None and trail.steps and trail.steps[0].time > moment:
                continue
            at = trail.until(moment)
            if at.steps and state in (None, at.state):
                return number
        return 0

    def _take_for_server(self, row: int, event: Event, key: Key) -> None:
        source = self.server.state
        target = SERVER_TABLE[source].get(key, source)
        if target is not source:
            self.server.add(Step(row, event.time, event.pid, source, key, target))

    def _take_for_request(self, row: int, event: Event) -> None:
        trail = self._trail(event.request)
        # After a fork the parent closes its copy of the socket: that is not the end of the request.
        if trail is None or trail.child not in (0, event.pid):
            return
        source, key = trail.state, key_of(event)
        target = REQUEST_TABLE[source].get(key, source)
        if target is not source:
            trail.add(Step(row, event.time, event.pid, source, key, target))
            self._note(row, event, _NUMBERS[source], _NUMBERS[target])

    def _trail(self, number: int) -> Trail[RequestState] | None:
        trail = self._requests.get(number)
        if trail is None and number > self._oldest:
            trail = self._requests[number] = Trail(RequestState.NEW)
            if len(self._requests) > self._kept:
                self._oldest, _ = self._requests.popitem(last=False)
        return trail

    def _note(self, row: int, event: Event, source: int, target: int) -> None:
        self._rows.append(row)
        self._times.append(event.time)
        self._numbers.append(event.request)
        self._sources.append(source)
        self._targets.append(target)
        self._counts[source] -= 1
        self._counts[target] += 1
        if len(self._rows) % _MARK_EVERY == 0:
            self._marks.append(Counter(self._counts))
