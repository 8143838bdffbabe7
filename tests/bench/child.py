"""Runs modules of the benchmark in processes of their own."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

PATIENCE = 300
"""Seconds that a process may take before the benchmark gives up on it."""


class ChildError(Exception):
    """A process of the benchmark did not end well; the text is what it said."""


def command(module: str, *words: object) -> list[str]:
    """Return how to run a module of the benchmark."""
    return [sys.executable, "-m", f"tests.bench.{module}", *map(str, words)]


def environment() -> dict[str, str]:
    """Return the surroundings of such a process: without a display, unless the user chose one."""
    found = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    # As users have it: what was imported once is compiled from then on.  Beside the modules, not among them.
    found.pop("PYTHONDONTWRITEBYTECODE", None)
    found["PYTHONPYCACHEPREFIX"] = str(Path(tempfile.gettempdir()) / f"socket-lab-bench-{ROOT.name}")
    return found


def ask(module: str, *words: object) -> Any:
    """Run a module and return what it answers: the last line that it prints, in JSON."""
    done = subprocess.run(
        command(module, *words),
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    if done.returncode or not done.stdout.strip():
        raise ChildError(f"{module} {words}: exit code {done.returncode}\n{done.stderr[-2_000:]}")
    return json.loads(done.stdout.splitlines()[-1])
