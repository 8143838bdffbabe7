"""A name for a server class that a program does not have yet."""

import ast
from itertools import chain, count

from core.parsing import parsed

SERVER_CLASS = "Server"
"""What it is called wherever that can be."""


def free_server_name(text: str) -> str:
    """Return the name, or another one if the program uses it for something else.

    Raises SyntaxError for a text that is no Python.
    """
    used = {getattr(node, "id", getattr(node, "name", "")) for node in ast.walk(parsed(text))}
    others = (f"OwnServer{number}" for number in count(2))
    return next(name for name in chain((SERVER_CLASS, "OwnServer"), others) if name not in used)
