"""Source cards: medium, day, title, address."""

from __future__ import annotations

from datetime import date

import pytest

from kamervragen.language.citations.bronnen import Bronkaart, bronkaart


@pytest.mark.parametrize(
    ("tekst", "kaart"),
    [
        (
            "De Proefbode, 8 mei 2026, Gele fietsen (https://proefbode.example/a)",
            Bronkaart("De Proefbode", date(2026, 5, 8), "Gele fietsen", "https://proefbode.example/a"),
        ),
        (
            "NOS, d.d. 1 maart 2024, «Kritiek op besluit», https://nos.example/1",
            Bronkaart("NOS", date(2024, 3, 1), "Kritiek op besluit", "https://nos.example/1"),
        ),
        (
            "«Huiszoekingen», [www.krant.example](<http://www.krant.example>), 9 maart 2012.",
            Bronkaart("krant.example", date(2012, 3, 9), "Huiszoekingen", "http://www.krant.example"),
        ),
        (
            "Brabants Dagblad, 2 juli 2023, «Vloer: «Dit is zo krom»»",
            Bronkaart("Brabants Dagblad", date(2023, 7, 2), "Vloer: «Dit is zo krom»", None),
        ),
        (
            "https://www.krant.example/artikel",
            Bronkaart("krant.example", None, None, "https://www.krant.example/artikel"),
        ),
        ("AD, “Gele fietsen”, 21-06-2024", Bronkaart("AD", date(2024, 6, 21), "Gele fietsen", None)),
        ("Kamerstuk 33 552, nr. 124", None),
        ("Zie hiervoor ook bijlage 2.", None),
    ],
)
def test_a_note_as_a_card(tekst: str, kaart: Bronkaart | None) -> None:
    assert bronkaart(tekst) == kaart
