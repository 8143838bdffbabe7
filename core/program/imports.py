"""Import statements: what a module imports, and how a program writes it."""

import ast
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from core.parsing import parsed
from core.program.edits import Edits


class Import(NamedTuple):
    """A module (`name` is ""), or a name out of a module."""

    module: str
    name: str = ""


def imports_in(tree: ast.Module) -> dict[str, Import]:
    """Return what is imported at the top of a module, by the name that it has there."""
    found: dict[str, Import] = {}
    for statement in tree.body:
        if isinstance(statement, ast.Import):
            found |= {alias.asname or alias.name: Import(alias.name) for alias in statement.names}
        elif isinstance(statement, ast.ImportFrom):
            found |= {
                alias.asname or alias.name: Import(statement.module or "", alias.name)
                for alias in statement.names
            }
    return found


def with_imports(text: str, needed: Iterable[Import]) -> str:
    """Return a program that imports also these names; where it has them already, it stays as it is.

    A name is added to an import from the same module if there is one, and otherwise gets a line of its own
    below the other imports.  Raises SyntaxError for a text that is no Python.
    """
    for wanted in sorted(needed):
        if wanted not in imports_in(parsed(text)).values():
            text = _with_import(text, wanted)
    return text


def _with_import(text: str, wanted: Import) -> str:
    tree, edits = parsed(text), Edits(text)
    same = [part for part in tree.body if isinstance(part, ast.ImportFrom) and part.module == wanted.module]
    if wanted.name and same and not same[0].level:
        last = same[0].names[-1]
        if last.name == "*":
            return text
        place = edits.offset(last.end_lineno or 1, last.end_col_offset or 0)
        edits.replace(place, place, f", {wanted.name}")
        return edits.text()
    place = edits.line_start(_last_line_of_head(tree) + 1)
    start = "" if text[:place].endswith("\n") or not place else "\n"
    edits.replace(place, place, start + "\n".join([*import_lines([wanted]), ""]))
    return edits.text()


def _last_line_of_head(tree: ast.Module) -> int:
    """Return the last line of the imports at the top, or of the docstring, 0 if there is neither."""
    last = 0
    for number, part in enumerate(tree.body):
        is_docstring = number == 0 and isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant)
        if not is_docstring and not isinstance(part, (ast.Import, ast.ImportFrom)):
            break
        last = part.end_lineno or part.lineno
    return last


def import_lines(imports: Iterable[Import]) -> list[str]:
    """Return the import statements: whole modules first, then names out of modules, both by the alphabet."""
    ordered = sorted(set(imports))
    whole = [f"import {found.module}" for found in ordered if not found.name]
    picked = groupby((found for found in ordered if found.name), key=lambda found: found.module)
    return whole + [
        f"from {module} import {', '.join(found.name for found in names)}" for module, names in picked
    ]
