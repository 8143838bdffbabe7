"""`socket-lab run` and `socket-lab check-lesson`: scenarios in a terminal, for authors, graders and CI."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.scenario.course import is_own
from core.scenario.hand_in import HandInError, handed_in
from core.scenario.reading import ScenarioError, errors_in, read
from core.scenario.rehearsal import rehearse
from core.scenario.reports import Report, as_json, junit
from core.scenario.running import RUN_SECONDS, CodeNotAllowed, Outcome, Result, check_code, run, skip_reason
from core.scenario.scenario import Scenario
from core.source_file import SourceError, read_source
from core.wording import worded

PASSED = 0
FAILED = 1
REFUSED = 2
"""Exit codes: all is well; a check failed; a file could not be read, or may not be run."""

STDOUT = "-"
"""Stands for standard output where a path is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What `socket-lab run` was told: `hand_in` is NAME=FILE or FILE, `json` and `junit` where to write."""

    allow_code: bool = False
    quiet: bool = False
    hand_in: str = ""
    json: str = ""
    junit: str = ""
    seconds: float = RUN_SECONDS


def run_files(paths: Sequence[str], wishes: Wishes) -> int:
    """Run scenario files one after the other; return the worst exit code of all."""
    # A report on standard output has it for itself.
    stream = sys.stderr if STDOUT in (wishes.json, wishes.junit) else sys.stdout
    say = _speaker(stream if not wishes.quiet else None)
    reports = []
    try:
        for path in paths:
            reports.append(_report(path, wishes, say))
    finally:  # Ctrl+C in the middle: what is known by then is worth writing
        is_written = _write(reports, wishes)
    _sum_up(reports, say)
    return max([*map(_exit_code, reports), PASSED if is_written else REFUSED])


def check_lessons(paths: Sequence[str], *, allow_code: bool = False) -> int:
    """Look for mistakes in lesson files, or folders of them, and rehearse those without.

    Returns the worst exit code of all.
    """
    say = _speaker(sys.stdout)
    files = [file for path in paths for file in _lesson_files(Path(path))]
    if not files:
        say(worded("There is no lesson (*.toml) in {places}.", places=", ".join(paths)))
        return REFUSED
    return max(_check(file, say, allow_code) for file in files)


# socket-lab run --------------------------------------------------------------------------------------------


def _report(path: str, wishes: Wishes, say: Callable[[str], None]) -> Report:
    lines: list[str] = []

    def tell(line: str) -> None:
        lines.append(line)
        say(line)

    try:
        scenario, early = _prepared(path, wishes)
        tell(f"{path}: {scenario.title}")
        result = _run(scenario, early, wishes, tell)
    except (CodeNotAllowed, ScenarioError, HandInError, OSError, SourceError) as error:
        refusal = _refusal(path, error)
        print(refusal, file=sys.stderr)
        return Report(path, Result(path), tuple(lines), refusal)
    if result.skipped:
        tell(f"  – {result.skipped}")
    return Report(path, result, tuple(lines))


def _prepared(path: str, wishes: Wishes) -> tuple[Scenario, list[Outcome]]:
    """Return what is to be run, and what a hand-in's text alone says."""
    scenario = read(Path(path))
    if not wishes.hand_in:
        check_code(scenario, wishes.allow_code or is_own(Path(path)))
        return scenario, []
    name, _, file = wishes.hand_in.rpartition("=")
    if name and name not in scenario.servers:  # a file may have an equals sign in its name
        name, file = "", wishes.hand_in
    replaced, early = handed_in(scenario, read_source(file), Path(file).name, name)
    check_code(replaced, wishes.allow_code)
    return replaced, early


def _run(scenario: Scenario, early: list[Outcome], wishes: Wishes, tell: Callable[[str], None]) -> Result:
    """Run a scenario, unless it was found before that its server cannot be."""
    for outcome in early:
        tell(_line(outcome))
    if any(not outcome.passed for outcome in early):
        return Result(scenario.title, early)
    result = run(scenario, allow_code=True, say=tell, seconds=wishes.seconds)  # was asked before
    result.outcomes[:0] = early
    return result


def _refusal(path: str, error: Exception) -> str:
    if isinstance(error, ScenarioError):
        return str(error)
    if isinstance(error, SourceError):
        found = error.explanation
        return f"{found.what} {found.why} {found.hint}"
    if isinstance(error, CodeNotAllowed):
        return f"{path}: {error} " + worded("Read it first; to run it all the same, say --allow-code.")
    return f"{path}: {error.strerror or error}" if isinstance(error, OSError) else f"{path}: {error}"


def _exit_code(report: Report) -> int:
    if report.refusal:
        return REFUSED
    return PASSED if report.result.passed else FAILED


def _sum_up(reports: Sequence[Report], say: Callable[[str], None]) -> None:
    for report in reports:
        outcomes, seconds = report.result.outcomes, f"{report.result.seconds:.1f}"
        passed = sum(outcome.passed for outcome in outcomes)
        if report.result.skipped:
            said: str = worded("skipped")
        elif report.refusal:
            said = worded("not run")
        else:
            said = worded(
                "{passed} of {all} checks passed, {seconds} s",
                passed=passed,
                all=len(outcomes),
                seconds=seconds,
            )
        say(f"{'✓' if _exit_code(report) == PASSED else '✗'} {report.path}: {said}")


def _write(reports: Sequence[Report], wishes: Wishes) -> bool:
    """Write what was wished for; False, and said why, where that was not possible."""
    is_written = True
    for path, make in ((wishes.json, as_json), (wishes.junit, junit)):
        if path == STDOUT:
            _speaker(sys.stdout)(make(reports).rstrip("\n"))
        elif path:
            try:
                Path(path).write_text(make(reports), encoding="utf-8", errors="backslashreplace")
            except OSError as error:
                print(
                    worded("{path} was not written: {why}.", path=path, why=error.strerror), file=sys.stderr
                )
                is_written = False
    return is_written


# socket-lab check-lesson -----------------------------------------------------------------------------------


def _lesson_files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(found for found in path.iterdir() if found.suffix == ".toml")
    else:
        yield path


def _check(path: Path, say: Callable[[str], None], allow_code: bool) -> int:
    try:
        errors = errors_in(path)
    except OSError as error:
        say(f"{path}: {error.strerror or error}")
        return REFUSED
    for found in errors:
        say(str(found))
    return REFUSED if errors else _rehearse(path, say, allow_code)


def _rehearse(path: Path, say: Callable[[str], None], allow_code: bool) -> int:
    scenario = read(path)
    if not scenario.is_lesson:
        say(worded("{path}: This is an experiment, not a lesson: it has no steps.", path=path))
        return REFUSED
    if reason := skip_reason(scenario):
        say(f"– {path}: {reason}")
        return PASSED
    try:
        check_code(scenario, allow_code or is_own(path))
    except CodeNotAllowed as error:
        say(_refusal(str(path), error))
        return REFUSED
    failures = [outcome for outcome in rehearse(scenario) if not outcome.passed]
    for outcome in failures:
        say(f"{path}:\n{_line(outcome)}")
    if not failures:
        say(worded("✓ {path}: every step is ticked, every question has one answer.", path=path))
    return FAILED if failures else PASSED


def _line(outcome: Outcome) -> str:
    return f"  {'✓' if outcome.passed else '✗'} {outcome.name}" + (
        f"\n      {outcome.problem}" if outcome.problem else ""
    )


def _speaker(stream: object) -> Callable[[str], None]:
    """Return what prints lines at once, also where the terminal's encoding lacks a sign of theirs."""
    if stream is None:
        return lambda _line: None
    encoding = getattr(stream, "encoding", None) or "utf-8"

    def say(line: str) -> None:
        print(line.encode(encoding, "backslashreplace").decode(encoding), file=stream, flush=True)  # type: ignore[call-overload]

    return say
