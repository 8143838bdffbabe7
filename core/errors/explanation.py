"""Three sentences for a learner, and what is common to all that make them."""

import errno
import socket

import msgspec

from core.wording import Wording, worded


class Explanation(msgspec.Struct, frozen=True):
    """What happened, why, and what to try, for a learner; and a stable key (`code`) for programs."""

    code: str
    what: str
    why: str
    hint: str


def name_of(error: BaseException) -> str:
    """Return the error's name in the tables, the same on every system."""
    if isinstance(error, (socket.gaierror, UnicodeError)):  # UnicodeError: no such name can exist at all
        return "gaierror"
    if isinstance(error, OSError) and error.errno is not None:
        return _errno_name(error.errno)
    if "path too long" in str(error):  # socket's own check of a Unix path sets no errno
        return "ENAMETOOLONG"
    return "ETIMEDOUT" if isinstance(error, TimeoutError) else type(error).__name__


def _errno_name(number: int) -> str:
    name = errno.errorcode.get(number, _WINSOCK.get(number, str(number))).removeprefix("WSA")
    return _SYNONYMS.get(name, name)


# Two names for the same number, or for what is the same to a learner.
_SYNONYMS = {
    "EWOULDBLOCK": "EAGAIN",
    "ENOTSUP": "EOPNOTSUPP",
    "ESHUTDOWN": "EPIPE",
    "EHOSTDOWN": "EHOSTUNREACH",
    "ENETDOWN": "ENETUNREACH",
}

# Windows hands these on as they are, and not every Python there has names for them.
_WINSOCK = {
    10013: "EACCES",
    10035: "EAGAIN",
    10040: "EMSGSIZE",
    10047: "EAFNOSUPPORT",
    10048: "EADDRINUSE",
    10049: "EADDRNOTAVAIL",
    10051: "ENETUNREACH",
    10053: "ECONNABORTED",
    10054: "ECONNRESET",
    10055: "ENOBUFS",
    10060: "ETIMEDOUT",
    10061: "ECONNREFUSED",
    10065: "EHOSTUNREACH",
}


def in_words(error: BaseException) -> str:
    """Return what the system or Python itself says about the error, as a clause."""
    text = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
    return text[:200]


def is_family_mismatch(error: BaseException) -> bool:
    """True where a name or address exists, but not in the family (IPv4, IPv6) that was asked for."""
    return isinstance(error, socket.gaierror) and error.errno in _OTHER_FAMILY


# By name: not every system has both.  ADDRFAMILY is for an address as such, NODATA for a name.
_OTHER_FAMILY = {getattr(socket, name, None) for name in ("EAI_ADDRFAMILY", "EAI_NODATA")}


def why_not_resolved(error: BaseException) -> Wording:
    """Return the sentence that says why a name has no address."""
    if isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN:
        return worded("No name server answered: this machine may be offline.")
    return worded("This machine's own list and the name servers were asked, and none of them knows the name.")
