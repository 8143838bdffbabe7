from typing import Any

import pytest
from PySide6.QtCore import Qt

from gui.widgets.choice import Choice


@pytest.fixture
def choice(qtbot: Any) -> Choice:
    choice = Choice()
    qtbot.addWidget(choice)
    choice.add("one", "One", "The first.")
    choice.add("two", "Two", reason="Not on this system.")
    choice.add("three", "Three")
    return choice


def test_an_unavailable_entry_stays_and_says_why(choice: Choice) -> None:
    assert choice.keys() == ["one", "two", "three"]
    assert choice.reason("two") == "Not on this system."
    assert choice.reason("one") == ""
    assert choice.itemData(1, Qt.ItemDataRole.ToolTipRole) == "Not on this system."


def test_keys_pass_over_an_unavailable_entry(qtbot: Any, choice: Choice) -> None:
    with qtbot.waitSignal(choice.chosen) as told:
        qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert (told.args, choice.key()) == (["three"], "three")


def test_an_unknown_key_changes_nothing(choice: Choice) -> None:
    choice.choose("four")
    assert choice.key() == "one"
