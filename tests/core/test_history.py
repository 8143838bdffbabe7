import tracemalloc
from itertools import count, pairwise
from threading import Thread
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.events import Entered, Event, Left, NotKept, Owner, Received, moment
from core.history import Changes, History

orders = count(1)


def entered(time: int, pid: int = 1, request: int = 0) -> Event:
    return Entered(time, pid, pid, request, next(orders), Owner.SERVER, "get_request")


def received(time: int, data: bytes = b"") -> Event:
    return Received(time, 1, 1, 1, next(orders), "recv", time, 1, "127.0.0.1:50000", len(data), data)


batches_of_times = st.lists(st.lists(st.integers(0, 40), max_size=12), max_size=20)

live_events = st.sampled_from([1, 2, 1_000])
"""So few that most events of these small histories are packed, or so many that none is."""


def history_with(live_events: int, limit: int = 10_000, payload_limit: int = 10_000) -> History:
    return History(limit, payload_limit, live_events=live_events, block_events=3)


class Reader:
    """Follows a history as a table on the screen does."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._seen: Changes | None = None
        self._first = 0
        self.rows: list[Event] = []

    def catch_up(self) -> None:
        changes = self._seen = self._history.changes_since(self._seen)
        del self.rows[: changes.first - self._first]
        self._first = changes.first
        del self.rows[changes.changed_from - changes.first :]
        number, new = self._history.rows_from(changes.changed_from, changes.end - changes.changed_from)
        assert number == changes.changed_from
        self.rows += new


@given(batches_of_times, live_events)
def test_events_stand_in_order_however_late_they_come(batches: list[list[int]], live: int) -> None:
    history = history_with(live)
    events = [[entered(time) for time in times] for times in batches]
    for batch in events:
        history.add(batch)
    assert list(history) == sorted((event for batch in events for event in batch), key=moment)


@given(batches_of_times, live_events)
def test_add_returns_the_first_index_that_changed(batches: list[list[int]], live: int) -> None:
    history = history_with(live)
    for times in batches:
        before = list(history)
        changed = history.add([entered(time) for time in times])
        assert history[:changed] == before[:changed]
        assert not times or history[changed] not in before


@given(batches_of_times, st.sets(st.integers(0, 20)), st.integers(1, 30), live_events)
def test_a_reader_that_looks_now_and_then_has_the_same_rows(
    batches: list[list[int]], looks: set[int], limit: int, live: int
) -> None:
    history = history_with(live, limit)
    reader = Reader(history)
    for number, times in enumerate(batches):
        history.add([entered(time) for time in times])
        if number in looks:
            reader.catch_up()
            assert reader.rows == list(history)
    reader.catch_up()
    assert reader.rows == list(history)


@given(batches_of_times, st.integers(1, 30), live_events)
def test_what_is_forgotten_is_counted_and_the_rest_is_within_the_limit(
    batches: list[list[int]], limit: int, live: int
) -> None:
    history = history_with(live, limit)
    for times in batches:
        history.add([entered(time) for time in times])
        assert len(history) <= limit
    assert len(history) + history.forgotten == sum(map(len, batches))


@given(st.lists(st.integers(0, 500), max_size=60), live_events)
def test_long_data_is_forgotten_before_it_fills_the_memory(sizes: list[int], live: int) -> None:
    history = history_with(live, payload_limit=1_000)
    for time, size in enumerate(sizes):
        history.add([received(time, bytes(size))])
        assert sum(len(event.data) for event in history.events(Received)) <= 1_000
    assert len(history) + history.forgotten == len(sizes)


@given(batches_of_times, live_events, st.slices(60))
def test_a_range_of_events_is_that_of_a_list(
    batches: list[list[int]], live: int, wanted: "slice[Any, Any, Any]"
) -> None:
    history = history_with(live)
    for times in batches:
        history.add([entered(time) for time in times])
    assert history[wanted] == list(history)[wanted]
    assert [history[index] for index in range(-len(history), len(history))] == [*history, *history]


@given(batches_of_times, live_events, st.integers(1, 30), st.integers(-1, 41))
def test_the_first_event_after_a_moment_is_found(
    batches: list[list[int]], live: int, limit: int, then: int
) -> None:
    history = history_with(live, limit)
    for times in batches:
        history.add([entered(time) for time in times])
    index = history.at(then) - history.forgotten
    assert [event.time <= then for event in history] == [place < index for place in range(len(history))]


@given(batches_of_times, live_events, st.integers(0, 4), st.integers(0, 300))
def test_what_is_skipped_holds_nothing_that_was_asked_for(
    batches: list[list[int]], live: int, request: int, number: int
) -> None:
    history = history_with(live)
    for times in batches:
        history.add([entered(time, request=time % 5) for time in times])
    there = history.skip_to(number, [Entered], request)
    assert there >= number
    assert all(event.request != request for event in history[number:there])
    assert history.events(Entered, request) == [event for event in history if event.request == request]
    assert not history.events(Left)


def test_packed_events_come_back_as_they_were() -> None:
    history = history_with(live_events=1)
    told = [
        entered(1),
        received(2, b"\x00\xff"),
        Left(3, 1, 1, 2, 9, Owner.HANDLER, "handle", "", "E: x"),
        NotKept(4, 1, 1, 0, 1, 5),
    ]
    history.add(told)
    assert list(history) == told


def test_half_a_surrogate_pair_is_kept_as_an_escape() -> None:
    history = history_with(live_events=1)
    history.add([Left(time, 1, 1, 0, time, Owner.SERVER, "get_request", "\ud800") for time in range(4)])
    assert history.events(Left)[0].result == "\\ud800"


def test_so_many_events_take_less_than_150_bytes_each() -> None:
    history = History()
    tracemalloc.start()
    try:
        for start in range(0, 100_000, 500):
            history.add([received(10**13 + time, b"x" * 20) for time in range(start, start + 500)])
        size, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    # With fewer events than that, the live ones weigh more.
    assert size / 100_000 < 150


def test_a_reader_that_slept_through_many_late_arrivals_reads_all_again() -> None:
    history = History()
    history.add([entered(time) for time in range(0, 2_000, 2)])
    reader = Reader(history)
    reader.catch_up()
    for time in range(1, 1_999, 2):
        history.add([entered(time)])
    reader.catch_up()
    assert reader.rows == list(history)


def test_one_event_very_late_finds_its_place_without_sorting_the_rest() -> None:
    history = History()
    history.add([entered(time) for time in range(10_000)])  # so many that the oldest are packed
    assert history.add([entered(5, pid=2), entered(20_000)]) == 6
    times = [event.time for event in history]
    assert times == sorted(times)


def test_nothing_new_is_nothing_to_read() -> None:
    history = History()
    history.add([entered(1), entered(2)])
    seen = history.changes_since(None)
    again = history.changes_since(seen)
    assert (again.first, again.changed_from, again.end) == (0, 2, 2)


def test_rows_that_are_forgotten_meanwhile_are_skipped() -> None:
    history = History(8)
    history.add([entered(time) for time in range(20)])
    number, events = history.rows_from(3, 2)
    assert number == history.forgotten
    assert events == history[:2]


def test_events_can_be_asked_for_by_class_and_request() -> None:
    history = History()
    left = Left(3, 1, 1, 2, next(orders), Owner.SERVER, "get_request")
    history.add([entered(1, request=1), entered(2, request=2), left])
    assert [event.time for event in history.events(request=2)] == [2, 3]
    assert history.events(Left) == [left]
    assert [event.name for event in history.events(Entered, request=1)] == ["get_request"]


def test_what_the_server_process_did_not_keep_is_summed() -> None:
    history = History(limit=2)
    history.add([NotKept(time, 1, 1, 0, time, 10 + time) for time in range(5)])
    assert history.not_kept == 60


def test_the_beginning_is_remembered_when_its_event_is_forgotten() -> None:
    history = History(limit=4)
    assert history.began is None
    history.add([entered(time) for time in range(7, 100)])
    assert history.began == 7


def test_a_loop_over_the_events_is_not_disturbed_by_later_ones() -> None:
    history = History()
    history.add([entered(1), entered(2)])
    seen = 0
    for event in history:
        history.add([entered(event.time + 10)])
        seen += 1
    assert (seen, len(history)) == (2, 4)


def test_threads_may_add_at_the_same_time() -> None:
    history = History()

    def add_many(pid: int) -> None:
        for time in range(200):
            history.add([entered(time, pid)])

    threads = [Thread(target=add_many, args=[pid]) for pid in (1, 2, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(history) == 600
    assert all(moment(first) <= moment(second) for first, second in pairwise(history))


def test_memory_stays_where_it_is_once_the_limit_is_reached() -> None:
    history = History(limit=2_000)
    tracemalloc.start()
    try:
        for start in range(0, 20_000, 100):
            history.add([received(time, b"x" * 100) for time in range(start, start + 100)])
        size, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert size < 2_000 * 1_000
