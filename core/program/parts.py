"""What a program has to have in it so that definitions of ours work without this one."""

import ast
import symtable
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from importlib.resources import files

from core.parsing import parsed
from core.program.edits import first_line
from core.program.imports import Import, imports_in
from core.program.plain import plain

_OWN = "core"


@dataclass(frozen=True, slots=True)
class Parts:
    """Definitions with all that they need.

    `own` are those out of the package that was asked, in an order in which they can stand; `tools` are the
    others, which they use when they run; `imports` is what all of them take from the standard library.
    """

    imports: frozenset[Import]
    own: tuple[str, ...]
    tools: tuple[str, ...]


@cache  # always the same, and some are a fiftieth of a second's work
def parts_of(module: str, names: tuple[str, ...]) -> Parts:
    """Return the parts of the definitions of those names in a module of ours."""
    closure = _Closure()
    for name in names:
        closure.take(module, name)
    package = module.rpartition(".")[0]
    own: list[str] = []
    tools: list[str] = []
    for home, text in closure.definitions():
        (own if home.startswith(f"{package}.") else tools).append(text)
    return Parts(frozenset(closure.imports), tuple(own), tuple(tools))


class _Home:
    """A module of ours: its definitions in their plain form, by the names that they bind, and its imports."""

    def __init__(self, name: str) -> None:
        package, _, file = name.rpartition(".")
        text = files(package).joinpath(f"{file}.py").read_text(encoding="utf-8")
        tree = parsed(text)
        self.imports = imports_in(tree)
        self._text = text
        self._places = dict(_places(tree, text.split("\n")))
        self.order = list(self._places)

    def __contains__(self, name: str) -> bool:
        return name in self._places

    def plain(self, name: str) -> str:
        first, last = self._places[name]
        return plain("\n".join(self._text.split("\n")[first - 1 : last]) + "\n")


def _places(tree: ast.Module, lines: list[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Give each name that is bound at the top, with its first line and its last, and what is said of it."""
    for number, statement in enumerate(tree.body):
        name = _bound_name(statement)
        if name:
            first = first_line(statement, lines)
            after = tree.body[number + 1 : number + 2]
            is_described = bool(after) and isinstance(after[0], ast.Expr)
            yield name, (first, (after[0] if is_described else statement).end_lineno or first)


def _bound_name(statement: ast.stmt) -> str:
    if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
        return statement.name
    target: ast.AST | None = None
    if isinstance(statement, ast.Assign):
        target = statement.targets[0]
    elif isinstance(statement, ast.AnnAssign):
        target = statement.target
    return target.id if isinstance(target, ast.Name) else ""


class _Closure:
    """Follows names from one definition to the next, through our own modules."""

    def __init__(self) -> None:
        self.imports: set[Import] = set()
        self._homes: dict[str, _Home] = {}
        self._taken: dict[tuple[str, str], str] = {}
        self._needs: dict[str, list[str]] = {}

    def take(self, home_name: str, name: str) -> None:
        """Take a definition, and all that it needs."""
        if (home_name, name) in self._taken:
            return
        home = self._homes.setdefault(home_name, _Home(home_name))
        self._taken[home_name, name] = text = home.plain(name)
        for used in sorted(_globals_of(text)):
            if used in home:
                self.take(home_name, used)
            elif used in home.imports:
                self._take_import(home_name, home.imports[used])

    def _take_import(self, home_name: str, found: Import) -> None:
        if found.module.partition(".")[0] != _OWN:
            self.imports.add(found)
            return
        self._needs.setdefault(home_name, []).append(found.module)
        self.take(found.module, found.name)

    def definitions(self) -> Iterator[tuple[str, str]]:
        """Give each definition and its module; a module comes after those that it needs."""
        needs = {name: self._needs.get(name, ()) for name in self._homes}
        for home_name in TopologicalSorter(needs).static_order():
            for name in self._homes[home_name].order:
                if (home_name, name) in self._taken:
                    yield home_name, self._taken[home_name, name]


def _globals_of(definition: str) -> set[str]:
    """Return the names that a definition looks up outside of itself."""
    found: set[str] = set()
    waiting = [symtable.symtable(definition, "definition", "exec")]
    while waiting:
        table = waiting.pop()
        is_top = table.get_type() == "module"
        found |= {
            symbol.get_name()
            for symbol in table.get_symbols()
            if symbol.is_referenced() and (is_top or symbol.is_global())
        }
        waiting += table.get_children()
    return found
