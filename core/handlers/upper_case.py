"""Upper case: reads and writes as if a connection, or a datagram, were a file."""

from socketserver import DatagramRequestHandler, StreamRequestHandler

LONGEST_LINE = 64 * 1024
"""So many bytes are read at once; a longer line is answered in pieces."""


def upper_case(data: bytes) -> bytes:
    """Return the text in `data` in upper case; bytes that are no text stay as they are."""
    text = data.decode("utf-8", "surrogateescape")
    return text.upper().encode("utf-8", "surrogateescape")


class UpperCaseHandler(StreamRequestHandler):
    """Answers line by line; a line without its newline is answered when the stream ends."""

    def handle(self) -> None:
        """Read a line, write a line."""
        while line := self.rfile.readline(LONGEST_LINE):
            self.wfile.write(upper_case(line))


class UpperCaseDatagramHandler(DatagramRequestHandler):
    """Answers one datagram: what is written to `wfile` is sent when handle() has returned."""

    def handle(self) -> None:
        """Read the whole datagram, write the whole reply."""
        self.wfile.write(upper_case(self.rfile.read()))
