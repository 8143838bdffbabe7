"""Counter: answers whatever comes with a number that goes up by one each time.

All threads of a process share the number.  A forked child gets a copy: it counts for itself, and the number
of its parent stays as it was.
"""

import os
import threading
from socketserver import BaseRequestHandler

from core.framing import JSONFramer
from core.json_document import encode


class Counter:
    """The number, in the class itself: one for the whole process."""

    count = 0

    @classmethod
    def count_up(cls) -> bytes:
        """Count, and say who did it."""
        # Read, add, write: another thread may come between.  Only a lock would make the number safe.
        cls.count += 1
        thread = threading.get_native_id()
        return encode({"count": cls.count, "pid": os.getpid(), "thread": thread})


class CounterHandler(BaseRequestHandler):
    """Counts the JSON documents of all clients."""

    def handle(self) -> None:
        """Answer each document, whatever it says, with the next number."""
        documents = JSONFramer()
        while chunk := self.request.recv(8192):
            for document in documents.feed(chunk):
                self.request.sendall(Counter.count_up())
                if document.fatal:
                    return


class CounterDatagramHandler(BaseRequestHandler):
    """Counts datagrams."""

    def handle(self) -> None:
        """Answer the datagram with the next number."""
        _data, socket = self.request
        socket.sendto(Counter.count_up(), self.client_address)
