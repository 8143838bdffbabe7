"""Performed with a real bench; the clock is the tests' own where time has to pass."""

from collections.abc import Callable, Iterator
from threading import Event as Waiter

import pytest

from core.scenario.bench import Bench
from core.scenario.performance import Performance, in_words
from core.scenario.progress import Progress
from core.scenario.scenario import FORMAT, Action, Pattern, Scenario, Server

QUICK = {"handler": "lowercase-json", "poll_interval": 0.02}


class Stage:
    """A bench, a record, and a clock that goes on only when it is told."""

    def __init__(self) -> None:
        self.now = 0.0
        self.progress = Progress(
            Scenario(
                format=FORMAT,
                title="",
                servers={"x": Server(spec=QUICK), "taken": Server(spec={**QUICK, "host": "192.0.2.1"})},
            )
        )
        self.bench = Bench(self.progress.record)

    def performance(self, *actions: Action) -> Performance:
        progress = self.progress
        return Performance(
            progress.scenario, actions, self.bench, progress.record, progress.measuring, lambda: self.now
        )

    def until(self, is_true: Callable[[], bool]) -> None:
        for _ in range(1_000):
            self.bench.take_in()
            if is_true():
                return
            Waiter().wait(0.01)
        raise AssertionError("it did not come about")

    def do(self, *actions: Action) -> Performance:
        performance = self.performance(*actions)
        self.until(performance.advance)
        return performance

    def count(self, kind: str) -> int:
        return len(list(self.progress.record.notes(kind)))


@pytest.fixture
def stage() -> Iterator[Stage]:
    stage = Stage()
    with stage.bench:
        yield stage


HEARD = Pattern(event="MessageReceived", client=1)


def test_actions_wait_for_what_they_do(stage: Stage) -> None:
    found = stage.do(
        Action(start="x"),
        Action(connect="A", to="x"),
        Action(send="A", json={"Say": "HI"}, times=3),
        Action(wait=HEARD, times=3),
        Action(disconnect="A"),
        Action(stop="x"),
    )
    assert found.failures == []
    assert [stage.count(kind) for kind in ("MessageReceived", "ClientClosed", "ProcessEnded")] == [3, 1, 1]


def test_a_pause_lasts_as_long_as_the_clock_says(stage: Stage) -> None:
    found = stage.performance(Action(pause=5))
    assert not found.advance()
    stage.now = 4.9
    assert not found.advance()
    stage.now = 5.0
    assert found.advance()


def test_pauses_lie_between_what_is_done_several_times(stage: Stage) -> None:
    stage.do(Action(start="x"), Action(connect="A", to="x"))
    found = stage.performance(Action(send="A", json=1, times=3, every=1))
    assert not found.advance()
    stage.now = 1.0
    assert not found.advance()
    stage.now = 2.0
    assert found.advance()
    stage.until(lambda: stage.count("MessageReceived") == 3)


def test_what_does_not_come_about_is_given_up_and_the_rest_is_done(stage: Stage) -> None:
    stage.do(Action(start="x"))
    found = stage.performance(Action(wait=HEARD, seconds=2), Action(connect="A", to="x"))
    assert not found.advance()
    stage.now = 2.0
    stage.until(found.advance)
    assert [failure.sentence for failure in found.failures] == [
        "wait for a reply to client 1: it did not come about within 2 s."
    ]
    assert stage.count("ClientConnected") == 1


def test_who_is_not_there_is_told_of(stage: Stage) -> None:
    found = stage.do(Action(send="A", text="x"), Action(stop="x"), Action(connect="A", to="x"))
    assert [failure.sentence for failure in found.failures] == [
        "A sends x: there is no such server or client now.",
        "stop x: there is no such server or client now.",
        "connect A to x: there is no such server or client now.",
    ]


def test_a_client_of_a_server_that_did_not_start_hears_why(stage: Stage) -> None:
    found = stage.do(Action(start="taken"), Action(connect="A", to="taken"))
    assert found.failures[0].sentence.startswith("connect A to taken: the server did not start: ")


def test_many_clients_are_called_by_numbers(stage: Stage) -> None:
    found = stage.do(
        Action(start="x"), Action(connect="A", to="x", times=2, without_waiting=True), Action(vanish="A2")
    )
    assert found.failures == []
    stage.until(lambda: stage.count("ClientClosed") == 1)


def test_nobody_listens_is_no_failure_of_the_action(stage: Stage) -> None:
    stage.do(Action(start="x"), Action(stop="x"))
    assert stage.do(Action(connect="A", to="x")).failures == []
    assert stage.count("ClientFailed") == 1


def test_a_server_can_take_the_port_of_the_one_before(stage: Stage) -> None:
    stage.do(Action(start="x"))
    port = stage.bench.port("x")
    stage.do(Action(stop="x"), Action(start="x", port_of="x"))
    assert stage.bench.port("x") == port


def test_thousands_of_messages_are_sent_in_several_goes(stage: Stage) -> None:
    stage.do(Action(start="x"), Action(connect="A", to="x"))
    found = stage.performance(Action(send="A", json=1, times=1_200))
    assert [found.advance() for _ in range(3)] == [False, False, True]
    stage.until(lambda: stage.count("MessageReceived") == 1_200)


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (Action(start="x"), "start x"),
        (Action(connect="A", to="x", times=3), "connect A to x, 3 times"),
        (Action(connect="A", host="::1", port=9), "connect A to ::1:9"),
        (Action(send="A", text="a\n"), "A sends a\\n"),
        (Action(send="A", hex="ff"), "A sends \\xff"),
        (Action(half_close="A"), "A half-closes"),
        (Action(wait=Pattern(event="Listening", server="x")), "wait for Listening, x"),
        (Action(wait=HEARD), "wait for a reply to client 1"),
        (Action(pause=0.5), "wait 0.5 s"),
    ],
)
def test_actions_in_words(action: Action, words: str) -> None:
    assert in_words(action) == words
