"""A module made of its parts."""

import re
from dataclasses import dataclass

from core.program.imports import Import, import_lines
from core.program.literals import indented
from core.program.prose import docstring


@dataclass(frozen=True, slots=True)
class Pieces:
    """What a program consists of: imports, definitions from top to bottom, and the lines that it runs."""

    imports: frozenset[Import]
    definitions: tuple[str, ...]
    run: tuple[str, ...]


def whole(introduction: str, pieces: Pieces) -> str:
    """Return the text of a module."""
    last = "\n".join(['if __name__ == "__main__":', *indented(pieces.run)])
    blocks = [*(text.strip("\n") for text in pieces.definitions), last]
    head = "\n".join([docstring(introduction), "", *import_lines(pieces.imports)])
    return head + "".join(map(_set_apart, ["", *blocks], blocks)) + "\n"


def _set_apart(before: str, block: str) -> str:
    """Return a definition with the empty lines above it: constants and comments stand closer together."""
    is_close = before and not _HAS_BODY.search(before) and not _HAS_BODY.search(block)
    return ("\n\n" if is_close else "\n\n\n") + block


_HAS_BODY = re.compile(r"^(?:@|def |class |if )", re.MULTILINE)
