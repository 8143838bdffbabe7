"""The article's server, with its mistakes

It is written as an article of 2019 explains it and answers the first short
text of the first client well, but six of its comments promise what is not so.
Find them by trying: two clients at once, a list instead of a text, two texts
sent quickly, a text of more than 1024 letters, a client that just leaves, and
a restart right after the server closed a connection.
"""

import json
import socketserver
import sys


class LowercaseHandler(socketserver.BaseRequestHandler):
    """Sends each text back in lower case.  A text travels as JSON: "HELLO"."""

    def handle(self):
        while True:
            data = self.request.recv(1024)  # one recv() is one message
            message = json.loads(data)  # texts, numbers, lists: all are welcome
            if message == "exit":  # every client says "exit" before it leaves
                break
            reply = json.dumps(message.lower())
            self.request.sendall(reply.encode())


class ArticleServer(socketserver.TCPServer, socketserver.ThreadingMixIn):
    """Makes a thread for each client."""

    request_queue_size = 1  # a third client is told "Connection denied"


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0  # 0: any free port
    with ArticleServer(("127.0.0.1", port), LowercaseHandler) as server:
        server.allow_reuse_address = True  # so that a restart finds the port free
        print("Listening on", *server.server_address)
        server.serve_forever()
