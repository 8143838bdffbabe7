"""One thread for two servers

A server has a fileno(), so select() can watch two of them and tell which one
has a client at the door; the loop is in the last lines, and there is no
serve_forever().
Keep a client of the first port connected and let another one talk to the
second: one thread serves both ports, so it has to wait.
"""

import select
import socketserver
import sys


class PortHandler(socketserver.BaseRequestHandler):
    """Says which of the servers it belongs to, and repeats what the client said."""

    def handle(self):
        port = self.server.server_address[1]
        while data := self.request.recv(1024):
            self.request.sendall(f"Port {port}: ".encode() + data)


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0  # 0: any free port
    with (
        socketserver.TCPServer(("127.0.0.1", port), PortHandler) as first,
        socketserver.TCPServer(("127.0.0.1", 0), PortHandler) as second,
    ):
        print("Listening on", *first.server_address)
        print("Listening on", *second.server_address)
        while True:
            ready, _, _ = select.select([first, second], [], [])
            for server in ready:
                server.handle_request()
