"""A reader of panes who knows only bracketed words: what stands outside of brackets was not translated."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, Qt, QTranslator
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QMenu, QSpinBox, QTabBar, QTableView, QWidget

from tests.gui.robots.words import words_of

_DISPLAY, _TIP = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole

_TELLS = (_DISPLAY, _TIP)

_MARKUP = re.compile(r"</?span>")

_WORD = re.compile(r"[^\W\d_]{2,}[\w.]*(?:\(\))?")

_NAMES = re.compile(
    r".*\(\)|.*_.*|[A-Z]+\d?|Thread\d*|[kM]?B|ms|[µn]?s|recv|send|sendall|handle|setup|finish|fileno|shutdown|pid|\w+(Server|MixIn|Handler)"
)
"""What is the same in every language: the library's names, states of the kernel, units."""


class Brackets(QTranslator):
    """A language in which each text is its English one, in brackets."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, _context: str, text: str, *_rest: object) -> str:
        return f"«{text}»"


def said(root: QWidget) -> set[tuple[str, str]]:
    """Return what is written in a pane, with its place: also in tables, menus and tooltips of entries."""
    more = {
        (f"{type(widget).__name__} {widget.objectName()}: {place}", text)
        for widget in (root, *root.findChildren(QWidget))
        for place, text in _more_of(widget)
        if text
    }
    return words_of(root) | more


def untranslated(found: set[tuple[str, str]], *known: str) -> dict[str, str]:
    """Return those texts in which words stand outside of brackets, besides names and the `known` ones."""
    strange = {(place, text): _outside(text, known) for place, text in found}
    return {f"{place} “{text}”": " ".join(words) for (place, text), words in strange.items() if words}


def _outside(text: str, known: tuple[str, ...]) -> list[str]:
    for word in known:
        text = text.replace(word, "")
    text = _MARKUP.sub("", text)
    while (shorter := re.sub(r"«[^«»]*»", "", text)) != text:
        text = shorter
    text = re.sub(r"«.*…$", "", text)  # cut where its room ends
    return [word for word in _WORD.findall(text) if not _NAMES.fullmatch(word)]


def _more_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    if isinstance(widget, QSpinBox):
        yield "prefix", widget.prefix()
        yield "at the end", widget.specialValueText()
    if isinstance(widget, QComboBox):
        yield from ((f"tip {at}", str(widget.itemData(at, _TIP) or "")) for at in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from ((f"tip {at}", widget.tabToolTip(at)) for at in range(widget.count()))
    if isinstance(widget, QMenu):
        for at, action in enumerate(widget.actions()):
            yield f"action {at}", action.text()
            yield f"tip {at}", action.toolTip()
    if isinstance(widget, QTableView):
        yield from _cells(widget.model())
    if not isinstance(widget, QAbstractSpinBox):
        for at, action in enumerate(widget.actions()):
            yield f"own action {at}", action.text()


def _cells(model: QAbstractItemModel) -> Iterator[tuple[str, str]]:
    for column in range(model.columnCount()):
        for role in _TELLS:
            title = model.headerData(column, Qt.Orientation.Horizontal, role)
            yield f"head {column} {role.name}", str(title or "")
            for row in range(model.rowCount()):
                yield f"cell {row} {column} {role.name}", str(model.index(row, column).data(role) or "")
