"""The byte ruler: what one side sent in which call, and what the other side got in which."""

from time import perf_counter

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core import handlers
from core.framing import Framing
from core.hexdump import hexdump
from core.history import History
from core.ruler import Call, Conversation, Reader, Stream
from core.spec import ServerSpec, Transport
from gui.panes.bytes_view.direction import Direction
from gui.panes.bytes_view.words import call_sentence, client_name, conversation_label
from gui.theme import mono_font, set_role, theme_of
from gui.visible_text import beginning, decoded, visible
from gui.widgets.choice import Choice
from gui.widgets.elided_label import ElidedLabel

READ_SECONDS = 0.006
"""How long one refresh may read and look: what is left of a frame belongs to the painting."""

FRAME_MILLISECONDS = 33
"""When there was more to read than fits into one refresh, the next comes after so long."""

CONVERSATIONS_OFFERED = 100
"""So many of the newest conversations stand in the dropdown."""

HEX_SHOWN = 2_048
"""So many bytes of a chosen piece are shown as hexadecimal numbers."""

NO_LIMIT = 1 << 20

_ZOOM = 2.0

_Reasons = dict[str, str]
"""Why a row is empty, by its lane."""


class BytesPane(QWidget):
    """Shows one conversation of a run at a time: two rulers, one for each direction."""

    request_chosen = Signal(int)
    """A piece of this request was clicked; 0: none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a run."""
        super().__init__(parent)
        self.setObjectName("bytes")
        self._reader: Reader | None = None
        self._spec: ServerSpec | None = None
        self._shown: Conversation | None = None
        self._shown_missing: tuple[_Reasons, _Reasons] = ({}, {})
        self._picked: Conversation | None = None
        self._wanted_request = 0
        self._moment: int | None = None
        self._call: Call | None = None
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(FRAME_MILLISECONDS)
        self._make_head()
        self._make_rulers()
        self._make_foot()
        self._lay_out()
        self._connect()
        self.show_run("", None)

    def show_run(self, title: str, history: History | None) -> None:
        """Show the conversations of `history` (None: of no run), under that title."""
        self._run.set_text(title)
        if history is None or self._reader is None or self._reader.history is not history:
            is_stream = self._spec.transport.is_stream if self._spec else True
            self._reader = Reader(history, is_stream) if history is not None else None
            self._picked = self._shown = None
            self._wanted_request = 0
            self._moment = None
            self._offer()
            self._show_conversation()
            if self.isVisible():
                self.refresh()

    def set_spec(self, spec: ServerSpec | None) -> None:
        """Tell, before `show_run`, which server it is: its handler's framing is the one shown at first."""
        if spec != self._spec:
            self._spec = spec
            if spec is not None:
                self._framing.choose(handlers.HANDLERS[spec.handler].framing)

    def refresh(self) -> None:
        """Take in what is new, as far as a frame has time for it; the rest follows by itself."""
        deadline = perf_counter() + READ_SECONDS
        is_more = self._read(deadline)
        self._offer()
        self._show_conversation()
        for direction in self._directions:
            is_more |= direction.look(deadline)
        self._say()
        if is_more:
            self._more.start()
        else:
            self._more.stop()

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

    def is_behind(self) -> bool:
        """True while there is more to take in than the last refresh had time for."""
        return self._more.isActive()

    # The parts --------------------------------------------------------------------------------------------

    def _make_head(self) -> None:
        self._run = ElidedLabel()
        self._run.setObjectName("run")
        set_role(self._run, "muted")
        self._conversation = Choice()
        self._conversation.setObjectName("conversation")
        self._conversation.setAccessibleName(self.tr("Conversation shown"))
        self._framing = Choice()
        self._framing.setObjectName("framing")
        self._framing.setAccessibleName(self.tr("Where messages end"))
        for framing, label in self._framings():
            self._framing.add(framing, label)
        self._as_hex = self._button("as_hex", self.tr("Hex"), self.tr("Bytes as hexadecimal numbers"))
        self._as_hex.setCheckable(True)
        self._fit = self._button("fit", self.tr("Fit"), self.tr("All bytes in view"))
        self._fit.setCheckable(True)
        self._fit.setChecked(True)
        self._zoom_out = self._button("zoom_out", "−", self.tr("Zoom out (Ctrl and wheel, or −)"))
        self._zoom_in = self._button("zoom_in", "+", self.tr("Zoom in (Ctrl and wheel, or +)"))
        self._zoom_out.setAccessibleName(self.tr("Zoom out"))
        self._zoom_in.setAccessibleName(self.tr("Zoom in"))

    def _button(self, name: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setToolTip(tip)
        return button

    def _framings(self) -> list[tuple[Framing, str]]:
        return [
            (Framing.JSON, self.tr("JSON documents")),
            (Framing.LINES, self.tr("Lines")),
            (Framing.LENGTH, self.tr("Length before each")),
            (Framing.RAW, self.tr("None: as received")),
        ]

    def _make_rulers(self) -> None:
        self._to_server = Direction("to_server")
        self._to_client = Direction("to_client")
        self._directions = (self._to_server, self._to_client)
        self._caveat = QLabel()
        self._caveat.setObjectName("caveat")
        self._caveat.setWordWrap(True)
        set_role(self._caveat, "warning")
        self._empty = QLabel()
        self._empty.setObjectName("empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        set_role(self._empty, "muted")

    def _make_foot(self) -> None:
        self._piece = QLabel()
        self._piece.setObjectName("piece")
        self._piece.setWordWrap(True)
        self._piece.setTextFormat(Qt.TextFormat.PlainText)
        self._piece_bytes = QPlainTextEdit()
        self._piece_bytes.setObjectName("piece_bytes")
        self._piece_bytes.setAccessibleName(self.tr("The bytes of the chosen piece"))
        self._piece_bytes.setReadOnly(True)
        self._piece_bytes.setFont(mono_font())
        self._piece_bytes.setTabChangesFocus(True)
        self._summary = QLabel()
        self._summary.setObjectName("summary")
        self._summary.setWordWrap(True)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._show_cut = self._button("show_cut", self.tr("Show it"), self.tr("Scroll to the cut character"))
        set_role(self._show_cut, "link")

    def _lay_out(self) -> None:
        theme = theme_of(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(9, 9, 9, 0)
        layout.setSpacing(theme.gap)
        layout.addLayout(_line((self._run, 1), *self._zooms(), (self._fit, 0), (self._as_hex, 0)))
        layout.addLayout(_line((self._conversation, 3), (self._framing, 2)))
        layout.addWidget(self._caveat)
        layout.addWidget(self._make_pages(), 1)

    def _zooms(self) -> tuple[tuple[QWidget, int], ...]:
        for button in (self._zoom_out, self._zoom_in):
            button.setFixedWidth(36)
        return (self._zoom_out, 0), (self._zoom_in, 0)

    def _make_pages(self) -> QStackedWidget:
        empty_page = QFrame()
        set_role(empty_page, "card")
        QVBoxLayout(empty_page).addWidget(self._empty)
        self._pages = QStackedWidget()
        self._pages.addWidget(empty_page)
        self._pages.addWidget(self._make_area())
        return self._pages

    def _make_area(self) -> QScrollArea:
        page = QWidget()
        set_role(page, "page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._to_server)
        layout.addWidget(self._to_client)
        layout.addWidget(self._piece)
        layout.addWidget(self._piece_bytes, 1)
        layout.addLayout(_line((self._summary, 1), (self._show_cut, 0)))
        layout.addStretch()
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _connect(self) -> None:
        self._more.timeout.connect(self.refresh)
        # Not `chosen`: entries come and go, and only a hand's choice counts.
        self._conversation.activated.connect(self._on_conversation)
        self._framing.chosen.connect(self._on_framing)
        self._as_hex.toggled.connect(self._on_hex)
        self._fit.toggled.connect(self._on_fit)
        self._zoom_in.clicked.connect(lambda: self._on_zoom(_ZOOM))
        self._zoom_out.clicked.connect(lambda: self._on_zoom(1 / _ZOOM))
        self._show_cut.clicked.connect(self._on_show_cut)
        for direction in self._directions:
            direction.chosen.connect(self._on_chosen)
            direction.zoom_wished.connect(self._on_zoom)

    # Conversations ----------------------------------------------------------------------------------------

    def _read(self, deadline: float) -> bool:
        is_more = self._reader is not None
        while is_more and self._reader and perf_counter() < deadline:
            is_more = self._reader.step()
        return is_more

    def _offer(self) -> None:
        """Bring the dropdown up to date; what is chosen in it stays."""
        if self._conversation.view().isVisible():
            return  # nothing may move under the mouse of who is choosing
        known = self._reader.conversations.all()[-CONVERSATIONS_OFFERED:] if self._reader else []
        if self._picked is not None:
            self._picked = self._picked.now
            if self._picked not in known:
                known.insert(0, self._picked)
        labels = [conversation_label(conversation) for conversation in known]
        labels.insert(0, self.tr("Newest: {0}").format(labels[-1]) if labels else self.tr("No conversation"))
        self._offered = known
        for index, label in enumerate(labels):
            if index == self._conversation.count():
                self._conversation.addItem(label)
            elif label != self._conversation.itemText(index):
                self._conversation.setItemText(index, label)
        while self._conversation.count() > len(labels):
            self._conversation.removeItem(self._conversation.count() - 1)
        index = known.index(self._picked) + 1 if self._picked else 0
        self._conversation.setCurrentIndex(index)

    def _follow_request(self) -> None:
        """Pick the conversation of the wanted request, as soon as it is known."""
        found = self._reader.conversations.of_request(self._wanted_request) if self._reader else None
        if found is not None:
            self._wanted_request = 0
            self._picked = found
            self._offer()
            self._show_conversation()

    def _show_conversation(self) -> None:
        if self._wanted_request:
            self._follow_request()
        conversation = self._picked or (self._reader.conversations.newest() if self._reader else None)
        self._pages.setCurrentIndex(1 if conversation else 0)
        for control in (self._zoom_out, self._zoom_in, self._fit, self._as_hex):
            control.setEnabled(conversation is not None)
        self._empty.setText(self._why_empty())
        if conversation is None:
            self._shown = None
            for direction in self._directions:
                direction.show_nothing()
            return
        streams = conversation.to_server(), conversation.to_client()
        missing = self._missing(conversation)
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
        self, conversation: Conversation, streams: tuple[Stream, Stream], missing: tuple[_Reasons, _Reasons]
    ) -> None:
        if conversation is not self._shown:
            self._choose(None)
        self._shown, self._shown_missing = conversation, missing
        client, server = client_name(conversation), self.tr("server")
        self._to_server.set_names(client, server)
        self._to_client.set_names(server, client)
        for direction, stream, absent in zip(self._directions, streams, missing, strict=True):
            if conversation.is_stream:
                direction.show_stream(stream, Framing(self._framing.key()), absent)
            else:
                # Only the server has a limit that is worth a word: the lab's clients take all there is.
                limit = (
                    self._spec.max_packet_size if self._spec and direction is self._to_server else NO_LIMIT
                )
                direction.show_datagrams(stream, limit, absent)
            direction.set_moment(self._moment)
        self.setFocusProxy(self._to_server.ruler)
        self._framing.setEnabled(conversation.is_stream)
        self._framing.setToolTip(
            "" if conversation.is_stream else self.tr("A datagram is a message: it needs no framing")
        )

    def _missing(self, conversation: Conversation) -> tuple[_Reasons, _Reasons]:
        """Return for each direction which rows nobody could watch, with the reason."""
        if conversation.client is None:
            text = self.tr("a stranger: its calls are not seen, only the server's")
            return {"sent": text}, {"got": text}
        if conversation.server is None and conversation.is_stream:
            text = self.tr("not accepted yet: the connection waits in the kernel's queue")
            return {"got": text}, {"sent": text}
        return {}, {}

    # Words ------------------------------------------------------------------------------------------------

    def _say(self) -> None:
        first = max(self._directions, key=Direction.rank)
        transport = self._transport_name()
        self._summary.setText(first.summary(transport) or self._to_client.summary(transport))
        self._show_cut.setVisible(first.first_cut() is not None)
        self._caveat.setText(self._caveat_in_words())
        self._caveat.setVisible(bool(self._caveat.text()))
        self._say_piece()

    def _say_piece(self) -> None:
        call = self._call
        began = (self._reader.history.began if self._reader else None) or 0
        hint = self.tr("Click a piece to see which call it was; the arrow keys go from piece to piece.")
        self._piece.setText(call_sentence(call, began) if call else hint)
        set_role(self._piece, "" if call else "muted")
        self._piece_bytes.setVisible(call is not None)

    def _bytes_in_words(self, call: Call) -> str:
        is_hex = self._as_hex.isChecked()
        text = (
            hexdump(call.data[:HEX_SHOWN])
            if is_hex
            else beginning(visible(decoded(call.data[: 4 * HEX_SHOWN])))
        )
        shown = min(len(call.data), HEX_SHOWN) if is_hex else len(text.encode("utf-8", "replace"))
        rest = call.size - shown
        return (
            text
            if rest <= 0
            else text + "\n" + self.tr("… and more, {0} bytes in all").format(f"{call.size:,}")
        )

    def _caveat_in_words(self) -> str:
        if self._reader and self._reader.history.not_kept:
            return self.tr(
                "{0} events did not reach the window: calls may be missing here, and offsets may be too low."
            ).format(f"{self._reader.history.not_kept:,}")
        if self._reader and self._reader.began_late:
            return self.tr("The oldest events are forgotten: offsets may not count from the beginning.")
        return ""

    def _transport_name(self) -> str:
        names = {Transport.TCP: self.tr("TCP"), Transport.UNIX_STREAM: self.tr("A Unix stream")}
        return names.get(self._spec.transport, "") if self._spec else self.tr("A stream")

    def _why_empty(self) -> str:
        if self._reader is None:
            return self.tr("Start a server, then a client, and send a message: its bytes appear here.")
        return self.tr("Nobody has talked to this server yet.\nOpen a client and send it a message.")

    # What happens -----------------------------------------------------------------------------------------

    def _on_conversation(self, index: int) -> None:
        self._wanted_request = 0
        self._picked = self._offered[index - 1] if index else None
        self.refresh()

    def _on_framing(self, key: str) -> None:
        for direction in self._directions:
            direction.set_framing(Framing(key))
        self.refresh()

    def _on_hex(self, is_hex: bool) -> None:
        for direction in self._directions:
            direction.stream_ruler.set_hex(is_hex)
            direction.datagram_ruler.set_hex(is_hex)
        if self._call is not None:
            self._piece_bytes.setPlainText(self._bytes_in_words(self._call))

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
        if call is not None:
            self._piece_bytes.setPlainText(self._bytes_in_words(call))
        self._say_piece()

    def _request_of(self, call: Call) -> int:
        """Return the request that a piece belongs to: what a client sent belongs to the one that got it."""
        shown = self._shown
        if shown is None or shown.is_stream:
            return shown.request if shown else 0
        other = next((d.partner(call) for d in self._directions if d.partner(call) is not None), None)
        return call.request or (other.request if other else 0)

    # Called by Qt -----------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the fonts."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._piece_bytes.setFont(mono_font())


def _line(*widgets: tuple[QWidget, int]) -> QHBoxLayout:
    layout = QHBoxLayout()
    for widget, stretch in widgets:
        layout.addWidget(widget, stretch)
    return layout
