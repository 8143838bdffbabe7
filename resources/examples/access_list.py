"""Only some addresses may come in

A client whose address lies in one of the ranges is answered; take 127.0.0.0/8
out of the list and try again.
A client that is refused can connect all the same, for the system accepts it
before verify_request() is asked, and then finds the connection closed.
"""

import ipaddress
import socketserver
import sys

ALLOWED = [
    ipaddress.ip_network("127.0.0.0/8"),
    ipaddress.ip_network("192.168.0.0/16"),
    ipaddress.ip_network("::1/128"),
]


class WelcomeHandler(socketserver.BaseRequestHandler):
    """Greets, and repeats what the client says."""

    def handle(self):
        self.request.sendall(b"Welcome!\n")
        while data := self.request.recv(1024):
            self.request.sendall(data)


class ChoosyServer(socketserver.TCPServer):
    """Looks at a client's address before it lets a handler see the client."""

    def verify_request(self, request, client_address):
        address = ipaddress.ip_address(client_address[0])
        is_allowed = any(address in network for network in ALLOWED)
        print(address, "may come in" if is_allowed else "is refused")
        return is_allowed


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0  # 0: any free port
    with ChoosyServer(("127.0.0.1", port), WelcomeHandler) as server:
        print("Listening on", *server.server_address)
        server.serve_forever()
