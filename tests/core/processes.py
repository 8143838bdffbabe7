"""Robots for tests of server processes: waiting for states, finding events, being a rough client."""

import socket
import time
from collections.abc import Callable
from typing import TypeVar

import psutil

from core import ServerHost
from core.events import Event

Kind = TypeVar("Kind", bound=Event)


def until(condition: Callable[[], object], seconds: float = 10.0) -> None:
    """Wait for a condition that other processes bring about."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come about"


def of(host: ServerHost, kind: type[Kind]) -> list[Kind]:
    """Return the events of a kind that the host has heard of."""
    return [event for event in host.history() if isinstance(event, kind)]


def connect(host: ServerHost) -> socket.socket:
    """Return a bare socket connected to the server."""
    family = socket.AF_UNIX if host.spec.transport.is_unix else socket.AF_INET
    kind = socket.SOCK_STREAM if host.spec.transport.is_stream else socket.SOCK_DGRAM
    found = socket.socket(family, kind)
    found.settimeout(10)
    assert host.address is not None
    found.connect(host.address)
    return found


def is_alive(pid: int) -> bool:
    """True for a process that still runs; a zombie does not."""
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False
