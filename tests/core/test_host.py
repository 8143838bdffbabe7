import itertools
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from core import Client, Concurrency, Loop, ServerHost, ServerSpec, StartError, Transport
from core.events import (
    ChildEnded,
    ChildStarted,
    Entered,
    Killed,
    Left,
    ProcessEnded,
    Raised,
    Received,
    Sent,
    Stage,
    StillBusy,
    StopRequested,
    StopStage,
    moment,
)
from tests.core.processes import connect, is_alive, of, until

TWELVE = list(itertools.product(Transport, Concurrency))
STREAMS = [pair for pair in TWELVE if pair[0].is_stream]
ROOT = Path(__file__).resolve().parents[2]

# A handler that never ends by itself, whatever happens to its connection.
AN_HOUR = {"delay": 3600.0}


def quick(
    transport: Transport = Transport.TCP, concurrency: Concurrency = Concurrency.ONE_AT_A_TIME, **rest: object
) -> ServerSpec:
    return ServerSpec(transport=transport, concurrency=concurrency, poll_interval=0.02, **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(("transport", "concurrency"), TWELVE)
def test_each_of_the_twelve_servers_holds_the_default_conversation(
    transport: Transport, concurrency: Concurrency
) -> None:
    with ServerHost(quick(transport, concurrency)) as host, Client.to(host) as client:
        assert client.ask({"Say": ["HELLO", 1, None, True]}) == {"Say": ["hello", 1, None, True]}
        assert client.ask("你好 WORLD") == "你好 world"
        assert client.ask(7) == 7
    assert host.returncode == 0


@pytest.mark.parametrize("concurrency", Concurrency)
def test_a_server_listens_on_ipv6_too(concurrency: Concurrency) -> None:
    with ServerHost(quick(concurrency=concurrency, host="::1")) as host, Client.to(host) as client:
        assert client.ask("HI") == "hi"


@pytest.mark.parametrize(("transport", "concurrency"), TWELVE)
def test_bytes_are_observed_exactly(transport: Transport, concurrency: Concurrency) -> None:
    payload = bytes(range(256)) * 20
    with ServerHost(quick(transport, concurrency, handler="echo")) as host:
        with Client.to(host) as client:
            client.send_bytes(payload)
            got = b""
            while len(got) < len(payload):
                got += client.receive_bytes()
        until(lambda: sum(event.size for event in of(host, Sent)) == len(payload))
    assert got == payload
    assert b"".join(event.data for event in of(host, Received)) == payload
    assert b"".join(event.data for event in of(host, Sent)) == payload


def test_the_hooks_of_a_request_are_told_in_the_order_of_the_library() -> None:
    with ServerHost(quick()) as host:
        with Client.to(host) as client:
            client.ask("HI")
        until(lambda: [event for event in of(host, Left) if event.name == "shutdown_request"])
    told = [event.name for event in of(host, Entered) if event.request == 1]
    assert told == [
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


def test_events_of_all_processes_are_kept_in_order() -> None:
    with ServerHost(quick(concurrency=Concurrency.FORKING)) as host:
        for _ in range(5):
            with Client.to(host) as client:
                client.ask("HI")
    moments = [moment(event) for event in host.history()]
    assert moments == sorted(moments)
    assert len({event.pid for event in of(host, ChildStarted)}) == 5


def test_events_of_a_forked_child_arrive_up_to_its_last_one() -> None:
    with ServerHost(quick(concurrency=Concurrency.FORKING)) as host:
        with Client.to(host) as client:
            client.ask("HI")
        until(lambda: of(host, ChildEnded))
    child = of(host, ChildStarted)[0].pid
    last = [event for event in of(host, Left) if event.pid == child][-1]
    assert last.name == "shutdown_request"


def test_a_handler_that_raises_is_told_of_and_the_server_goes_on() -> None:
    with ServerHost(quick(handler="crashing")) as host:
        with Client.to(host) as client:
            client.send("crash")
            with pytest.raises(EOFError):
                client.receive()
        with Client.to(host) as other:
            assert other.ask("HI") == "hi"
    [raised] = of(host, Raised)
    assert "crashing.py" in raised.traceback


@pytest.mark.parametrize("transport", Transport)
def test_handle_request_in_a_loop_serves_and_stops(transport: Transport) -> None:
    with ServerHost(quick(transport, loop=Loop.HANDLE_REQUEST)) as host, Client.to(host) as client:
        assert client.ask("HI") == "hi"
    assert host.returncode == 0


# Stop ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("transport", "concurrency"), STREAMS)
def test_stop_ends_a_server_with_a_client_connected(transport: Transport, concurrency: Concurrency) -> None:
    with ServerHost(quick(transport, concurrency)) as host, Client.to(host) as client:
        client.ask("HI")
        host.stop()
        assert host.wait_ended(10)
        with pytest.raises(EOFError):
            client.receive()
    assert not of(host, Killed)
    assert [event.stage for event in of(host, StopStage)][-1] is Stage.SERVER_CLOSED


@pytest.mark.parametrize("concurrency", Concurrency)
def test_stop_kills_what_sleeps_for_an_hour_and_says_so(concurrency: Concurrency) -> None:
    spec = quick(concurrency=concurrency, handler="slow", handler_options=AN_HOUR)
    with ServerHost(spec, bound=0.6) as host, Client.to(host) as client:
        client.send("HI")
        until(lambda: of(host, Received))
    if concurrency is not Concurrency.FORKING:  # a forked child is ended by its guard before the bound
        assert of(host, Killed)
        assert "slow.py" in of(host, StillBusy)[0].where
    assert host.returncode is not None


def test_stop_ends_a_server_with_two_hundred_clients() -> None:
    with ServerHost(quick(concurrency=Concurrency.THREADING, request_queue_size=200)) as host:
        clients = [connect(host) for _ in range(200)]
        until(lambda: _threads(host.pid) > 200)
    assert host.returncode == 0
    for client in clients:
        client.close()


def _threads(pid: int) -> int:
    return int(psutil.Process(pid).num_threads())


def test_stop_during_start_stops() -> None:
    host = ServerHost(quick())
    host.start()
    host.stop()
    assert host.wait_ended(10)


def test_stop_twice_is_stop_once() -> None:
    with ServerHost(quick()) as host:
        host.stop()
        host.stop()
        assert host.wait_ended(10)
        host.stop()
    assert len(of(host, StopRequested)) == 1


# Kill ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("transport", [Transport.TCP, Transport.UNIX_STREAM])
def test_kill_9_of_the_server_leaves_no_child_and_no_file(transport: Transport) -> None:
    spec = quick(transport, Concurrency.FORKING, handler="slow", handler_options=AN_HOUR)
    with ServerHost(spec) as host, Client.to(host) as client:
        client.send("HI")
        until(lambda: of(host, ChildStarted))
        child = of(host, ChildStarted)[0].pid
        os.kill(host.pid, signal.SIGKILL)
        assert host.wait_ended(10)
        assert not is_alive(child)
    assert "SIGKILL" in of(host, ProcessEnded)[0].what
    assert transport is Transport.TCP or not os.path.exists(str(host.spec.path))


def test_kill_9_of_a_child_is_seen_and_the_server_goes_on() -> None:
    with ServerHost(quick(concurrency=Concurrency.FORKING)) as host:
        with Client.to(host) as client:
            client.ask("HI")
            until(lambda: of(host, ChildStarted))
            os.kill(of(host, ChildStarted)[0].pid, signal.SIGKILL)
            with pytest.raises(EOFError):
                client.receive()
        until(lambda: of(host, ChildEnded))
        with Client.to(host) as other:
            assert other.ask("HI") == "hi"
    assert "signal 9" in of(host, ChildEnded)[0].how


_A_WINDOW = """
import sys
sys.path.insert(0, sys.argv[1])
from core import *
spec = ServerSpec(transport=Transport(sys.argv[2]), concurrency=Concurrency(sys.argv[3]), handler="slow",
                  handler_options={"delay": 3600.0})
host = ServerHost(spec)
host.start()
host.wait_listening()
client = Client.to(host)
client.start()
client.send("HI")
while not any(type(event).__name__ == "Received" for event in host.history()):
    pass
print(host.pid, host.spec.path, *{event.pid for event in host.history()}, flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize(("transport", "concurrency"), STREAMS)
def test_kill_9_of_the_window_leaves_nothing(transport: Transport, concurrency: Concurrency) -> None:
    window = subprocess.Popen(
        [sys.executable, "-c", _A_WINDOW, str(ROOT), transport, concurrency],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with window:
        assert window.stdout
        _, path, *pids = window.stdout.readline().decode().split()
        window.kill()
    until(lambda: not any(is_alive(int(pid)) for pid in pids))
    assert not os.path.exists(path)


# Start -----------------------------------------------------------------------------------------------------


def test_a_port_that_is_taken_is_explained() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(StartError) as caught, ServerHost(quick(port=port)):
            pass
    assert caught.value.explanation.code == "port-taken"
    assert str(os.getpid()) in str(caught.value)


def test_no_file_descriptor_is_left_in_the_window() -> None:
    before = psutil.Process().num_fds()
    for _ in range(3):
        with ServerHost(quick()) as host, Client.to(host) as client:
            client.ask("HI")
    assert psutil.Process().num_fds() == before
