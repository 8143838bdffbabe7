import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.scenario.lines import DEEPEST, TooDeep, line_of, lines_of

TEXT = '''\
title = "a"
[servers.x]
code = """
[not.a.header]
fake = 1
"""
spec = { port = 1, "odd key" = [
  1,
  { deep = 2 },
] }

[[steps]]
id = 'one'
ticks = [
  # a comment with [ and """
  { of = { event = "A" } },

  { of = { event = "B" } },
]
[[steps]]
id = "two"
[[steps.choices]]
text = "c"
[[steps.choices]]
text = "d"
[steps.more]
a.b = 3
last = 1979-05-27 07:32:00
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 1),
        (("servers", "x"), 2),
        (("servers", "x", "code"), 3),
        (("servers", "x", "spec", "port"), 7),
        (("servers", "x", "spec", "odd key", 1, "deep"), 9),
        (("steps", 0, "id"), 13),
        (("steps", 0, "ticks", 0, "of", "event"), 16),
        (("steps", 0, "ticks", 1), 18),
        (("steps", 1), 20),
        (("steps", 1, "choices", 1, "text"), 25),
        (("steps", 1, "more", "a", "b"), 27),
        (("steps", 1, "more", "last"), 28),
        (("steps", 1, "id", "unheard of", 3), 21),
        (("nothing",), 1),
        ((), 1),
    ],
)
def test_each_value_is_found_in_its_line(path: tuple[str | int, ...], line: int) -> None:
    tomllib.loads(TEXT)
    assert line_of(TEXT, path) == line


@pytest.mark.parametrize(
    "text", ["x = '''a'''''\ny = 1", 'x = """a"""""\ny = 1', 'x = """\\""""\ny = 1', "x = ''\ny = 1"]
)
def test_texts_end_where_toml_says(text: str) -> None:
    tomllib.loads(text)
    assert line_of(text, ("y",)) == 2


@pytest.mark.parametrize(
    "text", ["x = " + "[" * 5_000, "x = " + "{a=" * 5_000, "a." * 5_000 + "a = 1", "[" + "a." * 99 + "b]"]
)
def test_what_is_nested_too_deeply_is_said_with_its_line(text: str) -> None:
    with pytest.raises(TooDeep) as caught:
        lines_of(f"\n{text}")
    assert caught.value.line == 2


@given(
    st.recursive(
        st.integers() | st.booleans() | st.text(max_size=3),
        lambda inner: st.lists(inner, max_size=3),
        max_leaves=9,
    )
)
def test_every_part_of_a_list_has_a_line_of_its_own(value: object) -> None:
    import tomli_w

    text = tomli_w.dumps({"first": 1, "x": value})
    lines = lines_of(text)
    for path, line in lines.items():
        assert 1 <= line <= text.count("\n")
        found: object = tomllib.loads(text)
        for part in path:
            found = found[part]  # type: ignore[index]
    assert max(map(len, lines)) <= DEEPEST


@given(st.text(alphabet="[]{}=.,\"'#\\\n ab1", max_size=80))
def test_no_text_is_too_much_for_it(text: str) -> None:
    assert all(1 <= line <= text.count("\n") + 1 for line in lines_of(text).values())
