from time import process_time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QWidget

from gui import theme
from gui.control_names import named_controls
from gui.visible_text import visible
from gui.widgets.code_colours import lines
from gui.widgets.code_limits import LARGEST, LONGEST_LINE, MOST_LINES
from gui.widgets.editor import Editor
from gui.widgets.editor_margin import Activity, Mark
from gui.widgets.find_bar import FindBar
from gui.widgets.hits import MOST_HITS, hits_in
from gui.widgets.line_changes import line_changes, make_changes
from gui.widgets.stand_ins import originals, stand_ins
from tests.gui.robots.code import EditorRobot

CODE = "class Handler:\n    def handle(self):\n        data = 1\n        return data\n\n\nx = 2\n"

HOSTILE = "x = '\u202e\u2066abc\u200b'  # \x00\x1b[31m\x0c\u00a0\ufeff\u2028\U000e0041\n"


@pytest.fixture
def window(qtbot: Any, dressed: QApplication) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(Editor())
    window.resize(626, 400)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def editor(qtbot: Any, window: QMainWindow) -> EditorRobot:
    made = window.centralWidget()
    assert isinstance(made, Editor)
    made.setFocus()
    return EditorRobot(qtbot, made)


# Typing ---------------------------------------------------------------------------------------------------


def test_enter_keeps_the_indentation_and_goes_further_in_after_a_colon(editor: EditorRobot) -> None:
    editor.type("class A:\ndef f(self):\nx = 1\ny = 2")
    assert editor.source() == "class A:\n    def f(self):\n        x = 1\n        y = 2"


def test_enter_goes_further_in_after_an_open_bracket_and_back_out_after_return(editor: EditorRobot) -> None:
    editor.type("def f():\nreturn 1\ng(\n1")
    assert editor.source() == "def f():\n    return 1\ng(\n    1"


@pytest.mark.parametrize("line", ["x = ':'", "# so:", 'y = "it\'s:"', "x = 1  # why:"])
def test_a_colon_in_a_string_or_a_comment_opens_no_block(editor: EditorRobot, line: str) -> None:
    editor.show(line).go_to_end().type("\nz")
    assert editor.source() == f"{line}\nz"


def test_a_colon_before_a_comment_does(editor: EditorRobot) -> None:
    assert editor.show("if x:  # why").go_to_end().type("\nz").source() == "if x:  # why\n    z"


def test_shift_enter_is_enter_and_no_line_separator(editor: EditorRobot) -> None:
    editor.type("a").press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier).type("b")
    assert editor.source() == "a\nb"


def test_tab_goes_to_the_next_stop_and_backspace_takes_an_indent_back(editor: EditorRobot) -> None:
    editor.press(Qt.Key.Key_Tab).type("x").press(Qt.Key.Key_Tab)
    assert editor.source() == "    x   "
    editor.go_to(1, 4).press(Qt.Key.Key_Backspace)
    assert editor.source() == "x   "
    editor.show("      y").go_to(1, 6).press(Qt.Key.Key_Backspace)
    assert editor.source() == "    y"
    editor.go_to(1, 5).press(Qt.Key.Key_Backspace)
    assert editor.source() == "    "


def test_tab_and_shift_tab_move_selected_lines_in_one_step(editor: EditorRobot) -> None:
    editor.show("a\n\n    b\nc").select_lines(1, 3).press(Qt.Key.Key_Tab)
    assert editor.source() == "    a\n\n        b\nc"
    editor.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier, times=2)
    assert editor.source() == "a\n\nb\nc"
    assert editor.undo().source() == "    a\n\n    b\nc".replace("    a", "a")
    assert editor.undo().source() == "    a\n\n        b\nc"


def test_a_program_with_tabs_goes_on_with_tabs(editor: EditorRobot) -> None:
    editor.show("def f():\n\tx = 1").go_to_end().type("\nif x:\ny")
    assert editor.source() == "def f():\n\tx = 1\n\tif x:\n\t\ty"


def test_comments_come_and_go_at_the_lines_own_depth(editor: EditorRobot) -> None:
    editor.show("if a:\n    b\n\n    c\n").select_lines(2, 4).comment()
    assert editor.source() == "if a:\n    # b\n\n    # c\n"
    editor.comment()
    assert editor.source() == "if a:\n    b\n\n    c\n"
    assert editor.undo().source() == "if a:\n    # b\n\n    # c\n"


def test_home_goes_to_the_first_character_and_then_to_the_beginning(editor: EditorRobot) -> None:
    editor.show("    return 1").go_to_end()
    assert editor.press(Qt.Key.Key_Home).cursor() == (1, 4)
    assert editor.press(Qt.Key.Key_Home).cursor() == (1, 0)
    assert editor.press(Qt.Key.Key_Home).cursor() == (1, 4)
    editor.press(Qt.Key.Key_End).press(Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    assert editor.selected() == "return 1"


def test_escape_and_then_tab_leaves_the_editor(editor: EditorRobot, qtbot: Any) -> None:
    other = QWidget(editor.editor.window())
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.show()
    QWidget.setTabOrder(editor.editor, other)
    editor.press(Qt.Key.Key_Tab)
    assert editor.editor.hasFocus()
    editor.press(Qt.Key.Key_Escape).press(Qt.Key.Key_Tab)
    qtbot.waitUntil(other.hasFocus)
    assert editor.source() == "    "


def test_keys_change_nothing_in_a_text_to_read(editor: EditorRobot) -> None:
    editor.show(CODE).editor.setReadOnly(True)
    editor.type("x\n").press(Qt.Key.Key_Tab).press(Qt.Key.Key_Backspace).comment().paste("y")
    assert editor.source() == CODE


# Telling --------------------------------------------------------------------------------------------------


def test_what_is_typed_is_told_once_when_the_keys_rest(editor: EditorRobot) -> None:
    editor.show(CODE).go_to_end().type("y = 3").wait_until_told(CODE + "y = 3")
    assert editor.told == [CODE + "y = 3"]


def test_what_the_program_shows_is_not_told(editor: EditorRobot) -> None:
    editor.show(CODE).show(CODE.replace("2", "3")).wait_until_calm()
    editor.editor.tell_edits()
    assert editor.told == []


def test_leaving_the_editor_tells_at_once(editor: EditorRobot) -> None:
    editor.type("x").editor.clearFocus()
    assert editor.told == ["x"]


# Another text ---------------------------------------------------------------------------------------------


def test_a_changed_line_flashes_and_undo_brings_back_what_was_typed_before(editor: EditorRobot) -> None:
    editor.show(CODE).go_to(3, 16).type("0")
    editor.show(editor.source().replace("x = 2", "x = 3\ny = 4"))
    assert editor.editor.flashing_lines() == [7, 8]
    editor.wait_until_calm()
    assert editor.undo().line(7) == "x = 2"
    assert editor.line(3) == "        data = 10"
    assert editor.undo().source() == CODE


def test_the_cursor_and_the_scroll_place_stay_when_lines_above_come(editor: EditorRobot) -> None:
    text = "\n".join(f"line_{number} = {number}" for number in range(1, 200))
    editor.show(text).go_to(100, 3)
    top = editor.top_line()
    editor.show("import a\nimport b\n" + text)
    assert editor.cursor() == (102, 3)
    assert editor.top_line() == top + 2


def test_a_new_text_begins_at_its_top_with_nothing_to_undo(editor: EditorRobot) -> None:
    editor.type("old")
    editor.editor.show_text(CODE, is_new=True)
    assert editor.undo().source() == CODE
    assert editor.cursor() == (1, 0)


TEXTS = st.lists(st.sampled_from(["", "a", "b", "    c"]), max_size=9).map("\n".join)


@given(TEXTS, TEXTS)
def test_one_text_becomes_any_other_line_by_line_and_back_in_one_step(old: str, new: str) -> None:
    document = QTextDocument()
    document.setPlainText(old)
    make_changes(document, line_changes(old.split("\n"), new.split("\n")))
    assert document.toPlainText() == new
    if old != new:
        document.undo()
        assert document.toPlainText() == old


# What cannot be seen --------------------------------------------------------------------------------------


@given(st.text(st.characters(max_codepoint=0xEFFFF)))
def test_stand_ins_hide_nothing_and_lead_back_to_the_very_same_text(text: str) -> None:
    shown = stand_ins(text)
    assert visible(shown) == shown
    assert originals(shown) == text


def test_hostile_text_is_shown_by_signs_and_stays_as_it_is(editor: EditorRobot) -> None:
    editor.show(HOSTILE)
    assert visible(editor.screen()) == editor.screen()
    assert editor.source() == HOSTILE
    assert editor.editor.count_hidden() == 10
    assert editor.screen().count("\n") == 1
    editor.go_to_end().type("y")
    assert editor.source() == HOSTILE + "y"
    assert editor.copy_all() == HOSTILE + "y"


def test_typed_and_pasted_no_break_spaces_become_spaces_and_other_hidden_ones_signs(
    editor: EditorRobot,
) -> None:
    editor.paste("a\u00a0=\u00a01\u202e\r\n")
    assert editor.source() == "a = 1\u202e\n"
    assert "\u202e" not in editor.screen()
    editor.type("\u00a0\u200f")
    assert editor.line(2) == " \u200f"
    assert "\u200f" not in editor.screen()


def test_characters_beyond_the_basic_plane_move_no_colour_and_no_column(editor: EditorRobot) -> None:
    editor.show("x = '🙂🙂' # 好").wait_for_colours()
    assert set(editor.colours()) == {"'🙂🙂'", "# 好"}
    assert editor.go_to(1, 8).type("|").source() == "x = '🙂🙂'| # 好"


@pytest.mark.parametrize(
    "text", ["x" * (LARGEST + 1), "\n" * MOST_LINES, "x" * (LONGEST_LINE + 1), "\U000f1234"]
)
def test_what_is_too_much_is_refused_with_a_sentence_and_changes_nothing(
    editor: EditorRobot, text: str
) -> None:
    editor.show(CODE)
    with pytest.raises(ValueError, match=r"\.$"):
        editor.show(text)
    editor.paste(text)
    assert len(editor.refused) == 1
    assert editor.source() == CODE


def test_many_small_pastes_do_not_get_past_the_bounds(editor: EditorRobot) -> None:
    for _ in range(3):
        editor.paste("x" * (LONGEST_LINE // 2))
    assert len(editor.source()) == LONGEST_LINE
    assert len(editor.refused) == 1


# Colours --------------------------------------------------------------------------------------------------


def test_a_line_has_its_colours_as_soon_as_it_is_typed(editor: EditorRobot) -> None:
    editor.show(CODE).wait_for_colours().go_to_end().type("def g(): return 77")
    assert editor.editor.is_colouring
    assert editor.colours()["77"] == theme.LIGHT.code_number
    assert editor.colours()["g"] == theme.LIGHT.code_name


def test_a_string_over_several_lines_has_its_colour_as_soon_as_it_is_closed(editor: EditorRobot) -> None:
    editor.show('"""\nif\n').wait_for_colours()
    assert editor.colours()["if"] == theme.LIGHT.code_string
    editor.go_to(1).type("x = 1").press(Qt.Key.Key_Delete, times=3).wait_for_colours()
    assert editor.colours()["if"] == theme.LIGHT.code_keyword


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(st.sampled_from("\n'\"\\f#:(){} ab1\0é🙂")))
def test_the_coloured_lines_are_the_lines_of_the_text(code: str) -> None:
    found = list(lines(code))
    assert "\n".join(line.text for line in found) == code
    for line in found:
        length = len(line.text.encode("utf-16-le")) // 2
        assert all(0 <= start < start + size <= length for start, size, _ in line.spans)


def test_colours_follow_the_theme(editor: EditorRobot, dressed: QApplication) -> None:
    editor.show(CODE).wait_for_colours()
    theme.apply(dressed, Qt.ColorScheme.Dark)
    try:
        assert editor.colours()["class"] == theme.DARK.code_keyword
    finally:
        theme.apply(dressed, Qt.ColorScheme.Light)


# Marks ----------------------------------------------------------------------------------------------------


def test_a_problem_is_said_at_its_line_and_stays_with_it(editor: EditorRobot) -> None:
    editor.show(CODE).editor.show_problem(7, 4, "No \u202ename.")
    line, sentence = editor.editor.problem()
    assert (line, sentence) == (7, "No ⟨U+202E⟩name.")
    editor.go_to(1).type("\n")
    assert editor.editor.problem()[0] == 8
    editor.editor.clear_problem()
    assert editor.editor.problem() == (0, "")


@pytest.mark.parametrize(("line", "column"), [(0, -1), (99, 0), (7, 99), (5, 0), (1, -5)])
def test_a_problem_anywhere_can_be_shown(editor: EditorRobot, line: int, column: int) -> None:
    editor.show(CODE).editor.show_problem(line, column, "Wrong.")
    editor.editor.grab()
    assert editor.editor.problem()[1] == "Wrong."


def test_lines_that_are_running_have_a_bar_and_a_sign_in_the_margin(editor: EditorRobot) -> None:
    editor.show(CODE)
    bare = editor.editor.grab().toImage()
    looks = [bare]
    for activity in Activity:
        editor.editor.show_marks([Mark(2, 4, activity, "handle() is running now")])
        looks.append(editor.editor.grab().toImage())
    assert all(one != other for index, one in enumerate(looks) for other in looks[index + 1 :])
    changed = {y for y in range(bare.height()) for x in range(25) if bare.pixel(x, y) != looks[1].pixel(x, y)}
    top, _ = editor.editor.place_of_line(2)
    end, height = editor.editor.place_of_line(4)
    assert min(changed) >= top
    assert max(changed) <= (end + height + 1) * bare.devicePixelRatio()


def test_clicks_tell_their_line(editor: EditorRobot) -> None:
    editor.show(CODE).click_line(3).click_margin(6)
    assert editor.clicked == [3, 6]
    assert editor.cursor()[0] == 6


def test_a_line_far_away_is_brought_into_view(editor: EditorRobot) -> None:
    editor.show("x\n" * 900).editor.reveal(700)
    assert editor.top_line() < 700 < editor.top_line() + 60
    assert editor.cursor() == (1, 0)


# Finding --------------------------------------------------------------------------------------------------


def test_hits_are_found_whatever_their_case_in_positions_of_the_document() -> None:
    assert hits_in("aXa 🙂 xA", "x") == [(1, 2), (7, 8)]
    assert hits_in("a.b", "") == []
    assert hits_in("a.b axb", "A.B") == [(0, 3)]
    assert len(hits_in("x" * (MOST_HITS + 5), "x")) == MOST_HITS


def test_counting_goes_on_while_the_text_changes(editor: EditorRobot, qtbot: Any) -> None:
    bar = FindBar(editor.editor, editor.editor.window())
    editor.show("one two one").go_to(1)
    bar.open()
    field, count = bar.findChild(QLineEdit), bar.findChild(QLabel)
    assert isinstance(field, QLineEdit)
    assert isinstance(count, QLabel)
    field.setText("ONE")
    assert count.text() == "1 of 2"
    editor.go_to_end().type(" one")
    qtbot.waitUntil(lambda: count.text() == "3 found")


# Speed ----------------------------------------------------------------------------------------------------


@pytest.fixture
def long_text() -> str:
    return (CODE * 2_000)[: LARGEST - 10].rsplit("\n", 1)[0]


def test_a_long_text_holds_the_window_up_at_no_key_and_in_no_slice(
    editor: EditorRobot, long_text: str
) -> None:
    long_text = "\n".join(long_text.split("\n")[: MOST_LINES - 10])
    editor.show(long_text).wait_for_colours().go_to(5_000)
    spent = process_time()
    for _ in range(20):
        editor.type("x = 1")
    assert (process_time() - spent) / 100 < 0.02  # a frame of 33 ms has room for it


@pytest.mark.parametrize("piece", ["(", "'", '"""', "f'{", "a.", "\\", "\0", "import a,", "{x!r:", "0_"])
def test_hostile_lines_do_not_hold_the_colouring_up(piece: str) -> None:
    text = piece * (LONGEST_LINE // len(piece))
    code = f"x = 1\n{text}\n" + f"{text[:1_900]}\n" * 20
    spent = process_time()
    assert len(list(lines(code))) >= 1
    assert process_time() - spent < 1.0


# Keys of menus --------------------------------------------------------------------------------------------

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("modifiers", [ALT, ALT | Qt.KeyboardModifier.ShiftModifier])
@pytest.mark.parametrize("letter", ["s", "é"])
def test_a_letter_with_alt_is_for_the_menus(
    editor: EditorRobot, modifiers: Qt.KeyboardModifier, letter: str
) -> None:
    assert not editor.show("x").take_key(letter, modifiers)
    assert editor.source() == "x"


@pytest.mark.parametrize(
    "modifiers",
    [
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.GroupSwitchModifier,
        CONTROL | ALT,
        CONTROL | ALT | Qt.KeyboardModifier.ShiftModifier,
    ],
)
@pytest.mark.parametrize("bracket", list("{[]}@\\~"))
def test_altgr_types_brackets_whatever_it_arrives_as(
    editor: EditorRobot, modifiers: Qt.KeyboardModifier, bracket: str
) -> None:
    assert editor.take_key(bracket, modifiers)
    assert editor.source() == bracket


def test_alt_reaches_the_menu_also_from_the_search(editor: EditorRobot, qtbot: Any) -> None:
    bar = FindBar(editor.editor, editor.editor.window())
    bar.open()
    field = bar.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_S, ALT, "s"))
    assert field.text() == ""


# Signs ----------------------------------------------------------------------------------------------------


def test_a_sign_has_the_room_that_its_name_needs(editor: EditorRobot) -> None:
    plain = editor.show("x = 'aa'").wait_for_colours().width_of(1, 5, 7)
    assert editor.show("x = '\x07\x07'").wait_for_colours().width_of(1, 5, 9) > 2 * plain


def test_different_signs_look_different(editor: EditorRobot) -> None:
    pictures = [editor.show(f"x = '{one}'").wait_for_colours().picture() for one in "\x07\x1b\u202e\u2066"]
    assert all(one != other for index, one in enumerate(pictures) for other in pictures[:index])


@pytest.mark.parametrize("name", ["␀", "⟨ESC⟩"])
def test_what_was_written_as_a_sign_is_no_sign(editor: EditorRobot, name: str) -> None:
    assert editor.show(name).editor.count_hidden() == 0


def test_names_of_control_characters_are_told_apart() -> None:
    controls = "".join(map(chr, range(0x20))) + "\x7f"
    named = [named_controls(character) for character in controls]
    assert len(set(named)) == len(controls)
    assert named_controls("\x1b[31m\n\ta") == "⟨ESC⟩[31m\n\ta"


def test_a_line_of_nothing_but_hidden_characters_is_shown_and_painted_at_once(editor: EditorRobot) -> None:
    spent = process_time()
    editor.show("x = '" + "\0" * (LONGEST_LINE - 100) + "'").wait_for_colours().picture()
    assert process_time() - spent < 1.0
