import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest

from core import Concurrency, ServerSpec, server_class
from core.events import EndOfStream, Entered, Event, Left, Raised, Received, Sent, SocketFailed, ThreadStarted
from core.observe import observed
from core.witness import Straight, Witness

PAYLOAD = b"Hello, \xff\x00 server!"


@contextmanager
def conversation(
    handle: Callable[[Any], object],
    base: type[socketserver.BaseRequestHandler] = socketserver.BaseRequestHandler,
) -> Iterator[tuple[socket.socket, list[Event]]]:
    """An observed server in this process whose handler does `handle`, a client's socket, and the events."""
    told: list[Event] = []
    handler = type("Handler", (base,), {"handle": handle})
    kind = observed(server_class(ServerSpec()), Witness(Straight(told.append)))
    with kind(("127.0.0.1", 0), handler) as server:
        loop = threading.Thread(target=server.serve_forever, args=(0.01,))
        loop.start()
        try:
            with socket.create_connection(server.server_address) as client:  # type: ignore[arg-type]
                client.settimeout(10)
                yield client, told
                with suppress(OSError):  # the handler may have ended the connection first
                    client.shutdown(socket.SHUT_WR)
                while client.recv(4096):
                    pass
        finally:
            server.shutdown()
            loop.join()


def received(told: list[Event]) -> bytes:
    return b"".join(event.data for event in told if isinstance(event, Received))


def sent(told: list[Event]) -> bytes:
    return b"".join(event.data for event in told if isinstance(event, Sent))


def _recv_into(self: Any) -> None:
    buffer = bytearray(100)
    while size := self.request.recv_into(buffer):
        self.request.send(buffer[:size])


def _recvfrom(self: Any) -> None:
    while data := self.request.recvfrom(100)[0]:
        self.request.sendall(data)


def _recvfrom_into(self: Any) -> None:
    buffer = bytearray(100)
    while size := self.request.recvfrom_into(buffer)[0]:
        self.request.sendall(memoryview(buffer)[:size])


def _recvmsg(self: Any) -> None:
    while data := self.request.recvmsg(100)[0]:
        self.request.sendmsg([data[:3], data[3:]])


def _recvmsg_into(self: Any) -> None:
    first, second = bytearray(5), bytearray(100)
    while size := self.request.recvmsg_into([first, second])[0]:
        self.request.sendall((first + second)[:size])


def _makefile(self: Any) -> None:
    with self.request.makefile("rwb") as file:
        file.write(file.read(len(PAYLOAD)))


def _recv_with_peek(self: Any) -> None:
    self.request.recv(4, socket.MSG_PEEK)
    while data := self.request.recv(100):
        self.request.sendall(data)


@pytest.mark.parametrize(
    "handle", [_recv_into, _recvfrom, _recvfrom_into, _recvmsg, _recvmsg_into, _makefile, _recv_with_peek]
)
def test_bytes_are_seen_once_however_they_are_read_and_written(handle: Callable[[Any], object]) -> None:
    with conversation(handle) as (client, told):
        client.sendall(PAYLOAD)
        got = b""
        while len(got) < len(PAYLOAD):
            got += client.recv(100)
    assert got == received(told) == sent(told) == PAYLOAD


def test_bytes_of_rfile_and_wfile_are_seen() -> None:
    def handle(self: Any) -> None:
        self.wfile.write(self.rfile.readline().upper())

    with conversation(handle, socketserver.StreamRequestHandler) as (client, told):
        client.sendall(b"line\n")
        assert client.recv(100) == b"LINE\n"
    assert received(told) == b"line\n"
    assert sent(told) == b"LINE\n"


def test_the_end_of_a_stream_is_told() -> None:
    with conversation(lambda self: self.request.recv(10)) as (client, told):
        client.shutdown(socket.SHUT_WR)
    assert [event.call for event in told if isinstance(event, EndOfStream)] == ["recv"]


def test_a_socket_call_that_fails_is_told_with_its_error() -> None:
    def handle(self: Any) -> None:
        self.request.settimeout(0.01)
        self.request.recv(10)

    with conversation(handle) as (client, told):
        assert client.recv(10) == b""
    [failed] = [event for event in told if isinstance(event, SocketFailed)]
    assert failed.error == "TimeoutError: timed out"
    assert [event.kind for event in told if isinstance(event, Raised)] == ["TimeoutError"]


def test_an_exception_leaves_through_every_method_that_it_passed() -> None:
    def handle(self: Any) -> None:
        raise ValueError("no")

    with conversation(handle) as (client, told):
        assert client.recv(10) == b""
    passed = [event.name for event in told if isinstance(event, Left) and event.error]
    assert passed == ["handle", "finish_request", "process_request"]


def test_every_call_that_is_entered_is_left() -> None:
    with conversation(lambda self: self.request.recv(10)) as (_, told):
        pass
    entered = sorted(event.name for event in told if isinstance(event, Entered))
    assert entered == sorted(event.name for event in told if isinstance(event, Left))


def test_an_observed_class_keeps_its_name_and_the_socket_its_type() -> None:
    kind = observed(
        server_class(ServerSpec(concurrency=Concurrency.THREADING)), Witness(Straight(lambda event: None))
    )
    with kind(("127.0.0.1", 0), socketserver.BaseRequestHandler) as server:
        assert type(server).__name__ == "Server"
        assert isinstance(server, socketserver.ThreadingTCPServer | socketserver.ThreadingMixIn)
        assert isinstance(server.socket, socket.socket)
        assert server.server_address == server.socket.getsockname()


def test_a_result_whose_repr_raises_stops_nothing() -> None:
    class Odd:
        def __repr__(self) -> str:
            raise RuntimeError("no")

        def __bool__(self) -> bool:
            return True

    told: list[Event] = []
    odd = type("Odd", (socketserver.TCPServer,), {"verify_request": lambda *_: Odd()})
    kind = observed(odd, Witness(Straight(told.append)))
    with (
        kind(("127.0.0.1", 0), socketserver.BaseRequestHandler) as server,
        socket.create_connection(server.server_address),  # type: ignore[arg-type]
    ):
        server.handle_request()
    assert "<Odd>" in [event.result for event in told if isinstance(event, Left)]


def test_a_thread_is_told_with_its_request() -> None:
    told: list[Event] = []
    kind = observed(
        server_class(ServerSpec(concurrency=Concurrency.THREADING)), Witness(Straight(told.append))
    )
    with (
        kind(("127.0.0.1", 0), socketserver.BaseRequestHandler) as server,
        socket.create_connection(server.server_address),  # type: ignore[arg-type]
    ):
        server.handle_request()
    [started] = [event for event in told if isinstance(event, ThreadStarted)]
    assert started.request == 1
    assert started.thread != threading.get_native_id()
