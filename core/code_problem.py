"""What keeps a program from running, found by reading it, in a sentence at its line."""

import ast
from dataclasses import dataclass

from core.parsing import compiled
from core.spec import CODE_LIMIT
from core.wording import WordedError, Wording, worded


@dataclass(frozen=True, slots=True)
class CodeProblem:
    """What keeps a program from running, in a sentence; line and column are counted from 1."""

    line: int
    column: int
    sentence: str


class _TooLongError(WordedError, ValueError):
    """The program is longer than may be."""


UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)
"""What `parse` raises for a text that is no program; only the first knows a line."""


def parse(text: str, name: str = "server.py") -> ast.Module:
    """Return the program in the file `name` as a tree; nothing of it is run.

    Raises one of `UNREADABLE`.
    """
    if len(text) > CODE_LIMIT:
        raise _TooLongError(worded("it is longer than {limit} KiB", limit=CODE_LIMIT // 1024))
    # Some mistakes, a return outside a function for one, are found only by the compiler.
    return compiled(text, name)


def unreadable(error: BaseException) -> CodeProblem:
    """Return the problem that one of `UNREADABLE` stands for."""
    if isinstance(error, SyntaxError):
        reason = str(error.msg).rstrip(".")
        hint = next((hint for key, hint in _HINTS.items() if key in reason), None)
        sentence = (
            worded("Python cannot read this: {reason}. {hint}", reason=reason, hint=hint)
            if hint
            else worded("Python cannot read this: {reason}.", reason=reason)
        )
        return CodeProblem(error.lineno or 1, error.offset or 1, sentence)
    if isinstance(error, UnicodeError):
        return CodeProblem(1, 1, worded("The program has half a character in it, which no file can hold."))
    if isinstance(error, ValueError):
        return CodeProblem(1, 1, worded("Python cannot read this program: {reason}.", reason=str(error)))
    return CodeProblem(1, 1, worded("The program is nested too deeply for Python to read."))


_HINTS = {
    "expected ':'": worded("A line that begins a block ends with a colon."),
    "expected an indented block": worded("A block stands further right than the line that begins it."),
    "unexpected indent": worded("It stands further right than the line before it, which begins no block."),
    "unindent does not match": worded("It stands between two depths; it must be as deep as a line above it."),
    "inconsistent use of tabs": worded("Some lines are indented with tabs, others with spaces; take spaces."),
    "was never closed": worded("Each bracket that is opened has to be closed."),
    "unterminated string": worded("A text begins here, and its closing quote is missing."),
    "unterminated triple-quoted": worded("A text begins here, and its three closing quotes are missing."),
    "outside function": worded("Such a word belongs into a function or a method."),
}


def no_handler(tree: ast.Module) -> CodeProblem:
    """Return the problem of a program without a handler class, at the class that may be meant to be one."""
    almost = next((part for part in tree.body if isinstance(part, ast.ClassDef) and _has_handle(part)), None)
    if almost is None:
        return CodeProblem(
            1,
            1,
            worded("There is no handler class: write a class that inherits from {needed}.", needed=_NEEDED),
        )
    return CodeProblem(almost.lineno, almost.col_offset + 1, _no_handler_yet(almost))


def _no_handler_yet(almost: ast.ClassDef) -> Wording:
    if not almost.bases:
        return worded(
            "{name} has a handle() method but is no handler class: let it inherit from {needed}.",
            name=almost.name,
            needed=_NEEDED,
        )
    return worded(
        "{name} has a handle() method but is no handler class: let it inherit from {needed}. "
        "Is {base} spelled right, and imported?",
        name=almost.name,
        needed=_NEEDED,
        base=ast.unparse(almost.bases[0]),
    )


_NEEDED = worded("socketserver.BaseRequestHandler, StreamRequestHandler or DatagramRequestHandler")


def unknown_server(line: int, made: str) -> CodeProblem:
    """Return the remark on a server class that the program itself finds out when it runs."""
    return CodeProblem(
        line,
        1,
        worded(
            "Which server class {made} is cannot be known by reading. The program runs as it stands, "
            "whatever the dropdowns say; choose there what it is, and the class is named in this line.",
            made=made if len(made) <= _MADE_SHOWN else f"{made[:_MADE_SHOWN]}…",
        ),
    )


_MADE_SHOWN = 60
"""So many characters of the expression are shown."""


def _has_handle(statement: ast.ClassDef) -> bool:
    return any(isinstance(part, ast.FunctionDef) and part.name == "handle" for part in statement.body)
