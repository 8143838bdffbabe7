"""On what the figures were measured."""

import os
import platform
import sys
from importlib import metadata
from pathlib import Path


def description() -> str:
    """Return the machine in a line or two."""
    versions = " ".join(f"{name} {metadata.version(name)}" for name in ("PySide6-Essentials", "msgspec"))
    python = f"Python {platform.python_version()} ({sys.implementation.name})"
    system = f"{platform.system()} {platform.release()}"
    return f"{_processor()}, {os.cpu_count()} cores, {system}; {python}, {versions}"


def load() -> str:
    """Return how busy the machine was in the last minute, "" where the system does not tell."""
    return f"load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next(
        (line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine()
    )
