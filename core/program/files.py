"""Programs → files in a folder, whole or not at all."""

import codecs
import io
import os
import tokenize
from collections.abc import Callable
from pathlib import Path

from core.address import Address
from core.errors import Explanation
from core.errors.explanation import in_words
from core.errors.file import FileTrouble, trouble_of
from core.neighbours import neighbours
from core.program.class_body import ShapeError
from core.program.client import client_program
from core.program.single import single_program
from core.program.standing import standing_program
from core.source_file import SourceError
from core.spec import ServerSpec
from core.wording import worded

SERVER_FILE = "server.py"
CLIENT_FILE = "client.py"
BOTH_FILE = "both.py"


class ExportError(Exception):
    """The programs were not written; `explanation` says what happened, why, and what to try."""

    def __init__(self, explanation: Explanation) -> None:
        """Carry the explanation."""
        super().__init__(f"{explanation.what} {explanation.why} {explanation.hint}")
        self.explanation = explanation


def export(
    spec: ServerSpec, folder: Path | str, *, address: Address = None, replace: bool = False
) -> tuple[Path, ...]:
    """Write server.py, client.py and both.py into a folder, and what they import; return the paths.

    `address` is where the lab's server can be reached, so that the client finds it, too.  Files of those
    names are replaced only with `replace`; see `in_the_way`.  Raises `ExportError`; each file is then the old
    or the new one.
    """
    target = Path(folder)
    texts = _texts(spec, address)
    if not replace and (taken := in_the_way(target, spec)):
        raise ExportError(_taken(target, taken))
    try:
        files = {name: encoded(text) for name, text in texts.items()} | _copies(spec, target)
        for name, data in files.items():
            if "/" in name:  # of a package; the folder itself is there, for other files were written before
                (target / name).parent.mkdir(parents=True, exist_ok=True)
            _write(target / name, data)
    except (OSError, ValueError, SyntaxError) as error:
        raise ExportError(_explained(error, target)) from error
    return tuple(target / name for name in files)


def _texts(spec: ServerSpec, address: Address) -> dict[str, str]:
    # A path that the lab has thought out is gone with its server; a port may well be there for a while.
    reachable = None if spec.transport.is_unix else address
    try:
        return {
            SERVER_FILE: standing_program(spec).text,
            CLIENT_FILE: client_program(spec, reachable).text,
            BOTH_FILE: single_program(spec).text,
        }
    except ShapeError as error:
        raise ExportError(_broken(error)) from error


def in_the_way(folder: Path | str, spec: ServerSpec) -> tuple[str, ...]:
    """Return the names of files that an export into that folder would replace.

    Raises `ExportError` if what the program imports from its own folder cannot be read.
    """
    target = Path(folder)
    try:
        names = (SERVER_FILE, CLIENT_FILE, BOTH_FILE, *_copies(spec, target))
    except OSError as error:
        raise ExportError(_explained(error, target)) from error
    return tuple(name for name in names if os.path.lexists(target / name))


def _copies(spec: ServerSpec, target: Path) -> dict[str, bytes]:
    """Return the files from the program's own folder that it imports, but for those already there."""
    if spec.code is None:
        return {}
    try:
        names = [found.name for found in neighbours(spec.code)]
    except SourceError as error:
        raise ExportError(error.explanation) from error
    files = {name: Path(spec.code.folder, name).read_bytes() for name in names}
    return {name: data for name, data in files.items() if not _is_there(target / name, data)}


def _is_there(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def encoded(text: str) -> bytes:
    """Return the bytes of a program's file: UTF-8, unless its first lines say otherwise to Python.

    Raises ValueError if it has characters that the encoding does not know.
    """
    found, _ = tokenize.detect_encoding(io.BytesIO(text.encode("utf-8")).readline)
    return text.encode(codecs.lookup(found).name)


def _write(path: Path, data: bytes) -> None:
    # Into a file beside it first: whoever reads `path` meanwhile finds the old program or the new one.
    beside = path.with_name(f".{path.name}-{os.urandom(4).hex()}")
    try:
        with beside.open("xb") as file:
            file.write(data)
        os.replace(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


# What may go wrong -----------------------------------------------------------------------------------------


def _taken(folder: Path, names: tuple[str, ...]) -> Explanation:
    listed = ", ".join(names)
    return Explanation(
        "export-taken",
        worded("Nothing was written to {folder}.", folder=folder),
        worded("There is already: {listed}.", listed=listed),
        worded("Choose another folder, or let the files be replaced."),
    )


def _broken(error: ShapeError) -> Explanation:
    return Explanation(
        "export-broken",
        worded("Nothing was written."),
        str(error),
        worded("Mend it first; the line is marked. Copying the text works all the same."),
    )


def _explained(error: Exception, folder: Path) -> Explanation:
    if isinstance(error, (UnicodeError, SyntaxError)):
        return _encoding(error, folder)
    return _BUILDERS.get(trouble_of(error), _other)(error, folder)


def _encoding(_error: Exception, folder: Path) -> Explanation:
    return Explanation(
        "export-encoding",
        worded("The program was not written to {folder}.", folder=folder),
        worded("Its first lines name an encoding that cannot write all of its characters."),
        worded("Take the line with “coding” out: without it, a program is UTF-8."),
    )


def _missing(_error: Exception, folder: Path) -> Explanation:
    return Explanation(
        "export-missing",
        worded("There is no folder {folder}.", folder=folder),
        worded("It may have been moved or deleted."),
        worded("Choose another one."),
    )


def _forbidden(_error: Exception, folder: Path) -> Explanation:
    return Explanation(
        "export-forbidden",
        worded("Nothing can be written to {folder}.", folder=folder),
        worded("The system does not give you the right to write there."),
        worded("Choose a folder of yours."),
    )


def _full(_error: Exception, folder: Path) -> Explanation:
    return Explanation(
        "export-full",
        worded("The programs do not fit into {folder}.", folder=folder),
        worded("The disk is full, or you may not use more of it."),
        worded("Make room, or choose a folder on another disk."),
    )


def _folder_there(_error: Exception, folder: Path) -> Explanation:
    return Explanation(
        "export-folder-there",
        worded("The programs could not be written to {folder}.", folder=folder),
        worded("A folder stands there with the name of one of the files."),
        worded("Choose another folder."),
    )


def _other(error: Exception, folder: Path) -> Explanation:
    return Explanation(
        "export-failed",
        worded("The programs could not be written to {folder}.", folder=folder),
        worded("The system says: {said}.", said=in_words(error)),
        worded("Choose another folder."),
    )


_BUILDERS: dict[FileTrouble, Callable[[Exception, Path], Explanation]] = {
    FileTrouble.MISSING: _missing,
    FileTrouble.FORBIDDEN: _forbidden,
    FileTrouble.FULL: _full,
    FileTrouble.NO_FILE: _folder_there,
}
