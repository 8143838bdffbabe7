import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.scenario.comparison import COMPARISONS, holds


@pytest.mark.parametrize(
    ("fact", "test", "expected"),
    [
        (3, 3, True),
        (3, 3.0, True),
        (3, "3", False),
        (True, 1, False),
        (1, True, False),
        (True, True, True),
        (b"caf\xc3\xa9", "café", True),
        (b"\xff", "\\xff", True),
        (b"abc", {"contains": "b", "lacks": "x", "begins_with": "a"}, True),
        (b"abc", {"contains": "b", "lacks": "c"}, False),
        (5, {"at_least": 5, "less_than": 6}, True),
        (5, {"more_than": 5}, False),
        ("tcp", {"one_of": ["tcp", "udp"]}, True),
        ("tcp", {"differs_from": "udp"}, True),
        (1, {"differs_from": True}, True),
        (5, {"at_least": "4"}, False),
        (5, {"contains": "5"}, False),
        (None, {"differs_from": 1}, False),
        (None, {"lacks": "x"}, False),
        (float("nan"), {"at_most": 1}, False),
    ],
)
def test_comparisons(fact: object, test: object, expected: bool) -> None:
    assert holds(fact, test) is expected


@given(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    st.sampled_from(sorted(COMPARISONS)),
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text()),
)
def test_what_cannot_be_compared_does_not_hold(fact: object, name: str, value: object) -> None:
    assert holds(fact, {name: value}) in (True, False)
