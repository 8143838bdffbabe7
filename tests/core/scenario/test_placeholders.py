import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.scenario.placeholders import filled, names_in

VALUES: dict[str, int | float | str | None] = {"n": 1234, "s": 3.14159, "t": "*a* {n} <b>", "nothing": None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{n}", "1,234"),
        ("{s:.1f} s", "3.1 s"),
        ("{s}", "3.14"),
        ("{s:d}", "3.14"),
        ("{n:.1f}", "1234.0"),
        ("{nothing}", "…"),
        ("{t}", "\\*a\\* \\{n\\} \\<b\\>"),
        ('{"Say": "{n}"}', '{"Say": "1,234"}'),
        ("{n.real} {n[0]} {n!r} {0} {} {N}", "{n.real} {n[0]} {n!r} {0} {} {N}"),
        ("{n:>99999999}", "{n:>99999999}"),
    ],
)
def test_numbers_are_put_in_and_nothing_else_is_looked_into(text: str, expected: str) -> None:
    assert filled(text, VALUES.__getitem__) == expected


def test_the_names_of_the_measures_are_found() -> None:
    assert list(names_in('{a} {b:.1f} {"Say": 1} {c.d}')) == ["a", "b"]


@given(st.text(alphabet="{}n:.1fd, s"), st.integers() | st.floats() | st.text())
def test_no_text_and_no_value_is_too_much(text: str, value: int | float | str) -> None:
    assert isinstance(filled(text, lambda _name: value), str)
