"""An event as one line of plain English, its kind, and how far in it stands.

All text that came through a socket, or from a learner's code, is made visible first: control characters, and
those that turn the direction of writing, appear as escapes such as "\\n" or "\\u202e".
"""

import codecs
from collections.abc import Callable
from functools import lru_cache
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
from core.recognition import recognised
from core.wording import WordedEnum, Wording, worded

PREVIEW = 100
"""At most this many characters of data, or of any other text, stand in a sentence."""

LINE = 500
"""At most this many characters make a sentence."""

NAME_SHOWN = 40
"""At most this many characters of a thread's or client's name are shown."""

_SIZES_KEPT = 1_000
"""Of so many sizes it is remembered how they are said."""


class Kind(WordedEnum):
    """What sort of thing happened."""

    LIFE = worded("life")
    HOOK = worded("hook")
    HANDLER = worded("handler")
    BYTES = worded("bytes")
    THREAD = worded("thread")
    PROCESS = worded("process")
    CLIENT = worded("client")
    OUTPUT = worded("output")
    ERROR = worded("error")


def sentence(event: Event) -> str:
    """Return what happened in one line: a wording, unless it had to be cut."""
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
    """Return the text with all that cannot be seen as escapes, and "…" where it is cut.

    A wording that is neither stays a wording.
    """
    cut = len(text) > limit
    if cut:
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


@lru_cache(_SIZES_KEPT)
def size_in_words(size: int) -> Wording:
    """Return "1 byte", "15 bytes", "20,000 bytes"."""
    return worded("1 byte") if size == 1 else worded("{count} bytes", count=f"{size:,}")


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def _call(event: Any) -> str:
    """Return the name of what was called: a socket's method comes from the server's process as text."""
    return visible(event.call, LINE)


def _hook(event: Any) -> str:
    """Return the name of a method of the server or a handler: it may be a learner's."""
    return visible(event.name, LINE)


def _told(text: str) -> str:
    """Return a text that core may have written: such a sentence is known again, and need not be cut."""
    known = recognised(text)
    return visible(known, LINE if isinstance(known, Wording) else PREVIEW)


def _moved(templates: dict[tuple[bool, bool], Wording], event: Any) -> Wording:
    """Return what a send or a recv of the server's did: with data or without, the peer known or not."""
    data, peer = preview(event.data), visible(event.peer)
    template = templates[bool(data), bool(peer)]
    return template.about(call=_call(event), size=size_in_words(event.size), data=data, peer=peer)


_GOT = {
    (False, False): worded("{call}() got {size}"),
    (True, False): worded("{call}() got {size} · {data}"),
    (False, True): worded("{call}() got {size} · from {peer}"),
    (True, True): worded("{call}() got {size} · {data} · from {peer}"),
}

_SENT = {
    (False, False): worded("{call}() sent {size}"),
    (True, False): worded("{call}() sent {size} · {data}"),
    (False, True): worded("{call}() sent {size} · to {peer}"),
    (True, True): worded("{call}() sent {size} · {data} · to {peer}"),
}


def _client_moved(bare: Wording, with_data: Wording, event: Any) -> Wording:
    data = preview(event.data)
    return (with_data if data else bare).about(size=size_in_words(event.size), data=data)


_CLIENT_SENT = worded("sent {size}"), worded("sent {size} · {data}")
_CLIENT_GOT = worded("got {size}"), worded("got {size} · {data}")
_MESSAGE_SENT = worded("sent a message of {size}"), worded("sent a message of {size} · {data}")
_MESSAGE_GOT = worded("got a message of {size}"), worded("got a message of {size} · {data}")


def _message_received(event: MessageReceived) -> Wording:
    if not event.problem:
        return _client_moved(*_MESSAGE_GOT, event)
    data, size, problem = preview(event.data), size_in_words(event.size), _told(event.problem)
    if not data:
        return worded("got a message of {size} ({problem})", size=size, problem=problem)
    return worded("got a message of {size} ({problem}) · {data}", size=size, problem=problem, data=data)


def _address(event: Listening) -> str:
    host = f"[{event.address}]" if ":" in event.address else event.address
    return visible(f"{host}:{event.port}" if event.port else event.address)


def _listening(event: Listening) -> Wording:
    return worded("listening on {address}", address=_address(event))


def _start_failed(event: StartFailed) -> Wording:
    if not event.what:
        return worded("the server could not start")
    return worded("the server could not start: {what}", what=_told(event.what))


def _code_failed(event: CodeFailed) -> Wording:
    said = f"{event.kind}: {visible(event.message)}" if event.message else event.kind
    if not event.line:
        return worded("the program failed: {said}", said=visible(said, LINE))
    return worded("the program failed in line {line}: {said}", line=event.line, said=visible(said, LINE))


def _stop_requested(event: StopRequested) -> Wording:
    return worded("Stop was pressed; the server has {seconds} s to end", seconds=f"{event.bound:g}")


def _still_busy(event: StillBusy) -> Wording:
    if not event.where:
        return worded("stopping: a handler is still busy")
    return worded("stopping: a handler is still busy: {where}", where=_told(event.where))


def _killed(event: Killed) -> Wording:
    if not event.reason:
        return worded("the server process was killed")
    return worded("the server process was killed: {reason}", reason=_told(event.reason))


def _process_ended(event: ProcessEnded) -> Wording:
    if not event.what:
        return worded("the server process is gone")
    return worded("the server process is gone: {what}", what=_told(event.what))


def _entered(event: Entered) -> Wording:
    if not event.detail:
        return worded("{hook}() called", hook=_hook(event))
    return worded("{hook}() called: {detail}", hook=_hook(event), detail=visible(event.detail))


def _left(event: Left) -> Wording:
    if event.error:
        return worded("{hook}() was left by {error}", hook=_hook(event), error=visible(event.error))
    result = visible(event.result).rstrip()
    if not result:
        return worded("{hook}() returned", hook=_hook(event))
    return worded("{hook}() returned {result}", hook=_hook(event), result=result)


def _raised(event: Raised) -> Wording:
    kind = visible(event.kind)
    if not event.message:
        return worded("the handler raised {kind}", kind=kind)
    return worded("the handler raised {kind}: {message}", kind=kind, message=visible(event.message))


def _printed(event: Printed) -> Wording:
    return worded("printed: {text}", text=visible(event.text)) if event.text else worded("printed")


def _end_of_stream(event: EndOfStream) -> Wording:
    if not event.peer:
        return worded('{call}() got b"": end of stream', call=_call(event))
    return worded('{call}() got b"": end of stream from {peer}', call=_call(event), peer=visible(event.peer))


def _socket_failed(event: SocketFailed) -> Wording:
    if not event.error:
        return worded("{call}() failed", call=_call(event))
    return worded("{call}() failed: {error}", call=_call(event), error=visible(event.error))


def _blocked(event: Blocked) -> Wording:
    said = worded("waits in {call}()", call=_call(event))
    if event.seconds:
        said = worded("{said} for at most {seconds} s", said=said, seconds=f"{event.seconds:g}")
    return worded("{said} for {peer}", said=said, peer=visible(event.peer)) if event.peer else said


def _thread_started(event: ThreadStarted) -> Wording:
    return worded("thread {thread} began", thread=short_name(event.name))


def _thread_ended(event: ThreadEnded) -> Wording:
    return worded("thread {thread} ends", thread=short_name(event.name))


def _child_ended(event: ChildEnded) -> Wording:
    return worded("child {child} {how}", child=event.child, how=_told(event.how))


def _not_kept(event: NotKept) -> Wording:
    return worded("{count} events were too many to hand on", count=f"{event.count:,}")


def _connecting(event: ClientConnecting) -> Wording:
    return worded("connecting to {peer}", peer=visible(event.peer)) if event.peer else worded("connecting")


def _connected(event: ClientConnected) -> Wording:
    local = visible(event.local)
    if not event.peer:
        return worded("connected as {local}", local=local)
    return worded("connected to {peer} as {local}", peer=visible(event.peer), local=local)


def _client_failed(event: ClientFailed) -> Wording:
    return worded("failed: {what}", what=_told(event.what)) if event.what else worded("failed")


_STAGES = {
    Stage.SHUTDOWN_CALLED: worded("stopping: shutdown() was called"),
    Stage.LOOP_ENDED: worded("stopping: the loop has ended"),
    Stage.CONNECTIONS_SHUT_DOWN: worded("stopping: live connections are shut down"),
    Stage.SERVER_CLOSED: worded("stopping: the server is closed"),
}

_CLIENT_ENDED = worded("end of stream: the server closed its side")
_CLIENT_CLOSED = worded("closed")

_SENTENCES: dict[type[Event], Callable[[Any], Wording]] = {
    Spawned: lambda event: worded("server process {pid} was made", pid=event.server_pid),
    Listening: _listening,
    StartFailed: _start_failed,
    CodeFailed: _code_failed,
    StopRequested: _stop_requested,
    StopStage: lambda event: _STAGES[event.stage],
    StillBusy: _still_busy,
    Killed: _killed,
    ProcessEnded: _process_ended,
    Entered: _entered,
    Left: _left,
    Raised: _raised,
    Printed: _printed,
    Received: lambda event: _moved(_GOT, event),
    Sent: lambda event: _moved(_SENT, event),
    EndOfStream: _end_of_stream,
    SocketFailed: _socket_failed,
    Blocked: _blocked,
    Paused: lambda event: worded("waits before {hook}()", hook=_hook(event)),
    Resumed: lambda event: worded("goes on to {hook}()", hook=_hook(event)),
    ThreadStarted: _thread_started,
    ThreadEnded: _thread_ended,
    ChildForked: lambda event: worded("forked child {child}", child=event.child),
    ChildStarted: lambda event: worded("the child of {parent} began", parent=event.parent),
    ChildEnded: _child_ended,
    NotKept: _not_kept,
    ClientConnecting: _connecting,
    ClientConnected: _connected,
    ClientSent: lambda event: _client_moved(*_CLIENT_SENT, event),
    ClientReceived: lambda event: _client_moved(*_CLIENT_GOT, event),
    MessageSent: lambda event: _client_moved(*_MESSAGE_SENT, event),
    MessageReceived: _message_received,
    ClientEnded: lambda event: _CLIENT_ENDED,
    ClientFailed: _client_failed,
    ClientClosed: lambda event: _CLIENT_CLOSED,
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
