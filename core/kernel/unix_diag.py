"""Unix sockets in full, from Linux's socket diagnosis: see sock_diag(7), "UNIX sockets"."""

import os
import socket
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

_SOCK_DIAG = 4  # NETLINK_SOCK_DIAG, which `socket` does not name
_BY_FAMILY = 20
_REQUEST_DUMP = 0x301
_DONE, _ERROR = 3, 2
_NAME, _PEER, _WAITING, _QUEUES = 0, 2, 3, 4
_SHOWN = 1 << _NAME | 1 << _PEER | 1 << _WAITING | 1 << _QUEUES
_ALL = 0xFFFFFFFF
_PATIENCE = 0.5
_HEADER = struct.Struct("=IHHII")
_REQUEST = struct.Struct("=BBHIIIII")
_ANSWER = struct.Struct("=BBBBIII")
_ATTRIBUTE = struct.Struct("=HH")

_STATES = {1: "ESTABLISHED", 7: "CLOSE", 10: "LISTEN"}
_DATAGRAM_STATES = {False: "OPEN", True: "CONNECTED"}


@dataclass(frozen=True, slots=True)
class UnixSocket:
    """A Unix socket; for one that listens, the queues are connections waiting, and the backlog."""

    inode: int
    state: str
    name: str
    peer: int
    """The inode of the other end, 0 for none."""
    unread: int
    unsent: int
    waiting: tuple[int, ...] = field(default=())
    """The inodes of the clients that wait to be accepted."""


def unix_sockets() -> dict[int, UnixSocket] | None:
    """Return all Unix sockets of the machine by inode, None where the system does not tell."""
    if not hasattr(socket, "AF_NETLINK"):
        return None
    try:
        return {found.inode: found for found in map(_read, _ask())}
    except (OSError, struct.error):
        return None


def _ask() -> Iterator[bytes]:
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, _SOCK_DIAG) as kernel:
        kernel.settimeout(_PATIENCE)
        request = _REQUEST.pack(socket.AF_UNIX, 0, 0, _ALL, 0, _SHOWN, _ALL, _ALL)
        kernel.send(_HEADER.pack(_HEADER.size + len(request), _BY_FAMILY, _REQUEST_DUMP, 1, 0) + request)
        while True:
            packet = kernel.recv(1 << 16)
            for kind, body in _messages(packet):
                if kind == _DONE:
                    return
                if kind == _ERROR:
                    raise OSError(-struct.unpack_from("=i", body)[0], "the kernel refused")
                yield body


def _messages(packet: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(packet):
        length, kind, *_ = _HEADER.unpack_from(packet, at)
        yield kind, packet[at + _HEADER.size : at + length]
        at += _aligned(length)


def _read(body: bytes) -> UnixSocket:
    _, kind, state, _, inode, _, _ = _ANSWER.unpack_from(body)
    found = dict(_attributes(body[_ANSWER.size :]))
    unread, unsent = struct.unpack("=II", found.get(_QUEUES, bytes(8)))
    peer = struct.unpack("=I", found.get(_PEER, bytes(4)))[0]
    waiting = found.get(_WAITING, b"")
    return UnixSocket(
        inode=inode,
        state=_STATES.get(state, str(state)) if kind != socket.SOCK_DGRAM else _DATAGRAM_STATES[peer > 0],
        name=_name(found.get(_NAME, b"")),
        peer=peer,
        unread=unread,
        unsent=unsent,
        waiting=struct.unpack(f"={len(waiting) // 4}I", waiting),
    )


def _attributes(rest: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(rest):
        length, kind = _ATTRIBUTE.unpack_from(rest, at)
        yield kind, rest[at + _ATTRIBUTE.size : at + length]
        at += _aligned(length)


def _aligned(length: int) -> int:
    return (length + 3) & ~3


def _name(raw: bytes) -> str:
    """Return a path, or an abstract name with "@" for its leading zero byte."""
    if raw.startswith(b"\0"):
        return "@" + raw[1:].decode("utf-8", "backslashreplace")
    return os.fsdecode(raw.rstrip(b"\0"))
