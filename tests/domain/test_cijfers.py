"""How long answers took: exact figures of small rows, and against a count by hand on many."""

from __future__ import annotations

import random

import pytest

from kamervragen.domain.cijfers import Doorlooptijd, doorlooptijd


@pytest.mark.parametrize(
    ("dagen", "figuren"),
    [
        ([21], Doorlooptijd(1, 1, 1, 21.0, 21)),
        ([22, 42, 43], Doorlooptijd(3, 0, 2, 42.0, 43)),
        ([10, 20, 30, 40], Doorlooptijd(4, 2, 4, 25.0, 40)),
        (list(range(1, 11)), Doorlooptijd(10, 10, 10, 5.5, 9)),
        (list(range(1, 12)), Doorlooptijd(11, 11, 11, 6.0, 10)),
    ],
)
def test_the_figures_of_a_row_of_days(dagen: list[int], figuren: Doorlooptijd) -> None:
    assert doorlooptijd(dagen) == figuren


def test_without_answers_there_are_no_figures() -> None:
    assert doorlooptijd([]) is None


def test_the_percentile_is_the_smallest_day_that_nine_in_ten_do_not_pass() -> None:
    dobbel = random.Random(5)
    for _ in range(300):
        dagen = [dobbel.randrange(100) for _ in range(dobbel.randrange(1, 60))]
        met = doorlooptijd(dagen)
        assert met is not None
        assert met.p90 == min(d for d in dagen if sum(x <= d for x in dagen) * 10 >= 9 * len(dagen))


@pytest.mark.parametrize(("deel", "geheel", "procent"), [(1, 3, 33), (2, 3, 67), (1, 8, 13), (0, 5, 0), (5, 5, 100)])
def test_shares_round_to_the_nearest_percent(deel: int, geheel: int, procent: int) -> None:
    assert Doorlooptijd(geheel, deel, deel, 0.0, 0).aandeel_drie == procent
