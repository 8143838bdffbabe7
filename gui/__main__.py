"""The command `socket-lab`: opens the window, or shows the same in the terminal.

Qt is imported only once it is sure to be wanted and to load: a server process, which has to be light, and
a machine without a display come through here too.
"""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from gui import needs

DISTRIBUTION = "socket-lab"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (default: the process's own); return its exit code."""
    arguments = _parser().parse_args(argv)
    run: Callable[[argparse.Namespace], int] = arguments.run
    try:
        return run(arguments)
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="socket-lab", description="A laboratory for Python's socketserver. Without a word: the window."
    )
    parser.add_argument("--version", action=_ShowVersion, nargs=0, help="show the version and end")
    parser.set_defaults(run=_open_window, picture=None)
    words = parser.add_subparsers(metavar="WORD")
    tour = words.add_parser("tour", help="a server, two clients and a picture of the window, in the terminal")
    tour.add_argument("--picture", metavar="PATH", help="where to save the picture (default: a new folder)")
    tour.set_defaults(run=_tour)
    picture = words.add_parser("picture", help="save a picture of the window with a conversation in it")
    picture.add_argument("picture", metavar="PATH", help="the file to write (.png)")
    picture.set_defaults(run=_picture)
    _add_run(words)
    _add_check_lesson(words)
    return parser


def _add_run(words: Any) -> None:
    run = words.add_parser("run", help="perform experiments and lessons without a window, and check them")
    run.add_argument("files", nargs="+", metavar="FILE", help="a scenario (.toml)")
    run.add_argument(
        "--server", default="", metavar="[NAME=]FILE", help="a program (.py), in place of its server"
    )
    run.add_argument("--allow-code", action="store_true", help="run programs that a file brings, or --server")
    run.add_argument("--json", default="", metavar="PATH", help="write what came of it as JSON (-: print it)")
    run.add_argument("--junit", default="", metavar="PATH", help="write it as JUnit's XML (-: print it)")
    run.add_argument(
        "--seconds", type=_seconds, default=120.0, metavar="N", help="give a run up after so long"
    )
    run.add_argument("--quiet", action="store_true", help="print nothing but errors")
    run.set_defaults(run=_run_scenarios)


def _add_check_lesson(words: Any) -> None:
    check = words.add_parser("check-lesson", help="say what is wrong with lessons, and rehearse them")
    check.add_argument("files", nargs="+", metavar="FILE", help="a lesson (.toml), or a folder of them")
    check.add_argument("--allow-code", action="store_true", help="run programs that a lesson brings")
    check.set_defaults(run=_check_lessons)


def _seconds(written: str) -> float:
    seconds = float(written)
    if not 0 < seconds <= 86_400:  # so it is for NaN
        raise argparse.ArgumentTypeError("a number of seconds above 0 is needed")
    return seconds


class _ShowVersion(argparse.Action):
    """As argparse's own, but looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        print(f"socket-lab {version()}")
        parser.exit()


def _open_window(arguments: argparse.Namespace) -> int:
    no_display = needs.display_problem(os.environ)
    if no_display:
        print(
            f"{no_display}\nSo here is the lab in the terminal, the same as `socket-lab tour`.\n", flush=True
        )
        return _tour(arguments)
    if not _qt_is_ready():
        return 1
    gc.disable()  # until the window is there: nothing is thrown away, and looking for it took 15 ms
    from gui.app import run

    return run([DISTRIBUTION])


def _tour(arguments: argparse.Namespace) -> int:
    from gui.tour import tour

    return tour(Path(arguments.picture) if arguments.picture else None)


def _picture(arguments: argparse.Namespace) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not _qt_is_ready():
        return 1
    from gui.picture import make_picture

    try:
        make_picture(Path(arguments.picture))
    except OSError as error:  # A TimeoutError is one too.
        print(f"There is no picture: {error}.", file=sys.stderr)
        return 1
    return 0


def _run_scenarios(arguments: argparse.Namespace) -> int:
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


def _check_lessons(arguments: argparse.Namespace) -> int:
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
