"""The examples run in the lab as they do as files."""

from collections.abc import Callable

import pytest

from core import ServerHost
from core.events import Killed, Printed, ProcessEnded
from core.gallery import Example, examples, spec_for
from core.spec import ServerSpec, unavailable
from tests.core.processes import connect, of, until

EXAMPLES = {example.key: example for example in examples()}

QUICK = ServerSpec(poll_interval=0.02)

CONVERSATIONS: dict[str, tuple[bytes, Callable[[bytes], bool]]] = {
    "tcp_server": (b"hi", b"HI".__eq__),
    "line_by_line": (b"hi\n", b"HI\n".__eq__),
    "udp_server": (b"hi", b"HI".__eq__),
    "threaded_server": (b"hi", lambda reply: reply.startswith(b"Thread-") and reply.endswith(b": hi")),
    "access_list": (b"", b"Welcome!\n".__eq__),
    "idle_timeout": (b"hi\n", b"hi\n".__eq__),
    "forked_counter": (b"", lambda reply: reply.startswith(b"Visitor number 1 of process ")),
    "race": (b"go", b"There are 100 coins in the box.\n".__eq__),
    "lock": (b"go", b"There are 100 coins in the box.\n".__eq__),
    "thread_pool": (b"hi", b"worker_0: hi".__eq__),
    "two_servers": (b"hi", lambda reply: reply.startswith(b"Port ") and reply.endswith(b": hi")),
    "own_loop": (b"", b"You are guest number 1. Goodbye!\n".__eq__),
    "article_server": (b'"HELLO"', b'"hello"'.__eq__),
}
"""What is said to each example, and whether the reply is right."""


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_an_example_answers_in_the_lab_and_stops(example: Example) -> None:
    spec = spec_for(example, QUICK)
    if reason := unavailable(spec.transport, spec.concurrency):
        pytest.skip(reason)
    said, is_right = CONVERSATIONS[example.key]
    with ServerHost(spec) as host, connect(host) as client:
        client.sendall(said)
        assert is_right(client.recv(65_536))
    assert of(host, Killed) == []


def test_the_dropdowns_show_what_an_example_means() -> None:
    shown = {key: spec_for(example, QUICK) for key, example in EXAMPLES.items()}
    assert {key: f"{spec.transport} {spec.concurrency}" for key, spec in shown.items()} == {
        **dict.fromkeys(EXAMPLES, "tcp one-at-a-time"),
        "udp_server": "udp one-at-a-time",
        "threaded_server": "tcp threading",
        "forked_counter": "tcp forking",
        "race": "tcp threading",
        "lock": "tcp threading",
    }
    assert {key for key, spec in shown.items() if spec.code and spec.code.runs_itself} == {
        "two_servers",
        "own_loop",
        "article_server",
    }


def test_what_an_example_prints_is_heard_of() -> None:
    with ServerHost(spec_for(EXAMPLES["tcp_server"], QUICK)) as host:
        with connect(host) as client:
            client.sendall(b"hi")
            client.recv(100)
        until(lambda: any("said b'hi'" in event.text for event in of(host, Printed)))


def test_a_program_with_its_own_loop_ends_by_itself() -> None:
    with ServerHost(spec_for(EXAMPLES["own_loop"], QUICK)) as host:
        for _ in range(3):
            with connect(host) as client:
                assert client.recv(100).endswith(b"Goodbye!\n")
        until(lambda: host.returncode is not None)
    assert of(host, ProcessEnded)[0].what.startswith("ended by itself")
    assert any("enough for today" in event.text for event in of(host, Printed))
