"""What a lesson's solution does, done in the window: the builder shows it, the chat shows it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from core.scenario.performance import Target as Wanted
from core.scenario.servers import describes
from gui.lessons.record import LessonRecord
from gui.panes.chat import Target

if TYPE_CHECKING:
    from core.client import Client
    from core.scenario.scenario import Action, Scenario
    from core.spec import ServerSpec
    from gui.lessons.tools import LessonTools

_PENDING = "not started yet"
"""Stands for the key of a server that is being looked at before it starts."""


class LessonDoer:
    """A `core.scenario.performance.Doer`.

    The names of a scenario also reach what the learner made by hand: a server by what it is, a client by its
    place among those that the solutions of the steps `before` would have opened.
    """

    def __init__(
        self,
        scenario: "Scenario",
        record: LessonRecord,
        tools: "LessonTools",
        before: "Sequence[Action]",
        show: Callable[[str], object],
    ) -> None:
        """Act with `tools`; `record` tells what came of it, `show` takes the control's name."""
        self._scenario = scenario
        self._record = record
        self._tools = tools
        self._before = before
        self._show = show
        self._servers: dict[str, str] = {}
        self._clients: dict[str, str] = {}
        self._starting = ""
        record.run_begun.connect(self._on_run_begun)

    def end_work(self) -> None:
        """Act no more."""
        self._record.run_begun.disconnect(self._on_run_begun)

    # As a Doer ------------------------------------------------------------------------------------------

    def start(self, name: str, spec: "ServerSpec") -> None:
        """Show a server in the builder, and start it."""
        workshop = self._tools.workshop
        if not workshop.is_at_stake():
            workshop.show_server(spec)
        self._show("start_server")
        self._starting = name
        self._servers[name] = _PENDING
        workshop.start(spec)

    def stop(self, name: str) -> None:
        """Stop a server in stages."""
        self._tools.lab.stop(self._server(name))
        self._show("stop_server")

    def kill(self, name: str) -> None:
        """Kill a server's process."""
        self._tools.lab.kill(self._server(name))

    def port(self, name: str) -> int:
        """Return the port that a server has or had, 0 if it never listened."""
        host = self._tools.lab.host(self.run_key(name))
        address = host.address if host else None
        return int(address[1]) if isinstance(address, tuple) else 0

    def run_key(self, name: str) -> str:
        """Return under which key the record has the latest run of that server."""
        return self._key_of(name) or _PENDING

    def client_name(self, name: str) -> str:
        """Return the key of a client, which its events name."""
        if name not in self._clients:
            self._clients[name] = self._client_made_by_hand(name)
        return self._clients[name] or name

    def connect(self, name: str, target: Wanted) -> None:
        """Open a client."""
        clients = self._tools.clients
        if not target.server:
            wanted = Target(
                transport=target.transport,
                host=target.host,
                port=target.port,
                path=target.path,
                without_address=target.without_address,
            )
        elif found := clients.target_of_server(self._server(target.server), even_if_stopped=True):
            wanted = replace(found, without_address=target.without_address)
        else:
            raise LookupError(target.server)
        self._show("new_client")
        self._clients[name] = clients.open(wanted)

    def send(self, name: str, data: bytes, framed: bool) -> None:
        """Send a message with what the framing adds, or bytes as they are."""
        client = self._client(name)
        (client.send_message if framed else client.send_bytes)(data)

    def end(self, name: str, how: str) -> None:
        """Do to a client's connection what the verb says, as its menu would."""
        self._client(name)
        key = self.client_name(name)
        self._tools.chat.select(key)
        self._show(how)
        self._ends()[how](key)

    def _ends(self) -> dict[str, Callable[[str], object]]:
        clients, chat = self._tools.clients, self._tools.chat
        return {
            "half_close": lambda _key: chat.half_close(),
            "stop_reading": lambda _key: chat.stop_reading(),
            "read_again": lambda _key: chat.read_again(),
            "disconnect": self._tools.lab.close_client,
            "reset": clients.reset,
            "vanish": clients.vanish,
        }

    # Who is meant ---------------------------------------------------------------------------------------

    def _server(self, name: str) -> str:
        """Return the key of a server that is in the list, running or not."""
        key = self._key_of(name)
        if self._tools.lab.host(key) is None:
            raise LookupError(name)
        return key

    def _key_of(self, name: str) -> str:
        """Return the key of the latest run of a server, whoever began it; "" for none."""
        own, wanted = self._servers.get(name, ""), self._scenario.servers.get(name)
        if own == _PENDING or wanted is None:
            return own
        specs = self._record.specs
        return next((key for key in reversed(specs) if key == own or describes(wanted, specs[key])), "")

    def _client(self, name: str) -> "Client":
        client = self._tools.lab.client(self.client_name(name))
        if client is None:
            raise LookupError(name)
        return client

    def _client_made_by_hand(self, name: str) -> str:
        """Return the client with the number that this one would have had; "" if there is none."""
        server, number = _number_of(self._before, name)
        key = self.run_key(server) if server else ""
        numbers = self._record.clients_of(key)
        return next((client for client, found in numbers.items() if found == number), "")

    def _on_run_begun(self, key: str) -> None:
        if self._starting:
            self._servers[self._starting], self._starting = key, ""


def _number_of(actions: "Sequence[Action]", name: str) -> tuple[str, int]:
    """Return whom a client would have connected to, and as the how manieth of that server's run; 0: never."""
    counts: dict[str, int] = {}
    found = ("", 0)
    for action in actions:
        if action.start:
            counts[action.start] = 0
        for client in _names(action):
            counts[action.to] = counts.get(action.to, 0) + 1
            if client == name:
                found = action.to, counts[action.to]
    return found


def _names(action: "Action") -> list[str]:
    if not action.connect:
        return []
    times = range(1, action.times + 1)
    return [action.connect] if action.times <= 1 else [f"{action.connect}{number}" for number in times]
