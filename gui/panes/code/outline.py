"""Where in a program's text its methods are and where its loop is called, also while it cannot be parsed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CLASS = re.compile(r"class\s+(\w+)")
_METHOD = re.compile(r"([ \t]+)(?:async\s+)?def\s+(\w+)\s*\(")
_LOOP = re.compile(r"\s*[\w.]+\.(serve_forever|handle_request)\(")


@dataclass(frozen=True, slots=True)
class Method:
    """A method of a class, from its first line to its last (numbers from 1)."""

    class_name: str
    name: str
    first: int
    last: int


class Outline:
    """The methods of a program's classes, and the lines on which its loop is called."""

    def __init__(self, text: str = "") -> None:
        """Look through `text` line by line; no more is wanted than a person sees at a glance."""
        lines = text.split("\n")
        self.methods = tuple(_methods(lines))
        self.loops = {
            match.group(1): number for number, line in enumerate(lines, 1) if (match := _LOOP.match(line))
        }

    def find(self, name: str, preferred: tuple[str, ...] = ()) -> tuple[Method, ...]:
        """Return the methods of that name: those of the preferred classes if there are any, or else all."""
        found = tuple(method for method in self.methods if method.name == name)
        chosen = tuple(method for method in found if method.class_name in preferred)
        return chosen or found

    def lines_of(self, name: str, preferred: tuple[str, ...] = ()) -> list[tuple[int, int]]:
        """Return the first and last lines of what runs when a method of that name does."""
        found = [(method.first, method.last) for method in self.find(name, preferred)]
        if not found and name in self.loops:
            return [(self.loops[name], self.loops[name])]
        return found


def _methods(lines: list[str]) -> Iterator[Method]:
    class_name, margin = "", ""
    for number, line in enumerate(lines, 1):
        if match := _CLASS.match(line):
            class_name, margin = match.group(1), ""
        elif line[:1].strip() and not line.startswith(("#", ")")):
            class_name = ""
        elif class_name and (match := _METHOD.match(line)):
            # The class's own methods are as far in as its first one; others are functions within them.
            margin = margin or match.group(1)
            if match.group(1) == margin:
                yield Method(class_name, match.group(2), number, _last(lines, number, len(margin)))


def _last(lines: list[str], first: int, margin: int) -> int:
    """Return the last line of the method that begins there: what is farther in belongs to it."""
    last = first
    for number in range(first, len(lines)):
        line = lines[number]
        inner = line.strip()
        if inner and len(line) - len(line.lstrip()) <= margin and not inner.startswith(")"):
            break
        last = number + 1 if inner else last
    return last
