"""What went wrong, for learners: what happened, why, and what to try.  Never a bare errno.

    explanation   the three sentences, and the names that errors have on every system
    start         a server that could not be made or bound
    client        a client that could not connect, send or receive
    exit          a server process that ended

Each looks the error's name up in a table and calls the builder that it finds there.
"""

from core.errors.client import UDP_LIMIT, explain_client
from core.errors.exit import explain_exit
from core.errors.explanation import Explanation
from core.errors.start import explain_start

__all__ = ["UDP_LIMIT", "Explanation", "explain_client", "explain_exit", "explain_start"]
