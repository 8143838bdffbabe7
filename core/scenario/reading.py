"""A scenario file → a `Scenario`; what is wrong with it is said with its line."""

import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from core.scenario.checking import problems
from core.scenario.lines import TooDeep, lines_of, nearest
from core.scenario.problem import Problem
from core.scenario.scenario import FORMAT, Scenario
from core.scenario.shape import shape_problems
from core.wording import worded

SIZE_LIMIT = 1024 * 1024
"""A file may have at most so many bytes."""

ERRORS_SHOWN = 100
"""At most so many mistakes of a file are told."""


class ScenarioError(ValueError):
    """A file that is no scenario: `line` (from 1; 0: none) is where, the text says what is wrong."""

    def __init__(self, sentence: str, line: int = 0, path: str = "") -> None:
        """Remember where it is."""
        super().__init__(sentence)
        self.sentence = sentence
        self.line = line
        self.path = path

    def __str__(self) -> str:
        """Say it as compilers do: file, line, sentence."""
        place = ":".join([self.path, *([str(self.line)] if self.line else [])]).strip(":")
        return f"{place}: {self.sentence}" if place else self.sentence


def read(path: Path) -> Scenario:
    """Read a file; raises `ScenarioError`, `OSError` when it cannot be read."""
    try:
        return decode(_text_in(path))
    except ScenarioError as error:
        raise ScenarioError(error.sentence, error.line, str(path)) from None


def decode(text: str) -> Scenario:
    """Turn the text of a file into a scenario; raises `ScenarioError` for the first thing that is wrong."""
    scenario, errors = _decode(text)
    if errors or scenario is None:
        raise errors[0]
    return scenario


def all_errors(text: str) -> list[ScenarioError]:
    """Return everything that is wrong with a text, for its author, by line.

    Where the shape of a table is wrong nothing more is looked at: what it means is not known then.
    """
    return _decode(text)[1]


def errors_in(path: Path) -> list[ScenarioError]:
    """Return everything that is wrong with a file; raises `OSError` when it cannot be read."""
    try:
        found = all_errors(_text_in(path))
    except ScenarioError as error:
        found = [error]
    return [ScenarioError(error.sentence, error.line, str(path)) for error in found]


def _text_in(path: Path) -> str:
    with path.open("rb") as file:
        data = file.read(SIZE_LIMIT + 1)
    if len(data) > SIZE_LIMIT:
        raise ScenarioError(worded("The file is larger than 1 MiB: that is no scenario."))
    try:
        # Lines end as they do for Python: TOML allows CR LF too.
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ScenarioError(worded("The file is not a text in UTF-8."), line) from None


def _decode(text: str) -> tuple[Scenario | None, list[ScenarioError]]:
    """Return the scenario, None for a text of the wrong shape, and all that is wrong, by line."""
    try:
        lines = lines_of(text)
        tables = tomllib.loads(text)
    except TooDeep as error:
        return None, [ScenarioError(worded("The file is nested too deeply."), error.line)]
    except ValueError as error:
        return None, [_syntax_error(text, error)]
    version = tables.get("format")
    if type(version) is not int or not 1 <= version <= FORMAT:
        return None, [ScenarioError(_wrong_format(version), nearest(lines, ("format",)))]
    scenario, found = _made(tables)
    errors = [ScenarioError(problem.sentence, nearest(lines, problem.path)) for problem in found]
    return scenario, sorted(errors, key=lambda error: error.line)[:ERRORS_SHOWN]


def _made(tables: dict[str, Any]) -> tuple[Scenario | None, list[Problem]]:
    if found := list(shape_problems(tables)):
        return None, found
    try:
        scenario = msgspec.convert(tables, Scenario, strict=True)
    except (msgspec.ValidationError, OverflowError) as error:  # what the look at the shape did not see
        return None, [Problem((), str(error))]
    return scenario, list(problems(scenario))


def _wrong_format(version: object) -> str:
    if version is None:
        return worded("The file must say which format it has: format = {newest}", newest=FORMAT)
    return worded(
        "The file has format {version}; this program reads formats 1 to {newest}. A newer one may read it.",
        version=str(version)[:40],
        newest=FORMAT,
    )


def _syntax_error(text: str, error: ValueError) -> ScenarioError:
    said = re.fullmatch(r"(.*?) \(at (?:line (\d+), column \d+|end of document)\)", str(error), re.DOTALL)
    what = said[1] if said else str(error)
    line = int(said[2]) if said and said[2] else max(text.count("\n") + (not text.endswith("\n")), 1)
    return ScenarioError(worded("This is not TOML: {what}.", what=what[:200]), line if said else 0)
