"""The dialog before an experiment is saved: what it is called, what it is about, what goes along."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.spoken import spoken
from gui.theme import set_role

TITLE_LIMIT = 200
"""A title may have so many characters."""


@dataclass(frozen=True, slots=True)
class SaveWish:
    """What is to be saved, in the words of whoever saves it."""

    title: str
    about: str
    transcript: bool
    checks: bool


class SaveExperiment(QDialog):
    """Asks what an experiment is called; where it is to be saved is asked next."""

    wished = Signal(object)
    """A `SaveWish`."""

    def __init__(self, summary: str, parent: QWidget | None = None) -> None:
        """Ask about what `summary` says will be saved; call `open()` to show the dialog."""
        super().__init__(parent)
        self._summary = QLabel(summary)
        self._title_label = QLabel()
        self._title = QLineEdit()
        self._about_label = QLabel()
        self._about = QPlainTextEdit()
        self._transcript = QCheckBox()
        self._checks = QCheckBox()
        self._save = QPushButton()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("save_experiment_dialog")
        self.resize(520, 400)
        self._name_parts()
        self._lay_out()
        self._connect()
        self._on_title(self._title.text())
        spoken(self, self._say_words)

    def _name_parts(self) -> None:
        for part, name in (
            (self._title, "experiment_title"),
            (self._about, "experiment_about"),
            (self._transcript, "with_transcript"),
            (self._checks, "with_checks"),
            (self._save, "save_experiment_as"),
            (self._summary, "experiment_summary"),
        ):
            part.setObjectName(name)

    def _lay_out(self) -> None:
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setWordWrap(True)
        set_role(self._summary, "muted")
        self._title.setMaxLength(TITLE_LIMIT)
        self._about.setTabChangesFocus(True)
        self._title_label.setBuddy(self._title)
        self._about_label.setBuddy(self._about)
        self._checks.setChecked(True)
        set_role(self._save, "primary")
        self._save.setDefault(True)
        self._buttons.addButton(self._save, QDialogButtonBox.ButtonRole.AcceptRole)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        for part in (
            self._summary,
            self._title_label,
            self._title,
            self._about_label,
            self._about,
            self._transcript,
            self._checks,
            self._buttons,
        ):
            layout.addWidget(part)

    def _connect(self) -> None:
        self._title.textChanged.connect(self._on_title)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)

    def _say_words(self) -> None:
        self.setWindowTitle(self.tr("Save experiment"))
        self._title_label.setText(self.tr("&Title"))
        self._title.setAccessibleName(self.tr("Title"))
        self._about_label.setText(self.tr("&What it shows, for whoever opens it"))
        self._about.setAccessibleName(self.tr("What it shows"))
        self._transcript.setText(self.tr("With a t&ranscript of what was said and heard"))
        self._checks.setText(self.tr("&Check that the same replies come again"))
        self._save.setText(self.tr("&Save as…"))

    def _on_title(self, text: str) -> None:
        self._save.setEnabled(bool(text.strip()))

    def _on_accepted(self) -> None:
        wish = SaveWish(
            self._title.text().strip(),
            self._about.toPlainText().strip(),
            self._transcript.isChecked(),
            self._checks.isChecked(),
        )
        self.accept()
        self.wished.emit(wish)
