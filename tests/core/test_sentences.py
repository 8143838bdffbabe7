from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.details import details
from core.events import AnyEvent, Entered, Event, Left, Owner, Received, Sent
from core.sentences import LINE, PREVIEW, Kind, depth, is_error, is_polling, kind, preview, sentence, visible

any_event: st.SearchStrategy[Any] = st.one_of(*(st.from_type(event) for event in AnyEvent.__args__))


def received(data: bytes) -> Received:
    return Received(1, 1, 1, 1, 1, "recv", 1, 1, "127.0.0.1:51014", len(data), data)


@given(any_event)
def test_every_event_is_one_short_line_of_what_can_be_seen(event: Event) -> None:
    line = sentence(event)
    assert line
    assert line.isprintable()
    assert len(line) <= LINE + 1
    assert kind(event) in Kind


@given(any_event)
def test_details_hold_nothing_invisible(event: Event) -> None:
    assert details(event, "main 1", 0.5).replace("\n", "").isprintable()


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (
            received(b'{"Say": "HELLO"}'),
            'recv() got 16 bytes · {"Say": "HELLO"} · from 127.0.0.1:51014',
        ),
        (Sent(1, 1, 1, 1, 1, "sendall", 1, 1, "", 1, b"x"), "sendall() sent 1 byte · x"),
        (Entered(1, 1, 1, 1, 1, Owner.HANDLER, "handle"), "handle() called"),
        (Left(1, 1, 1, 1, 1, Owner.SERVER, "verify_request", "True"), "verify_request() returned True"),
        (Left(1, 1, 1, 1, 1, Owner.SERVER, "process_request"), "process_request() returned"),
        (
            Left(1, 1, 1, 1, 1, Owner.HANDLER, "handle", "", "ValueError: no"),
            "handle() was left by ValueError: no",
        ),
    ],
)
def test_sentences_are_plain_english(event: Event, said: str) -> None:
    assert sentence(event) == said


@given(st.binary(max_size=PREVIEW * 8))
def test_a_preview_is_bounded_and_visible(data: bytes) -> None:
    shown = preview(data)
    assert shown.isprintable()
    assert len(shown) <= PREVIEW * len("\\U0010ffff") + 1


def test_a_character_at_the_cut_is_left_out_whole() -> None:
    data = b"x" + "\u4f60".encode() * PREVIEW * 2
    assert "\\x" not in preview(data)
    assert preview(data).endswith("\u4f60…")


def test_what_turns_the_direction_of_writing_is_written_out() -> None:
    assert visible("a\u202eb\u2066\x00\n") == "a\\u202eb\\u2066\\x00\\n"


def test_calls_have_the_kind_of_their_owner() -> None:
    assert kind(Entered(1, 1, 1, 1, 1, Owner.SERVER, "get_request")) is Kind.HOOK
    assert kind(Entered(1, 1, 1, 1, 1, Owner.HANDLER, "handle")) is Kind.HANDLER


def test_polling_errors_and_depth_are_told_apart() -> None:
    assert is_polling(Entered(1, 1, 1, 0, 1, Owner.SERVER, "service_actions"))
    assert not is_polling(received(b""))
    assert is_error(Left(1, 1, 1, 1, 1, Owner.HANDLER, "handle", "", "ValueError: no"))
    assert depth(received(b"")) > depth(Entered(1, 1, 1, 1, 1, Owner.HANDLER, "handle")) > 0
