import errno
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.scenario.reading import decode, read
from core.scenario.scenario import FORMAT, Action, Condition, Pattern, Scenario, Server
from core.scenario.writing import WriteError, encode, write
from tests.core.scenario.samples import experiment, lesson

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(
    ["", "a\nb", 'say """', "'''", "\r\n", "tab\t", "\0\x7f", "back\\slash\n", "你好\n", " \n "]
)
NAMES = st.text("abcAB_é .\"'", min_size=1, max_size=5)
JSON = st.recursive(
    st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
SENDS = (
    st.builds(lambda value: {"json": value}, JSON)
    | st.builds(lambda text: {"text": text}, TEXTS)
    | st.builds(lambda data: {"hex": data.hex()}, st.binary(max_size=9))
)


@st.composite
def experiments(draw: st.DrawFn) -> Scenario:
    server = draw(NAMES)
    actions = [Action(start=server), Action(connect="A", to=server, times=draw(st.integers(1, 3)))]
    actions += [Action(send="A", **said) for said in draw(st.lists(SENDS, max_size=4))]
    actions.append(Action(wait=Pattern(event="MessageReceived", where={"data": draw(TEXTS)}), seconds=1.5))
    return Scenario(
        format=FORMAT,
        title=draw(TEXTS),
        about=draw(TEXTS),
        servers={
            server: Server(spec={"handler": "echo", "transport": "tcp"}),
            "own": Server(code=draw(TEXTS)),
        },
        actions=actions,
        checks=[
            Condition(
                of=Pattern(event="Listening"), at_least=draw(st.integers(0, 9)), looking_for=draw(TEXTS)
            )
        ],
        transcript=draw(st.lists(TEXTS, max_size=3)),
    )


@settings(deadline=None)
@given(experiments())
def test_what_is_written_is_read_again_as_it_was(scenario: Scenario) -> None:
    assert decode(encode(scenario)) == scenario


@pytest.mark.parametrize("scenario", [experiment(), lesson()])
def test_hand_written_files_come_through_as_well(scenario: Scenario) -> None:
    assert decode(encode(scenario)) == scenario


def test_code_stands_there_line_by_line_and_short_actions_in_one_line() -> None:
    text = encode(
        Scenario(
            format=FORMAT,
            title="T",
            servers={"own": Server(code="import a\n\nclass B:\n    pass\n")},
            actions=[Action(start="own"), Action(connect="A", to="own")],
        )
    )
    assert "\nclass B:\n    pass\n" in text
    assert '\n  { connect = "A", to = "own" },\n' in text


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    write(file, experiment())
    write(file, lesson())
    assert read(file) == lesson()
    assert [found.name for found in tmp_path.iterdir()] == ["x.toml"]


def fail_with(number: int) -> Any:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (errno.ENOSPC, "The disk is full."),
        (errno.EROFS, "The disk can only be read."),
        (errno.EIO, "The system says: "),
    ],
)
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, why: str
) -> None:
    file = tmp_path / "x.toml"
    write(file, experiment())
    monkeypatch.setattr(os, "fsync", fail_with(number))
    with pytest.raises(WriteError) as caught:
        write(file, lesson())
    assert caught.value.explanation.what == "x.toml was not saved."
    assert caught.value.explanation.why.startswith(why)
    assert read(file) == experiment()
    assert [found.name for found in tmp_path.iterdir()] == ["x.toml"]


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("missing/x.toml", "There is no such folder."),
        ("folder", "There is a folder of that name."),
        ("a\0b", "The system says"),
    ],
)
def test_places_that_cannot_be_are_said(tmp_path: Path, path: str, why: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(WriteError) as caught:
        write(tmp_path / path, experiment())
    assert caught.value.explanation.why.startswith(why)


def test_what_could_not_be_opened_again_is_not_written(tmp_path: Path) -> None:
    many = Scenario(
        format=FORMAT,
        title="T",
        actions=[Action(connect="A", port=9, times=150), Action(connect="B", port=9, times=99)],
    )
    for scenario in (many, Scenario(format=FORMAT, title="x" * 2_000_000, actions=[Action(pause=1)])):
        with pytest.raises(WriteError, match="The experiment was not saved"):
            write(tmp_path / "x.toml", scenario)
    assert list(tmp_path.iterdir()) == []
