from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QSlider

from gui.widgets.elided_label import ElidedLabel
from gui.widgets.replay_bar import ReplayBar

SECOND = 1_000_000_000
BEGAN = 1_000 * SECOND


class ReplayRobot:
    """A person in front of the replay bar."""

    def __init__(self, qtbot: Any, bar: ReplayBar) -> None:
        self.qtbot, self.bar = qtbot, bar
        self.slider = self._part(QSlider, "moment")
        self.chosen: list[int | None] = []
        self.steps: list[int] = []
        bar.moment_chosen.connect(self.chosen.append)
        bar.step_wanted.connect(self.steps.append)

    def press(self, name: str) -> None:
        QTest.mouseClick(self._part(QPushButton, name), Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.slider, key)

    def click_at(self, share: float) -> None:
        place = QPoint(round(self.slider.width() * share), self.slider.height() // 2)
        QTest.mouseClick(self.slider, Qt.MouseButton.LeftButton, pos=place)

    def choose_speed(self, text: str) -> None:
        self._part(QComboBox, "speed").setCurrentText(text)

    def is_live(self) -> bool:
        return bool(self._part(QPushButton, "live").isChecked())

    def text(self, name: str) -> str:
        return str(self._part(QPushButton, name).text())

    def tip(self, name: str) -> str:
        return str(self._part(QPushButton, name).toolTip())

    def time(self) -> str:
        return str(self._part(ElidedLabel, "replay_time").whole_text())

    def _part(self, kind: Any, name: str) -> Any:
        part = self.bar.findChild(kind, name)
        assert part is not None, name
        return part


@pytest.fixture
def bar(qtbot: Any) -> ReplayRobot:
    bar = ReplayBar()
    qtbot.addWidget(bar)
    bar.resize(600, 40)
    bar.show()
    bar.show_span(BEGAN, BEGAN + 10 * SECOND)
    return ReplayRobot(qtbot, bar)


def test_it_begins_live(bar: ReplayRobot) -> None:
    assert bar.is_live()
    assert bar.time() == "live · 10.0 s"
    assert bar.chosen == []


def test_a_click_in_the_middle_goes_there(bar: ReplayRobot) -> None:
    bar.click_at(0.5)
    assert len(bar.chosen) == 1
    assert bar.chosen[0] == pytest.approx(BEGAN + 5 * SECOND, abs=SECOND / 10)
    assert not bar.is_live()


def test_live_comes_back_to_now(bar: ReplayRobot) -> None:
    bar.key(Qt.Key.Key_Home)
    bar.press("live")
    assert bar.chosen == [BEGAN, None]
    bar.press("live")
    assert bar.is_live()


def test_arrows_ask_for_the_events_beside(bar: ReplayRobot) -> None:
    bar.key(Qt.Key.Key_Left)
    bar.key(Qt.Key.Key_Right)
    bar.press("step_back")
    assert bar.steps == [-1, 1, -1]
    assert bar.chosen == []


def test_where_the_event_was_is_shown_without_a_word(bar: ReplayRobot) -> None:
    bar.bar.show_moment(BEGAN + 2_500_000_000)
    assert bar.time() == "2.500 of 10.0 s"
    assert bar.chosen == []


def test_while_one_looks_back_the_run_may_grow(bar: ReplayRobot) -> None:
    bar.click_at(0.5)
    then = bar.bar.moment
    bar.bar.show_span(BEGAN, BEGAN + 20 * SECOND)
    assert bar.bar.moment == then
    assert bar.slider.value() == pytest.approx(bar.slider.maximum() / 4, abs=50)


def test_play_goes_from_the_beginning_to_the_end_and_stays_there(bar: ReplayRobot) -> None:
    bar.bar.show_span(BEGAN, BEGAN + SECOND // 2)
    bar.choose_speed("4×")
    bar.press("play")
    assert bar.bar.is_playing
    bar.qtbot.waitUntil(lambda: not bar.bar.is_playing)
    assert bar.chosen[0] == BEGAN
    assert bar.chosen[-1] == BEGAN + SECOND // 2
    assert len(bar.chosen) > 2


def test_the_hand_on_the_slider_stops_the_playing(bar: ReplayRobot) -> None:
    bar.press("play")
    bar.click_at(0.2)
    assert not bar.bar.is_playing


def test_without_a_run_nothing_can_be_pressed(bar: ReplayRobot) -> None:
    bar.bar.show_span(0, 0)
    assert not bar.slider.isEnabled()
    bar.bar.play()
    assert not bar.bar.is_playing
    assert bar.time() == ""


def test_a_run_that_has_ended_is_not_live(bar: ReplayRobot) -> None:
    bar.bar.set_over(True)
    assert bar.time() == "ended · 10.0 s"
    assert bar.text("live") == "End"
    assert "played again" in bar.tip("live")
    bar.click_at(0.5)
    bar.press("live")
    assert bar.chosen[-1] is None
    assert bar.time() == "ended · 10.0 s"


def test_another_run_is_live_again(bar: ReplayRobot) -> None:
    bar.bar.set_over(True)
    bar.bar.set_over(False)
    assert bar.time() == "live · 10.0 s"
    assert bar.text("live") == "Live"


def test_a_long_time_needs_no_more_room(bar: ReplayRobot) -> None:
    width = bar.bar.minimumSizeHint().width()
    slider = bar.slider.width()
    bar.bar.show_span(BEGAN, BEGAN + 123_456 * SECOND)
    bar.bar.show_moment(BEGAN + 123_455 * SECOND)
    assert bar.time() == "123,455.000 of 123,456.0 s"
    assert bar.bar.minimumSizeHint().width() == width
    bar.bar.resize(width, 40)
    bar.bar.resize(600, 40)
    assert bar.slider.width() == slider
