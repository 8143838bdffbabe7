"""A server class of its own for a program that has none."""

import ast

from core.analysis import analyse
from core.program.class_body import ShapeError, parsed
from core.program.edits import Edits, first_line
from core.program.imports import with_imports
from core.program.literals import INDENT
from core.program.server import server_class, server_class_imports
from core.program.server_name import free_server_name
from core.spec import ServerSpec
from core.wording import worded


def with_server_class(text: str, spec: ServerSpec | None) -> tuple[str, str]:
    """Return the program with a server class of its own, and the name of that class.

    It inherits from the library's class that the program uses, or else is the one that `spec` describes.
    Raises `ShapeError` where that cannot be done.
    """
    tree = parsed(text)
    name = free_server_name(text)
    if start := analyse(text).start:
        return _with_subclass(text, tree, start.line, start.server, name), name
    if spec is None:
        raise ShapeError(worded("The program makes no server, so there is no class to put the method into."))
    return with_imports(f"{text.rstrip()}\n\n\n{server_class(spec, name)}", server_class_imports(spec)), name


def _with_subclass(text: str, tree: ast.Module, line: int, base: str, name: str) -> str:
    """Put a class before the statement that makes the server, and let that one make one of it."""
    edits = Edits(text)
    for statement in tree.body:
        for node in ast.walk(statement):
            if isinstance(node, ast.Call) and node.lineno == line and ast.unparse(node.func) == base:
                edits.replace_node(node.func, name)
                place = edits.line_start(first_line(statement, text.split("\n")))
                edits.replace(place, place, f"class {name}({base}):\n{INDENT}pass\n\n\n")
                return edits.text()
    raise ShapeError(worded("The line that makes the server was not found."))
