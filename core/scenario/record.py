"""What happened since a lesson or an experiment began: the events of all its servers and clients.

Each event is noted with what it does not say itself: of which run it is, which of the run's clients it is
about, and where it happened.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from operator import attrgetter

from core.event_block import payload
from core.events import (
    ChildForked,
    ChildStarted,
    ClientClosed,
    ClientConnected,
    ClientConnecting,
    ClientEnded,
    ClientEvent,
    ClientFailed,
    Entered,
    Event,
    Killed,
    Listening,
    ProcessEnded,
    Spawned,
    StartFailed,
)
from core.spec import ServerSpec

NOTES_KEPT = 300_000
BYTES_KEPT = 256 * 1024 * 1024
"""After so many notes, or so much data in them, only what begins and ends something is noted."""

_ALWAYS_NOTED = (
    Spawned,
    Listening,
    StartFailed,
    Killed,
    ProcessEnded,
    ClientConnecting,
    ClientConnected,
    ClientEnded,
    ClientFailed,
    ClientClosed,
)

_LOOPS = frozenset({"serve_forever", "handle_request"})

_number = attrgetter("number")


class Place(StrEnum):
    """Where something happened."""

    LOOP = "loop"
    """The thread that runs `serve_forever()` or calls `handle_request()`."""
    MAIN = "main"
    """The first thread of the server's process, where it is not the loop's."""
    WORKER = "worker"
    """Another thread of the server's process."""
    CHILD = "child"
    """A forked child."""
    CLIENT = "client"
    WINDOW = "window"
    """The program that started the server."""


@dataclass(slots=True)
class Run:
    """One server, from its start to its end; number 0 stands for no server of ours."""

    number: int
    spec: ServerSpec | None = None
    clients: dict[str, int] = field(default_factory=dict)
    """The number of each client's latest conversation, by the client's name."""
    conversations: int = 0
    pid: int = 0
    loops: set[tuple[int, int]] = field(default_factory=set)
    children: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Note:
    """An event, and what it does not say itself; `number` counts all notes, in the order of their arrival."""

    number: int
    event: Event
    run: Run
    client: int

    @property
    def place(self) -> Place:
        """Where it happened, by all that is known now: who ran the loop is only told when it has begun."""
        event, run = self.event, self.run
        if isinstance(event, ClientEvent):
            return Place.CLIENT
        if event.pid in run.children:
            return Place.CHILD
        if run.pid and event.pid != run.pid:
            return Place.WINDOW
        if (event.pid, event.thread) in run.loops:
            return Place.LOOP
        return Place.MAIN if event.thread == event.pid else Place.WORKER


class Record:
    """Takes events as they arrive, from one thread."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._runs: dict[str, Run] = {}
        self._notes: defaultdict[str, list[Note]] = defaultdict(list)
        self._count = 0
        self._bytes = 0
        self._numbers = count(1)

    @property
    def count(self) -> int:
        """How many events were noted: the number that the next note will have."""
        return self._count

    @property
    def is_full(self) -> bool:
        """True when not all is noted any more: what is measured may then be too small."""
        return self._count >= NOTES_KEPT or self._bytes >= BYTES_KEPT

    def begin_run(self, key: str, spec: ServerSpec) -> Run:
        """Say that the events given with `key` are of this server, from now on."""
        self._runs[key] = Run(next(self._numbers), spec)
        return self._runs[key]

    def run(self, key: str) -> Run:
        """Return the run with that key; "" is the one of no server of ours."""
        if key not in self._runs:
            self._runs[key] = Run(0)
        return self._runs[key]

    def take(self, key: str, events: Iterable[Event]) -> None:
        """Note events of a run ("": of clients that talk to no server of ours)."""
        run = self.run(key)
        for event in events:
            if self.is_full and not isinstance(event, _ALWAYS_NOTED):
                continue
            _learn(run, event)
            self._bytes += payload(event)
            note = Note(self._count, event, run, _client_of(run, event))
            self._notes[type(event).__name__].append(note)
            self._count += 1

    def notes(self, kind: str, since: int = 0, until: int | None = None) -> Iterator[Note]:
        """Yield the notes of the events of a class, by its name, whose numbers lie in the range."""
        notes = self._notes.get(kind, [])
        first = bisect_left(notes, since, key=_number)
        end = len(notes) if until is None else bisect_left(notes, until, key=_number)
        yield from (notes[place] for place in range(first, end))

    def notes_within(self, kind: str, spans: Sequence[tuple[int, int | None]]) -> list[Note]:
        """Return the notes of a class that lie in any of the spans, in the order of the events' times."""
        found = [note for since, until in spans for note in self.notes(kind, since, until)]
        return sorted(found, key=lambda note: (note.event.time, note.number))


def _client_of(run: Run, event: Event) -> int:
    if not isinstance(event, ClientEvent):
        return 0
    if isinstance(event, ClientConnecting) or event.client not in run.clients:
        run.conversations += 1
        run.clients[event.client] = run.conversations
    return run.clients[event.client]


def _learn(run: Run, event: Event) -> None:
    match event:
        case Spawned():
            run.pid = event.server_pid
        case Listening():
            run.pid = event.pid
        case ChildForked():
            run.children.add(event.child)
        case ChildStarted():
            run.children.add(event.pid)
        case Entered() if event.name in _LOOPS:
            run.loops.add((event.pid, event.thread))
