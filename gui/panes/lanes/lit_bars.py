"""Where the bars of one request stand, found once and kept up to date: rows may hold a million."""

from bisect import bisect_left

from core.bar_row import BarRow

LOOKED_AT_AGAIN = 16
"""So many of a row's latest bars may still be given to a request, once it is known whose they are."""


class LitBars:
    """Finds the bars of one request in rows; 0 is no request."""

    def __init__(self, request: int = 0) -> None:
        """Look for that request's."""
        self.request = request
        # By row: how far it was searched, and what was found; indexes as in BarRow.
        self._searched: dict[BarRow, int] = {}
        self._found: dict[BarRow, list[int]] = {}

    def places(self, row: BarRow, first: int, last: int) -> list[int]:
        """Return which of the row's places from `first` to `last` are the request's."""
        found = self._search(row)
        begin = bisect_left(found, first + row.dropped)
        end = bisect_left(found, last + row.dropped)
        return [bar - row.dropped for bar in found[begin:end]]

    def count(self, row: BarRow, first: int, last: int) -> int:
        """Return how many there are."""
        found = self._search(row)
        return bisect_left(found, last + row.dropped) - bisect_left(found, first + row.dropped)

    def is_in(self, row: BarRow) -> bool:
        """True if one of the row's bars is the request's."""
        return bool(self._search(row))

    def _search(self, row: BarRow) -> list[int]:
        """Return all indexes of the request's bars in a row, having looked at those that are new."""
        found = self._found.setdefault(row, [])
        end = row.dropped + len(row)
        # The latest may have been given a request since they were looked at.
        begin = max(self._searched.get(row, 0) - LOOKED_AT_AGAIN, row.dropped)
        del found[bisect_left(found, begin) :]
        found += _search(row, self.request, begin - row.dropped)
        self._searched[row] = end
        return found


def _search(row: BarRow, request: int, place: int) -> list[int]:
    found = []
    try:
        while True:
            place = row.requests.index(request, place)
            found.append(place + row.dropped)
            place += 1
    except ValueError:
        return found
