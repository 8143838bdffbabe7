"""The modules beside a learner's program that it imports, found by reading alone.

A name of Python's own library is never one of them: in the server's process, the library's comes first.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from core.parsing import parsed
from core.source_file import read_source
from core.spec import OwnCode

NEIGHBOURS_READ = 200
"""Of so many files at most it is read what they import; a program that needs more is not for this window."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A module's file: its name as seen from the program's folder, such as "tools/words.py", and its text."""

    name: str
    text: str

    @property
    def mark(self) -> str:
        """What stands for it where it is remembered which code may run: a name counts as well as a text."""
        return f"{self.name}\0{self.text}"  # no text that could be read has a NUL in it


def neighbours(code: OwnCode) -> tuple[Neighbour, ...]:
    """Return the files that the program imports, and those that these import.

    What is imported by a name that is made while it runs is not found.  Raises `SourceError` for a file that
    cannot be read.
    """
    if not code.folder:
        return ()
    folder = Path(code.folder)
    found: dict[str, Neighbour] = {}
    waiting = list(_files(folder, code.text, PurePosixPath()))
    while waiting and len(found) < NEIGHBOURS_READ:
        name = waiting.pop(0)
        if name not in found:
            found[name] = Neighbour(name, read_source(str(folder / name)))
            waiting += _files(folder, found[name].text, PurePosixPath(name).parent)
    return tuple(found.values())


def hidden(tree: ast.Module, folder: str) -> list[str]:
    """Return the files beside a program that it may mean, and does not get: Python has modules so named."""
    names = {dotted.partition(".")[0] for dotted in _imports(tree, PurePosixPath())}
    return [f"{name}.py" for name in sorted(names & _TAKEN) if (Path(folder) / f"{name}.py").is_file()]


_TAKEN = frozenset(sys.stdlib_module_names)


def _files(folder: Path, text: str, package: PurePosixPath) -> Iterator[str]:
    """Give the files in the folder that a text in this package may import."""
    try:
        tree = parsed(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return  # it will not run, and so import nothing
    for dotted in dict.fromkeys(_imports(tree, package)):
        parts = dotted.split(".")
        if parts[0] in _TAKEN:
            continue
        for length in range(1, len(parts) + 1):
            inner = "/".join(parts[:length])
            yield from (name for name in (f"{inner}/__init__.py", f"{inner}.py") if (folder / name).is_file())


def _imports(tree: ast.Module, package: PurePosixPath) -> Iterator[str]:
    """Give the dotted names that are imported; of `from a import b`, a.b: b may be a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = [*_above(package, node.level), *filter(None, [node.module])]
            yield from (".".join([*base, alias.name]) for alias in node.names if base or alias.name != "*")


def _above(package: PurePosixPath, level: int) -> list[str]:
    """Return where the dots of a relative import begin: one for the package itself."""
    if level == 0:
        return []
    return list(package.parts[: len(package.parts) - level + 1])
