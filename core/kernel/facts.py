"""What a sample holds.  None stands for what this system does not tell."""

from dataclasses import dataclass

from core.address import Address
from core.socket_file import SocketFile
from core.spec import Transport


@dataclass(frozen=True, slots=True)
class Target:
    """A server to look at; `pid` 0 once its process is gone: what is left of its port can still be seen."""

    pid: int
    transport: Transport
    address: Address
    backlog: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SocketRow:
    """A socket as the system lists it; addresses as `core.address.show` writes them, sizes in bytes."""

    local: str
    remote: str
    state: str
    unread: int | None = None
    """Arrived, and not yet read by the program."""
    unsent: int | None = None
    """Written by the program, and not yet acknowledged by the peer."""
    seconds_left: float | None = None
    """Until the system forgets the connection, in TIME_WAIT."""
    drops: int | None = None
    inode: int = 0
    """The number of the socket in the file system; 0 when no program holds it."""
    holders: tuple[int, ...] = ()
    """The processes that are known to hold it."""


@dataclass(frozen=True, slots=True)
class Connection:
    """Both ends of a connection, as far as they are on this machine."""

    peer: str
    """The client's address."""
    server: SocketRow | None
    client: SocketRow | None
    is_accepted: bool | None = None
    """False while it waits in the accept queue."""

    @property
    def key(self) -> tuple[str, int, int]:
        """What tells it from others, also where clients have no address."""
        server, client = (end.inode if end else 0 for end in (self.server, self.client))
        return self.peer, server, client


@dataclass(frozen=True, slots=True, kw_only=True)
class MainSocket:
    """The socket that the server was bound with: it listens, or receives the datagrams."""

    address: str
    state: str
    inode: int = 0
    waiting: int | None = None
    """Connections in the accept queue."""
    places: int | None = None
    """How many may wait there."""
    unread: int | None = None
    room: int | None = None
    """How many bytes of datagrams usually may wait."""
    drops: int | None = None


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """A connection in TIME_WAIT: closed, but its addresses stay reserved for `seconds_left`."""

    peer: str
    seconds_left: float
    is_servers: bool
    """True where the server's port is kept; False where the client closed first, and keeps its own."""


@dataclass(frozen=True, slots=True)
class ThreadFacts:
    """A thread; `state` is the system's letter, `waits_in` the kernel's function that it sleeps in."""

    number: int
    system_name: str
    state: str
    waits_in: str
    cpu_seconds: float


@dataclass(frozen=True, slots=True)
class ProcessFacts:
    """The server's process or one that descends from it; `cpu_share` is since the sample before."""

    number: int
    parent: int
    depth: int
    state: str
    cpu_seconds: float
    cpu_share: float | None
    memory: int | None
    open_descriptors: int | None
    threads: tuple[ThreadFacts, ...]

    @property
    def is_zombie(self) -> bool:
        """True for one that has ended and was not collected yet."""
        return self.state == "Z"


@dataclass(frozen=True, slots=True)
class Descriptor:
    """Something that a process has open, by its number in that process."""

    pid: int
    number: int
    kind: str
    what: str
    inode: int = 0


@dataclass(frozen=True, slots=True)
class FileFacts:
    """The file of a Unix socket; `inode` 0 and `mode` "" where there is none."""

    path: str
    found: SocketFile
    inode: int
    mode: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KernelSample:
    """All that was seen at one moment (`taken`: nanoseconds of `time.monotonic_ns()`)."""

    target: Target
    taken: int = 0
    is_running: bool = False
    main_socket: MainSocket | None = None
    connections: tuple[Connection, ...] = ()
    left_behind: tuple[LeftBehind, ...] = ()
    more_left_behind: int = 0
    """So many more in TIME_WAIT are not in the list."""
    processes: tuple[ProcessFacts, ...] = ()
    descriptors: tuple[Descriptor, ...] = ()
    socket_file: FileFacts | None = None
    not_told: tuple[str, ...] = ()
    """What this system keeps to itself, each in a sentence."""
