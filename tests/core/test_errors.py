"""Errors in words: each situation is really made, on real sockets, wherever the system lets us."""

import contextlib
import errno
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import UDP_LIMIT, Explanation, explain_client, explain_exit, explain_start
from core.spec import AddressFamily, ServerSpec, Transport

LOOPBACK = "127.0.0.1"
TRANSPORTS = pytest.mark.parametrize("transport", Transport)
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


def bound(stack: contextlib.ExitStack, kind: int = socket.SOCK_STREAM) -> socket.socket:
    """Return a socket bound to a free port of 127.0.0.1."""
    made = stack.enter_context(socket.socket(socket.AF_INET, kind))
    made.bind((LOOPBACK, 0))
    return made


def unix(
    stack: contextlib.ExitStack, path: Path | None = None, kind: int = socket.SOCK_STREAM
) -> socket.socket:
    """Return a Unix socket, bound to `path` if there is one."""
    made = stack.enter_context(socket.socket(socket.AF_UNIX, kind))
    if path is not None:
        made.bind(str(path))
    return made


def stale(path: Path) -> None:
    """Leave a socket file at `path` as a server does that has ended."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


def error_of(call: object, *arguments: object) -> Exception:
    """Return the exception that the call raises."""
    assert callable(call)
    with pytest.raises((OSError, ValueError, OverflowError)) as caught:
        call(*arguments)
    return caught.value


def bind_error(spec: ServerSpec) -> Exception:
    """Return the exception that binding the server of `spec` raises."""
    family = socket.AF_UNIX if spec.transport.is_unix else getattr(socket, spec.family)
    kind = socket.SOCK_STREAM if spec.transport.is_stream else socket.SOCK_DGRAM
    with socket.socket(family, kind) as server:
        if spec.allow_reuse_address:
            server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        return error_of(server.bind, spec.path if spec.transport.is_unix else (spec.host, spec.port))


def start(spec: ServerSpec) -> Explanation:
    """Try to bind the server of `spec`, and explain why it fails."""
    return explain_start(bind_error(spec), spec)


def whole(explanation: Explanation) -> str:
    """Return the three sentences as one text."""
    return f"{explanation.what} {explanation.why} {explanation.hint}"


def leave_in_time_wait(stack: contextlib.ExitStack) -> int:
    """Return a port in TIME_WAIT: the server said goodbye first."""
    server = bound(stack)
    server.listen()
    port: int = server.getsockname()[1]
    with socket.create_connection((LOOPBACK, port)) as client:
        server.accept()[0].close()
        assert client.recv(1) == b""
    server.close()
    return port


# Starting ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("transport", "kind"), [(Transport.TCP, "STREAM"), (Transport.UDP, "DGRAM")])
def test_a_port_taken_names_the_process_that_has_it(transport: Transport, kind: str) -> None:
    program = (
        f"import socket; s = socket.socket(socket.AF_INET, socket.SOCK_{kind}); s.bind(('127.0.0.1', 0)); "
        f"'{kind}' == 'STREAM' and s.listen(); print(s.getsockname()[1], flush=True); input()"
    )
    command = [sys.executable, "-I", "-S", "-c", program]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        explanation = start(ServerSpec(transport=transport, port=int(other.stdout.readline())))
        other.communicate("\n")
    assert explanation.code == "port-taken"
    assert f"process {other.pid}" in explanation.what
    assert "python" in explanation.what


def test_a_port_that_nobody_is_seen_to_have_is_still_explained(sockets: contextlib.ExitStack) -> None:
    port = bound(sockets).getsockname()[1]  # bound, not listening: no table of the kernel shows it
    explanation = start(ServerSpec(port=port))
    assert explanation.code == "port-taken"
    assert str(port) in explanation.what


def test_time_wait_is_told_from_a_port_that_is_taken(sockets: contextlib.ExitStack) -> None:
    explanation = start(ServerSpec(port=leave_in_time_wait(sockets)))
    assert explanation.code == "port-in-time-wait"
    assert explanation.hint.startswith("Switch on allow_reuse_address")


@pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux asks that the earlier server allowed reuse too"
)
def test_allowing_reuse_after_the_fact_is_told_to_be_too_late(sockets: contextlib.ExitStack) -> None:
    explanation = start(ServerSpec(port=leave_in_time_wait(sockets), allow_reuse_address=True))
    assert explanation.code == "port-in-time-wait"
    assert "too late" in explanation.hint


def test_a_connection_that_the_client_has_not_closed_yet_is_not_blamed_on_a_program(
    sockets: contextlib.ExitStack,
) -> None:
    server = bound(sockets)
    server.listen()
    port = server.getsockname()[1]
    client = sockets.enter_context(socket.create_connection((LOOPBACK, port)))
    server.accept()[0].close()
    assert client.recv(1) == b""
    server.close()
    explanation = start(ServerSpec(port=port))
    assert explanation.code == "port-in-time-wait"
    assert "no program has it" in explanation.what


def test_an_old_connection_that_keeps_the_port_names_its_owner(sockets: contextlib.ExitStack) -> None:
    server = bound(sockets)
    server.listen()
    port = server.getsockname()[1]
    sockets.enter_context(socket.create_connection((LOOPBACK, port)))
    sockets.enter_context(server.accept()[0])
    server.close()
    explanation = start(ServerSpec(port=port))
    assert explanation.code == "port-in-old-connection"
    assert f"process {os.getpid()}" in explanation.what


def test_with_port_0_it_is_the_free_ports_that_ran_out() -> None:
    assert explain_start(OSError(errno.EADDRINUSE, ""), ServerSpec()).code == "no-free-port"


def test_an_address_of_another_machine_is_named() -> None:
    explanation = start(ServerSpec(host="203.0.113.1"))
    assert explanation.code == "address-elsewhere"
    assert "203.0.113.1" in explanation.what


@pytest.mark.parametrize("host", ["no-such-host.invalid", "a..b", "x" * 70])
def test_a_name_without_an_address_is_named(host: str) -> None:
    explanation = start(ServerSpec(host=host))
    assert explanation.code == "name-not-resolved"
    assert host in explanation.what


def test_a_host_of_the_other_family_is_told_from_an_unknown_name(sockets: contextlib.ExitStack) -> None:
    error = error_of(bound(sockets).connect, ("::1", 9))
    explanation = explain_start(error, ServerSpec(host="only-ipv6", address_family=AddressFamily.IPV4))
    assert explanation.code == "family-mismatch"
    assert "IPv4" in explanation.what


@pytest.mark.parametrize("code", [errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL])
def test_ipv6_switched_off_is_said(code: int) -> None:
    explanation = explain_start(OSError(code, os.strerror(code)), ServerSpec(host="::1"))
    assert explanation.code == "family-unavailable"
    assert explanation.what == "IPv6 is not available on this machine."


@pytest.mark.skipif(sys.platform != "linux", reason="other systems choose a card themselves")
def test_a_link_local_address_asks_for_its_network_card() -> None:
    assert start(ServerSpec(host="fe80::1")).code == "scope-missing"


@pytest.mark.parametrize("transport", [Transport.UNIX_STREAM, Transport.UNIX_DATAGRAM])
def test_a_stale_socket_file_is_told_from_one_in_use(
    transport: Transport, directory: Path, sockets: contextlib.ExitStack
) -> None:
    stale(directory / "old")
    assert start(ServerSpec(transport=transport, path=str(directory / "old"))).code == "stale-socket-file"
    kind = socket.SOCK_STREAM if transport.is_stream else socket.SOCK_DGRAM
    unix(sockets, directory / "live", kind)
    assert start(ServerSpec(transport=transport, path=str(directory / "live"))).code == "path-taken"


def test_a_file_that_is_no_socket_is_told_from_a_stale_one(directory: Path) -> None:
    (directory / "notes").write_text("keep me")
    explanation = start(ServerSpec(transport=Transport.UNIX_STREAM, path=str(directory / "notes")))
    assert explanation.code == "path-not-a-socket"


@pytest.mark.parametrize("name", ["missing/socket", "file/socket"])
def test_a_missing_directory_is_named(name: str, directory: Path) -> None:
    (directory / "file").touch()
    path = directory / name
    explanation = start(ServerSpec(transport=Transport.UNIX_STREAM, path=str(path)))
    assert explanation.code == "directory-missing"
    assert str(path.parent) in explanation.what


def test_a_path_too_long_says_the_limit(sockets: contextlib.ExitStack) -> None:
    error = error_of(unix(sockets).bind, "/tmp/" + "x" * 200)
    explanation = explain_start(error, ServerSpec(transport=Transport.UNIX_STREAM))
    assert explanation.code == "path-too-long"
    assert "107" in explanation.why or "103" in explanation.why


_AS_NOBODY = """
import json, os, socket, sys
from core.errors import explain_client, explain_start
from core.spec import ServerSpec, Transport

if os.geteuid() == 0:
    os.setuid(65534)

def explained(call, address, explain, *arguments):
    try:
        call(address)
    except OSError as error:
        return explain(error, *arguments).code
    return "it worked"

directory, closed = sys.argv[1:]
path = directory + "/socket"
print(json.dumps([
    explained(socket.socket().bind, ("127.0.0.1", 80), explain_start, ServerSpec(port=80)),
    explained(socket.socket(socket.AF_UNIX).bind, path, explain_start,
              ServerSpec(transport=Transport.UNIX_STREAM, path=path)),
    explained(socket.socket(socket.AF_UNIX).connect, closed, explain_client,
              Transport.UNIX_STREAM, closed, "connect"),
]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere anyone may open port 80, or nobody may setuid")
def test_what_only_others_may_do_is_explained(directory: Path, sockets: contextlib.ExitStack) -> None:
    closed = directory / "closed"
    unix(sockets, closed).listen()
    closed.chmod(0)
    directory.chmod(0o555)
    command = [sys.executable, "-c", _AS_NOBODY, str(directory), str(closed)]
    output = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
    directory.chmod(0o755)
    port, path, connect = json.loads(output)
    border = int(Path("/proc/sys/net/ipv4/ip_unprivileged_port_start").read_text())
    assert port == "port-not-allowed" if border > 80 else port in ("it worked", "port-taken")
    assert path == "directory-not-writable"
    assert connect == "permission"


def test_an_unknown_exception_is_named_in_a_friendly_way() -> None:
    explanation = explain_start(RuntimeError("the moon is full"), ServerSpec())
    assert explanation.code == "start-failed"
    assert "RuntimeError: the moon is full." in explanation.why


# Clients: TCP and UDP ----------------------------------------------------------------------------------


def test_refused_says_that_nobody_listens(sockets: contextlib.ExitStack) -> None:
    address = bound(sockets).getsockname()
    error = error_of(socket.create_connection, address)
    explanation = explain_client(error, Transport.TCP, address, "connect")
    assert explanation.code == "refused"
    assert f"127.0.0.1:{address[1]}" in explanation.what


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse when the queue is full")
def test_a_full_queue_times_out_and_is_explained(sockets: contextlib.ExitStack) -> None:
    server = bound(sockets)
    server.listen(0)
    address = server.getsockname()

    def connect_until_full() -> None:
        for _ in range(10):
            sockets.enter_context(socket.create_connection(address, timeout=0.1))

    explanation = explain_client(error_of(connect_until_full), Transport.TCP, address, "connect")
    assert explanation.code == "connect-timed-out"
    assert "backlog" in explanation.why


def test_a_reset_and_the_broken_pipe_after_it_are_explained(sockets: contextlib.ExitStack) -> None:
    server = bound(sockets)
    server.listen()
    address = server.getsockname()
    client = sockets.enter_context(socket.create_connection(address))
    connection = server.accept()[0]
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()
    reset = explain_client(error_of(client.recv, 1), Transport.TCP, address, "receive")
    broken = explain_client(error_of(client.send, b"x"), Transport.TCP, address, "send")
    assert (reset.code, broken.code) == ("reset", "broken-pipe")


@pytest.mark.parametrize("transport", [Transport.TCP, Transport.UDP])
def test_silence_is_explained(transport: Transport, sockets: contextlib.ExitStack) -> None:
    kind = socket.SOCK_STREAM if transport.is_stream else socket.SOCK_DGRAM
    server = bound(sockets, kind)
    address = server.getsockname()
    if transport.is_stream:
        server.listen()
    client = sockets.enter_context(socket.socket(socket.AF_INET, kind))
    client.connect(address)
    client.settimeout(0.01)
    explanation = explain_client(error_of(client.recv, 1), transport, address, "receive")
    assert explanation.code == "receive-timed-out"


def test_udp_to_nobody_is_explained(sockets: contextlib.ExitStack) -> None:
    # Connected to itself alone it keeps the port, and takes nothing from others.
    deaf = bound(sockets, socket.SOCK_DGRAM)
    address = deaf.getsockname()
    deaf.connect(address)
    client = sockets.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
    client.connect(address)
    client.settimeout(5)
    client.send(b"anybody there?")
    explanation = explain_client(error_of(client.recv, 1), Transport.UDP, address, "receive")
    assert explanation.code == "udp-to-nobody"
    assert "earlier datagram" in explanation.what


def test_a_datagram_too_long_says_both_sizes(sockets: contextlib.ExitStack) -> None:
    client = bound(sockets, socket.SOCK_DGRAM)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 200_000)
    error = error_of(client.sendto, bytes(UDP_LIMIT + 1), client.getsockname())
    explanation = explain_client(error, Transport.UDP, client.getsockname(), "send", UDP_LIMIT + 1)
    assert explanation.code == "datagram-too-long"
    assert "65,508 bytes" in explanation.what
    assert "65,507 bytes" in explanation.why


def test_an_address_of_the_other_family_is_explained(sockets: contextlib.ExitStack) -> None:
    address = ("::1", 8000)
    error = error_of(sockets.enter_context(socket.socket(socket.AF_INET)).connect, address)
    assert explain_client(error, Transport.TCP, address, "connect").code == "family-mismatch"


def test_a_name_that_a_client_cannot_resolve_is_named() -> None:
    address = ("no-such-host.invalid", 8000)
    explanation = explain_client(
        error_of(socket.create_connection, address), Transport.TCP, address, "connect"
    )
    assert explanation.code == "name-not-resolved"
    assert "no-such-host.invalid" in explanation.what


@pytest.mark.parametrize("address", [(LOOPBACK,), (LOOPBACK, 0), (LOOPBACK, None), (LOOPBACK, "")])
def test_an_address_without_a_port_is_explained(address: tuple[object, ...]) -> None:
    error = OSError(errno.EINVAL, "Invalid argument")
    assert explain_client(error, Transport.UDP, address, "send").code == "no-port"


def test_a_port_that_cannot_be_is_explained(sockets: contextlib.ExitStack) -> None:
    address = (LOOPBACK, 70_000)
    error = error_of(sockets.enter_context(socket.socket()).connect, address)
    assert explain_client(error, Transport.TCP, address, "connect").code == "bad-port"


def test_a_client_that_is_closed_is_explained() -> None:
    client = socket.socket()
    client.close()
    explanation = explain_client(error_of(client.send, b"x"), Transport.TCP, (LOOPBACK, 8000), "send")
    assert explanation.code == "closed-here"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("EHOSTUNREACH", "host-unreachable"),
        ("ENETUNREACH", "network-unreachable"),
        ("EADDRNOTAVAIL", "no-own-address"),
        ("EACCES", "permission"),
        ("ENOTCONN", "not-connected"),
        ("EMFILE", "too-many-files"),
    ],
)
def test_an_errno_alone_can_be_explained(name: str, code: str) -> None:
    number = getattr(errno, name)
    assert explain_client(number, Transport.TCP, ("192.0.2.1", 8000), "connect").code == code


@pytest.mark.parametrize(
    ("number", "code"), [(10061, "refused"), (10054, "reset"), (10060, "connect-timed-out")]
)
def test_the_numbers_of_windows_are_known(number: int, code: str) -> None:
    assert explain_client(OSError(number, ""), Transport.TCP, (LOOPBACK, 8000), "connect").code == code


# Clients: Unix sockets ---------------------------------------------------------------------------------


def test_connecting_to_a_path_where_no_server_is_tells_which_case_it_is(
    directory: Path, sockets: contextlib.ExitStack
) -> None:
    stale(directory / "old")
    (directory / "notes").touch()
    unix(sockets, directory / "datagrams", socket.SOCK_DGRAM)

    def code(name: str) -> str:
        path = str(directory / name)
        return explain_client(
            error_of(unix(sockets).connect, path), Transport.UNIX_STREAM, path, "connect"
        ).code

    assert code("old") == "unix-refused"
    assert code("notes") == "not-a-socket"
    assert code("datagrams") == "wrong-kind"
    assert code("nothing") == "no-socket-file"
    assert code("x" * 200) == "path-too-long"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse when the queue is full")
def test_a_full_queue_of_a_unix_server_is_explained(directory: Path, sockets: contextlib.ExitStack) -> None:
    path = str(directory / "busy")
    unix(sockets, directory / "busy").listen(0)

    def connect_until_full() -> None:
        for _ in range(10):
            client = unix(sockets)
            client.setblocking(False)
            client.connect(path)

    explanation = explain_client(error_of(connect_until_full), Transport.UNIX_STREAM, path, "connect")
    assert explanation.code == "queue-full"


def test_unix_datagrams_that_cannot_be_sent_are_explained(
    directory: Path, sockets: contextlib.ExitStack
) -> None:
    path = str(directory / "server")
    server = unix(sockets, directory / "server", socket.SOCK_DGRAM)
    client = unix(sockets, None, socket.SOCK_DGRAM)
    client.connect(path)
    client.setblocking(False)

    def code(call: object, *arguments: object) -> str:
        return explain_client(error_of(call, *arguments), Transport.UNIX_DATAGRAM, path, "send").code

    def send_until_full() -> None:
        while True:
            client.send(b"x")

    assert code(client.send, bytes(10_000_000)) == "datagram-too-long"
    assert code(send_until_full) == "queue-full"
    server.close()
    assert code(client.send, b"x") == "server-gone"


# All ---------------------------------------------------------------------------------------------------


def assert_friendly(explanation: Explanation) -> None:
    for sentence in (explanation.what, explanation.why, explanation.hint):
        assert sentence[-1] in ".?", sentence
        assert "Errno" not in sentence
        assert "{" not in sentence
        assert len(sentence) < 260
    assert explanation.code == explanation.code.lower().replace(" ", "-")


@TRANSPORTS
def test_no_errno_of_this_system_ends_in_a_bare_number(transport: Transport) -> None:
    address = "/tmp/nowhere" if transport.is_unix else (LOOPBACK, 8000)
    for number in errno.errorcode:
        assert_friendly(explain_start(OSError(number, os.strerror(number)), ServerSpec(transport=transport)))
        assert_friendly(explain_client(number, transport, address, "connect"))
        assert_friendly(explain_client(number, transport, address, "send"))
        assert_friendly(explain_client(number, transport, address, "receive"))


@TRANSPORTS
def test_an_exception_without_words_is_still_named(transport: Transport) -> None:
    explanation = explain_client(EOFError(), transport, "/tmp/nowhere", "receive")
    assert_friendly(explanation)
    assert explanation.code in ("receive-failed", "no-port")


# Ends of processes -------------------------------------------------------------------------------------


def ended(program: str) -> int:
    """Run a program and return its return code."""
    return subprocess.run([sys.executable, "-I", "-S", "-c", program], check=False).returncode


def test_a_killed_process_names_the_signal() -> None:
    words = explain_exit(ended("import os; os.kill(os.getpid(), 9)"))
    assert words.startswith("killed by SIGKILL (signal 9): ")
    assert "memory" in words


def test_an_exit_code_names_the_calls_that_make_it() -> None:
    assert explain_exit(ended("raise SystemExit(3)")) == (
        "ended with code 3: something called os._exit(3) or sys.exit(3)"
    )


def test_a_normal_end_needs_no_words() -> None:
    assert explain_exit(0) == "ended"


def test_a_crash_on_windows_is_named() -> None:
    assert "access violation" in explain_exit(3_221_225_477)


@pytest.mark.parametrize("number", [*sorted(signal.valid_signals()), 200])
def test_every_signal_has_words(number: int) -> None:
    assert explain_exit(-number).startswith("killed by ")
    assert f"signal {int(number)}" in explain_exit(-number)
