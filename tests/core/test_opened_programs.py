"""Programs that nobody wrote for this one, opened as files: shown rightly, run in their own process, used."""

import logging
import logging.handlers
import os
import re
import socket
import xmlrpc.client
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from core import Concurrency, ServerHost, StartError, Transport
from core.events import Entered, Killed
from core.framing import Framing
from core.spec import SpecError, unavailable
from tests.core.installed_programs import documentation, documented_programs, source_of
from tests.core.opened_files import (
    LOCAL,
    OpenedFile,
    ask,
    browse,
    call,
    classes,
    free_port,
    hear_all,
    is_deserted,
    on_port,
    open_file,
    port_of,
    program,
)
from tests.core.processes import is_alive, of, until
from tests.core.programs import printed

ONE, THREADS, FORKS = Concurrency.ONE_AT_A_TIME, Concurrency.THREADING, Concurrency.FORKING


@contextmanager
def used(opened: OpenedFile) -> Iterator[ServerHost]:
    """Run an opened program; prove that only its own process did, once, and that Stop leaves nothing."""
    server = opened.host()
    assert opened.run_by() == []
    with server:
        yield server
    assert opened.run_by() == [server.pid]
    assert server.pid != os.getpid()
    assert server.returncode == 0
    assert not of(server, Killed)
    assert server.pid
    assert not is_alive(server.pid)
    assert is_deserted(server)


# Shapes ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Shape:
    """A program's port as it stands in it, what the dropdowns shall say, and a conversation with its end."""

    port: str
    host: str = LOCAL
    transport: Transport = Transport.TCP
    concurrency: Concurrency = ONE
    handler: str
    server: str = ""
    framing: Framing = Framing.RAW
    options: dict[str, Any] = field(default_factory=dict)
    runs_itself: bool = False
    talk: Callable[[ServerHost], object]
    heard: object


def names_who_answered(server: ServerHost) -> tuple[bool, list[bytes]]:
    """Return whether each of two answers came from another thread or process, and what else they said."""
    answers = [ask(server, word) for word in (b"one", b"two")]
    who, what = zip(*(answer.split(b": ") for answer in answers), strict=True)
    return len(set(who)) == 2, list(what)


def sends_a_log_record(server: ServerHost) -> str:
    handler = logging.handlers.SocketHandler(LOCAL, port_of(server))
    record = logging.LogRecord("shop", logging.ERROR, "shop.py", 1, "sold %d", (3,), None)
    with call(server) as client:
        client.sendall(handler.makePickle(record))
        until(lambda: "sold" in printed(server))
    handler.close()
    return printed(server).splitlines()[-1]


def calls_procedures(server: ServerHost) -> tuple[object, ...]:
    with proxy(server) as remote:
        return remote.add(2, 3), remote.pow(2, 5)


def proxy(server: ServerHost) -> xmlrpc.client.ServerProxy:
    return xmlrpc.client.ServerProxy(f"http://{LOCAL}:{port_of(server)}")


def shouts(server: ServerHost) -> list[bytes]:
    return [ask(server, b" hello \n"), ask(server, "grüße\n".encode())]


SHOUTED: list[bytes] = [b"HELLO", "grüße".encode().upper()]
ECHOED = b"hello\nworld\n"

REUSED = {"allow_reuse_address": True}
AND_DAEMONS = REUSED | {"daemon_threads": True}

SHAPES = {
    # As the documentation has them.
    "guarded": Shape(port="9999", host="localhost", handler="ShoutHandler", talk=shouts, heard=SHOUTED),
    "stream": Shape(
        port="9999",
        host="localhost",
        handler="ShoutHandler",
        framing=Framing.LINES,
        talk=shouts,
        heard=SHOUTED,
    ),
    "datagrams": Shape(
        port="9999",
        host="localhost",
        transport=Transport.UDP,
        handler="ShoutHandler",
        talk=shouts,
        heard=SHOUTED,
    ),
    "threads_and_client": Shape(
        port="0",
        host="localhost",
        concurrency=THREADS,
        handler="NamingHandler",
        server="ThreadedServer",
        talk=names_who_answered,
        heard=(True, [b"one", b"two"]),
    ),
    "forks": Shape(
        port="9999",
        host="localhost",
        concurrency=FORKS,
        handler="PidHandler",
        server="ForkingServer",
        talk=names_who_answered,
        heard=(True, [b"one", b"two"]),
    ),
    "log_receiver": Shape(
        port="logging.handlers.DEFAULT_TCP_LOGGING_PORT",
        host="localhost",
        concurrency=THREADS,
        handler="RecordHandler",
        server="RecordReceiver",
        options=REUSED,
        runs_itself=True,
        talk=sends_a_log_record,
        heard="shop     ERROR    sold 3",
    ),
    "web_page": Shape(
        port="8080",
        host="localhost",
        handler="PageHandler",
        options=REUSED,
        runs_itself=True,
        talk=lambda server: browse(server, "/x"),
        heard=(200, b"<p>This is /x</p>"),
    ),
    "web_files": Shape(
        port="8000",
        host="",
        handler="",
        runs_itself=True,
        talk=lambda server: browse(server, "/no-such-page")[0],
        heard=404,
    ),
    "web_threads": Shape(
        port="8080",
        host="",
        concurrency=THREADS,
        handler="ApiHandler",
        options=AND_DAEMONS,
        runs_itself=True,
        talk=lambda server: browse(server, "/", b'["a"]'),
        heard=(200, b'{"heard": ["a"]}'),
    ),
    "rpc": Shape(
        port="8000",
        host="localhost",
        handler="PathHandler",
        options=REUSED,
        runs_itself=True,
        talk=calls_procedures,
        heard=(5, 32),
    ),
    "wsgi": Shape(
        port="8000",
        host="",
        handler="",
        options=REUSED,
        runs_itself=True,
        talk=lambda server: browse(server, "/x"),
        heard=(200, b"You asked for /x"),
    ),
    # As books and articles have them.
    "module_level": Shape(
        port="8888",
        concurrency=THREADS,
        handler="EchoHandler",
        options=REUSED,
        talk=lambda server: ask(server, b"hello\n", b"world\n"),
        heard=ECHOED,
    ),
    "main_function": Shape(
        port="9999",
        concurrency=THREADS,
        handler="LineHandler",
        server="Server",
        framing=Framing.LINES,
        options=AND_DAEMONS,
        talk=lambda server: ask(server, b"abc\n", b"de\n"),
        heard=b"cba\ned\n",
    ),
    "arguments": Shape(
        port="9999",
        handler="EchoHandler",
        framing=Framing.LINES,
        talk=lambda server: ask(server, b"hello\n"),
        heard=b"hello\n",
    ),
    "star": Shape(
        port="21567",
        host="",
        handler="StampHandler",
        framing=Framing.LINES,
        talk=lambda server: hear_all(server, b"now\n"),
        heard=b"stamped: now\n",
    ),
    "extra_arguments": Shape(
        port="9999",
        concurrency=THREADS,
        handler="GreetingHandler",
        server="GreetingServer",
        framing=Framing.LINES,
        options=AND_DAEMONS,
        runs_itself=True,
        talk=lambda server: hear_all(server, b"Ada\nBob\n"),
        heard=b"Hello, Ada (1)\nHello, Bob (2)\n",
    ),
    "factory": Shape(
        port="9999",
        handler="TalkHandler",
        runs_itself=True,
        talk=lambda server: [ask(server, word) for word in (b"two\n", b"six\n")],
        heard=[b"zwei", b"?"],
    ),
    "in_a_class": Shape(
        port="9999",
        concurrency=THREADS,
        handler="CommandHandler",
        server="TCPServer",
        options={"daemon_threads": True},
        runs_itself=True,
        talk=lambda server: [ask(server, word) for word in (b"a", b"b")],
        heard=[b"1:a", b"2:b"],
    ),
    "class_in_a_variable": Shape(
        port="9999",
        concurrency=THREADS,
        handler="EchoHandler",
        runs_itself=True,
        talk=lambda server: ask(server, b"hello"),
        heard=b"hello",
    ),
    "late_binding": Shape(
        port="20000",
        host="",
        handler="PatientHandler",
        framing=Framing.LINES,
        runs_itself=True,
        talk=lambda server: ask(server, b"hello\n", b"world\n"),
        heard=ECHOED,
    ),
    "waits_for_ever": Shape(
        port="9999",
        concurrency=THREADS,
        handler="EchoHandler",
        runs_itself=True,
        talk=lambda server: ask(server, b"hello"),
        heard=b"hello",
    ),
    "until_enter": Shape(
        port="9999",
        concurrency=THREADS,
        handler="EchoHandler",
        runs_itself=True,
        talk=lambda server: ask(server, b"hello"),
        heard=b"hello",
    ),
    "handle_requests": Shape(
        port="9999",
        handler="Counter",
        framing=Framing.LINES,
        runs_itself=True,
        talk=lambda server: [ask(server, word) for word in (b"1\n", b"20\n")],
        heard=[b"1\n", b"21\n"],
    ),
}


def expect_dropdowns(opened: OpenedFile, shape: Shape, port: int) -> None:
    spec = opened.spec()
    code = spec.code
    assert code
    assert (spec.transport, spec.concurrency) == (shape.transport, shape.concurrency)
    assert (spec.host, spec.port) == (shape.host, port)
    assert (code.handler, code.server, code.framing) == (shape.handler, shape.server, shape.framing)
    assert code.runs_itself is shape.runs_itself
    assert {name: value for name, value in spec.changed_options().items() if name != NAGLE} == shape.options


NAGLE = "disable_nagle_algorithm"


@pytest.mark.parametrize("name", SHAPES)
def test_an_opened_program_is_shown_rightly_and_used(name: str, tmp_path: Path) -> None:
    shape = SHAPES[name]
    if reason := unavailable(shape.transport, shape.concurrency):
        pytest.skip(reason)
    port = free_port() if shape.port != "0" else 0
    text = on_port(program(name), shape.port, port) if port else program(name)
    opened = open_file(tmp_path, text)
    expect_dropdowns(opened, shape, port)
    with used(opened) as server:
        assert not port or isinstance(server.address, tuple)
        assert shape.talk(server) == shape.heard
    assert of(server, Entered)


@pytest.mark.parametrize("name", SHAPES)
def test_to_open_a_program_runs_none_of_it(name: str, tmp_path: Path) -> None:
    opened = open_file(tmp_path, "import os\nos._exit(99)\n" + program(name))
    opened.spec()
    assert opened.run_by() == []


def test_the_window_can_tell_when_such_a_program_ends_by_itself(tmp_path: Path) -> None:
    opened = open_file(tmp_path, on_port(program("handle_requests"), "9999", free_port()))
    with opened.host() as server:
        assert ask(server, b"100\n") == b"100\n"
        assert server.wait_ended(10)
    assert "enough" in printed(server)


def test_a_program_that_waits_where_nothing_reaches_it_says_so_when_stopped(tmp_path: Path) -> None:
    opened = open_file(tmp_path, on_port(program("waits_for_ever"), "9999", free_port()))
    with used(opened) as server:
        assert ask(server, b"hello") == b"hello"
    assert "was stopped while it waited" in printed(server)
    assert "threading.Event().wait()" in printed(server)


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="Python has no Unix sockets here")
def test_a_path_written_down_in_a_program_is_taken_and_left_empty(tmp_path: Path) -> None:
    path = tmp_path / "s"
    opened = open_file(tmp_path, program("unix_path").replace("/tmp/opened.sock", str(path)))
    spec = opened.spec()
    assert (spec.transport, spec.concurrency, spec.path) == (Transport.UNIX_STREAM, THREADS, str(path))
    with used(opened) as server:
        assert ask(server, b"hello\n") == b"hello\n"
    assert not path.exists()


FILES: dict[str, dict[str, str]] = {
    "Windows line ends": {"newline": "\r\n"},
    "old Macintosh line ends": {"newline": "\r"},
    "a byte order mark": {"encoding": "utf-8-sig"},
}


@pytest.mark.parametrize("how", FILES)
def test_a_file_is_read_however_it_was_written(how: str, tmp_path: Path) -> None:
    opened = open_file(tmp_path, on_port(program("guarded"), "9999", free_port()), **FILES[how])
    with used(opened) as server:
        assert shouts(server) == SHOUTED


def test_tabs_are_as_good_as_spaces(tmp_path: Path) -> None:
    text = on_port(program("guarded"), "9999", free_port()).replace("    ", "\t")
    with used(open_file(tmp_path, text)) as server:
        assert shouts(server) == SHOUTED


def test_a_coding_line_counts(tmp_path: Path) -> None:
    opened = open_file(tmp_path, on_port(program("encoded"), "9999", free_port()), "latin-1")
    with pytest.raises(UnicodeDecodeError):
        opened.path.read_text("utf-8")
    with used(opened) as server:
        assert ask(server, b"?") == "Café".encode()


# What comes with Python ------------------------------------------------------------------------------------


def installed(module: str) -> str:
    text = source_of(module)
    if not text:
        pytest.skip(f"this Python comes without {module}")
    return text


KINDS = {
    "TCPServer": (Transport.TCP, ONE),
    "ThreadingTCPServer": (Transport.TCP, THREADS),
    "ForkingTCPServer": (Transport.TCP, FORKS),
    "UDPServer": (Transport.UDP, ONE),
    "ThreadingUDPServer": (Transport.UDP, THREADS),
    "ThreadingUnixStreamServer": (Transport.UNIX_STREAM, THREADS),
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_classes_of_the_librarys_own_tests_serve(kind: str, tmp_path: Path) -> None:
    transport, concurrency = KINDS[kind]
    if reason := unavailable(transport, concurrency):
        pytest.skip(reason)
    base = "StreamRequestHandler" if transport.is_stream else "DatagramRequestHandler"
    text = f"import socketserver\nsvrcls = socketserver.{kind}\nhdlrbase = socketserver.{base}\n\n"
    place = "SocketServerTest.make_server"
    text += classes(installed("test.test_socketserver"), f"{place}.MyServer", f"{place}.MyHandler")
    opened = open_file(tmp_path, text)
    spec = opened.spec()
    assert spec.code
    assert (spec.transport, spec.concurrency) == (transport, concurrency)
    assert (spec.code.handler, spec.code.server) == ("MyHandler", "MyServer")
    with used(opened) as server:
        assert [ask(server, b"hello world\n") for _ in range(3)] == [b"hello world\n"] * 3


def test_a_handler_of_the_librarys_tests_writes_more_than_a_socket_takes(tmp_path: Path) -> None:
    text = "import socketserver\nimport test.support\n\n"
    text += classes(installed("test.test_socketserver"), "SocketWriterTest.test_write.Handler")
    with used(open_file(tmp_path, text)) as server:
        heard = hear_all(server, b"client response\n")
    assert heard == b"write data\n" + bytes(len(heard) - 11)
    assert len(heard) > 1_000_000


def test_a_server_of_the_librarys_tests_refuses_everybody(tmp_path: Path) -> None:
    place = "MiscTestCase.test_shutdown_request_called_if_verify_request_false.MyServer"
    text = "import socketserver\n\nclass Handler(socketserver.StreamRequestHandler):\n    pass\n\n"
    text += classes(installed("test.test_socketserver"), place)
    opened = open_file(tmp_path, text)
    with used(opened) as server:
        assert hear_all(server) == b""
    names = [event.name for event in of(server, Entered)]
    assert "verify_request" in names
    assert "shutdown_request" in names
    assert "handle" not in names


def test_the_mail_handler_of_the_librarys_tests_talks(tmp_path: Path) -> None:
    text = "import socketserver\nfrom test import support\nfrom test.support import verbose\n\n"
    text += classes(installed("test.test_imaplib"), "SimpleIMAPHandler")
    opened = open_file(tmp_path, text)
    with used(opened) as server:
        heard = hear_all(server, b"a1 LOGIN me secret\r\na2 LOGOUT\r\n").decode().splitlines()
    assert heard[:2] == ["* OK IMAP4rev1", "a1 OK LOGIN completed"]
    assert heard[-1].startswith("a2 OK LOGOUT")


def test_a_web_server_of_the_librarys_tests_with_a_get_request_of_its_own(tmp_path: Path) -> None:
    text = "import http.server\n\nBaseHTTPRequestHandler = http.server.BaseHTTPRequestHandler\n\n"
    text += classes(installed("test.test_urllib2_localnet"), "LoopbackHttpServer")
    text += classes(installed("test.test_robotparser"), "RobotHandler")
    opened = open_file(tmp_path, text)
    assert opened.spec().allow_reuse_address
    with used(opened) as server:
        status, body = browse(server, "/robots.txt")
    assert status == 403
    assert b"Forbidden access" in body


CONTROLLED = """
def answer(request):
    request.wfile.write(request.packet.upper())

server = TestUDPServer(("127.0.0.1", 9999), answer)
server.start()
server._thread.join()
"""


def test_a_server_of_the_librarys_tests_that_starts_its_own_thread(tmp_path: Path) -> None:
    text = "import threading\nfrom socketserver import DatagramRequestHandler, ThreadingUDPServer\n\n"
    text += classes(installed("test.test_logging"), "ControlMixin", "TestUDPServer") + CONTROLLED
    port = free_port(socket.SOCK_DGRAM)
    opened = open_file(tmp_path, on_port(text, "9999", port))
    spec = opened.spec()
    assert (spec.transport, spec.concurrency, spec.port) == (Transport.UDP, THREADS, port)
    with used(opened) as server:
        assert ask(server, b"hello") == b"HELLO"


def test_the_module_http_server_runs_as_a_program(tmp_path: Path) -> None:
    opened = open_file(tmp_path, on_port(installed("http.server"), "8000", free_port()))
    spec = opened.spec()
    assert spec.code
    assert (spec.concurrency, spec.code.runs_itself) == (THREADS, True)
    with used(opened) as server:
        status, body = browse(server)
    assert status == 200
    assert b"Directory listing" in body


def test_the_module_xmlrpc_server_runs_as_a_program(tmp_path: Path) -> None:
    port = free_port()
    opened = open_file(tmp_path, on_port(installed("xmlrpc.server"), "8000", port))
    spec = opened.spec()
    assert (spec.host, spec.port) == ("localhost", port)
    with used(opened) as server:
        assert calls_procedures(server) == (5, 32)


# The documentation, word for word, where it is installed ---------------------------------------------------

DOCUMENTED: dict[str, tuple[Transport, Concurrency]] = {
    "tcp": (Transport.TCP, ONE),
    "stream": (Transport.TCP, ONE),
    "udp": (Transport.UDP, ONE),
    "threads": (Transport.TCP, THREADS),
    "forks": (Transport.TCP, FORKS),
}


@pytest.mark.parametrize("name", DOCUMENTED)
def test_the_documentations_examples_are_used_as_they_stand_there(name: str, tmp_path: Path) -> None:
    page = documentation()
    if not page:
        pytest.skip("the documentation is not installed here, and PYTHONDOCS does not say where it is")
    text = documented_programs(page)[name]
    opened = open_file(tmp_path, on_port(text, "9999", free_port()) if "9999" in text else text)
    spec = opened.spec()
    assert (spec.transport, spec.concurrency, spec.host) == (*DOCUMENTED[name], "localhost")
    with used(opened) as server:
        heard = ask(server, b"hello\n").rstrip()
    assert re.fullmatch(rb"HELLO|(Thread-\d+.*|MainThread|serve_forever): hello", heard)


# What is not recognised ------------------------------------------------------------------------------------


def test_a_server_that_only_a_librarys_function_makes_is_not_found(tmp_path: Path) -> None:
    text = "import logging.config\n\nlogging.config.listen(9999).start()\n"
    with pytest.raises(SpecError, match="no handler class"):
        open_file(tmp_path, text).spec()


def test_a_module_that_is_nowhere_is_told_of_with_where_it_was_looked_for(tmp_path: Path) -> None:
    text = program("guarded").replace("import socketserver", "import socketserver\nimport zen")
    server = open_file(tmp_path, on_port(text, "9999", free_port())).host()
    with pytest.raises(StartError) as caught, server:
        pass
    assert "No module named 'zen'" in caught.value.explanation.why
    assert "finds the .py files beside it" in caught.value.explanation.hint
