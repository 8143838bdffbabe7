"""lab.py: when .venv is made anew, what is said when that fails, and that two starts do not meet."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

import lab

PROJECT = """
[project]
dependencies = ["first>=1"]
[dependency-groups]
test = ["second>=2"]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose .venv is whole: a Python, and a stamp that fits."""
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    python = lab.venv_python(tmp_path)
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    lab.write_stamp(tmp_path, [""], ["offscreen"])
    return tmp_path


def test_a_whole_venv_stays(root: Path) -> None:
    assert lab.why_stale(root) == ""
    assert lab.fits(root, [""])


def test_a_whole_venv_is_not_touched(root: Path) -> None:
    before = saved(root)
    lab.set_up(root, [""], ["offscreen"])
    assert saved(root) == before


def saved(root: Path) -> dict[Path, int]:
    """Return when each file was saved last."""
    return {path: path.stat().st_mtime_ns for path in root.rglob("*")}


def no_venv(root: Path) -> Path:
    (root / ".venv").rename(root / "elsewhere")
    return root


def no_stamp(root: Path) -> Path:
    lab.stamp_file(root).unlink()
    return root


def torn_stamp(root: Path) -> Path:
    lab.stamp_file(root).write_bytes(lab.stamp_file(root).read_bytes()[:40])
    return root


def foreign_stamp(root: Path) -> Path:
    lab.stamp_file(root).write_text('["another", "shape"]')
    return root


def broken_link(root: Path) -> Path:
    lab.venv_python(root).unlink()
    lab.venv_python(root).symlink_to(root / "a Python that was removed")
    return root


def link_to_another_python(root: Path) -> Path:
    another = root / "python-after-an-upgrade"
    another.write_text("#!/bin/sh\n")
    another.chmod(0o755)
    lab.venv_python(root).unlink()
    lab.venv_python(root).symlink_to(another)
    return root


def another_version(root: Path) -> Path:
    stamp = json.loads(lab.stamp_file(root).read_text())
    stamp["foundation"]["python"] = "3.9 in /usr"
    lab.stamp_file(root).write_text(json.dumps(stamp))
    return root


def moved_folder(root: Path) -> Path:
    return root.rename(root.with_name("moved"))


def other_dependencies(root: Path) -> Path:
    (root / "pyproject.toml").write_text(PROJECT.replace("first>=1", "first>=1.1"))
    return root


@pytest.mark.parametrize(
    ("happens", "why"),
    [
        (no_venv, "none yet"),
        (no_stamp, "half made"),
        (torn_stamp, "half made"),
        (foreign_stamp, "half made"),
        (broken_link, "its Python is gone"),
        (link_to_another_python, "another Python"),
        (another_version, "another Python"),
        (moved_folder, "another place"),
        (other_dependencies, "other packages"),
    ],
)
def test_a_venv_that_no_longer_fits_is_made_again(
    root: Path, happens: Callable[[Path], Path], why: str
) -> None:
    assert why in lab.why_stale(happens(root))


def test_a_changed_test_group_matters_only_where_it_is_installed(root: Path) -> None:
    (root / "pyproject.toml").write_text(PROJECT.replace("second>=2", "second>=3"))
    assert lab.why_stale(root) == ""
    lab.write_stamp(root, ["", "test"], [])
    (root / "pyproject.toml").write_text(PROJECT)
    assert "other packages" in lab.why_stale(root)


def test_a_group_that_is_new_is_added_without_starting_over(root: Path) -> None:
    assert not lab.fits(root, ["", "test"])
    assert lab.why_stale(root) == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no os.geteuid")
def test_a_learner_can_start_what_an_administrator_has_set_up(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    before = lab.stamp_file(root).read_bytes()
    lab.set_up(root, [""], ["a platform that nobody has looked at"])
    assert lab.stamp_file(root).read_bytes() == before


def test_the_stamp_is_written_whole_or_not_at_all(root: Path) -> None:
    assert [path.name for path in (root / ".venv").glob("made-by-lab*")] == [lab.stamp_file(root).name]


@pytest.fixture
def with_language(root: Path) -> Path:
    """A project with a language, whose lrelease writes what it was given behind a word of its own."""
    release = lab.venv_python(root).with_name("pyside6-lrelease")
    release.write_text(f"#!{sys.executable}\nimport sys\n{LRELEASE}")
    release.chmod(0o755)
    folder = root / "resources" / "translations"
    folder.mkdir(parents=True)
    (folder / "lab_zh_CN.ts").write_text("first")
    return root


LRELEASE = """
_, _silent, source, _qm, built = sys.argv
text = open(source).read()
sys.exit("nonsense") if text == "nonsense" else open(built, "w").write("built of " + text)
"""

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="lrelease is a script here")


def built(root: Path) -> str:
    return lab.built_file(root, "lab_zh_CN.ts").read_text()


@on_posix
def test_a_language_is_built_once(with_language: Path) -> None:
    assert not lab.are_built(with_language)
    lab.set_up(with_language, [""], ["offscreen"])
    assert built(with_language) == "built of first"
    before = saved(with_language)
    lab.set_up(with_language, [""], ["offscreen"])
    assert saved(with_language) == before


@on_posix
def test_a_language_is_built_again_when_translators_wrote_or_it_is_gone(with_language: Path) -> None:
    lab.set_up(with_language, [""], ["offscreen"])
    source = with_language / "resources" / "translations" / "lab_zh_CN.ts"
    source.write_text("second")
    lab.set_up(with_language, [""], ["offscreen"])
    assert built(with_language) == "built of second"
    lab.built_file(with_language, source.name).unlink()
    lab.set_up(with_language, [""], ["offscreen"])
    assert built(with_language) == "built of second"


@on_posix
def test_a_language_that_cannot_be_built_keeps_nobody_from_starting(
    with_language: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (with_language / "resources" / "translations" / "lab_zh_CN.ts").write_text("nonsense")
    lab.set_up(with_language, [""], ["offscreen"])
    assert "could not be built; English is there" in capfd.readouterr().err
    assert lab.fits(with_language, [""])
    assert not lab.are_built(with_language)


def test_a_stamp_from_before_there_were_languages_is_whole(root: Path) -> None:
    assert "translations" not in lab.read_stamp(root)
    assert lab.are_built(root)


def test_one_start_waits_for_the_other(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    second_is_in = threading.Event()

    def second_start() -> None:
        with lab.only_one(root):
            second_is_in.set()

    with lab.only_one(root):
        second = threading.Thread(target=second_start)
        second.start()
        assert not second_is_in.wait(0.5)
    second.join()
    assert second_is_in.is_set()
    assert "waiting for it" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("ERROR: [Errno 28] No space left on device: 'x'", "disk is full"),
        ("Failed to establish a new connection: Temporary failure in name resolution", "no network"),
        ("SSLError(SSLCertVerificationError(CERTIFICATE_VERIFY_FAILED))", "not trusted"),
        ("ERROR: No matching distribution found for PySide6-Essentials", "no version for this Python"),
        ("PermissionError: [Errno 13] Permission denied", "may not be written"),
        ("something that nobody has foreseen", "lines above"),
    ],
)
def test_a_program_that_fails_is_explained(said: str, why: str) -> None:
    program = f"print('first'); print({said!r}); raise SystemExit(3)"
    with pytest.raises(lab.SetupError) as failed:
        lab._run("Installing did not work.", [sys.executable, "-c", program])
    message = str(failed.value)
    assert said in message
    assert "Installing did not work." in message
    assert why in message
    assert "\nTry: " in message


def test_only_the_last_lines_of_a_failure_are_shown() -> None:
    program = "for number in range(500): print('line', number)\nraise SystemExit(1)"
    with pytest.raises(lab.SetupError) as failed:
        lab._run("It did not work.", [sys.executable, "-c", program])
    shown = [line for line in str(failed.value).splitlines() if line.startswith("line")]
    assert len(shown) == lab.LAST_LINES
    assert shown[-1] == "line 499"


def test_a_broken_pyproject_is_told_without_a_traceback(tmp_path: Path) -> None:
    copied = tmp_path / "lab.py"
    copied.write_bytes(Path(lab.__file__).read_bytes())
    (tmp_path / "gui").symlink_to(Path(lab.__file__).parent / "gui")
    (tmp_path / ".venv").mkdir()
    (tmp_path / "pyproject.toml").write_text("[project")
    done = subprocess.run([sys.executable, str(copied)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "pyproject.toml cannot be read" in done.stderr
    assert "Traceback" not in done.stderr


def test_lab_keeps_to_a_syntax_that_old_pythons_can_read() -> None:
    import ast

    source = Path(lab.__file__).read_text("utf-8")
    ast.parse(source, feature_version=(3, 7))
