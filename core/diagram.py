"""A table of states → a picture of it: which box stands where, and how the arrows between them run.

    diagram(table, ...)      rows and rails: the longest way through the table is the spine, straight down;
                             what many of its states can lead to (an error, an end) stands aside, at a rail
    Placement(diagram, ...)  the same in pixels

The table is one as in `core.lifecycle`: a row for each state, in the order of life.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from core.lifecycle import Key

S = TypeVar("S", bound=StrEnum)
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box(Generic[S]):
    """A state: the keys that lead to it, those that leave it where it is, and the row it stands in."""

    state: S
    keys: tuple[Key, ...]
    loops: tuple[Key, ...]
    row: int
    is_aside: bool


@dataclass(frozen=True, slots=True)
class Rail(Generic[S]):
    """A line beside the spine, from all `sources` to a box aside; lane 1 is the nearest."""

    sources: tuple[S, ...]
    target: S
    lane: int


@dataclass(frozen=True, slots=True)
class Diagram(Generic[S]):
    """The boxes by state, the spine from top to bottom, the rails, and the ways from aside to the spine."""

    boxes: Mapping[S, Box[S]]
    spine: tuple[S, ...]
    rails: tuple[Rail[S], ...]
    exits: tuple[tuple[S, S], ...]

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return 1 + max(box.row for box in self.boxes.values())


def diagram(
    table: Mapping[S, Mapping[Key, S]],
    aside: frozenset[S] = frozenset(),
    without: frozenset[S] = frozenset(),
) -> Diagram[S]:
    """Return the picture of `table`, with the states `aside` off the spine, and those `without` left out."""
    order = [state for state in table if state not in without]
    ways = _ways(table, order)
    spine = _longest([state for state in order if state not in aside], ways)
    beside = [state for state in order if state not in spine]
    rows = {state: row for row, state in enumerate(spine)} | _rows_aside(beside, spine, ways)
    boxes = {
        state: Box(
            state, _keys_to(table, order, state), _loops(table, state), rows[state], state not in spine
        )
        for state in order
    }
    exits = tuple((source, target) for source in beside for target in spine if target in ways[source])
    return Diagram(boxes, tuple(spine), tuple(_rails(beside, spine, ways)), exits)


def _ways(table: Mapping[S, Mapping[Key, S]], order: Sequence[S]) -> dict[S, set[S]]:
    """Return where each state can lead, forward only: to begin again is another life."""
    place = {state: index for index, state in enumerate(order)}
    return {
        state: {target for target in table[state].values() if place.get(target, -1) > place[state]}
        for state in order
    }


def _longest(order: Sequence[S], ways: Mapping[S, set[S]]) -> list[S]:
    """Return the longest way from the first state; among equals the one whose states stand first."""
    best: dict[S, list[S]] = {order[0]: [order[0]]}
    for state in order:
        for target in order:
            if state in best and target in ways[state] and len(best[state]) >= len(best.get(target, [])):
                best[target] = [*best[state], target]
    return max(best.values(), key=len)


def _rows_aside(beside: Sequence[S], spine: Sequence[S], ways: Mapping[S, set[S]]) -> dict[S, int]:
    """Give each box aside a row of its own, near the middle of those that it is reached from."""
    wanted = {
        target: [row for row, state in enumerate(spine) if target in ways[state]] or [0] for target in beside
    }
    rows: dict[S, int] = {}
    for target in sorted(beside, key=lambda state: sum(wanted[state]) / len(wanted[state])):
        row = (wanted[target][0] + wanted[target][-1]) // 2
        rows[target] = max([row, *(taken + 1 for taken in rows.values())])
    return rows


def _rails(beside: Sequence[S], spine: Sequence[S], ways: Mapping[S, set[S]]) -> list[Rail[S]]:
    """Put the shortest rail next to the spine: the long ones then do not run through it."""
    gathered = {target: tuple(state for state in spine if target in ways[state]) for target in beside}
    by_length = sorted(gathered, key=lambda target: len(gathered[target]))
    return [Rail(gathered[target], target, lane) for lane, target in enumerate(by_length, 1)]


def _keys_to(table: Mapping[S, Mapping[Key, S]], order: Sequence[S], state: S) -> tuple[Key, ...]:
    found = [
        key
        for source in order
        if source is not state
        for key, target in table[source].items()
        if target is state
    ]
    return tuple(dict.fromkeys(found))


def _loops(table: Mapping[S, Mapping[Key, S]], state: S) -> tuple[Key, ...]:
    return tuple(key for key, target in table[state].items() if target is state)


@dataclass(frozen=True, slots=True)
class Sizes:
    """What a drawing measures, in pixels; `lane` is the room between two lines beside the spine."""

    box: float
    aside: float
    height: float
    row: float
    lane: float


@dataclass(frozen=True, slots=True)
class Rect:
    """A box's place."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    @property
    def middle(self) -> Point:
        """The centre."""
        return self.left + self.width / 2, self.top + self.height / 2


class Placement(Generic[S]):
    """Where a diagram's boxes and arrows are, from (0, 0) to the right and down."""

    def __init__(self, diagram: Diagram[S], sizes: Sizes) -> None:
        """Place `diagram`."""
        self._diagram = diagram
        self._sizes = sizes
        lanes = len(diagram.rails)
        self._spine_left = sizes.aside * bool(lanes) + (lanes + 2) * sizes.lane
        self._lanes = {rail.target: rail.lane for rail in diagram.rails}
        self._next = dict(zip(diagram.spine, diagram.spine[1:], strict=False))

    def rect(self, state: S) -> Rect:
        """Return the place of a state's box."""
        box, sizes = self._diagram.boxes[state], self._sizes
        top = box.row * sizes.row + (sizes.row - sizes.height)
        if box.is_aside:
            return Rect(0, top, sizes.aside, sizes.height)
        return Rect(self._spine_left, top, sizes.box, sizes.height)

    def label(self, state: S) -> Point:
        """Return where the words for what leads to a state begin, at the middle of their height."""
        rect = self.rect(state)
        x = rect.left if self._diagram.boxes[state].is_aside else rect.middle[0] + self._sizes.lane
        return x, rect.top - (self._sizes.row - self._sizes.height) / 2

    def path(self, source: S, target: S) -> tuple[Point, ...]:
        """Return the corners of the arrow from one state to another."""
        start, end = self.rect(source), self.rect(target)
        if self._next.get(source) == target:
            return (start.middle[0], start.bottom), (end.middle[0], end.top)
        if self._diagram.boxes[source].is_aside:
            x, y = start.middle[0], end.middle[1]
            return (x, start.bottom), (x, y), (end.left, y)
        x = self._lane(self._lanes.get(target, 0))
        edge = end.right if self._diagram.boxes[target].is_aside else end.left
        return (start.left, start.middle[1]), (x, start.middle[1]), (x, end.middle[1]), (edge, end.middle[1])

    @property
    def right(self) -> float:
        """Where the spine's boxes end; words on its arrows reach farther."""
        return self._spine_left + self._sizes.box

    @property
    def height(self) -> float:
        """The height of the whole."""
        return self._diagram.rows * self._sizes.row

    def _lane(self, number: int) -> float:
        """Return where a line beside the spine runs; number 0 is for short cuts along the spine."""
        return self._spine_left - (number + 1) * self._sizes.lane
