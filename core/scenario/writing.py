"""A `Scenario` → the text of a file, and the file, whole or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path
from typing import Any

import msgspec
import tomli_w

from core.errors.explanation import Explanation, in_words, name_of
from core.scenario.reading import SIZE_LIMIT, ScenarioError, decode
from core.scenario.scenario import Scenario
from core.wording import worded


class WriteError(Exception):
    """The file was not written; `explanation` says what happened, why, and what to try."""

    def __init__(self, explanation: Explanation) -> None:
        """Carry the explanation."""
        super().__init__(f"{explanation.what} {explanation.why} {explanation.hint}")
        self.explanation = explanation


def encode(scenario: Scenario) -> str:
    """Return the text that `decode` turns into this scenario again; what is a default is not written."""
    tables = msgspec.to_builtins(scenario)
    # A text of several lines stands there as such, unless its line ends are not TOML's own.
    return tomli_w.dumps(tables, multiline_strings=not _has_return(tables), indent=2)


def write(path: Path, scenario: Scenario) -> None:
    """Write a file that can be opened again.

    Raises `WriteError`; what was there before is then as it was.
    """
    data = encode(scenario).encode()
    try:
        if len(data) > SIZE_LIMIT:
            raise ScenarioError(worded("It would be larger than 1 MiB."))
        decode(data.decode())
    except ScenarioError as error:
        raise WriteError(_unfit(error)) from error
    try:
        _replace(path, data)
    except (OSError, ValueError) as error:  # ValueError: a path that no file can have
        raise WriteError(_explained(path, error)) from error


def _has_return(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_has_return(part) for part in value.values())
    if isinstance(value, list):
        return any(_has_return(part) for part in value)
    return isinstance(value, str) and "\r" in value


def _replace(path: Path, data: bytes) -> None:
    """Write beside the file, then put it in its place at once: a full disk leaves the old one."""
    handle, beside = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp() lets nobody else read; a file is as readable as others that are made here.
        os.chmod(beside, _mode(path))
        os.replace(beside, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise


def _mode(path: Path) -> int:
    with contextlib.suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _unfit(error: ScenarioError) -> Explanation:
    return Explanation(
        "experiment-unfit",
        worded("The experiment was not saved."),
        error.sentence,
        worded(
            "Remove servers that do not belong to it from the list, or do it again with less, and save then."
        ),
    )


def _explained(path: Path, error: Exception) -> Explanation:
    why, hint = _REASONS.get(name_of(error), (worded("The system says: {said}."), _ELSEWHERE))
    return Explanation(
        "experiment-not-saved",
        worded("{name} was not saved.", name=path.name),
        why.about(said=in_words(error)),
        hint,
    )


_ELSEWHERE = worded("Choose another folder, your own one for instance.")

_REASONS = {
    "ENOSPC": (worded("The disk is full."), worded("Delete what you need no more, or choose another disk.")),
    "EDQUOT": (worded("Your share of the disk is full."), worded("Delete what you need no more.")),
    "EACCES": (worded("You may not write in that folder."), _ELSEWHERE),
    "EPERM": (worded("You may not write in that folder."), _ELSEWHERE),
    "EROFS": (worded("The disk can only be read."), _ELSEWHERE),
    "ENOENT": (worded("There is no such folder."), worded("It may have been moved: choose it again.")),
    "EISDIR": (worded("There is a folder of that name."), worded("Choose another name.")),
    "ENAMETOOLONG": (worded("The name is too long."), worded("Choose a shorter one.")),
}
