from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QSpinBox

from tests.gui.robots.lab import ClientRobot, LabRobot


@pytest.fixture
def client(lab: LabRobot) -> ClientRobot:
    """A client of a threading server, connected."""
    lab.builder.choose(concurrency="Threading")
    lab.start()
    return lab.new_client()


def test_a_client_that_resets_breaks_the_conversation_off(lab: LabRobot, client: ClientRobot) -> None:
    client.ask('"BEFORE"')
    lab.choose_in_menu("reset")
    lab.wait_for_event("recv() failed: ConnectionResetError")
    lab.wait_until(lambda: not lab.chat.can("disconnect"))


def test_a_client_that_vanishes_is_gone(lab: LabRobot, client: ClientRobot) -> None:
    client.ask('"BEFORE"')
    lab.choose_in_menu("vanish")
    lab.wait_for_event('recv() got b"": end of stream')
    lab.wait_until(lambda: not lab.chat.can("disconnect"))


def test_a_client_that_stops_reading_hears_nothing_until_it_reads_again(
    lab: LabRobot, client: ClientRobot
) -> None:
    client.ask('"BEFORE"')
    lab.choose_in_menu("stop_reading")
    client.say('"IN THE BUFFER"').wait_for_notice("You read no more")
    lab.wait_for_event('sendall() sent 15 bytes · "in the buffer"')
    assert client.replies() == ['"before"']
    lab.choose_in_menu("read_again")
    assert client.wait_for_reply() == '"in the buffer"'


def test_only_an_open_client_can_act(lab: LabRobot, client: ClientRobot) -> None:
    chat = lab.window.chat
    actions = (chat.stop_reading_action, chat.reset_action, chat.vanish_action)
    assert all(action.isEnabled() for action in actions)
    assert not chat.read_again_action.isEnabled()
    client.disconnect()
    assert not any(action.isEnabled() for action in actions)


def test_a_message_is_sent_many_times_and_the_next_one_once(lab: LabRobot, client: ClientRobot) -> None:
    times = lab.window.chat.findChild(QSpinBox, "times")
    assert times is not None
    lab.chat.write('"AGAIN"')
    times.selectAll()
    QTest.keyClicks(times, "300")
    lab.chat.send()
    assert times.value() == 1
    lab.wait_until(lambda: len(client.replies()) + client.earlier() >= 300)
    assert set(client.replies()) == {'"again"'}
    client.say('"ONCE"')
    lab.wait_until(lambda: client.replies()[-1] == '"once"')


def test_a_flood_beyond_measure_is_refused_before_it_is_sent(lab: LabRobot, client: ClientRobot) -> None:
    times = lab.window.chat.findChild(QSpinBox, "times")
    assert times is not None
    lab.chat.write(f'"{"x" * 7_000}"')
    times.setValue(10_000)
    assert lab.chat.verdict() == "Too much at once: 64 MB at most."
    assert not lab.chat.can("send")


def test_nobody_answers_a_unix_datagram_client_without_an_address(
    lab: LabRobot, folder: Path, open_lab: Callable[[], LabRobot]
) -> None:
    path = str(folder / "s")
    lab.builder.choose(transport="Unix datagram").write(path=path)
    lab.start()
    lab.choose_in_menu("client_there")
    box = lab.window.chat.findChild(QCheckBox, "target_without_address")
    assert box is not None
    assert box.isHidden()
    box.setChecked(True)
    lab.chat.type_address("Unix datagram", path=path)
    assert not box.isHidden()
    client = lab.newest_client().wait_for_notice("connected to")
    client.say('"HELLO"')
    lab.wait_for_event("sendto() failed")
    assert client.replies() == []
