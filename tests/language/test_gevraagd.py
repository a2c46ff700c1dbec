"""The day an asker wants, in sentences made up in the manner of the Kamer."""

from __future__ import annotations

from datetime import date

import pytest

from kamervragen.language.promises.gevraagd import gevraagde_datum

IN = date(2026, 10, 20)


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("Kunt u deze vragen vóór het debat over havens van 11 november 2026 beantwoorden?", date(2026, 11, 10)),
        ("Kunt u deze vragen binnen een week beantwoorden?", date(2026, 10, 27)),
        ("Wilt u deze vragen een voor een en uiterlijk 1 november beantwoorden?", date(2026, 11, 1)),
        ("Bent u bereid de antwoorden voor 5 november naar de Kamer te sturen?", date(2026, 11, 4)),
        ("Kunt u de beantwoording voor het einde van het jaar toezenden?", date(2026, 12, 31)),
    ],
)
def test_the_day_that_is_asked_for(tekst: str, dag: date) -> None:
    gevraagd = gevraagde_datum(["Kent u het bericht?", tekst], IN)
    assert gevraagd is not None
    assert (gevraagd.dag, gevraagd.zin) == (dag, tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "Kunt u deze vragen afzonderlijk beantwoorden?",
        "Klopt het dat de haven voor 1 december dichtgaat?",
        "Kunt u deze vragen, gesteld na het debat op 15 oktober, beantwoorden?",
        "Kunt u beantwoorden of de haven voor 1 januari 2030 opengaat?",
    ],
)
def test_what_asks_for_no_day(tekst: str) -> None:
    assert gevraagde_datum([tekst], IN) is None


def test_the_earliest_day_counts() -> None:
    teksten = [
        "Kunt u deze vragen binnen drie weken beantwoorden?",
        "Kunt u vraag 2 en deze vragen voor 1 november beantwoorden?",
    ]
    gevraagd = gevraagde_datum(teksten, IN)
    assert gevraagd is not None
    assert gevraagd.dag == date(2026, 10, 31)
