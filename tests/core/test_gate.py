import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from core import Client, Concurrency, Loop, ServerHost, ServerSpec, Transport
from core.commands import DELAY_LIMIT
from core.events import (
    ChildStarted,
    Entered,
    Event,
    Killed,
    Left,
    Listening,
    Paused,
    Resumed,
    Stage,
    StopStage,
    ThreadStarted,
)
from core.waiting import Waiting
from tests.core.processes import connect, is_alive, of, until

ROOT = Path(__file__).resolve().parents[2]

MET_BY_A_REQUEST = [
    "get_request",
    "verify_request",
    "process_request",
    "finish_request",
    "setup",
    "handle",
    "finish",
    "shutdown_request",
    "close_request",
]

ON_THE_WAY = {"server_bind", "server_activate", "serve_forever"}
"""Where a server waits that is stepped, and that nobody has connected to."""


def quick(concurrency: Concurrency = Concurrency.ONE_AT_A_TIME, **rest: object) -> ServerSpec:
    return ServerSpec(concurrency=concurrency, poll_interval=0.02, handler="echo", **rest)  # type: ignore[arg-type]


def waiting(host: ServerHost) -> Waiting:
    found = Waiting()
    found.take(host.history())
    return found


@contextmanager
def stepped(spec: ServerSpec) -> Iterator[ServerHost]:
    """A server that is stepped from the beginning, and was let into its loop."""
    host = ServerHost(spec)
    host.pace(step=True)
    with stepped_to_listening(host):
        press_next(host)
        yield host


@contextmanager
def stepped_to_listening(host: ServerHost) -> Iterator[ServerHost]:
    """Start it, and press Next until clients can connect; nothing is left afterwards."""
    host.start()
    try:
        while not of(host, Listening):
            until(lambda: waiting(host) or of(host, Listening))
            paused = waiting(host).first()
            if paused and paused.name in ("server_bind", "server_activate"):
                press_next(host)
        yield host
    finally:
        host.stop()
        host.wait_ended()


def step_from_now(host: ServerHost) -> None:
    """Begin to step while the loop runs; that it has begun is seen by its stopping somebody."""
    host.pace(step=True)
    while not waiting(host):
        ended = _ended(host)
        connect(host).close()
        until(lambda ended=ended: waiting(host) or _ended(host) != ended)  # type: ignore[misc]


def _ended(host: ServerHost) -> set[int]:
    return {event.request for event in of(host, Left) if event.name == "shutdown_request"}


def first_waiting(host: ServerHost) -> Paused:
    until(lambda: waiting(host))
    found = waiting(host).first()
    assert found is not None
    return found


def wait_before(host: ServerHost, name: str) -> Paused:
    """Wait until the one that has waited longest waits before that method."""
    until(lambda: first_waiting(host).name == name)
    return first_waiting(host)


def press_next(host: ServerHost) -> Paused:
    """Let the first one go on; return what it had waited at."""
    paused = first_waiting(host)
    host.next()
    until(lambda: waiting(host).first() != paused)
    return paused


def step_to(host: ServerHost, name: str) -> Paused:
    """Press Next until the one that has waited longest waits before that method."""
    while (paused := first_waiting(host)).name != name:
        press_next(host)
    return paused


def names(host: ServerHost, kind: type[Event]) -> list[str]:
    return [event.name for event in of(host, kind) if event.request == 1]  # type: ignore[attr-defined]


# Step --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("concurrency", Concurrency)
def test_step_stops_at_verify_request_and_goes_on_with_next(concurrency: Concurrency) -> None:
    with stepped(quick(concurrency)) as host, connect(host) as client:
        wait_before(host, "get_request")
        host.next()
        paused = wait_before(host, "verify_request")
        assert paused.request == 1
        assert "verify_request" not in names(host, Entered)
        host.next()
        wait_before(host, "process_request")
        assert "verify_request" in names(host, Left)
        client.sendall(b"Hello")
        host.pace(step=False)
        assert client.recv(100) == b"Hello"


@pytest.mark.parametrize("concurrency", Concurrency)
def test_a_request_can_be_stepped_through_from_end_to_end(concurrency: Concurrency) -> None:
    with stepped(quick(concurrency)) as host:
        with connect(host) as client:
            step_to(host, "handle")
            client.sendall(b"Hello")
            host.next()
            assert client.recv(100) == b"Hello"
        step_to(host, "shutdown_request")
        host.pace(step=False)
        until(lambda: "shutdown_request" in names(host, Left))
    assert set(MET_BY_A_REQUEST[:-1]) <= {event.name for event in of(host, Paused)}
    assert len(of(host, Resumed)) == len(of(host, Paused))


def test_a_stepped_request_waits_at_every_hook_of_its_life() -> None:
    with stepped(quick()) as host:
        connect(host).close()
        step_to(host, "close_request")
    assert names(host, Paused) == MET_BY_A_REQUEST


def test_a_loop_of_handle_request_is_stepped_too() -> None:
    with stepped(quick(loop=Loop.HANDLE_REQUEST)) as host:
        connect(host).close()
        assert step_to(host, "close_request").request == 1
        press_next(host)
        assert step_to(host, "handle_request").request == 0
        connect(host).close()
        assert step_to(host, "verify_request").request == 2


@pytest.mark.parametrize("transport", [Transport.UDP, Transport.UNIX_DATAGRAM])
def test_datagrams_are_stepped_too(transport: Transport) -> None:
    with stepped(quick(transport=transport)) as host, Client.to(host) as client:
        client.send_bytes(b"Hello")
        step_to(host, "handle")
        host.pace(step=False)
        assert client.receive_bytes() == b"Hello"


def test_a_waiting_server_with_nothing_to_do_is_not_stopped() -> None:
    with stepped(quick()) as host:
        seen = len(of(host, Entered))
        until(lambda: len(of(host, Entered)) > seen + 5)  # service_actions(), again and again
    assert {event.name for event in of(host, Paused)} == ON_THE_WAY


def test_next_lets_the_one_go_that_has_waited_longest() -> None:
    with stepped(quick(Concurrency.THREADING)) as host, connect(host):
        first = step_to(host, "setup")
        with connect(host):
            until(lambda: len(waiting(host)) == 2)
            assert press_next(host) == first
            assert press_next(host).name == "get_request"
            until(lambda: {event.name for event in waiting(host)} == {"handle", "verify_request"})


def test_next_with_nobody_waiting_lets_nobody_by_later() -> None:
    with stepped(quick()) as host:
        for _ in range(5):
            host.next()
        with connect(host):
            wait_before(host, "get_request")
            assert {event.name for event in of(host, Resumed)} == ON_THE_WAY


@pytest.mark.parametrize("concurrency", [Concurrency.THREADING, Concurrency.FORKING])
def test_switching_off_frees_everyone(concurrency: Concurrency) -> None:
    with ServerHost(quick(concurrency)) as host:
        clients = [connect(host) for _ in range(5)]
        until(lambda: len([event for event in of(host, Entered) if event.name == "handle"]) == 5)
        step_from_now(host)
        for client in clients:
            client.close()
        until(lambda: len(waiting(host)) == 6)
        host.pace(step=False)
        until(lambda: _ended(host) >= {1, 2, 3, 4, 5, 6})
        until(lambda: not waiting(host))


def test_children_forked_before_stepping_began_are_stopped_too() -> None:
    with ServerHost(quick(Concurrency.FORKING)) as host:
        with connect(host):
            until(lambda: "handle" in names(host, Entered))
            step_from_now(host)
        child = of(host, ChildStarted)[0].pid
        until(lambda: (child, "finish") in {(paused.pid, paused.name) for paused in waiting(host)})


def test_a_pace_set_before_the_process_exists_is_remembered() -> None:
    host = ServerHost(quick())
    host.pace(step=True)
    with stepped_to_listening(host):
        wait_before(host, "serve_forever")
        host.next()
        with connect(host):
            wait_before(host, "get_request")


def test_a_server_can_be_stepped_into_being() -> None:
    host = ServerHost(quick())
    host.pace(step=True)
    host.start()
    for name in ("server_bind", "server_activate"):
        assert wait_before(host, name).request == 0
        assert host.address is None
        host.next()
    wait_before(host, "serve_forever")
    host.stop()
    assert host.wait_ended(10)
    assert host.returncode == 0


@pytest.mark.parametrize("name", ["server_bind", "server_activate"])
def test_stop_on_the_way_to_a_server_leaves_nothing(name: str) -> None:
    host = ServerHost(replace(quick(), transport=Transport.UNIX_STREAM))
    host.pace(step=True)
    host.start()
    while first_waiting(host).name != name:
        press_next(host)
    host.stop()
    assert host.wait_ended(10)
    assert not of(host, Killed)
    assert host.spec.path
    assert not Path(host.spec.path).exists()


# Slow motion -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("concurrency", Concurrency)
def test_slow_motion_stretches_every_hook(concurrency: Concurrency) -> None:
    host = ServerHost(quick(concurrency))
    host.pace(delay=0.1)
    with host, connect(host) as client:
        client.sendall(b"Hello")
        assert client.recv(100) == b"Hello"
    pauses = [event for event in of(host, Paused) if event.name in MET_BY_A_REQUEST[:6]]
    assert {event.name for event in pauses} == set(MET_BY_A_REQUEST[:6])
    assert all(_length(host, paused) >= 0.1 for paused in pauses)


def _length(host: ServerHost, paused: Paused) -> float:
    resumed = next(
        event
        for event in of(host, Resumed)
        if (event.pid, event.thread) == (paused.pid, paused.thread) and event.time >= paused.time
    )
    return (resumed.time - paused.time) / 1e9


def test_next_hurries_slow_motion() -> None:
    host = ServerHost(quick())
    host.pace(delay=DELAY_LIMIT)
    host.start()
    wait_before(host, "server_bind")
    host.next()
    wait_before(host, "server_activate")
    host.stop()
    assert host.wait_ended(10)
    assert _length(host, of(host, Paused)[0]) < DELAY_LIMIT


@pytest.mark.parametrize("delay", [-0.1, DELAY_LIMIT + 0.1, float("nan"), float("inf")])
def test_an_impossible_delay_is_refused(delay: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 5 seconds"):
        ServerHost(quick()).pace(delay=delay)


def test_off_nobody_is_told_to_wait() -> None:
    with ServerHost(quick(Concurrency.THREADING)) as host, connect(host) as client:
        client.sendall(b"Hello")
        assert client.recv(100) == b"Hello"
    assert not of(host, Paused)


# The end -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("concurrency", Concurrency)
@pytest.mark.parametrize("name", ["verify_request", "handle"])
def test_stop_while_stepping_leaves_nothing(concurrency: Concurrency, name: str) -> None:
    with stepped(quick(concurrency)) as host, connect(host):
        step_to(host, name)
        host.stop()
        assert host.wait_ended(10)
    assert not of(host, Killed)
    assert host.returncode == 0
    assert [event.stage for event in of(host, StopStage)][-1] is Stage.SERVER_CLOSED
    assert not waiting(host)


def test_stop_while_the_loop_itself_waits_stops() -> None:
    host = ServerHost(quick())
    host.pace(step=True)
    with stepped_to_listening(host):
        wait_before(host, "serve_forever")
    assert not of(host, Killed)


def test_kill_while_stepping_leaves_nothing() -> None:
    with stepped(quick(Concurrency.FORKING)) as host:
        with connect(host):
            child = step_to(host, "handle").pid
            host.kill()
            assert host.wait_ended(10)
        assert not is_alive(child)
    assert not waiting(host)


def test_a_killed_child_that_waited_holds_nobody_up() -> None:
    with stepped(quick(Concurrency.FORKING)) as host:
        with connect(host):
            psutil.Process(step_to(host, "handle").pid).kill()
        host.pace(step=False)
        with connect(host) as other:
            other.sendall(b"Hello")
            assert other.recv(100) == b"Hello"


_A_WINDOW = """
import socket, sys
sys.path.insert(0, sys.argv[1])
from core import *
host = ServerHost(ServerSpec(concurrency=Concurrency(sys.argv[2]), handler="echo"))
host.pace(step=True)
host.start()
while host.address is None:
    host.next()
client = socket.create_connection(host.address)
while not any((type(e).__name__, getattr(e, "name", "")) == ("Paused", "handle") for e in host.history()):
    host.next()
print(*{event.pid for event in host.history()}, flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("concurrency", Concurrency)
def test_kill_9_of_the_window_while_stepping_leaves_nothing(concurrency: Concurrency) -> None:
    window = subprocess.Popen(
        [sys.executable, "-c", _A_WINDOW, str(ROOT), concurrency],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with window:
        assert window.stdout
        pids = [int(pid) for pid in window.stdout.readline().split()]
        window.kill()
    assert len(pids) == (3 if concurrency is Concurrency.FORKING else 2)
    assert os.getpid() not in pids
    until(lambda: not any(is_alive(pid) for pid in pids))


# Words -------------------------------------------------------------------------------------------------


def test_who_waits_is_said_in_words() -> None:
    with stepped(quick(Concurrency.THREADING)) as host:
        assert waiting(host).in_words() == ""
        with connect(host):
            step_to(host, "handle")
            thread = of(host, ThreadStarted)[-1].name.partition(" ")[0]
            assert waiting(host).in_words() == f"{thread} waits before handle()"
            with connect(host):
                until(lambda: len(waiting(host)) == 2)
                assert waiting(host).in_words() == f"{thread} waits before handle(), and 1 more"
