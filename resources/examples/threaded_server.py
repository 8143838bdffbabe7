"""A thread for each client

Connect two clients and let them talk in turn: each reply begins with the name
of the thread that made it.
Run as a file, the program is its own client: the loop runs in a thread as
well, and the main thread stays free.
"""

import socket
import socketserver
import sys
import threading


class ThreadHandler(socketserver.BaseRequestHandler):
    """Says which thread it runs in, and repeats what the client said."""

    def handle(self):
        name = threading.current_thread().name
        while data := self.request.recv(1024):
            self.request.sendall(f"{name}: ".encode() + data)


class ThreadedServer(socketserver.ThreadingMixIn, socketserver.TCPServer):
    """The mix-in stands first: it is its process_request() that counts."""


def ask(address, message):
    """Connect, say one thing, and return the reply."""
    with socket.create_connection(address) as client:
        client.sendall(message)
        return client.recv(1024).decode()


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0  # 0: any free port
    with ThreadedServer(("127.0.0.1", port), ThreadHandler) as server:
        print("Listening on", *server.server_address)
        loop = threading.Thread(target=server.serve_forever)
        loop.start()
        for message in (b"Hello", b"Hello again", b"Goodbye"):
            print(ask(server.server_address, message))
        server.shutdown()
        loop.join()
