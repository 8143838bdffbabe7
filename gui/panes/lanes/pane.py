"""The lanes of a run: the tab with its buttons, the painted canvas, and the inspector."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from core.history import History
from core.lane_reader import LaneReader
from gui.panes.lanes.canvas import ZOOM, LaneCanvas
from gui.panes.lanes.hits import Hit
from gui.panes.lanes.inspector import Inspector
from gui.theme import set_role
from gui.visible_text import tooltip
from gui.widgets.elided_label import ElidedLabel

READ_SECONDS = 0.006
"""How long one refresh may read: what is left of a frame belongs to the painting."""

FRAME_MILLISECONDS = 33
"""When there was more to read than fits into one refresh, the next comes after so long."""


class LanesPane(QWidget):
    """Shows who does what when; the main window calls `refresh` at most once a frame."""

    request_chosen = Signal(int)
    """Something of this request was clicked; 0: of none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a run."""
        super().__init__(parent)
        self.setObjectName("lanes")
        self._history: History | None = None
        self._reader: LaneReader | None = None
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(FRAME_MILLISECONDS)
        self._make_parts()
        self._lay_out()
        self._connect()
        self.show_run("", None)

    def show_run(self, title: str, history: History | None) -> None:
        """Show another run under that title; the same run keeps its place."""
        self._run.set_text(title)
        if history is not None and history is self._history:
            return
        self._history = history
        self._reader = LaneReader(history) if history is not None else None
        self._pause.setChecked(False)
        self._canvas.show_lanes(self._reader.lanes if self._reader else None)
        self._follow.setChecked(True)
        self._inspector.show_hint()
        self.refresh()

    def refresh(self) -> None:
        """Take in what is new, as far as a frame has time for it; the rest follows by itself."""
        if self._reader is not None and not self._pause.isChecked():
            if self._reader.read(READ_SECONDS):
                self._more.start()
            self._canvas.take_in()
            self._say_more(self._reader)
            self._tell_chosen()
        self._show_emptiness()

    def highlight_request(self, number: int) -> None:
        """Light up what belongs to this request; 0: all alike."""
        self._canvas.highlight(number)

    def show_moment(self, moment: int | None) -> None:
        """Show what had happened until this time (ns, as `Event.time`); None: all of it."""
        self._canvas.show_moment(moment)

    def unread(self) -> int:
        """Return how many events have not been taken in yet."""
        return self._reader.unread() if self._reader else 0

    # The parts -----------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self._run = ElidedLabel()
        self._run.setObjectName("run")
        set_role(self._run, "muted")
        self._follow = self._button("follow", self.tr("Follow"), self.tr("Keep what happens now in view (F)"))
        self._follow.setCheckable(True)
        self._follow.setChecked(True)
        self._pause = self._button(
            "pause", self.tr("Pause view"), self.tr("The server runs on; the view waits")
        )
        self._pause.setCheckable(True)
        self._fit = self._button("fit", self.tr("Fit"), self.tr("Show all of the run (0)"))
        self._zoom_out = self._button("zoom_out", "−", self.tr("Show a longer time (-, or Ctrl+wheel)"))
        self._zoom_in = self._button("zoom_in", "+", self.tr("Show a shorter time (+, or Ctrl+wheel)"))
        self._zoom_in.setAccessibleName(self.tr("Zoom in"))
        self._zoom_out.setAccessibleName(self.tr("Zoom out"))
        self._inspector = Inspector()
        self._canvas = LaneCanvas(self._describe)
        self._behind = QLabel()
        self._behind.setObjectName("behind")
        set_role(self._behind, "small")
        self._empty = QLabel()
        self._empty.setObjectName("empty")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_role(self._empty, "muted")

    def _button(self, name: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setToolTip(tip)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._run, 1)
        for part in (self._behind, self._zoom_out, self._zoom_in, self._fit, self._follow, self._pause):
            head.addWidget(part)
        card = QFrame()
        set_role(card, "card")
        around = QVBoxLayout(card)
        around.setContentsMargins(10, 2, 2, 4)
        self._stack = QStackedLayout()
        around.addLayout(self._stack)
        self._stack.addWidget(self._canvas)
        self._stack.addWidget(self._empty)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(9, 9, 9, 0)
        lines.setSpacing(8)
        lines.addLayout(head)
        lines.addWidget(card, 1)
        lines.addWidget(self._inspector)
        self.setFocusProxy(self._canvas)

    def _connect(self) -> None:
        self._more.timeout.connect(self.refresh)
        self._follow.clicked.connect(self._canvas.set_follow)
        self._canvas.follow_changed.connect(self._follow.setChecked)
        self._pause.toggled.connect(self._on_paused)
        self._fit.clicked.connect(self._canvas.fit)
        self._zoom_in.clicked.connect(lambda: self._canvas.zoom(1 / ZOOM))
        self._zoom_out.clicked.connect(lambda: self._canvas.zoom(ZOOM))
        self._canvas.chosen.connect(self._on_chosen)
        self._canvas.time_passed.connect(self._tell_chosen)
        self._canvas.range_chosen.connect(self._on_range_chosen)

    # What happens --------------------------------------------------------------------------------------

    def _on_paused(self, paused: bool) -> None:
        self._canvas.set_frozen(paused)
        if not paused:
            self.refresh()

    def _on_chosen(self) -> None:
        hit = self._canvas.chosen_hit()
        number = hit.request if hit else 0
        if hit is None:
            self._inspector.show_hint()
        self._tell_chosen()
        self._canvas.highlight(number)
        self.request_chosen.emit(number)

    def _tell_chosen(self) -> None:
        """Say what the chosen bar is; while it grows, how long it is by now."""
        hit = self._canvas.chosen_hit()
        if self._reader is not None and hit is not None and hit.place >= 0:
            self._inspector.show_hit(hit, self._reader.lanes, self._canvas.now())

    def _on_range_chosen(self) -> None:
        found = self._canvas.chosen_range()
        if found is not None:
            self._inspector.show_range(found[1] - found[0])
        elif self._canvas.chosen_hit() is None:
            self._inspector.show_hint()

    def _describe(self, hit: Hit) -> str:
        return tooltip(self._inspector.meaning(hit, self._reader.lanes)) if self._reader else ""

    def _say_more(self, reader: LaneReader) -> None:
        unread = reader.unread() if self._more.isActive() else 0
        behind = self.tr("{0} events to read").format(f"{unread:,}") if unread else ""
        self._behind.setText(behind)

    def _show_emptiness(self) -> None:
        is_empty = self._reader is None or not self._reader.lanes.ordered()
        self._empty.setText(
            self.tr(
                "Start a server, and its threads, its clients and the kernel's queue appear here as lanes."
            )
            if self._history is None
            else self.tr("Nothing has happened yet. Connect a client and send the server a message.")
        )
        self._stack.setCurrentIndex(1 if is_empty else 0)
        for part in (self._fit, self._follow, self._pause, self._zoom_in, self._zoom_out):
            part.setEnabled(not is_empty)

    def changeEvent(self, event: QEvent) -> None:
        """Take another theme's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._canvas.viewport().update()
