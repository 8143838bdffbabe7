"""Whatever a learner's own code does to its process, the window hears of it, and the machine is well."""

import contextlib
import os
import subprocess
import sys

import pytest

from core import Concurrency, ServerHost, limits
from core.events import ChildStarted, Killed, ProcessEnded, Raised, StillBusy
from tests.core.processes import connect, of, until
from tests.core.programs import ECHO, own, printed

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork()")
needs_memory_limit = pytest.mark.skipif(bool(limits.why_not("memory_limit")), reason="no such limit here")


def poke(server: ServerHost, data: bytes = b"x") -> bytes:
    """Let the handler do its worst; return what it answered."""
    with connect(server) as connection, contextlib.suppress(ConnectionResetError):
        connection.sendall(data)
        return connection.recv(100)
    return b""


# Processes -------------------------------------------------------------------------------------------------


@needs_fork
@pytest.mark.parametrize("concurrency", [Concurrency.ONE_AT_A_TIME, Concurrency.THREADING])
def test_a_fork_bomb_stops_at_the_limit_and_says_so(concurrency: Concurrency) -> None:
    text = "import os\n" + ECHO.format(body="\n            while True: os.fork()")
    with own(text, process_limit=12, concurrency=concurrency) as server:
        poke(server)
        until(lambda: of(server, Raised))
        raised = of(server, Raised)[0]
    assert raised.kind == "ProcessLimitError"
    assert "12 processes" in raised.message
    assert "while True: os.fork()" in raised.traceback
    assert "process_limit" in printed(server)
    assert len({event.pid for event in of(server, Raised)}) < 24


CALLS = {
    "subprocess": "subprocess.run(['true'])",
    "posix_spawn": "os.posix_spawn('/bin/true', ['true'], {})",
    "fork": "os.fork() or os._exit(0)",
    "multiprocessing": "multiprocessing.get_context('fork').Process(target=print).start()",
    "os.system": "os.system('true')",
}


@needs_fork
@pytest.mark.parametrize("call", CALLS)
def test_every_call_that_makes_a_process_is_counted(call: str) -> None:
    text = "import os, subprocess, multiprocessing\n" + ECHO.format(body=CALLS[call])
    with own(text, process_limit=1) as server:
        poke(server)
        until(lambda: of(server, Raised))
    assert of(server, Raised)[0].kind == "ProcessLimitError"


@needs_fork
def test_a_forking_server_within_the_limit_serves_more_than_that_one_after_the_other() -> None:
    with own(ECHO.format(body="pass"), concurrency=Concurrency.FORKING, process_limit=8) as server:
        for number in range(20):
            assert poke(server, b"%d" % number) == b"%d" % number
    assert len(of(server, ChildStarted)) == 20
    assert not of(server, Raised)


def test_without_a_limit_processes_are_not_counted() -> None:
    text = "import subprocess, sys\n" + ECHO.format(body="subprocess.run([sys.executable, '-c', ''])")
    with own(text, process_limit=0) as server:
        assert poke(server) == b"x"


@needs_fork
def test_forked_processes_share_one_count() -> None:
    program = (
        "import os, sys\nos.setpgid(0, 0)\nfrom core.limits import ProcessCounter\n"
        "counter = ProcessCounter(5)\n"
        "if not os.fork():\n    counter.count()\n    counter.count()\n    os._exit(0)\n"
        "os.wait()\nprint(int.from_bytes(counter._left[:8], sys.byteorder))\n"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    # The child found itself and its parent: three more, of which it took two.
    assert told.strip() == "1"


# Memory ----------------------------------------------------------------------------------------------------


@needs_memory_limit
@pytest.mark.parametrize("growth", ["bytes(1_000_000)", "object()"])
@pytest.mark.parametrize("concurrency", [Concurrency.ONE_AT_A_TIME, Concurrency.THREADING])
def test_memory_that_grows_meets_the_limit_and_the_server_can_be_stopped(
    growth: str, concurrency: Concurrency
) -> None:
    text = "KEPT = []\n" + ECHO.format(body=f"\n            while True: KEPT.append({growth})")
    with own(text, memory_limit=150, concurrency=concurrency) as server:
        poke(server)
        until(lambda: of(server, Raised))
    assert of(server, Raised)[0].kind == "MemoryError"
    assert "memory_limit: each process of this server may take 150 MiB." in printed(server)
    assert server.returncode == 0
    assert not of(server, Killed)


@needs_memory_limit
def test_a_hundred_threads_fit_into_the_default_limit() -> None:
    text = "import threading\nGO = threading.Event()\n" + ECHO.format(
        body="[threading.Thread(target=GO.wait, args=[5]).start() for _ in range(100)]; GO.set()"
    )
    with own(text) as server:
        assert poke(server) == b"x"


def test_a_system_without_a_limit_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert "macOS" in limits.why_not("memory_limit")
    assert limits.why_not("process_limit") == ""


# The end, the wrong socket, the wrong name -----------------------------------------------------------------


@pytest.mark.parametrize("call", ["self.server.socket.close()", "os.close(self.server.fileno())"])
def test_closing_the_servers_socket_in_a_handler_ends_the_loop_and_says_so(call: str) -> None:
    with own("import os\n" + ECHO.format(body=call)) as server:
        poke(server)
        assert server.wait_ended(10)
    assert of(server, Raised)[-1].kind == "ListeningSocketClosedError"
    assert "never self.server" in of(server, Raised)[-1].message
    assert server.returncode == 1


def test_calling_shutdown_in_a_thread_is_told_as_such() -> None:
    with own(ECHO.format(body="self.server.shutdown()"), concurrency=Concurrency.THREADING) as server:
        poke(server)
        assert server.wait_ended(10)
    assert "shutdown()" in of(server, ProcessEnded)[0].what


@pytest.mark.parametrize("name", ["server", "request", "client_address"])
def test_deleting_what_belongs_to_the_handler_hurts_only_its_request(name: str) -> None:
    text = ECHO.format(body=f"if chunk == b'x': del self.{name}")
    with own(text) as server:
        poke(server)
        assert poke(server, b"hi") == b"hi"
    assert server.returncode == 0


@pytest.mark.parametrize(("call", "code"), [("os._exit(7)", 7), ("sys.exit(7)", 1)])
def test_ending_the_process_from_a_handler_is_told(call: str, code: int) -> None:
    with own("import os, sys\n" + ECHO.format(body=call)) as server:
        poke(server)
        assert server.wait_ended(10)
    assert server.returncode == code
    assert str(code) in of(server, ProcessEnded)[0].what


def test_an_endless_loop_in_a_handler_is_stopped_and_its_line_told() -> None:
    with (
        own(ECHO.format(body="\n            while True: pass"), bound=0.5) as server,
        connect(server) as client,
    ):
        client.sendall(b"x")
        until(lambda: server.history().events(request=1))
        server.stop()
        assert server.wait_ended(10)
    assert of(server, Killed)
    assert of(server, StillBusy)[0].where.startswith("handle() in server.py, line 8: while True: pass")


def test_closing_every_file_cuts_the_line_to_the_window_which_says_so() -> None:
    text = (
        "import os, contextlib\n"
        + ECHO.format(body="close_others(self)")
        + (
            "\ndef close_others(self):\n    for fd in range(3, 100):\n"
            "        if fd not in (self.server.fileno(), self.request.fileno()):\n"
            "            with contextlib.suppress(OSError):\n                os.close(fd)\n"
            "    import threading\n    threading.Event().wait()\n"
        )
    )
    with own(text) as server, connect(server) as client:
        client.sendall(b"x")
        assert server.wait_ended(15)
    assert "closed files" in of(server, Killed)[0].reason
