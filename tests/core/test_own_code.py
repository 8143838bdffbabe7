"""A learner's program in a server process: loaded, run by the lab or by itself, explained when it fails."""

import socket
import socketserver
from pathlib import Path
from typing import Any

import pytest

from core import Client, Concurrency, ServerHost, ServerSpec, StartError, Transport, host
from core.events import (
    CodeFailed,
    Entered,
    Killed,
    Listening,
    ProcessEnded,
    Raised,
    Received,
    StopStage,
)
from core.spec import CODE_LIMIT, OwnCode, SpecError
from tests.core.processes import connect, of, until
from tests.core.programs import ECHO, RUNS_ITSELF, itself, opened, own, printed

QUIET = ECHO.format(body="pass")


def echoes(server: ServerHost) -> bool:
    with Client.to(server) as client:
        client.send_bytes(b"HI")
        return client.receive_bytes() == b"HI"


def hooks(server: ServerHost) -> list[str]:
    return [event.name for event in of(server, Entered)]


# The description -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", "x" * (CODE_LIMIT + 1)),
        ("text", "\ud800"),
        ("text", b"x"),
        ("name", ""),
        ("name", "a/b.py"),
        ("name", "a\nb.py"),
        ("handler", "no name"),
        ("server", "a.b"),
        ("framing", "smoke"),
        ("runs_itself", 1),
    ],
)
def test_code_that_cannot_be_is_refused_by_field(field: str, value: Any) -> None:
    with pytest.raises(SpecError) as caught:
        OwnCode(**({"text": "x = 1"} | {field: value}))
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("field", "value"), [("memory_limit", -1), ("process_limit", True), ("code", "x = 1")]
)
def test_limits_and_code_are_checked_like_all_fields(field: str, value: Any) -> None:
    with pytest.raises(SpecError) as caught:
        ServerSpec(**{field: value})
    assert caught.value.field == field


# The program's classes, the lab's loop ---------------------------------------------------------------------


@pytest.mark.parametrize("concurrency", Concurrency)
def test_a_handler_of_the_programs_serves_in_every_concurrency(concurrency: Concurrency) -> None:
    with own(QUIET, concurrency=concurrency) as server:
        assert echoes(server)
    assert server.returncode == 0
    assert "handle" in hooks(server)
    assert b"".join(event.data for event in of(server, Received)) == b"HI"


def test_a_server_class_of_the_programs_takes_the_place_of_the_composed_one() -> None:
    text = (
        QUIET
        + """
class Server(socketserver.ThreadingTCPServer):
    def verify_request(self, request, client_address):
        print("verified", flush=True)
        return super().verify_request(request, client_address)
"""
    )
    with own(text, server="Server") as server:
        assert echoes(server)
    assert "verified" in printed(server)
    assert hooks(server).count("process_request_thread") == 1


def test_start_lines_do_not_run_where_the_lab_runs_the_loop() -> None:
    with opened(RUNS_ITSELF) as server:
        assert server.spec.code
        assert not server.spec.code.runs_itself
        assert echoes(server)
    assert "done" not in printed(server)
    assert len(of(server, Listening)) == 1


def test_the_program_is_the_main_module_with_its_own_name_in_tracebacks() -> None:
    text = ECHO.format(body="raise ValueError(__name__)")
    with own(text, name="mine.py") as server, connect(server) as connection:
        connection.sendall(b"x")
        until(lambda: of(server, Raised))
    [raised] = of(server, Raised)
    assert raised.message == "__main__"
    assert 'File "mine.py", line 7, in handle\n    raise ValueError(__name__)' in raised.traceback
    assert "observe" not in raised.traceback
    assert "own_server" not in printed(server)


# It fails before there is a server -------------------------------------------------------------------------

FAILURES = {
    "syntax": ("import socketserver\ndef f(:\n", {}, "code-unreadable", 2, "SyntaxError"),
    "exception": (QUIET + "\n1 / 0\n", {}, "code-raised", 10, "ZeroDivisionError"),
    "exit": ("import sys\nsys.exit(3)\n", {}, "code-left", 2, "SystemExit"),
    "no such class": (QUIET, {"handler": "Nobody"}, "class-missing", 1, "NameError"),
    "no handler": ("\nclass H:\n    pass\n", {"handler": "H"}, "class-unfit", 2, "TypeError"),
    "no server": (QUIET, {"server": "Handler"}, "class-unfit", 4, "TypeError"),
    "its __init__": (
        QUIET + "class S(socketserver.TCPServer):\n    def __init__(self, address):\n        pass\n",
        {"server": "S"},
        "code-raised",
        0,
        "TypeError",
    ),
}


@pytest.mark.parametrize("name", FAILURES)
def test_a_program_that_gives_no_server_is_explained_at_its_line(name: str) -> None:
    text, chosen, code, line, kind = FAILURES[name]
    server = own(text, **chosen)
    with pytest.raises(StartError) as caught, server:
        pass
    [failed] = of(server, CodeFailed)
    assert caught.value.explanation.code == code
    assert (failed.line, failed.kind) == (line, kind)
    assert "core/" not in failed.traceback
    assert printed(server) == ""


def test_an_endless_loop_at_import_can_be_stopped_and_says_where_it_was() -> None:
    server = own("import socketserver\nwhile True:\n    x = 1\n")
    server.start()
    until(lambda: server.pid)
    server.stop()
    assert server.wait_ended(10)
    assert server.returncode == 0
    assert "stopped before it had a server. It is at server.py, line " in printed(server)


def test_an_endless_loop_at_import_is_killed_after_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host, "START_BOUND", 1.0)
    server = own("while True: pass\n")
    server.start()
    assert server.wait_ended(10)
    assert "not listening" in of(server, Killed)[0].reason


# The program runs itself -----------------------------------------------------------------------------------


def test_a_program_that_runs_itself_is_observed_and_stops_in_stages() -> None:
    with itself(RUNS_ITSELF) as server:
        assert echoes(server)
    assert server.returncode == 0
    assert len(of(server, StopStage)) == 4
    assert "done" in printed(server)
    assert {"server_bind", "serve_forever", "verify_request", "handle", "server_close"} <= set(hooks(server))
    assert of(server, Received)


TWO_SERVERS = """
import select
import socketserver

class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.readline())

class Talkative(Handler):
    def handle(self):
        super(Talkative, self).handle()

class Server(socketserver.TCPServer):
    def __init__(self, handler):
        socketserver.TCPServer.__init__(self, ("127.0.0.1", 0), handler)
        assert isinstance(self, Server)
    def server_bind(self):
        super(Server, self).server_bind()
        print(self.server_address[1], flush=True)

with Server(Talkative) as first, Server(Handler) as second:
    while True:
        ready, _, _ = select.select([first, second], [], [])
        for server in ready:
            server.handle_request()
"""


def test_one_thread_with_two_servers_is_observed_and_stopped_like_ctrl_c() -> None:
    with itself(TWO_SERVERS) as server:
        until(lambda: len(printed(server).split()) == 2)
        for port in printed(server).split():
            with socket.create_connection(("127.0.0.1", int(port)), 10) as client:
                client.sendall(b"hello\n")
                assert client.recv(100) == b"hello\n"
    assert server.returncode == 0
    assert len(of(server, Listening)) == 1
    assert server.address == ("127.0.0.1", int(printed(server).split()[0]))
    assert hooks(server).count("handle") == 2
    assert not of(server, Killed)
    assert not of(server, Raised)


@pytest.mark.parametrize(
    "lines",
    [
        "with Server(('127.0.0.1', 0), Handler) as server:\n    while True:\n        server.handle_request()",
        "import threading, time\nserver = Server(('127.0.0.1', 0), Handler)\n"
        "threading.Thread(target=server.serve_forever).start()",
    ],
)
def test_other_loops_of_its_own_serve_and_stop(lines: str) -> None:
    text = RUNS_ITSELF.partition("with Server")[0] + lines
    with itself(text) as server:
        assert echoes(server)
    assert server.returncode == 0
    assert not of(server, Killed)


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="Python has no Unix sockets here")
def test_a_unix_server_that_runs_itself_leaves_no_file(tmp_path: Path) -> None:
    text = (
        QUIET
        + f"""
with socketserver.UnixStreamServer({str(tmp_path / "s")!r}, Handler) as server:
    server.serve_forever()
"""
    )
    with itself(text, transport=Transport.UNIX_STREAM) as server:
        assert server.address == str(tmp_path / "s")
        assert echoes(server)
    assert not list(tmp_path.iterdir())


def test_a_port_that_is_taken_is_explained_for_the_programs_own_address() -> None:
    with socketserver.TCPServer(("127.0.0.1", 0), socketserver.BaseRequestHandler) as other:
        port = other.server_address[1]
        server = itself(RUNS_ITSELF.replace('("127.0.0.1", 0)', f'("127.0.0.1", {port})'))
        with pytest.raises(StartError) as caught, server:
            pass
    assert caught.value.explanation.code == "port-taken"
    assert str(port) in caught.value.explanation.what
    assert [event.line for event in of(server, CodeFailed)] == [12]


def test_a_program_without_a_server_says_so() -> None:
    server = itself("print('hello')")
    with pytest.raises(StartError) as caught, server:
        pass
    assert caught.value.explanation.code == "no-server"
    assert "hello" in printed(server)


ENDINGS = {
    "its last line": ("server.handle_request()", 90, "last line was done"),
    "sys.exit()": ("server.handle_request(); raise SystemExit", 90, "last line was done"),
    "sys.exit(4)": ("server.handle_request(); raise SystemExit(4)", 4, "code 4"),
    "os._exit(5)": ("server.handle_request(); server.server_close(); import os; os._exit(5)", 5, "code 5"),
    "an exception": ("server.handle_request(); 1 / 0", 1, "exception"),
}


@pytest.mark.parametrize("name", ENDINGS)
def test_a_program_that_ends_by_itself_ends_the_server_and_the_window_hears_how(name: str) -> None:
    line, code, words = ENDINGS[name]
    with itself(RUNS_ITSELF.replace("server.serve_forever(0.02)", line)) as server:
        assert echoes(server)
        assert server.wait_ended(10)
    assert server.returncode == code
    assert words in of(server, ProcessEnded)[0].what
    kinds = [event.kind for event in of(server, Raised)]
    assert kinds == (["ZeroDivisionError"] if name == "an exception" else [])


# Built-in handlers -----------------------------------------------------------------------------------------


def test_only_code_of_a_learners_own_is_audited(monkeypatch: pytest.MonkeyPatch) -> None:
    told = "import sys; sys.addaudithook = lambda hook: print('audited', flush=True)"
    monkeypatch.setattr(host, "_PROGRAM", f"{told}; {host._PROGRAM}")
    with own(QUIET) as server:
        until(lambda: "audited" in printed(server))
    with ServerHost(ServerSpec(handler="echo", poll_interval=0.02)) as server:
        assert echoes(server)
    assert printed(server) == ""


# input() ---------------------------------------------------------------------------------------------------


def test_input_in_a_handler_raises_at_its_line() -> None:
    with own(ECHO.format(body="input('more? ')")) as server, connect(server) as connection:
        connection.sendall(b"x")
        until(lambda: of(server, Raised))
    [raised] = of(server, Raised)
    assert raised.kind == "NoInputError"
    assert "has no keyboard" in raised.message
    assert raised.traceback.count("File") == raised.traceback.count("socketserver.py") + 1
    assert "line 7, in handle\n    input('more? ')" in raised.traceback


@pytest.mark.parametrize("text", [QUIET + "NAME = input()\n", RUNS_ITSELF.replace("with", "input()\nwith")])
def test_input_before_there_is_a_server_is_explained_at_its_line(text: str) -> None:
    with pytest.raises(StartError) as caught, opened(text):
        pass
    assert "input() gets no text here" in caught.value.explanation.why
    assert "Write the value into the program" in caught.value.explanation.hint


def test_input_that_is_there_to_wait_for_the_end_waits_and_says_so_once() -> None:
    text = (
        QUIET
        + """
import threading
with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
    threading.Thread(target=server.serve_forever).start()
    server.note = "so it runs itself"
    input("Enter ends it. ")
    server.shutdown()
"""
    )
    with opened(text) as server:
        assert echoes(server)
        until(lambda: "waits in input()" in printed(server))
    assert printed(server).count("Stop presses Enter") == 1
    assert server.returncode == 0


def test_input_in_a_handler_of_a_program_that_loops_itself_raises_too() -> None:
    text = (
        ECHO.format(body="input()")
        + """
with socketserver.TCPServer(("127.0.0.1", 0), Handler) as server:
    for _ in range(9):
        server.handle_request()
"""
    )
    with opened(text) as server, connect(server) as connection:
        connection.sendall(b"x")
        until(lambda: of(server, Raised))
    assert of(server, Raised)[0].kind == "NoInputError"


# sys.exit() in a request of its own ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("concurrency", "what"), [(Concurrency.THREADING, "thread"), (Concurrency.FORKING, "process")]
)
def test_sys_exit_that_ends_one_request_alone_is_told_at_its_line(
    concurrency: Concurrency, what: str
) -> None:
    text = ECHO.format(body="import sys; chunk == b'x' and sys.exit(3)")
    with own(text, concurrency=concurrency) as server:
        with connect(server) as connection:
            connection.sendall(b"x")
            assert connection.recv(1) == b""
        until(lambda: of(server, Raised) and "the server goes on" in printed(server))
        assert echoes(server)
    [raised] = of(server, Raised)
    assert (raised.kind, raised.message, raised.request) == ("SystemExit", "3", 1)
    assert 'File "server.py", line 7, in handle' in raised.traceback
    assert "own_server" not in raised.traceback
    assert f"ended the {what} of this request, and no more" in printed(server)
