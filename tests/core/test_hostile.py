"""Whatever comes through a socket: the server answers with an error or hangs up, and serves others."""

import contextlib
import os
import random
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import psutil
import pytest

from core import Client, Concurrency, ServerHost, ServerSpec, Transport
from core.events import Killed, Raised, Received, Sent, SocketFailed, StillBusy
from core.framing import LONGEST_DOCUMENT, Framing, Message
from core.history import PAYLOAD_LIMIT
from core.json_document import decode
from tests.core.attackers import (
    MB,
    hear_all,
    peak_memory,
    reset,
    send_and_hear_all,
    send_until_cut_off,
    send_until_stuck,
)
from tests.core.processes import connect, is_alive, of, until

BESIDE = 32 * MB
"""So much is sent beyond what a document may have: enough to see whether anybody keeps it."""

MEMORY_BOUND = 160 * MB
"""What a server process may hold at most while it is attacked: 20 MB at rest, 64 MB of events that wait
(`core.pipe.PENDING_BYTES`), and what a few documents take."""

THREADING = Concurrency.THREADING


def quick(
    transport: Transport = Transport.TCP, concurrency: Concurrency = THREADING, **rest: Any
) -> ServerSpec:
    return ServerSpec(transport=transport, concurrency=concurrency, poll_interval=0.02, **rest)


def still_serves(host: ServerHost) -> bool:
    """True when another client is answered."""
    with Client.to(host, name="another client") as client:
        client.send_message(b'"HELLO"')
        return client.receive_bytes(10).lower().strip() == b'"hello"'


@contextmanager
def attacked(spec: ServerSpec) -> Iterator[ServerHost]:
    """A server to attack; afterwards it lives, serves others, and stops by itself."""
    with ServerHost(spec) as host:
        yield host
        assert is_alive(host.pid)
        assert still_serves(host)
    assert host.returncode == 0
    assert not of(host, Killed)


@pytest.fixture(scope="module", params=Transport)
def victim(request: pytest.FixtureRequest) -> Iterator[ServerHost]:
    """One threading server of each kind for many small attacks."""
    with attacked(quick(request.param)) as host:
        yield host


# What it cannot understand ---------------------------------------------------------------------------------

NOISE = random.Random(7).randbytes(64 * 1024)

ERRORS: dict[str, bytes] = {
    "random bytes": NOISE,
    "nothing but zeros": bytes(5000),
    "an HTTP request": b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "invalid UTF-8": b'"\xff\xfe"',
    "UTF-8 cut in the middle": b'"\xe4\xbd"',
    "half a surrogate pair as UTF-8": b'"\xed\xa0\x80"',
    "UTF-16": '{"a": 1}'.encode("utf-16"),
    "a list 100,000 levels deep": b"[" * 100_000 + b"]" * 100_000,
    "an object 100,000 levels deep": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "201 levels": b"[" * 201 + b"]" * 201,
    "a whole number of a million digits": b"1" * 1_000_000 + b"\n",
    "a fraction of a million digits": b"[0." + b"1" * 1_000_000 + b"]",
    "a number beyond all floats": b"[1e999999]",
    "NaN": b"NaN\n",
    "NaN inside": b'{"a": [NaN]}',
    "-Infinity inside": b"[-Infinity]",
    "a closing bracket": b"]\n",
    "the wrong closing bracket": b'{"a": 1]',
    "a line break in a string": b'"a\nb"\n',
}
"""What each is answered with an error."""

VALUES: dict[str, tuple[bytes, bytes]] = {
    "HTML": (b'"<SCRIPT>alert(1)</SCRIPT>"', b'"<script>alert(1)</script>"'),
    "writing from right to left": ('"\u202eABC\u2066"'.encode(), '"\u202eabc\u2066"'.encode()),
    "half a surrogate pair": (b'"\\ud800 X"', b'"\\ud800 x"'),
    "a zero character": (b'"\\u0000A"', b'"\\u0000a"'),
    "200 levels": (b"[" * 200 + b"]" * 200, b"[" * 200 + b"]" * 200),
    "the same key twice": (b'{"a": "A", "a": "B"}', b'{"a": "b"}'),
    "a dotted capital I, which grows": ('"\u0130"'.encode(), '"i\u0307"'.encode()),
}
"""What looks hostile and is JSON, with the reply."""


def replies_to(host: ServerHost, data: bytes) -> list[Message]:
    """Send bytes, or one datagram, and return what comes back."""
    if host.spec.transport.is_stream:
        with connect(host) as connection:
            return send_and_hear_all(connection, data)
    with Client.to(host) as client:
        client.send_bytes(data)
        return [Message(client.receive_bytes(10))]


@pytest.mark.parametrize("name", ERRORS)
def test_what_is_no_json_is_answered_by_an_error(victim: ServerHost, name: str) -> None:
    is_stream = victim.spec.transport.is_stream
    data = ERRORS[name] if is_stream else ERRORS[name][:8192]
    replies = [decode(message.data) for message in replies_to(victim, data)]
    assert replies, name
    assert any(isinstance(reply, dict) and "error" in reply for reply in replies), name
    assert all(isinstance(reply, dict) for reply in replies) or data is NOISE
    assert still_serves(victim)


@pytest.mark.parametrize("name", VALUES)
def test_what_is_strange_but_json_is_answered_as_json(victim: ServerHost, name: str) -> None:
    data, expected = VALUES[name]
    [reply] = replies_to(victim, data)
    assert reply == Message(expected)


# Too much --------------------------------------------------------------------------------------------------

ENDLESS: dict[str, tuple[str, bytes, bytes]] = {
    "a string": ("lowercase-json", b'"', b"x" * MB),
    "a list": ("lowercase-json", b"[", b'"%s", ' % (b"X" * 500) * 2000),
    "a number": ("lowercase-json", b"", b"1" * MB),
    "blanks": ("lowercase-json", b"", b" " * MB),
    "garbage": ("lowercase-json", b"", b"x" * MB),
    "a line": ("json-lines", b'"', b"x" * MB),
    "a message of 4 GB": ("json-length", b"\xff\xff\xff\xff", b"x" * MB),
    "text in capitals": ("upper-case", b"", b"x" * MB),
    "counted": ("counter", b"[", b"x" * MB),
    "said to all": ("chat-room", b"[", b"x" * MB),
}


@pytest.mark.parametrize("what", ENDLESS)
def test_what_never_ends_does_not_fill_the_memory(what: str) -> None:
    handler, beginning, piece = ENDLESS[what]
    with ServerHost(quick(handler=handler)) as host:
        with connect(host) as connection:
            connection.sendall(beginning)
            connection.settimeout(None)
            if handler == "upper-case":  # it answers all the time, and nobody reads it here
                send_until_stuck(connection, piece)
            else:
                send_until_cut_off(connection, piece, LONGEST_DOCUMENT + BESIDE)
        assert peak_memory(host.pid) < MEMORY_BOUND
        assert is_alive(host.pid)
        with Client.to(host) as client:
            client.send({"Say": "HELLO"})
            assert client.receive_bytes()
    assert host.returncode == 0


def test_a_document_that_is_too_long_is_answered_and_the_conversation_ends() -> None:
    with attacked(quick()) as host, connect(host) as connection:
        replies = send_and_hear_all(connection, b'"' + b"x" * (LONGEST_DOCUMENT + 10))
        assert "too long" in decode(replies[-1].data)["error"]


def test_the_heaviest_document_is_answered_in_bounded_memory() -> None:
    document = b"[" + b"[]," * (LONGEST_DOCUMENT // 3 - 1) + b"1]"
    with attacked(quick()) as host:
        with connect(host) as connection:
            connection.settimeout(30)
            assert send_and_hear_all(connection, document, Framing.RAW)
        # Every empty list, of two bytes in the document, is an object for Python, and so is its copy.
        assert peak_memory(host.pid) < 2 * MEMORY_BOUND


def test_of_a_flood_of_bytes_the_window_keeps_a_bounded_part() -> None:
    with attacked(quick(handler="echo")) as host, connect(host) as connection:
        replies = send_and_hear_all(connection, b"x" * BESIDE, Framing.RAW)
        assert sum(len(message.data) for message in replies) == BESIDE
        assert peak_memory(host.pid) < MEMORY_BOUND
    kept = [event for event in host.history() if isinstance(event, Received | Sent)]
    assert 0 < sum(len(event.data) for event in kept) <= PAYLOAD_LIMIT


def room_for_files(count: int) -> bool:
    """Raise the limit of open files, which servers inherit, where it must be and may be."""
    import resource  # no Windows has it

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < count <= hard:
        resource.setrlimit(resource.RLIMIT_NOFILE, (count, hard))
    return count <= hard


def test_a_thousand_connections_that_say_nothing_hold_up_nobody() -> None:
    if not room_for_files(1300):
        pytest.skip("this system does not allow 1,000 connections")
    with attacked(quick(request_queue_size=1000)) as host, ExitStack() as stack:
        for _ in range(1000):
            stack.enter_context(connect(host))
        assert still_serves(host)
        until(lambda: psutil.Process(host.pid).num_threads() > 1000)
        assert still_serves(host)
        assert peak_memory(host.pid) < MEMORY_BOUND


def test_silent_clients_that_take_every_child_do_not_hold_up_stop() -> None:
    with ServerHost(quick(concurrency=Concurrency.FORKING, max_children=3)) as host, ExitStack() as stack:
        for _ in range(6):
            stack.enter_context(connect(host))
        until(lambda: len(psutil.Process(host.pid).children()) == 3)
        host.stop()
        assert host.wait_ended(10)
    assert host.returncode == 0
    assert not of(host, Killed)


def test_connections_that_wait_in_the_queue_do_not_hold_up_stop() -> None:
    with (
        ServerHost(quick(concurrency=Concurrency.ONE_AT_A_TIME)) as host,
        connect(host),
        connect(host) as waiting,
    ):
        until(lambda: host.history().events(request=1))
        host.stop()
        assert host.wait_ended(10)
        assert hear_all(waiting) == []
    assert host.returncode == 0
    assert not of(host, Killed)


# Leaving in the middle -------------------------------------------------------------------------------------

STREAMS = [Transport.TCP, Transport.UNIX_STREAM]
HALF = b'{"Say": ["HEL'


@pytest.mark.parametrize("concurrency", Concurrency)
@pytest.mark.parametrize("transport", STREAMS)
def test_a_connection_cut_in_the_middle_of_a_document_harms_nobody(
    transport: Transport, concurrency: Concurrency
) -> None:
    with attacked(quick(transport, concurrency)) as host:
        for _ in range(3):
            with connect(host) as connection:
                connection.sendall(HALF)
        with connect(host) as connection:
            assert send_and_hear_all(connection, HALF) == []
    assert not of(host, Raised)


@pytest.mark.parametrize("concurrency", Concurrency)
def test_a_reset_in_the_middle_of_a_document_is_told_and_harms_nobody(concurrency: Concurrency) -> None:
    with attacked(quick(concurrency=concurrency)) as host:
        connection = connect(host)
        connection.sendall(HALF)
        until(lambda: of(host, Received))
        reset(connection)
        until(lambda: of(host, Raised))
    assert [event.kind for event in of(host, Raised)] == ["ConnectionResetError"]
    assert "ConnectionResetError" in of(host, SocketFailed)[0].error


@pytest.mark.parametrize("concurrency", Concurrency)
def test_connections_reset_before_anything_was_said_harm_nobody(concurrency: Concurrency) -> None:
    with attacked(quick(concurrency=concurrency, request_queue_size=100)) as host:
        for _ in range(50):
            reset(connect(host))


@pytest.mark.parametrize("concurrency", Concurrency)
@pytest.mark.parametrize("transport", STREAMS)
def test_a_client_that_never_reads_holds_up_neither_the_others_nor_stop(
    transport: Transport, concurrency: Concurrency
) -> None:
    with ServerHost(quick(transport, concurrency)) as host, connect(host) as connection:
        assert send_until_stuck(connection, b'"' + b"X" * 100_000 + b'"')
        if concurrency is not Concurrency.ONE_AT_A_TIME:
            assert still_serves(host)
        host.stop()
        assert host.wait_ended(10)
    assert host.returncode == 0
    assert not of(host, Killed)


# Datagrams -------------------------------------------------------------------------------------------------

DATAGRAMS = [Transport.UDP, Transport.UNIX_DATAGRAM]


@pytest.mark.parametrize("concurrency", Concurrency)
@pytest.mark.parametrize("transport", DATAGRAMS)
def test_empty_and_too_long_datagrams_are_answered_by_an_error(
    transport: Transport, concurrency: Concurrency
) -> None:
    with attacked(quick(transport, concurrency)) as host, Client.to(host) as client:
        client.send_bytes(b"")
        assert "nothing here" in client.receive()["error"]
        client.send_bytes(b'"' + b"X" * 8190 + b'"')
        assert client.receive() == "x" * 8190
        client.send_bytes(b'"' + b"X" * 8191 + b'"')
        assert "max_packet_size" in client.receive()["error"]
        client.send_bytes(b'"' + b"X" * 60_000 + b'"')
        assert "max_packet_size" in client.receive()["error"]


@pytest.mark.parametrize("concurrency", Concurrency)
@pytest.mark.parametrize("transport", DATAGRAMS)
def test_datagrams_from_senders_that_are_gone_harm_nobody(
    transport: Transport, concurrency: Concurrency
) -> None:
    with attacked(quick(transport, concurrency)) as host:
        for number in range(20):
            with connect(host) as sender, contextlib.suppress(ConnectionRefusedError):
                if transport is Transport.UNIX_DATAGRAM and number % 2 and sys.platform == "linux":
                    sender.bind("")
                sender.send(NOISE[:100])
        until(lambda: len(of(host, Received)) >= 20)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets any bytes be a path")
@pytest.mark.parametrize("concurrency", Concurrency)
def test_a_sender_whose_path_is_no_text_is_answered_and_observed(concurrency: Concurrency) -> None:
    with (
        attacked(quick(Transport.UNIX_DATAGRAM, concurrency)) as host,
        tempfile.TemporaryDirectory() as folder,
        connect(host) as sender,
    ):
        sender.bind(os.fsencode(folder) + b"/\xff\xfe")
        sender.send(b'"HELLO"')
        assert sender.recv(100) == b'"hello"'
        until(lambda: any("\\udcff" in event.peer for event in of(host, Received)))


def flood(sender: socket.socket) -> None:
    """Send a hundred datagrams and read no reply."""
    if sender.family != socket.AF_INET and sys.platform == "linux":
        sender.bind("")
    for _ in range(100):
        sender.send(b'"' + b"X" * 5000 + b'"')


@pytest.mark.parametrize("concurrency", [Concurrency.THREADING, Concurrency.FORKING])
def test_a_flood_of_datagrams_from_one_who_reads_nothing_holds_up_nobody(concurrency: Concurrency) -> None:
    with attacked(quick(Transport.UDP, concurrency)) as host, connect(host) as sender:
        flood(sender)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the client would have to make a file")
def test_who_reads_no_unix_datagrams_holds_replies_up_only_until_it_leaves() -> None:
    # The kernel never drops a Unix datagram: it lets the server's sendto() wait, and counts what waits
    # against the one socket that all replies go through.
    with attacked(quick(Transport.UNIX_DATAGRAM)) as host, connect(host) as sender:
        flood(sender)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the client would have to make a file")
def test_stop_kills_a_server_whose_replies_nobody_reads_and_says_so() -> None:
    with ServerHost(quick(Transport.UNIX_DATAGRAM), bound=0.5) as host, connect(host) as sender:
        flood(sender)
        host.stop()
        assert host.wait_ended(10)
    assert of(host, Killed)
    assert "lowercase_json.py" in of(host, StillBusy)[0].where
