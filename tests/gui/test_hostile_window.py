import json

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from gui.widgets.transcript import ENTRIES_KEPT
from tests.gui.robots.heartbeat import TOIL, Heartbeat
from tests.gui.robots.lab import ClientRobot, LabRobot
from tests.gui.robots.stranger import Stranger

BURST = 3_000


def client_of(lab: LabRobot, stranger: Stranger) -> ClientRobot:
    client = lab.new_client_to_address("TCP", host="127.0.0.1", port=stranger.listen().port)
    return client.wait_for_notice("connected to")


def test_markup_in_a_reply_is_text(lab: LabRobot) -> None:
    lab.start()
    client = lab.new_client()
    assert client.ask('"<b>Bold</b> <img src=x> &amp;"') == '"<b>bold</b> <img src=x> &amp;"'
    assert any('"<b>bold</b> <img src=x> &amp;"' in text for text in lab.events())


def test_characters_that_hide_or_turn_the_text_are_made_visible(lab: LabRobot, stranger: Stranger) -> None:
    client = client_of(lab, stranger)
    stranger.accept().sendall('"\u202egnp.exe \u200bx\\u0000"\n"\x1b[31mred\x07"\n'.encode())
    assert client.wait_for_reply() == '"⟨U+202E⟩gnp.exe ⟨U+200B⟩x\\u0000"'
    assert "\x1b" not in client.wait_for_reply()


def test_bytes_that_are_no_text_are_shown_as_escapes(lab: LabRobot) -> None:
    lab.builder.choose(handler="Echo")
    lab.start()
    client = lab.new_client().paste("ff fe 00 41", "Hex")
    assert client.wait_for_reply() == "\\xff\\xfe⟨NUL⟩A"


def test_a_reply_of_a_megabyte_is_elided_and_shown_in_full_on_demand(
    lab: LabRobot, stranger: Stranger
) -> None:
    document = json.dumps({"long": "x" * 1_000_000, "last": "word"})
    client = client_of(lab, stranger)
    with Heartbeat() as heart:
        stranger.send(stranger.accept(), document.encode())
        shown = client.wait_for_reply()
        window = lab.chat.show_all(lab.chat.bubbles()[-1])
    assert shown == document[:2_000] + "…"
    assert f"{len(document):,} bytes" in client.small_line()
    whole = window.findChild(QPlainTextEdit, "whole_text")
    assert whole is not None
    assert whole.toPlainText().replace("\n", "") == document[:1_000_000]
    copy = window.findChild(QPushButton, "copy_all")
    assert copy is not None
    copy.click()
    assert QGuiApplication.clipboard().text() == document
    assert heart.longest_work < TOIL
    window.close()


def test_a_burst_of_messages_neither_holds_up_the_window_nor_fills_it(
    lab: LabRobot, stranger: Stranger
) -> None:
    client = client_of(lab, stranger)
    with Heartbeat() as heart:
        stranger.send(stranger.accept(), b"".join(b"[%d]" % number for number in range(BURST)))
        lab.wait_until(lambda: client.replies()[-1:] == [f"[{BURST - 1}]"])
    assert len(client.replies()) == ENTRIES_KEPT
    assert client.earlier() == BURST + 1 - ENTRIES_KEPT  # the notice of the connection is one entry more
    assert heart.longest_work < TOIL


def test_a_burst_through_a_server_of_the_lab_is_logged_without_holding_up_the_window(
    lab: LabRobot,
) -> None:
    lab.start()
    client = lab.new_client()
    with Heartbeat() as heart:
        client.paste(" ".join(f'"M {number}"' for number in range(BURST)))
        lab.wait_until(lambda: client.replies()[-1:] == [f'"m {BURST - 1}"'])
        lab.wait_until(lambda: lab.window.views.log.unread() == 0)
    assert len(client.replies()) <= ENTRIES_KEPT
    lab.wait_for_event(f'got a message of 8 bytes · "m {BURST - 1}"')
    assert heart.longest_work < TOIL
    lab.stop()
