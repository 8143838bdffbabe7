import os
import socket
import sys
from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import Client, Concurrency, ServerHost, ServerSpec, Transport
from core.address import show
from core.events import ClientConnected, ClientEnded, Entered, Left, Owner, ThreadStarted
from core.kernel import KernelSample, Sampler, Target, linux_net, other_net
from core.kernel.facts import LeftBehind
from core.kernel.names import Names
from core.kernel.words import PROCESS_STATES, SOCKET_STATES, waits_for
from core.socket_file import SocketFile
from tests.core.processes import connect, of, until

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells it without being asked by root")

SLOW = {"delay": 3600.0}
"""A handler that stays asleep as long as the test looks."""


def spec_of(transport: Transport = Transport.TCP, **rest: object) -> ServerSpec:
    return ServerSpec(**{"transport": transport, "poll_interval": 0.02, **rest})  # type: ignore[arg-type]


def sampler_of(host: ServerHost) -> Sampler:
    return Sampler(Target(host.pid, host.spec.transport, host.address, host.spec.request_queue_size))


def sample_when(sampler: Sampler, condition: Callable[[KernelSample], object]) -> KernelSample:
    samples: list[KernelSample] = []

    def there() -> object:
        samples.append(sampler.take())
        return condition(samples[-1])

    until(there)
    return samples[-1]


def unread_at_server(sample: KernelSample) -> int | None:
    ends = [one.server for one in sample.connections if one.server]
    return ends[0].unread if ends else None


@linux
@pytest.mark.parametrize("transport", [Transport.TCP, Transport.UNIX_STREAM])
def test_clients_of_a_busy_serial_server_are_seen_in_its_accept_queue(transport: Transport) -> None:
    spec = spec_of(transport, handler="slow", handler_options=SLOW, request_queue_size=4)
    with ServerHost(spec, bound=0.2) as host, connect(host) as first, connect(host), connect(host):
        first.sendall(b'"HI"')

        def has_settled(one: KernelSample) -> bool:
            # A sample is several looks; a client may be accepted between two of them.
            told = sorted(str(connection.is_accepted) for connection in one.connections)
            waiting = one.main_socket.waiting if one.main_socket else None
            return waiting == 2 and told == ["False", "False", "True"]

        sample = sample_when(sampler_of(host), has_settled)
        assert sample.main_socket is not None
        assert sample.main_socket.state == "LISTEN"
        assert sample.main_socket.places == 5  # Linux lets one more in than the backlog says


@linux
def test_bytes_that_nobody_reads_are_counted_at_the_servers_end() -> None:
    with (
        ServerHost(spec_of(handler="slow", handler_options=SLOW), bound=0.2) as host,
        connect(host) as client,
    ):
        client.sendall(b'"HI"')
        until(lambda: any(event.name == "handle" for event in of(host, Entered)))
        sampler = sampler_of(host)
        sample_when(sampler, lambda one: unread_at_server(one) == 0)
        client.sendall(b"12345")
        assert unread_at_server(sample_when(sampler, unread_at_server)) == 5


@linux
def test_both_ends_of_a_connection_stand_together() -> None:
    with ServerHost(spec_of(concurrency=Concurrency.THREADING)) as host, connect(host) as client:
        accepted = sample_when(
            sampler_of(host), lambda one: one.connections and one.connections[0].is_accepted
        )
        (pair,) = accepted.connections
        assert pair.peer == show(client.getsockname())
        assert pair.server is not None
        assert pair.client is not None
        assert (pair.server.state, pair.client.state) == ("ESTABLISHED", "ESTABLISHED")
        assert (pair.server.local, pair.server.remote) == (pair.client.remote, pair.client.local)
        assert pair.server.holders == (host.pid,)
        assert pair.client.inode == os.fstat(client.fileno()).st_ino


@linux
def test_the_ends_of_a_unix_connection_find_each_other() -> None:
    with ServerHost(spec_of(Transport.UNIX_STREAM)) as host, Client.to(host) as client:
        client.ask("HI")
        (pair,) = sampler_of(host).take().connections
        assert pair.server is not None
        assert pair.client is not None
        assert (pair.server.state, pair.client.state) == ("ESTABLISHED", "ESTABLISHED")
        assert pair.server.holders == (host.pid,)


@linux
def test_a_half_closed_connection_waits_at_one_end_for_the_other_to_close() -> None:
    spec = spec_of(handler="slow", handler_options=SLOW)
    with ServerHost(spec, bound=0.2) as host, connect(host) as client:
        client.sendall(b'"HI"')
        client.shutdown(socket.SHUT_WR)
        states = ("CLOSE_WAIT", "FIN_WAIT2")
        sample_when(
            sampler_of(host),
            lambda one: (
                [(p.server.state, p.client.state) for p in one.connections if p.server and p.client]
                == [states]
            ),
        )


def left_by(sample: KernelSample, *peers: str) -> dict[str, LeftBehind]:
    """Return what these clients left behind; an earlier server may have had the same port within a minute."""
    return {one.peer: one for one in sample.left_behind if one.peer in peers}


@linux
def test_who_closes_first_leaves_time_wait_behind_and_it_outlives_the_process() -> None:
    with ServerHost(spec_of()) as host:
        sampler = sampler_of(host)
        with connect(host) as client:
            client.sendall(b'"exit"')
            assert client.recv(10) == b""
            by_server = show(client.getsockname())
        with connect(host) as client:
            by_client = show(client.getsockname())
        sample_when(sampler, lambda one: set(left_by(one, by_server, by_client)) == {by_server, by_client})
    after = sampler.take()
    assert not after.is_running
    assert after.main_socket is None
    ours = left_by(after, by_server, by_client)
    assert ours[by_server].is_servers
    assert not ours[by_client].is_servers
    assert all(50 < one.seconds_left <= 60 for one in ours.values())
    sample_when(
        sampler,
        lambda one: left_by(one, by_server)[by_server].seconds_left < ours[by_server].seconds_left,
    )


@linux
def test_a_later_server_at_the_port_is_not_taken_for_the_one_that_is_gone() -> None:
    with ServerHost(spec_of()) as host:
        sampler = sampler_of(host)
    assert isinstance(host.address, tuple)
    with socket.create_server(host.address) as other, socket.create_connection(host.address):
        assert other.fileno() >= 0
        sample = sampler.take()
    assert sample.main_socket is None
    assert [one.server for one in sample.connections] == [None]


@linux
def test_datagrams_that_found_no_room_are_counted() -> None:
    spec = spec_of(Transport.UDP, handler="slow", handler_options=SLOW)
    with ServerHost(spec, bound=0.2) as host, connect(host) as client:
        for _ in range(2_000):
            client.send(b'"X"')
        main = sample_when(
            sampler_of(host), lambda one: one.main_socket and one.main_socket.drops
        ).main_socket
    assert main is not None
    assert main.state == "OPEN"
    assert main.unread is not None
    assert main.room is not None
    assert main.drops is not None
    assert 0 < main.unread <= main.room * 1.1
    assert 0 < main.drops < 2_000


@linux
def test_a_child_that_has_ended_is_a_zombie_until_its_parent_collects_it() -> None:
    spec = spec_of(concurrency=Concurrency.FORKING, poll_interval=30)
    with ServerHost(spec, bound=0.2) as host:
        with Client.to(host) as client:
            client.ask("HI")
        sample = sample_when(sampler_of(host), lambda one: [p for p in one.processes if p.is_zombie])
        server, child = sample.processes
        assert (server.number, server.depth) == (host.pid, 0)
        assert (child.parent, child.depth, child.state) == (host.pid, 1, "Z")
        assert child.memory is None
        sampler = sampler_of(host)

        def is_collected() -> bool:
            # service_actions() comes with every request, too.  One may not do: a process is shown as a zombie
            # when its first thread has ended, and can be collected when its last one has.
            with connect(host):
                return child.number not in {process.number for process in sampler.take().processes}

        until(is_collected)
        host.kill()


@linux
def test_threads_are_told_with_their_state_and_what_they_wait_in() -> None:
    with ServerHost(spec_of(concurrency=Concurrency.THREADING)) as host, Client.to(host) as client:
        client.ask("HI")
        until(lambda: len(of(host, ThreadStarted)) == 2)
        numbers = {event.thread for event in of(host, ThreadStarted)}
        (server,) = sample_when(
            sampler_of(host),
            lambda one: all(t.state == "S" for t in one.processes[0].threads if t.number in numbers),
        ).processes
        assert numbers < {thread.number for thread in server.threads}
        assert server.number in {thread.number for thread in server.threads}


def test_a_process_is_told_with_what_it_costs() -> None:
    with ServerHost(spec_of()) as host:
        sampler = sampler_of(host)
        assert sampler.take().processes[0].cpu_share is None
        (server,) = sampler.take().processes
    assert server.memory is not None
    assert server.memory > 1_000_000
    assert server.cpu_share is not None
    assert server.cpu_seconds >= 0


@linux
def test_every_open_descriptor_is_counted_and_sockets_are_named() -> None:
    with ServerHost(spec_of()) as host, Client.to(host) as client:
        client.ask("HI")
        sample = sampler_of(host).take()
        numbers = {int(number) for number in os.listdir(f"/proc/{host.pid}/fd")}
    assert {one.number for one in sample.descriptors} == numbers
    assert sample.processes[0].open_descriptors == len(numbers)
    sockets = [one.what for one in sample.descriptors if one.kind == "socket"]
    assert sockets == ["the listening socket", f"connection with {sample.connections[0].peer}"]


@linux
def test_a_forked_child_holds_its_connection_and_has_inherited_the_listening_socket() -> None:
    with ServerHost(spec_of(concurrency=Concurrency.FORKING)) as host, Client.to(host) as client:
        client.ask("HI")
        sample = sample_when(sampler_of(host), lambda one: one.connections[0].is_accepted)
        child = sample.processes[1].number
        assert sample.connections[0].server is not None
        assert child in sample.connections[0].server.holders
        assert "the listening socket" in {one.what for one in sample.descriptors if one.pid == child}


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no Unix sockets here")
@pytest.mark.parametrize("transport", [Transport.UNIX_STREAM, Transport.UNIX_DATAGRAM])
def test_the_file_of_a_unix_socket_is_looked_at(transport: Transport) -> None:
    with ServerHost(spec_of(transport)) as host:
        sampler = sampler_of(host)
        alive = sampler.take().socket_file
    assert alive is not None
    assert alive.found is SocketFile.ALIVE
    assert alive.inode
    assert alive.mode.startswith("s")
    gone = sampler.take().socket_file
    assert gone is not None
    assert (gone.found, gone.inode, gone.mode) == (SocketFile.MISSING, 0, "")


@linux
@pytest.mark.parametrize("transport", [Transport.UDP, Transport.UNIX_DATAGRAM])
def test_a_datagram_server_has_one_socket_and_clients_that_chose_it(transport: Transport) -> None:
    with ServerHost(spec_of(transport)) as host, Client.to(host) as client:
        client.ask("HI")
        sample = sampler_of(host).take()
    assert sample.main_socket is not None
    assert sample.main_socket.state == "OPEN"
    (pair,) = sample.connections
    assert pair.server is None
    assert pair.client is not None
    assert pair.client.state == "CONNECTED"


@linux
def test_ipv4_clients_of_a_server_on_all_addresses_are_seen_under_one_name() -> None:
    spec = spec_of(host="::", concurrency=Concurrency.THREADING)
    with ServerHost(spec) as host:
        assert isinstance(host.address, tuple)
        with socket.create_connection(("::1", host.address[1])) as client:
            pair = sample_when(sampler_of(host), lambda one: one.connections).connections[0]
            assert pair.peer == show(client.getsockname())
            assert pair.server is not None
            assert pair.client is not None


def test_where_there_is_no_proc_the_sockets_are_told_without_their_queues() -> None:
    with ServerHost(spec_of(concurrency=Concurrency.THREADING)) as host, Client.to(host) as client:
        client.ask("HI")
        assert isinstance(host.address, tuple)
        port = host.address[1]
        rows = other_net.inet_rows("tcp", port, (host.pid, os.getpid()))
    assert sorted(row.state for row in rows) == ["ESTABLISHED", "ESTABLISHED", "LISTEN"]
    assert {row.unread for row in rows} == {None}


def test_a_server_that_has_no_address_yet_is_shown_by_its_process() -> None:
    sample = Sampler(Target(os.getpid(), Transport.TCP, None, 5)).take()
    assert sample.is_running
    assert (sample.main_socket, sample.connections) == (None, ())
    assert sample.processes[0].number == os.getpid()


def test_nothing_is_told_of_a_server_that_never_was() -> None:
    sample = Sampler(Target(0, Transport.TCP, ("127.0.0.1", 1), 5)).take()
    assert not sample.is_running
    assert (sample.main_socket, sample.connections, sample.processes) == (None, (), ())


@given(st.ip_addresses(v=4), st.integers(0, 65_535))
def test_the_kernels_spelling_of_an_ipv4_address_is_read(address: object, port: int) -> None:
    packed = address.packed  # type: ignore[attr-defined]
    text = f"{int.from_bytes(packed, sys.byteorder):08X}:{port:04X}"
    assert linux_net._address(text) == f"{address}:{port}"


@given(st.binary(min_size=16, max_size=16), st.integers(0, 65_535))
def test_the_kernels_spelling_of_an_ipv6_address_is_read(packed: bytes, port: int) -> None:
    words = [int.from_bytes(packed[at : at + 4], sys.byteorder) for at in range(0, 16, 4)]
    text = "".join(f"{word:08X}" for word in words) + f":{port:04X}"
    mapped = packed.startswith(b"\0" * 10 + b"\xff\xff")
    written = (
        socket.inet_ntop(socket.AF_INET, packed[12:]) if mapped else socket.inet_ntop(socket.AF_INET6, packed)
    )
    assert linux_net._address(text) == show((written, port))


def test_names_are_learnt_from_events() -> None:
    orders = count(1)
    names = Names()
    where = (1, 4242, 4250)
    for event in (
        ClientConnected(*where, 0, next(orders), "A", "127.0.0.1:51014", "127.0.0.1:80"),
        ClientConnected(*where, 0, next(orders), "B", show(None), "/tmp/x"),
        Left(*where, 3, next(orders), Owner.SERVER, "get_request", "127.0.0.1:51014"),
        ThreadStarted(*where, 3, next(orders), "Thread-1 (process_request_thread)"),
        Entered(1, 4242, 4251, 0, next(orders), Owner.SERVER, "serve_forever"),
        ClientEnded(*where, 0, next(orders), "A"),
    ):
        names.learn(event)
    assert names.client("127.0.0.1:51014") == "A"
    assert names.client(show(None)) == ""
    assert names.request("127.0.0.1:51014") == 3
    assert names.request("127.0.0.1:51015") == 0
    assert names.thread(4242, 4250) == "Thread-1"
    assert names.thread(4242, 4251) == "server loop"


def test_every_state_has_a_sentence() -> None:
    assert set(linux_net.TCP_STATES.values()) <= set(SOCKET_STATES)
    assert all(sentence.endswith(".") for sentence in SOCKET_STATES.values())
    assert all(word and sentence.endswith(".") for word, sentence in PROCESS_STATES.values())
    assert waits_for("poll_schedule_timeout") == "in poll()"
    assert waits_for("some_new_function") == "in some_new_function"
