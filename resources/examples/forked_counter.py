"""A counter that forgets

Each client is told that it is visitor number 1: a forked copy of the process
serves it, counts for itself, and takes its count along when it ends.
Make it a ThreadingTCPServer and count again: threads share what a process
knows, processes do not.
"""

import os
import socketserver
import sys


class VisitorHandler(socketserver.BaseRequestHandler):
    """Counts its clients in the class, which all handlers of a process share."""

    visitors = 0

    def handle(self):
        VisitorHandler.visitors += 1
        reply = f"Visitor number {VisitorHandler.visitors} of process {os.getpid()}.\n"
        self.request.sendall(reply.encode())


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0  # 0: any free port
    # There is no fork() on Windows, and so no ForkingTCPServer.
    with socketserver.ForkingTCPServer(("127.0.0.1", port), VisitorHandler) as server:
        print("Listening on", *server.server_address, "in process", os.getpid())
        server.serve_forever()
