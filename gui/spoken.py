"""Words that follow the language: said when they are made, and again when another language is chosen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject


def spoken(owner: QObject, say: Callable[[], object]) -> None:
    """Say something now, and again whenever the language changes; `owner` is a widget of a window."""
    _Speaker(owner, say)
    say()


class _Speaker(QObject):
    """A child of its owner: Qt tells the children of a widget of another language, and of little else.

    An event filter would hear of it too, and of each movement of the mouse.
    """

    def __init__(self, owner: QObject, say: Callable[[], object]) -> None:
        super().__init__(owner)
        self._say = say

    def event(self, event: QEvent) -> bool:
        """Say it again when the language has changed."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        return super().event(event)
