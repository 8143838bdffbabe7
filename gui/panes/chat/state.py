"""How a client stands."""

from enum import Enum


class State(Enum):
    """How a client stands."""

    CONNECTING = "connecting"
    CONNECTED = "connected"
    HALF_CLOSED = "half-closed"
    CLOSED = "closed"
