"""Which programs of other people may run: remembered by what is in them, not by their names."""

from collections.abc import Iterable
from typing import Protocol

PROGRAMS_REMEMBERED = 1_000
"""With more, the one that was trusted longest ago is asked about again."""


class TrustStore(Protocol):
    """What keeps the list from one time to the next."""

    def trusted(self) -> list[str]:
        """Return the list as it was last set, empty at first."""

    def set_trusted(self, fingerprints: list[str]) -> None:
        """Keep the list."""


class Trust:
    """Knows the programs that the user has looked at and let run; one changed letter makes it another."""

    def __init__(self, store: TrustStore) -> None:
        """Keep what is trusted in `store`, which is asked each time: other windows may use it, too."""
        self._store = store

    def is_trusted(self, text: str) -> bool:
        """True if a program with exactly this text may run unasked."""
        return fingerprint(text) in self._store.trusted()

    def are_trusted(self, texts: Iterable[str]) -> bool:
        """True if all of these may run unasked."""
        trusted = set(self._store.trusted())
        return all(fingerprint(text) in trusted for text in texts)

    def trust(self, *texts: str) -> None:
        """Remember that these may run."""
        new = [fingerprint(text) for text in texts]
        others = [known for known in self._store.trusted() if known not in new]
        self._store.set_trusted([*others, *new][-PROGRAMS_REMEMBERED:])


def fingerprint(text: str) -> str:
    """Return what stands for a text in the list: its SHA-256, in hexadecimal digits."""
    import hashlib  # 2 ms of the window's start, and few windows meet a program of other people

    # surrogatepass: half a surrogate pair is nothing that Python could run, but no reason to fail either.
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
