"""Which lines of a program make or run a server, and what is left of it without them.

A line is left out when it makes a server, runs one, or uses what such a line binds or does, be it through a
function.  So is what stands under `if __name__ == "__main__":`, or below a line that runs a server and waits
for its end, except imports, definitions and constants.
"""

import ast
from collections.abc import Iterator

from core.class_names import ClassNames, is_handler, is_server

_RUNNING = frozenset({"serve_forever", "handle_request"})
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_DEFINITIONS = (*_FUNCTIONS, ast.ClassDef)
_IMPORTS = (ast.Import, ast.ImportFrom)


class StartLines:
    """The statements of a program that make or run a server, and the functions that do."""

    def __init__(self, tree: ast.Module, names: ClassNames) -> None:
        """Find them; nothing is run."""
        self._names = names
        self._starting: set[str] = set()
        self._found: dict[ast.AST, tuple[bool, set[str]]] = {}
        self._flat = list(_opened(tree.body))
        known = -1
        while known < len(self._starting):  # a function may call one that stands below it
            known = len(self._starting)
            for statement, is_left_out in list(self._judged()):
                self._starting |= self._names_started_by(statement, is_left_out)

    def definitions(self) -> ast.Module:
        """Return the program without them; every other statement keeps its line."""
        return ast.Module([statement for statement, is_left_out in self._judged() if not is_left_out], [])

    def parts(self) -> Iterator[ast.stmt]:
        """Give the statements themselves, and the functions that make or run a server."""
        for statement, is_left_out in self._judged():
            if is_left_out or self._starts_when_called(statement):
                yield statement

    def _judged(self) -> Iterator[tuple[ast.stmt, bool]]:
        """Give each statement, and whether it is left out."""
        is_after = False
        for statement, is_guarded in self._flat:
            is_left_out = self._is_left_out(statement, is_guarded or is_after)
            is_after = is_after or (is_left_out and self._waits(statement))
            yield statement, is_left_out

    def _waits(self, statement: ast.stmt) -> bool:
        """True for a statement that calls what runs a server, and does not only name it."""
        calls = (node.func for node in ast.walk(statement) if isinstance(node, ast.Call))
        return any(
            (isinstance(called, ast.Attribute) and called.attr in _RUNNING)
            or (isinstance(called, ast.Name) and called.id in self._starting)
            for called in calls
        )

    def _names_started_by(self, statement: ast.stmt, is_left_out: bool) -> set[str]:
        if is_left_out:
            return _bound_names(statement)
        return {statement.name} if self._starts_when_called(statement) else set()  # type: ignore[attr-defined]

    def _is_left_out(self, statement: ast.stmt, is_guarded: bool) -> bool:
        if isinstance(statement, _DEFINITIONS):
            return any(map(self._starts, _run_at_once(statement)))
        if is_guarded and not isinstance(statement, _IMPORTS) and not _is_constant(statement):
            return True
        return self._starts(statement)

    def _starts_when_called(self, statement: ast.stmt) -> bool:
        if isinstance(statement, ast.ClassDef):
            kind = self._names.classes.get(statement.name)
            return not is_server(kind) and not is_handler(kind) and self._starts(statement)
        return isinstance(statement, _FUNCTIONS) and self._starts(statement)

    def _starts(self, part: ast.AST) -> bool:
        if part not in self._found:
            self._found[part] = self._does(part), _names_used(part)
        does, names = self._found[part]
        return does or not names.isdisjoint(self._starting)

    def _does(self, part: ast.AST) -> bool:
        """True for what itself makes or runs a server, whatever it calls."""
        return any(
            is_server(self._names.class_meant(node.func))
            if isinstance(node, ast.Call)
            else isinstance(node, ast.Attribute) and node.attr in _RUNNING
            for node in ast.walk(part)
        )


def is_main_guard(statement: ast.stmt) -> bool:
    """True for `if __name__ == "__main__":`."""
    if not isinstance(statement, ast.If) or not isinstance(statement.test, ast.Compare):
        return False
    sides = (statement.test.left, *statement.test.comparators)
    is_equal = [type(operator) for operator in statement.test.ops] == [ast.Eq]
    return is_equal and {_plain(side) for side in sides} == {"__name__", "'__main__'"}


def _plain(expression: ast.expr) -> str:
    return ast.unparse(expression) if isinstance(expression, ast.Name | ast.Constant) else ""


def _opened(statements: list[ast.stmt]) -> Iterator[tuple[ast.stmt, bool]]:
    """Give each statement, and those under the guard with True instead of the guard."""
    for statement in statements:
        if isinstance(statement, ast.If) and is_main_guard(statement):
            yield from ((inner, True) for inner in statement.body)
        else:
            yield statement, False


def _run_at_once(statement: ast.stmt) -> Iterator[ast.expr]:
    """Give what a definition runs when it is made: its decorators, its bases, its arguments' defaults."""
    yield from getattr(statement, "decorator_list", ())
    yield from getattr(statement, "bases", ())
    if isinstance(statement, _FUNCTIONS):
        yield from statement.args.defaults
        yield from filter(None, statement.args.kw_defaults)


def _is_constant(statement: ast.stmt) -> bool:
    if not isinstance(statement, ast.Assign):
        return False
    return all(isinstance(node, _LITERAL) for node in ast.walk(statement.value))


_LITERAL = (ast.Constant, ast.Tuple, ast.List, ast.Dict, ast.Set, ast.UnaryOp, ast.unaryop, ast.expr_context)


def _names_used(part: ast.AST) -> set[str]:
    """Return the program's own names that are in it."""
    return {node.id for node in ast.walk(part) if isinstance(node, ast.Name)} - _names_of_its_own(part)


def _names_of_its_own(part: ast.AST) -> set[str]:
    """Return the parameters and local names of the functions in it, which hide the program's own names."""
    found: set[str] = set()
    for function in ast.walk(part):
        if isinstance(function, (*_FUNCTIONS, ast.Lambda)):
            shared = {
                name for node in ast.walk(function) if isinstance(node, ast.Global) for name in node.names
            }
            found |= ({node.arg for node in ast.walk(function) if isinstance(node, ast.arg)}) - shared
            found |= _stored(function) - shared
    return found


def _bound_names(statement: ast.stmt) -> set[str]:
    defined = {node.name for node in ast.walk(statement) if isinstance(node, _DEFINITIONS)}
    return _stored(statement) | defined


def _stored(part: ast.AST) -> set[str]:
    return {
        node.id for node in ast.walk(part) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
