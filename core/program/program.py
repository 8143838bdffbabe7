"""A whole program, and which of its lines the builder's controls mean."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Program:
    """A program's text, and the line (from 1) that each control of the builder means, by control's name."""

    text: str
    lines: dict[str, int] = field(default_factory=dict, hash=False)
