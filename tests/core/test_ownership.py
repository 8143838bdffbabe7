import random
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import Client, Concurrency, ServerHost, ServerSpec, Transport
from core.events import (
    ClientClosed,
    ClientConnected,
    ClientConnecting,
    ClientReceived,
    ClientSent,
    Event,
    Left,
    MessageReceived,
    MessageSent,
    Owner,
    Received,
    Sent,
)
from core.ownership import Ownership

SERVER, WINDOW = 500, 400
NOBODY = "(no address)"


class Script:
    """Writes down what a server and its clients do, one thing after another."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._order = count(1)

    def tell(self, kind: Any, request: int, *facts: object, pid: int = SERVER, thread: int = 1) -> Event:
        order = next(self._order)
        event: Event = kind(order * 100, pid, thread, request, order, *facts)
        self.events.append(event)
        return event

    def client(self, kind: Any, name: str, *facts: object) -> Event:
        return self.tell(kind, 0, name, *facts, pid=WINDOW, thread=ord(name))

    def connect(self, name: str, local: str) -> list[Event]:
        return [
            self.client(ClientConnecting, name, "server"),
            self.client(ClientConnected, name, local, "server"),
        ]

    def accept(self, request: int, address: str) -> None:
        self.tell(Left, request, Owner.SERVER, "get_request", address)

    def send(self, name: str, local: str, data: bytes = b"hi") -> list[Event]:
        return [
            self.client(ClientSent, name, local, len(data), data),
            self.client(MessageSent, name, len(data), data),
        ]

    def get(self, name: str, local: str, data: bytes = b"hi") -> list[Event]:
        return [
            self.client(ClientReceived, name, local, len(data), data),
            self.client(MessageReceived, name, len(data), data),
        ]

    def take_datagram(self, request: int, peer: str, data: bytes = b"hi") -> None:
        self.tell(Received, request, "recvfrom", 9, 0, peer, len(data), data)
        self.accept(request, peer)

    def answer(self, request: int, peer: str, data: bytes = b"hi") -> None:
        self.tell(Sent, request, "sendto", 9, 0, peer, len(data), data, thread=request)

    def learnt(self) -> Ownership:
        return learnt(self.events)


def learnt(events: list[Event]) -> Ownership:
    ownership = Ownership()
    for event in events:
        ownership.learn(event)
    return ownership


def owners(ownership: Ownership, events: list[Event]) -> set[int]:
    return {ownership.request_of(event) for event in events}


def test_what_a_client_does_from_connecting_to_closing_is_its_connections() -> None:
    script = Script()
    first = [*script.connect("A", "here:1"), *script.send("A", "here:1")]
    second = script.connect("B", "here:2")
    script.accept(1, "here:2")
    script.accept(2, "here:1")
    first += [*script.get("A", "here:1"), script.client(ClientClosed, "A")]
    ownership = script.learnt()
    assert owners(ownership, first) == {2}
    assert owners(ownership, second) == {1}


def test_a_client_that_connects_again_is_another_request() -> None:
    script = Script()
    before = script.connect("A", "here:1")
    script.accept(1, "here:1")
    before.append(script.client(ClientClosed, "A"))
    after = script.connect("A", "here:1")
    script.accept(2, "here:1")
    ownership = script.learnt()
    assert owners(ownership, before) == {1}
    assert owners(ownership, after) == {2}


def test_a_connection_that_waits_is_nobodys_yet() -> None:
    script = Script()
    script.connect("A", "here:1")
    script.accept(1, "here:1")
    waiting = script.connect("B", "here:2")
    assert owners(script.learnt(), waiting) == {0}


def test_an_accept_may_be_told_before_the_client_says_that_it_is_connected() -> None:
    script = Script()
    connecting = script.client(ClientConnecting, "A", "server")
    script.accept(1, "here:1")
    connected = script.client(ClientConnected, "A", "here:1", "server")
    assert owners(script.learnt(), [connecting, connected]) == {1}


def test_what_was_accepted_before_a_client_began_was_somebody_elses() -> None:
    script = Script()
    script.accept(1, "here:1")
    mine = script.connect("A", "here:1")
    script.accept(2, "here:1")
    assert owners(script.learnt(), mine) == {2}


def test_clients_without_an_address_are_accepted_in_the_order_of_connecting() -> None:
    script = Script()
    first, second = script.connect("A", NOBODY), script.connect("B", NOBODY)
    script.accept(1, NOBODY)
    script.accept(2, NOBODY)
    ownership = script.learnt()
    assert owners(ownership, first) == {1}
    assert owners(ownership, second) == {2}


def test_of_datagrams_each_is_a_request_of_its_own() -> None:
    script = Script()
    others = script.connect("A", "here:1")
    one, two = script.send("A", "here:1", b"one"), script.send("A", "here:1", b"two")
    script.take_datagram(1, "here:1", b"one")
    script.take_datagram(2, "here:1", b"two")
    script.answer(2, "here:1", b"2")
    script.answer(1, "here:1", b"1")
    reply_two, reply_one = script.get("A", "here:1", b"2"), script.get("A", "here:1", b"1")
    ownership = script.learnt()
    assert owners(ownership, one + reply_one) == {1}
    assert owners(ownership, two + reply_two) == {2}
    assert owners(ownership, others) == {0}


def test_a_lost_datagram_is_nobodys() -> None:
    script = Script()
    script.connect("A", "here:1")
    lost, arrived = script.send("A", "here:1", b"lost"), script.send("A", "here:1", b"came")
    script.take_datagram(1, "here:1", b"came")
    ownership = script.learnt()
    assert owners(ownership, lost) == {0}
    assert owners(ownership, arrived) == {1}


def test_the_servers_events_keep_their_number() -> None:
    script = Script()
    script.accept(7, "here:1")
    assert owners(script.learnt(), script.events) == {7}


@given(st.booleans(), st.integers(0, 1 << 32), st.integers(1, 60))
def test_to_learn_events_again_changes_nothing(is_stream: bool, seed: int, length: int) -> None:
    script = _played(random.Random(seed), is_stream, length)
    once = script.learnt()
    middle = length // 2
    twice = learnt([*script.events[:middle], *script.events, *script.events[middle:]])
    assert [once.request_of(event) for event in script.events] == [
        twice.request_of(event) for event in script.events
    ]


def _played(random: random.Random, is_stream: bool, length: int) -> Script:
    """Let clients and a server do this and that."""
    script, requests = Script(), count(1)
    names = "ABC"
    for name in names:
        script.connect(name, f"here:{name}")
    for _ in range(length):
        name = random.choice(names)
        local, data = f"here:{name}", bytes([random.randrange(3)])
        steps: list[Any] = [
            lambda name=name, local=local, data=data: script.send(name, local, data),
            lambda name=name, local=local, data=data: script.get(name, local, data),
            lambda name=name, local=local: script.connect(name, local),
            lambda local=local, data=data: (
                script.accept(next(requests), local)
                if is_stream
                else script.take_datagram(next(requests), local, data)
            ),
        ]
        if not is_stream:
            steps.append(lambda local=local, data=data: script.answer(1, local, data))
        random.choice(steps)()
    return script


@pytest.mark.parametrize("concurrency", [Concurrency.THREADING, Concurrency.FORKING])
@pytest.mark.parametrize("transport", [Transport.TCP, Transport.UDP])
def test_of_a_real_server_each_clients_messages_find_their_request(
    transport: Transport, concurrency: Concurrency
) -> None:
    spec = ServerSpec(transport=transport, concurrency=concurrency, poll_interval=0.02)
    with ServerHost(spec) as host:
        for name in "AB":
            with Client.to(host, name) as client:
                client.ask({"Say": name})
    events = list(host.history())
    ownership = learnt(events)
    told = [event for event in events if isinstance(event, ClientSent | ClientReceived)]
    assert [(event.client, ownership.request_of(event)) for event in told] == [
        ("A", 1),
        ("A", 1),
        ("B", 2),
        ("B", 2),
    ]
