import contextlib
import os
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.event_codec import event_of, telling_of
from core.events import Event, NotKept, Printed, Received
from core.pipe import FRAME_LIMIT, EventReader, EventWriter, PipeError, _tellings_in
from core.witness import Straight, Telling, Witness


def telling(order: int, data: bytes = b"") -> Telling:
    return ("Received", order, 1, 1, 0, order, "recv", 0, 0, "", len(data), data)


def through_a_pipe(told: list[Telling], chunk: int) -> list[Event]:
    """Write what is told at one end, read it `chunk` bytes at a time at the other."""
    reader_end, writer_end = os.pipe()
    writer, reader = EventWriter(writer_end), EventReader()
    with os.fdopen(reader_end, "rb", buffering=0) as read, os.fdopen(writer_end, "wb"):
        os.set_blocking(reader_end, False)
        found: list[Event] = []
        for one in told:
            writer.put(one)
        while len(found) < len(told):
            writer.flush(0.01)
            while data := read.read(chunk):
                for batch in reader.feed(data):
                    found += batch
        writer.close()
    return found


def test_events_come_out_as_they_went_in() -> None:
    told = [telling(n, os.urandom(n * 37)) for n in range(200)]
    assert through_a_pipe(told, 1000) == [event_of(one) for one in told]


def test_an_event_longer_than_a_frame_arrives_whole() -> None:
    told = [telling(1, os.urandom(FRAME_LIMIT * 20))]
    assert through_a_pipe(told, 64 * 1024) == [event_of(told[0])]


@given(st.binary(max_size=200))
def test_foreign_bytes_are_refused_or_awaited_but_never_taken_for_events(data: bytes) -> None:
    with contextlib.suppress(PipeError):
        assert not [batch for batch in EventReader().feed(data) if batch]


@given(st.lists(st.text(max_size=50), max_size=20), st.integers(min_value=1, max_value=50))
def test_any_cutting_gives_the_same_events(texts: list[str], chunk: int) -> None:
    told: list[Event] = []
    witness = Witness(Straight(told.append))
    for text in texts:
        witness.tell(Printed, 0, text.encode("utf-8", "replace").decode())
    if told:
        assert through_a_pipe([telling_of(one) for one in told], chunk) == told


def test_of_waits_only_those_that_last_are_told() -> None:
    reader_end, writer_end = os.pipe()
    ours, theirs = socket.socketpair()
    over, lasting = [telling(1), theirs], [telling(2), theirs]
    with os.fdopen(reader_end, "rb", buffering=0) as read, os.fdopen(writer_end, "wb"), ours, theirs:
        writer = EventWriter(writer_end)
        writer.put(over)
        over.clear()
        writer.put(lasting)
        assert writer.flush(5)
        writer.close()
        assert list(EventReader().feed(read.read(1 << 20))) == [[event_of(telling(2))]]


def test_a_wait_for_what_is_there_already_is_none() -> None:
    told: list[Event] = []
    ours, theirs = socket.socketpair()
    with ours, theirs:
        Straight(told.append).put([telling(1), ours])
        theirs.sendall(b"x")
        Straight(told.append).put([telling(2), ours])
    assert told == [event_of(telling(1))]


def test_what_has_no_room_is_counted() -> None:
    reader_end, writer_end = os.pipe()
    writer, reader = EventWriter(writer_end), EventReader()
    big = telling(1, b"x" * 60_000)
    for _ in range(2000):  # 120 MB, nobody reads
        writer.put_data(big)
    found: list[Event] = []
    with os.fdopen(reader_end, "rb", buffering=0) as read, os.fdopen(writer_end, "wb"):
        while sum(getattr(one, "count", 1) for one in found) < 2000:
            for batch in reader.feed(read.read(1 << 20)):
                found += batch
        writer.close()
    lost = sum(one.count for one in found if isinstance(one, NotKept))
    assert lost > 0
    assert lost + sum(isinstance(one, Received) for one in found) == 2000


def test_a_message_whose_writer_died_in_the_middle_is_replaced_by_its_next() -> None:
    whole = through_a_pipe_raw([telling(1, b"x" * 10_000)])
    reader = EventReader()
    assert list(reader.feed(whole[:FRAME_LIMIT])) == []
    assert list(reader.feed(whole)) == [[event_of(telling(1, b"x" * 10_000))]]


def through_a_pipe_raw(told: list[Telling]) -> bytes:
    reader_end, writer_end = os.pipe()
    writer = EventWriter(writer_end)
    for one in told:
        writer.put(one)
    assert writer.flush(5)
    writer.close()
    with os.fdopen(reader_end, "rb", buffering=0) as read, os.fdopen(writer_end, "wb"):
        return read.read(1 << 20)


@pytest.mark.parametrize("head", [b"\xff" * 7, b"\1\0\0\0\0\1\1"])
def test_a_frame_that_cannot_be_is_an_error(head: bytes) -> None:
    with pytest.raises(PipeError):
        list(EventReader().feed(head + b"x" * 300))


def test_a_wait_that_ends_while_it_is_looked_at_stops_nothing() -> None:
    class EndsAtOnce(list):  # type: ignore[type-arg]  # as another thread may end it between two looks
        def __bool__(self) -> bool:
            is_lasting = len(self) > 0
            self.clear()
            return is_lasting

    assert _tellings_in([telling(1), EndsAtOnce([telling(2), None])]) in (
        [telling(1)],
        [telling(1), telling(2)],
    )


def test_a_closed_socket_is_none_to_wait_for() -> None:
    told: list[Event] = []
    gone = socket.socket()
    gone.close()
    Straight(told.append).put([telling(1), gone])
    assert told == []
