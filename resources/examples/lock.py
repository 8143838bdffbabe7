"""The box of coins with a lock

Let two clients send at the same time, as before: the later reply counts 200
coins, and not one is lost.
It takes twice as long, too, because a thread that wants to look into the box
waits until the other has written down its sum.
"""

import socketserver
import sys
import threading
import time


class Box:
    """One box for all threads, and one key to it."""

    coins = 0
    lock = threading.Lock()


class CoinHandler(socketserver.BaseRequestHandler):
    """Puts in 100 coins for each message, one by one."""

    def handle(self):
        while self.request.recv(1024):
            for _ in range(100):
                self.put_one_in()
            self.request.sendall(f"There are {Box.coins} coins in the box.\n".encode())

    def put_one_in(self):
        with Box.lock:  # from here to the end of the block, one thread at a time
            seen = Box.coins
            time.sleep(0.02)
            Box.coins = seen + 1


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0  # 0: any free port
    with socketserver.ThreadingTCPServer(("127.0.0.1", port), CoinHandler) as server:
        print("Listening on", *server.server_address)
        server.serve_forever()
