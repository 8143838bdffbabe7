"""Actions, performed one after the other, without ever waiting: whoever calls `advance` looks again later.

The same performance drives a headless run and the window: a `Doer` does each thing there.
"""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import msgspec

from core.events import (
    ClientClosed,
    ClientConnected,
    ClientEvent,
    ClientFailed,
    Event,
    Killed,
    Listening,
    MessageReceived,
    ProcessEnded,
    StartFailed,
)
from core.scenario.measuring import Measuring
from core.scenario.record import Record
from core.scenario.scenario import VERBS, Action, Pattern, Scenario
from core.scenario.servers import spec_of
from core.sentences import preview
from core.spec import ServerSpec, Transport
from core.wording import worded

PORT_LIMIT = 65_535

AT_ONCE = 500
"""So many actions are done in one go; whoever performs them has other things to do."""

START_SECONDS = 20.0
CONNECT_SECONDS = 2.0
STOP_SECONDS = 10.0
WAIT_SECONDS = 10.0
"""How long an action may take where the file does not say: to start, connect, stop, or come about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Whom a client connects to: a server of the scenario by its name, or an address."""

    server: str = ""
    transport: Transport = Transport.TCP
    host: str = "127.0.0.1"
    port: int = 0
    path: str = ""
    without_address: bool = False
    """A Unix datagram client that binds no address of its own, so that nobody can answer it."""


class Doer(Protocol):
    """Does what an action says; each method returns at once.

    Servers and clients go by the scenario's names.  A name that nothing has (any more) raises `LookupError`.
    """

    def start(self, name: str, spec: ServerSpec) -> None:
        """Start a server."""

    def stop(self, name: str) -> None:
        """Stop a server in stages."""

    def kill(self, name: str) -> None:
        """Kill a server's process."""

    def port(self, name: str) -> int:
        """Return the port of a server that listens or listened, 0 if it never did."""

    def run_key(self, name: str) -> str:
        """Return under which key the record has the latest run of that server."""

    def client_name(self, name: str) -> str:
        """Return how the events call that client."""

    def connect(self, name: str, target: Target) -> None:
        """Connect a client."""

    def send(self, name: str, data: bytes, framed: bool) -> None:
        """Send a message with what the framing adds, or bytes as they are."""

    def end(self, name: str, how: str) -> None:
        """Do to a client's connection what the verb says.

        One of half_close, reset, vanish, disconnect, stop_reading and read_again.
        """


@dataclass(frozen=True, slots=True)
class Failure:
    """An action that did not come about: its place in the list, and why."""

    place: int
    sentence: str
    is_consequence: bool = False
    """True where what it needs is not there, which may well be for what failed before."""


class Performance:
    """Performs a list of actions."""

    def __init__(
        self,
        scenario: Scenario,
        actions: Sequence[Action],
        doer: Doer,
        record: Record,
        measuring: Measuring,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin before the first action; nothing is done until `advance`."""
        self._scenario = scenario
        self._actions, self._written = _one_by_one(actions)
        self._doer = doer
        self._record = record
        self._measuring = measuring
        self._clock = clock
        self._place = 0
        self._since = record.count
        self._deadline: float | None = None
        self._noted = 0
        self._given_up = False
        self.failures: list[Failure] = []

    @property
    def is_done(self) -> bool:
        """True when every action has been done, or given up."""
        return self._place >= len(self._actions)

    @property
    def written_place(self) -> int:
        """The place of the action that is under way, in the list as it was written."""
        return self._written[min(self._place, len(self._written) - 1)] if self._written else 0

    @property
    def action(self) -> Action | None:
        """The action that is under way."""
        return None if self.is_done else self._actions[self._place]

    def advance(self) -> bool:
        """Do what can be done now; True when all is done.  Call it again after a few milliseconds."""
        for _ in range(AT_ONCE):
            action = self.action
            if action is None:
                return True
            if self._deadline is None:
                self._noted = self._record.count
                self._begin(action)
            if not self._has_come_about(action):
                return False
            self._place += 1
            self._deadline = None
        return self.is_done

    def give_up(self, sentence: str) -> None:
        """Do nothing more: the action under way will not come about, and `sentence` says why."""
        if not self.is_done:
            self._fail(sentence, is_consequence=True)
            self._place = len(self._actions)

    def _begin(self, action: Action) -> None:
        verb = verb_of(action)
        self._given_up = False
        self._deadline = self._clock() + (action.seconds or action.pause or _SECONDS.get(verb, 0.0))
        try:
            _DEEDS[verb](self, action)
        except LookupError:
            self._fail(self._nothing_there(action), is_consequence=True)
        except (
            OSError,
            RuntimeError,
            ValueError,
        ) as error:  # too many files, or not here
            self._fail(worded("{action}: {error}.", action=in_words(action), error=str(error).rstrip(".")))

    def _has_come_about(self, action: Action) -> bool:
        assert self._deadline is not None
        is_late = self._clock() >= self._deadline
        if self._given_up:
            return True
        if action.without_waiting or verb_of(action) not in _ENDS:
            return is_late if action.pause else True
        if _ENDS[verb_of(action)](self, action):
            return True
        if is_late and verb_of(action) != "connect":
            self._fail(_waited_for(action))
        return is_late

    def _nothing_there(self, action: Action) -> str:
        """Return why nothing could be done: what is not there may have failed before."""
        said, key = in_words(action), self._doer.run_key(action.to or action.stop or action.kill)
        for kind, fact in ((StartFailed, "what"), (Killed, "reason")):
            for note in self._record.notes(kind.__name__):
                if key and note.run is self._record.run(key):
                    why = getattr(note.event, fact)
                    return worded("{action}: the server did not start: {why}", action=said, why=why)
        return worded("{action}: there is no such server or client now.", action=said)

    def _fail(self, sentence: str, is_consequence: bool = False) -> None:
        self.failures.append(Failure(self._place, sentence, is_consequence))
        self._given_up = True

    # What is done ---------------------------------------------------------------------------------------

    def _start(self, action: Action) -> None:
        spec = spec_of(self._scenario.servers[action.start])
        if action.port_of:
            spec = replace(spec, port=self._doer.port(action.port_of))
        self._doer.start(action.start, spec)

    def _connect(self, action: Action) -> None:
        target = Target(
            server=action.to,
            transport=Transport(action.transport or Transport.TCP),
            host=action.host or "127.0.0.1",
            port=self._measured_port(action) if action.port_measure else action.port,
            path=action.path,
            without_address=action.without_address,
        )
        self._doer.connect(action.connect, target)

    def _measured_port(self, action: Action) -> int:
        """Return the port that a measure gives; raises `LookupError` if it gives none."""
        port = self._measuring.measure(action.port_measure)
        if not isinstance(port, int) or not 0 <= port <= PORT_LIMIT:
            raise LookupError(action.port_measure)
        return port

    def _send(self, action: Action) -> None:
        data, framed = message_of(action)
        self._doer.send(action.send, data, framed)

    def _end(self, action: Action) -> None:
        verb = verb_of(action)
        self._doer.end(getattr(action, verb), verb)

    # Whether it has come about --------------------------------------------------------------------------

    def _is_started(self, action: Action) -> bool:
        return self._told((Listening, StartFailed, ProcessEnded), self._doer.run_key(action.start))

    def _is_stopped(self, action: Action) -> bool:
        return self._told((ProcessEnded,), self._doer.run_key(action.stop or action.kill), since=0)

    def _is_connected(self, action: Action) -> bool:
        client = self._doer.client_name(action.connect)
        return self._told((ClientConnected, ClientFailed, ClientClosed), client=client)

    def _is_closed(self, action: Action) -> bool:
        name = next(
            getattr(action, verb) for verb in ("disconnect", "reset", "vanish") if getattr(action, verb)
        )
        return self._told((ClientClosed,), client=self._doer.client_name(name), since=0, latest=True)

    def _is_seen(self, action: Action) -> bool:
        assert action.wait is not None
        return len(self._measuring.matches(action.wait, [(self._since, None)])) >= action.times

    def _told(
        self,
        kinds: tuple[type[Event], ...],
        key: str | None = None,
        client: str = "",
        since: int | None = None,
        latest: bool = False,
    ) -> bool:
        """Tell whether such an event, of that run or that client, was noted since the action began."""
        first = self._noted if since is None else since
        return any(
            (key is None or note.run is self._record.run(key))
            and (not client or (isinstance(note.event, ClientEvent) and note.event.client == client))
            and (not latest or note.client == note.run.clients.get(client))
            for kind in kinds
            for note in self._record.notes(kind.__name__, first)
        )


def verb_of(action: Action) -> str:
    """Return the name of what an action does."""
    return next(verb for verb in VERBS if getattr(action, verb))


def message_of(action: Action) -> tuple[bytes, bool]:
    """Return what a `send` sends, and whether it is a whole message, to which the framing adds its part."""
    if action.hex is not None:
        return bytes.fromhex(action.hex), False
    if action.text is not None:
        return action.text.encode(), False
    return json.dumps(action.json, ensure_ascii=False).encode(), True


def in_words(action: Action) -> str:
    """Return an action in words, for reports and for whoever is to perform it."""
    verb = verb_of(action)
    facts = {"name": getattr(action, verb), "to": action.to or action.path or f"{action.host}:{action.port}"}
    if verb == "send":
        facts["data"] = preview(message_of(action)[0])
    elif action.wait:
        facts["name"] = _awaited(action.wait)
    said = _WORDS[verb].about(**facts)
    return said if action.times <= 1 else worded("{action}, {times} times", action=said, times=action.times)


def _awaited(pattern: Pattern) -> str:
    """Return an event of a pattern in short: "Listening, serial"."""
    if pattern.event == MessageReceived.__name__ and pattern.client:
        return worded("a reply to client {client}", client=pattern.client)
    client = worded("client {client}", client=pattern.client) if pattern.client else ""
    return ", ".join(part for part in (pattern.event, client, pattern.server) if part)


_WORDS = {
    "start": worded("start {name}"),
    "stop": worded("stop {name}"),
    "kill": worded("kill {name}"),
    "connect": worded("connect {name} to {to}"),
    "send": worded("{name} sends {data}"),
    "half_close": worded("{name} half-closes"),
    "reset": worded("{name} resets its connection"),
    "vanish": worded("{name} vanishes"),
    "disconnect": worded("{name} disconnects"),
    "stop_reading": worded("{name} stops reading"),
    "read_again": worded("{name} reads again"),
    "wait": worded("wait for {name}"),
    "pause": worded("wait {name} s"),
}


def _waited_for(action: Action) -> str:
    waited = action.seconds or _SECONDS[verb_of(action)]
    return worded(
        "{action}: it did not come about within {seconds} s.", action=in_words(action), seconds=f"{waited:g}"
    )


def _one_by_one(actions: Sequence[Action]) -> tuple[list[Action], list[int]]:
    """Write out what is done several times, and the place in the list that each comes from."""
    pairs = [(single, place) for place, action in enumerate(actions) for single in _repeated(action)]
    return [single for single, _ in pairs], [place for _, place in pairs]


def _repeated(action: Action) -> list[Action]:
    verb = verb_of(action)
    if action.times <= 1 or verb not in ("send", "connect"):
        return [action]
    between = [Action(pause=action.every)] if action.every else []
    found: list[Action] = []
    for number in range(1, action.times + 1):
        names = {"connect": f"{action.connect}{number}"} if action.connect else {}
        found += [msgspec.structs.replace(action, times=1, **names), *between]
    return found[: len(found) - len(between)]


_SECONDS = {
    "start": START_SECONDS,
    "connect": CONNECT_SECONDS,
    "stop": STOP_SECONDS,
    "kill": STOP_SECONDS,
    "disconnect": CONNECT_SECONDS,
    "reset": CONNECT_SECONDS,
    "vanish": CONNECT_SECONDS,
    "wait": WAIT_SECONDS,
}

_DEEDS: dict[str, Callable[[Performance, Action], object]] = {
    "start": Performance._start,
    "stop": lambda performance, action: performance._doer.stop(action.stop),
    "kill": lambda performance, action: performance._doer.kill(action.kill),
    "connect": Performance._connect,
    "send": Performance._send,
    "wait": lambda _performance, _action: None,
    "pause": lambda _performance, _action: None,
    **dict.fromkeys(
        ("half_close", "reset", "vanish", "disconnect", "stop_reading", "read_again"), Performance._end
    ),
}

_ENDS: dict[str, Callable[[Performance, Action], bool]] = {
    "start": Performance._is_started,
    "stop": Performance._is_stopped,
    "kill": Performance._is_stopped,
    "connect": Performance._is_connected,
    "disconnect": Performance._is_closed,
    "reset": Performance._is_closed,
    "vanish": Performance._is_closed,
    "wait": Performance._is_seen,
}
