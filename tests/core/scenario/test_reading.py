import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.scenario.reading import SIZE_LIMIT, ScenarioError, all_errors, decode, read
from tests.core.scenario.samples import EXPERIMENT, LESSON


def said(text: str) -> list[tuple[int, str]]:
    return [(error.line, str(error.sentence)) for error in all_errors(text)]


def line_with(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize("text", [EXPERIMENT, LESSON])
def test_a_good_file_has_no_errors(text: str) -> None:
    assert all_errors(text) == []


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("format = 1\n", "", "The file must say which format it has: format = 1"),
        ("format = 1", "format = 2", "The file has format 2"),
        ("format = 1", "format = true", "The file has format True"),
        ('title = "One', 'titel = "One', "There is no field titel here; there are: format, title,"),
        ("start = ", "begin = ", "There is no field begin here; there are: start, stop,"),
        ('start = "serial"', "start = 3", "start must be a text, not a whole number."),
        ('start = "serial"', 'start = "other"', "There is no server other in this file."),
        ("equals = 1", "equals = 1979-05-27", "equals must be"),
        (
            'event = "MessageReceived", server',
            'event = "Recieved", server',
            "There is no event Recieved; there are:",
        ),
        ("data = { contains", "date = { contains", "MessageReceived has no field date; it has"),
        ("{ contains", "{ containz", "There is no comparison containz"),
        ('measure = "replies"', 'measure = "answers"', "There is no measure answers in this file."),
        (
            'json = { Say = "HELLO" }',
            'text = "a"\nhex = "00"',
            "send needs exactly one of json, text and hex.",
        ),
        ('json = { Say = "HELLO" }', 'hex = "0g"', "hex: "),
        ("json = { Say", "json = { When = 1979-05-27, Say", "json: "),
        ("json = { Say", "json = { When = nan, Say", "json: "),
        ("json = { Say", "times = 0\njson = { Say", "times must lie between 1 and 20000."),
        ('to = "serial"', 'to = "serial"\ntimes = 20_000', "The file connects 20000 clients; at most 200."),
        ("wait = { event", "seconds = nan\nwait = { event", "seconds must lie between 0 and 120."),
        ("wait = { event", "seconds = 121\nwait = { event", "seconds must lie between 0 and 120."),
        (
            "poll_interval = 0.02",
            "poll_interval = 0",
            "poll_interval is 0; it must lie between 0.001 and 60 s.",
        ),
        ("poll_interval = 0.02", "host = [1]", "The host must be a name or an address"),
        ("poll_interval = 0.02", "speed = 9", "A server has no field speed."),
        ('send = "A"', 'send = "Z"', "No client Z was connected before this."),
    ],
)
def test_a_mistake_in_an_experiment_is_told_with_its_line(old: str, new: str, sentence: str) -> None:
    text = EXPERIMENT.replace(old, new, 1)
    found = [(line, words) for line, words in said(text) if words.startswith(sentence)]
    assert found, said(text)
    wanted = line_with(EXPERIMENT, old) if new and "clients" not in sentence else 1
    assert abs(found[0][0] - wanted) <= 2


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('kind = "watch"', 'kind = "look"', "kind must be one of predict, do, watch, explain."),
        (
            'view = "lanes"',
            'view = "lane"',
            'view must be one of lanes, life, bytes, kernel, log, code, console, not "lane".',
        ),
        ('id = "talk"', 'id = "what"', "Two steps are called what."),
        ('within = ["talk"]', 'within = ["what"]', "what is no do step: nothing happens in it."),
        ('looking_for = "a reply"', 'looking_for = " "', "A tick needs looking_for: a few words about it."),
        ("{replies}", "{answers}", "There is no measure answers in this file."),
        (
            'alone = "Say something else."\n',
            "",
            "A lesson ends with something to try alone: alone is missing.",
        ),
        ('{ connect = "A", to = "serial" },\n  {', "{", "No client A was connected before this."),
        (
            'of = { event = "MessageReceived", server = "serial" }',
            'difference = ["replies"]',
            "replies is a difference itself",
        ),
    ],
)
def test_a_mistake_in_a_lesson_is_told_with_its_line(old: str, new: str, sentence: str) -> None:
    text = LESSON.replace(old, new, 1)
    found = [line for line, words in said(text) if words.startswith(sentence)]
    assert found, said(text)
    if new:
        assert abs(found[0] - line_with(LESSON, old)) <= 2


def test_all_mistakes_are_told_at_once_in_the_order_of_the_lines() -> None:
    text = (
        EXPERIMENT.replace("start =", "begin =")
        .replace("equals = 1", "equal = 1")
        .replace('title = "One', 'titel = "One')
    )
    lines = [line for line, _ in said(text)]
    assert len(lines) >= 4
    assert lines == sorted(lines)


def test_what_a_wrong_action_connects_is_not_there_for_later_steps() -> None:
    text = LESSON.replace('{ connect = "A", to = "serial" },\n  {', "{", 1)
    assert "No client A was connected before this." in [words for _, words in said(text)]


def test_a_syntax_error_says_the_line_that_toml_found() -> None:
    assert said("format = 1\ntitle = ?")[0][0] == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x = " + "[" * 100_000,
        "x = " + "1" * 5_000,
        "format = 1\ntitle = 'a'\nminutes = " + "9" * 400,
        "format = 1\ntitle = 'a'\nactions = [" + "{ pause = 1e400 }," * 3 + "]",
        "format = " + "9" * 400,
        "format = 1\ntitle = 'a'\n"
        + "".join(f"[measures.m{n}]\ndifference = ['m{n + 1}', 'm{n + 1}']\n" for n in range(90)),
        "format = 1\ntitle = 'a'\nactions = [" + "{ start = 's' }," * 20_000 + "]",
        "\0",
        "[[[[",
    ],
)
def test_hostile_texts_are_refused_within_bounds(text: str) -> None:
    with pytest.raises(ScenarioError):
        decode(text)
    assert all(0 <= error.line <= text.count("\n") + 1 for error in all_errors(text))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"#" * (SIZE_LIMIT + 1), "larger than 1 MiB"),
        (b"a = 1\nb = '\xff'", ":2: The file is not a text in UTF-8."),
    ],
)
def test_hostile_files_are_refused(tmp_path: Path, data: bytes, sentence: str) -> None:
    file = tmp_path / "x.toml"
    file.write_bytes(data)
    with pytest.raises(ScenarioError, match=sentence):
        read(file)


def test_lines_may_end_as_on_windows(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_bytes(b"\xef\xbb\xbf" + EXPERIMENT.replace("\n", "\r\n").encode())
    assert read(file) == decode(EXPERIMENT)


PIECES = [
    "[",
    "]",
    "{",
    "}",
    "=",
    '"',
    "'",
    '"""',
    "\n",
    "#",
    ",",
    "1",
    "nan",
    "-1",
    "true",
    "x",
    ".",
    "[[steps]]\n",
    "[]",
    "{}",
]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([EXPERIMENT, LESSON]), st.randoms(use_true_random=False), st.integers(1, 4))
def test_a_mutated_file_raises_nothing_but_a_scenario_error_with_a_line_of_it(
    text: str, chance: random.Random, times: int
) -> None:
    for _ in range(times):
        place = chance.randrange(len(text))
        end = place + chance.choice([0, 0, 1, 5, 40])
        text = text[:place] + chance.choice([*PIECES, ""]) + text[end:]
    for error in all_errors(text):
        assert 0 <= error.line <= text.count("\n") + 1
        assert error.sentence
    try:
        decode(text)
    except ScenarioError:
        return
    assert all_errors(text) == []


VALUES = [
    "1",
    "-1",
    "0.5",
    "nan",
    "true",
    '"x"',
    "[]",
    "{}",
    "[1]",
    "{ a = 1 }",
    "1979-05-27",
    "[{ a = 1 }]",
    '""',
]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([EXPERIMENT, LESSON]), st.integers(0, 60), st.sampled_from(VALUES))
def test_a_value_of_any_other_kind_is_met_with_a_sentence(text: str, place: int, value: str) -> None:
    lines = text.splitlines()
    places = [number for number, line in enumerate(lines) if " = " in line and not line.endswith("[")]
    number = places[place % len(places)]
    lines[number] = lines[number].split(" = ")[0] + f" = {value}"
    if lines[number].lstrip().startswith("{"):
        return
    changed = "\n".join(lines)
    assert all(1 <= error.line <= len(lines) for error in all_errors(changed))
