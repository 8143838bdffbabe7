"""Crashing: lowercase JSON with a bug, to see what an exception in a handler does, and to whom.

The server prints the traceback and lives on; the client of this handler sees its connection end, or waits for
a datagram that never comes.
"""

from core.framing import Message
from core.handlers.lowercase_json import LowercaseJSONDatagramHandler, LowercaseJSONHandler


class CrashingHandler(LowercaseJSONHandler):
    """Raises RuntimeError when it meets `word`, in upper or lower case."""

    word = "crash"

    def answer(self, document: Message) -> bool:
        """Crash or answer."""
        crash_at(self.word, document.data)
        return super().answer(document)


class CrashingDatagramHandler(LowercaseJSONDatagramHandler):
    """Raises RuntimeError when it meets `word`, in upper or lower case."""

    word = "crash"

    def handle(self) -> None:
        """Crash or answer."""
        crash_at(self.word, self.request[0])
        super().handle()


def crash_at(word: str, data: bytes) -> None:
    """Raise RuntimeError if `word` occurs in `data`."""
    if word.lower() in data.decode("utf-8", "replace").lower():
        raise RuntimeError(f"The message contains the word {word!r}.")
