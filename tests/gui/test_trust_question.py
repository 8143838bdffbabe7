from collections.abc import Callable
from time import process_time
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from core.spec import CODE_LIMIT
from gui.trust_question import TrustQuestion
from tests.gui.robots.trust_question import TrustRobot

CODE = "import os\n\nos.remove('homework.txt')\n"

Ask = Callable[..., TrustRobot]


@pytest.fixture
def ask(qtbot: Any, dressed: QApplication) -> Ask:
    def make(text: str = CODE, name: str = "server.py") -> TrustRobot:
        # Not for qtbot to close: it deletes itself when it is answered, and every test answers.
        return TrustRobot(qtbot, TrustQuestion(name, text))

    return make


def test_the_question_shows_the_program_and_says_what_running_it_means(ask: Ask) -> None:
    question = ask()
    assert question.code() == CODE
    assert "server.py" in question.what()
    assert "whatever you can do on this computer" in question.all_words()
    assert "3 lines" in question.all_words()
    question.not_now()


@pytest.mark.parametrize(
    ("answer", "is_yes"),
    [
        (TrustRobot.run_it, True),
        (TrustRobot.not_now, False),
        (TrustRobot.press_enter, False),
        (TrustRobot.press_escape, False),
        (TrustRobot.close, False),
    ],
)
def test_only_one_answer_runs_it(
    qtbot: Any, ask: Ask, answer: Callable[[TrustRobot], None], is_yes: bool
) -> None:
    question = ask()
    answer(question)
    assert question.answers == [is_yes]
    qtbot.waitUntil(lambda: question.is_gone)


def test_opening_it_returns_at_once_without_an_answer(ask: Ask) -> None:
    question = ask()
    assert question.answers == []
    question.not_now()


def test_the_program_is_for_reading(ask: Ask) -> None:
    question = ask()
    question.type_in_the_code("pass")
    assert question.code() == CODE
    question.not_now()


def test_nothing_hides_in_the_program_or_in_its_name(ask: Ask) -> None:
    question = ask("x = 1" + " " * 900 + "; import os\n# \u202e\x08\n", "server\u202egnp.py")
    assert "⟨U+202E⟩⟨BS⟩" in question.code()
    assert "⟨U+202E⟩" in question.what()
    assert question.has_all_within_its_width()
    question.not_now()


def test_a_name_of_any_length_leaves_room_for_the_question(ask: Ask) -> None:
    question = ask(name="x" * 5000)
    assert len(question.what()) < 200
    question.not_now()


@pytest.mark.parametrize(
    "text",
    [
        "#" * CODE_LIMIT,
        "\n" * CODE_LIMIT,
        "x=(" * (CODE_LIMIT // 3),
        "'''\n" * (CODE_LIMIT // 4),
    ],
    ids=["one line", "empty lines", "brackets", "strings"],
)
def test_the_largest_program_is_shown_soon(ask: Ask, text: str) -> None:
    began = process_time()
    question = ask(text)
    assert process_time() - began < 2  # CPU time, on a machine that may be slow
    assert question.code().replace("\n", "") == text.replace("\n", "")
    question.not_now()


def test_files_beside_the_program_are_named_counted_and_shown(qtbot: Any, dressed: QApplication) -> None:
    beside = [(f"m{number}.py", f"x = {number}\n") for number in range(10)]
    question = TrustRobot(qtbot, TrustQuestion("server.py", CODE, None, beside))
    words = question.all_words()
    assert "It imports from its folder: m0.py, m1.py," in words
    assert "m7.py and 2 more" in words
    assert "13 lines" in words
    assert all(text in question.code() for _, text in beside)
    assert question.has_all_within_its_width()
    question.not_now()
