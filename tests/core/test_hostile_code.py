"""Whatever a handler does to its own process: the window hears of it, stays well, and nothing is left."""

import struct
from collections.abc import Callable
from typing import Any

import msgspec
import psutil
import pytest

from core import Client, Concurrency, ServerHost, ServerSpec, host
from core.events import TEXT_KEPT, Killed, Printed, ProcessEnded, Raised, StillBusy, ThreadEnded
from core.pipe import FRAME_LIMIT, HELD_LIMIT, MESSAGE_LIMIT, WRITERS_LIMIT, EventReader, PipeError
from tests.core.processes import connect, of, until

MAIN = "from core.launch import main; main()"

HANDLER = """
import contextlib, os, signal, socketserver, subprocess, sys, threading
from core.handlers import echo

class EchoHandler(socketserver.BaseRequestHandler):
    def handle(self):
        while chunk := self.request.recv(100):
            {body}
            self.request.sendall(chunk)

echo.EchoHandler = EchoHandler

def write_to_every_file(data):
    for fd in range(3, 100):
        with contextlib.suppress(OSError):
            os.write(fd, data)
"""

Run = Callable[..., ServerHost]


@pytest.fixture
def running(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a host whose server process has a handler that does `body` before it echoes."""

    def run(body: str, concurrency: Concurrency = Concurrency.THREADING, **rest: Any) -> ServerHost:
        program = host._PROGRAM.replace(MAIN, HANDLER.format(body=body) + MAIN)
        assert body in program
        monkeypatch.setattr(host, "_PROGRAM", program)
        spec = ServerSpec(handler="echo", concurrency=concurrency, poll_interval=0.02)
        return ServerHost(spec, **rest)

    return run


def poke(server: ServerHost) -> None:
    """Make the handler do its worst."""
    with connect(server) as connection:
        connection.sendall(b"x")
        try:
            connection.recv(1)
        except ConnectionResetError:
            return


def echoes(server: ServerHost) -> bool:
    with Client.to(server) as client:
        client.send_bytes(b"HI")
        return client.receive_bytes() == b"HI"


# The process ends ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("concurrency", [Concurrency.ONE_AT_A_TIME, Concurrency.THREADING])
def test_a_handler_that_ends_its_process_is_reported(running: Run, concurrency: Concurrency) -> None:
    with running("os._exit(7)", concurrency) as server:
        poke(server)
        assert server.wait_ended(10)
    assert server.returncode == 7
    assert "7" in of(server, ProcessEnded)[0].what


@pytest.mark.parametrize("body", ["sys.exit(7)", "raise SystemExit", "raise KeyboardInterrupt"])
def test_an_exit_from_the_loops_own_thread_ends_the_server_and_says_so(running: Run, body: str) -> None:
    with running(body, Concurrency.ONE_AT_A_TIME) as server:
        poke(server)
        assert server.wait_ended(10)
    assert of(server, Raised)[-1].kind in ("SystemExit", "KeyboardInterrupt")
    assert [event.name for event in of(server, ThreadEnded)] == ["serve_forever"]
    assert server.returncode == 1


@pytest.mark.parametrize("body", ["sys.exit(7)", "raise KeyboardInterrupt"])
@pytest.mark.parametrize("concurrency", [Concurrency.THREADING, Concurrency.FORKING])
def test_an_exit_from_a_threads_or_childs_handler_ends_only_that(
    running: Run, body: str, concurrency: Concurrency
) -> None:
    with running(f"if chunk == b'x': {body}", concurrency) as server:
        poke(server)
        assert echoes(server)
    assert server.returncode == 0


def test_a_handler_that_kills_its_process_is_reported_by_the_signals_name(running: Run) -> None:
    with running("os.kill(os.getpid(), signal.SIGSEGV)") as server:
        poke(server)
        assert server.wait_ended(10)
    assert "SIGSEGV" in of(server, ProcessEnded)[0].what


# It will not end -------------------------------------------------------------------------------------------

STUBBORN = {
    "spins": (Concurrency.ONE_AT_A_TIME, "while True: pass"),
    "suppresses every exception": (
        Concurrency.THREADING,
        "while True:\n                with contextlib.suppress(BaseException): raise ValueError",
    ),
    "waits for a lock": (
        Concurrency.ONE_AT_A_TIME,
        "lock = threading.Lock(); lock.acquire(); lock.acquire()",
    ),
    "blocks signals": (
        Concurrency.THREADING,
        "signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65)); threading.Event().wait()",
    ),
}


@pytest.mark.parametrize("name", STUBBORN)
def test_stop_ends_what_will_not_end_and_says_where_it_was(running: Run, name: str) -> None:
    concurrency, body = STUBBORN[name]
    with running(body, concurrency, bound=0.4) as server, connect(server) as connection:
        connection.sendall(b"x")
        until(lambda: server.history().events(request=1))
        server.stop()
        assert server.wait_ended(10)
    assert of(server, Killed)
    assert of(server, StillBusy)[0].where.startswith("handle() in ")


@pytest.mark.parametrize("concurrency", Concurrency)
def test_a_program_that_a_handler_started_does_not_hold_up_the_end(
    running: Run, concurrency: Concurrency
) -> None:
    body = "print(subprocess.Popen(['sleep', '60'], start_new_session=True).pid)"
    with running(body, concurrency) as server:
        poke(server)
        until(lambda: of(server, Printed))
        # Its own session: it is none of the server's any more, but it has the server's output open.
        sleeper = psutil.Process(int(of(server, Printed)[0].text))
        server.stop()
        assert server.wait_ended(10)
        sleeper.kill()
    assert not of(server, Killed)


# It prints -------------------------------------------------------------------------------------------------


def test_a_flood_of_print_holds_up_nobody_and_is_told_whole_or_forgotten_and_counted(running: Run) -> None:
    with running("for _ in range(80): print('é' * 1_000_000)") as server:
        assert echoes(server)
    printed = of(server, Printed)
    assert max(len(event.text) for event in printed) == TEXT_KEPT
    assert set("".join(event.text for event in printed)) == {"é", "\n"}
    assert server.history().forgotten > 0
    assert server.returncode == 0


def test_what_is_printed_and_is_no_text_is_shown_as_escapes(running: Run) -> None:
    with running(r"os.write(1, b'\xff\x00'); print('\ud800')") as server:
        assert echoes(server)
    printed = "".join(event.text for event in of(server, Printed))
    assert "\\xff\0" in printed
    assert "\\ud800" in printed


def test_an_exception_whose_text_is_no_utf_8_is_told_like_any_other(running: Run) -> None:
    with running(r"if chunk == b'x': raise ValueError('\ud800')") as server:
        poke(server)
        assert echoes(server)
    [raised] = of(server, Raised)
    assert raised.message == "\\ud800"


def test_an_exception_that_cannot_be_shown_is_told_all_the_same(running: Run) -> None:
    rude = "type('Rude', (Exception,), {'__str__': lambda self: 1 / 0, '__repr__': lambda self: 1 / 0})"
    with running(f"if chunk == b'x': raise {rude}") as server:
        poke(server)
        assert echoes(server)
    assert of(server, Raised)[0].kind == "Rude"


# The pipe --------------------------------------------------------------------------------------------------


def test_garbage_in_the_event_pipe_ends_the_server_and_says_why(running: Run) -> None:
    with running("write_to_every_file(b'garbage' * 100)") as server:
        poke(server)
        assert server.wait_ended(10)
    assert "no event" in of(server, Killed)[0].reason


def test_a_server_that_closes_every_file_can_still_be_stopped(running: Run) -> None:
    with running("os.closerange(3, 100)", bound=1.0) as server:
        poke(server)
    assert server.returncode is not None


def frame(pid: int, piece: bytes, flags: int) -> bytes:
    return struct.pack("<IHB", pid, len(piece), flags) + piece


def test_messages_that_never_end_do_not_fill_the_windows_memory() -> None:
    reader, piece = EventReader(), bytes(FRAME_LIMIT - 7)
    pids = range(HELD_LIMIT // len(piece) + 1000)
    for pid in pids:
        assert not list(reader.feed(frame(pid, piece, 1)))
    assert len(reader._messages) <= WRITERS_LIMIT
    assert sum(map(len, reader._messages.values())) == reader._held <= HELD_LIMIT


def test_an_endless_message_is_refused() -> None:
    reader, piece = EventReader(), bytes(FRAME_LIMIT - 7)
    assert not list(reader.feed(frame(1, piece, 1)))
    more = frame(1, piece, 0) * (MESSAGE_LIMIT // len(piece) + 2)
    with pytest.raises(PipeError):
        list(reader.feed(more))


def test_a_message_that_is_nested_without_end_is_refused() -> None:
    nested = b"\x91\x9a\xa7Spawned" + b"\x01" * 6 + b"\x91" * 200_000 + b"\xc0" + b"\x01" * 2
    size = FRAME_LIMIT - 7
    pieces = [nested[start : start + size] for start in range(0, len(nested), size)]
    last = len(pieces) - 1
    frames = [frame(1, piece, (n == 0) | (n == last) << 1) for n, piece in enumerate(pieces)]
    with pytest.raises(PipeError, match="no list of events"):
        list(EventReader().feed(b"".join(frames)))


@pytest.mark.parametrize(
    "message", [b"\xc0", b"\x91\x91\xa7Spawned", msgspec.msgpack.encode([["Nothing", 1]])]
)
def test_a_message_that_is_no_list_of_events_is_refused(message: bytes) -> None:
    with pytest.raises(PipeError, match="no list of events"):
        list(EventReader().feed(frame(1, message, 3)))
