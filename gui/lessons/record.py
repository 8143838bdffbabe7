"""What happens while a lesson is open: the laboratory's events, sorted by servers and clients."""

import itertools
import os
import threading
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.events import ClientConnecting, StartFailed
from core.scenario.record import Record
from gui.client_desk import ClientDesk
from gui.laboratory import Laboratory
from gui.starting import Starting

if TYPE_CHECKING:
    from core.events import Event
    from core.preflight import Problem
    from core.spec import ServerSpec


class LessonRecord(QObject):
    """Fills a `Record`; servers that nobody sees, such as trials of edited code, are left out."""

    changed = Signal()
    """There are new events."""
    run_begun = Signal(str)
    """A server was started, or refused: the key of its run."""

    def __init__(
        self, lab: Laboratory, clients: ClientDesk, starting: Starting, parent: QObject | None = None
    ) -> None:
        """Begin with the servers that run already."""
        super().__init__(parent)
        self.record = Record()
        self.specs: dict[str, ServerSpec] = {}
        """Each run's server by the run's key, in the order in which they were started."""
        self._clients = clients
        self._starting = starting
        self._servers: dict[str, str] = {}  # of each client, since it connected last
        self._refusals = itertools.count(1)
        for key in lab.running():
            if host := lab.host(key):
                self._begin(key, host.spec)
        starting.started.connect(self._begin)
        starting.refused.connect(self._on_refused)
        lab.server_told.connect(self._on_server)
        lab.client_told.connect(self._on_client)

    def clients_of(self, key: str) -> dict[str, int]:
        """Return the number of each client of a run, by the client's key."""
        return self.record.run(key).clients

    def _begin(self, key: str, spec: "ServerSpec") -> None:
        self.specs[key] = spec
        self.record.begin_run(key, spec)
        self.run_begun.emit(key)

    def _on_server(self, key: str, events: "list[Event]") -> None:
        if key in self.specs:
            self.record.take(key, events)
            self.changed.emit()

    def _on_client(self, key: str, events: "list[Event]") -> None:
        if key not in self._servers or any(isinstance(event, ClientConnecting) for event in events):
            # Not asked each time: a client that is closed is forgotten before its last events come.
            self._servers[key] = self._clients.server_of(key)
        server = self._servers[key]
        self.record.take(server if server in self.specs else "", events)
        self.changed.emit()

    def _on_refused(self, problem: "Problem", _offer: str) -> None:
        """Count what was seen to fail before it was tried like what failed when it was tried."""
        spec, found = self._starting.wish, problem.explanation
        if spec is None or not problem.blocking:
            return
        key = f"refused {next(self._refusals)}"
        self._begin(key, spec)
        place = time.monotonic_ns(), os.getpid(), threading.get_native_id(), 0, 0
        failure = StartFailed(*place, found.code, found.what, found.why, found.hint)
        self.record.take(key, [failure])
        self.changed.emit()
