"""What stands in the boxes and on the arrows of a life."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from core.events import (
    ChildStarted,
    Killed,
    Listening,
    ProcessEnded,
    Spawned,
    Stage,
    StartFailed,
    StopRequested,
    ThreadStarted,
)
from core.lifecycle import Key, RequestState, ServerState

_SHORT: dict[StrEnum, str] = {
    RequestState.PROCESSING: "being handed on",
    RequestState.FAILED: "failed",
    RequestState.CONSTRUCTING: "making a handler",
    ServerState.CONNECTIONS_SHUT_DOWN: "connections shut",
}


def words_of_state(state: StrEnum) -> str:
    """Return what a box says: "stopping: loop ended" stands below "stopping", so "loop ended" is enough."""
    return _translated(_SHORT.get(state) or state.value.rpartition(": ")[2])


def hook_of(keys: Sequence[Key]) -> str:
    """Return the name of the hook that the first of the keys is, "" if it is none."""
    key = keys[0] if keys else ""
    is_hook = isinstance(key, str) and not isinstance(key, Stage) and not key.endswith(" left")
    return str(key) if is_hook else ""


def words_of_keys(keys: Sequence[Key]) -> str:
    """Return what an arrow says: a hook's real name, or what happened in words."""
    if not keys:
        return ""
    return hook_of(keys) or _translated(_EVENTS.get(keys[0], "the call returns"))


_EVENTS: dict[Key, str] = {
    Spawned: "new process",
    StartFailed: "no start",
    Listening: "ready",
    StopRequested: "Stop pressed",
    Killed: "kill",
    ProcessEnded: "ended",
    Stage.LOOP_ENDED: "loop returned",
    Stage.CONNECTIONS_SHUT_DOWN: "sockets shut",
    ThreadStarted: "new thread",
    ChildStarted: "new process",
}


def _translated(text: str) -> str:
    return QCoreApplication.translate("LifeWords", text)
