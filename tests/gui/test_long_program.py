"""A program so long that reading it takes a while: the window does not wait, and nothing typed gets lost."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from gui.latest_answer import QUICKLY_READ
from tests.gui.robots.heartbeat import Heartbeat
from tests.gui.robots.lab import LabRobot
from tests.gui.robots.workshop import WorkshopRobot

ECHO = """import socketserver


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        while chunk := self.request.recv(1000):
            self.request.sendall(chunk)


class Server(socketserver.TCPServer):
    request_queue_size = 9


"""

FUNCTION = """def function_{0}(number):
    result = number + {0}
    if result > 10:
        return [result, "many", {{"key": result}}]
    return None


"""

LONG = ECHO + "".join(FUNCTION.format(number) for number in range(400))
LONGEST = ECHO + "".join(FUNCTION.format(number) for number in range(1_400))

AT_ONCE = 0.12
"""Seconds of computing, as much as showing so long a text takes; to read it takes twice as long."""


@pytest.fixture
def workshop(lab: LabRobot, qtbot: Any) -> WorkshopRobot:
    return WorkshopRobot(qtbot, lab)


def wait_until_taken(workshop: WorkshopRobot) -> None:
    """Wait until the dropdowns mean what the code view shows."""

    def is_taken() -> bool:
        code = workshop.spec().code
        return code is not None and code.text == workshop.program()

    workshop.lab.wait_until(is_taken)


def type_into(workshop: WorkshopRobot, old: str, new: str) -> None:
    """Change a piece of the program, and do not wait."""
    line = workshop.line_of(old)
    workshop.editor.go_to(line, workshop.editor.line(line).index(old))
    workshop.editor.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, len(old)).type(new)


def test_the_programs_are_long_enough_to_be_read_aside() -> None:
    assert len(LONG) > 2 * QUICKLY_READ


def test_each_pause_in_typing_is_short_however_long_the_program(workshop: WorkshopRobot) -> None:
    workshop.write(LONGEST)
    wait_until_taken(workshop)
    workshop.editor.wait_for_colours()
    with Heartbeat() as heart:
        type_into(workshop, "chunk)", "chunk.lower())")
        wait_until_taken(workshop)
    assert heart.longest_work < AT_ONCE


def test_what_was_just_typed_is_what_runs(workshop: WorkshopRobot) -> None:
    workshop.write(LONG)
    wait_until_taken(workshop)
    type_into(workshop, "chunk)", "chunk.lower())")
    workshop.run()
    assert workshop.running_text() == LONG.replace("chunk)", "chunk.lower())", 1)


def test_the_start_button_starts_what_was_just_typed_too(workshop: WorkshopRobot) -> None:
    workshop.write(LONG)
    wait_until_taken(workshop)
    type_into(workshop, "chunk)", "chunk.lower())")
    workshop.wait_for_new(workshop.lab.builder.start)
    assert workshop.running_text() == LONG.replace("chunk)", "chunk.lower())", 1)


def test_a_problem_is_shown_when_it_has_been_read(workshop: WorkshopRobot) -> None:
    workshop.write(LONG)
    wait_until_taken(workshop)
    type_into(workshop, "while chunk", "while while")
    workshop.press_run()
    assert workshop.wait_for_problem("Python cannot read this").startswith("Line 6: ")
    assert workshop.keys() == []


def test_a_dropdown_meets_the_program_as_it_was_typed(workshop: WorkshopRobot) -> None:
    workshop.write(LONG)
    wait_until_taken(workshop)
    type_into(workshop, "chunk)", "chunk.lower())")
    workshop.editor.editor.tell_edits()
    workshop.lab.builder.unfold_options().write(request_queue_size="3")
    wait_until_taken(workshop)
    assert "request_queue_size = 3" in workshop.program()
    assert "chunk.lower())" in workshop.program()


def test_typing_on_while_it_is_read_loses_nothing(workshop: WorkshopRobot) -> None:
    workshop.write(LONG)
    workshop.editor.go_to_end()
    for number in range(3):
        workshop.editor.type(f"# {number}\n")
        workshop.editor.editor.tell_edits()
    wait_until_taken(workshop)
    assert workshop.program() == LONG + "# 0\n# 1\n# 2\n"
