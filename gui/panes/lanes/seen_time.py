"""Which time of a run is seen: the newest, what somebody chose, or what had happened until a moment."""

from time import monotonic_ns

from core.lanes import Lanes
from gui.panes.lanes.time_window import TimeWindow

FOLLOWED = 10_000_000_000
"""Nanoseconds: while a run is young all of it is seen; then the last so many."""

YOUNGEST = 1_000_000_000
"""Nanoseconds: a run that has just begun is shown as if it were so old."""

LEAD = 0.02
"""The part of the window that is kept free right of now, and left of the beginning."""

IDLE = 3_600_000_000_000
"""Nanoseconds: a run without an end in which so long nothing happened is one of another time."""


class SeenTime:
    """A window on the time of some lanes, which moves along while it follows."""

    def __init__(self) -> None:
        """Begin without lanes."""
        self._lanes: Lanes | None = None
        self.begin(None)
        self.window = TimeWindow(0, YOUNGEST)

    def begin(self, lanes: Lanes | None) -> None:
        """See these lanes, and follow them from their beginning."""
        self._lanes = lanes
        self.follows = True
        self.is_frozen = False
        self.moment: int | None = None
        """Nothing later is seen; None: all is."""
        self._frozen_at = 0
        # True until somebody chooses how much is seen.
        self._is_auto = True

    def exchange(self, lanes: Lanes) -> None:
        """See other lanes of the same run, at the same time."""
        self._lanes = lanes

    def now(self) -> int:
        """Return the time up to which there is something to see."""
        if self._lanes is None:
            return 0
        if self.moment is not None:
            return self.moment
        if self.is_frozen:
            return self._frozen_at
        last = self._lanes.last
        return max(last, monotonic_ns()) if self.is_live() else last

    def is_live(self) -> bool:
        """True while the run goes on."""
        lanes = self._lanes
        if lanes is None or lanes.ended is not None or lanes.first is None:
            return False
        return abs(monotonic_ns() - lanes.last) < IDLE

    def set_frozen(self, is_frozen: bool) -> None:
        """Let time stand still, or go on."""
        self.is_frozen = False
        self._frozen_at = self.now()
        self.is_frozen = is_frozen

    def keep_up(self) -> None:
        """Keep the latest in view, if that is wanted."""
        if self.follows and self._lanes is not None and self._lanes.first is not None:
            self._follow(self._lanes.first, self.now())

    def choose(self, window: TimeWindow) -> None:
        """See that window, or one near it that is not empty."""
        self._is_auto = False
        if self._lanes is not None and self._lanes.first is not None:
            window = window.kept_near(self._lanes.first, max(self._lanes.last, self.now()))
        self.window = window

    def whole(self) -> TimeWindow | None:
        """Return a window in which all of the run is seen; None if nothing has happened."""
        if self._lanes is None or self._lanes.first is None:
            return None
        return TimeWindow.around(self._lanes.first, max(self._lanes.last, self.now()))

    def zoomed(self, factor: float, at: int | None) -> TimeWindow:
        """Return a window `factor` times as long; `at` keeps its place, or, when followed, the right edge."""
        if self.follows:
            at = self.window.end
        return self.window.zoomed(factor, self.window.middle if at is None else at)

    def _follow(self, first: int, now: int) -> None:
        """As long as nobody chose how much is seen, see all of a young or a finished run."""
        if self._is_auto and not self.is_live():
            self.window = TimeWindow.around(first, now)
        elif self._is_auto:
            until = max(now, first + YOUNGEST)
            span = min(until - first, FOLLOWED)
            # Free on the left too, or the very beginning would lie beyond the edge.
            self.window = TimeWindow(until - span - int(span * LEAD), until + int(span * LEAD))
        else:
            self.window = self.window.ending_at(now + int(self.window.span * LEAD))
