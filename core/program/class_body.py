"""Changes to one class of a program's text: its attributes, its bases, a method more."""

import ast
from collections.abc import Sequence

from core.code_problem import UNREADABLE, parse, unreadable
from core.program.edits import Edits, first_line
from core.wording import WordedError, worded


class ShapeError(WordedError, ValueError):
    """The text is of a shape in which the change has no place that could be found."""


class ClassBody:
    """A class statement at the top of a text, and the changes to it."""

    def __init__(self, text: str, name: str) -> None:
        """Find the class.  Raises `ShapeError` if it is not there, or the text is no Python."""
        self._text = text
        self._lines = text.split("\n")
        self._edits = Edits(text)
        self._statement = _find(text, name)

    @property
    def indent(self) -> str:
        """What its lines begin with."""
        first = self._statement.body[0]
        return self._lines[first.lineno - 1][: first.col_offset]

    def text(self) -> str:
        """Return the whole text with the changes."""
        return self._edits.text()

    def set_attribute(self, name: str, literal: str) -> None:
        """Let the class have an attribute of that value."""
        found = self._attribute(name)
        if found is None:
            self._add_attribute(f"{name} = {literal}")
        elif found.value is not None:
            self._edits.replace_node(found.value, literal)
        else:
            raise ShapeError(worded("{name} is declared without a value.", name=name))

    def remove_attribute(self, name: str) -> None:
        """Take an attribute away, if the class has it itself."""
        found = self._attribute(name)
        if found is None:
            return
        if len(self._statement.body) == 1:
            self._edits.replace_node(found, "pass")
            return
        self._must_stand_alone(found)
        last = _last_line(found)
        first = first_line(found, self._lines)
        # Where it stood alone between empty lines, one of them is enough; right below the head, none.
        if not self._line(last + 1).strip():
            first -= not self._line(first - 1).strip()
            last += found is self._statement.body[0]
        self._edits.remove_lines(first, last)

    def set_bases(self, bases: Sequence[str]) -> None:
        """Let it inherit from others."""
        old = self._statement.bases
        if not old:
            raise ShapeError(worded("The class has no bases."))
        self._edits.replace(self._edits.start(old[0]), self._edits.end(old[-1]), ", ".join(bases))

    def add_method(self, method: Sequence[str]) -> None:
        """Put a method (its lines, as far left as can be) at the end of the class."""
        lines = [f"{self._block_indent()}{line}" if line else line for line in method]
        if self._is_only_pass():
            self._replace_pass("\n".join(lines))
        else:
            self._insert_after(self._last_line_of_class(), ["", *lines])

    def has_method(self, name: str) -> bool:
        """True if it defines a method of that name itself."""
        return any(isinstance(part, ast.FunctionDef) and part.name == name for part in self._statement.body)

    # Attributes -----------------------------------------------------------------------------------------

    def _attribute(self, name: str) -> ast.Assign | ast.AnnAssign | None:
        for part in self._statement.body:
            if _target(part) == name:
                assert isinstance(part, ast.Assign | ast.AnnAssign)
                return part
        return None

    def _add_attribute(self, line: str) -> None:
        indented = f"{self._block_indent()}{line}"
        if self._is_only_pass():
            self._replace_pass(indented)
            return
        before = self._last_of_head()
        if before is None:
            self._insert_after(first_line(self._statement.body[0], self._lines) - 1, [indented, ""])
        else:
            self._must_stand_alone(before)
            is_docstring = isinstance(before, ast.Expr)
            self._insert_after(_last_line(before), [""] * is_docstring + [indented])

    def _last_of_head(self) -> ast.stmt | None:
        """Return the docstring or the last of the attributes that the class begins with."""
        before = None
        for part in self._statement.body:
            if not _target(part) and not _is_text(part):
                break
            before = part
        return before

    # Lines ----------------------------------------------------------------------------------------------

    def _line(self, number: int) -> str:
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def _last_line_of_class(self) -> int:
        """Return its last line, comments that are as far in as its body included."""
        last = _last_line(self._statement)
        for number in range(last + 1, len(self._lines) + 1):
            line = self._line(number)
            if line.strip() and not (line.startswith(self.indent) and line.lstrip().startswith("#")):
                break
            last = number if line.strip() else last
        return last

    def _must_stand_alone(self, statement: ast.stmt) -> None:
        """Raise `ShapeError` where other statements stand on its line."""
        before = self._line(statement.lineno)[: statement.col_offset]
        after = self._line(_last_line(statement)).encode()[statement.end_col_offset or 0 :].strip()
        if before.strip() or (after and not after.startswith(b"#")):
            raise ShapeError(worded("Several statements stand on one line."))

    def _insert_after(self, line: int, lines: Sequence[str]) -> None:
        if self._statement.body[0].lineno == self._statement.lineno:
            raise ShapeError(worded("The class stands on one line."))
        place = self._edits.line_start(line + 1)
        # The last line of a text may lack its end.
        start = "\n" if place == len(self._text) and not self._text.endswith("\n") else ""
        self._edits.replace(place, place, start + "".join(f"{text}\n" for text in lines))

    # Classes without a body -----------------------------------------------------------------------------

    def _is_only_pass(self) -> bool:
        """True for a body of `pass` or `...` alone."""
        return len(self._statement.body) == 1 and (
            isinstance(self._statement.body[0], ast.Pass) or ast.unparse(self._statement.body[0]) == "..."
        )

    def _replace_pass(self, block: str) -> None:
        """Put indented lines in the place of the only statement."""
        only = self._statement.body[0]
        start, end = self._edits.start(only), self._edits.end(only)
        before = self._text[self._edits.line_start(only.lineno) : start]
        if before.strip():  # class Server(TCPServer): pass
            self._edits.replace(start - (len(before) - len(before.rstrip())), end, f"\n{block}")
        else:
            self._edits.replace(start - len(before), end, block)

    def _block_indent(self) -> str:
        inner = self.indent
        return inner if not inner.strip() else " " * (self._statement.col_offset + 4)


def parsed(text: str) -> ast.Module:
    """Return a program's tree.  Raises `ShapeError` if it is no Python."""
    try:
        return parse(text)
    except UNREADABLE as error:
        problem = unreadable(error)
        raise ShapeError(
            worded(
                "The program has a mistake in line {line}. {sentence}",
                line=problem.line,
                sentence=problem.sentence,
            )
        ) from error


def _find(text: str, name: str) -> ast.ClassDef:
    found = [part for part in parsed(text).body if isinstance(part, ast.ClassDef) and part.name == name]
    if not found:
        raise ShapeError(worded("There is no class {name} in the program.", name=name))
    return found[-1]


def _target(statement: ast.stmt) -> str:
    """Return the one name that a statement gives a value, "" for other statements."""
    target: ast.expr | None = None
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target = statement.targets[0]
    elif isinstance(statement, ast.AnnAssign):
        target = statement.target
    return target.id if isinstance(target, ast.Name) else ""


def _is_text(statement: ast.stmt) -> bool:
    value = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(value, ast.Constant) and isinstance(value.value, str)


def _last_line(statement: ast.stmt) -> int:
    return statement.end_lineno or statement.lineno
