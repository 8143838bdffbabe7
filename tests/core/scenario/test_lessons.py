"""The program's own lessons: each can be done on this system, in each language it is the same one."""

import socketserver
from pathlib import Path
from typing import Any

import msgspec
import pytest

from core.scenario.course import LANGUAGES, own_folder, structure
from core.scenario.placeholders import names_in
from core.scenario.reading import errors_in, read
from core.scenario.rehearsal import rehearse
from core.scenario.running import skip_reason

ENGLISH = sorted(own_folder("en").glob("*.toml"))

TRANSLATED = sorted(own_folder("zh_CN").glob("*.toml"))

_INSTANCES = frozenset({"request", "client_address", "server", "rfile", "wfile", "packet"})
"""What a handler has only once there is a request."""

COVERED = {
    "attributes": (
        "address_family",
        "RequestHandlerClass",
        "server_address",
        "socket",
        "allow_reuse_address",
        "request_queue_size",
        "socket_type",
        "timeout",
    ),
    "methods": ("fileno", "handle_request", "serve_forever", "shutdown", "server_close", "service_actions"),
    "hooks": (
        "finish_request",
        "get_request",
        "handle_error",
        "handle_timeout",
        "process_request",
        "server_activate",
        "server_bind",
        "verify_request",
        "shutdown_request",
        "close_request",
    ),
    "handlers": ("setup", "handle", "finish"),
    "options": (
        "allow_reuse_port",
        "max_packet_size",
        "poll_interval",
        "daemon_threads",
        "block_on_close",
        "max_children",
        "disable_nagle_algorithm",
    ),
    # Their names are the same on every system, also where Python lacks some of them.
    "classes": (
        "BaseServer",
        "TCPServer",
        "UDPServer",
        "UnixStreamServer",
        "UnixDatagramServer",
        "ThreadingMixIn",
        "ForkingMixIn",
        "ThreadingTCPServer",
        "ThreadingUDPServer",
        "ForkingTCPServer",
        "ForkingUDPServer",
        "ThreadingUnixStreamServer",
        "ThreadingUnixDatagramServer",
        "BaseRequestHandler",
        "StreamRequestHandler",
        "DatagramRequestHandler",
    ),
}
"""What the lessons are about, together: all that the library lets one choose or override."""


def name_of(path: Path) -> str:
    return path.stem


@pytest.mark.timeout(120)
@pytest.mark.parametrize("path", ENGLISH, ids=name_of)
def test_its_solution_ticks_every_step_and_wrong_actions_none(path: Path) -> None:
    assert [str(error) for error in errors_in(path)] == []
    lesson = read(path)
    if reason := skip_reason(lesson):
        pytest.skip(reason)
    outcomes = rehearse(lesson)
    assert [(outcome.name, outcome.problem) for outcome in outcomes if not outcome.passed] == []
    assert outcomes


@pytest.mark.parametrize("path", TRANSLATED, ids=name_of)
def test_a_translated_lesson_is_the_same_one(path: Path) -> None:
    assert [str(error) for error in errors_in(path)] == []
    lesson, english = read(path), read(own_folder("en") / path.name)
    assert structure(lesson) == structure(english)
    assert placeholders(lesson) == placeholders(english)


def placeholders(lesson: Any) -> list[set[str]]:
    """Return the measures that each text of a lesson shows, text by text."""
    return [set(names_in(text)) for text in _texts(msgspec.to_builtins(lesson))]


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in _texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in _texts(part)]
    return [value] if isinstance(value, str) else []


def test_there_are_the_same_lessons_in_each_language() -> None:
    names = [sorted(path.name for path in own_folder(language).glob("*.toml")) for language in LANGUAGES]
    assert names[0] == names[1]
    assert len(names[0]) >= 20


def test_together_they_cover_the_library() -> None:
    covered = {name for path in ENGLISH for name in read(path).covers}
    wanted = {name for names in COVERED.values() for name in names}
    assert sorted(wanted - covered) == []


def test_what_they_cover_is_the_librarys() -> None:
    named = {name for names in COVERED.values() for name in names}
    for path in ENGLISH:
        unknown = [name for name in read(path).covers if name not in named and not _is_in_library(name)]
        assert unknown == [], path.name


def _is_in_library(name: str) -> bool:
    kinds = [kind for kind in vars(socketserver).values() if isinstance(kind, type)]
    return name in _INSTANCES or hasattr(socketserver, name) or any(hasattr(kind, name) for kind in kinds)
