"""A definition out of this program's own files, as a beginner would write it.

Without annotations, which only help tools, and without notes to tools; what is said about a constant stands
in a comment above it; prose is broken at the width of a learner's editor.
"""

import ast
import re
from collections.abc import Iterator
from itertools import chain, groupby, pairwise

from core.parsing import parsed
from core.program.edits import Edits
from core.program.prose import PROSE_WIDTH, QUOTES, comment, filled

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_Assignment = ast.Assign | ast.AnnAssign

_NOTE_TO_TOOLS = re.compile(r"  # (?:noqa|type:).*$", re.MULTILINE)
_RULER = re.compile(r"^( *# .*) -{5,}$", re.MULTILINE)
_EMPTY_LINES = re.compile(r"(?<=\n)\n{2,}")


def plain(definition: str) -> str:
    """Return a definition, with the comments above it, in its plainest form; it does the same."""
    return _broken_prose(_tidied(_without_annotations(_with_comments(definition))))


def _tidied(text: str) -> str:
    text = _NOTE_TO_TOOLS.sub("", text)
    return _EMPTY_LINES.sub("\n", _RULER.sub(r"\1", text))


# Constants -------------------------------------------------------------------------------------------------


def _with_comments(text: str) -> str:
    """Turn the string below a constant, which says what it is, into a comment above it."""
    edits = Edits(text)
    for assignment, said in _described(parsed(text)):
        place = edits.line_start(assignment.lineno)
        edits.replace(place, place, f"{comment(str(said.value), ' ' * assignment.col_offset)}\n")
        edits.remove_lines(said.lineno, said.end_lineno or said.lineno)
    return edits.text()


def _described(tree: ast.Module) -> Iterator[tuple[_Assignment, ast.Constant]]:
    for block in ast.walk(tree):
        if isinstance(block, (ast.Module, ast.ClassDef)):
            for before, after in pairwise(block.body):
                if isinstance(before, _Assignment) and (said := _text_in(after)):
                    yield before, said


def _text_in(statement: ast.stmt) -> ast.Constant | None:
    value = statement.value if isinstance(statement, ast.Expr) else None
    return value if isinstance(value, ast.Constant) and isinstance(value.value, str) else None


# Annotations -----------------------------------------------------------------------------------------------


def _without_annotations(text: str) -> str:
    edits = Edits(text)
    tree = parsed(text)
    needed = set(_fields_of_dataclasses(tree))
    for node in ast.walk(tree):
        if isinstance(node, _Function):
            _drop_from_arguments(node, edits)
            _drop_result(node, edits, text)
        elif isinstance(node, ast.AnnAssign) and node not in needed:
            _drop_from_assignment(node, edits)
    return edits.text()


def _fields_of_dataclasses(tree: ast.Module) -> Iterator[ast.stmt]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and "dataclass" in "".join(map(ast.unparse, node.decorator_list)):
            yield from node.body


def _drop_from_arguments(function: _Function, edits: Edits) -> None:
    arguments = function.args
    listed = [*arguments.posonlyargs, *arguments.args]
    late = len(listed) - len(arguments.defaults)
    defaults = dict(zip(listed[late:], arguments.defaults, strict=True))
    defaults |= {
        name: value for name, value in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True) if value
    }
    others = filter(None, (arguments.vararg, arguments.kwarg))
    for argument in (*listed, *arguments.kwonlyargs, *others):
        if argument.annotation:
            after_name = edits.start(argument) + len(argument.arg)
            default = defaults.get(argument)
            # With the annotation go the spaces around "=": (hint: str = "") becomes (hint="").
            end, new = (edits.start(default), "=") if default else (edits.end(argument), "")
            edits.replace(after_name, end, new)


def _drop_result(function: _Function, edits: Edits, text: str) -> None:
    if function.returns:
        arrow = text.rindex("->", 0, edits.start(function.returns))
        edits.replace(len(text[:arrow].rstrip()), edits.end(function.returns), "")


def _drop_from_assignment(assignment: ast.AnnAssign, edits: Edits) -> None:
    if assignment.value is None:
        edits.remove_lines(assignment.lineno, assignment.end_lineno or assignment.lineno)
    else:
        edits.replace(edits.end(assignment.target), edits.end(assignment.annotation), "")


# Prose -----------------------------------------------------------------------------------------------------


def _broken_prose(text: str) -> str:
    edits = Edits(text)
    for node in ast.walk(parsed(text)):
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            continue
        if docstring := _text_in(node.body[0]):
            start, end = edits.start(docstring), edits.end(docstring)
            edits.replace(start, end, _broken_docstring(text[start:end], " " * docstring.col_offset))
    return _with_broken_comments(edits.text())


def _broken_docstring(written: str, indent: str) -> str:
    """Return a docstring, as it is written down, without too long lines."""
    quotes = written[-len(QUOTES) :]
    lines = f"{indent}{written}".removesuffix(quotes).split("\n")
    if all(len(line) <= PROSE_WIDTH for line in lines):
        return written
    said = "\n".join(lines).rstrip().split("\n")
    paragraphs = (
        _filled(list(block), indent) for _, block in groupby(said, key=lambda line: not line.strip())
    )
    return "\n".join((*chain(*paragraphs), f"{indent}{quotes}")).removeprefix(indent)


def _with_broken_comments(text: str) -> str:
    lines: list[str] = []
    for start, block in groupby(text.split("\n"), key=_comment_start):
        comments_or_code = list(block)
        lines += _filled(comments_or_code, start) if start else comments_or_code
    return "\n".join(lines)


def _comment_start(line: str) -> str:
    """Return what a line that is all comment begins with, "" for other lines."""
    inner = line.lstrip()
    return f"{line[: len(line) - len(inner)]}# " if inner.startswith("# ") else ""


def _filled(paragraph: list[str], start: str) -> list[str]:
    """Return lines that all begin with `start`, broken anew if one of them is too long."""
    if all(len(line) <= PROSE_WIDTH for line in paragraph):
        return paragraph
    return filled(" ".join(line.removeprefix(start) for line in paragraph), start)
