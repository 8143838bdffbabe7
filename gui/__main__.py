"""The command `socket-lab`: opens the window, or shows the same in the terminal.

Qt is imported only once it is sure to be wanted and to load: a server process, which has to be light, and
a machine without a display come through here too.
"""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gui import needs

if TYPE_CHECKING:
    from argparse import Namespace

DISTRIBUTION = "socket-lab"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (default: the process's own); return its exit code."""
    run = _wish(sys.argv[1:] if argv is None else argv)
    try:
        return run()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read what we print, `head` for instance, has had enough; so has Python's own last flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def version() -> str:
    """Return the program's version: from the checkout it runs in, or from its installation."""
    # Imported here: together they take as long as all that a window without Qt needs, and no window asks.
    import tomllib
    from importlib import metadata

    project = Path(__file__).resolve().parents[1] / "pyproject.toml"
    if project.is_file():
        return str(tomllib.loads(project.read_text("utf-8"))["project"]["version"])
    return metadata.version(DISTRIBUTION)


def qt_problem(python: tuple[int, int] = sys.version_info[:2]) -> str:
    """Return why the installed PySide6 must not be used with that version of Python, or "" where it may."""
    try:
        import PySide6
    except ModuleNotFoundError:
        return (
            "PySide6, which draws the window, is not installed in this Python.\n"
            'Try: python3 lab.py, or: pip install "PySide6-Essentials>=6.11.3"'
        )
    pyside = PySide6.__version__
    if python >= (3, 12) or _numbers(pyside) < (6, 12):
        return ""
    return (
        f"PySide6 {pyside} and Python {python[0]}.{python[1]} do not go together: from 6.12 on,\n"
        "PySide6 loses references to True and None on older Pythons, and the program would abort.\n"
        'Try: pip install "PySide6-Essentials>=6.11.3,<6.12", or a Python from 3.12 on.'
    )


def _wish(words: Sequence[str]) -> Callable[[], int]:
    """Return what the words of the command line wish for."""
    if not words:
        return _open_window
    from gui.command_line import parse

    commands = {
        "window": lambda _arguments: _open_window(),
        "tour": lambda arguments: _tour(arguments.picture),
        "picture": lambda arguments: _picture(arguments.picture),
        "run": _run_scenarios,
        "check-lesson": _check_lessons,
    }
    return parse(words, commands, version)


def _open_window() -> int:
    no_display = needs.display_problem(os.environ)
    if no_display:
        print(
            f"{no_display}\nSo here is the lab in the terminal, the same as `socket-lab tour`.\n", flush=True
        )
        return _tour()
    if not _qt_is_ready():
        return 1
    gc.disable()  # until the window is there: nothing is thrown away, and looking for it took 15 ms
    from gui.app import run

    return run([DISTRIBUTION])


def _tour(picture: str | None = None) -> int:
    from gui.tour import tour

    return tour(Path(picture) if picture else None)


def _picture(path: str) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not _qt_is_ready():
        return 1
    from gui.picture import make_picture

    try:
        make_picture(Path(path))
    except OSError as error:  # A TimeoutError is one too.
        print(f"There is no picture: {error}.", file=sys.stderr)
        return 1
    return 0


def _run_scenarios(arguments: "Namespace") -> int:
    from core.scenario.headless import Wishes, run_files

    wishes = Wishes(
        allow_code=arguments.allow_code,
        quiet=arguments.quiet,
        hand_in=arguments.server,
        json=arguments.json,
        junit=arguments.junit,
        seconds=arguments.seconds,
    )
    return run_files(arguments.files, wishes)


def _check_lessons(arguments: "Namespace") -> int:
    from core.scenario.headless import check_lessons

    return check_lessons(arguments.files, allow_code=arguments.allow_code)


def _qt_is_ready() -> bool:
    """Tell on standard error what keeps Qt from running, if anything does."""
    missing = needs.missing_libraries(needs.platforms(os.environ))
    problem = qt_problem() or (needs.explain_libraries(missing) if missing else "")
    if problem:
        print(problem, file=sys.stderr)
    return not problem


def _numbers(written: str) -> tuple[int, ...]:
    return tuple(int(part) for part in written.split(".")[:2] if part.isdigit())


if __name__ == "__main__":
    sys.exit(main())
