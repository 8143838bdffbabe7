from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from gui import theme
from gui.widgets.code_view import CodeView

CODE = 'class Server(TCPServer):\n    """Two\n    lines."""\n    timeout = 2.5  # seconds'


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    before = qapp.palette(), qapp.styleSheet(), qapp.font()
    yield qapp
    qapp.setPalette(before[0])
    qapp.setStyleSheet(before[1])
    qapp.setFont(before[2])


def colours(view: CodeView) -> dict[str, str]:
    """Return the colour of each coloured piece of text."""
    found = {}
    block = view.document().firstBlock()
    while block.isValid():
        for piece in block.layout().formats():
            words = block.text()[piece.start : piece.start + piece.length]
            found[words] = piece.format.foreground().color().name()
        block = block.next()
    return found


@pytest.mark.parametrize(
    ("scheme", "meant"), [(Qt.ColorScheme.Light, theme.LIGHT), (Qt.ColorScheme.Dark, theme.DARK)]
)
def test_code_has_the_colours_of_the_theme_also_in_strings_of_several_lines(
    qtbot: Any, app: QApplication, scheme: Qt.ColorScheme, meant: theme.Theme
) -> None:
    window = QWidget()
    view = CodeView(window)
    qtbot.addWidget(window)
    view.show_code(CODE)
    window.show()
    qtbot.waitUntil(lambda: "# seconds" in colours(view))
    theme.apply(app, scheme)
    seen = colours(view)
    assert seen["class"] == meant.code_keyword
    assert seen["Server"] == meant.code_name
    assert seen['    lines."""'] == meant.code_string
    assert seen["2.5"] == meant.code_number
    assert seen["# seconds"] == meant.code_comment


def test_the_view_is_as_tall_as_its_text_however_narrow(qtbot: Any) -> None:
    view = CodeView()
    qtbot.addWidget(view)
    view.show_code(CODE)
    view.resize(600, 20)
    view.show()
    wide = view.sizeHint().height()
    view.resize(90, 20)
    assert view.sizeHint().height() > wide
