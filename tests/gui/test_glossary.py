"""The glossary's window, and that everything in the main window is explained by it."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTranslator, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QWhatsThisClickedEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWhatsThis,
    QWidget,
)

from core.gallery import examples
from core.glossary import MANUALS, glossary
from core.lifecycle import ServerState
from gui.gallery_window import GalleryWindow
from gui.glossary_window import GlossaryWindow
from gui.language import CHINESE, ENGLISH
from gui.lessons.course_window import CourseWindow
from gui.panes.chat.new_client import NewClientDialog
from gui.panes.lesson.pane import LessonPane
from gui.panes.life.canvas import LifeCanvas
from gui.trust_question import TrustQuestion
from gui.whats_this import MENU, WhatsThis
from gui.widgets.text_window import TextWindow
from tests.gui.robots.glossary import Asker, GlossaryRobot, shown_entry
from tests.gui.robots.lab import LabRobot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)

ENTRIES = glossary("en")

KINDS = (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QAbstractSpinBox,
    QTabBar,
    QAbstractSlider,
    QAbstractScrollArea,
)
"""What a user can touch."""

WIDE = frozenset(
    {"stage", "lanes", "life", "bytes", "kernel", "log", "code", "console", "servers", "lesson"}
) | {"transcript"}
"""Entries about whole panes: they explain the texts and pictures in them, but no button."""

EXCEPTIONS = {
    "qt_menubar_ext_button": "Qt's own: it stands for the menus that a narrow window has no room for",
    "ScrollLeftButton": "Qt's own, beside tabs that have no room",
    "ScrollRightButton": "Qt's own, beside tabs that have no room",
    "qt_tableview_cornerbutton": "Qt's own, hidden",
}


@pytest.fixture
def window(qtbot: Any, dressed: QApplication) -> GlossaryWindow:
    window = GlossaryWindow(ENGLISH)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def robot(qtbot: Any, window: GlossaryWindow) -> GlossaryRobot:
    return GlossaryRobot(qtbot, window)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were handed to the system's browser."""
    urls: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: urls.append(QUrl(url).toString()))
    return urls


@pytest.fixture
def form(qtbot: Any, dressed: QApplication) -> QMainWindow:
    """A small window with some controls that the glossary knows, and one that it does not."""
    form = QMainWindow()
    qtbot.addWidget(form)
    page = QWidget()
    layout = QVBoxLayout(page)
    for name in ("timeout", "unheard_of"):
        field = QLineEdit()
        field.setObjectName(name)
        layout.addWidget(field)
    label = QLabel("timeout")
    label.setBuddy(part(page, "timeout"))
    label.setObjectName("beside")
    layout.addWidget(label)
    button = QPushButton("Stop")
    button.setObjectName("stop_server")
    button.setToolTip("Stop it now")
    layout.addWidget(button)
    form.setCentralWidget(page)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    return form


@pytest.fixture
def asker(qtbot: Any, form: QMainWindow) -> Asker:
    return Asker(qtbot, form, WhatsThis(form, ENGLISH))


def part(form: QWidget, name: str) -> QWidget:
    found = form.findChild(QWidget, name)
    assert found is not None, name
    return found


# The window ------------------------------------------------------------------------------------------------


def test_all_entries_are_listed_and_one_is_shown(robot: GlossaryRobot) -> None:
    assert robot.titles() == [entry.title for entry in ENTRIES.values()]
    assert robot.marked() == next(iter(ENTRIES.values())).title
    assert next(iter(ENTRIES.values())).sentence in robot.text()


@pytest.mark.parametrize(
    ("text", "key"), [("reuse", "allow_reuse_address"), ("verify", "verify_request"), ("zombie", "zombie")]
)
def test_typing_shows_the_best_entry_at_once(robot: GlossaryRobot, text: str, key: str) -> None:
    robot.search(text)
    assert robot.key() == key
    assert robot.marked() == ENTRIES[key].title
    assert ENTRIES[key].sentence in robot.text()


def test_chinese_is_found_in_chinese(robot: GlossaryRobot, window: GlossaryWindow) -> None:
    window.show_language(CHINESE)
    robot.search("僵尸")
    assert robot.key() == "zombie"
    assert robot.titles()[0] == "僵尸进程"


def test_another_language_keeps_the_entry_and_the_search(
    robot: GlossaryRobot, window: GlossaryWindow
) -> None:
    robot.search("verify")
    window.show_language(CHINESE)
    assert robot.key() == "verify_request"
    assert "门卫" in robot.text()
    window.show_language(ENGLISH)
    assert "door-keeper" in robot.text()


def test_what_is_nowhere_says_so_and_the_entry_stays(robot: GlossaryRobot) -> None:
    robot.search("verify").search("xylophone")
    assert robot.titles() == []
    assert "Nothing found" in robot.complaint()
    assert robot.text()
    robot.search("verify")
    assert robot.complaint() == ""


def test_up_and_down_go_through_what_was_found_while_typing(robot: GlossaryRobot) -> None:
    robot.search("reuse")
    robot.press(Qt.Key.Key_Down)
    assert robot.key() == "allow_reuse_port"
    assert robot.focused() == "glossary_search"
    robot.press(Qt.Key.Key_Up)
    assert robot.key() == "allow_reuse_address"


def test_enter_goes_to_the_entry_and_escape_closes(robot: GlossaryRobot) -> None:
    robot.search("reuse")
    robot.press(Qt.Key.Key_Return)
    assert robot.focused() == "glossary_entry"
    robot.press(Qt.Key.Key_Escape)
    assert not robot.is_open


def test_an_entry_links_to_related_ones_and_to_names_in_its_sentence(robot: GlossaryRobot) -> None:
    robot.search("serve_forever")
    assert robot.links() == [
        "entry:shutdown",
        MANUALS["en"] + "socketserver.html#socketserver.BaseServer.serve_forever",
        "entry:poll_interval",
        "entry:handle_request",
        "entry:service_actions",
    ]


def test_every_link_of_every_entry_leads_somewhere(robot: GlossaryRobot, window: GlossaryWindow) -> None:
    for language in (ENGLISH, CHINESE):
        window.show_language(language)
        for key in ENTRIES:
            window.show_entry(key)
            for link in robot.links():
                scheme, _, target = link.partition(":")
                assert target in ENTRIES if scheme == "entry" else link.startswith(MANUALS[language]), link


def test_a_link_is_followed_and_the_way_back_is_known(robot: GlossaryRobot) -> None:
    robot.search("verify").follow("process_request").follow("finish_request")
    assert robot.marked() == "finish_request()"
    assert robot.go_back().key() == "process_request"
    assert robot.go_back().key() == "verify_request"
    assert robot.marked() == "verify_request()"
    assert robot.go_forward().key() == "process_request"


def test_what_came_up_while_typing_is_no_step_back(robot: GlossaryRobot) -> None:
    robot.search("verify").follow("process_request").search("zombie").follow("fork")
    assert [robot.go_back().key() for _ in range(3)] == ["zombie", "process_request", "verify_request"]


def test_alt_and_the_arrows_go_back_and_forward_wherever_the_focus_is(robot: GlossaryRobot) -> None:
    robot.search("verify").follow("process_request")
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Return):
        robot.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert robot.key() == "verify_request"
        robot.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        assert robot.key() == "process_request"
        robot.press(key)


def test_the_library_leads_to_the_manual_in_the_language_of_the_window(
    robot: GlossaryRobot, window: GlossaryWindow, opened: list[str]
) -> None:
    place = "socketserver.html#socketserver.BaseServer.verify_request"
    robot.search("verify").follow(MANUALS["en"] + place)
    window.show_language(CHINESE)
    assert opened == [MANUALS["en"] + place]
    robot.follow(MANUALS["zh_CN"] + place)
    assert opened == [MANUALS["en"] + place, MANUALS["zh_CN"] + place]
    assert robot.key() == "verify_request"


# What's this? ----------------------------------------------------------------------------------------------


def test_a_click_explains_a_control_instead_of_pressing_it(form: QMainWindow, asker: Asker) -> None:
    pressed: list[bool] = []
    button = part(form, "stop_server")
    assert isinstance(button, QPushButton)
    button.clicked.connect(pressed.append)
    assert asker.ask_about(button) == "stop_server"
    assert pressed == []


def test_a_label_is_explained_as_its_field_is(form: QMainWindow, asker: Asker) -> None:
    assert asker.ask_about(part(form, "beside")) == "timeout"


def test_a_click_on_what_nobody_knows_ends_the_question(form: QMainWindow, asker: Asker) -> None:
    assert asker.ask_about(part(form, "unheard_of")) == ""
    assert not QWhatsThis.inWhatsThisMode()


def test_the_pointer_says_where_there_is_an_explanation(form: QMainWindow, asker: Asker) -> None:
    assert asker.would_be_told(part(form, "timeout"))
    assert not asker.would_be_told(part(form, "unheard_of"))


def test_f1_explains_the_control_with_the_focus_and_again_opens_the_glossary(
    form: QMainWindow, asker: Asker
) -> None:
    assert asker.press_f1_on(part(form, "timeout")) == "timeout"
    asker.press_on_explanation(Qt.Key.Key_F1)
    assert asker.shown() == ""
    window = form.findChild(GlossaryWindow)
    assert window is not None
    assert window.isVisible()
    assert window.key() == "timeout"
    window.close()


def test_f1_without_an_explanation_opens_the_glossary(form: QMainWindow, asker: Asker) -> None:
    assert asker.press_f1_on(part(form, "unheard_of")) == ""
    window = form.findChild(GlossaryWindow)
    assert window is not None
    assert window.isVisible()
    window.close()


def test_links_of_an_explanation_lead_to_the_glossary_and_to_the_manual(
    form: QMainWindow, asker: Asker, opened: list[str]
) -> None:
    asker.press_f1_on(part(form, "timeout"))
    QApplication.sendEvent(form, QWhatsThisClickedEvent(MANUALS["en"] + "socketserver.html"))
    assert opened == [MANUALS["en"] + "socketserver.html"]
    assert asker.shown() == ""
    asker.press_f1_on(part(form, "timeout"))
    QApplication.sendEvent(form, QWhatsThisClickedEvent("entry:handle_timeout"))
    window = form.findChild(GlossaryWindow)
    assert window is not None
    assert window.key() == "handle_timeout"
    window.close()


def test_the_first_sentence_is_the_tooltip_of_a_control_without_one(form: QMainWindow, asker: Asker) -> None:
    assert ENTRIES["timeout"].first_sentence in asker.rest_on(part(form, "timeout"))
    assert asker.rest_on(part(form, "stop_server")) == "Stop it now"
    assert asker.rest_on(part(form, "unheard_of")) == ""


def test_a_dialog_of_the_window_is_explained_as_well(qtbot: Any, form: QMainWindow, asker: Asker) -> None:
    dialog = NewClientDialog(form)
    dialog.open()
    dialog.activateWindow()
    dialog.port.setFocus()
    qtbot.waitUntil(dialog.port.hasFocus)
    assert asker.ask_about(dialog.port.lineEdit()) == "target_port"
    qtbot.keyClick(dialog.port, Qt.Key.Key_F1)
    assert asker.shown() == "target_port"
    asker.press_on_explanation(Qt.Key.Key_Return)
    window = dialog.findChild(GlossaryWindow)
    assert window is not None
    # A window of the main window's would be blocked by the dialog.
    assert window.key() == "target_port"
    window.close()
    dialog.close()


def test_another_language_is_spoken_at_once(form: QMainWindow, qtbot: Any) -> None:
    whats_this = WhatsThis(form, ENGLISH)
    asker = Asker(qtbot, form, whats_this)
    window = whats_this.show_glossary("timeout")
    whats_this.show_language(CHINESE)
    assert GlossaryRobot(qtbot, window).titles()[0] == "套接字"
    assert "handle_request()" in asker.rest_on(part(form, "timeout"))
    assert "等待多少秒" in asker.rest_on(part(form, "timeout"))
    window.close()


def test_the_language_of_the_windows_is_followed(
    qtbot: Any, dressed: QApplication, form: QMainWindow
) -> None:
    class Chinese(QTranslator):
        def translate(self, context: str, *_more: object) -> str:
            return CHINESE if context == "language" else ""

        def isEmpty(self) -> bool:
            return False

    asker = Asker(qtbot, form, WhatsThis(form))
    assert ENTRIES["timeout"].first_sentence in asker.rest_on(part(form, "timeout"))
    chinese = Chinese()
    dressed.installTranslator(chinese)
    qtbot.waitUntil(lambda: "等待多少秒" in asker.rest_on(part(form, "timeout")))
    dressed.removeTranslator(chinese)
    qtbot.waitUntil(lambda: ENTRIES["timeout"].first_sentence in asker.rest_on(part(form, "timeout")))


def test_the_word_below_the_pointer_in_a_program_is_explained(qtbot: Any, form: QMainWindow) -> None:
    asker = Asker(qtbot, form, WhatsThis(form, ENGLISH))
    program = QPlainTextEdit("verify_request\nnext\nsomething")
    program.setObjectName("server_code")
    form.setCentralWidget(program)
    qtbot.waitUntil(program.isVisible)
    height = program.fontMetrics().lineSpacing()
    first = program.cursorRect().center() + QPoint(8, 0)
    places = [first + QPoint(0, row * height) for row in range(3)]
    found = [asker.ask_about(program.viewport(), place) for place in places]
    assert found == ["verify_request", "code", "code"]


def test_the_state_below_the_pointer_in_a_table_is_explained(qtbot: Any, form: QMainWindow) -> None:
    asker = Asker(qtbot, form, WhatsThis(form, ENGLISH))
    table = QTableWidget(2, 1)
    table.setObjectName("connections")
    cells = [QTableWidgetItem("CLOSE_WAIT"), QTableWidgetItem("somebody")]
    for row, cell in enumerate(cells):
        table.setItem(row, 0, cell)
    form.setCentralWidget(table)
    qtbot.waitUntil(table.isVisible)
    found = [asker.ask_about(table.viewport(), table.visualItemRect(cell).center()) for cell in cells]
    assert found == ["CLOSE_WAIT", "connections"]


def test_the_part_of_a_picture_is_explained(qtbot: Any, form: QMainWindow) -> None:
    class Life(QWidget):
        def word_at(self, place: QPoint) -> str:
            return "server_listening" if place.x() > 20 else ""

    asker = Asker(qtbot, form, WhatsThis(form, ENGLISH))
    life = Life()
    life.setObjectName("server_life")
    form.setObjectName("life")
    form.setCentralWidget(life)
    qtbot.waitUntil(life.isVisible)
    assert [asker.ask_about(life, QPoint(x, 5)) for x in (30, 10)] == ["server_listening", "server_life"]


def test_a_tab_that_has_a_name_is_explained_by_it(qtbot: Any, form: QMainWindow) -> None:
    asker = Asker(qtbot, form, WhatsThis(form, ENGLISH))
    tabs = QTabBar()
    tabs.setObjectName("stage")
    for name in ("lanes", "kernel"):
        tabs.setTabData(tabs.addTab(name), name)
    form.setCentralWidget(tabs)
    qtbot.waitUntil(tabs.isVisible)
    assert asker.ask_about(tabs, tabs.tabRect(1).center()) == "kernel"


# The main window -------------------------------------------------------------------------------------------


@pytest.fixture
def busy(lab: LabRobot) -> LabRobot:
    """A window with a server, two clients side by side, every view and every dialog made."""
    lab.start()
    lab.new_client()
    lab.new_client()
    lab.choose_in_menu("both_clients")
    for name in ("lanes", "life", "bytes", "kernel", "code", "console", "log"):
        lab.window.stage.show_view(name)
        lab.wait_until(lambda name=name: name in vars(lab.window.views))
    return lab


def test_every_control_of_the_window_is_explained(busy: LabRobot) -> None:
    whats_this = WhatsThis(busy.window, ENGLISH)
    assert unexplained(whats_this, busy.window) == []


def test_every_control_of_the_dialogs_is_explained(lab: LabRobot) -> None:
    window = lab.window
    dialogs = (
        NewClientDialog(window),
        GalleryWindow(examples(), window),
        TrustQuestion("server.py", "import os", window),
        TextWindow(lambda: "Whole message", "long", window),
        GlossaryWindow(ENGLISH, window),
        CourseWindow(window),
        LessonPane(window),
    )
    whats_this = WhatsThis(window, ENGLISH)
    assert [name for dialog in dialogs for name in unexplained(whats_this, dialog)] == []


def test_every_command_of_the_menus_is_explained(lab: LabRobot) -> None:
    commands = [
        action.objectName()
        for menu in lab.window.menuBar().findChildren(QMenu)
        for action in menu.findChildren(QAction)
        if action.objectName()
    ]
    assert "start" in commands
    assert [name for name in commands if ENTRIES.about([name, MENU]) is None] == []


def test_a_view_that_is_made_later_is_explained_too(qtbot: Any, lab: LabRobot) -> None:
    asker = Asker(qtbot, lab.window, WhatsThis(lab.window, ENGLISH))
    lab.window.stage.show_view("kernel")
    lab.wait_until(lambda: "kernel" in vars(lab.window.views))
    assert asker.ask_about(part(lab.window, "kernel_cards")) == "kernel"
    assert asker.ask_about(part(lab.window, "transport")) == "transport"
    assert asker.ask_about(part(lab.window, "step")) == "step"


def test_the_tabs_of_the_stage_explain_the_views_behind_them(qtbot: Any, lab: LabRobot) -> None:
    asker = Asker(qtbot, lab.window, WhatsThis(lab.window, ENGLISH))
    tabs = lab.window.stage.tabs.tabBar()
    assert [asker.ask_about(tabs, tabs.tabRect(index).topLeft() + QPoint(6, 6)) for index in range(3)] == [
        "lanes",
        "life",
        "bytes",
    ]


def test_the_states_of_a_life_are_explained(qtbot: Any, lab: LabRobot) -> None:
    asker = Asker(qtbot, lab.window, WhatsThis(lab.window, ENGLISH))
    lab.start()
    lab.window.stage.show_view("life")
    lab.wait_until(lambda: "life" in vars(lab.window.views))
    life = lab.window.findChild(LifeCanvas, "server_life")
    assert life is not None
    lab.wait_until(life.isVisible)
    box = life.places().rect(ServerState.LISTENING)
    place = QPoint(int(box.left + box.right) // 2, int(box.top + box.bottom) // 2)
    assert asker.ask_about(life, place) == "server_listening"
    lab.stop()


def test_the_keys_and_the_menu_lead_here(qtbot: Any, lab: LabRobot) -> None:
    lab.press("Shift+F1")
    assert QWhatsThis.inWhatsThisMode()
    QWhatsThis.leaveWhatsThisMode()
    part(lab.window, "transport").setFocus()
    lab.press("F1")
    assert shown_entry() == "transport"
    QWhatsThis.hideText()
    lab.choose_in_menu("glossary")
    window = lab.window.findChild(GlossaryWindow)
    assert window is not None
    assert window.isVisible()
    window.close()


def unexplained(whats_this: WhatsThis, window: QWidget) -> list[str]:
    """Return the names of all controls in a window that nothing explains."""
    return [named(widget) for widget in window.findChildren(QWidget) if not is_explained(whats_this, widget)]


def is_explained(whats_this: WhatsThis, widget: QWidget) -> bool:
    if not isinstance(widget, KINDS) or isinstance(widget, QScrollBar) or widget.objectName() in EXCEPTIONS:
        return True
    entry = whats_this.entry_of(widget)
    if entry is None:
        return not widget.focusPolicy() and isinstance(widget, QAbstractScrollArea)
    # What is no more than within a pane is not explained by what is said of the pane.
    return entry.key not in WIDE or isinstance(widget, QAbstractScrollArea | QTabBar)


def named(widget: QWidget) -> str:
    """Return the names of a widget and its parents, the outermost first."""
    names: list[str] = []
    parent: QWidget | None = widget
    while parent is not None:
        names.insert(0, parent.objectName() or type(parent).__name__)
        parent = parent.parentWidget()
    return "/".join(names)
