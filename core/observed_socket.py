"""A socket whose bytes are seen: every send and every recv becomes an event, however it is called.

`socket.makefile()`, and with it a handler's `rfile` and `wfile`, call these methods too, so their bytes are
seen as well.
"""

import select
import socket
from collections.abc import Callable
from time import monotonic_ns
from typing import TYPE_CHECKING, Any, TypeVar

from core.address import Address, show
from core.events import DATA_KEPT, Blocked, EndOfStream, Received, Sent, SocketFailed
from core.witness import Witness

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

_Result = TypeVar("_Result")

_SENDFILE_BLOCK = 64 * 1024


class ObservedSocket(socket.socket):
    """A socket like any other, made out of one that exists, which it takes over.

    `number` is that of the request whose connection it is, 0 for a server's own socket.
    """

    __slots__ = ("_is_stream", "_poll", "_witness", "number", "peer")

    def __init__(self, found: socket.socket, witness: Witness, number: int = 0, peer: Address = None) -> None:
        """Take the file descriptor and the timeout of `found` over; `found` is empty afterwards."""
        timeout = found.gettimeout()
        super().__init__(found.family, found.type, found.proto, found.detach())
        self.settimeout(timeout)
        self.number = number
        self.peer = show(peer) if number else ""
        self._witness = witness
        self._is_stream = self.type == socket.SOCK_STREAM
        self._poll = _poll_of(self)

    def recv(self, bufsize: int, flags: int = 0, /) -> bytes:
        """As `socket.recv`."""
        began = self._begin("recv")
        data = self._attempt("recv", began, super().recv, bufsize, flags)
        self._arrived("recv", began, data, len(data), self.peer, flags, bufsize)
        return data

    def recv_into(self, buffer: "WriteableBuffer", nbytes: int = 0, flags: int = 0) -> int:
        """As `socket.recv_into`."""
        began = self._begin("recv_into")
        size = self._attempt("recv_into", began, super().recv_into, buffer, nbytes, flags)
        view = memoryview(buffer).cast("B")
        self._arrived("recv_into", began, view[:size], size, self.peer, flags, nbytes or len(view))
        return size

    def recvfrom(self, bufsize: int, flags: int = 0, /) -> tuple[bytes, Any]:
        """As `socket.recvfrom`."""
        began = self._begin("recvfrom")
        data, peer = self._attempt("recvfrom", began, super().recvfrom, bufsize, flags)
        self._arrived("recvfrom", began, data, len(data), self._named(peer), flags, bufsize)
        return data, peer

    def recvfrom_into(self, buffer: "WriteableBuffer", nbytes: int = 0, flags: int = 0) -> tuple[int, Any]:
        """As `socket.recvfrom_into`."""
        began = self._begin("recvfrom_into")
        size, peer = self._attempt("recvfrom_into", began, super().recvfrom_into, buffer, nbytes, flags)
        view = memoryview(buffer).cast("B")
        self._arrived(
            "recvfrom_into", began, view[:size], size, self._named(peer), flags, nbytes or len(view)
        )
        return size, peer

    def send(self, data: "ReadableBuffer", flags: int = 0, /) -> int:
        """As `socket.send`."""
        began = monotonic_ns()
        size = self._attempt("send", began, super().send, data, flags)
        self._left("send", began, data, size, self.peer)
        return size

    def sendall(self, data: "ReadableBuffer", flags: int = 0, /) -> None:
        """As `socket.sendall`."""
        began = monotonic_ns()
        self._attempt("sendall", began, super().sendall, data, flags)
        self._left("sendall", began, data, memoryview(data).nbytes, self.peer)

    def sendto(self, data: "ReadableBuffer", *flags_and_address: Any) -> int:
        """As `socket.sendto`."""
        began = monotonic_ns()
        size = self._attempt("sendto", began, super().sendto, data, *flags_and_address)
        self._left("sendto", began, data, size, self._named(flags_and_address[-1]))
        return size

    def sendfile(self, file: Any, offset: int = 0, count: int | None = None) -> int:
        """As `socket.sendfile`, block by block through `sendall`, so that the bytes are seen."""
        if offset:
            file.seek(offset)
        total = 0
        while block := file.read(_SENDFILE_BLOCK if count is None else min(_SENDFILE_BLOCK, count - total)):
            self.sendall(block)
            total += len(block)
        return total

    # Of the scatter-gather calls only those that this system has.
    if hasattr(socket.socket, "recvmsg"):

        def recvmsg(
            self, bufsize: int, ancbufsize: int = 0, flags: int = 0, /
        ) -> tuple[bytes, list[tuple[int, int, bytes]], int, Any]:
            """As `socket.recvmsg`."""
            began = self._begin("recvmsg")
            got = self._attempt("recvmsg", began, super().recvmsg, bufsize, ancbufsize, flags)
            self._arrived("recvmsg", began, got[0], len(got[0]), self._named(got[3]), flags, bufsize)
            return got

        def recvmsg_into(self, buffers: Any, ancbufsize: int = 0, flags: int = 0, /) -> Any:
            """As `socket.recvmsg_into`."""
            kept = [memoryview(buffer).cast("B") for buffer in buffers]
            began = self._begin("recvmsg_into")
            got = self._attempt("recvmsg_into", began, super().recvmsg_into, kept, ancbufsize, flags)
            data = b"".join(kept)[: got[0]]
            wanted = sum(map(len, kept))
            self._arrived("recvmsg_into", began, data, got[0], self._named(got[3]), flags, wanted)
            return got

        def sendmsg(self, buffers: Any, *rest: Any) -> int:
            """As `socket.sendmsg`."""
            kept = [bytes(buffer) for buffer in buffers]
            began = monotonic_ns()
            size = self._attempt("sendmsg", began, super().sendmsg, kept, *rest)
            peer = self._named(rest[2]) if len(rest) > 2 else self.peer
            self._left("sendmsg", began, b"".join(kept), size, peer)
            return size

    def _begin(self, call: str) -> int:
        """Return the time; if nothing is there to be received, tell that the thread is about to wait."""
        if self._poll and self._will_wait():
            timeout, request = self.gettimeout(), self._witness.request or self.number
            if timeout != 0:
                self._witness.tell(Blocked, request, call, self.number, self.peer, timeout or 0.0)
        return monotonic_ns()

    def _will_wait(self) -> bool:
        try:
            return not self._poll.poll(0)
        except RuntimeError:  # another thread asks at this very moment; who of the two waits is not known
            return False

    def _named(self, address: Address) -> str:
        return self.peer if self.number else show(address)

    def _attempt(self, call: str, began: int, method: Callable[..., _Result], *args: object) -> _Result:
        try:
            return method(*args)
        except BlockingIOError:
            raise  # how a socket without blocking says "not now": nothing happened
        except Exception as error:
            self._tell(SocketFailed, call, began, self.peer, f"{type(error).__name__}: {error}")
            raise

    def _arrived(
        self, call: str, began: int, data: "ReadableBuffer", size: int, peer: str, flags: int, wanted: int
    ) -> None:
        if flags & socket.MSG_PEEK:
            return  # the bytes stay where they are and will be seen when they are taken
        if size == 0 and wanted and self._is_stream:
            self._tell(EndOfStream, call, began, peer)
        else:
            self._tell(Received, call, began, peer, size, _kept(data, size))

    def _left(self, call: str, began: int, data: "ReadableBuffer", size: int, peer: str) -> None:
        self._tell(Sent, call, began, peer, size, _kept(data, size))

    def _tell(self, kind: Any, call: str, began: int, peer: str, *facts: object) -> None:
        witness = self._witness
        now = monotonic_ns()
        at = began if kind is Sent else now
        witness.tell_at(
            at, kind, witness.request or self.number, call, now - began, self.number, peer, *facts
        )


def _kept(data: "ReadableBuffer", size: int) -> bytes:
    """Return what an event keeps of the first `size` bytes; short bytes, the usual case, without a copy."""
    if type(data) is bytes and len(data) == size <= DATA_KEPT:
        return data
    return bytes(memoryview(data).cast("B")[: min(size, DATA_KEPT)])


def _poll_of(found: socket.socket) -> Any:
    """Return what asks whether something is there to be received; None where the system has no poll()."""
    if not hasattr(select, "poll"):
        return None
    poll = select.poll()
    poll.register(found, select.POLLIN)
    return poll
