"""A spec → whole programs, which need nothing but Python and do what the lab does.

What a newcomer may want to read, in this order:

    program         a text, and which of its lines the builder's controls mean
    server, client, single      the server's program, one that talks to it, both in one file
    client_code, server_place   what clients are made of; where they find their server
    parts, plain    definitions of ours with all that they need, as a beginner would write them
    whole, imports, literals, prose, handler_attributes     what programs are put together from
    places          control → line
    hooks, own_server, server_name      a method to override, put into a class; a class where there is none
    rewrite, rewrite_steps, merge       a changed choice, in a program that the learner has edited
    edits, class_body           changes to a text at the places that its tree gives
    standing, files             a learner's own code as a program that runs by itself; programs → files
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from core.program.class_body import ShapeError
    from core.program.client import client_program
    from core.program.files import ExportError, export, in_the_way
    from core.program.hooks import HANDLER_HOOKS, SERVER_HOOKS, HookTemplate, hook_template, with_hook
    from core.program.program import Program
    from core.program.server import server_program
    from core.program.single import single_program
    from core.program.standing import standing_program

__all__ = [
    "HANDLER_HOOKS",
    "SERVER_HOOKS",
    "ExportError",
    "HookTemplate",
    "Program",
    "ShapeError",
    "client_program",
    "export",
    "hook_template",
    "in_the_way",
    "server_program",
    "single_program",
    "standing_program",
    "with_hook",
]

_HOME = {
    "HANDLER_HOOKS": "hooks",
    "SERVER_HOOKS": "hooks",
    "ExportError": "files",
    "HookTemplate": "hooks",
    "Program": "program",
    "ShapeError": "class_body",
    "client_program": "client",
    "export": "files",
    "hook_template": "hooks",
    "in_the_way": "files",
    "server_program": "server",
    "single_program": "single",
    "standing_program": "standing",
    "with_hook": "hooks",
}


def __getattr__(name: str) -> Any:
    """Load what offers `name` when it is first asked for: the window shows itself before any program."""
    if name not in _HOME:
        raise AttributeError(f"module 'core.program' has no attribute {name!r}")
    return getattr(import_module(f"core.program.{_HOME[name]}"), name)
