"""Something that is wrong in a scenario file, and where."""

from dataclasses import dataclass
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""Keys and, in lists, places from 0: ("steps", 2, "title")."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, in a sentence, and the path of it."""

    path: Path
    sentence: str
