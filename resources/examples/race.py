"""Two threads and one box of coins

Whatever a client sends puts 100 coins into the box: let two clients send at
the same time, and see whether the box ever holds 200.
Each thread looks into the box, and a moment later writes down what it saw
plus one; what the other thread wrote in that moment is lost.
"""

import socketserver
import sys
import time


class Box:
    """One box for all threads."""

    coins = 0


class CoinHandler(socketserver.BaseRequestHandler):
    """Puts in 100 coins for each message, one by one."""

    def handle(self):
        while self.request.recv(1024):
            for _ in range(100):
                self.put_one_in()
            self.request.sendall(f"There are {Box.coins} coins in the box.\n".encode())

    def put_one_in(self):
        seen = Box.coins
        time.sleep(0.02)  # long for a computer, but any moment will do
        Box.coins = seen + 1


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0  # 0: any free port
    with socketserver.ThreadingTCPServer(("127.0.0.1", port), CoinHandler) as server:
        print("Listening on", *server.server_address)
        server.serve_forever()
