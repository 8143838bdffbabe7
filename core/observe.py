"""Hooks, handler methods and sockets → events, by override, super, tell; the observed code is not changed.

`observed(server_class, witness)` gives a subclass that behaves the same and tells what it does.  Three layers
stand on top of the class, outermost first: one that tells of every hook's entering and leaving, made from the
table `SERVER_HOOKS`; one that knows what threads or forks add; and `Observed`, which numbers requests and
takes over their sockets.  Before a hook is entered, its thread may have to wait at a `core.gate`.
"""

import functools
import os
import socket
import socketserver
import sys
import threading
import traceback
from collections.abc import Callable
from time import monotonic_ns as now
from typing import TYPE_CHECKING, Any

from core.address import show
from core.events import (
    TEXT_KEPT,
    ChildEnded,
    ChildForked,
    ChildStarted,
    Left,
    Owner,
    Raised,
    ThreadEnded,
    ThreadStarted,
)
from core.gate import ALWAYS_OPEN, Gate
from core.observed_socket import ObservedSocket
from core.trace import strip
from core.witness import Witness
from core.wording import worded

SERVER_HOOKS = (
    "server_bind",
    "server_activate",
    "fileno",
    "serve_forever",
    "handle_request",
    "service_actions",
    "collect_children",
    "handle_timeout",
    "get_request",
    "verify_request",
    "process_request",
    "process_request_thread",
    "finish_request",
    "handle_error",
    "shutdown_request",
    "close_request",
    "shutdown",
    "server_close",
)
"""Every method of a `socketserver` server whose calls are told, where the class has it."""

HANDLER_METHODS = ("setup", "handle", "finish")
"""Every method of a handler whose calls are told."""

RESULT_KEPT = 80
"""At most this many characters of a returned value's repr are kept."""


class Datagram(tuple[bytes, socket.socket]):
    """A datagram request, (data, socket), that knows its `number`."""

    number: int


_NUMBERED = frozenset({ObservedSocket, Datagram})


def request_number(request: object) -> int:
    """Return the number of a request that `get_request` gave, 0 if it has none."""
    return request.number if type(request) in _NUMBERED else 0  # type: ignore[attr-defined]


if TYPE_CHECKING:
    _Server = socketserver.TCPServer
    _ThreadingServer = socketserver.ThreadingTCPServer
    _ForkingServer = socketserver.ForkingTCPServer
else:
    _Server = _ThreadingServer = _ForkingServer = object


class Book:
    """What the lab remembers of a server: one object, to leave all other names to a learner's class."""

    def __init__(self, witness: Witness) -> None:
        """Begin with no request."""
        self.witness = witness
        self.requests = 0
        # Sockets of requests by number, so that stopping can reach them; entries come and go in one step
        # each, which the interpreter's lock makes safe for the thread that stops.
        self.live: dict[int, socket.socket] = {}
        self.handler: Any = None


class Observed(_Server):
    """Numbers requests, takes their sockets over, tells of exceptions."""

    lab_witness: Witness
    lab_gate: Gate | None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """As the server's own, whatever it takes, with the handler class observed too."""
        self.lab_book = Book(self.lab_witness)
        super().__init__(*args, **kwargs)
        self.lab_observe_handler()

    def lab_observe_handler(self) -> None:
        """Observe the handler class that the server has now."""
        found = getattr(self, "RequestHandlerClass", None)  # a learner's class may do without
        handler = observed_handler(found, self.lab_witness, self.lab_gate)
        self.lab_book.handler = self.RequestHandlerClass = handler

    def server_bind(self) -> None:
        """Take the server's own socket over, then bind it."""
        if type(self.socket) is socket.socket:  # a TLS socket or a learner's own is left as it is
            self.socket = ObservedSocket.over(self.socket, self.lab_witness)
        super().server_bind()

    def get_request(self) -> tuple[Any, Any]:
        """Get the request, and give it its number."""
        number = self.lab_book.requests + 1
        here = self.lab_witness.here
        here.request = number
        try:
            request, client_address = super().get_request()
        finally:
            here.request = 0
        self.lab_book.requests = number
        return self._numbered(request, number), client_address

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Remember, for bytes and exceptions, which request this thread works for."""
        here = self.lab_witness.here
        here.request = request_number(request)
        try:
            super().finish_request(request, client_address)
        finally:
            here.request = 0

    def close_request(self, request: Any) -> None:
        """Forget the request's socket."""
        self.lab_book.live.pop(request_number(request), None)
        super().close_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell of the exception, as it would be seen without the lab."""
        if (error := sys.exc_info()[1]) is not None:
            strip(error)
        self.lab_witness.tell(Raised, request_number(request), *exception_in_words())
        super().handle_error(request, client_address)

    def _numbered(self, request: Any, number: int) -> Any:
        if type(request) is ObservedSocket:  # as accept() of the server's socket gives it
            self.lab_book.live[number] = request
        elif type(request) is tuple and len(request) == 2:
            request = Datagram(request)
            request.number = number
        return request


class ObservedThreads(_ThreadingServer):
    """Tells of the threads that `ThreadingMixIn` makes."""

    lab_witness: Witness

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Tell when the thread begins and ends."""
        name, number = threading.current_thread().name, request_number(request)
        self.lab_witness.tell(ThreadStarted, number, name)
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.lab_witness.tell(ThreadEnded, number, name)


class ObservedForks(_ForkingServer):
    """Tells of the children that `ForkingMixIn` makes."""

    lab_witness: Witness

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Remember which process is the parent."""
        self._parent = os.getpid()
        super().__init__(*args, **kwargs)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Tell which child was made; in the child itself this never returns."""
        before = set(self.active_children or ())
        super().process_request(request, client_address)
        for child in set(self.active_children or ()) - before:
            self.lab_witness.tell(ChildForked, request_number(request), child)

    def collect_children(self, *, blocking: bool = False) -> None:
        """Tell which children were collected, and how they had ended."""
        before = {child: _how_it_ended(child) for child in self.active_children or ()}
        super().collect_children(blocking=blocking)
        for child in before.keys() - set(self.active_children or ()):
            self.lab_witness.tell(ChildEnded, 0, child, before[child] or worded("ended"))


class ObservedChild(_ForkingServer):
    """Tells, as a child's first word, that it runs: outermost, before the child's first call is told."""

    lab_witness: Witness
    _parent: int

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Tell, in the child, that it runs."""
        if os.getpid() != self._parent:
            self.lab_witness.tell(ChildStarted, request_number(request), self._parent)
        super().finish_request(request, client_address)


def observed(
    server_class: type[socketserver.BaseServer], witness: Witness, gate: Gate | None = None
) -> type[socketserver.TCPServer]:
    """Return a subclass of `server_class` that behaves the same and tells `witness` what it does.

    Its threads wait at the `gate` before each method, where there is one and it is not open.
    """
    layers: list[type] = [Observed, server_class]
    if issubclass(server_class, socketserver.ThreadingMixIn):
        layers.insert(0, ObservedThreads)
    if hasattr(socketserver, "ForkingMixIn") and issubclass(server_class, socketserver.ForkingMixIn):
        layers.insert(0, ObservedForks)
    inner = type(server_class.__name__, tuple(layers), {"lab_witness": witness, "lab_gate": gate})
    told = {
        name: _told(getattr(inner, name), Owner.SERVER, witness, gate)
        for name in SERVER_HOOKS
        if hasattr(inner, name)
    }
    outer = type(server_class.__name__, (inner,), told)
    return type(server_class.__name__, (ObservedChild, outer), {}) if ObservedForks in layers else outer


def observed_handler(handler: Any, witness: Witness, gate: Gate | None = None) -> Any:
    """Return a subclass of `handler` that tells of its methods; what is no handler class stays as it is."""
    if not (isinstance(handler, type) and issubclass(handler, socketserver.BaseRequestHandler)):
        return handler
    told = {name: _told(getattr(handler, name), Owner.HANDLER, witness, gate) for name in HANDLER_METHODS}
    return type(handler.__name__, (handler,), {**told, "__module__": handler.__module__})


def _told(
    method: Callable[..., Any], owner: Owner, witness: Witness, gate: Gate | None
) -> Callable[..., Any]:
    """Return `method` with its entering and its leaving told, and a look at the gate before."""
    name = method.__name__
    usual = _number_of_first_argument if owner is Owner.SERVER else _number_of_handler
    number_of: Callable[[Any, tuple[Any, ...]], int] = _NUMBERS.get(name, usual)
    pace = gate.pace_for(name) if gate else ALWAYS_OPEN
    outlet, here, next_order, meet = witness.outlet, witness.here, witness.next_order, witness.meet_thread
    whose = owner.value

    @functools.wraps(method)
    def told(self: Any, *args: Any, **kwargs: Any) -> Any:
        number = number_of(self, args)
        if pace[0] and gate:
            gate.wait(number, owner, name)
        # As Witness.tell() does, without its calls: of all that watching costs, most is spent here.
        thread = here.thread or meet()
        outlet.put(("Entered", now(), witness.pid, thread, number, next_order(), whose, name))
        try:
            result = method(self, *args, **kwargs)
        except BaseException as error:
            witness.tell(Left, number, whose, name, "", _in_one_line(error))
            raise
        if result is None:
            outlet.put(("Left", now(), witness.pid, here.thread or meet(), number, next_order(), whose, name))
        else:
            witness.tell(Left, number, whose, name, _short(name, result))
        return result

    return told


def _number_of_first_argument(_server: Any, args: tuple[Any, ...]) -> int:
    return args[0].number if args and type(args[0]) in _NUMBERED else 0


def _number_of_handler(handler: Any, _args: tuple[Any, ...]) -> int:
    request: Any = getattr(handler, "request", None)  # a learner's handler may have deleted it
    return request.number if type(request) in _NUMBERED else 0


def _number_to_come(server: Any, _args: tuple[Any, ...]) -> int:
    number: int = server.lab_book.requests + 1
    return number


def _no_number(_server: Any, _args: tuple[Any, ...]) -> int:
    return 0


_NUMBERS = {"get_request": _number_to_come, "serve_forever": _no_number}


def _short(name: str, result: object) -> str:
    """Return a result as a short text; a learner's object may have a repr that raises."""
    if name == "get_request" and isinstance(result, tuple) and len(result) == 2:
        return show(result[1])
    try:
        return repr(result)[:RESULT_KEPT]
    except Exception:  # noqa: BLE001 - the object is a learner's: whatever it raises is no reason to stop
        return f"<{type(result).__name__}>"


def _in_one_line(error: BaseException) -> str:
    return f"{type(error).__name__}: {_text_of(error)}"[:RESULT_KEPT]


def _text_of(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # noqa: BLE001 - as above
        return "(its text cannot be shown)"


def exception_in_words() -> tuple[str, str, str]:
    """Return kind, message and traceback of the exception that is being handled."""
    error = sys.exc_info()[1]
    if error is None:
        return "", "handle_error() was called without an exception", ""
    try:
        lines = "".join(traceback.format_exception(error))
    except Exception:  # noqa: BLE001 - as above
        lines = ""
    # The end of a traceback says most.
    return type(error).__name__, _text_of(error)[:TEXT_KEPT], lines[-TEXT_KEPT:]


_EXIT_WORDS: dict[int, Callable[[int], str]] = (
    {
        os.CLD_EXITED: lambda status: worded("ended with code {status}", status=status),
        os.CLD_KILLED: lambda status: worded("was killed by signal {status}", status=status),
        os.CLD_DUMPED: lambda status: worded("crashed with signal {status}", status=status),
    }
    if hasattr(os, "waitid")
    else {}
)


def _how_it_ended(child: int) -> str:
    """Return in words how a child ended, "" while it runs or where the system does not tell.

    waitid() with WNOWAIT looks and leaves the zombie for the library to collect.
    """
    if not _EXIT_WORDS:
        return ""
    try:
        seen = os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return ""
    return _EXIT_WORDS[seen.si_code](seen.si_status) if seen else ""
