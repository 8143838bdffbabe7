"""The file of a Unix socket: is it there, is it a socket, and does anyone still have it open?"""

import errno
import os
import socket
import stat
from enum import StrEnum

from core.wording import WordedError, worded


class SocketFile(StrEnum):
    """What stands at a path where a Unix socket should be."""

    MISSING = "missing"
    NOT_A_SOCKET = "not-a-socket"
    STALE = "stale"
    ALIVE = "alive"
    HIDDEN = "hidden"


class NotRemovedError(WordedError, ValueError):
    """A socket file was left where it is, for a reason."""


def look_at(path: str) -> SocketFile:
    """Return what stands at `path`; HIDDEN where permissions do not let us see."""
    try:
        mode = os.lstat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return SocketFile.MISSING
    except OSError:
        return SocketFile.HIDDEN
    return _knock(path) if stat.S_ISSOCK(mode) else SocketFile.NOT_A_SOCKET


def remove_stale_socket(path: str) -> None:
    """Remove the socket file that a dead server left at `path`.

    Raises `NotRemovedError`, a ValueError with a sentence for the learner, if it is anything else: a file
    that is not a socket, a socket that is in use, nothing at all, or one that we may not look at.  Raises
    `OSError` if it cannot be removed.
    """
    # Looked at again just before: between the offer and the answer somebody may have started a server there.
    found = look_at(path)
    if found is not SocketFile.STALE:
        raise NotRemovedError(_REFUSALS[found].about(path=path))
    try:
        os.unlink(path)
    except PermissionError as error:
        sentence = worded(
            "{path} was not removed: you may not change the directory it is in. Take another path.", path=path
        )
        raise PermissionError(error.errno, sentence) from error


_REFUSALS = {
    SocketFile.MISSING: worded(
        "{path} was not removed: there is no such file any more. Just start the server."
    ),
    SocketFile.NOT_A_SOCKET: worded(
        "{path} was not removed: it is not a socket, so it may be of use to somebody."
    ),
    SocketFile.ALIVE: worded(
        "{path} was not removed: a running program has this socket open. Stop it first."
    ),
    SocketFile.HIDDEN: worded(
        "{path} was not removed: we have no permission to find out whether it is in use."
    ),
}


def _knock(path: str) -> SocketFile:
    # A datagram socket knocks without a trace: connecting it sends nothing, and a stream server refuses it
    # as the wrong type (EPROTOTYPE) before accept() sees anything.  Only ECONNREFUSED means nobody is there.
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as visitor:
        code = visitor.connect_ex(path)
    return _ANSWERS.get(code, SocketFile.ALIVE)


_ANSWERS = {
    errno.ECONNREFUSED: SocketFile.STALE,
    errno.ENOENT: SocketFile.MISSING,  # removed since we looked
    errno.EACCES: SocketFile.HIDDEN,
}
