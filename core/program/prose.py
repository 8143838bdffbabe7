"""Comments and docstrings, broken at what the code view shows of a line in a small window."""

import textwrap

PROSE_WIDTH = 68
"""They have at most so many characters in a line: a window of 1280 pixels shows 69 of them."""


QUOTES = '"""'
"""What a docstring ends with: nobody has to read it, so of a single line it may stand beyond the width."""


def comment(words: str, indent: str = "") -> str:
    """Return `words` as a comment."""
    return "\n".join(filled(words, f"{indent}# "))


def docstring(words: str, indent: str = "") -> str:
    """Return `words`, whose paragraphs stand apart by empty lines, as a docstring."""
    line = f"{indent}{QUOTES}{words}"
    if "\n" not in words and len(line) <= PROSE_WIDTH:
        return line + QUOTES
    # The quotes count in the first line's width.
    first, *others = words.split("\n\n")
    lines = filled(f'"""{first}', indent)
    for paragraph in others:
        lines += ["", *filled(paragraph, indent)]
    return "\n".join([*lines, f'{indent}"""'])


def filled(words: str, start: str) -> list[str]:
    """Return `words` in lines that all begin with `start`."""
    return textwrap.wrap(
        words, PROSE_WIDTH, initial_indent=start, subsequent_indent=start, break_on_hyphens=False
    )
