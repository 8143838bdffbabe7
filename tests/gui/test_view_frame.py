from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from core.history import History
from gui.view_frame import ViewFrame
from gui.widgets.elided_label import ElidedLabel


class Countdown(ViewFrame):
    """A view that needs several refreshes to take in a run."""

    def __init__(self) -> None:
        super().__init__("countdown", rest=1)
        self.left = 0
        self.begun: list[History | None] = []
        self._set_body(QLabel("body"))
        self._column.addWidget(self._pages, 1)
        self._begin()

    def refresh(self) -> None:
        self.left = max(self.left - 1, 0)
        self._refresh_again(self.left > 0)
        self._say_empty("Start a server." if self._history is None else "")

    def _begin(self) -> None:
        self.begun.append(self._history)
        self.left = 5 if self._history is not None else 0


@pytest.fixture
def view(qtbot: Any) -> Countdown:
    view = Countdown()
    qtbot.addWidget(view)
    view.show()
    return view


def emptiness(view: Countdown) -> str:
    label = view.findChild(QLabel, "empty")
    assert label is not None
    return str(label.text()) if label.isVisible() else ""


def test_what_one_refresh_has_no_time_for_follows_by_itself(view: Countdown, qtbot: Any) -> None:
    view.show_run("S1", History())
    assert view.is_behind()
    qtbot.waitUntil(lambda: view.left == 0)
    assert not view.is_behind()


def test_a_hidden_view_waits_until_it_is_seen(view: Countdown, qtbot: Any) -> None:
    view.hide()
    view.show_run("S1", History())
    view.refresh()
    assert not view.is_behind()
    assert view.left > 0
    view.show()
    qtbot.waitUntil(lambda: view.left == 0)


def test_a_run_has_a_title_and_no_run_has_words(view: Countdown) -> None:
    assert emptiness(view) == "Start a server."
    view.show_run("S1", History())
    assert emptiness(view) == ""
    title = view.findChild(ElidedLabel, "run")
    assert title is not None
    assert title.whole_text() == "S1"
    view.show_run("", None)
    assert emptiness(view) == "Start a server."


def test_the_same_run_under_a_new_title_keeps_its_place(view: Countdown) -> None:
    history = History()
    view.show_run("S1", history)
    view.show_run("S1 · 127.0.0.1:80", history)
    assert view.begun == [None, history]
