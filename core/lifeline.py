"""What ends a server's forked children with it: a pipe that only the server process holds open.

Its end, which comes when the server lets go of it or dies, reaches the children as a signal where the system
can send one for a pipe (Linux: fcntl(2), O_ASYNC).  A thread that waits for it, as elsewhere, makes a child's
forking a third dearer.
"""

import contextlib
import os
import select
import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType

CHILD_GRACE = 1.0
"""Seconds that a forked child has to end once its connection was shut down."""

_BY_SIGNAL = sys.platform == "linux"


class Lifeline:
    """Tells forked children when to end: by being let go, or by their parent's death."""

    def __init__(self, shut_connections_down: Callable[[], None]) -> None:
        """Let a child that has to end first call `shut_connections_down`; to be made on the main thread."""
        self._shut_connections_down = shut_connections_down
        self._child_end, self._parent_end = os.pipe()
        if _BY_SIGNAL:
            _ask_for_signal(self._child_end)
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._guard_child)

    def let_go(self) -> None:
        """Tell every child to end; further calls, and a grandchild's, do nothing."""
        end, self._parent_end = self._parent_end, -1
        if end >= 0:
            with contextlib.suppress(OSError):  # a learner's code has closed every file that it could
                os.close(end)

    def _guard_child(self) -> None:
        # The child's copy has to go first, or the pipe would stay open as long as the child lives.
        self.let_go()
        if not _BY_SIGNAL:
            threading.Thread(target=self._await_end, name="socket-lab guard", daemon=True).start()
            return
        signal.signal(signal.SIGIO, self._on_signal)
        # The signal may have come before there was somebody to hear it.
        if self._has_ended():
            self._end_soon()

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        if self._has_ended():  # the signal may be a learner's own
            self._end_soon()

    def _has_ended(self) -> bool:
        return bool(select.select([self._child_end], [], [], 0)[0])

    def _end_soon(self) -> None:
        signal.signal(signal.SIGALRM, lambda _number, _frame: os._exit(1))
        signal.setitimer(signal.ITIMER_REAL, CHILD_GRACE)
        self._shut_connections_down()

    def _await_end(self) -> None:
        os.read(self._child_end, 1)
        self._shut_connections_down()
        threading.Event().wait(CHILD_GRACE)
        os._exit(1)


def _ask_for_signal(fd: int) -> None:
    """Let the end of that pipe be signalled to this process's group, which its children belong to."""
    import fcntl

    signal.signal(
        signal.SIGIO, signal.SIG_IGN
    )  # the server itself knows; untreated, the signal would kill it
    fcntl.fcntl(fd, fcntl.F_SETOWN, -os.getpgrp())
    fcntl.fcntl(fd, fcntl.F_SETFL, fcntl.fcntl(fd, fcntl.F_GETFL) | os.O_ASYNC)
