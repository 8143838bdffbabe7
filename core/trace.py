"""Tracebacks as a learner would see them without the lab: what observes the code is left out of them."""

import os
from types import TracebackType

_FOLDER = os.path.dirname(__file__)
_OBSERVING = frozenset(
    os.path.join(_FOLDER, f"{name}.py")
    for name in (
        "observe",
        "observed_socket",
        "own_server",
        "own_code",
        "own_input",
        "own_process",
        "own_program",
        "process",
        "limits",
    )
)


def strip(error: BaseException) -> None:
    """Take the observing frames out of the tracebacks of `error`, and of what led to it."""
    found: BaseException | None = error
    seen: set[int] = set()
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        found.__traceback__ = _without_observing(found.__traceback__)
        found = found.__cause__ or found.__context__


def _without_observing(trace: TracebackType | None) -> TracebackType | None:
    kept: TracebackType | None = None
    for at in reversed(frames(trace)):
        if at.tb_frame.f_code.co_filename not in _OBSERVING:
            kept = TracebackType(kept, at.tb_frame, at.tb_lasti, at.tb_lineno)
    return kept


def frames(trace: TracebackType | None) -> list[TracebackType]:
    """Return the parts of a traceback, outermost first."""
    found = []
    while trace:
        found.append(trace)
        trace = trace.tb_next
    return found
