"""The gallery: examples to start from, with what to watch for in each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.gallery import Example
from gui.language import translated
from gui.spoken import spoken
from gui.theme import set_role
from gui.widgets.code_page import CodePage


class GalleryWindow(QDialog):
    """Shows the examples one at a time, and lets one of them be taken."""

    chosen = Signal(object)
    """An `Example`."""

    def __init__(self, examples: Sequence[Example], parent: QWidget | None = None) -> None:
        """Make the window with the first example in it; there must be one."""
        super().__init__(parent)
        self._examples = tuple(examples)
        self._list = QListWidget()
        self._title = QLabel()
        self._sentences = QLabel()
        self._code = CodePage()
        self._take = QPushButton()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.setObjectName("gallery_window")
        self.resize(1080, 680)
        self._name_parts()
        self._list.addItems([example.title for example in self._examples])
        self._lay_out()
        self._list.setCurrentRow(0)
        spoken(self, self._say_words)
        self._connect()

    def example(self) -> Example:
        """Return the example that is shown."""
        return self._examples[self._list.currentRow()]

    def show_example(self, key: str) -> None:
        """Show the example with this key; a KeyError if there is none."""
        keys = {example.key: row for row, example in enumerate(self._examples)}
        self._list.setCurrentRow(keys[key])

    def _show_example(self) -> None:
        example = self.example()
        self._title.setText(translated(example.title))
        self._sentences.setText("\n".join(map(translated, example.sentences)))
        self._code.show_code(example.text)

    def _say_words(self) -> None:
        self.setWindowTitle(self.tr("Examples"))
        self._take.setText(self.tr("&Take this one"))
        for part, words in (
            (self._list, self.tr("Examples")),
            (self._title, self.tr("Title")),
            (self._sentences, self.tr("What to watch for")),
            (self._code, self.tr("The program")),
            (self._take, self.tr("Take this one")),
        ):
            part.setAccessibleName(words)
        for row, example in enumerate(self._examples):
            self._list.item(row).setText(translated(example.title))
        self._list.setFixedWidth(self._list.sizeHintForColumn(0) + 36)
        self._show_example()

    def _name_parts(self) -> None:
        for part, name in (
            (self._list, "examples"),
            (self._title, "example_title"),
            (self._sentences, "example_sentences"),
            (self._code, "example_code"),
            (self._take, "take_example"),
            (self._buttons.button(QDialogButtonBox.StandardButton.Close), "close_gallery"),
        ):
            part.setObjectName(name)

    def _lay_out(self) -> None:
        self._list.setSpacing(2)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for label in (self._title, self._sentences):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        set_role(self._title, "strong")
        set_role(self._take, "primary")
        self._take.setDefault(True)
        self._buttons.addButton(self._take, QDialogButtonBox.ButtonRole.ActionRole)
        self._code.setMinimumWidth(self._code.fontMetrics().horizontalAdvance("x") * 60)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addWidget(self._list)
        columns.addWidget(self._page(), stretch=1)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(columns, stretch=1)
        layout.addWidget(self._buttons)

    def _page(self) -> QFrame:
        page = QFrame()
        set_role(page, "card")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 14, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self._title)
        layout.addWidget(self._sentences)
        layout.addWidget(self._code, stretch=1)
        return page

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._show_example)
        self._list.itemDoubleClicked.connect(self._on_taken)
        self._take.clicked.connect(self._on_taken)
        self._buttons.rejected.connect(self.reject)

    def _on_taken(self) -> None:
        self.accept()
        self.chosen.emit(self.example())
