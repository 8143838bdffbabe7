"""What can happen, one frozen class each.

Every event says when (`time`: nanoseconds of `time.monotonic_ns()`, one clock for all processes of the
machine), where (`pid`, and `thread`: the system's thread number), for which `request` (numbered from 1 in the
order of `get_request()`; 0 for none) and in which `order` within its process.  To sort events of several
processes use `moment`.

Events cross from the server's process to the window's as msgpack arrays, checked when they arrive.
"""

from enum import StrEnum
from typing import Any

import msgspec

DATA_KEPT = 64 * 1024
"""At most this many bytes of one send or recv are kept in an event; `size` always tells the true number."""

TEXT_KEPT = 16 * 1024
"""At most this many characters of a traceback, or of one piece of printed text, are kept in an event."""


class Owner(StrEnum):
    """Whose method was called."""

    SERVER = "server"
    HANDLER = "handler"


class Stage(StrEnum):
    """The steps of stopping, in order; see `core.process`."""

    SHUTDOWN_CALLED = "shutdown-called"
    LOOP_ENDED = "loop-ended"
    CONNECTIONS_SHUT_DOWN = "connections-shut-down"
    SERVER_CLOSED = "server-closed"


class Event(msgspec.Struct, frozen=True, gc=False, array_like=True, tag=True):
    """Something that happened: when, where, for which request."""

    time: int
    pid: int
    thread: int
    request: int
    order: int


def moment(event: Event) -> tuple[int, int, int]:
    """Return the key that puts events of several processes in order."""
    return event.time, event.pid, event.order


# The server process ------------------------------------------------------------------------------------


class Spawned(Event, frozen=True, gc=False):
    """The window made a server process (told by the window)."""

    server_pid: int


class Listening(Event, frozen=True, gc=False):
    """The server is bound and activated, and its loop is about to run: clients can connect."""

    address: str
    port: int
    """The port, or 0 for a Unix socket, whose path is then the address."""


class StartFailed(Event, frozen=True, gc=False):
    """The server could not be made; the three sentences are for the learner (see `core.errors`)."""

    code: str
    what: str
    why: str
    hint: str


class CodeFailed(Event, frozen=True, gc=False):
    """A learner's program gave no server: an exception of that `kind` at `line` (0: none of its own).

    `StartFailed`, which follows, says it in sentences.
    """

    line: int
    kind: str
    message: str
    traceback: str


class StopRequested(Event, frozen=True, gc=False):
    """Somebody pressed Stop (told by the window); after `bound` seconds the process will be killed."""

    bound: float


class StopStage(Event, frozen=True, gc=False):
    """Stopping reached a stage."""

    stage: Stage


class StillBusy(Event, frozen=True, gc=False):
    """While stopping: a handler does not end; `where` is the line it is at."""

    where: str


class Killed(Event, frozen=True, gc=False):
    """The window killed the server process and its children, because of `reason`."""

    reason: str


class ProcessEnded(Event, frozen=True, gc=False):
    """The server process is gone; `code` as in `subprocess.Popen.returncode`, `what` in words."""

    code: int
    what: str


# Calls -------------------------------------------------------------------------------------------------


class Entered(Event, frozen=True, gc=False):
    """A hook of the server or a method of a handler was called."""

    owner: Owner
    name: str
    detail: str = ""


class Left(Event, frozen=True, gc=False):
    """The call returned `result` (a short repr, "" for None), or was left by the exception `error`."""

    owner: Owner
    name: str
    result: str = ""
    error: str = ""


class Raised(Event, frozen=True, gc=False):
    """An exception reached `handle_error()`."""

    kind: str
    message: str
    traceback: str


class Printed(Event, frozen=True, gc=False):
    """The server process wrote `text` to its standard output or error."""

    text: str


# Bytes -------------------------------------------------------------------------------------------------


class Received(Event, frozen=True, gc=False):
    """Bytes arrived: `call` is the socket method, which `took` so many ns until `time`, when it returned.

    `connection` is the number of the request whose socket it is (0 for the datagram socket that all share);
    `request` that of the request whose code called.
    """

    call: str
    took: int
    connection: int
    peer: str
    size: int
    data: bytes


class Sent(Event, frozen=True, gc=False):
    """Bytes were handed to the kernel; fields as in `Received`, but `time` is when the method was called.

    So what was sent stands before what was received of it.
    """

    call: str
    took: int
    connection: int
    peer: str
    size: int
    data: bytes


class EndOfStream(Event, frozen=True, gc=False):
    """A recv returned b"": the peer will send no more."""

    call: str
    took: int
    connection: int
    peer: str


class SocketFailed(Event, frozen=True, gc=False):
    """A socket method raised `error`."""

    call: str
    took: int
    connection: int
    peer: str
    error: str


class Blocked(Event, frozen=True, gc=False):
    """The thread is about to wait, in `call`, for something to arrive or to pass: until its next event.

    `seconds` is how long at most, 0 for as long as it takes.
    """

    call: str
    connection: int
    peer: str
    seconds: float


class Paused(Event, frozen=True, gc=False):
    """The thread waits before it enters a method, because the learner steps or has slowed the server."""

    owner: Owner
    name: str


class Resumed(Event, frozen=True, gc=False):
    """The thread goes on and enters the method that it was paused at."""

    owner: Owner
    name: str


# Threads and processes ---------------------------------------------------------------------------------


class ThreadStarted(Event, frozen=True, gc=False):
    """A thread of the server began to run."""

    name: str


class ThreadEnded(Event, frozen=True, gc=False):
    """A thread of the server is about to end."""

    name: str


class ChildForked(Event, frozen=True, gc=False):
    """The server made a child process (told by the parent)."""

    child: int


class ChildStarted(Event, frozen=True, gc=False):
    """A forked child began to run (told by the child)."""

    parent: int


class ChildEnded(Event, frozen=True, gc=False):
    """The server collected a child that had ended; `how` in words."""

    child: int
    how: str


class NotKept(Event, frozen=True, gc=False):
    """The process had `count` more events than it could hand on."""

    count: int


# Clients -----------------------------------------------------------------------------------------------


class ClientEvent(Event, frozen=True, gc=False):
    """Something that happened to the client named `client`."""

    client: str


class ClientConnecting(ClientEvent, frozen=True, gc=False):
    """The client began to connect."""

    peer: str


class ClientConnected(ClientEvent, frozen=True, gc=False):
    """The client's socket is connected (a datagram socket: has its peer) from `local` to `peer`."""

    local: str
    peer: str


class ClientSent(ClientEvent, frozen=True, gc=False):
    """The client handed bytes to the kernel."""

    local: str
    size: int
    data: bytes


class ClientReceived(ClientEvent, frozen=True, gc=False):
    """The client got bytes from the kernel in one recv."""

    local: str
    size: int
    data: bytes


class MessageSent(ClientEvent, frozen=True, gc=False):
    """A whole message of `size` bytes left the client."""

    size: int
    data: bytes


class MessageReceived(ClientEvent, frozen=True, gc=False):
    """The client's framing found a whole message of `size` bytes; `problem` says if it is none."""

    size: int
    data: bytes
    problem: str = ""


class ClientEnded(ClientEvent, frozen=True, gc=False):
    """The server closed its side: end of stream."""


class ClientFailed(ClientEvent, frozen=True, gc=False):
    """The client met an error; the three sentences are for the learner (see `core.errors`)."""

    code: str
    what: str
    why: str
    hint: str


class ClientClosed(ClientEvent, frozen=True, gc=False):
    """The client's socket is closed."""


AnyEvent = (
    Spawned
    | Listening
    | StartFailed
    | CodeFailed
    | StopRequested
    | StopStage
    | StillBusy
    | Killed
    | ProcessEnded
    | Entered
    | Left
    | Raised
    | Printed
    | Received
    | Sent
    | EndOfStream
    | SocketFailed
    | Blocked
    | Paused
    | Resumed
    | ThreadStarted
    | ThreadEnded
    | ChildForked
    | ChildStarted
    | ChildEnded
    | NotKept
    | ClientConnecting
    | ClientConnected
    | ClientSent
    | ClientReceived
    | MessageSent
    | MessageReceived
    | ClientEnded
    | ClientFailed
    | ClientClosed
)
"""Every kind of event, for decoding."""


def facts(event: Event) -> dict[str, Any]:
    """Return what the event says beyond when and where, by field name."""
    return {name: getattr(event, name) for name in event.__struct_fields__[len(Event.__struct_fields__) :]}
