"""Each connection with both of its ends in one row."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.address import show
from core.kernel import KernelSample
from core.kernel.facts import Connection, SocketRow
from core.kernel.names import Names
from core.kernel.words import SOCKET_STATES
from gui.language import translated
from gui.panes.kernel.amounts import number
from gui.panes.kernel.card import Card, Sentence
from gui.panes.kernel.facts_table import Cell, FactsColumn, FactsRow, FactsTable
from gui.spoken import spoken

ROWS_SHOWN = 100
"""At most so many connections are shown, the others counted."""

_TONES = {"CLOSE_WAIT": "warning", "SYN_SENT": "warning", "ESTABLISHED": "good", "CONNECTED": "good"}


class ConnectionsCard(Card):
    """The connections of the server: its end, the client's end, and what waits in between."""

    request_chosen = Signal(int)
    """A row of this request was chosen; 0: one of no request."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without connections."""
        super().__init__("connections_card", parent)
        self._table = FactsTable("connections", self._columns())
        self._said = Sentence("connection_meaning")
        self.add(self._table)
        self.add(self._said)
        self._table.row_chosen.connect(self._on_row)
        self._meanings: dict[object, str] = {}
        self._chosen: object = None
        self._is_stream = True
        spoken(self, self._say_words)

    def show_sample(self, sample: KernelSample, names: Names) -> None:
        """Show what the sample says; `names` knows clients and requests by their addresses."""
        self._is_stream = sample.target.transport.is_stream
        found = sorted(sample.connections, key=lambda one: (one.is_accepted is False, _place(one, names)))
        shown = found[:ROWS_SHOWN]
        self._table.show_rows([self._row(one, names) for one in shown])
        self._table.setVisible(bool(shown))
        self._meanings = {one.key: self._meaning(one) for one in shown}
        self.note.set_text(self._count(found, len(shown)))
        if shown:
            self._said.say(self._meanings.get(self._chosen) or self._remarkable(shown))
        else:
            self._said.say(self._why_empty(sample))

    def highlight_request(self, request: int) -> None:
        """Light up the connection of this request; 0 for none."""
        self._table.highlight_request(request)

    def _say_words(self) -> None:
        self.set_title(
            self.tr("CONNECTIONS"),
            self.tr(
                "A connection has two ends, each a socket with a state of its own. Both are on this machine."
            ),
        )
        self._table.say(self.tr("Connections"), self._columns())

    def _columns(self) -> tuple[FactsColumn, ...]:
        unread = self.tr("Bytes that have arrived at this end and that its program has not read yet.")
        unsent = self.tr(
            "Bytes that this end's program has written and the other end has not confirmed yet; "
            "of a Unix socket, with what the system needs for them."
        )
        return (
            FactsColumn(self.tr("Client"), self.tr("Who is connected, by name or by address.")),
            FactsColumn(self.tr("Server's end"), self.tr("The state of the server's socket."), "ESTABLISHED"),
            FactsColumn(self.tr("unread"), unread, "0,000", is_number=True),
            FactsColumn(self.tr("unsent"), unsent, "0,000", is_number=True),
            FactsColumn(self.tr("Client's end"), self.tr("The state of the client's socket."), "ESTABLISHED"),
            FactsColumn(self.tr("unread"), unread, "0,000", is_number=True),
            FactsColumn(self.tr("unsent"), unsent, "0,000", is_number=True),
        )

    def _row(self, one: Connection, names: Names) -> FactsRow:
        request = names.request(one.peer)
        cells = (self._who(one, names, request), *self._server_end(one), *self._client_end(one))
        ground = "warning_soft" if one.is_accepted is False else ""
        return FactsRow(one.key, cells, ground, request)

    def _who(self, one: Connection, names: Names, request: int) -> Cell:
        name = names.client(one.peer) or (self.tr("unnamed") if one.peer == show(None) else _short(one.peer))
        asked = self.tr("request {0}").format(request) if request else self.tr("no request yet")
        text = f"{name} · #{request}" if request else name
        return Cell(text, f"{one.peer} · {asked}", marks_change=False)

    def _server_end(self, one: Connection) -> tuple[Cell, Cell, Cell]:
        if one.is_accepted is False:
            tip = self.tr("Connected, but accept() has not been called for it: it waits in the accept queue.")
            unread = number(one.server.unread) if one.server else "–"
            return Cell(self.tr("in the queue"), tip, "warning"), Cell(unread), Cell("–", tone="faint")
        if one.server is None and not self._is_stream:
            tip = self.tr("All datagrams come through the server's one socket: see above.")
            return Cell(self.tr("shared"), tip, "faint"), Cell("–", tone="faint"), Cell("–", tone="faint")
        if one.server is None:
            return self._no_end(self.tr("The server has no socket for this one."))
        return _end(one.server)

    def _client_end(self, one: Connection) -> tuple[Cell, Cell, Cell]:
        if one.client is None:
            return self._no_end(self.tr("It is closed for good, or not on this machine."))
        return _end(one.client)

    def _no_end(self, tip: str) -> tuple[Cell, Cell, Cell]:
        return Cell(self.tr("none"), tip, "faint"), Cell("–", tone="faint"), Cell("–", tone="faint")

    def _count(self, found: list[Connection], shown: int) -> str:
        waiting = sum(1 for one in found if one.is_accepted is False)
        parts = [self.tr("{0} in all").format(f"{len(found):,}")] if found else []
        if waiting:
            parts.append(self.tr("{0} not accepted").format(f"{waiting:,}"))
        if len(found) > shown:
            parts.append(self.tr("{0} not shown").format(f"{len(found) - shown:,}"))
        return " · ".join(parts)

    def _remarkable(self, shown: list[Connection]) -> str:
        """Explain the first connection that is not plainly connected at both ends."""
        odd = (one for one in shown if any(state in _WORTH_SAYING for state in _states(one)))
        first = next(odd, None)
        return self._meanings[first.key] if first else ""

    def _meaning(self, one: Connection) -> str:
        if one.is_accepted is False:
            return self.tr(
                "In the queue: the system has connected this client, and the server has not called accept()."
            )
        sentences = {state: translated(SOCKET_STATES.get(state, "")) for state in _states(one)}
        return "\n".join(self.tr("{0}: {1}").format(*told) for told in sentences.items() if told[1])

    def _why_empty(self, sample: KernelSample) -> str:
        if not sample.is_running:
            return self.tr("No connection is open.")
        if sample.target.transport.is_stream:
            return self.tr("Nobody is connected. Open a client on the right, and look here.")
        return self.tr(
            "Datagrams need no connection. A client that has chosen this server as its peer appears here."
        )

    def _on_row(self, row: FactsRow) -> None:
        self._chosen = row.key
        self._said.say(self._meanings.get(row.key, ""))
        self.request_chosen.emit(row.request)


_WORTH_SAYING = frozenset(SOCKET_STATES) - {"ESTABLISHED", "CONNECTED", "OPEN"}


def _end(row: SocketRow) -> tuple[Cell, Cell, Cell]:
    state = Cell(row.state, translated(SOCKET_STATES.get(row.state, "")), _TONES.get(row.state, "text"))
    return state, _amount(row.unread), _amount(row.unsent)


def _short(peer: str) -> str:
    """Return ":51014" for an address of this machine: who it is, is in the port."""
    host, _, port = peer.rpartition(":")
    return f":{port}" if host in ("127.0.0.1", "[::1]") else peer


def _amount(amount: int | None) -> Cell:
    return Cell(number(amount), tone="text" if amount else "faint")


def _states(one: Connection) -> list[str]:
    return [end.state for end in (one.server, one.client) if end is not None]


def _place(one: Connection, names: Names) -> tuple[int, str, tuple[str, int, int]]:
    """Return the place among the others: by request, and so that it does not change."""
    return names.request(one.peer) or 1 << 62, names.client(one.peer), one.key
