"""The workshop's dialogs: a file, the examples, a question before a stranger's program runs, a folder."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.workshop import Workshop

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from core.spec import ServerSpec
    from gui.file_desk import FileDesk

_DIALOG = QSize(760, 480)
"""Left to itself, Qt cuts the last column."""


class Papers(QObject):
    """Shows each dialog when it is asked for and hands on what comes of it; none of them blocks."""

    said = Signal(str)
    """What was done, in a sentence."""

    def __init__(self, workshop: Workshop, window: QWidget) -> None:
        """Serve `workshop`, with dialogs of `window`."""
        super().__init__(window)
        self._workshop = workshop
        self._window = window
        self._files: FileDesk | None = None
        workshop.question.connect(self._ask_for_trust)
        workshop.open_wanted.connect(self.ask_for_file)
        workshop.export_wanted.connect(self.ask_for_folder)
        workshop.leans_on.connect(self._watch_beside)

    def ask_for_file(self) -> None:
        """Let the user choose a program to open."""
        from PySide6.QtWidgets import QFileDialog

        dialog = self._file_dialog("open_dialog", self.tr("Open a server of your own"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Python programs (*.py)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.open)
        dialog.open()

    def open(self, path: str) -> None:
        """Open a program, and watch its file."""
        self._with_leave(lambda: self._open(path))

    def _open(self, path: str) -> None:
        files = self._file_desk()
        for other in files.paths():
            files.forget(other)
        files.open(path)

    def show_gallery(self) -> None:
        """Show the examples."""
        from core.gallery import examples
        from gui.gallery_window import GalleryWindow

        window = GalleryWindow(examples(), self._window)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.chosen.connect(lambda example: self._with_leave(lambda: self._workshop.take_example(example)))
        window.open()

    def take_server(self, spec: "ServerSpec") -> None:
        """Show a server that a file describes, after a question where the learner's changes would be lost."""
        self._with_leave(lambda: self._workshop.show_server(spec))

    def ask_for_folder(self) -> None:
        """Let the user choose where the programs are to be written."""
        from PySide6.QtWidgets import QFileDialog

        if not self._workshop.is_readable():
            self.said.emit(self.tr("Nothing is exported before the line that is marked is mended."))
            return
        dialog = self._file_dialog("export_dialog", self.tr("Take it home: choose a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    def export_to(self, folder: str) -> None:
        """Write the programs into a folder; files of their names are replaced only after a question."""
        from core.program import ExportError, in_the_way

        try:
            taken = in_the_way(folder, self._workshop.spec())
        except ExportError as error:
            self._workshop.refused.emit(error.explanation)
            return
        if taken:
            self._ask_to_replace(folder, taken)
        else:
            self._export(folder)

    def _export(self, folder: str) -> None:
        from core.program import ExportError, export

        try:
            paths = export(self._workshop.spec(), folder, address=self._workshop.address(), replace=True)
        except ExportError as error:
            self._workshop.refused.emit(error.explanation)
            return
        self._workshop.note_export()
        names = ", ".join(path.name for path in paths)
        self.said.emit(self.tr("Written to {0}: {1}").format(folder, names))

    def _ask_to_replace(self, folder: str, names: tuple[str, ...]) -> None:
        self._ask(
            "replace_box",
            self.tr("{0} has {1} already.").format(Path(folder).name or folder, ", ".join(names)),
            self.tr("Shall they be replaced? What is in them now would be lost."),
            self.tr("&Replace"),
            lambda: self._export(folder),
        )

    def _watch_beside(self, paths: list[str]) -> None:
        if self._files or paths:
            self._file_desk().watch_beside(paths)

    def _with_leave(self, replace: Callable[[], None]) -> None:
        """Put another program in the place of the learner's own, after a question: none brings it back."""
        if not self._workshop.is_at_stake():
            replace()
            return
        self._ask(
            "leave_box",
            self.tr("What you changed in the program stands in no file yet."),
            self.tr(
                "It is lost if another program takes its place. To keep it, cancel, and take it home first."
            ),
            self.tr("&Replace it"),
            replace,
        )

    def _ask(self, name: str, what: str, meaning: str, yes: str, do: Callable[[], None]) -> None:
        """Ask before something is lost; Enter and Escape mean that it is not."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setObjectName(name)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(what)
        box.setInformativeText(meaning)
        box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole).clicked.connect(do)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.open()

    def _ask_for_trust(self, name: str, text: str, beside: list[tuple[str, str]]) -> None:
        from gui.trust_question import TrustQuestion

        question = TrustQuestion(name, text, self._window, beside)
        question.answered.connect(self._workshop.answer)
        question.open()

    def _file_dialog(self, name: str, title: str) -> "QFileDialog":
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, title, _home())
        dialog.setObjectName(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.resize(_DIALOG)
        return dialog

    def _file_desk(self) -> "FileDesk":
        from gui.file_desk import FileDesk

        if self._files is None:
            self._files = FileDesk(self)
            self._files.opened.connect(self._workshop.open)
            self._files.changed.connect(self._workshop.offer_version)
            self._files.failed.connect(self._workshop.refused)
        return self._files


def _home() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
