"""What is kept of a learner's way through a lesson, from one time to the next; what happened is not."""

from typing import Any

import msgspec


class Bookmark(msgspec.Struct, frozen=True, omit_defaults=True):
    """A place in a lesson, by the step's id: a lesson may change in the meantime."""

    step: str = ""
    answers: dict[str, int] = {}
    done: list[str] = []
    explained: list[str] = []
    is_finished: bool = False

    @property
    def is_begun(self) -> bool:
        """True if there is something to go on with."""
        return bool(self.step) and not self.is_finished


def bookmark_from(facts: Any) -> Bookmark:
    """Return a bookmark from what `msgspec.to_builtins` made of one; an empty one from anything else."""
    try:
        return msgspec.convert(facts, Bookmark)
    except msgspec.ValidationError:
        return Bookmark()
