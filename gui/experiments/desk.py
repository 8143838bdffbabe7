"""Experiments: what was done in the window as a file, and a file done in the window."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QStandardPaths, Qt, Signal

from gui.experiments.log import ExperimentLog
from gui.language import translated
from gui.lessons.tools import LessonTools
from gui.visible_text import visible_line

if TYPE_CHECKING:
    # Loaded with the first experiment: a window opens without.
    from PySide6.QtWidgets import QFileDialog

    from core.scenario.reading import ScenarioError
    from core.scenario.running import Outcome
    from core.scenario.scenario import Scenario
    from gui.experiments.saving import SaveWish
    from gui.experiments.trial import ExperimentTrial
    from gui.experiments.window import ExperimentWindow

ENDING = ".toml"

_DIALOG = QSize(760, 480)
"""Left to itself, Qt cuts the last column."""

_ERRORS_SHOWN = 8


class ExperimentDesk(QObject):
    """Saves, opens and performs experiments; none of its dialogs blocks."""

    said = Signal(str)
    """What was done, in a sentence."""

    def __init__(self, tools: LessonTools) -> None:
        """Note from now on what is done with `tools`."""
        super().__init__(tools.window)
        self._tools = tools
        self._log = ExperimentLog(tools, self)
        self._window: ExperimentWindow | None = None
        self._trial: ExperimentTrial | None = None

    def leave(self) -> None:
        """Close the experiment that is open; what is being performed ends, servers and clients stay."""
        if self._window:
            self._window.close()

    # Saving ---------------------------------------------------------------------------------------------

    def ask_to_save(self) -> None:
        """Ask what the experiment is called, then where it is to be saved."""
        from gui.experiments.saving import SaveExperiment

        if not self._log.experiment("").actions:
            self._tell(
                self.tr("There is nothing to save yet."),
                self.tr(
                    "Start a server, open a client and talk to it: that is what an experiment does again."
                ),
            )
            return
        dialog = SaveExperiment(self._summary(), self._tools.window)
        dialog.wished.connect(self._ask_where)
        dialog.open()

    def save(self, path: str, wish: "SaveWish") -> None:
        """Write what was done to a file; what cannot be written is told, and nothing is lost."""
        from core.scenario.writing import WriteError, write

        target = Path(path if path.endswith(ENDING) else path + ENDING)
        scenario = self._log.experiment(
            wish.title, wish.about, transcript=wish.transcript, checks=wish.checks
        )
        try:
            write(target, scenario)
        except WriteError as error:
            found = error.explanation
            self._tell(translated(found.what), f"{translated(found.why)}\n{translated(found.hint)}")
            return
        self.said.emit(self.tr("Saved as {0}.").format(visible_line(target.name)))

    def _summary(self) -> str:
        scenario = self._log.experiment("")
        facts = self.tr("Servers: {0}. Things done with them: {1}.").format(
            len(scenario.servers), len(scenario.actions)
        )
        if not self._log.recording().is_full:
            return facts
        return facts + " " + self.tr("More was done than an experiment can hold: this is how it began.")

    def _ask_where(self, wish: "SaveWish") -> None:
        from PySide6.QtWidgets import QFileDialog

        dialog = self._file_dialog("save_file_dialog", self.tr("Save experiment"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING.removeprefix("."))
        dialog.selectFile(_file_name(wish.title))
        dialog.fileSelected.connect(lambda path: self.save(path, wish))
        dialog.open()

    # Opening --------------------------------------------------------------------------------------------

    def ask_to_open(self) -> None:
        """Let the user choose an experiment."""
        from PySide6.QtWidgets import QFileDialog

        dialog = self._file_dialog("open_experiment_dialog", self.tr("Open experiment"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open)
        dialog.open()

    def open(self, path: str) -> None:
        """Show an experiment, its server in the builder; it is performed when that is wished."""
        from core.scenario.reading import ScenarioError, errors_in, read

        try:
            scenario = read(Path(path))
        except ScenarioError:
            self._tell_errors(path, errors_in(Path(path)))
            return
        except (OSError, ValueError) as error:
            self._tell(self.tr("{0} cannot be opened.").format(visible_line(Path(path).name)), str(error))
            return
        if scenario.is_lesson:
            self._tell(
                self.tr("{0} is a lesson.").format(visible_line(Path(path).name)),
                self.tr("Open the folder that it is in, in the menu Lessons."),
            )
            return
        self._show(scenario, Path(path).name)

    def _show(self, scenario: "Scenario", name: str) -> None:
        from core.scenario.servers import spec_of
        from gui.experiments.window import ExperimentWindow

        if self._window:
            self._window.close()
        self._window = window = ExperimentWindow(scenario, name, self._tools.window)
        window.run_wanted.connect(lambda: self._run(scenario, name))
        window.stop_wanted.connect(self._stop)
        window.closed.connect(self._on_closed)
        window.show()
        first = next(iter(scenario.servers.values()), None)
        if first:
            self._tools.papers.take_server(spec_of(first))

    # Performing -----------------------------------------------------------------------------------------

    def _run(self, scenario: "Scenario", name: str) -> None:
        """Perform an experiment, once each program of its own may run."""
        from gui.trust_question import TrustQuestion

        for server in scenario.servers.values():
            if server.code and not self._tools.trust.is_trusted(server.code):
                question = TrustQuestion(name, server.code, self._window or self._tools.window)
                question.answered.connect(
                    lambda is_yes, code=server.code: self._on_answered(is_yes, code, scenario, name)
                )
                question.open()
                return
        self._perform(scenario)

    def _on_answered(self, is_yes: bool, code: str, scenario: "Scenario", name: str) -> None:
        if is_yes:
            self._tools.trust.trust(code)
            self._run(scenario, name)

    def _perform(self, scenario: "Scenario") -> None:
        from gui.experiments.trial import ExperimentTrial

        if self._trial or self._window is None:
            return
        self._trial = ExperimentTrial(scenario, self._tools, self)
        self._trial.moved.connect(self._window.show_running)
        self._trial.ended.connect(self._on_ended)
        self._window.show_running(0)

    def _stop(self) -> None:
        if self._trial:
            self._trial.stop()

    def _on_ended(self, outcomes: "list[Outcome]", problem: str) -> None:
        self._trial = None
        if self._window:
            self._window.show_outcomes(outcomes, problem)

    def _on_closed(self) -> None:
        self._window = None
        self._stop()

    # Telling --------------------------------------------------------------------------------------------

    def _tell_errors(self, path: str, errors: "list[ScenarioError]") -> None:
        lines = [
            self.tr("Line {0}: {1}").format(error.line, translated(error.sentence))
            if error.line
            else translated(error.sentence)
            for error in errors[:_ERRORS_SHOWN]
        ]
        if len(errors) > _ERRORS_SHOWN:
            lines.append(self.tr("… and {0} more").format(len(errors) - _ERRORS_SHOWN))
        what = self.tr("{0} is no experiment that can be run.").format(visible_line(Path(path).name))
        self._tell(what, "\n".join(visible_line(line) for line in lines))

    def _tell(self, what: str, more: str) -> None:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._tools.window)
        box.setObjectName("experiment_box")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Information)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(what)
        box.setInformativeText(more)
        box.open()

    def _file_dialog(self, name: str, title: str) -> "QFileDialog":
        from PySide6.QtWidgets import QFileDialog

        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
        dialog = QFileDialog(self._tools.window, title, home)
        dialog.setObjectName(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([self.tr("Experiments (*.toml)"), self.tr("All files (*)")])
        dialog.resize(_DIALOG)
        return dialog


def _file_name(title: str) -> str:
    """Return a file's name that every system allows."""
    kept = "".join(char if char.isalnum() else "_" for char in title[:60]).strip("_").lower()
    return f"{kept or 'experiment'}{ENDING}"
