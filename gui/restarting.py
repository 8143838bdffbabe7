"""A server again, with other code: the one that runs goes on until the new one can take its place."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core.spec import ServerSpec
from gui.laboratory import Laboratory
from gui.starting import Starting

if TYPE_CHECKING:
    from core.events import Event, StartFailed


_IN_THE_WAY = frozenset({"port-taken", "port-in-old-connection", "path-taken"})
"""Codes of what the old server itself may be the reason of, where the new one has the same address."""


@dataclass(slots=True)
class _Change:
    """The servers `old` shall become one of `spec`, if `trial`, with the same code, can serve.

    The first of them runs; others were to take its place before this one.
    """

    old: tuple[str, ...]
    spec: ServerSpec
    trial: str = ""
    has_passed: bool = False

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
    the old one is.  In any case, code that fails leaves the old server alone.
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
        lab.server_told.connect(self._on_told)
        starting.started.connect(self._on_started)

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

        change = self._change
        for event in events:
            if isinstance(event, StartFailed) and key in self._hidden and change and key == change.trial:
                self._judge(change, event)
        is_ended = any(isinstance(event, ProcessEnded) for event in events)
        if change and key == change.trial and any(isinstance(event, Listening) for event in events):
            self._pass(change)
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
        for key in self._left(change.old):
            self._lab.stop(key)

    def _left(self, keys: tuple[str, ...]) -> list[str]:
        return [key for key in keys if self._lab.is_running(key)]

    def _on_ended(self, change: _Change, key: str) -> None:
        if not change.has_passed:
            # Where the trial failed the old one goes on, and the next try is for its place again.
            if key == change.old[0]:
                self._give_up(change)
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
            self.refused.emit(explanation_of(failure))
