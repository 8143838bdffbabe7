"""What the dropdowns say: which server, with which options.  Building a `ServerSpec` opens nothing."""

import ipaddress
import os
import socket
import sys
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from core import handlers
from core.framing import Framing
from core.handlers import OptionValue
from core.wording import WordedError, Wording, worded

PATH_LIMIT = 103 if sys.platform == "darwin" else 107
"""The longest path of a Unix socket in bytes: unix(7) has 108 with the final zero, macOS 104."""

CODE_LIMIT = 256 * 1024
"""A learner's program may have at most so many bytes of UTF-8."""

NAME_LIMIT = 255
"""The name of a learner's file may have at most so many characters."""


class Transport(StrEnum):
    """What carries the bytes."""

    TCP = "tcp"
    UDP = "udp"
    UNIX_STREAM = "unix-stream"
    UNIX_DATAGRAM = "unix-datagram"

    @property
    def is_stream(self) -> bool:
        """True for connections that carry a stream of bytes, False for datagrams."""
        return self in (Transport.TCP, Transport.UNIX_STREAM)

    @property
    def is_unix(self) -> bool:
        """True where the address is a path in the file system."""
        return self in (Transport.UNIX_STREAM, Transport.UNIX_DATAGRAM)


class Concurrency(StrEnum):
    """Who handles a request while others wait."""

    ONE_AT_A_TIME = "one-at-a-time"
    THREADING = "threading"
    FORKING = "forking"


class Loop(StrEnum):
    """The call that runs the server."""

    SERVE_FOREVER = "serve_forever"
    HANDLE_REQUEST = "handle_request"


class AddressFamily(StrEnum):
    """The library's `address_family`, by the name of its constant in `socket`."""

    IPV4 = "AF_INET"
    IPV6 = "AF_INET6"


class SpecError(WordedError, ValueError):
    """A spec that cannot be: `field` names the culprit, the text says what is wrong and what is allowed."""

    def __init__(self, field: str, sentence: str) -> None:
        """Remember which field it is about."""
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One knob of the library: the name it has there, its default, its bounds, and what it changes."""

    name: str
    default: bool | int | float | None
    sentence: str
    minimum: float = 0
    maximum: float = 0
    unit: str = ""
    kinds: tuple[type, ...] = (bool,)
    transports: tuple[Transport, ...] = tuple(Transport)
    concurrencies: tuple[Concurrency, ...] = tuple(Concurrency)

    def fits(self, transport: Transport, concurrency: Concurrency) -> bool:
        """True where the option has a meaning."""
        return transport in self.transports and concurrency in self.concurrencies


_IP = (Transport.TCP, Transport.UDP)
_STREAMS = (Transport.TCP, Transport.UNIX_STREAM)
_DATAGRAMS = (Transport.UDP, Transport.UNIX_DATAGRAM)
_CONCURRENT = (Concurrency.THREADING, Concurrency.FORKING)

OPTIONS: tuple[Option, ...] = (
    Option(
        name="allow_reuse_address",
        default=False,
        transports=_IP,
        sentence=worded("Bind even if old connections on the port are still in TIME_WAIT (SO_REUSEADDR)."),
    ),
    Option(
        name="allow_reuse_port",
        default=False,
        transports=_IP,
        sentence=worded("Let several servers bind the same port; the system shares clients out among them."),
    ),
    Option(
        name="request_queue_size",
        default=5,
        minimum=0,
        maximum=65_535,
        kinds=(int,),
        transports=_STREAMS,
        sentence=worded("How many connections may wait to be accepted: the backlog of listen()."),
    ),
    Option(
        name="max_packet_size",
        default=8192,
        minimum=1,
        maximum=1_048_576,
        unit="bytes",
        kinds=(int,),
        transports=_DATAGRAMS,
        sentence=worded("The longest datagram that is read whole; the rest of a longer one is lost."),
    ),
    Option(
        name="timeout",
        default=None,
        minimum=0,
        maximum=3600,
        unit="s",
        kinds=(int, float, type(None)),
        sentence=worded(
            "How long handle_request() waits before it calls handle_timeout(); serve_forever() ignores "
            "it. None: for ever, but 300 s when forking."
        ),
    ),
    Option(
        name="poll_interval",
        default=0.5,
        minimum=0.001,
        maximum=60,
        unit="s",
        kinds=(int, float),
        sentence=worded("How often serve_forever() looks up to see whether shutdown() was called."),
    ),
    Option(
        name="daemon_threads",
        default=False,
        concurrencies=(Concurrency.THREADING,),
        sentence=worded("Do not wait for the handlers' threads when the server closes."),
    ),
    Option(
        name="block_on_close",
        default=True,
        concurrencies=_CONCURRENT,
        sentence=worded("server_close() waits until every handler has ended."),
    ),
    Option(
        name="max_children",
        default=40,
        minimum=1,
        maximum=500,
        kinds=(int,),
        concurrencies=(Concurrency.FORKING,),
        sentence=worded("With this many children the server accepts nobody until one ends."),
    ),
    Option(
        name="disable_nagle_algorithm",
        default=False,
        transports=(Transport.TCP,),
        sentence=worded("Send small pieces at once (TCP_NODELAY); only a StreamRequestHandler looks at it."),
    ),
)
"""The knobs in the order in which they are shown; the loop, the address and the handler stand apart."""

LIMITS: tuple[Option, ...] = (
    Option(
        name="memory_limit",
        default=1024,
        minimum=0,
        maximum=1_048_576,
        unit="MiB",
        kinds=(int,),
        sentence=worded(
            "The most memory that each process of a server with your own code may take; 0: no limit."
        ),
    ),
    Option(
        name="process_limit",
        default=200,
        minimum=0,
        maximum=10_000,
        kinds=(int,),
        sentence=worded(
            "The most processes that a server with your own code may have at a time; 0: no limit."
        ),
    ),
)
"""What keeps a learner's own code from harming the machine; see `core.limits`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCode:
    """A learner's own program, which only a server's process ever runs.

    `text` is the whole module and `name` the file that tracebacks name.  `handler` and `server` are names of
    classes in it: no `server` means one composed from the dropdowns, no `handler` the one that the text
    suggests.  `framing` is how a client finds messages.  With `runs_itself` the program's own start-up lines
    run instead of the lab's loop.  `folder` is where it finds modules of its own ("": nowhere).

    Raises `SpecError` when made with something that cannot be.  What is wrong in the text, `core.analysis`
    says.
    """

    text: str
    name: str = "server.py"
    handler: str = ""
    server: str = ""
    framing: Framing = Framing.RAW
    runs_itself: bool = False
    folder: str = ""

    def __post_init__(self) -> None:
        """Check every field, and turn the framing's text into the enum."""
        _check_text(self.text)
        _check_file_name(self.name)
        _check_folder(self.folder)
        _check_class_name("handler", self.handler)
        _check_class_name("server", self.server)
        object.__setattr__(self, "framing", _enum_member("framing", Framing, self.framing))
        if not isinstance(self.runs_itself, bool):
            sentence = worded(
                "{name} is {value}; it must be {kind}.",
                name="runs_itself",
                value=repr(self.runs_itself),
                kind=worded("True or False"),
            )
            raise SpecError("runs_itself", sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerSpec:
    """A server, described.

    `host` and `port` count for TCP and UDP (port 0: any free one), `path` for Unix sockets (None: a fresh
    one).  `address_family` None: taken from the host.  The rest are the library's own names; see `OPTIONS`.

    Raises `SpecError` when made with something that cannot be.
    """

    transport: Transport = Transport.TCP
    concurrency: Concurrency = Concurrency.ONE_AT_A_TIME
    handler: str = "lowercase-json"
    handler_options: dict[str, OptionValue] = field(default_factory=dict, hash=False)
    host: str = "127.0.0.1"
    port: int = 0
    path: str | None = None
    address_family: AddressFamily | None = None
    loop: Loop = Loop.SERVE_FOREVER
    allow_reuse_address: bool = False
    allow_reuse_port: bool = False
    request_queue_size: int = 5
    max_packet_size: int = 8192
    timeout: float | None = None
    poll_interval: float = 0.5
    daemon_threads: bool = False
    block_on_close: bool = True
    max_children: int = 40
    disable_nagle_algorithm: bool = False
    code: OwnCode | None = None
    memory_limit: int = 1024
    process_limit: int = 200

    def __post_init__(self) -> None:
        """Check every field, and turn texts into the enums they name."""
        for name, kind in _ENUMS.items():
            object.__setattr__(self, name, _enum_member(name, kind, getattr(self, name)))
        _check_address(self)
        for option in OPTIONS + LIMITS:
            _check_option(option, getattr(self, option.name))
        if self.code is None:
            handlers.check(self.handler, self.handler_options, self.transport.is_stream, SpecError)
        elif not isinstance(self.code, OwnCode):
            raise SpecError("code", worded("The code must be an OwnCode, or None for a built-in handler."))
        # A copy: whoever made the spec may go on to change their own dict, and that would not be checked.
        object.__setattr__(self, "handler_options", dict(self.handler_options))

    @property
    def family(self) -> AddressFamily:
        """The address family for TCP and UDP: the chosen one, or the one that the host is written in."""
        if self.address_family is not None:
            return self.address_family
        return AddressFamily.IPV6 if ":" in self.host else AddressFamily.IPV4

    @property
    def framing(self) -> Framing:
        """How a client finds messages: as the learner's code says, or the built-in handler."""
        return self.code.framing if self.code else handlers.HANDLERS[self.handler].framing

    @property
    def handler_label(self) -> str:
        """Who handles requests, in words: the learner's class, or the built-in handler's label."""
        if self.code:
            return self.code.handler or self.code.name
        return handlers.HANDLERS[self.handler].label

    @property
    def is_reachable_from_outside(self) -> bool:
        """True where other machines may be able to connect."""
        if self.transport.is_unix or self.host.lower() == "localhost":
            return False
        address = _ip(self.host)
        return address is None or not address.is_loopback

    def changed_options(self) -> dict[str, Any]:
        """Return the options that differ from the library's defaults and mean something here, by name."""
        return {
            option.name: getattr(self, option.name)
            for option in OPTIONS
            if option.fits(self.transport, self.concurrency) and getattr(self, option.name) != option.default
        }


def unavailable(transport: Transport, concurrency: Concurrency = Concurrency.ONE_AT_A_TIME) -> str:
    """Return why this machine cannot run such a server, or "" where it can."""
    if transport.is_unix and not hasattr(socket, "AF_UNIX"):
        return worded(
            "Python has no Unix sockets on this system: take TCP or UDP, or try it on Linux or macOS."
        )
    if concurrency is Concurrency.FORKING and not hasattr(os, "fork"):
        return worded("This system has no fork(): take threading, or try it on Linux or macOS.")
    return ""


_ENUMS: dict[str, type[StrEnum]] = {
    "transport": Transport,
    "concurrency": Concurrency,
    "loop": Loop,
    "address_family": AddressFamily,
}


def _enum_member(name: str, kind: type[StrEnum], value: object) -> StrEnum | None:
    if value is None and name == "address_family":
        return None
    try:
        return kind(str(value))
    except ValueError:
        allowed = ", ".join(f'"{member}"' for member in kind)
        raise SpecError(
            name,
            worded(
                "{name} is {value}; it must be one of {allowed}.",
                name=name,
                value=repr(value),
                allowed=allowed,
            ),
        ) from None


def _check_text(text: object) -> None:
    if not isinstance(text, str) or not _is_text(text):
        raise SpecError("text", worded("The program must be a text that UTF-8 can write."))
    if (size := len(text.encode())) > CODE_LIMIT:
        raise SpecError(
            "text",
            worded(
                "The program has {size} bytes; at most {limit} ({kib} KiB) fit.",
                size=f"{size:,}",
                limit=f"{CODE_LIMIT:,}",
                kib=CODE_LIMIT // 1024,
            ),
        )


def _check_file_name(name: object) -> None:
    plain = isinstance(name, str) and name.isprintable() and not set(name) & set("/\\")
    if not plain or not 1 <= len(str(name)) <= NAME_LIMIT:
        raise SpecError(
            "name",
            worded(
                "The file's name must have 1 to {limit} printable characters, and no folder in it.",
                limit=NAME_LIMIT,
            ),
        )


def _check_folder(folder: object) -> None:
    if not isinstance(folder, str) or "\0" in folder or (folder and not os.path.isabs(folder)):
        raise SpecError("folder", worded("The folder of the program must have a whole path."))


def _check_class_name(field: str, name: object) -> None:
    if name != "" and not (isinstance(name, str) and name.isidentifier() and len(name) <= NAME_LIMIT):
        raise SpecError(
            field,
            worded("The {field} must be the name of a class in the program, or left empty.", field=field),
        )


def _ip(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return None


def _check_address(spec: ServerSpec) -> None:
    (_check_path if spec.transport.is_unix else _check_host_and_port)(spec)


def _check_host_and_port(spec: ServerSpec) -> None:
    if not _is_text(spec.host) or "\0" in spec.host or len(spec.host) > 255:
        raise SpecError("host", worded("The host must be a name or an address of at most 255 characters."))
    if not isinstance(spec.port, int) or isinstance(spec.port, bool) or not 0 <= spec.port <= 65_535:
        raise SpecError(
            "port",
            worded(
                "The port is {value}; it must be a whole number from 0 to 65535 (0: any free one).",
                value=repr(spec.port),
            ),
        )
    written = _ip(spec.host)
    if written is not None and spec.address_family is not None:
        needed = AddressFamily.IPV6 if written.version == 6 else AddressFamily.IPV4
        if needed is not spec.address_family:
            raise SpecError(
                "address_family",
                worded(
                    "{host} is an IPv{version} address, which needs {needed}, "
                    "but address_family is {chosen}.",
                    host=spec.host,
                    version=written.version,
                    needed=str(needed),
                    chosen=str(spec.address_family),
                ),
            )


def _check_path(spec: ServerSpec) -> None:
    if spec.path is None:
        return
    if not _is_text(spec.path) or not spec.path or "\0" in spec.path:
        raise SpecError(
            "path", worded("The path of a Unix socket must be a text in UTF-8 without NUL characters.")
        )
    size = len(os.fsencode(spec.path))
    if size > PATH_LIMIT:
        raise SpecError(
            "path",
            worded(
                "The path of a Unix socket may have {limit} bytes; this one has {size}. Take a shorter "
                "one, in /tmp for instance.",
                limit=PATH_LIMIT,
                size=size,
            ),
        )


def _is_text(value: object) -> bool:
    """True for a text that UTF-8 can write, so that the server's process can be told of it."""
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _check_option(option: Option, value: object) -> None:
    if not isinstance(value, option.kinds) or (isinstance(value, bool) and bool not in option.kinds):
        sentence = worded(
            "{name} is {value}; it must be {kind}.",
            name=option.name,
            value=repr(value),
            kind=_kind_in_words(option),
        )
        raise SpecError(option.name, sentence)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return
    if not option.minimum <= value <= option.maximum:  # so it is for NaN
        unit = f" {option.unit}" if option.unit else ""
        sentence = worded(
            "{name} is {value}; it must lie between {minimum} and {maximum}.",
            name=option.name,
            value=repr(value),
            minimum=f"{option.minimum:g}",
            maximum=f"{option.maximum:g}{unit}",
        )
        raise SpecError(option.name, sentence)


def _kind_in_words(option: Option) -> Wording:
    if bool in option.kinds:
        return worded("True or False")
    words = worded("a number") if float in option.kinds else worded("a whole number")
    return worded("{kind}, or None", kind=words) if type(None) in option.kinds else words
