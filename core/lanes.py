"""Events → lanes: who did what when, drawn as bars, waits, ticks and arrows.

`Lanes.take` is given events in any portions.  Those of one thread come in their order; those of different
threads and processes may come earlier or later than they happened, and the same may come twice: the lanes are
the same in the end.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Any

from core.arrows import Arrow, ArrowKind, Arrows
from core.bar_row import OPEN, BarRow
from core.events import (
    Blocked,
    ChildEnded,
    ChildStarted,
    ClientClosed,
    ClientConnected,
    ClientConnecting,
    ClientEnded,
    ClientEvent,
    ClientFailed,
    ClientReceived,
    ClientSent,
    EndOfStream,
    Entered,
    Event,
    Left,
    Listening,
    NotKept,
    Paused,
    ProcessEnded,
    Raised,
    Received,
    Resumed,
    Sent,
    SocketFailed,
    ThreadEnded,
    ThreadStarted,
)
from core.lane import DEEPEST, FAULT, Lane, LaneKind
from core.lane_traffic import Conversation, Traffic, remember, tick
from core.sentences import NAME_SHOWN, POLLING, short_name, visible
from core.wording import worded

LANES_KEPT = 800
"""So many lanes of threads and children that have ended are kept; of earlier ones only when they lived."""

_FOLD_SHARE = 8
"""One in so many of them goes when there are too many: to fold is then rare."""

PAUSED = "paused before "
"""Before a method's name: the value of a wait that the learner asked for."""

SELECT = "select"
"""The wait of a loop between two requests."""

CONNECTING, CONNECTED = "connecting", "connected"
"""What a client does: its bars."""

_LOOPS = frozenset({"serve_forever", "handle_request"})

_FIRST_CALLS = {
    "serve_forever": LaneKind.LOOP,
    "handle_request": LaneKind.LOOP,
    "get_request": LaneKind.LOOP,
    "verify_request": LaneKind.LOOP,
    "process_request": LaneKind.LOOP,
    "process_request_thread": LaneKind.WORKER,
    "finish_request": LaneKind.WORKER,
}
"""What a thread is for, by the first call seen in it; a child tells by itself that it is one."""


class _Track:
    """Where one thread is: its lane, its calls, and the last event that was taken of it."""

    __slots__ = ("calls", "has_datagram", "lane", "order", "time", "wait")

    def __init__(self) -> None:
        self.time = self.order = -1
        self.lane: Lane | None = None
        self.calls: list[tuple[str, BarRow]] = []
        self.wait: BarRow | None = None
        # True when get_request() has read a datagram, and not accepted a connection.
        self.has_datagram = False


class _Client:
    """A client's lane and its conversation of now."""

    __slots__ = ("conversation", "lane", "row")

    def __init__(self, lane: Lane) -> None:
        self.lane = lane
        self.row = lane.works_at(0)
        self.conversation = Conversation(lane, lane.began)


class Lanes:
    """The lanes of one run."""

    def __init__(self, kept: int = LANES_KEPT, shows_polling: bool = False) -> None:
        """Begin without a lane; keep so many of threads and children that have ended.

        What a waiting server calls again and again makes bars only if it `shows_polling`.
        """
        self.arrows = Arrows()
        self.first: int | None = None
        self.last = 0
        """The times of the first and of the last event."""
        self.ended: int | None = None
        """When the server process was gone; None while it lives."""
        self.folded = 0
        """So many lanes of threads and children are folded away."""
        self.folded_row = BarRow()
        """When there was one of those; a bar's value is how many."""
        self._kept = kept
        self._hidden = frozenset() if shows_polling else POLLING
        self._lanes: dict[int, Lane] = {}
        self._ordered: list[Lane] | None = None
        self._next_key = 1
        self._names: list[str] = []
        self._ids: dict[str, int] = {}
        self._tracks: dict[tuple[int, int], _Track] = {}
        self._fold_before = -1
        self._fold_at = kept
        self._clients: dict[str, _Client] = {}
        self._children: dict[int, Lane] = {}
        self._child_ends: OrderedDict[int, int] = OrderedDict()
        self._traffic = Traffic(self.arrows, self._make_queue, self._id)
        self._dispatches: OrderedDict[int, tuple[int, int]] = OrderedDict()
        self._runs: OrderedDict[int, tuple[int, int]] = OrderedDict()

    # What there is -------------------------------------------------------------------------------------

    def ordered(self) -> list[Lane]:
        """Return the lanes from top to bottom: by kind, then by when they began."""
        if self._ordered is None:
            self._ordered = sorted(self._lanes.values(), key=lambda lane: (lane.kind, lane.began, lane.title))
        return self._ordered

    def lane(self, key: int) -> Lane | None:
        """Return a lane by its key; None when it is folded away."""
        return self._lanes.get(key)

    def name(self, value: int) -> str:
        """Return what a bar's value stands for: a method's name, a wait's call, a client."""
        return self._names[value & (FAULT - 1)]

    def end_of(self, lane: Lane, now: int) -> int:
        """Return where an open bar of the lane ends: now, or when its thread or process was gone."""
        ends = (lane.ended, None if lane.kind is LaneKind.CLIENT else self.ended)
        return min([now, *(end for end in ends if end is not None)])

    def missed(self, lane: Lane, now: int) -> bool:
        """True if what still waits in that lane will never be taken: the server was gone by then."""
        return lane.kind is LaneKind.QUEUE and self.ended is not None and self.ended <= now

    # Taking events in ----------------------------------------------------------------------------------

    def take(self, events: Iterable[Event]) -> None:
        """Follow the events; what was taken before is passed over."""
        tracks, takers = self._tracks, _TAKERS
        first, last = OPEN if self.first is None else self.first, self.last
        for event in events:
            time = event.time
            place = event.pid, event.thread
            track = tracks.get(place)
            if track is None:
                if time <= self._fold_before:
                    continue  # of a thread that is folded away, read once more
                track = tracks[place] = _Track()
            elif time < track.time or (time == track.time and event.order <= track.order):
                continue
            track.time = time
            track.order = event.order
            taker = takers.get(type(event))
            if taker is not None:
                taker(self, track, event)
            if time > last:
                last = time
            if time < first:
                first = time
        self.first, self.last = None if first == OPEN else first, last
        self._fold()

    def forget_before(self, time: int) -> None:
        """Drop what was over before that time, because its events are forgotten, too."""
        for lane in list(self._lanes.values()):
            lane.forget_before(time)
            if (
                lane.ended is not None
                and lane.ended < time
                and lane.kind in (LaneKind.WORKER, LaneKind.CHILD)
            ):
                self._drop(lane)
        self.folded_row.forget_before(time)
        self.arrows.forget_before(time)
        self._fold_before = max(self._fold_before, time - 1)

    # Calls ---------------------------------------------------------------------------------------------

    def _take_entered(self, track: _Track, event: Entered) -> None:
        name = event.name
        if name in self._hidden:
            return
        time, calls = event.time, track.calls
        lane = self._lane_for(track, event, _FIRST_CALLS.get(name))
        if track.wait is not None:
            self._end_wait(track, time)
        if calls and _calls(calls, name):
            self._leave(track, name, time)  # the library calls none within itself: its end was lost
        if len(calls) >= DEEPEST:
            return
        row = lane.works_at(len(calls))
        row.begin(time, self._id(name), event.request)
        calls.append((name, row))
        if name == "process_request":
            self._note_dispatch(event.request, time, lane)

    def _take_left(self, track: _Track, event: Left) -> None:
        name = event.name
        if name in self._hidden:
            self._wait_for_requests(track, event.time)
            return
        if track.wait is not None:
            self._end_wait(track, event.time)
        self._leave(track, name, event.time, FAULT if event.error else 0)
        if name == "get_request":
            self._take_got(track, event)
        elif name in POLLING:
            self._wait_for_requests(track, event.time)
        if track.lane is not None and track.lane.ended is not None:
            track.lane.ended = max(track.lane.ended, event.time)

    def _leave(self, track: _Track, name: str, time: int, fault: int = 0) -> None:
        """Close the call of that name, and those in it whose ends were lost."""
        calls = track.calls
        if not _calls(calls, name):
            return
        while True:
            called, row = calls.pop()
            if called == name and fault:
                row.values[-1] |= fault
            row.close(time)
            if called == name:
                return

    # Waiting -------------------------------------------------------------------------------------------

    def _take_blocked(self, track: _Track, event: Blocked) -> None:
        self._goes_on(track, event)
        self._wait(track, event.time, event.call, event.request)

    def _take_paused(self, track: _Track, event: Paused) -> None:
        self._goes_on(track, event)
        self._wait(track, event.time, PAUSED + event.name, event.request)

    def _wait(self, track: _Track, time: int, call: str, request: int) -> None:
        assert track.lane is not None
        depth = len(track.calls)
        if depth < DEEPEST:
            track.wait = wait = track.lane.waits_at(depth)
            wait.begin(time, self._id(call), request)

    def _wait_for_requests(self, track: _Track, time: int) -> None:
        """Let a loop wait that has nothing else to do."""
        if track.wait is None and track.calls and track.calls[-1][0] in _LOOPS:
            self._wait(track, time, SELECT, 0)

    def _end_wait(self, track: _Track, time: int) -> None:
        assert track.wait is not None
        track.wait.close(time)
        track.wait = None

    def _goes_on(self, track: _Track, event: Event) -> Lane:
        """Return the lane of a thread in which something happened: what it waited for is over."""
        lane = track.lane
        # With a call under way it is surely still the same thread's.
        if lane is None or not track.calls:
            lane = self._lane_for(track, event)
        wait = track.wait
        if wait is not None:
            wait.close(event.time)
            track.wait = None
        return lane

    def _take_sign_of_life(self, track: _Track, event: Event) -> None:
        self._goes_on(track, event)

    # Threads and children ------------------------------------------------------------------------------

    def _take_thread_started(self, track: _Track, event: ThreadStarted) -> None:
        kind = LaneKind.LOOP if event.name == "serve_forever" else LaneKind.WORKER
        lane = self._lane_for(track, event, kind)
        self._set_kind(lane, kind)
        lane.title = short_name(event.name)

    def _take_thread_ended(self, track: _Track, event: ThreadEnded) -> None:
        self._goes_on(track, event).ended = event.time

    def _take_child_started(self, track: _Track, event: ChildStarted) -> None:
        lane = self._lane_for(track, event)
        self._set_kind(lane, LaneKind.CHILD)
        lane.title = worded("child {pid}", pid=event.pid)
        self._children[event.pid] = lane
        self._end_child(event.pid)

    def _take_child_ended(self, _track: _Track, event: ChildEnded) -> None:
        remember(self._child_ends, event.child, event.time)
        self._end_child(event.child)

    def _end_child(self, pid: int) -> None:
        """Let a child's lane end, whichever was told first."""
        lane, end = self._children.get(pid), self._child_ends.get(pid)
        if lane is not None and end is not None and end >= lane.began:
            lane.ended = end
            del self._children[pid], self._child_ends[pid]

    def _take_listening(self, _track: _Track, event: Listening) -> None:
        self._traffic.listening(event.time)

    def _take_process_ended(self, _track: _Track, event: ProcessEnded) -> None:
        self.ended = event.time

    def _lane_for(self, track: _Track, event: Event, kind: LaneKind | None = None) -> Lane:
        lane = track.lane
        if lane is None or (not track.calls and self._is_of_another(lane, event)):
            lane = track.lane = self._new_thread(event, kind)
            track.wait = None
        return lane

    def _is_of_another(self, lane: Lane, event: Event) -> bool:
        """True if the system gave the thread's or child's number to a new one."""
        return lane.request != 0 and event.request not in (0, lane.request)

    def _new_thread(self, event: Event, kind: LaneKind | None) -> Lane:
        if kind is None:
            kind = LaneKind.WORKER if event.request else LaneKind.OTHER
        is_main = event.thread == event.pid
        title = worded("main thread") if is_main else worded("thread {thread}", thread=event.thread)
        request = event.request if kind is LaneKind.WORKER else 0
        lane = self._new_lane(kind, title, event.time, request)
        if kind is LaneKind.WORKER and request:
            self._note_run(request, event.time, lane)
        return lane

    def _new_lane(self, kind: LaneKind, title: str, began: int, request: int = 0) -> Lane:
        lane = self._lanes[self._next_key] = Lane(self._next_key, kind, title, began, request)
        self._next_key += 1
        self._ordered = None
        return lane

    def _make_queue(self, began: int) -> Lane:
        return self._new_lane(LaneKind.QUEUE, worded("kernel's queue"), began)

    def _set_kind(self, lane: Lane, kind: LaneKind) -> None:
        if lane.kind is not kind:
            lane.kind = kind
            self._ordered = None

    def _note_dispatch(self, request: int, time: int, lane: Lane) -> None:
        remember(self._dispatches, request, (time, lane.key))
        self._join_dispatch(request)

    def _note_run(self, request: int, time: int, lane: Lane) -> None:
        remember(self._runs, request, (time, lane.key))
        self._join_dispatch(request)

    def _join_dispatch(self, request: int) -> None:
        """Draw the arrow from process_request() to what it made, whichever was told first."""
        if request in self._dispatches and request in self._runs:
            start, source = self._dispatches.pop(request)
            end, target = self._runs.pop(request)
            self.arrows.add(Arrow(ArrowKind.DISPATCH, start, source, end, target, request, 0))

    # Bytes ---------------------------------------------------------------------------------------------

    def _take_received(self, track: _Track, event: Received) -> None:
        lane = self._goes_on(track, event)
        self._traffic.received(event, tick(lane, lane.received, event, event.request))
        calls = track.calls
        track.has_datagram = not event.connection and bool(calls) and calls[-1][0] == "get_request"

    def _take_sent(self, track: _Track, event: Sent) -> None:
        lane = self._goes_on(track, event)
        self._traffic.sent(event, tick(lane, lane.sent, event, event.request))

    def _take_got(self, track: _Track, event: Left) -> None:
        """Take that get_request() was left: with a connection, with a datagram, or with an error."""
        if not event.error and not track.has_datagram:
            self._traffic.accepted(event.result, event.time, event.request)
        track.has_datagram = False

    def _take_not_kept(self, _track: _Track, _event: NotKept) -> None:
        self._traffic.give_up()

    # Clients -------------------------------------------------------------------------------------------

    def _client(self, event: ClientEvent) -> _Client:
        client = self._clients.get(event.client)
        if client is None:
            title = worded("client {client}", client=visible(event.client, NAME_SHOWN))
            lane = self._new_lane(LaneKind.CLIENT, title, event.time)
            client = self._clients[event.client] = _Client(lane)
        client.lane.began = min(client.lane.began, event.time)
        return client

    def _take_connecting(self, _track: _Track, event: ClientConnecting) -> None:
        client = self._client(event)
        client.conversation.lane = None
        client.conversation = Conversation(client.lane, event.time)
        client.row.begin(event.time, self._id(CONNECTING), 0)

    def _take_connected(self, _track: _Track, event: ClientConnected) -> None:
        client = self._client(event)
        conversation, row = client.conversation, client.row
        if row.is_open:
            row.close(event.time)
        conversation.local, conversation.connected = event.local, event.time
        conversation.row, conversation.bar = row, row.begin(event.time, self._id(CONNECTED), 0)
        client.lane.detail = visible(event.local, NAME_SHOWN)
        self._traffic.connected(conversation)

    def _take_client_sent(self, _track: _Track, event: ClientSent) -> None:
        client = self._client(event)
        end = tick(client.lane, client.lane.sent, event, client.conversation.request)
        self._traffic.client_sent(client.conversation, event, end)

    def _take_client_received(self, _track: _Track, event: ClientReceived) -> None:
        client = self._client(event)
        end = tick(client.lane, client.lane.received, event, client.conversation.request)
        self._traffic.client_received(client.conversation, event, end)

    def _take_client_failed(self, _track: _Track, event: ClientFailed) -> None:
        row = self._client(event).row
        if row.is_open:
            row.values[-1] |= FAULT

    def _take_client_over(self, _track: _Track, event: ClientEnded | ClientClosed) -> None:
        row = self._client(event).row
        if row.is_open:
            row.close(event.time)

    # Folding -------------------------------------------------------------------------------------------

    def _fold(self) -> None:
        """Fold the lanes of threads and children that ended longest ago, if there are too many."""
        if len(self._lanes) < self._fold_at:
            return
        # To look again is worth while when so many more have come.
        self._fold_at = len(self._lanes) + self._kept // _FOLD_SHARE
        over = [lane for lane in self._lanes.values() if lane.ended is not None and _is_for_one(lane)]
        if len(over) <= self._kept:
            return
        over.sort(key=lambda lane: lane.began)
        gone = over[: len(over) - self._kept]
        for lane in gone:
            assert lane.ended is not None
            self._fold_before = max(self._fold_before, lane.ended)
            self._add_folded(lane.began, lane.ended)
            self._drop(lane)
        self.folded += len(gone)
        self._fold_at -= len(gone)
        keys = {lane.key for lane in gone}
        for place in [
            place for place, track in self._tracks.items() if track.lane and track.lane.key in keys
        ]:
            del self._tracks[place]

    def _add_folded(self, began: int, ended: int) -> None:
        row = self.folded_row
        if len(row) and row.is_open is False and row.ends[-1] >= began:
            row.values[-1] += 1
            began = row.ends[-1]
            if ended <= began:
                return
        row.add(began, ended, 1, 0)

    def _drop(self, lane: Lane) -> None:
        del self._lanes[lane.key]
        self._ordered = None

    def _id(self, name: str) -> int:
        found = self._ids.get(name)
        if found is None:
            found = self._ids[name] = len(self._names)
            self._names.append(name)
        return found


def _calls(calls: list[tuple[str, BarRow]], name: str) -> bool:
    """True if a method of that name is under way."""
    # Not any(…): a generator for each call took a tenth of all the time.
    return name in [called for called, _row in calls]


def _is_for_one(lane: Lane) -> bool:
    return lane.kind in (LaneKind.WORKER, LaneKind.CHILD)


_TAKERS: dict[type[Event], Callable[[Lanes, _Track, Any], None]] = {
    Entered: Lanes._take_entered,
    Left: Lanes._take_left,
    Blocked: Lanes._take_blocked,
    Paused: Lanes._take_paused,
    Resumed: Lanes._take_sign_of_life,
    Raised: Lanes._take_sign_of_life,
    EndOfStream: Lanes._take_sign_of_life,
    SocketFailed: Lanes._take_sign_of_life,
    Received: Lanes._take_received,
    Sent: Lanes._take_sent,
    ThreadStarted: Lanes._take_thread_started,
    ThreadEnded: Lanes._take_thread_ended,
    ChildStarted: Lanes._take_child_started,
    ChildEnded: Lanes._take_child_ended,
    Listening: Lanes._take_listening,
    ProcessEnded: Lanes._take_process_ended,
    NotKept: Lanes._take_not_kept,
    ClientConnecting: Lanes._take_connecting,
    ClientConnected: Lanes._take_connected,
    ClientSent: Lanes._take_client_sent,
    ClientReceived: Lanes._take_client_received,
    ClientFailed: Lanes._take_client_failed,
    ClientEnded: Lanes._take_client_over,
    ClientClosed: Lanes._take_client_over,
}
