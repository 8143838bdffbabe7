"""A folder of lessons: the program's own, one folder a language, or a teacher's."""

import sys
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from core.scenario.reading import ScenarioError, read
from core.scenario.scenario import Scenario
from core.wording import worded

LANGUAGES = ("en", "zh_CN")
"""The languages that the program's own lessons are in."""

TEXTS = frozenset(
    {"title", "about", "text", "hints", "looking_for", "comment", "alone", "why_here", "transcript"}
)
"""The fields that are written for people; all others are the same in each language."""

LESSONS_LIMIT = 500
"""A folder may hold at most so many lessons."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson of a folder; `key` is its file's name without the ending, the same in each language."""

    key: str
    path: Path
    scenario: Scenario

    @property
    def is_for_this_system(self) -> bool:
        """True where it can be done; else `scenario.why_here` says why not."""
        return not self.scenario.systems or sys.platform in self.scenario.systems


@dataclass(frozen=True, slots=True)
class Course:
    """The lessons of a folder in the order of their names, and the files that could not be read."""

    lessons: tuple[Lesson, ...]
    errors: tuple[ScenarioError, ...]


def own_folder(language: str) -> Path:
    """Return the folder of the program's own lessons in a language; English where there is none."""
    chosen = language if language in LANGUAGES else LANGUAGES[0]
    return Path(str(files("resources").joinpath("lessons", chosen)))


def is_own(path: Path) -> bool:
    """Tell whether a file is one of the program's own lessons, whose code is ours."""
    folders = [
        Path(str(files("resources").joinpath("lessons", language))).resolve() for language in LANGUAGES
    ]
    return path.resolve().parent in folders


def read_course(folder: Path) -> Course:
    """Read every `*.toml` of a folder; raises `OSError` when the folder cannot be read."""
    lessons: list[Lesson] = []
    errors: list[ScenarioError] = []
    for path in sorted(found for found in folder.iterdir() if found.suffix == ".toml")[:LESSONS_LIMIT]:
        try:
            scenario = read(path)
            if not scenario.is_lesson:
                raise ScenarioError(
                    worded("This is an experiment, not a lesson: it has no steps."), 0, str(path)
                )
            lessons.append(Lesson(path.stem, path, scenario))
        except ScenarioError as error:
            errors.append(error)
        except OSError as error:
            errors.append(ScenarioError(error.strerror or str(error), 0, str(path)))
    return Course(tuple(lessons), tuple(errors))


def structure(scenario: Scenario) -> Any:
    """Return a scenario without what is written for people: equal in two languages of the same lesson."""
    return _without_texts(msgspec.to_builtins(scenario))


def _without_texts(value: Any) -> Any:
    if isinstance(value, dict):
        is_send = "send" in value  # whose text is sent, not read
        return {
            key: _without_texts(part) if key not in TEXTS or is_send else _shape(part)
            for key, part in value.items()
        }
    return [_without_texts(part) for part in value] if isinstance(value, list) else value


def _shape(text: Any) -> Any:
    """Return of a text whether there is one, of a list of texts how many."""
    return len(text) if isinstance(text, list) else bool(text)
