"""Some hundred events that happened one after another, packed: fifty to eighty bytes an event.

A live event takes some 400 bytes, its peers' names and its data included; a million of them would not fit
beside anything else.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import Self

from core import event_codec
from core.events import AnyEvent, Event, moment

BLOCK_EVENTS = 512
"""A block holds about so many events: to unpack it takes some 0.2 ms."""

BLOCK_BYTES = 1024 * 1024
"""A block ends early when its events carry so much data."""

_REQUEST_BITS = 256
"""Requests whose numbers are the same modulo this look alike in a block's summary."""

_KIND_BITS: dict[type[Event], int] = {kind: 1 << number for number, kind in enumerate(AnyEvent.__args__)}


@dataclass(frozen=True, slots=True, eq=False)
class EventBlock:
    """Packed events in order, and what can be known of them without unpacking."""

    packed: bytes
    count: int
    first: tuple[int, int, int]
    """The first event's `moment`."""
    payload: int
    kinds: int
    requests: int

    @classmethod
    def of(cls, events: list[Event]) -> Self:
        """Pack these events, which must be in order."""
        kinds = requests = 0
        for kind in set(map(type, events)):
            kinds |= _KIND_BITS[kind]
        for request in {event.request for event in events}:
            requests |= 1 << request % _REQUEST_BITS
        packed = event_codec.encode(events)
        return cls(packed, len(events), moment(events[0]), payload_of(events), kinds, requests)

    def events(self) -> list[Event]:
        """Unpack."""
        return event_codec.decode(self.packed)

    def may_hold(self, kinds: int, request: int | None) -> bool:
        """False if there is surely no event of these kinds (see `kind_bits`) and this request (None: any)."""
        return bool(self.kinds & kinds) and (
            request is None or bool(self.requests >> request % _REQUEST_BITS & 1)
        )


def kind_bits(kinds: Iterable[type[Event]]) -> int:
    """Return classes of events, their subclasses included, as bits for `EventBlock.may_hold`."""
    wanted = tuple(kinds)
    return sum(bit for kind, bit in _KIND_BITS.items() if issubclass(kind, wanted))


def blocks_of(events: list[Event], limit: int = BLOCK_EVENTS) -> list[EventBlock]:
    """Pack events in order into as many blocks as they need, of about the same length up to `limit`."""
    blocks: list[EventBlock] = []
    share = math.ceil(len(events) / math.ceil(len(events) / limit))
    start = size = 0
    for end, event in enumerate(events, 1):
        size += payload(event)
        if end - start >= share or size >= BLOCK_BYTES or end == len(events):
            blocks.append(EventBlock.of(events[start:end]))
            start, size = end, 0
    return blocks


def payload(event: Event) -> int:
    """Return the size of the one thing in an event that may be long: data, printed text, a traceback."""
    size = _PAYLOADS.get(type(event))
    return len(size(event)) if size else 0


def payload_of(events: Iterable[Event]) -> int:
    """Return the sum of the events' payloads."""
    sizes = _PAYLOADS
    return sum(len(sizes[kind](event)) for event in events if (kind := type(event)) in sizes)


_PAYLOADS = {
    kind: attrgetter(name)
    for kind in AnyEvent.__args__
    for name in ("data", "text", "traceback")
    if name in kind.__struct_fields__
}
"""Where an event carries the one thing that may be long."""
