"""The panes in another language, and back: all words change, and nothing else does."""

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from core import Client, Concurrency, ServerHost, ServerSpec
from core.events import ClientFailed, Left, MessageReceived
from core.framing import Framing
from core.history import History
from core.sentences import Kind
from core.wording import worded
from gui.panes.bytes_view import BytesPane
from gui.panes.chat import ChatPane
from gui.panes.chat.new_client import NewClientDialog
from gui.panes.lanes import LanesPane
from gui.panes.lanes.axis import duration
from gui.panes.life import LifePane
from gui.panes.log import LogPane
from gui.widgets.pace_bar import PaceBar
from gui.widgets.replay_bar import ReplayBar
from tests.core.processes import of, until
from tests.gui.robots.bytes import BytesRobot
from tests.gui.robots.chat import ChatRobot
from tests.gui.robots.lab import ClientRobot, LabRobot
from tests.gui.robots.lanes import LanesRobot
from tests.gui.robots.life import LifeRobot
from tests.gui.robots.log import LogRobot
from tests.gui.robots.pane_words import Brackets, said, untranslated

VIEWS = ("lanes", "life", "bytes", "kernel", "log")

SPOKEN = ('{"Say": "HELLO"}', '{"say": "hello"}', '{"Say"', '"HELLO"', '"hello"', '"say"')
"""What the clients and the server said to each other."""


@pytest.fixture
def speak(dressed: QApplication) -> Iterator[Callable[[bool], None]]:
    """Lets the windows speak in brackets, or in English again."""
    brackets = Brackets()

    def choose(is_other: bool) -> None:
        (dressed.installTranslator if is_other else dressed.removeTranslator)(brackets)
        for kind in (QEvent.Type.LanguageChange, QEvent.Type.DeferredDelete):
            QCoreApplication.sendPostedEvents(None, kind)

    yield choose
    dressed.removeTranslator(brackets)


@pytest.fixture(scope="module")
def run() -> History:
    """A run of a threading server, which two clients have talked to; it has ended."""
    with ServerHost(ServerSpec(concurrency=Concurrency.THREADING, poll_interval=0.02)) as host:
        with Client.to(host, "A") as first, Client.to(host, "B") as second:
            for client in (first, second, first):
                client.ask({"Say": "HELLO"})
        until(lambda: len([one for one in of(host, Left) if one.name == "shutdown_request"]) == 2)
    return host.history()


@pytest.fixture
def talk(lab: LabRobot) -> tuple[ClientRobot, ClientRobot]:
    """A running server and two clients that have talked to it; the first is at the front."""
    lab.start()
    first, second = lab.new_client(), lab.new_client()
    first.ask('{"Say": "HELLO"}')
    second.say('{"Say": "HELLO"}')
    return first.select(), second


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_of_a_running_server_says_all_in_another_language(
    lab: LabRobot, talk: Any, speak: Callable[[bool], None], name: str
) -> None:
    view = shown(lab, name)
    speak(True)
    view.refresh()
    assert untranslated(said(view), *SPOKEN) == {}


@pytest.mark.parametrize("name", VIEWS)
def test_after_all_a_view_says_and_shows_what_it_did_before(
    lab: LabRobot, talk: Any, speak: Callable[[bool], None], name: str
) -> None:
    view = shown(lab, name)
    lab.stop()
    lab.wait_until(lambda: not view.is_behind())
    if name == "kernel":
        lab.wait_until(lambda: view.sample() is not None and not view.sample().is_running)
    QApplication.processEvents()
    before, picture = without_numbers(said(view)), view.grab().toImage()
    speak(True)
    assert untranslated(said(view), *SPOKEN) == {}
    assert view.grab().toImage() != picture
    speak(False)
    assert without_numbers(said(view)) == before
    assert name == "kernel" or view.grab().toImage() == picture, "something is painted elsewhere"


@pytest.mark.parametrize("name", ["chat", "servers"])
def test_a_pane_says_all_in_another_language_and_goes_back(
    lab: LabRobot, talk: Any, speak: Callable[[bool], None], name: str
) -> None:
    pane: QWidget = getattr(lab.window, name)
    before = without_numbers(said(pane))
    speak(True)
    assert untranslated(said(pane), *SPOKEN) == {}
    speak(False)
    assert without_numbers(said(pane)) == before


def test_lanes_keep_zoom_and_choice(
    dressed: QApplication, qtbot: Any, run: History, speak: Callable[[bool], None]
) -> None:
    pane = seen(qtbot, LanesPane())
    lanes = LanesRobot(qtbot, pane).show_run(run)
    lanes.push("zoom_in").click_bar("Thread-1", "handle")
    window, inspected = lanes.window(), lanes.inspected()
    speak(True)
    assert lanes.window() == window
    assert lanes.inspected() != inspected
    assert untranslated(said(pane)) == {}
    speak(False)
    assert lanes.window() == window
    assert lanes.inspected() == inspected


def test_lanes_keep_a_chosen_stretch_of_time(
    dressed: QApplication, qtbot: Any, run: History, speak: Callable[[bool], None]
) -> None:
    lanes = LanesRobot(qtbot, seen(qtbot, LanesPane())).show_run(run)
    lanes.drag(300, 400, Qt.KeyboardModifier.ShiftModifier)
    span = lanes.chosen_span()
    speak(True)
    assert lanes.chosen_span() == span
    assert f"«{duration(span)} chosen»" in lanes.inspected()


def test_the_life_view_keeps_its_request(
    dressed: QApplication, qtbot: Any, run: History, speak: Callable[[bool], None]
) -> None:
    life = LifeRobot(qtbot, seen(qtbot, LifePane())).show_run(run).choose_request(1)
    speak(True)
    assert life.request_state() == "«request 1: «done»»"
    speak(False)
    assert life.request_state() == "request 1: done"


def test_the_bytes_view_keeps_scale_conversation_and_piece(
    dressed: QApplication, qtbot: Any, run: History, speak: Callable[[bool], None]
) -> None:
    pane = seen(qtbot, BytesPane())
    ruler = BytesRobot(qtbot, pane).show_run(run)
    ruler.pick(1).press("zoom_in").click("sent", 2)
    scale, conversation, piece = ruler.ruler("to_server").slice(), ruler.conversation(), ruler.piece()
    speak(True)
    assert ruler.piece() != piece
    assert untranslated(said(pane), *SPOKEN) == {}
    assert not ruler.fits()
    speak(False)
    assert ruler.ruler("to_server").slice() == scale
    assert (ruler.conversation(), ruler.piece()) == (conversation, piece)


def test_the_log_keeps_filters_and_choice(
    dressed: QApplication, qtbot: Any, run: History, speak: Callable[[bool], None]
) -> None:
    log = LogRobot(qtbot, seen(qtbot, LogPane())).show_run(run)
    log.only_kind(Kind.HOOK).only_request(1).choose(2)
    chosen, details, count = log.chosen(), log.details(), len(log.sentences())
    speak(True)
    assert log.details() != details
    assert len(log.sentences()) == count
    assert not log.follows
    speak(False)
    assert (log.chosen(), log.details()) == (chosen, details)


def test_a_chat_keeps_what_was_said_and_what_is_being_typed(
    lab: LabRobot, talk: tuple[ClientRobot, ClientRobot], speak: Callable[[bool], None]
) -> None:
    first, second = talk
    first.select()
    lab.chat.side_by_side("B").mean("Raw text").write("draft")
    said_so_far = first.said(), first.replies(), second.said(), second.replies()
    speak(True)
    assert (first.said(), first.replies(), second.said(), second.replies()) == said_so_far
    assert first.small_line().endswith("«16 bytes»")
    assert lab.chat.draft() == "draft"
    assert lab.chat.verdict() == "«6 bytes»"
    assert second.is_seen()


def test_why_a_client_failed_is_said_again(
    dressed: QApplication, qtbot: Any, speak: Callable[[bool], None]
) -> None:
    pane = seen(qtbot, ChatPane())
    pane.add_client("A", "A", "127.0.0.1:1", Framing.JSON)
    what, why, hint = worded("Nobody listens."), worded("Port {port} is free.", port=1), worded("Start one.")
    pane.show_events("A", [ClientFailed(1, 1, 1, 0, 1, "A", "refused", what, why, hint)])
    speak(True)
    assert ChatRobot(qtbot, pane).notices() == ["«Nobody listens.»\n«Port 1 is free.»\n«Start one.»"]
    speak(False)
    assert ChatRobot(qtbot, pane).notices() == ["Nobody listens.\nPort 1 is free.\nStart one."]


def test_the_dialog_for_an_address_keeps_what_is_typed(
    dressed: QApplication, qtbot: Any, speak: Callable[[bool], None]
) -> None:
    pane = seen(qtbot, ChatPane())
    pane.ask_for_address()
    dialog = pane.findChild(NewClientDialog)
    assert dialog is not None
    dialog.host.setText("")
    before = said(dialog)
    speak(True)
    assert untranslated(said(dialog), "127.0.0.1", "server.sock") == {}
    speak(False)
    assert said(dialog) == before
    assert dialog.host.text() == ""


def test_a_whole_message_stays_open(dressed: QApplication, qtbot: Any, speak: Callable[[bool], None]) -> None:
    pane = seen(qtbot, ChatPane())
    pane.add_client("A", "A", "127.0.0.1:1", Framing.JSON)
    pane.show_events("A", [MessageReceived(1, 1, 1, 0, 1, "A", 3_000, b"x" * 3_000, "")])
    chat = ChatRobot(qtbot, pane)
    window = chat.show_all(chat.bubbles()[0])
    speak(True)
    assert untranslated(said(window)) == {}
    assert window.windowTitle() == "«Whole message · client A»"
    assert untranslated(said(pane), "x" * 2_000, *SPOKEN) == {}
    window.close()


@pytest.mark.parametrize("make", [ReplayBar, PaceBar])
def test_a_bar_says_all_and_goes_back(
    dressed: QApplication, qtbot: Any, speak: Callable[[bool], None], make: type[QWidget]
) -> None:
    bar = seen(qtbot, make())
    if isinstance(bar, ReplayBar):
        bar.show_span(0, 5_000_000_000)
        bar.show_moment(1_000_000_000)
    before, width = said(bar), bar.sizeHint().width()
    speak(True)
    assert untranslated(said(bar)) == {}
    speak(False)
    assert said(bar) == before
    assert bar.sizeHint().width() == width


P = TypeVar("P", bound=QWidget)


def seen(qtbot: Any, pane: P) -> P:
    qtbot.addWidget(pane)
    pane.resize(820, 760)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def shown(lab: LabRobot, name: str) -> Any:
    lab.window.stage.show_view(name)
    view = getattr(lab.window.views, name)
    lab.wait_until(lambda: not view.is_behind())
    if name == "kernel":
        lab.wait_until(lambda: view.sample() is not None)
    return view


def without_numbers(words: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return the words; seconds that pass do not count."""
    return {(place, re.sub(r"[\d.,]+", "0", text)) for place, text in words}
