"""The builder, the code view and the console in another language, and back: what is the learner's stays."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from core.code_problem import CodeProblem
from core.errors import Explanation
from core.events import Owner, Paused, Printed, Raised
from core.history import History
from core.program import Program
from core.spec import Concurrency, OwnCode, ServerSpec, Transport
from core.wording import worded
from gui.panes.builder import BuilderPane
from gui.panes.code import CodePane
from gui.panes.console import ConsolePane
from gui.widgets.code_limits import LARGEST
from tests.gui.robots.builder import BuilderRobot
from tests.gui.robots.code import CodeRobot
from tests.gui.robots.console import ConsoleRobot
from tests.gui.robots.pane_words import Brackets, said, untranslated

SERVER = """import socketserver


class EchoHandler(socketserver.BaseRequestHandler):
    def handle(self):
        pass
"""

CODE_WORDS = ("server.py", "client.py", "my_server.py", "only Python", "import socketserver")

PYTHON_SAYS = "NameError: name 'prin' is not defined"

NAMES = {"Server", "timeout", "delay", "MiB", "none"}
"""Names of classes and options, a unit, and what one types for nothing."""

Speak = Callable[[bool], None]


@pytest.fixture
def speak(dressed: QApplication) -> Iterator[Speak]:
    """Lets the windows speak in brackets, or in English again."""
    brackets = Brackets()

    def choose(is_other: bool) -> None:
        (dressed.installTranslator if is_other else dressed.removeTranslator)(brackets)
        for kind in (QEvent.Type.LanguageChange, QEvent.Type.DeferredDelete):
            QCoreApplication.sendPostedEvents(None, kind)

    yield choose
    dressed.removeTranslator(brackets)


def words_in(builder: BuilderPane) -> set[tuple[str, str]]:
    """Return what is written in the builder, besides what is the same in every language."""
    return {(place, text) for place, text in said(builder) if text not in NAMES}


@pytest.fixture
def builder(dressed: QApplication, qtbot: Any) -> BuilderPane:
    pane = BuilderPane()
    qtbot.addWidget(pane)
    pane.resize(300, 900)
    pane.show()
    return pane


@pytest.fixture
def code(dressed: QApplication, qtbot: Any) -> CodePane:
    pane = CodePane()
    qtbot.addWidget(pane)
    pane.resize(640, 600)
    pane.show()
    return pane


@pytest.fixture
def console(dressed: QApplication, qtbot: Any) -> ConsolePane:
    pane = ConsolePane()
    qtbot.addWidget(pane)
    pane.resize(640, 400)
    pane.show()
    return pane


# The builder ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("transport", ["TCP", "UDP", "Unix stream", "Unix datagram"])
def test_the_builder_says_all_in_another_language_and_goes_back(
    qtbot: Any, builder: BuilderPane, speak: Speak, transport: str
) -> None:
    BuilderRobot(qtbot, builder).choose(transport=transport, handler="Slow").unfold_options()
    before = said(builder)
    speak(True)
    assert untranslated(words_in(builder)) == {}
    speak(False)
    assert said(builder) == before


def test_every_choice_stays_and_the_chips_are_said_anew(
    qtbot: Any, builder: BuilderPane, speak: Speak
) -> None:
    robot = BuilderRobot(qtbot, builder)
    robot.choose(transport="UDP", concurrency="Threading", handler="Crashing", loop="handle_request()")
    robot.write(word="boom", port="7", max_packet_size="512").check(daemon_threads=True)
    spec, told = builder.spec(), list[ServerSpec]()
    builder.spec_changed.connect(told.append)
    speak(True)
    assert robot.chosen("concurrency") == "«Threading»"
    assert robot.option_chips() == [
        "handle_request()",
        "max_packet_size 512 «bytes»",
        "daemon_threads «on»",
    ]
    robot.choose(handler="«Echo»", concurrency="«Forking»")
    speak(False)
    robot.choose(handler="Crashing", concurrency="Threading")
    assert builder.spec() == spec
    assert len(told) == 4, "the language alone changes no choice"


def test_what_is_wrong_is_said_anew_beside_its_field(qtbot: Any, builder: BuilderPane, speak: Speak) -> None:
    robot = BuilderRobot(qtbot, builder).write(port="http")
    before = robot.problem()
    speak(True)
    assert robot.problem().startswith("«")
    assert robot.tooltip("start_server") == robot.problem()
    assert "port" in robot.place_of_problem()
    assert untranslated(words_in(builder), "http") == {}
    speak(False)
    assert robot.problem() == before
    assert not robot.can_start()


def test_a_problem_from_outside_is_said_anew_too(builder: BuilderPane, qtbot: Any, speak: Speak) -> None:
    problem = Explanation("X", worded("Port {port} is taken.", port=80), "", worded("Take another."))
    builder.show_problem("port", problem)
    builder.show_offer(worded("Stop it"))
    speak(True)
    robot = BuilderRobot(qtbot, builder)
    assert (robot.problem(), robot.offer()) == ("«Port 80 is taken.»\n«Take another.»", "«Stop it»")


def test_the_learners_own_program_is_introduced_in_the_language_of_now(
    builder: BuilderPane, qtbot: Any, speak: Speak
) -> None:
    own = OwnCode(text=SERVER, name="my_server.py", handler="EchoHandler")
    builder.set_spec(ServerSpec(code=own, concurrency=Concurrency.THREADING))
    before = said(builder)
    speak(True)
    assert untranslated(words_in(builder), *CODE_WORDS) == {}
    assert BuilderRobot(qtbot, builder).code().startswith("«#")
    assert builder.spec().code == own
    speak(False)
    assert said(builder) == before


def test_a_control_has_the_name_that_is_written_before_it(builder: BuilderPane, speak: Speak) -> None:
    builder.set_spec(ServerSpec(transport=Transport.TCP))
    speak(True)
    names = {place: text for place, text in said(builder) if place.endswith("accessibleName")}
    assert names["Choice transport: accessibleName"] == "«Transport»"
    assert names["ValueField host: accessibleName"] == "«Host»"


# The code view --------------------------------------------------------------------------------------------


def test_the_code_view_says_all_in_another_language_and_goes_back(
    qtbot: Any, code: CodePane, speak: Speak
) -> None:
    speak(True)
    assert untranslated(said(code), *CODE_WORDS) == {}
    speak(False)
    code.show_program(Program(SERVER), Program("import socket\n"))
    CodeRobot(qtbot, code).find("class")
    before = said(code)
    speak(True)
    assert untranslated(said(code), *CODE_WORDS) == {}
    speak(False)
    assert said(code) == before


def test_text_cursor_and_what_can_be_undone_stay(qtbot: Any, code: CodePane, speak: Speak) -> None:
    robot = CodeRobot(qtbot, code).show_program(Program(SERVER))
    robot.server.go_to_end().type("# mine").wait_until_told(f"{SERVER}# mine")
    robot.server.select_lines(5, 6)
    kept = robot.server.cursor(), robot.server.selected(), robot.server.source(), list(robot.wishes)
    speak(True)
    assert robot.status() == "«edited by you»"
    assert kept == (robot.server.cursor(), robot.server.selected(), robot.server.source(), robot.wishes)
    assert robot.server.undo().source() != kept[2]
    speak(False)


def test_a_problem_is_said_anew_at_the_line_to_which_it_moved(
    qtbot: Any, code: CodePane, speak: Speak
) -> None:
    robot = CodeRobot(qtbot, code).show_program(Program(SERVER))
    robot.show_problem(CodeProblem(5, 1, worded("Python cannot read this: {reason}.", reason="no")))
    robot.server.go_to(1).type("\n")
    speak(True)
    assert robot.server.editor.problem() == (6, "«Python cannot read this: no.»")
    assert robot.problem() == "«Line 5»: «Python cannot read this: no.»"
    speak(False)
    robot.show_problem(CodeProblem(5, 1, PYTHON_SAYS))
    speak(True)
    assert robot.server.editor.problem()[1] == PYTHON_SAYS, "Python's own words stay"


def test_notices_and_offers_are_said_anew(qtbot: Any, code: CodePane, speak: Speak) -> None:
    robot = CodeRobot(qtbot, code)
    robot.show_own("x = 1 # \u202e\u2066\n", "my_server.py")
    speak(True)
    assert robot.notice().startswith("«2 of the characters")
    assert (robot.page_name(), robot.status()) == ("my_server.py", "«opened from a file»")
    code.show_offer(worded("{name} was saved.", name="my_server.py"), worded("Take it"))
    assert robot.notice() == "«my_server.py was saved.»"
    robot.show_own("#" * (LARGEST + 1), "big.py")
    assert robot.notice() == "«big.py: «257 KiB are too much: a program may have up to 256 KiB.»»"
    speak(False)
    assert robot.notice() == "big.py: 257 KiB are too much: a program may have up to 256 KiB."


def test_what_is_running_is_said_anew(qtbot: Any, code: CodePane, speak: Speak) -> None:
    robot = CodeRobot(qtbot, code).show_program(Program(SERVER))
    history = History()
    history.add([Paused(10, 1, 1, 3, 1, Owner.HANDLER, "handle")])
    robot.show_run(history)
    speak(True)
    words = "handle() is about to be entered: the server is paused"
    assert robot.marks() == {5: f"««{words}», for request 3»"}
    speak(False)
    assert robot.marks() == {5: f"{words}, for request 3"}


# The console ----------------------------------------------------------------------------------------------


def run_of(*printed: str) -> History:
    history = History()
    history.add([Printed(number, 1, 1, 0, number, text) for number, text in enumerate(printed, 1)])
    return history


def test_the_console_says_all_in_another_language_and_goes_back(
    qtbot: Any, console: ConsolePane, speak: Speak
) -> None:
    speak(True)
    empty = ConsoleRobot(qtbot, console).emptiness()
    assert empty.startswith("«")
    speak(False)
    robot = ConsoleRobot(qtbot, console).show_run(run_of("hello\n", "world\n"))
    robot.find("hello")
    robot.copy()
    before = said(console)
    speak(True)
    assert untranslated(said(console), "hello", "world") == {}
    assert robot.texts() == ["hello", "world"], "what was printed stays as it is"
    assert robot.found() == "«1 of 1»"
    speak(False)
    assert said(console) == before


def test_the_selection_the_search_and_the_place_stay(qtbot: Any, console: ConsolePane, speak: Speak) -> None:
    robot = ConsoleRobot(qtbot, console).show_run(run_of(*(f"line {number}\n" for number in range(900))))
    robot.find("line 333")
    robot.toggle("pause")
    robot.click(334).click(336, Qt.KeyboardModifier.ShiftModifier)
    kept = robot.selected(), robot.top(), robot.is_on("pause"), robot.is_on("follow")
    speak(True)
    assert kept == (robot.selected(), robot.top(), robot.is_on("pause"), robot.is_on("follow"))
    speak(False)
    assert kept == (robot.selected(), robot.top(), robot.is_on("pause"), robot.is_on("follow"))


def test_the_length_of_a_cut_line_is_said_in_the_language_of_now(
    qtbot: Any, console: ConsolePane, speak: Speak
) -> None:
    robot = ConsoleRobot(qtbot, console).show_run(run_of(*["x" * 10_000] * 9, "\n"))
    speak(True)
    assert robot.texts()[0].endswith("«… 90,000 characters»")


def test_a_traceback_is_pythons_and_stays(qtbot: Any, console: ConsolePane, speak: Speak) -> None:
    history = History()
    trace = 'Traceback (most recent call last):\n  File "server.py", line 1\nValueError: no\n'
    history.add([Raised(1, 1, 1, 3, 1, "ValueError", "no", trace)])
    robot = ConsoleRobot(qtbot, console).show_run(history)
    before = robot.texts()
    speak(True)
    assert robot.texts() == before
