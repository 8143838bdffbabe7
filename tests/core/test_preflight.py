"""What is found before Start, and that looking leaves no trace."""

import contextlib
import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.preflight import Offer, Problem, check, remove_stale_socket
from core.spec import AddressFamily, Concurrency, ServerSpec, Transport

LOOPBACK = "127.0.0.1"
UNIX = pytest.mark.parametrize("transport", [Transport.UNIX_STREAM, Transport.UNIX_DATAGRAM])
IP = pytest.mark.parametrize("transport", [Transport.TCP, Transport.UDP])
KINDS = {True: socket.SOCK_STREAM, False: socket.SOCK_DGRAM}
ROOT = Path(__file__).parents[2]


@pytest.fixture
def directory() -> Iterator[Path]:
    """A directory with a short name: the path of a Unix socket may have 107 bytes."""
    with tempfile.TemporaryDirectory(prefix="lab") as name:
        yield Path(name)


@pytest.fixture
def sockets() -> Iterator[contextlib.ExitStack]:
    """What is entered here is closed when the test ends."""
    with contextlib.ExitStack() as stack:
        yield stack


def serve(stack: contextlib.ExitStack, spec: ServerSpec, *options: int) -> socket.socket:
    """Bind as the server of `spec` would, and listen where it is for streams."""
    family = socket.AF_UNIX if spec.transport.is_unix else getattr(socket, spec.family)
    server = stack.enter_context(socket.socket(family, KINDS[spec.transport.is_stream]))
    for option in options:
        server.setsockopt(socket.SOL_SOCKET, option, 1)
    server.bind(spec.path if spec.path is not None else (spec.host, spec.port))
    if spec.transport.is_stream:
        server.listen()
    server.setblocking(False)
    return server


def stale(path: Path) -> None:
    """Leave a socket file at `path` as a server does that has ended."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


def only(problems: list[Problem]) -> Problem:
    """Return the one problem there is."""
    assert len(problems) == 1, problems
    return problems[0]


def assert_untouched(server: socket.socket) -> None:
    """Nobody connected, nothing came."""
    with pytest.raises(BlockingIOError):
        server.accept() if server.type == socket.SOCK_STREAM else server.recv(1)


# Nothing to say ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("transport", Transport)
@pytest.mark.parametrize("concurrency", Concurrency)
def test_the_default_servers_have_no_problem(transport: Transport, concurrency: Concurrency) -> None:
    assert check(ServerSpec(transport=transport, concurrency=concurrency)) == []


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.5", "localhost", "::1"])
def test_addresses_of_this_machine_alone_need_no_confirmation(host: str) -> None:
    assert check(ServerSpec(host=host)) == []


@IP
def test_a_port_that_was_checked_can_be_bound_at_once(
    transport: Transport, sockets: contextlib.ExitStack
) -> None:
    with socket.socket(socket.AF_INET, KINDS[transport.is_stream]) as free:
        free.bind((LOOPBACK, 0))
        port = free.getsockname()[1]
    spec = ServerSpec(transport=transport, port=port)
    assert check(spec) == []
    serve(sockets, spec)


@UNIX
def test_a_path_that_was_checked_is_still_free(transport: Transport, directory: Path) -> None:
    assert check(ServerSpec(transport=transport, path=str(directory / "new"))) == []
    assert os.listdir(directory) == []


# Ports -------------------------------------------------------------------------------------------------


@IP
def test_a_port_that_is_taken_blocks_and_its_server_notices_nothing(
    transport: Transport, sockets: contextlib.ExitStack
) -> None:
    server = serve(sockets, ServerSpec(transport=transport))
    problem = only(check(ServerSpec(transport=transport, port=server.getsockname()[1])))
    assert problem.explanation.code == "port-taken"
    assert f"process {os.getpid()}" in problem.explanation.what
    assert (problem.field, problem.blocking, problem.offer) == ("port", True, None)
    assert_untouched(server)


@pytest.mark.parametrize("reuse", [False, True])
def test_time_wait_blocks_unless_reuse_is_allowed(reuse: bool, sockets: contextlib.ExitStack) -> None:
    server = serve(sockets, ServerSpec(), socket.SO_REUSEADDR)
    server.setblocking(True)
    with socket.create_connection(server.getsockname()) as client:
        server.accept()[0].close()
        assert client.recv(1) == b""
    port = server.getsockname()[1]
    server.close()
    codes = [problem.explanation.code for problem in check(ServerSpec(port=port, allow_reuse_address=reuse))]
    assert codes == ([] if reuse else ["port-in-time-wait"])


@pytest.mark.parametrize("option", ["SO_REUSEADDR", "SO_REUSEPORT"])
def test_a_udp_port_that_may_be_shared_warns_and_steals_no_datagram(
    option: str, sockets: contextlib.ExitStack
) -> None:
    server = serve(sockets, ServerSpec(transport=Transport.UDP), getattr(socket, option))
    by_port = option == "SO_REUSEPORT"
    spec = ServerSpec(
        transport=Transport.UDP,
        port=server.getsockname()[1],
        allow_reuse_address=not by_port,
        allow_reuse_port=by_port,
    )
    problem = only(check(spec))
    assert problem.explanation.code == "port-shared"
    assert not problem.blocking
    assert_untouched(server)


def test_a_tcp_port_may_be_shared_where_all_allow_it(sockets: contextlib.ExitStack) -> None:
    server = serve(sockets, ServerSpec(), socket.SO_REUSEPORT)
    assert check(ServerSpec(port=server.getsockname()[1], allow_reuse_port=True)) == []
    assert_untouched(server)


# Hosts -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("203.0.113.1", "address-elsewhere"),
        ("no-such-host.invalid", "name-not-resolved"),
        ("a..b", "name-not-resolved"),
    ],
)
def test_a_host_that_cannot_be_bound_blocks_even_with_port_0(host: str, code: str) -> None:
    problem = only(check(ServerSpec(host=host)))
    assert problem.explanation.code == code
    assert (problem.field, problem.blocking) == ("host", True)


@pytest.mark.parametrize("host", ["", "0.0.0.0", "::"])
@IP
def test_a_server_that_others_can_reach_asks_for_confirmation(host: str, transport: Transport) -> None:
    problem = only(check(ServerSpec(transport=transport, host=host)))
    assert problem.explanation.code == "reachable-from-outside"
    assert (problem.field, problem.blocking, problem.offer) == ("host", False, Offer.CONFIRM_OUTSIDE)


def test_all_addresses_of_ipv6_can_be_written_as_nothing() -> None:
    problem = only(check(ServerSpec(host="", address_family=AddressFamily.IPV6)))
    assert problem.offer is Offer.CONFIRM_OUTSIDE


# Paths -------------------------------------------------------------------------------------------------


@UNIX
def test_a_stale_socket_file_is_offered_for_removal(transport: Transport, directory: Path) -> None:
    path = directory / "old"
    stale(path)
    spec = ServerSpec(transport=transport, path=str(path))
    problem = only(check(spec))
    assert problem.explanation.code == "stale-socket-file"
    assert (problem.field, problem.blocking, problem.offer) == ("path", True, Offer.REMOVE_SOCKET_FILE)
    assert path.is_socket()
    remove_stale_socket(str(path))
    assert check(spec) == []


@UNIX
@pytest.mark.parametrize("alive", [Transport.UNIX_STREAM, Transport.UNIX_DATAGRAM])
def test_a_path_in_use_blocks_and_its_server_notices_nothing(
    transport: Transport, alive: Transport, directory: Path, sockets: contextlib.ExitStack
) -> None:
    path = str(directory / "live")
    server = serve(sockets, ServerSpec(transport=alive, path=path))
    problem = only(check(ServerSpec(transport=transport, path=path)))
    assert problem.explanation.code == "path-taken"
    assert (problem.blocking, problem.offer) == (True, None)
    assert_untouched(server)


@pytest.mark.parametrize("name", ["notes", "folder", "link"])
def test_what_is_not_a_socket_is_never_offered_for_removal(name: str, directory: Path) -> None:
    (directory / "notes").touch()
    (directory / "folder").mkdir()
    stale(directory / "old")
    (directory / "link").symlink_to(directory / "old")
    problem = only(check(ServerSpec(transport=Transport.UNIX_STREAM, path=str(directory / name))))
    assert problem.explanation.code == "path-not-a-socket"
    assert problem.offer is None


@pytest.mark.parametrize("name", ["missing/socket", "file/socket"])
def test_a_directory_that_is_missing_blocks(name: str, directory: Path) -> None:
    (directory / "file").touch()
    problem = only(check(ServerSpec(transport=Transport.UNIX_STREAM, path=str(directory / name))))
    assert problem.explanation.code == "directory-missing"


_AS_NOBODY = """
import json, os, sys
from core.preflight import check
from core.spec import ServerSpec

if os.geteuid() == 0:
    os.setuid(65534)
specs = [ServerSpec(port=80), *(ServerSpec(transport="unix-stream", path=path) for path in sys.argv[1:])]
print(json.dumps([[problem.explanation.code for problem in check(spec)] for spec in specs]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere anyone may open port 80, or nobody may setuid")
def test_what_only_others_may_do_blocks(directory: Path, sockets: contextlib.ExitStack) -> None:
    border = int(Path("/proc/sys/net/ipv4/ip_unprivileged_port_start").read_text())
    (directory / "hidden").mkdir()
    live = directory / "live"
    serve(sockets, ServerSpec(transport=Transport.UNIX_STREAM, path=str(live)))
    for closed, mode in ((live, 0), (directory / "hidden", 0), (directory, 0o555)):
        closed.chmod(mode)
    paths = [str(directory / "new"), str(directory / "hidden" / "new"), str(live)]
    command = [sys.executable, "-c", _AS_NOBODY, *paths]
    output = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
    directory.chmod(0o755)
    (directory / "hidden").chmod(0o755)
    port, new, hidden, taken = json.loads(output)
    assert port == ["port-not-allowed"] or border <= 80
    assert (new, hidden, taken) == (["directory-not-writable"], ["directory-not-writable"], ["path-taken"])


# Removing ----------------------------------------------------------------------------------------------


def test_a_socket_that_came_alive_after_the_offer_is_not_removed(
    directory: Path, sockets: contextlib.ExitStack
) -> None:
    path = str(directory / "socket")
    spec = ServerSpec(transport=Transport.UNIX_STREAM, path=path)
    stale(Path(path))
    assert only(check(spec)).offer is Offer.REMOVE_SOCKET_FILE
    os.unlink(path)
    server = serve(sockets, spec)
    with pytest.raises(ValueError, match="a running program has this socket open"):
        remove_stale_socket(path)
    assert os.path.exists(path)
    assert_untouched(server)


def test_only_sockets_are_ever_removed(directory: Path) -> None:
    (directory / "notes").write_text("keep me")
    with pytest.raises(ValueError, match="it is not a socket"):
        remove_stale_socket(str(directory / "notes"))
    assert (directory / "notes").read_text() == "keep me"


def test_removing_what_has_gone_says_so(directory: Path) -> None:
    with pytest.raises(ValueError, match="there is no such file any more"):
        remove_stale_socket(str(directory / "gone"))


# Platforms ---------------------------------------------------------------------------------------------


def test_a_system_without_fork_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    problem = only(check(ServerSpec(concurrency=Concurrency.FORKING)))
    assert (problem.explanation.code, problem.field) == ("unavailable", "concurrency")


def test_a_system_without_unix_sockets_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(socket, "AF_UNIX")
    problem = only(check(ServerSpec(transport=Transport.UNIX_STREAM)))
    assert (problem.explanation.code, problem.field) == ("unavailable", "transport")
