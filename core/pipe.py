"""Events through a pipe: from a server process and all its forked children to the window.

All of them write to one pipe.  POSIX keeps writes of at most PIPE_BUF bytes whole (pipe(7)), so a message
travels in frames no longer than that, and the reader puts each process's frames together again.  A frame is
the writer's pid (4 bytes), the length of its piece (2 bytes), flags (1 byte: begins a message, ends it), and
the piece; a message is a list of events in msgpack.
"""

import os
import select
import struct
import threading
import time
from collections import deque
from collections.abc import Iterator

import msgspec

from core import event_codec
from core.events import Event, NotKept, Received, Sent

_HEADER = struct.Struct("<IHB")
FRAME_LIMIT = getattr(select, "PIPE_BUF", 512)
"""The longest frame in bytes, its header included."""

_PIECE_LIMIT = FRAME_LIMIT - _HEADER.size
_BEGINS, _ENDS = 1, 2

BATCH_LIMIT = 512
"""At most this many events travel in one message; it is closed once it holds `BATCH_BYTES` of data."""

BATCH_BYTES = 1024 * 1024

PENDING_LIMIT = 100_000
"""At most this many events wait for the window to take them in; further ones are counted, not kept."""

PENDING_BYTES = 64 * 1024 * 1024
"""Nor do events with more data than this, together, wait."""

MESSAGE_LIMIT = 64 * 1024 * 1024
"""A message that claims to be longer than this is no message of ours."""

HELD_LIMIT = 2 * MESSAGE_LIMIT
"""Messages that are not whole yet may have this many bytes together; killed writers' go first."""

WRITERS_LIMIT = 4096
"""So many processes may be in the middle of a message; killed writers are forgotten first."""

_BATCHING_SECONDS = 0.004
"""How long events gather before they are sent: far below what an eye sees, far fewer system calls."""

_ROUND_SECONDS = 0.5
"""How long the thread waits for room before it looks whether it shall go on."""

_CHILD_PATIENCE = 0.5
"""How long a forked child waits for room in the pipe before it counts an event as not kept."""


class PipeError(Exception):
    """What came through the pipe was not written by `EventWriter`."""


class EventWriter:
    """Writes events to a pipe without holding up the one who tells them.

    In the server process a thread of its own sends them in batches.  A forked child has no such thread and
    may be killed at any moment, so it writes each event at once: what it told is in the pipe whatever comes.
    """

    def __init__(self, fd: int) -> None:
        """Write to the file descriptor `fd`, from now on without blocking."""
        if hasattr(select, "poll"):  # Windows has none; there only the thread below writes, and may wait
            os.set_blocking(fd, False)
        self._fd = fd
        self._pending: deque[Event] = deque()
        self._pending_bytes = 0
        self._not_kept = 0
        self._alone = False
        self._open = True
        self._awake = False
        self._wake = threading.Event()
        self._pause = threading.Event()  # never set: a learner sees time.sleep(), so the lab does not use it
        self._sending = threading.Lock()
        self._counting = threading.Lock()
        self._thread = threading.Thread(target=self._send_forever, name="socket-lab events", daemon=True)
        self._thread.start()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._go_on_in_child)

    def record(self, event: Event) -> None:
        """Take an event in; never raises, never waits for long."""
        # This is the server's busiest line: so no lock, no call that is not needed.
        if self._alone:
            self._write_now(event)
        elif len(self._pending) >= PENDING_LIMIT or self._pending_bytes >= PENDING_BYTES:
            with self._counting:
                self._not_kept += 1
        else:
            if type(event) in _WITH_DATA:
                self._pending_bytes += _weight(event)
            self._pending.append(event)
            # Looked at first, because set() takes a lock; not by is_set(), which is a call.
            if not self._awake:
                self._awake = True
                self._wake.set()

    def flush(self, seconds: float) -> bool:
        """Send what is pending, for at most `seconds`; True when all of it is in the pipe."""
        deadline = time.monotonic() + seconds
        if not self._sending.acquire(timeout=seconds):
            return False
        try:
            while self._pending:
                if not self._send_batch(max(0.0, deadline - time.monotonic())):
                    return False
            return True
        finally:
            self._sending.release()

    def close(self) -> None:
        """Send no more; the thread ends."""
        self._open = False
        self._wake.set()
        self._thread.join()

    def _send_forever(self) -> None:
        while self._open:
            self._wake.wait()
            self._pause.wait(_BATCHING_SECONDS)
            # Cleared before the events are taken: one that comes in between wakes the next round.
            self._wake.clear()
            self._awake = False
            with self._sending:
                while self._pending and self._open:
                    self._send_batch(_ROUND_SECONDS)
                # Threads add to the sum without a lock, so it may drift; with nothing pending it is 0 again.
                self._pending_bytes = 0

    def _send_batch(self, seconds: float) -> bool:
        batch, weight = self._next_batch()
        lost, last = self._not_kept, batch[-1]
        note: list[Event] = [NotKept(last.time, last.pid, last.thread, 0, last.order, lost)] if lost else []
        if not self._send(batch + note, seconds):
            # The reader drops the piece of a message that never ends, so all of it goes again.
            self._pending.extendleft(reversed(batch))
            return False
        # Lowered by what was told, not set to 0: a loss in the meantime stays counted.
        with self._counting:
            self._not_kept -= lost
        self._pending_bytes -= weight
        return True

    def _next_batch(self) -> tuple[list[Event], int]:
        """Take events that go together in one message; return their bytes of data too."""
        take = self._pending.popleft
        if self._pending_bytes < BATCH_BYTES:  # as nearly always: then nothing has to be weighed on the way
            batch = [take() for _ in range(min(len(self._pending), BATCH_LIMIT))]
            return batch, sum(map(_weight, batch))
        batch, weight = [], 0
        while self._pending and len(batch) < BATCH_LIMIT and weight < BATCH_BYTES:
            batch.append(take())
            weight += _weight(batch[-1])
        return batch, weight

    def _write_now(self, event: Event) -> None:
        batch = [event]
        if self._not_kept:
            batch.insert(0, NotKept(event.time, event.pid, event.thread, 0, event.order, self._not_kept))
        with self._sending:
            # After one wait in vain the next events do not wait again: the handler must go on.
            sent = self._send(batch, 0.0 if self._not_kept else _CHILD_PATIENCE)
        self._not_kept = 0 if sent else self._not_kept + 1

    def _send(self, batch: list[Event], seconds: float) -> bool:
        """Send one message; False if there was no room in time."""
        message = event_codec.encode(batch)
        pid = os.getpid()
        for start in range(0, len(message), _PIECE_LIMIT):
            piece = message[start : start + _PIECE_LIMIT]
            flags = (_BEGINS if start == 0 else 0) | (_ENDS if start + len(piece) == len(message) else 0)
            if not self._write_frame(_HEADER.pack(pid, len(piece), flags) + piece, seconds):
                return False
        return True

    def _write_frame(self, frame: bytes, seconds: float) -> bool:
        while True:
            try:
                os.write(self._fd, frame)
                return True
            except BlockingIOError:
                if not _wait_for_room(self._fd, seconds):
                    return False
            except OSError:
                return True  # nobody reads any more: the window is gone, and `core.process` ends this process

    def _go_on_in_child(self) -> None:
        """Begin anew after fork(): the parent sends what it had, and its locks may be held by nobody here."""
        self._alone = True
        self._pending = deque()
        self._not_kept = 0
        self._sending = threading.Lock()
        self._counting = threading.Lock()


def _wait_for_room(fd: int, seconds: float) -> bool:
    poll = select.poll()
    poll.register(fd, select.POLLOUT)
    return bool(poll.poll(seconds * 1000))


_WITH_DATA = frozenset({Received, Sent})


def _weight(event: Event) -> int:
    return len(event.data) if type(event) in _WITH_DATA else 0  # type: ignore[attr-defined]


class EventReader:
    """Puts the frames of a pipe together again: bytes in, batches of events out."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._buffer = bytearray()
        self._messages: dict[int, bytearray] = {}
        self._held = 0

    def feed(self, chunk: bytes) -> Iterator[list[Event]]:
        """Take in what was read, give the batches that are whole now.

        Raises `PipeError` when the bytes are none of ours.
        """
        buffer = self._buffer
        buffer += chunk
        start = 0
        while len(buffer) - start >= _HEADER.size:
            pid, length, flags = _HEADER.unpack_from(buffer, start)
            if length > _PIECE_LIMIT or flags > _BEGINS | _ENDS:
                raise PipeError("a frame of impossible length")
            end = start + _HEADER.size + length
            if end > len(buffer):
                break
            message = self._piece(pid, flags, bytes(buffer[start + _HEADER.size : end]))
            start = end
            if flags & _ENDS:
                yield self._decoded(message)
        del buffer[:start]

    def _piece(self, pid: int, flags: int, piece: bytes) -> bytearray:
        """Add a piece to its process's message; one that begins replaces what a killed writer left."""
        if flags & _BEGINS:
            self._forget(pid)
            self._messages[pid] = bytearray()
        message = self._messages.get(pid)
        if message is None or len(message) > MESSAGE_LIMIT:
            raise PipeError("a piece of no message")
        message += piece
        self._held += len(piece)
        if flags & _ENDS:
            self._forget(pid)
        while self._held > HELD_LIMIT or len(self._messages) > WRITERS_LIMIT:
            self._forget(next(iter(self._messages)))
        return message

    def _forget(self, pid: int) -> None:
        self._held -= len(self._messages.pop(pid, b""))

    def _decoded(self, message: bytearray) -> list[Event]:
        try:
            return event_codec.decode(message)
        except (msgspec.MsgspecError, RecursionError) as error:
            raise PipeError(f"a message that is no list of events: {error}") from error
