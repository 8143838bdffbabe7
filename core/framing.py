"""Where a message ends: bytes in, messages out; no sockets.

A stream has no messages, only bytes, cut anywhere.  A framer is fed whatever `recv()` returned and gives back
the messages that are whole by now:

    JSONFramer     JSON documents one after the other, without separators
    LineFramer     lines
    LengthFramer   a length of four bytes, then that many bytes
    RawFramer      no messages: every chunk as it came

Each takes time linear in the bytes, one byte at a time included, and keeps no more than one unfinished
message.  Each class needs nothing but `Message` and the two limits.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Protocol

LONGEST_DOCUMENT = 4 * 1024 * 1024
"""A message may have this many bytes; a longer one ends the conversation: its end may never come."""

DEEPEST = 200
"""A JSON document may be nested this deep; Python itself gives up at about a thousand levels."""


class Framing(StrEnum):
    """How a message says where it ends."""

    JSON = "json"
    LINES = "lines"
    LENGTH = "length"
    RAW = "raw"


@dataclass(frozen=True, slots=True)
class Message:
    """The exact bytes of a message, without what the framing adds.

    `problem` is a sentence where they are no message; `fatal` means that no further message can be found, so
    that the conversation should be closed.
    """

    data: bytes
    problem: str = ""
    fatal: bool = False


class Framer(Protocol):
    """Finds messages in a stream."""

    def feed(self, chunk: bytes) -> list[Message]:
        """Take the next bytes; return the messages that are whole now."""

    def end(self) -> list[Message]:
        """Say that the stream has ended; return what was left, with a problem if it is only a part."""


class JSONFramer:
    """Finds JSON documents in a stream; they need no separators.

    A container ends with its last bracket, a string with its quote, true, false and null with their last
    letter.  Only a number has no end of its own: it ends with the first byte that cannot belong to one, or
    with the stream.  The framer finds ends; whether the bytes up to it are JSON, `json.loads` says.

    After bytes that cannot begin a document comes one message with a problem, and the framer starts afresh at
    the next line, bracket or quote.
    """

    _BLANKS = re.compile(rb"[ \t\r\n]*")
    _BRACKET_OR_QUOTE = re.compile(rb'["\[\]{}]')
    _STRING = re.compile(rb'(?:[^"\\\n]++|\\[^\n])*+')
    _NUMBER = re.compile(rb"[-+.0-9eE]*")
    _FRESH_START = re.compile(rb'[\n"\[{]')
    _WORDS: ClassVar = {ord("t"): b"true", ord("f"): b"false", ord("n"): b"null"}

    def __init__(self) -> None:
        """Begin between documents."""
        self._found: list[Message] = []
        self._step = JSONFramer._between
        self._clear()

    def feed(self, chunk: bytes) -> list[Message]:
        """Take the next bytes; return the documents that are whole now."""
        position = 0
        while position < len(chunk):
            position = self._step(self, chunk, position)
            if len(self._document) > LONGEST_DOCUMENT:
                self._give_up()
            elif self._is_whole:
                self._emit()
        return self._take_found()

    def end(self) -> list[Message]:
        """Say that the stream has ended; return the last number, or half a document with a problem."""
        if self._document:
            is_number = self._step is JSONFramer._number
            self._emit("" if is_number else "The stream ended in the middle of a JSON document.")
        return self._take_found()

    # The steps: each takes bytes from `position` on and returns where it stopped. -------------------------

    def _between(self, chunk: bytes, position: int) -> int:
        position = self._jump(self._BLANKS, chunk, position)
        if position < len(chunk):
            self._step = self._OPENERS.get(chunk[position], JSONFramer._garbage)
        return position

    def _structure(self, chunk: bytes, position: int) -> int:
        for match in self._BRACKET_OR_QUOTE.finditer(chunk, position):
            mark = match[0]
            if mark == b'"':
                self._step = JSONFramer._string
                return self._keep(chunk, position, match.end())
            self._depth += 1 if mark in b"[{" else -1
            if self._depth == 0:
                self._is_whole = True
                return self._keep(chunk, position, match.end())
            if self._depth > DEEPEST and not self._is_told:
                self._keep(chunk, position, match.end())
                return self._tell_too_deep(match.end())
        return self._keep(chunk, position, len(chunk))

    def _string(self, chunk: bytes, position: int) -> int:
        end = self._jump(self._STRING, chunk, position)
        stop = chunk[end : end + 1]
        if stop == b'"':
            self._step = JSONFramer._structure
            self._is_whole = self._depth == 0
        elif stop == b"\\":
            self._step = JSONFramer._escape
        elif stop == b"\n":
            # No string of JSON contains a line break: a quote is missing, and the next line is a fresh start.
            self._keep(chunk, position, end)
            self._emit("This is not JSON: a string is not closed before the end of its line.")
            return end
        return self._keep(chunk, position, end + len(stop))

    def _escape(self, chunk: bytes, position: int) -> int:
        self._step = JSONFramer._string
        is_line_break = chunk[position] == ord("\n")
        return position if is_line_break else self._keep(chunk, position, position + 1)

    def _number(self, chunk: bytes, position: int) -> int:
        end = self._jump(self._NUMBER, chunk, position)
        self._is_whole = end < len(chunk)
        return self._keep(chunk, position, end)

    def _word(self, chunk: bytes, position: int) -> int:
        word = self._WORDS[self._document[0] if self._document else chunk[position]]
        missing = word[len(self._document) :]
        piece = chunk[position : position + len(missing)]
        if not missing.startswith(piece):
            self._step = JSONFramer._garbage
            return position
        self._is_whole = piece == missing
        return self._keep(chunk, position, position + len(piece))

    def _garbage(self, chunk: bytes, position: int) -> int:
        end = self._next_start(chunk, position)
        self._keep(chunk, position, end)
        self._emit(
            'This is not JSON: a document begins with { or [ or ", is a number, or is true, false or null.'
        )
        self._step = JSONFramer._skip
        return end

    def _skip(self, chunk: bytes, position: int) -> int:
        end = self._next_start(chunk, position)
        if end < len(chunk):
            self._step = JSONFramer._between
        return end

    def _ignore(self, chunk: bytes, position: int) -> int:
        return len(chunk)

    _OPENERS: ClassVar = {
        **dict.fromkeys(b'{["', _structure),
        **dict.fromkeys(b"-0123456789", _number),
        **dict.fromkeys(b"tfn", _word),
    }

    # What the steps have in common. -------------------------------------------------------------------------

    def _clear(self) -> None:
        self._document = bytearray()
        self._depth = 0
        self._is_whole = False
        self._is_told = False

    def _jump(self, pattern: re.Pattern[bytes], chunk: bytes, position: int) -> int:
        match = pattern.match(chunk, position)
        return match.end() if match else position

    def _next_start(self, chunk: bytes, position: int) -> int:
        match = self._FRESH_START.search(chunk, position)
        return match.start() if match else len(chunk)

    def _keep(self, chunk: bytes, start: int, end: int) -> int:
        self._document += chunk[start:end]
        return end

    def _emit(self, problem: str = "") -> None:
        if not self._is_told:
            self._found.append(Message(bytes(self._document), problem))
        self._clear()
        self._step = JSONFramer._between

    def _tell_too_deep(self, position: int) -> int:
        # The rest of the document is still followed to its end, so that the next one is found.
        problem = f"The JSON document is nested too deep: at most {DEEPEST} levels are allowed."
        self._found.append(Message(bytes(self._document), problem))
        self._is_told = True
        return position

    def _give_up(self) -> None:
        problem = f"The JSON document is too long: at most {LONGEST_DOCUMENT:,} bytes are allowed."
        self._found.append(Message(bytes(self._document[:LONGEST_DOCUMENT]), problem, fatal=True))
        self._clear()
        self._step = JSONFramer._ignore

    def _take_found(self) -> list[Message]:
        found, self._found = self._found, []
        return found


class LineFramer:
    """Finds lines in a stream: the bytes before each newline."""

    def __init__(self) -> None:
        """Begin at the start of a line."""
        self._line = bytearray()
        self._is_over = False

    def feed(self, chunk: bytes) -> list[Message]:
        """Take the next bytes; return the lines that are whole now, without their newlines."""
        found: list[Message] = []
        *endings, rest = chunk.split(b"\n")
        for ending in endings:
            self._add(ending, found)
            if self._is_over:
                return found
            found.append(Message(bytes(self._line)))
            self._line.clear()
        self._add(rest, found)
        return found

    def end(self) -> list[Message]:
        """Say that the stream has ended; return the line that has no newline, with a problem."""
        line = bytes(self._line)
        self._line.clear()
        return [Message(line, "The stream ended before the newline came.")] if line else []

    def _add(self, piece: bytes, found: list[Message]) -> None:
        if self._is_over:
            return
        self._line += piece
        if len(self._line) > LONGEST_DOCUMENT:
            problem = f"The line is too long: at most {LONGEST_DOCUMENT:,} bytes are allowed."
            found.append(Message(bytes(self._line[:LONGEST_DOCUMENT]), problem, fatal=True))
            self._line.clear()
            self._is_over = True


class LengthFramer:
    """Finds messages that follow their length, a number of four bytes, the highest first."""

    def __init__(self) -> None:
        """Begin before a length."""
        self._buffer = bytearray()
        self._is_over = False

    def feed(self, chunk: bytes) -> list[Message]:
        """Take the next bytes; return the messages that are whole now."""
        if self._is_over:
            return []
        self._buffer += chunk
        found: list[Message] = []
        start = 0
        while len(self._buffer) - start >= 4:
            size = int.from_bytes(self._buffer[start : start + 4], "big")
            if size > LONGEST_DOCUMENT:
                return [*found, self._give_up(start, size)]
            end = start + 4 + size
            if end > len(self._buffer):
                break
            found.append(Message(bytes(self._buffer[start + 4 : end])))
            start = end
        del self._buffer[:start]
        return found

    def end(self) -> list[Message]:
        """Say that the stream has ended; return the message that is not whole, with a problem."""
        rest = bytes(self._buffer)
        self._buffer.clear()
        problem = "The stream ended before as many bytes came as the length says."
        return [Message(rest[4:], problem)] if rest else []

    def _give_up(self, start: int, size: int) -> Message:
        problem = (
            f"The length says {size:,} bytes: at most {LONGEST_DOCUMENT:,} are allowed. "
            "Text sent without a length in front looks like this, too."
        )
        prefix = bytes(self._buffer[start : start + 4])
        self._buffer.clear()
        self._is_over = True
        return Message(prefix, problem, fatal=True)


class RawFramer:
    """Finds nothing: every chunk is a message, as `recv()` happened to cut it."""

    def feed(self, chunk: bytes) -> list[Message]:
        """Return the chunk, also an empty one: a datagram may be."""
        return [Message(chunk)]

    def end(self) -> list[Message]:
        """Return nothing: nothing was kept."""
        return []


_FRAMERS: dict[Framing, Callable[[], Framer]] = {
    Framing.JSON: JSONFramer,
    Framing.LINES: LineFramer,
    Framing.LENGTH: LengthFramer,
    Framing.RAW: RawFramer,
}


def framer(framing: Framing) -> Framer:
    """Return a new framer of that kind, for one stream."""
    return _FRAMERS[framing]()


_FRAMES: dict[Framing, Callable[[bytes], bytes]] = {
    Framing.JSON: lambda message: message + b"\n",  # for numbers, which have no end of their own
    Framing.LINES: lambda message: message + b"\n",
    Framing.LENGTH: lambda message: len(message).to_bytes(4, "big") + message,
    Framing.RAW: lambda message: message,
}


def frame(framing: Framing, message: bytes) -> bytes:
    """Return `message` with what the framing needs around it."""
    return _FRAMES[framing](message)
