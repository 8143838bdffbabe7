"""What the names of a program may stand for, by reading it; none of it is run.

Which function binds a name does not count: `port` is one name in all of them, and in `self.port` too.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


class Bindings:
    """The expressions that each name is bound to: as an argument, in an assignment, as a default."""

    def __init__(self, tree: ast.AST) -> None:
        """Read all of the program."""
        nodes = list(ast.walk(tree))
        functions = dict(_functions_by_name(nodes))
        self._values: defaultdict[str, list[ast.expr]] = defaultdict(list)
        for pairs in (_arguments(nodes, functions), reversed(list(_assignments(nodes))), _defaults(nodes)):
            for name, value in pairs:
                self._values[name].append(value)

    def meanings(self, expression: ast.expr) -> Iterator[ast.expr]:
        """Give what an expression may stand for, the likeliest first: itself, then what its name is given."""
        waiting, passed = [expression], set()
        while waiting:
            meant = waiting.pop()
            if isinstance(meant, ast.IfExp):
                waiting += [meant.orelse, meant.body]
                continue
            if isinstance(meant, ast.Call):
                waiting += _fallback(meant)
            if isinstance(meant, ast.Subscript):
                waiting += self._picked(meant)
            yield meant
            name = last_name(meant)
            if name and name not in passed:  # a name that is bound to itself would have no end
                passed.add(name)
                waiting += reversed(self._values.get(name, []))

    def _picked(self, picking: ast.Subscript) -> list[ast.expr]:
        """Return what SERVERS["tcp"] is, where the table and the key are written down."""
        if not isinstance(picking.slice, ast.Constant):
            return []
        key = picking.slice.value
        tables = (table for table in self.meanings(picking.value) if isinstance(table, ast.Dict))
        pairs = (pair for table in tables for pair in zip(table.keys, table.values, strict=True))
        return [value for name, value in pairs if isinstance(name, ast.Constant) and name.value == key]

    def literal(self, expression: ast.expr | None) -> Any:
        """Return the constant that an expression may stand for, or a tuple of such; None for others."""
        for meant in self.meanings(expression) if expression else ():
            if isinstance(meant, ast.Tuple):
                return tuple(map(self._constant, meant.elts))
            if isinstance(meant, ast.Constant) and meant.value is not None:
                return meant.value
        return None

    def _constant(self, expression: ast.expr) -> Any:
        meanings = (meant.value for meant in self.meanings(expression) if isinstance(meant, ast.Constant))
        return next((value for value in meanings if value is not None), None)


def _fallback(call: ast.Call) -> list[ast.expr]:
    """Return what int(9999) or environ.get("PORT", 9999) is, as long as nobody says otherwise."""
    position = _FALLBACKS.get(last_name(call.func))
    return [] if position is None else call.args[position : position + 1]


_FALLBACKS = {"int": 0, "str": 0, "get": 1, "getenv": 1}


def last_name(expression: ast.expr) -> str:
    """Return a variable's or an attribute's name, "" for other expressions."""
    if isinstance(expression, ast.Attribute):
        return expression.attr
    return expression.id if isinstance(expression, ast.Name) else ""


def argument(call: ast.Call, position: int, name: str) -> ast.expr | None:
    """Return what is passed at that position, or by that name."""
    if position < len(call.args):
        return call.args[position]
    return next((keyword.value for keyword in call.keywords if keyword.arg == name), None)


_Pairs = Iterator[tuple[str, ast.expr]]


def _assignments(nodes: list[ast.AST]) -> _Pairs:
    for node in nodes:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                yield from _bound(target, node.value)
        elif isinstance(node, ast.AnnAssign | ast.NamedExpr) and node.value:
            yield from _bound(node.target, node.value)


def _bound(target: ast.expr, value: ast.expr) -> _Pairs:
    """Give the names of one target: HOST, PORT = "", 8000 has two."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for inner, part in zip(target.elts, value.elts, strict=False):
            yield from _bound(inner, part)
    elif name := last_name(target):
        yield name, value


def _defaults(nodes: list[ast.AST]) -> _Pairs:
    for node in nodes:
        if isinstance(node, ast.arguments):
            placed = [*node.posonlyargs, *node.args]
            yield from _named(placed[len(placed) - len(node.defaults) :], node.defaults)
            yield from _named(node.kwonlyargs, node.kw_defaults)
        elif isinstance(node, ast.Call) and last_name(node.func) == "add_argument":
            yield from _default_of_option(node)


def _named(parameters: list[ast.arg], values: list[ast.expr] | list[ast.expr | None]) -> _Pairs:
    for parameter, value in zip(parameters, values, strict=False):
        if value:
            yield parameter.arg, value


def _default_of_option(call: ast.Call) -> _Pairs:
    """Give an option of the command line, as argparse will name it."""
    words = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    long = next((word for word in words if not word.startswith("-") or word.startswith("--")), "")
    if default := argument(call, len(call.args), "default"):
        yield long.lstrip("-").replace("-", "_"), default


def _arguments(nodes: list[ast.AST], functions: dict[str, list[ast.arg]]) -> _Pairs:
    """Give what the program's own functions and classes are called with."""
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in functions:
            yield from _named(functions[node.func.id], node.args)
            known = {parameter.arg for parameter in functions[node.func.id]}
            yield from ((one.arg, one.value) for one in node.keywords if one.arg in known and one.arg)


def _functions_by_name(nodes: list[ast.AST]) -> Iterator[tuple[str, list[ast.arg]]]:
    """Give each function's parameters, and under a class's name those that it is made with."""
    for node in nodes:
        if isinstance(node, _FUNCTIONS):
            yield node.name, _parameters(node)
        elif isinstance(node, ast.ClassDef):
            for part in node.body:
                if isinstance(part, ast.FunctionDef) and part.name == "__init__":
                    yield node.name, _parameters(part)[1:]


def _parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.arg]:
    return [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
