"""Plain text that wraps anywhere, can be selected and copied, and costs little."""

from math import ceil

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

_LINE = "\u2028"
"""Qt's line feed within one paragraph."""

_ANY_WIDTH = 100_000.0


class TextBlock(QWidget):
    """A few lines of plain text.

    A QLabel would not break a long word, so one long line from a socket would push the window wider; and
    hundreds of them, each with a document of its own, are slow to lay out.
    """

    def __init__(self, text: str = "", font: QFont | None = None, parent: QWidget | None = None) -> None:
        """Make a block of `text`; `font` None means the application's."""
        super().__init__(parent)
        self._layout = QTextLayout()
        self._layout.setCacheEnabled(True)
        self._colour: QColor | None = None
        self._alignment = Qt.AlignmentFlag.AlignLeft
        self._anchor = self._end = 0
        self._shown: str | None = None
        self._width = -1.0
        self._height = 0.0
        if font is not None:
            self.setFont(font)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.set_text(text)

    def text(self) -> str:
        """Return the whole text."""
        return self._shown or ""

    def set_text(self, text: str) -> None:
        """Show `text`, which must have been made visible before if it comes from a socket."""
        if text == self._shown:
            return
        self._shown = text
        self._layout.setText(text.replace("\n", _LINE))
        self._layout.setFont(self.font())
        self._anchor = self._end = 0
        self._natural = self._measure(_ANY_WIDTH)
        self._width = -1.0
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_colour(self, colour: QColor | None) -> None:
        """Draw the letters in `colour`; None: as the palette says."""
        if colour != self._colour:
            self._colour = colour
            self.update()

    def set_alignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Put the lines to the left (the default), the middle or the right."""
        self._alignment = alignment
        self._width = -1.0
        self.update()

    def natural_width(self) -> int:
        """Return the width at which no line has to be broken."""
        return self._natural

    def selected_text(self) -> str:
        """Return what is selected, or "" if nothing is."""
        start, end = sorted((self._anchor, self._end))
        # Qt counts UTF-16 units, Python characters: they differ from the first emoji on.
        units = self._layout.text().encode("utf-16-le", "surrogatepass")[start * 2 : end * 2]
        return units.decode("utf-16-le", "replace").replace(_LINE, "\n")

    def select_all(self) -> None:
        """Select the whole text."""
        self._select(0, len(self._layout.text().encode("utf-16-le", "surrogatepass")) // 2)

    def copy(self) -> None:
        """Put the selection on the clipboard, or the whole text if nothing is selected."""
        QGuiApplication.clipboard().setText(self.selected_text() or self.text())

    def _measure(self, width: float) -> int:
        """Break the text into lines of at most `width`; return the longest line's width."""
        option = QTextOption(self._alignment)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTabStopDistance(4 * QFontMetricsF(self.font()).horizontalAdvance(" "))
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        y = longest = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += ceil(line.height())
            longest = max(longest, line.naturalTextWidth())
        self._layout.endLayout()
        self._height = y
        self._width = width
        return ceil(longest)

    def _break_at(self, width: int) -> None:
        if self._width != width:
            self._measure(width)

    def _select(self, anchor: int, end: int) -> None:
        self._anchor, self._end = anchor, end
        self.update()

    def _position(self, point: QPoint) -> int:
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            if point.y() < line.y() + line.height() or number == self._layout.lineCount() - 1:
                return _first_int(line.xToCursor(point.x()))
        return 0

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the text needs at `width`."""
        self._break_at(max(width, 1))
        return ceil(self._height)

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        return QSize(self._natural, self.heightForWidth(self.width() if self.width() > 0 else self._natural))

    def minimumSizeHint(self) -> QSize:
        """Return the least that is of use; the text wraps."""
        return QSize(24, ceil(QFontMetricsF(self.font()).height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw in the colours of the widget's theme."""
        self._break_at(self.width())
        painter = QPainter(self)
        painter.setPen(self._colour or self.palette().color(QPalette.ColorRole.WindowText))
        self._layout.draw(painter, QPointF(0, 0), self._selections())

    def _selections(self) -> list[QTextLayout.FormatRange]:
        start, end = sorted((self._anchor, self._end))
        if start == end:
            return []
        selected = QTextLayout.FormatRange()
        selected.start, selected.length = start, end - start
        colours = QTextCharFormat()
        letters = self._colour or self.palette().color(QPalette.ColorRole.WindowText)
        ground = QColor(letters)
        ground.setAlpha(70)
        colours.setBackground(ground)
        selected.format = colours
        return [selected]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select."""
        if event.button() is Qt.MouseButton.LeftButton:
            position = self._position(event.position().toPoint())
            self._select(position, position)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select up to the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._select(self._anchor, self._position(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        position = self._position(event.position().toPoint())
        mode = QTextLayout.CursorMode.SkipWords
        start = self._layout.previousCursorPosition(position, mode)
        self._select(start, self._layout.nextCursorPosition(start, mode))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, or select all."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy")).triggered.connect(self.copy)
        menu.addAction(self.tr("Select all")).triggered.connect(self.select_all)
        menu.popup(event.globalPos())


def _first_int(answer: object) -> int:
    """Return the cursor's position: the binding answers with a number or with a tuple that begins with it."""
    return int(answer[0]) if isinstance(answer, tuple) else int(answer)  # type: ignore[call-overload]
