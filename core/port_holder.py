"""Who has a port, as far as the operating system tells us."""

from dataclasses import dataclass

import psutil

from core.spec import Transport


@dataclass(frozen=True, slots=True)
class PortHolder:
    """What keeps a port: a program (None and "" where the system hides it), and the state of its socket."""

    pid: int | None
    program: str
    status: str

    @property
    def is_server(self) -> bool:
        """True for a server waiting for clients, False for what is left of a connection."""
        return self.status in (psutil.CONN_LISTEN, psutil.CONN_NONE)

    @property
    def is_kernel(self) -> bool:
        """True for a connection that its program has closed, and that the system is winding down."""
        return self.pid is None and self.status in _CLOSED


def find(transport: Transport, host: str, port: int) -> PortHolder | None:
    """Return what keeps the port on `host` (an address, or "" for all), None if nothing is to be seen."""
    seen = _sockets(transport, port)
    if not seen:
        return None
    status, _, pid = min(seen, key=lambda one: (_RANKS.get(one[0], 1), one[1] not in (host, *_WILDCARDS)))
    return PortHolder(pid, _program(pid), status)


# The one that serves is the one to name; of what is left of old connections, one with a living owner.
_RANKS = {psutil.CONN_LISTEN: 0, psutil.CONN_NONE: 0, psutil.CONN_TIME_WAIT: 2}
_WILDCARDS = ("0.0.0.0", "::")
_CLOSED = (
    psutil.CONN_TIME_WAIT,
    psutil.CONN_FIN_WAIT1,
    psutil.CONN_FIN_WAIT2,
    psutil.CONN_CLOSING,
    psutil.CONN_LAST_ACK,
)


def _sockets(transport: Transport, port: int) -> list[tuple[str, str, int | None]]:
    """Return status, local address and process of each socket that has the port."""
    try:
        sockets = psutil.net_connections(kind=transport.value)
    except (psutil.Error, OSError):  # macOS tells only the administrator
        return []
    return [(one.status, one.laddr.ip, one.pid) for one in sockets if one.laddr and one.laddr.port == port]


def _program(pid: int | None) -> str:
    if pid is None:
        return ""
    try:
        return psutil.Process(pid).name()
    except psutil.Error:  # it ended since we looked
        return ""
