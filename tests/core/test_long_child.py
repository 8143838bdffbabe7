"""A forked child that gets more data than may ever wait in its parent's queue."""

from core import Client, Concurrency, ServerHost, ServerSpec
from core.events import Entered, Event, NotKept, Received
from core.pipe import PENDING_BYTES
from core.spec import OwnCode

DRAIN = """import socketserver


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        while self.request.recv(64 * 1024):
            pass
        self.request.sendall(b"all of it")
"""


def test_a_forked_child_tells_of_its_bytes_however_many_they_are() -> None:
    sent = PENDING_BYTES + 4 * 1024 * 1024
    told: list[Event] = []  # not the run's history, which forgets so much data
    spec = ServerSpec(concurrency=Concurrency.FORKING, code=OwnCode(text=DRAIN))
    with ServerHost(spec, on_events=told.extend) as host, Client.to(host) as client:
        client.send_bytes(bytes(sent))
        client.half_close()
        assert client.receive_bytes(30) == b"all of it"
    child = next(event.pid for event in told if isinstance(event, Entered) and event.name == "handle")
    assert child != host.pid
    assert sum(event.size for event in told if isinstance(event, Received) and event.pid == child) == sent
    assert not [event for event in told if isinstance(event, NotKept)]
