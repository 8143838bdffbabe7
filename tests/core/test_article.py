"""Programs that are not ours talk to our servers: the article's client, socat and nc."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from core import Client, Concurrency, ServerHost, ServerSpec, Transport
from core.events import Left, Raised, Received, Sent
from tests.core.processes import of, until

ARTICLES_CLIENT = """
import json
import socket
import sys

class Client:
    def __init__(self, host, port):
        self.server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self.server.connect((host, port))

    def run(self):
        while True:
            message = input()
            if message == "exit":
                break
            self.server.send(json.dumps(message).encode())
            print(json.loads(self.server.recv(1024)))
        self.server.close()

Client("127.0.0.1", int(sys.argv[1])).run()
"""
"""The article's client, with nothing changed but its typing errors."""

TIMEOUT = 20.0
"""Seconds after which a program that should have ended has failed."""


def quick(
    transport: Transport = Transport.TCP,
    concurrency: Concurrency = Concurrency.ONE_AT_A_TIME,
    handler: str = "lowercase-json",
) -> ServerSpec:
    return ServerSpec(transport=transport, concurrency=concurrency, handler=handler, poll_interval=0.02)


def run(command: Sequence[str], fed: bytes) -> subprocess.CompletedProcess[bytes]:
    """Run a program, feed it, and return it with what it printed."""
    return subprocess.run(command, input=fed, capture_output=True, timeout=TIMEOUT)


def article(host: ServerHost, *lines: str) -> subprocess.CompletedProcess[bytes]:
    """Run the article's client and type these lines."""
    assert isinstance(host.address, tuple)
    command = [sys.executable, "-I", "-X", "utf8", "-c", ARTICLES_CLIENT, str(host.address[1])]
    return run(command, "".join(f"{line}\n" for line in lines).encode())


# The article's client --------------------------------------------------------------------------------------


@pytest.mark.parametrize("concurrency", Concurrency)
@pytest.mark.parametrize("handler", ["lowercase-json", "naive-json"])
def test_the_articles_client_holds_its_conversation(handler: str, concurrency: Concurrency) -> None:
    with ServerHost(quick(concurrency=concurrency, handler=handler)) as host:
        client = article(host, "HELLO", "你好 World", 'with "quotes"', "", "exit")
        until(lambda: [event for event in of(host, Left) if event.name == "shutdown_request"])
    assert client.stdout.decode().splitlines() == ["hello", "你好 world", 'with "quotes"', ""]
    assert client.returncode == 0
    # It leaves without a word: its "exit" stays with it, and the server sees only the end.
    assert b"exit" not in b"".join(event.data for event in of(host, Received))
    assert not of(host, Raised)


def test_the_default_handler_answers_what_makes_the_naive_one_fail() -> None:
    long = "X" * 1500
    with ServerHost(quick(handler="naive-json")) as host:
        assert b"JSONDecodeError" in article(host, long, "exit").stderr
        until(lambda: of(host, Raised))
    assert of(host, Raised)[0].kind == "JSONDecodeError"
    with ServerHost(quick()) as host:
        client = article(host, long, "exit")
        # The server has answered in full; now it is the client's own recv(1024) that cuts.
        assert b"Unterminated string" in client.stderr
        until(lambda: sum(event.size for event in of(host, Sent)) == len(long) + 2)


def test_two_of_the_articles_clients_take_turns_with_a_serial_server() -> None:
    with ServerHost(quick()) as host:
        assert article(host, "ONE", "exit").stdout == b"one\n"
        assert article(host, "TWO", "exit").stdout == b"two\n"


# socat and nc ----------------------------------------------------------------------------------------------

STREAM = bytes(range(256)) * 400
DATAGRAM = bytes(range(256)) * 16


def _nc_is_openbsds() -> bool:
    return bool(shutil.which("nc")) and b"OpenBSD" in run(["nc", "-h"], b"").stderr


needs_socat = pytest.mark.skipif(not shutil.which("socat"), reason="socat is not installed")
needs_nc = pytest.mark.skipif(not _nc_is_openbsds(), reason="OpenBSD's nc is not installed")


def nc(host: ServerHost) -> list[str]:
    """Return the command that connects nc, which then ends with the stream."""
    if isinstance(host.address, tuple):
        return ["nc", "-N", *map(str, host.address)]
    return ["nc", "-N", "-U", str(host.address)]


def socat(host: ServerHost, folder: Path) -> list[str]:
    """Return the command that connects socat to a server of any kind."""
    address = host.address
    place = f"{address[0]}:{address[1]}" if isinstance(address, tuple) else str(address)
    to = {
        Transport.TCP: f"TCP:{place}",
        Transport.UDP: f"UDP:{place}",
        Transport.UNIX_STREAM: f"UNIX-CONNECT:{place}",
        Transport.UNIX_DATAGRAM: f"UNIX-CLIENT:{place},type=2,bind={folder / 'socat'}",
    }
    # -t: how long it waits for replies after its input has ended.
    return ["socat", "-t", str(TIMEOUT), "-", to[host.spec.transport]]


def exchange(command: Sequence[str], sent: bytes, size: int) -> bytes:
    """Let a program send one datagram and return `size` bytes of what it prints; then end it."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as program:
        assert program.stdin
        assert program.stdout
        program.stdin.write(sent)
        got = b""
        while len(got) < size and (chunk := os.read(program.stdout.fileno(), size)):
            got += chunk
        program.kill()
    return got


STREAMS = [Transport.TCP, Transport.UNIX_STREAM]
DATAGRAMS = [Transport.UDP, Transport.UNIX_DATAGRAM]
JSON = '{"Say": "HELLO 你好"}["A", 1]'.encode()
REPLY = '{"Say": "hello 你好"}["a", 1]'.encode()


def came_and_went(host: ServerHost, payload: bytes) -> bool:
    """True when exactly these bytes were observed in both directions."""

    def observed(kind: type[Received | Sent]) -> bytes:
        return b"".join(event.data for event in of(host, kind))

    # A forked child tells what it sends, maybe before its parent tells what it received.
    until(lambda: min(len(observed(Received)), len(observed(Sent))) >= len(payload))
    return observed(Received) == observed(Sent) == payload


@needs_socat
@pytest.mark.parametrize("concurrency", Concurrency)
@pytest.mark.parametrize("transport", STREAMS)
def test_every_byte_comes_back_to_socat(
    transport: Transport, concurrency: Concurrency, tmp_path: Path
) -> None:
    with ServerHost(quick(transport, concurrency, "echo")) as host:
        assert run(socat(host, tmp_path), STREAM).stdout == STREAM
        assert came_and_went(host, STREAM)


@needs_socat
@pytest.mark.parametrize("concurrency", Concurrency)
@pytest.mark.parametrize("transport", DATAGRAMS)
def test_every_byte_of_a_datagram_comes_back_to_socat(
    transport: Transport, concurrency: Concurrency, tmp_path: Path
) -> None:
    with ServerHost(quick(transport, concurrency, "echo")) as host:
        assert exchange(socat(host, tmp_path), DATAGRAM, len(DATAGRAM)) == DATAGRAM
        assert came_and_went(host, DATAGRAM)


@needs_nc
@pytest.mark.parametrize("concurrency", Concurrency)
@pytest.mark.parametrize("transport", STREAMS)
def test_every_byte_comes_back_to_nc(transport: Transport, concurrency: Concurrency) -> None:
    with ServerHost(quick(transport, concurrency, "echo")) as host:
        assert run(nc(host), STREAM).stdout == STREAM
        assert came_and_went(host, STREAM)


@needs_nc
def test_every_byte_of_a_datagram_comes_back_to_nc() -> None:
    with ServerHost(quick(Transport.UDP, handler="echo")) as host:
        assert isinstance(host.address, tuple)
        command = ["nc", "-u", *map(str, host.address)]
        assert exchange(command, DATAGRAM, len(DATAGRAM)) == DATAGRAM
        assert came_and_went(host, DATAGRAM)


@needs_socat
@pytest.mark.parametrize("transport", STREAMS)
def test_socat_holds_the_default_conversation_without_separators(
    transport: Transport, tmp_path: Path
) -> None:
    with ServerHost(quick(transport)) as host:
        assert run(socat(host, tmp_path), JSON).stdout == REPLY


@needs_nc
@pytest.mark.parametrize("transport", STREAMS)
def test_nc_holds_the_default_conversation_and_exit_ends_it(transport: Transport) -> None:
    with ServerHost(quick(transport)) as host:
        assert run(nc(host), JSON + b'"EXIT"' + JSON).stdout == REPLY


def listens(path: Path) -> bool:
    """True when a server listens there, which is a moment after its file has appeared."""
    accepting = "00010000"
    rows = [line.split() for line in Path("/proc/net/unix").read_text().splitlines()]
    return any(row[3] == accepting and row[-1] == str(path) for row in rows)


@needs_socat
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells which Unix sockets listen")
def test_our_client_gets_every_byte_from_a_server_that_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "cat"
    server = subprocess.Popen(["socat", f"UNIX-LISTEN:{path}", "EXEC:cat"])
    with server:
        until(lambda: listens(path))
        with Client(Transport.UNIX_STREAM, str(path)) as client:
            client.send({"Say": "HELLO"})
            assert client.receive_bytes() == json.dumps({"Say": "HELLO"}).encode()
            client.half_close()
            with pytest.raises(EOFError):
                client.receive()
        assert server.wait(TIMEOUT) == 0
