"""A socket whose bytes are seen: every send and every recv becomes an event, however it is called.

`socket.makefile()`, and with it a handler's `rfile` and `wfile`, call these methods too, so their bytes are
seen as well.
"""

import socket
from collections.abc import Callable
from time import monotonic_ns
from typing import TYPE_CHECKING, Any, TypeVar

from core.address import Address, show
from core.events import DATA_KEPT, Blocked, EndOfStream, Event, Received, Sent, SocketFailed
from core.witness import Wait, Witness

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

_Result = TypeVar("_Result")

_SENDFILE_BLOCK = 64 * 1024

# Plain numbers: with the socket module's enumerations a comparison takes thirty times as long.
_PEEK = int(socket.MSG_PEEK)
_STREAM = int(socket.SOCK_STREAM)


class ObservedSocket(socket.socket):
    """A socket like any other.

    `number` is that of the request whose connection it is, 0 for a server's own socket.
    """

    __slots__ = ("_kind", "_witness", "number", "peer")

    number: int
    peer: str

    @classmethod
    def over(cls, found: socket.socket, witness: Witness) -> "ObservedSocket":
        """Return a server's own socket, observed; `found` is empty afterwards."""
        timeout = found.gettimeout()
        new = cls(found.family, found.type, found.proto, found.detach())
        new._see(witness, 0, "")
        if timeout != new.gettimeout():
            new.settimeout(timeout)
        return new

    def _see(self, witness: Witness, number: int, peer: str) -> None:
        self._witness, self.number, self.peer = witness, number, peer
        self._kind = int(self.family), int(self.type), self.proto

    def accept(self) -> tuple["ObservedSocket", Any]:
        """As `socket.accept`; the connection belongs to the request that this thread gets."""
        fd, address = self._accept()  # type: ignore[attr-defined]  # as the library's own accept() does
        new = ObservedSocket(*self._kind, fd)
        new._kind, new._witness = self._kind, self._witness
        new.number, new.peer = self._witness.here.request, show(address)
        if socket.getdefaulttimeout() is None and self.gettimeout():
            new.setblocking(True)
        return new, address

    def dup(self) -> "ObservedSocket":
        """As `socket.dup`."""
        new = super().dup()
        new._see(self._witness, self.number, self.peer)
        return new

    def recv(self, bufsize: int, flags: int = 0, /) -> bytes:
        """As `socket.recv`."""
        data, began = self._receive("recv", _recv, self, bufsize, flags)
        self._arrived("recv", began, data, len(data), self.peer, flags, bufsize)
        return data

    def recv_into(self, buffer: "WriteableBuffer", nbytes: int = 0, flags: int = 0) -> int:
        """As `socket.recv_into`."""
        size, began = self._receive("recv_into", _recv_into, self, buffer, nbytes, flags)
        view = memoryview(buffer).cast("B")
        self._arrived("recv_into", began, view[:size], size, self.peer, flags, nbytes or len(view))
        return size

    def recvfrom(self, bufsize: int, flags: int = 0, /) -> tuple[bytes, Any]:
        """As `socket.recvfrom`."""
        got, began = self._receive("recvfrom", _recvfrom, self, bufsize, flags)
        data, peer = got
        self._arrived("recvfrom", began, data, len(data), self._named(peer), flags, bufsize)
        return got

    def recvfrom_into(self, buffer: "WriteableBuffer", nbytes: int = 0, flags: int = 0) -> tuple[int, Any]:
        """As `socket.recvfrom_into`."""
        got, began = self._receive("recvfrom_into", super().recvfrom_into, buffer, nbytes, flags)
        view = memoryview(buffer).cast("B")
        wanted = nbytes or len(view)
        self._arrived("recvfrom_into", began, view[: got[0]], got[0], self._named(got[1]), flags, wanted)
        return got

    def send(self, data: "ReadableBuffer", flags: int = 0, /) -> int:
        """As `socket.send`."""
        return self._send("send", data, self.peer, _send, self, data, flags)

    def sendall(self, data: "ReadableBuffer", flags: int = 0, /) -> None:
        """As `socket.sendall`."""
        return self._send("sendall", data, self.peer, _sendall, self, data, flags)

    def sendto(self, data: "ReadableBuffer", *flags_and_address: Any) -> int:
        """As `socket.sendto`."""
        peer = self._named(flags_and_address[-1])
        return self._send("sendto", data, peer, _sendto, self, data, *flags_and_address)

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
            got, began = self._receive("recvmsg", super().recvmsg, bufsize, ancbufsize, flags)
            self._arrived("recvmsg", began, got[0], len(got[0]), self._named(got[3]), flags, bufsize)
            return got

        def recvmsg_into(self, buffers: Any, ancbufsize: int = 0, flags: int = 0, /) -> Any:
            """As `socket.recvmsg_into`."""
            kept = [memoryview(buffer).cast("B") for buffer in buffers]
            got, began = self._receive("recvmsg_into", super().recvmsg_into, kept, ancbufsize, flags)
            data = b"".join(kept)[: got[0]]
            wanted = sum(map(len, kept))
            self._arrived("recvmsg_into", began, data, got[0], self._named(got[3]), flags, wanted)
            return got

        def sendmsg(self, buffers: Any, *rest: Any) -> int:
            """As `socket.sendmsg`."""
            kept = [bytes(buffer) for buffer in buffers]
            peer = self._named(rest[2]) if len(rest) > 2 else self.peer
            return self._send("sendmsg", b"".join(kept), peer, super().sendmsg, kept, *rest)

    # What is told -----------------------------------------------------------------------------------------

    def _receive(self, call: str, method: Callable[..., _Result], *args: object) -> tuple[_Result, int]:
        """Call `method`; return its result and when it was called.

        That the thread may have to wait for it is told before, and taken back after.  To look first whether
        something is there would cost a system call, at which the interpreter lets another thread go first.
        """
        witness = self._witness
        wait: Wait = []
        timeout = self.gettimeout()
        began = monotonic_ns()
        if timeout != 0:
            request = witness.here.request or self.number
            facts = (Blocked, request, call, self.number, self.peer, timeout or 0.0)
            wait += (witness.telling(began, *facts), self)
            witness.outlet.put(wait)
        try:
            return method(*args), began
        except BlockingIOError:
            raise  # how a socket without blocking says "not now": nothing happened
        except Exception as error:
            self._failed(call, began, error)
            raise
        finally:
            wait.clear()

    def _send(
        self, call: str, data: "ReadableBuffer", peer: str, method: Callable[..., _Result], *args: object
    ) -> _Result:
        began = monotonic_ns()
        try:
            result = method(*args)
        except BlockingIOError:
            raise
        except Exception as error:
            self._failed(call, began, error)
            raise
        # sendall() gives None, for it sent all; the other calls say how much.
        size = result if isinstance(result, int) else memoryview(data).nbytes
        self._tell_data(Sent, began, call, monotonic_ns() - began, peer, size, data)
        return result

    def _arrived(
        self, call: str, began: int, data: "ReadableBuffer", size: int, peer: str, flags: int, wanted: int
    ) -> None:
        now = monotonic_ns()
        if flags & _PEEK:
            return  # the bytes stay where they are and will be seen when they are taken
        if size == 0 and wanted and self._kind[1] == _STREAM:
            self._tell(EndOfStream, now, call, now - began, peer)
        else:
            self._tell_data(Received, now, call, now - began, peer, size, data)

    def _failed(self, call: str, began: int, error: Exception) -> None:
        now = monotonic_ns()
        self._tell(SocketFailed, now, call, now - began, self.peer, f"{type(error).__name__}: {error}")

    def _tell(self, kind: type[Event], at: int, call: str, took: int, peer: str, *facts: object) -> None:
        witness = self._witness
        request = witness.here.request or self.number
        witness.outlet.put(witness.telling(at, kind, request, call, took, self.number, peer, *facts))

    def _tell_data(
        self, kind: type[Event], at: int, call: str, took: int, peer: str, size: int, data: "ReadableBuffer"
    ) -> None:
        witness = self._witness
        request = witness.here.request or self.number
        kept = _kept(data, size)
        witness.outlet.put_data(witness.telling(at, kind, request, call, took, self.number, peer, size, kept))

    def _named(self, address: Address) -> str:
        return self.peer if self.number else show(address)


# Looked up once, and not with super() at each call.
_recv, _recv_into, _recvfrom = socket.socket.recv, socket.socket.recv_into, socket.socket.recvfrom
_send, _sendall, _sendto = socket.socket.send, socket.socket.sendall, socket.socket.sendto


def _kept(data: "ReadableBuffer", size: int) -> bytes:
    """Return what an event keeps of the first `size` bytes; short bytes, the usual case, without a copy."""
    if type(data) is bytes and len(data) == size <= DATA_KEPT:
        return data
    return bytes(memoryview(data).cast("B")[: min(size, DATA_KEPT)])
