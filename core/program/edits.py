"""Changes to a program's text, at places that its syntax tree gives."""

import ast
from collections.abc import Sequence


class Edits:
    """Collects changes to a text, which do not move each other's places."""

    def __init__(self, text: str) -> None:
        """Begin without a change."""
        self._text = text
        # As Python counts lines: a form feed, for one, ends none.
        self._lines = [f"{line}\n" for line in text.split("\n")]
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))
        self._changes: list[tuple[int, int, str]] = []

    def offset(self, line: int, column: int) -> int:
        """Return the place in the text of a line (from 1) and a column in UTF-8 bytes, as trees have them."""
        before = self._lines[line - 1].encode("utf-8", "surrogatepass")[:column]
        return self._starts[line - 1] + len(before.decode("utf-8", "surrogatepass"))

    def start(self, node: ast.expr | ast.stmt | ast.arg) -> int:
        """Return where a node begins."""
        return self.offset(node.lineno, node.col_offset)

    def end(self, node: ast.expr | ast.stmt | ast.arg) -> int:
        """Return where a node ends."""
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self.offset(node.end_lineno, node.end_col_offset)

    def line_start(self, line: int) -> int:
        """Return where a line begins; one past the last is the end of the text."""
        return min(self._starts[line - 1], len(self._text))

    def replace(self, start: int, end: int, new: str) -> None:
        """Put `new` in place of what stands between two places; with `start` = `end`, put it in."""
        self._changes.append((start, end, new))

    def replace_node(self, node: ast.expr | ast.stmt, new: str) -> None:
        """Put `new` in place of a node."""
        self.replace(self.start(node), self.end(node), new)

    def remove_lines(self, first: int, last: int) -> None:
        """Take lines out."""
        self.replace(self.line_start(first), self.line_start(last + 1), "")

    def text(self) -> str:
        """Return the text with all changes made."""
        text = self._text
        # From the end: a change leaves the places before it as they are.
        for start, end, new in sorted(self._changes, key=lambda change: change[:2], reverse=True):
            text = text[:start] + new + text[end:]
        return text


def first_line(statement: ast.stmt, lines: Sequence[str]) -> int:
    """Return the first line of a statement, with decorators and comments above; `lines` is the text."""
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    first = min([statement.lineno, *(node.lineno for node in decorators)])
    while first > 1 and lines[first - 2].lstrip().startswith("#"):
        first -= 1
    return first
