"""What all views of the stage have in common: a title, controls, and words where there is nothing to see."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from core.history import History
from gui.theme import set_role, theme_of
from gui.widgets.elided_label import ElidedLabel

REST_MILLISECONDS = 33
"""When there was more to read than fits into one refresh, the next comes after so long."""

HEAD_HEIGHT = 30
"""How high the first line is, with or without controls in it."""

_MARGIN = 9


class ViewFrame(QWidget):
    """A view of one run: its title and the view's controls in a line, below them a body.

    A view puts controls into the line (`_add_button`, `_add_control`), gives the body (`_set_body`), places
    `_pages` in `_column` and says how to `_begin` with another run and how to `refresh`.
    """

    request_chosen = Signal(int)
    """Something of this request was chosen; 0: of none."""

    def __init__(self, name: str, parent: QWidget | None = None, rest: int = REST_MILLISECONDS) -> None:
        """Begin without a run; `rest` is how long (ms) the rest of what there is to read may wait."""
        super().__init__(parent)
        self.setObjectName(name)
        self._history: History | None = None
        self._run = ElidedLabel()
        self._run.setObjectName("run")
        self._run.setMinimumHeight(HEAD_HEIGHT)
        set_role(self._run, "muted")
        self._head = QHBoxLayout()
        self._head.setSpacing(6)
        self._head.addWidget(self._run, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._make_empty_page())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 0)
        self._column.setSpacing(theme_of(self).gap)
        self._column.addLayout(self._head)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest)
        self._rest.timeout.connect(self.refresh)

    def show_run(self, title: str, history: History | None) -> None:
        """Show another run, or the same one, at the same place, under a new title."""
        self._run.set_text(title)
        if history is not self._history:
            self._history = history
            self._begin()
            if self.isVisible():
                self.refresh()

    def refresh(self) -> None:
        """Take in what is new, as far as a frame has time for it; the rest follows by itself."""
        raise NotImplementedError

    def is_behind(self) -> bool:
        """True while there is more to take in than the last refresh had time for."""
        return self._rest.isActive()

    # For the views --------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Begin with `_history`, from which nothing has been read yet; None: without a run."""
        raise NotImplementedError

    def _refresh_again(self, is_more: bool) -> None:
        """Refresh again soon, if there is more to take in, and somebody to see it."""
        if is_more and self.isVisible():
            self._rest.start()
        else:
            self._rest.stop()

    def _add_button(
        self, name: str, text: str = "", tip: str = "", is_checkable: bool = False
    ) -> QPushButton:
        """Put a button into the first line; its words may come later, and in other languages again."""
        button = QPushButton(text)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setCheckable(is_checkable)
        self._add_control(button)
        return button

    def _add_control(self, control: QWidget) -> None:
        """Put something at the end of the first line."""
        self._head.addWidget(control)

    def _set_body(self, body: QWidget) -> None:
        """Take what is shown when there is something to see."""
        self._pages.addWidget(body)

    def _say_empty(self, why: str) -> None:
        """Show why there is nothing to see and what to do, in place of the body; "": show the body."""
        self._empty.setText(why)
        self._pages.setCurrentIndex(0 if why else 1)

    def _make_empty_page(self) -> QFrame:
        self._empty = QLabel()
        self._empty.setObjectName("empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        set_role(self._empty, "muted")
        page = QFrame()
        set_role(page, "card")
        QVBoxLayout(page).addWidget(self._empty)
        return page

    # Called by Qt ---------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        self.refresh()
