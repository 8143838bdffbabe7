"""A Python file from disk: read as Python itself would read it, but bounded, and nothing in it is run."""

import errno
import io
import os
import stat
import tokenize
from collections.abc import Callable
from pathlib import Path

from core.errors.explanation import Explanation, in_words
from core.errors.file import FileTrouble, trouble_of
from core.spec import CODE_LIMIT
from core.wording import worded


class SourceError(Exception):
    """A file that cannot be read as Python code; `explanation` says what happened, why, and what to try."""

    def __init__(self, explanation: Explanation) -> None:
        """Carry the explanation."""
        super().__init__(f"{explanation.what} {explanation.why} {explanation.hint}")
        self.explanation = explanation


def read_source(path: str) -> str:
    r"""Return the file's text, its lines ended by "\n"; PEP 263 counts.  Raises `SourceError`."""
    try:
        data = _bytes_of(path)
    except (OSError, ValueError) as error:  # ValueError: a path that no file can have
        builder = _BUILDERS.get(trouble_of(error), _unreadable)
        raise SourceError(builder(Path(path).name, error)) from error
    return _text_of(Path(path).name, data)


def _bytes_of(path: str) -> bytes:
    # O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
    with open(path, "rb", opener=_open_at_once) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.ENODEV, "it is not a file")
        return file.read(CODE_LIMIT + 1)


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _text_of(name: str, data: bytes) -> str:
    if len(data) > CODE_LIMIT:
        raise SourceError(_too_large(name))
    if b"\0" in data:
        raise SourceError(_not_text(name, worded("There are NUL characters in it, as in no text.")))
    try:
        text = _decoded(data)
        size = len(text.encode())  # fails for half a surrogate pair, which a file in UTF-7 may hold
    except (SyntaxError, UnicodeError, LookupError) as error:
        raise SourceError(_not_text(name, _why_not_text(error))) from error
    if size > CODE_LIMIT:
        raise SourceError(_too_large(name))
    if "\0" in text:  # UTF-16 by a coding line, for one
        raise SourceError(_not_text(name, worded("There are NUL characters in it, as in no text.")))
    return text


def _decoded(data: bytes) -> str:
    encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    return io.TextIOWrapper(io.BytesIO(data), encoding).read()


def _why_not_text(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        line = error.object[: error.start].count(b"\n") + 1
        return worded(
            "What stands in line {line} is not {encoding}.", line=line, encoding=error.encoding.upper()
        )
    if isinstance(error, SyntaxError):
        return worded("Python says: {said}.", said=str(error.msg)[:200])
    return worded("Python says: {said}.", said=str(error)[:200])


def _too_large(name: str) -> Explanation:
    return Explanation(
        "source-too-large",
        worded("{name} is too large.", name=name),
        worded("A program may have {limit} KiB here.", limit=CODE_LIMIT // 1024),
        worded("Open the file that defines the handler."),
    )


def _not_text(name: str, why: str) -> Explanation:
    return Explanation(
        "source-not-text",
        worded("{name} cannot be read as Python code.", name=name),
        why,
        worded("Open a .py file, and save it as UTF-8 in your editor."),
    )


_Builder = Callable[[str, Exception], Explanation]


def _missing(name: str, _error: Exception) -> Explanation:
    return Explanation(
        "source-missing",
        worded("There is no file {name} in that place.", name=name),
        worded("It may have been moved, renamed or deleted."),
        worded("Choose it again."),
    )


def _forbidden(name: str, _error: Exception) -> Explanation:
    return Explanation(
        "source-forbidden",
        worded("{name} may not be read.", name=name),
        worded("The system does not give you the right to read it."),
        worded("Copy it to a folder of yours, or ask its owner."),
    )


def _not_a_file(name: str, _error: Exception) -> Explanation:
    return Explanation(
        "source-not-a-file",
        worded("{name} is not a file.", name=name),
        worded("It is a folder or a device, and a program is in a file."),
        worded("Choose a file whose name ends in .py."),
    )


def _unreadable(name: str, error: Exception) -> Explanation:
    return Explanation(
        "source-unreadable",
        worded("{name} could not be read.", name=name),
        worded("The system says: {said}.", said=in_words(error)),
        worded("Try to open it in an editor; if that works, try here again."),
    )


_BUILDERS: dict[FileTrouble, _Builder] = {
    FileTrouble.MISSING: _missing,
    FileTrouble.FORBIDDEN: _forbidden,
    FileTrouble.NO_FILE: _not_a_file,
}
