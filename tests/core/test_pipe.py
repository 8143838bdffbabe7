import contextlib
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.events import Event, NotKept, Printed, Received
from core.pipe import FRAME_LIMIT, EventReader, EventWriter, PipeError
from core.witness import Witness


def event(order: int, data: bytes = b"") -> Received:
    return Received(order, 1, 1, 0, order, "recv", 0, 0, "", len(data), data)


def through_a_pipe(events: list[Event], chunk: int) -> list[Event]:
    """Write events at one end, read them `chunk` bytes at a time at the other."""
    reader_end, writer_end = os.pipe()
    writer, reader = EventWriter(writer_end), EventReader()
    with os.fdopen(reader_end, "rb", buffering=0) as read, os.fdopen(writer_end, "wb"):
        os.set_blocking(reader_end, False)
        found: list[Event] = []
        for one in events:
            writer.record(one)
        while len(found) < len(events):
            writer.flush(0.01)
            while data := read.read(chunk):
                for batch in reader.feed(data):
                    found += batch
        writer.close()
    return found


def test_events_come_out_as_they_went_in() -> None:
    events: list[Event] = [event(n, os.urandom(n * 37)) for n in range(200)]
    assert through_a_pipe(events, 1000) == events


def test_an_event_longer_than_a_frame_arrives_whole() -> None:
    events: list[Event] = [event(1, os.urandom(FRAME_LIMIT * 20))]
    assert through_a_pipe(events, 64 * 1024) == events


@given(st.binary(max_size=200))
def test_foreign_bytes_are_refused_or_awaited_but_never_taken_for_events(data: bytes) -> None:
    with contextlib.suppress(PipeError):
        assert not [batch for batch in EventReader().feed(data) if batch]


@given(st.lists(st.text(max_size=50), max_size=20), st.integers(min_value=1, max_value=50))
def test_any_cutting_gives_the_same_events(texts: list[str], chunk: int) -> None:
    told: list[Event] = []
    witness = Witness(told.append)
    for text in texts:
        witness.tell(Printed, 0, text.encode("utf-8", "replace").decode())
    if told:
        assert through_a_pipe(told, chunk) == told


def test_what_has_no_room_is_counted() -> None:
    reader_end, writer_end = os.pipe()
    writer, reader = EventWriter(writer_end), EventReader()
    big = event(1, b"x" * 60_000)
    for _ in range(2000):  # 120 MB, nobody reads
        writer.record(big)
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
    whole = through_a_pipe_raw([event(1, b"x" * 10_000)])
    reader = EventReader()
    assert list(reader.feed(whole[:FRAME_LIMIT])) == []
    assert list(reader.feed(whole)) == [[event(1, b"x" * 10_000)]]


def through_a_pipe_raw(events: list[Event]) -> bytes:
    reader_end, writer_end = os.pipe()
    writer = EventWriter(writer_end)
    for one in events:
        writer.record(one)
    assert writer.flush(5)
    writer.close()
    with os.fdopen(reader_end, "rb", buffering=0) as read, os.fdopen(writer_end, "wb"):
        return read.read(1 << 20)


@pytest.mark.parametrize("head", [b"\xff" * 7, b"\1\0\0\0\0\1\1"])
def test_a_frame_that_cannot_be_is_an_error(head: bytes) -> None:
    with pytest.raises(PipeError):
        list(EventReader().feed(head + b"x" * 300))
