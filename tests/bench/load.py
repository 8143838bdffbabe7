"""A client that says one small message again and again: `python -m tests.bench.load KIND PORT SECONDS`.

Answers with how many replies it got in a second.  Standard library only, so that it is light.
"""

import contextlib
import json
import socket
import sys
import time
from collections.abc import Callable

MESSAGE = b'{"Say": "HELLO"}'
_HERE = "127.0.0.1"

_PATIENCE = 0.5
"""Seconds after which the answer to a datagram is taken for lost."""


def main(kind: str, port: str, seconds: str) -> None:
    """Load the server at that port, after a short time to get warm."""
    turn = TURNS[kind](int(port))
    _turns(turn, float(seconds) / 5)
    print(json.dumps(_turns(turn, float(seconds))))


def _turns(turn: Callable[[], object], seconds: float) -> float:
    began = now = time.perf_counter()
    turns = 0
    while now - began < seconds:
        turn()
        turns += 1
        now = time.perf_counter()
    return turns / (now - began)


def _persistent(port: int) -> Callable[[], object]:
    connection = socket.create_connection((_HERE, port))
    return lambda: _ask(connection)


def _connecting(port: int) -> Callable[[], object]:
    def turn() -> None:
        with socket.create_connection((_HERE, port)) as connection:
            _ask(connection)

    return turn


def _datagrams(port: int) -> Callable[[], object]:
    found = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    found.connect((_HERE, port))
    found.settimeout(_PATIENCE)

    def turn() -> None:
        with contextlib.suppress(TimeoutError):  # a datagram may be lost: the next turn says it again
            _ask(found)

    return turn


def _ask(found: socket.socket) -> None:
    found.sendall(MESSAGE)
    found.recv(4096)


TURNS = {"persistent": _persistent, "connecting": _connecting, "datagrams": _datagrams}

if __name__ == "__main__":
    main(*sys.argv[1:])
