"""What holds for every test."""

from collections.abc import Iterator

import pytest

from tests import leftovers


@pytest.fixture(autouse=True)
def _leaves_nothing_behind() -> Iterator[None]:
    yield from leftovers.none_new()
