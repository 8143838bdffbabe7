"""The server process's side: obeys the window, runs the server on a worker thread, ends with the window.

    main thread        reads commands, stops the server in stages
    serve_forever      the worker thread that makes the server and runs its loop
    socket-lab events  sends events to the window

Standard input carries commands and standard output events; what the server's code prints goes to standard
error, so nothing that it prints can be taken for an event.
"""

import contextlib
import functools
import os
import signal
import socket
import socketserver
import sys
import threading
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any, BinaryIO, NoReturn

from core import commands, observe, observed_socket
from core.errors.exit import LOOP_ENDED
from core.events import (
    TEXT_KEPT,
    Blocked,
    Listening,
    Raised,
    Stage,
    StartFailed,
    StillBusy,
    StopStage,
    ThreadEnded,
    ThreadStarted,
)
from core.gate import Gate
from core.lifeline import Lifeline
from core.observe import HANDLER_METHODS, Observed, observed
from core.pipe import EventWriter
from core.servers import handler_class, server_class
from core.spec import Loop, ServerSpec
from core.witness import Witness
from core.wording import worded

LOOP_GRACE = 0.25
"""Seconds beyond one poll interval that the loop has to end by itself before connections are shut down."""

BUSY_AFTER = 0.6
"""The part of the bound after which the program says where a handler is stuck."""

ABANDONED_BOUND = 1.0
"""Seconds that a server process has to stop once the window is gone."""

KILL_GRACE = 2.0
"""Seconds beyond the bound that the window has to kill before this process does it itself."""

FLUSH_BOUND = 1.0
"""Seconds that the last events have to get into the pipe."""


def main() -> NoReturn:
    """Serve what the first command says, until told to stop or the window is gone."""
    command_stream, event_fd = _take_over_standard_streams()
    # The library forks from a thread, beside this process's other threads, which Python from 3.12 on warns
    # about; here the children touch none of those threads' locks.
    warnings.filterwarnings("ignore", message=".*fork.*", category=DeprecationWarning)
    writer = EventWriter(event_fd)
    first = _first_command(command_stream)
    _process_class(first.spec)(command_stream, writer, first).run()


def _first_command(command_stream: BinaryIO) -> commands.Serve:
    line = command_stream.readline()
    if not line:
        os._exit(1)  # the window was gone before it could say anything
    first = commands.decode(line)
    assert isinstance(first, commands.Serve), "the window begins with Serve"
    return first


def _process_class(spec: ServerSpec) -> "type[ServerProcess]":
    if spec.code is None:
        return ServerProcess
    # Only a learner's own code needs what these load.
    if spec.code.runs_itself:
        from core.own_program import OwnProgramProcess

        return OwnProgramProcess
    from core.own_process import OwnServerProcess

    return OwnServerProcess


def _take_over_standard_streams() -> tuple[BinaryIO, int]:
    command_stream = os.fdopen(os.dup(0), "rb")
    event_fd = os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    for stream in (sys.stdout, sys.stderr):
        # Written through: a forked child leaves by os._exit(), which flushes nothing.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", write_through=True)  # type: ignore[union-attr]
    return command_stream, event_fd


class ServerProcess:
    """One server, its loop's thread, and the stages of its stopping."""

    _DAEMON = True

    def __init__(self, command_stream: BinaryIO, writer: EventWriter, first: commands.Serve) -> None:
        """Do what the `first` command says, then obey `command_stream`; tell everything to `writer`."""
        self._commands = command_stream
        self._writer = writer
        self._witness = Witness(writer)
        self._gate = Gate(self._witness)
        self._gate.set(first.pace.step, first.pace.delay)
        self._stopping = threading.Event()
        self._opened = threading.Event()
        self._loop_ended = threading.Event()
        self._end_once = threading.Lock()
        self._children = Lifeline(self._shut_connections_down)
        self._spec = first.spec
        self._servers: list[Observed] = []
        self._pid = os.getpid()

    def run(self) -> NoReturn:
        """Do all of it; ends the process."""
        _tell_of_sleep(self._witness)
        self._begin()
        self._obey()

    def _begin(self) -> None:
        """Make the server on its loop's thread: this one has to hear when it shall stop, or go a step on."""
        self._start_thread(self._open_and_run)

    def _open_and_run(self) -> int:
        self._open(server_class, handler_class)
        return self._run_loop()

    def _open(
        self, server_class: Callable[[ServerSpec], type], handler_class: Callable[[ServerSpec], type]
    ) -> None:
        """Make the server and say that it listens; ends the process if that cannot be."""
        try:
            server = self._make_server(server_class(self._spec), handler_class(self._spec))
        except Exception as error:  # noqa: BLE001 - whatever stops a server from being made is told to the learner
            self._say_why_not(error, self._spec)
            self._leave(1)
        self._servers.append(server)
        self._opened.set()
        self._say_listening(server)

    def _make_server(self, kind: type, handler: type) -> Observed:
        spec = self._spec
        address: Any = spec.path if spec.transport.is_unix else (spec.host, spec.port)
        server = self._observed(kind)(address, handler)
        assert isinstance(server, Observed)
        return server

    def _observed(self, kind: type) -> type:
        return observed(kind, self._witness, self._gate)

    def _say_listening(self, server: Observed) -> None:
        address: Any = server.server_address
        told = (address, 0) if isinstance(address, str) else (str(address[0]), int(address[1]))
        self._witness.tell(Listening, 0, *told)

    def _say_why_not(self, error: BaseException, spec: ServerSpec) -> None:
        from core.errors import explain_start  # only a failure needs what it loads

        found = explain_start(error, spec)
        self._witness.tell(StartFailed, 0, found.code, found.what, found.why, found.hint)

    def _obey(self) -> NoReturn:
        for line in self._commands:
            match commands.decode(line):
                case commands.Stop(bound=bound):
                    self._stop(bound)
                case commands.Pace(step=step, delay=delay):
                    self._gate.set(step, delay)
                case commands.Next(thread=thread):
                    self._gate.let_go(thread)
        self._abandon()

    # The loop -------------------------------------------------------------------------------------------

    def _start_thread(self, work: Callable[[], int]) -> threading.Thread:
        thread = threading.Thread(target=self._serve, args=(work,), name="serve_forever", daemon=self._DAEMON)
        thread.start()
        return thread

    def _run_loop(self) -> int:
        _LOOPS[self._spec.loop](self._servers[0], self._spec, self._stopping)
        return LOOP_ENDED

    def _serve(self, work: Callable[[], int]) -> None:
        """Do what the loop's thread has to; if nobody stopped it, it gives the process's exit code."""
        code = 1
        self._witness.tell(ThreadStarted, 0, "serve_forever")
        try:
            code = work()
        except BaseException as error:  # noqa: BLE001 - a hook of the learner's may raise anything; it is told
            trace = self._trace_of(error)[-TEXT_KEPT:]
            self._witness.tell(Raised, 0, type(error).__name__, str(error)[:TEXT_KEPT], trace)
        finally:
            self._witness.tell(ThreadEnded, 0, "serve_forever")
            self._loop_ended.set()
        if not self._stopping.is_set():
            self._leave(code)  # nobody stopped it: a server without a loop would only look alive

    def _trace_of(self, error: BaseException) -> str:
        return "".join(traceback.format_exception(error))

    # Stopping -------------------------------------------------------------------------------------------

    def _stop(self, bound: float) -> NoReturn:
        """Stop in stages; if one of them never ends, the window kills."""
        deadline = time.monotonic() + bound
        busy_at = time.monotonic() + bound * BUSY_AFTER
        self._gate.open_for_good()
        self._witness.tell(StopStage, 0, Stage.SHUTDOWN_CALLED)
        self._stopping.set()
        self._opened.wait(LOOP_GRACE)  # if the learner had stopped it on its way there, it goes on now
        if not self._servers:
            self._leave(0)
        self._end_loops()
        in_time = self._loop_ended.wait(min(self._spec.poll_interval + LOOP_GRACE, bound / 2))
        if in_time:
            self._witness.tell(StopStage, 0, Stage.LOOP_ENDED)
        self._shut_connections_down()
        self._children.let_go()
        self._witness.tell(StopStage, 0, Stage.CONNECTIONS_SHUT_DOWN)
        if not in_time:
            self._press()
            self._wait(self._loop_ended, busy_at, deadline)
            self._witness.tell(StopStage, 0, Stage.LOOP_ENDED)
        for closing in self._close_servers():
            self._wait(closing, busy_at, deadline)
        self._witness.tell(StopStage, 0, Stage.SERVER_CLOSED)
        self._leave(0)

    def _end_loops(self) -> None:
        for server in self._servers:
            self._call_aside(_ENDINGS[self._spec.loop], server)

    def _press(self) -> None:
        """Do what else there is to do for a loop that did not end in time: for the lab's own, nothing."""

    def _close_servers(self) -> list[threading.Event]:
        return [self._call_aside(server.server_close) for server in self._servers]

    def _call_aside(self, call: Callable[..., object], *args: object) -> threading.Event:
        """Call on a thread of its own what may never return; the event is set when it did."""
        done = threading.Event()

        def run() -> None:
            try:
                call(*args)
            finally:
                done.set()

        threading.Thread(target=run, name="socket-lab stop", daemon=True).start()
        return done

    def _wait(self, event: threading.Event, busy_at: float, deadline: float) -> None:
        """Wait for `event`; from `busy_at` on say what is in the way."""
        if not event.wait(max(0.0, busy_at - time.monotonic())):
            for where in self._busy_places():
                self._witness.tell(StillBusy, 0, where)
        # Past the bound the window kills this process; a window that died meanwhile cannot.
        if not event.wait(max(0.0, deadline - time.monotonic()) + KILL_GRACE):
            self._kill_all()

    def _busy_places(self) -> Iterator[str]:
        frames = sys._current_frames()
        for thread in threading.enumerate():
            frame = frames.get(thread.ident or 0)
            if frame and (place := self._place_of(frame)):
                yield worded("{place} (thread {thread})", place=place, thread=thread.name)
        for server in self._servers:
            for child in getattr(server, "active_children", None) or ():
                yield worded("child process {child} is still at work", child=child)

    def _place_of(self, frame: FrameType) -> str:
        """Return where in a handler a thread is, "" if in none: "handle() in slow.py, line 31: …"."""
        own = frames_not_of(frame, _NOT_THE_HANDLERS)
        return place_in_words(own[0]) if any(entry.name in HANDLER_METHODS for entry in own) else ""

    def _shut_connections_down(self) -> None:
        for server in list(self._servers):
            for connection in list(server.lab_book.live.values()):
                with contextlib.suppress(OSError):  # its handler or its client closed it first
                    connection.shutdown(socket.SHUT_RDWR)

    def _abandon(self) -> NoReturn:
        """Close shop, because the window is gone, and take every child along."""
        self._gate.open_for_good()
        self._stopping.set()
        self._end_loops()
        self._shut_connections_down()
        self._children.let_go()
        self._loop_ended.wait(ABANDONED_BOUND / 2)
        for closing in self._close_servers():
            closing.wait(ABANDONED_BOUND / 2)
        self._kill_all()

    def _kill_all(self) -> NoReturn:
        """End this process and, where it leads a group of processes, the children that ignore all else."""
        self._remove_socket_file()
        if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
            os.killpg(0, signal.SIGKILL)
        os._exit(1)

    def _leave(self, code: int) -> NoReturn:
        """End the process at once, with all its threads; the socket file goes, the last events arrive."""
        if os.getpid() != self._pid:
            os._exit(code)  # a child that a learner's code forked, come back here: the server goes on
        self._end_once.acquire()  # never released: the loop's thread and the main thread may both come here
        self._remove_socket_file()
        self._writer.flush(FLUSH_BOUND)
        os._exit(code)

    def _remove_socket_file(self) -> None:
        # Only a file that this process made: with another one there, no server would have come about.
        if self._spec.path and self._servers:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(self._spec.path)


def _tell_of_sleep(witness: Witness) -> None:
    """Let every `time.sleep` in this process be told of; a handler that sleeps looks like one that works."""
    sleep = time.sleep

    @functools.wraps(sleep)
    def told_sleep(seconds: Any, /) -> None:
        if isinstance(seconds, (int, float)):  # anything else is the library's to refuse
            witness.tell(Blocked, witness.here.request, "sleep", 0, "", float(seconds))
        sleep(seconds)

    time.sleep = told_sleep


def _serve_forever(server: socketserver.BaseServer, spec: ServerSpec, _stopping: threading.Event) -> None:
    server.serve_forever(spec.poll_interval)


def _handle_requests(server: socketserver.BaseServer, _spec: ServerSpec, stopping: threading.Event) -> None:
    while not stopping.is_set():
        server.handle_request()


def _end_handle_requests(server: socketserver.TCPServer) -> None:
    """Wake a handle_request() that waits for a client: on Linux, shutting its socket down makes it readable.

    For a datagram socket without a peer the call itself fails, having done so all the same.
    """
    with contextlib.suppress(OSError):
        server.socket.shutdown(socket.SHUT_RDWR)


_LOOPS = {Loop.SERVE_FOREVER: _serve_forever, Loop.HANDLE_REQUEST: _handle_requests}
_ENDINGS: dict[Loop, Callable[[Any], None]] = {
    Loop.SERVE_FOREVER: lambda server: server.shutdown(),
    Loop.HANDLE_REQUEST: _end_handle_requests,
}


def frames_not_of(frame: FrameType, files: tuple[str, ...]) -> list[traceback.FrameSummary]:
    """Return where a thread is, innermost first, without the frames whose file begins as one of those."""
    stack = traceback.StackSummary.extract(traceback.walk_stack(frame))
    return [entry for entry in stack if not entry.filename.startswith(files)]


def place_in_words(place: traceback.FrameSummary) -> str:
    """Return "handle() in slow.py, line 31: …", or "server.py, line 3: …" outside of functions."""
    facts = {"file": os.path.basename(place.filename), "line": place.lineno, "code": place.line}
    if place.name == "<module>":
        return worded("{file}, line {line}: {code}", **facts)
    return worded("{name}() in {file}, line {line}: {code}", name=place.name, **facts)


_NOT_THE_HANDLERS = (os.path.dirname(os.__file__), __file__, observe.__file__, observed_socket.__file__)
