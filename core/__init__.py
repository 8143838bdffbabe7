"""Socket Lab without its window: servers in processes of their own, clients, and all that happens as events.

What a newcomer may want to read, in this order:

    events      what can happen, one frozen class each
    spec        what the dropdowns say
    servers     a spec → a socketserver class, by table
    handlers/   one readable file a handler
    framing, json_document                  where a message ends, and what it says
    observe, observed_socket, witness       hooks, methods and bytes → events
    gate                                    where its threads wait while the learner steps
    pipe, event_codec, commands, process    the server process's side; launch starts it
    own_code, own_server                    a learner's program: loaded and run, watched
    own_process, own_program, limits        its server process, with the lab's loop or its own, within bounds
    neighbours, own_folder, own_input       modules beside it, found and imported; input() without a keyboard
    parsing, analysis, class_names, start_lines     what is in a program, by reading it alone
    found_start, bindings, code_problem     how it starts, what its names stand for, what is wrong with it
    lifeline                                what ends its forked children with it
    host, client, inbox                     the window's side: a server, a conversation
    history, event_block, journal           all events of a run, in order; packed; as a file
    lifecycle   a server's and a request's life, as tables
    life_record, diagram    what became of each, at any moment; a table → a picture of it
    lanes, lane, bar_row, arrows    who did what when
    lane_reader, lane_traffic, flows, hook_words    from a history; who talks to whom; what a hook is
    ownership   which of a client's events belong to which request
    ruler/      which send went into which recv       kernel/   what the operating system says
    trace                   tracebacks without the lab's own frames
    suppliers, waiting      who supplies each hook; who waits while the learner steps
    sentences, details, places, event_filter, hexdump, address    events in people's words
    wording, recognition, message_problems    sentences that can be said in other languages
    script, program/        a spec → the Python that it means; whole programs, to edit and to take home
    console/, running       what a program prints, line by line; which calls are running, at any moment
    glossary                each control, hook and state in a sentence, in each language
    gallery, source_file, trust    examples; a file read as code; which programs may run
    scenario/               lessons, saved experiments and exercises to grade: one text format, and its runs
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
