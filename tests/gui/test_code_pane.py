from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow

from core import Client, Concurrency, ServerHost, ServerSpec
from core.code_problem import CodeProblem
from core.events import Owner, Paused, ProcessEnded, Resumed
from core.history import History
from core.program import Program
from gui.panes.code import CodePane
from gui.panes.code.outline import Outline
from gui.widgets.code_limits import LARGEST
from gui.widgets.editor_margin import Activity
from tests.gui.robots.code import CodeRobot

SERVER = """import socketserver


class LowercaseJSON(socketserver.BaseRequestHandler):
    def setup(self):
        pass

    def handle(self):
        def inner(self):
            return (
                1,
            )

        self.request.sendall(self.request.recv(
            1024
        ))

    def finish(self): pass


class Other(socketserver.BaseRequestHandler):
    def handle(self):
        pass


class Server(socketserver.TCPServer):
    request_queue_size = 9

    def verify_request(self, request, client_address):
        return True


if __name__ == "__main__":
    with Server(("127.0.0.1", 9999), LowercaseJSON) as server:
        server.serve_forever()
"""

PROGRAM = Program(SERVER, {"handler": 4, "request_queue_size": 27, "host": 34, "port": 34, "loop": 35})

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(dressed: QApplication, qtbot: Any) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(CodePane())
    window.resize(626, 700)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


@pytest.fixture
def pane(window: QMainWindow) -> CodePane:
    pane = window.centralWidget()
    assert isinstance(pane, CodePane)
    return pane


@pytest.fixture
def code(qtbot: Any, pane: CodePane) -> CodeRobot:
    return CodeRobot(qtbot, pane)


@pytest.fixture
def shown(code: CodeRobot) -> CodeRobot:
    code.show_program(PROGRAM, "import socket\n")
    code.server.editor.setFocus()
    return code


# What is shown --------------------------------------------------------------------------------------------


def test_without_a_program_it_says_what_to_do(code: CodeRobot) -> None:
    assert "Choose a server" in code.emptiness()
    assert not code.is_offered("revert")


def test_both_programs_are_shown_and_only_the_servers_can_be_changed(shown: CodeRobot) -> None:
    assert (shown.emptiness(), shown.status()) == ("", "generated from your choices")
    shown.press("page_client").client.type("x")
    assert shown.client.source() == "import socket\n"
    shown.press("page_server").server.type("x")
    assert shown.server.source() == f"x{SERVER}"


def test_what_is_typed_makes_the_program_the_users_own(shown: CodeRobot) -> None:
    shown.server.go_to_end().type("# mine")
    shown.server.wait_until_told(f"{SERVER}# mine")
    assert (shown.status(), shown.edits) == ("edited by you", [f"{SERVER}# mine"])
    assert shown.is_offered("revert")


def test_undo_back_to_what_was_generated_is_no_edit_any_more(shown: CodeRobot) -> None:
    shown.server.type("x").wait_until_told(f"x{SERVER}").undo().wait_until_told(SERVER)
    assert shown.status() == "generated from your choices"
    assert not shown.is_offered("revert")


def test_the_users_own_program_is_edited_even_when_it_is_emptied(code: CodeRobot) -> None:
    code.show_own("x = 1\n")
    code.server.editor.setFocus()
    code.server.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier).press(Qt.Key.Key_Delete)
    code.server.wait_until_told("")
    assert code.status() == "edited by you"


def test_an_offer_stays_while_the_same_program_is_edited(pane: CodePane, code: CodeRobot) -> None:
    code.show_own("x = 1\n", "mine.py")
    pane.show_offer("It was saved.", "Take it")
    code.show_own("x = 1\n", "mine.py")
    assert (code.is_offered("offer"), code.notice()) == (True, "It was saved.")
    code.show_own("x = 2\n", "mine.py")
    assert not code.is_offered("offer")


def test_a_choice_changes_only_its_line_and_what_was_typed_can_be_undone_to(shown: CodeRobot) -> None:
    shown.server.go_to_end().type("# mine").wait_until_told(f"{SERVER}# mine")
    other = SERVER.replace("= 9", "= 7")
    shown.show_program(Program(other, PROGRAM.lines))
    assert shown.server.editor.flashing_lines() == [27, 36]
    assert shown.status() == "generated from your choices"
    shown.server.wait_until_calm().undo()
    shown.wait_for_status("edited by you")
    assert shown.edits == [f"{SERVER}# mine"] * 2


def test_a_file_keeps_its_name_and_the_next_choice_begins_anew(shown: CodeRobot) -> None:
    assert shown.show_own("x = 1\n", "mine\u202e.py")
    assert (shown.page_name(), shown.status()) == ("mine⟨U+202E⟩.py", "opened from a file")
    assert shown.is_offered("revert")
    shown.show_program(PROGRAM).server.undo()
    assert (shown.server.source(), shown.status()) == (SERVER, "generated from your choices")
    assert shown.page_name() == "server.py"


def test_a_program_that_is_too_long_is_refused_and_said_so(shown: CodeRobot) -> None:
    assert not shown.show_own("#" * (LARGEST + 1), "big.py")
    assert shown.notice() == "big.py: 257 KiB are too much: a program may have up to 256 KiB."
    assert shown.server.source() == SERVER


def test_characters_that_cannot_be_seen_are_counted_until_they_are_gone(shown: CodeRobot) -> None:
    assert shown.show_own("x = 1 # \u202e\u2066\n")
    assert shown.notice().startswith("2 of the characters")
    shown.server.go_to(1, 12).press(Qt.Key.Key_Backspace, times=2)
    shown.server.wait_until_told("x = 1 # \n")
    assert shown.notice() == ""


# Problems -------------------------------------------------------------------------------------------------


def test_a_problem_stands_at_its_line_and_below_and_a_click_leads_there(shown: CodeRobot) -> None:
    shown.press("page_client").show_problem(CodeProblem(26, 5, "This is no number."))
    assert shown.problem() == "Line 26: This is no number."
    assert shown.server.editor.problem() == (26, "This is no number.")
    shown.press("go_to_problem")
    assert shown.server.cursor()[0] == 26
    assert shown.server.editor.hasFocus()
    assert shown.show_problem(None).problem() == ""


# Wishes ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("button", "wish"), [("run_this", "run"), ("export", "export"), ("open", "open"), ("revert", "revert")]
)
def test_a_wish_comes_after_what_was_just_typed(shown: CodeRobot, button: str, wish: str) -> None:
    shown.server.type("x").wait_until_told(f"x{SERVER}").type("y")
    shown.press(button)
    assert shown.wishes == ["edited", "edited", wish]
    assert shown.edits[-1] == f"xy{SERVER}"


@pytest.mark.parametrize(("key", "modifiers"), [(Qt.Key.Key_F5, None), (Qt.Key.Key_R, CTRL)])
def test_one_key_runs_the_program_even_where_a_menu_has_that_key(
    pane: CodePane, shown: CodeRobot, key: Qt.Key, modifiers: Qt.KeyboardModifier | None
) -> None:
    menu = QAction("Start", pane.window())
    menu.setShortcuts([QKeySequence("F5"), QKeySequence("Ctrl+R")])
    menu.triggered.connect(lambda: shown.wishes.append("the menu's"))
    pane.window().addAction(menu)
    shown.server.type("x")
    shown.press_key(key, modifiers or Qt.KeyboardModifier.NoModifier)
    assert shown.wishes == ["edited", "run"]


def test_every_method_is_offered_with_a_sentence_and_those_that_are_there_are_ticked(
    shown: CodeRobot,
) -> None:
    offered = shown.offered()
    assert all(") — " in words for words in offered)
    ticked = {words.split("(")[0] for words, is_ticked in offered.items() if is_ticked}
    assert ticked == {"setup", "handle", "finish", "verify_request"}


def test_a_method_is_wished_for_and_one_that_is_there_is_shown(shown: CodeRobot) -> None:
    shown.override("handle_error")
    assert shown.wishes == ["hook handle_error"]
    shown.override("verify_request")
    assert shown.wishes == ["hook handle_error"]
    assert shown.server.cursor()[0] == 29


def test_copy_takes_the_program_in_front(shown: CodeRobot) -> None:
    assert shown.press("copy_program").clipboard() == SERVER
    assert shown.press("page_client").press("copy_program").clipboard() == "import socket\n"


# Controls and lines ---------------------------------------------------------------------------------------


def test_a_control_lights_its_line_up_and_a_line_tells_its_control(pane: CodePane, shown: CodeRobot) -> None:
    pane.show_control("request_queue_size")
    assert shown.server.editor.linked_line() == 27
    pane.show_control("no such control")
    assert shown.server.editor.linked_line() == 0
    shown.server.click_line(4).click_line(5)
    assert shown.wishes == ["control handler"]
    pane.flash_control("port")
    assert shown.server.editor.flashing_lines() == [34]


def test_lines_of_a_program_that_was_changed_tell_no_control(shown: CodeRobot) -> None:
    shown.server.type("x").wait_until_told(f"x{SERVER}").click_line(4)
    assert shown.wishes == ["edited"]


# Finding --------------------------------------------------------------------------------------------------


def test_find_counts_goes_on_goes_back_and_comes_around(shown: CodeRobot) -> None:
    shown.server.go_to(10)
    assert shown.find("DEF HANDLE").hits() == "2 of 2"
    assert shown.server.cursor()[0] == 22
    shown.press_key(Qt.Key.Key_F3)
    assert (shown.hits(), shown.server.cursor()[0]) == ("1 of 2, came around", 8)
    shown.press_key(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert (shown.hits(), shown.server.cursor()[0]) == ("2 of 2, came around", 22)
    shown.press_key(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert shown.hits() == "1 of 2"


def test_escape_leaves_the_search_and_keeps_the_hit(shown: CodeRobot) -> None:
    shown.find("verify").press_key(Qt.Key.Key_Escape)
    assert not shown.is_finding()
    assert shown.server.editor.hasFocus()
    assert shown.server.selected() == "verify"


def test_what_is_not_there_is_not_found(shown: CodeRobot) -> None:
    assert shown.find("xyzzy").hits() == "not found"


# What is running ------------------------------------------------------------------------------------------


def test_methods_end_where_their_lines_do() -> None:
    outline = Outline(SERVER)
    found = {(method.class_name, method.name): (method.first, method.last) for method in outline.methods}
    assert found == {
        ("LowercaseJSON", "setup"): (5, 6),
        ("LowercaseJSON", "handle"): (8, 16),
        ("LowercaseJSON", "finish"): (18, 18),
        ("Other", "handle"): (22, 23),
        ("Server", "verify_request"): (29, 30),
    }
    assert outline.lines_of("serve_forever") == [(35, 35)]


def test_a_real_servers_methods_are_marked_while_they_run(
    pane: CodePane, shown: CodeRobot, qtbot: Any
) -> None:
    pane.show_classes("LowercaseJSON", "Server")
    spec = ServerSpec(poll_interval=0.02, concurrency=Concurrency.THREADING)
    with ServerHost(spec) as host, Client.to(host) as client:
        client.ask("HI")
        shown.show_run(host.history())
        qtbot.waitUntil(
            lambda: shown.look().marks().get(8) == "handle() is running now, and waits, for request 1"
        )
        qtbot.waitUntil(lambda: shown.look().marks().get(35) == "serve_forever() is running now, and waits")
        shown.server.click_margin(9)
        assert shown.chosen == [1]
        pane.highlight_request(1)
        assert list(shown.marks()) == [8]
        pane.highlight_request(2)
        assert shown.marks() == {}
        pane.highlight_request(0)
    qtbot.waitUntil(lambda: not shown.look().marks())


def test_another_moment_marks_what_was_running_then(pane: CodePane, shown: CodeRobot) -> None:
    history = History()
    history.add(
        [
            Paused(10, 1, 1, 3, 1, Owner.HANDLER, "setup"),
            Resumed(20, 1, 1, 3, 2, Owner.HANDLER, "setup"),
            ProcessEnded(30, 1, 1, 0, 3, 0, "ended"),
        ]
    )
    shown.show_run(history)
    pane.show_moment(15)
    assert shown.marks() == {5: "setup() is about to be entered: the server is paused, for request 3"}
    assert shown.server.marks()[0].activity is Activity.PAUSED
    pane.show_moment(25)
    assert shown.marks() == {}


def test_every_control_has_a_name(shown: CodeRobot) -> None:
    shown.server.type("x").wait_until_told(f"x{SERVER}")
    shown.find("x")
    assert shown.unnamed_controls() == []
