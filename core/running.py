"""Which methods are running, on which thread: now, or at any moment of a run."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import Enum
from time import perf_counter
from typing import Any

from core.events import (
    Blocked,
    ChildEnded,
    Entered,
    Event,
    Killed,
    Left,
    Paused,
    ProcessEnded,
    Spawned,
    ThreadEnded,
    ThreadStarted,
)
from core.history import Changes, History

_MARK_EVERY = 1_024
"""After so many events all threads are written down, to find any moment quickly."""

_READ_ROWS = 256
"""So many events are read between two looks at the clock."""


_LOOPS = frozenset({"serve_forever", "handle_request"})
"""Methods that wait for a request by themselves: a thread in one of them, and in no other, waits."""


class State(Enum):
    """What a thread is doing in the method that it entered last."""

    WORKING = "working"
    WAITING = "waiting"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Call:
    """A method that was entered and not left, for a request (0: none)."""

    name: str
    request: int
    state: State = State.WORKING


Where = tuple[int, int]
"""A process and a thread in it."""

_Stacks = dict[Where, tuple[Call, ...]]
"""The methods that each thread is in, the outermost first; a tuple is never changed, only replaced."""


class Running:
    """The calls of one run, read from its history a little at a time."""

    def __init__(self, history: History | None) -> None:
        """Begin before the first event."""
        self._history = history
        self._seen: Changes | None = None
        self._next = 0
        self._stacks: _Stacks = {}
        self._marked_rows = [0]
        self._marks: list[_Stacks] = [{}]

    @property
    def unread(self) -> int:
        """How many events have not been taken in yet."""
        return self._seen.end - self._next if self._seen else 0

    def read(self, seconds: float) -> bool:
        """Take in what is new for at most about that time; True if there is more."""
        if self._history is None:
            return False
        self._seen = self._history.changes_since(self._seen)
        if self._seen.changed_from < self._next:
            self._go_back(self._seen.changed_from)
        until = perf_counter() + seconds
        while self._next < self._seen.end and perf_counter() < until:
            self._read_some(self._history, self._seen.end)
        return self._next < self._seen.end

    def now(self) -> list[Call]:
        """Return the calls that have been entered and not left."""
        return _calls(self._stacks)

    def at(self, moment: int) -> list[Call]:
        """Return the calls that were running at a time (ns, as `Event.time`)."""
        if self._history is None:
            return []
        row = min(self._history.at(moment), self._next)
        mark = bisect_right(self._marked_rows, row) - 1
        stacks = dict(self._marks[mark])
        number = self._marked_rows[mark]
        if row > number:
            _take(stacks, self._history.rows_from(number, row - number)[1])
        return _calls(stacks)

    def _read_some(self, history: History, end: int) -> None:
        # Up to the next mark, not beyond it.
        count = min(end - self._next, _READ_ROWS, self._marked_rows[-1] + _MARK_EVERY - self._next)
        row, events = history.rows_from(self._next, max(count, 1))
        _take(self._stacks, events)
        self._next = max(row + len(events), self._next + 1)
        if self._next >= self._marked_rows[-1] + _MARK_EVERY:
            self._marked_rows.append(self._next)
            self._marks.append(dict(self._stacks))

    def _go_back(self, row: int) -> None:
        """Begin anew from the last mark before that row: events of another process came late."""
        mark = bisect_right(self._marked_rows, row) - 1
        del self._marked_rows[mark + 1 :], self._marks[mark + 1 :]
        self._next = self._marked_rows[mark]
        self._stacks = dict(self._marks[mark])


def _take(stacks: _Stacks, events: Iterable[Event]) -> None:
    for event in events:
        where = (event.pid, event.thread)
        stack = stacks.get(where, ())
        if stack and stack[-1].state is not State.WORKING:
            stack = _gone_on(stack)
            _put(stacks, where, stack)
        if take := _TAKE.get(type(event)):
            take(stacks, where, stack, event)


def _gone_on(stack: tuple[Call, ...]) -> tuple[Call, ...]:
    """Return the calls of a thread that waited until now; the one it was paused at is yet to be entered."""
    *outer, last = stack
    return (*outer, replace(last, state=State.WORKING)) if last.state is State.WAITING else tuple(outer)


def _enter(stacks: _Stacks, where: Where, stack: tuple[Call, ...], event: Entered) -> None:
    stacks[where] = (*stack, Call(event.name, event.request))


def _leave(stacks: _Stacks, where: Where, stack: tuple[Call, ...], event: Left) -> None:
    # The innermost of that name, and with it what it called: events may be missing.
    depth = next((depth for depth in range(len(stack) - 1, -1, -1) if stack[depth].name == event.name), None)
    if depth is not None:
        _put(stacks, where, stack[:depth])


def _put(stacks: _Stacks, where: Where, stack: tuple[Call, ...]) -> None:
    if stack:
        stacks[where] = stack
    else:
        stacks.pop(where, None)


def _wait(stacks: _Stacks, where: Where, stack: tuple[Call, ...], _event: Blocked) -> None:
    if stack:
        stacks[where] = (*stack[:-1], replace(stack[-1], state=State.WAITING))


def _pause(stacks: _Stacks, where: Where, stack: tuple[Call, ...], event: Paused) -> None:
    # Not entered yet: the thread's next event, Resumed, takes it away again.
    stacks[where] = (*stack, Call(event.name, event.request, State.PAUSED))


def _forget_thread(stacks: _Stacks, where: Where, _stack: object, _event: Event) -> None:
    stacks.pop(where, None)


def _forget_child(stacks: _Stacks, _where: Where, _stack: object, event: ChildEnded) -> None:
    for where in [where for where in stacks if where[0] == event.child]:
        del stacks[where]


def _forget_all(stacks: _Stacks, _where: Where, _stack: object, _event: Event) -> None:
    stacks.clear()


def _calls(stacks: _Stacks) -> list[Call]:
    return [call for stack in stacks.values() for call in _as_it_is(stack)]


def _as_it_is(stack: tuple[Call, ...]) -> tuple[Call, ...]:
    """While a thread waits or is paused, the methods around the one it is in wait as well."""
    *outer, last = stack
    if last.state is State.WORKING and last.name in _LOOPS:
        last = replace(last, state=State.WAITING)
    if last.state is State.WORKING:
        return stack
    return (*(replace(call, state=State.WAITING) for call in outer), last)


_TAKE: dict[type[Event], Callable[[_Stacks, Where, tuple[Call, ...], Any], None]] = {
    Entered: _enter,
    Left: _leave,
    Blocked: _wait,
    Paused: _pause,
    ThreadStarted: _forget_thread,
    ThreadEnded: _forget_thread,
    ChildEnded: _forget_child,
    Spawned: _forget_all,
    Killed: _forget_all,
    ProcessEnded: _forget_all,
}
"""What each event changes; those that are not here only show that their thread goes on."""
