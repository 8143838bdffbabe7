"""One life as a diagram: boxes for states, arrows with the hooks' names, lit up to where the life is."""

from collections.abc import Mapping
from enum import StrEnum
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.diagram import Box, Diagram, Placement, Point, Rail, Sizes
from core.life_record import Trail
from core.lifecycle import RequestState, ServerState
from core.suppliers import Supplier
from gui.language import translated
from gui.panes.life.ink import Light, draw_arrow, draw_box, draw_count, draw_dot, draw_words
from gui.panes.life.words import hook_of, words_of_keys, words_of_state
from gui.spoken import spoken
from gui.theme import Theme, mono_font, small_font, theme_of

ROW_LEAST, ROW_MOST = 36, 54
"""Pixels from one box to the next: as the pane's height allows, between these."""

OVERRIDE = "◆"
"""The mark of a hook that a class supplies although a class behind it has one too."""

LOOP = "↻"
"""The mark of hooks that leave a state as it is."""

_BOX_PADDING = 12
_BOX_HEIGHT = 20
_LANE = 7
_EDGE = 4


class LifeCanvas(QWidget):
    """Paints a diagram and one life's trail through it."""

    state_clicked = Signal(str)
    """The value of the state whose box was clicked."""

    def __init__(self, name: str, diagram: Diagram[Any], parent: QWidget | None = None) -> None:
        """Show `diagram`, with nothing lit yet."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._diagram = diagram
        self._trail: Trail[Any] | None = None
        self._counts: Mapping[Any, int] = {}
        self._suppliers: Mapping[str, Supplier] = {}
        self._shown: object = None
        spoken(self, self._say_words)

    def set_diagram(self, diagram: Diagram[Any]) -> None:
        """Show another diagram."""
        self._diagram = diagram
        self.updateGeometry()
        self.update()

    def set_suppliers(self, suppliers: Mapping[str, Supplier]) -> None:
        """Say, where there is room, which class supplies each hook; mark those that override another."""
        self._suppliers = suppliers
        self.update()

    def light(self, trail: Trail[Any], counts: Mapping[Any, int]) -> None:
        """Light up a life as far as it has come, and show how many requests are in each state."""
        shown = (trail.state, trail.steps[-1:], counts)
        if shown != self._shown:
            self._shown = shown
            self._trail, self._counts = trail, counts
            self._describe()
            self.update()

    def word_at(self, place: QPoint) -> str:
        """Return what the glossary calls the state whose box is there, "" for none."""
        state = self._state_at(place.x(), place.y())
        return f"{type(state).__name__.removesuffix('State').lower()}_{state.name.lower()}" if state else ""

    def light_of(self, state: StrEnum) -> Light:
        """Return how a state's box is lit."""
        if self._trail is None:
            return Light.AHEAD
        if state is self._trail.state:
            return Light.NOW
        passed = {self._trail.start, *(step.state for step in self._trail.steps)}
        return Light.PASSED if state in passed else Light.AHEAD

    def count_of(self, state: StrEnum) -> int:
        """Return how many requests are shown to be in a state."""
        return self._counts.get(state, 0)

    def words_on_arrow_to(self, state: StrEnum) -> str:
        """Return what is written on the arrow to a state, with the mark, and the class where it fits."""
        placement = self._placement()
        hook, mark, name = self._label(self._diagram.boxes[state], placement)
        return " ".join(part for part in (hook, mark, name) if part)

    def states(self) -> list[StrEnum]:
        """Return the states that have a box, those on the spine from top to bottom first."""
        spine = self._diagram.spine
        return [*spine, *(state for state in self._diagram.boxes if state not in spine)]

    def places(self) -> Placement[Any]:
        """Return where the boxes are."""
        return self._placement()

    def _say_words(self) -> None:
        self._describe()
        self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        if self._trail is not None:
            self.setAccessibleDescription(words_of_state(self._trail.state))

    # Measures -------------------------------------------------------------------------------------------

    def _sizes(self) -> Sizes:
        boxes = self._diagram.boxes.values()
        row = min(max((self.height() - 2 * _EDGE) / self._diagram.rows, ROW_LEAST), ROW_MOST)
        aside = [self._box_width(box) for box in boxes if box.is_aside]
        return Sizes(
            box=max(self._words_width(box) for box in boxes if not box.is_aside),
            aside=max(aside, default=0.0),
            height=_BOX_HEIGHT,
            row=row,
            lane=_LANE,
        )

    def _placement(self) -> Placement[Any]:
        return Placement(self._diagram, self._sizes())

    def _box_width(self, box: Box[Any]) -> float:
        label = words_of_keys(box.keys)
        return max(
            self._words_width(box), _width(self._label_font(box), label) + _width(small_font(), OVERRIDE)
        )

    def _words_width(self, box: Box[Any]) -> float:
        return _width(small_font(), words_of_state(box.state)) + _BOX_PADDING

    def _label_font(self, box: Box[Any]) -> QFont:
        return hook_font() if hook_of(box.keys) else small_font()

    def _label(self, box: Box[Any], placement: Placement[Any]) -> tuple[str, str, str]:
        """Return the three parts of what stands on the arrow to a box: hook, mark, class."""
        words, supplier = words_of_keys(box.keys), self._suppliers.get(hook_of(box.keys))
        if supplier is None:
            return words, "", ""
        mark = OVERRIDE if supplier.overrides else ""
        has_room = not box.is_aside and self._has_room_for_names(placement)
        return words, mark, f"← {supplier.name}" if has_room else ""

    def _has_room_for_names(self, placement: Placement[Any]) -> bool:
        """True if the classes' names fit on all arrows: on some only, they would seem to say more."""
        reach = max(
            placement.label(box.state)[0]
            + _width(self._label_font(box), words_of_keys(box.keys))
            + _width(small_font(), f"{OVERRIDE} ← {supplier.name}")
            for box in self._diagram.boxes.values()
            if (supplier := self._suppliers.get(hook_of(box.keys)))
        )
        return reach + 6 <= self.width() - 2 * _EDGE

    # Painting -------------------------------------------------------------------------------------------

    def _draw_rail(self, painter: QPainter, theme: Theme, placement: Placement[Any], rail: Rail[Any]) -> None:
        """Draw the line that many states share, with a dot where each of them joins it."""
        paths = [placement.path(source, rail.target) for source in rail.sources]
        painter.setPen(QPen(QColor(theme.border_strong), 1))
        for path in paths:
            painter.drawPolyline([QPointF(*point) for point in path[:3]])
        draw_arrow(painter, theme, paths[0][2:], Light.AHEAD)
        for path in paths:
            draw_dot(painter, theme, path[1])

    def _draw_arrows(self, painter: QPainter, theme: Theme, placement: Placement[Any]) -> None:
        for rail in self._diagram.rails:
            if rail.sources:
                self._draw_rail(painter, theme, placement, rail)
        spine = self._diagram.spine
        for source, target in (*pairwise(spine), *self._diagram.exits):
            draw_arrow(painter, theme, placement.path(source, target), Light.AHEAD)
        steps = self._steps()
        for step in steps:
            light = Light.NOW if step is steps[-1] else Light.PASSED
            draw_arrow(painter, theme, placement.path(step.source, step.state), light)

    def _steps(self) -> list[Any]:
        """Return the steps that the diagram has boxes for."""
        boxes = self._diagram.boxes
        steps = self._trail.steps if self._trail else []
        return [step for step in steps if step.source in boxes and step.state in boxes]

    def _draw_state(self, painter: QPainter, theme: Theme, placement: Placement[Any], box: Box[Any]) -> None:
        rect = placement.rect(box.state)
        painter.setFont(small_font())
        draw_box(painter, theme, rect, words_of_state(box.state), self.light_of(box.state))
        if count := self._counts.get(box.state, 0):
            left = rect.left if box.is_aside else rect.right + _EDGE
            middle = rect.bottom + 12 if box.is_aside else rect.middle[1]
            draw_count(painter, theme, left, middle, f"{count:,}")
        if box.loops:
            self._draw_loop(painter, theme, (rect.right + _EDGE, rect.middle[1]), str(box.loops[0]))

    def _draw_loop(self, painter: QPainter, theme: Theme, at: Point, hook: str) -> None:
        """Draw what goes round and round in a state; its name where there is room."""
        end = draw_words(painter, small_font(), theme.muted, at, LOOP)
        if end + 4 + _width(hook_font(), hook) <= self.width() - 2 * _EDGE:
            draw_words(painter, hook_font(), theme.muted, (end + 4, at[1]), hook)

    def _draw_label(self, painter: QPainter, theme: Theme, placement: Placement[Any], box: Box[Any]) -> None:
        words, mark, name = self._label(box, placement)
        is_last = box.state in {step.state for step in self._steps()[-1:]}
        font = QFont(self._label_font(box))
        font.setBold(is_last)
        x, y = placement.label(box.state)
        is_ahead = self.light_of(box.state) is Light.AHEAD
        colour = theme.accent if is_last else theme.muted if is_ahead else theme.text
        end = draw_words(painter, font, colour, (x, y), words)
        if mark:
            end = draw_words(painter, small_font(), theme.accent, (end + 3, y), mark)
        if name:
            draw_words(painter, small_font(), theme.muted, (end + 6, y), name)

    def _state_at(self, x: float, y: float) -> Any:
        placement = self._placement()
        for state in self._diagram.boxes:
            rect = placement.rect(state)
            if rect.left <= x - _EDGE <= rect.right and rect.top - _EDGE <= y - _EDGE <= rect.bottom:
                return state
        return None

    def _explanation(self, state: ServerState | RequestState) -> str:
        box = self._diagram.boxes[state]
        supplier = self._suppliers.get(hook_of(box.keys))
        lines = [translated(state.words)]
        if supplier:
            origin = (
                self.tr("{0}() comes from {1}, in place of {2}")
                if supplier.overrides
                else self.tr("{0}() comes from {1}")
            )
            lines.append(origin.format(supplier.hook, supplier.name, ", ".join(supplier.overrides)))
        if box.loops:
            lines.append(self.tr("meanwhile: {0}").format(", ".join(str(key) for key in box.loops)))
        return "\n".join(lines)

    # Called by Qt ---------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Leave room for every hook's name."""
        placement = self._placement()
        reach = max(
            placement.label(box.state)[0] + _width(self._label_font(box), words_of_keys(box.keys))
            for box in self._diagram.boxes.values()
        )
        marks = _width(small_font(), OVERRIDE) + 3
        width = max(placement.right, reach + marks) + 2 * _EDGE
        return QSize(int(width) + 1, self._diagram.rows * ROW_LEAST + 2 * _EDGE)

    def minimumSizeHint(self) -> QSize:
        """Never cut a word."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the arrows, over them the boxes, and the words."""
        theme, placement = theme_of(self), self._placement()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(_EDGE, 0)
        self._draw_arrows(painter, theme, placement)
        for box in self._diagram.boxes.values():
            self._draw_state(painter, theme, placement, box)
        for box in self._diagram.boxes.values():
            self._draw_label(painter, theme, placement, box)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which state was clicked."""
        state = self._state_at(event.position().x(), event.position().y())
        if state is not None and event.button() is Qt.MouseButton.LeftButton:
            self.state_clicked.emit(state.value)

    def event(self, event: QEvent) -> bool:
        """Explain the box under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            state = self._state_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), self._explanation(state) if state else "", self)
            return True
        return super().event(event)


def hook_font() -> QFont:
    """Return the font for hooks' names."""
    font = mono_font()
    font.setPointSizeF(small_font().pointSizeF())
    return font


def _width(font: QFont, text: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)
