"""Servers and clients for a scenario without a window: real ones, in processes and threads of their own."""

import itertools
import queue
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

from core.client import Client
from core.events import Event, ProcessEnded
from core.framing import Framing
from core.host import ServerHost
from core.scenario.performance import Target
from core.scenario.record import Record
from core.spec import ServerSpec

_ENDS: dict[str, Callable[[Client], None]] = {
    "half_close": Client.half_close,
    "reset": Client.reset,
    "vanish": Client.vanish,
    "disconnect": Client.close,
    "stop_reading": Client.stop_reading,
    "read_again": Client.read_again,
}

_Tell = Callable[[str, Sequence[Event]], object]


class Bench:
    """A `Doer` whose servers and clients are gone when its block is left.

    Their events wait in a queue until `take_in` gives them to the record, in the caller's thread, and to
    `tell` with the server's name.
    """

    def __init__(self, record: Record, tell: _Tell = lambda _name, _events: None) -> None:
        """Note what happens in `record`."""
        self._record = record
        self._tell = tell
        self._events: queue.SimpleQueue[tuple[str, list[Event]]] = queue.SimpleQueue()
        self._numbers = itertools.count(1)
        self._hosts: dict[str, ServerHost] = {}
        self._keys: dict[str, str] = {}
        self._clients: dict[str, Client] = {}
        self._all_hosts: list[ServerHost] = []
        self._all_clients: list[Client] = []
        self._running = 0

    def __enter__(self) -> Self:
        """Begin without servers and clients."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close every client, stop every server, and wait until nothing is left."""
        for client in self._all_clients:
            client.close()
        for host in self._all_hosts:
            host.stop()
        for client in self._all_clients:
            client.wait_ended()
        for host in self._all_hosts:
            host.wait_ended()
        self.take_in()

    @property
    def is_over(self) -> bool:
        """True when nothing more can happen by itself: no server runs, no client talks, all is taken in."""
        is_silent = self._running == 0 and all(client.wait_ended(0) for client in self._all_clients)
        return is_silent and self._events.empty()

    def take_in(self) -> None:
        """Note the events that have arrived."""
        for _ in range(self._events.qsize()):
            key, events = self._events.get_nowait()
            self._record.take(key, events)
            self._running -= sum(isinstance(event, ProcessEnded) for event in events)
            self._tell(key.partition("#")[0], events)

    # As a Doer ------------------------------------------------------------------------------------------

    def start(self, name: str, spec: ServerSpec) -> None:
        """Start a server; raises `SpecError` for one that this system cannot run."""
        key = f"{name}#{next(self._numbers)}"
        host = ServerHost(spec, on_events=self._teller(key))
        self._record.begin_run(key, spec)
        self._keys[name] = key
        self._hosts[name] = host
        host.start()
        self._all_hosts.append(host)
        self._running += 1

    def stop(self, name: str) -> None:
        """Stop a server in stages."""
        self._hosts[name].stop()

    def kill(self, name: str) -> None:
        """Kill a server's process."""
        self._hosts[name].kill()

    def port(self, name: str) -> int:
        """Return the port that a server has or had, 0 if it never listened."""
        host = self._hosts.get(name)
        address = host.address if host else None
        return int(address[1]) if isinstance(address, tuple) else 0

    def run_key(self, name: str) -> str:
        """Return under which key the record has the latest run of that server."""
        return self._keys.get(name, "")

    def client_name(self, name: str) -> str:
        """Return how the events call a client: as the scenario does."""
        return name

    def connect(self, name: str, target: Target) -> None:
        """Connect a client; raises `OSError` when there are too many."""
        client = self._client(name, target, self._teller(self.run_key(target.server)))
        client.start()
        self._clients[name] = client
        self._all_clients.append(client)

    def send(self, name: str, data: bytes, framed: bool) -> None:
        """Send a message with what the framing adds, or bytes as they are."""
        client = self._clients[name]
        (client.send_message if framed else client.send_bytes)(data)

    def end(self, name: str, how: str) -> None:
        """Do to a client's connection what the verb says."""
        _ENDS[how](self._clients[name])

    def _teller(self, key: str) -> Callable[[list[Event]], None]:
        return lambda events: self._events.put((key, events))

    def _client(self, name: str, target: Target, tell: Callable[[list[Event]], None]) -> Client:
        if target.server:
            host = self._hosts[target.server]
            if host.address is None:
                raise LookupError(target.server)
            return Client.to(host, name=name, on_events=tell, without_address=target.without_address)
        return Client(
            target.transport,
            target.path if target.transport.is_unix else (target.host, target.port),
            framing=Framing.JSON,
            name=name,
            on_events=tell,
            without_address=target.without_address,
        )
