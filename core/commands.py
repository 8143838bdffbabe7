"""What the window says to a server process: one JSON line each, checked when it arrives."""

import msgspec

from core.spec import ServerSpec


class Serve(msgspec.Struct, frozen=True, tag=True):
    """Make the server and run it; always the first command."""

    spec: ServerSpec


class Stop(msgspec.Struct, frozen=True, tag=True):
    """Stop, in stages, within `bound` seconds; after that the window kills."""

    bound: float


Command = Serve | Stop


def encode(command: Command) -> bytes:
    """Return the command as a line."""
    return msgspec.json.encode(command) + b"\n"


def decode(line: bytes) -> Command:
    """Return the command that a line says; raises `msgspec.MsgspecError` when it is none."""
    command: Command = msgspec.json.decode(line, type=Command)
    return command
