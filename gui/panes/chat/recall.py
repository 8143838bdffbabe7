"""Earlier messages, for the Up and Down keys."""

ENTRIES_KEPT = 200
"""The oldest message goes when one more is remembered."""

LONGEST_KEPT = 10_000
"""A longer message is not remembered: it would be saved and loaded with the settings each time."""


class Recall:
    """The messages sent so far, newest last; all clients share one."""

    def __init__(self) -> None:
        """Begin with none."""
        self._entries: list[str] = []

    def entries(self) -> list[str]:
        """Return the messages, newest last."""
        return list(self._entries)

    def restore(self, entries: list[str]) -> None:
        """Take `entries` for what was sent so far."""
        self._entries[:] = [entry for entry in entries if len(entry) <= LONGEST_KEPT][-ENTRIES_KEPT:]

    def remember(self, text: str) -> None:
        """Add `text` as the newest; said twice it is remembered once."""
        if text.strip() and len(text) <= LONGEST_KEPT:
            if text in self._entries:
                self._entries.remove(text)
            self._entries.append(text)
            del self._entries[:-ENTRIES_KEPT]


class Walk:
    """One composer's way through the earlier messages; the unsent draft stands at the near end."""

    def __init__(self, recall: Recall) -> None:
        """Begin at the draft."""
        self._recall = recall
        self._steps = 0
        self._draft = ""

    def older(self, current: str) -> str | None:
        """Return the next older message, or None at the oldest; `current` is kept if it is the draft."""
        entries = self._recall.entries()
        if self._steps >= len(entries):
            return None
        if self._steps == 0:
            self._draft = current
        self._steps += 1
        return entries[-self._steps]

    def newer(self) -> str | None:
        """Return the next newer message, at last the draft, or None if one is there already."""
        if self._steps == 0:
            return None
        self._steps -= 1
        return self._recall.entries()[-self._steps] if self._steps else self._draft

    def restart(self) -> None:
        """Go back to the draft's place: the text was sent, or typed on."""
        self._steps = 0
