import pytest

from core.events import (
    ChildForked,
    ChildStarted,
    ClientConnected,
    ClientConnecting,
    Entered,
    Listening,
    MessageReceived,
    Printed,
    ProcessEnded,
    Spawned,
)
from core.scenario import record as record_module
from core.scenario.record import Place, Record
from core.spec import ServerSpec
from tests.core.scenario.samples import event


def test_clients_are_numbered_by_the_order_in_which_they_connect_to_a_run() -> None:
    record = Record()
    record.begin_run("S1", ServerSpec())
    record.begin_run("S2", ServerSpec())
    for key, client in (("S1", "B"), ("S1", "A"), ("S2", "C"), ("S1", "B")):
        record.take(key, [event(ClientConnecting, client=client), event(ClientConnected, client=client)])
    notes = record.notes("ClientConnected")
    assert [(note.run.number, note.client) for note in notes] == [(1, 1), (1, 2), (2, 1), (1, 3)]


def test_clients_of_no_server_have_a_run_of_their_own() -> None:
    record = Record()
    record.take("", [event(ClientConnecting, client="A")])
    assert [(note.run.number, note.client) for note in record.notes("ClientConnecting")] == [(0, 1)]


def test_a_server_that_is_started_again_is_another_run() -> None:
    record = Record()
    first = record.begin_run("S1", ServerSpec())
    second = record.begin_run("S1", ServerSpec())
    assert (first.number, second.number) == (1, 2)
    assert record.run("S1") is second


def test_places_are_told_apart() -> None:
    record = Record()
    record.begin_run("S", ServerSpec())
    record.take("S", [event(Spawned, pid=1, thread=1, server_pid=10)])
    record.take("S", [event(Entered, thread=11, name="serve_forever"), event(Listening, thread=11)])
    record.take(
        "S", [event(ChildForked, thread=11, child=20), event(Entered, pid=20, thread=20, name="handle")]
    )
    record.take("S", [event(Entered, thread=12, name="handle"), event(Entered, thread=10, name="shutdown")])
    record.take("S", [event(MessageReceived, pid=1, client="A")])
    places = [
        (note.event.__class__.__name__, note.place)
        for kind in ("Spawned", "Listening", "MessageReceived")
        for note in record.notes(kind)
    ]
    assert places == [("Spawned", Place.WINDOW), ("Listening", Place.LOOP), ("MessageReceived", Place.CLIENT)]
    assert [note.place for note in record.notes("Entered")] == [
        Place.LOOP,
        Place.CHILD,
        Place.WORKER,
        Place.MAIN,
    ]


def test_a_child_that_is_heard_of_late_is_a_child_all_the_same() -> None:
    record = Record()
    record.begin_run("S", ServerSpec())
    record.take("S", [event(Listening), event(Entered, pid=20, thread=20, name="handle")])
    record.take("S", [event(ChildStarted, pid=20, thread=20)])
    assert [note.place for note in record.notes("Entered")] == [Place.CHILD]


def test_notes_are_found_by_ranges_and_sorted_by_time() -> None:
    record = Record()
    record.take("", [event(Printed, 3), event(Printed, 1), event(Listening), event(Printed, 2)])
    assert [note.number for note in record.notes("Printed", 1)] == [1, 3]
    assert [note.number for note in record.notes("Printed", 0, 3)] == [0, 1]
    assert [note.number for note in record.notes_within("Printed", [(0, 1), (1, None)])] == [1, 3, 0]


def test_a_full_record_still_notes_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_module, "NOTES_KEPT", 2)
    record = Record()
    record.take("", [event(Printed), event(Printed), event(Printed), event(ProcessEnded)])
    assert record.is_full
    assert [len(list(record.notes(kind))) for kind in ("Printed", "ProcessEnded")] == [2, 1]


def test_much_data_fills_a_record_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_module, "BYTES_KEPT", 10)
    record = Record()
    record.take("", [event(MessageReceived, client="A", data=b"x" * 10), event(MessageReceived, client="A")])
    assert record.count == 1
