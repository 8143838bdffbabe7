"""What may stand on the command line, and what each word of it means.

Loaded only where something stands there: reading nothing takes argparse 5 ms, and a window is to open.
"""

import argparse
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Command = Callable[[argparse.Namespace], int]


def parse(
    words: Sequence[str], commands: Mapping[str, Command], version: Callable[[], str]
) -> Callable[[], int]:
    """Return what the words wish for, ready to be called; `commands` are "window", "tour" and so on.

    Raises `SystemExit` where there is no such wish, and where the help or the version was all.
    """
    parser = argparse.ArgumentParser(
        prog="socket-lab", description="A laboratory for Python's socketserver. Without a word: the window."
    )
    parser.add_argument(
        "--version", action=_ShowVersion, nargs=0, const=version, help="show the version and end"
    )
    parser.set_defaults(run="window")
    found = parser.add_subparsers(metavar="WORD")
    _add_pictures(found)
    _add_run(found)
    _add_check_lesson(found)
    arguments = parser.parse_args(words)
    return lambda: commands[arguments.run](arguments)


def _add_pictures(words: Any) -> None:
    tour = words.add_parser("tour", help="a server, two clients and a picture of the window, in the terminal")
    tour.add_argument("--picture", metavar="PATH", help="where to save the picture (default: a new folder)")
    tour.set_defaults(run="tour")
    picture = words.add_parser("picture", help="save a picture of the window with a conversation in it")
    picture.add_argument("picture", metavar="PATH", help="the file to write (.png)")
    picture.set_defaults(run="picture")


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
    run.set_defaults(run="run")


def _add_check_lesson(words: Any) -> None:
    check = words.add_parser("check-lesson", help="say what is wrong with lessons, and rehearse them")
    check.add_argument("files", nargs="+", metavar="FILE", help="a lesson (.toml), or a folder of them")
    check.add_argument("--allow-code", action="store_true", help="run programs that a lesson brings")
    check.set_defaults(run="check-lesson")


def _seconds(written: str) -> float:
    seconds = float(written)
    if not 0 < seconds <= 86_400:  # so it is for NaN
        raise argparse.ArgumentTypeError("a number of seconds above 0 is needed")
    return seconds


class _ShowVersion(argparse.Action):
    """As argparse's own, but looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        version: Any = self.const
        print(f"socket-lab {version()}")
        parser.exit()
