"""What comes with Python itself, read from where it is installed: tests, modules, the documentation."""

import importlib.util
import os
import re
import sys
from pathlib import Path
from textwrap import dedent

from tests.core.opened_files import classes

_PAGE = "_sources/library/socketserver.rst.txt"
_FOLDERS = (
    ("/usr/share/doc", "python3*/html"),
    (sys.base_prefix, "Doc/html"),
    (sys.base_prefix, "share/doc/python3*/html"),
)


def source_of(module: str) -> str:
    """Return the text of an installed module, "" where this Python comes without it."""
    package = module.partition(".")[0]
    found = importlib.util.find_spec(module) if importlib.util.find_spec(package) else None
    return Path(found.origin).read_text("utf-8") if found and found.origin else ""


def documentation() -> str:
    """Return the socketserver page of the documentation, "" where it is not installed.

    PYTHONDOCS may say where it is, as it does for pydoc.
    """
    folders = [Path(os.environ["PYTHONDOCS"])] if "PYTHONDOCS" in os.environ else []
    for folder, pattern in _FOLDERS:
        folders += sorted(Path(folder).glob(pattern))
    pages = (folder / _PAGE for folder in folders)
    return next((page.read_text("utf-8") for page in pages if page.exists()), "")


def documented_programs(page: str) -> dict[str, str]:
    """Return the page's examples as they stand there; what it offers instead of a class takes its place."""
    blocks = [block for block in literal_blocks(page) if re.search(r"^class \w+\(.*Handler\)", block, re.M)]
    tcp, stream, udp, threads = blocks[0], blocks[1], *blocks[-2:]
    handler = "MyTCPHandler"
    return {
        "tcp": tcp,
        "stream": tcp.replace(classes(tcp, handler).rstrip(), classes(stream, handler).rstrip()),
        "udp": udp,
        "threads": threads,
        "forks": threads.replace("ThreadingMixIn", "ForkingMixIn"),
    }


def literal_blocks(page: str) -> list[str]:
    """Return the examples of a page: what is indented below a line that ends with two colons."""
    found = re.findall(r"^\S[^\n]*::\n\n((?:[ \t]+[^\n]*\n|\n)+)", page, re.M)
    return [dedent(block).strip() + "\n" for block in found]
