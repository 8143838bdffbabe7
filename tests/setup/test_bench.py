from itertools import count

import pytest

from tests.bench.figure import Figure, differences, interleaved, quotients, table


def figure(
    *values: float, bound: float = 10, at_least: bool = False, instead: Figure | None = None
) -> Figure:
    return Figure(name="a figure", values=values, bound=bound, at_least=at_least, instead=instead)


@pytest.mark.parametrize(
    ("values", "at_least", "is_met"),
    [((1, 9, 99), False, True), ((1, 11, 12), False, False), ((1, 11, 12), True, True), ((10,), True, True)],
)
def test_the_median_decides(values: tuple[float, ...], at_least: bool, is_met: bool) -> None:
    assert figure(*values, at_least=at_least).is_met is is_met


def test_another_measure_may_count_instead() -> None:
    assert figure(20, instead=figure(5)).is_excused
    assert not figure(20, instead=figure(15)).is_excused
    assert not figure(5, instead=figure(5)).is_excused


def test_pairs_are_measured_in_turn_and_begin_with_either_side() -> None:
    clock = count()
    pairs = interleaved(3, lambda: next(clock), lambda: next(clock))
    assert pairs == [(0, 1), (3, 2), (4, 5)]


def test_pairs_become_quotients_and_differences() -> None:
    pairs = [(6.0, 2.0), (8.0, 4.0)]
    assert quotients("", pairs, bound=1).values == [3, 2]
    assert differences("", pairs, bound=1).values == [4, 4]


def test_the_table_says_which_bounds_are_missed() -> None:
    heading, missed, instead, met = table([figure(20, instead=figure(15)), figure(5)])
    assert "median" in heading
    assert "MISSED" in missed
    assert "missed" in instead
    assert "ok" in met
