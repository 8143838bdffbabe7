"""A JSON document on as many lines as it needs to be read; no letter of it is changed."""

import re
from dataclasses import dataclass, field

LINE_WIDTH = 38
"""What fits on a line of a bubble, in characters."""

LONGEST_LAID_OUT = 16_000
"""Characters; a longer document is shown as it came."""

DEEPEST_INDENT = 16
"""Blanks; a document nested deeper goes on at this indent, for there is no room to the right."""

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]|[^\s\[\]{},:"]+')
_CLOSERS = {"[": "]", "{": "}"}


@dataclass(slots=True)
class _Box:
    """A list or an object: its items, each a text or a box, with the texts (such as keys) before it."""

    opener: str
    lead: str = ""
    items: list["_Box | str"] = field(default_factory=list)


def laid_out(document: str, width: int = LINE_WIDTH) -> str:
    """Return `document`, which must be JSON, with line breaks where it would not fit into `width`.

    Blanks between its parts may change; keys, numbers and escapes stay as they were written, which parsing
    and writing it again would not promise.
    """
    if len(document) > LONGEST_LAID_OUT or (len(document) <= width and "\n" not in document):
        return document
    return "\n".join(_lines(_tree(document), width, ""))


def _tree(document: str) -> "_Box | str":
    top = _Box("")
    open_boxes = [top]
    lead = ""
    for token in _TOKEN.findall(document):
        box = open_boxes[-1]
        if token in _CLOSERS:
            inner = _Box(token, lead)
            box.items.append(inner)
            open_boxes.append(inner)
            lead = ""
        elif token in ("]", "}"):
            open_boxes.pop()
        elif token == ":":
            lead = f"{box.items.pop()}: "
        elif token != ",":
            box.items.append(lead + token)
            lead = ""
    return top.items[0]


def _flat(item: "_Box | str") -> str:
    if isinstance(item, str):
        return item
    return f"{item.lead}{item.opener}{', '.join(map(_flat, item.items))}{_CLOSERS[item.opener]}"


def _lines(item: "_Box | str", width: int, indent: str, comma: str = "") -> list[str]:
    flat = _flat(item)
    if isinstance(item, str) or not item.items or len(indent) + len(flat) + len(comma) <= width:
        return [indent + flat + comma]
    lines = [f"{indent}{item.lead}{item.opener}"]
    for number, inner in enumerate(item.items, 1):
        deeper = (indent + "  ")[:DEEPEST_INDENT]
        lines += _lines(inner, width, deeper, "," if number < len(item.items) else "")
    return [*lines, f"{indent}{_CLOSERS[item.opener]}{comma}"]
