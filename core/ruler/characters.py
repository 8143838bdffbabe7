"""Bytes as letters; characters cut in half between two recv calls."""

from bisect import bisect_right
from dataclasses import dataclass

from core.ruler.stream import Stream

STEP = 200
"""So many borders are looked at in one step."""

LONGEST = 4
"""The bytes of the longest character in UTF-8."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The character of `size` bytes at `start`; `text` is "" for a byte that is no UTF-8."""

    start: int
    size: int
    text: str


class Cuts:
    """The characters of a stream whose bytes are not all in one recv, found as it grows.

    A border behind the last recv counts too: the naive handler dies of half a character, and the recv that
    would have brought the other half is never called.
    """

    def __init__(self, stream: Stream) -> None:
        """Begin at the stream's beginning."""
        self._stream = stream
        self._restart()

    def _restart(self) -> None:
        self.found: list[Letter] = []
        self._looked_at = 0
        self._open: bool = False
        self._moves: int = self._stream.moves

    def step(self) -> bool:
        """Look at a few borders, and always again at the last one: its other side may be known now.

        False when all are looked at.
        """
        if self._moves != self._stream.moves:
            self._restart()
        if self._open:
            self.found.pop()
            self._open = False
        ends = self._stream.got.ends
        first = bisect_right(ends, self._looked_at)
        stop = min(first + STEP, len(ends))
        for number in range(first, stop):
            self._look_at(ends[number], is_last=number == len(ends) - 1)
        return stop < len(ends)

    def _look_at(self, border: int, is_last: bool) -> None:
        cut = cut_at(self._stream, border)
        is_new = cut is not None and (not self.found or self.found[-1].start != cut.start)
        if cut is not None and is_new:
            self.found.append(cut)
        if is_last:
            self._open = is_new
        else:
            self._looked_at = border


def cut_at(stream: Stream, border: int) -> Letter | None:
    """Return the character that has bytes on both sides of a border, None if there is none."""
    for back in range(1, LONGEST):
        start = border - back
        lead = stream.kept(start)[:1] if start >= 0 else b""
        size = _size_after(lead)
        if size > back:
            return _whole(stream, start, size, back)
        if not lead or not _is_continuation(lead[0]):
            return None
    return None


def letters(runs: list[tuple[int, bytes]]) -> list[Letter]:
    """Return the letters of the bytes that `Stream.read` gave."""
    return [letter for offset, data in _joined(runs) for letter in _letters_of(offset, data)]


def _joined(runs: list[tuple[int, bytes]]) -> list[tuple[int, bytes]]:
    """Join the runs that touch: a character may begin in one and end in the next."""
    joined: list[tuple[int, bytes]] = []
    for offset, data in runs:
        if joined and joined[-1][0] + len(joined[-1][1]) == offset:
            joined[-1] = (joined[-1][0], joined[-1][1] + data)
        else:
            joined.append((offset, data))
    return joined


def _letters_of(offset: int, data: bytes) -> list[Letter]:
    found: list[Letter] = []
    place = 0
    while place < len(data):
        size = _size_after(data[place : place + 1])
        text = _decoded(data[place : place + size])
        size = size if text else 1
        found.append(Letter(offset + place, size, text))
        place += size
    return found


def _whole(stream: Stream, start: int, size: int, back: int) -> Letter | None:
    """Return the character if its bytes, as far as they are known, make one."""
    data = b"".join(piece for _, piece in stream.read(start, start + size))
    text = _decoded(data) if len(data) == size else ""
    is_possible = text or (back <= len(data) < size and all(map(_is_continuation, data[1:])))
    return Letter(start, size, text) if is_possible else None


def _decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return ""


def _size_after(lead: bytes) -> int:
    """Return how many bytes a character has that begins with this byte; 1 for what begins none."""
    byte = lead[0] if lead else 0
    return 2 if 0xC2 <= byte < 0xE0 else 3 if 0xE0 <= byte < 0xF0 else 4 if 0xF0 <= byte < 0xF5 else 1


def _is_continuation(byte: int) -> bool:
    return 0x80 <= byte < 0xC0
