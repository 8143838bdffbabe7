"""Slow: lowercase JSON that takes its time, to see who has to wait for whom."""

import time

from core.framing import Message
from core.handlers.lowercase_json import LowercaseJSONDatagramHandler, LowercaseJSONHandler


class SlowHandler(LowercaseJSONHandler):
    """Sleeps for `delay` seconds before each reply."""

    delay = 2.0

    def answer(self, document: Message) -> bool:
        """Sleep, then answer."""
        time.sleep(self.delay)
        return super().answer(document)


class SlowDatagramHandler(LowercaseJSONDatagramHandler):
    """Sleeps for `delay` seconds before it answers a datagram."""

    delay = 2.0

    def handle(self) -> None:
        """Sleep, then answer."""
        time.sleep(self.delay)
        super().handle()
