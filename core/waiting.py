"""Who waits because the learner steps or has slowed the server, told by events."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from core.events import ChildEnded, Event, Killed, Paused, ProcessEnded, Resumed, ThreadEnded, moment
from core.places import Places
from core.sentences import NAME_SHOWN, visible
from core.wording import worded


class Waiting:
    """The threads of one server, its children's included, that are paused."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._paused: dict[tuple[int, int], Paused] = {}
        self._places = Places()

    def take(self, events: Iterable[Event]) -> None:
        """Follow `events`."""
        for event in events:
            self._places.learn(event)
            note = _NOTES.get(type(event))
            if note:
                note(self, event)

    def first(self) -> Paused | None:
        """Return the pause of the one that has waited longest, None if nobody waits."""
        return min(self._paused.values(), key=moment, default=None)

    def forget(self, paused: Paused) -> None:
        """Count that one no more among those that wait: it is about to go on."""
        self._paused.pop((paused.pid, paused.thread), None)

    def in_words(self) -> str:
        """Return "Thread-2 waits before verify_request(), and 1 more", "" if nobody waits."""
        first = self.first()
        if first is None:
            return ""
        others = len(self._paused) - 1
        words = worded(
            "{thread} waits before {hook}()",
            thread=self._places.name(first),
            hook=visible(first.name, NAME_SHOWN),
        )
        return worded("{words}, and {count} more", words=words, count=others) if others else words

    def __iter__(self) -> Iterator[Paused]:
        """Go through those that wait, the one that has waited longest first."""
        return iter(sorted(self._paused.values(), key=moment))

    def __len__(self) -> int:
        """Return how many wait."""
        return len(self._paused)

    def _note_paused(self, event: Paused) -> None:
        self._paused[event.pid, event.thread] = event

    def _note_gone_on(self, event: Event) -> None:
        self._paused.pop((event.pid, event.thread), None)

    def _note_child_ended(self, event: ChildEnded) -> None:
        self._paused = {key: paused for key, paused in self._paused.items() if key[0] != event.child}

    def _note_all_gone(self, _event: Event) -> None:
        self._paused.clear()


_NOTES: dict[type[Event], Callable[[Waiting, Any], None]] = {
    Paused: Waiting._note_paused,
    Resumed: Waiting._note_gone_on,
    ThreadEnded: Waiting._note_gone_on,
    ChildEnded: Waiting._note_child_ended,
    Killed: Waiting._note_all_gone,
    ProcessEnded: Waiting._note_all_gone,
}
