"""A server again, with other code: the one that runs goes on until the new one can take its place."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from core.spec import ServerSpec, Transport
from core.wording import worded
from gui.laboratory import Laboratory
from gui.language import translated
from gui.starting import Starting

if TYPE_CHECKING:
    from core.errors import Explanation
    from core.events import Event, StartFailed
    from core.history import History
    from core.preflight import Problem

_IN_THE_WAY = frozenset({"port-taken", "port-in-old-connection", "path-taken"})
"""Codes of what the old server itself may be the reason of, where the new one has the same address."""

LEAVE_MS = 500
"""So long, in milliseconds, the window's own clients have to leave a server before it stops all the same."""

TRIAL_LINES = 200
"""Of what a failed trial printed, so many of the last lines are shown."""


@dataclass(slots=True)
class _Change:
    """The servers `old` shall become one of `spec`, if `trial`, with the same code, can serve.

    The first of them runs; others were to take its place before this one.
    """

    old: tuple[str, ...]
    spec: ServerSpec
    trial: str = ""
    has_passed: bool = False
    is_explained: bool = False

    @property
    def is_side_by_side(self) -> bool:
        """True where both can be there at once, so that the trial is the new server itself."""
        spec = self.spec
        return not self.runs_itself and (spec.path is None if spec.transport.is_unix else spec.port == 0)

    @property
    def runs_itself(self) -> bool:
        """True where the program's own lines choose the address, and it is tried out as it stands."""
        return bool(self.spec.code and self.spec.code.runs_itself)


class Restarting(QObject):
    """Starts a server in the place of another.

    With an address of the system's choice the two run side by side for a moment.  With a fixed one the code
    is first tried out at another address; a program that runs itself may get as far as its own address, where
    the old one is.  In any case, code that fails leaves the old server alone, whose console shows what the
    trial printed.

    Where the address cannot be taken again at once, the window's own clients leave the old server first: who
    closes a TCP connection first keeps the port in TIME_WAIT, and that must not be the server.
    """

    replaced = Signal(str, str)
    """The keys of a server that ended and of the one that came in its place."""
    refused = Signal(object)
    """An `Explanation` of why the code that was tried out cannot serve."""

    def __init__(self, lab: Laboratory, starting: Starting, parent: QObject | None = None) -> None:
        """Start servers by `starting`, stop them in `lab`."""
        super().__init__(parent)
        self._lab = lab
        self._starting = starting
        self._change: _Change | None = None
        self._passed: list[_Change] = []  # the new server serves, and the old ones are about to end
        self._ended: _Change | None = None  # its server is gone, and the one in its place is being made
        self._hidden: set[str] = set()  # trials at another address, which no list shows
        self._stopping: tuple[str, ...] = ()  # servers that stop as soon as the window's clients have left
        self._heir = ""  # what was started in the place of a server that is gone
        self._has_told_of_two_runs = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(LEAVE_MS)
        self._patience.timeout.connect(self._stop_now)
        lab.server_told.connect(self._on_told)
        lab.client_told.connect(self._on_client_told)
        starting.started.connect(self._on_started)
        # Later: the window shows the same problem in the same moment, and this says more of it.
        starting.refused.connect(self._on_refused, Qt.ConnectionType.QueuedConnection)

    def request(self, key: str, spec: ServerSpec) -> None:
        """Start this server; the running one of that key ("": none) stops once the new one can serve."""
        self._ended = None
        self._change = change = self._changed(key, spec)
        if change is None or change.is_side_by_side:
            self._starting.request(spec)
        elif not change.has_passed:
            elsewhere = spec if change.runs_itself else replace(spec, port=0, path=None)
            change.trial = self._lab.start(elsewhere)
            self._hidden.add(change.trial)

    def has_passed(self, key: str) -> bool:
        """True for a server that was only tried out, and whose code can serve."""
        change = self._change
        return change is not None and change.has_passed and key == change.trial

    def _changed(self, key: str, spec: ServerSpec) -> _Change | None:
        """Return what is to be done; a change to the same server that is under way becomes part of it."""
        before = self._change
        if before and before.has_passed and not _Change((), spec).is_side_by_side:
            return replace(before, spec=spec)  # too late to try this one out: the old one is ending
        if before:
            self._give_up(before)
            if key in (*before.old, before.trial) and self._lab.is_running(before.old[0]):
                seen = (before.trial,) if before.trial and before.is_side_by_side else ()
                return _Change((*before.old, *seen), spec)
        return _Change((key,), spec) if self._lab.is_running(key) else None

    def _give_up(self, change: _Change) -> None:
        """Wait no longer for a change; a trial that nobody sees must not go on."""
        self._change = None
        if change.trial in self._hidden and self._lab.is_running(change.trial):
            self._lab.stop(change.trial)

    def _on_started(self, key: str, spec: ServerSpec) -> None:
        if self._ended and spec is self._ended.spec:
            self._tell_replaced(self._ended.old, key)
            self._heir = key
            self._tell_of_two_runs(key, self._ended)
        self._ended = None
        change = self._change
        if change is None:
            return
        if spec is change.spec and change.is_side_by_side:
            change.trial = key
        else:
            self._give_up(change)  # somebody wished for another server meanwhile

    def _on_told(self, key: str, events: "list[Event]") -> None:
        from core.events import Listening, ProcessEnded, StartFailed  # an empty window starts without
        from core.recognition import explanation_of

        change = self._change
        for event in events:
            if isinstance(event, StartFailed) and key in self._hidden and change and key == change.trial:
                self._judge(change, event)
            elif isinstance(event, StartFailed) and key == self._heir:
                self._say_the_old_one_is_gone(explanation_of(event))
        is_ended = any(isinstance(event, ProcessEnded) for event in events)
        if change and key == change.trial and any(isinstance(event, Listening) for event in events):
            self._pass(change)
        if key == self._heir and not {Listening, StartFailed}.isdisjoint(map(type, events)):
            self._heir = ""
        if change and is_ended and key in (*change.old, change.trial):
            self._on_ended(change, key)
        if is_ended:
            self._tell_passed()
        if is_ended and key in self._hidden:
            self._hidden.discard(key)
            # Later: others hear of the same events after this, and look the server up.
            QTimer.singleShot(0, self, lambda: self._lab.forget(key))

    def _pass(self, change: _Change) -> None:
        """Let the old servers go: the code can serve."""
        change.has_passed = True
        self._stop_old(change)
        if change.is_side_by_side:
            self._change = None
            self._passed.append(change)
        else:
            self._lab.stop(change.trial)

    def _stop_old(self, change: _Change) -> None:
        self._stopping = tuple(self._left(change.old))
        leaving = self._clients() if self._keeps_port(change) else []
        for key in leaving:
            self._lab.close_client(key)
        if leaving:
            self._patience.start()
        else:
            self._stop_now()

    def _keeps_port(self, change: _Change) -> bool:
        """True where a connection that a server closes keeps its port from the next one."""
        hosts = [self._lab.host(key) for key in self._stopping]
        specs = [change.spec, *(host.spec for host in hosts if host)]
        is_reused = all(spec.allow_reuse_address for spec in specs)
        return change.spec.transport is Transport.TCP and not change.is_side_by_side and not is_reused

    def _clients(self) -> list[str]:
        """Return the window's clients of the servers that are to stop."""
        return [client for key in self._left(self._stopping) for client in self._lab.clients_at(key)]

    def _on_client_told(self, _key: str, _events: "list[Event]") -> None:
        if self._stopping and not self._clients():
            self._stop_now()

    def _stop_now(self) -> None:
        self._patience.stop()
        stopping, self._stopping = self._stopping, ()
        for key in self._left(stopping):
            self._lab.stop(key)

    def _left(self, keys: tuple[str, ...]) -> list[str]:
        return [key for key in keys if self._lab.is_running(key)]

    def _on_ended(self, change: _Change, key: str) -> None:
        if not change.has_passed:
            # Where the trial failed the old one goes on, and the next try is for its place again.
            if key == change.old[0]:
                self._give_up(change)
            elif key in self._hidden:
                self._show_failed_trial(change)
        elif not change.is_side_by_side and not self._left((*change.old, change.trial)):
            self._change, self._ended = None, change
            self._starting.request(change.spec)

    def _tell_passed(self) -> None:
        done = [change for change in self._passed if not self._left(change.old)]
        self._passed = [change for change in self._passed if change not in done]
        for change in done:
            self._tell_replaced(change.old, change.trial)

    def _tell_replaced(self, old: tuple[str, ...], new: str) -> None:
        for key in old:
            if self._lab.host(key):  # else it was taken from the list meanwhile
                self.replaced.emit(key, new)

    def _judge(self, change: _Change, failure: "StartFailed") -> None:
        """Say why the code cannot serve, or go on where only the old server is in the way."""
        from core.recognition import explanation_of

        if change.runs_itself and failure.code in _IN_THE_WAY:
            change.has_passed = True
            self._stop_old(change)
        else:
            change.is_explained = True
            self.refused.emit(explanation_of(failure))

    # What else has to be said ---------------------------------------------------------------------------

    def _show_failed_trial(self, change: _Change) -> None:
        """Let the console of the old server show what the trial printed, and say of one that only ended."""
        trial, old = self._lab.host(change.trial), self._lab.host(change.old[0])
        if trial is None or old is None:
            return
        lines = _console_of(trial.history())
        heading = self.tr("The new program was tried out, and failed. It said:")
        old.add_output("".join(f"{line}\n" for line in [heading, *(f"| {line}" for line in lines)]))
        if not change.is_explained:
            self.refused.emit(_ended_too_early())

    def _tell_of_two_runs(self, key: str, change: _Change) -> None:
        host = self._lab.host(key)
        if host is None or not change.runs_itself or not change.trial or self._has_told_of_two_runs:
            return
        self._has_told_of_two_runs = True
        words = self.tr(
            "{0} runs by itself, so its lines have run twice for this restart: once beside the old server, "
            "to see whether they fail, and now in its place. So it is with each restart."
        )
        host.add_output(words.format(host.spec.code.name if host.spec.code else "") + "\n")

    def _on_refused(self, problem: "Problem", offer: str) -> None:
        ended, wish = self._ended, self._starting.wish
        if ended and wish is ended.spec and not offer:
            self._say_the_old_one_is_gone(problem.explanation)

    def _say_the_old_one_is_gone(self, found: "Explanation") -> None:
        from msgspec.structs import replace as with_changes

        why = worded("{why} The old server had to make room for this one, and is gone.", why=found.why)
        # Later: the window shows the same problem in the same moment, and this says more of it.
        QTimer.singleShot(0, self, lambda: self.refused.emit(with_changes(found, why=why)))


def _console_of(history: "History") -> list[str]:
    """Return what the console of a run would show, but for the sentences that stand in the builder anyway."""
    from core.console import Look, OutputReader

    reader = OutputReader(history, TRIAL_LINES, say=translated)
    while reader.read(1.0):  # the run is over, and its history bounded
        pass
    said_elsewhere = (Look.FAILED, Look.ADVICE)
    return [line.text for line in reader.output.lines if line.look not in said_elsewhere]


def _ended_too_early() -> "Explanation":
    from core.errors import Explanation

    return Explanation(
        "trial-ended",
        worded("The new program ended before it had a server, so the old one goes on."),
        worded("It was tried out beside the old server first."),
        worded("The console of the old server shows what it printed, and how it ended."),
    )
