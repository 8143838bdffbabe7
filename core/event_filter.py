"""Which events are wanted."""

from dataclasses import dataclass

from core.events import Event
from core.sentences import Kind, is_polling, kind, sentence

ALL_KINDS = frozenset(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """What an event must be: of these kinds, of this request (0: any), with this text, no polling."""

    kinds: frozenset[Kind] = ALL_KINDS
    request: int = 0
    text: str = ""
    hide_polling: bool = True

    def accepts(self, event: Event) -> bool:
        """True for an event that is wanted."""
        return (
            (not self.request or event.request == self.request)
            and (self.kinds is ALL_KINDS or kind(event) in self.kinds)
            and not (self.hide_polling and is_polling(event))
            and (not self.text or self._is_in(event))
        )

    def _is_in(self, event: Event) -> bool:
        wanted = self.text.lower()
        if wanted in sentence(event).lower():
            return True
        # The sentence holds only the beginning of the data.
        data: bytes = getattr(event, "data", b"")
        return wanted.encode("utf-8", "replace") in data.lower()
