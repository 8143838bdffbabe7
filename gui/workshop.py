"""The workshop's desk: the learner's program, between builder, code view, console and disk."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from core.spec import OwnCode, ServerSpec, SpecError
from gui.laboratory import Laboratory
from gui.panes.builder import BuilderPane
from gui.restarting import Restarting
from gui.starting import Starting

if TYPE_CHECKING:
    from core.address import Address
    from core.analysis import Analysis
    from core.errors import Explanation
    from core.events import CodeFailed, Event
    from core.gallery import Example
    from core.trust import Trust
    from gui.panes.code import CodePane

SERVER_FILE = "server.py"


class Workshop(QObject):
    """Holds the learner's program, keeps builder and code view of one mind, and runs it when that is wanted.

    What reads and writes programs is loaded when the code view is first made.
    """

    code_wanted = Signal()
    """The code view should come to the front."""
    question = Signal(str, str)
    """The name and text of a program that somebody else may have made: it waits for `answer`."""
    refused = Signal(object)
    """An `Explanation` of why something cannot be done."""
    replaced = Signal(str, str)
    """The keys of a server that ended and of the one that came in its place."""
    open_wanted = Signal()
    export_wanted = Signal()

    def __init__(
        self,
        lab: Laboratory,
        builder: BuilderPane,
        starting: Starting,
        trust: "Trust",
        parent: QObject | None = None,
    ) -> None:
        """Serve `builder`; start servers by `starting`, whose code `trust` knows."""
        super().__init__(parent)
        self._lab = lab
        self._builder = builder
        self._trust = trust
        self._restarting = Restarting(lab, starting, self)
        # Later: the window is told of the new server's start in the same moment, perhaps after this.
        self._restarting.replaced.connect(self.replaced, Qt.ConnectionType.QueuedConnection)
        self._restarting.refused.connect(self.refused)
        self._pane: CodePane | None = None
        self._spec: ServerSpec | None = None
        self._built_in = ServerSpec()  # what was shown last that is not the learner's own
        self._name = SERVER_FILE  # of the program that is shown
        self._selected = ""
        self._is_stranger = False  # the program's text came from a file or from a saved setting
        self._shown: ServerSpec | None = None  # whose program the code view shows, None while it is edited
        self._is_at_stake = False  # the learner typed what stands in no file
        self._is_unfit = False  # what the code view shows cannot be run, and `_spec` is what was there before
        self._waiting: tuple[str, ServerSpec] | None = None
        self._new_version = ""
        self._known: dict[str, Analysis] = {}  # of the last texts that were read
        self._failures: dict[str, CodeFailed] = {}  # by server, until it is told what they mean for its start
        builder.spec_changed.connect(self._on_spec)
        builder.control_focused.connect(self._on_control)
        lab.server_told.connect(self._on_told)

    def attach(self, pane: "CodePane") -> None:
        """Take the code view, which was just made."""
        self._pane = pane
        pane.text_edited.connect(self._on_edited)
        pane.run_wanted.connect(self.run)
        pane.revert_wanted.connect(self.revert)
        pane.hook_wanted.connect(self._on_hook)
        pane.control_wanted.connect(self._builder.point_at)
        pane.offer_accepted.connect(self.take_version)
        pane.open_wanted.connect(self.open_wanted)
        pane.export_wanted.connect(self.export_wanted)
        if self._spec:
            self._show(self._spec)

    def spec(self) -> ServerSpec:
        """Return the server that the builder and the code view show."""
        return self._base()

    def address(self) -> "Address":
        """Return where the selected server can be reached, None while none can."""
        host = self._lab.host(self._selected)
        return host.address if host and self._lab.is_running(self._selected) else None

    def is_at_stake(self) -> bool:
        """True while the learner's own changes would be lost with the next program that is opened."""
        if self._pane:
            self._pane.tell_edits()
        return self._is_at_stake and (self._is_unfit or self._base().code is not None)

    def note_export(self) -> None:
        """Hear that the program stands in a file now."""
        self._is_at_stake = False

    def show_place(self, _file: str, line: int) -> None:
        """Show a line of the program, which a traceback names."""
        self.code_wanted.emit()
        if self._pane:
            self._pane.show_line(line)

    def select(self, key: str) -> None:
        """Say which server is selected: it is the one that `run` starts anew."""
        self._selected = key

    # Running --------------------------------------------------------------------------------------------

    def run(self) -> None:
        """Start what the code view shows, in the place of the selected server if that runs."""
        if self.is_readable() and self._spec:
            self._show_problem(None)  # what an earlier try met is over
            self._start(self._selected, self._spec)

    def is_readable(self) -> bool:
        """Take in what was edited; False, and shown where, if it is no program that could run."""
        if self._pane:
            self._pane.tell_edits()
        if self._is_unfit:
            self.code_wanted.emit()
            if self._pane:
                self._pane.go_to_problem()
        return not self._is_unfit

    def start(self, spec: ServerSpec) -> None:
        """Start one more server; of a stranger's program only after a question."""
        self._start("", spec)

    def answer(self, is_yes: bool) -> None:
        """Run the program that was asked about, or not."""
        waiting, self._waiting = self._waiting, None
        if waiting and is_yes:
            assert waiting[1].code
            self._trust.trust(waiting[1].code.text)
            self._restarting.request(*waiting)

    def _start(self, key: str, spec: ServerSpec) -> None:
        code = spec.code
        if code is None or self._is_trusted(code):
            self._restarting.request(key, spec)
        else:
            self._waiting = key, spec
            self.question.emit(code.name, code.text)

    def _is_trusted(self, code: OwnCode) -> bool:
        is_this_one = self._spec is not None and code == self._spec.code
        if is_this_one and not self._is_stranger:
            self._trust.trust(
                code.text
            )  # the learner's own typing; it will be asked for after the next start
        return self._trust.is_trusted(code.text)

    # Programs -------------------------------------------------------------------------------------------

    def open(self, path: str, text: str) -> None:
        """Take a program that somebody else may have written."""
        self._is_stranger, self._is_at_stake = True, False
        self.code_wanted.emit()  # first: a program that cannot be read is shown there all the same
        self._take(text, Path(path).name)

    def take_example(self, example: "Example") -> None:
        """Take a program of the gallery."""
        from core.gallery import spec_for

        self._is_stranger = self._is_unfit = self._is_at_stake = False
        self._builder.set_spec(spec_for(example, self._plain(self._base())))
        self.code_wanted.emit()

    def offer_version(self, path: str, text: str) -> None:
        """Hear that another program saved the file that is open."""
        if self._pane and self._name == Path(path).name and text != self._pane.text():
            self._new_version = text
            words = self.tr("{0} was saved by another program.").format(self._name)
            self._pane.show_offer(words, self.tr("Start again with it"))

    def take_version(self) -> None:
        """Take the file's new text, and run it."""
        self._is_stranger = True
        self._take(self._new_version, self._name)
        self.run()

    def revert(self) -> None:
        """Go back to the built-in handler that the choices mean."""
        self._is_stranger = self._is_unfit = False
        self._builder.set_spec(self._plain(self._base()))

    def _take(self, text: str, name: str) -> None:
        """Show a program, and let the dropdowns say what it says; what is wrong stands at its line."""
        from core.analysis import fitting_spec

        self._name = name
        found = self._read(text)
        self._show_problem(found.problem)
        try:
            spec = fitting_spec(found, text, name, self._base())
        except SpecError as error:
            self._is_unfit, self._shown = True, None
            if self._pane:
                self._pane.show_own(text, name)
            if not found.problem:
                self._builder.show_problem(error.field, _explanation(str(error)))
            return
        self._is_unfit = False
        self._builder.set_spec(self._with_known_framing(spec))

    def _with_known_framing(self, spec: ServerSpec) -> ServerSpec:
        """Let messages end as they did before, unless the changed program suggests another end."""
        from core.analysis import fitting_spec
        from core.program import server_program

        before = self._base()
        assert spec.code
        if spec.code.name != (before.code.name if before.code else SERVER_FILE):
            return spec
        text = before.code.text if before.code else server_program(before).text
        guess = fitting_spec(self._read(text), text, spec.code.name, before).framing
        if guess is not spec.framing:
            return spec
        return replace(spec, code=replace(spec.code, framing=before.framing))

    def _read(self, text: str) -> "Analysis":
        """Return what is in a program; while it is edited, it and the one before are asked about often."""
        from core.analysis import analyse

        if text not in self._known:
            self._known = dict([*self._known.items(), (text, analyse(text))][-2:])
        return self._known[text]

    def _plain(self, spec: ServerSpec) -> ServerSpec:
        """Return the spec with the built-in handler that was there before the learner's program."""
        if spec.code is None:
            return spec
        from core import handlers

        before = self._built_in
        fitting = [entry.key for entry in handlers.fitting(spec.transport.is_stream)]
        if before.handler not in fitting:
            return replace(spec, code=None, handler=fitting[0], handler_options={})
        return replace(spec, code=None, handler=before.handler, handler_options=before.handler_options)

    def _base(self) -> ServerSpec:
        return self._spec or ServerSpec()

    # What the builder says --------------------------------------------------------------------------------

    def _on_spec(self, spec: ServerSpec) -> None:
        old, self._spec = self._spec, spec
        if spec.code is None:
            self._built_in = spec
        if old is None:
            self._is_stranger = spec.code is not None
            self._is_at_stake = spec.code is not None and spec.code.name == SERVER_FILE
        if self._is_unfit and old and _is_same_program(old, spec):
            return  # what is being written says what counts, once it can be read
        self._is_unfit = False
        self._name = spec.code.name if spec.code else SERVER_FILE
        if self._pane is None or spec == self._shown:
            return
        if old and old != spec and old.code and spec.code == old.code and self._rewrite(old, spec):
            return
        self._show(spec)

    def _rewrite(self, old: ServerSpec, spec: ServerSpec) -> bool:
        """Carry a dropdown's change into the learner's program; False where its shape does not allow it."""
        from core.program.rewrite import rewrite

        assert spec.code
        text = rewrite(spec.code.text, old, spec)
        if text is None or text == spec.code.text:
            return False
        self._builder.set_spec(replace(spec, code=replace(spec.code, text=text)))
        return True

    def _show(self, spec: ServerSpec) -> None:
        from core.program import client_program, server_program
        from core.program.places import places

        pane, code = self._pane, spec.code
        assert pane, "it is shown in the code view"
        self._shown = spec
        if code is None:
            pane.show_program(server_program(spec), client_program(spec))
            self._show_problem(None)
            return
        pane.show_own(code.text, code.name, places(code.text, code.handler, code.server))
        pane.show_classes(code.handler, code.server)
        self._show_problem(self._read(code.text).problem)

    def _on_control(self, name: str) -> None:
        if self._pane:
            self._pane.show_control(name)

    # What the code view says ------------------------------------------------------------------------------

    def _on_edited(self, text: str) -> None:
        assert self._pane
        self._shown = None
        if not self._pane.is_edited():
            self._is_stranger = self._is_unfit = self._is_at_stake = False
            self._builder.set_spec(self._built_in)  # whose program it is again, after Undo for one
            return
        self._is_at_stake = True
        code = self._base().code
        if code and self._trust.is_trusted(code.text):
            self._is_stranger = False  # what was read and let run, with the learner's own changes
        self._take(text, self._name)

    def _on_hook(self, name: str) -> None:
        """Put a method of the library's into the class that it belongs to."""
        from core.observe import HANDLER_METHODS
        from core.program import ShapeError, with_hook

        assert self._pane
        text = self._pane.text()
        handler, server = self._read(text).chosen()
        is_handlers = name in HANDLER_METHODS
        try:
            changed = with_hook(text, handler if is_handlers else server, name, self._base())
        except ShapeError as error:
            self.refused.emit(_explanation(str(error)))
            return
        self._pane.show_own(changed, self._name)
        self._on_edited(changed)

    def _show_problem(self, problem: object) -> None:
        if self._pane:
            self._pane.show_problem(problem)  # type: ignore[arg-type]

    # What servers tell ------------------------------------------------------------------------------------

    def _on_told(self, key: str, events: "list[Event]") -> None:
        from core.events import CodeFailed, StartFailed  # an empty window starts without

        for event in events:
            if isinstance(event, CodeFailed):
                self._failures[key] = event
            elif isinstance(event, StartFailed) and (failure := self._failures.pop(key, None)):
                self._on_code_failed(key, failure)

    def _on_code_failed(self, key: str, failure: "CodeFailed") -> None:
        from core.code_problem import CodeProblem

        host = self._lab.host(key)
        is_shown = host is not None and self._spec is not None and host.spec.code == self._spec.code
        if not is_shown or self._restarting.has_passed(key):
            return
        if failure.line:
            self._show_problem(CodeProblem(failure.line, 1, f"{failure.kind}: {failure.message}"))
        self.code_wanted.emit()


def _is_same_program(old: ServerSpec, new: ServerSpec) -> bool:
    return (old.code, old.handler) == (new.code, new.handler)


def _explanation(what: str) -> "Explanation":
    from core.errors import Explanation

    return Explanation("code", what, "", "")
