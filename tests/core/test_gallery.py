import ast
import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from importlib.resources import files
from pathlib import Path

import pytest

from core.gallery import Example, examples
from core.spec import CODE_LIMIT
from tests.core.running_programs import Address, Caller, RunningProgram

EXAMPLES = {example.key: example for example in examples()}

Run = Callable[..., RunningProgram]
Call = Callable[..., Caller]

can_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork()")


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    """Runs examples as files; `changes` are what a learner would edit, old text by new."""
    with ExitStack() as stack:

        def run_one(key: str, *words: str, changes: dict[str, str] | None = None) -> RunningProgram:
            text = EXAMPLES[key].text
            for old, new in (changes or {}).items():
                assert old in text
                text = text.replace(old, new)
            path = tmp_path / f"{key}.py"
            path.write_text(text, encoding="utf-8")
            return stack.enter_context(RunningProgram(path, *words))

        yield run_one


@pytest.fixture
def call() -> Iterator[Call]:
    """Connects somebody to an address; hangs up in the end."""
    with ExitStack() as stack:

        def call_one(address: Address, kind: socket.SocketKind = socket.SOCK_STREAM) -> Caller:
            return stack.enter_context(Caller(address, kind))

        yield call_one


# The texts ----------------------------------------------------------------------------------------------


def test_every_example_file_is_in_the_gallery() -> None:
    there = {path.name for path in files("resources").joinpath("examples").iterdir() if path.is_file()}
    assert there == {example.file_name for example in examples()}


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
class TestEveryExample:
    def test_has_a_title_and_two_sentences(self, example: Example) -> None:
        assert example.title
        assert not example.title.endswith(".")
        assert len(example.sentences) == 2
        told = " ".join((ast.get_docstring(ast.parse(example.text)) or "").split())
        assert told == " ".join((example.title, *example.sentences))

    def test_is_a_short_program_that_needs_nothing_but_python(self, example: Example) -> None:
        tree = ast.parse(example.text)
        names = {
            alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
        }
        names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names
        assert example.text.count("\n") <= 70
        assert max(map(len, example.text.split("\n"))) <= 90
        assert len(example.text) < CODE_LIMIT

    def test_listens_on_the_port_that_it_is_given(self, example: Example, run: Run) -> None:
        if example.key == "forked_counter" and not hasattr(os, "fork"):
            pytest.skip("this system has no fork()")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        program = run(example.key, str(port))
        assert program.addresses()[0] == ("127.0.0.1", port)


# What they claim ----------------------------------------------------------------------------------------


def test_the_tcp_server_answers_one_piece_and_hangs_up(run: Run, call: Call) -> None:
    program = run("tcp_server")
    for word in (b"hello", b"again"):
        caller = call(program.addresses()[0])
        assert caller.ask(word) == word.upper()
        assert caller.hear() == b""
    program.wait_for("127.0.0.1 said b'again'")


def test_the_line_server_waits_for_the_whole_line(run: Run, call: Call) -> None:
    caller = call(run("line_by_line").addresses()[0])
    assert caller.say(b"hel").hears_nothing()
    assert caller.ask(b"lo\n") == b"HELLO\n"
    assert caller.ask(b"still here\n") == b"STILL HERE\n"


def test_the_udp_server_answers_empty_datagrams_and_cuts_long_ones(run: Run, call: Call) -> None:
    caller = call(run("udp_server").addresses()[0], socket.SOCK_DGRAM)
    assert caller.ask(b"hello") == b"HELLO"
    assert caller.ask(b"") == b""
    assert caller.ask(b"x" * 9000) == b"X" * 8192


def test_the_threaded_server_is_its_own_client_and_ends(run: Run) -> None:
    program = run("threaded_server")
    assert program.wait_for_end() == 0
    _address, *replies = program.output.splitlines()
    assert [reply.partition(": ")[2] for reply in replies] == ["Hello", "Hello again", "Goodbye"]
    assert len({reply.partition(": ")[0] for reply in replies}) == 3
    assert all(reply.startswith("Thread-") for reply in replies)


def test_the_threaded_server_serves_two_at_once(run: Run, call: Call) -> None:
    # Here it waits for others, rather than for itself.
    program = run("threaded_server", changes={"server.shutdown()": "pass"})
    one, two = (call(program.addresses()[0]) for _ in range(2))
    names = {caller.ask(b"hi").partition(b":")[0] for caller in (one, two, one, two)}
    assert len(names) == 2


def test_the_access_list_lets_in_and_refuses_after_the_connection(run: Run, call: Call) -> None:
    program = run("access_list")
    caller = call(program.addresses()[0])
    assert caller.hear() == b"Welcome!\n"
    assert caller.ask(b"hello") == b"hello"

    choosier = run("access_list", changes={'    ipaddress.ip_network("127.0.0.0/8"),\n': ""})
    refused = call(choosier.addresses()[0])  # connects
    assert refused.hear() == b""
    choosier.wait_for("127.0.0.1 is refused")


def test_a_silent_client_is_sent_away_while_the_next_one_waits(run: Run, call: Call) -> None:
    program = run("idle_timeout", changes={"timeout = 5": "timeout = 1"})
    silent = call(program.addresses()[0])
    assert silent.ask(b"one\n") == b"one\n"
    waiting = call(program.addresses()[0]).say(b"me too\n")
    assert waiting.hears_nothing()
    assert silent.hear() == b"Too slow. Goodbye!\n"
    assert silent.hear() == b""
    assert waiting.hear() == b"me too\n"


@can_fork
def test_the_forked_counter_stays_at_one_and_a_threaded_one_does_not(run: Run, call: Call) -> None:
    program = run("forked_counter")
    told = [call(program.addresses()[0]).hear() for _ in range(3)]
    assert all(reply.startswith(b"Visitor number 1 of process ") for reply in told)
    assert len(set(told)) == 3  # three processes

    threaded = run("forked_counter", changes={"ForkingTCPServer": "ThreadingTCPServer"})
    told = [call(threaded.addresses()[0]).hear() for _ in range(3)]
    assert [reply.split()[2] for reply in told] == [b"1", b"2", b"3"]


def coins_after_two_at_once(program: RunningProgram, call: Call) -> list[int]:
    callers = [call(program.addresses()[0]) for _ in range(2)]
    for caller in callers:
        caller.say(b"go")
    return sorted(int(caller.hear().split()[2]) for caller in callers)


def test_the_race_loses_coins_and_the_lock_loses_none(run: Run, call: Call) -> None:
    assert coins_after_two_at_once(run("race"), call)[1] < 200
    # A shorter moment: with the lock, the moments of both clients add up.
    assert coins_after_two_at_once(run("lock", changes={"0.02": "0.002"}), call)[1] == 200


def test_the_third_client_waits_for_a_worker(run: Run, call: Call) -> None:
    program = run("thread_pool")
    one, two, three = (call(program.addresses()[0]) for _ in range(3))
    assert {caller.ask(b"hi") for caller in (one, two)} == {b"worker_0: hi", b"worker_1: hi"}
    assert three.say(b"hi").hears_nothing()
    assert one.ask(b"bye").endswith(b": bye")
    assert one.hear() == b""  # shutdown_request()
    assert three.hear().endswith(b": hi")


def test_one_thread_serves_two_ports(run: Run, call: Call) -> None:
    first, second = run("two_servers").addresses(2)
    one, two = call(first), call(second)
    assert one.ask(b"hi") == f"Port {first[1]}: hi".encode()
    assert two.say(b"hi").hears_nothing()
    one.hang_up()
    assert two.hear() == f"Port {second[1]}: hi".encode()


def test_the_own_loop_hears_of_the_timeout_and_ends_after_three_clients(run: Run, call: Call) -> None:
    program = run("own_loop", changes={"timeout = 2": "timeout = 0.1"})
    program.wait_for("Nobody came for 0.1 seconds.")
    for number in (1, 2, 3):
        assert call(program.addresses()[0]).hear().startswith(f"You are guest number {number}.".encode())
    assert program.wait_for_end() == 0
    assert program.output.endswith("Three guests were here. That is enough for today.\n")


def test_serve_forever_never_looks_at_the_timeout(run: Run, call: Call) -> None:
    loop = "while server.guests < 3:\n            server.handle_request()"
    program = run("own_loop", changes={"timeout = 2": "timeout = 0.05", loop: "server.serve_forever()"})
    for number in range(1, 5):
        caller = call(program.addresses()[0])
        assert caller.hear().startswith(f"You are guest number {number}.".encode())
        assert caller.hear() == b""
    assert program.stays_silent()
    assert program.is_running
    assert "Nobody came" not in program.output


class TestTheArticlesServer:
    """The six comments that promise what is not so."""

    def test_answers_the_first_short_text_of_the_first_client(self, run: Run, call: Call) -> None:
        caller = call(run("article_server").addresses()[0])
        assert caller.ask(b'"HELLO"') == b'"hello"'
        assert caller.ask(b'"exit"') == b""

    def test_makes_no_thread_and_denies_no_connection(self, run: Run, call: Call) -> None:
        program = run("article_server")
        one, two, _three = (call(program.addresses()[0]) for _ in range(3))  # all three connect
        assert one.ask(b'"A"') == b'"a"'
        assert two.say(b'"B"').hears_nothing()
        one.hang_up()
        assert two.hear() == b'"b"'

    @pytest.mark.parametrize(
        ("said", "error"),
        [
            (b"[1, 2]", "'list' object has no attribute 'lower'"),
            (b'"A""B"', "Extra data"),
            (b'"' + b"A" * 3000 + b'"', "Unterminated string"),
        ],
        ids=["a list", "two texts at once", "a long text"],
    )
    def test_fails_with(self, run: Run, call: Call, said: bytes, error: str) -> None:
        program = run("article_server")
        call(program.addresses()[0]).say(said)
        program.wait_for(error)

    def test_fails_when_a_client_leaves_without_saying_exit(self, run: Run, call: Call) -> None:
        program = run("article_server")
        call(program.addresses()[0]).hang_up()
        program.wait_for("JSONDecodeError: Expecting value")

    @pytest.mark.skipif(os.name == "nt", reason="Windows lets a server have a port in TIME_WAIT")
    def test_cannot_restart_after_it_closed_a_connection(self, run: Run, call: Call) -> None:
        program = run("article_server")
        address = program.addresses()[0]
        caller = call(address)
        assert caller.ask(b"[1, 2]") == b""  # it closes first
        caller.hang_up()
        program.end()
        again = run("article_server", str(address[1]))
        assert again.wait_for_end() != 0
        assert "Address already in use" in again.output
