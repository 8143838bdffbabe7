"""The server process's side where a learner's program runs itself: its own lines make and run the servers."""

import contextlib
import ctypes
import os
import socket
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from core import own_code
from core.errors import own_code as errors
from core.errors.exit import PROGRAM_ENDED
from core.own_code import Loaded
from core.own_process import OwnServerProcess
from core.own_server import keep_every_server, shut_listening_socket
from core.spec import ServerSpec, Transport

INTERRUPT_GRACE = 1.2
"""Seconds that an interrupted program has to get out of the call in which it waits."""

_LOOK_UP = 0.1
"""How often a program whose lines are done looks whether its other threads are, in seconds."""


class OwnProgramProcess(OwnServerProcess):
    """A program with its own loop; every server that it makes is observed, and the first is the one shown."""

    # Threads are what their maker is: the program's, like those of a main thread, are to be waited for.
    _DAEMON = False
    _bound_last: Any = None
    _keyboard = -1
    _has_told_of_input = False
    _shutdowns: tuple[threading.Event, ...] = ()

    def _run(self, loaded: Loaded) -> int:
        """Run the program's lines as a terminal would, and return how it ends."""
        assert loaded.start, "what has no start does not run itself"
        keep_every_server(self._observed)
        self._keyboard = _make_keyboard()
        try:
            self._run_lines(loaded.start)
        except SystemExit as error:
            return self._code_of_exit(error)
        except Exception as error:
            if self._servers:
                raise
            self._say_why_not(error, self._with_address_of(self._bound_last))
            self._leave(1)
        if not self._servers and not self._stopping.is_set():
            self._say(errors.no_server(self._code.name))
            self._leave(1)
        return PROGRAM_ENDED

    def _run_lines(self, start: Callable[[], None]) -> None:
        try:
            start()
            _await_other_threads()
        except KeyboardInterrupt:
            if not self._stopping.is_set():
                raise

    def _code_of_exit(self, error: SystemExit) -> int:
        if not self._servers:
            raise own_code.code_error(error, self._code)
        if error.code is None or isinstance(error.code, int):
            return (error.code or 0) & 0xFF or PROGRAM_ENDED
        print(error.code, file=sys.stderr)  # as Python does with sys.exit("a text")
        return 1

    def _may_input_wait(self) -> bool:
        """Answer for input(): where servers run in other threads, it may be there to wait for the end."""
        is_own_line = threading.current_thread() is self._worker and not self._witness.here.request
        if not (is_own_line and self._servers):
            return False
        if not self._has_told_of_input:
            self._has_told_of_input = True
            self._say_where_it_is("waits in input(): nobody can type there, but Stop presses Enter")
        return True

    def _with_address_of(self, server: Any) -> ServerSpec:
        """Return the spec with the address that the program itself asked for, as far as there is one."""
        address: Any = getattr(server, "server_address", None)
        transport = _transport_of(server)
        if transport and transport.is_unix and isinstance(address, str):
            return replace(self._spec, transport=transport, path=address)
        if transport and isinstance(address, tuple) and len(address) >= 2:
            host, port = address[:2]
            return replace(self._spec, transport=transport, address_family=None, host=host, port=port)
        return self._spec

    # What its servers tell ------------------------------------------------------------------------------

    def binding(self, server: Any) -> None:
        """Remember which address may be refused."""
        self._bound_last = server

    def activated(self, server: Any) -> None:
        """Say of the program's first server that it listens."""
        self._servers.append(server)
        if len(self._servers) == 1:
            self._say_listening(server)

    # Stopping -------------------------------------------------------------------------------------------

    def _end_loops(self) -> None:
        self._shutdowns = tuple(self._call_aside(server.shutdown) for server in self._servers)

    def _press(self) -> None:
        """Interrupt the program as Ctrl+C would: its loop may be its own, and know nothing of shutdown()."""
        for server in self._servers:
            shut_listening_socket(server)
        if self._loop_ended.is_set():
            return
        # There is no other way to raise an exception in a thread; it comes with the next line that is run.
        thread = ctypes.c_ulong(self._worker.ident or 0)
        ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(KeyboardInterrupt))
        with contextlib.suppress(OSError):  # the program may have closed it
            os.write(self._keyboard, b"\n")
        waits_at = self._step_of_program()
        if not self._loop_ended.wait(INTERRUPT_GRACE) and self._step_of_program() == waits_at:
            self._give_up_waiting()

    def _step_of_program(self) -> tuple[int, int]:
        frame = sys._current_frames().get(self._worker.ident or 0)
        return (id(frame), frame.f_lasti) if frame else (0, 0)

    def _give_up_waiting(self) -> None:
        """Go on without the program's own lines if it is only they that wait, and no server's loop.

        In a main thread Ctrl+C would reach Event().wait() or sleep(); in this one nothing does.
        """
        if self._shutdowns and all(done.is_set() for done in self._shutdowns):
            self._say_where_it_is("was stopped while it waited")
            self._loop_ended.set()

    def _remove_socket_file(self) -> None:
        for server in self._servers:
            if isinstance(server.server_address, str):
                with contextlib.suppress(FileNotFoundError):
                    os.unlink(server.server_address)


def _make_keyboard() -> int:
    """Let standard input wait, as in a terminal, and return where its lines can be written to."""
    reading, writing = os.pipe()
    os.dup2(reading, 0)
    os.close(reading)
    return writing


def _await_other_threads() -> None:
    """Wait for the program's other threads, as Python does before it ends."""
    known = (threading.main_thread(), threading.current_thread())
    while others := [one for one in threading.enumerate() if not one.daemon and one not in known]:
        others[0].join(_LOOK_UP)  # not for ever: what interrupts this thread has to come through


def _transport_of(server: Any) -> Transport | None:
    family, kind = getattr(server, "address_family", None), getattr(server, "socket_type", None)
    is_unix = hasattr(socket, "AF_UNIX") and family == socket.AF_UNIX
    return _TRANSPORTS[is_unix, kind == socket.SOCK_STREAM] if family is not None else None


_TRANSPORTS = {
    (False, True): Transport.TCP,
    (False, False): Transport.UDP,
    (True, True): Transport.UNIX_STREAM,
    (True, False): Transport.UNIX_DATAGRAM,
}
