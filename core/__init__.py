"""Socket Lab without its window: servers in processes of their own, clients, and all that happens as events.

What a newcomer may want to read, in this order:

    events      what can happen, one frozen class each
    spec        what the dropdowns say
    servers     a spec → a socketserver class, by table
    handlers/   one readable file a handler
    framing, json_document                  where a message ends, and what it says
    observe, observed_socket, witness       hooks, methods and bytes → events
    pipe, commands, process                 the server process's side
    host, client, inbox                     the window's side: a server, a conversation
    history, journal                        all events of a run, in order; as a file
    lifecycle   a server's and a request's life, as tables
    sentences, details, places, event_filter, hexdump, address    events in people's words
    script      a spec → the Python that it means
    errors/, preflight, port_holder, socket_file    what happened, why, what to try

The public face is what this file offers; the rest may change.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from core.client import Client, ClientError
    from core.host import ServerHost, StartError
    from core.servers import server_class
    from core.spec import AddressFamily, Concurrency, Loop, ServerSpec, SpecError, Transport

__all__ = [
    "AddressFamily",
    "Client",
    "ClientError",
    "Concurrency",
    "Loop",
    "ServerHost",
    "ServerSpec",
    "SpecError",
    "StartError",
    "Transport",
    "server_class",
]

_HOME = {
    "Client": "core.client",
    "ClientError": "core.client",
    "ServerHost": "core.host",
    "StartError": "core.host",
    "server_class": "core.servers",
}


def __getattr__(name: str) -> Any:
    """Load the part that offers `name` when it is first asked for: a server process needs few of them."""
    if name not in __all__:
        raise AttributeError(f"module 'core' has no attribute {name!r}")
    return getattr(import_module(_HOME.get(name, "core.spec")), name)
