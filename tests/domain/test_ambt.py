"""Who held which office when."""

from __future__ import annotations

from datetime import date

import pytest

from kamervragen.domain.ambt import Ambtsperiode, eis_periode, houder, uit_functie
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.vragenset import Bewindspersoon

OUD = Ambtsperiode("minister", "D.M. van Weel", "Justitie en Veiligheid", "Schoof", date(2024, 7, 2), date(2026, 2, 22))
NU = Ambtsperiode("minister", "De Wit", "Justitie en Veiligheid", "Jetten", date(2026, 2, 23))
EEN = Ambtsperiode("staatssecretaris", "Een", "Financiën", "Jetten", date(2026, 2, 23))
TWEE = Ambtsperiode("staatssecretaris", "Twee", "Financiën", "Jetten", date(2026, 2, 23))
ALLEN = (OUD, NU, EEN, TWEE)


@pytest.mark.parametrize(
    ("functie", "naam", "portefeuille", "op", "wie"),
    [
        ("minister", None, "Justitie en Veiligheid", date(2026, 2, 22), OUD),
        ("minister", None, "justitie en veiligheid", date(2026, 2, 23), NU),
        ("minister", "Van Weel", "Justitie en Veiligheid", date(2026, 6, 1), NU),
        ("minister", None, "Defensie", date(2026, 6, 1), None),
        ("minister", None, "Justitie en Veiligheid", date(2024, 7, 1), None),
        ("staatssecretaris", "Twee", "Financiën", date(2026, 6, 1), TWEE),
        ("staatssecretaris", None, "Financiën", date(2026, 6, 1), EEN),
    ],
)
def test_who_holds_an_office_on_a_day(
    functie: str, naam: str | None, portefeuille: str, op: date, wie: Ambtsperiode | None
) -> None:
    assert houder(ALLEN, Bewindspersoon(functie, naam, portefeuille), op) == wie


@pytest.mark.parametrize(
    ("naam", "op", "laatste"),
    [
        ("Van Weel", date(2026, 2, 22), None),
        ("Van Weel", date(2026, 2, 23), OUD),
        ("De Wit", date(2026, 2, 23), None),
        ("Onbekend", date(2026, 2, 23), None),
        (None, date(2026, 2, 23), None),
    ],
)
def test_who_is_out_of_office(naam: str | None, op: date, laatste: Ambtsperiode | None) -> None:
    assert uit_functie(ALLEN, Bewindspersoon("minister", naam, "Justitie en Veiligheid"), op) == laatste


@pytest.mark.parametrize(
    ("nieuw", "zin"),
    [
        (
            Ambtsperiode("minister", "Rood", "Justitie en Veiligheid", "Jetten", date(2026, 3, 1)),
            "al van minister De Wit",
        ),
        (
            Ambtsperiode("staatssecretaris", "Een", "Financiën", "Jetten", date(2026, 3, 1)),
            "al van staatssecretaris Een",
        ),
        (Ambtsperiode("minister", "Rood", "Defensie", "Jetten", date(2026, 3, 1), date(2026, 2, 1)), "voor de eerste"),
        (Ambtsperiode("minister", "Rood", "", "Jetten", date(2026, 3, 1)), "Noem de portefeuille"),
        (Ambtsperiode("wethouder", "Rood", "Utrecht", "Jetten", date(2026, 3, 1)), "Schrijf de functie"),
        (Ambtsperiode("minister", "Rood", "Defensie", " ", date(2026, 3, 1)), "Noem het kabinet"),
    ],
)
def test_a_period_that_cannot_be_is_refused(nieuw: Ambtsperiode, zin: str) -> None:
    with pytest.raises(Ongeldig, match=zin):
        eis_periode(nieuw, ALLEN)


def test_a_third_staatssecretaris_and_a_minister_president_without_portfolio_can_be() -> None:
    eis_periode(Ambtsperiode("staatssecretaris", "Drie", "Financiën", "Jetten", date(2026, 3, 1)), ALLEN)
    eis_periode(Ambtsperiode("minister-president", "Rood", "", "Jetten", date(2026, 3, 1)), ALLEN)
