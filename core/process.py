"""The server process's side: obeys the window, runs the server on a worker thread, ends with the window.

    main thread        reads commands, stops the server in stages
    serve_forever      the worker thread that runs the server's loop
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
    ServerProcess(command_stream, EventWriter(event_fd)).run()


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

    def __init__(self, command_stream: BinaryIO, writer: EventWriter) -> None:
        """Obey `command_stream`, tell everything to `writer`."""
        self._commands = command_stream
        self._writer = writer
        self._witness = Witness(writer)
        self._gate = Gate(self._witness)
        self._stopping = threading.Event()
        self._loop_ended = threading.Event()
        self._end_once = threading.Lock()
        self._children = Lifeline(self._shut_connections_down)
        self._server: Observed | None = None
        self._spec: ServerSpec

    def run(self) -> NoReturn:
        """Do all of it; ends the process."""
        self._spec = self._first_command()
        _tell_of_sleep(self._witness)
        try:
            server = self._server = self._make_server(self._spec)
        except Exception as error:  # noqa: BLE001 - whatever stops a server from being made is told to the learner
            self._say_why_not(error)
            self._leave(1)
        address: Any = server.server_address
        told = (address, 0) if isinstance(address, str) else (str(address[0]), int(address[1]))
        self._witness.tell(Listening, 0, *told)
        threading.Thread(target=self._serve, args=(server,), name="serve_forever", daemon=True).start()
        self._obey(server)

    def _first_command(self) -> ServerSpec:
        line = self._commands.readline()
        if not line:
            os._exit(1)  # the window was gone before it could say anything
        first = commands.decode(line)
        assert isinstance(first, commands.Serve), "the window begins with Serve"
        self._gate.set(first.pace.step, first.pace.delay)
        return first.spec

    def _make_server(self, spec: ServerSpec) -> Observed:
        kind = observed(server_class(spec), self._witness, self._gate)
        address: Any = spec.path if spec.transport.is_unix else (spec.host, spec.port)
        server = kind(address, handler_class(spec))
        assert isinstance(server, Observed)
        return server

    def _say_why_not(self, error: Exception) -> None:
        from core.errors import explain_start  # only a failure needs what it loads

        found = explain_start(error, self._spec)
        self._witness.tell(StartFailed, 0, found.code, found.what, found.why, found.hint)

    def _obey(self, server: Observed) -> NoReturn:
        for line in self._commands:
            match commands.decode(line):
                case commands.Stop(bound=bound):
                    self._stop(server, bound)
                case commands.Pace(step=step, delay=delay):
                    self._gate.set(step, delay)
                case commands.Next(thread=thread):
                    self._gate.let_go(thread)
        self._abandon(server)

    # The loop -------------------------------------------------------------------------------------------

    def _serve(self, server: Observed) -> None:
        self._witness.tell(ThreadStarted, 0, "serve_forever")
        try:
            _LOOPS[self._spec.loop](server, self._spec, self._stopping)
        except BaseException as error:  # noqa: BLE001 - a hook of the learner's may raise anything; it is told
            text = "".join(traceback.format_exception(error))
            self._witness.tell(Raised, 0, type(error).__name__, str(error)[:TEXT_KEPT], text[-TEXT_KEPT:])
        finally:
            self._witness.tell(ThreadEnded, 0, "serve_forever")
            self._loop_ended.set()
        if not self._stopping.is_set():
            self._leave(1)  # nobody stopped it: a server without a loop would only look alive

    # Stopping -------------------------------------------------------------------------------------------

    def _stop(self, server: Observed, bound: float) -> NoReturn:
        """Stop in stages; if one of them never ends, the window kills."""
        deadline = time.monotonic() + bound
        busy_at = time.monotonic() + bound * BUSY_AFTER
        self._gate.open_for_good()
        self._witness.tell(StopStage, 0, Stage.SHUTDOWN_CALLED)
        self._stopping.set()
        self._call_aside(_ENDINGS[self._spec.loop], server)
        in_time = self._loop_ended.wait(min(self._spec.poll_interval + LOOP_GRACE, bound / 2))
        if in_time:
            self._witness.tell(StopStage, 0, Stage.LOOP_ENDED)
        self._shut_connections_down()
        self._children.let_go()
        self._witness.tell(StopStage, 0, Stage.CONNECTIONS_SHUT_DOWN)
        if not in_time:
            self._wait(self._loop_ended, busy_at, deadline)
            self._witness.tell(StopStage, 0, Stage.LOOP_ENDED)
        self._wait(self._call_aside(server.server_close), busy_at, deadline)
        self._witness.tell(StopStage, 0, Stage.SERVER_CLOSED)
        self._leave(0)

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
            if frame and (place := _place_in_handler(frame)):
                yield f"{place} (thread {thread.name})"
        for child in getattr(self._server, "active_children", None) or ():
            yield f"child process {child} is still at work"

    def _shut_connections_down(self) -> None:
        live = self._server.lab_book.live if self._server else {}
        for connection in list(live.values()):
            with contextlib.suppress(OSError):  # its handler or its client closed it first
                connection.shutdown(socket.SHUT_RDWR)

    def _abandon(self, server: Observed) -> NoReturn:
        """Close shop, because the window is gone, and take every child along."""
        self._gate.open_for_good()
        self._stopping.set()
        self._call_aside(_ENDINGS[self._spec.loop], server)
        self._shut_connections_down()
        self._children.let_go()
        self._loop_ended.wait(ABANDONED_BOUND / 2)
        self._call_aside(server.server_close).wait(ABANDONED_BOUND / 2)
        self._kill_all()

    def _kill_all(self) -> NoReturn:
        """End this process and, where it leads a group of processes, the children that ignore all else."""
        self._remove_socket_file()
        if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
            os.killpg(0, signal.SIGKILL)
        os._exit(1)

    def _leave(self, code: int) -> NoReturn:
        """End the process at once, with all its threads; the socket file goes, the last events arrive."""
        self._end_once.acquire()  # never released: the loop's thread and the main thread may both come here
        self._remove_socket_file()
        self._writer.flush(FLUSH_BOUND)
        os._exit(code)

    def _remove_socket_file(self) -> None:
        # Only a file that this process made: with another one there, no server would have come about.
        if self._spec.path and self._server is not None:
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


def _place_in_handler(frame: FrameType | None) -> str:
    """Return where in its handler a thread is, "" if in none: "handle() in slow.py, line 31: …"."""
    stack = traceback.StackSummary.extract(traceback.walk_stack(frame))
    own = [entry for entry in stack if not entry.filename.startswith(_NOT_THE_HANDLERS)]
    if not own or not any(entry.name in HANDLER_METHODS for entry in own):
        return ""
    place = own[0]
    return f"{place.name}() in {os.path.basename(place.filename)}, line {place.lineno}: {place.line}"


_NOT_THE_HANDLERS = (os.path.dirname(os.__file__), __file__, observe.__file__, observed_socket.__file__)
