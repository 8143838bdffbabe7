"""Two workers for everybody

Connect three clients and let each say something: the third is accepted, but
gets no answer until one of the others leaves and its worker is free.
process_request() only hands the client over and returns, so closing the
connection with shutdown_request() is now the worker's task: see where that
stands, and why.
"""

import socketserver
import sys
import threading
from concurrent.futures import ThreadPoolExecutor


class WorkerHandler(socketserver.BaseRequestHandler):
    """Says who is at work, and repeats what the client said until it says "bye"."""

    def handle(self):
        name = threading.current_thread().name
        while data := self.request.recv(1024):
            self.request.sendall(f"{name}: ".encode() + data)
            if data.strip() == b"bye":
                break


class PoolServer(socketserver.TCPServer):
    """Has two threads, however many clients come."""

    pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="worker")

    def process_request(self, request, client_address):
        self.pool.submit(self.work, request, client_address)

    def work(self, request, client_address):
        """Do what TCPServer does, but in a worker's thread."""
        try:
            self.finish_request(request, client_address)
        except Exception:
            self.handle_error(request, client_address)
        finally:
            # At the very end: until then the handler needs the connection.
            self.shutdown_request(request)

    def server_close(self):
        super().server_close()
        self.pool.shutdown()


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0  # 0: any free port
    with PoolServer(("127.0.0.1", port), WorkerHandler) as server:
        print("Listening on", *server.server_address)
        server.serve_forever()
