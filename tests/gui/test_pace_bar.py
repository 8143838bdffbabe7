from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from gui.widgets.elided_label import ElidedLabel
from gui.widgets.pace_bar import DELAYS, PaceBar


class PaceRobot:
    """A person in front of the bar; `said` is what it told, in order."""

    def __init__(self, bar: PaceBar) -> None:
        self._bar = bar
        self.said: list[object] = []
        bar.step_toggled.connect(self.said.append)
        bar.next_pressed.connect(lambda: self.said.append("next"))
        bar.slow_changed.connect(self.said.append)

    def press(self, name: str) -> "PaceRobot":
        self._part(QPushButton, name).click()
        return self

    def button(self, name: str) -> QPushButton:
        found: QPushButton = self._part(QPushButton, name)
        return found

    def choose_delay(self, index: int) -> "PaceRobot":
        self._part(QComboBox, "slow_delay").setCurrentIndex(index)
        return self

    def can(self, name: str) -> bool:
        return bool(self._part(QWidget, name).isEnabled())

    def waiting(self) -> str:
        return str(self._part(ElidedLabel, "waiting").whole_text())

    def _part(self, kind: Any, name: str) -> Any:
        found = self._bar.findChild(kind, name)
        assert found is not None, name
        return found


@pytest.fixture
def bar(qtbot: Any) -> PaceBar:
    bar = PaceBar()
    qtbot.addWidget(bar)
    bar.show()
    return bar


@pytest.fixture
def robot(bar: PaceBar) -> PaceRobot:
    return PaceRobot(bar)


def test_step_is_told_when_it_goes_in_and_when_it_comes_out(robot: PaceRobot) -> None:
    robot.press("step").press("step")
    assert robot.said == [True, False]


def test_next_can_be_pressed_while_stepping_and_something_waits(bar: PaceBar, robot: PaceRobot) -> None:
    assert not robot.can("next")
    bar.show_waiting("Thread-2 waits before verify_request()")
    assert not robot.can("next")
    robot.press("step")
    assert robot.can("next")
    assert robot.press("next").said == [True, "next"]
    bar.show_waiting("")
    assert not robot.can("next")
    assert robot.waiting() == "No hook is due: open or close a client"
    robot.press("step")
    assert robot.waiting() == ""


def test_slow_motion_tells_its_delay_and_0_when_it_ends(robot: PaceRobot) -> None:
    robot.press("slow_motion").choose_delay(3).press("slow_motion").choose_delay(0)
    assert robot.said == [DELAYS[1], DELAYS[3], 0.0]


def test_the_pace_of_another_server_is_shown_and_not_told(bar: PaceBar, robot: PaceRobot) -> None:
    bar.set_pace(is_stepping=True, delay=1.0)
    assert (bar.is_stepping, bar.delay, robot.can("slow_delay")) == (True, 1.0, True)
    bar.set_pace(is_stepping=False, delay=0.0)
    assert (bar.is_stepping, bar.delay, robot.can("slow_delay")) == (False, 0.0, False)
    assert robot.said == []


def test_next_keeps_the_focus_while_nobody_waits_for_a_moment(
    qtbot: Any, bar: PaceBar, robot: PaceRobot
) -> None:
    bar.show()
    qtbot.waitExposed(bar)
    robot.press("step")
    bar.show_waiting("Thread-2 waits before verify_request()")
    button = robot.button("next")
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    bar.show_waiting("")
    assert button.hasFocus()


def test_without_a_server_the_pace_is_that_of_the_next_one(bar: PaceBar, robot: PaceRobot) -> None:
    robot.press("step")
    bar.speak_of_next(True)
    assert robot.waiting() == "The next server will wait before each hook"
    bar.speak_of_next(False)
    assert robot.waiting() == "No hook is due: open or close a client"
