"""A learner's programs for tests, and the hosts that run them."""

from textwrap import dedent
from typing import Any

from core import ServerHost, ServerSpec
from core.analysis import analyse, fitting_spec
from core.events import Printed
from core.spec import OwnCode

ECHO = """
import socketserver

class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        while chunk := self.request.recv(1000):
            {body}
            self.request.sendall(chunk)
"""

RUNS_ITSELF = """
import socketserver

class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        while chunk := self.request.recv(1000):
            self.request.sendall(chunk)

class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    allow_reuse_address = True

with Server(("127.0.0.1", 0), Handler) as server:
    server.serve_forever(0.02)
print("done")
"""


def own(text: str, **rest: Any) -> ServerHost:
    """Return a host for a program whose classes the lab runs; it is stopped quickly."""
    chosen = {name: rest.pop(name) for name in ("handler", "server", "runs_itself", "name") if name in rest}
    bound = rest.pop("bound", 3.0)
    code = OwnCode(text=dedent(text), **chosen)
    return ServerHost(ServerSpec(code=code, poll_interval=0.02, **rest), bound=bound)


def itself(text: str, **rest: Any) -> ServerHost:
    """Return a host for a program that runs itself."""
    return own(text, runs_itself=True, **rest)


def opened(text: str, **rest: Any) -> ServerHost:
    """Return a host for a program as it is opened from a file, on any free port."""
    text = dedent(text)
    spec = fitting_spec(analyse(text), text, "server.py", ServerSpec(**rest))
    return ServerHost(spec)


def printed(host: ServerHost) -> str:
    """Return all that the server's process has printed."""
    return "".join(event.text for event in host.history() if isinstance(event, Printed))
