from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.errors import Explanation
from core.spec import CODE_LIMIT
from gui.file_desk import QUIET_MS, FileDesk
from tests.gui.robots.other_editor import OtherEditor


class Ear:
    """Hears what a desk tells."""

    def __init__(self, desk: FileDesk) -> None:
        self.opened: list[tuple[str, str]] = []
        self.changed: list[tuple[str, str]] = []
        self.failed: list[Explanation] = []
        desk.opened.connect(lambda path, text: self.opened.append((path, text)))
        desk.changed.connect(lambda path, text: self.changed.append((path, text)))
        desk.failed.connect(self.failed.append)


@pytest.fixture
def desk(qapp: Any) -> FileDesk:
    return FileDesk()


@pytest.fixture
def ear(desk: FileDesk) -> Ear:
    return Ear(desk)


@pytest.fixture
def editor(tmp_path: Path) -> OtherEditor:
    editor = OtherEditor(tmp_path / "server.py")
    editor.save_in_place("one = 1\n")
    return editor


def hears_no_more(qtbot: Any, desk: FileDesk) -> None:
    """Let a while pass in which the desk must tell of no change."""
    with qtbot.assertNotEmitted(desk.changed, wait=QUIET_MS * 3):
        pass


def test_a_file_is_opened_with_its_whole_path(
    desk: FileDesk, ear: Ear, editor: OtherEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(editor.path.parent)
    desk.open("server.py")
    assert ear.opened == [(str(editor.path), "one = 1\n")]
    assert desk.paths() == [str(editor.path)]


def test_a_file_that_cannot_be_read_is_explained_and_not_watched(
    desk: FileDesk, ear: Ear, tmp_path: Path
) -> None:
    (tmp_path / "large.py").write_bytes(b"#" * (CODE_LIMIT + 1))
    (tmp_path / "binary.py").write_bytes(b"\0")
    for name in ("large.py", "binary.py", "missing.py"):
        desk.open(str(tmp_path / name))
    assert [failure.code for failure in ear.failed] == [
        "source-too-large",
        "source-not-text",
        "source-missing",
    ]
    assert ear.opened == []
    assert desk.paths() == []


SAVES = [
    OtherEditor.save_in_place,
    OtherEditor.save_by_rename,
    OtherEditor.save_with_backup,
    OtherEditor.save_in_pieces,
]


@pytest.mark.parametrize("save", SAVES)
def test_each_saved_version_is_told_once(
    qtbot: Any,
    desk: FileDesk,
    ear: Ear,
    editor: OtherEditor,
    save: Callable[[OtherEditor, str], None],
) -> None:
    desk.open(str(editor.path))
    for text in ("two = 2\nthree = 3\n", "four = 4\n", "five = 5\nsix = 6\nseven = 7\n"):
        with qtbot.waitSignal(desk.changed) as told:
            save(editor, text)
        assert told.args == [str(editor.path), text]
        hears_no_more(qtbot, desk)
    assert len(ear.changed) == 3
    assert ear.failed == []


def test_what_is_saved_while_the_file_is_being_opened_is_told(
    qtbot: Any, desk: FileDesk, ear: Ear, editor: OtherEditor
) -> None:
    desk.opened.connect(lambda: editor.save_by_rename("late = 1\n"))
    desk.open(str(editor.path))
    qtbot.waitUntil(lambda: ear.changed == [(str(editor.path), "late = 1\n")])


def test_the_same_text_saved_again_is_no_change(
    qtbot: Any, desk: FileDesk, ear: Ear, editor: OtherEditor
) -> None:
    desk.open(str(editor.path))
    editor.save_by_rename("one = 1\n")
    hears_no_more(qtbot, desk)
    with qtbot.waitSignal(desk.changed):
        editor.save_by_rename("two = 2\n")


def test_other_files_in_the_folder_are_no_change(
    qtbot: Any, desk: FileDesk, editor: OtherEditor, tmp_path: Path
) -> None:
    desk.open(str(editor.path))
    (tmp_path / "other.py").write_text("x = 1\n")
    hears_no_more(qtbot, desk)


def test_a_deleted_file_is_awaited(qtbot: Any, desk: FileDesk, ear: Ear, editor: OtherEditor) -> None:
    desk.open(str(editor.path))
    editor.delete()
    hears_no_more(qtbot, desk)
    with qtbot.waitSignal(desk.changed):
        editor.save_in_place("back = 1\n")
    with qtbot.waitSignal(desk.changed):
        editor.save_in_place("again = 1\n")
    assert [text for _path, text in ear.changed] == ["back = 1\n", "again = 1\n"]


def test_a_version_that_is_no_text_is_explained_once_and_the_next_one_told(
    qtbot: Any, desk: FileDesk, ear: Ear, editor: OtherEditor
) -> None:
    desk.open(str(editor.path))
    with qtbot.waitSignal(desk.failed):
        editor.save_bytes(b"\0\0")
    hears_no_more(qtbot, desk)
    assert [failure.code for failure in ear.failed] == ["source-not-text"]
    with qtbot.waitSignal(desk.changed):
        editor.save_in_place("good = 1\n")


def test_a_forgotten_file_is_silent_and_its_neighbour_is_not(
    qtbot: Any, desk: FileDesk, ear: Ear, editor: OtherEditor, tmp_path: Path
) -> None:
    neighbour = OtherEditor(tmp_path / "neighbour.py")
    neighbour.save_in_place("n = 1\n")
    desk.open(str(editor.path))
    desk.open(str(neighbour.path))
    desk.forget(str(editor.path))
    desk.forget(str(editor.path))  # nothing more to forget
    editor.save_by_rename("unheard = 1\n")
    with qtbot.waitSignal(desk.changed):
        neighbour.save_by_rename("n = 2\n")
    assert ear.changed == [(str(neighbour.path), "n = 2\n")]
    assert desk.paths() == [str(neighbour.path)]


def test_a_file_opened_again_is_told_again(desk: FileDesk, ear: Ear, editor: OtherEditor) -> None:
    desk.open(str(editor.path))
    editor.save_in_place("two = 2\n")
    desk.open(str(editor.path))
    assert [text for _path, text in ear.opened] == ["one = 1\n", "two = 2\n"]


def test_files_beside_an_open_one_are_told_of_when_they_change_and_no_longer_when_they_are_not_needed(
    qtbot: Any, desk: FileDesk, ear: Ear, editor: OtherEditor, tmp_path: Path
) -> None:
    desk.open(str(editor.path))
    helper = OtherEditor(tmp_path / "helper.py")
    helper.save_in_place("two = 2\n")
    desk.watch_beside([str(helper.path), str(tmp_path / "missing.py")])
    assert desk.paths() == [str(editor.path), str(helper.path)]
    helper.save_by_rename("two = 3\n")
    qtbot.waitUntil(lambda: ear.changed == [(str(helper.path), "two = 3\n")])
    assert len(ear.opened) == 1
    desk.watch_beside([])
    assert desk.paths() == [str(editor.path)]
    helper.save_in_place("two = 4\n")
    hears_no_more(qtbot, desk)
