import re
from collections.abc import Callable
from itertools import product

import pytest
from PySide6.QtCore import Qt

from core.spec import Concurrency, Transport
from gui.server_title import concurrency_label, transport_label
from tests.gui.robots.lab import LabRobot

TWELVE = list(product(map(transport_label, Transport), map(concurrency_label, Concurrency)))

ONE_REQUEST = (
    "get_request() called",
    "verify_request() called",
    "process_request() called",
    "finish_request() called",
    "setup() called",
    "handle() called",
    "finish() called",
)

SIGN_OF = {
    "One at a time": "thread serve_forever began",
    "Threading": "thread Thread-",
    "Forking": "forked child ",
}
"""What the log tells of who handles a request."""


def positions(sentences: list[str], beginnings: tuple[str, ...]) -> list[int]:
    """Return where the first sentence with each beginning stands."""
    return [
        next(place for place, text in enumerate(sentences) if text.startswith(beginning))
        for beginning in beginnings
    ]


@pytest.mark.parametrize(("transport", "concurrency"), TWELVE)
def test_one_builds_a_server_starts_it_talks_to_it_and_stops_it(
    lab: LabRobot, transport: str, concurrency: str
) -> None:
    lab.builder.choose(transport=transport, concurrency=concurrency)
    key = lab.start()
    first, second = lab.new_client(), lab.new_client()

    assert first.ask('{"Say": "HELLO"}') == '{"Say": "hello"}'
    assert re.fullmatch(r"\+[\d.,]+ (ms|s) · 1[67] bytes", first.small_line())
    assert re.fullmatch(r"\d\d:\d\d:\d\d\.\d{3}", first.time_of_reply())
    first.disconnect()  # for the servers that turn to the second client only now
    assert second.ask('["SECOND", 2, null]') == '["second", 2, null]'

    lab.stop()
    assert not lab.builder.can_stop()
    assert lab.servers.counts(key).startswith("2 requests")
    sentences = lab.wait_for_event("the server process is gone: ended")
    assert positions(sentences, ONE_REQUEST) == sorted(positions(sentences, ONE_REQUEST))
    assert any(text.startswith(SIGN_OF[concurrency]) for text in sentences)


def test_a_server_on_ipv6_with_the_librarys_own_defaults(lab: LabRobot) -> None:
    lab.builder.unfold_options().write(poll_interval="").choose(address_family="IPv6")
    assert lab.builder.option_chips() == []
    key = lab.start()
    assert lab.address(key).startswith("[::1]:")
    assert lab.new_client().ask('"HELLO"') == '"hello"'
    lab.stop()


@pytest.mark.parametrize("concurrency", ["Threading", "Forking"])
def test_two_clients_are_answered_while_both_are_connected(lab: LabRobot, concurrency: str) -> None:
    lab.builder.choose(concurrency=concurrency)
    lab.start()
    first, second = lab.new_client(), lab.new_client()
    assert [second.ask('"B"'), first.ask('"A"'), second.ask('"B AGAIN"')] == ['"b"', '"a"', '"b again"']


def test_the_second_client_of_a_serial_server_waits_until_the_first_has_left(lab: LabRobot) -> None:
    lab.start()
    first, second = lab.new_client(), lab.new_client()
    assert first.ask('"FIRST"') == '"first"'
    second.say('"SECOND"')
    lab.wait_until(lambda: second.waiting().startswith("waiting for a reply… "))
    assert first.ask('"STILL FIRST"') == '"still first"'
    assert second.replies() == []
    first.disconnect()
    assert second.wait_for_reply() == '"second"'
    assert second.waiting() == ""


def test_several_servers_run_at_once_and_each_has_its_own_log(lab: LabRobot) -> None:
    kinds = [("TCP", "Threading"), ("UDP", "One at a time"), ("Unix stream", "Forking")]
    keys = []
    for transport, concurrency in kinds:
        lab.builder.choose(transport=transport, concurrency=concurrency)
        keys.append(lab.start())
    clients = [lab.new_client(key) for key in keys]
    for number, client in enumerate(clients):
        assert client.ask(f'"SERVER {number}"') == f'"server {number}"'
    for number, key in enumerate(keys):
        lab.servers.click(key)
        sentences = " ".join(lab.events())
        assert [n for n in range(len(keys)) if f"SERVER {n}" in sentences] == [number]
        lab.wait_until(lambda key=key: lab.servers.counts(key).startswith("1 request ·"))
    lab.choose_in_menu("stop_all")
    for key in keys:
        lab.servers.wait_for_state(key, "stopped")


def test_a_client_talks_to_an_address_typed_by_hand(lab: LabRobot) -> None:
    key = lab.start()
    client = lab.new_client_to_address("TCP", host="127.0.0.1", port=str(lab.port(key)))
    client.wait_for_notice("connected to")
    assert client.ask('{"Say": "HELLO"}') == '{"Say": "hello"}'


def test_the_word_exit_ends_the_conversation(lab: LabRobot) -> None:
    lab.start()
    client = lab.new_client()
    client.say('"EXIT"').wait_for_notice("The server closed the conversation.")
    assert client.replies() == []
    assert lab.new_client().ask('"NEXT"') == '"next"'


def test_a_client_reconnects_to_a_server_that_was_started_again(lab: LabRobot) -> None:
    lab.builder.choose(transport="Unix stream")  # it gets the same path again
    key = lab.start()
    client = lab.new_client()
    assert client.ask('"BEFORE"') == '"before"'
    lab.stop()
    client.wait_for_notice("The server closed the conversation.")
    lab.start_again(key)
    assert client.reconnect().ask('"AFTER"') == '"after"'
    assert client.said() == ['"BEFORE"', '"AFTER"']


def test_a_client_that_sends_no_more_is_still_answered(lab: LabRobot) -> None:
    lab.builder.choose(handler="Slow").write(delay="0.2")
    lab.start()
    client = lab.new_client().say('"LAST"').half_close()
    assert client.wait_for_reply() == '"last"'
    client.wait_for_notice("The server closed the conversation.")


def test_a_stopped_server_leaves_the_list_and_its_client_keeps_what_was_said(lab: LabRobot) -> None:
    key = lab.start()
    client = lab.new_client()
    client.ask('"HELLO"')
    lab.stop()
    lab.servers.press(key, "remove")
    assert lab.servers.titles() == []
    assert lab.log.emptiness() != ""
    assert client.replies() == ['"hello"']


def test_drafts_and_transcripts_survive_a_change_of_tabs(lab: LabRobot) -> None:
    lab.builder.choose(concurrency="Threading")
    lab.start()
    first, second = lab.new_client(), lab.new_client()
    first.ask('"ONE"')
    second.ask('"TWO"')
    first.write('{"not": "sent yet')
    second.write('"nor this')
    assert first.draft() == '{"not": "sent yet'
    assert second.draft() == '"nor this'
    assert (first.said(), first.replies()) == (['"ONE"'], ['"one"'])
    assert (second.said(), second.replies()) == (['"TWO"'], ['"two"'])


def test_two_clients_are_seen_side_by_side(lab: LabRobot) -> None:
    lab.builder.choose(concurrency="Threading")
    lab.start()
    first, second = lab.new_client(), lab.new_client()
    assert [first.is_seen(), second.is_seen()] == [False, True]
    lab.chat.side_by_side()
    assert [first.is_seen(), second.is_seen()] == [True, True]
    assert [first.ask('"LEFT"'), second.ask('"RIGHT"')] == ['"left"', '"right"']
    assert [first.is_seen(), second.is_seen()] == [True, True]


def test_what_differs_from_the_default_is_seen_as_chips_and_in_the_code(lab: LabRobot) -> None:
    lab.builder.choose(concurrency="Threading").unfold_options()
    lab.builder.write(request_queue_size="1", poll_interval="").check(daemon_threads=True).fold_options()
    assert lab.builder.option_chips() == ["request_queue_size 1", "daemon_threads on"]
    assert "    request_queue_size = 1\n    daemon_threads = True" in lab.builder.code()


def test_the_code_and_the_classes_follow_the_choices(lab: LabRobot) -> None:
    assert lab.builder.classes() == ["Server", "TCPServer", "BaseServer"]
    lab.builder.choose(transport="Unix datagram", concurrency="Forking")
    assert lab.builder.classes() == [
        "Server",
        "*ForkingMixIn*",
        "UnixDatagramServer",
        "UDPServer",
        "TCPServer",
        "BaseServer",
    ]
    assert "ForkingMixIn" in lab.builder.code()
    assert "UnixDatagramServer" in lab.builder.code()


def test_a_new_window_shows_what_the_last_one_was_left_with(open_lab: Callable[[], LabRobot]) -> None:
    lab = open_lab()
    lab.builder.choose(transport="UDP", concurrency="Threading", handler="Upper case")
    lab.builder.unfold_options().write(max_packet_size="4096")
    lab.start()
    lab.new_client().ask('"REMEMBER ME"')
    lab.window.resize(lab.window.minimumSizeHint())
    size = lab.window.size()
    lab.close()

    lab = open_lab()
    assert [lab.builder.chosen(name) for name in ("transport", "concurrency", "handler")] == [
        "UDP",
        "Threading",
        "Upper case",
    ]
    assert "max_packet_size 4096 bytes" in lab.builder.option_chips()
    assert lab.window.size() == size
    lab.start()
    lab.new_client()
    lab.chat.press(Qt.Key.Key_Up)
    assert lab.chat.draft() == '"REMEMBER ME"'


def test_the_keyboard_is_enough(lab: LabRobot) -> None:
    key = lab.start("F5")
    lab.press("Ctrl+T")
    client = lab.newest_client().wait_for_notice("connected to")
    lab.type_text('{"Say": "HELLO"}').press("Return")
    assert client.wait_for_reply() == '{"Say": "hello"}'
    lab.press("Shift+F5")
    lab.servers.wait_for_state(key, "stopped")
    lab.press("Ctrl+W")
    assert lab.chat.tabs() == []
    lab.press("Ctrl+Shift+Delete")
    assert lab.servers.titles() == []
