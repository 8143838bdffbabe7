"""Whom a client is to talk to."""

from dataclasses import dataclass

from core.address import show
from core.framing import Framing
from core.spec import Transport


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A server's address; `server_key` names a server of this program, None means an address typed by hand.

    `host` and `port` count for TCP and UDP, `path` for Unix sockets.  `is_json` False: begin with raw text.
    A Unix datagram client `without_address` binds none: nobody can answer it.
    """

    transport: Transport
    server_key: str | None = None
    host: str = ""
    port: int = 0
    path: str = ""
    framing: Framing = Framing.JSON
    is_json: bool = True
    without_address: bool = False

    @property
    def address(self) -> tuple[str, int] | str:
        """The address as `socket.connect()` takes it."""
        return self.path if self.transport.is_unix else (self.host, self.port)

    @property
    def label(self) -> str:
        """The address in people's words."""
        return show(self.address)
