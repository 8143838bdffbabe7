"""A spec → one program that is server and client."""

import ast
from collections.abc import Sequence
from itertools import takewhile

from core.program.class_body import parsed
from core.program.client import client_pieces
from core.program.imports import import_lines
from core.program.literals import INDENT, indented
from core.program.places import places
from core.program.program import Program
from core.program.server import about, handler_name, server_pieces
from core.program.server_name import SERVER_CLASS
from core.program.standing import standing_program
from core.program.whole import Pieces, whole
from core.spec import ServerSpec


def single_program(spec: ServerSpec) -> Program:
    """Return a program that is the server after `python both.py server`, its client after `… client`.

    Raises `ShapeError` for a learner's own code that is no Python.
    """
    if spec.code:
        return _with_own_code(spec)
    server, client = server_pieces(spec), client_pieces(spec, None, ["both.py", "client"])
    pieces = Pieces(
        imports=server.imports | client.imports,
        definitions=(
            *server.definitions,
            _function("run_server", "Make the server and run it.", server.run),
            *client.definitions,
            _function("run_client", "Connect, and hold a conversation.", client.run),
        ),
        run=_CHOICE,
    )
    text = whole(f"{about(spec)}\n\n{_HOW_TO_START}", pieces)
    return Program(text, places(text, handler_name(spec), SERVER_CLASS))


_HOW_TO_START = (
    "Start the server with: python both.py server. And then, elsewhere, a client: python both.py client. "
    "It needs nothing but Python 3.11 or newer."
)

_CHOICE = (
    'if sys.argv[1:2] == ["client"]:',
    f"{INDENT}run_client()",
    "else:",
    f"{INDENT}run_server()",
)


def _function(name: str, about: str, body: Sequence[str]) -> str:
    return "\n".join([f"def {name}():", *indented([f'"""{about}"""', *body])])


# A learner's own code --------------------------------------------------------------------------------------


def _with_own_code(spec: ServerSpec) -> Program:
    """Return the learner's program with the client before it, in a function that is called at once.

    So it does not matter what the program has in it, or how it starts its server.
    """
    text = standing_program(spec).text
    lines = text.split("\n")
    place = _after_introduction(parsed(text), lines)
    first, rest = "\n".join(lines[:place]).rstrip("\n"), "\n".join(lines[place:]).strip("\n")
    return Program("\n\n\n".join(filter(None, (first, *_client_first(spec), rest))) + "\n")


def _client_first(spec: ServerSpec) -> tuple[str, str]:
    """Return the client as a function, and the lines that call it."""
    pieces = client_pieces(spec, None, ["both.py", "client"])
    inner = [*import_lines(pieces.imports), ""]
    for definition in pieces.definitions:
        inner += [*definition.strip("\n").split("\n"), ""]
    about = "Connect to the server below, and hold a conversation."
    choice = ['if __name__ == "__main__":', *indented(_OWN_CHOICE)]
    return _function("run_client", about, [*inner, *pieces.run]), "\n".join(choice)


_OWN_CHOICE = (
    "import sys",
    "",
    'if sys.argv[1:2] == ["client"]:',
    f"{INDENT}sys.exit(run_client())",
    'if sys.argv[1:2] == ["server"]:',
    f"{INDENT}del sys.argv[1]  # what follows may look for words of its own",
)


def _after_introduction(tree: ast.Module, lines: Sequence[str]) -> int:
    """Return the last line of what has to stand first.

    That is a comment, which may name the encoding; the docstring; and imports from the future.
    """
    last = sum(1 for _ in takewhile(lambda line: line.startswith("#"), lines))
    for number, statement in enumerate(tree.body):
        is_text = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
        is_future = isinstance(statement, ast.ImportFrom) and statement.module == "__future__"
        if not is_future and not (number == 0 and is_text):
            break
        last = statement.end_lineno or statement.lineno
    return last
