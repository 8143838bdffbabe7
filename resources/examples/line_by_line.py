"""The same with StreamRequestHandler

This handler reads and writes as if the client were a file, and readline()
waits until a whole line has come.
Send half a line, without a newline at its end, and see nothing happen; then
send the rest.
"""

import socketserver
import sys


class LineHandler(socketserver.StreamRequestHandler):
    """Answers line by line: rfile is what comes in, wfile what goes out."""

    def handle(self):
        while line := self.rfile.readline():
            print(self.client_address[0], "said", line)
            self.wfile.write(line.upper())


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0  # 0: any free port
    with socketserver.TCPServer(("127.0.0.1", port), LineHandler) as server:
        print("Listening on", *server.server_address)
        server.serve_forever()
