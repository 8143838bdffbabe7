"""What keeps a file from being read or written: one table for all that do so, each with words of its own."""

from enum import StrEnum

from core.errors.explanation import name_of


class FileTrouble(StrEnum):
    """What the system's many errors come to, for somebody who chose a file or a folder."""

    MISSING = "missing"
    FORBIDDEN = "forbidden"
    FULL = "full"
    NO_FILE = "no-file"
    """What stands there is a folder or a device."""
    OTHER = "other"


def trouble_of(error: BaseException) -> FileTrouble:
    """Return what an error of the system's means."""
    return _TROUBLES.get(name_of(error), FileTrouble.OTHER)


_TROUBLES = {
    "ENOENT": FileTrouble.MISSING,
    "ENOTDIR": FileTrouble.MISSING,
    "EACCES": FileTrouble.FORBIDDEN,
    "EPERM": FileTrouble.FORBIDDEN,
    "EROFS": FileTrouble.FORBIDDEN,
    "ENOSPC": FileTrouble.FULL,
    "EDQUOT": FileTrouble.FULL,
    "EISDIR": FileTrouble.NO_FILE,
    "ENODEV": FileTrouble.NO_FILE,
    "ENXIO": FileTrouble.NO_FILE,
}
