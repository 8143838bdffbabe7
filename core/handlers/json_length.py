"""JSON after its length: four bytes say how long the document is that follows them, in both directions.

The length is sent with its highest byte first, which is called network byte order: 0 0 1 4 means 260 bytes.
"""

from socketserver import StreamRequestHandler

from core.framing import LONGEST_DOCUMENT
from core.handlers.lowercase_json import reply_to
from core.json_document import encode


class JSONLengthHandler(StreamRequestHandler):
    """Answers each document with its strings in lower case, until "exit" or the end of the stream."""

    def handle(self) -> None:
        """Read a length, then exactly as many bytes."""
        # rfile.read(4) waits for 4 bytes; it returns fewer only where the stream ends.
        while len(length := self.rfile.read(4)) == 4:
            size = int.from_bytes(length, "big")
            if size > LONGEST_DOCUMENT:
                error = f"A document may have {LONGEST_DOCUMENT:,} bytes, not {size:,}."
                self.send(encode({"error": error}))
                return
            document = self.rfile.read(size)
            if len(document) < size:
                return  # The client left in the middle of a document.
            reply = reply_to(document)
            if not reply:
                return
            self.send(reply)

    def send(self, document: bytes) -> None:
        """Write the length and the document."""
        self.wfile.write(len(document).to_bytes(4, "big") + document)
