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
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from typing import Any

import msgspec

from core import event_codec
from core.events import Event, NotKept
from core.witness import Telling, Wait, told_at_once

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

_ROUND_SECONDS = 0.05
"""How long the thread waits for room before it looks how much has come meanwhile, and whether to go on."""

_CHILD_PATIENCE = 0.5
"""How long a forked child waits for room in the pipe before it counts an event as not kept."""


class PipeError(Exception):
    """What came through the pipe was not written by `EventWriter`."""


class EventWriter:
    """Writes tellings to a pipe without holding up the one who tells: an outlet for `core.witness`.

    In the server process a thread of its own sends them in batches.  A forked child has no such thread and
    may be killed at any moment, so it writes each one at once: what it told is in the pipe whatever comes.
    """

    put: Callable[[Any], object]
    """Takes a telling in, or a wait, which may be over until its turn to be sent comes.

    This is a server's busiest line: so it is a queue's own method, in C, and not one that first asks whether
    there is room, or which process this is.  Where that changes, `put` itself is exchanged.
    """

    def __init__(self, fd: int) -> None:
        """Write to the file descriptor `fd`, from now on without blocking."""
        if hasattr(select, "poll"):  # Windows has none; there only the thread below writes, and may wait
            os.set_blocking(fd, False)
        self._fd = fd
        self._queue: SimpleQueue[Any] = SimpleQueue()
        self._queue_bytes = 0
        self._not_kept = 0
        self._is_open = True
        self._counting = threading.Lock()
        self._writing = threading.Lock()
        self.put = self._queue.put
        self._thread = threading.Thread(target=self._send_forever, name="socket-lab events", daemon=True)
        self._thread.start()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._go_on_in_child)

    def put_data(self, telling: Telling) -> None:
        """Take a telling in whose last fact is data."""
        # Threads add without a lock, so the sum may drift; with nothing in the queue it is 0 again.
        self._queue_bytes += len(telling[-1])
        if self._queue_bytes >= PENDING_BYTES:
            self._heed_limits()
        self.put(telling)

    def pending(self) -> int:
        """Return how much waits to be sent."""
        return self._queue.qsize()

    def flush(self, seconds: float) -> bool:
        """Wait until all that was put is in the pipe, for at most `seconds`; True when it is."""
        done = threading.Event()
        self._queue.put(done)
        return done.wait(seconds)

    def close(self) -> None:
        """Send no more; the thread ends."""
        self._is_open = False
        self._queue.put(None)
        self._thread.join()

    # In the server process, on the thread that sends ------------------------------------------------------

    def _send_forever(self) -> None:
        pause = threading.Event()  # never set: a learner sees time.sleep(), so the lab does not use it
        while self._is_open:
            first = [self._queue.get()]
            pause.wait(_BATCHING_SECONDS)
            while first and self._is_open:
                self._send_some(first)
                first = [] if self._queue.empty() else [self._queue.get()]
            self._queue_bytes = 0

    def _send_some(self, found: list[Any]) -> None:
        """Send what was found in the queue and what stands behind it, as far as it goes into one message."""
        self._take_more(found)
        done = [one for one in found if isinstance(one, threading.Event)]
        batch = _tellings_in(found)
        if lost := self._not_kept:
            batch.append(_note(lost))
        if batch:
            self._send_in_time(batch)
        # Lowered by what was told, not set to 0: a loss in the meantime stays counted.
        with self._counting:
            self._not_kept -= lost
        self._heed_limits()
        for event in done:
            event.set()

    def _take_more(self, found: list[Any]) -> None:
        take = self._queue.get
        if self._queue_bytes < BATCH_BYTES:  # as nearly always: then nothing has to be weighed on the way
            found += [take() for _ in range(min(self._queue.qsize(), BATCH_LIMIT - 1))]
            self._queue_bytes -= sum(map(_weight, found))
            return
        weight = _weight(found[0])
        while len(found) < BATCH_LIMIT and weight < BATCH_BYTES and not self._queue.empty():
            found.append(take())
            weight += _weight(found[-1])
        self._queue_bytes -= weight

    def _send_in_time(self, batch: list[Telling]) -> None:
        # The reader drops the piece of a message that never ends, so all of it goes again.
        while self._is_open and not self._send(batch, _ROUND_SECONDS):
            self._heed_limits()

    def _heed_limits(self) -> None:
        """From now on only count what comes, or take it in again."""
        is_full = self._queue.qsize() >= PENDING_LIMIT or self._queue_bytes >= PENDING_BYTES
        self.put = self._count if is_full else self._queue.put

    def _count(self, found: Telling | Wait) -> None:
        if isinstance(found, tuple):  # a wait is no loss: what ends it tells how long it took
            with self._counting:
                self._not_kept += 1

    # In a forked child ------------------------------------------------------------------------------------

    def _go_on_in_child(self) -> None:
        """Begin anew after fork(): the parent sends what it had, and its locks may be held by nobody here."""
        self._not_kept = 0
        self._writing = threading.Lock()
        self.put = self._write_now
        self.put_data = self._write_now  # type: ignore[assignment,method-assign]  # no queue here, and no limits of one

    def _write_now(self, found: Telling | Wait) -> None:
        telling = told_at_once(found)
        if not telling:
            return
        batch = [_note(self._not_kept), telling] if self._not_kept else [telling]
        with self._writing:
            # After one wait in vain the next do not wait again: the handler must go on.
            sent = self._send(batch, 0.0 if self._not_kept else _CHILD_PATIENCE)
        self._not_kept = 0 if sent else self._not_kept + 1

    # In both ----------------------------------------------------------------------------------------------

    def _send(self, batch: list[Telling], seconds: float) -> bool:
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


def _wait_for_room(fd: int, seconds: float) -> bool:
    poll = select.poll()
    poll.register(fd, select.POLLOUT)
    return bool(poll.poll(seconds * 1000))


def _tellings_in(found: list[Any]) -> list[Telling]:
    """Return what is to be sent of what was put: not what was taken back, nor who waits for the end."""
    if set(map(type, found)) == {tuple}:
        return found
    # A slice, in one step: between a look and a second one the wait may be over, and the list empty.
    bare = (telling for one in found for telling in (one[:1] if isinstance(one, list) else (one,)))
    return [one for one in bare if isinstance(one, tuple)]


_DATA_AT = 11
"""Only `Received` and `Sent` are so long, and have their data there."""


def _weight(found: Any) -> int:
    return len(found[_DATA_AT]) if type(found) is tuple and len(found) > _DATA_AT else 0


def _note(lost: int) -> Telling:
    return (NotKept.__name__, time.monotonic_ns(), os.getpid(), threading.get_native_id(), 0, 0, lost)


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
