"""Where a server's threads and children wait while the learner steps, or has slowed the server.

`core.observe` asks the gate before each hook and handler method.  What the gate knows lies in memory that
forked children share, so that one change is seen by every thread of every process at once.  Waiting threads
look at it again and again instead of being woken: a child may be killed at any moment, and must then leave
nothing that another one waits for.
"""

import mmap
import threading
import time
from collections.abc import Sequence
from enum import IntEnum

from core.events import Owner, Paused, Resumed
from core.witness import Witness

LOOK_SECONDS = 0.02
"""How often one that waits looks whether it may go on: at once to an eye, and hardly any work."""

NEVER_WAITING = frozenset(
    {
        # Called again and again by a server with nothing to do.
        "fileno",
        "service_actions",
        "collect_children",
        # A new thread tells its name in there; it waits at the next one, finish_request().
        "process_request_thread",
        "shutdown",
        "server_close",
    }
)
"""The methods at which nobody ever waits."""

ALWAYS_OPEN: Sequence[int] = bytes(1)
"""The pace of what is never slowed."""

_GRANTS = 64
"""So many threads can have been told to go on without having noticed yet."""

_DELAY = slice(8, 16)
_GRANTED = slice(16, 16 + 8 * _GRANTS)


class Pace(IntEnum):
    """How a server goes; anything but 0 makes its threads stop and ask."""

    FREE = 0
    SLOW = 1
    STEP = 2


class Gate:
    """Lets the server's threads by, each after a delay, or one at a time.

    Any thread of the server and of its forked children may wait; only one thread of the server itself may
    set the pace and let somebody go.
    """

    def __init__(self, witness: Witness) -> None:
        """Begin open; tell `witness` who waits."""
        memory = memoryview(mmap.mmap(-1, _GRANTED.stop))
        self.pace = memory[:1]
        """One number, a `Pace`: the only thing that is looked at while nobody has to wait."""
        self._delay = memory[_DELAY].cast("d")
        # Threads by the system's numbers: the one that obeys the window writes them, each clears its own.
        self._granted = memory[_GRANTED].cast("Q")
        self._next_grant = 0
        self._is_over = False
        self._witness = witness

    def pace_for(self, name: str) -> Sequence[int]:
        """Return where the method of that name looks before it begins: if it reads 0, it need not `wait`."""
        return ALWAYS_OPEN if name in NEVER_WAITING else self.pace

    def wait(self, request: int, owner: Owner, name: str) -> None:
        """Hold this thread, which is about to enter a method, for as long as the learner wants."""
        self._take_grant()  # one that came when the last wait was over already is not for this one
        self._witness.tell(Paused, request, owner, name)
        began = (
            time.monotonic()
        )  # after the telling, so that the delay told is never shorter than the chosen one
        pause = threading.Event()  # never set: a learner sees time.sleep(), so the lab does not use it
        while (rest := self._rest(began)) > 0 and not self._take_grant():
            pause.wait(rest)
        self._witness.tell(Resumed, request, owner, name)

    def set(self, step: bool, delay: float) -> None:
        """Stop everybody at each method until let go, or for `delay` seconds; neither frees all that wait."""
        if self._is_over:
            return
        self._delay[0] = delay
        self.pace[0] = Pace.STEP if step else Pace.SLOW if delay else Pace.FREE

    def let_go(self, thread: int) -> None:
        """Let the waiting thread with that number of the system's go on."""
        self._granted[self._next_grant] = thread
        self._next_grant = (self._next_grant + 1) % _GRANTS

    def open_for_good(self) -> None:
        """Free all that wait, and hold nobody any more."""
        self.set(step=False, delay=0.0)
        self._is_over = True

    def _rest(self, began: float) -> float:
        """Return how many seconds to wait before the next look; 0 or less when it is time to go on."""
        pace = self.pace[0]
        if pace == Pace.STEP:
            return LOOK_SECONDS
        if pace == Pace.SLOW:
            return min(began + self._delay[0] - time.monotonic(), LOOK_SECONDS)
        return 0.0

    def _take_grant(self) -> bool:
        """True if this thread was told to go on; it is then told once only."""
        thread = threading.get_native_id()
        if thread not in self._granted:
            return False
        for place, granted in enumerate(self._granted):
            if granted == thread:
                self._granted[place] = 0
        return True
