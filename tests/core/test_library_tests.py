"""Our classes are `socketserver` classes: they pass the library's own tests, observed and not."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.core.library_tests import KINDS, LEFT_OUT, our_classes

ROOT = Path(__file__).resolve().parents[2]


def _is_shipped() -> bool:
    return bool(importlib.util.find_spec("test") and importlib.util.find_spec("test.test_socketserver"))


def run_library_tests(kind: str, folder: Path) -> subprocess.CompletedProcess[str]:
    # A process of its own: the library's tests collect every child that there is.
    return subprocess.run(
        [sys.executable, "-m", "tests.core.library_tests", kind],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )


@pytest.mark.skipif(not _is_shipped(), reason="this Python comes without its own tests")
@pytest.mark.parametrize("kind", KINDS)
def test_the_librarys_own_tests_pass_with_our_classes(kind: str, tmp_path: Path) -> None:
    run = run_library_tests(kind, tmp_path)
    assert run.returncode == 0, run.stderr
    passed = [word for word in run.stdout.split() if word.startswith("test_")]
    assert {f"test_{name}" for name, _ in our_classes(KINDS[kind])} <= set(passed), run.stderr
    assert len(passed) > 20, run.stderr
    assert LEFT_OUT not in passed
