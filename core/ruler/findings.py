"""All that is found in one direction of a conversation, a step at a time."""

from bisect import bisect_left, bisect_right

from core.framing import Framing
from core.ruler.characters import Cuts
from core.ruler.datagrams import LONGEST, Pairs
from core.ruler.messages import Messages
from core.ruler.stream import Borders, Seen, Stream


class StreamFindings:
    """Of a stream of bytes: where it was merged and split, its messages, its cut characters."""

    def __init__(self, stream: Stream, framing: Framing) -> None:
        """Begin at the stream's beginning."""
        self.stream = stream
        self.borders = Borders(stream)
        self.cuts = Cuts(stream)
        self.messages = Messages(stream, framing)

    def step(self) -> bool:
        """Look at a little more; False when all is found that can be."""
        # All three, so that none waits for the others.
        return any([self.borders.step(), self.cuts.step(), self.messages.step()])

    def set_framing(self, framing: Framing) -> None:
        """Look for the messages anew."""
        self.messages = Messages(self.stream, framing)

    def merged_at(self, seen: Seen) -> int:
        """Return how many borders of sends were gone by then."""
        return bisect_left(self.borders.merged, min(seen.sent_end, seen.got_end))

    def split_at(self, seen: Seen) -> int:
        """Return how many borders of recvs were new by then."""
        return bisect_left(self.borders.split, min(seen.sent_end, seen.got_end))

    def cuts_at(self, seen: Seen) -> int:
        """Return how many characters were cut by then."""
        return bisect_left(self.cuts.found, seen.got_end, key=lambda letter: letter.start)

    def messages_at(self, seen: Seen) -> int:
        """Return how many messages were whole by then."""
        return bisect_right(self.messages.ends, seen.end)


class DatagramFindings:
    """Of datagrams: which one sent is which one got."""

    def __init__(self, stream: Stream, limit: int = LONGEST) -> None:
        """Begin with no datagram; the receiver cuts longer ones to `limit` bytes."""
        self.stream = stream
        self.limit = limit
        self.pairs = Pairs(stream, limit)

    def step(self) -> bool:
        """Look at a little more; False when all is found that can be."""
        return self.pairs.step()


Findings = StreamFindings | DatagramFindings
