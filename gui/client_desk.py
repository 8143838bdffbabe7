"""The clients' side of the switchboard: what the chat wishes, done with the laboratory's clients."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from core.address import Address
from gui.laboratory import Laboratory
from gui.panes.chat import ChatPane, Target

if TYPE_CHECKING:
    from core.spec import ServerSpec
    from gui.panes.chat.outgoing import Outgoing


class ClientDesk(QObject):
    """Knows whom each client in the chat talks to, and opens, feeds and closes them."""

    def __init__(self, lab: Laboratory, chat: ChatPane, parent: QObject | None = None) -> None:
        """Serve `chat` with the clients of `lab`."""
        super().__init__(parent)
        self._lab = lab
        self._chat = chat
        self._targets: dict[str, Target] = {}

    def target_of_server(self, server_key: str, even_if_stopped: bool = False) -> Target | None:
        """Return how a client reaches a server of the lab's, None while it cannot.

        `even_if_stopped`: return also where it listened, for a client that will find nobody there.
        """
        host = self._lab.host(server_key)
        if host is None or host.address is None:
            return None
        if not even_if_stopped and not self._lab.is_running(server_key):
            return None
        spec = host.spec
        return Target(
            transport=spec.transport,
            server_key=server_key,
            framing=spec.framing,
            is_json=_is_json(spec),
            **_where(host.address),
        )

    def open_to_server(self, server_key: str) -> None:
        """Open a new client to a server of the lab's, if it can be reached."""
        if target := self.target_of_server(server_key):
            self.open(target)

    def server_of(self, key: str) -> str:
        """Return the key of the server that a client is meant to talk to, running or not; "" for none."""
        target = self._targets.get(key)
        return (target.server_key or "") if target else self._lab.server_of(key)

    def open(self, target: Target) -> str:
        """Open a new client; returns its key."""
        key = self._lab.next_client_name()
        is_datagram = not target.transport.is_stream
        self._chat.add_client(
            key, key, target.label, target.framing, datagram=is_datagram, is_json=target.is_json
        )
        self._targets[key] = target
        self.connect_client(key)
        self._chat.focus_message()
        return key

    def connect_client(self, key: str) -> None:
        """Connect a client, for the first time or again."""
        target = self._targets[key]
        if target.server_key and self._lab.is_running(target.server_key):
            self._lab.connect_to_server(key, target.server_key, target.without_address)
        else:
            self._lab.connect_to_address(
                key, target.transport, target.address, target.framing, target.without_address
            )

    def retarget(self, old: str, new: str) -> None:
        """Let the clients of one server reconnect to another, which came in its place."""
        for key, target in self._targets.items():
            if target.server_key == old:
                self._targets[key] = replace(target, server_key=new)

    def send(self, key: str, outgoing: "Outgoing") -> None:
        """Send a message, as often as it is wished."""
        if client := self._lab.client(key):
            send = client.send_message if outgoing.framed else client.send_bytes
            for _ in range(outgoing.times):
                send(outgoing.data)

    def half_close(self, key: str) -> None:
        """Say to the server that this client will send no more."""
        if client := self._lab.client(key):
            client.half_close()

    def reset(self, key: str) -> None:
        """Break a client's connection off: what is under way is lost."""
        if client := self._lab.client(key):
            client.reset()

    def vanish(self, key: str) -> None:
        """Let a client go without another word, as a program that crashes does."""
        if client := self._lab.client(key):
            client.vanish()

    def stop_reading(self, key: str) -> None:
        """Let a client leave in the kernel what the server sends."""
        if client := self._lab.client(key):
            client.stop_reading()

    def read_again(self, key: str) -> None:
        """Let a client read what has arrived, and what will."""
        if client := self._lab.client(key):
            client.read_again()

    def disconnect_selected(self) -> None:
        """Close the connection of the client at the front."""
        self._lab.close_client(self._chat.selected())

    def close_selected(self) -> None:
        """Close the client at the front, its tab too."""
        if key := self._chat.selected():
            self.close(key)

    def close(self, key: str) -> None:
        """Close a client, its tab too."""
        self._lab.forget_client(key)
        self._targets.pop(key, None)
        self._chat.remove_client(key)


def _is_json(spec: "ServerSpec") -> bool:
    """Guess whether the server takes JSON: built-in handlers do, a program of one's own where it names it."""
    return spec.code is None or "json" in spec.code.text.lower()


def _where(address: Address) -> dict[str, Any]:
    if not isinstance(address, tuple):
        return {"path": address}
    # One cannot connect to "all addresses".
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(address[0], address[0])
    return {"host": host, "port": address[1]}
