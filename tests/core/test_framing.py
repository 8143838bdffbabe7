import json
import random
from contextlib import suppress
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import framing
from core.framing import DEEPEST, LONGEST_DOCUMENT, Framing, JSONFramer, Message, frame, framer
from core.json_document import LONGEST_NUMBER, DocumentError, decode, encode

CALM = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A busy machine is not a failure."""

TEXTS = st.text(st.characters(exclude_categories=()), max_size=12)  # lone surrogates included
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
NASTY = st.lists(
    st.sampled_from(
        [b"{", b"}", b"[", b"]", b'"', b"\\", b"\n", b" ", b"tru", b"e", b"null", b"1", b"-", b"x", b"\xff"]
    ),
    max_size=30,
).map(b"".join)


def pieces(data: bytes, seed: int) -> list[bytes]:
    """Cut `data` at random places."""
    dice = random.Random(seed)
    cuts = sorted(dice.choices(range(len(data) + 1), k=dice.randrange(8)))
    return [data[start:end] for start, end in pairwise([0, *cuts, len(data)])]


def messages(kind: Framing, chunks: list[bytes]) -> list[Message]:
    finder = framer(kind)
    found = [message for chunk in chunks for message in finder.feed(chunk)]
    return found + finder.end()


def bytewise(data: bytes) -> list[bytes]:
    return [data[place : place + 1] for place in range(len(data))]


def has_own_end(value: Any) -> bool:
    return isinstance(value, (str, list, dict, bool, type(None)))


def comparable(found: list[Message]) -> list[tuple[bytes, str, bool]]:
    """Leave out the bytes of garbage: told at once, they depend on where the stream is cut."""
    return [
        (b"" if "begins with" in message.problem else message.data, message.problem, message.fatal)
        for message in found
    ]


@CALM
@given(st.lists(st.tuples(VALUES, st.sampled_from([b"", b" ", b"\n", b"\r\n\t"]))), st.integers())
def test_json_documents_are_found_however_the_stream_is_cut(
    parts: list[tuple[Any, bytes]], seed: int
) -> None:
    documents = [encode(value) for value, _ in parts]
    stream = b"".join(
        document + (separator if has_own_end(value) else separator or b"\n")
        for document, (value, separator) in zip(documents, parts, strict=True)
    )
    expected = [Message(document) for document in documents]
    assert messages(Framing.JSON, pieces(stream, seed)) == expected
    assert messages(Framing.JSON, bytewise(stream)) == expected
    assert [decode(document) for document in documents] == [value for value, _ in parts]


@CALM
@given(NASTY, st.integers())
def test_hostile_bytes_give_the_same_messages_however_they_are_cut(data: bytes, seed: int) -> None:
    whole = comparable(messages(Framing.JSON, [data]))
    assert comparable(messages(Framing.JSON, pieces(data, seed))) == whole
    assert comparable(messages(Framing.JSON, bytewise(data))) == whole


@CALM
@given(NASTY)
def test_after_hostile_bytes_a_new_line_is_a_fresh_start_unless_a_bracket_or_quote_is_open(
    data: bytes,
) -> None:
    finder = JSONFramer()
    finder.feed(data)
    is_open = any("middle" in message.problem for message in finder.end())
    if not is_open:
        assert messages(Framing.JSON, [data, b'\n{"a": 1}'])[-1] == Message(b'{"a": 1}')


@pytest.mark.parametrize(
    ("stream", "documents"),
    [
        (b'{"a":1}[2]"x"', [b'{"a":1}', b"[2]", b'"x"']),
        (b"truefalsenull", [b"true", b"false", b"null"]),
        (b"1 2\n3", [b"1", b"2", b"3"]),
        (b'1{"a":2}3"x"', [b"1", b'{"a":2}', b"3", b'"x"']),
        (b'"a\\"b" "\\\\" "[{"', [b'"a\\"b"', b'"\\\\"', b'"[{"']),
        (b" \r\n\t", []),
        (b"[}", [b"[}"]),
        (b"-1.5e+3 ", [b"-1.5e+3"]),
    ],
)
def test_a_document_ends_where_it_ends(stream: bytes, documents: list[bytes]) -> None:
    assert messages(Framing.JSON, [stream]) == [Message(document) for document in documents]
    assert messages(Framing.JSON, bytewise(stream)) == [Message(document) for document in documents]


def test_a_number_is_told_when_something_else_follows_or_the_stream_ends() -> None:
    finder = JSONFramer()
    assert finder.feed(b"12") == []
    assert finder.feed(b"3") == []
    assert finder.feed(b"\n") == [Message(b"123")]
    assert finder.feed(b"4") == []
    assert finder.end() == [Message(b"4")]


def test_garbage_is_told_at_once_and_only_once() -> None:
    finder = JSONFramer()
    [message] = finder.feed(b"hel")
    assert (message.data, message.fatal) == (b"hel", False)
    assert "not JSON" in message.problem
    assert finder.feed(b"lo, you") == []
    assert finder.feed(b"\n12 ") == [Message(b"12")]


@pytest.mark.parametrize(
    "garbage", [b"hello", b"trux", b"nul", b"\xff\xfe", b"}}", b"'x'", b"GET / HTTP/1.1"]
)
def test_the_conversation_goes_on_after_garbage(garbage: bytes) -> None:
    for chunks in ([garbage + b'\n{"a": 1}'], bytewise(garbage + b'\n{"a": 1}')):
        problem, document = messages(Framing.JSON, chunks)
        assert problem.problem
        assert document == Message(b'{"a": 1}')


def test_a_missing_quote_costs_its_line_only() -> None:
    problem, document = messages(Framing.JSON, [b'{"a: 1}\n{"b": 2}\n'])
    assert "not closed" in problem.problem
    assert document == Message(b'{"b": 2}')


@pytest.mark.parametrize("rest", [b'{"a": ', b'"abc', b'"a\\', b"tru", b"[[1, 2]"])
def test_half_a_document_at_the_end_has_a_problem(rest: bytes) -> None:
    document, half = messages(Framing.JSON, [b"[1]" + rest])
    assert document == Message(b"[1]")
    assert half.data == rest
    assert "middle" in half.problem


def test_a_document_may_be_as_deep_as_the_limit_and_no_deeper() -> None:
    deep = b"[" * DEEPEST + b"]" * DEEPEST
    assert messages(Framing.JSON, [deep]) == [Message(deep)]
    problem, document = messages(Framing.JSON, [b"[" + deep + b"]" + b"[1]"])
    assert "too deep" in problem.problem
    assert document == Message(b"[1]")


def test_a_hundred_thousand_levels_are_told_at_once_and_followed_to_their_end() -> None:
    finder = JSONFramer()
    [problem] = finder.feed(b"[" * 100_000)
    assert "too deep" in problem.problem
    assert not problem.fatal
    assert finder.feed(b"]" * 100_000 + b"true") == [Message(b"true")]


ENDLESS = {
    "container": (Framing.JSON, b"[", b"1,"),
    "string": (Framing.JSON, b'"', b"ab"),
    "escapes": (Framing.JSON, b'"', b"\\n"),
    "number": (Framing.JSON, b"1", b"23"),
    "line": (Framing.LINES, b"", b"ab"),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_what_never_ends_is_given_up_with_bounded_memory(name: str) -> None:
    kind, opening, filling = ENDLESS[name]
    finder = framer(kind)
    chunk = filling * 32_768
    found = finder.feed(opening)
    for _ in range(3 * LONGEST_DOCUMENT // len(chunk)):
        found += finder.feed(chunk)
    [message] = found
    assert message.fatal
    assert len(message.data) == LONGEST_DOCUMENT
    assert finder.feed(b'"\n[1]\n') == []
    assert finder.end() == []


def test_the_longest_document_is_let_through_and_one_more_byte_is_not() -> None:
    longest = b'"' + b"x" * (LONGEST_DOCUMENT - 2) + b'"'
    assert messages(Framing.JSON, [longest]) == [Message(longest)]
    assert [message.fatal for message in messages(Framing.JSON, [b'"x' + longest[1:]])] == [True]


class Counted(bytes):
    """Bytes that count how many of them are copied out."""

    copied = 0

    def __getitem__(self, place: Any) -> Any:
        got = super().__getitem__(place)
        Counted.copied += len(got) if isinstance(got, bytes) else 1
        return got


def test_the_work_grows_no_faster_than_the_bytes() -> None:
    def work(size: int, piece: int) -> int:
        Counted.copied = 0
        data = b'{"key": ["' + b"x\\n" * size + b'", 1, true]}'
        finder = JSONFramer()
        for start in range(0, len(data), piece):
            finder.feed(Counted(data[start : start + piece]))
        return Counted.copied

    for piece in (1, 7, 1000, 10**6):
        assert work(4000, piece) < 4.2 * work(1000, piece)


@CALM
@given(st.lists(st.binary(max_size=20).map(lambda line: line.replace(b"\n", b""))), st.integers())
def test_lines_are_found_however_the_stream_is_cut(lines: list[bytes], seed: int) -> None:
    stream = b"".join(frame(Framing.LINES, line) for line in lines)
    assert messages(Framing.LINES, pieces(stream, seed)) == [Message(line) for line in lines]
    assert messages(Framing.LINES, bytewise(stream)) == [Message(line) for line in lines]


@CALM
@given(st.lists(st.binary(max_size=300)), st.integers())
def test_messages_after_their_length_are_found_however_the_stream_is_cut(
    contents: list[bytes], seed: int
) -> None:
    stream = b"".join(frame(Framing.LENGTH, content) for content in contents)
    assert messages(Framing.LENGTH, pieces(stream, seed)) == [Message(content) for content in contents]
    assert messages(Framing.LENGTH, bytewise(stream)) == [Message(content) for content in contents]


def test_a_line_without_its_newline_has_a_problem() -> None:
    whole, part = messages(Framing.LINES, [b"one\ntw", b"o"])
    assert (whole, part.data) == (Message(b"one"), b"two")
    assert "newline" in part.problem


def test_a_message_shorter_than_its_length_has_a_problem() -> None:
    whole, part = messages(Framing.LENGTH, [b"\0\0\0\1a\0\0\0\5bc"])
    assert (whole, part.data) == (Message(b"a"), b"bc")
    assert part.problem


def test_a_length_above_the_limit_is_given_up_before_the_bytes_come() -> None:
    finder = framer(Framing.LENGTH)
    whole, problem = finder.feed(b"\0\0\0\1a" + b'{"Sa')
    assert whole == Message(b"a")
    assert problem.fatal
    assert finder.feed(b"\0\0\0\1a") == []
    assert finder.end() == []


def test_a_line_above_the_limit_within_one_chunk_is_given_up_after_the_lines_before_it() -> None:
    long = b"x" * (LONGEST_DOCUMENT + 1)
    first, problem = messages(Framing.LINES, [b"one\n" + long + b"\ntwo\n"])
    assert first == Message(b"one")
    assert problem.fatal


def test_raw_chunks_stay_as_they_came() -> None:
    assert messages(Framing.RAW, [b"a", b"", b"b\n"]) == [Message(b"a"), Message(b""), Message(b"b\n")]


def test_a_framed_message_is_found_again() -> None:
    for kind in Framing:
        assert messages(kind, [frame(kind, b"12")]) == ([Message(b"12")])


def test_every_framing_has_its_framer() -> None:
    assert [type(framer(kind)).__name__ for kind in Framing] == [
        "JSONFramer",
        "LineFramer",
        "LengthFramer",
        "RawFramer",
    ]
    assert framing.__doc__ is not None


@CALM
@given(VALUES)
def test_what_is_encoded_is_decoded_to_the_same_value(value: Any) -> None:
    assert decode(encode(value)) == value
    assert json.loads(encode(value)) == value


def test_half_a_surrogate_pair_is_written_as_an_escape() -> None:
    assert encode("a\ud800é") == '"a\\ud800é"'.encode()


REFUSED = {
    b"": (1, 1, "nothing here"),
    b'{"a" 1}': (1, 6, "colon"),
    b"[1 2]": (1, 4, "comma"),
    b'{"a": 1,\n x}': (2, 2, "key in double quotes"),
    b"[1]\n]": (2, 1, "more follows"),
    b'{"a": "b}': (1, 7, "no closing quote"),
    b'"\\q"': (1, 2, "backslash"),
    b'[1,\n"\xc3\xa9\xff"]': (2, 3, "0xff"),
    b"\xef\xbb\xbf1": (1, 1, "byte order mark"),
    b"NaN": (0, 0, "NaN"),
    b"[-Infinity]": (0, 0, "Infinity"),
    b"1e400": (0, 0, "too large"),
    b"1" * (LONGEST_NUMBER + 1): (0, 0, "too long"),
    b"0." + b"1" * 1_000_000: (0, 0, "too long"),
    b"[" * 100_000: (0, 0, "too deep"),
    b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1): (0, 0, "too deep"),
    b'{"a":' * (DEEPEST + 1) + b"1" + b"}" * (DEEPEST + 1): (0, 0, "too deep"),
}


@pytest.mark.parametrize("document", REFUSED, ids=lambda document: repr(document[:12]))
def test_what_is_not_json_is_refused_with_its_place_and_a_sentence(document: bytes) -> None:
    line, column, words = REFUSED[document]
    with pytest.raises(DocumentError, match=words) as caught:
        decode(document)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert len(str(caught.value)) < 200


def test_a_document_as_deep_as_the_limit_is_decoded() -> None:
    assert decode(b"[" * DEEPEST + b"1" + b"]" * DEEPEST)


@CALM
@given(st.binary(max_size=30) | NASTY)
def test_decoding_any_bytes_gives_a_value_or_a_document_error(data: bytes) -> None:
    with suppress(DocumentError):
        encode(decode(data))


@pytest.mark.parametrize("value", [float("inf"), float("nan"), 10**5000], ids=["infinity", "nan", "huge"])
def test_a_value_that_json_cannot_hold_is_not_encoded(value: Any) -> None:
    with pytest.raises(DocumentError):
        encode({"a": [value]})
