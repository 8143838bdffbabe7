"""A history → output, bit by bit."""

from collections.abc import Callable
from time import perf_counter

from core.console.output import KINDS, LINES_KEPT, Output
from core.events import Event, Left, Printed, moment
from core.history import Changes, History

READ_AT_ONCE = 128
"""So many events are got from the history at a time."""

OTHERS_KEPT = 10_000
"""So many last events that are not printed text are remembered: late ones are told from them."""

PEERS_KEPT = 10_000
"""Of so many last requests the client's address is remembered."""

LOOKED_AT = 1_000
"""So many events are looked through at a time for the address of a request."""

_WANTED = frozenset(KINDS)

_Key = tuple[int, int, int]


class OutputReader:
    """Reads the output of one run, from its first event that is kept to the time `until` (ns; None: all)."""

    def __init__(
        self,
        history: History,
        limit: int = LINES_KEPT,
        until: int | None = None,
        say: Callable[[str], str] = str,
    ) -> None:
        """Begin with nothing read; `say` gives each sentence in the language that is wanted."""
        self.output = Output(limit, self._peer_of, say)
        self.until = until
        self.missed = 0
        """How many events were forgotten before they could be read."""
        self._history = history
        self._seen: Changes | None = None
        self._next = 0
        # Printed text comes from one thread, in order: the last one tells which are new.  The others are few.
        self._last_printed: _Key = (-1, -1, -1)
        self._others: dict[_Key, None] = {}
        self._peers: dict[int, str] = {}

    def read(self, seconds: float) -> bool:
        """Take in what is new, for about that long; True if there is more to read."""
        changes = self._history.changes_since(self._seen)
        self._seen = changes
        self._next = min(self._next, changes.changed_from)
        self._miss(changes.first)
        more = self._read_until(perf_counter() + seconds)
        self.output.trim()
        return more

    def unread(self) -> int:
        """Return how many events have not been looked at yet."""
        changes = self._history.changes_since(self._seen)
        return changes.end - min(max(self._next, changes.first), changes.changed_from)

    def _miss(self, first: int) -> None:
        self.missed += max(first - self._next, 0)
        self._next = max(first, self._next)

    def _read_until(self, deadline: float) -> bool:
        while perf_counter() < deadline:
            number, events = self._history.rows_from(self._history.skip_to(self._next, KINDS), READ_AT_ONCE)
            taken = self._take(events, deadline)
            self._next = number + taken
            if taken == len(events) < READ_AT_ONCE or self._is_past(events[:taken]):
                return False
        return True

    def _take(self, events: list[Event], deadline: float) -> int:
        """Take events in, for as long as there is time; return how many."""
        for position, event in enumerate(events):
            if type(event) not in _WANTED:
                self._meet(event)
                continue
            # One piece of printed text may have thousands of lines.
            if position and perf_counter() >= deadline:
                return position
            if self._is_new(event) and not self._is_past([event]):
                self.output.take(event)
        return len(events)

    def _is_past(self, events: list[Event]) -> bool:
        return self.until is not None and bool(events) and events[-1].time > self.until

    def _is_new(self, event: Event) -> bool:
        """True unless the event was read before: where late ones were put in between, all is read again."""
        key = moment(event)
        if isinstance(event, Printed):
            is_new = key > self._last_printed
            self._last_printed = max(key, self._last_printed)
            return is_new
        if key in self._others:
            return False
        self._others[key] = None
        if len(self._others) > OTHERS_KEPT:
            del self._others[next(iter(self._others))]
        return True

    # Whose request it is --------------------------------------------------------------------------------

    def _peer_of(self, request: int) -> str:
        """Return the address of a request's client, "" where it is not known."""
        number = 0 if request and request not in self._peers else self._next
        while number < self._next and request not in self._peers:
            number, events = self._history.rows_from(
                self._history.skip_to(number, [Left], request), LOOKED_AT
            )
            number += len(events)
            for event in events:
                self._meet(event)
        return self._peers.get(request, "")

    def _meet(self, event: Event) -> None:
        if isinstance(event, Left) and event.name == "get_request" and event.result:
            self._peers[event.request] = event.result
            if len(self._peers) > PEERS_KEPT:
                del self._peers[next(iter(self._peers))]
