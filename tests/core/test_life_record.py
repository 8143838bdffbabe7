from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import Client, Concurrency, ServerHost, ServerSpec
from core.events import Entered, Event, Left, Owner
from core.life_record import LifeRecord
from core.lifecycle import RequestLives, RequestState, ServerLife, ServerState
from tests.core.processes import of, until


def record_of(events: Iterable[Event], kept: int = 2_000) -> LifeRecord:
    record = LifeRecord(kept)
    record.take(0, events)
    return record


def real_events(concurrency: Concurrency, handler: str = "lowercase-json") -> list[Event]:
    spec = ServerSpec(concurrency=concurrency, handler=handler, poll_interval=0.02)
    with ServerHost(spec) as host:
        for number in range(1, 4):
            with Client.to(host) as client:
                if number == 2:
                    client.send("crash")
                else:
                    client.ask("HI")
            until(lambda number=number: number in _ended(host))  # type: ignore[misc]
    return list(host.history())


def _ended(host: ServerHost) -> set[int]:
    return {event.request for event in of(host, Left) if event.name == "shutdown_request"}


@pytest.fixture(scope="module", params=list(Concurrency))
def events(request: pytest.FixtureRequest) -> list[Event]:
    return real_events(request.param, "crashing")


def test_the_record_agrees_with_the_lives(events: list[Event]) -> None:
    record, server, lives = record_of(events), ServerLife(), RequestLives()
    server.take(events)
    lives.take(events)
    assert record.server.state is server.state is ServerState.STOPPED
    for number, life in lives.by_number().items():
        assert record.request(number).state is life.state is RequestState.DONE
    assert record.counts() == {RequestState.DONE: 3}


def test_a_request_that_failed_passed_handle_error(events: list[Event]) -> None:
    record = record_of(events)
    failed = [number for number in (1, 2, 3) if RequestState.FAILED in _passed(record, number)]
    assert failed == [2]


def test_a_request_passes_the_thread_or_the_child_that_it_gets() -> None:
    assert RequestState.IN_CHILD in _passed(record_of(real_events(Concurrency.FORKING)), 1)
    assert RequestState.IN_THREAD in _passed(record_of(real_events(Concurrency.THREADING)), 1)


def _passed(record: LifeRecord, number: int) -> list[RequestState]:
    return [step.state for step in record.request(number).steps]


def test_any_moment_is_as_it_was_then(events: list[Event]) -> None:
    record = record_of(events)
    for row in range(0, len(events), 7):
        moment = events[row].time
        then = record_of(event for event in events if event.time <= moment)
        assert record.counts(moment) == then.counts()
        assert record.server.until(moment).state is then.server.state
        assert record.latest(moment) == then.latest()
        assert all(record.request(n).until(moment).state is then.request(n).state for n in (1, 2, 3))


def test_what_was_taken_back_can_be_taken_again(events: list[Event]) -> None:
    whole = record_of(events)
    for row in range(0, len(events), 11):
        record = record_of(events)
        record.take_back(row)
        assert record.counts() == record_of(events[:row]).counts()
        record.take(row, events[row:])
        assert record.counts() == whole.counts()
        assert [_passed(record, number) for number in (1, 2, 3)] == [
            _passed(whole, number) for number in (1, 2, 3)
        ]


def test_requests_that_are_forgotten_are_still_counted(events: list[Event]) -> None:
    record = record_of(events, kept=1)
    assert record.request(1).steps == []
    assert record.counts() == {RequestState.DONE: 3}


@given(st.lists(st.integers(1, 40), min_size=1, max_size=300), st.data())
def test_counts_at_a_moment_are_sums_of_the_steps_before(numbers: list[int], data: st.DataObject) -> None:
    names = ("get_request", "verify_request", "process_request", "finish_request", "handle", "finish")
    told: list[Event] = [
        Entered(time, 1, 1, number, time, Owner.SERVER, names[time % len(names)])
        for time, number in enumerate(numbers)
    ]
    record = record_of(told)
    moment = data.draw(st.integers(0, len(told)))
    states = (record.request(number).until(moment).state for number in set(numbers))
    expected = Counter(state for state in states if state is not RequestState.NEW)
    assert record.counts(moment) == expected
