"""What is done in the window, noted from its beginning, so that it can be saved as an experiment."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.lessons.tools import LessonTools

if TYPE_CHECKING:
    # Loaded with the first server or client: a window opens without.
    from core.events import Event
    from core.scenario.recording import Recording
    from core.scenario.scenario import Scenario
    from core.spec import ServerSpec


class ExperimentLog(QObject):
    """Fills a `Recording`; servers that nobody sees, such as trials of edited code, are left out."""

    def __init__(self, tools: LessonTools, parent: QObject | None = None) -> None:
        """Follow the laboratory of `tools`."""
        super().__init__(parent)
        self._tools = tools
        self._made: Recording | None = None
        tools.starting.started.connect(self._on_started)
        tools.lab.server_told.connect(self._on_server)
        tools.lab.client_told.connect(self._on_client)
        chat = tools.chat
        for signal, verb in (
            (chat.half_close_requested, "half_close"),
            (chat.reset_requested, "reset"),
            (chat.vanish_requested, "vanish"),
            (chat.stop_reading_requested, "stop_reading"),
            (chat.read_again_requested, "read_again"),
        ):
            signal.connect(partial(self._on_wish, verb))

    def recording(self) -> "Recording":
        """Return what was noted up to now."""
        from core.scenario.recording import Recording

        if self._made is None:
            self._made = Recording()
        return self._made

    def experiment(
        self, title: str, about: str = "", *, transcript: bool = False, checks: bool = False
    ) -> "Scenario":
        """Return what was done with the servers that are still in the list, and with addresses."""
        recording = self.recording()
        servers = [key for key in recording.servers() if self._tools.lab.host(key)]
        return recording.experiment(title, about, servers=servers, transcript=transcript, checks=checks)

    def _on_started(self, key: str, spec: "ServerSpec") -> None:
        self.recording().begin_server(key, spec)

    def _on_server(self, key: str, events: "list[Event]") -> None:
        self.recording().take(key, events)

    def _on_client(self, key: str, events: "list[Event]") -> None:
        from core.events import ClientConnecting

        if any(isinstance(event, ClientConnecting) for event in events):
            self._begin_client(key)
        self.recording().take("", events)

    def _on_wish(self, verb: str, key: str) -> None:
        self.recording().note(key, verb)

    def _begin_client(self, key: str) -> None:
        from core.scenario.performance import Target

        client = self._tools.lab.client(key)
        if client is None:  # it was closed before it was heard of
            return
        address = client.address
        where = {"host": address[0], "port": address[1]} if isinstance(address, tuple) else {"path": address}
        server = self._tools.clients.server_of(key)
        self.recording().begin_client(
            key, Target(server=server, transport=client.transport, **where), client.framing
        )
