"""A UDP server

Nobody connects here: each datagram makes a handler of its own, and even an
empty one does.
Send 9000 bytes at once and count what comes back: the server reads
max_packet_size bytes, 8192, and the rest is lost.
"""

import socketserver
import sys


class DatagramHandler(socketserver.BaseRequestHandler):
    """Answers one datagram."""

    def handle(self):
        # With UDP, self.request is a pair: the data, and the server's own socket.
        data, socket = self.request
        print(self.client_address[0], "sent", len(data), "bytes")
        socket.sendto(data.upper(), self.client_address)


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0  # 0: any free port
    with socketserver.UDPServer(("127.0.0.1", port), DatagramHandler) as server:
        print("Listening on", *server.server_address)
        server.serve_forever()
