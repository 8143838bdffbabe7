"""The window's side of a server process: start it, take in its events, stop it, kill it.

Commands return at once; what comes of them arrives as events, on a thread of the host's.
"""

import codecs
import contextlib
import itertools
import os
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from core import commands
from core.address import Address
from core.errors import Explanation, explain_exit
from core.events import (
    TEXT_KEPT,
    Event,
    Killed,
    Listening,
    Printed,
    ProcessEnded,
    Spawned,
    StartFailed,
    StopRequested,
)
from core.history import History
from core.pipe import EventReader, PipeError
from core.recognition import explanation_of
from core.spec import ServerSpec, SpecError, unavailable
from core.waiting import Waiting
from core.witness import Straight, Witness
from core.wording import worded

STOP_BOUND = 3.0
"""Seconds that a server has to stop before it is killed (more where the loop looks up less often)."""

START_BOUND = 20.0
"""Seconds that a server has to begin to listen: names may have to be looked up first."""

ORPHAN_GRACE = 1.5
"""Seconds that forked children have to end by themselves once their server process is gone."""

CUT_GRACE = 3.0
"""Seconds that a server process has to end after it told its last event."""

OUTPUT_GRACE = 0.5
"""Seconds of silence after which nobody waits any more for what a process that is gone has printed."""

LINE_PATIENCE = 0.01
"""Seconds that the rest of a printed line has to come, to be told together with its beginning."""

_READ_SIZE = 256 * 1024

# -P keeps the current folder, with whatever a learner has there, off the import path.
_PROGRAM = "import sys; sys.path.insert(0, sys.argv.pop()); from core.launch import main; main()"
_ROOT = str(Path(__file__).resolve().parent.parent)

_path_numbers = itertools.count(1)


class StartError(Exception):
    """A server did not come about; `explanation` says what happened, why, and what to try."""

    def __init__(self, explanation: Explanation) -> None:
        """Carry the explanation."""
        super().__init__(f"{explanation.what} {explanation.why} {explanation.hint}")
        self.explanation = explanation


class ServerHost:
    """A server in a process of its own.

    As a context manager it is listening when the block is entered, and nothing is left when it is left.
    Raises `StartError` there, and `SpecError` for a server that this system cannot run.
    """

    def __init__(
        self,
        spec: ServerSpec,
        on_events: Callable[[list[Event]], object] | None = None,
        bound: float = STOP_BOUND,
    ) -> None:
        """Describe the run; `on_events` gets every batch of events, on a thread of the host's."""
        if reason := unavailable(spec.transport, spec.concurrency):
            raise SpecError("transport", reason)
        self.spec = replace(spec, path=_fresh_path()) if spec.transport.is_unix and not spec.path else spec
        self.address: Address = None
        self.returncode: int | None = None
        self._bound = max(bound, spec.poll_interval + 1.0)
        self._on_events = on_events
        self._history = History()
        self._witness = Witness(Straight(lambda event: self._take_in([event])))
        self._failure: Explanation | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._changed = threading.Condition()
        self._stop_requested = False
        self._pace = commands.FREE
        self._waiting = Waiting()
        self._kill_reason = ""
        self._collected = False
        self._done = False
        self._events_ended = threading.Event()
        self._timers: list[threading.Timer] = []

    @property
    def pid(self) -> int:
        """The process's number, 0 before it exists."""
        return self._process.pid if self._process else 0

    def history(self) -> History:
        """Return all events of the run, in order; it grows while the server runs."""
        return self._history

    def start(self) -> None:
        """Make the process; events tell what comes of it."""
        threading.Thread(target=self._run, name="socket-lab host", daemon=True).start()

    def stop(self, bound: float | None = None) -> None:
        """Ask the server to stop in stages; past the bound it is killed.  A second call changes nothing."""
        bound = self._bound if bound is None else bound
        with self._changed:
            if self._stop_requested or self._done:
                return
            self._stop_requested = True
            process = self._process
        self._witness.tell(StopRequested, 0, bound)
        self._kill_after(bound, worded("it had not stopped after {seconds} seconds", seconds=f"{bound:g}"))
        if process:
            self._say(process, commands.Stop(bound))

    def pace(self, *, step: bool | None = None, delay: float | None = None) -> None:
        """Let the server wait at each hook for `next` (`step`), or for `delay` seconds; None: as it was.

        Before the process exists it is remembered.  Raises `ValueError` for an impossible delay.
        """
        if delay is not None and not 0 <= delay <= commands.DELAY_LIMIT:
            raise ValueError(f"a delay is between 0 and {commands.DELAY_LIMIT:g} seconds, not {delay}")
        with self._changed:
            self._pace = commands.Pace(
                self._pace.step if step is None else step, self._pace.delay if delay is None else delay
            )
            if self._process:
                # Under the lock: two changes at once arrive in the order in which they are remembered.
                self._say(self._process, self._pace)

    def next(self) -> None:
        """Let the thread, or the child, that has waited longest go on; if nobody waits, nothing happens."""
        with self._changed:
            paused = self._waiting.first()
            if paused and self._process:
                # Forgotten before it tells that it goes on: the next call is for the next in line.
                self._waiting.forget(paused)
                self._say(self._process, commands.Next(paused.thread))

    def add_output(self, text: str) -> None:
        """Put a text among what the process prints, for its console to show."""
        self._tell_printed(text)

    def kill(self, reason: str = worded("you asked for it")) -> None:
        """Kill the process and its children at once."""
        with self._changed:
            # Under the lock: once the process is collected, its number may belong to somebody else.
            if self._process is None or self._collected or self._kill_reason:
                return
            self._kill_reason = reason
            _kill_group(self._process)
        self._witness.tell(Killed, 0, reason)

    def wait_listening(self, seconds: float = START_BOUND) -> None:
        """Wait until clients can connect; raises `StartError` when that will not be."""
        with self._changed:
            self._changed.wait_for(lambda: self.address is not None or self._failure or self._done, seconds)
            if self.address is None:
                raise StartError(self._failure or _NO_ANSWER)

    def wait_ended(self, seconds: float | None = None) -> bool:
        """Wait until the process and all its children are gone; False if they were not in time."""
        with self._changed:
            return self._changed.wait_for(lambda: self._done, seconds)

    def __enter__(self) -> Self:
        """Start, and wait until clients can connect."""
        self.start()
        try:
            self.wait_listening()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop, and wait until nothing is left."""
        self._end()

    def _end(self) -> None:
        self.stop()
        self.wait_ended()

    # On the host's threads ------------------------------------------------------------------------------

    def _run(self) -> None:
        process = self._spawn()
        output = threading.Thread(
            target=self._read_output, args=(process,), name="socket-lab output", daemon=True
        )
        waiter = threading.Thread(
            target=self._await_end, args=(process,), name="socket-lab waiter", daemon=True
        )
        output.start()
        waiter.start()
        self._read_events(process)
        self._events_ended.set()
        waiter.join(CUT_GRACE)
        if waiter.is_alive():
            self.kill(
                worded(
                    "it cut the line to this window: its code closed files that are not its own, "
                    "with os.close() or os.closerange()"
                )
            )
        waiter.join()
        output.join()
        self._conclude(process)

    def _spawn(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-P", "-c", _PROGRAM, _ROOT],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            start_new_session=True,
        )
        with self._changed:
            # Under the lock, before others know of the process: it has to be the first command.
            self._say(process, commands.Serve(self.spec, self._pace))
            self._process = process
            stop_at_once = self._stop_requested
        self._witness.tell(Spawned, 0, process.pid)
        too_late = worded("it was not listening after {seconds} seconds", seconds=f"{START_BOUND:g}")
        self._kill_after(START_BOUND, too_late, only_starting=True)
        if stop_at_once:
            self._say(process, commands.Stop(self._bound))
        return process

    def _say(self, process: subprocess.Popen[bytes], command: commands.Command) -> None:
        assert process.stdin is not None
        # A process that is gone already cannot be told anything; its end is reported as such.
        with contextlib.suppress(OSError, ValueError):
            process.stdin.write(commands.encode(command))

    def _read_events(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        reader = EventReader()
        while chunk := process.stdout.read(_READ_SIZE):
            try:
                for batch in reader.feed(chunk):
                    self._take_in(batch)
            except PipeError as error:
                self.kill(worded("it wrote what is no event: {error}", error=error))
                return

    def _read_output(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stderr is not None
        # A letter of several bytes may be cut in two by the end of what could be read.
        decoder = codecs.getincrementaldecoder("utf-8")("backslashreplace")
        while self._wait_for_output(process.stderr) and (chunk := process.stderr.read(_READ_SIZE)):
            self._tell_printed(decoder.decode(_to_line_end(process.stderr, chunk)))
        self._tell_printed(decoder.decode(b"", final=True))

    def _tell_printed(self, text: str) -> None:
        for start in range(0, len(text), TEXT_KEPT):
            self._witness.tell(Printed, 0, text[start : start + TEXT_KEPT])

    def _wait_for_output(self, stream: IO[bytes]) -> bool:
        """True when there is something to read, False when nothing will come.

        The end of the stream does not come as long as a program that a handler started holds it open.
        """
        if not hasattr(select, "poll"):
            return True
        poll = select.poll()
        poll.register(stream, select.POLLIN)
        while not poll.poll(OUTPUT_GRACE * 1000):
            if self._collected:
                return False
        return True

    def _await_end(self, process: subprocess.Popen[bytes]) -> None:
        """Wait for the process, then sweep children that it left behind."""
        if hasattr(os, "waitid"):
            # Looked at, not collected: as long as the zombie is there, its number is nobody else's.
            os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        else:
            process.wait()
        self._events_ended.wait(ORPHAN_GRACE)
        with self._changed:
            _kill_group(process)
            process.wait()
            self._collected = True
        _await_group_gone(process)

    def _conclude(self, process: subprocess.Popen[bytes]) -> None:
        for stream in (process.stdin, process.stdout, process.stderr):
            assert stream is not None
            stream.close()
        if self.spec.transport.is_unix and self.spec.path and process.returncode and not self._failure:
            with contextlib.suppress(OSError):  # killed, it could not remove its file
                os.unlink(self.spec.path)
        self.returncode = process.returncode
        self._witness.tell(ProcessEnded, 0, process.returncode, explain_exit(process.returncode))
        with self._changed:
            self._done = True
            for timer in self._timers:
                timer.cancel()
            self._changed.notify_all()

    def _kill_after(self, seconds: float, reason: str, only_starting: bool = False) -> None:
        def kill() -> None:
            if only_starting and self._pace.step:
                self._kill_after(seconds, reason, only_starting)  # the learner takes the time that it takes
            elif not (only_starting and self.address is not None):
                self.kill(reason)

        timer = threading.Timer(seconds, kill)
        timer.name = "socket-lab timer"
        timer.daemon = True
        with self._changed:
            # Under the lock: either the end comes first and finds no timer, or it cancels this one.
            if not self._done:
                timer.start()
                self._timers.append(timer)

    def _take_in(self, batch: list[Event]) -> None:
        self._history.add(batch)
        with self._changed:
            self._waiting.take(batch)
        for event in batch:
            if isinstance(event, Listening | StartFailed):
                self._note(event)
        if self._on_events:
            self._on_events(batch)

    def _note(self, event: Listening | StartFailed) -> None:
        with self._changed:
            if isinstance(event, Listening):
                self.address = (event.address, event.port) if event.port else event.address
            else:
                self._failure = explanation_of(event)
            self._changed.notify_all()


_NO_ANSWER = Explanation(
    "no-start",
    worded("The server process ended before it was listening."),
    worded("Something stopped it while it was starting."),
    worded("Look at the log, then start it again."),
)


def _to_line_end(stream: IO[bytes], chunk: bytes) -> bytes:
    """Add what comes within a moment, up to a line's end: print() writes its arguments one by one."""
    if hasattr(select, "poll"):
        poll = select.poll()
        poll.register(stream, select.POLLIN)
        while not chunk.endswith(b"\n") and len(chunk) < _READ_SIZE and poll.poll(LINE_PATIENCE * 1000):
            more = stream.read(_READ_SIZE)
            if not more:
                break
            chunk += more
    return chunk


def _fresh_path() -> str:
    """Return a path for a Unix socket that nothing has yet."""
    folder = Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir())
    while True:
        path = folder / f"socket-lab-{os.getpid()}-{next(_path_numbers)}.sock"
        if not path.exists():
            return str(path)


def _await_group_gone(process: subprocess.Popen[bytes]) -> None:
    """Wait until the killed children of a collected process are gone too: nobody else waits for orphans."""
    deadline = time.monotonic() + ORPHAN_GRACE
    with contextlib.suppress(ProcessLookupError, PermissionError):
        while hasattr(os, "killpg") and time.monotonic() < deadline:
            os.killpg(process.pid, 0)  # only asks
            time.sleep(0.005)


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    """Kill the process and, where there are process groups, all that it made."""
    if not hasattr(os, "killpg"):
        process.kill()
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):  # macOS: EPERM when only zombies are left
        os.killpg(process.pid, signal.SIGKILL)
