"""Saves and opens experiments, and looks at what came of them, as a person would."""

from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from gui.experiments.desk import ExperimentDesk
from gui.experiments.saving import SaveExperiment
from gui.experiments.window import ExperimentWindow
from gui.trust_question import TrustQuestion

PATIENCE = 20_000

W = TypeVar("W", bound=QWidget)


class ExperimentsRobot:
    """A person with the menu at hand."""

    def __init__(self, qtbot: Any, window: QWidget, desk: ExperimentDesk) -> None:
        self._qtbot = qtbot
        self._window = window
        self._desk = desk
        self.said: list[str] = []
        desk.said.connect(self.said.append)

    # Saving ---------------------------------------------------------------------------------------------

    def save(self, path: Path, title: str, about: str = "", transcript: bool = False) -> None:
        """Say "Save experiment…", fill in the dialogs, and press Save."""
        self._desk.ask_to_save()
        dialog = self._part(self._window, SaveExperiment, "save_experiment_dialog")
        self._qtbot.waitExposed(dialog)
        button = self._part(dialog, QPushButton, "save_experiment_as")
        assert not button.isEnabled(), "an experiment without a title"
        QTest.keyClicks(self._part(dialog, QLineEdit, "experiment_title"), title)
        self._part(dialog, QPlainTextEdit, "experiment_about").insertPlainText(about)
        if transcript:
            self._part(dialog, QCheckBox, "with_transcript").click()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        files = self._part(self._window, QFileDialog, "save_file_dialog")
        files.fileSelected.emit(str(path))  # the dialog itself is Qt's
        files.close()

    def save_in_vain(self) -> str:
        self._desk.ask_to_save()
        return self.box()

    # Opening --------------------------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        self._desk.open(str(path))

    def run(self) -> None:
        QTest.mouseClick(self._opened("run_experiment", QPushButton), Qt.MouseButton.LeftButton)

    def question(self) -> TrustQuestion:
        return self._part(self._window, TrustQuestion, "trust_question")

    def wait_for_result(self) -> str:
        """Wait until something came of it; return the sentence about the whole."""
        label = self._opened("experiment_result", QLabel)
        button = self._opened("run_experiment", QPushButton)
        self._qtbot.waitUntil(lambda: bool(label.text()) and button.text() == "&Run it", timeout=PATIENCE)
        return label.text()

    def actions(self) -> list[str]:
        return self._texts("experiment_actions")

    def checks(self) -> list[str]:
        return self._texts("experiment_checks")

    def transcript(self) -> list[str]:
        return self._texts("experiment_transcript")

    def title(self) -> str:
        return self._opened("experiment_name", QLabel).text()

    def close(self) -> None:
        self.window().close()

    def leave(self) -> None:
        self._desk.leave()

    def window(self) -> ExperimentWindow:
        return self._part(self._window, ExperimentWindow, "experiment_window")

    def box(self) -> str:
        """Return what a message box says, and close it."""
        box = self._part(self._window, QMessageBox, "experiment_box")
        text = f"{box.text()}\n{box.informativeText()}"
        box.close()
        return text

    def _texts(self, name: str) -> list[str]:
        found = self._opened(name, QListWidget)
        return [found.item(row).text() for row in range(found.count())]

    def _opened(self, name: str, kind: type[W]) -> W:
        return self._part(self.window(), kind, name)

    def _part(self, within: QWidget, kind: type[W], name: str) -> W:
        found = [part for part in within.findChildren(kind, name) if part.isVisible()]
        assert found, f"no {name} is shown"
        return found[-1]
