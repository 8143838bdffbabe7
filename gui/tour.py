"""The lab in the terminal: the same main job as in the window, told in lines of text."""

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TextIO

from core import Client, Concurrency, ServerHost, ServerSpec, Transport
from core.address import show
from core.client import ClientError
from core.events import Entered, Event, Left
from core.host import StartError

ROOT = Path(__file__).resolve().parents[1]

SPEC = ServerSpec(transport=Transport.TCP, concurrency=Concurrency.THREADING, handler="lowercase-json")

MESSAGES = (
    ("A", "HELLO, Server"),
    ("B", {"City": "SHENZHEN", "Tags": ["TCP", "UDP"], "Year": 2019}),
    ("A", {"Say": "HELLO", "Loud": True}),
    ("B", "你好 WORLD"),
)
"""Who says what, in order."""

IDLE_HOOKS = frozenset({"service_actions", "fileno"})
"""Hooks that the loop calls whenever it looks up, also when nothing happens: left out of the list."""

PICTURE_BOUND = 120.0
"""Seconds that the picture of the window may take."""


def tour(picture: Path | None = None) -> int:
    """Show the main job on standard output, and save a picture of the window; return the exit code."""
    say = _speaker(sys.stdout)
    say(f"Socket Lab in the terminal (Python {platform.python_version()}, {platform.system()})")
    try:
        history = _conversation(say)
    except (StartError, ClientError, EOFError, TimeoutError) as error:
        say(f"\nThat did not work: {error}")
        return 1
    _hooks(history, say)
    return _picture(picture or Path(tempfile.mkdtemp(prefix="socket-lab-")) / "window.png", say)


def _conversation(say: Callable[[str], None]) -> list[Event]:
    say("\n1. A server of Python's socketserver starts, in a process of its own.")
    with ServerHost(SPEC) as host:
        say(f"   TCP, a thread for each request, handler {SPEC.handler}.")
        say(f"   Process {host.pid} listens on {show(host.address)}.")
        say("\n2. Two clients talk to it: it answers with the same JSON, its texts in lower case.")
        with Client.to(host, "A") as first, Client.to(host, "B") as second:
            _talk({"A": first, "B": second}, say)
    say("   The clients left and the server stopped; nothing of it is left behind.")
    return host.history().events()


def _talk(clients: dict[str, Client], say: Callable[[str], None]) -> None:
    for name, message in MESSAGES:
        say(f"   {name} → {json.dumps(message, ensure_ascii=False)}")
        began = time.perf_counter()
        reply = clients[name].ask(message)
        took = (time.perf_counter() - began) * 1000
        say(f"   {name} ← {json.dumps(reply, ensure_ascii=False)}   (after {took:.1f} ms)")


def _hooks(history: Iterable[Event], say: Callable[[str], None]) -> None:
    say("\n3. What the server did, in order: every hook that you could override, and its thread.")
    say("   A method that another one called is written further to the right.\n")
    say("        ms  thread  request")
    for line in call_lines(history):
        say(line)


def call_lines(history: Iterable[Event]) -> Iterator[str]:
    """Yield a line for each call of a hook or of a handler's method: when, thread, request, name."""
    depths: defaultdict[int, int] = defaultdict(int)
    began = None
    for event in history:
        if not isinstance(event, Entered | Left) or event.name in IDLE_HOOKS:
            continue
        if isinstance(event, Left):
            depths[event.thread] -= 1
            continue
        began = began or event.time
        when = (event.time - began) / 1e6
        name = f"{'  ' * depths[event.thread]}{event.owner}.{event.name}()"
        yield f"{when:10.1f}  {event.thread:6}  {event.request or '-':>7}  {name}"
        depths[event.thread] += 1


def _picture(path: Path, say: Callable[[str], None]) -> int:
    say("\n4. A picture of the window.")
    # In a process of its own: Qt must be told where to draw before it starts, and may end its process.
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-P", "-m", "gui", "picture", str(path.resolve())]
    try:
        done = subprocess.run(command, env=environ, capture_output=True, timeout=PICTURE_BOUND, check=False)
    except subprocess.TimeoutExpired:
        say(f"   It was not ready after {PICTURE_BOUND:g} seconds, so there is none.")
        return 1
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip()
        say("   There is none, because the window could not be drawn:\n" + said)
        return 1
    say(f"   It is here: {path.resolve()}")
    return 0


def _speaker(stream: TextIO) -> Callable[[str], None]:
    """Return a `print` for a terminal that may know no more than ASCII."""

    def say(text: str) -> None:
        print(
            text.translate(arrows).encode(encoding, "backslashreplace").decode(encoding),
            file=stream,
            flush=True,
        )

    encoding = stream.encoding or "ascii"
    try:
        "→←".encode(encoding)
        arrows: dict[int, str] = {}
    except UnicodeEncodeError:
        arrows = str.maketrans({"→": "->", "←": "<-"})
    return say
