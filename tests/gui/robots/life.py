"""Reads the life view and clicks in it, as a person would."""

from enum import StrEnum
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox, QWidget

from core.history import History
from gui.panes.life import LifePane
from gui.panes.life.canvas import LifeCanvas
from gui.panes.life.ink import Light
from gui.panes.life.supply import SupplyList
from gui.widgets.elided_label import ElidedLabel

W = TypeVar("W", bound=QWidget)


class LifeRobot:
    """A person in front of both diagrams; `chosen` are the requests that the view told of."""

    def __init__(self, qtbot: Any, pane: LifePane) -> None:
        self._qtbot = qtbot
        self._pane = pane
        self.chosen: list[int] = []
        pane.request_chosen.connect(self.chosen.append)

    def show_run(self, history: History | None, title: str = "S1") -> "LifeRobot":
        self._pane.show_run(title, history)
        return self.look()

    def look(self) -> "LifeRobot":
        """Let the view take in what is new, and wait until it has."""
        self._pane.refresh()
        self._qtbot.waitUntil(lambda: self._pane.unread == 0)
        return self

    def wait_for_request(self, words: str) -> "LifeRobot":
        self._qtbot.waitUntil(lambda: self.look().request_state() == words)
        return self

    def wait_for_server(self, words: str) -> "LifeRobot":
        self._qtbot.waitUntil(lambda: self.look().server_state() == words)
        return self

    def server_state(self) -> str:
        return self._part(ElidedLabel, "server_state").whole_text()

    def request_state(self) -> str:
        return self._part(ElidedLabel, "request_state").whole_text()

    def lit(self, state: StrEnum) -> Light:
        return self._canvas_of(state).light_of(state)

    def passed(self) -> list[StrEnum]:
        """Return the states of the request that are outlined or filled, from top to bottom."""
        canvas = self._part(LifeCanvas, "request_life")
        return [state for state in canvas.states() if canvas.light_of(state) is not Light.AHEAD]

    def count(self, state: StrEnum) -> int:
        return self._part(LifeCanvas, "request_life").count_of(state)

    def is_drawn(self, state: StrEnum) -> bool:
        return state in self._part(LifeCanvas, "request_life").states()

    def on_arrow_to(self, state: StrEnum) -> str:
        return self._canvas_of(state).words_on_arrow_to(state)

    def choose_request(self, number: int) -> "LifeRobot":
        self._part(QSpinBox, "request").setValue(number)
        return self

    def click(self, state: StrEnum) -> "LifeRobot":
        canvas = self._canvas_of(state)
        x, y = canvas.places().rect(state).middle
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(int(x), int(y)))
        return self

    def press_classes(self) -> "LifeRobot":
        self._part(QPushButton, "classes").click()
        return self

    def classes(self) -> list[str]:
        found = self._part(SupplyList, "suppliers")
        return found.lines() if found.isVisible() else []

    def emptiness(self) -> str:
        label = self._part(QLabel, "empty")
        return label.text() if label.isVisible() else ""

    def _canvas_of(self, state: StrEnum) -> LifeCanvas:
        canvas = self._part(LifeCanvas, "request_life")
        return canvas if state in canvas.states() else self._part(LifeCanvas, "server_life")

    def _part(self, kind: type[W], name: str) -> W:
        found = self._pane.findChild(kind, name)
        assert found is not None, name
        return found
