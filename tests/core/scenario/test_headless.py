"""The commands `socket-lab run` and `socket-lab check-lesson`, as a grader and CI call them."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import psutil
import pytest

from core.scenario.reports import Report, junit
from core.scenario.running import Outcome, Result
from tests.core.scenario.samples import EXPERIMENT, LESSON

ROOT = Path(__file__).resolve().parents[3]

SERVER = """\
import socketserver

class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.sendall(self.request.recv(100).lower())
"""


def command(*words: str | Path) -> list[str]:
    return [sys.executable, "-m", "gui", *map(str, words)]


def lab(*words: str | Path) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command(*words), cwd=ROOT, env=environ, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "exercise.toml"
    path.write_text(EXPERIMENT)
    return path


def test_a_run_that_passes_tells_what_happened_and_exits_with_0(file: Path) -> None:
    done = lab("run", file)
    assert (done.returncode, done.stderr) == (0, "")
    for part in (
        "One at a time",
        "listens on 127.0.0.1:",
        "A → ",
        "A ← ",
        "✓ one reply",
        "2 of 2 checks passed",
    ):
        assert part in done.stdout


def test_a_run_that_fails_says_what_it_looked_for_and_exits_with_1(file: Path) -> None:
    file.write_text(EXPERIMENT.replace("equals = 1", "equals = 7"))
    done = lab("run", file)
    assert (done.returncode, done.stderr) == (1, "")
    assert "✗ one reply\n      Looked for: one reply. Found: 1." in done.stdout


def test_a_file_that_cannot_be_read_exits_with_2_and_names_the_line(file: Path) -> None:
    file.write_text(EXPERIMENT.replace("start =", "begin ="))
    done = lab("run", file)
    assert done.returncode == 2
    assert f"{file}:" in done.stderr
    assert "There is no field begin here" in done.stderr
    missing = lab("run", file.with_name("missing.toml"))
    assert missing.returncode == 2
    assert "No such file" in missing.stderr


def test_of_several_files_the_worst_counts_and_each_is_in_the_reports(file: Path) -> None:
    wrong = file.with_name("wrong.toml")
    wrong.write_text(EXPERIMENT.replace("equals = 1", "equals = 7"))
    report, facts = file.with_name("junit.xml"), file.with_name("facts.json")
    done = lab("run", file, wrong, "--junit", report, "--json", facts, "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    suites = ElementTree.parse(report).getroot()
    counted = [(suite.get("tests"), suite.get("failures"), suite.get("errors")) for suite in suites]
    assert counted == [("2", "0", "0"), ("2", "1", "0")]
    [failure] = suites.iter("failure")
    assert failure.get("message") == "Looked for: one reply. Found: 1."
    found = json.loads(facts.read_text("utf-8"))
    assert found["platform"] == sys.platform
    assert found["python"].startswith("3.")
    assert [file["measures"] for file in found["files"]] == [{"replies": 1}, {"replies": 1}]
    assert [check["passed"] for check in found["files"][1]["checks"]] == [False, True]


def test_a_report_on_standard_output_has_it_for_itself(file: Path) -> None:
    done = lab("run", file, "--json", "-")
    assert json.loads(done.stdout)["passed"] is True
    assert "✓ one reply" in done.stderr


def test_a_report_that_cannot_be_written_is_told(file: Path) -> None:
    done = lab("run", file, "--quiet", "--junit", file / "x.xml")
    assert done.returncode == 2
    assert "was not written" in done.stderr


def test_a_lesson_is_run_by_its_solution(file: Path) -> None:
    file.write_text(LESSON)
    assert lab("run", file).returncode == 0


def test_a_hand_in_runs_only_when_it_is_allowed(file: Path) -> None:
    server = file.with_name("server.py")
    server.write_text(SERVER)
    refused = lab("run", file, "--server", server)
    assert refused.returncode == 2
    assert "--allow-code" in refused.stderr
    assert lab("run", file, "--server", server, "--allow-code").returncode == 0
    assert lab("run", file, "--server", f"serial={server}", "--allow-code").returncode == 0
    server.write_text(SERVER.replace(".lower()", ""))
    wrong = lab("run", file, "--server", server, "--allow-code")
    assert wrong.returncode == 1
    assert "✗ a reply in lower case" in wrong.stdout
    missing = lab("run", file, "--server", "nothing.py", "--allow-code")
    assert missing.returncode == 2
    assert "There is no file nothing.py" in missing.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_ctrl_c_leaves_nothing_behind(file: Path) -> None:
    file.write_text(EXPERIMENT.replace("client = 1 }\n", "client = 9 }\nseconds = 100\n"))
    environ = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(
        command("run", file), cwd=ROOT, env=environ, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        line = next(line for line in process.stdout if "A ← " in line)
        assert line
        children = psutil.Process(process.pid).children(recursive=True)
        assert children
        process.send_signal(signal.SIGINT)
        process.stdout.read()
        assert process.wait(20) == 130
    assert [child for child in children if child.is_running()] == []


def test_no_qt_is_loaded_for_it(file: Path) -> None:
    program = (
        f"import sys; from gui.__main__ import main; main(['run', '--quiet', {str(file)!r}]); "
        "print([name for name in sys.modules if name.startswith('PySide6')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_check_lesson_rehearses_a_folder(file: Path) -> None:
    file.write_text(LESSON)
    file.with_name("other.toml").write_text(LESSON)
    done = lab("check-lesson", file.parent)
    assert (done.returncode, done.stdout.count("✓")) == (0, 2)


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("title = \"Say it\"", "titel = \"Say it\"", 2, "There is no field titel here"),
        ("equals = 0", "at_least = 0", 1, "Several choices turned out right"),
        ("[servers.serial]", "[servers.serial]\ncode = '''\nimport this\n'''", 2, "--allow-code"),
    ],
)  # fmt: skip
def test_check_lesson_tells_what_is_wrong(file: Path, old: str, new: str, code: int, said: str) -> None:
    file.write_text(LESSON.replace(old, new, 1))
    done = lab("check-lesson", file)
    assert done.returncode == code
    assert said in done.stdout


def test_check_lesson_tells_that_there_is_no_lesson(file: Path) -> None:
    assert "This is an experiment, not a lesson" in lab("check-lesson", file).stdout
    file.unlink()
    assert "There is no lesson" in lab("check-lesson", file.parent).stdout


def test_junit_holds_what_xml_cannot() -> None:
    outcomes = [Outcome("name \x1b[31m \ud800", "problem \0 <&> \uffff")]
    text = junit([Report("x.toml", Result("T\x07", outcomes), ("line \x0b",))])
    [case] = ElementTree.fromstring(text.encode()).iter("testcase")
    assert case.get("name") == "name \\x1b[31m \\ud800"
    [failure] = case
    assert failure.text == "problem \\x00 <&> \\uffff"


def test_junit_knows_skipped_and_refused_files() -> None:
    skipped = Report("a.toml", Result("A", skipped="not here"))
    refused = Report("b.toml", Result("B"), refusal="b.toml:1: wrong")
    root = ElementTree.fromstring(junit([skipped, refused]).encode())
    assert [[child.tag for child in case] for case in root.iter("testcase")] == [["skipped"], ["error"]]
