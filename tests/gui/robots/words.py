"""A person who reads everything that is written on a window, also what is told only on pointing at it."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)

from gui.widgets.elided_button import ElidedButton
from gui.widgets.elided_label import ElidedLabel

_SAID = {
    QLabel: ("text",),
    QAbstractButton: ("text",),
    QGroupBox: ("title",),
    QLineEdit: ("placeholderText",),
    QPlainTextEdit: ("placeholderText",),
    QWidget: ("windowTitle", "toolTip", "accessibleName", "accessibleDescription"),
}


def words_of(window: QWidget) -> set[tuple[str, str]]:
    """Return what is written, each with the kind and name of what it is written on."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what has been replaced is still there
    parts = (window, *window.findChildren(QWidget))
    found = {
        (f"{type(part).__name__} {part.objectName()}: {what}", text)
        for part in parts
        for what, text in _words_of(part)
        if text
    }
    commands = [action for action in window.findChildren(QAction) if action.objectName()]
    return found | {(f"command {action.objectName()}", action.text()) for action in commands}


def _words_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    cut = widget if isinstance(widget, ElidedLabel | ElidedButton) else None
    if cut:
        yield "whole text", cut.whole_text()
    for kind, properties in _SAID.items():
        if isinstance(widget, kind) and not (cut and "text" in properties):
            yield from ((name, str(widget.property(name))) for name in properties)
    if isinstance(widget, QTabWidget):
        yield from ((f"tab {index}", widget.tabText(index)) for index in range(widget.count()))
    if isinstance(widget, QComboBox):
        yield from ((f"item {index}", widget.itemText(index)) for index in range(widget.count()))
