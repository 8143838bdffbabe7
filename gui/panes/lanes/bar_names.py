"""What stands on a bar: a method's real name, or in the window's language what a thread or client does."""

from PySide6.QtCore import QCoreApplication

from core.lane import Lane, LaneKind
from core.lanes import CONNECTED, CONNECTING, PAUSED
from core.sentences import visible
from gui.language import translated

translate = QCoreApplication.translate


class BarNames:
    """Names bars in the language that was spoken when it was made: one for each picture, or each sentence."""

    def __init__(self) -> None:
        """Ask for the words once: a picture may have hundreds of bars."""
        self._waits = translate("BarNames", "waits in {0}()")
        self._paused = translate("BarNames", "paused before {0}()")
        self._client = {
            CONNECTING: translate("BarNames", "connecting"),
            CONNECTED: translate("BarNames", "connected"),
        }

    def name(self, lane: Lane, name: str, waits: bool) -> str:
        """Return what the bar of `name`, as the lanes call it, says; `waits`: nothing is done meanwhile."""
        if lane.kind is LaneKind.CLIENT:
            return self._client.get(name) or translated(name)
        if lane.kind is LaneKind.QUEUE:
            return visible(translated(name))
        if name.startswith(PAUSED):
            return self._paused.format(visible(name.removeprefix(PAUSED)))
        return self._waits.format(visible(name)) if waits else visible(name)
