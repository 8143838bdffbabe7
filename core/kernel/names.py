"""Whose address it is, which request, which thread: learnt from a run's events."""

from collections.abc import Callable
from typing import Any

from core.address import show
from core.events import ClientConnected, Entered, Event, Left, ThreadStarted
from core.sentences import NAME_SHOWN, short_name, visible
from core.wording import worded

_LOOPS = frozenset({"serve_forever", "handle_request"})

_NOBODY = show(None)  # what clients without an address share tells them not apart

NAMES_KEPT = 10_000
"""When more addresses than this are known, the oldest are forgotten."""


class Names:
    """What events tell about addresses and threads; to learn an event twice does no harm."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._clients: dict[str, str] = {}
        self._requests: dict[str, int] = {}
        self._threads: dict[tuple[int, int], str] = {}

    def learn(self, event: Event) -> None:
        """Take from an event what it tells."""
        lesson = _LESSONS.get(type(event))
        if lesson:
            lesson(self, event)

    def client(self, address: str) -> str:
        """Return the lab's name of the client with that address, "" for a stranger."""
        return self._clients.get(address, "")

    def request(self, peer: str) -> int:
        """Return the number of the newest request that came from there, 0 for none."""
        return self._requests.get(peer, 0)

    def thread(self, pid: int, number: int) -> str:
        """Return a thread's name, "" where it is not known."""
        return self._threads.get((pid, number), "")

    def _learn_client(self, event: ClientConnected) -> None:
        if event.local != _NOBODY:
            _remember(self._clients, event.local, visible(event.client, NAME_SHOWN))

    def _learn_request(self, event: Left) -> None:
        if event.name == "get_request" and event.result not in ("", _NOBODY):
            _remember(self._requests, event.result, event.request)

    def _learn_thread(self, event: ThreadStarted) -> None:
        _remember(self._threads, (event.pid, event.thread), short_name(event.name))

    def _learn_loop(self, event: Entered) -> None:
        if event.name in _LOOPS:
            _remember(self._threads, (event.pid, event.thread), worded("server loop"))


_LESSONS: dict[type[Event], Callable[[Names, Any], None]] = {
    ClientConnected: Names._learn_client,
    Left: Names._learn_request,
    ThreadStarted: Names._learn_thread,
    Entered: Names._learn_loop,
}


def _remember(known: dict[Any, Any], key: object, value: object) -> None:
    known[key] = value
    if len(known) > NAMES_KEPT:
        del known[next(iter(known))]
