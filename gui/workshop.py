"""The workshop's desk: the learner's program, between builder, code view, console and disk."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.spec import OwnCode, ServerSpec, SpecError
from gui.laboratory import Laboratory
from gui.panes.builder import BuilderPane
from gui.restarting import Restarting
from gui.starting import Starting

if TYPE_CHECKING:
    from core.address import Address
    from core.errors import Explanation
    from core.events import Event
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
        self._restarting.replaced.connect(self.replaced)
        self._pane: CodePane | None = None
        self._spec: ServerSpec | None = None
        self._selected = ""
        self._is_stranger = False  # the program's text came from a file or from a saved setting
        self._waiting: tuple[str, ServerSpec] | None = None
        self._new_version = ""
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
        if self._pane:
            self._pane.tell_edits()
        if self._problem_is_shown():
            self.code_wanted.emit()
        elif self._spec:
            self._start(self._selected, self._spec)

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

    def _problem_is_shown(self) -> bool:
        from core.analysis import analyse

        problem = (
            analyse(self._pane.text()).problem if self._pane and self._spec and self._spec.code else None
        )
        return problem is not None

    # Programs -------------------------------------------------------------------------------------------

    def open(self, path: str, text: str) -> None:
        """Take a program that somebody else may have written."""
        self._is_stranger = True
        self._take(text, Path(path).name)
        self.code_wanted.emit()

    def take_example(self, example: "Example") -> None:
        """Take a program of the gallery."""
        from core.gallery import spec_for

        self._is_stranger = False
        self._builder.set_spec(spec_for(example, _plain(self._base())))
        self.code_wanted.emit()

    def offer_version(self, path: str, text: str) -> None:
        """Hear that another program saved the file that is open."""
        code = self._spec.code if self._spec else None
        if code and code.name == Path(path).name and text != code.text:
            self._new_version = text
            assert self._pane, "it came with the file"
            words = self.tr("{0} was saved by another program.").format(code.name)
            self._pane.show_offer(words, self.tr("Start again with it"))

    def take_version(self) -> None:
        """Take the file's new text, and run it."""
        code = self._base().code
        assert code, "a new version is offered of the program that is there"
        self._is_stranger = True
        self._take(self._new_version, code.name)
        self.run()

    def revert(self) -> None:
        """Go back to the built-in handler that the choices mean."""
        self._is_stranger = False
        self._builder.set_spec(_plain(self._base()))

    def _take(self, text: str, name: str) -> None:
        """Show a program, and let the dropdowns say what it says; what is wrong stands at its line."""
        from core.analysis import analyse, fitting_spec

        found = analyse(text)
        self._show_problem(found.problem)
        try:
            spec = fitting_spec(found, text, name, self._base())
        except SpecError as error:
            if self._pane:
                self._pane.show_own(text, name)
            if not found.problem:
                self._builder.show_problem(error.field, _explanation(str(error)))
            return
        assert spec.code
        old = self._spec.code if self._spec else None
        # How messages end is a guess, but for a program that was changed it was known before.
        if self._spec and (old is None or old.name == name) and name == SERVER_FILE:
            spec = replace(spec, code=replace(spec.code, framing=self._spec.framing))
        self._builder.set_spec(spec)

    def _base(self) -> ServerSpec:
        return self._spec or ServerSpec()

    # What the builder says --------------------------------------------------------------------------------

    def _on_spec(self, spec: ServerSpec) -> None:
        old, self._spec = self._spec, spec
        if old is None:
            self._is_stranger = spec.code is not None
        if self._pane is None or old == spec:
            return
        if old and old.code and spec.code == old.code and self._rewrite(old, spec):
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
        from core.analysis import analyse
        from core.program import client_program, server_program
        from core.program.places import places

        pane, code = self._pane, spec.code
        assert pane, "it is shown in the code view"
        if code is None:
            pane.show_program(server_program(spec), client_program(spec))
            self._show_problem(None)
            return
        pane.show_own(code.text, code.name, places(code.text, code.handler, code.server))
        pane.show_classes(code.handler, code.server)
        self._show_problem(analyse(code.text).problem)

    def _on_control(self, name: str) -> None:
        if self._pane:
            self._pane.show_control(name)

    # What the code view says ------------------------------------------------------------------------------

    def _on_edited(self, text: str) -> None:
        assert self._pane
        if not self._pane.is_edited():
            self.revert()
            return
        code = self._spec.code if self._spec else None
        self._take(text, code.name if code else SERVER_FILE)

    def _on_hook(self, name: str) -> None:
        """Put a method of the library's into the class that it belongs to."""
        from core.analysis import analyse
        from core.observe import HANDLER_METHODS
        from core.program import ShapeError, with_hook

        assert self._pane
        text = self._pane.text()
        found = analyse(text)
        handler, server = found.chosen()
        is_handlers = name in HANDLER_METHODS
        try:
            changed = with_hook(text, handler if is_handlers else server, name, self._base())
        except ShapeError as error:
            self.refused.emit(_explanation(str(error)))
            return
        code = self._base().code
        self._pane.show_own(changed, code.name if code else SERVER_FILE)
        self._on_edited(changed)

    def _show_problem(self, problem: object) -> None:
        if self._pane:
            self._pane.show_problem(problem)  # type: ignore[arg-type]

    # What servers tell ------------------------------------------------------------------------------------

    def _on_told(self, key: str, events: "list[Event]") -> None:
        from core.events import CodeFailed  # an empty window starts without

        host = self._lab.host(key)
        failed = next((event for event in events if isinstance(event, CodeFailed)), None)
        if host is None or failed is None or self._spec is None or host.spec.code != self._spec.code:
            return
        from core.code_problem import CodeProblem

        if failed.line:
            self._show_problem(CodeProblem(failed.line, 1, f"{failed.kind}: {failed.message}"))
        self.code_wanted.emit()


def _plain(spec: ServerSpec) -> ServerSpec:
    """Return the spec without a program of the learner's."""
    if spec.code is None:
        return spec
    from core import handlers

    fitting = [entry.key for entry in handlers.fitting(spec.transport.is_stream)]
    handler = spec.handler if spec.handler in fitting else fitting[0]
    return replace(spec, code=None, handler=handler, handler_options={})


def _explanation(what: str) -> "Explanation":
    from core.errors import Explanation

    return Explanation("code", what, "", "")
