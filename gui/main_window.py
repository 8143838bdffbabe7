"""The main window: the switchboard.  Who talks to whom is read in `_connect`."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from core.address import show
from core.trust import Trust
from gui.client_desk import ClientDesk
from gui.laboratory import Laboratory
from gui.language import AS_SYSTEM, LANGUAGES
from gui.lessons.place import LessonPlace
from gui.menus import Menus, language_command, theme_command
from gui.pace_desk import PaceDesk
from gui.panes.builder import BuilderPane
from gui.panes.chat import ChatPane
from gui.panes.servers import ServersPane
from gui.papers import Papers
from gui.remembered import Remembered
from gui.server_title import server_title
from gui.spoken import spoken
from gui.stage import Stage
from gui.starting import Starting
from gui.status_line import StatusLine
from gui.theme import set_role
from gui.views import Views
from gui.widgets.pace_bar import PaceBar
from gui.workshop import Workshop

if TYPE_CHECKING:
    from core.events import Event
    from core.preflight import Problem
    from core.spec import ServerSpec
    from gui.experiments.desk import ExperimentDesk
    from gui.lessons.desk import LessonDesk
    from gui.lessons.tools import LessonTools
    from gui.whats_this import WhatsThis

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
    language_chosen = Signal(str)
    """A code of `gui.language.LANGUAGES`, or `AS_SYSTEM`."""
    ended = Signal()
    """The window is closed and nothing is left of its servers and clients."""

    def __init__(self, lab: Laboratory, remembered: Remembered) -> None:
        """Show what `lab` holds, as it was last left."""
        super().__init__()
        self.setObjectName("main_window")
        self.lab = lab
        self._remembered = remembered
        self._starting = Starting(lab, self)
        self.builder = BuilderPane()
        self.servers = ServersPane()
        self.chat = ChatPane()
        self.pace_bar = PaceBar()
        self._clients = ClientDesk(lab, self.chat, self)
        self._pace = PaceDesk(lab, self.pace_bar, self)
        self._trust = Trust(remembered)
        self._workshop = Workshop(lab, self.builder, self._starting, self._trust, self)
        self._papers = Papers(self._workshop, self)
        self._status = StatusLine()
        self._titles: dict[str, str] = {}
        self._closing = False
        self._lay_out()
        self._menus = self._make_menus()
        self._connect()
        self._restore()
        spoken(self, self._say_words)

    # Making -----------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.stage = Stage(("lanes", "life", "bytes", "kernel", "log", "code", "console"))
        self.views = Views(self.stage, self._workshop)
        self.stage.add_tool(self.pace_bar)
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._columns.setObjectName("columns")
        self._columns.setChildrenCollapsible(False)
        self._middle = LessonPlace(self.stage)
        for column in (self._server_column(), self._middle, self.chat):
            self._columns.addWidget(column)
        self._columns.setStretchFactor(1, 1)
        self._columns.setSizes(list(COLUMNS))
        self.setCentralWidget(self._columns)
        self.setStatusBar(self._status)

    def _server_column(self) -> QWidget:
        column = QWidget()
        self._builder_title = QLabel()
        set_role(self._builder_title, "title")
        layout = QVBoxLayout(column)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        layout.addWidget(self._builder_title)
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

    @cached_property
    def lessons(self) -> "LessonDesk":
        """What the menu Lessons does with lessons; made when that is first asked for."""
        from gui.lessons.desk import LessonDesk

        made = LessonDesk(self._lesson_tools())
        made.opened.connect(self._on_lesson_opened)
        made.glossary_wanted.connect(lambda key: self._whats_this.show_glossary(key))
        return made

    @cached_property
    def experiments(self) -> "ExperimentDesk":
        """What is done here, noted and done again; made once the window is seen, before anything is done."""
        from gui.experiments.desk import ExperimentDesk

        made = ExperimentDesk(self._lesson_tools())
        made.said.connect(self._status.say)
        return made

    @cached_property
    def _whats_this(self) -> "WhatsThis":
        """What answers questions about controls; made once there is a control to point at."""
        from gui.whats_this import WhatsThis

        return WhatsThis(self)

    def _lesson_tools(self) -> "LessonTools":
        from gui.lessons.tools import LessonTools

        return LessonTools(
            window=self,
            lab=self.lab,
            starting=self._starting,
            workshop=self._workshop,
            papers=self._papers,
            clients=self._clients,
            builder=self.builder,
            servers=self.servers,
            chat=self.chat,
            stage=self.stage,
            views=self.views,
            place=self._middle,
            remembered=self._remembered,
            trust=self._trust,
        )

    def _make_menus(self) -> Menus:
        builder, servers, chat, clients = self.builder, self.servers, self.chat, self._clients
        papers = self._papers
        return Menus(
            self,
            {
                "start": builder.start,
                "run": self._workshop.run,
                "open_program": papers.ask_for_file,
                "examples": papers.show_gallery,
                "export": papers.ask_for_folder,
                "stop": self._on_stop,
                "kill": lambda: self._with_selected(self.lab.kill),
                "stop_all": self.lab.stop_all,
                "remove": lambda: self._with_selected(self._on_remove),
                "quit": self.close,
                "client_here": lambda: clients.open_to_server(servers.selected_key()),
                "client_there": chat.ask_for_address,
                "next_client": chat.select_next,
                "both_clients": chat.side_by_side.toggle,
                "half_close": chat.half_close,
                "stop_reading": chat.stop_reading,
                "read_again": chat.read_again,
                "reset": chat.reset,
                "vanish": chat.vanish,
                "disconnect": clients.disconnect_selected,
                "close_client": clients.close_selected,
                "to_builder": builder.focus_first,
                "to_log": self._to_log,
                "to_code": lambda: self._to_view("code"),
                "to_console": lambda: self._to_view("console"),
                "to_message": chat.focus_message,
                "find": self._on_find,
                "save_experiment": lambda: self.experiments.ask_to_save(),
                "open_experiment": lambda: self.experiments.ask_to_open(),
                "lessons": lambda: self.lessons.show_lessons(),
                "open_lessons": lambda: self.lessons.ask_for_folder(),
                "lesson_go_on": lambda: self.lessons.go_on(),
                "lesson_go_back": lambda: self.lessons.go_back(),
                "leave_lesson": lambda: self.lessons.leave(),
                "explain": lambda: self._whats_this.explain_focused(),
                "whats_this": lambda: self._whats_this.ask(),
                "glossary": lambda: self._whats_this.show_glossary(),
                "about": self._on_about,
                **{theme_command(scheme): partial(self._choose_scheme, scheme) for scheme in Qt.ColorScheme},
                **{
                    language_command(choice): partial(self._choose_language, choice)
                    for choice in (AS_SYSTEM, *LANGUAGES)
                },
            },
        )

    def _connect(self) -> None:
        builder, servers, chat = self.builder, self.servers, self.chat
        lab, starting, clients = self.lab, self._starting, self._clients
        builder.start_requested.connect(self._workshop.start)
        builder.stop_requested.connect(self._on_stop)
        builder.offer_accepted.connect(starting.accept_offer)
        builder.spec_changed.connect(self._remembered.set_spec)
        starting.started.connect(self._on_started)
        starting.refused.connect(self._on_refused)
        servers.selected.connect(self._on_selected)
        servers.stop_requested.connect(lab.stop)
        servers.restart_requested.connect(self._on_restart)
        servers.client_requested.connect(clients.open_to_server)
        servers.remove_requested.connect(self._on_remove)
        chat.client_requested.connect(clients.open)
        chat.message_submitted.connect(clients.send)
        chat.disconnect_requested.connect(lab.close_client)
        chat.reconnect_requested.connect(clients.connect_client)
        chat.half_close_requested.connect(clients.half_close)
        chat.stop_reading_requested.connect(clients.stop_reading)
        chat.read_again_requested.connect(clients.read_again)
        chat.reset_requested.connect(clients.reset)
        chat.vanish_requested.connect(clients.vanish)
        chat.close_requested.connect(clients.close)
        self._workshop.code_wanted.connect(lambda: self.stage.show_view("code"))
        self._workshop.replaced.connect(self._on_replaced)
        self._workshop.refused.connect(lambda found: self.builder.show_problem("", found))
        self._papers.said.connect(self._status.say)
        lab.server_told.connect(self._on_server_told)
        lab.client_told.connect(self._on_client_told)
        lab.all_ended.connect(self._on_all_ended)

    def _restore(self) -> None:
        remembered = self._remembered
        self.builder.set_spec(remembered.spec())
        self.chat.set_message_history(remembered.messages())
        self._menus.check(theme_command(remembered.scheme()))
        self._menus.check(language_command(remembered.language()))
        self._resize_within_screen()
        self.restoreGeometry(remembered.bytes_of("geometry"))
        for splitter in (self._columns, self._server_rows):
            state = remembered.bytes_of(splitter.objectName())
            if not state.isEmpty():
                splitter.restoreState(state)
        if rooms := remembered.lesson_rooms():
            self._middle.set_rooms(*rooms)
        self._on_lesson_opened(False)
        self._show_selected()

    def _resize_within_screen(self) -> None:
        """Take the usual size, or what the screen has room for."""
        room = self.screen().availableGeometry().size() - QSize(0, TITLE_BAR)
        self.resize(QSize(*SIZE).boundedTo(room))

    def _remember(self) -> None:
        # What was typed last may not have been read yet, if the program is a long one.
        self._remembered.set_spec(self._workshop.spec())
        self._remembered.set_bytes("geometry", self.saveGeometry())
        for splitter in (self._columns, self._server_rows):
            self._remembered.set_bytes(splitter.objectName(), QByteArray(splitter.saveState()))
        self._remembered.set_messages(self.chat.message_history())
        self._remembered.set_lesson_rooms(self._middle.rooms())
        made = vars(self)
        if "lessons" in made:
            self.lessons.leave()
        if "experiments" in made:
            self.experiments.leave()

    def _say_words(self) -> None:
        self.setWindowTitle(self.tr("Socket Lab"))
        self._builder_title.setText(self.tr("BUILD A SERVER"))
        self._menus.say_words()
        if "lessons" in vars(self):
            self.lessons.say_words()
        self.stage.name_views(
            lanes=self.tr("Lanes"),
            life=self.tr("Life"),
            bytes=self.tr("Bytes"),
            kernel=self.tr("Kernel"),
            log=self.tr("Log"),
            code=self.tr("Code"),
            console=self.tr("Console"),
        )
        self._say_titles()

    def _say_titles(self) -> None:
        """Say again what servers are called, wherever that stands."""
        for key in self._titles:
            if host := self.lab.host(key):
                self._titles[key] = server_title(host.spec)
                self.servers.set_title(key, self._titles[key])
        if self._titles:
            self._offer_servers()
            self._show_run_of_selected()
            self._show_selected()

    # Servers ----------------------------------------------------------------------------------------------

    def _on_started(self, key: str, spec: "ServerSpec") -> None:
        self.builder.clear_problem()
        self._titles[key] = server_title(spec)
        self.servers.add_server(key, server_title(spec))
        self.servers.select(key)

    def _on_refused(self, problem: "Problem", offer: str) -> None:
        self.builder.show_problem(problem.field, problem.explanation)
        if offer:
            self.builder.show_offer(offer)

    def _on_restart(self, key: str) -> None:
        if host := self.lab.host(key):
            self._workshop.start(host.spec)

    def _on_replaced(self, old: str, new: str) -> None:
        """Let the new server stand where the old one stood, or the list would grow with every change."""
        self._clients.retarget(old, new)
        self._on_remove(old)
        self.servers.select(new)

    def _on_stop(self) -> None:
        self._with_selected(self.lab.stop)

    def _with_selected(self, do: Callable[[str], object]) -> None:
        if key := self.servers.selected_key():
            do(key)

    def _on_remove(self, key: str) -> None:
        if self.lab.is_running(key):
            return
        self.servers.remove_server(key)
        self.lab.forget(key)
        self._pace.forget(key)
        del self._titles[key]

    def _on_selected(self, _key: str) -> None:
        self._show_run_of_selected()
        self._show_selected()

    def _show_run_of_selected(self) -> None:
        key = self.servers.selected_key()
        host = self.lab.host(key)
        self._pace.select(key)
        self._workshop.select(key)
        if host is None:
            self.views.show_server(None, 0, None)
            self.stage.show_run("", None)
            self.stage.replay.set_over(False)
            return
        # An ended process's number may be somebody else's by now.
        pid = host.pid if self.lab.is_running(key) else 0
        self.views.show_server(host.spec, pid, host.address)
        self.stage.show_run(self._title_of(key), host.history())
        self.stage.replay.set_over(not self.lab.is_running(key))

    def _on_server_told(self, key: str, events: "list[Event]") -> None:
        if key not in self._titles:
            return
        self.servers.show_events(key, events)
        self._pace.take(key, events)
        from core.events import Listening, ProcessEnded, StartFailed
        from core.recognition import explanation_of

        if not {Listening, ProcessEnded}.isdisjoint(map(type, events)):
            self._offer_servers()
            self._show_run_of_selected()
        for event in events:
            if isinstance(event, StartFailed):
                self.builder.show_problem("", explanation_of(event))
        if key == self.servers.selected_key():
            self._show_selected()
            self.stage.refresh_soon()

    def _offer_servers(self) -> None:
        """Tell the chat which servers can be talked to."""
        found = [
            (key, self._title_of(key), target)
            for key in self._titles
            if (target := self._clients.target_of_server(key))
        ]
        self.chat.set_servers(found)

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
        self._menus.set_enabled("client_here", self._clients.target_of_server(key) is not None)
        for name in ("stop", "kill"):
            self._menus.set_enabled(name, is_running)
        self._menus.set_enabled("remove", bool(key) and not is_running)

    # Clients, the log, the theme, the end -----------------------------------------------------------------

    def _on_client_told(self, key: str, events: "list[Event]") -> None:
        self.chat.show_events(key, events)
        if self.lab.server_of(key) == self.servers.selected_key():
            self.stage.refresh_soon()

    def _on_lesson_opened(self, is_open: bool) -> None:
        for name in ("lesson_go_on", "lesson_go_back", "leave_lesson"):
            self._menus.set_enabled(name, is_open)

    def _to_log(self) -> None:
        self.stage.show_view("log")
        self.views.log.focus_events()

    def _to_view(self, name: str) -> None:
        self.stage.show_view(name)
        self.stage.tabs.currentWidget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_find(self) -> None:
        self.stage.show_view("log")
        self.views.log.find_text()

    def _choose_scheme(self, scheme: Qt.ColorScheme) -> None:
        self._remembered.set_scheme(scheme)
        self.scheme_chosen.emit(scheme)

    def _choose_language(self, choice: str) -> None:
        self._remembered.set_language(choice)
        self.language_chosen.emit(choice)

    def _on_about(self) -> None:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self)
        box.setObjectName("about_box")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("About Socket Lab"))
        box.setIconPixmap(self.windowIcon().pixmap(48))
        box.setText(self.tr("Socket Lab"))
        box.setInformativeText(
            self.tr(
                "Build a real server out of Python's socketserver, run it, talk to it, and see what happens. "
                "Nothing is simulated: what is on the screen happened on a socket.\n\n"
                "Choose a server on the left and start it (F5). Open a client (Ctrl+T), type a message, "
                "press Enter. The log in the middle tells what the server did, call by call. "
                "Every command is in the menus, with its key."
            )
        )
        box.open()

    def _on_all_ended(self) -> None:
        if self._closing:
            self.ended.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Make what is needed from the first click on, but not before."""
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: (self._whats_this, self.experiments))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide at once, and end when nothing is left: a second or so where handlers have to be killed."""
        if not self._closing:
            self._closing = True
            self._remember()
            self.lab.end()
        event.accept()
        if self.lab.is_idle:
            self.ended.emit()
