"""The server process's side for a learner's own classes: loaded on the loop's thread, within limits."""

import sys
import threading
import traceback
from types import FrameType
from typing import Any, NoReturn

from core import limits, own_code
from core.errors.explanation import Explanation
from core.events import CodeFailed, StartFailed
from core.observe import Observed
from core.own_code import CodeError, Loaded
from core.own_input import answer_input
from core.own_server import kept
from core.process import ServerProcess, frames_not_of, place_in_words
from core.servers import server_class, with_handler_options
from core.spec import OwnCode, ServerSpec

PATIENCE = 5.0
"""Seconds after which the program is said to be still on its way to a server."""


class OwnServerProcess(ServerProcess):
    """A server whose handler class, and perhaps its own, comes from a learner's program."""

    _has_failed = False

    @property
    def _code(self) -> OwnCode:
        assert self._spec.code, "a built-in handler needs no such process"
        return self._spec.code

    def run(self) -> NoReturn:
        """Do all of it; ends the process, with all its threads, whatever comes."""
        try:
            super().run()
        except BaseException:  # noqa: BLE001 - without memory, say: it is printed, and the window hears of the end
            traceback.print_exc()
            self._leave(1)

    def _begin(self) -> None:
        """Load the program on the loop's thread: this one has to hear when it shall stop, come what may."""
        for refused in limits.hold(self._spec):
            print(refused, file=sys.stderr)
        answer_input(self._may_input_wait)
        self._patience = threading.Timer(PATIENCE, self._say_where_it_is, ["is still on its way to a server"])
        self._patience.name, self._patience.daemon = "socket-lab patience", True
        self._patience.start()
        self._worker = self._start_thread(self._run_program)

    def _run_program(self) -> int:
        try:
            return self._run(own_code.load(self._code))
        except CodeError as error:
            limits.give_room()
            self._tell_code_failed(error)
            self._say(error.explanation)
            self._leave(1)
        except MemoryError:
            limits.give_room()
            raise

    def _run(self, loaded: Loaded) -> int:
        handler = loaded.handler
        assert handler, "what does not run itself has a handler class"
        self._open(
            lambda spec: loaded.server or server_class(spec), lambda spec: with_handler_options(handler, spec)
        )
        return self._run_loop()

    def _may_input_wait(self) -> bool:
        """Answer for input(): in the lab's loop there is nothing that it could wait for."""
        return False

    def _observed(self, kind: type) -> type:
        return kept(kind, self._witness, self._gate, self)

    # What its servers tell ------------------------------------------------------------------------------

    def binding(self, server: Any) -> None:
        """Hear that a server is about to be bound: the spec has its address, if it cannot be."""

    def activated(self, server: Any) -> None:
        """Hear that clients can connect: it is told where the server is made."""

    def is_stopping(self) -> bool:
        """True once Stop was pressed, or the window is gone."""
        return self._stopping.is_set()

    # What is told ---------------------------------------------------------------------------------------

    def _say_why_not(self, error: BaseException, spec: ServerSpec) -> None:
        """Blame the address for what the system refused, the program for everything else."""
        self._has_failed = True
        found = own_code.code_error(error, self._code)
        if found.line or not isinstance(error, OSError):
            self._tell_code_failed(found)
        if isinstance(error, OSError):
            super()._say_why_not(error, spec)
        else:
            self._say(found.explanation)

    def _tell_code_failed(self, error: CodeError) -> None:
        self._witness.tell(CodeFailed, 0, error.line, error.kind, error.message, error.trace)

    def _say(self, found: Explanation) -> None:
        self._has_failed = True
        self._witness.tell(StartFailed, 0, found.code, found.what, found.why, found.hint)

    def _say_listening(self, server: Observed) -> None:
        self._patience.cancel()
        super()._say_listening(server)

    def _say_where_it_is(self, what: str) -> None:
        frame = sys._current_frames().get(self._worker.ident or 0)
        place = self._place_of(frame) if frame else ""
        print(f"{self._code.name} {what}. It is at {place or 'no line of its own'}", file=sys.stderr)

    def _place_of(self, frame: FrameType) -> str:
        own = [entry for entry in frames_not_of(frame, ()) if entry.filename == self._code.name]
        return place_in_words(own[0]) if own else super()._place_of(frame)

    def _trace_of(self, error: BaseException) -> str:
        return own_code.trace_of(error, self._code.name)

    # Stopping -------------------------------------------------------------------------------------------

    def _stop(self, bound: float) -> NoReturn:
        limits.give_room()  # to stop takes a thread, and that takes memory
        if not self._servers:
            if not self._has_failed:
                self._say_where_it_is("was stopped before it had a server")
            self._leave(0)
        super()._stop(bound)
