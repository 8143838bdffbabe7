import random
from collections import defaultdict
from collections.abc import Iterator
from itertools import count, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import Client, Concurrency, ServerHost, ServerSpec, Transport
from core.arrows import ArrowKind
from core.bar_row import GAPS, OPEN, RUN_LENGTH, SUMMARY_FROM, BarRow
from core.events import (
    Blocked,
    ChildEnded,
    ChildStarted,
    ClientClosed,
    ClientConnected,
    ClientConnecting,
    ClientReceived,
    ClientSent,
    EndOfStream,
    Entered,
    Event,
    Left,
    Listening,
    NotKept,
    Owner,
    Paused,
    ProcessEnded,
    Received,
    Resumed,
    Sent,
    ThreadEnded,
    ThreadStarted,
    moment,
)
from core.flows import End, StreamFlow
from core.history import History
from core.hook_words import about
from core.lane import FAULT, Lane, LaneKind
from core.lane_reader import LaneReader
from core.lanes import PAUSED, Lanes
from core.observe import HANDLER_METHODS, SERVER_HOOKS

SERVER, LOOP, WINDOW = 500, 501, 400

QUICK: dict[str, Any] = {"poll_interval": 0.02}


class Script:
    """Writes down what a server and its clients do, one thing after another."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._time = count(1_000, 100)
        self._order = count(1)

    def tell(self, kind: Any, thread: int, request: int, *facts: object, pid: int = SERVER) -> Event:
        event: Event = kind(next(self._time), pid, thread, request, next(self._order), *facts)
        self.events.append(event)
        return event

    def enter(self, name: str, request: int = 0, thread: int = LOOP, pid: int = SERVER) -> None:
        owner = Owner.HANDLER if name in HANDLER_METHODS else Owner.SERVER
        self.tell(Entered, thread, request, owner, name, pid=pid)

    def leave(
        self,
        name: str,
        request: int = 0,
        thread: int = LOOP,
        result: str = "",
        error: str = "",
        pid: int = SERVER,
    ) -> None:
        self.tell(Left, thread, request, Owner.SERVER, name, result, error, pid=pid)

    def client(self, kind: Any, name: str, *facts: object) -> None:
        self.tell(kind, WINDOW + ord(name), 0, name, *facts, pid=WINDOW)

    def connect(self, name: str) -> None:
        self.client(ClientConnecting, name, "server")
        self.client(ClientConnected, name, local(name), "server")

    def accept(self, name: str, request: int) -> None:
        self.enter("get_request", request)
        self.leave("get_request", request, result=local(name))
        self.enter("process_request", request)

    def begin_thread(self, request: int) -> None:
        thread = thread_of(request)
        self.enter("process_request_thread", request, thread)
        self.tell(ThreadStarted, thread, request, f"Thread-{request} (process_request_thread)")
        self.enter("finish_request", request, thread)
        self.enter("handle", request, thread)

    def end_thread(self, request: int) -> None:
        thread = thread_of(request)
        self.tell(EndOfStream, thread, request, "recv", 10, request, "peer")
        self.leave("handle", request, thread)
        self.leave("finish_request", request, thread)
        self.tell(ThreadEnded, thread, request, f"Thread-{request} (process_request_thread)")
        self.leave("process_request_thread", request, thread)

    def receive(self, request: int, size: int) -> None:
        thread = thread_of(request)
        self.tell(Blocked, thread, request, "recv", request, "peer", 0.0)
        self.tell(Received, thread, request, "recv", 10, request, "peer", size, b"x" * size)

    def send(self, request: int, size: int) -> None:
        self.tell(Sent, thread_of(request), request, "sendall", 10, request, "peer", size, b"y" * size)


def local(name: str) -> str:
    return f"127.0.0.1:{40_000 + ord(name)}"


def thread_of(request: int) -> int:
    return 600 + request


def lanes_of(script: Script) -> Lanes:
    lanes = Lanes()
    lanes.take(script.events)
    return lanes


def lane_titled(lanes: Lanes, title: str) -> Lane:
    return next(lane for lane in lanes.ordered() if lane.title == title)


Bar = tuple[str, int, int, int]


def bars(lanes: Lanes, row: BarRow) -> list[Bar]:
    return [
        (lanes.name(value), start, end, request)
        for value, start, end, request in zip(row.values, row.starts, row.ends, row.requests, strict=True)
    ]


def names(lanes: Lanes, row: BarRow) -> list[str]:
    return [name for name, *_ in bars(lanes, row)]


def ticks(row: BarRow) -> list[tuple[int, int, int]]:
    return list(zip(row.starts, row.values, row.requests, strict=True))


def picture(lanes: Lanes) -> list[object]:
    """Return all that is to be seen, as values that can be compared."""
    titles = {lane.key: lane.title for lane in lanes.ordered()}
    arrows = [
        (a.kind, a.start, titles[a.source], a.end, titles[a.target], a.request, a.size) for a in lanes.arrows
    ]
    return [
        lanes.first,
        lanes.last,
        lanes.ended,
        sorted(arrows),
        *(_seen(lanes, lane) for lane in lanes.ordered()),
    ]


def _seen(lanes: Lanes, lane: Lane) -> tuple[object, ...]:
    waits = {depth: bars(lanes, row) for depth, row in lane.waits.items()}
    if lane.kind is LaneKind.QUEUE:  # in which row something waits depends on what is known when it is drawn
        waits = {0: sorted((bar for row in waits.values() for bar in row), key=lambda bar: bar[1:])}
    works = [bars(lanes, row) for row in lane.works]
    return (
        lane.kind,
        lane.title,
        lane.detail,
        lane.began,
        lane.ended,
        works,
        waits,
        ticks(lane.sent),
        ticks(lane.received),
    )


# Any order of arrival ------------------------------------------------------------------------------------


@st.composite
def conversations(draw: st.DrawFn) -> Script:
    """Some clients of a threading server, each of which says something, cut anyhow on the other side."""
    script = Script()
    script.tell(ThreadStarted, LOOP, 0, "serve_forever")
    if draw(st.booleans()):
        script.tell(Listening, SERVER, 0, "127.0.0.1", 9)
    script.enter("serve_forever")
    clients = "ABC"[: draw(st.integers(1, 3))]
    for name in clients:
        script.connect(name)
        script.leave("service_actions")
    for request, name in enumerate(clients, 1):
        script.accept(name, request)
        script.leave("process_request", request)
        script.begin_thread(request)
    for _ in range(draw(st.integers(0, 6))):
        request = draw(st.integers(1, len(clients)))
        _say_and_answer(draw, script, request, clients[request - 1])
    for request, name in enumerate(clients, 1):
        if draw(st.booleans()):
            script.client(ClientClosed, name)
            script.end_thread(request)
    return script


def _say_and_answer(draw: st.DrawFn, script: Script, request: int, name: str) -> None:
    sizes = draw(st.lists(st.integers(1, 9), min_size=1, max_size=3))
    for size in sizes:
        script.client(ClientSent, name, local(name), size, b"x" * size)
    for size in _cut(draw, sum(sizes)):
        script.receive(request, size)
    for size in sizes:
        script.send(request, size)
    for size in _cut(draw, sum(sizes)):
        script.client(ClientReceived, name, local(name), size, b"y" * size)


def _cut(draw: st.DrawFn, size: int) -> list[int]:
    borders = sorted(draw(st.sets(st.integers(1, size), max_size=3)) | {size})
    return [there - here for here, there in pairwise([0, *borders])]


def arrivals(events: list[Event], seed: int) -> Iterator[list[Event]]:
    """Deliver the events in portions: each thread's in order, one thread before another as chance has it."""
    chance = random.Random(seed)
    threads: dict[tuple[int, int], list[Event]] = defaultdict(list)
    for event in events:
        threads[event.pid, event.thread].append(event)
    while threads:
        key = chance.choice(list(threads))
        portion = chance.randint(1, 5)
        yield threads[key][:portion]
        threads[key] = threads[key][portion:]
        if not threads[key]:
            del threads[key]


@given(conversations(), st.integers())
def test_lanes_are_the_same_in_whatever_order_threads_are_told_of(script: Script, seed: int) -> None:
    late = Lanes()
    for portion in arrivals(script.events, seed):
        late.take(portion)
    assert picture(late) == picture(lanes_of(script))


@given(conversations(), st.integers())
def test_a_reader_of_a_history_ends_with_the_same_lanes_however_late_events_come(
    script: Script, seed: int
) -> None:
    history = History()
    reader = LaneReader(history)
    for portion in arrivals(script.events, seed):
        history.add(portion)
        reader.read(1.0)
    assert reader.unread() == 0
    assert picture(reader.lanes) == picture(lanes_of(script))


@given(conversations())
def test_events_that_are_told_twice_change_nothing(script: Script) -> None:
    lanes = lanes_of(script)
    before = picture(lanes)
    lanes.take(script.events[len(script.events) // 2 :])
    lanes.take(script.events)
    assert picture(lanes) == before


@given(conversations())
def test_bars_follow_one_another_and_lie_within_the_call_that_made_them(script: Script) -> None:
    for lane in lanes_of(script).ordered():
        rows = [*lane.works, *lane.waits.values()]
        for row in rows:
            assert all(start <= end for start, end in zip(row.starts, row.ends, strict=True))
            assert all(end <= start for end, start in zip(row.ends, row.starts[1:], strict=False))
        for outer, inner in pairwise(lane.works):
            assert all(_lies_in_one(inner, place, outer) for place in range(len(inner)))
        if lane.kind is not LaneKind.QUEUE:
            for depth, row in lane.waits.items():
                assert all(_lies_in_one(row, place, lane.works[depth - 1]) for place in range(len(row)))


def _lies_in_one(inner: BarRow, place: int, outer: BarRow) -> bool:
    start, end = inner.starts[place], inner.ends[place]
    return any(a <= start and end <= b for a, b in zip(outer.starts, outer.ends, strict=True))


@given(conversations())
def test_arrows_carry_every_byte_that_was_received_and_never_go_back_in_time(script: Script) -> None:
    lanes = lanes_of(script)
    carried = [arrow for arrow in lanes.arrows if arrow.kind is ArrowKind.BYTES]
    received = sum(e.size for e in script.events if isinstance(e, Received | ClientReceived))
    assert sum(arrow.size for arrow in carried) == received
    assert all(arrow.start < arrow.end for arrow in lanes.arrows)


# Streams and rows ----------------------------------------------------------------------------------------


@given(st.lists(st.integers(1, 50)), st.lists(st.integers(1, 50)), st.integers())
def test_a_flow_gives_each_byte_from_its_send_to_its_recv(sent: list[int], got: list[int], seed: int) -> None:
    chance = random.Random(seed)
    flow, row = StreamFlow(), BarRow()
    waiting = {"send": list(enumerate(sent)), "receive": list(enumerate(got))}
    found: list[tuple[int, int, int]] = []
    while pieces := [side for side, left in waiting.items() if left]:
        side = chance.choice(pieces)
        number, size = waiting[side].pop(0)
        carried = getattr(flow, side)(End(number, 1, row, number, 0), size)
        found += [(c.sent.time, c.received.time, c.size) for c in carried]
    by_byte = zip(_owners(sent), _owners(got), strict=False)
    assert [(s, r) for s, r, size in found for _ in range(size)] == list(by_byte)


def _owners(sizes: list[int]) -> list[int]:
    return [number for number, size in enumerate(sizes) for _ in range(size)]


gaps_and_lengths = st.lists(
    st.tuples(st.integers(0, 1 << 24), st.integers(0, 1 << 20)),
    min_size=SUMMARY_FROM,
    max_size=SUMMARY_FROM + 80,
)
long_gaps_and_lengths = st.randoms().map(
    lambda chance: [
        (round(2 ** chance.uniform(0, 24)), chance.randrange(1 << 12))
        for _ in range(chance.randrange(256, 900))
    ]
)


@given(gaps_and_lengths, st.integers(0, 1 << 26), st.integers(0, SUMMARY_FROM // 2))
def test_runs_cover_the_bars_in_view_once_each(pairs: list[tuple[int, int]], gap: int, forget: int) -> None:
    row = BarRow()
    time = 0
    for wait, length in pairs:
        row.add(time + wait, time + wait + length, 0, 0)
        time += wait + length
    row.forget_before(row.ends[forget])
    runs = list(row.runs(row.starts[0], row.ends[-1], gap))
    assert sum(run.bars for run in runs) == len(row)
    assert sum(run.busy for run in runs) == sum(e - s for s, e in zip(row.starts, row.ends, strict=True))
    assert all(here.end <= there.start for here, there in pairwise(runs))


def runs_one_by_one(row: BarRow, gap: int) -> list[tuple[int, int, int, int]]:
    """Find the runs of a level as they are defined: bar after bar, each level from the finer one."""
    starts, ends = list(row.starts), list(row.ends)
    begun = list(range(len(starts)))
    for longest in GAPS[: GAPS.index(gap) + 1]:
        level: list[int] = []
        for place in begun:
            is_near = place and starts[place] - ends[place - 1] < longest
            if not level or not is_near or starts[place] - starts[level[-1]] >= RUN_LENGTH * longest:
                level.append(place)
        begun = level
    spans = [*pairwise([*begun, len(starts)])]
    return [(starts[a], ends[b - 1], sum(ends[n] - starts[n] for n in range(a, b)), b - a) for a, b in spans]


@given(long_gaps_and_lengths, st.sampled_from(GAPS), st.data())
def test_runs_are_the_same_whenever_somebody_looks(
    pairs: list[tuple[int, int]], gap: int, data: st.DataObject
) -> None:
    row = BarRow()
    looks = data.draw(st.sets(st.integers(0, len(pairs)), max_size=6))
    time = 0
    for number, (wait, length) in enumerate(pairs):
        row.begin(time + wait, 0, 0)
        row.close(time + wait + length)
        time += wait + length
        if number in looks:
            list(row.runs(0, time, gap))
    assert list(row.runs(0, time, gap)) == runs_one_by_one(row, gap)


def test_many_bars_close_together_are_few_runs() -> None:
    row = BarRow()
    for number in range(100_000):
        row.add(number * 1_000, number * 1_000 + 500, 0, 0)
    runs = list(row.runs(0, 100_000_000, 100_000))  # as on a screen of 1,000 pixels
    assert len(runs) < 1_000
    assert all(run.busy == pytest.approx((run.end - run.start) / 2, rel=0.05) for run in runs)


def test_a_slice_holds_the_bars_that_touch_it() -> None:
    row = BarRow()
    for start in (0, 100, 200, 300):
        row.add(start, start + 50, start, 0)
    row.begin(400, 400, 0)
    first, last = row.slice(120, 320)
    assert list(row.values[first:last]) == [100, 200, 300]
    first, last = row.slice(10_000, 20_000)
    assert list(row.values[first:last]) == [400]


# What is drawn -------------------------------------------------------------------------------------------


def test_a_loop_waits_in_select_between_two_requests_and_polling_is_left_out() -> None:
    script = Script()
    script.enter("serve_forever")
    for _ in range(3):
        script.enter("service_actions")
        script.leave("service_actions")
    script.enter("get_request", 1)
    lanes = lanes_of(script)
    loop = lanes.ordered()[0]
    assert [names(lanes, row) for row in loop.works] == [["serve_forever"], ["get_request"]]
    (wait,) = bars(lanes, loop.waits[1])
    assert wait[0] == "select"
    assert wait[2] == script.events[-1].time


def test_polling_is_shown_on_request() -> None:
    script = Script()
    script.enter("serve_forever")
    for _ in range(2):
        script.enter("service_actions")
        script.leave("service_actions")
    lanes = Lanes(shows_polling=True)
    lanes.take(script.events)
    loop = lanes.ordered()[0]
    assert [names(lanes, row) for row in loop.works] == [["serve_forever"], ["service_actions"] * 2]
    first, second = bars(lanes, loop.waits[1])
    assert (first[1], first[2]) == (script.events[2].time, script.events[3].time)
    assert second[2] == OPEN


def test_a_server_that_listens_has_a_queue_with_nobody_in_it() -> None:
    script = Script()
    script.tell(Listening, SERVER, 0, "127.0.0.1", 9)
    queue = lane_titled(lanes_of(script), "kernel's queue")
    assert queue.depth == 0
    script.connect("A")
    script.accept("A", 1)
    lanes = lanes_of(script)
    assert [lane.kind for lane in lanes.ordered()].count(LaneKind.QUEUE) == 1
    assert lane_titled(lanes, "kernel's queue").depth == 1


def test_a_thread_waits_from_blocked_to_its_next_event() -> None:
    script = Script()
    script.begin_thread(1)
    script.receive(1, 5)
    blocked, received = script.events[-2:]
    lanes = lanes_of(script)
    assert bars(lanes, lane_titled(lanes, "Thread-1").waits[3]) == [("recv", blocked.time, received.time, 1)]


def test_a_pause_before_a_hook_is_a_wait() -> None:
    script = Script()
    script.enter("serve_forever")
    script.tell(Paused, LOOP, 1, Owner.SERVER, "verify_request")
    script.tell(Resumed, LOOP, 1, Owner.SERVER, "verify_request")
    lanes = lanes_of(script)
    paused, resumed = script.events[-2:]
    wait = (PAUSED + "verify_request", paused.time, resumed.time, 1)
    assert bars(lanes, lanes.ordered()[0].waits[1]) == [wait]


def test_a_call_that_an_error_left_is_marked() -> None:
    script = Script()
    script.begin_thread(1)
    script.leave("handle", 1, thread_of(1), error="ValueError: no")
    lanes = lanes_of(script)
    assert lane_titled(lanes, "Thread-1").works[2].values[0] & FAULT


def test_a_call_whose_end_was_lost_ends_with_the_call_around_it() -> None:
    script = Script()
    script.begin_thread(1)
    script.leave("finish_request", 1, thread_of(1))
    lanes = lanes_of(script)
    handle = lane_titled(lanes, "Thread-1").works[2]
    assert handle.ends[0] == script.events[-1].time


def test_a_call_that_begins_twice_was_lost_once_and_nests_no_deeper() -> None:
    script = Script()
    script.enter("serve_forever")
    for request in range(1, 50):
        script.enter("get_request", request)
    assert lanes_of(script).ordered()[0].depth == 2


def test_a_second_client_of_a_busy_server_waits_in_the_queue_until_it_is_accepted() -> None:
    script = Script()
    script.enter("serve_forever")
    script.connect("A")
    script.accept("A", 1)
    script.connect("B")
    connected = script.events[-1].time
    queue = lane_titled(lanes_of(script), "kernel's queue")
    assert queue.waits[0].ends[-1] == OPEN
    script.leave("process_request", 1)
    script.accept("B", 2)
    lanes = lanes_of(script)
    waited = bars(lanes, lane_titled(lanes, "kernel's queue").waits[0])[-1]
    assert waited == (local("B"), connected, script.events[-2].time, 2)


def test_a_dispatch_is_joined_with_the_thread_that_it_made() -> None:
    script = Script()
    script.connect("A")
    script.accept("A", 1)
    script.begin_thread(1)
    lanes = lanes_of(script)
    (arrow,) = lanes.arrows
    target = lanes.lane(arrow.target)
    assert target is not None
    assert (arrow.kind, arrow.request, target.title) == (ArrowKind.DISPATCH, 1, "Thread-1")


def test_a_child_has_a_lane_with_its_pid_until_it_is_collected() -> None:
    script = Script()
    script.tell(ChildEnded, LOOP, 0, 700, "ended")  # told by the parent, and here too early: it comes late
    ended = script.events.pop()
    script.enter("finish_request", 1, 700, pid=700)
    script.tell(ChildStarted, 700, 1, SERVER, pid=700)
    lanes = lanes_of(script)
    lanes.take([ended])
    assert lane_titled(lanes, "child 700").ended is None, "it was another child with the same number"
    script.tell(ChildEnded, LOOP, 0, 700, "ended")
    lanes.take(script.events)
    assert lane_titled(lanes, "child 700").ended == script.events[-1].time


def test_a_number_that_the_system_gives_again_is_another_thread() -> None:
    script = Script()
    script.begin_thread(1)
    script.end_thread(1)
    script.enter("process_request_thread", 2, thread_of(1))
    workers = [lane for lane in lanes_of(script).ordered() if lane.kind is LaneKind.WORKER]
    assert [lane.request for lane in workers] == [1, 2]


def send_datagram(script: Script, data: bytes) -> int:
    script.client(ClientSent, "A", local("A"), len(data), data)
    return script.events[-1].time


def read_datagram(script: Script, request: int, data: bytes) -> int:
    script.enter("get_request", request)
    script.tell(Received, LOOP, request, "recvfrom", 10, 0, local("A"), len(data), data)
    read = script.events[-1].time
    script.leave("get_request", request, result=local("A"))
    return read


def test_datagrams_wait_from_send_to_recvfrom_and_a_lost_one_is_marked() -> None:
    script = Script()
    script.connect("A")
    first, second, third = (send_datagram(script, data) for data in (b"one", b"two", b"three"))
    read = [read_datagram(script, 1, b"one"), read_datagram(script, 2, b"th")]  # cut to two bytes
    lanes = lanes_of(script)
    queue = lane_titled(lanes, "kernel's queue")
    waited = sorted(
        (s, e, bool(v & FAULT))
        for row in queue.waits.values()
        for s, e, v in zip(row.starts, row.ends, row.values, strict=True)
    )
    assert waited == [(first, read[0], False), (second, second, True), (third, read[1], False)]
    assert [(arrow.start, arrow.end, arrow.request) for arrow in lanes.arrows] == [
        (first, read[0], 1),
        (third, read[1], 2),
    ]


def test_what_waits_when_the_server_ends_was_missed() -> None:
    script = Script()
    script.connect("A")
    send_datagram(script, b"one")
    read_datagram(script, 1, b"one")
    sent = send_datagram(script, b"two")
    lanes = lanes_of(script)
    queue = lane_titled(lanes, "kernel's queue")
    assert not lanes.missed(queue, now=10**12)
    script.tell(ProcessEnded, WINDOW, 0, 0, "ended", pid=WINDOW)
    lanes = lanes_of(script)
    queue = lane_titled(lanes, "kernel's queue")
    ended = script.events[-1].time
    assert lanes.missed(queue, now=10**12)
    assert not lanes.missed(queue, now=ended - 1)
    (waits,) = queue.waits.values()
    assert (waits.starts[-1], lanes.end_of(queue, 10**12)) == (sent, ended)
    assert waits.is_open


def test_after_events_were_lost_no_wrong_arrow_is_drawn() -> None:
    script = Script()
    script.connect("A")
    script.accept("A", 1)
    script.begin_thread(1)
    script.client(ClientSent, "A", local("A"), 5, b"xxxxx")
    script.tell(NotKept, SERVER, 0, 3)
    script.client(ClientSent, "A", local("A"), 9, b"xxxxxxxxx")
    script.receive(1, 9)
    assert [arrow.kind for arrow in lanes_of(script).arrows] == [ArrowKind.DISPATCH]


def test_open_bars_end_with_the_server_for_the_eye() -> None:
    script = Script()
    script.begin_thread(1)
    script.tell(ProcessEnded, WINDOW, 0, -9, "killed", pid=WINDOW)
    lanes = lanes_of(script)
    worker = lane_titled(lanes, "Thread-1")
    assert worker.works[0].is_open
    assert lanes.end_of(worker, now=10**12) == script.events[-1].time


# Bounded -------------------------------------------------------------------------------------------------


def many_threads(number: int) -> Script:
    script = Script()
    for request in range(1, number + 1):
        script.begin_thread(request)
        script.end_thread(request)
    return script


def test_of_many_threads_the_oldest_are_folded_and_counted() -> None:
    script = many_threads(100)
    lanes = Lanes(kept=40)
    for event in script.events:
        lanes.take([event])
    assert len(lanes.ordered()) <= 46
    assert len(lanes.ordered()) + lanes.folded == 100
    assert sum(lanes.folded_row.values) == lanes.folded
    lanes.take(script.events)
    assert len(lanes.ordered()) + lanes.folded == 100, "read once more, folded threads do not come back"


def test_what_the_history_forgets_the_lanes_forget() -> None:
    script = many_threads(50)
    history = History(limit=200)
    reader = LaneReader(history)
    for event in script.events:
        history.add([event])
        reader.read(1.0)
    assert history.forgotten
    kept = {event.request for event in history}
    assert {lane.request for lane in reader.lanes.ordered()} <= kept | {min(kept) - 1}


# Real servers --------------------------------------------------------------------------------------------


def spec(transport: Transport, concurrency: Concurrency) -> ServerSpec:
    return ServerSpec(transport=transport, concurrency=concurrency, **QUICK)


@pytest.mark.parametrize("concurrency", list(Concurrency))
@pytest.mark.parametrize("transport", [Transport.TCP, Transport.UDP])
def test_a_real_conversation_is_drawn_with_arrows_there_and_back(
    transport: Transport, concurrency: Concurrency
) -> None:
    with ServerHost(spec(transport, concurrency)) as host, Client.to(host, name="A") as client:
        for _ in range(3):
            assert client.ask({"Say": "HELLO"}) == {"Say": "hello"}
    lanes = Lanes()
    lanes.take(sorted(host.history(), key=moment))
    there_and_back = [
        (lane_kind(lanes, arrow.source), lane_kind(lanes, arrow.target))
        for arrow in lanes.arrows
        if arrow.kind is ArrowKind.BYTES
    ]
    assert [LaneKind.CLIENT in pair for pair in there_and_back] == [True] * 6
    assert [source for source, _ in there_and_back][::2] == [LaneKind.CLIENT] * 3
    made = {Concurrency.THREADING: LaneKind.WORKER, Concurrency.FORKING: LaneKind.CHILD}.get(concurrency)
    dispatches = [
        lane_kind(lanes, arrow.target) for arrow in lanes.arrows if arrow.kind is ArrowKind.DISPATCH
    ]
    requests = 1 if transport.is_stream else 3
    assert dispatches == [made] * (requests if made else 0)
    queue = next(lane for lane in lanes.ordered() if lane.kind is LaneKind.QUEUE)
    assert sum(len(row) for row in queue.waits.values()) == requests
    assert not any(row.is_open for row in queue.waits.values())


def lane_kind(lanes: Lanes, key: int) -> LaneKind:
    lane = lanes.lane(key)
    assert lane is not None
    return lane.kind


def test_the_second_client_of_a_real_serial_server_waits_in_the_queue() -> None:
    with ServerHost(spec(Transport.TCP, Concurrency.ONE_AT_A_TIME)) as host, Client.to(host, "A") as first:
        first.ask({"Say": "A"})
        with Client.to(host, "B") as second:
            second.send({"Say": "B"})
            first.ask({"Say": "A"})
            first.close()
            assert second.receive() == {"Say": "b"}
    lanes = Lanes()
    lanes.take(host.history())
    loop = next(lane for lane in lanes.ordered() if lane.kind is LaneKind.LOOP)
    handled = next(bar for bar in bars(lanes, loop.works[1]) if bar[0] == "process_request")
    queue = next(lane for lane in lanes.ordered() if lane.kind is LaneKind.QUEUE)
    waited = next(bar for row in queue.waits.values() for bar in bars(lanes, row) if bar[3] == 2)
    assert waited[1] < handled[2] <= waited[2]


# Words ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*SERVER_HOOKS, *HANDLER_METHODS])
def test_every_hook_has_a_sentence_with_its_documented_name(name: str) -> None:
    told = about(name)
    assert told.documented.endswith("." + name)
    assert told.sentence.startswith(f"{name}() — ")
