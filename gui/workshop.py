"""The workshop's desk: the learner's program, between builder, code view, console and disk."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from core.spec import OwnCode, ServerSpec, SpecError
from core.wording import worded
from gui.laboratory import Laboratory
from gui.latest_answer import QUICKLY_READ, LatestAnswer
from gui.panes.builder import BuilderPane
from gui.restarting import Restarting
from gui.starting import Starting

if TYPE_CHECKING:
    from core.address import Address
    from core.analysis import Analysis
    from core.errors import Explanation
    from core.events import CodeFailed, Event
    from core.gallery import Example
    from core.neighbours import Neighbour
    from core.trust import Trust
    from gui.panes.code import CodePane

SERVER_FILE = "server.py"


class Workshop(QObject):
    """Holds the learner's program, keeps builder and code view of one mind, and runs it when that is wanted.

    What reads and writes programs is loaded when the code view is first made.
    """

    code_wanted = Signal()
    """The code view should come to the front."""
    question = Signal(str, str, list)
    """The name and text of a program that somebody else may have made: it waits for `answer`.

    And the names and texts of the files beside it that run with it.
    """
    leans_on = Signal(list)
    """The paths of those files, none for a program that needs none."""
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
        self._folder = ""  # where it finds modules of its own
        self._selected = ""
        self._is_stranger = False  # the program's text came from a file or from a saved setting
        self._shown: ServerSpec | None = None  # whose program the code view shows, None while it is edited
        self._is_at_stake = False  # the learner typed what stands in no file
        self._is_unfit = False  # what the code view shows cannot be run, and `_spec` is what was there before
        self._waiting: tuple[str, ServerSpec, list[str]] | None = None  # and the texts that may run then
        self._new_version: str | None = None  # of the program itself; None: of a file beside it
        self._known: dict[str, _Reading] = {}  # of the last texts that were read
        self._reading = LatestAnswer(self)
        self._after: Callable[[], None] | None = None  # what was wished while a long program was read
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
        self._settle()
        return self._base()

    def address(self) -> "Address":
        """Return where the selected server can be reached, None while none can."""
        host = self._lab.host(self._selected)
        return host.address if host and self._lab.is_running(self._selected) else None

    def is_at_stake(self) -> bool:
        """True while the learner's own changes would be lost with the next program that is opened."""
        if self._pane:
            self._pane.tell_edits()
        is_own = self._is_unfit or self._reading.is_pending or self._base().code is not None
        return self._is_at_stake and is_own

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
        if self._pane:
            self._pane.tell_edits()
        if self._waits_to(self.run):
            return
        if self.is_readable() and self._spec:
            self._show_problem(None)  # what an earlier try met is over
            self._start(self._selected, self._spec)

    def is_readable(self) -> bool:
        """Take in what was edited; False, and shown where, if it is no program that could run."""
        if self._pane:
            self._pane.tell_edits()
        self._settle()
        if self._is_unfit:
            self.code_wanted.emit()
            if self._pane:
                self._pane.go_to_problem()
        return not self._is_unfit

    def start(self, spec: ServerSpec) -> None:
        """Start one more server; of a stranger's program only after a question."""
        if spec != self._spec or not self._waits_to(lambda: self._start("", self._base())):
            self._start("", spec)

    def answer(self, is_yes: bool) -> None:
        """Run the program that was asked about, or not."""
        waiting, self._waiting = self._waiting, None
        if waiting and is_yes:
            key, spec, texts = waiting
            self._trust.trust(*texts)
            self._start(key, spec)  # which asks again if a file beside it has changed meanwhile

    def _start(self, key: str, spec: ServerSpec) -> None:
        code = spec.code
        if code is None:
            self._restarting.request(key, spec)
            return
        beside = self._read_beside(code)
        if beside is None:
            return
        texts = [code.text, *(found.mark for found in beside)]
        if self._are_trusted(code, texts):
            self._restarting.request(key, spec)
        else:
            self._waiting = key, spec, texts
            self.question.emit(code.name, code.text, [(found.name, found.text) for found in beside])

    def _are_trusted(self, code: OwnCode, texts: list[str]) -> bool:
        is_this_one = self._spec is not None and code == self._spec.code
        if is_this_one and not self._is_stranger:
            # The learner's own typing; it will be asked for after the next start.
            self._trust.trust(code.text)
        return self._trust.are_trusted(texts)

    def _read_beside(self, code: OwnCode) -> "tuple[Neighbour, ...] | None":
        """Read what the program imports from its folder; None, and said why, if that cannot be."""
        if not code.folder:
            self.leans_on.emit([])
            return ()
        from core.neighbours import neighbours
        from core.source_file import SourceError

        try:
            found = neighbours(code)
        except SourceError as error:
            self.refused.emit(error.explanation)
            return None
        self.leans_on.emit([os.path.join(code.folder, one.name) for one in found])
        return found

    # Programs -------------------------------------------------------------------------------------------

    def open(self, path: str, text: str) -> None:
        """Take a program that somebody else may have written."""
        self._is_stranger, self._is_at_stake = True, False
        self.code_wanted.emit()  # first: a program that cannot be read is shown there all the same
        self._take(text, Path(path).name, str(Path(path).parent))
        code = self._base().code
        if code and not self._is_unfit:
            self._read_beside(code)

    def take_example(self, example: "Example") -> None:
        """Take a program of the gallery."""
        from core.gallery import spec_for

        self._is_stranger = self._is_unfit = self._is_at_stake = False
        self._builder.set_spec(spec_for(example, self._plain(self._base())))
        self.code_wanted.emit()

    def show_server(self, spec: ServerSpec) -> None:
        """Show a server as a file describes it; its program is asked about before it runs, unless trusted."""
        self._reading.forget()
        self._spec = None  # what was there has no say in the program that comes
        self._is_unfit = False
        self._builder.set_spec(spec)
        self._is_stranger, self._is_at_stake = spec.code is not None, False

    def offer_version(self, path: str, text: str) -> None:
        """Hear that another program saved the file that is open."""
        if self._pane is None or not self._folder:
            return
        is_program = path == os.path.join(self._folder, self._name)
        if not (is_program and text == self._pane.text()):
            self._new_version = text if is_program else None
            name = os.path.relpath(path, self._folder)
            words = worded("{name} was saved by another program.", name=name)
            self._pane.show_offer(words, worded("Start again with it"))

    def take_version(self) -> None:
        """Take the file's new text, and run it; a file beside the program is read when that runs."""
        if self._new_version is not None:
            self._is_stranger = True
            self._take(self._new_version, self._name)
        self.run()

    def revert(self) -> None:
        """Go back to the built-in handler that the choices mean."""
        self._is_stranger = self._is_unfit = False
        self._builder.set_spec(self._plain(self._base()))

    def _take(self, text: str, name: str, folder: str | None = None) -> None:
        """Show a program, and let the dropdowns say what it says; what is wrong stands at its line.

        Without a `folder` it is where the one before was.
        """
        from core.analysis import fitting_spec

        self._reading.forget()
        self._name = name
        self._folder = self._folder if folder is None else folder
        found = self._read(text).analysis
        self._show_problem(found.problem or found.remark)
        try:
            spec = fitting_spec(found, text, name, self._base(), self._folder)
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
        guess = fitting_spec(self._read(text).analysis, text, spec.code.name, before).framing
        if guess is not spec.framing:
            return spec
        return replace(spec, code=replace(spec.code, framing=before.framing))

    def _read(self, text: str) -> "_Reading":
        """Return what is in a program; while it is edited, it and the one before are asked about often."""
        return self._know(text, self._known.get(text) or _read(text))

    def _know(self, text: str, reading: "_Reading") -> "_Reading":
        others = [pair for pair in self._known.items() if pair[0] != text]
        self._known = dict([*others, (text, reading)][-2:])
        return reading

    def _take_edited(self, text: str) -> None:
        """Take what was typed; a long program counts when a thread has read it."""
        if len(text) <= QUICKLY_READ or text in self._known:
            self._take(text, self._name)
        else:
            self._reading.ask(lambda: _read(text), lambda reading: self._on_read(text, reading))

    def _on_read(self, text: str, reading: "_Reading") -> None:
        assert self._pane
        self._know(text, reading)
        if self._pane.text() == text:
            self._take(text, self._name)
        else:
            self._pane.tell_edits()  # it was typed on meanwhile: what was read is no longer there
        if not self._reading.is_pending and self._after:
            after, self._after = self._after, None
            after()

    def _waits_to(self, act: Callable[[], None]) -> bool:
        """True while a program is being read: `act` follows when it has been, and nothing wished before."""
        self._after = act if self._reading.is_pending else None
        return self._reading.is_pending

    def _settle(self) -> None:
        """Read at once what a thread is still reading, for somebody who needs it now."""
        if self._pane and self._reading.is_pending:
            self._take(self._pane.text(), self._name)

    def _plain(self, spec: ServerSpec) -> ServerSpec:
        """Return the spec with the built-in handler that was there before the learner's program."""
        if spec.code is None:
            return spec
        from core import handlers

        before = self._built_in
        fitting = [entry.key for entry in handlers.fitting(spec.transport.is_stream)]
        handler = spec.handler if spec.handler in fitting else fitting[0]
        options = before.handler_options if before.handler == handler else {}
        return replace(spec, code=None, handler=handler, handler_options=options)

    def _base(self) -> ServerSpec:
        return self._spec or ServerSpec()

    # What the builder says --------------------------------------------------------------------------------

    def _on_spec(self, spec: ServerSpec) -> None:
        if self._reading.is_pending and self._keeps_typed(spec):
            return
        old, self._spec = self._spec, spec
        if spec.code is None:
            self._built_in = spec
        if old is None:
            self._built_in = self._plain(spec)
            self._is_stranger = spec.code is not None
            self._is_at_stake = spec.code is not None and spec.code.name == SERVER_FILE
        if self._is_unfit and old and _is_same_program(old, spec):
            return  # what is being written says what counts, once it can be read
        self._is_unfit = False
        self._name = spec.code.name if spec.code else SERVER_FILE
        self._folder = spec.code.folder if spec.code else ""
        if self._pane is None or spec == self._shown:
            return
        if old and old != spec and old.code and spec.code == old.code and self._rewrite(old, spec):
            return
        self._show(spec)

    def _keeps_typed(self, spec: ServerSpec) -> bool:
        """Let a dropdown's change meet the program as it was typed, though that is still being read."""
        is_same = spec.code == self._base().code
        if not is_same:
            self._reading.forget()
            return False
        self._settle()
        if self._is_unfit:
            return False
        self._builder.set_spec(replace(spec, code=self._base().code))
        return True

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

        pane, code = self._pane, spec.code
        assert pane, "it is shown in the code view"
        self._shown = spec
        if code is None:
            pane.show_program(server_program(spec), client_program(spec))
            self._show_problem(None)
            return
        reading = self._read(code.text)
        pane.show_own(code.text, code.name, reading.lines(code))
        pane.show_classes(code.handler, code.server)
        self._show_problem(reading.analysis.problem or reading.analysis.remark)

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
        self._take_edited(text)

    def _on_hook(self, name: str) -> None:
        """Put a method of the library's into the class that it belongs to."""
        from core.observe import HANDLER_METHODS
        from core.program import ShapeError, with_hook

        assert self._pane
        text = self._pane.text()
        handler, server = self._read(text).analysis.chosen()
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


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is in a program, and the line of each control if it is run with the classes that it means."""

    analysis: "Analysis"
    places: dict[str, int]

    def lines(self, code: OwnCode) -> dict[str, int]:
        """Return the line of each control in the program when it is run with these classes."""
        from core.program.places import places

        classes = code.handler, code.server
        return self.places if classes == self.analysis.chosen() else places(code.text, *classes)


def _read(text: str) -> _Reading:
    from core.analysis import analyse
    from core.program.places import places

    found = analyse(text)
    return _Reading(found, places(text, *found.chosen()))


def _is_same_program(old: ServerSpec, new: ServerSpec) -> bool:
    return (old.code, old.handler) == (new.code, new.handler)


def _explanation(what: str) -> "Explanation":
    from core.errors import Explanation

    return Explanation("code", what, "", "")
