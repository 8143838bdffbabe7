"""Addresses of sockets, in the library's shape and in people's words.

`Address` is what `socket.getsockname()` gives: (host, port) for IPv4, (host, port, flow info, scope) for
IPv6, a path for Unix sockets ("" or None for one without a name, bytes for Linux's abstract names).
"""

from typing import Any

Address = tuple[Any, ...] | str | bytes | None


def show(address: Address) -> str:
    """Return `address` as a learner would write it: "127.0.0.1:80", "[::1]:80", a path, or "(no address)"."""
    if isinstance(address, tuple):
        host, port = address[:2]
        return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    if isinstance(address, bytes):
        return "@" + address.lstrip(b"\0").decode("utf-8", "backslashreplace")
    return address or "(no address)"
