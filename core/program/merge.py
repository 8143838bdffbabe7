"""Two changes of one text, brought together line by line."""

from collections.abc import Mapping
from difflib import SequenceMatcher


def merged(base: str, mine: str, theirs: str) -> str | None:
    """Return `mine` with what differs between `base` and `theirs`, None where both changed the same lines."""
    old, lines, new = base.split("\n"), mine.split("\n"), theirs.split("\n")
    kept = _kept(old, lines)
    changes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    # From the end: a change leaves the lines before it where they are.
    for tag, first, last, new_first, new_last in reversed(changes):
        if tag == "equal":
            continue
        place = _place(kept, first, last)
        if place is None:
            return None
        lines[place] = new[new_first:new_last]
    return "\n".join(lines)


def _kept(old: list[str], lines: list[str]) -> dict[int, int]:
    """Return where in `lines` those of `old` stand that are still there."""
    blocks = SequenceMatcher(None, old, lines, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}


def _place(kept: Mapping[int, int], first: int, last: int) -> slice | None:
    """Return where the old lines from `first` up to `last` stand, in one piece, or where new ones go."""
    if first < last:
        start = kept.get(first)
        in_one_piece = start is not None and all(
            kept.get(number) == start + number - first for number in range(first, last)
        )
        return slice(start, (start or 0) + last - first) if in_one_piece else None
    if first - 1 in kept:
        return slice(kept[first - 1] + 1, kept[first - 1] + 1)
    return slice(kept[first], kept[first]) if first in kept else None
