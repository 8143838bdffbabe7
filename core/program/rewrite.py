"""A changed choice, carried over into a program that the learner has edited."""

from dataclasses import replace
from typing import Any

from core.analysis import analyse, fitting_spec
from core.code_problem import UNREADABLE
from core.program import rewrite_steps as steps
from core.program.class_body import ShapeError
from core.program.merge import merged
from core.program.rewrite_steps import address_of
from core.program.server import handler_name, server_program
from core.spec import Concurrency, Loop, ServerSpec, SpecError


def rewrite(text: str, old_spec: ServerSpec, new_spec: ServerSpec) -> str | None:
    """Return the program with what differs between two specs, None where its shape does not allow it.

    `old_spec` is what the program says now.  Where it goes back to a generated program, its lines are
    changed as the generated one's would be; otherwise its classes, address and loop are looked for.  What
    comes of it is read again: it is returned only if it says what `new_spec` does.
    """
    for way in (_merged, _edited):
        try:
            changed = way(text, old_spec, new_spec)
            if changed is not None and _says(changed, old_spec, new_spec):
                return changed
        except (ShapeError, SpecError, *UNREADABLE):
            continue  # that way is not open
    return None


def _merged(text: str, old: ServerSpec, new: ServerSpec) -> str | None:
    base, changed = (server_program(replace(spec, code=None)).text for spec in (old, new))
    return merged(base, text, changed)


def _says(text: str, old: ServerSpec, new: ServerSpec) -> bool:
    """True if the program, read without knowing of `new`, means the same."""
    # What a program leaves open stays as it was: then it does not say what is new.
    base = replace(old, disable_nagle_algorithm=False)  # which a handler does not leave open
    read = fitting_spec(analyse(text), text, "server.py", base)
    if old.handler != new.handler and (read.code is None or read.code.handler != handler_name(new)):
        return False
    return _said(read) == _said(new)


def _said(spec: ServerSpec) -> tuple[Any, ...]:
    """Return what a program says of a spec."""
    options = spec.changed_options()
    if spec.loop is Loop.HANDLE_REQUEST:
        options.pop("poll_interval", None)  # nobody asks for it there
    if spec.concurrency is Concurrency.FORKING and spec.timeout == _FORKING_TIMEOUT:
        options.pop("timeout")
    return spec.transport, spec.concurrency, spec.loop, address_of(spec), options


_FORKING_TIMEOUT = 300
"""Seconds; what ForkingMixIn sets anyway."""


def _edited(text: str, old: ServerSpec, new: ServerSpec) -> str | None:
    if old.handler != new.handler:
        return None
    for step in steps.IN_ORDER:
        text = step(text, old, new)
    return text
