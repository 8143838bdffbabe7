"""Events as bytes: a list of them in msgpack, checked when it is read again."""

from collections.abc import Callable
from functools import cache
from typing import Any

import msgspec

from core.events import AnyEvent, Event
from core.wording import plain

# A wording is a kind of text that the encoder does not know, and asks about; events without one cost no more.
_encode = msgspec.msgpack.Encoder(enc_hook=plain).encode
_KINDS: dict[str, type[Event]] = {kind.__name__: kind for kind in AnyEvent.__args__}


def encode(events: list[Any]) -> bytes:
    """Return events, whole or as tellings, as bytes; what has no UTF-8 in their texts becomes an escape."""
    try:
        return _encode(events)
    except UnicodeEncodeError:  # half a surrogate pair: in an exception's message, in a peer's path
        return _encode([_with_plain_texts(event) for event in events])


def decode(data: bytes | bytearray) -> list[Event]:
    """Return the events; raises `msgspec.MsgspecError` or `RecursionError` for what is no list of events."""
    return _decoder()(data)


def event_of(telling: tuple[Any, ...]) -> Event:
    """Return the event that is told, as it is: nothing is checked."""
    return _KINDS[telling[0]](*telling[1:])


@cache
def _decoder() -> Callable[[bytes | bytearray], list[Event]]:
    """Made when first wanted: a server process, which only writes, starts without."""
    return msgspec.msgpack.Decoder(list[AnyEvent]).decode  # type: ignore[return-value]


def telling_of(event: Event) -> tuple[Any, ...]:
    """Return the telling of an event: the tuple that `event_of` makes the event from."""
    return (type(event).__name__, *msgspec.structs.astuple(event))


def _with_plain_texts(event: Event | tuple[Any, ...]) -> tuple[Any, ...]:
    facts = telling_of(event) if isinstance(event, Event) else event
    return tuple(_plain(fact) if isinstance(fact, str) else fact for fact in facts)


def _plain(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()
