"""The question before a program of someone else's runs for the first time."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.theme import set_role
from gui.visible_text import visible_line
from gui.widgets.code_page import CodePage

_FILES_NAMED = 8
"""So many files are named in the question; all of them are shown."""

_NAME_SHOWN = 80
"""So many characters of the file's name are shown; the rest tells nothing more."""


class TrustQuestion(QDialog):
    """Shows the whole program and asks whether to run it; to close the dialog means "not now"."""

    answered = Signal(bool)
    """True: run it.  Comes once."""

    def __init__(
        self, name: str, text: str, parent: QWidget | None = None, beside: Sequence[tuple[str, str]] = ()
    ) -> None:
        """Ask about the program `text` from the file `name`; call `open()` to show the question.

        `beside` are the names and texts of the files that it imports from its folder.
        """
        super().__init__(parent)
        self._what = QLabel(self.tr("Socket Lab does not know who wrote {0}.").format(_shown(name)))
        self._meaning = QLabel(self._meaning_text())
        self._beside = QLabel(self._beside_text([name for name, _ in beside]))
        self._count = QLabel(self._count_text([text, *(text for _, text in beside)]))
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
        self._code.show_code(_in_one(text, beside))

    def _meaning_text(self) -> str:
        return self.tr(
            "When it runs, it can do whatever you can do on this computer: read your files, change or delete "
            "them, start programs, use the network. A process of its own does not hold it back.\n"
            "Read it first, and run it only if you see what it does or trust whoever gave it to you. "
            "The answer counts for exactly this text: if a letter of it changes, you are asked again."
        )

    def _beside_text(self, names: list[str]) -> str:
        if not names:
            return ""
        listed = ", ".join(map(_shown, names[:_FILES_NAMED]))
        if len(names) > _FILES_NAMED:
            listed = self.tr("{0} and {1} more").format(listed, len(names) - _FILES_NAMED)
        return self.tr(
            "It imports from its folder: {0}. They run with it, so you are asked about them, too, and they "
            "stand below it. What it may import by a name that it makes up while it runs is not among them."
        ).format(listed)

    def _count_text(self, texts: list[str]) -> str:
        lines = sum(text.count("\n") + (not text.endswith("\n")) for text in texts)
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
        self._beside.setObjectName("trust_beside")

    def _lay_out(self) -> None:
        labels = (self._what, self._meaning, self._beside, self._count)
        for label, role in zip(labels, ("strong", "", "", "muted"), strict=True):
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
        for part in labels:
            layout.addWidget(part)
        self._beside.setVisible(bool(self._beside.text()))
        layout.addWidget(self._code, stretch=1)
        layout.addWidget(self._buttons)

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.finished.connect(self._on_finished)

    def _on_finished(self, result: int) -> None:
        self.answered.emit(result == QDialog.DialogCode.Accepted)


def _in_one(text: str, beside: Sequence[tuple[str, str]]) -> str:
    """Return all that would run, each file under its name."""
    files = (f"\n\n# {_RULE} {_shown(name)} {_RULE}\n\n{inner}" for name, inner in beside)
    return text + "".join(files)


_RULE = "─" * 12


def _shown(name: str) -> str:
    short = name if len(name) <= _NAME_SHOWN else f"{name[:_NAME_SHOWN]}…"
    return visible_line(short)
