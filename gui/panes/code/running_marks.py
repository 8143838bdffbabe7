"""The lines that are marked because a method there is running."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from core.running import Call, State
from gui.panes.code.outline import Outline
from gui.widgets.editor_margin import Activity, Mark

_REQUESTS_NAMED = 5
"""So many requests are named one by one."""

_ACTIVITIES = {
    State.WORKING: Activity.WORKING,
    State.PAUSED: Activity.PAUSED,
    State.WAITING: Activity.WAITING,
}
"""In this order: of several threads in one method the most active one is shown."""


def running_marks(calls: Iterable[Call], outline: Outline, classes: tuple[str, ...]) -> list[Mark]:
    """Return a mark for each method in the text that is running; `classes` are the ones that were chosen."""
    found: dict[str, list[Call]] = {}
    for call in calls:
        found.setdefault(call.name, []).append(call)
    marks = [
        Mark(first, last, _activity(named), _words(name, named))
        for name, named in found.items()
        for first, last in outline.lines_of(name, classes)
    ]
    return sorted(marks, key=lambda mark: mark.first)


def _activity(calls: list[Call]) -> Activity:
    states = {call.state for call in calls}
    return next(activity for state, activity in _ACTIVITIES.items() if state in states)


def _words(name: str, calls: list[Call]) -> str:
    translate = QCoreApplication.translate
    doing = {
        Activity.WORKING: translate("running_marks", "{0}() is running now"),
        Activity.PAUSED: translate("running_marks", "{0}() is about to be entered: the server is paused"),
        Activity.WAITING: translate("running_marks", "{0}() is running now, and waits"),
    }[_activity(calls)].format(name)
    numbers = sorted({call.request for call in calls if call.request})
    if not numbers:
        return doing
    named = ", ".join(map(str, numbers[-_REQUESTS_NAMED:]))
    more = "… " if len(numbers) > _REQUESTS_NAMED else ""
    return translate("running_marks", "{0}, for request {1}").format(doing, more + named)
