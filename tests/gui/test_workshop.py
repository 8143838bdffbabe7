import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from core import limits
from core.gallery import examples
from tests import leftovers
from tests.gui.robots.heartbeat import FROZEN, TOIL, Heartbeat
from tests.gui.robots.lab import LabRobot
from tests.gui.robots.other_editor import OtherEditor
from tests.gui.robots.workshop import WorkshopRobot, open_from_the_menu

START = """
if __name__ == "__main__":
    with socketserver.{server}(("127.0.0.1", {port}), Handler) as server:
        server.serve_forever(0.02)
"""

ECHO = """import os
import socketserver
import sys

KEPT = []


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        while chunk := self.request.recv(1000):
            {body}
            self.request.sendall(chunk)

"""


def echo(body: str = "pass", server: str = "TCPServer", port: int = 0) -> str:
    """Return an echo server that does something before it answers."""
    return ECHO.format(body=body) + START.format(server=server, port=port)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@pytest.fixture
def workshop(lab: LabRobot, qtbot: Any) -> WorkshopRobot:
    lab.builder.choose(handler="Echo")
    return WorkshopRobot(qtbot, lab)


# Writing and running ---------------------------------------------------------------------------------------


def test_a_handler_that_is_typed_and_run_answers_in_the_chat(workshop: WorkshopRobot) -> None:
    workshop.edit("sendall(chunk)", "sendall(chunk.lower())")
    assert workshop.lab.builder.chosen("handler") == "EchoHandler"
    workshop.run()
    assert workshop.lab.new_client().ask('"HELLO"') == '"hello"'


def test_a_program_can_be_typed_from_nothing(workshop: WorkshopRobot) -> None:
    workshop.write("")
    assert "no handler class" in workshop.wait_for_problem("Line 1")
    workshop.editor.type(
        "from socketserver import StreamRequestHandler\n\n\nclass Shout(StreamRequestHandler):\n"
        "def handle(self):\nself.wfile.write(self.rfile.readline().upper())"
    )
    workshop.wait_until_read()
    assert workshop.code.problem() == ""
    assert workshop.lab.builder.chosen("handler") == "Shout"
    workshop.run("F5")
    assert workshop.lab.new_client().ask('"hello"') == '"HELLO"'


def test_undo_leads_back_to_the_built_in_handler(workshop: WorkshopRobot) -> None:
    before = workshop.program()
    workshop.edit("recv(8192)", "recv(1)")
    assert workshop.lab.builder.chosen("handler") == "EchoHandler"
    while workshop.program() != before:
        workshop.editor.undo()
    workshop.wait_until_read()
    assert workshop.lab.builder.chosen("handler") == "Echo"
    assert workshop.program() == before


def test_revert_goes_back_to_the_handler_that_was_there(workshop: WorkshopRobot) -> None:
    before = workshop.program()
    workshop.write(echo())
    workshop.code.press("revert")
    assert workshop.lab.builder.chosen("handler") == "Echo"
    assert workshop.program() == before
    assert workshop.code.status() == "generated from your choices"


def test_revert_takes_away_what_cannot_be_read_too(workshop: WorkshopRobot) -> None:
    before = workshop.program()
    workshop.write("no program")
    assert workshop.code.problem()
    workshop.code.press("revert")
    assert workshop.program() == before
    assert workshop.code.problem() == ""


def test_a_choice_leaves_a_text_alone_that_cannot_be_read(workshop: WorkshopRobot) -> None:
    workshop.write("class Half")
    workshop.lab.builder.choose(concurrency="Threading")
    assert workshop.program() == "class Half"
    assert workshop.code.problem()
    workshop.lab.builder.choose(handler="Upper case")
    assert workshop.program() == workshop.generated()


def test_lines_and_controls_know_each_other_again_when_a_mistake_is_mended(workshop: WorkshopRobot) -> None:
    workshop.write(echo())
    workshop.edit("(self)", "(self")
    workshop.edit("(self", "(self)")
    workshop.point_at_control("port")
    assert workshop.editor.editor.linked_line() == workshop.line_of('("127.0.0.1", 0)')


# Choices and lines -----------------------------------------------------------------------------------------


def test_a_choice_changes_the_lines_and_they_flash(workshop: WorkshopRobot) -> None:
    workshop.lab.builder.choose(concurrency="Threading")
    assert workshop.program() == workshop.generated()
    line = workshop.line_of("class Server(ThreadingMixIn, TCPServer)")
    assert line in workshop.editor.editor.flashing_lines()
    assert workshop.line_of("class EchoHandler") not in workshop.editor.editor.flashing_lines()


def test_a_choice_changes_the_lines_of_a_program_that_was_edited(workshop: WorkshopRobot) -> None:
    workshop.edit("sendall(chunk)", "sendall(chunk + chunk)")
    workshop.editor.wait_until_calm()
    workshop.lab.builder.choose(concurrency="Threading")
    line = workshop.line_of("class Server(ThreadingMixIn, TCPServer)")
    assert line in workshop.editor.editor.flashing_lines()
    assert "sendall(chunk + chunk)" in workshop.program()
    workshop.run()
    clients = [workshop.lab.new_client() for _ in range(2)]
    assert [client.ask("7") for client in clients] == ["77", "77"]


def test_an_option_changes_the_lines(workshop: WorkshopRobot) -> None:
    workshop.lab.builder.unfold_options().write(request_queue_size="9")
    assert workshop.editor.line(workshop.line_of("request_queue_size")).strip() == "request_queue_size = 9"


def test_the_lines_change_the_choices(workshop: WorkshopRobot) -> None:
    workshop.write(echo(server="ThreadingTCPServer", port=8_123))
    assert workshop.lab.builder.chosen("concurrency") == "Threading"
    assert workshop.lab.builder.text("port") == "8123"


def test_a_control_shows_its_line_and_the_line_points_at_the_control(workshop: WorkshopRobot) -> None:
    workshop.point_at_control("transport")
    line = workshop.line_of("class Server(TCPServer)")
    assert workshop.editor.editor.linked_line() == line
    workshop.point_at_control("port")
    assert workshop.editor.editor.linked_line() == workshop.line_of('("127.0.0.1", 0)')
    workshop.editor.click_line(line)
    assert workshop.pointed_at() == ["transport"]
    assert workshop.editor.editor.linked_line() == line


def test_the_line_of_the_hook_that_runs_now_is_marked(workshop: WorkshopRobot) -> None:
    workshop.edit("sendall(chunk)", "sendall(chunk + b' ')")
    workshop.run()
    workshop.lab.new_client().ask("1")
    workshop.lab.wait_until(lambda: workshop.line_of("def handle") in workshop.code.marks())
    assert "handle() is running now" in workshop.code.marks()[workshop.line_of("def handle")]
    assert workshop.line_of("serve_forever(") in workshop.code.marks()


# It is not right, and the last good server goes on ---------------------------------------------------------

MISTAKES = {
    "a bracket that is open": (echo().replace("handle(self)", "handle(self"), "def handle", "never closed"),
    "an indentation": (echo().replace("        while", "    while"), "while chunk", "indented"),
    "no class": ("import socketserver\n", "import", "no handler class"),
    "a class that is no handler": (
        echo().replace("socketserver.BaseRequestHandler", "object").partition("\nif")[0],
        "class Handler",
        "is no handler class",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_what_is_wrong_is_said_at_its_line_before_anything_runs(workshop: WorkshopRobot, name: str) -> None:
    text, piece, words = MISTAKES[name]
    key = workshop.run()
    workshop.write(text)
    workshop.wait_for_problem(words)
    assert workshop.problem_line() == workshop.line_of(piece)
    assert workshop.code.problem().startswith(f"Line {workshop.problem_line()}: ")
    workshop.turn_to("log").lab.press("Ctrl+R")
    assert workshop.is_in_front("code")
    assert workshop.keys() == [key]
    assert workshop.lab.new_client(key).ask("1") == "1"


FAILURES = {
    "an exception": ("1 / 0", "ZeroDivisionError"),
    "a name that is not there": ("nobody()", "NameError"),
    "an import that is not there": ("import no_such_thing", "ModuleNotFoundError"),
    "sys.exit": ("sys.exit(3)", "SystemExit"),
}


@pytest.mark.parametrize("name", FAILURES)
def test_a_program_that_fails_at_import_is_shown_at_its_line_and_the_old_server_goes_on(
    workshop: WorkshopRobot, name: str
) -> None:
    statement, kind = FAILURES[name]
    key = workshop.run()
    client = workshop.lab.new_client()
    workshop.write(echo().replace("KEPT = []", statement)).press_run()
    assert kind in workshop.wait_for_problem(kind)
    assert workshop.problem_line() == workshop.line_of(statement)
    assert workshop.lab.builder.problem()
    assert client.ask("1") == "1"
    assert workshop.lab.servers.state(key) == "listening"
    workshop.write(echo())
    assert workshop.code.problem() == ""
    new = workshop.run()
    workshop.lab.wait_until(lambda: workshop.keys() == [new])
    assert client.reconnect().ask("2") == "2"


def test_an_exception_at_import_with_a_fixed_port_leaves_the_old_server_alone(
    workshop: WorkshopRobot,
) -> None:
    port = free_port()
    workshop.write(echo(port=port))
    key = workshop.run()
    workshop.write(echo(port=port).replace("KEPT = []", "1 / 0")).press_run()
    workshop.wait_for_problem("ZeroDivisionError")
    assert workshop.lab.builder.problem()
    assert workshop.keys() == [key]
    assert workshop.lab.new_client().ask("1") == "1"
    assert workshop.lab.port(key) == port


ITSELF = """
with socketserver.TCPServer(("127.0.0.1", {port}), Handler) as server:
    for _ in range(100):
        server.handle_request()
"""


def test_a_program_that_runs_itself_is_replaced_where_only_the_old_one_is_in_the_way(
    workshop: WorkshopRobot,
) -> None:
    loop = ITSELF.format(port=free_port())
    workshop.write(ECHO.format(body="pass") + loop)
    code = workshop.spec().code
    assert code is not None
    assert code.runs_itself
    old = workshop.run()
    workshop.write(ECHO.format(body="1 / 0").replace("KEPT = []", "nobody()") + loop).press_run()
    workshop.wait_for_problem("NameError")
    assert workshop.listening() == [old]
    workshop.write(ECHO.format(body="chunk = b'new'") + loop)
    new = workshop.run()
    assert workshop.keys() == [new]
    assert workshop.code.problem() == ""
    assert workshop.lab.new_client().ask("1") == "new"


# Again with one key ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("port", [0, -1], ids=["a free port", "a fixed port"])
def test_one_key_puts_the_new_program_in_the_place_of_the_running_one(
    workshop: WorkshopRobot, port: int
) -> None:
    port = port and free_port()
    workshop.write(echo("chunk = chunk.upper()", port=port))
    workshop.lab.builder.unfold_options().check(allow_reuse_address=True)  # or the port rests for a minute
    old = workshop.run()
    client = workshop.lab.new_client()
    assert client.ask('"Hello"') == '"HELLO"'
    workshop.edit("chunk.upper()", "chunk.lower()")
    with Heartbeat() as heart:
        new = workshop.run()
    assert workshop.keys() == [new] != [old]
    client.wait_for_notice("The server closed the conversation.")
    assert client.reconnect().ask('"Hello"') == '"hello"'
    assert not port or workshop.lab.port(new) == port
    assert heart.longest_gap < FROZEN


def test_a_server_that_was_stopped_is_started_beside_it_by_the_key(workshop: WorkshopRobot) -> None:
    old = workshop.run()
    workshop.lab.stop()
    new = workshop.run()
    assert workshop.keys() == [old, new]


@pytest.mark.parametrize("port", [0, -1], ids=["a free port", "a fixed port"])
def test_the_key_pressed_again_at_once_leaves_one_server(workshop: WorkshopRobot, port: int) -> None:
    port = port and free_port()
    workshop.write(echo(port=port))
    workshop.run()
    for number in range(3):
        workshop.write(echo(f"chunk = b'{number}'", port=port)).press_run()
    workshop.lab.wait_until(
        lambda: len(workshop.keys()) == 1 and workshop.running_text() == workshop.program()
    )
    assert workshop.lab.new_client().ask("7") == "2"


def test_a_program_that_hangs_at_import_is_replaced_by_the_next_try_and_the_first_with_it(
    workshop: WorkshopRobot,
) -> None:
    workshop.write(echo())
    first = workshop.run()
    workshop.write(echo().replace("KEPT = []", "while True: pass")).press_run()
    workshop.lab.wait_until(lambda: len(workshop.keys()) == 2)
    assert workshop.listening() == [first]
    workshop.write(echo("chunk = b'mended'")).press_run()
    workshop.lab.wait_until(lambda: len(workshop.keys()) == 1 and workshop.listening() not in ([], [first]))
    assert workshop.lab.new_client().ask("1") == "mended"


def test_a_program_with_a_fixed_port_that_hangs_at_import_is_given_up_for_the_next_try(
    workshop: WorkshopRobot,
) -> None:
    port = free_port()
    workshop.write(echo(port=port))
    first = workshop.run()
    workshop.write(echo(port=port).replace("KEPT = []", "while True: pass")).press_run()
    workshop.lab.wait_until(lambda: len(leftovers.processes()) == 2)
    workshop.write(echo("chunk = b'mended'", port=port))
    assert workshop.run() != first
    assert workshop.lab.new_client().ask("1") == "mended"
    workshop.lab.wait_until(lambda: len(leftovers.processes()) == 1)


def test_the_end_of_the_running_server_ends_what_is_tried_out_for_it(workshop: WorkshopRobot) -> None:
    port = free_port()
    workshop.write(echo(port=port))
    key = workshop.run()
    workshop.write(echo(port=port).replace("KEPT = []", "while True: pass")).press_run()
    workshop.lab.wait_until(lambda: len(leftovers.processes()) == 2)
    workshop.lab.builder.stop()
    workshop.lab.servers.wait_for_state(key, "stopped")
    workshop.lab.wait_until(lambda: not leftovers.processes())
    assert workshop.keys() == [key]


# Hooks -----------------------------------------------------------------------------------------------------


def test_a_method_from_the_menu_turns_a_client_away(workshop: WorkshopRobot) -> None:
    workshop.code.override("verify_request")
    line = workshop.line_of("def verify_request(self, request, client_address)")
    assert workshop.editor.line(line).startswith("    ")
    body = workshop.line_of("super().verify_request")
    workshop.edit(workshop.editor.line(body).strip(), "return False")
    key = workshop.run()
    workshop.lab.servers.press(key, "new_client_to")
    workshop.lab.newest_client().wait_for_notice("The server closed the conversation.")
    assert "verify_request() returned False" in workshop.lab.events()


def test_a_method_of_the_server_makes_a_class_where_there_is_none(workshop: WorkshopRobot) -> None:
    workshop.write(echo())
    workshop.code.override("verify_request")
    workshop.edit("return super().verify_request(request, client_address)", "print('asked'); return True")
    workshop.run()
    assert workshop.lab.new_client().ask("1") == "1"
    assert workshop.wait_for_output("asked")


def test_a_method_that_is_there_is_shown_instead_of_put_in(workshop: WorkshopRobot) -> None:
    before = workshop.program()
    workshop.code.override("handle")
    assert workshop.program() == before
    assert workshop.editor.cursor()[0] == workshop.line_of("def handle")


@pytest.mark.parametrize(
    "hook", ["setup", "get_request", "process_request", "handle_error", "service_actions"]
)
def test_every_method_from_the_menu_leaves_a_program_that_runs(workshop: WorkshopRobot, hook: str) -> None:
    workshop.code.override(hook)
    assert workshop.code.problem() == ""
    assert f"def {hook}(self" in workshop.program()
    workshop.run()
    assert workshop.lab.new_client().ask("1") == "1"


# The console -----------------------------------------------------------------------------------------------


def test_what_is_printed_and_tracebacks_are_in_the_console_and_lead_to_the_line(
    workshop: WorkshopRobot,
) -> None:
    workshop.write(echo("print('got', chunk); {}[chunk]"))
    workshop.run()
    workshop.lab.new_client().say("77")
    console = workshop.wait_for_output("KeyError: b'77'")
    assert "got b'77'" in console.texts()
    line = workshop.line_of("{}[chunk]")
    console.click_link(console.row(f'File "server.py", line {line}'))
    assert workshop.is_in_front("code")
    assert workshop.editor.cursor()[0] == line


# Guard rails -----------------------------------------------------------------------------------------------

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork()")
needs_memory_limit = pytest.mark.skipif(bool(limits.why_not("memory_limit")), reason="no such limit here")


def test_an_endless_loop_in_a_handler_is_stopped_and_named(workshop: WorkshopRobot) -> None:
    workshop.write(echo("\n            while True: pass"))
    key = workshop.run()
    workshop.lab.new_client().say("1")
    workshop.wait_until_event("recv() got")
    with Heartbeat() as heart:
        workshop.lab.builder.stop()
        workshop.lab.servers.wait_for_state(key, "killed")
    line = workshop.line_of("while True")
    assert any(f"handle() in server.py, line {line}" in text for text in workshop.lab.events())
    assert heart.longest_gap < FROZEN
    workshop.lab.wait_until(lambda: not leftovers.processes())  # told as killed, it still has to go


def test_an_endless_loop_at_import_leaves_the_old_server_and_can_be_stopped(workshop: WorkshopRobot) -> None:
    old = workshop.run()
    with Heartbeat() as heart:
        workshop.write(
            echo().replace("KEPT = []", "print('begins', flush=True)\nwhile True: pass")
        ).press_run()
        workshop.lab.wait_until(lambda: len(workshop.keys()) == 2)
        workshop.wait_for_output("begins")
        new = workshop.lab.servers.selected()[0]
        workshop.lab.builder.stop()
        workshop.lab.servers.wait_for_state(new, "stopped")
    assert workshop.lab.servers.state(old) == "listening"
    workshop.wait_for_output(f"It is at server.py, line {workshop.line_of('while True')}")
    assert heart.longest_gap < FROZEN


@needs_fork
def test_the_first_steps_of_a_fork_bomb_are_the_last_and_are_told(workshop: WorkshopRobot) -> None:
    workshop.write(echo("\n            while True: os.fork()"))
    workshop.lab.builder.unfold_options().write(process_limit="8")
    key = workshop.run()
    with Heartbeat() as heart:
        workshop.lab.new_client().say("1")
        workshop.wait_for_output("ProcessLimitError")
        workshop.wait_for_output("8 processes")
        workshop.lab.builder.stop()
        workshop.lab.servers.wait_for_state(key, "stopped")
    assert heart.longest_gap < FROZEN
    workshop.lab.wait_until(lambda: not leftovers.processes())  # told as killed, it still has to go


@needs_memory_limit
def test_memory_that_grows_meets_its_limit_and_is_told(workshop: WorkshopRobot) -> None:
    workshop.write(echo("\n            while True: KEPT.append(bytes(1_000_000))"))
    workshop.lab.builder.unfold_options().write(memory_limit="150")
    key = workshop.run()
    with Heartbeat() as heart:
        workshop.lab.new_client().say("1")
        workshop.wait_for_output("MemoryError")
        workshop.wait_for_output("150 MiB")
        workshop.lab.stop()
    assert workshop.lab.servers.state(key) == "stopped"
    assert heart.longest_gap < FROZEN


ENDS = {
    "os._exit(7)": ("ended with code 7: something called os._exit(7) or sys.exit(7)", ""),
    "sys.exit(7)": ("ended with code 1: an exception that nobody caught", "SystemExit"),
    "self.server.socket.close()": ("ended with code 1", "ListeningSocketClosedError"),
}
"""What is said on the server's card, and in the console."""


@pytest.mark.parametrize("statement", ENDS)
def test_a_handler_that_ends_its_server_hurts_no_more_than_that(
    workshop: WorkshopRobot, statement: str
) -> None:
    workshop.write(echo(statement))
    key = workshop.run()
    pid = workshop.lab.pid()
    with Heartbeat() as heart:
        client = workshop.lab.new_client().say("1")
        if "socket" in statement:  # the handler is answered, and goes on until its client has left
            client.wait_for_reply()
            client.disconnect()
        workshop.lab.wait_until(lambda: not workshop.lab.builder.can_stop())
    said, printed = ENDS[statement]
    assert workshop.lab.servers.state(key) == "died"
    assert workshop.lab.servers.detail(key).startswith(said)
    assert not printed or workshop.wait_for_output(printed)
    assert not psutil.pid_exists(pid)
    assert heart.longest_gap < FROZEN
    workshop.edit(statement, "pass").run()
    assert workshop.lab.new_client().ask("1") == "1"


def test_a_handler_that_deletes_its_server_hurts_only_itself(workshop: WorkshopRobot) -> None:
    workshop.write(echo("if chunk == b'1': del self.server"))
    workshop.run()
    client = workshop.lab.new_client().say("1")
    client.ask("2")
    client.disconnect()
    assert workshop.lab.new_client().ask("3") == "3"
    workshop.lab.stop()


def test_a_flood_of_output_neither_holds_up_the_window_nor_fills_it(workshop: WorkshopRobot) -> None:
    workshop.write(echo("\n            while True: print('x' * 200)", server="ThreadingTCPServer"))
    workshop.run()
    with Heartbeat() as heart:
        workshop.lab.new_client().say("1")
        workshop.wait_for_output("xxxx")
        workshop.lab.builder.stop()
        workshop.lab.wait_until(lambda: not workshop.lab.builder.can_stop())
    assert heart.longest_gap < FROZEN


# Taking it home --------------------------------------------------------------------------------------------


def test_an_exported_server_runs_and_answers_as_in_the_window(workshop: WorkshopRobot, folder: Path) -> None:
    port = free_port()
    workshop.write(echo("chunk = chunk.upper()", port=port))
    workshop.export(folder)
    workshop.lab.wait_until(lambda: "server.py, client.py, both.py" in workshop.said())
    command = [sys.executable, "server.py"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        client = workshop.lab.new_client_to_address("TCP", host="127.0.0.1", port=str(port))
        workshop.lab.wait_until(lambda: bool(client.notice()))
        while "connected to" not in client.notice():
            client.reconnect()
        assert client.ask('"home"') == '"HOME"'
        process.kill()


def test_files_in_the_way_are_replaced_only_after_a_question(workshop: WorkshopRobot, folder: Path) -> None:
    kept = folder / "client.py"
    kept.write_text("mine")
    workshop.export(folder)
    assert "client.py" in workshop.replace_files(yes=False)
    assert [path.name for path in folder.iterdir()] == ["client.py"]
    assert kept.read_text() == "mine"
    workshop.export(folder)
    workshop.replace_files(yes=True)
    assert kept.read_text() != "mine"
    assert (folder / "server.py").read_text() == workshop.program()


def test_a_folder_that_cannot_be_written_to_is_explained(workshop: WorkshopRobot, folder: Path) -> None:
    (folder / "server.py").mkdir()
    workshop.export(folder)
    workshop.replace_files(yes=True)
    assert "A folder stands there with the name of one of the files." in workshop.lab.builder.problem()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_of_somebody_elses_is_explained(workshop: WorkshopRobot, folder: Path) -> None:
    folder.chmod(0o500)
    workshop.export(folder)
    assert "Nothing can be written to" in workshop.lab.wait_for_problem()
    folder.chmod(0o700)


def test_what_cannot_be_read_is_not_exported(workshop: WorkshopRobot) -> None:
    workshop.write("class Half")
    workshop.code.press("export")
    assert workshop.said() == "Nothing is exported before the line that is marked is mended."


def test_a_program_of_four_thousand_lines_is_edited_without_a_jerk(workshop: WorkshopRobot) -> None:
    workshop.write(echo().replace("KEPT = []", "KEPT = [\n" + "    'line',\n" * 4_000 + "]"))
    with Heartbeat() as heart:
        workshop.edit("pass", "chunk = chunk.lower()")
    assert heart.longest_work < TOIL


# A file of someone's ---------------------------------------------------------------------------------------


def test_a_file_is_read_without_running_and_asked_about_before_it_runs(
    workshop: WorkshopRobot, folder: Path
) -> None:
    witness = folder / "witness"
    path = folder / "theirs.py"
    path.write_text(echo(server="ThreadingTCPServer").replace("KEPT = []", f"open({str(witness)!r}, 'w')"))
    workshop.open(path)
    assert workshop.lab.builder.chosen("handler") == "Handler"
    assert workshop.lab.builder.chosen("concurrency") == "Threading"
    workshop.run_opened(is_trusted=False)
    assert workshop.keys() == []
    assert not witness.exists()
    workshop.run_opened()
    workshop.lab.wait_until(lambda: bool(workshop.listening()))
    assert witness.exists()
    assert workshop.lab.new_client().ask("1") == "1"


def test_the_answer_is_remembered_by_content_not_by_name(workshop: WorkshopRobot, folder: Path) -> None:
    path, same = folder / "one.py", folder / "two.py"
    path.write_text(echo())
    workshop.open(path).run_opened()
    workshop.lab.wait_until(lambda: bool(workshop.listening()))
    same.write_text(echo())
    workshop.open(same)
    workshop.run()
    assert not workshop.is_asked()
    path.write_text(echo("chunk += b' '"))
    workshop.open(path).press_run()
    workshop.trust_question().not_now()


def test_a_file_saved_in_another_editor_is_offered_and_asked_about_again(
    workshop: WorkshopRobot, folder: Path
) -> None:
    editor = OtherEditor(folder / "theirs.py")
    editor.save_in_place(echo())
    workshop.open(editor.path).run_opened()
    workshop.lab.wait_until(lambda: bool(workshop.listening()))
    old = workshop.lab.servers.selected()[0]
    editor.save_by_rename(echo("chunk = b'new'"))
    workshop.lab.wait_until(lambda: workshop.code.notice() == "theirs.py was saved by another program.")
    assert "new" not in workshop.program()
    workshop.accept_offer()
    question = workshop.trust_question()
    assert "chunk = b'new'" in question.code()
    assert workshop.lab.servers.state(old) == "listening"
    assert workshop.wait_for_new(question.run_it) not in ("", old)
    assert workshop.lab.new_client().ask("1") == "new"


def test_a_saved_version_that_is_broken_is_shown_at_its_line_and_runs_nothing(
    workshop: WorkshopRobot, folder: Path
) -> None:
    editor = OtherEditor(folder / "theirs.py")
    editor.save_in_place(echo())
    workshop.open(editor.path).run_opened()
    workshop.lab.wait_until(lambda: bool(workshop.listening()))
    editor.save_in_place(echo().replace("def handle(self):", "def handle(self:"))
    workshop.accept_offer()
    workshop.wait_for_problem("Line 9")
    assert not workshop.is_asked()
    assert len(workshop.listening()) == 1


def test_a_broken_file_is_shown_at_its_line_even_before_the_code_was_ever_looked_at(
    lab: LabRobot, qtbot: Any, folder: Path
) -> None:
    editor = OtherEditor(folder / "theirs.py")
    editor.save_in_place(echo().replace("def handle(self):", "def handle(self:"))
    open_from_the_menu(lab, editor.path)
    workshop = WorkshopRobot(qtbot, lab)
    workshop.wait_for_problem("Line 9")
    assert workshop.code.page_name() == "theirs.py"
    editor.save_in_place(echo())
    workshop.accept_offer()
    workshop.trust_question().not_now()
    assert workshop.code.problem() == ""
    assert workshop.program() == echo()


def test_a_file_that_cannot_be_read_is_explained(workshop: WorkshopRobot, folder: Path) -> None:
    path = folder / "picture.py"
    path.write_bytes(b"\x89PNG\xff\xfe\x00")
    before = workshop.program()
    workshop.try_to_open(path)
    assert "picture.py" in workshop.lab.wait_for_problem()
    assert workshop.program() == before


def test_a_trusted_program_may_be_changed_in_the_window_without_another_question(
    workshop: WorkshopRobot, folder: Path
) -> None:
    path = folder / "theirs.py"
    path.write_text(echo())
    workshop.open(path)
    workshop.edit("pass", "chunk += b' '").press_run()
    workshop.trust_question().run_it()
    workshop.lab.wait_until(lambda: bool(workshop.listening()))
    workshop.edit("b' '", "b'!'")
    workshop.run()
    assert not workshop.is_asked()
    assert workshop.code.page_name() == "theirs.py"


def test_the_next_window_has_the_program_and_asks_only_about_what_never_ran(
    open_lab: Callable[[], LabRobot], qtbot: Any
) -> None:
    first = WorkshopRobot(qtbot, open_lab())
    first.write(echo()).run()
    first.lab.close()
    second = WorkshopRobot(qtbot, open_lab())
    assert second.program() == echo()
    second.run()
    assert not second.is_asked()
    second.write(echo("chunk += b' '"))
    second.lab.close()
    third = WorkshopRobot(qtbot, open_lab())
    third.press_run()
    third.trust_question().run_it()
    third.lab.wait_until(lambda: bool(third.listening()))


def test_an_example_of_the_gallery_is_taken_and_run(workshop: WorkshopRobot) -> None:
    gallery = workshop.gallery()
    title = next(example.title for example in examples() if example.key == "line_by_line")
    gallery.double_click(gallery.titles().index(title))
    workshop.lab.wait_until(lambda: workshop.code.page_name() == "line_by_line.py")
    workshop.run()
    assert not workshop.is_asked()
    assert workshop.lab.new_client().ask('"hello"')


def test_changes_that_stand_in_no_file_are_lost_only_after_a_question(
    workshop: WorkshopRobot, folder: Path
) -> None:
    path = folder / "theirs.py"
    path.write_text(echo())
    mine = echo("chunk += b'mine'")
    workshop.write(mine).try_to_open(path)
    workshop.give_up_changes(yes=False)
    assert workshop.program() == mine
    workshop.gallery().double_click(0)
    workshop.give_up_changes(yes=True)
    workshop.lab.wait_until(lambda: workshop.program() == examples()[0].text)


def test_no_question_is_asked_about_changes_that_were_taken_home(
    workshop: WorkshopRobot, folder: Path
) -> None:
    path = folder / "theirs.py"
    path.write_text(echo())
    workshop.write(echo("chunk += b'mine'")).export(folder)
    workshop.lab.wait_until(lambda: (folder / "server.py").exists())
    workshop.open(path)
    assert not workshop.is_asked_to_give_up()


def test_to_run_what_cannot_run_leads_to_its_line(workshop: WorkshopRobot) -> None:
    workshop.write(echo().replace("def handle(self):", "def handle(self:"))
    workshop.editor.go_to(1)
    workshop.press_run()
    line = workshop.problem_line()
    workshop.lab.wait_until(lambda: workshop.editor.editor.current_line() == line)
    assert line > 1


def test_a_method_from_the_menu_has_the_cursor_before_its_last_line(workshop: WorkshopRobot) -> None:
    workshop.write(echo())
    workshop.code.override("verify_request")
    editor = workshop.editor.editor
    line = workshop.line_of("return super().verify_request")
    workshop.lab.wait_until(lambda: editor.current_line() == line and editor.hasFocus())
    assert editor.textCursor().positionInBlock() == 8


def test_a_window_that_comes_back_leaves_the_place_in_the_program(workshop: WorkshopRobot) -> None:
    workshop.lab.builder.choose(handler="Lowercase JSON")
    bar = workshop.editor.editor.verticalScrollBar()
    bar.setValue(0)
    workshop.point_at_control("transport")
    assert bar.value() > 0
    bar.setValue(0)
    workshop.come_back_to("transport")
    assert bar.value() == 0


def test_a_client_begins_with_raw_text_for_a_program_without_json(
    workshop: WorkshopRobot, folder: Path
) -> None:
    path = folder / "theirs.py"
    path.write_text(echo())
    workshop.open(path).run_opened()
    workshop.lab.wait_until(lambda: bool(workshop.listening()))
    assert workshop.lab.new_client().ask("no JSON") == "no JSON"


# Files beside it -------------------------------------------------------------------------------------------

LEANING = echo("chunk = helper.answer(chunk)").replace("import sys", "import sys\n\nimport helper")


def open_leaning(workshop: WorkshopRobot, folder: Path, answer: str = "b'beside'") -> OtherEditor:
    """Open a program that imports a file beside it; return the editor of that one."""
    (folder / "theirs.py").write_text(LEANING)
    helper = OtherEditor(folder / "helper.py")
    helper.save_in_place(f"def answer(chunk):\n    return {answer}\n")
    workshop.open(folder / "theirs.py")
    return helper


def test_what_a_program_imports_from_its_folder_is_asked_about_with_it(
    workshop: WorkshopRobot, folder: Path
) -> None:
    open_leaning(workshop, folder)
    workshop.press_run()
    question = workshop.trust_question()
    assert "It imports from its folder: helper.py." in question.all_words()
    assert question.code().startswith(LEANING)
    assert question.code().endswith("def answer(chunk):\n    return b'beside'\n")
    workshop.wait_for_new(question.run_it)
    assert workshop.lab.new_client().ask("1") == "beside"
    assert not (folder / "__pycache__").exists()


def test_a_saved_file_beside_the_program_is_offered_and_asked_about_again(
    workshop: WorkshopRobot, folder: Path
) -> None:
    helper = open_leaning(workshop, folder)
    workshop.run_opened()
    workshop.lab.wait_until(lambda: bool(workshop.listening()))
    old = workshop.lab.servers.selected()[0]
    helper.save_by_rename("def answer(chunk):\n    return b'mended'\n")
    workshop.lab.wait_until(lambda: workshop.code.notice() == "helper.py was saved by another program.")
    workshop.accept_offer()
    question = workshop.trust_question()
    assert "return b'mended'" in question.code()
    assert workshop.listening() == [old]
    workshop.wait_for_new(question.run_it)
    assert workshop.lab.new_client().ask("1") == "mended"
    workshop.edit("chunk)", "chunk + b'!')").run()
    assert not workshop.is_asked()


def test_a_file_that_changes_while_the_question_is_read_is_asked_about_again(
    workshop: WorkshopRobot, folder: Path
) -> None:
    helper = open_leaning(workshop, folder)
    workshop.press_run()
    question = workshop.trust_question()
    helper.save_in_place("def answer(chunk):\n    return b'other'\n")
    question.run_it()
    workshop.lab.wait_until(lambda: question.is_gone and workshop.is_asked())
    assert "b'other'" in workshop.trust_question().code()
    assert workshop.keys() == []
    workshop.trust_question().not_now()


def test_what_a_program_imports_is_taken_home_with_it(workshop: WorkshopRobot, folder: Path) -> None:
    theirs, home = folder / "theirs", folder / "home"
    theirs.mkdir()
    home.mkdir()
    open_leaning(workshop, theirs)
    workshop.export(home)
    workshop.lab.wait_until(lambda: "server.py, client.py, both.py, helper.py" in workshop.said())
    assert (home / "helper.py").read_bytes() == (theirs / "helper.py").read_bytes()


def test_a_class_that_only_the_running_program_knows_is_told_of_and_the_program_runs(
    workshop: WorkshopRobot,
) -> None:
    made = "{'1': socketserver.ThreadingTCPServer}[str(len(sys.argv))]"
    workshop.write(echo().replace("socketserver.TCPServer", made))
    assert "cannot be known by reading" in workshop.code.problem()
    assert workshop.problem_line() == workshop.line_of("str(len(")
    workshop.run()
    assert workshop.code.problem() == ""
    assert workshop.lab.new_client().ask("1") == "1"


def test_input_gets_no_text_and_the_console_says_so_at_its_line(workshop: WorkshopRobot) -> None:
    workshop.write(echo("input('what now? ')"))
    workshop.run()
    workshop.lab.new_client().say("1")
    console = workshop.wait_for_output("input() gets no text here")
    line = workshop.line_of("input('what")
    console.click_link(console.row(f'File "server.py", line {line}'))
    assert workshop.editor.cursor()[0] == line


def test_the_next_window_reverts_to_the_handler_that_was_there(
    open_lab: Callable[[], LabRobot], qtbot: Any
) -> None:
    lab = open_lab()
    lab.builder.choose(handler="Echo")
    first = WorkshopRobot(qtbot, lab)
    first.write(echo())
    first.lab.close()
    second = WorkshopRobot(qtbot, open_lab())
    assert second.lab.builder.chosen("handler") == "Handler"
    second.code.press("revert")
    assert second.lab.builder.chosen("handler") == "Echo"
