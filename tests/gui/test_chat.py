import json
import time
from itertools import count, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from core.events import (
    ClientClosed,
    ClientConnected,
    ClientConnecting,
    ClientEnded,
    ClientFailed,
    Event,
    MessageReceived,
    MessageSent,
)
from core.framing import Framing
from core.spec import Transport
from gui import theme
from gui.panes.chat import ChatPane, Target
from gui.panes.chat.json_lines import laid_out
from gui.panes.chat.outgoing import Kind, LineEnding, NotSendableError, Outgoing, compose
from gui.panes.chat.recall import Recall, Walk
from gui.visible_text import beginning, decoded, tooltip, visible
from gui.widgets.text_block import TextBlock
from gui.widgets.transcript import ENTRIES_KEPT
from tests.gui.robots.chat import ChatRobot

MILLISECOND = 1_000_000
orders = count(1)


def tell(kind: Any, at: float, *facts: object, client: str = "A") -> Any:
    """Make an event of a client, `at` milliseconds after a moment ten seconds ago."""
    moment = START + round(at * MILLISECOND)
    return kind(moment, 1, 1, 0, next(orders), client, *facts)


START = time.monotonic_ns() - 10_000 * MILLISECOND


def connected(client: str = "A") -> list[Event]:
    return [
        tell(ClientConnecting, 0, "127.0.0.1:9999", client=client),
        tell(ClientConnected, 1, "127.0.0.1:51014", "127.0.0.1:9999", client=client),
    ]


def sent(at: float, text: str, client: str = "A") -> Event:
    data = text.encode()
    event: Event = tell(MessageSent, at, len(data), data, client=client)
    return event


def received(at: float, data: bytes | str, problem: str = "", client: str = "A") -> Event:
    data = data.encode() if isinstance(data, str) else data
    event: Event = tell(MessageReceived, at, len(data), data, problem, client=client)
    return event


@pytest.fixture
def pane(qtbot: Any, qapp: QApplication) -> ChatPane:
    if not qapp.styleSheet():
        theme.apply(qapp, Qt.ColorScheme.Light)
    pane = ChatPane()
    qtbot.addWidget(pane)
    pane.resize(380, 800)
    pane.show()
    return pane


@pytest.fixture
def chat(qtbot: Any, pane: ChatPane) -> ChatRobot:
    """A person in front of two clients, A and B; A is connected and in front."""
    for key in ("A", "B"):
        pane.add_client(key, key, "127.0.0.1:9999", Framing.JSON)
        pane.show_events(key, connected(key))
    pane.select("A")
    return ChatRobot(qtbot, pane)


@pytest.fixture
def outbox(pane: ChatPane) -> list[tuple[str, Outgoing]]:
    messages: list[tuple[str, Outgoing]] = []
    pane.message_submitted.connect(lambda key, outgoing: messages.append((key, outgoing)))
    return messages


# Reading a conversation -----------------------------------------------------------------------------------


def test_a_message_and_its_reply_become_bubbles_with_time_delta_and_size(
    chat: ChatRobot, pane: ChatPane
) -> None:
    pane.show_events("A", [sent(5, '"HELLO"'), received(5.41, '"hello"')])
    assert (chat.said(), chat.replies()) == (['"HELLO"'], ['"hello"'])
    mine, theirs = chat.small_lines()
    assert mine.endswith(" · 7 bytes")
    assert mine[2] == mine[5] == ":"
    assert theirs == "+0.41 ms · 7 bytes"


def test_connected_end_and_error_are_notices_in_the_flow(chat: ChatRobot, pane: ChatPane) -> None:
    failed = tell(ClientFailed, 9, "reset", "The server reset it.", "It crashed.", "Look at the log.")
    pane.show_events("A", [tell(ClientEnded, 8), failed])
    connected_notice, ended, error = chat.notices()
    assert connected_notice == "connected to 127.0.0.1:9999 from :51014"
    assert ended.startswith("The server closed the conversation.")
    assert error == "The server reset it.\nIt crashed.\nLook at the log."


def test_it_says_how_long_it_has_waited_until_the_reply_is_there(
    qtbot: Any, chat: ChatRobot, pane: ChatPane
) -> None:
    pane.show_events("A", [sent(5, '"HELLO"')])
    first = chat.waiting()
    assert first.startswith("waiting for a reply… ")
    qtbot.waitUntil(lambda: chat.waiting() != first)
    pane.show_events("A", [received(9, '"hello"')])
    assert chat.waiting() == ""


def test_nobody_waits_for_a_reply_after_the_end(chat: ChatRobot, pane: ChatPane) -> None:
    pane.show_events("A", [sent(5, '"exit"'), tell(ClientEnded, 6), tell(ClientClosed, 6)])
    assert chat.waiting() == ""


def test_json_that_is_too_wide_for_a_line_is_laid_out(chat: ChatRobot, pane: ChatPane) -> None:
    document = '{"City":"SHENZHEN","Tags":["TCP","UDP"],"Year":2019e0}'
    pane.show_events("A", [received(5, document)])
    shown = '{\n  "City": "SHENZHEN",\n  "Tags": ["TCP", "UDP"],\n  "Year": 2019e0\n}'
    assert chat.replies() == [shown]


def test_what_is_no_message_says_why(chat: ChatRobot, pane: ChatPane) -> None:
    pane.show_events("A", [received(5, b"\xff{", "This is not JSON.")])
    assert chat.replies() == ["\\xff{"]
    assert chat.small_lines()[0].endswith("This is not JSON.")


def test_a_hostile_text_stays_text_and_hides_nothing(chat: ChatRobot, pane: ChatPane) -> None:
    pane.show_events("A", [received(5, "<b>bold</b>\u202eevil\0\x1b[31m")])
    assert chat.replies() == ["<b>bold</b>⟨U+202E⟩evil⟨NUL⟩⟨ESC⟩[31m"]


def test_of_a_huge_text_the_beginning_is_shown_and_the_rest_on_demand(
    chat: ChatRobot, pane: ChatPane
) -> None:
    text = "x" * 1_200_000
    pane.show_events("A", [received(5, text)])
    bubble = chat.bubbles()[0]
    assert bubble.text() == "x" * 2000 + "…"
    assert bubble.message.more() == "Show all (1.2 MB)"
    window = chat.show_all(bubble)
    view = window.findChild(QPlainTextEdit, "whole_text")
    assert view is not None
    shown = view.toPlainText()
    assert shown.replace("\n", "") == "x" * 1_000_000
    window.close()


def test_a_long_word_makes_the_pane_no_wider(chat: ChatRobot, pane: ChatPane) -> None:
    pane.show_events("A", [received(5, "x" * 1500), sent(6, '"' + "y" * 1500 + '"')])
    assert pane.minimumSizeHint().width() <= 300
    viewport = chat.transcript().viewport()
    assert all(bubble.width() <= viewport.width() for bubble in chat.bubbles())


def test_of_thousands_of_messages_the_last_are_shown_and_the_others_counted(
    qtbot: Any, chat: ChatRobot, pane: ChatPane
) -> None:
    pane.show_events("A", [received(5 + n, f'"{n}"') for n in range(3000)])
    qtbot.waitUntil(lambda: chat.replies()[-1:] == ['"2999"'])
    assert len(chat.replies()) == ENTRIES_KEPT
    assert chat.transcript().forgotten() == 3000 + 1 - ENTRIES_KEPT
    qtbot.waitUntil(chat.sees_the_end)


def test_a_reader_who_has_scrolled_up_is_left_there(qtbot: Any, chat: ChatRobot, pane: ChatPane) -> None:
    pane.show_events("A", [received(5 + n, f'"{n}"') for n in range(25)])
    qtbot.waitUntil(lambda: len(chat.replies()) == 25 and chat.sees_the_end())
    chat.transcript().verticalScrollBar().setValue(10)
    pane.show_events("A", [received(99, '"new"')])
    qtbot.waitUntil(lambda: chat.replies()[-1] == '"new"')
    assert chat.transcript().verticalScrollBar().value() == 10


def test_a_bubbles_text_can_be_selected_and_copied(chat: ChatRobot, pane: ChatPane) -> None:
    pane.show_events("A", [received(5, '"你好 😀"')])
    block = chat.bubbles()[0].findChild(TextBlock)
    assert block is not None
    block.select_all()
    block.copy()
    assert QGuiApplication.clipboard().text() == '"你好 😀"'


# Writing a message ----------------------------------------------------------------------------------------


def test_enter_sends_and_shift_enter_breaks_the_line(
    chat: ChatRobot, outbox: list[tuple[str, Outgoing]]
) -> None:
    chat.type_text("[1,").press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier).type_text("2]")
    assert outbox == []
    chat.press(Qt.Key.Key_Return)
    assert outbox == [("A", Outgoing(b"[1,\n2]", framed=True, shown="[1,\n2]"))]
    assert chat.draft() == ""


def test_json_is_checked_while_typed(chat: ChatRobot, outbox: list[tuple[str, Outgoing]]) -> None:
    chat.type_text('{"Say" "HELLO"}')
    assert chat.verdict().startswith("Line 1, column 8: ")
    assert not chat.can_send()
    assert "Line 1, column 8" in chat.why_not()
    chat.press(Qt.Key.Key_Return)
    assert outbox == []
    chat.write('{"Say": "HELLO"}')
    assert chat.verdict() == "valid JSON"
    assert chat.can_send()


def test_an_empty_message_says_what_to_type(chat: ChatRobot) -> None:
    assert not chat.can_send()
    assert "Type a JSON document first" in chat.why_not()


@pytest.mark.parametrize(
    ("kind", "ending", "typed", "data", "framed"),
    [
        ("Plain text", "", 'say "hi"', b'"say \\"hi\\""', True),
        ("Raw text", "no end", "GET", b"GET", False),
        ("Raw text", "LF", "GET", b"GET\n", False),
        ("Raw text", "CRLF", "GET", b"GET\r\n", False),
        ("Hex", "", "7b 22 0xff", b'{"\xff', False),
    ],
)
def test_other_kinds_of_text_become_these_bytes(
    chat: ChatRobot,
    outbox: list[tuple[str, Outgoing]],
    kind: str,
    ending: str,
    typed: str,
    data: bytes,
    framed: bool,
) -> None:
    chat.mean(kind, ending).type_text(typed).send()
    assert outbox == [("A", Outgoing(data, framed, typed))]


def test_wrong_hex_says_what_is_wrong(chat: ChatRobot) -> None:
    chat.mean("Hex").type_text("7g")
    assert chat.verdict() == '"g" is no hex digit: 0 to 9 and A to F are.'
    chat.write("7b2")
    assert chat.verdict() == "One hex digit is missing: a byte has two."
    assert not chat.can_send()


def test_up_recalls_and_down_comes_back_to_the_draft(chat: ChatRobot) -> None:
    chat.say('"one"').say('"two"').type_text('"dra')
    chat.press(Qt.Key.Key_Up)
    assert chat.draft() == '"two"'
    chat.press(Qt.Key.Key_Up).press(Qt.Key.Key_Up)
    assert chat.draft() == '"one"'
    chat.press(Qt.Key.Key_Down).press(Qt.Key.Key_Down)
    assert chat.draft() == '"dra'


def test_the_history_is_saved_and_restored(chat: ChatRobot, pane: ChatPane) -> None:
    chat.say('"one"')
    assert pane.message_history() == ['"one"']
    pane.set_message_history(['"yesterday"'])
    chat.press(Qt.Key.Key_Up)
    assert chat.draft() == '"yesterday"'


def test_a_pasted_text_that_is_too_long_is_refused_with_the_reason(chat: ChatRobot) -> None:
    QGuiApplication.clipboard().setText("x" * 300_000)
    chat.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert chat.draft() == ""
    assert "Too long" in chat.verdict()


def test_the_pane_can_be_narrow(chat: ChatRobot, pane: ChatPane) -> None:
    chat.mean("Raw text", "CRLF")
    assert pane.minimumSizeHint().width() <= 300


# Several clients ------------------------------------------------------------------------------------------


def test_without_a_client_it_says_what_to_do(qtbot: Any, pane: ChatPane) -> None:
    assert "Start a server" in ChatRobot(qtbot, pane).emptiness()


def test_drafts_and_transcripts_survive_switching_and_reconnecting(chat: ChatRobot, pane: ChatPane) -> None:
    chat.type_text('"unsent')
    pane.show_events("A", [received(5, '"a"')])
    chat.select("B")
    assert (chat.draft(), chat.replies()) == ("", [])
    chat.select("A")
    pane.show_events("A", [tell(ClientEnded, 6), tell(ClientClosed, 6), *connected()])
    assert (chat.draft(), chat.replies()) == ('"unsent', ['"a"'])


def test_a_client_that_is_not_connected_offers_to_reconnect_and_says_why_it_cannot_send(
    qtbot: Any, chat: ChatRobot, pane: ChatPane
) -> None:
    assert not chat.can("reconnect")
    pane.show_events("A", [tell(ClientEnded, 6), tell(ClientClosed, 6)])
    chat.type_text('"HELLO"')
    assert not chat.can_send()
    assert "press Reconnect" in chat.why_not()
    assert not chat.can("disconnect")
    with qtbot.waitSignal(pane.reconnect_requested) as wish:
        chat.reconnect()
    assert wish.args == ["A"]


def test_what_arrives_at_a_client_in_the_background_marks_its_tab(chat: ChatRobot, pane: ChatPane) -> None:
    pane.show_events("B", [received(5, '"b"', client="B")])
    assert chat.tabs() == ["A", "B •"]
    chat.select("B")
    assert chat.tabs() == ["A", "B"]


def test_buttons_speak_for_the_client_in_front(qtbot: Any, chat: ChatRobot, pane: ChatPane) -> None:
    chat.select("B")
    with qtbot.waitSignal(pane.disconnect_requested) as wish:
        chat.disconnect()
    assert wish.args == ["B"]
    with qtbot.waitSignal(pane.half_close_requested) as wish:
        chat.half_close()
    assert wish.args == ["B"]
    assert "half-close" in chat.notices()[-1]
    with qtbot.waitSignal(pane.close_requested) as wish:
        chat.close("B")
    assert wish.args == ["B"]


def test_a_client_that_is_removed_makes_room_for_the_next(
    qtbot: Any, chat: ChatRobot, pane: ChatPane
) -> None:
    pane.show_events("B", [received(5, '"b"', client="B")])
    pane.remove_client("A")
    assert (chat.tabs(), chat.replies()) == (["B"], ['"b"'])
    pane.remove_client("B")
    assert "No client yet" in chat.emptiness()
    pane.show_events("B", [received(6, '"late"', client="B")])


@pytest.mark.parametrize("width", [360, 600])
def test_two_clients_can_be_seen_at_the_same_time(
    chat: ChatRobot, pane: ChatPane, outbox: list[tuple[str, Outgoing]], width: int
) -> None:
    pane.resize(width, 900)
    pane.add_client("C", "C", "127.0.0.1:9999", Framing.JSON)
    pane.show_events("C", [*connected("C"), received(5, '"c"', client="C")])
    pane.select("A")
    pane.show_events("A", [received(5, '"a"')])
    chat.side_by_side("C")
    assert (chat.replies(), chat.replies("_2")) == (['"a"'], ['"c"'])
    assert chat.transcript().isVisible()
    assert chat.transcript("_2").isVisible()
    chat.select("C")
    assert (chat.replies(), chat.replies("_2")) == (['"c"'], ['"a"'])
    chat.side_by_side()
    assert chat.replies() == ['"c"']
    chat.select("A")
    assert chat.replies() == ['"a"']


# New clients ----------------------------------------------------------------------------------------------

TCP = Target(transport=Transport.TCP, server_key="S1", host="127.0.0.1", port=9999)
UDP = Target(transport=Transport.UDP, server_key="S2", host="127.0.0.1", port=9998)


def test_plus_connects_to_the_only_server_at_once(qtbot: Any, pane: ChatPane) -> None:
    pane.set_servers([("S1", "TCP · Threading", TCP)])
    with qtbot.waitSignal(pane.client_requested) as wish:
        ChatRobot(qtbot, pane).new_client()
    assert wish.args == [TCP]


def test_with_several_servers_one_chooses(qtbot: Any, pane: ChatPane) -> None:
    chat = ChatRobot(qtbot, pane)
    pane.set_servers([("S1", "TCP · Threading", TCP), ("S2", "UDP", UDP)])
    assert chat.offered_targets() == ["TCP · Threading", "UDP", "Another address…"]
    with qtbot.waitSignal(pane.client_requested) as wish:
        chat.choose_target("UDP")
    assert wish.args == [UDP]


def test_an_address_can_be_typed_by_hand(qtbot: Any, pane: ChatPane) -> None:
    chat = ChatRobot(qtbot, pane).new_client()
    with qtbot.waitSignal(pane.client_requested) as wish:
        chat.type_address("TCP", host="::1", port="8000", framing="Lines")
    expected = Target(transport=Transport.TCP, host="::1", port=8000, framing=Framing.LINES)
    assert wish.args == [expected]
    assert (expected.label, expected.address) == ("[::1]:8000", ("::1", 8000))


def test_a_path_can_be_typed_by_hand(qtbot: Any, pane: ChatPane) -> None:
    chat = ChatRobot(qtbot, pane).new_client()
    with qtbot.waitSignal(pane.client_requested) as wish:
        chat.type_address("Unix datagram", path="/tmp/a.sock")
    assert wish.args == [Target(transport=Transport.UNIX_DATAGRAM, path="/tmp/a.sock")]


# The parts ------------------------------------------------------------------------------------------------

documents = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=8), inner, max_size=5),
    max_leaves=25,
)


@given(documents)
def test_laying_out_json_changes_no_value(value: Any) -> None:
    assert json.loads(laid_out(json.dumps(value, ensure_ascii=False))) == value


@given(st.text())
def test_visible_text_holds_no_control_and_no_direction_sign(text: str) -> None:
    shown = visible(text)
    assert not set(shown) & set("\0\x1b\r\u202a\u202e\u2066\u2069\u200e\ufeff")
    assert shown.encode("utf-8", "strict").decode() == shown  # no lone surrogate is left


def test_the_beginning_of_a_text_is_bounded_in_letters_and_lines() -> None:
    assert beginning("abc") == "abc"
    assert beginning("x" * 5000) == "x" * 2000
    assert beginning("\n" * 5000).count("\n") == 39


def test_bytes_that_are_not_utf_8_are_shown_by_their_numbers() -> None:
    assert decoded(b"caf\xc3\xa9 \xff") == "café \\xff"


def test_a_tooltip_shows_html_as_it_is_written() -> None:
    assert tooltip("<b>") == "<span>&lt;b&gt;</span>"


def test_a_document_for_lines_is_put_on_one_line() -> None:
    assert compose("[1,\n2]", Kind.JSON, LineEnding.NONE, Framing.LINES).data == b"[1, 2]"
    with pytest.raises(NotSendableError, match="Line 1"):
        compose('"a\nb"', Kind.JSON, LineEnding.NONE, Framing.LINES)


def test_recalling_forgets_the_oldest_and_says_nothing_twice() -> None:
    recall = Recall()
    for number in (*range(300), 299):
        recall.remember(str(number))
    assert recall.entries()[0] == "100"
    assert recall.entries()[-2:] == ["298", "299"]
    assert Walk(Recall()).older("draft") is None


@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_letters_stand_out_from_their_ground(look: theme.Theme) -> None:
    grounds = (look.window, look.card, look.field, look.bar)
    pairs = [
        (letters, ground)
        for letters in (look.text, look.muted, look.accent, look.good, look.warning, look.danger)
        for ground in grounds
    ]
    pairs += [(look.on_accent, fill) for fill in (look.accent_fill, look.accent_fill_hover, *look.lanes)]
    pairs += [(look.text, look.accent_soft), (look.accent, look.accent_soft)]
    pairs += [(look.good, look.good_soft), (look.warning, look.warning_soft), (look.danger, look.danger_soft)]
    weak = {pair: round(contrast(*pair), 2) for pair in pairs if contrast(*pair) < 4.5}
    assert not weak


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio as WCAG 2 defines it."""
    dark, light = sorted(luminance(QColor(colour)) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: QColor) -> float:
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_control_can_be_reached_by_tab_in_reading_order(chat: ChatRobot, pane: ChatPane) -> None:
    chat.write("1")
    places = [part.mapTo(pane, part.rect().topLeft()) for part in tab_order(pane)]
    names = [part.objectName() for part in tab_order(pane)]
    assert {"side_by_side", "client_menu", "clients", "new_client", "disconnect"} <= set(names)
    assert {"transcript", "message", "message_kind", "send"} <= set(names)
    assert all(first.y() <= second.y() + 20 for first, second in pairwise(places)), names


def tab_order(pane: ChatPane) -> list[QWidget]:
    """Return the visible controls inside `pane` in the order in which Tab visits them."""
    found: list[QWidget] = []
    part = pane.nextInFocusChain()
    while part is not None and part is not pane:
        if part.isVisible() and part.isEnabled() and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(part)
        part = part.nextInFocusChain()
    return found


def test_every_control_has_a_name_and_an_accessible_name(chat: ChatRobot, pane: ChatPane) -> None:
    nameless = [part for part in tab_order(pane) if not (part.objectName() and part.accessibleName())]
    assert nameless == []
