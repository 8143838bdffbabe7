from itertools import count

import pytest

from core import Client, Concurrency, ServerHost, ServerSpec, Transport
from core.events import (
    ChildEnded,
    ChildForked,
    ChildStarted,
    Entered,
    Event,
    Killed,
    Left,
    Listening,
    Owner,
    ProcessEnded,
    Raised,
    Sent,
    Spawned,
    Stage,
    StartFailed,
    StillBusy,
    StopRequested,
    StopStage,
    ThreadEnded,
    ThreadStarted,
)
from core.lifecycle import (
    REQUEST_HOOKS,
    REQUEST_TABLE,
    SERVER_HOOKS,
    SERVER_TABLE,
    RequestLives,
    RequestState,
    ServerLife,
    ServerState,
)
from core.spec import unavailable

SERVER_PID = 4242

GOOD_LIFE = [
    ServerState.STARTING,
    ServerState.BINDING,
    ServerState.ACTIVATING,
    ServerState.LISTENING,
    ServerState.STOPPING,
    ServerState.SHUTTING_DOWN,
    ServerState.LOOP_ENDED,
    ServerState.CONNECTIONS_SHUT_DOWN,
    ServerState.CLOSED,
    ServerState.STOPPED,
]


class Story:
    """Makes events that follow one another."""

    def __init__(self) -> None:
        self._orders = count(1)

    def tell(
        self, kind: type[Event], *facts: object, request: int = 0, pid: int = SERVER_PID, thread: int = 1
    ) -> Event:
        order = next(self._orders)
        return kind(order * 1000, pid, thread, request, order, *facts)

    def hook(self, name: str, request: int = 0, pid: int = SERVER_PID) -> Event:
        return self.tell(Entered, Owner.SERVER, name, request=request, pid=pid)

    def hooks(self, *names: str, request: int = 0, pid: int = SERVER_PID) -> list[Event]:
        return [self.hook(name, request, pid) for name in names]

    def started(self) -> list[Event]:
        return [
            self.tell(Spawned, SERVER_PID),
            *self.hooks("server_bind", "server_activate"),
            self.tell(Listening, "127.0.0.1", 9999),
            self.hook("serve_forever"),
        ]


def life_after(*events: Event) -> ServerLife:
    life = ServerLife()
    life.take(events)
    return life


def request_after(*events: Event) -> RequestState:
    lives = RequestLives()
    lives.take(events)
    return lives.by_number()[7].state


def test_a_server_that_starts_well_listens_at_its_address() -> None:
    life = life_after(*Story().started())
    assert (life.state, life.address, life.pid) == (ServerState.LISTENING, "127.0.0.1:9999", SERVER_PID)


def test_an_ipv6_address_is_shown_in_brackets_and_a_unix_address_as_its_path() -> None:
    story = Story()
    assert life_after(story.tell(Listening, "::1", 80)).address == "[::1]:80"
    assert life_after(story.tell(Listening, "/tmp/lab.sock", 0)).address == "/tmp/lab.sock"


def test_stopping_passes_through_its_stages_in_order() -> None:
    story = Story()
    life = life_after(*story.started())
    seen = []
    for event in (
        story.tell(StopRequested, 3.0),
        *(story.tell(StopStage, stage) for stage in Stage),
        story.tell(ProcessEnded, 0, "ended"),
    ):
        life.take([event])
        seen.append(life.state)
    assert seen == [
        ServerState.STOPPING,
        ServerState.SHUTTING_DOWN,
        ServerState.LOOP_ENDED,
        ServerState.CONNECTIONS_SHUT_DOWN,
        ServerState.CLOSED,
        ServerState.STOPPED,
    ]


def test_a_server_stopped_during_its_start_does_not_listen_again() -> None:
    story = Story()
    life = life_after(
        story.tell(Spawned, 1), story.tell(StopRequested, 3.0), story.tell(Listening, "127.0.0.1", 80)
    )
    assert life.state is ServerState.STOPPING


def test_a_failed_start_stays_failed_when_its_process_ends() -> None:
    story = Story()
    failed = story.tell(StartFailed, "EADDRINUSE", "Port 80 is taken.", "Why.", "Hint.")
    life = life_after(story.tell(Spawned, 1), failed, story.tell(ProcessEnded, 1, "ended with code 1"))
    assert (life.state, life.detail) == (ServerState.FAILED, "Port 80 is taken.")


def test_a_busy_server_says_where_and_a_killed_one_says_why() -> None:
    story = Story()
    life = life_after(*story.started(), story.tell(StopRequested, 3.0), story.tell(StillBusy, "slow.py:12"))
    assert life.detail == "still busy: slow.py:12"
    life.take([story.tell(Killed, "it did not stop in 3 s"), story.tell(ProcessEnded, -9, "SIGKILL")])
    assert (life.state, life.detail) == (ServerState.KILLED, "it did not stop in 3 s")


def test_a_process_that_ends_unasked_has_died() -> None:
    story = Story()
    life = life_after(*story.started(), story.tell(ProcessEnded, -11, "killed by SIGSEGV"))
    assert (life.state, life.detail) == (ServerState.DIED, "killed by SIGSEGV")


def test_a_server_started_again_counts_from_nothing() -> None:
    story = Story()
    life = life_after(
        *story.started(),
        story.hook("get_request", request=3),
        story.tell(ProcessEnded, 1, "ended with code 1"),
        story.tell(Spawned, 4343),
    )
    assert (life.state, life.pid, life.counts.requests) == (ServerState.STARTING, 4343, 0)


def test_threads_and_errors_and_requests_are_counted() -> None:
    story = Story()
    life = life_after(
        *story.started(),
        *story.hooks("get_request", request=1),
        story.tell(ThreadStarted, "Thread-1", request=1, thread=11),
        *story.hooks("get_request", request=2),
        story.tell(ThreadStarted, "Thread-2", request=2, thread=12),
        story.tell(Raised, "ValueError", "no", "Traceback", request=1, thread=11),
        story.tell(ThreadEnded, "Thread-1", request=1, thread=11),
    )
    counts = life.counts
    assert (counts.requests, counts.threads, counts.errors) == (2, 1, 1)


def test_a_child_whose_first_word_comes_late_is_not_counted_as_alive() -> None:
    story = Story()
    life = life_after(
        *story.started(),
        story.tell(ChildForked, 51),
        story.tell(ChildForked, 52),
        story.tell(ChildEnded, 51, "ended"),
        story.tell(ChildStarted, SERVER_PID, pid=51),
    )
    assert life.counts.children == 1


def test_nothing_is_alive_in_a_server_that_is_gone() -> None:
    story = Story()
    life = life_after(
        *story.started(),
        story.tell(ThreadStarted, "Thread-1", thread=11),
        story.tell(ChildForked, 51),
        story.tell(Killed, "it did not stop"),
    )
    assert (life.counts.threads, life.counts.children) == (0, 0)


def test_events_about_bytes_change_no_state() -> None:
    story = Story()
    life = life_after(*story.started(), story.tell(Sent, "send", 0, 1, "", 1, b"x", request=1))
    assert (life.state, life.counts.requests) == (ServerState.LISTENING, 1)


@pytest.mark.parametrize("table", [SERVER_TABLE, REQUEST_TABLE])
def test_every_state_has_a_row_and_can_be_reached(table: dict[object, dict[object, object]]) -> None:
    states = type(next(iter(table)))
    assert set(table) == set(states)  # type: ignore[call-overload]
    reached = {state for row in table.values() for state in row.values()}
    assert {state for state in table if state not in reached} == {states.NEW}  # type: ignore[attr-defined]


def test_every_hook_stands_in_a_table() -> None:
    assert set(SERVER_HOOKS) <= {key for row in SERVER_TABLE.values() for key in row}
    assert {*REQUEST_HOOKS, "handle_error"} <= {key for row in REQUEST_TABLE.values() for key in row}


def test_a_request_that_goes_well_is_done_when_its_socket_is_closed() -> None:
    story = Story()
    events = story.hooks(*REQUEST_HOOKS, request=7)
    assert request_after(*events) is RequestState.CLOSING
    assert (
        request_after(*events, story.tell(Left, Owner.SERVER, "close_request", request=7))
        is RequestState.DONE
    )


def test_a_request_that_is_refused_goes_from_verifying_to_goodbye() -> None:
    events = Story().hooks("get_request", "verify_request", "shutdown_request", request=7)
    assert request_after(*events) is RequestState.SHUTTING_DOWN


def test_a_handler_that_raises_still_finishes_and_is_remembered_as_failed() -> None:
    story = Story()
    lives = RequestLives()
    lives.take(
        story.hooks(
            "get_request", "verify_request", "process_request", "finish_request", "setup", "handle", request=7
        )
    )
    lives.take(story.hooks("finish", "handle_error", "shutdown_request", request=7))
    life = lives.by_number()[7]
    assert (life.state, life.has_failed) == (RequestState.SHUTTING_DOWN, True)


def test_the_parent_closing_its_copy_does_not_end_a_forked_request() -> None:
    story = Story()
    events = [
        *story.hooks("get_request", "verify_request", "process_request", request=7),
        story.tell(ChildStarted, SERVER_PID, request=7, pid=51),
        *story.hooks("finish_request", "setup", "handle", "finish", "shutdown_request", request=7, pid=51),
        *story.hooks("close_request", request=7),
    ]
    assert request_after(*events) is RequestState.SHUTTING_DOWN


def test_only_the_latest_requests_are_kept() -> None:
    story = Story()
    lives = RequestLives(kept=2)
    lives.take([story.hook("get_request", request=number) for number in (1, 2, 3)])
    assert list(lives.by_number()) == [2, 3]


@pytest.mark.parametrize("transport", [Transport.TCP, Transport.UDP])
@pytest.mark.parametrize(
    "concurrency", [kind for kind in Concurrency if not unavailable(Transport.TCP, kind)]
)
def test_a_real_server_passes_through_every_state_of_a_good_life(
    transport: Transport, concurrency: Concurrency
) -> None:
    spec = ServerSpec(transport=transport, concurrency=concurrency, poll_interval=0.02)
    with ServerHost(spec) as host, Client.to(host) as client:
        assert client.ask({"Say": "HELLO"}) == {"Say": "hello"}
    life, seen = ServerLife(), []
    for event in host.history():
        life.take([event])
        seen.append(life.state)
    assert list(dict.fromkeys(seen)) == GOOD_LIFE
    lives = RequestLives()
    lives.take(host.history())
    assert [life.state for life in lives.by_number().values()] == [RequestState.DONE]
