"""Events as bytes: a list of them in msgpack, checked when it is read again."""

import msgspec

from core.events import AnyEvent, Event

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(list[AnyEvent]).decode


def encode(events: list[Event]) -> bytes:
    """Return the events as bytes; what has no UTF-8 in their texts is written as an escape."""
    try:
        return _encode(events)
    except UnicodeEncodeError:  # half a surrogate pair: in an exception's message, in a peer's path
        return _encode([_with_plain_texts(event) for event in events])


def decode(data: bytes | bytearray) -> list[Event]:
    """Return the events; raises `msgspec.MsgspecError` or `RecursionError` for what is no list of events."""
    return list(_decode(data))


def _with_plain_texts(event: Event) -> Event:
    facts = msgspec.structs.asdict(event)
    texts = {name: _plain(value) for name, value in facts.items() if type(value) is str}
    return msgspec.structs.replace(event, **texts)


def _plain(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()
