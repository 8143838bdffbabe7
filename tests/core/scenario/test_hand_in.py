"""Thirty hand-ins in a loop: right and wrong ones; each ends in bounded time, with a report that says why."""

import time
from pathlib import Path

import pytest

from core.scenario.hand_in import HandInError, handed_in
from core.scenario.reading import decode
from core.scenario.running import Result, run

EXERCISE = """\
format = 1
title = "Count the lines"

[servers.counter]
spec = { transport = "tcp", concurrency = "threading", handler = "upper-case", poll_interval = 0.02 }

[[actions]]
start = "counter"
seconds = 5

[[actions]]
connect = "A"
to = "counter"

[[actions]]
send = "A"
text = "first\\nsecond\\n"

[[actions]]
wait = { event = "MessageReceived", client = 1 }
times = 2
seconds = 1

[[checks]]
of = { event = "MessageReceived", client = 1, where = { data = "2: second" } }
looking_for = "2: second"
"""

RIGHT = """\
import socketserver

class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        for number, line in enumerate(self.rfile, 1):
            self.wfile.write(b"%d: %s" % (number, line))
"""

MAIN = """
if __name__ == "__main__":
    with socketserver.{0}(("127.0.0.1", 9), Handler) as server:
        server.serve_forever()
"""

HANDLE = RIGHT[: RIGHT.index("        for")]

BAD = {
    "not_threaded": (RIGHT + MAIN.format("TCPServer"), "It has one-at-a-time."),
    "udp": (RIGHT.replace("Stream", "Datagram") + MAIN.format("ThreadingUDPServer"), "It has udp."),
    "wrong_answer": (RIGHT.replace("%d: ", "%d; "), "Looked for: 2: second. Found: 0."),
    "counts_from_nought": (RIGHT.replace(", 1)", ")"), "Looked for: 2: second. Found: 0."),
    "crash_at_import": (f"import nothing_of_the_kind\n{RIGHT}", "the server did not start: "),
    "loop_at_import": (f"while True:\n    pass\n{RIGHT}", "start counter: it did not come about within 5 s."),
    "leaves_at_import": (f"import sys\nsys.exit(0)\n{RIGHT}", "the server did not start: "),
    "loop_in_handle": (
        f"{HANDLE}        while True:\n            pass\n",
        "it did not come about within 1 s.",
    ),
    "raises": (f"{HANDLE}        raise ValueError('\\x1b[31m')\n", "it did not come about within 1 s."),
    "exits": (f"{HANDLE}        import os\n        os._exit(3)\n", "Nothing more can happen"),
    "floods": (
        f"{HANDLE}        while True:\n            self.wfile.write(b'x' * 9999 + b'\\n')\n",
        "Found: 0.",
    ),
    "no_handler": ("print('hello')\n", "Line 1: There is no handler class"),
    "syntax": ("class Handler(:\n", "Line 1: Python cannot read this"),
    "empty": ("", "There is no handler class"),
    "binary": ("\x00", "null bytes"),
}


def graded(text: str, exercise: str = EXERCISE) -> Result:
    scenario, early = handed_in(decode(exercise), text, "server.py")
    if any(not outcome.passed for outcome in early):
        return Result(scenario.title, early)
    return run(scenario, allow_code=True, seconds=20)


@pytest.mark.parametrize("text", [RIGHT, RIGHT + MAIN.format("ThreadingTCPServer")])
def test_right_ones_pass(text: str) -> None:
    result = graded(text)
    assert [outcome.problem for outcome in result.outcomes if not outcome.passed] == []
    assert result.outcomes


@pytest.mark.parametrize("name", BAD)
def test_wrong_ones_fail_in_bounded_time_and_it_is_said_why(name: str) -> None:
    text, problem = BAD[name]
    began = time.monotonic()
    result = graded(text)
    assert not result.passed
    assert any(problem in outcome.problem for outcome in result.outcomes), result.outcomes
    assert time.monotonic() - began < 25


def test_the_file_itself_without_a_hand_in_is_its_own_example() -> None:
    assert not run(decode(EXERCISE)).passed  # the built-in handler does not count


def test_the_address_stays_the_scenarios() -> None:
    scenario, _ = handed_in(decode(EXERCISE), RIGHT + MAIN.format("ThreadingTCPServer"), "mine.py")
    server = scenario.servers["counter"]
    assert "port" not in server.spec
    assert server.file == "mine.py"
    assert server.framing == "lines"


def test_of_several_servers_it_is_the_one_with_code_or_the_named_one() -> None:
    two = EXERCISE + "\n[servers.other]\nspec = { transport = 'udp' }\n"
    with pytest.raises(HandInError):
        handed_in(decode(two), RIGHT, "server.py")
    scenario, _ = handed_in(decode(two), RIGHT, "server.py", "counter")
    assert scenario.servers["counter"].code == RIGHT
    with_code = two.replace("[servers.other]", f"[servers.own]\ncode = '''{RIGHT}'''\n[servers.other]")
    scenario, _ = handed_in(decode(with_code), RIGHT + "#", "server.py")
    assert scenario.servers["own"].code == RIGHT + "#"
    with pytest.raises(HandInError, match="no server nobody"):
        handed_in(decode(two), RIGHT, "server.py", "nobody")


def test_nothing_is_run_to_read_a_hand_in(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    handed_in(decode(EXERCISE), f"open({str(mark)!r}, 'w')\n{RIGHT}", "server.py")
    assert not mark.exists()
