"""A TCP server in ten lines

Send a word: it comes back in capitals, and then the connection ends, because
handle() reads once and returns.
Connect again for the next word, and see in the log that each connection gets
a handler of its own.
"""

import socketserver
import sys


class ShoutHandler(socketserver.BaseRequestHandler):
    """Answers one client: the server makes a new handler for each connection."""

    def handle(self):
        # self.request is the socket that leads to the client.
        data = self.request.recv(1024)
        print(self.client_address[0], "said", data)
        self.request.sendall(data.upper())


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0  # 0: any free port
    with socketserver.TCPServer(("127.0.0.1", port), ShoutHandler) as server:
        print("Listening on", *server.server_address)
        server.serve_forever()
