"""What stands in the boxes and on the arrows of a life."""

from collections.abc import Callable, Sequence
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

translate = QCoreApplication.translate

_STATES: dict[StrEnum, Callable[[], str]] = {
    ServerState.NEW: lambda: translate("LifeWords", "not started"),
    ServerState.STARTING: lambda: translate("LifeWords", "starting"),
    ServerState.BINDING: lambda: translate("LifeWords", "binding"),
    ServerState.ACTIVATING: lambda: translate("LifeWords", "activating"),
    ServerState.LISTENING: lambda: translate("LifeWords", "listening"),
    ServerState.STOPPING: lambda: translate("LifeWords", "stopping"),
    ServerState.SHUTTING_DOWN: lambda: translate("LifeWords", "shutdown called"),
    ServerState.LOOP_ENDED: lambda: translate("LifeWords", "loop ended"),
    ServerState.CONNECTIONS_SHUT_DOWN: lambda: translate("LifeWords", "connections shut"),
    ServerState.CLOSED: lambda: translate("LifeWords", "server closed"),
    ServerState.STOPPED: lambda: translate("LifeWords", "stopped"),
    ServerState.FAILED: lambda: translate("LifeWords", "failed"),
    ServerState.KILLED: lambda: translate("LifeWords", "killed"),
    ServerState.DIED: lambda: translate("LifeWords", "died"),
    RequestState.NEW: lambda: translate("LifeWords", "not seen yet"),
    RequestState.ACCEPTING: lambda: translate("LifeWords", "being accepted"),
    RequestState.VERIFYING: lambda: translate("LifeWords", "being verified"),
    RequestState.PROCESSING: lambda: translate("LifeWords", "being handed on"),
    RequestState.IN_THREAD: lambda: translate("LifeWords", "in its own thread"),
    RequestState.IN_CHILD: lambda: translate("LifeWords", "in its own process"),
    RequestState.CONSTRUCTING: lambda: translate("LifeWords", "making a handler"),
    RequestState.SETTING_UP: lambda: translate("LifeWords", "in setup()"),
    RequestState.HANDLING: lambda: translate("LifeWords", "in handle()"),
    RequestState.CLEANING_UP: lambda: translate("LifeWords", "in finish()"),
    RequestState.FAILED: lambda: translate("LifeWords", "failed"),
    RequestState.SHUTTING_DOWN: lambda: translate("LifeWords", "saying goodbye"),
    RequestState.CLOSING: lambda: translate("LifeWords", "being closed"),
    RequestState.DONE: lambda: translate("LifeWords", "done"),
}


def words_of_state(state: StrEnum) -> str:
    """Return what a box says: "stopping: loop ended" stands below "stopping", so "loop ended" is enough."""
    return _STATES[state]()


def hook_of(keys: Sequence[Key]) -> str:
    """Return the name of the hook that the first of the keys is, "" if it is none."""
    key = keys[0] if keys else ""
    is_hook = isinstance(key, str) and not isinstance(key, Stage) and not key.endswith(" left")
    return str(key) if is_hook else ""


def words_of_keys(keys: Sequence[Key]) -> str:
    """Return what an arrow says: a hook's real name, or what happened in words."""
    if not keys:
        return ""
    return hook_of(keys) or _EVENTS.get(keys[0], _returns)()


_EVENTS: dict[Key, Callable[[], str]] = {
    Spawned: lambda: translate("LifeWords", "new process"),
    StartFailed: lambda: translate("LifeWords", "no start"),
    Listening: lambda: translate("LifeWords", "ready"),
    StopRequested: lambda: translate("LifeWords", "Stop pressed"),
    Killed: lambda: translate("LifeWords", "kill"),
    ProcessEnded: lambda: translate("LifeWords", "ended"),
    Stage.LOOP_ENDED: lambda: translate("LifeWords", "loop returned"),
    Stage.CONNECTIONS_SHUT_DOWN: lambda: translate("LifeWords", "sockets shut"),
    ThreadStarted: lambda: translate("LifeWords", "new thread"),
    ChildStarted: lambda: translate("LifeWords", "new process"),
}


def _returns() -> str:
    return translate("LifeWords", "the call returns")
