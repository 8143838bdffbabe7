"""Takes samples of a server on a thread of its own, while somebody looks."""

import contextlib
import threading

from PySide6.QtCore import QObject, Qt, Signal

from core.kernel import KernelSample, Sampler, Target

INTERVAL = 0.5
"""Seconds from one sample to the next."""


class KernelWatch(QObject):
    """Emits a sample at once and then twice a second; `start` and `stop` return at once."""

    sampled = Signal(object)
    """A new `KernelSample`."""

    _came = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without a thread."""
        super().__init__(parent)
        self._enough: threading.Event | None = None
        self._came.connect(self._on_came, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(self.stop)

    def start(self, target: Target) -> None:
        """Take samples of `target`, and of nothing else any more."""
        self.stop()
        self._enough = enough = threading.Event()
        threading.Thread(
            target=self._run, args=(target, enough), name="socket-lab kernel", daemon=True
        ).start()

    def stop(self) -> None:
        """Take no more; the thread ends by itself, when its sample is taken."""
        if self._enough is not None:
            self._enough.set()
            self._enough = None

    def is_running(self) -> bool:
        """Tell whether samples are being taken."""
        return self._enough is not None

    def _run(self, target: Target, enough: threading.Event) -> None:
        sampler = Sampler(target)
        while not enough.is_set():
            sample = sampler.take()
            with contextlib.suppress(RuntimeError):  # the window is gone, and this object with it
                self._came.emit(sample, enough)
            enough.wait(INTERVAL)

    def _on_came(self, sample: KernelSample, enough: threading.Event) -> None:
        # One may have been under way when another server was chosen.
        if enough is self._enough:
            self.sampled.emit(sample)
