"""Step and slow motion: the bar's wishes, done to the selected server; what waits there, said in the bar."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.laboratory import Laboratory
from gui.widgets.pace_bar import PaceBar

if TYPE_CHECKING:
    # Loaded with the first server.
    from core.events import Event
    from core.waiting import Waiting

_FREE = (False, 0.0)
"""Neither stepping nor slowed."""


class PaceDesk(QObject):
    """Remembers each server's pace."""

    def __init__(self, lab: Laboratory, bar: PaceBar, parent: QObject | None = None) -> None:
        """Begin with no server selected."""
        super().__init__(parent)
        self._lab = lab
        self._bar = bar
        self._selected = ""
        self._paces: dict[str, tuple[bool, float]] = {}
        self._waiting: dict[str, Waiting] = {}
        bar.step_toggled.connect(self._set_pace)
        bar.slow_changed.connect(self._set_pace)
        bar.next_pressed.connect(self._on_next)
        self.select("")

    def select(self, key: str) -> None:
        """Let the bar speak of another server, "" for none; a new one begins at the pace that is shown."""
        self._selected = key
        if self._is_new(key):
            self._set_pace()
        self._bar.set_pace(*self._paces.get(key, _FREE))
        self._show()

    def take(self, key: str, events: "Sequence[Event]") -> None:
        """Follow what happens on a server."""
        from core.waiting import Waiting

        self._waiting.setdefault(key, Waiting()).take(events)
        if not self._lab.is_running(key):
            self._paces.pop(key, None)
            if key == self._selected:
                self._bar.set_pace(*_FREE)
        if key == self._selected:
            self._show()

    def forget(self, key: str) -> None:
        """Drop a server."""
        self._paces.pop(key, None)
        self._waiting.pop(key, None)

    def _is_new(self, key: str) -> bool:
        return self._lab.is_running(key) and key not in self._waiting and key not in self._paces

    def _show(self) -> None:
        self._bar.speak_of_next(not self._lab.is_running(self._selected))
        waiting = self._waiting.get(self._selected)
        self._bar.show_waiting(waiting.in_words() if waiting else "")

    def _set_pace(self, _wish: object = None) -> None:
        host = self._lab.host(self._selected)
        if host and self._lab.is_running(self._selected):
            pace = self._paces[self._selected] = (self._bar.is_stepping, self._bar.delay)
            host.pace(step=pace[0], delay=pace[1])

    def _on_next(self) -> None:
        if host := self._lab.host(self._selected):
            host.next()
