"""The life view: the server's life and a request's life, side by side."""

from time import perf_counter

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from core.diagram import Diagram, diagram
from core.history import Changes, History
from core.life_record import LifeRecord
from core.lifecycle import REQUEST_TABLE, SERVER_TABLE, RequestState, ServerState
from core.spec import Concurrency, ServerSpec
from core.suppliers import suppliers
from gui.language import translated
from gui.panes.life.canvas import LifeCanvas
from gui.panes.life.supply import SupplyList
from gui.spoken import spoken
from gui.theme import set_role
from gui.view_frame import ViewFrame
from gui.widgets.elided_label import ElidedLabel

READ_SECONDS = 0.006
"""How long one refresh may read: what is left of a frame belongs to the painting."""

READ_ROWS = 1_000
"""So many events are read between two looks at the clock."""

LARGEST_REQUEST = 999_999_999
"""The choice of a request takes numbers up to this one."""

_REQUEST_WIDTH = 150
_REQUEST_PADDING = 44
"""What the frame and the arrows of the choice of a request take."""

_SPACE = 8

_SERVER_ASIDE = frozenset({ServerState.FAILED, ServerState.KILLED, ServerState.DIED})
_REQUEST_ASIDE = frozenset({RequestState.FAILED})
_NOT_THERE: dict[Concurrency, frozenset[RequestState]] = {
    Concurrency.ONE_AT_A_TIME: frozenset({RequestState.IN_THREAD, RequestState.IN_CHILD}),
    Concurrency.THREADING: frozenset({RequestState.IN_CHILD}),
    Concurrency.FORKING: frozenset({RequestState.IN_THREAD}),
}
"""The states that a request of such a server never comes to."""


class LifePane(ViewFrame):
    """Follows a run: where the server is in its life, where each request is, and one of them in full."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a run."""
        super().__init__("life", parent)
        self._seen: Changes | None = None
        self._next = 0
        self._record = LifeRecord()
        self._moment: int | None = None
        self._request = QSpinBox()
        self._add_control(self._request)
        self._classes = self._add_button("classes", is_checkable=True)
        self._server = LifeCanvas("server_life", diagram(SERVER_TABLE, _SERVER_ASIDE))
        self._life = LifeCanvas("request_life", _request_diagram(Concurrency.ONE_AT_A_TIME))
        self._server_words = ElidedLabel()
        self._request_words = ElidedLabel()
        self._supply = SupplyList()
        self._headings = (QLabel(), QLabel(), QLabel())
        self._name_parts()
        self._lay_out()
        self._connect()
        self._show_what_fits()
        self._begin()
        spoken(self, self._say_words)

    def show_spec(self, spec: ServerSpec) -> None:
        """Draw the life of a request of that server, and say which class supplies each hook.

        Raises `SpecError` for a server that this machine cannot have.
        """
        found = suppliers(spec)
        self._life.set_diagram(_request_diagram(spec.concurrency))
        for canvas in (self._server, self._life):
            canvas.set_suppliers(found)
        self._supply.show_suppliers(found)

    def refresh(self) -> None:
        """Take in what is new, as far as a frame has time for it."""
        self._refresh_again(self._history is not None and self._read(self._history))
        self._show()

    def highlight_request(self, number: int) -> None:
        """Show the life of that request; 0: of the newest one."""
        self._choose(number)
        self._show()

    def show_moment(self, moment: int | None) -> None:
        """Show how it was at that time (ns); None: how it is now."""
        self._moment = moment
        self._show()

    @property
    def unread(self) -> int:
        """How many events of the run have not been taken in yet."""
        return self._seen.end - self._next if self._seen else 0

    def _begin(self) -> None:
        self._seen = None
        self._next = 0
        self._record = LifeRecord()
        self._moment = None
        self._choose(0)
        for control in (self._request, self._classes):
            control.setEnabled(self._history is not None)
        self._show_emptiness()
        self._show()

    def _show_emptiness(self) -> None:
        why = self.tr("Start a server on the left: its life, and that of each request, is lit here.")
        self._say_empty("" if self._history is not None else why)

    def _choose(self, number: int) -> None:
        blocked = self._request.blockSignals(True)
        self._request.setValue(number)
        self._request.blockSignals(blocked)

    def _read(self, history: History) -> bool:
        """Read for at most `READ_SECONDS`; True if there is more."""
        changes = history.changes_since(self._seen)
        self._seen = changes
        if changes.changed_from < self._next:
            # Events of another process arrived late: what came behind them is taken in once more.
            self._record.take_back(changes.changed_from)
            self._next = changes.changed_from
        until = perf_counter() + READ_SECONDS
        while self._next < changes.end and perf_counter() < until:
            row, events = history.rows_from(self._next, min(READ_ROWS, changes.end - self._next))
            self._record.take(row, events)
            self._next = max(row + len(events), self._next + 1)
        return self._next < changes.end

    def _show(self) -> None:
        record, moment = self._record, self._moment
        server = record.server.until(moment)
        number = self._request.value() or record.latest(moment)
        life = record.request(number).until(moment)
        self._server.light(server, {})
        self._life.light(life, record.counts(moment))
        self._server_words.set_text(translated(server.state.words))
        self._request_words.set_text(
            self.tr("request {0}: {1}").format(number, translated(life.state.words))
            if number
            else self.tr("no request yet")
        )

    def _show_what_fits(self) -> None:
        """Show the list of classes beside the diagrams, or where there is no room, instead of them."""
        cards = (self._server_card, self._request_card, self._supply_card)
        needed = sum(card.minimumSizeHint().width() + _SPACE for card in cards)
        is_wanted = self._classes.isChecked()
        self._supply_card.setVisible(is_wanted)
        for card in cards[:2]:
            card.setVisible(not is_wanted or self._column.contentsRect().width() >= needed)

    def _say_words(self) -> None:
        titles = self.tr("THE SERVER'S LIFE"), self.tr("A REQUEST'S LIFE"), self.tr("WHO SUPPLIES EACH HOOK")
        for heading, title in zip(self._headings, titles, strict=True):
            heading.setText(title)
        self._say_request()
        self._classes.setText(self.tr("Classes"))
        self._classes.setToolTip(self.tr("Which class supplies each hook; ◆: it overrides another class's"))
        self._classes.setAccessibleName(self.tr("Which class supplies each hook"))
        self._server.setAccessibleName(self.tr("The server's life"))
        self._life.setAccessibleName(self.tr("A request's life"))
        self._show_emptiness()
        self._show_what_fits()
        self._show()

    def _say_request(self) -> None:
        newest, prefix = self.tr("newest request"), self.tr("request ")
        self._request.setSpecialValueText(newest)
        self._request.setPrefix(prefix)
        self._request.setAccessibleName(self.tr("Which request's life is lit"))
        self._request.setToolTip(self.tr("Which request's life is lit"))
        widest = max(map(self._request.fontMetrics().horizontalAdvance, (newest, f"{prefix}00000")))
        self._request.setFixedWidth(max(widest + _REQUEST_PADDING, _REQUEST_WIDTH))

    def _name_parts(self) -> None:
        self._request.setObjectName("request")
        self._request.setRange(0, LARGEST_REQUEST)
        # Under a style sheet Qt ignores a spin box's left padding; its line edit has margins of its own.
        self._request.lineEdit().setTextMargins(6, 0, 0, 0)
        self._request.setKeyboardTracking(False)
        self._server_words.setObjectName("server_state")
        self._request_words.setObjectName("request_state")

    def _lay_out(self) -> None:
        server, request, supply = self._headings
        self._server_card = _card(server, self._server_words, self._server)
        self._request_card = _card(request, self._request_words, self._life)
        self._supply_card = _card(supply, None, self._supply)
        self._set_body(self._diagrams())
        self._column.addWidget(self._pages, 1)

    def _diagrams(self) -> QScrollArea:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_SPACE)
        for card, share in ((self._server_card, 10), (self._request_card, 11), (self._supply_card, 9)):
            row.addWidget(card, share)
        set_role(page, "page")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        return area

    def _connect(self) -> None:
        self._request.valueChanged.connect(self._on_request)
        self._classes.toggled.connect(self._show_what_fits)
        self._life.state_clicked.connect(self._on_state)

    def _on_request(self, number: int) -> None:
        self._show()
        self.request_chosen.emit(number)

    def _on_state(self, value: str) -> None:
        """Choose the newest request that is in the state that was clicked."""
        if number := self._record.latest(self._moment, RequestState(value)):
            self._request.setValue(number)

    # Called by Qt ---------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._show_what_fits()


def _request_diagram(concurrency: Concurrency) -> Diagram[RequestState]:
    return diagram(REQUEST_TABLE, _REQUEST_ASIDE, _NOT_THERE[concurrency])


def _card(heading: QLabel, words: ElidedLabel | None, body: QWidget) -> QFrame:
    card = QFrame()
    set_role(card, "card")
    set_role(heading, "title")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(10, 8, 4, 6)
    layout.setSpacing(2)
    layout.addWidget(heading)
    if words is not None:
        layout.addWidget(words)
    layout.addWidget(body, 1)
    return card
