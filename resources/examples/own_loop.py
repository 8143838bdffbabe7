"""handle_request() in a loop of your own

handle_request() waits for one client, or calls handle_timeout() when nobody
comes for two seconds; in between the loop is yours, and this one ends after
three clients.
Put serve_forever() in its place: it never looks at the timeout, and does not
end.
"""

import socketserver
import sys


class GuestHandler(socketserver.BaseRequestHandler):
    """Counts its clients in the server, and says goodbye."""

    def handle(self):
        self.server.guests += 1
        reply = f"You are guest number {self.server.guests}. Goodbye!\n"
        self.request.sendall(reply.encode())


class SmallServer(socketserver.TCPServer):
    """Knows how many guests it had, and does not wait for ever for the next."""

    timeout = 2  # seconds
    guests = 0

    def handle_timeout(self):
        print("Nobody came for", self.timeout, "seconds.")


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0  # 0: any free port
    with SmallServer(("127.0.0.1", port), GuestHandler) as server:
        print("Listening on", *server.server_address)
        while server.guests < 3:
            server.handle_request()
    print("Three guests were here. That is enough for today.")
