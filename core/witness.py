"""The one who tells: stamps each event with when, where and in which order, and hands it on."""

import itertools
import os
import threading
import time
from collections.abc import Callable

from core.events import Event


class Witness:
    """Makes events and gives them to `record`, which must neither block nor raise."""

    def __init__(self, record: Callable[[Event], object]) -> None:
        """Tell everything to `record`."""
        self._record = record
        self._order = itertools.count(1)
        self._here = threading.local()

    def tell(self, kind: Callable[..., Event], request: int, *facts: object) -> None:
        """Tell that something of that `kind` happened just now, here, for `request`."""
        self.tell_at(time.monotonic_ns(), kind, request, *facts)

    def tell_at(self, at: int, kind: Callable[..., Event], request: int, *facts: object) -> None:
        """Tell that it happened `at` that time (ns of `time.monotonic_ns()`)."""
        # getpid() at each call: after a fork the same witness speaks for the child.
        self._record(kind(at, os.getpid(), threading.get_native_id(), request, next(self._order), *facts))

    @property
    def request(self) -> int:
        """The number of the request that this thread works for, 0 for none."""
        number: int = getattr(self._here, "request", 0)
        return number

    @request.setter
    def request(self, number: int) -> None:
        self._here.request = number
