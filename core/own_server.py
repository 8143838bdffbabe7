"""What stands on top of the observed classes where the code is a learner's own.

Four things more are noticed: that a server was activated, wherever the program makes it; that its listening
socket was closed under its loop, which the library would never notice; that memory ran out; and that
sys.exit() ended nothing but one request's thread or process, of which the library says nothing.
"""

import errno
import os
import socket
import socketserver
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from core import limits
from core.events import Raised
from core.gate import Gate
from core.observe import Observed, exception_in_words, observed, request_number
from core.trace import strip
from core.witness import Witness

if TYPE_CHECKING:
    _Server = Observed
else:
    _Server = object

_CLOSED = frozenset({errno.EBADF, errno.ENOTSOCK, errno.EINVAL})
"""What accept() raises for a listening socket that was closed, replaced or shut down."""


class ListeningSocketClosedError(RuntimeError):
    """The server's own socket is closed, and its loop goes on."""

    __module__ = "builtins"  # a traceback gives its name alone: where it is made is nothing to a learner

    def __init__(self) -> None:
        """Say what that means."""
        super().__init__(
            "The server's listening socket was closed while its loop was running, so nobody can connect any "
            "more. A handler closes self.request, never self.server or its socket."
        )


class Keeper(Protocol):
    """Who is told of the servers that a program makes."""

    def binding(self, server: Any) -> None:
        """Hear that a server is about to be bound to its `server_address`."""

    def activated(self, server: Any) -> None:
        """Hear that clients can connect to a server."""

    def is_stopping(self) -> bool:
        """True once the server was told to stop."""


class Kept(_Server):
    """Tells its keeper of what the program does with it."""

    lab_keeper: Keeper
    lab_loop = (0, 0)
    """The process and the thread in which requests are accepted."""

    def server_bind(self) -> None:
        """Tell of the address before it can fail."""
        self.lab_keeper.binding(self)
        super().server_bind()

    def server_activate(self) -> None:
        """Tell that clients can connect."""
        super().server_activate()
        self.lab_keeper.activated(self)

    def get_request(self) -> tuple[Any, Any]:
        """Get the request; for a closed socket the library's loop would try without end, and say nothing."""
        self.lab_loop = os.getpid(), threading.get_ident()
        try:
            return super().get_request()
        except OSError as error:
            if error.errno in _CLOSED and not self.lab_keeper.is_stopping():
                raise ListeningSocketClosedError from error
            raise

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Observe a handler class that the program chose after the server was made."""
        if self.RequestHandlerClass is not self.lab_book.handler:
            self.lab_observe_handler()
        try:
            super().finish_request(request, client_address)
        except SystemExit as error:
            self._tell_of_exit(error, request)
            raise

    def handle_error(self, request: Any, client_address: Any) -> None:
        """If memory ran out, make room to tell of it, and say why."""
        if isinstance(sys.exc_info()[1], MemoryError) and (size := limits.give_room()):
            print(f"memory_limit: each process of this server may take {size} MiB.", file=sys.stderr)
        super().handle_error(request, client_address)

    def _tell_of_exit(self, error: SystemExit, request: Any) -> None:
        pid, thread = self.lab_loop
        if (os.getpid(), threading.get_ident()) == (pid, thread):
            return  # the loop ends by it, and that is told
        what = "thread" if os.getpid() == pid else "process"
        strip(error)
        self.lab_witness.tell(Raised, request_number(request), *exception_in_words())
        print(
            f"sys.exit() ended the {what} of this request, and no more: the server goes on.", file=sys.stderr
        )


def kept(kind: type, witness: Witness, gate: Gate | None, keeper: Keeper) -> type[socketserver.TCPServer]:
    """Return a subclass that is observed, and tells its keeper of what it does."""
    return type(kind.__name__, (Kept, observed(kind, witness, gate)), {"lab_keeper": keeper})


def keep_every_server(make: Callable[[type], type]) -> None:
    """Let every server that this process makes from now on be of the class that `make` gives for its own.

    It is done where an object comes into being.  To put other classes in the place of names would not do:
    in a program's `super(MyServer, self)`, the name has to mean the class itself.
    """
    made: dict[type, type] = {}

    def new(cls: type, *_args: Any, **_kwargs: Any) -> Any:
        if issubclass(cls, Observed):
            return object.__new__(cls)
        if cls not in made:
            made[cls] = make(cls)
        return object.__new__(made[cls])

    socketserver.BaseServer.__new__ = new  # type: ignore[method-assign]


def shut_listening_socket(server: Any) -> None:
    """Wake whoever waits for a client of that server: on Linux, a socket that is shut down is readable.

    For a datagram socket without a peer the call itself fails, having done so all the same.
    """
    try:
        server.socket.shutdown(socket.SHUT_RDWR)
    except (OSError, AttributeError):  # closed by the program itself, or it has none
        return
