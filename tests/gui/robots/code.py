"""Types into the code view, presses its buttons and reads it, as a person would."""

from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QToolButton, QWidget

from core.code_problem import CodeProblem
from core.history import History
from core.program import Program
from gui.panes.code import CodePane
from gui.widgets.editor import Editor
from gui.widgets.editor_margin import EditorMargin, Mark
from gui.widgets.elided_button import ElidedButton
from gui.widgets.elided_label import ElidedLabel

W = TypeVar("W", bound=QWidget)


class EditorRobot:
    """A person who types; `told` are the texts that the editor told."""

    def __init__(self, qtbot: Any, editor: Editor) -> None:
        self._qtbot = qtbot
        self.editor = editor
        self.told: list[str] = []
        self.refused: list[str] = []
        self.clicked: list[int] = []
        editor.edited.connect(self.told.append)
        editor.refused.connect(self.refused.append)
        editor.line_clicked.connect(self.clicked.append)

    def show(self, text: str) -> "EditorRobot":
        self.editor.show_text(text)
        return self

    def go_to(self, line: int, column: int = 0) -> "EditorRobot":
        self.editor.go_to(line, column)
        return self

    def go_to_end(self) -> "EditorRobot":
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)
        return self

    def select_lines(self, first: int, last: int) -> "EditorRobot":
        self.editor.go_to(first)
        for _ in range(last - first):
            self.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        return self.press(Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)

    def type(self, text: str) -> "EditorRobot":
        for number, piece in enumerate(text.split("\n")):
            if number:
                self.press(Qt.Key.Key_Return)
            for character in piece:
                self._type_one(character)
        return self

    def _type_one(self, character: str) -> None:
        if character.isascii():
            QTest.keyClicks(self.editor, character)
        else:  # QTest aborts
            no = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(self.editor, QKeyEvent(QEvent.Type.KeyPress, 0, no, character))

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
    ) -> "EditorRobot":
        for _ in range(times):
            QTest.keyClick(self.editor, key, modifiers)
        return self

    def take_key(self, text: str, modifiers: Qt.KeyboardModifier) -> bool:
        """Press a key that means `text` with these modifiers; tell whether the editor took it."""
        event = QKeyEvent(QEvent.Type.KeyPress, 0, modifiers, text)
        self.editor.keyPressEvent(event)
        return event.isAccepted()

    def undo(self) -> "EditorRobot":
        return self.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def comment(self) -> "EditorRobot":
        return self.press(Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)

    def paste(self, text: str) -> "EditorRobot":
        data = QMimeData()
        data.setText(text)
        self.editor.insertFromMimeData(data)
        return self

    def copy_all(self) -> str:
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        return self.editor.createMimeDataFromSelection().text()

    def click_line(self, line: int) -> "EditorRobot":
        top, height = self.editor.place_of_line(line)
        self._qtbot.mouseClick(
            self.editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, int(top + height / 2))
        )
        return self

    def click_margin(self, line: int) -> "EditorRobot":
        margin = self.editor.findChild(EditorMargin)
        assert margin is not None
        place = margin.place_of(line).center()
        self._qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, pos=place)
        return self

    def wait_until_told(self, text: str) -> "EditorRobot":
        self._qtbot.waitUntil(lambda: self.told[-1:] == [text])
        return self

    def wait_for_colours(self) -> "EditorRobot":
        self._qtbot.waitUntil(lambda: not self.editor.is_colouring)
        return self

    def wait_until_calm(self) -> "EditorRobot":
        self._qtbot.waitUntil(lambda: not self.editor.flashing_lines())
        return self

    def source(self) -> str:
        return self.editor.source()

    def line(self, number: int) -> str:
        return self.source().split("\n")[number - 1]

    def screen(self) -> str:
        """Return the text with the signs that are seen."""
        return self.editor.raw_text()

    def cursor(self) -> tuple[int, int]:
        """Return the line from 1 and the column from 0."""
        cursor = self.editor.textCursor()
        return cursor.blockNumber() + 1, cursor.positionInBlock()

    def width_of(self, line: int, first: int, end: int) -> int:
        """Return how many pixels are between two columns, counted as a document does."""
        start = self.editor.document().findBlockByNumber(line - 1).position()
        places = []
        for column in (first, end):
            cursor = self.editor.textCursor()
            cursor.setPosition(start + column)
            places.append(self.editor.cursorRect(cursor).left())
        return places[1] - places[0]

    def picture(self) -> QImage:
        return self.editor.viewport().grab().toImage()

    def selected(self) -> str:
        return self.editor.textCursor().selectedText()

    def top_line(self) -> int:
        return self.editor.firstVisibleBlock().blockNumber() + 1

    def colours(self) -> dict[str, str]:
        """Return the colour of each coloured piece of text."""
        found = {}
        block = self.editor.document().firstBlock()
        while block.isValid():
            encoded = block.text().encode("utf-16-le", "surrogatepass")
            for piece in block.layout().formats():
                words = encoded[2 * piece.start : 2 * (piece.start + piece.length)].decode("utf-16-le")
                found[words] = piece.format.foreground().color().name()
            block = block.next()
        return found

    def marks(self) -> tuple[Mark, ...]:
        return self.editor.marks


class CodeRobot:
    """A person in front of the code view; the lists are what it told, in order."""

    def __init__(self, qtbot: Any, pane: CodePane) -> None:
        self._qtbot = qtbot
        self._pane = pane
        self.server = EditorRobot(qtbot, self._part(Editor, "server_code"))
        self.client = EditorRobot(qtbot, self._part(Editor, "client_code"))
        self.wishes: list[str] = []
        self.edits: list[str] = []
        self.chosen: list[int] = []
        pane.text_edited.connect(lambda text: self._note("edited", text))
        pane.run_wanted.connect(lambda: self._note("run"))
        pane.revert_wanted.connect(lambda: self._note("revert"))
        pane.export_wanted.connect(lambda: self._note("export"))
        pane.open_wanted.connect(lambda: self._note("open"))
        pane.hook_wanted.connect(lambda name: self._note(f"hook {name}"))
        pane.control_wanted.connect(lambda name: self._note(f"control {name}"))
        pane.request_chosen.connect(self.chosen.append)

    def show_program(self, server: Program, client: str = "import socket\n") -> "CodeRobot":
        self._pane.show_program(server, Program(client))
        return self

    def show_own(self, text: str, name: str = "server.py") -> bool:
        return self._pane.show_own(text, name)

    def show_problem(self, problem: CodeProblem | None) -> "CodeRobot":
        self._pane.show_problem(problem)
        return self

    def show_run(self, history: History | None) -> "CodeRobot":
        self._pane.show_run("S1", history)
        return self.look()

    def look(self) -> "CodeRobot":
        """Let the view take in what is new, and wait until it has."""
        self._pane.refresh()
        self._qtbot.waitUntil(lambda: self._pane.unread == 0)
        return self

    def press(self, name: str) -> "CodeRobot":
        self._qtbot.mouseClick(self._part(QPushButton, name), Qt.MouseButton.LeftButton)
        return self

    def press_key(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> "CodeRobot":
        """Press a key where the focus is, as the system would tell it: menus' keys come first."""
        QTest.keyClick(self._pane.window().windowHandle(), key, modifiers)
        return self

    def override(self, name: str) -> "CodeRobot":
        menu = self._part(QMenu, "hooks")
        menu.aboutToShow.emit()
        next(action for action in menu.actions() if action.objectName() == f"override_{name}").trigger()
        return self

    def offered(self) -> dict[str, bool]:
        """Return the words of the menu of methods, and which are ticked."""
        menu = self._part(QMenu, "hooks")
        menu.aboutToShow.emit()
        return {action.text(): action.isChecked() for action in menu.actions() if action.isEnabled()}

    def find(self, words: str) -> "CodeRobot":
        self.press_key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        field = self._part(QLineEdit, "find_text")
        assert field.hasFocus()
        field.selectAll()
        QTest.keyClicks(field, words)
        return self

    def hits(self) -> str:
        return self._part(QLabel, "find_count").text()

    def is_finding(self) -> bool:
        return self._part(QLineEdit, "find_text").isVisible()

    def page_name(self) -> str:
        """Return what the server's page is called."""
        return self._part(ElidedButton, "page_server").whole_text()

    def status(self) -> str:
        return self._part(ElidedLabel, "status").whole_text()

    def wait_for_status(self, words: str) -> "CodeRobot":
        self._qtbot.waitUntil(lambda: self.status() == words)
        return self

    def notice(self) -> str:
        label = self._part(ElidedLabel, "notice")
        return label.whole_text() if label.isVisible() else ""

    def problem(self) -> str:
        line = self._part(QWidget, "problem")
        if not line.isVisible():
            return ""
        button, sentence = (
            self._part(QPushButton, "go_to_problem"),
            self._part(QLabel, "problem_sentence"),
        )
        return f"{button.text()}: {sentence.text()}"

    def is_offered(self, name: str) -> bool:
        button = self._part(QPushButton, name)
        return button.isVisible() and button.isEnabled()

    def emptiness(self) -> str:
        label = self._part(QLabel, "empty")
        return label.text() if label.isVisible() else ""

    def clipboard(self) -> str:
        return QGuiApplication.clipboard().text()

    def marks(self) -> dict[int, str]:
        """Return the words of each mark by the line where it begins."""
        return {mark.first: mark.words for mark in self.server.marks()}

    def unnamed_controls(self) -> list[str]:
        """Return the controls that lack a name or an accessible name."""
        kinds = (QLineEdit, QPushButton, QToolButton, Editor, EditorMargin, QMenu)
        parts = [part for kind in kinds for part in self._pane.findChildren(kind)]
        return [
            part.objectName() or type(part).__name__
            for part in parts
            if not (part.objectName() and (part.accessibleName() or part.isHidden()))
        ]

    def _note(self, wish: str, text: str = "") -> None:
        self.wishes.append(wish)
        if text:
            self.edits.append(text)

    def _part(self, kind: type[W], name: str) -> W:
        found = self._pane.findChild(kind, name)
        assert found is not None, name
        return found
