"""The stage in the window: all views of one run, one request, one moment, and the server's pace."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QSlider, QTabWidget, QWidget

from gui.widgets.elided_label import ElidedLabel
from tests.gui.robots.lab import LabRobot
from tests.gui.robots.life import LifeRobot

VIEWS = ["Lanes", "Life", "Bytes", "Kernel", "Log", "Code", "Console"]


def part(lab: LabRobot, kind: Any, name: str) -> Any:
    found = lab.window.stage.findChild(kind, name)
    assert found is not None, name
    return found


def waiting(lab: LabRobot) -> str:
    return str(part(lab, ElidedLabel, "waiting").whole_text())


def press(lab: LabRobot, name: str) -> None:
    part(lab, QAbstractButton, name).click()


def press_next_until(lab: LabRobot, condition: Any) -> None:
    def step() -> bool:
        if condition():
            return True
        if part(lab, QAbstractButton, "next").isEnabled():
            press(lab, "next")
        return False

    lab.wait_until(step)


def visited(start: QWidget) -> Iterator[QWidget]:
    """Yield what the Tab key visits after `start`, once around the window; hidden widgets too."""
    widget = start.nextInFocusChain()
    while widget is not None and widget is not start:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        widget = widget.nextInFocusChain()


def test_every_view_can_be_brought_to_the_front_while_a_server_is_used(lab: LabRobot) -> None:
    tabs = part(lab, QTabWidget, "stage")
    assert [tabs.tabText(index) for index in range(tabs.count())] == VIEWS
    lab.start()
    client = lab.new_client()
    for index in range(tabs.count()):
        tabs.setCurrentIndex(index)
        assert client.ask('"HI"') == '"hi"'
    lab.stop()


def test_step_stops_at_verify_request_and_goes_on(lab: LabRobot) -> None:
    lab.builder.choose(concurrency="Threading")
    lab.start()
    press(lab, "step")
    client = lab.new_client()
    client.say('"HI"')
    press_next_until(lab, lambda: "verify_request" in waiting(lab))
    assert client.waiting()
    press_next_until(lab, lambda: client.replies() == ['"hi"'])
    press(lab, "step")
    client.say('"AGAIN"')
    lab.wait_until(lambda: client.replies() == ['"hi"', '"again"'])
    lab.stop()


def test_a_server_that_is_started_while_step_is_on_is_stepped_into_being(lab: LabRobot) -> None:
    press(lab, "step")
    lab.builder.start()
    lab.wait_until(lambda: "server_bind" in waiting(lab))
    press(lab, "next")
    lab.wait_until(lambda: "server_activate" in waiting(lab))
    press(lab, "next")
    lab.wait_until(lambda: lab.servers.state(lab.servers.selected()[0]) == "listening")
    press(lab, "step")
    assert lab.new_client().ask('"HI"') == '"hi"'
    lab.stop()


def test_stop_works_while_stepping(lab: LabRobot) -> None:
    lab.start()
    press(lab, "step")
    lab.new_client()
    lab.wait_until(lambda: "waits before" in waiting(lab))
    lab.stop()
    lab.wait_until(lambda: waiting(lab) == "")


def test_slow_motion_is_seen_in_the_bar(lab: LabRobot) -> None:
    lab.start()
    press(lab, "slow_motion")
    lab.new_client()
    lab.wait_until(lambda: waiting(lab) != "")
    press(lab, "slow_motion")
    lab.wait_until(lambda: waiting(lab) == "")
    lab.stop()


def test_all_views_follow_one_moment(lab: LabRobot, qtbot: Any) -> None:
    lab.start()
    lab.new_client().ask('"HI"')
    lab.stop()
    lab.window.stage.show_view("life")
    life = LifeRobot(qtbot, lab.window.views.life)
    life.wait_for_server("stopped")
    slider = part(lab, QSlider, "moment")
    slider.setValue(slider.minimum())
    lab.wait_until(lambda: "stopped" not in life.server_state())
    press(lab, "live")
    life.wait_for_server("stopped")


def test_an_event_chosen_in_the_log_is_lit_in_life(lab: LabRobot, qtbot: Any) -> None:
    lab.builder.choose(concurrency="Threading")
    lab.start()
    first, second = lab.new_client(), lab.new_client()
    first.ask('"ONE"')
    second.ask('"TWO"')
    lab.choose_event('recv() got 6 bytes · "ONE"')
    lab.window.stage.show_view("life")
    life = LifeRobot(qtbot, lab.window.views.life)
    lab.wait_until(lambda: life.request_state().startswith("request 1:"))
    lab.stop()


def test_another_server_is_shown_as_it_is_now(lab: LabRobot) -> None:
    lab.start()
    lab.new_client().ask('"HI"')
    lab.stop()
    slider = part(lab, QSlider, "moment")
    slider.setValue(slider.minimum())
    assert not part(lab, QAbstractButton, "live").isChecked()
    lab.start()
    assert part(lab, QAbstractButton, "live").isChecked()
    lab.stop()


def test_live_lets_the_lanes_follow_again(lab: LabRobot) -> None:
    lab.start()
    lab.new_client().ask('"HI"')
    follow = lab.window.views.lanes.findChild(QAbstractButton, "follow")
    assert follow is not None
    slider = part(lab, QSlider, "moment")
    slider.setValue(slider.minimum())
    assert not follow.isChecked()
    press(lab, "live")
    assert follow.isChecked()
    lab.stop()


def test_a_view_that_is_shown_late_shows_the_moment_that_the_others_show(lab: LabRobot, qtbot: Any) -> None:
    lab.start()
    lab.new_client().ask('"HI"')
    lab.stop()
    slider = part(lab, QSlider, "moment")
    slider.setValue(slider.minimum())
    assert lab.window.stage.findChild(QWidget, "life") is None
    lab.window.stage.show_view("life")
    life = LifeRobot(qtbot, lab.window.views.life)
    assert "stopped" not in life.server_state()
    press(lab, "live")
    life.wait_for_server("stopped")


def test_the_tab_key_visits_a_view_between_the_tabs_and_what_is_below(lab: LabRobot) -> None:
    bar = part(lab, QTabWidget, "stage").tabBar()
    lab.window.stage.show_view("kernel")
    lab.window.stage.show_view("log")
    order = list(visited(bar))
    kernel, log, replay, chat = (
        [index for index, stop in enumerate(order) if place.isAncestorOf(stop)]
        for place in (
            lab.window.views.kernel,
            lab.window.views.log,
            lab.window.stage.replay,
            lab.window.chat,
        )
    )
    assert log
    assert max(kernel) < min(log) <= max(log) < min(replay) <= max(replay) < min(chat)
