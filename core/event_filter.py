"""Which events are wanted."""

from collections.abc import Callable
from dataclasses import dataclass, field

from core.events import Event
from core.sentences import Kind, is_polling, kind, sentence

ALL_KINDS = frozenset(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """What an event must be: of these kinds, of this request (0: any), with this text, no polling.

    The text is looked for in sentences of the language that `say` gives.
    """

    kinds: frozenset[Kind] = ALL_KINDS
    request: int = 0
    text: str = ""
    hide_polling: bool = True
    say: Callable[[str], str] = field(default=str, repr=False, compare=False)
    _text: str = field(init=False, repr=False, compare=False)
    _bytes: bytes = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Prepare the text: it is looked for in very many events."""
        object.__setattr__(self, "_text", self.text.lower())
        object.__setattr__(self, "_bytes", self.text.lower().encode("utf-8", "replace"))

    def accepts(self, event: Event) -> bool:
        """True for an event that is wanted."""
        return (
            (not self.request or event.request == self.request)
            and (self.kinds is ALL_KINDS or kind(event) in self.kinds)
            and not (self.hide_polling and is_polling(event))
            and (not self.text or self._is_in(event))
        )

    def _is_in(self, event: Event) -> bool:
        # The sentence holds only the beginning of the data, and takes longer to make.
        data: bytes = getattr(event, "data", b"")
        return (bool(data) and self._bytes in data.lower()) or self._text in self.say(sentence(event)).lower()
