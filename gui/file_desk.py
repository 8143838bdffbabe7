"""A learner's own files: read, and watched while they are written in another editor."""

import os
from dataclasses import dataclass

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from core.source_file import SourceError, read_source

QUIET_MS = 150
"""An editor writes a file in several steps; it is read when nothing has happened for so many milliseconds."""


@dataclass(slots=True)
class _Open:
    """What is known of an open file: what was told last, and by what it is seen that it is another now."""

    text: str
    stamp: tuple[int, ...]
    is_beside: bool = False


class FileDesk(QObject):
    """Opens files and tells of every new version; knows no servers, and runs nothing."""

    opened = Signal(str, str)
    """A path, absolute, and the file's text."""

    changed = Signal(str, str)
    """The same for an open file that was saved with another text."""

    failed = Signal(object)
    """An `Explanation`: a file could not be opened, or not any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with no file."""
        super().__init__(parent)
        self._files: dict[str, _Open] = {}
        self._watcher = QFileSystemWatcher(self)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._connect()

    def open(self, path: str) -> None:
        """Read a file and watch it from now on; `opened` or `failed` tells what came of it."""
        path = os.path.abspath(path)
        # Both before it is read: what is saved in between is heard of then, and has another stamp.
        self._watch(path)
        stamp = _stamp(path)
        try:
            text = read_source(path)
        except SourceError as error:
            if path not in self._files:
                self.forget(path)
            self.failed.emit(error.explanation)
            return
        self._files[path] = _Open(text, stamp)
        self.opened.emit(path, text)

    def watch_beside(self, paths: list[str]) -> None:
        """Watch these files for the open ones' sake, and no others; only their changes are told."""
        for path in [path for path, known in self._files.items() if known.is_beside and path not in paths]:
            self.forget(path)
        for path in paths:
            if path not in self._files:
                self._begin_beside(path)

    def _begin_beside(self, path: str) -> None:
        self._watch(path)
        stamp = _stamp(path)
        try:
            self._files[path] = _Open(read_source(path), stamp, is_beside=True)
        except SourceError:
            self.forget(path)  # it is explained when the program is to run

    def forget(self, path: str) -> None:
        """Watch a file no longer."""
        path = os.path.abspath(path)
        self._files.pop(path, None)
        needed = {*self._files, *map(os.path.dirname, self._files)}
        for watched in (path, os.path.dirname(path)):
            if watched in self._watched() and watched not in needed:
                self._watcher.removePath(watched)

    def paths(self) -> list[str]:
        """Return the files that are watched."""
        return list(self._files)

    def _connect(self) -> None:
        self._watcher.fileChanged.connect(self._on_file_changed)
        self._watcher.directoryChanged.connect(self._on_folder_changed)
        self._quiet.timeout.connect(self._on_quiet)

    def _watch(self, path: str) -> None:
        # The folder, too: many editors write a new file and give it the old one's name.  With that, the
        # watcher drops the path, and the folder is what tells that there is a file of this name again.
        for wanted in (path, os.path.dirname(path)):
            if wanted not in self._watched() and os.path.exists(wanted):
                self._watcher.addPath(wanted)

    def _watched(self) -> list[str]:
        return self._watcher.files() + self._watcher.directories()

    def _look(self, path: str, known: _Open) -> None:
        stamp = _stamp(path)
        if not stamp or stamp == known.stamp:
            return
        known.stamp = stamp
        try:
            text = read_source(path)
        except SourceError as error:
            self.failed.emit(error.explanation)
            return
        if text != known.text:
            known.text = text
            self.changed.emit(path, text)

    def _on_file_changed(self, _path: str) -> None:
        self._quiet.start()

    def _on_folder_changed(self, _path: str) -> None:
        # Not anew if it runs: in a busy folder, others' files would put it off for ever.
        if not self._quiet.isActive():
            self._quiet.start()

    def _on_quiet(self) -> None:
        for path in self.paths():
            if known := self._files.get(path):  # else forgotten by whoever heard of another one's change
                self._watch(path)
                self._look(path, known)


def _stamp(path: str) -> tuple[int, ...]:
    """Return what changes when a file is saved, () where there is none."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):  # in the middle of a rename, for one: the folder tells when it is there
        return ()
    return status.st_mtime_ns, status.st_size, status.st_ino
