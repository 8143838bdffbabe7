"""An event in full, as text: every field, data as text and in hexadecimal, tracebacks."""

from collections.abc import Callable
from typing import Any

from core.events import Event, facts
from core.hexdump import hexdump
from core.recognition import recognised
from core.sentences import sentence, size_in_words, visible
from core.wording import worded

Say = Callable[[str], str]
"""Gives a wording in the language that is wanted, and any other text as it is."""

TEXT_SHOWN = 8 * 1024
"""At most this many characters of one text, or of data as text, are shown; the rest is counted."""

HEX_SHOWN = 2 * 1024
"""At most this many bytes are shown in hexadecimal; the rest is counted."""


def details(event: Event, place: str, milliseconds: float, say: Say = str) -> str:
    """Return all that the event says; the caller knows its place, and its time since the run's start.

    `say` gives each wording in the language that is wanted.
    """
    told = facts(event)
    long = {name: told.pop(name) for name in _LONG if name in told}
    where = worded(
        "{place} (process {pid}, thread {thread})", place=place, pid=event.pid, thread=event.thread
    )
    rows: dict[str, object] = {
        "event": type(event).__name__,
        "time": f"{milliseconds:,.3f} ms",
        "where": where,
        "request": event.request or worded("none"),
        "order": event.order,
    } | told
    if "took" in rows:
        rows["took"] = f"{told['took'] / 1e6:,.3f} ms"
    table = "\n".join(_row(say(LABELS[name]), say(_text(name, value))) for name, value in rows.items())
    sections = [section for name, value in long.items() for section in _LONG[name](name, value, say)]
    return "\n\n".join([say(sentence(event)), table, *sections])


def _row(label: str, value: str) -> str:
    return f"{label:<11} {visible(value, TEXT_SHOWN)}".rstrip()


def _text(name: str, value: object) -> str:
    text = value if isinstance(value, str) else str(value)
    return recognised(text) if name in _SENTENCES else text


_SENTENCES = frozenset({"what", "why", "hint", "reason", "where", "how", "problem"})
"""The fields in which core itself writes; what others wrote is never said in another language."""


def _data_sections(_name: str, data: bytes, say: Say) -> list[str]:
    if not data:
        return []
    text = data[:TEXT_SHOWN].decode("utf-8", "backslashreplace")
    return [
        f"{say(_DATA_AS_TEXT)}\n{_lines(text)}{_more(len(data) - TEXT_SHOWN, say)}",
        f"{say(_DATA_AS_BYTES)}\n{hexdump(data[:HEX_SHOWN])}{_more(len(data) - HEX_SHOWN, say)}",
    ]


_DATA_AS_TEXT = worded("data as text")
_DATA_AS_BYTES = worded("data as bytes")


def _text_sections(name: str, text: str, say: Say) -> list[str]:
    if not text:
        return []
    return [f"{say(LABELS[name])}\n{_lines(text[:TEXT_SHOWN])}{_more(len(text) - TEXT_SHOWN, say)}"]


def _lines(text: str) -> str:
    return "\n".join(visible(line, TEXT_SHOWN) for line in text.rstrip("\n").split("\n"))


def _more(rest: int, say: Say) -> str:
    if rest <= 0:
        return ""
    return "\n" + say(worded("… and {size} more", size=size_in_words(rest)))


_LONG: dict[str, Callable[[str, Any, Say], list[str]]] = {
    "data": _data_sections,
    "text": _text_sections,
    "traceback": _text_sections,
}
"""How the fields that may be long are shown, below the table of the others."""

LABELS: dict[str, str] = {
    "address": worded("address"),
    "bound": worded("bound"),
    "call": worded("call"),
    "child": worded("child"),
    "client": worded("client"),
    "code": worded("code"),
    "connection": worded("connection"),
    "count": worded("count"),
    "data": worded("data"),
    "detail": worded("detail"),
    "error": worded("error"),
    "event": worded("event"),
    "hint": worded("hint"),
    "how": worded("how"),
    "kind": worded("kind"),
    "line": worded("line"),
    "local": worded("local"),
    "message": worded("message"),
    "name": worded("name"),
    "order": worded("order"),
    "owner": worded("owner"),
    "parent": worded("parent"),
    "peer": worded("peer"),
    "port": worded("port"),
    "problem": worded("problem"),
    "reason": worded("reason"),
    "request": worded("request"),
    "result": worded("result"),
    "seconds": worded("seconds"),
    "server_pid": worded("server_pid"),
    "size": worded("size"),
    "stage": worded("stage"),
    "text": worded("text"),
    "time": worded("time"),
    "took": worded("took"),
    "traceback": worded("traceback"),
    "what": worded("what"),
    "where": worded("where"),
    "why": worded("why"),
}
"""What the rows are called: the fields of events, as a saved log names them."""
