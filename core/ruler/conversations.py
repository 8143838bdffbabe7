"""Events → conversations: a client's side and the server's side of each, joined by the client's address.

Clients of this program tell what they do; of any other client only the server's side is known.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable
from itertools import islice
from operator import attrgetter
from typing import Any

from core.events import (
    ClientClosed,
    ClientConnected,
    ClientConnecting,
    ClientEnded,
    ClientEvent,
    ClientReceived,
    ClientSent,
    EndOfStream,
    Event,
    Left,
    ProcessEnded,
    Received,
    Sent,
    moment,
)
from core.ruler.row import Row
from core.ruler.stream import Stream

_moment = attrgetter("moment")


class Half:
    """One side of a conversation: what it sent, what it got, and when it saw the end of what it got."""

    __slots__ = (
        "address",
        "began",
        "conversation",
        "ended",
        "got",
        "moment",
        "name",
        "request",
        "requests",
        "sent",
    )

    def __init__(self, name: str, request: int, address: str, began: tuple[int, int, int]) -> None:
        """Begin at that moment with no bytes; `name` is a client's, `request` the server's connection."""
        self.name = name
        self.request = request
        self.requests: list[int] | None = None
        """Where each datagram is a request: all of theirs."""
        self.address = address
        self.moment = began
        self.began = began[0]
        self.sent = Row()
        self.got = Row()
        self.ended: int | None = None
        self.conversation = Conversation()

    def forget_before(self, when: tuple[int, int, int]) -> bool:
        """Drop the bytes before that moment; return whether bytes are left, or it began later than that."""
        for row in (self.sent, self.got):
            if row.calls and row.calls[0].time <= when[0]:
                row.forget_before(when)
        return bool(self.sent.calls or self.got.calls) or self.moment >= when


class Conversation:
    """A client's half and the server's half; either may be missing: a stranger, or not accepted yet."""

    __slots__ = ("client", "is_stream", "server")

    def __init__(self) -> None:
        """Begin with neither half."""
        self.client: Half | None = None
        self.server: Half | None = None
        self.is_stream = True

    @property
    def halves(self) -> list[Half]:
        """The halves that are there, the server's last."""
        return [half for half in (self.client, self.server) if half]

    @property
    def address(self) -> str:
        """The client's address."""
        return self.halves[0].address

    @property
    def request(self) -> int:
        """The number of the request, 0 if it is not accepted yet, or if each datagram is a request."""
        return self.server.request if self.server else 0

    @property
    def now(self) -> "Conversation":
        """The conversation that this one has become, when its halves were joined."""
        return self.halves[0].conversation

    @property
    def size(self) -> int:
        """How many bytes are known to have crossed."""
        return self.to_server().end + self.to_client().end

    def to_server(self) -> Stream:
        """Return what the client said."""
        return _stream(self.client, self.server)

    def to_client(self) -> Stream:
        """Return what the server said."""
        return _stream(self.server, self.client)


class Conversations:
    """Learns from events who talked to whom; to learn an event twice does no harm."""

    def __init__(self, is_stream: bool = True) -> None:
        """Know nothing yet; `is_stream` is for conversations whose server has not said anything yet."""
        self._is_stream = is_stream
        self._connecting: dict[str, int] = {}
        self._clients: dict[str, list[Half]] = defaultdict(list)
        self._requests: dict[int, Half] = {}
        self._datagrams: dict[str, list[Half]] = defaultdict(list)
        self._server_ended: int | None = None
        # Of streams, by address: the halves in order, and those of them that have no other half yet.
        self._clients_at: dict[str, list[Half]] = defaultdict(list)
        self._servers_at: dict[str, list[Half]] = defaultdict(list)
        self._waiting_clients: dict[str, list[Half]] = defaultdict(list)
        self._waiting_servers: dict[str, list[Half]] = defaultdict(list)
        # A dict for its order: a set would mix the conversations up.
        self._all: dict[Conversation, None] = {}

    def learn(self, event: Event) -> None:
        """Take from an event what it tells about bytes and who they belong to."""
        if lesson := _LESSONS.get(type(event)):
            lesson(self, event)

    def all(self) -> list[Conversation]:
        """Return the conversations in the order in which they became known."""
        return list(self._all)

    def latest(self, count: int) -> list[Conversation]:
        """Return so many that became known last, in that order."""
        return list(islice(reversed(self._all), count))[::-1]

    def newest(self) -> Conversation | None:
        """Return the conversation that became known last, None if there is none."""
        return next(reversed(self._all), None)

    def of_request(self, number: int) -> Conversation | None:
        """Return the conversation in which that request was made, None if it is not known."""
        half = self._requests.get(number)
        return half.conversation if half else None

    def forget_before(self, event: Event) -> None:
        """Drop the bytes before that event, and the conversations of which nothing is left."""
        when = moment(event)
        # Few of very many have anything to forget: in a run that is full all are looked at for each frame.
        for conversation in list(self._all):
            client, server = conversation.client, conversation.server
            is_client_left = client is not None and client.forget_before(when)
            is_server_left = server is not None and server.forget_before(when)
            if not (is_client_left or is_server_left):
                self._drop(conversation)

    def _drop(self, conversation: Conversation) -> None:
        del self._all[conversation]
        for half in conversation.halves:
            for known in self._lists_of(half):
                if half in known:
                    known.remove(half)
            for number in half.requests or filter(None, (half.request,)):
                del self._requests[number]

    def _lists_of(self, half: Half) -> list[list[Half]]:
        by_address = (self._clients_at, self._servers_at, self._waiting_clients, self._waiting_servers)
        lists = [known[half.address] for known in (*by_address, self._datagrams) if half.address in known]
        return [*lists, self._clients[half.name]] if half.name else lists

    # Lessons -------------------------------------------------------------------------------------------

    def _learn_connecting(self, event: ClientConnecting) -> None:
        self._connecting[event.client] = event.time

    def _learn_client(self, event: ClientConnected) -> None:
        known = self._clients[event.client]
        place = bisect_left(known, moment(event), key=_moment)
        if place < len(known) and known[place].moment == moment(event):
            return
        half = Half(event.client, 0, event.local, moment(event))
        # The server may have accepted before connect() returned to the client.
        half.began = min(self._connecting.get(event.client, event.time), event.time)
        known.insert(place, half)
        self._add(half.conversation, client=half)
        self._join_client(half)

    def _learn_request(self, event: Left) -> None:
        if event.name != "get_request" or event.error or event.request in self._requests:
            return
        self._server_of(event.request, event.result, event)

    def _learn_server_got(self, event: Received) -> None:
        self._half_of(event).got.add(event)

    def _learn_server_sent(self, event: Sent) -> None:
        self._half_of(event).sent.add(event)

    def _learn_server_end(self, event: EndOfStream) -> None:
        self._half_of(event).ended = event.time

    def _learn_client_got(self, event: ClientReceived) -> None:
        if half := self._client_of(event):
            half.got.add(event)

    def _learn_client_sent(self, event: ClientSent) -> None:
        if half := self._client_of(event):
            half.sent.add(event)

    def _learn_client_end(self, event: ClientEnded) -> None:
        if half := self._client_of(event):
            half.ended = event.time

    def _learn_client_closed(self, event: ClientClosed) -> None:
        half = self._client_of(event)
        if half and not half.conversation.is_stream:
            half.ended = event.time

    def _learn_server_ended(self, event: ProcessEnded) -> None:
        self._server_ended = event.time
        for halves in self._datagrams.values():
            for half in halves:
                half.ended = event.time

    # Whose bytes they are --------------------------------------------------------------------------------

    def _client_of(self, event: ClientEvent) -> Half | None:
        """Return the client's half at that time: a client that connects again begins a new one."""
        halves = self._clients[event.client]
        if not halves and isinstance(event, ClientSent | ClientReceived):
            # Its beginning is forgotten; what is left of it can still be shown.
            halves.append(Half(event.client, 0, event.local, moment(event)))
            self._add(halves[0].conversation, client=halves[0])
            self._join_client(halves[0])
        return _at(halves, event) if halves else None

    def _half_of(self, event: Received | Sent | EndOfStream) -> Half:
        if event.connection:
            half = self._requests.get(event.connection)
            return half or self._server_of(event.connection, event.peer, event)
        halves = self._datagrams[event.peer]
        if not halves:
            half = Half("", 0, event.peer, moment(event))
            half.ended = self._server_ended  # what comes late may be of a server that is gone
            halves.append(half)
            self._add(half.conversation, server=half, is_stream=False)
            self._join_server(half)
        half = _at(halves, event)
        if event.request and event.request not in self._requests:
            self._requests[event.request] = half
            half.requests = half.requests or []
            half.requests.append(event.request)
        return half

    def _server_of(self, number: int, address: str, event: Event) -> Half:
        half = self._requests[number] = Half("", number, address, moment(event))
        self._add(half.conversation, server=half)
        self._join_server(half)
        return half

    # Joining ---------------------------------------------------------------------------------------------

    def _add(self, conversation: Conversation, is_stream: bool | None = None, **halves: Half) -> None:
        conversation.client = halves.get("client")
        conversation.server = halves.get("server")
        conversation.is_stream = self._is_stream if is_stream is None else is_stream
        self._all[conversation] = None

    def _join_client(self, client: Half) -> None:
        if self._datagrams.get(client.address) and not self._waiting_servers.get(client.address):
            # The address had another owner before: from now on the server's datagrams are of this one.
            self._begin_anew(client)
            return
        known = self._clients_at[client.address]
        is_late = bool(known) and known[-1].began > client.began
        known.append(client)
        if is_late:
            self._join_anew(client.address)
        else:
            self._pair_client(client)

    def _join_server(self, server: Half) -> None:
        known = self._servers_at[server.address]
        is_late = bool(known) and known[-1].request > server.request
        known.append(server)
        if is_late:
            self._join_anew(server.address)
        else:
            self._pair_server(server)

    def _join_anew(self, address: str) -> None:
        """Pair all halves of an address in order, because one was told too late.

        Clients of Unix streams have no address of their own: they are accepted in the order of connecting.
        """
        clients, servers = self._clients_at[address], self._servers_at[address]
        clients.sort(key=attrgetter("began"))
        servers.sort(key=attrgetter("request"))
        for client in clients:
            client.conversation.server = None
        self._waiting_clients[address] = list(clients)
        self._waiting_servers[address] = []
        for server in servers:
            if server.conversation.client is None:
                self._all.pop(server.conversation, None)
            server.conversation = Conversation()
            self._add(server.conversation, server=server)
            self._pair_server(server)

    def _pair_client(self, client: Half) -> None:
        for server in self._waiting_servers.get(client.address, ()):
            if server.began >= client.began:
                _take_out(self._waiting_servers, server)
                self._join(client, server)
                return
        self._waiting_clients[client.address].append(client)

    def _pair_server(self, server: Half) -> None:
        for client in self._waiting_clients.get(server.address, ()):
            if client.began <= server.began:
                _take_out(self._waiting_clients, client)
                self._join(client, server)
                return
        self._waiting_servers[server.address].append(server)

    def _begin_anew(self, client: Half) -> None:
        halves = self._datagrams[client.address]
        server = Half("", 0, client.address, client.moment)
        server.began = client.began
        server.ended = self._server_ended
        halves.append(server)
        halves.sort(key=attrgetter("began"))
        self._join(client, server)

    def _join(self, client: Half, server: Half) -> None:
        whole, other = client.conversation, server.conversation
        whole.server = server
        whole.is_stream = other.is_stream
        server.conversation = whole
        self._all.pop(other, None)
        if not server.request:
            # Datagrams: the server's side began with the client's.
            server.began = min(server.began, client.began)


def _take_out(waiting: dict[str, list[Half]], half: Half) -> None:
    """Let a half wait no more; an address at which none waits is forgotten, for there may be very many."""
    waiting[half.address].remove(half)
    if not waiting[half.address]:
        del waiting[half.address]


def _stream(sender: Half | None, receiver: Half | None) -> Stream:
    sent = sender.sent if sender else Row()
    got, ended = (receiver.got, receiver.ended) if receiver else (Row(), None)
    return Stream(sent, got, ended)


def _at(halves: list[Half], event: Event) -> Half:
    """Return the last half that had begun when the event happened."""
    return halves[max(bisect_right(halves, event.time, key=attrgetter("began")) - 1, 0)]


_LESSONS: dict[type[Event], Callable[[Conversations, Any], None]] = {
    ClientConnecting: Conversations._learn_connecting,
    ClientConnected: Conversations._learn_client,
    ClientSent: Conversations._learn_client_sent,
    ClientReceived: Conversations._learn_client_got,
    ClientEnded: Conversations._learn_client_end,
    ClientClosed: Conversations._learn_client_closed,
    ProcessEnded: Conversations._learn_server_ended,
    Left: Conversations._learn_request,
    Received: Conversations._learn_server_got,
    Sent: Conversations._learn_server_sent,
    EndOfStream: Conversations._learn_server_end,
}
