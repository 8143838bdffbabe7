"""A million events, each part in its own process: `python -m tests.bench.capacity memory|repaints|…`."""

import gc
import json
import os
import random
import sys
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import psutil

from core.event_codec import telling_of
from core.history import History
from core.pipe import EventReader, EventWriter
from tests.bench import child
from tests.bench.events import busy_server
from tests.bench.figure import Figure

MILLION = 1_000_000
_BATCH = 500


def figures(pairs: int) -> Iterator[Figure]:
    """Measure everything that a million events bring."""
    for way in ("resident", "traced"):
        found = [child.ask("capacity", "memory", way) for _ in range(2)]
        yield Figure(name=f"Bytes an event, of 1,000,000 ({way})", values=found, bound=150)
    for view, what, times in child.ask("capacity", "repaints", pairs):
        yield Figure(
            name=f"{view} at 1,000,000 events: {what}", values=times, bound=16, unit="ms", of="ms a repaint"
        )
    chains = [child.ask("capacity", "chain", 200_000) for _ in range(pairs)]
    speeds = [chain["speed"] for chain in chains]
    lost = sum(chain["lost"] for chain in chains)
    yield Figure(
        name="Events a second taken in, kept and drawn",
        values=speeds,
        bound=100_000,
        at_least=True,
        of=f"{lost:,} lost, view: {chains[0]['view']}",
    )
    floods = [child.ask("capacity", "flood", 400_000) for _ in range(pairs)]
    yield Figure(
        name="Events of a flood neither kept nor counted",
        values=[flood["missing"] for flood in floods],
        bound=0,
        of=f"{sum(flood['lost'] for flood in floods):,} counted as lost",
    )


# Memory ----------------------------------------------------------------------------------------------------


def memory(way: str) -> float:
    """Return bytes an event: as the process's resident memory, or as Python's own allocations."""
    events = busy_server()
    history = History()
    history.add(list(islice(events, 1_000)))
    gc.collect()
    if way == "traced":
        tracemalloc.start()
    before = _size(way)
    while len(history) < MILLION:
        history.add(list(islice(events, _BATCH)))
    gc.collect()
    return (_size(way) - before) / MILLION


def _size(way: str) -> int:
    return tracemalloc.get_traced_memory()[0] if way == "traced" else psutil.Process().memory_info().rss


# Drawing ---------------------------------------------------------------------------------------------------


def repaints(count: str) -> list[tuple[str, str, list[float]]]:
    """Return, for each view that draws events, how long repaints after moves took (ms)."""
    from PySide6.QtWidgets import QApplication

    from gui import theme

    app = QApplication([])
    theme.apply(app)
    history = History()
    events = busy_server()
    while len(history) < MILLION:
        history.add(list(islice(events, _BATCH)))
    found: list[tuple[str, str, list[float]]] = []
    for view, moves in _views():
        view.resize(626, 700)
        view.show()
        view.show_run("a million events", history)
        _take_all_in(app, view)
        for what, move in moves.items():
            found.append(
                (type(view).__name__, what, [_repaint(app, view, move) for _ in range(5 * int(count))])
            )
    return found


def _take_all_in(app: Any, view: Any) -> None:
    view.refresh()
    while view.is_behind():
        view.refresh()
        app.processEvents()


def _repaint(app: Any, view: Any, move: Callable[[], Any]) -> float:
    began = time.perf_counter()
    move().repaint()
    took = (time.perf_counter() - began) * 1_000
    app.processEvents()
    return took


def _views() -> Iterator[tuple[Any, dict[str, Callable[[], Any]]]]:
    """Yield the views that there are, with ways to move in each; a move gives what has to be repainted."""
    try:
        yield _lanes()
    except ImportError:
        print("There are no lanes yet.", file=sys.stderr)
    yield _log()
    yield _bytes()


def _lanes() -> tuple[Any, dict[str, Callable[[], Any]]]:
    from gui.panes.lanes import LanesPane
    from gui.panes.lanes.canvas import LaneCanvas

    pane = LanesPane()
    canvas = pane.findChild(LaneCanvas)
    assert canvas is not None

    def after(change: Callable[[], object]) -> Any:
        change()
        return canvas.viewport()

    return pane, {
        "all of it": lambda: after(canvas.fit),
        "zoom": lambda: after(lambda: canvas.zoom(random.choice([0.2, 0.5, 2.0, 5.0]))),
        "pan": lambda: after(lambda: canvas.pan(random.randrange(-(10**9), 10**9))),
    }


def _log() -> tuple[Any, dict[str, Callable[[], Any]]]:
    from PySide6.QtWidgets import QTableView

    from gui.panes.log import LogPane

    pane = LogPane()
    table = pane.findChild(QTableView)
    assert table is not None

    def scroll() -> Any:
        table.verticalScrollBar().setValue(random.randrange(MILLION))
        return table.viewport()

    return pane, {"scroll anywhere": scroll}


def _bytes() -> tuple[Any, dict[str, Callable[[], Any]]]:
    from PySide6.QtWidgets import QPushButton

    from gui.panes.bytes_view import BytesPane
    from gui.panes.bytes_view.ruler import Ruler

    pane = BytesPane()
    ruler = pane.findChild(Ruler, "to_server_stream")
    fit = pane.findChild(QPushButton, "fit")
    assert ruler is not None
    assert fit is not None

    def after(change: Callable[[], object]) -> Any:
        change()
        return ruler.viewport()

    def pan() -> None:
        ruler.horizontalScrollBar().setValue(random.randrange(ruler.horizontalScrollBar().maximum() + 1))

    return pane, {
        "all of it": lambda: after(lambda: fit.setChecked(True)),
        "zoom": lambda: after(lambda: ruler.zoom(random.choice([0.2, 0.5, 2.0, 5.0]))),
        "pan": lambda: after(pan),
    }


# The way of the events ------------------------------------------------------------------------------------


def chain(count: str) -> dict[str, object]:
    """Return how fast events go from a server's process through the pipe into the history and the drawing."""
    from PySide6.QtWidgets import QApplication

    from gui import theme

    app = QApplication([])
    theme.apply(app)
    view, _ = next(_views())
    view.resize(626, 700)
    view.show()
    history = History()
    view.show_run("a flood", history)
    began = time.perf_counter()
    reading = _Reading(history, "writer", count)
    while reading.is_running or view.unread():
        view.refresh()
        app.processEvents()
        reading.wait(0.016)
    took = time.perf_counter() - began - reading.delay
    return {
        "speed": len(history) / took,
        "lost": history.not_kept,
        "view": type(view).__name__,
    }


def flood(count: str) -> dict[str, int]:
    """Return what became of more events than anyone can take in."""
    history = History()
    reading = _Reading(history, "flooder", count)
    while reading.is_running:
        reading.wait(1.0)
    notes = len(history) + history.forgotten - int(count) + history.not_kept
    told = sum(1 for event in history if type(event).__name__ == "NotKept")
    return {"missing": abs(notes - told), "lost": history.not_kept}


class _Reading:
    """Reads what a process writes into a history, as `core.host` does, on a thread of its own."""

    def __init__(self, history: History, who: str, count: str) -> None:
        import subprocess

        self._history = history
        self._began = time.perf_counter()
        self.delay = 0.0
        self._process = subprocess.Popen(
            child.command("capacity", who, count), cwd=child.ROOT, stdout=subprocess.PIPE, bufsize=0
        )
        self._done = threading.Event()
        threading.Thread(target=self._read, daemon=True).start()

    @property
    def is_running(self) -> bool:
        return not self._done.is_set()

    def wait(self, seconds: float) -> None:
        self._done.wait(seconds)

    def _read(self) -> None:
        assert self._process.stdout is not None
        reader = EventReader()
        while chunk := self._process.stdout.read(256 * 1024):
            self.delay = self.delay or time.perf_counter() - self._began
            for batch in reader.feed(chunk):
                self._history.add(batch)
        self._process.wait()
        self._process.stdout.close()
        self._done.set()


def writer(count: str) -> None:
    """Write so many events to standard output as fast as they are taken, and no faster."""
    _write(count, room=20_000)


def flooder(count: str) -> None:
    """Write so many events to standard output, whether they are taken or not."""
    _write(count, room=MILLION)


def _write(count: str, room: int) -> None:
    tellings = [telling_of(event) for event in islice(busy_server(), int(count))]
    pipe = EventWriter(os.dup(1))
    for start in range(0, len(tellings), _BATCH):
        for telling in tellings[start : start + _BATCH]:
            pipe.put(telling)
        while pipe.pending() > room:
            threading.Event().wait(0.001)
    # What was lost is told with the next events: with one more, all of it is known.
    while not pipe.flush(1.0):
        pass
    os._exit(0)


if __name__ == "__main__":
    answer = globals()[sys.argv[1]](*sys.argv[2:])
    if answer is not None:
        print(json.dumps(answer))
