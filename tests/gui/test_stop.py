import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QSettings

from core.spec import Concurrency, ServerSpec, Transport
from gui.remembered import Remembered
from tests.gui.robots.heartbeat import FROZEN, Heartbeat
from tests.gui.robots.lab import PATIENCE, LabRobot
from tests.gui.robots.stranger import Stranger, crowd

ROOT = Path(__file__).resolve().parents[2]

PRESSED = "Stop was pressed; the server has 3 s to end"
CALLED = "stopping: shutdown() was called"
LOOP_ENDED = "stopping: the loop has ended"
SHUT_DOWN = "stopping: live connections are shut down"
CLOSED = "stopping: the server is closed"
GONE = "the server process is gone: ended"

STAGES = (PRESSED, CALLED, LOOP_ENDED, SHUT_DOWN, CLOSED, GONE)

CONCURRENCIES = ["One at a time", "Threading", "Forking"]


@pytest.mark.parametrize("concurrency", CONCURRENCIES)
def test_stop_ends_a_server_with_a_client_and_tells_each_stage(lab: LabRobot, concurrency: str) -> None:
    lab.builder.choose(concurrency=concurrency)
    key = lab.start()
    pid = lab.pid()
    client = lab.new_client()
    client.ask('"HELLO"')
    with Heartbeat() as heart:
        lab.stop()
    client.wait_for_notice("The server closed the conversation.")
    stages = [text for text in lab.wait_for_event(GONE) if text in STAGES]
    # A loop that is in a handler ends only when its connection is shut down; a free one before.
    assert sorted(stages[2:4]) == sorted((LOOP_ENDED, SHUT_DOWN))
    assert [*stages[:2], *stages[4:]] == [PRESSED, CALLED, CLOSED, GONE]
    assert lab.servers.buttons(key) == ["start_again", "remove"]
    assert not psutil.pid_exists(pid)
    assert heart.longest_gap < FROZEN


@pytest.mark.parametrize("concurrency", CONCURRENCIES)
def test_a_handler_that_sleeps_for_an_hour_is_ended_within_the_bound(lab: LabRobot, concurrency: str) -> None:
    lab.builder.choose(concurrency=concurrency, handler="Slow").write(delay="3600")
    key = lab.start()
    lab.new_client().say('"SLEEP"')
    lab.wait_for_event("recv() got")
    with Heartbeat() as heart:
        lab.builder.stop()
        if concurrency == "Forking":  # the child is given a second; the server itself is not stuck
            lab.servers.wait_for_state(key, "stopped")
        else:
            lab.servers.wait_for_state(key, "killed")
            assert lab.servers.detail(key) == "it had not stopped after 3 seconds"
            lab.wait_for_event("stopping: a handler is still busy: answer() in slow.py, line")
    assert heart.longest_gap < FROZEN


def test_kill_does_not_wait_for_the_bound(lab: LabRobot) -> None:
    lab.builder.choose(handler="Slow").write(delay="3600")
    key = lab.start()
    client = lab.new_client().say('"SLEEP"')
    lab.wait_for_event("recv() got")
    lab.press("Ctrl+Shift+K")
    lab.servers.wait_for_state(key, "killed")
    assert lab.servers.detail(key) == "you asked for it"
    client.wait_for_notice("closed the conversation")


@pytest.mark.parametrize("concurrency", ["Threading", "Forking"])
def test_stop_ends_a_server_with_200_clients(lab: LabRobot, concurrency: str) -> None:
    lab.builder.choose(concurrency=concurrency).unfold_options().write(request_queue_size="200")
    if concurrency == "Forking":
        lab.builder.write(max_children="200")
    key = lab.start()
    pid = lab.pid()
    with crowd(lab.address(key), 200) as clients:
        lab.wait_until(lambda: "200 requests" in lab.servers.counts(key))
        with Heartbeat() as heart:
            lab.stop()
        assert [client.recv(1) for client in clients] == [b""] * 200
    assert not psutil.pid_exists(pid)
    assert heart.longest_gap < FROZEN


def test_stop_during_start_leaves_nothing(lab: LabRobot) -> None:
    key = lab.start_and_stop_at_once()
    lab.servers.wait_for_state(key, "stopped")
    sentences = lab.wait_for_event(GONE)
    before = sentences[: sentences.index(PRESSED)]
    assert not any(text.startswith("listening on") for text in before)


def test_stop_pressed_twice_stops_once(lab: LabRobot) -> None:
    key = lab.start()
    lab.press("Shift+F5").press("Shift+F5")
    lab.servers.wait_for_state(key, "stopped")
    assert lab.wait_for_event(GONE).count(PRESSED) == 1


def test_a_closed_window_leaves_no_server_client_or_file(lab: LabRobot, folder: Path) -> None:
    path = folder / "server.sock"
    processes = []
    for transport, concurrency in (
        ("TCP", "One at a time"),
        ("UDP", "Threading"),
        ("Unix stream", "Forking"),
    ):
        lab.builder.choose(transport=transport, concurrency=concurrency)
        if transport == "Unix stream":
            lab.builder.write(path=str(path))
        lab.start()
        processes.append(lab.pid())
        lab.new_client().ask('"HELLO"')
    lab.new_client().say('"NOT ANSWERED ANY MORE, PERHAPS"')
    assert path.exists()
    lab.close()
    assert not any(psutil.pid_exists(pid) for pid in processes)
    assert not path.exists()


def test_a_window_closed_with_other_windows_open_leaves_nothing(lab: LabRobot, stranger: Stranger) -> None:
    client = lab.new_client_to_address("TCP", host="127.0.0.1", port=stranger.listen().port)
    client.wait_for_notice("connected to")
    stranger.send(stranger.accept(), b'"' + b"x" * 10_000 + b'"')
    client.wait_for_reply()
    assert lab.chat.show_all(lab.chat.bubbles()[-1]).isVisible()
    lab.choose_in_menu("client_there")
    lab.close()


def test_a_window_closed_during_a_start_leaves_nothing(lab: LabRobot) -> None:
    lab.begin_to_start()
    lab.close()


def test_a_window_that_was_killed_leaves_nothing(lab: LabRobot, folder: Path) -> None:
    path, settings = folder / "server.sock", folder / "settings.ini"
    store = QSettings(str(settings), QSettings.Format.IniFormat)
    spec = ServerSpec(transport=Transport.UNIX_STREAM, concurrency=Concurrency.FORKING, path=str(path))
    Remembered(store).set_spec(spec)
    store.sync()
    command = [sys.executable, "-m", "tests.gui.robots.window_alone", str(settings)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as window:
        assert window.stdout is not None
        server = psutil.Process(int(window.stdout.readline()))
        # Somebody outside is being served: the server has a child as well.
        client = lab.new_client_to_address("Unix stream", path=str(path))
        assert client.wait_for_notice("connected to").ask('"HELLO"') == '"hello"'
        family = [server, *server.children()]
        assert len(family) == 2
        window.kill()
    client.wait_for_notice("closed the conversation")
    assert psutil.wait_procs(family, PATIENCE / 1000)[1] == []
    lab.wait_until(lambda: not path.exists())
