"""Whose position an earlier answer was. *Bron:* rijksoverheid.nl, the days of swearing in."""

from __future__ import annotations

from datetime import date

import pytest

from kamervragen.domain.kabinetten import KABINETTEN, kabinet


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        (date(2007, 2, 21), None),
        (date(2007, 2, 22), "Balkenende IV"),
        (date(2017, 10, 25), "Rutte II"),
        (date(2024, 7, 1), "Rutte IV"),
        (date(2024, 7, 2), "Schoof"),
        (date(2026, 2, 22), "Schoof"),
        (date(2026, 6, 8), "Jetten"),
    ],
)
def test_the_cabinet_of_a_day(dag: date, verwacht: str | None) -> None:
    assert kabinet(op=dag) == verwacht


def test_cabinets_follow_each_other() -> None:
    dagen = [sinds for _, sinds in KABINETTEN]
    assert dagen == sorted(set(dagen))
