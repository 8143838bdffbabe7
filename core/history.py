"""All events of a run, in order, bounded.

Rows have two addresses.  The *index* counts from the oldest event that is still kept, as in a list.  The
*number* counts from the first event of the run, so that it does not move when old events are forgotten:
number = index + `forgotten`.  A late event takes the number of the one before which it is put, and moves
those behind it.
"""

from bisect import bisect_right, insort
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from threading import Lock
from typing import TypeVar, overload

from core.events import AnyEvent, Event, NotKept, moment

HISTORY_LIMIT = 200_000
"""At most this many events of a run are kept; with their texts they take some 80 MB."""

PAYLOAD_LIMIT = 64 * 1024 * 1024
"""At most this many bytes of data, printed text and tracebacks are kept for a run."""

_FORGET_SHARE = 8
"""One in so many events goes when there are too many: to forget is then rare, and cheap for each event."""

_SORT_SHARE = 32
"""Up to so many kept events for each late one, sorting them together costs less than searching each place."""

_INSERTIONS_KEPT = 256
"""So many late arrivals are remembered; a reader that slept through more is told to read all again."""

E = TypeVar("E", bound=Event)


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new to a reader, in row numbers; hand it back to `changes_since` next time.

    Rows below `first` are forgotten, rows from `changed_from` up to `end` are new or have moved, and those
    between are as they were.
    """

    first: int
    changed_from: int
    end: int
    generation: int


class History:
    """The events of one run; any thread may add and read."""

    def __init__(self, limit: int = HISTORY_LIMIT, payload_limit: int = PAYLOAD_LIMIT) -> None:
        """Begin with nothing."""
        self._limit = limit
        self._payload_limit = payload_limit
        self._events: list[Event] = []
        self._payload = 0
        self._forgotten = 0
        self._not_kept = 0
        self._began: int | None = None
        self._generation = 0
        # (generation, number) of late arrivals, both rising; what a lower number covers is left out.
        self._insertions: deque[tuple[int, int]] = deque()
        self._insertions_lost = 0
        self._lock = Lock()

    @property
    def forgotten(self) -> int:
        """How many of the oldest events had to go."""
        return self._forgotten

    @property
    def not_kept(self) -> int:
        """How many events never arrived, because the server's process had more than it could hand on."""
        return self._not_kept

    @property
    def began(self) -> int | None:
        """The time of the run's first event, also when that is forgotten; None before there is one."""
        return self._began

    def add(self, batch: list[Event]) -> int:
        """Put the batch where it belongs, forget what is too much; return the first index that changed."""
        if not batch:
            return len(self)
        batch = sorted(batch, key=moment)
        with self._lock:
            self._generation += 1
            number = self._forgotten + self._merge(batch)
            self._count(batch)
            self._forget()
            return max(number - self._forgotten, 0)

    def changes_since(self, seen: Changes | None) -> Changes:
        """Return what is new since `seen`, the answer to the previous call (None: all is new)."""
        with self._lock:
            first, end = self._forgotten, self._forgotten + len(self._events)
            changed = first if seen is None else min(seen.end, self._inserted_since(seen.generation))
            return Changes(first, max(changed, first), end, self._generation)

    def rows_from(self, number: int, count: int) -> tuple[int, list[Event]]:
        """Return up to `count` events from row `number` on, or from the oldest kept one if that is forgotten.

        The first of the pair is the number of the first event.
        """
        with self._lock:
            number = max(number, self._forgotten)
            index = number - self._forgotten
            return number, self._events[index : index + count]

    @overload
    def events(self, kind: None = None, request: int | None = None) -> list[Event]: ...

    @overload
    def events(self, kind: type[E], request: int | None = None) -> list[E]: ...

    def events(self, kind: type[Event] | None = None, request: int | None = None) -> list[Event] | list[E]:
        """Return the events of that class (None: all) and of that request (None: any)."""
        wanted = kind or Event
        return [event for event in self if isinstance(event, wanted) and request in (None, event.request)]

    def __len__(self) -> int:
        """Return how many events are kept."""
        return len(self._events)

    @overload
    def __getitem__(self, index: int) -> Event: ...

    @overload
    def __getitem__(self, index: slice) -> list[Event]: ...

    def __getitem__(self, index: int | slice) -> Event | list[Event]:
        """Return one event, or a copy of a range."""
        with self._lock:
            return self._events[index]

    def __iter__(self) -> Iterator[Event]:
        """Iterate over the events as they are now; later ones do not disturb."""
        return iter(self[:])

    def _merge(self, batch: list[Event]) -> int:
        """Put a sorted batch in and return the first index that changed."""
        length = len(self._events)
        place = bisect_right(self._events, moment(batch[0]), lo=self._search_from(batch[0]), key=moment)
        if place == length:
            self._events += batch
        else:
            self._note_insertion(self._forgotten + place)
            self._insert(batch, place)
        return place

    def _search_from(self, event: Event) -> int:
        """Return an index near the end that lies before the event's place: most events are hardly late."""
        back = 1
        while back < len(self._events) and moment(self._events[-back]) > moment(event):
            back *= 2
        return max(len(self._events) - back, 0)

    def _insert(self, batch: list[Event], place: int) -> None:
        late = bisect_right(batch, moment(self._events[-1]), key=moment)
        if len(self._events) - place <= late * _SORT_SHARE:
            self._events[place:] = sorted(self._events[place:] + batch, key=moment)
            return
        for event in batch[:late]:
            insort(self._events, event, lo=place, key=moment)
        self._events += batch[late:]

    def _note_insertion(self, number: int) -> None:
        while self._insertions and self._insertions[-1][1] >= number:
            self._insertions.pop()
        self._insertions.append((self._generation, number))
        if len(self._insertions) > _INSERTIONS_KEPT:
            self._insertions_lost, _ = self._insertions.popleft()

    def _inserted_since(self, generation: int) -> int:
        """Return the lowest row number at which something was put in since then, or a very high one."""
        if generation < self._insertions_lost:
            return 0
        numbers = (number for when, number in self._insertions if when > generation)
        return next(numbers, self._forgotten + len(self._events))

    def _count(self, batch: list[Event]) -> None:
        first = batch[0].time
        self._began = first if self._began is None else min(first, self._began)
        self._payload += sum(map(_payload, batch))
        self._not_kept += sum(event.count for event in batch if isinstance(event, NotKept))

    def _forget(self) -> None:
        if len(self._events) <= self._limit and self._payload <= self._payload_limit:
            return
        surplus = len(self._events) - (self._limit - self._limit // _FORGET_SHARE)
        enough = self._payload_limit - self._payload_limit // _FORGET_SHARE
        index = 0
        while index < len(self._events) and (index < surplus or self._payload > enough):
            self._payload -= _payload(self._events[index])
            index += 1
        del self._events[:index]
        self._forgotten += index


def _payload(event: Event) -> int:
    size = _PAYLOADS.get(type(event))
    return len(size(event)) if size else 0


_PAYLOADS = {
    kind: attrgetter(name)
    for kind in AnyEvent.__args__
    for name in ("data", "text", "traceback")
    if name in kind.__struct_fields__
}
"""Where an event carries the one thing that may be long."""
