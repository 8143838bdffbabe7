"""Events as a file: JSON lines, one event a line with all its fields, or a table for a spreadsheet.

In JSON lines data is in base64; in a table it is text, with what cannot be seen as escapes, as in the log.
"""

import csv
import io
import json
import os
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from core.events import Event
from core.places import Places
from core.sentences import kind, sentence, visible

COLUMNS = (
    "milliseconds",
    "where",
    "request",
    "kind",
    "what",
    "size",
    "peer",
    "data",
    "event",
    "time_ns",
    "pid",
    "thread",
    "order",
)
"""The columns of a table; the first ones as in the log."""

_STEP = 500
"""So many events are written between two pauses."""

_FORMULA_SIGNS = ("=", "+", "-", "@")
"""What makes a spreadsheet take a cell for a formula, and run it: a peer's text must stay text."""

_CELL = 4_000
"""A cell holds at most this many characters; spreadsheets refuse more than some 32,000."""

Lines = Callable[[Iterable[Event]], Iterator[str]]


def json_lines(events: Iterable[Event]) -> Iterator[str]:
    """Yield each event as a JSON object in one line: its type, then its fields by name."""
    for event in events:
        # ASCII escapes, because a text may hold half a surrogate pair, which has no UTF-8.
        told = {"type": type(event).__name__, **msgspec.structs.asdict(event)}
        yield json.dumps(told, default=_base64) + "\n"


def table_lines(events: Iterable[Event]) -> Iterator[str]:
    """Yield the lines of a table, the first with its heading: CSV as in RFC 4180, marked as UTF-8."""
    places = Places()
    began: int | None = None
    # Without the mark, spreadsheets take the text for one in an older encoding.
    yield "\ufeff" + _table_line(COLUMNS)
    for event in events:
        places.learn(event)
        began = event.time if began is None else began
        yield _table_line(_cells(event, places, began))


FORMATS: dict[str, Lines] = {".csv": table_lines, ".jsonl": json_lines}
"""How to write, by the ending of the file's name; JSON lines for any other."""


def write(events: Iterable[Event], path: Path) -> Iterator[int]:
    """Write a file, in steps: each one gives how many events are written, so that others can work between.

    The format follows from the name (see `FORMATS`).  The file appears whole, or, on an `OSError` or when the
    iterator is closed early, not at all; a file that was there before stays as it was until then.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    lines = FORMATS.get(path.suffix.lower(), json_lines)(events)
    file = part.open("x", encoding="utf-8", errors="backslashreplace", newline="")
    try:
        with file:
            written = 0
            while some := list(islice(lines, _STEP)):
                file.writelines(some)
                written += len(some)
                yield written
            file.flush()
            # Some file systems notice only now that they are full.
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _table_line(cells: Sequence[object]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _cells(event: Event, places: Places, began: int) -> list[object]:
    """Return a row; what may come from a socket or from a learner's code is made harmless."""
    size = getattr(event, "size", "")
    peer, data = visible(getattr(event, "peer", "")), getattr(event, "data", b"")
    where, what, peer, text = map(_harmless, (places.name(event), sentence(event), peer, _text(data)))
    milliseconds = f"{(event.time - began) / 1e6:.3f}"
    shown = [milliseconds, where, event.request, kind(event).value, what, size, peer, text]
    return [*shown, type(event).__name__, event.time, event.pid, event.thread, event.order]


def _text(data: bytes) -> str:
    return visible(data.decode("utf-8", "backslashreplace"), _CELL)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text


def _base64(value: object) -> Any:
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    raise TypeError(f"{type(value).__name__} has no place in a journal")
