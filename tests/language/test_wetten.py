"""Names of laws against the register of official titles."""

from __future__ import annotations

import pytest

from kamervragen.language.citations.wetten import afwijkende_namen

WGS = "Wet gegevensverwerking door samenwerkingsverbanden"
REGISTER = (WGS, "Wet open overheid", "Wetboek van Strafrecht")


def test_a_name_that_is_almost_the_title_is_pointed_at() -> None:
    tekst = "Met de Wet gegevensdeling door samenwerkingsverbanden (Wgs) kan dat."
    (naam,) = afwijkende_namen(tekst, REGISTER)
    assert (naam.geschreven, naam.titel) == ("Wet gegevensdeling door samenwerkingsverbanden", WGS)
    assert tekst[naam.begin : naam.einde] == naam.geschreven


@pytest.mark.parametrize(
    "tekst",
    [
        "De Wet gegevensverwerking door samenwerkingsverbanden geldt.",
        "de wet open overheid",
        "De Wet wapens en munitie is een andere wet.",
        "Wetboek van Strafvordering",
        "In deze wet. Open de deur.",
        "",
    ],
)
def test_the_title_itself_and_other_laws_are_left_alone(tekst: str) -> None:
    assert afwijkende_namen(tekst, REGISTER) == ()


def test_without_a_register_nothing_is_said() -> None:
    assert afwijkende_namen("Wet gegevensdeling door samenwerkingsverbanden", ()) == ()
