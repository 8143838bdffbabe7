"""What holds for every test."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests import leftovers

# How long an example takes says how busy the machine is, and nothing about the program.
settings.register_profile("busy machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy machine")


@pytest.fixture(autouse=True)
def _leaves_nothing_behind() -> Iterator[None]:
    yield from leftovers.none_new()
