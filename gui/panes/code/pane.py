"""The code view: the program that the dropdowns mean, and the client that goes with it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from core.running import Call, Running
from core.wording import worded
from gui.language import translated
from gui.panes.code.notice_line import NoticeLine
from gui.panes.code.outline import Outline
from gui.panes.code.page_buttons import SERVER_FILE, Page, PageButtons
from gui.panes.code.problem_line import ProblemLine
from gui.panes.code.running_marks import running_marks
from gui.panes.code.tool_row import ToolRow
from gui.spoken import spoken
from gui.theme import set_role
from gui.view_frame import ViewFrame
from gui.visible_text import visible_line
from gui.widgets.editor import Editor
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.find_bar import FindBar

if TYPE_CHECKING:
    from core.code_problem import CodeProblem
    from core.program import Program

READ_SECONDS = 0.006
"""How long one refresh may read: what is left of a frame belongs to the painting."""


class CodePane(ViewFrame):
    """Shows the server's program to edit and the client's to read, and marks the lines that are running."""

    text_edited = Signal(str)
    """The user changed the server's program, a moment ago; the text may also be the generated one again."""

    run_wanted = Signal()
    revert_wanted = Signal()
    export_wanted = Signal()
    open_wanted = Signal()

    hook_wanted = Signal(str)
    """This method is to be put in; it is not there yet."""

    offer_accepted = Signal()
    """The button that `show_offer` showed was pressed."""

    control_wanted = Signal(str)
    """A line was clicked that this control of the builder means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a program."""
        super().__init__("code", parent)
        self._generated: str | None = None  # what the choices mean, once that was shown
        self._is_empty = True
        self._name = ""  # of a file that somebody opened
        self._sentence = ""  # about what keeps the program from running
        self._lines: dict[str, int] = {}
        self._control = ""  # whose line is lit
        self._outline = Outline()
        self._classes: tuple[str, str] = ("", "")
        self._running = Running(None)
        self._request = 0
        self._moment: int | None = None
        self._make_head()
        self._make_body()
        self._lay_out()
        self._connect()
        spoken(self, self._say_words)

    # What is shown --------------------------------------------------------------------------------------

    def show_program(self, server: "Program", client: "Program") -> None:
        """Show the programs that the choices mean; lines that differ from what is shown change and flash."""
        is_new = bool(self._name)
        self._generated, self._name, self._is_empty = server.text, "", False
        self._server.show_text(server.text, is_new)
        self._client.show_text(client.text)
        self._take_lines(server.lines)
        self._say_whether_empty()

    def show_own(self, text: str, name: str = SERVER_FILE, lines: dict[str, int] | None = None) -> bool:
        """Show a program of the user's own; a name other than "server.py" is that of the file it is from.

        `lines` are as in a program that was generated.  False if the text is too long to be shown: then that
        is said, and what was shown stays.
        """
        is_other = (name if name != SERVER_FILE else "") != self._name
        is_edit = not is_other and _unix(text) == self.text()
        try:
            self._server.show_text(text, is_new=is_other)
        except ValueError as refusal:
            self._notice.tell(worded("{name}: {why}", name=visible_line(name), why=refusal.args[0]))
            return False
        if not is_edit:
            self._notice.withdraw_offer()
        self._name, self._is_empty = name if name != SERVER_FILE else "", False
        self._take_lines(lines or {})
        self._say_whether_empty()
        return True

    def show_problem(self, problem: "CodeProblem | None") -> None:
        """Say at its line, and below the program, what keeps it from running; None: nothing does."""
        self._sentence = problem.sentence if problem else ""
        if problem is None:
            self._server.clear_problem()
            self._problem.hide()
        else:
            sentence = translated(self._sentence)
            self._server.show_problem(problem.line, problem.column - 1, sentence)
            self._problem.show_problem(problem.line, sentence)

    def show_offer(self, words: str, button: str) -> None:
        """Say what happened, with a button to do something about it; another program takes it away."""
        self._notice.offer(words, button)

    def show_classes(self, handler: str, server: str) -> None:
        """Say which classes of the program are in use: the methods of others are not marked as running."""
        self._classes = handler, server
        self._show_marks()

    def show_line(self, line: int) -> None:
        """Put the cursor into that line of the server's program and the program in front."""
        self._turn_to(Page.SERVER)
        self._server.go_to(line)
        self._server.flash([line])
        self._server.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_problem(self) -> None:
        """Bring the line that keeps the program from running into view, and the cursor into it."""
        line, _ = self._server.problem()
        if line and line == self._server.current_line():
            self._server.ensureCursorVisible()
            self._server.flash([line])
        elif line:
            self.show_line(line)

    def show_control(self, name: str) -> None:
        """Light up the line that a control means, and bring it into view; "" and unknown ones: none."""
        self._control = name
        line = self._lines.get(name, 0)
        self._server.link_line(line)
        if line:
            self._server.reveal(line)

    def flash_control(self, name: str) -> None:
        """Let the line that a control means stand out for a moment."""
        if line := self._lines.get(name, 0):
            self._server.reveal(line)
            self._server.flash([line])

    def text(self) -> str:
        r"""Return the server's program as it is now; lines end with "\n"."""
        return self._server.source()

    def is_edited(self) -> bool:
        """True if the server's program is another than the choices mean."""
        return bool(self._name) or self._generated is None or self.text() != _unix(self._generated)

    def tell_edits(self) -> None:
        """Tell at once what was edited and not yet told."""
        self._server.tell_edits()

    # As a view of the stage -----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Take in what is new, as far as a frame has time for it."""
        self._refresh_again(self._running.read(READ_SECONDS))
        self._show_marks()

    def highlight_request(self, number: int) -> None:
        """Mark only the methods that are running for this request; 0: for any."""
        self._request = number
        self._show_marks()

    def show_moment(self, moment: int | None) -> None:
        """Mark what was running at that time (ns); None: what is running now."""
        self._moment = moment
        self._show_marks()

    @property
    def unread(self) -> int:
        """How many events of the run have not been taken in yet."""
        return self._running.unread

    def _begin(self) -> None:
        self._running = Running(self._history)
        self._request = 0
        self._moment = None
        self._show_marks()

    # The words ------------------------------------------------------------------------------------------

    def _say_words(self) -> None:
        self._run_this.setText(self.tr("Run this"))
        self._run_this.setToolTip(self.tr("Start, or start again, with this program (F5 or Ctrl+R)"))
        self._run_this.setAccessibleName(self._run_this.toolTip())
        self._server.setAccessibleName(self.tr("The server's program"))
        self._client.setAccessibleName(self.tr("The client's program, only to read"))
        self._find.call_it(self.tr("Find in the code"))
        self._server.say_problem(translated(self._sentence))
        self._problem.say(translated(self._sentence))
        self._say_whether_empty()
        self._say_state()
        self._show_marks()

    def _say_whether_empty(self) -> None:
        words = self.tr("Choose a server on the left: its program appears here.")
        self._say_empty(words if self._is_empty else "")

    def _say_state(self) -> None:
        self._status.set_text(self._state_in_words())

    def _state_in_words(self) -> str:
        if self._name:
            return self.tr("opened from a file")
        return self.tr("edited by you") if self.is_edited() else self.tr("generated from your choices")

    # The parts ------------------------------------------------------------------------------------------

    def _make_head(self) -> None:
        self._buttons = PageButtons()
        self._head.insertWidget(0, self._buttons)
        self._status = ElidedLabel()
        self._status.setObjectName("status")
        self._status.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._head.insertWidget(1, self._status)
        self._run.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._run_this = self._add_button("run_this")
        set_role(self._run_this, "primary")

    def _make_body(self) -> None:
        self._server, self._client = _editor("server_code"), _editor("client_code")
        self._client.setReadOnly(True)
        self._client.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._server)
        self._stack.addWidget(self._client)
        self._find = FindBar(self._server)
        self._find.setContentsMargins(6, 4, 6, 4)
        self._problem = ProblemLine()
        self._notice = NoticeLine()
        self._tools = ToolRow(lambda: self._in_front().source())

    def _lay_out(self) -> None:
        card = QFrame()
        set_role(card, "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(2, 2, 2, 2)
        inner.setSpacing(0)
        inner.addWidget(self._find)
        inner.addWidget(self._stack, 1)
        self._set_body(card)
        self._column.addWidget(self._tools)
        self._column.addWidget(self._pages, 1)
        self._column.addWidget(self._problem)
        self._column.addWidget(self._notice)
        self.setFocusProxy(self._server)

    def _connect(self) -> None:
        self._buttons.turned.connect(self._turn_to)
        self._server.edited.connect(self._on_edited)
        self._server.line_clicked.connect(self._on_line_clicked)
        self._server.margin_clicked.connect(self._on_margin_clicked)
        self._server.refused.connect(self._notice.tell)
        self._problem.line_wanted.connect(self.show_line)
        self._tools.override.hooks.aboutToShow.connect(self._tick_hooks)
        self._tools.override.chosen.connect(self._on_hook)
        self._notice.offer_accepted.connect(self.offer_accepted)
        for asked, wish in (
            (self._run_this.clicked, self.run_wanted),
            (self._tools.revert_wanted, self.revert_wanted),
            (self._tools.export_wanted, self.export_wanted),
            (self._tools.open_wanted, self.open_wanted),
        ):
            asked.connect(lambda _=False, wish=wish: self._wish(wish.emit))

    # How it is ------------------------------------------------------------------------------------------

    def _take_lines(self, lines: dict[str, int]) -> None:
        self._lines = dict(lines)
        self._server.link_line(self._lines.get(self._control, 0))
        self._outline = Outline(self.text())
        self._show_state()
        self._show_marks()

    def _show_state(self) -> None:
        is_edited = self.is_edited()
        self._buttons.name_server(self._name or SERVER_FILE)
        self._tools.fit(is_edited)
        set_role(self._status, "strong" if is_edited else "muted")
        self._say_state()
        self._notice.keep_saying(_hidden_in_words(self._server.count_hidden()))

    def _show_marks(self) -> None:
        self._server.show_marks(running_marks(self._calls(), self._outline, self._classes))

    def _calls(self) -> list[Call]:
        calls = self._running.now() if self._moment is None else self._running.at(self._moment)
        return [call for call in calls if self._request in (0, call.request)]

    def _turn_to(self, page: int) -> None:
        self._buttons.turn_to(Page(page))
        self._stack.setCurrentIndex(page)
        self._find.look_through(self._in_front())
        self._tools.override.setEnabled(page == Page.SERVER)
        self.setFocusProxy(self._in_front())

    def _in_front(self) -> Editor:
        return self._client if self._stack.currentIndex() == Page.CLIENT else self._server

    # Slots ----------------------------------------------------------------------------------------------

    def _on_edited(self, text: str) -> None:
        # The lines that were told have moved.
        self._control = ""
        self._take_lines({})
        self.text_edited.emit(text)

    def _on_line_clicked(self, line: int) -> None:
        name = next((name for name, where in self._lines.items() if where == line), "")
        if name:
            self._control = name
            self._server.link_line(line)
            self.control_wanted.emit(name)

    def _on_margin_clicked(self, line: int) -> None:
        """Choose the newest request that is running there."""
        lines_of = self._outline.lines_of
        here = [
            call.request
            for call in self._calls()
            if any(first <= line <= last for first, last in lines_of(call.name, self._classes))
        ]
        if request := max(here, default=0):
            self.request_chosen.emit(request)

    def _tick_hooks(self) -> None:
        self._tools.override.hooks.tick({method.name for method in self._outline.methods})

    def _on_hook(self, name: str) -> None:
        """Go to the method, or wish for it and go to its last line: what is written stands before that."""
        self.tell_edits()
        if found := self._outline.find(name, self._classes):
            self.show_line(found[0].first)
            return
        self.hook_wanted.emit(name)
        if found := self._outline.find(name, self._classes):
            self.show_line(found[0].last)
            self._server.to_first_character()
            self._server.reveal(found[0].first)
            self._server.flash(range(found[0].first, found[0].last + 1))

    def _wish(self, wish: Callable[[], None]) -> None:
        """Wish for something, after what was edited has been told: the wish is about it."""
        self.tell_edits()
        wish()

    def _press_run(self) -> None:
        self._wish(self.run_wanted.emit)

    def _press_find(self) -> None:
        self._find.open()

    def _press_next(self) -> None:
        self._find.find_next()

    def _press_previous(self) -> None:
        self._find.find_next(backward=True)

    # Called by Qt ---------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the keys of this view from the menus, where they mean something else."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and _combination(event) in _PRESSES:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Run, find, and leave the search."""
        if press := _PRESSES.get(_combination(event)):
            press(self)
        elif event.key() == Qt.Key.Key_Escape and not self._find.isHidden():
            self._find.close_bar()
        else:
            super().keyPressEvent(event)


_NO = Qt.KeyboardModifier.NoModifier

_PRESSES: dict[tuple[int, Qt.KeyboardModifier], Callable[[CodePane], None]] = {
    (Qt.Key.Key_F5, _NO): CodePane._press_run,
    (Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier): CodePane._press_run,
    (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier): CodePane._press_find,
    (Qt.Key.Key_F3, _NO): CodePane._press_next,
    (Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier): CodePane._press_previous,
}
"""What keys mean in this view."""


def _combination(event: QKeyEvent) -> tuple[int, Qt.KeyboardModifier]:
    return event.key(), event.modifiers()


def _editor(name: str) -> Editor:
    editor = Editor()
    editor.setObjectName(name)
    return editor


def _hidden_in_words(count: int) -> str:
    if not count:
        return ""
    return worded(
        "{count} of the characters cannot be seen: signs stand for them. Point at one.", count=count
    )


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
