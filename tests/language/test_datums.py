"""Dates as they stand in headings, misprints included."""

from __future__ import annotations

from datetime import date

import pytest

from kamervragen.language.datums import eerste_datum

MAANDNAMEN = "januari februari maart april mei juni juli augustus september oktober november december"


@pytest.mark.parametrize(
    ("tekst", "datum"),
    [
        ("(ontvangen  8 juni 2026)", date(2026, 6, 8)),
        ("(ingezonden 20 november 2024)", date(2024, 11, 20)),
        ("18 november2024", date(2024, 11, 18)),  # a real misprint
        ("(ontvangen (ontvangen 7 juni 2024)", date(2024, 6, 7)),  # ah-tk-20232024-1999
        ("8-6-2026", date(2026, 6, 8)),
        ("08-06-2026", date(2026, 6, 8)),
        ("8 Juni 2026", date(2026, 6, 8)),
        ("3 maart\n2024", date(2024, 3, 3)),
        ("29 februari 2024", date(2024, 2, 29)),
        ("van 2-1-2024 tot 1 januari 2024", date(2024, 1, 2)),
        ("van 1 januari 2024 tot 2-1-2024", date(2024, 1, 1)),
        ("31 februari 2026, dus 1 maart 2026", date(2026, 3, 1)),
        ("12-13-2024 en 1 juli 2024", date(2024, 7, 1)),
    ],
)
def test_the_first_date_that_exists_is_read(tekst: str, datum: date) -> None:
    assert eerste_datum(tekst) == datum


@pytest.mark.parametrize(("nummer", "naam"), list(enumerate(MAANDNAMEN.split(), start=1)))
def test_every_month_is_known_by_its_name(nummer: int, naam: str) -> None:
    assert eerste_datum(f"op 9 {naam} 2026") == date(2026, nummer, 9)


@pytest.mark.parametrize(
    "tekst",
    ["", "in juni 2026", "8 juni", "8 juni 26", "108 juni 2026", "29 februari 2025", "5-5-20261"],
)
def test_without_a_full_date_there_is_none(tekst: str) -> None:
    assert eerste_datum(tekst) is None
