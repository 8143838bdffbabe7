from collections.abc import Iterator
from enum import StrEnum
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.diagram import Diagram, Placement, Point, Rect, Sizes, diagram
from core.lifecycle import REQUEST_TABLE, SERVER_TABLE, Key, RequestState, ServerState

SERVER = diagram(SERVER_TABLE, frozenset({ServerState.FAILED, ServerState.KILLED, ServerState.DIED}))
THREADING = diagram(REQUEST_TABLE, frozenset({RequestState.FAILED}), frozenset({RequestState.IN_CHILD}))
SIZES = Sizes(box=120, aside=80, height=20, row=38, lane=8)

Letter = StrEnum("Letter", list("abcdefgh"))  # type: ignore[misc]


def arrows(found: Diagram[Any]) -> Iterator[tuple[Any, Any]]:
    yield from pairwise(found.spine)
    yield from found.exits
    for rail in found.rails:
        yield from ((source, rail.target) for source in rail.sources)


def overlap(one: Rect, other: Rect) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


def crosses(path: tuple[Point, ...], rect: Rect) -> bool:
    """True if an arrow of upright and level lines runs through a box, its edge not counted."""
    lines = (
        Rect(min(x, to_x), min(y, to_y), abs(x - to_x), abs(y - to_y))
        for (x, y), (to_x, to_y) in pairwise(path)
    )
    return any(overlap(line, rect) for line in lines)


def test_the_spine_of_a_server_is_its_life_from_start_to_stop() -> None:
    assert SERVER.spine == (
        ServerState.NEW,
        ServerState.STARTING,
        ServerState.BINDING,
        ServerState.ACTIVATING,
        ServerState.LISTENING,
        ServerState.STOPPING,
        ServerState.SHUTTING_DOWN,
        ServerState.LOOP_ENDED,
        ServerState.CONNECTIONS_SHUT_DOWN,
        ServerState.CLOSED,
        ServerState.STOPPED,
    )


def test_the_spine_of_a_request_passes_its_thread_and_ends_done() -> None:
    assert THREADING.spine[:5] == (
        RequestState.NEW,
        RequestState.ACCEPTING,
        RequestState.VERIFYING,
        RequestState.PROCESSING,
        RequestState.IN_THREAD,
    )
    assert THREADING.spine[-1] is RequestState.DONE
    assert THREADING.exits == ((RequestState.FAILED, RequestState.SHUTTING_DOWN),)


def test_hooks_stand_on_the_arrows_under_their_real_names() -> None:
    assert SERVER.boxes[ServerState.BINDING].keys == ("server_bind",)
    assert THREADING.boxes[RequestState.VERIFYING].keys == ("verify_request",)
    assert SERVER.boxes[ServerState.LISTENING].loops[0] == "serve_forever"


def test_states_left_out_are_not_drawn() -> None:
    assert RequestState.IN_CHILD not in THREADING.boxes
    assert set(SERVER.boxes) == set(ServerState)


@pytest.mark.parametrize("found", [SERVER, THREADING])
def test_no_box_overlaps_another_and_no_arrow_runs_through_one(found: Diagram[Any]) -> None:
    placement = Placement(found, SIZES)
    for one, other in combinations(found.boxes, 2):
        assert not overlap(placement.rect(one), placement.rect(other)), (one, other)
    for source, target in arrows(found):
        for state in set(found.boxes) - {source, target}:
            assert not crosses(placement.path(source, target), placement.rect(state)), (source, target, state)


@pytest.mark.parametrize("found", [SERVER, THREADING])
def test_short_cuts_run_beside_the_boxes(found: Diagram[Any]) -> None:
    placement = Placement(found, SIZES)
    for source, target in combinations(found.spine, 2):
        for state in set(found.boxes) - {source, target}:
            assert not crosses(placement.path(source, target), placement.rect(state))


@given(
    st.dictionaries(
        st.sampled_from(list(Letter)),
        st.dictionaries(st.sampled_from(["one", "two", "three"]), st.sampled_from(list(Letter)), max_size=3),
    ),
    st.frozensets(st.sampled_from(list(Letter)[1:])),
)
def test_every_table_becomes_a_picture_without_overlaps(rows: dict[Any, dict[Key, Any]], aside: Any) -> None:
    table = {state: rows.get(state, {}) for state in Letter}
    found = diagram(table, aside)
    placement = Placement(found, SIZES)
    assert set(found.boxes) == set(Letter)
    assert not aside & set(found.spine)
    for one, other in combinations(found.boxes, 2):
        assert not overlap(placement.rect(one), placement.rect(other))
    assert all(0 <= placement.rect(state).bottom <= placement.height for state in Letter)
