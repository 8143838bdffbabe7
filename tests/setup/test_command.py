"""The command `socket-lab`, and what it takes to import it."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import PySide6
import pytest

from gui import __main__ as command

ROOT = Path(__file__).resolve().parents[2]


def run(words: Sequence[str], **environ: str) -> subprocess.CompletedProcess[str]:
    """Run Python with `words`, with no display but what `environ` says."""
    inherited = {name: value for name, value in os.environ.items() if name not in _DISPLAY}
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env={**inherited, "PYTHONIOENCODING": "utf-8", **environ},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


_DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.mark.parametrize(
    "module", ["core", "core.process", "core.host", "core.client", "gui.__main__", "gui.tour", "lab"]
)
def test_importing_it_loads_no_qt(module: str) -> None:
    program = f"import sys, {module}; print([name for name in sys.modules if name.startswith('PySide6')])"
    done = run(["-c", program])
    assert done.stderr == ""
    assert done.stdout == "[]\n"


def test_a_window_opens_without_what_only_its_views_servers_and_clients_need() -> None:
    heavy = "('psutil', 'pygments', 'msgspec', 'importlib.metadata', 'core.host', 'gui.panes.log.pane')"
    done = run(["-c", f"import sys, gui.app; print([name for name in {heavy} if name in sys.modules])"])
    assert done.stderr == ""
    assert done.stdout == "[]\n"


def test_version_is_the_one_in_pyproject() -> None:
    done = run(["-m", "gui", "--version"])
    assert done.stdout == f"socket-lab {command.version()}\n"


def test_a_word_that_is_none_is_refused() -> None:
    done = run(["-m", "gui", "fly"])
    assert done.returncode == 2
    assert "fly" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("pyside", ["6.12.0", "6.12.1", "6.13.0"])
def test_a_pyside_that_aborts_on_python_3_11_is_refused(monkeypatch: pytest.MonkeyPatch, pyside: str) -> None:
    monkeypatch.setattr(PySide6, "__version__", pyside)
    assert pyside in command.qt_problem((3, 11))
    assert command.qt_problem((3, 12)) == ""


def test_a_pyside_that_works_is_accepted() -> None:
    assert command.qt_problem() == ""


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these always have a display")
def test_without_a_display_the_tour_is_given(tmp_path: Path) -> None:
    done = run(["-m", "gui"], TMPDIR=str(tmp_path))
    assert "neither DISPLAY nor WAYLAND_DISPLAY" in done.stdout
    assert '"hello, server"' in done.stdout


def test_the_tour_shows_replies_hooks_and_a_picture(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    done = run(["-m", "gui", "tour", "--picture", str(picture)])
    assert done.returncode == 0, done.stdout + done.stderr
    assert 'A ← "hello, server"' in done.stdout
    assert '"你好 world"' in done.stdout
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert str(picture) in done.stdout
    hooks = [line.split()[-1] for line in done.stdout.splitlines() if line.endswith("()")]
    assert hooks.index("server.get_request()") < hooks.index("handler.handle()")
    assert hooks[-1] == "server.server_close()"


def test_the_tour_keeps_to_ascii_where_the_terminal_does(tmp_path: Path) -> None:
    done = run(["-m", "gui", "tour", "--picture", str(tmp_path / "p.png")], PYTHONIOENCODING="ascii")
    assert 'A <- "hello, server"' in done.stdout
    assert done.stdout.isascii()
