"""Events as a file: JSON lines, one event a line with its type; data in base64."""

import json
import os
from base64 import b64encode
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from core.events import Event

_STEP = 500
"""So many events are written between two pauses."""


def line(event: Event) -> str:
    """Return an event as a JSON object in one line: its type, then its fields by name."""
    # ASCII escapes, because a text may hold half a surrogate pair, which has no UTF-8.
    return json.dumps({"type": type(event).__name__, **msgspec.structs.asdict(event)}, default=_base64)


def write(events: Sequence[Event], path: Path) -> Iterator[int]:
    """Write a file, in steps: each one gives how many events are written, so that others can work between.

    The file appears whole, or, on an `OSError` or when the iterator is closed early, not at all; a file that
    was there before stays as it was until then.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    file = part.open("x", encoding="ascii")
    try:
        with file:
            for start in range(0, len(events), _STEP):
                file.writelines(line(event) + "\n" for event in events[start : start + _STEP])
                yield min(start + _STEP, len(events))
            file.flush()
            # Some file systems notice only now that they are full.
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _base64(value: object) -> Any:
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    raise TypeError(f"{type(value).__name__} has no place in a journal")
