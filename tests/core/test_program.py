import ast
import re
import sys
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import handlers, servers
from core.analysis import analyse, fitting_spec
from core.program import Program, client_program, server_program, single_program
from core.spec import Concurrency, Loop, OwnCode, ServerSpec, SpecError, Transport

EVERY_PROGRAM = [
    pytest.param(transport, concurrency, entry.key, id=f"{transport}-{concurrency}-{entry.key}")
    for transport, concurrency in product(Transport, Concurrency)
    for entry in handlers.fitting(transport.is_stream)
]
"""Also those that this machine cannot run: their text is the same everywhere."""

CHANGED: dict[str, Any] = {
    "allow_reuse_address": True,
    "allow_reuse_port": True,
    "request_queue_size": 1,
    "max_packet_size": 512,
    "timeout": 2.5,
    "poll_interval": 0.05,
    "daemon_threads": True,
    "block_on_close": False,
    "max_children": 2,
    "disable_nagle_algorithm": True,
}


def programs(spec: ServerSpec) -> list[Program]:
    return [server_program(spec), client_program(spec), single_program(spec)]


def line(program: Program, control: str) -> str:
    return program.text.split("\n")[program.lines[control] - 1].strip()


def options_of(spec: ServerSpec) -> dict[str, Any]:
    """Return its changed options; 300 s is what the library's ForkingMixIn says anyway."""
    options = spec.changed_options()
    if spec.concurrency is Concurrency.FORKING and spec.timeout == 300:
        del options["timeout"]
    return options


def imported_modules(text: str) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


def names_bound_at_the_top(text: str) -> list[str]:
    bound: list[str] = []
    for part in ast.parse(text).body:
        if isinstance(part, (ast.FunctionDef, ast.ClassDef)):
            bound.append(part.name)
        elif isinstance(part, ast.Assign):
            bound += [target.id for target in part.targets if isinstance(target, ast.Name)]
        elif isinstance(part, (ast.Import, ast.ImportFrom)):
            bound += [alias.name for alias in part.names]
    return bound


def test_the_plainest_server_is_a_page_that_a_beginner_would_write() -> None:
    program = server_program(ServerSpec(handler="echo", port=9999))
    assert program.text == (
        '"""A TCP server, one request at a time.\n'
        "\n"
        "Echo: sends back every byte as it came.\n"
        "\n"
        "Start it with: python server.py. Ctrl+C stops it. It needs nothing\n"
        "but Python 3.11 or newer.\n"
        '"""\n'
        "\n"
        "from socketserver import BaseRequestHandler, TCPServer\n"
        "\n"
        "\n"
        "class EchoHandler(BaseRequestHandler):\n"
        '    """Sends back what it receives until the client ends its stream."""\n'
        "\n"
        "    def handle(self):\n"
        '        """Echo one chunk after the other; recv() returns b"" when\n'
        "        no more will come.\n"
        '        """\n'
        "        while chunk := self.request.recv(8192):\n"
        "            self.request.sendall(chunk)\n"
        "\n"
        "\n"
        "class Server(TCPServer):\n"
        '    """Handles one request after the other; meanwhile, the next one\n'
        "    waits.\n"
        '    """\n'
        "\n"
        "\n"
        'if __name__ == "__main__":\n'
        '    with Server(("127.0.0.1", 9999), EchoHandler) as server:\n'
        '        print("Listening on", *server.server_address, flush=True)\n'
        "        server.serve_forever()\n"
    )


@pytest.mark.parametrize(("transport", "concurrency", "handler"), EVERY_PROGRAM)
def test_every_program_needs_nothing_but_the_standard_library_and_binds_each_name_once(
    transport: Transport, concurrency: Concurrency, handler: str
) -> None:
    for program in programs(ServerSpec(transport=transport, concurrency=concurrency, handler=handler)):
        assert imported_modules(program.text) <= sys.stdlib_module_names
        bound = names_bound_at_the_top(program.text)
        assert len(bound) == len(set(bound))


@pytest.mark.parametrize(("transport", "concurrency", "handler"), EVERY_PROGRAM)
def test_every_program_is_free_of_notes_to_tools_and_of_long_prose(
    transport: Transport, concurrency: Concurrency, handler: str
) -> None:
    for program in programs(ServerSpec(transport=transport, concurrency=concurrency, handler=handler)):
        for noise in ("noqa", "type:", "ClassVar", "-> ", ": Any", "-----", "\n\n\n\n"):
            assert noise not in program.text
        prose = re.findall(r'^ *(?:#|""").*$', program.text, re.MULTILINE)
        assert max(map(len, prose)) <= 79


@pytest.mark.parametrize(("transport", "concurrency", "handler"), EVERY_PROGRAM)
@pytest.mark.parametrize("loop", Loop)
def test_the_program_read_again_says_what_the_spec_said(
    transport: Transport, concurrency: Concurrency, handler: str, loop: Loop
) -> None:
    for options in ({}, CHANGED):
        spec = ServerSpec(
            transport=transport,
            concurrency=concurrency,
            handler=handler,
            port=8000,
            path="a.sock",
            loop=loop,
            **options,
        )
        text = server_program(spec).text
        found = analyse(text)
        read = fitting_spec(found, text, "server.py", ServerSpec())
        assert found.start is not None
        assert found.start.is_plain
        assert read.code is not None
        assert (read.code.handler, read.code.server) == (
            handlers.HANDLERS[handler].class_name(transport.is_stream),
            "Server",
        )
        assert (read.transport, read.concurrency, read.loop) == (transport, concurrency, loop)
        if loop is Loop.SERVE_FOREVER:
            assert options_of(read) == options_of(spec)
        if transport.is_unix:
            assert read.path == "a.sock"
        else:
            assert (read.host, read.port) == ("127.0.0.1", 8000)


@pytest.mark.parametrize("transport", Transport)
@pytest.mark.parametrize("concurrency", Concurrency)
def test_every_changed_option_has_its_line_and_no_other_has_one(
    transport: Transport, concurrency: Concurrency
) -> None:
    spec = ServerSpec(transport=transport, concurrency=concurrency, **CHANGED)
    program = server_program(spec)
    for name, value in servers.class_attributes(spec).items():
        assert line(program, name) == f"{name} = {value!r}"
    assert line(program, "poll_interval") == "server.serve_forever(poll_interval=0.05)"
    assert not set(CHANGED) & set(server_program(ServerSpec()).lines)


def test_the_controls_lead_to_the_lines_that_they_mean() -> None:
    spec = ServerSpec(host="::1", port=80, concurrency=Concurrency.THREADING, loop=Loop.HANDLE_REQUEST)
    program = server_program(spec)
    assert line(program, "transport") == "class Server(ThreadingMixIn, TCPServer):"
    assert line(program, "concurrency") == "class Server(ThreadingMixIn, TCPServer):"
    assert line(program, "handler") == "class LowercaseJSONHandler(BaseRequestHandler):"
    assert line(program, "host") == 'with Server(("::1", 80), LowercaseJSONHandler) as server:'
    assert line(program, "port") == line(program, "host")
    assert line(program, "address_family") == "address_family = socket.AF_INET6"
    assert line(program, "loop") == "server.handle_request()"
    unix = server_program(ServerSpec(transport=Transport.UNIX_STREAM, path="/tmp/here.sock"))
    assert line(unix, "path") == 'with Server("/tmp/here.sock", LowercaseJSONHandler) as server:'


def test_the_options_of_a_handler_stand_in_its_own_class() -> None:
    program = server_program(ServerSpec(handler="slow", handler_options={"delay": 0.5}))
    assert line(program, "delay") == "delay = 0.5"
    assert program.text.count("delay = ") == 1
    datagrams = server_program(
        ServerSpec(handler="crashing", handler_options={"word": 'a "b"'}, transport=Transport.UDP)
    )
    assert line(datagrams, "word") == "word = 'a \"b\"'"


def test_lines_that_get_too_long_are_broken_and_the_controls_follow() -> None:
    host = "a-very-long-name." * 4 + "example.org"
    program = server_program(ServerSpec(host=host, port=1))
    assert line(program, "host") == f'("{host}", 1),'
    assert line(program, "port") == f'("{host}", 1),'
    ast.parse(program.text)


@pytest.mark.parametrize("text", ['a", 1); import os #', "a\\", "a\nb", "\u202ea", "é", "x" * 90])
def test_a_hostile_host_path_or_word_stays_a_string_of_the_program(text: str) -> None:
    for spec in (
        ServerSpec(host=text, port=1),
        ServerSpec(host=text, transport=Transport.UDP),
        ServerSpec(path=text, transport=Transport.UNIX_STREAM),
        ServerSpec(path=text, transport=Transport.UNIX_DATAGRAM),
    ):
        for program in programs(spec):
            assert text in {
                node.value for node in ast.walk(ast.parse(program.text)) if isinstance(node, ast.Constant)
            }
            assert "\u202e" not in program.text


@given(st.text(min_size=1, max_size=100).filter(str.isprintable))
def test_any_word_at_which_a_handler_crashes_is_written_down_as_it_is(word: str) -> None:
    try:
        spec = ServerSpec(handler="crashing", handler_options={"word": word})
    except SpecError:
        return  # half a character, for one
    values = [
        part.value.value
        for node in ast.walk(ast.parse(server_program(spec).text))
        if isinstance(node, ast.ClassDef) and node.name == "CrashingHandler"
        for part in node.body
        if isinstance(part, ast.Assign) and isinstance(part.value, ast.Constant)
    ]
    assert values == [word]


def test_own_code_is_shown_as_it_is_with_the_lines_of_its_controls() -> None:
    text = (
        "import socketserver\n"
        "class H(socketserver.BaseRequestHandler):\n"
        "    pass\n"
        "class S(socketserver.TCPServer):\n"
        "    request_queue_size = 9\n"
        "with S(('', 80), H) as it:\n"
        "    it.serve_forever()\n"
    )
    program = server_program(ServerSpec(code=OwnCode(text=text, handler="H", server="S")))
    assert program.text == text
    assert program.lines == {
        "handler": 2,
        "transport": 4,
        "concurrency": 4,
        "request_queue_size": 5,
        "host": 6,
        "port": 6,
        "loop": 7,
    }


def test_own_code_that_cannot_be_read_has_no_lines() -> None:
    assert server_program(ServerSpec(code=OwnCode(text="def"))) == Program("def")


def test_a_client_knows_where_the_running_server_is_or_asks() -> None:
    spec = ServerSpec()
    program = client_program(spec, ("127.0.0.1", 4321))
    assert line(program, "port") == 'with socket.create_connection(("127.0.0.1", port)) as connection:'
    assert "port = int(sys.argv[1]) if len(sys.argv) > 1 else 4321\n" in program.text
    assert "port = int(sys.argv[1])\n" in client_program(spec).text
    assert "port = int(sys.argv[2])\n" in single_program(spec).text
    everywhere = ServerSpec(host="0.0.0.0", port=80)
    assert '("127.0.0.1", 80)' in client_program(everywhere).text
    program = client_program(ServerSpec(host="::", port=80, transport=Transport.UDP))
    assert "AF_INET6" in program.text
    assert line(program, "port") == 'connection.connect(("::1", 80))'
    unix = client_program(ServerSpec(transport=Transport.UNIX_STREAM), "/tmp/it.sock")
    assert line(unix, "path") == 'connection.connect("/tmp/it.sock")'


def test_the_server_of_the_single_program_has_its_lines() -> None:
    program = single_program(ServerSpec(port=5))
    assert line(program, "port") == 'with Server(("127.0.0.1", 5), LowercaseJSONHandler) as server:'
