"""The main window: the switchboard.  Who talks to whom is read in `_connect`."""

from functools import partial

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QCloseEvent
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QMessageBox,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core import handlers
from core.address import show
from core.errors import Explanation
from core.events import Event, Listening, ProcessEnded, StartFailed
from core.preflight import Problem
from core.spec import ServerSpec
from gui.laboratory import Laboratory
from gui.menus import SEPARATOR, Command, add_menu
from gui.panes.builder import BuilderPane
from gui.panes.chat import ChatPane, Outgoing, Target
from gui.panes.log import LogPane
from gui.panes.servers import ServersPane
from gui.remembered import Remembered
from gui.server_title import server_title
from gui.starting import Starting
from gui.status_line import StatusLine
from gui.theme import set_role

LOG_FRAME_MS = 33
"""The log takes new events in at most this often (milliseconds)."""

COLUMNS = (304, 626, 350)
"""How wide the three columns are when the window is first opened."""

ROWS = (545, 145)
"""How high the builder and the list of servers are then."""

SIZE = (1280, 800)
"""How large the window is when it is first opened, where the screen allows it."""

TITLE_BAR = 32
"""About so much of the screen's height goes to what the system draws around the window."""

MARGIN = 12
"""The space around a column."""


class MainWindow(QMainWindow):
    """Three columns: the server on the left, the stage in the middle, the clients on the right."""

    scheme_chosen = Signal(object)
    """Light, dark, or Unknown for the system's (`Qt.ColorScheme`)."""
    ended = Signal()
    """The window is closed and nothing is left of its servers and clients."""

    def __init__(self, lab: Laboratory, remembered: Remembered) -> None:
        """Show what `lab` holds, as it was last left."""
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(self.tr("Socket Lab"))
        self.lab = lab
        self._remembered = remembered
        self._starting = Starting(lab, self)
        self.builder = BuilderPane()
        self.servers = ServersPane()
        self.log = LogPane()
        self.chat = ChatPane()
        self._status = StatusLine()
        self._titles: dict[str, str] = {}
        self._targets: dict[str, Target] = {}
        self._closing = False
        self._log_timer = QTimer(self)
        self._log_timer.setSingleShot(True)
        self._log_timer.setInterval(LOG_FRAME_MS)
        self._lay_out()
        self._make_menus()
        self._connect()
        self._restore()

    # Making -----------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.stage = QTabWidget()
        self.stage.setObjectName("stage")
        self.stage.setDocumentMode(True)
        self.stage.tabBar().setDrawBase(False)
        self.stage.addTab(self.log, self.tr("Log"))
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._columns.setObjectName("columns")
        self._columns.setChildrenCollapsible(False)
        for column in (self._server_column(), self.stage, self.chat):
            self._columns.addWidget(column)
        self._columns.setStretchFactor(1, 1)
        self._columns.setSizes(list(COLUMNS))
        self.setCentralWidget(self._columns)
        self.setStatusBar(self._status)

    def _server_column(self) -> QWidget:
        column = QWidget()
        title = QLabel(self.tr("BUILD A SERVER"))
        set_role(title, "title")
        layout = QVBoxLayout(column)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        layout.addWidget(title)
        rows = QSplitter(Qt.Orientation.Vertical)
        rows.setObjectName("server_rows")
        rows.setHandleWidth(8)
        rows.setChildrenCollapsible(False)
        rows.addWidget(self.builder)
        rows.addWidget(self.servers)
        # The builder needs what it needs; the list of servers has a use for any height.
        rows.setStretchFactor(1, 1)
        rows.setSizes(list(ROWS))
        layout.addWidget(rows)
        self._server_rows = rows
        return column

    def _make_menus(self) -> None:
        tr = self.tr
        self._actions = add_menu(
            self,
            tr("&Server"),
            (
                Command("start", tr("&Start"), "F5", self._on_start),
                Command("stop", tr("S&top"), "Shift+F5", self._on_stop),
                Command("kill", tr("&Kill"), "Ctrl+Shift+K", self._on_kill),
                Command("stop_all", tr("Stop &all"), "Ctrl+Shift+F5", self._on_stop_all),
                SEPARATOR,
                Command("remove", tr("&Remove from the list"), "Ctrl+Shift+Del", self._on_remove_selected),
                SEPARATOR,
                Command("quit", tr("&Quit"), "Ctrl+Q", self.close),
            ),
        )
        self._actions |= add_menu(
            self,
            tr("&Client"),
            (
                Command(
                    "client_here", tr("&New client to the selected server"), "Ctrl+T", self._on_client_here
                ),
                Command(
                    "client_there",
                    tr("New client to an &address…"),
                    "Ctrl+Shift+T",
                    self.chat.ask_for_address,
                ),
                SEPARATOR,
                Command("next_client", tr("Ne&xt client"), "Ctrl+Tab", self.chat.select_next),
                Command(
                    "both_clients", tr("Two clients side &by side"), "Ctrl+B", self.chat.side_by_side.toggle
                ),
                SEPARATOR,
                Command("half_close", tr("&Half-close"), "Ctrl+H", self._on_half_close_selected),
                Command("disconnect", tr("&Disconnect"), "Ctrl+D", self._on_disconnect_selected),
                Command("close_client", tr("&Close the tab"), "Ctrl+W", self._on_close_selected),
            ),
        )
        self._actions |= add_menu(
            self,
            tr("&View"),
            (
                Command("to_builder", tr("To the &builder"), "Ctrl+1", self.builder.focus_first),
                Command("to_log", tr("To the &log"), "Ctrl+2", self.log.focus_events),
                Command("to_message", tr("To the &message"), "Ctrl+3", self.chat.focus_message),
                Command("find", tr("&Find in the log"), "Ctrl+F", self.log.find_text),
                SEPARATOR,
                *(
                    Command(
                        f"theme_{scheme.name}", text, "", partial(self._choose_scheme, scheme), choice=True
                    )
                    for scheme, text in self._schemes()
                ),
            ),
        )
        themes = QActionGroup(self)
        for scheme, _text in self._schemes():
            themes.addAction(self._actions[f"theme_{scheme.name}"])
        self._actions |= add_menu(
            self, tr("&Help"), (Command("about", tr("&About Socket Lab"), "F1", self._on_about),)
        )

    def _schemes(self) -> tuple[tuple[Qt.ColorScheme, str], ...]:
        return (
            (Qt.ColorScheme.Unknown, self.tr("&As the system")),
            (Qt.ColorScheme.Light, self.tr("L&ight")),
            (Qt.ColorScheme.Dark, self.tr("&Dark")),
        )

    def _connect(self) -> None:
        builder, servers, chat, lab, starting = (
            self.builder,
            self.servers,
            self.chat,
            self.lab,
            self._starting,
        )
        builder.start_requested.connect(starting.request)
        builder.stop_requested.connect(self._on_stop)
        builder.offer_accepted.connect(starting.accept_offer)
        builder.spec_changed.connect(self._remembered.set_spec)
        starting.started.connect(self._on_started)
        starting.refused.connect(self._on_refused)
        servers.selected.connect(self._on_selected)
        servers.stop_requested.connect(lab.stop)
        servers.restart_requested.connect(self._on_restart)
        servers.client_requested.connect(self._open_client_to)
        servers.remove_requested.connect(self._on_remove)
        chat.client_requested.connect(self._on_client_requested)
        chat.message_submitted.connect(self._on_message)
        chat.disconnect_requested.connect(lab.close_client)
        chat.reconnect_requested.connect(self._on_reconnect)
        chat.half_close_requested.connect(self._on_half_close)
        chat.close_requested.connect(self._on_close_client)
        lab.server_told.connect(self._on_server_told)
        lab.client_told.connect(self._on_client_told)
        lab.all_ended.connect(self._on_all_ended)
        self._log_timer.timeout.connect(self._on_log_frame)

    def _restore(self) -> None:
        remembered = self._remembered
        self.builder.set_spec(remembered.spec())
        self.chat.set_message_history(remembered.messages())
        self._actions[f"theme_{remembered.scheme().name}"].setChecked(True)
        self._resize_within_screen()
        self.restoreGeometry(remembered.bytes_of("geometry"))
        for splitter in (self._columns, self._server_rows):
            state = remembered.bytes_of(splitter.objectName())
            if not state.isEmpty():
                splitter.restoreState(state)
        self._show_selected()

    def _resize_within_screen(self) -> None:
        """Take the usual size, or what the screen has room for."""
        room = self.screen().availableGeometry().size() - QSize(0, TITLE_BAR)
        self.resize(QSize(*SIZE).boundedTo(room))

    def _remember(self) -> None:
        self._remembered.set_bytes("geometry", self.saveGeometry())
        for splitter in (self._columns, self._server_rows):
            self._remembered.set_bytes(splitter.objectName(), QByteArray(splitter.saveState()))
        self._remembered.set_messages(self.chat.message_history())

    # Servers ----------------------------------------------------------------------------------------------

    def _on_start(self) -> None:
        self.builder.start()

    def _on_started(self, key: str, spec: ServerSpec) -> None:
        self.builder.clear_problem()
        self._titles[key] = server_title(spec)
        self.servers.add_server(key, server_title(spec))
        self.servers.select(key)

    def _on_refused(self, problem: Problem, offer: str) -> None:
        self.builder.show_problem(problem.field, problem.explanation)
        if offer:
            self.builder.show_offer(offer)

    def _on_restart(self, key: str) -> None:
        if host := self.lab.host(key):
            self._starting.request(host.spec)

    def _on_stop(self) -> None:
        if key := self.servers.selected_key():
            self.lab.stop(key)

    def _on_kill(self) -> None:
        if key := self.servers.selected_key():
            self.lab.kill(key)

    def _on_stop_all(self) -> None:
        for key in self.lab.running:
            self.lab.stop(key)

    def _on_remove_selected(self) -> None:
        if key := self.servers.selected_key():
            self._on_remove(key)

    def _on_remove(self, key: str) -> None:
        if self.lab.is_running(key):
            return
        self.servers.remove_server(key)
        self.lab.forget(key)
        del self._titles[key]

    def _on_selected(self, _key: str) -> None:
        self._show_run_of_selected()
        self._on_log_frame()
        self._show_selected()

    def _show_run_of_selected(self) -> None:
        key = self.servers.selected_key()
        host = self.lab.host(key)
        self.log.show_run(self._title_of(key), host.history() if host else None)

    def _on_server_told(self, key: str, events: list[Event]) -> None:
        if key not in self._titles:
            return
        self.servers.show_events(key, events)
        if any(isinstance(event, _TURNING_POINTS) for event in events):
            self._offer_servers()
            self._show_run_of_selected()
        for event in events:
            if isinstance(event, StartFailed):
                found = Explanation(event.code, event.what, event.why, event.hint)
                self.builder.show_problem("", found)
        if key == self.servers.selected_key():
            self._show_selected()
            self._refresh_log_soon()

    def _offer_servers(self) -> None:
        """Tell the chat which servers can be talked to."""
        found = [
            (key, self._title_of(key), target) for key in self._titles if (target := self._target_of(key))
        ]
        self.chat.set_servers(found)

    def _target_of(self, key: str) -> Target | None:
        host = self.lab.host(key)
        if host is None or host.address is None or not self.lab.is_running(key):
            return None
        where = {"path": host.address} if isinstance(host.address, str) else _host_and_port(host.address)
        framing = handlers.HANDLERS[host.spec.handler].framing
        return Target(transport=host.spec.transport, server_key=key, framing=framing, **where)

    def _title_of(self, key: str) -> str:
        host = self.lab.host(key)
        if host is None:
            return ""
        return f"{self._titles[key]} · {show(host.address)}" if host.address else self._titles[key]

    def _show_selected(self) -> None:
        key = self.servers.selected_key()
        is_running = self.lab.is_running(key)
        self.builder.set_selected_running(is_running, self._title_of(key))
        self._status.show_server(self.servers.summary(key))
        self._actions["client_here"].setEnabled(self._target_of(key) is not None)
        for name in ("stop", "kill"):
            self._actions[name].setEnabled(is_running)
        self._actions["remove"].setEnabled(bool(key) and not is_running)

    # Clients ----------------------------------------------------------------------------------------------

    def _on_client_here(self) -> None:
        if key := self.servers.selected_key():
            self._open_client_to(key)

    def _open_client_to(self, server_key: str) -> None:
        if target := self._target_of(server_key):
            self._on_client_requested(target)

    def _on_client_requested(self, target: Target) -> None:
        key = self.lab.next_client_name()
        self.chat.add_client(key, key, target.label, target.framing, datagram=not target.transport.is_stream)
        self._targets[key] = target
        self._connect_client(key)
        self.chat.focus_message()

    def _connect_client(self, key: str) -> None:
        target = self._targets[key]
        if target.server_key and self.lab.is_running(target.server_key):
            self.lab.connect_to_server(key, target.server_key)
        else:
            self.lab.connect_to_address(key, target.transport, target.address, target.framing)

    def _on_reconnect(self, key: str) -> None:
        self._connect_client(key)

    def _on_message(self, key: str, outgoing: Outgoing) -> None:
        if client := self.lab.client(key):
            (client.send_message if outgoing.framed else client.send_bytes)(outgoing.data)

    def _on_half_close(self, key: str) -> None:
        if client := self.lab.client(key):
            client.half_close()

    def _on_half_close_selected(self) -> None:
        self.chat.half_close()

    def _on_disconnect_selected(self) -> None:
        self.lab.close_client(self.chat.selected())

    def _on_close_selected(self) -> None:
        if key := self.chat.selected():
            self._on_close_client(key)

    def _on_close_client(self, key: str) -> None:
        self.lab.forget_client(key)
        self._targets.pop(key, None)
        self.chat.remove_client(key)

    def _on_client_told(self, key: str, events: list[Event]) -> None:
        self.chat.show_events(key, events)
        if self.lab.server_of(key) == self.servers.selected_key():
            self._refresh_log_soon()

    # The log, the theme, the end --------------------------------------------------------------------------

    def _refresh_log_soon(self) -> None:
        if not self._log_timer.isActive():
            self._log_timer.start()

    def _on_log_frame(self) -> None:
        self.log.refresh()
        if self.log.unread():
            self._log_timer.start()

    def _choose_scheme(self, scheme: Qt.ColorScheme) -> None:
        self._remembered.set_scheme(scheme)
        self.scheme_chosen.emit(scheme)

    def _on_about(self) -> None:
        box = QMessageBox(self)
        box.setObjectName("about_box")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("About Socket Lab"))
        box.setIconPixmap(self.windowIcon().pixmap(48))
        box.setText(self.tr("Socket Lab"))
        box.setInformativeText(self.tr(_ABOUT))
        box.open()

    def _on_all_ended(self) -> None:
        if self._closing:
            self.ended.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide at once, and end when nothing is left: a second or so where handlers have to be killed."""
        if not self._closing:
            self._closing = True
            self._remember()
            self.lab.end()
        event.accept()
        if self.lab.is_idle:
            self.ended.emit()


_TURNING_POINTS = (Listening, ProcessEnded)

_ABOUT = (
    "Build a real server out of Python's socketserver, run it, talk to it, and see what happens. "
    "Nothing is simulated: what is on the screen happened on a socket.\n\n"
    "Choose a server on the left and start it (F5). Open a client (Ctrl+T), type a message, press Enter. "
    "The log in the middle tells what the server did, call by call. "
    "Every command is in the menus, with its key."
)


def _host_and_port(address: object) -> dict[str, object]:
    assert isinstance(address, tuple)
    return {"host": _reachable(address[0]), "port": address[1]}


def _reachable(host: str) -> str:
    """Return an address to connect to: one cannot connect to "all addresses"."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
