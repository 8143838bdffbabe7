"""The life of a server and the life of a request, as two tables.

    SERVER_TABLE    which event leads a server from one state to the next
    REQUEST_TABLE   the same for one request; several requests live at once, so they have a table of their own
    ServerLife      takes a server's events; tells its state, address, process and counts
    RequestLife     takes the events of one request; RequestLives keeps those of a whole server

An event that has no place in the row of the present state changes nothing: events of several processes may
arrive late, and some may be missing altogether.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from core import address
from core.events import (
    ChildEnded,
    ChildForked,
    ChildStarted,
    Entered,
    Event,
    Killed,
    Left,
    Listening,
    NotKept,
    ProcessEnded,
    Raised,
    Spawned,
    Stage,
    StartFailed,
    StillBusy,
    StopRequested,
    StopStage,
    ThreadEnded,
    ThreadStarted,
)
from core.recognition import recognised
from core.wording import WordedEnum, worded

Key = type[Event] | str
"""What a table is asked with: a hook's name, "… left" when it returned, a stage, or an event's class."""

SERVER_HOOKS = (
    "server_bind",
    "server_activate",
    "serve_forever",
    "service_actions",
    "shutdown",
    "server_close",
)
"""The methods through which a server passes, in order."""

REQUEST_HOOKS = (
    "get_request",
    "verify_request",
    "process_request",
    "finish_request",
    "setup",
    "handle",
    "finish",
    "shutdown_request",
    "close_request",
)
"""The methods through which a request passes, in order; `handle_error` comes in when one of them raises."""

REQUESTS_KEPT = 2_000
"""So many requests are remembered one by one; the oldest are forgotten first."""


class ServerState(WordedEnum):
    """Where a server is in its life, in the words that are shown."""

    NEW = worded("not started")
    STARTING = worded("starting")
    BINDING = worded("starting: binding")
    ACTIVATING = worded("starting: activating")
    LISTENING = worded("listening")
    STOPPING = worded("stopping")
    SHUTTING_DOWN = worded("stopping: shutdown called")
    LOOP_ENDED = worded("stopping: loop ended")
    CONNECTIONS_SHUT_DOWN = worded("stopping: connections shut down")
    CLOSED = worded("stopping: server closed")
    STOPPED = worded("stopped")
    FAILED = worded("failed")
    KILLED = worded("killed")
    DIED = worded("died")

    @property
    def is_over(self) -> bool:
        """True when there is no process, or none any more that could serve."""
        return self in _OVER

    @property
    def is_starting(self) -> bool:
        """True while nobody can connect yet."""
        return self in (ServerState.STARTING, ServerState.BINDING, ServerState.ACTIVATING)

    @property
    def is_stopping(self) -> bool:
        """True from the wish to stop until the process is gone."""
        return self.value.startswith("stopping")


class RequestState(WordedEnum):
    """Where a request is in its life, in the words that are shown."""

    NEW = worded("not seen yet")
    ACCEPTING = worded("being accepted")
    VERIFYING = worded("being verified")
    PROCESSING = worded("being handed to a handler")
    IN_THREAD = worded("in its own thread")
    IN_CHILD = worded("in its own process")
    CONSTRUCTING = worded("making the handler")
    SETTING_UP = worded("in setup()")
    HANDLING = worded("in handle()")
    CLEANING_UP = worded("in finish()")
    FAILED = worded("failed: in handle_error()")
    SHUTTING_DOWN = worded("saying goodbye")
    CLOSING = worded("being closed")
    DONE = worded("done")


_OVER = frozenset(
    {ServerState.NEW, ServerState.STOPPED, ServerState.FAILED, ServerState.KILLED, ServerState.DIED}
)

_START_AGAIN: dict[Key, ServerState] = {Spawned: ServerState.STARTING}

_WHILE_STARTING: dict[Key, ServerState] = {
    Listening: ServerState.LISTENING,
    StartFailed: ServerState.FAILED,
    StopRequested: ServerState.STOPPING,
    Killed: ServerState.KILLED,
    ProcessEnded: ServerState.DIED,
}

_WHILE_STOPPING: dict[Key, ServerState] = {
    Killed: ServerState.KILLED,
    StartFailed: ServerState.FAILED,
    ProcessEnded: ServerState.STOPPED,
}

_STOP_STAGES: dict[Key, ServerState] = {
    "shutdown": ServerState.SHUTTING_DOWN,
    Stage.SHUTDOWN_CALLED: ServerState.SHUTTING_DOWN,
    Stage.LOOP_ENDED: ServerState.LOOP_ENDED,
    Stage.CONNECTIONS_SHUT_DOWN: ServerState.CONNECTIONS_SHUT_DOWN,
    "server_close": ServerState.CLOSED,
    Stage.SERVER_CLOSED: ServerState.CLOSED,
}

SERVER_TABLE: dict[ServerState, dict[Key, ServerState]] = {
    ServerState.NEW: _START_AGAIN | {StartFailed: ServerState.FAILED},
    ServerState.STARTING: _WHILE_STARTING | {"server_bind": ServerState.BINDING},
    ServerState.BINDING: _WHILE_STARTING | {"server_activate": ServerState.ACTIVATING},
    ServerState.ACTIVATING: _WHILE_STARTING,
    ServerState.LISTENING: _STOP_STAGES
    | {
        "serve_forever": ServerState.LISTENING,
        "handle_request": ServerState.LISTENING,
        "service_actions": ServerState.LISTENING,
        "handle_timeout": ServerState.LISTENING,
        StopRequested: ServerState.STOPPING,
        Killed: ServerState.KILLED,
        ProcessEnded: ServerState.DIED,
    },
    ServerState.STOPPING: _WHILE_STOPPING | _STOP_STAGES,
    ServerState.SHUTTING_DOWN: _WHILE_STOPPING
    | {
        Stage.LOOP_ENDED: ServerState.LOOP_ENDED,
        Stage.CONNECTIONS_SHUT_DOWN: ServerState.CONNECTIONS_SHUT_DOWN,
        "server_close": ServerState.CLOSED,
        Stage.SERVER_CLOSED: ServerState.CLOSED,
    },
    ServerState.LOOP_ENDED: _WHILE_STOPPING
    | {
        Stage.CONNECTIONS_SHUT_DOWN: ServerState.CONNECTIONS_SHUT_DOWN,
        "server_close": ServerState.CLOSED,
        Stage.SERVER_CLOSED: ServerState.CLOSED,
    },
    ServerState.CONNECTIONS_SHUT_DOWN: _WHILE_STOPPING
    | {"server_close": ServerState.CLOSED, Stage.SERVER_CLOSED: ServerState.CLOSED},
    ServerState.CLOSED: _WHILE_STOPPING,
    ServerState.STOPPED: _START_AGAIN,
    ServerState.FAILED: _START_AGAIN,
    ServerState.KILLED: _START_AGAIN,
    ServerState.DIED: _START_AGAIN,
}

_GOODBYE: dict[Key, RequestState] = {
    "handle_error": RequestState.FAILED,
    "shutdown_request": RequestState.SHUTTING_DOWN,
}

REQUEST_TABLE: dict[RequestState, dict[Key, RequestState]] = {
    RequestState.NEW: {
        "get_request": RequestState.ACCEPTING,
        "verify_request": RequestState.VERIFYING,
        ThreadStarted: RequestState.IN_THREAD,
        ChildStarted: RequestState.IN_CHILD,
    },
    RequestState.ACCEPTING: {"verify_request": RequestState.VERIFYING},
    RequestState.VERIFYING: _GOODBYE | {"process_request": RequestState.PROCESSING},
    RequestState.PROCESSING: _GOODBYE
    | {
        ThreadStarted: RequestState.IN_THREAD,
        "process_request_thread": RequestState.IN_THREAD,
        ChildStarted: RequestState.IN_CHILD,
        "finish_request": RequestState.CONSTRUCTING,
    },
    RequestState.IN_THREAD: _GOODBYE | {"finish_request": RequestState.CONSTRUCTING},
    RequestState.IN_CHILD: _GOODBYE | {"finish_request": RequestState.CONSTRUCTING},
    RequestState.CONSTRUCTING: _GOODBYE | {"setup": RequestState.SETTING_UP, "handle": RequestState.HANDLING},
    RequestState.SETTING_UP: _GOODBYE | {"handle": RequestState.HANDLING},
    RequestState.HANDLING: _GOODBYE | {"finish": RequestState.CLEANING_UP},
    RequestState.CLEANING_UP: _GOODBYE,
    RequestState.FAILED: {"shutdown_request": RequestState.SHUTTING_DOWN},
    RequestState.SHUTTING_DOWN: {
        "close_request": RequestState.CLOSING,
        "shutdown_request left": RequestState.DONE,
    },
    RequestState.CLOSING: {
        "close_request left": RequestState.DONE,
        "shutdown_request left": RequestState.DONE,
    },
    RequestState.DONE: {},
}


def key_of(event: Event) -> Key:
    """Return the key under which the tables know `event`."""
    key = _KEYS.get(type(event))
    return key(event) if key else type(event)


_KEYS: dict[type[Event], Callable[[Any], str]] = {
    Entered: lambda event: event.name,
    Left: lambda event: f"{event.name} left",
    StopStage: lambda event: event.stage,
}


@dataclass(frozen=True, slots=True)
class Counts:
    """What is counted on a server: requests ever, threads and children alive, errors ever, events lost."""

    requests: int = 0
    threads: int = 0
    children: int = 0
    errors: int = 0
    not_kept: int = 0


class ServerLife:
    """Where one server is in its life, told by its events."""

    def __init__(self) -> None:
        """Begin before the first event."""
        self.state = ServerState.NEW
        self._forget()

    def _forget(self) -> None:
        self.address = ""
        self.pid = 0
        self.detail = ""
        """Why the server is where it is, in words: what failed, or what it is busy with; "" for nothing."""
        self._requests = 0
        self._errors = 0
        self._not_kept = 0
        self._threads: set[tuple[int, int]] = set()
        self._children: set[int] = set()
        self._gone: set[int] = set()

    def take(self, events: Iterable[Event]) -> None:
        """Follow `events`, which come in the order in which they happened."""
        for event in events:
            if event.request > self._requests:
                self._requests = event.request
            kind = type(event)
            if kind in _SERVER_KINDS:
                self._note(event)
                self.state = SERVER_TABLE[self.state].get(key_of(event), self.state)
        if self.state in _OVER:
            # A killed process tells nobody that its threads and children are gone.
            self._threads.clear()
            self._children.clear()

    @property
    def counts(self) -> Counts:
        """Return the numbers as they are now."""
        return Counts(self._requests, len(self._threads), len(self._children), self._errors, self._not_kept)

    def _note(self, event: Event) -> None:
        note = _NOTES.get(type(event))
        if note is not None:
            note(self, event)

    def _note_spawned(self, event: Spawned) -> None:
        self._forget()
        self.pid = event.server_pid

    def _note_listening(self, event: Listening) -> None:
        self.address = address.show((event.address, event.port)) if event.port else event.address

    def _note_failed(self, event: StartFailed) -> None:
        self.detail = recognised(event.what)

    def _note_busy(self, event: StillBusy) -> None:
        self.detail = worded("still busy: {where}", where=recognised(event.where))

    def _note_killed(self, event: Killed) -> None:
        self.detail = recognised(event.reason)

    def _note_ended(self, event: ProcessEnded) -> None:
        if self.state not in _OVER:
            self.detail = recognised(event.what) if event.code else ""

    def _note_raised(self, _event: Raised) -> None:
        self._errors += 1

    def _note_not_kept(self, event: NotKept) -> None:
        self._not_kept += event.count

    def _note_thread_started(self, event: ThreadStarted) -> None:
        self._threads.add((event.pid, event.thread))

    def _note_thread_ended(self, event: ThreadEnded) -> None:
        self._threads.discard((event.pid, event.thread))

    def _note_forked(self, event: ChildForked) -> None:
        self._gone.discard(event.child)
        self._children.add(event.child)

    def _note_child_started(self, event: ChildStarted) -> None:
        # The child tells by a way of its own: its first word may come after the parent saw it end.
        if event.pid not in self._gone:
            self._children.add(event.pid)

    def _note_child_ended(self, event: ChildEnded) -> None:
        self._children.discard(event.child)
        self._gone.add(event.child)


_NOTES: dict[type[Event], Callable[[ServerLife, Any], None]] = {
    Spawned: ServerLife._note_spawned,
    Listening: ServerLife._note_listening,
    StartFailed: ServerLife._note_failed,
    StillBusy: ServerLife._note_busy,
    Killed: ServerLife._note_killed,
    ProcessEnded: ServerLife._note_ended,
    Raised: ServerLife._note_raised,
    NotKept: ServerLife._note_not_kept,
    ThreadStarted: ServerLife._note_thread_started,
    ThreadEnded: ServerLife._note_thread_ended,
    ChildForked: ServerLife._note_forked,
    ChildStarted: ServerLife._note_child_started,
    ChildEnded: ServerLife._note_child_ended,
}

_SERVER_KINDS = frozenset({*_NOTES, Entered, StopRequested, StopStage})


class RequestLife:
    """Where one request is in its life, told by its events."""

    def __init__(self, number: int) -> None:
        """Begin before the first event."""
        self.number = number
        self.state = RequestState.NEW
        self.has_failed = False
        self._child = 0

    def take(self, event: Event) -> None:
        """Follow one event of this request."""
        if isinstance(event, ChildStarted):
            self._child = event.pid
        # After a fork the parent closes its copy of the socket: that is not the end of the request.
        elif self._child and event.pid != self._child:
            return
        self.state = REQUEST_TABLE[self.state].get(key_of(event), self.state)
        self.has_failed = self.has_failed or self.state is RequestState.FAILED


class RequestLives:
    """The lives of a server's latest requests, by number."""

    def __init__(self, kept: int = REQUESTS_KEPT) -> None:
        """Keep the latest `kept` requests."""
        self._kept = kept
        self._lives: OrderedDict[int, RequestLife] = OrderedDict()

    def take(self, events: Iterable[Event]) -> None:
        """Follow `events`; those of no request are passed over."""
        for event in events:
            if event.request:
                self._life(event.request).take(event)

    def by_number(self) -> MappingProxyType[int, RequestLife]:
        """Return the lives that are kept, the oldest first."""
        return MappingProxyType(self._lives)

    def _life(self, number: int) -> RequestLife:
        life = self._lives.get(number)
        if life is None:
            life = self._lives[number] = RequestLife(number)
            if len(self._lives) > self._kept:
                self._lives.popitem(last=False)
        return life
