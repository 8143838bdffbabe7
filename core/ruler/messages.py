"""Where messages end in a stream under a framing, found as bytes come."""

from core.framing import Framing, Message, framer
from core.ruler.stream import Stream

STEP = 64 * 1024
"""At most this many bytes are looked at in one step."""


class Messages:
    """The messages of one stream: where each starts and ends, framing included, and what is wrong with it.

    `offset` is how far the stream is read; `is_lost` says that it cannot be read on, because bytes were not
    kept, or because no further message can be found.
    """

    def __init__(self, stream: Stream, framing: Framing) -> None:
        """Begin at the stream's beginning."""
        self._stream = stream
        self._framing = framing
        self._restart()

    def step(self) -> bool:
        """Read on a little; False when all is read that can be."""
        if self._moves != self._stream.moves:
            self._restart()
        if self._is_over or self.is_lost:
            return False
        return self._step_by_call() if self._framing is Framing.RAW else self._step_by_bytes()

    def _restart(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.problems: dict[int, str] = {}
        self.offset = self._stream.first_kept()
        self.is_lost = False
        self._is_over = False
        self._framer = framer(self._framing)
        # The bytes from the end of the last message on: those of the next one are looked for in them.
        self._rest = bytearray()
        self._moves = self._stream.moves

    def _step_by_call(self) -> bool:
        """Take the bytes of one recv for a message, as who frames nothing does."""
        row = self._stream.got if self._stream.got.calls else self._stream.sent
        number = row.at(self.offset)
        if number < 0:
            return False
        self._note(row.starts[number], row.ends[number], "")
        self.offset = row.ends[number]
        return True

    def _step_by_bytes(self) -> bool:
        chunk = self._stream.kept(self.offset)[:STEP]
        if not chunk:
            return self._pause_at_end()
        self._rest += chunk
        self.offset += len(chunk)
        self._place(self._framer.feed(chunk))
        return True

    def _pause_at_end(self) -> bool:
        if self.offset < self._stream.end:
            self.is_lost = True
        elif self._stream.ended is not None:
            self._is_over = True
            # A number has no end of its own, only that of the stream.
            self._place([message for message in self._framer.end() if not message.problem])
        return False

    def _place(self, messages: list[Message]) -> None:
        """Find where these messages, the next ones, are in the stream."""
        base, used = self.offset - len(self._rest), 0
        for message in messages:
            if message.fatal:
                self.is_lost = True
                self._note(base + used, self.offset, message.problem)
                return
            start, end = self._span(message, used)
            self._note(base + start, base + end, message.problem)
            used = end
        del self._rest[:used]

    def _span(self, message: Message, used: int) -> tuple[int, int]:
        size = len(message.data)
        if self._framing is Framing.JSON:
            # Only blanks, or what could not begin a document, stand before it.
            start = max(self._rest.find(message.data, used), used)
            return start, start + size
        return used, used + size + _ADDED[self._framing]

    def _note(self, start: int, end: int, problem: str) -> None:
        if problem:
            self.problems[len(self.starts)] = problem
        self.starts.append(start)
        self.ends.append(end)


_ADDED = {Framing.LINES: 1, Framing.LENGTH: 4}
"""How many bytes the framing adds to each message."""
