"""Where a client finds its server, as its program says it."""

from dataclasses import dataclass

from core.address import Address
from core.program.literals import FRESH_PATH, INDENT, address_literal, literal
from core.program.prose import comment
from core.spec import AddressFamily, ServerSpec

_REACHABLE = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}
"""A server may listen on every address of its machine; a client has to name one."""


@dataclass(frozen=True, slots=True)
class ServerPlace:
    """The address as an expression, and the lines that have to stand before it."""

    expression: str
    family: AddressFamily = AddressFamily.IPV4
    before: tuple[str, ...] = ()

    @classmethod
    def of(cls, spec: ServerSpec, address: Address, words: list[str]) -> "ServerPlace":
        """Return the place of a running server, or, with `address` None, of the spec's.

        Where the spec leaves the port open, the program takes it from the word after `words`.
        """
        if spec.transport.is_unix:
            return cls(address_literal(address or spec.path or FRESH_PATH))
        host = str(address[0]) if isinstance(address, tuple) else spec.host
        host = _REACHABLE.get(host, host)
        family = AddressFamily.IPV6 if ":" in host else spec.family
        if spec.port:
            return cls(address_literal((host, spec.port)), family)
        before = _last_port(int(address[1]), words) if isinstance(address, tuple) else _told_port(words)
        return cls(f"({literal(host)}, port)", family, before)


def _told_port(words: list[str]) -> tuple[str, ...]:
    number = len(words)
    usage = literal(f"Say which port the server printed: python {' '.join(words)} PORT")
    return (
        f"if len(sys.argv) <= {number}:",
        f"{INDENT}sys.exit({usage})",
        f"port = int(sys.argv[{number}])",
    )


def _last_port(port: int, words: list[str]) -> tuple[str, ...]:
    number = len(words)
    said = f"The server in the lab has port {port}. Another one prints its own: python {' '.join(words)} PORT"
    return (
        *comment(said).split("\n"),
        f"port = int(sys.argv[{number}]) if len(sys.argv) > {number} else {port}",
    )
