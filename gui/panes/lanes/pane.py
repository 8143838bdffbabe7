"""The lanes of a run: the tab with its buttons, the painted canvas, and the inspector."""

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from core.lane_reader import LaneReader
from gui.panes.lanes.canvas import ZOOM, LaneCanvas
from gui.panes.lanes.hits import Hit
from gui.panes.lanes.inspector import Inspector
from gui.panes.lanes.layout import AXIS_HEIGHT, LABEL_WIDTH
from gui.spoken import spoken
from gui.theme import set_role
from gui.view_frame import ViewFrame
from gui.visible_text import tooltip

READ_SECONDS = 0.006
"""How long one refresh may read: what is left of a frame belongs to the painting."""

ZOOM_WIDTH = 36
"""Pixels: a sign needs less than a word."""


class LanesPane(ViewFrame):
    """Shows who does what when; the main window calls `refresh` at most once a frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a run."""
        super().__init__("lanes", parent)
        self._reader: LaneReader | None = None
        self._make_parts()
        self._lay_out()
        self._connect()
        self._begin()
        spoken(self, self._say_words)

    def refresh(self) -> None:
        """Take in what is new, as far as a frame has time for it; the rest follows by itself."""
        if self._reader is not None and not self._pause.isChecked():
            self._refresh_again(self._reader.read(READ_SECONDS))
            self._canvas.take_in()
            self._say_more()
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

    # The words -----------------------------------------------------------------------------------------

    def _say_words(self) -> None:
        self._zoom_in.setAccessibleName(self.tr("Zoom in"))
        self._zoom_out.setAccessibleName(self.tr("Zoom out"))
        self._fit.setText(self.tr("Fit"))
        self._follow.setText(self.tr("Follow"))
        self._pause.setText(self.tr("Pause view"))
        for button, tip in (
            (self._zoom_out, self.tr("Show a longer time (-, or Ctrl+wheel)")),
            (self._zoom_in, self.tr("Show a shorter time (+, or Ctrl+wheel)")),
            (self._fit, self.tr("Show all of the run (0)")),
            (self._follow, self.tr("Keep what happens now in view (F)")),
            (self._pause, self.tr("The server runs on; the view waits")),
            (self._polling, self.tr("What an idle server calls again and again, such as service_actions()")),
        ):
            button.setToolTip(tip)
        self._name_polling()
        self._say_more()
        self._tell_chosen()
        self._show_emptiness()

    # The parts -----------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self._behind = QLabel()
        self._behind.setObjectName("behind")
        set_role(self._behind, "small")
        self._add_control(self._behind)
        button = self._add_button
        self._zoom_out = button("zoom_out", "−")
        self._zoom_in = button("zoom_in", "+")
        for zoom in (self._zoom_out, self._zoom_in):
            zoom.setFixedWidth(ZOOM_WIDTH)
        self._fit = button("fit")
        self._follow = button("follow", is_checkable=True)
        self._pause = button("pause", is_checkable=True)
        self._inspector = Inspector()
        self._canvas = LaneCanvas(self._describe)
        self._make_polling()

    def _make_polling(self) -> None:
        """Put a button beside the axis, where the lanes leave room and the first line has none."""
        self._polling = QPushButton(self._canvas)
        self._polling.setObjectName("polling")
        self._polling.setCheckable(True)
        set_role(self._polling, "link")

    def _name_polling(self) -> None:
        is_shown = self._polling.isChecked()
        self._polling.setText(self.tr("Hide polling") if is_shown else self.tr("Show polling"))
        width = min(self._polling.sizeHint().width(), LABEL_WIDTH)
        self._polling.setGeometry(0, 1, width, AXIS_HEIGHT - 3)

    def _lay_out(self) -> None:
        card = QFrame()
        set_role(card, "card")
        around = QVBoxLayout(card)
        around.setContentsMargins(10, 2, 2, 4)
        around.addWidget(self._canvas)
        self._set_body(card)
        self._column.addWidget(self._pages, 1)
        self._column.addWidget(self._inspector)
        self.setFocusProxy(self._canvas)

    def _connect(self) -> None:
        self._follow.clicked.connect(self._canvas.set_follow)
        self._canvas.follow_changed.connect(self._follow.setChecked)
        self._pause.toggled.connect(self._on_paused)
        self._polling.toggled.connect(self._on_polling)
        self._fit.clicked.connect(self._canvas.fit)
        self._zoom_in.clicked.connect(lambda: self._canvas.zoom(1 / ZOOM))
        self._zoom_out.clicked.connect(lambda: self._canvas.zoom(ZOOM))
        self._canvas.chosen.connect(self._on_chosen)
        self._canvas.time_passed.connect(self._tell_chosen)
        self._canvas.range_chosen.connect(self._tell_chosen)

    def _begin(self) -> None:
        self._reader = self._new_reader()
        self._pause.setChecked(False)
        self._canvas.show_lanes(self._reader.lanes if self._reader else None)
        self._follow.setChecked(True)
        self._inspector.show_hint()
        self._show_emptiness()

    def _new_reader(self) -> LaneReader | None:
        return LaneReader(self._history, self._polling.isChecked()) if self._history is not None else None

    # What happens --------------------------------------------------------------------------------------

    def _on_polling(self) -> None:
        """Read the run once more, with other eyes."""
        self._name_polling()
        self._reader = self._new_reader()
        if self._reader is not None:
            self._canvas.exchange_lanes(self._reader.lanes)
            self._pause.setChecked(False)
            self.refresh()

    def _on_paused(self, paused: bool) -> None:
        self._canvas.set_frozen(paused)
        if not paused:
            self.refresh()

    def _on_chosen(self) -> None:
        hit = self._canvas.chosen_hit()
        number = hit.request if hit else 0
        self._tell_chosen()
        self._canvas.highlight(number)
        self.request_chosen.emit(number)

    def _tell_chosen(self) -> None:
        """Say what the chosen bar is; while it grows, how long it is by now."""
        hit, found = self._canvas.chosen_hit(), self._canvas.chosen_range()
        if found is not None:
            self._inspector.show_range(found[1] - found[0])
        elif hit is None:
            self._inspector.show_hint(self._ran())
        elif self._reader is not None and hit.place >= 0:
            self._inspector.show_hit(hit, self._reader.lanes, self._canvas.now())

    def _ran(self) -> int | None:
        """Return how long (ns) the run took, None if it has not ended."""
        lanes = self._reader.lanes if self._reader else None
        if lanes is None or lanes.ended is None or lanes.first is None:
            return None
        return lanes.ended - lanes.first

    def _describe(self, hit: Hit) -> str:
        return tooltip(self._inspector.meaning(hit, self._reader.lanes)) if self._reader else ""

    def _say_more(self) -> None:
        unread = self.unread() if self.is_behind() else 0
        behind = self.tr("{0} events to read").format(f"{unread:,}") if unread else ""
        self._behind.setText(behind)

    def _show_emptiness(self) -> None:
        why = self._why_empty()
        self._say_empty(why)
        for part in (self._fit, self._follow, self._pause, self._polling, self._zoom_in, self._zoom_out):
            part.setEnabled(not why)

    def _why_empty(self) -> str:
        if self._reader is None:
            return self.tr(
                "Start a server, and its threads, its clients and the kernel's queue appear here as lanes."
            )
        if not self._reader.lanes.ordered():
            return self.tr("Nothing has happened yet. Connect a client and send the server a message.")
        return ""
