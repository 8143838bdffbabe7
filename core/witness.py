"""The one who tells: stamps what happened with when, where and in which order, and hands it on.

What it hands on is a *telling*: an event as it crosses to the window, a tuple in the shape of its array.  To
make one takes a third of the time of a whole event, which only the window needs.
"""

import itertools
import os
import select
import threading
import weakref
from collections.abc import Callable
from time import monotonic_ns
from typing import Any, Protocol

from core import event_codec
from core.events import Event

Telling = tuple[Any, ...]
"""The event's class by name, its time, pid, thread, request and order, and then its own facts."""


Wait = list[Any]
"""A telling that its thread is about to wait, and the socket it waits for; emptied when the wait is over."""


class Outlet(Protocol):
    """Where tellings go; must neither block nor raise."""

    @property
    def put(self) -> Callable[[Telling | Wait], object]:
        """Takes a telling; of waits only those that last need to be told."""

    def put_data(self, telling: Telling) -> None:
        """Take a telling in whose last fact is data."""


class Witness:
    """Tells what happens in this process, on any thread; after a fork, what happens in the child."""

    def __init__(self, outlet: Outlet) -> None:
        """Tell everything to `outlet`."""
        self.outlet = outlet
        self.pid = os.getpid()
        self.here = Here()
        self.next_order = itertools.count(1).__next__
        if hasattr(os, "register_at_fork"):
            # What is registered stays for ever; the witness, and all that it tells to, must not.
            me = weakref.ref(self)
            os.register_at_fork(after_in_child=lambda: _go_on_in_child(me()))

    def tell(self, kind: type[Event], request: int, *facts: object) -> None:
        """Tell that something of that `kind` happened just now, here, for `request`."""
        self.outlet.put(self.telling(monotonic_ns(), kind, request, *facts))

    def tell_at(self, at: int, kind: type[Event], request: int, *facts: object) -> None:
        """Tell that it happened `at` that time (ns of `time.monotonic_ns()`)."""
        self.outlet.put(self.telling(at, kind, request, *facts))

    def telling(self, at: int, kind: type[Event], request: int, *facts: object) -> Telling:
        """Return the telling of something that happened `at` that time."""
        thread = self.here.thread or self.meet_thread()
        return (kind.__name__, at, self.pid, thread, request, self.next_order(), *facts)

    def meet_thread(self) -> int:
        """Return the system's number of this thread, and remember it: to ask anew is a system call."""
        self.here.thread = threading.get_native_id()
        return self.here.thread

    def _forget_process(self) -> None:
        """After a fork: the same witness speaks for the child, and for its one thread."""
        self.pid = os.getpid()
        self.here.thread = 0


class Here(threading.local):
    """What is known of the thread that asks; every thread begins with these."""

    request = 0
    """The number of the request that the thread works for, 0 for none."""
    thread = 0
    """The system's number of the thread, 0 before it was asked for."""


class Straight:
    """An outlet that makes each telling a whole event again and hands it to `record` at once."""

    def __init__(self, record: Callable[[Event], object]) -> None:
        """Hand all events to `record`, which must neither block nor raise."""
        self._record = record

    def put(self, found: Telling | Wait) -> None:
        """Hand it on."""
        telling = told_at_once(found)
        if telling:
            self._record(event_codec.event_of(telling))

    put_data = put


def told_at_once(found: Telling | Wait) -> Telling | None:
    """Return the telling; None for a wait that will be none, because something is there already."""
    if isinstance(found, tuple):
        return found
    telling, socket = found
    return telling if socket.fileno() >= 0 and not _is_readable(socket) else None


def _is_readable(socket: Any) -> bool:
    if not hasattr(select, "poll"):
        return bool(select.select([socket], [], [], 0)[0])
    poll = select.poll()  # select() knows no file descriptors beyond 1,023
    poll.register(socket, select.POLLIN)
    return bool(poll.poll(0))


def _go_on_in_child(witness: Witness | None) -> None:
    if witness is not None:
        witness._forget_process()
