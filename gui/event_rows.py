"""The events of a run as rows of a table, read from a `History` bit by bit."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from enum import IntEnum
from html import escape
from time import monotonic_ns, perf_counter, time_ns
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from core.event_filter import EventFilter
from core.events import Event, moment
from core.history import Changes, History
from core.ownership import Ownership
from core.places import Places
from core.sentences import Kind, depth, is_error, kind, sentence
from gui.language import translated
from gui.theme import LIGHT, Theme

READ_AT_ONCE = 128
"""So many events are looked at between two looks at the clock."""

LATE_ROWS = 4_000
"""Among so many last events late ones are put in place; further back, all that follows is read anew."""

LATE_RUNS = 16
"""In so many places, for each costs the view some time; beyond, the rows are replaced at one stroke."""

LATE_MS = 100_000.0
"""From here on times are shown to a tenth of a millisecond; the details know more."""

AT_HAND = 1_000
"""So many rows that are painted again and again keep their events at hand."""

_INDENT = "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}"

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns from left to right."""

    TIME = 0
    WHERE = 1
    REQUEST = 2
    KIND = 3
    WHAT = 4


class EventRows(QAbstractTableModel):
    """Those events of a history that a filter accepts; `read` brings them up to date.

    Of most rows only number and time are kept: the history holds the events, packed.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without a history."""
        super().__init__(parent)
        self._history: History | None = None
        self._filter = EventFilter()
        self._theme = LIGHT
        self._fonts: dict[Column, QFont] = {}
        # The machine's clocks: events tell monotonic time, tooltips the time of day.
        self._clock_offset = time_ns() - monotonic_ns()
        self._numbers = array("q")
        self._times = array("q")
        self._last: list[Event] = []  # the events of the last rows: late ones come between them
        self._at_hand: dict[int, Event] = {}
        self._seen: Changes | None = None
        self._next = 0
        self._places, self._ownership = Places(), Ownership()
        self._learnt = 0  # these know of all events before this number
        self._lit_request = 0
        self._moment: int | None = None

    def show(self, history: History | None, wanted: EventFilter) -> None:
        """Show the events of `history` that are wanted; the rows come with the next calls of `read`."""
        self.beginResetModel()
        if history is not self._history:
            self._places, self._ownership, self._learnt = Places(), Ownership(), 0
        self._history = history
        self._filter = replace(wanted, say=translated)
        self._forget_rows()
        self.endResetModel()

    def read(self, seconds: float) -> bool:
        """Take in what is new, for about that long; True if there is more to read."""
        if self._history is None:
            return False
        changes = self._history.changes_since(self._seen)
        self._drop_forgotten(changes.first)
        self._put_late(self._history, changes)
        self._seen = changes
        return self._read_on(self._history, perf_counter() + seconds)

    def drop_forgotten(self) -> None:
        """Take away the rows of forgotten events, and take nothing new in."""
        if self._history:
            # By time: numbers are as they were at the last reading, and late events have moved some since.
            self._remove(0, bisect_left(self._times, self._history[0].time))

    def unread(self) -> int:
        """Return how many events have not been looked at yet."""
        if self._history is None:
            return 0
        changes = self._history.changes_since(self._seen)
        return changes.end - min(max(self._next, changes.first), changes.changed_from)

    def event_at(self, row: int) -> Event | None:
        """Return the event of a row; None if it has been forgotten since the last call of `read`."""
        from_end = len(self._numbers) - row
        if from_end <= len(self._last):
            return self._last[-from_end]
        event = self._at_hand.get(row) or self._fetch(row)
        if event is not None:
            if len(self._at_hand) >= AT_HAND:
                self._at_hand.clear()
            self._at_hand[row] = event
        return event

    def row_of(self, event: Event) -> int:
        """Return the row of an event, or, where it is no longer shown, of the one that took its place."""
        row = bisect_left(self._times, event.time)
        while row < len(self._times) and self._times[row] == event.time:
            other = self.event_at(row)
            if other is None or moment(other) >= moment(event):
                break
            row += 1
        return row

    def rows_until(self, moment_ns: int) -> int:
        """Return how many rows are not later than this time (ns, as `Event.time`)."""
        return bisect_right(self._times, moment_ns)

    def place(self, event: Event) -> str:
        """Return where an event happened, in the window's language."""
        return translated(self._places.name(event))

    def request_of(self, event: Event) -> int:
        """Return whose an event is: a client's events tell of no request, but may be known to be of one."""
        return self._ownership.request_of(event)

    def milliseconds(self, event: Event) -> float:
        """Return when an event happened, counted from the run's first."""
        began = self._history.began if self._history else None
        return (event.time - (event.time if began is None else began)) / 1e6

    def cells(self, event: Event) -> list[str]:
        """Return an event's texts, column by column."""
        return [cell(self, event) for cell in _CELLS.values()]

    def set_look(self, theme: Theme, fonts: dict[Column, QFont]) -> None:
        """Take the colours of a theme, and a font for each column."""
        self._theme, self._fonts = theme, fonts

    def light_request(self, request: int) -> None:
        """Mark the rows of this request; 0 for none."""
        self._lit_request = request
        self._look_changed()

    def grey_after(self, moment_ns: int | None) -> None:
        """Grey the rows that are later than this time; None for none."""
        self._moment = moment_ns
        self._look_changed()

    def _look_changed(self) -> None:
        if self._numbers:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._numbers) - 1, len(Column) - 1))

    def _fetch(self, row: int) -> Event | None:
        """Get the event of a row from the history, where it may have moved since the last reading."""
        assert self._history is not None
        time = self._times[row]
        _, found = self._history.rows_from(self._numbers[row], 1)
        if not found or found[0].time != time:
            _, found = self._history.rows_from(self._history.at(time - 1), 1)
        return found[0] if found and found[0].time == time else None

    def _forget_rows(self) -> None:
        self._numbers, self._times, self._last = array("q"), array("q"), []
        self._at_hand.clear()
        self._seen, self._next = None, 0

    def _drop_forgotten(self, first: int) -> None:
        count = bisect_left(self._numbers, first)
        if count:
            self._remove(0, count)
        self._next = max(self._next, first)

    def _put_late(self, history: History, changes: Changes) -> None:
        """Make good for events that were put between those already read."""
        if changes.changed_from >= self._next:
            return
        row = bisect_left(self._numbers, changes.changed_from)
        was_at_end = self._seen is not None and self._next >= self._seen.end
        if not was_at_end or changes.end - changes.changed_from > LATE_ROWS:
            self._remove(row, len(self._numbers) - row)
            self._next = changes.changed_from
            return
        number, events = history.rows_from(changes.changed_from, changes.end - changes.changed_from)
        self._next = number + len(events)
        self._merge(row, *self._accepted(number, events))

    def _merge(self, row: int, numbers: list[int], events: list[Event]) -> None:
        """Turn the rows from `row` on into these, so that a selection among them survives."""
        count = len(self._numbers) - row
        runs = insertions(self._last[len(self._last) - count :], events) if count <= len(self._last) else None
        if runs is None or len(runs) > LATE_RUNS:
            self._remove(row, count)
            self._append(numbers, events)
            return
        for start, length in runs:
            part = slice(start, start + length)
            self._insert(row + start, numbers[part], events[part])
        self._numbers[row:] = array("q", numbers)

    def _read_on(self, history: History, deadline: float) -> bool:
        numbers: list[int] = []
        found: list[Event] = []
        more = True
        while more and perf_counter() < deadline:
            number, events = history.rows_from(self._first_to_read(history), READ_AT_ONCE)
            self._next = number + len(events)
            more = len(events) == READ_AT_ONCE
            new_numbers, new_events = self._accepted(number, events)
            numbers += new_numbers
            found += new_events
        self._append(numbers, found)
        if found and self._lit_request:
            self._look_changed()  # of earlier rows it may be known only now whose they are
        return more

    def _first_to_read(self, history: History) -> int:
        """Return the next number that may hold what is wanted; what was not learnt from is not skipped."""
        if not self._filter.request or self._next >= self._learnt:
            return self._next
        return min(history.skip_to(self._next, [Event], self._filter.request), self._learnt)

    def _accepted(self, number: int, events: list[Event]) -> tuple[list[int], list[Event]]:
        """Return the wanted events with their row numbers, having learnt from all."""
        accepts, learn_place, learn_owner = self._filter.accepts, self._places.learn, self._ownership.learn
        for event in events:
            learn_place(event)
            learn_owner(event)
        self._learnt = max(self._learnt, number + len(events))
        numbers = [position for position, event in enumerate(events, number) if accepts(event)]
        return numbers, [events[position - number] for position in numbers]

    def _append(self, numbers: list[int], events: list[Event]) -> None:
        if events:
            self._insert(len(self._numbers), numbers, events)
            if len(self._last) > 2 * LATE_ROWS:
                del self._last[:-LATE_ROWS]

    def _insert(self, row: int, numbers: list[int], events: list[Event]) -> None:
        """Put rows in; at the end, or between those of which the events are kept."""
        self.beginInsertRows(QModelIndex(), row, row + len(events) - 1)
        place = len(self._last) - (len(self._numbers) - row)
        self._last[place:place] = events
        self._numbers[row:row] = array("q", numbers)
        self._times[row:row] = array("q", [event.time for event in events])
        self._at_hand.clear()
        self.endInsertRows()

    def _remove(self, row: int, count: int) -> None:
        if not count:
            return
        self.beginRemoveRows(QModelIndex(), row, row + count - 1)
        place = len(self._last) - (len(self._numbers) - row)
        del self._last[max(place, 0) : max(place + count, 0)]
        del self._numbers[row : row + count], self._times[row : row + count]
        self._at_hand.clear()
        self.endRemoveRows()

    def _indented_sentence(self, event: Event) -> str:
        return _INDENT * depth(event) + translated(sentence(event))

    def _tooltip(self, event: Event, column: int) -> str | None:
        if column == Column.WHAT:
            # A tooltip takes what looks like HTML for HTML: a peer's text must stay text.
            return f"<span>{escape(translated(sentence(event)))}</span>"
        return self._time_of_day(event) if column == Column.TIME else None

    def _time_of_day(self, event: Event) -> str:
        nanoseconds = event.time + self._clock_offset
        then = datetime.fromtimestamp(nanoseconds // 1_000_000_000)
        return f"{then:%H:%M:%S}.{nanoseconds % 1_000_000_000 // 1_000:06} · {then:%Y-%m-%d}"

    def _colour(self, event: Event, column: int) -> QColor:
        is_later = self._moment is not None and event.time > self._moment
        token = "faint" if is_later else _TOKENS[Column(column)](event)
        return QColor(str(getattr(self._theme, token)))

    def _background(self, event: Event, _column: int) -> QColor | None:
        is_lit = self._lit_request and self.request_of(event) == self._lit_request
        return QColor(self._theme.hover) if is_lit else None

    def _font(self, _event: Event, column: int) -> QFont | None:
        return self._fonts.get(Column(column))

    def _alignment(self, _event: Event, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column in _NUMERIC else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _text(self, event: Event, column: int) -> str:
        return _CELLS[Column(column)](self, event)

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Time, ms"),
            self.tr("Where"),
            self.tr("Req."),
            self.tr("Kind"),
            self.tr("What happened"),
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many events are shown."""
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        look = _ROLES.get(role)
        event = self.event_at(index.row()) if look else None
        return look(self, event, index.column()) if look and event else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' titles."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in _NUMERIC else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return self._titles()[section] if role == Qt.ItemDataRole.DisplayRole else None


def insertions(old: list[Event], new: list[Event]) -> list[tuple[int, int]] | None:
    """Return where runs of events must be put in to make `new` of `old`: (position in new, count).

    None if `new` is not `old` with something put in.
    """
    runs: list[tuple[int, int]] = []
    kept = start = 0
    for position, event in enumerate(new):
        if kept < len(old) and event == old[kept]:
            kept += 1
            if position > start:
                runs.append((start, position - start))
            start = position + 1
    if len(new) > start:
        runs.append((start, len(new) - start))
    return runs if kept == len(old) else None


def _time(milliseconds: float) -> str:
    """Return a time as it fits into the column: after a minute or two the digits are wanted in front."""
    return f"{milliseconds:,.3f}" if milliseconds < LATE_MS else f"{milliseconds:,.1f}"


_NUMERIC = (Column.TIME, Column.REQUEST)

_CELLS: dict[Column, Callable[[EventRows, Event], str]] = {
    Column.TIME: lambda rows, event: _time(rows.milliseconds(event)),
    Column.WHERE: EventRows.place,
    Column.REQUEST: lambda rows, event: str(event.request) if event.request else "",
    Column.KIND: lambda rows, event: translated(kind(event).words),
    Column.WHAT: EventRows._indented_sentence,
}

_KIND_TOKENS = {
    Kind.LIFE: "muted",
    Kind.HOOK: "text",
    Kind.HANDLER: "code_name",
    Kind.BYTES: "accent",
    Kind.THREAD: "warning",
    Kind.PROCESS: "warning",
    Kind.CLIENT: "good",
    Kind.OUTPUT: "muted",
    Kind.ERROR: "danger",
}

_TOKENS: dict[Column, Callable[[Event], str]] = {
    Column.TIME: lambda event: "muted",
    Column.WHERE: lambda event: "muted",
    Column.REQUEST: lambda event: "muted",
    Column.KIND: lambda event: _KIND_TOKENS[kind(event)],
    Column.WHAT: lambda event: "danger" if is_error(event) else "text",
}
"""The colour of each column, as a name in the theme."""

_ROLES: dict[int, Callable[[EventRows, Event, int], Any]] = {
    Qt.ItemDataRole.DisplayRole: EventRows._text,
    Qt.ItemDataRole.ToolTipRole: EventRows._tooltip,
    Qt.ItemDataRole.ForegroundRole: EventRows._colour,
    Qt.ItemDataRole.BackgroundRole: EventRows._background,
    Qt.ItemDataRole.FontRole: EventRows._font,
    Qt.ItemDataRole.TextAlignmentRole: EventRows._alignment,
}
