"""Which request a client's events belong to: they tell of no number, the server's side does.

A connection is the request whose `get_request()` returned the client's address.  Of datagrams each is a
request of its own: joined are the datagram that was sent to the server and the one that came back.  Clients
without an address (Unix) are taken to be accepted in the order in which they began to connect.
"""

from bisect import bisect_right, insort
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

from core.bar_row import BarRow
from core.events import (
    ClientConnected,
    ClientConnecting,
    ClientEvent,
    ClientReceived,
    ClientSent,
    Event,
    Left,
    MessageReceived,
    MessageSent,
    Received,
    Sent,
)
from core.flows import Carried, DatagramFlow, End

KEPT = 1_000
"""Of so many latest addresses, and accepted connections at one, the other side may still be told of."""

THREADS_KEPT = 10_000
"""Of so many latest threads it is known which of their events were learnt."""


class _Talk:
    """One conversation of a client: a bar in the client's row."""

    __slots__ = ("bar", "began", "row")

    def __init__(self, row: BarRow, began: int) -> None:
        self.row, self.began = row, began
        self.bar = row.begin(began, 0, 0)


class _Client:
    """A client's conversations, and what it sent and got: whose each is, is its bar's request."""

    __slots__ = ("got", "last", "sent", "talk", "talks")

    def __init__(self) -> None:
        self.talks, self.sent, self.got = BarRow(), BarRow(), BarRow()
        self.talk: _Talk | None = None
        self.last = (-1, -1)
        """The time and order of the last event that was learnt: each counts once."""


class Ownership:
    """Learns from a run's events whose they are; to learn an event twice does no harm."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._clients: dict[str, _Client] = {}
        self._connects: dict[str, list[_Talk]] = {}
        self._accepts: OrderedDict[str, deque[tuple[int, int]]] = OrderedDict()
        self._last_request = 0
        # None until the first request shows whether the server takes connections or datagrams.
        self._is_stream: bool | None = None
        self._up: OrderedDict[str, DatagramFlow] = OrderedDict()
        self._down: OrderedDict[str, DatagramFlow] = OrderedDict()
        self._last_bytes: OrderedDict[tuple[int, int], tuple[int, int]] = OrderedDict()

    def learn(self, event: Event) -> None:
        """Take from an event what it tells."""
        lesson = _LESSONS.get(type(event))
        if lesson:
            lesson(self, event)

    def request_of(self, event: Event) -> int:
        """Return the request that an event belongs to, 0 for none, or for one that is not known yet."""
        client = self._clients.get(event.client) if isinstance(event, ClientEvent) else None
        if client is None:
            return event.request
        row = _ROWS.get(type(event), _talks)(client) if self._is_stream is False else client.talks
        place = bisect_right(row.starts, event.time) - 1
        return row.requests[place] if place >= 0 else 0

    # Connections -----------------------------------------------------------------------------------------

    def _learn_connecting(self, event: ClientConnecting) -> None:
        client = self._client_if_new(event)
        if client is not None:
            client.talk = _Talk(client.talks, event.time)

    def _learn_connected(self, event: ClientConnected) -> None:
        client = self._client_if_new(event)
        if client is None or self._is_stream is False:
            return
        talk = client.talk = client.talk or _Talk(client.talks, event.time)
        accepts = self._accepts.get(event.local)
        # What was accepted before this client even began was somebody else's, at the same address.
        while accepts and accepts[0][0] < talk.began:
            accepts.popleft()
        if accepts:
            talk.row.set_request(talk.bar, accepts.popleft()[1])
        else:
            insort(self._connects.setdefault(event.local, []), talk, key=attrgetter("began"))

    def _learn_left(self, event: Left) -> None:
        if event.name != "get_request" or event.error or self._is_stream is False:
            return
        if self._is_stream is None:
            self._is_stream = True
            self._up.clear()
            self._down.clear()
        if event.request > self._last_request:
            self._last_request = event.request
            self._accept(event.result, event.time, event.request)

    def _accept(self, address: str, time: int, request: int) -> None:
        waiting = self._connects.get(address)
        if not waiting:
            self._accepts.setdefault(address, deque(maxlen=KEPT)).append((time, request))
            _keep(self._accepts, address, KEPT)
            return
        talk = waiting.pop(0)
        talk.row.set_request(talk.bar, request)
        if not waiting:
            del self._connects[address]

    # Datagrams -------------------------------------------------------------------------------------------

    def _learn_client_sent(self, event: ClientSent) -> None:
        client = None if self._is_stream else self._client_if_new(event)
        if client is not None:
            end = _end(client.sent, event)
            self._join(_flow(self._up, event.local).send(end, event.size, event.data)[0])

    def _learn_client_got(self, event: ClientReceived) -> None:
        client = None if self._is_stream else self._client_if_new(event)
        if client is not None:
            end = _end(client.got, event)
            self._join(_flow(self._down, event.local).receive(end, event.size, event.data)[0])

    def _learn_received(self, event: Received) -> None:
        if event.connection or not self._is_new(event):
            return
        self._is_stream = False
        end = _end(BarRow(), event)
        self._join(_flow(self._up, event.peer).receive(end, event.size, event.data)[0])

    def _learn_sent(self, event: Sent) -> None:
        if event.connection or not self._is_new(event):
            return
        end = _end(BarRow(), event)
        self._join(_flow(self._down, event.peer).send(end, event.size, event.data)[0])

    def _join(self, carried: Iterable[Carried]) -> None:
        for sent, received, _size in carried:
            number = sent.request or received.request
            for end in (sent, received):
                end.row.set_request(end.bar, number)

    # What was learnt before ------------------------------------------------------------------------------

    def _client_if_new(self, event: ClientEvent) -> _Client | None:
        client = self._clients.get(event.client)
        if client is None:
            client = self._clients[event.client] = _Client()
        if (event.time, event.order) <= client.last:
            return None
        client.last = event.time, event.order
        return client

    def _is_new(self, event: Event) -> bool:
        place = event.pid, event.thread
        if (event.time, event.order) <= self._last_bytes.get(place, (-1, -1)):
            return False
        self._last_bytes[place] = event.time, event.order
        _keep(self._last_bytes, place, THREADS_KEPT)
        return True


def _end(row: BarRow, event: Any) -> End:
    return End(event.time, 0, row, row.add(event.time, event.time, event.size, event.request), event.request)


def _flow(flows: OrderedDict[str, DatagramFlow], peer: str) -> DatagramFlow:
    flow = flows.get(peer)
    if flow is None:
        flow = flows[peer] = DatagramFlow()
    _keep(flows, peer, KEPT)
    return flow


def _keep(known: OrderedDict[Any, Any], key: object, limit: int) -> None:
    """Make `key` the newest, and let the oldest go when there are more than the limit."""
    known.move_to_end(key)
    if len(known) > limit:
        known.popitem(last=False)


def _talks(client: _Client) -> BarRow:
    return client.talks


_ROWS: dict[type[Event], Callable[[_Client], BarRow]] = {
    ClientSent: attrgetter("sent"),
    MessageSent: attrgetter("sent"),
    ClientReceived: attrgetter("got"),
    MessageReceived: attrgetter("got"),
}

_LESSONS: dict[type[Event], Callable[[Ownership, Any], None]] = {
    ClientConnecting: Ownership._learn_connecting,
    ClientConnected: Ownership._learn_connected,
    ClientSent: Ownership._learn_client_sent,
    ClientReceived: Ownership._learn_client_got,
    Left: Ownership._learn_left,
    Received: Ownership._learn_received,
    Sent: Ownership._learn_sent,
}
