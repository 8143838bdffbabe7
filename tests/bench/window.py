"""The whole window, as a user has it: `python -m tests.bench.window stalls|starts|replies …`."""

import contextlib
import json
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core import Concurrency, ServerSpec
from gui import theme
from gui.app import make_window
from gui.panes.chat.message_edit import MessageEdit
from gui.remembered import Remembered
from gui.widgets.bubble import Bubble
from tests.bench import child
from tests.bench.bare_server import bare_server
from tests.bench.figure import Figure, Pair, differences, interleaved, quotients
from tests.bench.load import MESSAGE

CLIENTS = 8
"""So many client processes load a server fully."""

BEAT_MS = 5
"""The event loop is asked so often for a sign of life."""

_VIEW = "lanes"
"""The view in front while the window's stalls are measured: the one that has most to draw."""

_SPEC = ServerSpec(concurrency=Concurrency.THREADING, poll_interval=0.05)


def figures(pairs: int, seconds: float) -> Iterator[Figure]:
    """Measure the window's stalls, Start and Enter."""
    found = child.ask("window", "stalls", pairs, seconds)
    for name, bound in (("p99", 16), ("longest", 60)):
        title = f"Stall under load - idle, {_VIEW} live: {name}"
        yield differences(title, _sides(found[name]), "ms", bound=bound)
    starts = child.ask("window", "starts", pairs)
    yield quotients('Start pressed to listening / python -c "import socketserver"', starts, "s", bound=3)
    replies = child.ask("window", "replies", pairs)
    yield differences("Enter to reply's bubble - bare round trip", replies, "ms", bound=16)


def _sides(found: list[list[float]]) -> list[Pair]:
    return [(live, idle) for live, idle in found]


class Window:
    """The window, with a threading server chosen in it."""

    def __init__(self) -> None:
        """Open it."""
        self.app = QApplication([])
        theme.apply(self.app)
        settings = Path(tempfile.mkdtemp(prefix="lab-bench-")) / "settings.ini"
        store = QSettings(str(settings), QSettings.Format.IniFormat)
        Remembered(store).set_spec(_SPEC)
        self.main = make_window(Remembered(store))
        self.main.resize(1280, 800)
        self.main.show()
        self.turn_until(lambda: self.main.isVisible())

    def turn_until(self, is_so: Callable[[], object], seconds: float = 30.0) -> None:
        """Let the event loop turn until something is so; raises `TimeoutError` when it is not in time."""
        deadline = time.monotonic() + seconds
        # As the program's own loop it sleeps while nothing happens: one that only turned would keep the
        # interpreter from the threads that it waits for.
        heart = QTimer()
        heart.start(1)
        while not is_so():
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.monotonic() > deadline:
                raise TimeoutError("what was waited for did not happen")

    def start(self) -> int:
        """Press Start; return the port once clients can connect."""
        before = self.main.servers.selected_key()
        self.main.builder.start()
        servers, lab = self.main.servers, self.main.lab
        self.turn_until(lambda: servers.selected_key() not in ("", before))
        host = lab.host(servers.selected_key())
        assert host is not None
        self.turn_until(lambda: host.address)
        assert isinstance(host.address, tuple)
        return int(host.address[1])

    def stop(self) -> None:
        """Stop the selected server, and wait until it is gone."""
        key = self.main.servers.selected_key()
        self.main.lab.stop(key)
        self.turn_until(lambda: not self.main.lab.is_running(key))

    def close(self) -> None:
        """Close it, and wait until nothing is left."""
        self.main.close()
        self.turn_until(lambda: self.main.lab.is_idle)


# Stalls ---------------------------------------------------------------------------------------------------


def stalls(pairs: str, seconds: str) -> dict[str, object]:
    """Return pairs of stalls (ms): under the load of the window's own server, and beside the same load."""
    window = Window()
    window.main.stage.show_view(_VIEW)
    port = window.start()
    with bare_server(_SPEC) as (_, bare_port):
        found = [
            (_beats(window, port, float(seconds)), _beats(window, bare_port, float(seconds)))
            for _ in range(int(pairs))
        ]
    window.close()
    return {
        "p99": [(_share(live, 0.99), _share(idle, 0.99)) for live, idle in found],
        "longest": [(max(live), max(idle)) for live, idle in found],
    }


def _beats(window: Window, port: int, seconds: float) -> list[float]:
    """Return by how much each beat of the event loop came late (ms) while clients load a server."""
    late: list[float] = []
    last = time.perf_counter()

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        late.append(max(0.0, (now - last) * 1_000 - BEAT_MS))
        last = now

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    with _clients(port, seconds):
        QTest.qWait(700)  # until the clients are there
        last = time.perf_counter()
        timer.start(BEAT_MS)
        QTest.qWait(round(seconds * 1_000))
        timer.stop()
    QTest.qWait(300)  # what is still on its way belongs to this side
    return late


@contextlib.contextmanager
def _clients(port: int, seconds: float) -> Iterator[None]:
    words = child.command("load", "persistent", port, seconds + 5)
    found = [subprocess.Popen(words, cwd=child.ROOT, stdout=subprocess.DEVNULL) for _ in range(CLIENTS)]
    try:
        yield
    finally:
        for client in found:
            client.kill()
            client.wait()


def _share(values: list[float], share: float) -> float:
    return sorted(values)[int(len(values) * share)]


# Start ----------------------------------------------------------------------------------------------------


def starts(pairs: str) -> list[Pair]:
    """Return pairs of seconds: Start pressed to listening, and a bare Python that imports socketserver."""
    window = Window()

    def press_start() -> float:
        QTest.qWait(100)  # nobody presses it within the frame in which the last server ended
        began = time.perf_counter()
        window.start()
        took = time.perf_counter() - began
        window.stop()
        return took

    def import_library() -> float:
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", "import socketserver"], check=True)
        return time.perf_counter() - began

    for side in (press_start, import_library):
        side()
    found = interleaved(int(pairs), press_start, import_library)
    window.close()
    return found


# Enter ----------------------------------------------------------------------------------------------------


class Painted(QObject):
    """Notices when the bubble of a reply is painted for the first time."""

    def __init__(self) -> None:
        """Begin without any."""
        super().__init__()
        self.replies = 0
        self._known: set[int] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look, and let everything pass."""
        is_paint = event.type() is QEvent.Type.Paint
        if (
            is_paint
            and isinstance(watched, Bubble)
            and not watched.message.mine
            and id(watched) not in self._known
        ):
            self._known.add(id(watched))
            self.replies += 1
        return False


def replies(pairs: str) -> list[Pair]:
    """Return pairs of ms: Enter pressed to the reply on the screen, and a bare round trip to that server."""
    window = Window()
    port = window.start()
    key = window.main.servers.selected_key()
    window.main.servers.client_requested.emit(key)
    window.turn_until(lambda: _message(window.main).isEnabled() and window.main.chat.findChild(MessageEdit))
    QTest.qWait(500)
    painted = Painted()
    window.app.installEventFilter(painted)
    with socket.create_connection(("127.0.0.1", port)) as bare:
        sides: tuple[Callable[[], float], ...] = (
            lambda: _press_enter(window, painted),
            lambda: _round_trip(bare),
        )
        for side in sides:
            side()
        # Each is over in no time, so there are more of them than of other pairs.
        found = interleaved(int(pairs) * 5, *sides)
    window.close()
    return found


def _message(main: QWidget) -> MessageEdit:
    editor = main.findChild(MessageEdit, "message")
    assert editor is not None
    return editor


def _press_enter(window: Window, painted: Painted) -> float:
    editor = _message(window.main)
    editor.setFocus()
    QTest.keyClicks(editor, MESSAGE.decode())
    QTest.qWait(50)
    before = painted.replies
    began = time.perf_counter()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    window.turn_until(lambda: painted.replies > before)
    return (time.perf_counter() - began) * 1_000


def _round_trip(bare: socket.socket) -> float:
    began = time.perf_counter()
    bare.sendall(MESSAGE)
    bare.recv(4096)
    return (time.perf_counter() - began) * 1_000


_PARTS: dict[str, Callable[..., Any]] = {"stalls": stalls, "starts": starts, "replies": replies}

if __name__ == "__main__":
    print(json.dumps(_PARTS[sys.argv[1]](*sys.argv[2:])))
