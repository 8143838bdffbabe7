"""The program of a server process: loads `core.process`, as fast as that can be done, and runs it."""

import gc
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Be a server process."""
    gc.disable()  # nothing is thrown away while modules are loaded: to look for it took 2 ms of 48
    # msgspec would take backports from there that this Python has itself: another 2 ms.
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # how Python marks what is not to be had
    from core import process

    del sys.modules["typing_extensions"]
    gc.freeze()  # what is loaded stays; forked children go on sharing its memory
    gc.enable()
    process.main()
