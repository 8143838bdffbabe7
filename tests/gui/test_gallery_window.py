from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from core.gallery import Example, examples
from core.wording import Wording
from gui.gallery_window import GalleryWindow
from tests.gui.robots.gallery import GalleryRobot

EXAMPLES = examples()


@pytest.fixture
def gallery(qtbot: Any, dressed: QApplication) -> GalleryRobot:
    window = GalleryWindow(EXAMPLES)
    qtbot.addWidget(window)
    return GalleryRobot(qtbot, window)


@pytest.fixture
def gallery_of(qtbot: Any, dressed: QApplication) -> Callable[..., GalleryRobot]:
    def make(*shown: Example) -> GalleryRobot:
        window = GalleryWindow(shown)
        qtbot.addWidget(window)
        return GalleryRobot(qtbot, window)

    return make


def test_all_examples_are_listed_and_the_first_is_shown(gallery: GalleryRobot) -> None:
    assert gallery.titles() == [example.title for example in EXAMPLES]
    assert gallery.title() == EXAMPLES[0].title
    assert gallery.sentences().split("\n") == list(EXAMPLES[0].sentences)
    assert gallery.code() == EXAMPLES[0].text


def test_the_keyboard_goes_through_the_examples_and_takes_one(gallery: GalleryRobot) -> None:
    gallery.press_down().press_down()
    assert gallery.title() == EXAMPLES[2].title
    assert gallery.code() == EXAMPLES[2].text
    gallery.press_enter()
    assert gallery.taken == [EXAMPLES[2]]
    assert not gallery.is_open


def test_the_button_takes_what_is_shown(gallery: GalleryRobot) -> None:
    gallery.press_down().take()
    assert gallery.taken == [EXAMPLES[1]]
    assert not gallery.is_open


def test_a_double_click_takes_an_example(gallery: GalleryRobot) -> None:
    gallery.double_click(4)
    assert gallery.taken == [EXAMPLES[4]]


@pytest.mark.parametrize("leave", [GalleryRobot.close, GalleryRobot.press_escape])
def test_who_leaves_takes_nothing(gallery: GalleryRobot, leave: Callable[[GalleryRobot], None]) -> None:
    leave(gallery)
    assert not gallery.is_open
    assert gallery.taken == []


def test_the_code_is_for_reading(gallery: GalleryRobot) -> None:
    gallery.type_in_the_code("import os")
    assert gallery.code() == EXAMPLES[0].text


def test_an_example_can_be_shown_by_its_key(qtbot: Any, dressed: QApplication) -> None:
    window = GalleryWindow(EXAMPLES)
    qtbot.addWidget(window)
    window.show_example("race")
    assert window.example().key == "race"
    with pytest.raises(KeyError):
        window.show_example("no such example")


def test_what_looks_like_markup_is_shown_as_it_is(gallery_of: Callable[..., GalleryRobot]) -> None:
    title, sentences = Wording.of("<b>bold</b>", {}), (Wording.of("<i>One</i>.", {}), Wording.of("Two.", {}))
    example = Example(key="x", title=title, sentences=sentences, text="<u>\n")
    gallery = gallery_of(example)
    assert gallery.titles() == ["<b>bold</b>"]
    assert gallery.title() == "<b>bold</b>"
    assert gallery.sentences() == "<i>One</i>.\nTwo."


def test_every_control_has_a_name(gallery: GalleryRobot) -> None:
    assert gallery.nameless() == []
