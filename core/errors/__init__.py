"""What went wrong, for learners: what happened, why, and what to try.  Never a bare errno.

    explanation   the three sentences, and the names that errors have on every system
    start         a server that could not be made or bound
    client        a client that could not connect, send or receive
    exit          a server process that ended

Each looks the error's name up in a table and calls the builder that it finds there.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from core.errors.client import UDP_LIMIT, explain_client
    from core.errors.exit import explain_exit
    from core.errors.explanation import Explanation
    from core.errors.start import explain_start

__all__ = ["UDP_LIMIT", "Explanation", "explain_client", "explain_exit", "explain_start"]

_HOME = {
    "UDP_LIMIT": "core.errors.client",
    "explain_client": "core.errors.client",
    "explain_exit": "core.errors.exit",
    "Explanation": "core.errors.explanation",
    "explain_start": "core.errors.start",
}


def __getattr__(name: str) -> Any:
    """Load what offers `name` when it is first asked for: what looks for a port's holder takes its time."""
    if name not in _HOME:
        raise AttributeError(f"module 'core.errors' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
