"""A server again, with other code: the one that runs goes on until the new one can take its place."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.spec import ServerSpec
from gui.laboratory import Laboratory
from gui.starting import Starting

if TYPE_CHECKING:
    from core.events import Event


@dataclass(slots=True)
class _Change:
    """The running server `old` shall become one of `spec`, if `trial`, with the same code, can serve."""

    old: str
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
        """True where the program's own lines choose the address, so that it cannot be tried out elsewhere."""
        return bool(self.spec.code and self.spec.code.runs_itself)


class Restarting(QObject):
    """Starts a server in the place of another.

    With an address of the system's choice the two run side by side for a moment.  With a fixed one the code
    is first tried out at another address.  Either way, code that fails leaves the old server alone.
    """

    replaced = Signal(str, str)
    """The keys of a server that ended and of the one that came in its place."""

    def __init__(self, lab: Laboratory, starting: Starting, parent: QObject | None = None) -> None:
        """Start servers by `starting`, stop them in `lab`."""
        super().__init__(parent)
        self._lab = lab
        self._starting = starting
        self._change: _Change | None = None
        self._ended: _Change | None = None  # its server is gone, and the one in its place is being made
        lab.server_told.connect(self._on_told)
        starting.started.connect(self._on_started)

    def request(self, key: str, spec: ServerSpec) -> None:
        """Start this server; the running one of that key ("": none) stops once the new one can serve."""
        self._change = change = _Change(key, spec) if self._lab.is_running(key) else None
        if change is None or change.is_side_by_side:
            self._starting.request(spec)
        elif change.runs_itself:
            change.has_passed = True
            self._lab.stop(key)
        else:
            change.trial = self._lab.start(replace(spec, port=0, path=None))

    def _on_started(self, key: str, spec: ServerSpec) -> None:
        if self._ended and spec is self._ended.spec:
            self.replaced.emit(self._ended.old, key)
        self._ended = None
        change = self._change
        if change is None:
            return
        if spec is change.spec and change.is_side_by_side:
            change.trial = key
        else:
            self._change = None  # somebody wished for another server meanwhile

    def _on_told(self, key: str, events: "list[Event]") -> None:
        from core.events import Listening, ProcessEnded  # an empty window starts without

        change = self._change
        if change is None or key not in (change.old, change.trial):
            return
        if key == change.trial and any(isinstance(event, Listening) for event in events):
            self._pass(change)
        if any(isinstance(event, ProcessEnded) for event in events):
            self._on_ended(change)

    def _pass(self, change: _Change) -> None:
        """Let the old server go: the code can serve."""
        change.has_passed = True
        self._lab.stop(change.old)
        if not change.is_side_by_side:
            self._lab.stop(change.trial)

    def _on_ended(self, change: _Change) -> None:
        if not change.has_passed:
            self._change = None  # it failed, and the old one goes on; or that one ended by itself
        elif change.is_side_by_side:
            self._change = None
            self.replaced.emit(change.old, change.trial)
        elif not self._lab.is_running(change.old) and not self._lab.is_running(change.trial):
            self._change, self._ended = None, change
            self._lab.forget(change.trial)
            self._starting.request(change.spec)
