"""What was done by hand → an experiment that does it again.

Deeds are read from events: what was started, connected, sent and closed, in the order of their times.
Between them the experiment waits for the replies that came.
"""

import json
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any

from core.address import show
from core.events import (
    ClientClosed,
    ClientConnected,
    ClientConnecting,
    ClientEnded,
    ClientEvent,
    ClientFailed,
    ClientSent,
    Event,
    Killed,
    MessageReceived,
    MessageSent,
    Spawned,
    StopRequested,
)
from core.framing import Framing, frame
from core.scenario.performance import Target
from core.scenario.scenario import FORMAT, Action, Condition, Pattern, Scenario
from core.scenario.servers import server_of
from core.sentences import preview
from core.spec import ServerSpec
from core.wording import worded

DEEDS_KEPT = 5_000
BYTES_KEPT = 4 * 1024 * 1024
"""After so many deeds and replies, or so much data in them, no more is noted: `is_full` says so."""

LONGEST_PAUSE = 3.0
"""Who waited longer, in seconds, will not wait longer when it is done again."""

SHORTEST_PAUSE = 0.2

_CHECKED = 200
"""A reply of so many characters at most is checked word for word."""

_CHECKS = 50


@dataclass(frozen=True, slots=True)
class _Deed:
    """Something that was done, or heard: `verb` as in an action, or "hear"."""

    time: int
    verb: str
    server: str
    client: str = ""
    data: bytes = b""
    is_message: bool = False
    """True where the framing's own part is not in the data."""


@dataclass(slots=True)
class _Talk:
    """A client, as far as its latest conversation is known."""

    target: Target
    server: str
    framing: Framing
    sent: int = 0
    is_over: bool = False
    leave: str = "disconnect"


@dataclass(slots=True)
class _Seen:
    """What the writing of an experiment has come to."""

    names: dict[str, str]
    heard: Counter[str] = field(default_factory=Counter)
    waited: Counter[str] = field(default_factory=Counter)
    numbers: dict[str, int] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)


class Recording:
    """Notes what is done with servers and clients, as long as a window is open."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._specs: dict[str, ServerSpec] = {}
        self._talks: dict[str, _Talk] = {}
        self._deeds: list[_Deed] = []
        self._bytes = 0

    @property
    def is_full(self) -> bool:
        """True when no more is noted."""
        return len(self._deeds) >= DEEDS_KEPT or self._bytes >= BYTES_KEPT

    def begin_server(self, key: str, spec: ServerSpec) -> None:
        """Say what the server is of which events will be given with `key`."""
        self._specs[key] = spec

    def begin_client(self, name: str, target: Target, framing: Framing) -> None:
        """Say whom a client is about to connect to; `target.server` is the key of a server."""
        self._talks[name] = _Talk(target, target.server, framing)

    def note(self, client: str, verb: str) -> None:
        """Note what no event tells: half_close, reset, vanish, stop_reading, read_again."""
        talk = self._talks.get(client)
        if talk is None:
            return
        if verb in ("reset", "vanish"):
            talk.leave = verb
        else:
            self._add(_Deed(time.monotonic_ns(), verb, talk.server, client))

    def take(self, key: str, events: Iterable[Event]) -> None:
        """Take events of a server's, or of clients: they know their own server."""
        for event in events:
            if isinstance(event, ClientEvent):
                self._take_client(event)
            elif key in self._specs and type(event) in _SERVER_VERBS:
                self._add(_Deed(event.time, _SERVER_VERBS[type(event)], key))

    def servers(self) -> list[str]:
        """Return the keys of the servers that were started."""
        return list(dict.fromkeys(deed.server for deed in self._deeds if deed.verb == "start"))

    def experiment(
        self,
        title: str,
        about: str = "",
        *,
        servers: Collection[str] | None = None,
        transcript: bool = False,
        checks: bool = False,
    ) -> Scenario:
        """Return what was done with these `servers` (None: all), and with addresses, as an experiment.

        With `transcript` it holds what was said and heard, with `checks` the replies are expected again.
        """
        keys = [key for key in self.servers() if servers is None or key in servers]
        names = {key: f"server{number}" if len(keys) > 1 else "server" for number, key in enumerate(keys, 1)}
        deeds = [deed for deed in self._in_order() if not deed.server or deed.server in names]
        seen = _Seen(names)
        return Scenario(
            format=FORMAT,
            title=title,
            about=about,
            servers={names[key]: server_of(_movable(self._specs[key])) for key in keys},
            actions=list(self._actions(deeds, seen)),
            checks=list(_checks(deeds, names)) if checks else [],
            transcript=[_line(deed) for deed in deeds if deed.verb in _ARROWS] if transcript else [],
        )

    # What events say ------------------------------------------------------------------------------------

    def _take_client(self, event: ClientEvent) -> None:
        talk = self._talks.get(event.client)
        if talk is None:
            return
        match event:
            case ClientConnecting():
                talk.is_over, talk.sent, talk.leave = False, 0, "disconnect"
                self._add(_Deed(event.time, "connect", talk.server, event.client))
            case ClientConnected() if talk.target.transport.is_unix and event.local == show(None):
                talk.target = replace(talk.target, without_address=not talk.target.transport.is_stream)
            case ClientSent():
                talk.sent += event.size
            case MessageSent():
                self._add(self._send(event, talk))
                talk.sent = 0
            case MessageReceived():
                self._add(_Deed(event.time, "hear", talk.server, event.client, event.data))
            case ClientEnded():
                talk.is_over = True
            case ClientFailed():
                talk.is_over = talk.target.transport.is_stream
            case ClientClosed() if not talk.is_over:
                self._add(_Deed(event.time, talk.leave, talk.server, event.client))

    def _send(self, event: MessageSent, talk: _Talk) -> _Deed:
        """Return what was sent, byte for byte: with the framing's own part where that went along."""
        is_message = talk.sent != len(event.data) or talk.framing is Framing.RAW
        return _Deed(event.time, "send", talk.server, event.client, event.data, is_message)

    def _add(self, deed: _Deed) -> None:
        if not self.is_full:
            self._deeds.append(deed)
            self._bytes += len(deed.data)

    def _in_order(self) -> list[_Deed]:
        """Return the deeds by time; pieces of a stream without messages count as one until a next deed."""
        found: list[_Deed] = []
        for deed in sorted(self._deeds, key=lambda deed: deed.time):
            before = found[-1] if found else None
            is_piece = (
                before is not None
                and deed.verb == before.verb == "hear"
                and deed.client == before.client
                and not self._has_messages(deed)
            )
            if is_piece and before:
                found[-1] = replace(before, data=before.data + deed.data)
            else:
                found.append(deed)
        return found

    def _has_messages(self, deed: _Deed) -> bool:
        talk = self._talks[deed.client]
        return talk.framing is not Framing.RAW or not talk.target.transport.is_stream

    # Deeds as actions -----------------------------------------------------------------------------------

    def _actions(self, deeds: list[_Deed], seen: _Seen) -> Iterator[Action]:
        before = 0
        for deed in deeds:
            if deed.verb == "hear":
                seen.heard[deed.client] += 1
                before = deed.time
                continue
            waits = list(_waits(seen, self._talks))
            yield from waits
            pause = round((deed.time - before) / 1e9, 1)
            if not waits and before and pause >= SHORTEST_PAUSE and deed.verb in _TIMED:
                yield Action(pause=min(pause, LONGEST_PAUSE))
            yield self._action(deed, seen)
            before = deed.time
        yield from _waits(seen, self._talks)

    def _action(self, deed: _Deed, seen: _Seen) -> Action:
        if deed.verb == "connect":
            return self._connect(deed, seen)
        if deed.verb == "send":
            return Action(send=deed.client, **_said(deed, self._talks[deed.client].framing))
        fields: dict[str, Any] = {deed.verb: deed.client or seen.names[deed.server]}
        return Action(**fields)

    def _connect(self, deed: _Deed, seen: _Seen) -> Action:
        seen.counts[deed.server] += 1
        seen.numbers[deed.client] = seen.counts[deed.server]
        seen.heard[deed.client] = seen.waited[deed.client] = 0
        target = self._talks[deed.client].target
        if deed.server:
            where: dict[str, Any] = {"to": seen.names[deed.server]}
        elif target.transport.is_unix:
            where = {"transport": str(target.transport), "path": target.path}
        else:
            where = {"transport": str(target.transport), "host": target.host, "port": target.port}
        return Action(connect=deed.client, without_address=target.without_address, **where)


_SERVER_VERBS: dict[type[Event], str] = {Spawned: "start", StopRequested: "stop", Killed: "kill"}

_TIMED = frozenset({"disconnect", "half_close", "reset", "vanish", "stop", "kill"})
"""What makes a difference when it comes sooner: who waits for a reply then gets none."""

_ARROWS = {"send": "→", "hear": "←"}


def _waits(seen: _Seen, talks: dict[str, _Talk]) -> Iterator[Action]:
    """Yield waits for the replies that had come by then."""
    for client, count in seen.heard.items():
        if count > seen.waited[client]:
            seen.waited[client] = count
            server = seen.names.get(talks[client].server, "")
            pattern = Pattern(event=MessageReceived.__name__, server=server, client=seen.numbers[client])
            yield Action(wait=pattern, times=count)


def _said(deed: _Deed, framing: Framing) -> dict[str, Any]:
    """Return how an action says what was sent: as JSON where that gives the same bytes, else as it was."""
    data = frame(framing, deed.data) if deed.is_message else deed.data
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return {"hex": data.hex(" ")}
    value = _flat_json(deed.data) if deed.is_message and framing is Framing.JSON else None
    return {"json": value} if value is not None else {"text": text}


def _flat_json(data: bytes) -> Any:
    """Return the value if TOML can hold it, and give back the same bytes: it has no null, and an order."""
    try:
        value = json.loads(data)
    except ValueError:
        return None
    parts = value.values() if isinstance(value, dict) else [value]
    is_flat = all(isinstance(part, str | bool | int | float) for part in parts)
    return (
        value if is_flat and value != {} and json.dumps(value, ensure_ascii=False).encode() == data else None
    )


def _movable(spec: ServerSpec) -> ServerSpec:
    """Return the server without a path that the lab thought out for it."""
    is_fresh = bool(spec.path) and PurePath(str(spec.path)).name.startswith("socket-lab-")
    return replace(spec, path=None) if is_fresh else spec


def _checks(deeds: list[_Deed], names: dict[str, str]) -> Iterator[Condition]:
    """Yield that each reply comes again, as often as it came."""
    numbers: dict[str, int] = {}
    counts: Counter[str] = Counter()
    heard: defaultdict[tuple[str, str, int, str], int] = defaultdict(int)
    for deed in deeds:
        if deed.verb == "connect":
            counts[deed.server] += 1
            numbers[deed.client] = counts[deed.server]
        elif deed.verb == "hear":
            text = deed.data.decode("utf-8", "backslashreplace")
            if len(text) <= _CHECKED:
                heard[deed.client, names.get(deed.server, ""), numbers.get(deed.client, 1), text] += 1
    for (client, server, number, text), times in list(heard.items())[:_CHECKS]:
        of = Pattern(event=MessageReceived.__name__, server=server, client=number, where={"data": text})
        looking_for = worded("{client} hears {text}", client=client, text=preview(text.encode()))
        yield Condition(of=of, at_least=times, looking_for=str(looking_for))


def _line(deed: _Deed) -> str:
    return f"{deed.client} {_ARROWS[deed.verb]} {preview(deed.data, _CHECKED)}"
