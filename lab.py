"""The one way in, on any machine with Python 3.11 or newer.

    python3 lab.py               sets up .venv if it must, and opens the window
    python3 lab.py tour          the lab in the terminal; all words but these two go to the program
    python3 lab.py test [ARGS]   sets up, and runs every check (tests/checks.py); ARGS go to pytest
    python3 lab.py bench [ARGS]  sets up, and measures (tests/bench); some five minutes, or --quick
    python3 lab.py translations  sets up, and brings resources/translations up to date with the sources

.venv holds what pyproject.toml asks for; the program itself runs from this folder.  A stamp in .venv says
what it was made from.  The stamp is removed before anything is changed and written when all is done, so a
.venv without one is half made, and is made again.  Standard library only.
"""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections import deque
from pathlib import Path

# An older Python must be able to read this file to the end, or it says nothing but "invalid syntax": so the
# file keeps to the syntax of 3.6, and what older ones lack is imported below.
if sys.version_info < (3, 11):  # noqa: UP036 - nothing else has checked it yet
    sys.exit("Socket Lab needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info))

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gui import needs

ROOT = Path(__file__).resolve().parent
WINDOWS = sys.platform == "win32"

LAST_LINES = 12
"""How many of the last lines of a program that failed are shown."""

REASONS = (
    (
        ("No space left on device", "Errno 28", "not enough space on the disk", "Disk quota exceeded"),
        "The disk is full.",
        "free 600 MB where this folder and the temporary folder are, and start again.",
    ),
    (
        (
            "NameResolution",
            "name resolution",
            "NewConnection",
            "ConnectTimeout",
            "Read timed out",
            "ProxyError",
        ),
        "The packages cannot be fetched: no network, or a proxy in between.",
        "connect to the network (behind a proxy: set HTTPS_PROXY), and start again.",
    ),
    (
        ("SSLError", "CERTIFICATE_VERIFY_FAILED"),
        "The connection to where packages come from is not trusted: something rewrites it on the way.",
        "set PIP_CERT to the certificate file of your network, and start again.",
    ),
    (
        ("No matching distribution", "not a supported wheel"),
        "A package has no version for this Python or this system.",
        "a 64-bit Python from python.org, on Linux with glibc 2.34, macOS 13, Windows 10, or newer.",
    ),
    (
        ("Permission denied", "Errno 13", "Read-only file system", "Access is denied"),
        "Something here may not be written.",
        "copy this folder to a place of your own; on Windows close programs that run from .venv.",
    ),
)
"""Why setting up can fail: signs in what was said, the reason, what to try."""


class SetupError(Exception):
    """Setting up failed: what happened, why, what to try."""

    def __init__(self, what: str, why: str, hint: str, said: Sequence[str] = ()) -> None:
        """Put the sentences together; `said` are the last lines of the program that failed."""
        super().__init__("\n".join([*said, *([""] if said else []), what, f"Why: {why}", f"Try: {hint}"]))


# What .venv is made from, and whether it still fits ----------------------------------------------------


def requirements(root: Path) -> dict[str, list[str]]:
    """Return what pyproject.toml asks for: "" is the program's own list, the rest are groups by name."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    return {"": project["project"]["dependencies"], **project["dependency-groups"]}


def foundation(root: Path) -> dict[str, str]:
    """Return what a .venv in `root` stands on: a Python, and its own place (its scripts hold both)."""
    major, minor = sys.version_info[:2]
    python = f"{major}.{minor}{getattr(sys, 'abiflags', '')} in {sys.base_prefix}"
    return {"python": python, "folder": str(root), "interpreter": os.path.realpath(venv_python(root))}


def venv_python(root: Path) -> Path:
    """Return the path of .venv's Python."""
    return root / ".venv" / ("Scripts/python.exe" if WINDOWS else "bin/python")


def stamp_file(root: Path) -> Path:
    """Return the path of .venv's stamp."""
    return root / ".venv" / "made-by-lab.json"


def read_stamp(root: Path) -> dict[str, Any]:
    """Return what .venv's stamp says: `foundation`, `requirements`, `platforms`; {} without a whole one.

    And `translations`, once they have been built.
    """
    try:
        stamp = json.loads(stamp_file(root).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if {*stamp} - {"translations"} == {"foundation", "requirements", "platforms"} else {}


def write_stamp(
    root: Path,
    groups: Sequence[str],
    platforms: Sequence[str],
    built: Mapping[str, Sequence[int]] | None = None,
) -> None:
    """Say that .venv holds `groups`, and that the libraries for `platforms` were found or installed.

    `built` are the translations that were built, see `translations`.
    """
    wanted = requirements(root)
    held = {group: wanted[group] for group in groups}
    stamp = {"foundation": foundation(root), "requirements": held, "platforms": list(platforms)}
    if built is not None:
        stamp["translations"] = built
    draft = stamp_file(root).with_suffix(".draft")
    draft.write_text(json.dumps(stamp, indent=2), "utf-8")
    draft.replace(stamp_file(root))  # At once: an interruption leaves the whole stamp or none.


def why_stale(root: Path) -> str:
    """Return why .venv has to be made (again), or "" where it can stay."""
    if not (root / ".venv").exists():
        return "there is none yet"
    stamp, wanted = read_stamp(root), requirements(root)
    if not stamp:
        return "it was left half made"
    if not os.access(venv_python(root), os.X_OK):
        return "its Python is gone"
    if stamp["foundation"] != foundation(root):
        return "it was made with another Python or in another place"
    if any(wanted.get(group) != listed for group, listed in stamp["requirements"].items()):
        return "pyproject.toml asks for other packages now"
    return ""


def fits(root: Path, groups: Sequence[str]) -> bool:
    """True where .venv is fresh and holds `groups`."""
    return not why_stale(root) and {*groups} <= {*read_stamp(root)["requirements"]}


# Setting up --------------------------------------------------------------------------------------------


def set_up(root: Path, groups: Sequence[str], platforms: Sequence[str]) -> None:
    """Make .venv fit, if it does not; where we may, get the libraries for `platforms` too."""
    if not fits(root, groups):
        with only_one(root) as lock:
            if why_stale(root):  # Asked again: the start that we waited for may have done it all.
                _make_venv(root, lock)
            _add_packages(root, groups, lock)
    # Others need no stamp for this, and may not be allowed to write one: the program says what is missing.
    if may_install() and not {*platforms} <= {*read_stamp(root)["platforms"]}:
        with only_one(root):
            _get_libraries(root, platforms)
    if not are_built(root):
        _build_translations(root)


@contextlib.contextmanager
def only_one(root: Path) -> Iterator[int]:
    """Let one start at a time set up: locks pyproject.toml, which is always there, and gives its number."""
    with open(root / "pyproject.toml", "r+b") as file:
        waited = False
        while not _try_lock(file.fileno()):
            if not waited:
                print("Another start is setting up .venv; waiting for it ...", flush=True)
            waited = True
            time.sleep(0.2)  # noqa: TID251 - Windows has no lock that waits
        yield file.fileno()


def _try_lock(number: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(number, 1 << 30, os.SEEK_SET)  # Far behind the text, which stays readable.
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _make_venv(root: Path, lock: int) -> None:
    print(f"Setting up .venv ({why_stale(root)}). This takes a minute or two.", flush=True)
    _get_venv_module()
    venv = root / ".venv"
    if venv.is_symlink() or venv.is_file():
        venv.unlink()
    elif venv.exists():
        stamp_file(root).unlink(missing_ok=True)
        shutil.rmtree(venv)
    python = getattr(sys, "_base_executable", sys.executable)  # Ours may be the one of the old .venv.
    _run("Making .venv did not work.", [python, "-I", "-m", "venv", venv], lock)


def _add_packages(root: Path, groups: Sequence[str], lock: int) -> None:
    stamp = read_stamp(root) or {"requirements": [], "platforms": []}
    held = [*stamp["requirements"]]
    if {*groups} <= {*held}:
        return
    if held:
        print(f"Adding to .venv what is needed to {', '.join({*groups} - {*held})}.", flush=True)
    stamp_file(root).unlink(missing_ok=True)
    groups = sorted({*held, *groups})
    packages = [package for group in groups for package in requirements(root)[group]]
    # -I: what PYTHONPATH offers is not in .venv, and must not count as installed.
    pip = [venv_python(root), "-I", "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    _run("Installing the packages did not work.", [*pip, *packages], lock, show=("Downloading", "Installing"))
    write_stamp(root, groups, stamp["platforms"])


def _get_venv_module() -> None:
    """Debian and Ubuntu split the standard library: `venv` may lack what it needs."""
    from importlib.util import find_spec

    if find_spec("venv") and find_spec("ensurepip"):
        return
    what = "This Python lacks the modules venv and ensurepip, which make .venv."
    if not needs.is_debian() or sys.base_prefix != "/usr":
        raise SetupError(what, "It was built without them.", "another Python, from python.org for instance.")
    package = "python{}.{}-venv".format(*sys.version_info)
    if not may_install():
        why = "Debian and Ubuntu keep them in a package of their own."
        raise SetupError(what, why, f"sudo apt-get install {package}")
    _apt_get([package])


def _get_libraries(root: Path, platforms: Sequence[str]) -> None:
    missing: dict[str, str] = {}
    for platform in platforms:
        missing.update(needs.missing_libraries((platform,)))
    if missing:
        _apt_get(needs.packages(missing))
    stamp = read_stamp(root)
    write_stamp(root, [*stamp["requirements"]], sorted({*stamp["platforms"], *platforms}))


def may_install() -> bool:
    """True where system packages are ours to install: as root on Debian and Ubuntu."""
    return sys.platform != "win32" and os.geteuid() == 0 and needs.is_debian()


def _apt_get(packages: Sequence[str]) -> None:
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    command = [
        "apt-get",
        "install",
        "-y",
        "--no-install-recommends",
        "-o",
        "DPkg::Lock::Timeout=120",
        *packages,
    ]
    print(f"As you are root, what the system lacks is installed: {' '.join(command)}", flush=True)
    try:
        _run("", command)
    except SetupError:  # The system's list of packages is missing or old.
        _run("Reading the list of system packages did not work.", ["apt-get", "update"])
        _run("Installing system packages did not work.", command)


# Languages ---------------------------------------------------------------------------------------------


def translations(root: Path) -> dict[str, list[int]]:
    """Return the translators' files by name, each with what changes when it is saved."""
    found = sorted((root / "resources" / "translations").glob("*.ts"))
    return {file.name: [file.stat().st_size, file.stat().st_mtime_ns] for file in found}


def built_file(root: Path, name: str) -> Path:
    """Return the path of what is built from a translators' file."""
    return root / "resources" / "translations" / Path(name).with_suffix(".qm")


def are_built(root: Path) -> bool:
    """True where what the program reads is made of what translators wrote last."""
    wanted = translations(root)
    return read_stamp(root).get("translations", {}) == wanted and all(
        built_file(root, name).exists() for name in wanted
    )


def _build_translations(root: Path) -> None:
    """Build them; where that fails, the program still speaks English."""
    try:
        with only_one(root) as lock:
            stamp, wanted = read_stamp(root), translations(root)
            for name in wanted:
                _build(root, name, lock)
            write_stamp(root, [*stamp["requirements"]], stamp["platforms"], wanted)
    except (SetupError, OSError) as error:
        print(f"The other languages could not be built; English is there.\n{error}", file=sys.stderr)


def _build(root: Path, name: str, lock: int) -> None:
    built = built_file(root, name)
    draft = built.with_suffix(".draft")
    release = venv_python(root).with_name("pyside6-lrelease")
    _run(
        f"Building {built.name} did not work.",
        [release, "-silent", built.with_name(name), "-qm", draft],
        lock,
    )
    draft.replace(built)  # At once: a window that is open reads in the old one.


def _run(failure: str, command: Sequence[object], lock: int = -1, show: tuple[str, ...] = ()) -> None:
    """Run a program to its end, showing the lines that begin with `show`; raises `SetupError` if it fails."""
    said: deque[str] = deque(maxlen=400)
    with subprocess.Popen(
        [str(word) for word in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PIP_USER": "0", "PYTHONIOENCODING": "utf-8"},
        # The program holds the lock too: if we are killed, no other start begins before it has ended.
        pass_fds=() if WINDOWS or lock < 0 else (lock,),
    ) as process:
        try:
            for line in process.stdout or ():
                said.append(line.rstrip())
                if show and line.strip().startswith(show):
                    print("  " + line.strip()[:100], flush=True)
        except KeyboardInterrupt:
            process.terminate()
            raise
    if process.returncode != 0:
        raise SetupError(failure, *_reason("\n".join(said)), [*said][-LAST_LINES:])


def _reason(said: str) -> tuple[str, str]:
    for signs, why, hint in REASONS:
        if any(sign in said for sign in signs):
            return why, hint
    return "The lines above say it.", "mend what they name, and start again."


# Starting ----------------------------------------------------------------------------------------------


def start(words: Sequence[str]) -> int:
    """Set up, and become the program."""
    set_up(ROOT, [""], needs.platforms(os.environ) or ["offscreen"])
    # Not by changing to this folder: a path among the words is meant from where the user is.
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    return _become("-P", "-m", "gui", *words)


def test(words: Sequence[str]) -> int:
    """Set up for testing, and become the checks."""
    return _become_test("tests.checks", words)


def bench(words: Sequence[str]) -> int:
    """Set up for testing, and become the benchmark."""
    return _become_test("tests.bench", words)


def _become_test(module: str, words: Sequence[str]) -> int:
    set_up(ROOT, ["", "test"], ["offscreen", "xcb"] if shutil.which("Xvfb") else ["offscreen"])
    missing = needs.missing_libraries(("offscreen",))
    if missing:
        print(needs.explain_libraries(missing), file=sys.stderr)
        return 1
    os.chdir(ROOT)
    return _become("-m", module, *words)


def update_translations(words: Sequence[str]) -> int:
    """Set up, and become what keeps the translators' files."""
    return _become_test("tests.translations", words)


WORDS = {"test": test, "bench": bench, "translations": update_translations}
"""What this file does itself; all other words go to the program."""


def _become(*words: str) -> int:
    """Put .venv's Python in our place, so that signals and the exit code are its own; Windows cannot."""
    command = [str(venv_python(ROOT)), *words]
    sys.stdout.flush()
    if not WINDOWS:
        os.execv(command[0], command)
    return subprocess.call(command)


def main(words: Sequence[str]) -> int:
    """Do what the words say; return the exit code."""
    try:
        word = words[0] if words else ""
        return WORDS[word](words[1:]) if word in WORDS else start(words)
    except KeyboardInterrupt:
        print("\nInterrupted. Start again at any time: what is half made is made anew.", file=sys.stderr)
        return 130
    except SetupError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(SetupError(f"Setting up failed: {error}.", *_reason(str(error))), file=sys.stderr)
    except (tomllib.TOMLDecodeError, KeyError) as error:
        print(f"pyproject.toml cannot be read: {error!r}.\nTry: get it back as it was.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
