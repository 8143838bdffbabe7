"""The window's language: which one, when, and that a window changes it without missing a beat."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer
from typing import Any

import pytest
from PySide6.QtCore import QSettings, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from core.gallery import examples
from core.wording import worded
from gui import language
from gui.gallery_window import GalleryWindow
from gui.language import (
    AS_SYSTEM,
    CHINESE,
    ENGLISH,
    Speech,
    language_of_now,
    language_of_system,
    translated,
)
from gui.remembered import Remembered
from gui.widgets.problem_box import ProblemBox
from tests.gui.robots.lab import LabRobot
from tests.gui.robots.words import words_of
from tests.translations import files, messages

VIEWS = ("Lanes", "Life", "Bytes", "Kernel", "Log", "Code", "Console")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the translations as they are built from what translators wrote last."""
    folder = tmp_path_factory.mktemp("translations")
    release = Path(sys.executable).with_name("pyside6-lrelease")
    for source in files():
        command = [release, "-silent", source, "-qm", folder / f"{source.stem}.qm"]
        subprocess.run([str(word) for word in command], check=True)
    return folder


@pytest.fixture
def speech(dressed: QApplication, built: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Speech]:
    """The application's speech, English again in the end."""
    monkeypatch.setattr(language, "TRANSLATIONS", built)
    speech = Speech(dressed)
    yield speech
    speech.speak(ENGLISH)


@pytest.fixture
def talking(speech: Speech, lab: LabRobot) -> LabRobot:
    """A window with a running server, a client that talks to it, and every view made."""
    lab.window.language_chosen.connect(speech.speak)
    lab.start()
    lab.new_client().ask('{"Say": "HELLO"}')
    for name in ("lanes", "life", "bytes", "kernel", "code", "console", "log"):
        lab.window.stage.show_view(name)
        lab.wait_until(lambda view=name: view in vars(lab.window.views))
    return lab


def choose(lab: LabRobot, choice: str) -> None:
    """Choose a language in the menu, and wait until the window speaks it."""
    log = {ENGLISH: "Log", CHINESE: chinese("MainWindow", "Log")}[choice]
    lab.choose_in_menu(f"language_{choice}")
    lab.wait_until(lambda: log in tabs(lab))


@cache
def chinese(context: str, source: str) -> str:
    """Return what translators wrote for a text."""
    (said,) = (
        message.said
        for file in files()
        for message in messages(file)
        if (message.context, message.source) == (context, source)
    )
    assert said != source
    return said


def tabs(lab: LabRobot) -> list[str]:
    bar = lab.window.stage.tabs
    return [bar.tabText(index) for index in range(bar.count())]


def menus(lab: LabRobot) -> list[str]:
    return [action.text() for action in lab.window.menuBar().actions()]


def translated_texts() -> set[str]:
    """Return the English texts that are another one in Chinese, wherever they stand."""
    found = [message for file in files() for message in messages(file)]
    return {message.source for message in found} - {
        message.source for message in found if message.said in ("", message.source)
    }


def test_a_window_changes_its_language_while_it_is_open(talking: LabRobot) -> None:
    choose(talking, CHINESE)
    assert language_of_now() == CHINESE
    assert menus(talking)[:2] == [chinese("menus", "&Server"), chinese("menus", "&Client")]
    assert tabs(talking)[:7] == [chinese("MainWindow", title) for title in VIEWS]
    choose(talking, ENGLISH)
    assert language_of_now() == ENGLISH
    assert menus(talking)[:2] == ["&Server", "&Client"]


def test_nothing_that_is_translated_stays_english(talking: LabRobot) -> None:
    choose(talking, CHINESE)
    known = translated_texts()
    assert not {
        (place, text) for place, text in words_of(talking.window) if text in known and text != "none"
    }  # what one types


class Marking(QTranslator):
    """Says every text in brackets: what has none did not come past the translators."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, _context: str, source: str, _comment: str | None = None, _count: int = -1) -> str:
        return f"⟦{source}⟧"


def test_nothing_is_said_past_the_translators(talking: LabRobot, qtbot: Any) -> None:
    marking = Marking()
    QApplication.installTranslator(marking)
    try:
        qtbot.waitUntil(lambda: "⟦Log⟧" in tabs(talking))
        said = words_of(talking.window)
    finally:
        QApplication.removeTranslator(marking)
    left = {(place, text) for place, text in said if unmarked(text) - NEVER_TRANSLATED}
    assert not {(place, text) for place, text in left if not place.startswith(OF_QT)}


def unmarked(text: str) -> set[str]:
    """Return the words outside brackets, but for a program's names: with a dot, `_` or `()`, or CamelCase."""
    while text != (text := re.sub(r"⟦[^⟦⟧]*⟧|<[^<>]*>", " ", text)):
        pass
    return {word for word in text.split() if re.fullmatch(r"[A-Z]?[a-z]{2,}[,;:…]?", word)}


NEVER_TRANSLATED = {name for kind in (ThreadingTCPServer, StreamRequestHandler) for name in dir(kind)} | {
    *("Python", "Linux", "Darwin", "Windows", "none", "Server", "ms")
}
"""Names of the library and of systems, what is typed for None, a unit."""

OF_QT = "QToolButton Scroll"
"""A tab bar's buttons, which Qt names once and for all."""


def test_every_word_is_as_before_when_the_language_is(talking: LabRobot) -> None:
    before = words_of(talking.window)
    choose(talking, CHINESE)
    choose(talking, ENGLISH)
    assert words_of(talking.window) ^ before == set()


def test_servers_and_clients_do_not_notice(talking: LabRobot) -> None:
    key, pid = talking.servers.selected()[0], talking.pid()
    client = talking.newest_client()
    choose(talking, CHINESE)
    host = talking.window.lab.host(key)
    assert host is not None
    assert host.pid == pid
    assert client.ask('{"Say": "AGAIN"}') != ""
    assert talking.window.servers.selected_key() == key


def test_what_is_half_typed_stays(talking: LabRobot) -> None:
    client = talking.newest_client().write("half a mess")
    choose(talking, CHINESE)
    assert client.draft() == "half a mess"


def test_a_new_server_is_called_in_the_language_of_now(speech: Speech, lab: LabRobot) -> None:
    lab.window.language_chosen.connect(speech.speak)
    choose(lab, CHINESE)
    lab.press("F5")
    lab.wait_until(lambda: bool(lab.servers.titles()))
    assert lab.servers.titles() == [f"TCP · {chinese('server_title', 'One at a time')}"]
    choose(lab, ENGLISH)
    assert lab.servers.titles() == ["TCP · One at a time"]


def test_a_problem_and_its_offer_are_said_again(speech: Speech, qtbot: Any) -> None:
    box = ProblemBox()
    qtbot.addWidget(box)
    box.show_problem("[Errno 13]", worded("Take another path, or remove it yourself."))
    box.show_offer(worded("Remove the file and start"))
    before = words_of(box)
    hint = chinese("core", "Take another path, or remove it yourself.")
    speech.speak(CHINESE)
    qtbot.waitUntil(lambda: box.text() == f"[Errno 13]\n{hint}")
    assert ("QPushButton offer: text", chinese("core", "Remove the file and start")) in words_of(box)
    speech.speak(ENGLISH)
    qtbot.waitUntil(lambda: words_of(box) == before)


def test_an_open_dialog_follows(speech: Speech, qtbot: Any) -> None:
    gallery = GalleryWindow(examples())
    qtbot.addWidget(gallery)
    gallery.show_example("race")
    before = words_of(gallery)
    speech.speak(CHINESE)
    qtbot.waitUntil(lambda: gallery.windowTitle() == chinese("GalleryWindow", "Examples"))
    speech.speak(ENGLISH)
    qtbot.waitUntil(lambda: words_of(gallery) == before)
    assert gallery.example().key == "race"


def test_the_choice_is_remembered(speech: Speech, open_lab: Callable[[], LabRobot], settings: Path) -> None:
    first = open_lab()
    first.window.language_chosen.connect(speech.speak)
    choose(first, CHINESE)
    first.close()
    assert Remembered(QSettings(str(settings), QSettings.Format.IniFormat)).language() == CHINESE
    second = open_lab()
    assert chinese("MainWindow", "Log") in tabs(second)
    assert is_checked(second, CHINESE)


def test_at_first_the_system_chooses(lab: LabRobot, settings: Path) -> None:
    assert is_checked(lab, AS_SYSTEM)
    assert Remembered(QSettings(str(settings), QSettings.Format.IniFormat)).language() == AS_SYSTEM


def test_an_unknown_language_in_the_settings_is_as_good_as_none(tmp_path: Path) -> None:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    store.setValue("language", "xx")
    assert Remembered(store).language() == AS_SYSTEM


def is_checked(lab: LabRobot, choice: str) -> bool:
    action = lab.window.findChild(QAction, f"language_{choice}")
    assert action is not None
    return action.isChecked()


@pytest.mark.parametrize(
    ("preferred", "spoken"),
    [
        (["zh-Hans-CN", "zh-CN", "zh"], CHINESE),
        (["zh-Hant-TW", "zh-TW"], CHINESE),
        (["en-GB", "en"], ENGLISH),
        (["de-DE", "zh-CN", "en"], CHINESE),
        (["de-DE", "fr-FR"], ENGLISH),
        (["C"], ENGLISH),
        ([], ENGLISH),
    ],
)
def test_the_system_is_asked_for_the_first_language_that_we_have(preferred: list[str], spoken: str) -> None:
    assert language_of_system(preferred) == spoken


def test_without_its_file_the_window_is_english_and_says_why(
    speech: Speech,
    lab: LabRobot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(language, "TRANSLATIONS", tmp_path)
    speech.speak(CHINESE)
    QApplication.processEvents()
    assert "Log" in tabs(lab)
    (line,) = capsys.readouterr().err.splitlines()
    assert "简体中文 have not been built" in line
    assert str(tmp_path / "socket_lab_zh_CN.qm") in line


def test_qts_own_words_are_chinese_too(speech: Speech) -> None:
    speech.speak(CHINESE)
    assert QApplication.translate("QPlatformTheme", "Cancel") == "取消"
    speech.speak(ENGLISH)
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_wording_is_said_with_its_facts(speech: Speech) -> None:
    saved = chinese("core", "{name} was saved by another program.")
    offer = worded("Start again with it")
    speech.speak(CHINESE)
    assert translated(worded("{name} was saved by another program.", name="my.py")) == saved.format(
        name="my.py"
    )
    nested = worded("{name} was saved by another program.", name=offer)
    assert translated(nested) == saved.format(name=chinese("core", "Start again with it"))
    speech.speak(ENGLISH)
    assert translated(offer) == offer


def test_what_is_not_for_translators_stays_as_it_is(speech: Speech) -> None:
    speech.speak(CHINESE)
    assert translated("Start again with it") == "Start again with it"
    assert translated(worded('{"nobody": "has translated this"}')) == '{"nobody": "has translated this"}'
