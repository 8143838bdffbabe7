"""Lowercase JSON as one writes it first.  It works, until it does not:

    send a list or a number           a list has no lower(): AttributeError
    send two strings quickly          one recv() returns both: json.loads finds "Extra data"
    send more than 1024 bytes         recv() returns the first 1024: an "Unterminated string"
    put an é at the 1024th byte       its two bytes are cut apart: UnicodeDecodeError
    send a string in two halves       the first half is no JSON

Each time the exception leaves handle(), and the server closes the connection without a word to the client.
`lowercase_json` shows how to do better.
"""

import json
from socketserver import BaseRequestHandler


class NaiveJSONHandler(BaseRequestHandler):
    """Takes it for granted that one recv() returns one message, and that it is a string."""

    def handle(self) -> None:
        """Answer until the client says "exit" or leaves."""
        while data := self.request.recv(1024):
            message = json.loads(data)
            if message == "exit":
                break
            self.request.sendall(json.dumps(message.lower()).encode())
