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
from core.recognition import recognised
from gui.language import translated
from gui.panes.chat.json_lines import LONGEST_LAID_OUT, laid_out
from gui.visible_text import decoded, visible_line
from gui.widgets.bubble import Message
from gui.widgets.notice import Note, Tone
from gui.widgets.transcript import Entry

translate = QCoreApplication.translate

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
        peer, local = visible_line(event.peer), visible_line(_short(event.local))
        return Note(lambda: (_connected_in_words(peer, local),), tip=clock(event.time))

    def _sent(self, event: MessageSent) -> Entry:
        self._sent_at = event.time
        at, size = clock(event.time), event.size
        return Message(
            mine=True,
            text=readable(event.data),
            meta=lambda: f"{at} · {count_of_bytes(size)}",
            more=_more(len(event.data)),
        )

    def _received(self, event: MessageReceived) -> Entry:
        delta, size, problem = self._delta(event.time), event.size, event.problem
        return Message(
            mine=False,
            text=decoded(event.data) if problem else readable(event.data),
            meta=lambda: " · ".join(filter(None, (delta, count_of_bytes(size), _in_words(problem)))),
            more=_more(len(event.data)),
            tip=clock(event.time),
            problem=bool(problem),
        )

    def _delta(self, received_at: int) -> str:
        """Return how long after the last message this came; its time if nothing was sent before."""
        if self._sent_at is None:
            return clock(received_at)
        return f"+{duration(received_at - self._sent_at)}"

    def _ended(self, event: ClientEnded) -> Entry:
        return Note(_ended_in_words, tone=Tone.WARNING, tip=clock(event.time))

    def _failed(self, event: ClientFailed) -> Entry:
        parts = tuple(filter(None, (event.what, event.why, event.hint)))
        return Note(
            lambda: tuple(_in_words(part) for part in parts),
            tone=Tone.ERROR,
            tip=clock(event.time),
        )


def _in_words(sentence: str) -> str:
    """Return a sentence of core's, which came as plain text with an event, in the language of the window."""
    return translated(recognised(sentence))


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
    if size == 1:
        return translate("Arrivals", "1 byte")
    return translate("Arrivals", "{0} bytes").format(f"{size:,}")


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


def _connected_in_words(peer: str, local: str) -> str:
    # A client of a Unix stream server has no name of its own.
    if local == show(""):
        return translate("Arrivals", "connected to {0}").format(peer)
    return translate("Arrivals", "connected to {0} from {1}").format(peer, local)


def _ended_in_words() -> tuple[str, str]:
    return (
        translate("Arrivals", "The server closed the conversation."),
        translate("Arrivals", 'recv() returned b"": the end of the stream.'),
    )


def _more(size: int) -> Callable[[], str]:
    unit, factor = next((unit for unit in reversed(_UNITS) if size >= unit[1]), _UNITS[0])
    amount = f"{size / factor:.3g} {unit}"
    return lambda: translate("Arrivals", "Show all ({0})").format(amount)


def _short(local: str) -> str:
    """Return the port alone of "127.0.0.1:51014": the host says nothing new."""
    _host, colon, port = local.rpartition(":")
    return f":{port}" if colon and port.isdigit() else local
