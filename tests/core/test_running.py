from random import Random

import pytest

from core.events import Blocked, ChildEnded, Entered, Event, Left, NotKept, Owner, ThreadEnded
from core.history import History
from core.running import Call, Running, State


def entered(time: int, name: str, thread: int = 1, request: int = 0, pid: int = 1) -> Event:
    return Entered(time, pid, thread, request, time, Owner.SERVER, name)


def left(time: int, name: str, thread: int = 1, request: int = 0, pid: int = 1) -> Event:
    return Left(time, pid, thread, request, time, Owner.SERVER, name)


def read(*events: Event) -> Running:
    history = History()
    history.add(list(events))
    running = Running(history)
    while running.read(1):
        pass
    return running


def names(calls: list[Call]) -> list[str]:
    return [call.name for call in calls]


def test_a_call_is_running_from_its_entry_until_it_is_left() -> None:
    running = read(entered(1, "a"), entered(2, "b", request=7), left(3, "b"), left(4, "a"))
    assert [names(running.at(moment)) for moment in range(5)] == [[], ["a"], ["a", "b"], ["a"], []]
    assert running.at(2)[1] == Call("b", 7)
    assert running.now() == []


def test_all_methods_of_a_thread_wait_while_it_waits() -> None:
    running = read(entered(1, "a"), entered(2, "b"), Blocked(3, 1, 1, 0, 3, "recv", 0, "", 0), left(4, "b"))
    assert [call.state for call in running.at(3)] == [State.WAITING, State.WAITING]
    assert running.now() == [Call("a", 0)]


def test_a_loop_waits_by_itself_and_works_while_it_calls_another_method() -> None:
    running = read(entered(1, "serve_forever"), entered(2, "service_actions"), left(3, "service_actions"))
    assert [call.state for call in running.at(1)] == [State.WAITING]
    assert [call.state for call in running.at(2)] == [State.WORKING, State.WORKING]
    assert [call.state for call in running.now()] == [State.WAITING]


def test_a_missing_event_leaves_no_call_behind() -> None:
    events = [entered(1, "a"), entered(2, "b"), NotKept(3, 1, 1, 0, 3, 1), left(4, "a"), left(5, "unknown")]
    assert read(*events).now() == []


def test_threads_and_children_take_their_calls_with_them() -> None:
    events = [entered(1, "a", 2), entered(2, "b", 1, pid=9), entered(3, "c", 1, pid=1)]
    running = read(*events, ThreadEnded(4, 1, 2, 0, 4, "t"), ChildEnded(5, 1, 1, 0, 5, 9, "ended"))
    assert names(running.now()) == ["c"]


def test_no_history_no_calls() -> None:
    running = Running(None)
    assert not running.read(1)
    assert (running.now(), running.at(5), running.unread) == ([], [], 0)


@pytest.mark.parametrize("seed", range(5))
def test_late_events_and_any_moment_give_the_same_as_reading_in_order(seed: int) -> None:
    random = Random(seed)
    events = [
        random.choice((entered, left))(
            time, random.choice("abc"), random.randrange(3), 0, random.randrange(1, 3)
        )
        for time in range(1, 4_000)
    ]
    whole = read(*events)
    history = History()
    running = Running(history)
    late: list[Event] = []
    for start in range(0, len(events), 500):
        piece = events[start : start + 500]
        held = [event for event in piece if random.random() < 0.1]
        history.add([event for event in piece if event not in held] + late)
        late = held
        while running.read(1):
            pass
    history.add(late)
    while running.read(1):
        pass
    assert sorted(names(running.now())) == sorted(names(whole.now()))
    for moment in random.sample(range(4_000), 20):
        in_order = read(*events[:moment])
        assert sorted(names(running.at(moment))) == sorted(names(in_order.now()))


def test_a_history_that_forgot_its_beginning_is_read_from_what_is_left() -> None:
    history = History(limit=200, live_events=10, block_events=50)
    running = Running(history)
    for start in range(1, 5_000, 100):
        history.add([(entered, left)[time % 2](time, "a") for time in range(start, start + 100)])
        while running.read(1):
            pass
    assert running.unread == 0
    assert len(running.at(4_990)) <= 1
    assert running.at(1) == [] or len(running.at(1)) == 1
