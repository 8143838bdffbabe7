"""The exported client against the exported server: what is typed, and what is printed."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from core import handlers
from core.address import Address
from core.analysis import analyse, fitting_spec
from core.gallery import examples
from core.program import client_program, server_program, single_program, standing_program
from core.program.client_code import whole_documents
from core.program.literals import literal
from core.spec import Concurrency, OwnCode, ServerSpec, Transport, unavailable
from tests.core.exported import ISOLATED, ExportedServer

EVERY_HANDLER = [
    pytest.param(transport, entry.key, id=f"{transport}-{entry.key}")
    for transport in Transport
    if not unavailable(transport)
    for entry in handlers.fitting(transport.is_stream)
]

TYPED = {
    "lowercase-json": ['{"Say": "HÉLLO"}', "12", "[1,", '"Two lines"]', "nonsense", '"EXIT"'],
    "slow": ['{"Say": "HÉLLO"}', "12"],
    "crashing": ['"Fine"', '"a CRASH"'],
    "naive-json": ['"Fine"'],
    "json-lines": ['{"Say": "HÉLLO"}', "12", "nonsense", '"EXIT"'],
    "json-length": ['{"Say": "HÉLLO"}', "12", "nonsense", '"EXIT"'],
    "echo": ["One", "Zwei ü", "", "End"],
    "upper-case": ["One", "Zwei ü", "", "End"],
    "counter": ["1", '"two"'],
    "chat-room": ['"HELLO"', "[1]"],
}

NO_JSON = (
    '{"error": "This is not JSON: a document begins with { or [ or \\", is a number, '
    'or is true, false or null."}'
)
LINE_ONE = (
    '{"error": "Line 1, column 1: A value is expected here: a string in double quotes, a number, a list, '
)
LINE_ONE += 'an object, true, false or null."}'

PRINTED = {
    "lowercase-json": ['{"Say": "héllo"}', "12", '[1, "two lines"]', NO_JSON],
    "slow": ['{"Say": "héllo"}', "12"],
    "crashing": ['"fine"'],
    "naive-json": ['"fine"'],
    "json-lines": ['{"Say": "héllo"}', "12", LINE_ONE],
    "json-length": ['{"Say": "héllo"}', "12", LINE_ONE],
    "echo": ["One", "Zwei ü", "", "End"],
    "upper-case": ["ONE", "ZWEI Ü", "", "END"],
    "chat-room": [
        '{"welcome": "guest 1", "here": 1}',
        '{"from": "guest 1", "says": "HELLO"}',
        '{"from": "guest 1", "says": [1]}',
    ],
}

DATAGRAMS_PRINTED = PRINTED | {
    "lowercase-json": [
        '{"Say": "héllo"}',
        "12",
        LINE_ONE.replace("column 1", "column 4"),
        '{"error": "Line 1, column 12: The document has ended, but more follows."}',
        LINE_ONE,
    ],
}


def run_client(text: str, folder: Path, typed: list[str], *words: str) -> list[str]:
    """Run a client's program, type some lines, and return what it prints."""
    file = folder / "client.py"
    file.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [*ISOLATED, "-X", "utf8", str(file), *words],
        input="\n".join(typed),
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        timeout=30,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout.split("\n")[:-1] if done.stdout.endswith("\n") else done.stdout.split("\n")


def port_of(address: Address) -> list[str]:
    return [str(address[1])] if isinstance(address, tuple) else []


@pytest.mark.parametrize(("transport", "handler"), EVERY_HANDLER)
def test_what_is_typed_is_answered(transport: Transport, handler: str, tmp_path: Path) -> None:
    spec = ServerSpec(transport=transport, handler=handler, concurrency=Concurrency.THREADING)
    if handler == "slow":
        spec = replace(spec, handler_options={"delay": 0.05})
    with ExportedServer(server_program(spec).text, transport) as server:
        address = server.address()
        printed = run_client(client_program(spec, address).text, tmp_path, TYPED[handler])
    expected = PRINTED if transport.is_stream else DATAGRAMS_PRINTED
    if handler == "counter":
        assert [line.partition(",")[0] for line in printed] == ['{"count": 1', '{"count": 2']
    else:
        assert printed == expected[handler]


@pytest.mark.parametrize("transport", [kind for kind in Transport if not unavailable(kind)])
@pytest.mark.parametrize("handler", ["lowercase-json", "chat-room"])
def test_one_file_is_both(transport: Transport, handler: str, tmp_path: Path) -> None:
    spec = ServerSpec(transport=transport, handler=handler, path="both.sock")
    with ExportedServer(single_program(spec).text, transport, "server") as server:
        address = server.address()
        text = single_program(spec).text.replace('"both.sock"', literal(address))
        printed = run_client(text, tmp_path, TYPED[handler][:2], "client", *port_of(address))
    expected = PRINTED if transport.is_stream else DATAGRAMS_PRINTED
    assert printed[:1] == expected[handler][:1]


def test_a_client_that_was_told_no_port_says_how_to_tell_it(tmp_path: Path) -> None:
    for text, words in (
        (client_program(ServerSpec()).text, "client.py PORT"),
        (single_program(ServerSpec()).text, "both.py client PORT"),
    ):
        file = tmp_path / "client.py"
        file.write_text(text, encoding="utf-8")
        done = subprocess.run(
            [*ISOLATED, str(file), "client"][: 4 + ("both" in words)], capture_output=True, text=True
        )
        assert done.returncode == 1
        assert done.stderr == f"Say which port the server printed: python {words}\n"


def test_the_client_ends_when_the_server_does(tmp_path: Path) -> None:
    spec = ServerSpec()
    with ExportedServer(server_program(spec).text, spec.transport) as server:
        address = server.address()
        file = tmp_path / "client.py"
        file.write_text(client_program(spec, address).text, encoding="utf-8")
        with subprocess.Popen(
            [*ISOLATED, str(file)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as client:
            assert client.stdin
            assert client.stdout
            assert client.stderr
            client.stdin.write('"HELLO"\n')
            client.stdin.flush()
            assert client.stdout.readline() == '"hello"\n'  # while it goes on waiting for more to be typed
            client.stdin.write('"exit"\n')
            client.stdin.flush()
            said = iter(client.stderr.readline, "")
            assert any("ended the conversation" in line for line in said)
            client.stdin.write("\n")
            client.stdin.flush()
            assert client.wait(20) == 0


def test_nobody_at_the_address_is_told_and_not_shown_as_a_traceback_of_a_datagram(tmp_path: Path) -> None:
    spec = ServerSpec(transport=Transport.UDP)
    printed = run_client(client_program(spec, ("127.0.0.1", 9)).text, tmp_path, ["anybody?"])
    assert printed == [""]


# Own code --------------------------------------------------------------------------------------------------

HANDLER_ONLY = """\
#!/usr/bin/env python3
from __future__ import annotations
import socketserver
class Server: "not a server at all"
class Mine(socketserver.StreamRequestHandler):
    def handle(self) -> Nothing:
        for line in self.rfile:
            self.wfile.write(line[::-1].lstrip() + b"\\n")
"""


def own(text: str, **choices: object) -> ServerSpec:
    return fitting_spec(analyse(text), text, "mine.py", ServerSpec(**choices))  # type: ignore[arg-type]


@pytest.mark.parametrize("concurrency", [Concurrency.ONE_AT_A_TIME, Concurrency.THREADING])
def test_a_handler_alone_becomes_a_program_with_the_server_that_was_chosen(
    concurrency: Concurrency, tmp_path: Path
) -> None:
    spec = own(HANDLER_ONLY, concurrency=concurrency)
    program = standing_program(spec)
    assert program.text.split("\n")[program.lines["concurrency"] - 1].startswith("class OwnServer(")
    for text, words in ((program.text, []), (single_program(spec).text, ["server"])):
        with ExportedServer(text, spec.transport, *words) as server:
            address = server.address()
            assert run_client(client_program(spec, address).text, tmp_path, ["abc", "de"]) == ["cba", "ed"]
            both = run_client(single_program(spec).text, tmp_path, ["xyz"], "client", *port_of(address))
            assert both == ["zyx"]


@pytest.mark.parametrize("text", [pytest.param(example.text, id=example.key) for example in examples()])
def test_an_example_as_one_file_is_a_program_too(text: str, tmp_path: Path) -> None:
    spec = own(text)
    single = single_program(spec).text
    compile(single, "both.py", "exec")
    assert text.strip().split("\n")[-1] in single
    assert standing_program(spec).text == text


def test_the_learners_words_after_server_are_the_programs_own(tmp_path: Path) -> None:
    text = "import socketserver, sys\nprint('Listening on', sys.argv[1], sys.argv[2])\n"
    text += "class H(socketserver.BaseRequestHandler): pass\nsocketserver.TCPServer(('127.0.0.1', 0), H)\n"
    single = single_program(ServerSpec(code=OwnCode(text=text, runs_itself=True))).text
    file = tmp_path / "both.py"
    file.write_text(single, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-I", str(file), "server", "a", "b"], capture_output=True, text=True
    )
    assert done.stdout == "Listening on a b\n"


# A piece of the client -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "documents", "rest"),
    [
        ("", [], ""),
        (' {"a": 1}[2]', ['{"a": 1}', "[2]"], ""),
        ('"one" "tw', ['"one"'], '"tw'),
        ("12", [], "12"),
        ("12\n", ["12"], ""),
        ("true", ["true"], ""),
        ("[1, 2", [], "[1, 2"),
    ],
)
def test_the_client_finds_documents_that_are_whole(text: str, documents: list[str], rest: str) -> None:
    assert whole_documents(text) == (documents, rest)
