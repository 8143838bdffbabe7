"""A student's program in the place of a scenario's server, so that many hand-ins meet the same checks."""

from collections.abc import Iterator
from dataclasses import replace

import msgspec

from core.analysis import analyse, fitting_spec
from core.scenario.running import Outcome
from core.scenario.scenario import Scenario, Server
from core.scenario.servers import server_of, spec_of
from core.spec import ServerSpec, SpecError
from core.wording import WordedError, worded

_ASKED_FOR = ("transport", "concurrency")
"""What a hand-in must be where the scenario's server says it."""


class HandInError(WordedError):
    """There is no place for a hand-in: nothing that the student did wrong."""


def handed_in(scenario: Scenario, text: str, name: str, server: str = "") -> tuple[Scenario, list[Outcome]]:
    """Return the scenario with a program in the place of a server, and what can be said before it runs.

    The place is the `server` of that name, else the only one, else the only one with code of its own.
    Clients find messages as with the server that was there before, and the address stays the scenario's.
    Raises `HandInError` when there is no such place.
    """
    place = server or _only_place(scenario)
    if place not in scenario.servers:
        raise HandInError(worded("There is no server {name} in this file.", name=place))
    wanted = scenario.servers[place]
    # The code below takes the place of the handler, with which its options go.
    before = spec_of(wanted)
    try:
        spec = fitting_spec(analyse(text), text, name, replace(before, code=None, handler_options={}))
    except SpecError as error:
        return scenario, [Outcome(worded("{file} can be read", file=name), str(error))]
    assert spec.code
    code = replace(spec.code, framing=before.framing)
    spec = replace(spec, code=code, host=before.host, port=before.port, path=before.path)
    servers = {**scenario.servers, place: server_of(spec)}
    return msgspec.structs.replace(scenario, servers=servers), list(_differences(wanted, spec, name))


def _only_place(scenario: Scenario) -> str:
    names = list(scenario.servers)
    if len(names) > 1:
        names = [name for name, server in scenario.servers.items() if server.code]
    if len(names) != 1:
        raise HandInError(
            worded("The file has several servers, or none: say which one is meant, as NAME=FILE.")
        )
    return names[0]


def _differences(wanted: Server, spec: ServerSpec, name: str) -> Iterator[Outcome]:
    """Yield whether a hand-in is the kind of server that the scenario says in so many words."""
    for field in _ASKED_FOR:
        if field in wanted.spec:
            found, asked = str(getattr(spec, field)), str(wanted.spec[field])
            problem = "" if found == asked else worded("It has {found}.", found=found)
            yield Outcome(worded("{file} has {field} {asked}", file=name, field=field, asked=asked), problem)
