"""Echo: sends back what comes, byte by byte, as RFC 862 describes it."""

from socketserver import BaseRequestHandler


class EchoHandler(BaseRequestHandler):
    """Sends back what it receives until the client ends its stream."""

    def handle(self) -> None:
        """Echo one chunk after the other; recv() returns b"" when no more will come."""
        while chunk := self.request.recv(8192):
            self.request.sendall(chunk)


class EchoDatagramHandler(BaseRequestHandler):
    """Sends one datagram back to where it came from."""

    def handle(self) -> None:
        """Echo the datagram; `request` is a pair here: the data, and the server's socket."""
        data, socket = self.request
        socket.sendto(data, self.client_address)
