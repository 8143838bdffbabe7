"""Values as a program writes them down, and calls that are broken where they get too long."""

from collections.abc import Sequence

from core.address import Address

LINE_LENGTH = 88
"""The programs' lines have at most so many characters, where the learner's own values let them."""

INDENT = "    "

FRESH_PATH = "server.sock"
"""What is written for a Unix socket whose path is left to the lab: it is made in the current folder."""


def literal(value: object) -> str:
    """Return the literal for a value: texts in double quotes where that needs no escape."""
    return _quoted(value) if isinstance(value, str) else repr(value)


def address_literal(address: Address) -> str:
    """Return the literal for an address as a server or a client is given it."""
    if isinstance(address, tuple):
        return f"({', '.join(map(literal, address[:2]))})"
    return literal(address)


def call(
    head: str, arguments: Sequence[str], tail: str = "", indent: str = "", limit: int = LINE_LENGTH
) -> list[str]:
    """Return a call's lines: one if it is short, otherwise one for each argument."""
    line = f"{indent}{head}({', '.join(arguments)}){tail}"
    if len(line) <= limit or not arguments:
        return [line]
    inner = [f"{indent}{INDENT}{argument}," for argument in arguments]
    return [f"{indent}{head}(", *inner, f"{indent}){tail}"]


def indented(lines: Sequence[str], depth: int = 1) -> list[str]:
    """Return lines moved to the right, empty ones as they are."""
    return [f"{INDENT * depth}{line}" if line else line for line in lines]


def _quoted(text: str) -> str:
    written = repr(text)
    return f'"{written[1:-1]}"' if written[0] == "'" and '"' not in text else written
