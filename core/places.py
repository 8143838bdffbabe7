"""Where events happen, in people's words: "main 4242", "Thread-3", "child 4301", "client A"."""

from collections.abc import Callable
from typing import Any

from core.events import (
    ChildForked,
    ChildStarted,
    ClientEvent,
    Entered,
    Event,
    Listening,
    Spawned,
    ThreadStarted,
)
from core.sentences import NAME_SHOWN, short_name, visible
from core.wording import worded

_LOOPS = frozenset({"serve_forever", "handle_request"})


class Places:
    """Learns from events which threads and processes there are; to learn an event twice does no harm."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._threads: dict[tuple[int, int], str] = {}
        self._children: set[int] = set()
        self._servers: set[int] = set()

    def learn(self, event: Event) -> None:
        """Take from an event what it tells about threads and processes."""
        lesson = _LESSONS.get(type(event))
        if lesson:
            lesson(self, event)

    def name(self, event: Event) -> str:
        """Return where the event happened."""
        if isinstance(event, ClientEvent):
            return worded("client {client}", client=visible(event.client, NAME_SHOWN))
        if event.pid in self._children:
            return worded("child {pid}", pid=event.pid)
        if self._servers and event.pid not in self._servers:
            return worded("window")
        known = self._threads.get((event.pid, event.thread))
        if known:
            return known
        if event.thread == event.pid:
            return worded("main {pid}", pid=event.pid)
        return worded("thread {thread}", thread=event.thread)

    def _learn_thread(self, event: ThreadStarted) -> None:
        self._threads[event.pid, event.thread] = short_name(event.name)

    def _learn_loop(self, event: Entered) -> None:
        if event.name in _LOOPS:
            self._threads[event.pid, event.thread] = worded("server loop")

    def _learn_child(self, child: int) -> None:
        self._children.add(child)

    def _learn_server(self, pid: int) -> None:
        self._servers.add(pid)


_LESSONS: dict[type[Event], Callable[[Places, Any], None]] = {
    ThreadStarted: Places._learn_thread,
    Entered: Places._learn_loop,
    ChildForked: lambda places, event: places._learn_child(event.child),
    ChildStarted: lambda places, event: places._learn_child(event.pid),
    Spawned: lambda places, event: places._learn_server(event.server_pid),
    Listening: lambda places, event: places._learn_server(event.pid),
}
