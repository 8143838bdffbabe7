import pytest

from core.scenario.reading import decode
from core.scenario.rehearsal import rehearse
from core.scenario.running import CodeNotAllowed, run
from tests.core.scenario.samples import EXPERIMENT, LESSON, experiment, lesson

CODE = """
code = '''
import socketserver
class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.sendall(self.request.recv(100))
'''
framing = "json"
"""

WHERE = 'systems = ["beos"]\nwhy_here = "It is old."\ntitle'

SOLVED = '{ start = "serial" }, { connect = "A", to = "serial" }'


def test_an_experiment_is_performed_and_checked() -> None:
    lines: list[str] = []
    result = run(experiment(), say=lines.append)
    assert result.passed
    assert [outcome.name for outcome in result.outcomes] == ["one reply", "a reply in lower case"]
    assert result.measures == {"replies": 1}
    told = "\n".join(lines)
    for part in (
        "serial listens on 127.0.0.1:",
        'A → {"Say": "HELLO"}',
        'A ← {"Say": "hello"}',
        "✓ one reply",
    ):
        assert part in told


def test_a_check_that_fails_says_what_it_was_looking_for() -> None:
    result = run(decode(EXPERIMENT.replace("equals = 1", "equals = 2")))
    assert [outcome.problem for outcome in result.outcomes] == ["Looked for: one reply. Found: 1.", ""]
    assert not result.passed


def test_a_lesson_performs_its_solution() -> None:
    result = run(lesson())
    assert [(outcome.name, outcome.problem) for outcome in result.outcomes] == [
        ("talk: a reply", ""),
        ("what: A reply.", ""),
    ]


def test_code_of_its_own_runs_only_when_somebody_says_so() -> None:
    scenario = decode(EXPERIMENT.replace("[measures.replies]", f"{CODE}\n[measures.replies]"))
    with pytest.raises(CodeNotAllowed):
        run(scenario)
    outcomes = run(scenario, allow_code=True).outcomes
    assert [outcome.passed for outcome in outcomes] == [True, False]


def test_an_example_of_the_gallery_runs_without_being_asked_for() -> None:
    text = EXPERIMENT.replace("[measures.replies]", 'example = "tcp_server"\n\n[measures.replies]')
    assert run(decode(text)).measures["replies"] == 1


def test_what_is_for_another_system_is_skipped_with_the_reason() -> None:
    result = run(decode(EXPERIMENT.replace("title", WHERE, 1)))
    assert result.skipped == "It is not for this system. It is old."
    assert result.passed


def test_nobody_waits_where_nothing_can_happen_any_more() -> None:
    text = EXPERIMENT.replace(
        "[[actions]]\nwait", '[[actions]]\nkill = "serial"\n\n[[actions]]\nseconds = 100\nwait'
    )
    result = run(decode(text.replace("client = 1 }\n", "client = 9 }\n")), seconds=20)
    assert "Nothing more can happen" in result.outcomes[0].problem


def test_a_run_ends_in_time() -> None:
    result = run(decode(EXPERIMENT.replace("client = 1 }\n", "client = 9 }\nseconds = 100\n")), seconds=1)
    assert result.outcomes[0].problem == "The run took too long and was given up."
    assert result.seconds < 10


def test_a_good_lesson_passes_its_rehearsal() -> None:
    outcomes = rehearse(lesson())
    assert [outcome.problem for outcome in outcomes] == ["", "", ""]
    assert outcomes[-1].name == "talk: wrong actions do not tick"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            f"wrong = [{SOLVED}]",
            f'wrong = [{SOLVED}, {{ send = "A", json = 1 }}]',
            "The wrong actions ticked the step.",
        ),
        ('for = "a reply"', 'for = "a reply", at_least = 2', "Looked for: a reply. Found: 1."),
        ('for = "a reply"', 'for = "a reply", at_least = 0', "The step is ticked before anything is done."),
        ("equals = 0", "at_least = 0", "Several choices turned out right: Nothing. / A reply."),
        ("at_least = 1 }]", "at_least = 5 }]", "No choice turned out right."),
    ],
)
def test_a_rehearsal_finds(old: str, new: str, problem: str) -> None:
    outcomes = rehearse(decode(LESSON.replace(old, new, 1)))
    assert problem in [outcome.problem for outcome in outcomes]
