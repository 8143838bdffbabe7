"""A program in the place of the one that runs, in the whole window: ports that rest, trials that fail."""

import socket
from typing import Any

import pytest

from tests.gui.robots.lab import LabRobot
from tests.gui.robots.workshop import WorkshopRobot
from tests.gui.test_workshop import ECHO, ITSELF, echo, free_port


@pytest.fixture
def workshop(lab: LabRobot, qtbot: Any) -> WorkshopRobot:
    lab.builder.choose(handler="Echo")
    return WorkshopRobot(qtbot, lab)


def is_held_by_time_wait(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


# A fixed port ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("by_address", [False, True], ids=["to the server", "to its address"])
def test_clients_of_the_window_leave_first_so_that_a_fixed_port_is_free_again(
    workshop: WorkshopRobot, by_address: bool
) -> None:
    port = free_port()
    workshop.write(echo("chunk = b'\"old\"'", port=port))
    old = workshop.run()
    if by_address:
        client = workshop.lab.new_client_to_address("TCP", host="127.0.0.1", port=str(port))
        client.wait_for_notice("connected to")
    else:
        client = workshop.lab.new_client()
    assert client.ask('"1"') == '"old"'
    workshop.edit('"old"', '"new"')
    new = workshop.run()
    assert workshop.keys() == [new] != [old]
    assert workshop.lab.port(new) == port
    assert client.reconnect().ask('"1"') == '"new"'


def test_a_busy_handler_does_not_keep_the_window_from_going_on(workshop: WorkshopRobot) -> None:
    port = free_port()
    workshop.write(echo("import time; time.sleep(60)", port=port))
    workshop.run()
    workshop.lab.new_client().say("1")
    workshop.wait_until_event("recv() got")
    workshop.write(echo("chunk = b'new'", port=port))
    workshop.run()
    assert workshop.lab.new_client().ask("1") == "new"


def test_with_a_stranger_connected_it_is_said_that_the_old_server_had_to_go(workshop: WorkshopRobot) -> None:
    port = free_port()
    workshop.write(echo(port=port))
    key = workshop.run()
    with socket.create_connection(("127.0.0.1", port), timeout=5) as stranger:
        stranger.sendall(b"x")
        assert stranger.recv(1) == b"x"
        workshop.write(echo("chunk = b'new'", port=port)).press_run()
        workshop.lab.wait_until(
            lambda: "The old server had to make room for this one" in workshop.lab.builder.problem()
        )
        assert key not in workshop.listening()
        assert stranger.recv(1) == b""
    assert is_held_by_time_wait(port)


# Trials ----------------------------------------------------------------------------------------------------


def test_what_a_failed_trial_printed_is_in_the_console_of_the_old_server(workshop: WorkshopRobot) -> None:
    port = free_port()
    workshop.write(echo(port=port))
    key = workshop.run()
    workshop.write(echo(port=port).replace("KEPT = []", "print('so far, so good')\n1 / 0")).press_run()
    workshop.wait_for_problem("ZeroDivisionError")
    console = workshop.wait_for_output("| so far, so good")
    assert workshop.lab.servers.selected() == [key]
    assert not any("raised an exception in line" in text for text in console.texts())
    assert any("was tried out, and failed" in text for text in console.texts())
    line = workshop.line_of("1 / 0")
    console.click_link(console.row(f'| File "server.py", line {line}'.replace("| File", "|   File")))
    assert workshop.editor.cursor()[0] == line


def test_a_trial_that_ends_without_a_word_is_told_of(workshop: WorkshopRobot) -> None:
    port = free_port()
    workshop.write(echo(port=port))
    key = workshop.run()
    workshop.write(echo(port=port).replace("KEPT = []", "os._exit(7)")).press_run()
    workshop.lab.wait_until(lambda: "The new program ended" in workshop.lab.builder.problem())
    assert workshop.listening() == [key]
    assert workshop.wait_for_output("os._exit(7)")


def test_a_program_that_runs_itself_says_once_that_its_lines_run_twice(workshop: WorkshopRobot) -> None:
    loop = ITSELF.format(port=free_port())
    words = "its lines have run twice for this restart"
    workshop.write(ECHO.format(body="pass") + loop).run()
    assert not any(words in text for text in workshop.console().texts())
    workshop.write(ECHO.format(body="chunk = b'2'") + loop).run()
    workshop.wait_for_output(words)
    workshop.write(ECHO.format(body="chunk = b'3'") + loop).run()
    assert workshop.lab.new_client().ask("1") == "3"
    assert not any(words in text for text in workshop.console().texts())
