"""A person who writes programs in the whole window: types, runs them, breaks them, takes them home."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QWidget

from core.program import server_program
from core.spec import ServerSpec
from gui.gallery_window import GalleryWindow
from gui.panes.servers.card import ServerCard
from gui.trust_question import TrustQuestion
from tests.gui.robots.code import CodeRobot
from tests.gui.robots.console import ConsoleRobot
from tests.gui.robots.gallery import GalleryRobot
from tests.gui.robots.lab import LabRobot
from tests.gui.robots.trust_question import TrustRobot

W = TypeVar("W", bound=QWidget)

_KEYS = {
    "Ctrl+R": (Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier),
    "F5": (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier),
}


class WorkshopRobot:
    """Sits in front of the code view; `lab` is the rest of the window."""

    def __init__(self, qtbot: Any, lab: LabRobot) -> None:
        self._qtbot = qtbot
        self.lab = lab
        lab.window.stage.show_view("code")
        self.code = CodeRobot(qtbot, lab.window.views.code)
        self.editor = self.code.server
        self._read: list[str] = []
        # Later than the window itself: what is in the list has been read.
        lab.window.views.code.text_edited.connect(self._read.append)

    # The program ------------------------------------------------------------------------------------------

    def program(self) -> str:
        return self.editor.source()

    def line_of(self, piece: str) -> int:
        """Return the number of the first line with this in it."""
        lines = self.program().split("\n")
        return next(number for number, line in enumerate(lines, 1) if piece in line)

    def write(self, text: str) -> "WorkshopRobot":
        """Paste a program over the one that is there, and wait until the window has read it."""
        self._to_the_code()
        self.editor.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier).paste(text)
        return self.wait_until_read()

    def edit(self, old: str, new: str) -> "WorkshopRobot":
        """Select a piece of the program and type something else in its place."""
        self._to_the_code()
        line = self.line_of(old)
        column = self.editor.line(line).index(old)
        self.editor.go_to(line, column)
        self.editor.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, len(old)).type(new)
        return self.wait_until_read()

    def wait_until_read(self) -> "WorkshopRobot":
        text = self.program()
        self.lab.wait_until(lambda: self._read[-1:] == [text])
        return self

    def generated(self) -> str:
        """Return the program that the choices mean without the learner's changes."""
        spec = self.spec()
        assert spec.code is None
        return server_program(spec).text

    def spec(self) -> ServerSpec:
        return self.lab.window.builder.spec()

    def own_class(self) -> str:
        """Return the handler class of the learner's that would run, "" for a built-in one."""
        code = self.spec().code
        return code.handler if code else ""

    # Running ----------------------------------------------------------------------------------------------

    def press_run(self, keys: str = "Ctrl+R") -> "WorkshopRobot":
        """Press the key with the cursor in the program."""
        self._to_the_code()
        self.code.press_key(*_KEYS[keys])
        return self

    def run(self, keys: str = "Ctrl+R") -> str:
        """Press the key, wait until the new server listens and the old one is gone; return the new key."""
        return self.wait_for_new(lambda: self.press_run(keys))

    def wait_for_new(self, do: Callable[[], object]) -> str:
        """Do what lets a new server take the running one's place; return its key once it has."""
        before, selected = self.keys(), self._running()
        do()
        return self._wait_for_new(before, selected)

    def _running(self) -> list[str]:
        """Return the key of the selected server, if that runs."""
        return [key for key in self.lab.servers.selected() if key in self.listening()]

    def _wait_for_new(self, before: list[str], replaced: list[str]) -> str:
        def is_there() -> bool:
            assert not self.lab.builder.problem(), self.lab.builder.problem()
            now = self.lab.servers.selected()
            is_new = bool(now) and now[0] not in before and now[0] in self.listening()
            return is_new and not any(key in self.keys() for key in replaced)

        self.lab.wait_until(is_there)
        return self.lab.servers.selected()[0]

    def keys(self) -> list[str]:
        """Return the keys of the servers in the list."""
        cards = self.lab.window.findChildren(ServerCard)
        return [card.objectName().removeprefix("server_") for card in cards if not card.isHidden()]

    def listening(self) -> list[str]:
        """Return the keys of the servers that clients can connect to."""
        return [key for key in self.keys() if self.lab.servers.state(key) == "listening"]

    def running_text(self) -> str:
        """Return the program of the selected server, "" while it does not listen."""
        key = self.lab.servers.selected()[0]
        host = self.lab.window.lab.host(key)
        return host.spec.code.text if key in self.listening() and host and host.spec.code else ""

    def wait_for_problem(self, words: str) -> str:
        """Wait until the line below the program says this, and return all that it says."""
        self.lab.wait_until(lambda: words in self.code.problem())
        return self.code.problem()

    def problem_line(self) -> int:
        """Return the line of the program that is underlined, 0 for none."""
        problem = self.editor.editor.problem()
        return problem[0] if problem else 0

    def is_in_front(self, name: str) -> bool:
        """Tell whether this view of the stage can be seen."""
        return bool(getattr(self.lab.window.views, name).isVisible())

    def turn_to(self, name: str) -> "WorkshopRobot":
        self.lab.window.stage.show_view(name)
        return self

    def wait_until_event(self, beginning: str) -> "WorkshopRobot":
        """Turn to the log and wait until it has a sentence that begins so."""
        self.turn_to("log").lab.wait_for_event(beginning)
        return self

    def point_at_control(self, name: str) -> "WorkshopRobot":
        """Put the keys into a control of the builder, as a click on it does."""
        self._to_the_code()
        self._control(name).setFocus(Qt.FocusReason.MouseFocusReason)
        return self

    def come_back_to(self, name: str) -> "WorkshopRobot":
        """Leave the window with the keys in that control, and come back."""
        self._control(name).clearFocus()
        self._control(name).setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        return self

    def pointed_at(self) -> list[str]:
        """Return the controls of the builder that stand out."""
        controls = self.lab.window.builder.findChildren(QWidget)
        return [one.objectName() for one in controls if one.property("role") == "pointed"]

    def _control(self, name: str) -> QWidget:
        found: QWidget | None = self.lab.window.builder.findChild(QWidget, name)
        assert found is not None, name
        return found

    def console(self) -> ConsoleRobot:
        """Turn to the console."""
        self.turn_to("console")
        return ConsoleRobot(self._qtbot, self.lab.window.views.console)

    def wait_for_output(self, words: str) -> ConsoleRobot:
        """Turn to the console and wait until these words are there."""
        console = self.console()
        self.lab.wait_until(lambda: any(words in text for text in console.texts()))
        return console

    # Files and examples -----------------------------------------------------------------------------------

    def open(self, path: Path) -> "WorkshopRobot":
        """Press "Open", type the file's name and press Enter; wait until the program is there."""
        self.try_to_open(path)
        self.lab.wait_until(lambda: self.code.page_name() == path.name)
        return self

    def try_to_open(self, path: Path) -> None:
        """Press "Open", type the file's name and press Enter."""
        self._to_the_code()
        self.code.press("open")
        _name_in_dialog(self.lab, "open_dialog", path)

    def export(self, folder: Path) -> "WorkshopRobot":
        """Press "Export", and type the folder's name."""
        self._to_the_code()
        self.code.press("export")
        _name_in_dialog(self.lab, "export_dialog", folder)
        return self

    def replace_files(self, yes: bool) -> str:
        """Answer the question about files that are there already, and return it."""
        box = self._dialog(QMessageBox, "replace_box")
        words = box.text()
        button = next(one for one in box.buttons() if (one.text() == "&Replace") is yes)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return words

    def give_up_changes(self, yes: bool) -> None:
        """Answer the question about changes that stand in no file."""
        box = self._dialog(QMessageBox, "leave_box")
        button = next(one for one in box.buttons() if (one.text() == "&Replace it") is yes)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.lab.wait_until(lambda: not self.is_asked_to_give_up())

    def is_asked_to_give_up(self) -> bool:
        box = self.lab.window.findChild(QMessageBox, "leave_box")
        return box is not None and box.isVisible()

    def is_asked_to_replace(self) -> bool:
        box = self.lab.window.findChild(QMessageBox, "replace_box")
        return box is not None and box.isVisible()

    def said(self) -> str:
        """Return what the status line said last of what was done."""
        return self.lab.window.statusBar().currentMessage()

    def trust_question(self) -> TrustRobot:
        """Wait until the question is there."""
        return TrustRobot(self._qtbot, self._dialog(TrustQuestion, "trust_question"))

    def is_asked(self) -> bool:
        question = self.lab.window.findChild(TrustQuestion, "trust_question")
        return question is not None and question.isVisible()

    def run_opened(self, is_trusted: bool = True) -> None:
        """Press the key, and answer the question that comes."""
        self.press_run()
        question = self.trust_question()
        question.run_it() if is_trusted else question.not_now()
        self.lab.wait_until(lambda: question.is_gone)

    def gallery(self) -> GalleryRobot:
        """Open the examples with the key."""
        self.lab.choose_in_menu("examples")
        return GalleryRobot(self._qtbot, self._dialog(GalleryWindow, "gallery_window"))

    def accept_offer(self) -> "WorkshopRobot":
        """Press the button that offers to run what another editor saved."""
        self.lab.wait_until(lambda: self.code.is_offered("offer"))
        self.code.press("offer")
        return self

    def _dialog(self, kind: type[W], name: str) -> W:
        return _dialog(self.lab, kind, name)

    def _to_the_code(self) -> None:
        self.lab.window.activateWindow()
        self.turn_to("code")
        if self.code.is_offered("page_server"):
            self.code.press("page_server")
        self.editor.editor.setFocus()
        self.lab.wait_until(self.editor.editor.hasFocus)


def open_from_the_menu(lab: LabRobot, path: Path) -> None:
    """Open a program in a window whose code view may never have been looked at."""
    lab.choose_in_menu("open_program")
    _name_in_dialog(lab, "open_dialog", path)


def _name_in_dialog(lab: LabRobot, name: str, path: Path) -> None:
    """Type a name into a dialog for files, and press Enter."""
    field = _dialog(lab, QFileDialog, name).findChild(QLineEdit, "fileNameEdit")
    assert field is not None, "a dialog of Qt's own has such a field"
    field.setText(str(path))
    QTest.keyClick(field, Qt.Key.Key_Return)


def _dialog(lab: LabRobot, kind: type[W], name: str) -> W:
    """Wait until the dialog is there, and return it."""

    def shown() -> list[W]:
        return [one for one in lab.window.findChildren(kind, name) if one.isVisible()]

    lab.wait_until(lambda: bool(shown()))
    return shown()[0]
