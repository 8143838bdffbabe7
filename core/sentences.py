"""An event as one line of plain English, its kind, and how far in it stands.

All text that came through a socket, or from a learner's code, is made visible first: control characters, and
those that turn the direction of writing, appear as escapes such as "\\n" or "\\u202e".
"""

import codecs
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from core.events import (
    Blocked,
    ChildEnded,
    ChildForked,
    ChildStarted,
    ClientClosed,
    ClientConnected,
    ClientConnecting,
    ClientEnded,
    ClientFailed,
    ClientReceived,
    ClientSent,
    CodeFailed,
    EndOfStream,
    Entered,
    Event,
    Killed,
    Left,
    Listening,
    MessageReceived,
    MessageSent,
    NotKept,
    Owner,
    Paused,
    Printed,
    ProcessEnded,
    Raised,
    Received,
    Resumed,
    Sent,
    SocketFailed,
    Spawned,
    Stage,
    StartFailed,
    StillBusy,
    StopRequested,
    StopStage,
    ThreadEnded,
    ThreadStarted,
)

PREVIEW = 100
"""At most this many characters of data, or of any other text, stand in a sentence."""

LINE = 500
"""At most this many characters make a sentence."""

NAME_SHOWN = 40
"""At most this many characters of a thread's or client's name are shown."""


class Kind(StrEnum):
    """What sort of thing happened."""

    LIFE = "life"
    HOOK = "hook"
    HANDLER = "handler"
    BYTES = "bytes"
    THREAD = "thread"
    PROCESS = "process"
    CLIENT = "client"
    OUTPUT = "output"
    ERROR = "error"


def sentence(event: Event) -> str:
    """Return what happened in one line."""
    # Names of methods are a learner's too, and calls come from the server's process: made visible as well.
    return visible(_SENTENCES[type(event)](event), LINE)


def kind(event: Event) -> Kind:
    """Return what sort of thing happened."""
    return _KINDS.get(type(event)) or _KINDS_OF_CALLS[event.owner]  # type: ignore[attr-defined]


def is_polling(event: Event) -> bool:
    """True for the calls that a waiting server makes again and again."""
    return type(event) in (Entered, Left) and event.name in POLLING  # type: ignore[attr-defined]


def is_error(event: Event) -> bool:
    """True for an error, and for a call that an exception left."""
    return kind(event) is Kind.ERROR or bool(getattr(event, "error", ""))


def depth(event: Event) -> int:
    """Return how many calls deep the library makes such a call, or a handler touches its socket."""
    if type(event) in (Entered, Left):
        return _DEPTHS.get(event.name, 0)  # type: ignore[attr-defined]
    return IN_HANDLER if event.request and type(event) in _IN_HANDLER else 0


def visible(text: str, limit: int = PREVIEW) -> str:
    """Return the text with all that cannot be seen as escapes, and "…" where it is cut."""
    cut = len(text) > limit
    text = text[:limit]
    if not text.isprintable():
        text = "".join(char if char.isprintable() else _escape(char) for char in text)
    return text + "…" if cut else text


def preview(data: bytes, limit: int = PREVIEW) -> str:
    """Return the beginning of the data as visible text; bytes that are no UTF-8 appear as "\\xff"."""
    start = data[: limit * 4]
    # A character cut by the line above is not an error of the sender's: left out, not shown as an escape.
    decoder = codecs.getincrementaldecoder("utf-8")("backslashreplace")
    text = visible(decoder.decode(start, final=len(start) == len(data)), limit)
    return text if text.endswith("…") or len(start) == len(data) else text + "…"


def short_name(thread: str) -> str:
    """Return "Thread-3" for "Thread-3 (process_request_thread)", as Python names its threads."""
    return visible(thread.partition(" (")[0], NAME_SHOWN)


def size_in_words(size: int) -> str:
    """Return "1 byte", "15 bytes", "20,000 bytes"."""
    return "1 byte" if size == 1 else f"{size:,} bytes"


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def _with(text: str, more: str) -> str:
    """Return "text: more", or the text alone where there is no more."""
    return f"{text}: {visible(more)}" if more else text


def _data(text: str, event: Any) -> str:
    shown = preview(event.data)
    return f"{text} · {shown}" if shown else text


def _peer(word: str, event: Any) -> str:
    return f" {word} {visible(event.peer)}" if event.peer else ""


def _at_most(seconds: float) -> str:
    return f" for at most {seconds:g} s" if seconds else ""


def _address(event: Listening) -> str:
    host = f"[{event.address}]" if ":" in event.address else event.address
    return visible(f"{host}:{event.port}" if event.port else event.address)


def _at_line(event: CodeFailed) -> str:
    return f" in line {event.line}" if event.line else ""


def _left(event: Left) -> str:
    if event.error:
        return f"{event.name}() was left by {visible(event.error)}"
    return f"{event.name}() returned {visible(event.result)}".rstrip()


def _message_received(event: MessageReceived) -> str:
    whole = f"got a message of {size_in_words(event.size)}"
    return _data(f"{whole} ({visible(event.problem)})" if event.problem else whole, event)


_STAGES = {
    Stage.SHUTDOWN_CALLED: "stopping: shutdown() was called",
    Stage.LOOP_ENDED: "stopping: the loop has ended",
    Stage.CONNECTIONS_SHUT_DOWN: "stopping: live connections are shut down",
    Stage.SERVER_CLOSED: "stopping: the server is closed",
}

_SENTENCES: dict[type[Event], Callable[[Any], str]] = {
    Spawned: lambda event: f"server process {event.server_pid} was made",
    Listening: lambda event: f"listening on {_address(event)}",
    StartFailed: lambda event: _with("the server could not start", event.what),
    CodeFailed: lambda event: _with(f"the program failed{_at_line(event)}: {event.kind}", event.message),
    StopRequested: lambda event: f"Stop was pressed; the server has {event.bound:g} s to end",
    StopStage: lambda event: _STAGES[event.stage],
    StillBusy: lambda event: _with("stopping: a handler is still busy", event.where),
    Killed: lambda event: _with("the server process was killed", event.reason),
    ProcessEnded: lambda event: _with("the server process is gone", event.what),
    Entered: lambda event: _with(f"{event.name}() called", event.detail),
    Left: _left,
    Raised: lambda event: _with(f"the handler raised {visible(event.kind)}", event.message),
    Printed: lambda event: _with("printed", event.text),
    Received: lambda event: (
        _data(f"{event.call}() got {size_in_words(event.size)}", event) + _peer("· from", event)
    ),
    Sent: lambda event: (
        _data(f"{event.call}() sent {size_in_words(event.size)}", event) + _peer("· to", event)
    ),
    EndOfStream: lambda event: f'{event.call}() got b"": end of stream{_peer("from", event)}',
    SocketFailed: lambda event: _with(f"{event.call}() failed", event.error),
    Blocked: lambda event: f"waits in {event.call}(){_at_most(event.seconds)}{_peer('for', event)}",
    Paused: lambda event: f"waits before {event.name}()",
    Resumed: lambda event: f"goes on to {event.name}()",
    ThreadStarted: lambda event: f"thread {short_name(event.name)} began",
    ThreadEnded: lambda event: f"thread {short_name(event.name)} ends",
    ChildForked: lambda event: f"forked child {event.child}",
    ChildStarted: lambda event: f"the child of {event.parent} began",
    ChildEnded: lambda event: f"child {event.child} {visible(event.how)}",
    NotKept: lambda event: f"{event.count:,} events were too many to hand on",
    ClientConnecting: lambda event: f"connecting{_peer('to', event)}",
    ClientConnected: lambda event: f"connected{_peer('to', event)} as {visible(event.local)}",
    ClientSent: lambda event: _data(f"sent {size_in_words(event.size)}", event),
    ClientReceived: lambda event: _data(f"got {size_in_words(event.size)}", event),
    MessageSent: lambda event: _data(f"sent a message of {size_in_words(event.size)}", event),
    MessageReceived: _message_received,
    ClientEnded: lambda event: "end of stream: the server closed its side",
    ClientFailed: lambda event: _with("failed", event.what),
    ClientClosed: lambda event: "closed",
}

_KINDS: dict[type[Event], Kind] = {
    Spawned: Kind.LIFE,
    Listening: Kind.LIFE,
    StartFailed: Kind.ERROR,
    CodeFailed: Kind.ERROR,
    StopRequested: Kind.LIFE,
    StopStage: Kind.LIFE,
    StillBusy: Kind.LIFE,
    Killed: Kind.LIFE,
    ProcessEnded: Kind.LIFE,
    Raised: Kind.ERROR,
    Printed: Kind.OUTPUT,
    Received: Kind.BYTES,
    Sent: Kind.BYTES,
    EndOfStream: Kind.BYTES,
    Blocked: Kind.THREAD,
    SocketFailed: Kind.ERROR,
    ThreadStarted: Kind.THREAD,
    ThreadEnded: Kind.THREAD,
    ChildForked: Kind.PROCESS,
    ChildStarted: Kind.PROCESS,
    ChildEnded: Kind.PROCESS,
    NotKept: Kind.LIFE,
    ClientConnecting: Kind.CLIENT,
    ClientConnected: Kind.CLIENT,
    ClientSent: Kind.CLIENT,
    ClientReceived: Kind.CLIENT,
    MessageSent: Kind.CLIENT,
    MessageReceived: Kind.CLIENT,
    ClientEnded: Kind.CLIENT,
    ClientFailed: Kind.ERROR,
    ClientClosed: Kind.CLIENT,
}

_KINDS_OF_CALLS = {Owner.SERVER: Kind.HOOK, Owner.HANDLER: Kind.HANDLER}

POLLING = frozenset({"fileno", "service_actions", "collect_children"})
"""The methods that are called at each poll, whether anything happens or not."""

IN_HANDLER = 3
"""How deep the methods of a request's socket are called."""

_DEPTHS = {
    "collect_children": 1,
    "finish_request": 1,
    "handle_error": 1,
    "shutdown_request": 1,
    "close_request": 2,
    "setup": 2,
    "handle": 2,
    "finish": 2,
}
"""The library's calls as a tree, by table: right also where events of many threads are mixed or missing."""

_IN_HANDLER = frozenset({Received, Sent, EndOfStream, SocketFailed, Blocked})
