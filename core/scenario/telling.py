"""What a headless run prints of what happens: servers, what clients say and hear, and what goes wrong."""

from collections.abc import Callable, Sequence
from typing import Any

from core.address import show
from core.events import (
    ClientConnected,
    ClientEnded,
    ClientFailed,
    Event,
    Killed,
    Listening,
    MessageReceived,
    MessageSent,
    Printed,
    ProcessEnded,
    Raised,
    StartFailed,
)
from core.sentences import LINE, preview, visible
from core.wording import Wording, worded


def told(server: str, events: Sequence[Event]) -> list[str]:
    """Return a line for each event that is worth one; `server` is the name of the run's server."""
    return [line for event in events if type(event) in _LINES for line in _LINES[type(event)](server, event)]


def _listening(server: str, event: Any) -> list[Wording]:
    address = show((event.address, event.port)) if event.port else visible(event.address)
    return [
        worded(
            "{server} listens on {address}, in process {pid}.", server=server, address=address, pid=event.pid
        )
    ]


def _start_failed(server: str, event: Any) -> list[Wording]:
    what, why = visible(event.what, LINE), visible(event.why, LINE)
    return [worded("{server} did not start: {what} {why}", server=server, what=what, why=why)]


def _printed(server: str, event: Any) -> list[Wording]:
    lines = event.text.splitlines()[:_PRINTED_LINES]
    return [worded("{server} prints: {text}", server=server, text=visible(line)) for line in lines]


def _raised(server: str, event: Any) -> list[Wording]:
    said = visible(event.message)
    return [
        worded(
            "{server}: the handler raised {kind}: {said}", server=server, kind=visible(event.kind), said=said
        )
    ]


def _killed(server: str, event: Any) -> list[Wording]:
    return [worded("{server} was killed: {reason}.", server=server, reason=visible(event.reason, LINE))]


def _ended(server: str, event: Any) -> list[Wording]:
    return [worded("{server}: its process {what}.", server=server, what=visible(event.what, LINE))]


def _connected(_server: str, event: Any) -> list[Wording]:
    here, there = visible(event.local), visible(event.peer)
    return [
        worded("{client} is connected, from {here} to {there}.", client=event.client, here=here, there=there)
    ]


def _sent(_server: str, event: Any) -> list[Wording]:
    return [worded("{client} → {data}", client=event.client, data=preview(event.data))]


def _received(_server: str, event: Any) -> list[Wording]:
    data = preview(event.data)
    if event.problem:
        return [
            worded("{client} ← {data} ({problem})", client=event.client, data=data, problem=event.problem)
        ]
    return [worded("{client} ← {data}", client=event.client, data=data)]


def _client_ended(_server: str, event: Any) -> list[Wording]:
    return [worded("{client}: the server closed its side.", client=event.client)]


def _failed(_server: str, event: Any) -> list[Wording]:
    what, why = visible(event.what, LINE), visible(event.why, LINE)
    return [worded("{client}: {what} {why}", client=event.client, what=what, why=why)]


_PRINTED_LINES = 20
"""So many lines are told of what is printed in one go."""

_LINES: dict[type[Event], Callable[[str, Any], list[Wording]]] = {
    Listening: _listening,
    StartFailed: _start_failed,
    Printed: _printed,
    Raised: _raised,
    Killed: _killed,
    ProcessEnded: _ended,
    ClientConnected: _connected,
    MessageSent: _sent,
    MessageReceived: _received,
    ClientEnded: _client_ended,
    ClientFailed: _failed,
}
