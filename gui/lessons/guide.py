"""Shows the learner where something is: brings it into view, and puts a ring around it."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget
from shiboken6 import isValid

from gui.lessons.tools import LessonTools
from gui.widgets.highlight import Highlight

IN_MENU = ("half_close", "reset", "vanish", "stop_reading", "read_again", "reconnect")
"""Commands that stand in the menu of the client in front; the ring is put around its button."""

IN_DIALOG = (
    "connect",
    "target_transport",
    "target_host",
    "target_port",
    "target_path",
    "target_framing",
    "target_without_address",
)
"""Controls of the dialog for another address, which the button for a new client leads to."""

STAND_INS = {
    "new_client": ("first_client", "new_client"),
    "another_address": ("new_client",),
    **dict.fromkeys(IN_MENU, ("client_menu",)),
    **{name: (name, "new_client") for name in IN_DIALOG},
}
"""What is pointed at for a name, of which the first that can be seen counts."""


class LessonGuide:
    """Points at the real controls of the window, by their names."""

    def __init__(self, tools: LessonTools) -> None:
        """Point at what is in the window of `tools`."""
        self._tools = tools
        self._rings: list[Highlight] = []

    def point_at(self, names: Sequence[str]) -> None:
        """Put a ring around each of these controls, wherever they are; a name without one is left out."""
        self.clear()
        for name in names:
            if found := self._find(name):
                ring = Highlight(*found)
                ring.show()
                self._rings.append(ring)

    def flash(self, name: str) -> None:
        """Let a control stand out for a moment: it is being used for the learner."""
        self._rings = [ring for ring in self._rings if isValid(ring)]
        found = self._find(name)
        if found and not any(ring.control is found[0] for ring in self._rings):
            self._rings.append(ring := Highlight(*found, pulses=1))
            ring.show()

    def clear(self) -> None:
        """Take the rings away."""
        for ring in self._rings:
            if isValid(ring):
                ring.fade()
        self._rings = []

    def show_view(self, name: str, server_key: str = "", request: int = 0) -> None:
        """Bring a view to the front, with one request of a server lit up."""
        tools = self._tools
        if server_key and tools.lab.host(server_key):
            tools.servers.select(server_key)
        tools.stage.show_view(name)
        if request:
            tools.stage.highlight_request(request)
        self.point_at([name])

    def _find(self, name: str) -> tuple[QWidget, int] | None:
        """Return a control that can be seen now, and the place of its tab where it is one."""
        if name in self._tools.stage.names():
            return self._tools.stage.tabs.tabBar(), self._tools.stage.names().index(name)
        for real in STAND_INS.get(name, (name,)):
            for control in self._candidates(real):
                self._bring_into_view(control, real)
                if control.isVisible():
                    return control, -1
        return None

    def _candidates(self, name: str) -> Iterator[QWidget]:
        """Yield the controls of a name: those that are seen first, then those in views not made yet."""
        found = self._tools.window.findChildren(QWidget, name)
        yield from sorted(found, key=lambda control: not control.isVisible())
        if not found:
            self._tools.views.make_all()
            yield from self._tools.window.findChildren(QWidget, name)

    def _bring_into_view(self, control: QWidget, name: str) -> None:
        self._tools.builder.point_at(name)
        stage = self._tools.stage
        if stage.isAncestorOf(control) and not control.isVisible():
            for view in stage.names():
                if stage.page(view).isAncestorOf(control):
                    stage.show_view(view)
        parent = control.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea) and not isinstance(control, QAbstractScrollArea):
                parent.ensureWidgetVisible(control)
            parent = parent.parentWidget()
