"""The byte ruler: what one side sent in which call, and what the other side got in which."""

from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.framing import Framing
from core.ruler import Call, Conversation, Reader, Stream
from core.spec import ServerSpec
from gui.panes.bytes_view.conversation_choice import ConversationChoice
from gui.panes.bytes_view.direction import Direction
from gui.panes.bytes_view.framing_choice import FramingChoice
from gui.panes.bytes_view.piece import Piece
from gui.panes.bytes_view.words import caveat, client_name, missing_rows, transport_name
from gui.spoken import spoken
from gui.theme import set_role
from gui.view_frame import ViewFrame

READ_SECONDS = 0.006
"""How long one refresh may read and look: what is left of a frame belongs to the painting."""

READ_SHARE = 0.7
"""So much of that is for reading; what is read is looked at in the rest, or the later views would starve."""

NO_LIMIT = 1 << 20

_ZOOM = 2.0


class BytesPane(ViewFrame):
    """Shows one conversation of a run at a time: two rulers, one for each direction."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a run."""
        super().__init__("bytes", parent)
        self._reader: Reader | None = None
        self._spec: ServerSpec | None = None
        self._shown: Conversation | None = None
        self._shown_missing: tuple[dict[str, str], dict[str, str]] = ({}, {})
        self._wanted_request = 0
        self._moment: int | None = None
        self._call: Call | None = None
        self._make_head()
        self._make_parts()
        self._lay_out()
        self._connect()
        self._begin()
        spoken(self, self._say_words)

    def set_spec(self, spec: ServerSpec | None) -> None:
        """Tell, before `show_run`, which server it is: its handler's framing is the one shown at first."""
        if spec != self._spec:
            self._spec = spec
            if spec is not None:
                self._framing.choose(spec.framing)

    def refresh(self) -> None:
        """Take in what is new, as far as a frame has time for it; the rest follows by itself."""
        now = perf_counter()
        is_more = self._read(now + READ_SECONDS * READ_SHARE)
        self._offer()
        self._show_conversation()
        for direction in self._directions:
            is_more |= direction.look(now + READ_SECONDS)
        self._say()
        self._refresh_again(is_more)

    def highlight_request(self, number: int) -> None:
        """Show the conversation of that request, and light up its datagrams; 0: none."""
        self._wanted_request = number
        for direction in self._directions:
            direction.datagram_ruler.light(number)
        self._follow_request()

    def show_moment(self, moment: int | None) -> None:
        """Show what had happened by that time; None: all."""
        self._moment = moment
        for direction in self._directions:
            direction.set_moment(moment)
        self._say()

    # The parts --------------------------------------------------------------------------------------------

    def _make_head(self) -> None:
        self._zoom_out = self._add_button("zoom_out", "−")
        self._zoom_in = self._add_button("zoom_in", "+")
        for button in (self._zoom_out, self._zoom_in):
            button.setFixedWidth(36)
        self._fit = self._add_button("fit", is_checkable=True)
        self._fit.setChecked(True)
        self._as_hex = self._add_button("as_hex", is_checkable=True)

    def _make_parts(self) -> None:
        self._conversation = ConversationChoice()
        self._framing = FramingChoice()
        self._to_server = Direction("to_server")
        self._to_client = Direction("to_client")
        self._directions = (self._to_server, self._to_client)
        self._caveat = QLabel()
        self._caveat.setObjectName("caveat")
        self._caveat.setWordWrap(True)
        set_role(self._caveat, "warning")
        self._summary = QLabel()
        self._summary.setObjectName("summary")
        self._summary.setWordWrap(True)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._show_cut = QPushButton()
        self._show_cut.setObjectName("show_cut")
        set_role(self._show_cut, "link")
        self._piece = Piece()

    def _lay_out(self) -> None:
        self._column.addLayout(_line((self._conversation, 3), (self._framing, 2)))
        self._column.addWidget(self._caveat)
        self._set_body(self._make_area())
        self._column.addWidget(self._pages, 1)

    def _make_area(self) -> QScrollArea:
        page = QWidget()
        set_role(page, "page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._to_server)
        layout.addWidget(self._to_client)
        layout.addLayout(_line((self._summary, 1), (self._show_cut, 0)))
        layout.addWidget(self._piece, 1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _connect(self) -> None:
        self._conversation.picked_by_hand.connect(self._on_conversation)
        self._framing.chosen.connect(self._on_framing)
        self._as_hex.toggled.connect(self._on_hex)
        self._fit.toggled.connect(self._on_fit)
        self._zoom_in.clicked.connect(lambda: self._on_zoom(_ZOOM))
        self._zoom_out.clicked.connect(lambda: self._on_zoom(1 / _ZOOM))
        self._show_cut.clicked.connect(self._on_show_cut)
        for direction in self._directions:
            direction.chosen.connect(self._on_chosen)
            direction.zoom_wished.connect(self._on_zoom)

    # The conversation -------------------------------------------------------------------------------------

    def _begin(self) -> None:
        is_stream = self._spec.transport.is_stream if self._spec else True
        self._reader = Reader(self._history, is_stream) if self._history is not None else None
        self._shown = None
        self._wanted_request = 0
        self._moment = None
        self._conversation.pick(None)
        self._offer()
        self._show_conversation()

    def _read(self, deadline: float) -> bool:
        is_more = self._reader is not None
        while is_more and self._reader and perf_counter() < deadline:
            is_more = self._reader.step()
        return is_more

    def _offer(self) -> None:
        self._conversation.offer(self._reader.conversations if self._reader else None)

    def _follow_request(self) -> None:
        """Pick the conversation of the wanted request, as soon as it is known."""
        found = self._reader.conversations.of_request(self._wanted_request) if self._reader else None
        if found is not None:
            self._wanted_request = 0
            self._conversation.pick(found)
            self._offer()
            self._show_conversation()

    def _show_conversation(self) -> None:
        if self._wanted_request:
            self._follow_request()
        conversation = self._conversation.conversation()
        self._say_empty("" if conversation else self._why_empty())
        for control in (self._zoom_out, self._zoom_in, self._fit, self._as_hex):
            control.setEnabled(conversation is not None)
        if conversation is not None:
            self._follow(conversation)
            return
        self._shown = None
        for direction in self._directions:
            direction.show_nothing()

    def _follow(self, conversation: Conversation) -> None:
        """Show a conversation, or what became of the one that is shown."""
        streams = conversation.to_server(), conversation.to_client()
        missing = missing_rows(conversation)
        if conversation is not self._shown or missing != self._shown_missing or not self._is_same(streams):
            self._show_streams(conversation, streams, missing)
        for direction, stream in zip(self._directions, streams, strict=True):
            assert direction.stream is not None
            direction.stream.ended = stream.ended

    def _is_same(self, streams: tuple[Stream, Stream]) -> bool:
        """True if the rows are those that are shown: a half may have been joined, rows never change."""
        shown = [direction.stream for direction in self._directions]
        return all(
            old is not None
            and (old.sent is new.sent or not new.sent.calls)
            and (old.got is new.got or not new.got.calls)
            for old, new in zip(shown, streams, strict=True)
        )

    def _show_streams(
        self,
        conversation: Conversation,
        streams: tuple[Stream, Stream],
        missing: tuple[dict[str, str], dict[str, str]],
    ) -> None:
        if conversation is not self._shown:
            self._choose(None)
        self._shown, self._shown_missing = conversation, missing
        self._name_sides(conversation)
        for direction, stream, absent in zip(self._directions, streams, missing, strict=True):
            if conversation.is_stream:
                direction.show_stream(stream, self._framing.framing(), absent)
            else:
                direction.show_datagrams(stream, self._limit_of(direction), absent)
            direction.set_moment(self._moment)
        self.setFocusProxy(self._to_server.ruler)
        self._framing.set_needed(conversation.is_stream)

    def _limit_of(self, direction: Direction) -> int:
        """Return the longest datagram that is received whole; the lab's clients take all there is."""
        return self._spec.max_packet_size if self._spec and direction is self._to_server else NO_LIMIT

    def _name_sides(self, conversation: Conversation) -> None:
        client, server = client_name(conversation), self.tr("server")
        self._to_server.set_names(client, server)
        self._to_client.set_names(server, client)

    # Words ------------------------------------------------------------------------------------------------

    def _say_words(self) -> None:
        self._zoom_out.setAccessibleName(self.tr("Zoom out"))
        self._zoom_in.setAccessibleName(self.tr("Zoom in"))
        self._fit.setText(self.tr("Fit"))
        self._as_hex.setText(self.tr("Hex"))
        self._show_cut.setText(self.tr("Show it"))
        for button, tip in (
            (self._zoom_out, self.tr("Zoom out (Ctrl and wheel, or −)")),
            (self._zoom_in, self.tr("Zoom in (Ctrl and wheel, or +)")),
            (self._fit, self.tr("All bytes in view")),
            (self._as_hex, self.tr("Bytes as hexadecimal numbers")),
            (self._show_cut, self.tr("Scroll to the cut character")),
        ):
            button.setToolTip(tip)
        if self._shown is not None:
            self._say_conversation(self._shown)
        self._say_empty("" if self._shown else self._why_empty())
        self._say()

    def _say_conversation(self, shown: Conversation) -> None:
        self._name_sides(shown)
        self._shown_missing = missing_rows(shown)
        for direction, missing in zip(self._directions, self._shown_missing, strict=True):
            direction.set_missing(missing)
            direction.set_moment(self._moment)

    def _say(self) -> None:
        first = max(self._directions, key=Direction.rank)
        transport = transport_name(self._spec)
        self._summary.setText(first.summary(transport) or self._to_client.summary(transport))
        self._show_cut.setVisible(first.first_cut() is not None)
        self._caveat.setText(caveat(self._reader))
        self._caveat.setVisible(bool(self._caveat.text()))
        self._say_piece()

    def _say_piece(self) -> None:
        began = (self._history.began if self._history else None) or 0
        self._piece.show_call(self._call, began)

    def _why_empty(self) -> str:
        if self._history is None:
            return self.tr("Start a server, then a client, and send a message: its bytes appear here.")
        return self.tr("Nobody has talked to this server yet.\nOpen a client and send it a message.")

    # What happens -----------------------------------------------------------------------------------------

    def _on_conversation(self) -> None:
        self._wanted_request = 0
        self.refresh()

    def _on_framing(self, key: str) -> None:
        for direction in self._directions:
            direction.set_framing(Framing(key))
        self.refresh()

    def _on_hex(self, is_hex: bool) -> None:
        for direction in self._directions:
            direction.stream_ruler.set_hex(is_hex)
            direction.datagram_ruler.set_hex(is_hex)
        self._piece.set_hex(is_hex)

    def _on_fit(self, fits: bool) -> None:
        for direction in self._directions:
            direction.stream_ruler.set_fit(fits)
            direction.datagram_ruler.set_fit(fits)

    def _on_zoom(self, factor: float) -> None:
        self._fit.setChecked(False)
        for direction in self._directions:
            direction.ruler.zoom(factor)

    def _on_show_cut(self) -> None:
        for direction in self._directions:
            offset = direction.first_cut()
            if offset is not None:
                self._fit.setChecked(False)
                direction.ruler.show_unit(offset)
                return

    def _on_chosen(self, call: Call | None) -> None:
        self._choose(call)
        if call is not None:
            self.request_chosen.emit(self._request_of(call))

    def _choose(self, call: Call | None) -> None:
        self._call = call
        for direction in self._directions:
            direction.ruler.choose(call)
        self._say_piece()

    def _request_of(self, call: Call) -> int:
        """Return the request that a piece belongs to: what a client sent belongs to the one that got it."""
        shown = self._shown
        if shown is None or shown.is_stream:
            return shown.request if shown else 0
        other = next((d.partner(call) for d in self._directions if d.partner(call) is not None), None)
        return call.request or (other.request if other else 0)


def _line(*widgets: tuple[QWidget, int]) -> QHBoxLayout:
    layout = QHBoxLayout()
    for widget, stretch in widgets:
        layout.addWidget(widget, stretch)
    return layout
