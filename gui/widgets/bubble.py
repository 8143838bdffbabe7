"""One message in a conversation: to the right if it is mine, to the left if it is theirs."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from gui.theme import Theme, mono_font, set_role, small_font, theme_of
from gui.visible_text import beginning, visible
from gui.widgets.text_block import TextBlock

_PADDING_X = 11
_PADDING_Y = 8
_META_GAP = 4
_SHARE = 0.88
"""A bubble takes at most this share of the width, so that one sees whose it is."""


@dataclass(frozen=True, slots=True)
class Message:
    """What a bubble shows: `text` in full, and words, made anew whenever another language is chosen."""

    mine: bool
    text: str
    meta: Callable[[], str]
    """Makes the small line under the text."""
    more: Callable[[], str]
    """Makes the words on the button that shows the rest of too long a text: "Show all (1.2 MB)"."""
    tip: str = ""
    problem: bool = False
    """True for what arrived but is no message: drawn with a warning's edge."""

    @property
    def weight(self) -> int:
        """How many characters are kept in memory for it."""
        return len(self.text)


class Bubble(QWidget):
    """A rounded box with selectable text, and a small line under it."""

    show_all_requested = Signal(str)
    """The whole text of a message of which only the beginning is shown."""

    def __init__(self, message: Message, parent: QWidget | None = None) -> None:
        """Make the bubble of `message`."""
        super().__init__(parent)
        self.message = message
        self._text = TextBlock("", mono_font(), self)
        self._meta = TextBlock("", small_font(), self)
        self._more: QPushButton | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setToolTip(message.tip)
        self._fill()
        self.say_words()

    def text(self) -> str:
        """Return the text as it is shown."""
        return self._text.text()

    def meta(self) -> str:
        """Return the small line under the text."""
        return self._meta.text()

    def say_words(self) -> None:
        """Say in the language of now what is not the message's; whoever holds the bubble arranges it then."""
        self._meta.set_text(self.message.meta())
        if self._more is not None:
            self._more.setText(self.message.more())
            self._place()

    def _fill(self) -> None:
        shown = beginning(self.message.text)
        is_cut = len(shown) < len(self.message.text)
        # The last line feed as a sign: behind it there would be an empty line.
        words = f"{shown[:-1]}↵" if shown.endswith("\n") and not is_cut else shown
        self._text.set_text(visible(words) + ("…" if is_cut else ""))
        if self.message.mine:
            self._meta.set_alignment(Qt.AlignmentFlag.AlignRight)
        if is_cut:
            self._more = self._make_more_button()

    def _make_more_button(self) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName("show_all")
        set_role(button, "link")
        button.clicked.connect(lambda: self.show_all_requested.emit(self.message.text))
        return button

    def _box(self, width: int) -> QRect:
        """Return where the rounded box goes in a bubble of `width`."""
        inner = min(self._text.natural_width(), max(24, int(width * _SHARE) - 2 * _PADDING_X))
        box = QSize(inner + 2 * _PADDING_X, self._text.heightForWidth(inner) + 2 * _PADDING_Y)
        x = width - box.width() if self.message.mine else 0
        return QRect(x, 0, box.width(), box.height())

    def _place(self) -> None:
        box = self._box(self.width())
        self._text.setGeometry(box.adjusted(_PADDING_X, _PADDING_Y, -_PADDING_X, -_PADDING_Y))
        y = box.height() + _META_GAP
        if self._more is not None:
            size = self._more.sizeHint()
            x = self.width() - size.width() if self.message.mine else 0
            self._more.setGeometry(QRect(QPoint(x, y), size))
            y += size.height()
        self._meta.setGeometry(0, y, self.width(), self._meta.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the text needs at `width`."""
        more = self._more.sizeHint().height() if self._more is not None else 0
        return self._box(width).height() + _META_GAP + more + self._meta.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        width = max(self.width(), 200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least that is of use; the text wraps."""
        return QSize(80, 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts into their places."""
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw in the colours of the widget's theme."""
        theme = theme_of(self)
        self._text.set_colour(QColor(theme.on_accent if self.message.mine else theme.text))
        self._meta.set_colour(QColor(theme.warning if self.message.problem else theme.muted))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_box(painter, theme)

    def _draw_box(self, painter: QPainter, theme: Theme) -> None:
        ground, edge = theme.card, theme.border
        if self.message.mine:
            ground = edge = theme.accent_fill
        elif self.message.problem:
            ground, edge = theme.warning_soft, theme.warning
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(edge), 1))
        box = QRectF(self._box(self.width())).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawPath(_outline(box, self.message.mine))


def _outline(box: QRectF, mine: bool) -> QPainterPath:
    """Return a rounded box with a sharper corner below, on the side of who spoke."""
    path = QPainterPath()
    path.addRoundedRect(box, 11, 11)
    corner = QRectF(box)
    corner.setTop(box.bottom() - 14)
    corner.setLeft(box.right() - 14) if mine else corner.setRight(box.left() + 14)
    sharp = QPainterPath()
    sharp.addRoundedRect(corner, 3, 3)
    return path.united(sharp)
