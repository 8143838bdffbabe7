"""Every check, whatever the others say; `python3 lab.py test` ends here.

Words on the command line go to pytest.  pytest's own closing line comes last, unless something failed.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from gui import needs

ROOT = Path(__file__).resolve().parents[1]

STATIC = {
    "format": ("ruff", "format", "--check", "."),
    "lint": ("ruff", "check", "."),
    "types": ("mypy",),
    "layers": ("lint-imports",),
    "translations": ("python", "-m", "tests.translations", "check"),
}

ALL_TESTS = ("pytest", "-n", "2", "--dist", "loadfile")

# Those that use the window as a whole, and in one process: on an X server without a window manager, two would
# take the focus from each other.
WINDOW_TESTS = (
    *("pytest", "-q"),
    *(f"tests/gui/test_{name}.py" for name in ("main_job", "errors", "stop", "stage", "hostile_window")),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a check; `said` is for people if it failed."""

    name: str
    verdict: str
    seconds: float
    note: str
    said: str = ""


def main(words: Sequence[str]) -> int:
    """Run every check; return 0 if none failed, else 1."""
    failed = [outcome.name for outcome in quiet_checks(with_window=not words) if outcome.verdict == "FAILED"]
    environ = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM") or "offscreen"}
    print(" ".join([*ALL_TESTS, *words]), flush=True)
    if subprocess.run(
        _command([*ALL_TESTS, *words]), cwd=ROOT, env=os.environ | environ, check=False
    ).returncode:
        failed.append("tests")
    if failed:
        print(f"Failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def quiet_checks(with_window: bool) -> Iterator[Outcome]:
    """Run the checks that need a line each, two at a time, and tell it as they end."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        window = [pool.submit(real_window)] if with_window else []  # First, for it takes longest.
        static = [pool.submit(check, name, command) for name, command in STATIC.items()]
        for future in static + window:
            outcome = future.result()
            print(
                f"{outcome.name:12}{outcome.verdict:8}{outcome.seconds:6.1f} s   {outcome.note}", flush=True
            )
            if outcome.verdict == "FAILED":
                print(outcome.said, flush=True)
            yield outcome


def check(name: str, command: Sequence[str], environ: Mapping[str, str] | None = None) -> Outcome:
    """Run a program that passes with exit code 0, and keep what it says."""
    began = time.monotonic()
    done = subprocess.run(
        _command(command),
        cwd=ROOT,
        env={**os.environ, **(environ or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    verdict = "FAILED" if done.returncode else "ok"
    return Outcome(name, verdict, time.monotonic() - began, " ".join(command), done.stdout)


def real_window() -> Outcome:
    """Run the window's tests in a real window on an X server of our own, where there is one."""
    if not shutil.which("Xvfb"):
        return Outcome("real window", "skipped", 0, "there is no Xvfb here (Debian: apt-get install xvfb)")
    if missing := needs.missing_libraries(("xcb",)):
        return Outcome("real window", "skipped", 0, f"these libraries are missing: {', '.join(missing)}")
    with x_server() as display:
        return check("real window", WINDOW_TESTS, {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"})


@contextmanager
def x_server() -> Iterator[str]:
    """Run an X server on a display that is free; gives its name."""
    told, tell = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(tell),
        "-screen",
        "0",
        "1600x1000x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    with (
        subprocess.Popen(command, pass_fds=[tell], stderr=subprocess.DEVNULL) as server,
        open(told) as answer,
    ):
        os.close(tell)  # Ours: if the server cannot start, readline() meets the end instead of waiting.
        try:
            yield ":" + answer.readline().strip()
        finally:
            server.terminate()


def _command(words: Sequence[str]) -> list[str]:
    """Take the program from the folder of the Python that runs this."""
    return [str(Path(sys.executable).with_name(words[0])), *words[1:]]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
