"""What Qt needs of the system: libraries and a display.  Standard library only, no Qt.

`lab.py` reads this before anything is installed, and `gui.__main__` before it loads Qt: Qt itself ends the
process without a word of help where a library of its platform plugin or the display is missing.
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Mapping

ANYWHERE = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
}
"""What Qt loads on every Linux, even with no display: library → package of Debian and Ubuntu."""

FOR_PLATFORM = {
    "xcb": {
        "libX11.so.6": "libx11-6",
        "libX11-xcb.so.1": "libx11-xcb1",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-render.so.0": "libxcb-render0",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-shm.so.0": "libxcb-shm0",
        "libxcb-sync.so.1": "libxcb-sync1",
        "libxcb-util.so.1": "libxcb-util1",
        "libxcb-xfixes.so.0": "libxcb-xfixes0",
        "libxcb-xkb.so.1": "libxcb-xkb1",
    },
    "wayland": {
        "libwayland-client.so.0": "libwayland-client0",
        "libwayland-cursor.so.0": "libwayland-cursor0",
    },
}
"""What a kind of display needs in addition; other platforms of Qt need nothing more."""

_VARIABLES = {"xcb": "DISPLAY", "wayland": "WAYLAND_DISPLAY"}


def platforms(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the Qt platforms that may serve here, best first; none where there is no display."""
    chosen = environ.get("QT_QPA_PLATFORM")
    if chosen:
        return tuple(name.partition(":")[0] for name in chosen.split(";"))
    if sys.platform in ("win32", "darwin"):
        return ("native",)
    return tuple(platform for platform, variable in _VARIABLES.items() if environ.get(variable))


def display_problem(environ: Mapping[str, str]) -> str:
    """Return why no window can be opened here, or "" where one can."""
    candidates = platforms(environ)
    if not candidates:
        return "There is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set."
    if candidates == ("xcb",) and "QT_QPA_PLATFORM" not in environ and not _x_server_answers():
        return f"There is no display here: DISPLAY is {environ['DISPLAY']}, but no X server answers there."
    return ""


def missing_libraries(candidates: tuple[str, ...]) -> dict[str, str]:
    """Return the libraries that are not here, with their packages: those for the best of the platforms.

    Nothing is missing where one of the platforms has all it needs, for Qt tries one after the other.
    """
    if not sys.platform.startswith("linux"):
        return {}
    lacking = [_not_loadable(ANYWHERE | FOR_PLATFORM.get(name, {})) for name in candidates or ("offscreen",)]
    return {} if {} in lacking else lacking[0]


def packages(libraries: Mapping[str, str]) -> list[str]:
    """Return the Debian packages of `libraries`, each once."""
    return sorted(set(libraries.values()))


def is_debian() -> bool:
    """True where apt-get installs system libraries: Debian, Ubuntu and their kin."""
    return shutil.which("apt-get") is not None and os.path.exists("/etc/debian_version")


def explain_libraries(libraries: Mapping[str, str]) -> str:
    """Return what is missing, why that matters, and the command that gets it."""
    return (
        f"Qt, which draws the window, does not find these system libraries: {', '.join(libraries)}.\n"
        "They belong to the system, so pip cannot install them.\n" + _how_to_get(libraries)
    )


def _how_to_get(libraries: Mapping[str, str]) -> str:
    if is_debian():
        return f"Try: sudo apt-get install {' '.join(packages(libraries))}"
    if shutil.which("dnf"):
        # Fedora's packages answer to the names of the libraries in them.
        return "Try: sudo dnf install " + " ".join(f"'{name}()(64bit)'" for name in libraries)
    return (
        "Try: install the packages that hold them (on Arch `pacman -F NAME` finds the package). "
        f"On Debian they are called {' '.join(packages(libraries))}."
    )


def _not_loadable(libraries: Mapping[str, str]) -> dict[str, str]:
    return {name: package for name, package in libraries.items() if not _loads(name)}


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _x_server_answers() -> bool:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Not known; the missing library is the better thing to talk about.
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)
