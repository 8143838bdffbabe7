"""JSON by lines: each line is a document, and so is each line of the reply.

A newline says where a document ends, so readline() can wait for it.  If the
client forgets it, both wait for ever.
"""

from socketserver import StreamRequestHandler

from core.framing import LONGEST_DOCUMENT
from core.handlers.lowercase_json import reply_to
from core.json_document import encode


class JSONLinesHandler(StreamRequestHandler):
    """Answers each line with its strings in lower case, until "exit" or the end of the stream."""

    def handle(self) -> None:
        """Read a line, write a line."""
        # Without the limit, a line that never ends would fill the memory.
        while line := self.rfile.readline(LONGEST_DOCUMENT + 1):
            if len(line) > LONGEST_DOCUMENT:
                error = f"A line may have {LONGEST_DOCUMENT:,} bytes."
                self.wfile.write(encode({"error": error}) + b"\n")
                return
            if not line.endswith(b"\n"):
                return  # The client left in the middle of a line.
            reply = reply_to(line)
            if not reply:
                return
            self.wfile.write(reply + b"\n")
