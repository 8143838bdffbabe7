"""An event in full, as text: every field, data as text and in hexadecimal, tracebacks."""

from collections.abc import Callable
from typing import Any

from core.events import Event, facts
from core.hexdump import hexdump
from core.sentences import sentence, size_in_words, visible

TEXT_SHOWN = 8 * 1024
"""At most this many characters of one text, or of data as text, are shown; the rest is counted."""

HEX_SHOWN = 2 * 1024
"""At most this many bytes are shown in hexadecimal; the rest is counted."""


def details(event: Event, place: str, milliseconds: float) -> str:
    """Return all that the event says; the caller knows its place, and its time since the run's start."""
    told = facts(event)
    long = {name: told.pop(name) for name in _LONG if name in told}
    rows: dict[str, object] = {
        "event": type(event).__name__,
        "time": f"{milliseconds:,.3f} ms",
        "where": f"{place} (process {event.pid}, thread {event.thread})",
        "request": event.request or "none",
        "order": event.order,
    } | told
    if "took" in rows:
        rows["took"] = f"{told['took'] / 1e6:,.3f} ms"
    table = "\n".join(
        f"{name:<11} {visible(str(value), TEXT_SHOWN)}".rstrip() for name, value in rows.items()
    )
    sections = [section for name, value in long.items() for section in _LONG[name](name, value)]
    return "\n\n".join([sentence(event), table, *sections])


def _data_sections(_name: str, data: bytes) -> list[str]:
    if not data:
        return []
    text = data[:TEXT_SHOWN].decode("utf-8", "backslashreplace")
    return [
        f"data as text\n{_lines(text)}{_more(len(data) - TEXT_SHOWN)}",
        f"data as bytes\n{hexdump(data[:HEX_SHOWN])}{_more(len(data) - HEX_SHOWN)}",
    ]


def _text_sections(name: str, text: str) -> list[str]:
    return [f"{name}\n{_lines(text[:TEXT_SHOWN])}{_more(len(text) - TEXT_SHOWN)}"] if text else []


def _lines(text: str) -> str:
    return "\n".join(visible(line, TEXT_SHOWN) for line in text.rstrip("\n").split("\n"))


def _more(rest: int) -> str:
    return f"\n… and {size_in_words(rest)} more" if rest > 0 else ""


_LONG: dict[str, Callable[[str, Any], list[str]]] = {
    "data": _data_sections,
    "text": _text_sections,
    "traceback": _text_sections,
}
"""How the fields that may be long are shown, below the table of the others."""
