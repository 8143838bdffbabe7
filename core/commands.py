"""What the window says to a server process: one JSON line each, checked when it arrives."""

from typing import Annotated

import msgspec

from core.spec import ServerSpec

DELAY_LIMIT = 5.0
"""Slow motion stretches a method by at most so many seconds."""


class Pace(msgspec.Struct, frozen=True, tag=True):
    """Wait at each method until let go (`step`), or for `delay` seconds; neither: run freely."""

    step: bool
    delay: Annotated[float, msgspec.Meta(ge=0, le=DELAY_LIMIT)]


FREE = Pace(step=False, delay=0.0)
"""Nobody waits."""


class Serve(msgspec.Struct, frozen=True, tag=True):
    """Make the server and run it, at that pace from its first request on; always the first command."""

    spec: ServerSpec
    pace: Pace = FREE


class Stop(msgspec.Struct, frozen=True, tag=True):
    """Stop, in stages, within `bound` seconds; after that the window kills."""

    bound: float


class Next(msgspec.Struct, frozen=True, tag=True):
    """Let the waiting `thread`, the system's number of one of the server's or a child's, go on."""

    thread: int


Command = Serve | Stop | Pace | Next


def encode(command: Command) -> bytes:
    """Return the command as a line."""
    return msgspec.json.encode(command) + b"\n"


def decode(line: bytes) -> Command:
    """Return the command that a line says; raises `msgspec.MsgspecError` when it is none."""
    command: Command = msgspec.json.decode(line, type=Command)
    return command
