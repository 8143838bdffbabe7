"""Events like those of a busy threading server, for the other modules."""

from collections.abc import Iterator
from itertools import count

from core.events import Blocked, Entered, Event, Left, Owner, Received, Sent

SERVER = 4242
"""The process that they pretend to come from."""

_STEP_NS = 10_000


def busy_server(requests: int = 8) -> Iterator[Event]:
    """Yield events for ever: connections that take turns, each message received, answered and told about."""
    number = count(1)
    now = 10**13

    def tell(kind: type[Event], request: int, *facts: object) -> Event:
        nonlocal now
        now += _STEP_NS
        return kind(now, SERVER, SERVER + request, request, next(number), *facts)

    for turn in count():
        request = turn % requests + 1
        peer = f"127.0.0.1:{50_000 + request}"
        said, heard = b'{"Say": "hello %d"}' % turn, b'{"Say": "HELLO %d"}' % turn
        yield tell(Entered, request, Owner.HANDLER, "handle")
        yield tell(Blocked, request, "recv", request, peer, 0.0)
        yield tell(Received, request, "recv", 900_000, request, peer, len(heard), heard)
        yield tell(Sent, request, "sendall", 9_000, request, peer, len(said), said)
        yield tell(Left, request, Owner.HANDLER, "handle")
