import os
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from core import client as core_client
from core.errors import UDP_LIMIT
from core.spec import PATH_LIMIT
from tests.gui.robots.lab import LabRobot
from tests.gui.robots.stranger import Stranger, crowd, socket_file

ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
UNPRIVILEGED = Path("/proc/sys/net/ipv4/ip_unprivileged_port_start")
FORBIDDEN_PORT = UNPRIVILEGED.exists() and int(UNPRIVILEGED.read_text()) > 1 and not ROOT


@pytest.fixture(autouse=True)
def _nothing_in_the_terminal(capfd: Any) -> Iterator[None]:
    """What goes wrong is told in the window, and nowhere else."""
    yield
    told = capfd.readouterr()
    # The offscreen platform says of itself what it cannot do.
    lines = [line for line in told.err.splitlines() if not line.startswith("This plugin does not support")]
    assert (told.out, lines) == ("", [])


# Before and at the start of a server --------------------------------------------------------------------


@pytest.mark.parametrize("transport", ["TCP", "UDP"])
def test_a_taken_port_names_the_program_that_has_it(lab: LabRobot, transport: str) -> None:
    stranger = Stranger(socket.SOCK_STREAM if transport == "TCP" else socket.SOCK_DGRAM)
    if transport == "TCP":
        stranger.listen()
    lab.builder.choose(transport=transport).write(port=stranger.port)
    what, why, hint = lab.start_in_vain().split("\n")
    me = psutil.Process()
    assert what == f"{transport} port {stranger.port} is taken: {me.name()} (process {me.pid}) has it."
    assert why == "Two servers cannot have the same port at the same address."
    assert "take port 0" in hint
    assert "port" in lab.builder.place_of_problem()
    stranger.close()
    lab.start()
    assert lab.builder.problem() == ""


@pytest.mark.parametrize("transport", ["Unix stream", "Unix datagram"])
def test_a_stale_socket_file_is_removed_when_one_says_so(lab: LabRobot, folder: Path, transport: str) -> None:
    path = str(folder / "stale.sock")
    with socket_file(path, alive=False):
        lab.builder.choose(transport=transport).write(path=path)
        assert f"The socket file {path} is left over from a server that is gone." in lab.start_in_vain()
        assert lab.builder.offer() == "Remove the file and start"
        assert lab.address(lab.accept_offer()) == path
    assert lab.new_client().ask('"HELLO"') == '"hello"'
    lab.stop()
    assert not Path(path).exists()


def test_a_socket_that_somebody_uses_is_left_alone(lab: LabRobot, folder: Path) -> None:
    path = str(folder / "alive.sock")
    with socket_file(path, alive=True):
        lab.builder.choose(transport="Unix stream").write(path=path)
        assert f"A running program is using the socket {path}." in lab.start_in_vain()
        assert lab.builder.offer() == ""
        assert Path(path).exists()


def test_a_path_that_is_too_long_is_refused_while_it_is_typed(lab: LabRobot, folder: Path) -> None:
    lab.builder.choose(transport="Unix stream").write(path=str(folder / ("x" * PATH_LIMIT)))
    assert f"may have {PATH_LIMIT} bytes" in lab.builder.problem()
    assert "path" in lab.builder.place_of_problem()
    assert not lab.builder.can_start()
    lab.builder.write(path=str(folder / "short.sock"))
    assert lab.builder.problem() == ""
    lab.start()


def test_an_address_of_another_machine_cannot_be_listened_at(lab: LabRobot) -> None:
    lab.builder.write(host="192.0.2.1")
    what, _why, hint = lab.start_in_vain().split("\n")
    assert what == "192.0.2.1 is not an address of this machine."
    assert "127.0.0.1" in hint
    assert "host" in lab.builder.place_of_problem()


def test_a_missing_directory_is_named(lab: LabRobot, folder: Path) -> None:
    lab.builder.choose(transport="Unix stream").write(path=str(folder / "none" / "server.sock"))
    assert f"There is no directory {folder / 'none'}." in lab.start_in_vain()
    assert "path" in lab.builder.place_of_problem()


@pytest.mark.skipif(sys.platform != "linux", reason="a directory where nobody may make files, not even root")
def test_a_directory_without_permission_is_named(lab: LabRobot) -> None:
    lab.builder.choose(transport="Unix stream").write(path="/sys/server.sock").start()
    assert "You may not make a file in /sys." in lab.wait_for_problem()


@pytest.mark.skipif(not FORBIDDEN_PORT, reason="this user may open every port")
def test_a_port_for_the_administrator_says_which_ports_are_free(lab: LabRobot) -> None:
    lab.builder.write(port="1")
    assert "You may not open port 1." in lab.start_in_vain()


def test_a_host_without_an_address_is_named(lab: LabRobot) -> None:
    lab.builder.write(host="no-such-host.invalid")
    assert 'There is no address for the name "no-such-host.invalid".' in lab.start_in_vain()


def test_an_ipv4_address_does_not_go_with_ipv6(lab: LabRobot) -> None:
    lab.builder.write(host="127.0.0.2").choose(address_family="IPv6")
    assert lab.builder.problem().startswith("127.0.0.2 is an IPv4 address, which needs AF_INET")
    assert not lab.builder.can_start()


def test_an_address_reachable_from_outside_asks_first_and_only_once(lab: LabRobot) -> None:
    lab.builder.write(host="0.0.0.0")
    assert "Other machines will be able to connect to this server" in lab.start_in_vain()
    assert lab.servers.titles() == []
    assert lab.builder.offer() == "Let others connect, and start"
    key = lab.accept_offer()
    assert lab.address(key).startswith("0.0.0.0:")
    assert lab.new_client().ask('"HELLO"') == '"hello"'
    assert lab.start() != key


def test_a_problem_survives_the_row_in_which_it_was_shown(lab: LabRobot) -> None:
    lab.builder.choose(handler="Slow").write(delay="soon")
    assert "delay must be a number" in lab.builder.problem()
    lab.builder.choose(handler="Echo")
    lab.start()
    lab.builder.write(port="99999")
    assert "The port is 99999" in lab.builder.problem()


# Clients --------------------------------------------------------------------------------------------------


def test_a_refused_client_is_told_that_nobody_listens(lab: LabRobot, stranger: Stranger) -> None:
    client = lab.new_client_to_address("TCP", host="127.0.0.1", port=stranger.port)
    client.wait_for_notice("the connection was refused")
    what, why, hint = client.notice().split("\n")
    assert what == f"Nobody is listening at 127.0.0.1:{stranger.port}: the connection was refused."
    assert "no server has that port" in why
    assert hint.startswith("Start the server")
    assert lab.chat.can("reconnect")


def test_a_client_of_an_ipv6_server_does_not_reach_it_by_ipv4(lab: LabRobot) -> None:
    lab.builder.choose(address_family="IPv6")
    port = lab.port(lab.start())
    client = lab.new_client_to_address("TCP", host="127.0.0.1", port=str(port))
    client.wait_for_notice("the connection was refused")


def test_a_reset_is_told(lab: LabRobot, stranger: Stranger) -> None:
    client = lab.new_client_to_address("TCP", host="127.0.0.1", port=stranger.listen().port)
    client.wait_for_notice("connected to")
    stranger.reset(stranger.accept())
    client.wait_for_notice(f"The other side broke the connection to 127.0.0.1:{stranger.port} off (reset).")


def test_a_name_without_an_address_is_told(lab: LabRobot) -> None:
    client = lab.new_client_to_address("TCP", host="no-such-host.invalid", port="9999")
    client.wait_for_notice('There is no address for the name "no-such-host.invalid".')


def test_an_unreachable_address_is_told(lab: LabRobot) -> None:
    client = lab.new_client_to_address("TCP", host="224.0.0.1", port="9999")  # no stream goes to a group
    client.wait_for_notice("No way leads to 224.0.0.1")


def test_a_server_that_does_not_accept_is_told(
    lab: LabRobot, stranger: Stranger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(core_client, "CONNECT_BOUND", 0.2)
    with crowd(f"127.0.0.1:{stranger.listen(0).port}", 1):  # there is room for one
        client = lab.new_client_to_address("TCP", host="127.0.0.1", port=stranger.port)
        client.wait_for_notice("did not answer in time")


def test_a_missing_socket_file_is_told(lab: LabRobot, folder: Path) -> None:
    client = lab.new_client_to_address("Unix stream", path=str(folder / "none.sock"))
    client.wait_for_notice(f"There is no socket file {folder / 'none.sock'}.")


def test_udp_to_nobody_is_told_and_the_conversation_goes_on(lab: LabRobot) -> None:
    nobody = Stranger(socket.SOCK_DGRAM)
    nobody.close()
    client = lab.new_client_to_address("UDP", host="127.0.0.1", port=nobody.port)
    client.wait_for_notice("connected to")
    client.say('"ANYBODY?"').wait_for_notice(f"Nobody is listening at 127.0.0.1:{nobody.port}")
    assert lab.chat.can("disconnect")
    assert lab.chat.write('"STILL NOBODY?"').can_send()


def test_a_datagram_that_is_too_long_is_told_and_the_conversation_goes_on(lab: LabRobot) -> None:
    lab.builder.choose(transport="UDP")
    lab.start()
    client = lab.new_client()
    client.paste("x" * (UDP_LIMIT + 1)).wait_for_notice("is too long: nothing was sent.")
    lab.chat.mean("JSON")
    assert client.ask('"SHORT"') == '"short"'


# Handlers and server processes ----------------------------------------------------------------------------


@pytest.mark.parametrize("concurrency", ["One at a time", "Threading", "Forking"])
def test_a_handler_that_raises_is_counted_told_and_seen_by_its_client(
    lab: LabRobot, concurrency: str
) -> None:
    lab.builder.choose(concurrency=concurrency, handler="Crashing")
    key = lab.start()
    client = lab.new_client()
    client.say('"CRASH"').wait_for_notice("The server closed the conversation.")
    details = lab.choose_event("the handler raised RuntimeError")
    assert "Traceback (most recent call last):" in details
    assert "crash_at(self.word, document.data)" in details
    lab.wait_until(lambda: "1 error" in lab.servers.counts(key))
    assert lab.new_client().ask('"STILL ALIVE"') == '"still alive"'


def test_a_server_process_that_was_killed_names_the_signal(lab: LabRobot) -> None:
    key = lab.start()
    client = lab.new_client()
    client.ask('"HELLO"')
    os.kill(lab.pid(), signal.SIGKILL)
    lab.servers.wait_for_state(key, "died")
    assert "killed by SIGKILL (signal 9)" in lab.servers.detail(key)
    client.wait_for_notice("closed the conversation")
    lab.start_again(key)
    assert lab.new_client().ask('"ALIVE AGAIN"') == '"alive again"'
