"""What was done in the window is saved, opened, and done again in the window."""

from pathlib import Path
from typing import Any

import pytest

from core.scenario.reading import read
from core.scenario.running import run
from gui.experiments.desk import ExperimentDesk
from tests.core.scenario.samples import EXPERIMENT, LESSON
from tests.gui.robots.experiments import ExperimentsRobot
from tests.gui.robots.lab import LabRobot
from tests.gui.robots.trust_question import TrustRobot

CODE = """
code = '''
import socketserver

class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        while data := self.request.recv(100):
            self.request.sendall(data.lower())
'''
framing = "json"
"""


@pytest.fixture
def experiments(lab: LabRobot, qtbot: Any) -> ExperimentsRobot:
    """The desk, from the window's beginning."""
    window = lab.window
    desk = getattr(window, "experiments", None) or ExperimentDesk(window._lesson_tools())
    return ExperimentsRobot(qtbot, window, desk)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "opened.toml"
    path.write_text(EXPERIMENT)
    return path


def talk(lab: LabRobot) -> None:
    """Start a server, let two clients talk to it, and let the first one go."""
    lab.start()
    first = lab.new_client()
    assert first.ask('{"Say": "HELLO"}') == '{"Say": "hello"}'
    first.disconnect()
    second = lab.new_client()
    assert second.ask('"ME TOO"') == '"me too"'


def test_what_is_on_the_screen_is_saved_and_passes_without_a_window(
    lab: LabRobot, experiments: ExperimentsRobot, tmp_path: Path
) -> None:
    talk(lab)
    experiments.save(tmp_path / "mine", "My *first* one", "It is slow.\nSee?", transcript=True)
    assert experiments.said == ["Saved as mine.toml."]
    scenario = read(tmp_path / "mine.toml")
    assert (scenario.title, scenario.about) == ("My *first* one", "It is slow.\nSee?")
    assert scenario.transcript[:2] == ['A → {"Say": "HELLO"}', 'A ← {"Say": "hello"}']
    result = run(scenario)
    assert [outcome.problem for outcome in result.outcomes] == ["", ""]


def test_what_was_saved_is_opened_and_done_again_in_the_window(
    lab: LabRobot, experiments: ExperimentsRobot, tmp_path: Path
) -> None:
    talk(lab)
    experiments.save(tmp_path / "mine.toml", "Again", transcript=True)
    experiments.open(tmp_path / "mine.toml")
    assert experiments.title() == "Again"
    assert experiments.actions()[:2] == ["start server", "connect A to server"]
    assert experiments.checks()[0].startswith("○")
    assert experiments.transcript()[1] == 'A ← {"Say": "hello"}'
    servers = len(lab.servers.titles())
    experiments.run()
    assert experiments.wait_for_result() == "Everything came about as expected."
    assert [check[0] for check in experiments.checks()] == ["✓", "✓"]
    assert len(lab.servers.titles()) == servers + 1
    experiments.close()


def test_there_is_nothing_to_save_at_first(experiments: ExperimentsRobot) -> None:
    assert experiments.save_in_vain().startswith("There is nothing to save yet.")


def test_what_cannot_be_written_is_said_and_can_be_saved_elsewhere(
    lab: LabRobot, experiments: ExperimentsRobot, tmp_path: Path
) -> None:
    talk(lab)
    experiments.save(tmp_path / "missing" / "mine.toml", "T")
    assert "There is no such folder." in experiments.box()
    assert experiments.said == []
    experiments.save(tmp_path / "mine.toml", "T")
    assert experiments.said == ["Saved as mine.toml."]


def test_a_check_that_fails_says_what_it_was_looking_for(experiments: ExperimentsRobot, file: Path) -> None:
    file.write_text(EXPERIMENT.replace("equals = 1", "equals = 2"))
    experiments.open(file)
    experiments.run()
    assert experiments.wait_for_result() == "Looked for: one reply. Found: 1."
    assert [check[0] for check in experiments.checks()] == ["✗", "✓"]
    experiments.close()


def test_a_program_in_a_file_runs_only_after_the_question(
    experiments: ExperimentsRobot, file: Path, qtbot: Any
) -> None:
    file.write_text(EXPERIMENT.replace("[measures.replies]", f"{CODE}\n[measures.replies]"))
    experiments.open(file)
    experiments.run()
    question = TrustRobot(qtbot, experiments.question())
    assert "socketserver.BaseRequestHandler" in question.code()
    question.not_now()
    assert experiments.checks()[0].startswith("○")
    experiments.run()
    TrustRobot(qtbot, experiments.question()).run_it()
    assert experiments.wait_for_result() == "Everything came about as expected."
    experiments.close()


def test_it_can_be_stopped(experiments: ExperimentsRobot, file: Path) -> None:
    file.write_text(EXPERIMENT.replace("client = 1 }\n", "client = 9 }\nseconds = 100\n"))
    experiments.open(file)
    experiments.run()
    experiments.run()
    assert experiments.wait_for_result() == "Not all of it came about. It was stopped."
    experiments.close()


def test_closing_the_paper_stops_it(lab: LabRobot, experiments: ExperimentsRobot, file: Path) -> None:
    file.write_text(EXPERIMENT.replace("client = 1 }\n", "client = 9 }\nseconds = 100\n"))
    experiments.open(file)
    experiments.run()
    experiments.leave()
    experiments.open(file)
    assert experiments.checks()[0].startswith("○")
    experiments.close()


def test_a_file_with_mistakes_is_told_with_their_lines(experiments: ExperimentsRobot, file: Path) -> None:
    file.write_text(EXPERIMENT.replace("start =", "begin =").replace("equals", "equalz"))
    experiments.open(file)
    said = experiments.box()
    assert said.startswith("opened.toml is no experiment that can be run.")
    assert "Line 12: There is no field equalz here" in said
    assert "There is no field begin here" in said


def test_a_lesson_and_a_file_that_is_not_there_are_told(experiments: ExperimentsRobot, file: Path) -> None:
    file.write_text(LESSON)
    experiments.open(file)
    assert experiments.box().startswith("opened.toml is a lesson.")
    experiments.open(file.with_name("missing.toml"))
    assert experiments.box().startswith("missing.toml cannot be opened.")
