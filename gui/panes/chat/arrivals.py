"""One client's events as what its transcript shows."""

import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from core.address import show
from core.events import (
    ClientConnected,
    ClientEnded,
    ClientFailed,
    Event,
    MessageReceived,
    MessageSent,
)
from core.json_document import DocumentError, decode
from gui.panes.chat.json_lines import LONGEST_LAID_OUT, laid_out
from gui.visible_text import decoded, visible_line
from gui.widgets.bubble import Message
from gui.widgets.notice import Note, Tone
from gui.widgets.transcript import Entry

_UNITS = (("B", 1), ("kB", 1_000), ("MB", 1_000_000))


class Arrivals:
    """Turns events into entries; remembers when the last message was sent, for the next reply's delta."""

    def __init__(self) -> None:
        """Begin with nothing sent."""
        self._sent_at: int | None = None
        self._entry_of: dict[type[Event], Callable[[Any], Entry]] = {
            ClientConnected: self._connected,
            MessageSent: self._sent,
            MessageReceived: self._received,
            ClientEnded: self._ended,
            ClientFailed: self._failed,
        }

    def shows(self, event: Event) -> bool:
        """Return whether a transcript shows anything of such an event."""
        return type(event) in self._entry_of

    def entries(self, events: list[Event]) -> list[Entry]:
        """Return what to show of `events`, each of which must be one that it shows."""
        return [self._entry_of[type(event)](event) for event in events]

    def _connected(self, event: ClientConnected) -> Entry:
        self._sent_at = None
        # A client of a Unix stream server has no name of its own.
        words = _tr("connected to {0}") if event.local == show("") else _tr("connected to {0} from {1}")
        return Note(
            words.format(visible_line(event.peer), visible_line(_short(event.local))),
            tip=clock(event.time),
        )

    def _sent(self, event: MessageSent) -> Entry:
        self._sent_at = event.time
        meta = f"{clock(event.time)} · {count_of_bytes(event.size)}"
        return Message(mine=True, text=readable(event.data), meta=meta, more=_more(event.data))

    def _received(self, event: MessageReceived) -> Entry:
        parts = [self._delta(event.time), count_of_bytes(event.size)]
        if event.problem:
            parts.append(event.problem)
        return Message(
            mine=False,
            text=decoded(event.data) if event.problem else readable(event.data),
            meta=" · ".join(parts),
            tip=clock(event.time),
            problem=bool(event.problem),
            more=_more(event.data),
        )

    def _delta(self, received_at: int) -> str:
        """Return how long after the last message this came; its time if nothing was sent before."""
        if self._sent_at is None:
            return clock(received_at)
        return f"+{duration(received_at - self._sent_at)}"

    def _ended(self, event: ClientEnded) -> Entry:
        return Note(
            _tr("The server closed the conversation."),
            _tr('recv() returned b"": the end of the stream.'),
            tone=Tone.WARNING,
            tip=clock(event.time),
        )

    def _failed(self, event: ClientFailed) -> Entry:
        return Note(event.what, event.why, event.hint, tone=Tone.ERROR, tip=clock(event.time))


def clock(moment: int) -> str:
    """Return the time of day at `moment`, in nanoseconds of `time.monotonic_ns()`: "10:42:07.113"."""
    wall = moment + time.time_ns() - time.monotonic_ns()
    return datetime.fromtimestamp(wall / 1e9).strftime("%H:%M:%S.%f")[:-3]


def duration(nanoseconds: int) -> str:
    """Return a length of time in the unit that suits it: "0.41 ms", "1.23 s"."""
    milliseconds = nanoseconds / 1e6
    if milliseconds >= 1000:
        return f"{milliseconds / 1000:,.2f} s"
    return f"{milliseconds:.2f} ms" if milliseconds < 10 else f"{milliseconds:.0f} ms"


def count_of_bytes(size: int) -> str:
    """Return a size in words: "1 byte", "1,234 bytes"."""
    return _tr("1 byte") if size == 1 else _tr("{0} bytes").format(f"{size:,}")


def readable(data: bytes) -> str:
    """Return a message as text; a JSON document too wide for a line on several."""
    text = decoded(data)
    if len(text) > LONGEST_LAID_OUT:
        return text
    try:
        decode(data)
    except DocumentError:
        return text
    return laid_out(text.strip())


def _more(data: bytes) -> str:
    unit, size = next((unit for unit in reversed(_UNITS) if len(data) >= unit[1]), _UNITS[0])
    return _tr("Show all ({0} {1})").format(f"{len(data) / size:.3g}", unit)


def _short(local: str) -> str:
    """Return the port alone of "127.0.0.1:51014": the host says nothing new."""
    _host, colon, port = local.rpartition(":")
    return f":{port}" if colon and port.isdigit() else local


def _tr(text: str) -> str:
    return QCoreApplication.translate("Arrivals", text)
