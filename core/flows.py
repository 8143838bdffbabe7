"""Which send's bytes which recv got: by offset in a stream, by size and content for datagrams.

Both sides' events arrive by ways of their own, so either may come first; each waits for the other.
"""

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from core.bar_row import BarRow

WAITING_LIMIT = 10_000
"""So many sends, or recvs, may wait for the other side; past it nobody is expected to come any more."""

DATAGRAMS_WAITING = 256
"""The same for the datagrams of one peer."""

START_KEPT = 64
"""So many bytes of a datagram's beginning are compared."""


class End(NamedTuple):
    """One end of an arrow: a tick, and where it stands."""

    time: int
    lane: int
    row: BarRow
    bar: int
    request: int


class Carried(NamedTuple):
    """So many bytes went from one end to the other."""

    sent: End
    received: End
    size: int


class StreamFlow:
    """One direction of a connection."""

    __slots__ = ("_consumed", "_received", "_received_to", "_sent", "_sent_to", "is_broken")

    def __init__(self) -> None:
        """Begin at offset 0."""
        self._sent: deque[tuple[int, End]] = deque()
        self._received: deque[tuple[int, End]] = deque()
        self._sent_to = self._received_to = self._consumed = 0
        self.is_broken = False

    def send(self, end: End, size: int) -> list[Carried]:
        """Take a send of `size` bytes; return which recvs are now known to have got what."""
        self._sent_to += size
        return self._wait(self._sent, self._sent_to, end)

    def receive(self, end: End, size: int) -> list[Carried]:
        """Take a recv of `size` bytes; return which sends they are now known to come from."""
        self._received_to += size
        return self._wait(self._received, self._received_to, end)

    def join(self, other: "StreamFlow") -> list[Carried]:
        """Take over what another flow, which saw the other side of this one, has waiting."""
        self._sent += other._sent
        self._sent_to += other._sent_to
        self._received += other._received
        self._received_to += other._received_to
        self.is_broken = self.is_broken or other.is_broken
        return list(self._meet())

    def _wait(self, queue: deque[tuple[int, End]], to: int, end: End) -> list[Carried]:
        if self.is_broken:
            return []
        queue.append((to, end))
        if self._sent and self._received:
            return list(self._meet())
        if len(queue) > WAITING_LIMIT:
            self.give_up()
        return []

    def give_up(self) -> None:
        """Join nothing any more: bytes are missing on one side, or nobody is on the other."""
        self.is_broken = True
        self._sent.clear()
        self._received.clear()

    def _meet(self) -> Iterator[Carried]:
        sent, received = self._sent, self._received
        while sent and received:
            sent_to, received_to = sent[0][0], received[0][0]
            reached = min(sent_to, received_to)
            yield Carried(sent[0][1], received[0][1], reached - self._consumed)
            self._consumed = reached
            if sent_to == reached:
                sent.popleft()
            if received_to == reached:
                received.popleft()


class Datagram(NamedTuple):
    """A datagram at one end."""

    end: End
    size: int
    start: bytes


class DatagramFlow:
    """Datagrams between the server and one peer, in one direction; some may be lost, some cut."""

    __slots__ = ("_received", "_sent")

    def __init__(self) -> None:
        """Begin with none."""
        self._sent: deque[Datagram] = deque(maxlen=DATAGRAMS_WAITING)
        self._received: deque[Datagram] = deque(maxlen=DATAGRAMS_WAITING)

    def send(self, end: End, size: int, data: bytes) -> tuple[list[Carried], list[End]]:
        """Take what was sent; return what is known to have arrived, and what to have been lost."""
        self._sent.append(Datagram(end, size, data[:START_KEPT]))
        return self._meet()

    def receive(self, end: End, size: int, data: bytes) -> tuple[list[Carried], list[End]]:
        """Take what was received; as `send`."""
        self._received.append(Datagram(end, size, data[:START_KEPT]))
        return self._meet()

    def _meet(self) -> tuple[list[Carried], list[End]]:
        carried: list[Carried] = []
        lost: list[End] = []
        while self._received and (place := self._place_of(self._received[0])) is not None:
            got = self._received.popleft()
            # Datagrams of one peer keep their order on one machine: what was skipped will not come.
            lost += [self._sent.popleft().end for _ in range(place)]
            carried.append(Carried(self._sent.popleft().end, got.end, got.size))
        return carried, lost

    def _place_of(self, got: Datagram) -> int | None:
        """Return which of the sent datagrams it is: one like it, or else one that it is the beginning of."""
        for fits in (_is_same, _is_beginning):
            for place, sent in enumerate(self._sent):
                if fits(got, sent):
                    return place
        return None


def _is_same(got: Datagram, sent: Datagram) -> bool:
    return got.size == sent.size and got.start == sent.start


def _is_beginning(got: Datagram, sent: Datagram) -> bool:
    return got.size < sent.size and sent.start.startswith(got.start)
