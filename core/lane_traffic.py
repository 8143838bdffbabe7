"""What crosses between clients and server: whose connection is whose, which recv got which send's bytes.

A connection is seen from two sides, and either may be told of first.  The client says from which address it
connected, `get_request()` says from which it took one; at the same address (Unix clients have none) the first
to connect is the first to be accepted.  Until then a connection waits in the kernel's queue; a datagram waits
there from its sending until it is read.
"""

from collections import OrderedDict, deque
from collections.abc import Callable, Iterable
from typing import Any

from core.arrows import Arrow, ArrowKind, Arrows
from core.bar_row import OPEN, BarRow
from core.events import ClientReceived, ClientSent, Received, Sent
from core.flows import Carried, DatagramFlow, End, StreamFlow
from core.lane import FAULT, QUEUE_ROWS, Lane

_tuple = tuple.__new__

KEPT = 1_000
"""Of so many latest connections, and dispatches, the other side may still be told of."""


class Conversation:
    """One connection, or one datagram client, seen from whichever side spoke first."""

    __slots__ = ("bar", "connected", "connecting", "down", "lane", "local", "queued", "request", "row", "up")

    def __init__(self, lane: Lane | None = None, connecting: int = 0) -> None:
        """Begin with what is known: the client's lane, and when it began to connect."""
        self.lane = lane
        """The client's, as long as it talks in this conversation; None for an unknown one."""
        self.connecting = connecting
        self.connected = 0
        self.local = ""
        self.request = 0
        self.up, self.down = StreamFlow(), StreamFlow()
        self.row: BarRow | None = None
        self.bar = -1
        """The client's bar of being connected."""
        self.queued: BarRow | None = None
        """Where it waits, or waited, to be accepted."""


class Traffic:
    """Joins both sides of all conversations of one run."""

    def __init__(
        self, arrows: Arrows, make_queue: Callable[[int], Lane], name_id: Callable[[str], int]
    ) -> None:
        """Draw arrows there; the queue's lane is made when the server listens, or needs it."""
        self._arrows = arrows
        self._make_queue = make_queue
        self._name_id = name_id
        self._queue: Lane | None = None
        # None until the first request shows whether the server takes connections or datagrams.
        self._is_stream: bool | None = None
        self._connects: dict[str, deque[Conversation]] = {}
        self._accepts: OrderedDict[str, deque[tuple[int, int]]] = OrderedDict()
        self._requests: OrderedDict[int, Conversation] = OrderedDict()
        self._datagrams_up: OrderedDict[str, DatagramFlow] = OrderedDict()
        self._datagrams_down: OrderedDict[str, DatagramFlow] = OrderedDict()
        self._early: deque[tuple[ClientSent, End]] = deque(maxlen=KEPT)
        self._boxes: dict[tuple[int, int], tuple[BarRow, int]] = {}

    # Bytes ---------------------------------------------------------------------------------------------

    def received(self, event: Received, end: End) -> None:
        """Take what the server got."""
        connection = event.connection
        if connection:
            conversation = self._requests.get(connection) or self._unaccepted(connection)
            if carried := conversation.up.receive(end, event.size):
                self._draw(carried, connection)
            return
        if self._is_stream is None:
            self._are_datagrams()
        self._arrive(*_flow(self._datagrams_up, event.peer).receive(end, event.size, event.data))

    def sent(self, event: Sent, end: End) -> None:
        """Take what the server sent."""
        connection = event.connection
        if connection:
            conversation = self._requests.get(connection) or self._unaccepted(connection)
            if joined := conversation.down.send(end, event.size):
                self._draw(joined, connection)
        else:
            carried, _lost = _flow(self._datagrams_down, event.peer).send(end, event.size, event.data)
            self._draw(carried)

    def client_sent(self, conversation: Conversation, event: ClientSent, end: End) -> None:
        """Take what a client sent."""
        if self._is_stream is not False:
            self._draw(conversation.up.send(end, event.size), conversation.request)
        if self._is_stream is None:
            self._early.append((event, end))
        elif not self._is_stream:
            self._send_datagram(event, end)

    def client_received(self, conversation: Conversation, event: ClientReceived, end: End) -> None:
        """Take what a client got."""
        if self._is_stream is not False:
            self._draw(conversation.down.receive(end, event.size), conversation.request)
        if not self._is_stream:
            flow = _flow(self._datagrams_down, event.local)
            carried, _lost = flow.receive(end, event.size, event.data)
            self._draw(carried)

    def give_up(self) -> None:
        """Stop to count the bytes of the connections that there are: some are missing."""
        waiting = [one for queue in self._connects.values() for one in queue]
        for conversation in [*self._requests.values(), *waiting]:
            conversation.up.give_up()
            conversation.down.give_up()

    def _unaccepted(self, request: int) -> Conversation:
        """Return a new conversation: the server's bytes of it are told before who connected."""
        found = Conversation()
        remember(self._requests, request, found)
        return found

    def _draw(self, carried: Iterable[Carried], request: int = 0) -> None:
        for sent, received, size in carried:
            number = request or sent.request or received.request
            for end in (sent, received):
                if not end.request:  # a client's tick: now it is known whose bytes they are
                    end.row.set_request(end.bar, number)
            self._arrows.add(
                Arrow(ArrowKind.BYTES, sent.time, sent.lane, received.time, received.lane, number, size)
            )

    # The kernel's queue --------------------------------------------------------------------------------

    def connected(self, conversation: Conversation) -> None:
        """Let a connection wait, unless it is known already when it was accepted."""
        if self._is_stream is False:
            return
        accepts = self._accepts.get(conversation.local)
        # What was accepted before this client even began was somebody else's, at the same address.
        while accepts and accepts[0][0] < conversation.connecting:
            accepts.popleft()
        if accepts:
            self._accept(conversation, *accepts.popleft())
            return
        self._connects.setdefault(conversation.local, deque()).append(conversation)
        if self._is_stream:
            self._begin_waiting(conversation)

    def listening(self, time: int) -> None:
        """Take that from now on there is a queue, with nobody in it yet."""
        if self._queue is None:
            self._queue = self._make_queue(time)
        self._queue.began = min(self._queue.began, time)

    def _begin_waiting(self, conversation: Conversation) -> None:
        name = conversation.local
        conversation.queued = self._queue_row(conversation.connected)
        conversation.queued.begin(conversation.connected, self._name_id(name), conversation.request)

    def accepted(self, address: str, time: int, request: int) -> None:
        """Take that get_request() returned a connection from that address."""
        if self._is_stream is None:
            self._are_connections()
        waiting = self._connects.get(address)
        if waiting:
            self._accept(waiting.popleft(), time, request)
            return
        accepts = self._accepts.get(address) or deque(maxlen=KEPT)
        remember(self._accepts, address, accepts)
        accepts.append((time, request))

    def _accept(self, conversation: Conversation, time: int, request: int) -> None:
        """Join what the client did with what the server does for it."""
        conversation.request = request
        if conversation.row is not None:
            conversation.row.set_request(conversation.bar, request)
        if conversation.lane is not None:
            _say_whose(conversation.lane, conversation.connecting, request)
        if conversation.queued is None:
            self._begin_waiting(conversation)
        if conversation.queued is not None:
            self._end_waiting(conversation.queued, conversation.connected, time, request)
        seen = self._requests.get(request)
        remember(self._requests, request, conversation)
        if seen is not None:
            self._draw(conversation.up.join(seen.up), request)
            self._draw(conversation.down.join(seen.down), request)

    def _end_waiting(self, row: BarRow, start: int, end: int, request: int) -> None:
        if row.is_open and row.starts[-1] == start:
            row.requests[-1] = request
            row.close(end)

    def _queue_row(self, start: int) -> BarRow:
        """Return a row of the queue that has room; the last one, if all are taken."""
        if self._queue is None:
            self._queue = self._make_queue(start)
        self._queue.began = min(self._queue.began, start)
        for row in self._queue.waits.values():
            if row.has_room_at(start):
                return row
        return self._queue.waits_at(min(len(self._queue.waits), QUEUE_ROWS - 1))

    def _are_connections(self) -> None:
        self._is_stream = True
        self._early.clear()
        self._datagrams_down.clear()
        waiting = [one for queue in self._connects.values() for one in queue]
        for conversation in sorted(waiting, key=lambda one: one.connected):
            self._begin_waiting(conversation)

    def _are_datagrams(self) -> None:
        self._is_stream = False
        self._connects.clear()
        self._accepts.clear()
        for event, end in sorted(self._early, key=lambda pair: pair[0].time):
            self._send_datagram(event, end)
        self._early.clear()

    def _send_datagram(self, event: ClientSent, end: End) -> None:
        row = self._queue_row(event.time)
        self._boxes[end.lane, end.bar] = row, row.begin(event.time, self._name_id(event.local), 0)
        self._arrive(*_flow(self._datagrams_up, event.local).send(end, event.size, event.data))

    def _arrive(self, carried: list[Carried], lost: list[End]) -> None:
        """Let datagrams leave the queue: the server read them, or read a later one of the same client."""
        self._draw(carried)
        for sent, received, _size in carried:
            self._leave_queue(sent, received.time, received.request, 0)
        for end in lost:
            self._leave_queue(end, end.time, 0, FAULT)

    def _leave_queue(self, sent: End, time: int, request: int, fault: int) -> None:
        row, bar = self._boxes.pop((sent.lane, sent.bar), (None, 0))
        if row is not None and row.is_open and bar == row.dropped + len(row) - 1:
            row.values[-1] |= fault
            row.requests[-1] = request
            row.close(time)


def tick(lane: Lane, row: BarRow, event: Any, request: int) -> End:
    """Put a tick for the bytes of an event into a lane's row; return it as one end of an arrow."""
    time = event.time
    # As End(…) would, without a named tuple's way through Python: the busiest line but one.
    return _tuple(End, (time, lane.key, row, row.add(time, time, event.size, request), request))


def remember(kept: OrderedDict[Any, Any], key: Any, value: Any) -> None:
    """Put it in as the newest, and let the oldest go when there are too many."""
    kept[key] = value
    kept.move_to_end(key)
    if len(kept) > KEPT:
        kept.popitem(last=False)


def _flow(flows: OrderedDict[str, DatagramFlow], peer: str) -> DatagramFlow:
    flow = flows.get(peer)
    if flow is None:
        flow = DatagramFlow()
        remember(flows, peer, flow)
    return flow


def _say_whose(lane: Lane, since: int, request: int) -> None:
    """Give a client's ticks since then to the request that its connection became."""
    for row in (lane.sent, lane.received):
        first, last = row.slice(since, OPEN)
        for place in range(first, last):
            row.requests[place] = request
