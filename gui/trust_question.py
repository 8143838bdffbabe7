"""The question before a program of someone else's runs for the first time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.theme import set_role
from gui.visible_text import visible_line
from gui.widgets.code_page import CodePage

_NAME_SHOWN = 80
"""So many characters of the file's name are shown; the rest tells nothing more."""


class TrustQuestion(QDialog):
    """Shows the whole program and asks whether to run it; to close the dialog means "not now"."""

    answered = Signal(bool)
    """True: run it.  Comes once."""

    def __init__(self, name: str, text: str, parent: QWidget | None = None) -> None:
        """Ask about the program `text` from the file `name`; call `open()` to show the question."""
        super().__init__(parent)
        self._what = QLabel(self.tr("Socket Lab does not know who wrote {0}.").format(_shown(name)))
        self._meaning = QLabel(self._meaning_text())
        self._count = QLabel(self._count_text(text))
        self._code = CodePage()
        self._buttons = QDialogButtonBox()
        self._run = QPushButton(self.tr("&Run it"))
        self._not_now = QPushButton(self.tr("&Not now"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Run a program that someone else made?"))
        self.setObjectName("trust_question")
        self.resize(780, 620)
        self._name_parts()
        self._lay_out()
        self._connect()
        self._code.show_code(text)

    def _meaning_text(self) -> str:
        return self.tr(
            "When it runs, it can do whatever you can do on this computer: read your files, change or delete "
            "them, start programs, use the network. A process of its own does not hold it back.\n"
            "Read it first, and run it only if you see what it does or trust whoever gave it to you. "
            "The answer counts for exactly this text: if a letter of it changes, you are asked again."
        )

    def _count_text(self, text: str) -> str:
        lines = text.count("\n") + (not text.endswith("\n"))
        return self.tr("The whole program: {0} lines").format(f"{lines:,}")

    def _name_parts(self) -> None:
        for part, name, words in (
            (self._code, "trust_code", self.tr("The program")),
            (self._run, "run_it", self.tr("Run it")),
            (self._not_now, "not_now", self.tr("Not now")),
        ):
            part.setObjectName(name)
            part.setAccessibleName(words)
        self._what.setObjectName("trust_what")

    def _lay_out(self) -> None:
        for label, role in ((self._what, "strong"), (self._meaning, ""), (self._count, "muted")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            set_role(label, role)
        # The harmless answer is the one that Enter gives.
        self._run.setAutoDefault(False)
        self._not_now.setDefault(True)
        self._buttons.addButton(self._run, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self._not_now, QDialogButtonBox.ButtonRole.RejectRole)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        for part in (self._what, self._meaning, self._count):
            layout.addWidget(part)
        layout.addWidget(self._code, stretch=1)
        layout.addWidget(self._buttons)

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.finished.connect(self._on_finished)

    def _on_finished(self, result: int) -> None:
        self.answered.emit(result == QDialog.DialogCode.Accepted)


def _shown(name: str) -> str:
    short = name if len(name) <= _NAME_SHOWN else f"{name[:_NAME_SHOWN]}…"
    return visible_line(short)
