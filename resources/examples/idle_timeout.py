"""A handler that does not wait for ever

StreamRequestHandler puts its timeout on the connection before handle()
begins, so a client that says nothing for five seconds is sent away.
Let a second client connect meanwhile and say something: this server has time
for one only, so it is answered when the first is gone.
"""

import socketserver
import sys


class ImpatientHandler(socketserver.StreamRequestHandler):
    """Repeats each line, and loses patience between two of them."""

    timeout = 5  # seconds

    def handle(self):
        try:
            while line := self.rfile.readline():
                self.wfile.write(line)
        except TimeoutError:
            print(self.client_address[0], "said nothing for", self.timeout, "seconds")
            self.wfile.write(b"Too slow. Goodbye!\n")


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0  # 0: any free port
    with socketserver.TCPServer(("127.0.0.1", port), ImpatientHandler) as server:
        print("Listening on", *server.server_address)
        server.serve_forever()
