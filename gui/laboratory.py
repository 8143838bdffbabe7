"""All servers and clients of the window, by key; what happens to them comes out as signals in Qt's thread."""

import itertools
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from gui.bridge import Bridge

if TYPE_CHECKING:
    # Loaded when the first server is checked and started: a window opens without.
    from core.address import Address
    from core.client import Client
    from core.framing import Framing
    from core.host import ServerHost
    from core.preflight import Problem
    from core.spec import ServerSpec, Transport

CLOSE_BOUND = 1.0
"""Seconds that servers have to stop when the window closes."""


@dataclass(slots=True)
class _Talk:
    """A client's conversation, and the key of the server that it was opened to ("" for an address)."""

    client: "Client"
    server_key: str


class Laboratory(QObject):
    """Owns every `ServerHost` and `Client`; each command returns at once."""

    # Their lists are announced as objects: of a list Qt would make one of its own, and of that, for each
    # slot, a new one again; with thousands of events that took longer than what the slots did.
    server_told = Signal(str, object)
    client_told = Signal(str, object)
    checked = Signal(object, object)
    all_ended = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        """Begin with no server and no client."""
        super().__init__(parent)
        self._bridge = bridge
        self._hosts: dict[str, ServerHost] = {}
        self._talks: dict[str, _Talk] = {}
        self._server_numbers = itertools.count(1)
        self._client_names = _client_names()
        self._running: set[str] = set()
        self._talking: set[str] = set()
        self._ending = False

    # Servers --------------------------------------------------------------------------------------------

    def check(self, spec: "ServerSpec") -> None:
        """Look, aside, for what would go wrong; `checked` brings the problems."""
        give = self._bridge.to(lambda found: self._on_checked(spec, found))

        def look() -> None:
            from core.errors import explain_start
            from core.preflight import Problem, check

            try:
                give(check(spec))
            except Exception as error:  # noqa: BLE001 - whatever looking meets is told to the learner
                give([Problem(explain_start(error, spec), "")])

        threading.Thread(target=look, name="socket-lab preflight", daemon=True).start()

    def start(self, spec: "ServerSpec") -> str:
        """Start a server; returns its key."""
        from core.host import ServerHost

        key = f"S{next(self._server_numbers)}"
        host = ServerHost(spec, on_events=self._bridge.to(lambda events: self._on_server(key, events)))
        self._hosts[key] = host
        self._running.add(key)
        host.start()
        return key

    def stop(self, key: str) -> None:
        """Stop a server in stages."""
        self._hosts[key].stop()

    def stop_all(self) -> None:
        """Stop every server in stages."""
        for key in self._running:
            self.stop(key)

    def kill(self, key: str) -> None:
        """Kill a server's process and its children."""
        self._hosts[key].kill()

    def forget(self, key: str) -> None:
        """Drop an ended server and its history."""
        if key not in self._running:
            self._hosts.pop(key, None)

    def host(self, key: str) -> "ServerHost | None":
        """Return a server by its key."""
        return self._hosts.get(key)

    def is_running(self, key: str) -> bool:
        """True from start until nothing of the server is left."""
        return key in self._running

    def running(self) -> list[str]:
        """Return the keys of the servers that run, in the order in which they were started."""
        return [key for key in self._hosts if key in self._running]

    # Clients --------------------------------------------------------------------------------------------

    def next_client_name(self) -> str:
        """Return the next free name for a client: A … Z, A2 … Z2, and so on."""
        return next(self._client_names)

    def connect_to_server(self, key: str, server_key: str, without_address: bool = False) -> None:
        """Open the client `key` to a running server; see `Client` for `without_address`."""
        from core.client import Client

        give = self._bridge.to(lambda events: self._on_client(key, events))
        host = self._hosts[server_key]
        client = Client.to(host, name=key, on_events=give, without_address=without_address)
        self._begin(key, _Talk(client, server_key))

    def connect_to_address(
        self,
        key: str,
        transport: "Transport",
        address: "Address",
        framing: "Framing",
        without_address: bool = False,
    ) -> None:
        """Open the client `key` to an address; see `Client` for `without_address`."""
        from core.client import Client

        give = self._bridge.to(lambda events: self._on_client(key, events))
        client = Client(
            transport,
            address,
            framing=framing,
            name=key,
            on_events=give,
            without_address=without_address,
        )
        self._begin(key, _Talk(client, ""))

    def client(self, key: str) -> "Client | None":
        """Return a client by its key."""
        talk = self._talks.get(key)
        return talk.client if talk else None

    def server_of(self, key: str) -> str:
        """Return the key of the server that a client was opened to, "" for an address."""
        talk = self._talks.get(key)
        return talk.server_key if talk else ""

    def clients_at(self, server_key: str) -> list[str]:
        """Return the clients that are in conversation with a server, by whichever way they were opened."""
        host = self._hosts[server_key]
        place = host.spec.transport, host.address
        talking = [(key, self._talks[key]) for key in self._talking if key in self._talks]
        return [
            key
            for key, talk in talking
            if talk.server_key == server_key or (talk.client.transport, talk.client.address) == place
        ]

    def close_client(self, key: str) -> None:
        """End a client's conversation."""
        if talk := self._talks.get(key):
            talk.client.close()

    def forget_client(self, key: str) -> None:
        """End a client's conversation and drop it."""
        self.close_client(key)
        self._talks.pop(key, None)

    # The end --------------------------------------------------------------------------------------------

    @property
    def is_idle(self) -> bool:
        """True when no process and no conversation is left."""
        return not self._running and not self._talking

    def end(self) -> None:
        """Close every client and stop every server; `all_ended` comes when nothing is left."""
        self._ending = True
        for key in self._talking:
            self.close_client(key)
        for key in self._running:
            self._hosts[key].stop(CLOSE_BOUND)

    def _on_checked(self, spec: "ServerSpec", found: "list[Problem]") -> None:
        if not self._ending:  # a wish that was being looked at when the window closed starts nothing
            self.checked.emit(spec, found)

    def _begin(self, key: str, talk: _Talk) -> None:
        self._talks[key] = talk
        self._talking.add(key)
        talk.client.start()

    def _on_server(self, key: str, events: list[Any]) -> None:
        if _are_last(events):
            self._running.discard(key)
        self.server_told.emit(key, events)
        self._say_when_idle(events)

    def _on_client(self, key: str, events: list[Any]) -> None:
        if _are_last(events):
            self._talking.discard(key)
        self.client_told.emit(key, events)
        self._say_when_idle(events)

    def _say_when_idle(self, events: list[Any]) -> None:
        if self.is_idle and _are_last(events):
            self.all_ended.emit()


def _are_last(events: list[Any]) -> bool:
    """Tell whether these are the last events of a server, or of a client."""
    from core.events import ClientClosed, ProcessEnded

    return not {ProcessEnded, ClientClosed}.isdisjoint(map(type, events))


def _client_names() -> Iterator[str]:
    """Yield A … Z, A2 … Z2, and so on."""
    for round_number in itertools.count(1):
        for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
            yield letter if round_number == 1 else f"{letter}{round_number}"
