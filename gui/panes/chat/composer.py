"""Where a message is typed, checked while it is typed, and sent."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.framing import Framing
from gui.language import translated
from gui.panes.chat.message_edit import LONGEST_TYPED, MessageEdit
from gui.panes.chat.outgoing import Kind, LineEnding, NotSendableError, Outgoing, compose
from gui.panes.chat.recall import Recall, Walk
from gui.spoken import spoken
from gui.theme import set_role, small_font
from gui.visible_text import tooltip, visible_line

TIMES_LIMIT = 10_000
"""So often a message may be sent in one go ..."""

TOGETHER_LIMIT = 64 * 1024 * 1024
"""... and so many bytes all of them together may have."""


class Composer(QFrame):
    """An editor, what is wrong with its text, how the text is meant, and Send."""

    submitted = Signal(object)
    """An `Outgoing`."""

    def __init__(self, framing: Framing, recall: Recall, parent: QWidget | None = None) -> None:
        """Make an empty composer; `recall` is shared with other clients' composers."""
        super().__init__(parent)
        self._framing = framing
        self._recall = recall
        self._walk = Walk(recall)
        self._outgoing: Outgoing | None = None
        self._obstacle = ""
        self._is_datagram = False
        self.editor = MessageEdit()
        self.status = QLabel()
        self.kind = QComboBox()
        self.line_ending = QComboBox()
        self.times = QSpinBox()
        self.send = QPushButton()
        self._fill()
        self._lay_out()
        self._connect()
        spoken(self, self._say_words)

    def set_obstacle(self, obstacle: str) -> None:
        """Say why nothing can be sent now, such as "Not connected."; "" if it can."""
        self._obstacle = obstacle
        self._show_verdict()

    def set_datagram(self, is_datagram: bool) -> None:
        """Allow an empty message: a datagram may be empty, a piece of a stream cannot."""
        self._is_datagram = is_datagram
        self._check()

    def choose_raw_text(self) -> None:
        """Let what is typed be sent as it is; as a line where messages are lines."""
        self.kind.setCurrentIndex(self.kind.findData(Kind.RAW))
        ending = LineEnding.LF if self._framing is Framing.LINES else LineEnding.NONE
        self.line_ending.setCurrentIndex(self.line_ending.findData(ending))

    def set_text(self, text: str) -> None:
        """Put `text` in place of what is there."""
        self.editor.set_text(text)

    def text(self) -> str:
        """Return the unsent text."""
        return self.editor.text()

    def _say_words(self) -> None:
        self.editor.setAccessibleName(self.tr("Message"))
        self.send.setText(self.tr("Send ⏎"))
        self.send.setAccessibleName(self.tr("Send the message"))
        self.kind.setAccessibleName(self.tr("What the text is"))
        self.line_ending.setAccessibleName(self.tr("Line ending"))
        self.times.setPrefix(self.tr("times "))
        widest = f"{self.times.prefix()}{TIMES_LIMIT}"
        self.times.setFixedWidth(QFontMetrics(small_font()).horizontalAdvance(widest) + 40)
        for part in (self.times, self.times.lineEdit()):
            part.setAccessibleName(self.tr("How many times it is sent"))
        self.times.setToolTip(self.tr("So many times the message is sent, one right after the other"))
        self.line_ending.setToolTip(self.tr("What is put behind the text: nothing, \\n or \\r\\n"))
        for index, (_kind, label, tip) in enumerate(self._kinds()):
            self.kind.setItemText(index, label)
            self.kind.setItemData(index, tip, Qt.ItemDataRole.ToolTipRole)
        for index, (_ending, label) in enumerate(self._endings()):
            self.line_ending.setItemText(index, label)
        self._check()

    def _fill(self) -> None:
        set_role(self, "card")
        set_role(self.send, "primary")
        self.status.setFont(small_font())
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.status.setWordWrap(True)
        self.status.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        wraps = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        wraps.setHeightForWidth(True)
        self.status.setSizePolicy(wraps)
        # Two lines always, more where one must: a composer that jumps is worse than an empty line.
        line = QFontMetrics(small_font()).lineSpacing()
        self.status.setMinimumHeight(2 * line)
        self.status.setMaximumHeight(5 * line)
        for kind, label, _tip in self._kinds():
            self.kind.addItem(label, kind)
        for ending, label in self._endings():
            self.line_ending.addItem(label, ending)
        for box in (self.kind, self.line_ending):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMinimumWidth(64)
        self.line_ending.setCurrentIndex(1)
        self.line_ending.hide()
        self.times.setRange(1, TIMES_LIMIT)
        # Under a style sheet a spin box forgets its own padding.
        self.times.lineEdit().setTextMargins(6, 0, 0, 0)
        # Not by the wheel alone, of somebody who scrolls.
        self.times.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.times.setFont(small_font())

    def _kinds(self) -> list[tuple[Kind, str, str]]:
        return [
            (Kind.JSON, self.tr("JSON"), self.tr("A JSON document, checked while you type")),
            (Kind.TEXT, self.tr("Plain text"), self.tr("Sent as a JSON string: quotes are put around it")),
            (Kind.RAW, self.tr("Raw text"), self.tr("Sent as it is, with the line ending you choose")),
            (Kind.HEX, self.tr("Hex"), self.tr("Bytes by their hex digits, such as 7b 22 ff")),
        ]

    def _endings(self) -> list[tuple[LineEnding, str]]:
        return [
            (LineEnding.NONE, self.tr("no end")),
            (LineEnding.LF, self.tr("LF")),
            (LineEnding.CRLF, self.tr("CRLF")),
        ]

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.kind)
        buttons.addWidget(self.line_ending)
        buttons.addStretch(1)
        buttons.addWidget(self.send)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.status, 1)
        line.addWidget(self.times, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 8)
        layout.setSpacing(5)
        layout.addWidget(self.editor)
        layout.addLayout(line)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.editor.textChanged.connect(self._check)
        self.editor.submitted.connect(self._on_submitted)
        self.editor.older_requested.connect(self._on_older)
        self.editor.newer_requested.connect(self._on_newer)
        self.editor.refused.connect(self._on_refused)
        self.kind.currentIndexChanged.connect(self._check)
        self.line_ending.currentIndexChanged.connect(self._check)
        self.times.valueChanged.connect(self._check)
        self.times.lineEdit().returnPressed.connect(self._on_submitted)
        self.send.clicked.connect(self._on_submitted)
        QWidget.setTabOrder(self.times, self.send)

    def _check(self) -> None:
        kind = Kind(self.kind.currentData())
        self.line_ending.setVisible(kind is Kind.RAW)
        self.editor.setPlaceholderText(self._placeholder(kind))
        self._problem = ""
        self._outgoing = None
        try:
            self._outgoing = compose(
                self.text(), kind, LineEnding(self.line_ending.currentData()), self._framing
            )
            if not self._outgoing.data and not self._is_datagram:
                self._outgoing = None
                self._problem = self.tr("Nothing to send: type something first.")
            elif len(self._outgoing.data) * self.times.value() > TOGETHER_LIMIT:
                self._outgoing = None
                self._problem = self.tr("Too much at once: 64 MB at most.")
        except NotSendableError as error:
            self._problem = translated(error.args[0])
        self._show_verdict()

    def _placeholder(self, kind: Kind) -> str:
        return {
            Kind.JSON: '{"Say": "HELLO"}',
            Kind.TEXT: self.tr("HELLO, Server"),
            Kind.RAW: self.tr("Any text"),
            Kind.HEX: "22 48 49 22",
        }[kind]

    def _show_verdict(self) -> None:
        obstacle = self._obstacle or self._problem
        self.send.setEnabled(not obstacle)
        self.send.setToolTip(tooltip(obstacle or self.tr("Send (Enter)")))
        self._say(*self._verdict())

    def _verdict(self) -> tuple[str, str]:
        """Return the role and the words of the line under the editor."""
        if not self.text():
            return "muted", self._obstacle or self.tr("Enter sends, Shift+Enter breaks the line, ↑ recalls")
        if self._problem:
            return "error", self._problem
        if self._obstacle:
            return "warning", self._obstacle
        if Kind(self.kind.currentData()) is Kind.JSON:
            return "good", self.tr("valid JSON")
        assert self._outgoing is not None
        return "muted", self.tr("{0} bytes").format(f"{len(self._outgoing.data):,}")

    def _on_submitted(self) -> None:
        if self._outgoing is None or self._obstacle:
            return
        outgoing = replace(self._outgoing, times=self.times.value())
        self._recall.remember(outgoing.shown)
        self._walk.restart()
        self.editor.set_text("")
        self.times.setValue(1)  # the next one is not to be a flood by mistake
        self.submitted.emit(outgoing)

    def _on_older(self) -> None:
        self._recalled(self._walk.older(self.text()))

    def _on_newer(self) -> None:
        self._recalled(self._walk.newer())

    def _recalled(self, text: str | None) -> None:
        if text is not None:
            self.editor.set_text(text)

    def _on_refused(self, size: int) -> None:
        words = self.tr("Too long to type: {0} characters, {1} at most.")
        self._say("error", words.format(f"{size:,}", f"{LONGEST_TYPED:,}"))

    def _say(self, role: str, words: str) -> None:
        self.status.setText(visible_line(words))
        self.status.setToolTip(tooltip(words) if role == "error" else "")
        set_role(self.status, role)
