from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.event_filter import EventFilter
from core.events import Entered, Event, Owner
from core.history import History
from gui.event_rows import EventRows, insertions

orders = count(1)

BRIEFLY, FULLY = 0.0, 10.0


def hook(time: int) -> Event:
    name = "service_actions" if time % 3 == 0 else "get_request"
    return Entered(time, 1, 1, 0, next(orders), Owner.SERVER, name)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.lists(st.integers(0, 60), max_size=10), st.sampled_from([None, BRIEFLY, FULLY]), st.booleans()
        )
    ),
    st.integers(1, 40),
)
def test_rows_are_what_the_filter_accepts_whenever_one_looks(
    qapp: Any, steps: list[tuple[list[int], float | None, bool]], limit: int
) -> None:
    history = History(limit)
    rows = EventRows()
    wanted = EventFilter()
    rows.show(history, wanted)
    for times, look, changes_filter in steps:
        history.add([hook(time) for time in times])
        if changes_filter:
            wanted = EventFilter(hide_polling=not wanted.hide_polling)
            rows.show(history, wanted)
        if look is not None:
            rows.read(look)
    while rows.read(FULLY):
        pass
    assert rows.unread() == 0
    assert [rows.event_at(row) for row in range(rows.rowCount())] == list(filter(wanted.accepts, history))


a, b, c, d = (hook(time) for time in range(4))


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        ([], [], []),
        ([a, b], [a, b], []),
        ([], [a, b], [(0, 2)]),
        ([b], [a, b, c, d], [(0, 1), (2, 2)]),
        ([a, d], [a, b, c, d], [(1, 2)]),
        ([a, b], [a], None),
        ([b, a], [a, b], None),
    ],
)
def test_what_was_put_in_is_found_in_runs(
    old: list[Event], new: list[Event], runs: list[tuple[int, int]] | None
) -> None:
    assert insertions(old, new) == runs
