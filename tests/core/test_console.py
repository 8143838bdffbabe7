import traceback
from itertools import count, groupby, pairwise
from operator import attrgetter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.console import Look, Output, OutputReader, frame_in
from core.console.line import LINE_KEPT
from core.console.printed_copy import RULE
from core.events import (
    CodeFailed,
    Entered,
    Event,
    Killed,
    Left,
    NotKept,
    Owner,
    Printed,
    ProcessEnded,
    Raised,
    StartFailed,
)
from core.history import History

SERVER, WINDOW = 4242, 4000
MILLISECOND = 1_000_000

orders = count(1)
_request = attrgetter("request")


def tell(kind: Any, time: float, *facts: object, request: int = 0, pid: int = SERVER) -> Any:
    return kind(round(time * MILLISECOND), pid, pid, request, next(orders), *facts)


def printed(time: float, text: str) -> Event:
    event: Event = tell(Printed, time, text, pid=WINDOW)
    return event


def trace_of(error: Exception) -> str:
    try:
        raise error
    except Exception as raised:  # noqa: BLE001 - whatever the test gave
        return "".join(traceback.format_exception(raised))


def raised(time: float, error: Exception, request: int = 1) -> Event:
    event: Event = tell(Raised, time, type(error).__name__, str(error), trace_of(error), request=request)
    return event


def copy_of(trace: str, port: int = 51014) -> str:
    """Return what the library's handle_error() prints."""
    heading = f"Exception occurred during processing of request from ('127.0.0.1', {port})"
    return f"{RULE}\n{heading}\n{trace}{RULE}\n"


def accepted(time: float, request: int, port: int) -> Event:
    event: Event = tell(Left, time, Owner.SERVER, "get_request", f"127.0.0.1:{port}", request=request)
    return event


def output_of(*events: Event, limit: int = 10_000) -> Output:
    output = Output(limit)
    for event in events:
        output.take(event)
    output.trim()
    return output


def texts(output: Output) -> list[str]:
    return [line.text for line in output.lines]


def read(history: History, **options: Any) -> OutputReader:
    reader = OutputReader(history, **options)
    while reader.read(1.0):
        pass
    return reader


# Lines ---------------------------------------------------------------------------------------------------


def test_pieces_that_are_cut_anywhere_become_lines() -> None:
    output = output_of(printed(1, "one\ntw"), printed(2, "o\n"), printed(3, "\nthree"))
    assert texts(output) == ["one", "two", "", "three"]


def test_a_line_without_an_end_goes_on_with_the_next_piece_and_keeps_its_time() -> None:
    output = output_of(printed(1, "no end"))
    assert texts(output) == ["no end"]
    number = output.lines[0].number
    output.take(printed(2, " yet"))
    output.take(printed(3, "\n"))
    assert [(line.number, line.time, line.text) for line in output.lines] == [
        (number, MILLISECOND, "no end yet")
    ]


def test_carriage_returns_before_a_line_feed_belong_to_the_lines_end() -> None:
    assert texts(output_of(printed(1, "one\r\ntwo\r"), printed(2, "\n10%\r20%\n"))) == [
        "one",
        "two",
        "10%\r20%",
    ]


def test_of_a_very_long_line_the_beginning_is_kept_and_the_rest_counted() -> None:
    output = output_of(*(printed(time, "x" * 9_000) for time in range(10)), printed(11, "y\nnext"))
    assert [(len(line.text), line.cut) for line in output.lines] == [(LINE_KEPT, 90_001 - LINE_KEPT), (4, 0)]


def test_what_is_too_much_is_dropped_and_counted_exactly() -> None:
    output = output_of(printed(1, "".join(f"{number}\n" for number in range(2_345))), limit=1_000)
    assert output.dropped == 1_345
    assert texts(output) == [str(number) for number in range(1_345, 2_345)]


@given(st.lists(st.text("ab\n", max_size=8), max_size=30))
def test_however_the_text_is_cut_the_lines_are_the_same(pieces: list[str]) -> None:
    whole = "".join(pieces)
    lines = whole.removesuffix("\n").split("\n") if whole else []
    assert texts(output_of(*(printed(time, piece) for time, piece in enumerate(pieces)))) == lines


@given(st.lists(st.text("ab\n", max_size=8), max_size=30), st.integers(1, 5))
def test_what_is_kept_and_what_is_dropped_is_all(pieces: list[str], limit: int) -> None:
    events = [printed(time, piece) for time, piece in enumerate(pieces)]
    all_lines = output_of(*events)
    some = output_of(*events, limit=limit)
    assert some.dropped + len(some.lines) == len(all_lines.lines)
    assert texts(some) == texts(all_lines)[-limit:]


def test_after_clearing_only_what_comes_is_there() -> None:
    output = output_of(printed(1, "one\ntwo\nopen"))
    output.clear()
    output.take(printed(2, " end\nthree\n"))
    assert output.dropped == 3
    assert texts(output) == [" end", "three"]


# Tracebacks ----------------------------------------------------------------------------------------------


def test_a_traceback_that_is_told_and_printed_is_there_once_where_it_was_printed() -> None:
    event = raised(2, ValueError("no such word"), request=7)
    output = output_of(event, printed(3, "before\n" + copy_of(event.traceback) + "after\n"))  # type: ignore[attr-defined]
    assert texts(output)[0] == "before"
    assert texts(output)[-1] == "after"
    assert "\n".join(texts(output)[1:-1]) + "\n" == copy_of(event.traceback)  # type: ignore[attr-defined]
    assert [line.request for line in output.lines] == [0, *[7] * (len(output.lines) - 2), 0]


def test_the_copy_may_come_first_and_in_pieces() -> None:
    event: Any = raised(2, ValueError("no such word"), request=7)
    text = "before\n" + copy_of(event.traceback)
    pieces = [text[start : start + 7] for start in range(0, len(text), 7)]
    output = output_of(*(printed(3 + place / 100, piece) for place, piece in enumerate(pieces)), event)
    assert "\n".join(texts(output)) + "\n" == text
    assert {line.request for line in output.lines[1:]} == {7}


@given(st.data())
def test_whatever_comes_first_and_however_it_is_cut_the_lines_are_the_same(data: st.DataObject) -> None:
    event: Any = raised(2, ValueError("two\nlines"), request=7)
    text = "before\nmixed " + copy_of(event.traceback) + "after\n"
    cuts = sorted(data.draw(st.sets(st.integers(1, len(text) - 1), max_size=6)))
    pieces = [text[start:end] for start, end in pairwise([0, *cuts, len(text)])]
    events = [printed(3 + place, piece) for place, piece in enumerate(pieces)]
    place = data.draw(st.integers(0, len(events)))
    output = output_of(*events[:place], event, *events[place:])
    assert "\n".join(texts(output)) + "\n" == text


def test_a_traceback_that_is_not_printed_stands_at_its_time() -> None:
    event: Any = raised(2, ValueError("no such word"), request=7)
    output = output_of(printed(1, "before\n"), printed(3, "after\n"), event)
    assert texts(output) == ["before", *event.traceback.splitlines(), "after"]


def test_the_tracebacks_of_two_threads_that_print_at_once_are_told_apart() -> None:
    first: Any = raised(2, ValueError("one"), request=1)
    second: Any = raised(2, KeyError("two"), request=2)
    mixed = [
        line
        for pair in zip(first.traceback.splitlines(), second.traceback.splitlines(), strict=True)
        for line in pair
    ]
    output = output_of(first, second, printed(3, "\n".join(mixed) + "\n"))
    blocks = [(request, [line.text for line in block]) for request, block in groupby(output.lines, _request)]
    assert sorted(blocks) == [(1, first.traceback.splitlines()), (2, second.traceback.splitlines())]


def test_what_another_thread_began_to_print_stays_beside_the_traceback() -> None:
    event: Any = raised(2, ValueError("one"), request=1)
    head, *rest = event.traceback.splitlines()
    text = "\n".join([head, f"got {rest[0]}", *rest[1:]])
    output = output_of(printed(1.99, "hello\n"), event, printed(3, f"{text}\n b'hi'\n"))
    assert texts(output) == ["hello", head, *rest, "got ", " b'hi'"]
    assert [line.request for line in output.lines] == [0, *[1] * (len(rest) + 1), 0, 0]


def test_of_two_requests_with_the_same_exception_each_gets_its_own() -> None:
    error = ValueError("same")
    first: Any = raised(4, error, request=1)
    second: Any = tell(Raised, 4.1, first.kind, first.message, first.traceback, request=2)
    history = History()
    history.add([accepted(1, 1, 51001), accepted(2, 2, 51002), first, second])
    history.add([printed(5, copy_of(first.traceback, 51002) + copy_of(first.traceback, 51001))])
    output = read(history).output
    asked = {line.request: line.text for line in output.lines if line.text.startswith("Exception occ")}
    assert "51001" in asked[1]
    assert "51002" in asked[2]
    assert texts(output).count("ValueError: same") == 2


def test_of_those_whose_headings_were_torn_none_is_shown_twice() -> None:
    error = ValueError("same")
    first: Any = raised(4, error, request=1)
    second: Any = tell(Raised, 4.1, first.kind, first.message, first.traceback, request=2)
    heading = "Exception occurred during processing of request from"
    torn = f"{heading} {heading} ('127.0.0.1', 51001)('127.0.0.1', 51002)\n\n"
    history = History()
    history.add([accepted(1, 1, 51001), accepted(2, 2, 51002), first, second])
    history.add([printed(5, torn + first.traceback + first.traceback)])
    output = read(history).output
    assert texts(output).count("ValueError: same") == 2
    assert {line.request for line in output.lines} == {0, 1, 2}


def test_a_rule_that_the_code_prints_itself_stays_its_own() -> None:
    event: Any = raised(2, ValueError("one"))
    output = output_of(printed(1, f"{RULE}\n"), event, printed(3, f"{RULE}\nmine\n"))
    assert [line.request for line in output.lines if line.text == RULE] == [0, 0]


def test_a_frame_is_read_from_its_line() -> None:
    own = frame_in('  File "server.py", line 12, in handle')
    assert own is not None
    assert (own.file, own.line, own.is_own, own.is_library) == ("server.py", 12, True, False)
    library = frame_in('  File "/usr/lib/python3.11/socketserver.py", line 755, in __init__')
    assert library is not None
    assert (library.is_own, library.is_library) == (False, True)
    frozen = frame_in('  File "<frozen runpy>", line 1, in x')
    assert frozen is not None
    assert not frozen.is_own
    assert frame_in("File it under server.py, line 12") is None


# The rest ------------------------------------------------------------------------------------------------


def test_what_became_of_the_server_is_said() -> None:
    trace = 'Traceback (most recent call last):\n  File "server.py", line 3, in <module>\nNameError: prin\n'
    output = output_of(
        tell(CodeFailed, 1, 3, "NameError", "prin", trace),
        tell(StartFailed, 2, "code-raised", "It failed.", "There is no prin.", "Write print."),
        tell(Killed, 3, "it did not stop"),
        tell(ProcessEnded, 4, -9, "killed"),
    )
    assert [line.look for line in output.lines] == [
        *[Look.TRACE] * 3,
        Look.FAILED,
        *[Look.ADVICE] * 2,
        Look.NEWS,
        Look.NEWS,
    ]
    assert texts(output)[-1] == "The server process is gone: killed"


def test_events_that_were_not_kept_are_counted_in_their_place() -> None:
    output = output_of(
        printed(1, "a\n"), tell(NotKept, 2, 500), tell(NotKept, 3, 17), printed(4, "b\n"), tell(NotKept, 5, 1)
    )
    assert texts(output) == [
        "a",
        "517 events were too many to hand on; tracebacks may be among them",
        "b",
        "1 event was too many to hand on; tracebacks may be among them",
    ]


# Reading -------------------------------------------------------------------------------------------------


def test_late_events_are_put_in_their_place_and_nothing_is_read_twice() -> None:
    history = History()
    history.add([printed(1, "one\n"), printed(5, "two\n")])
    reader = read(history)
    event: Any = raised(3, ValueError("late"))
    history.add([event, tell(Entered, 2, Owner.SERVER, "get_request")])
    history.add([printed(6, "three\n")])
    while reader.read(1.0):
        pass
    assert texts(reader.output) == ["one", *event.traceback.splitlines(), "two", "three"]
    assert reader.unread() == 0


@given(st.data())
def test_in_whatever_batches_events_come_the_output_is_the_same(data: st.DataObject) -> None:
    events = [
        event
        for number in range(6)
        for event in (
            printed(10 * number + 5, f"line {number}\nand"),
            tell(Raised, 10 * number, "ValueError", f"{number}", "", request=number),
        )
    ]
    others = data.draw(st.permutations([event for event in events if not isinstance(event, Printed)]))
    text = [event for event in events if isinstance(event, Printed)]
    history = History()
    reader = OutputReader(history)
    while others or text:
        source = data.draw(st.sampled_from([one for one in (others, text) if one]))
        history.add([source.pop(0)])
        if data.draw(st.booleans()):
            reader.read(1.0)
    while reader.read(1.0):
        pass
    assert sorted(texts(reader.output)) == sorted(texts(read(history).output))
    assert [line.text for line in reader.output.lines if line.look is Look.PRINTED] == [
        "line 0",
        *(f"andline {number}" for number in range(1, 6)),
        "and",
    ]


def test_a_reader_stops_at_a_time_and_knows_what_was_forgotten() -> None:
    history = History(limit=640)
    history.add([printed(time, f"{time}\n") for time in range(1_000)])
    reader = read(history, until=900 * MILLISECOND)
    assert texts(reader.output) == [str(time) for time in range(history.forgotten, 901)]
    assert reader.missed == history.forgotten


def test_a_busy_reader_does_a_little_at_a_time_and_loses_nothing() -> None:
    history = History()
    history.add([printed(time, "x\n" * 1_000) for time in range(100)])
    reader = OutputReader(history)
    rounds = 1
    while reader.read(0.001):
        rounds += 1
    assert rounds > 5
    assert reader.output.dropped + len(reader.output.lines) == 100_000
