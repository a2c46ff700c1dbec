"""What in a taken-over text may have grown stale."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.language.feiten import Slijtage, slijtplekken

_TOEN, _NU = date(2024, 3, 7), date(2026, 6, 9)


def _found(tekst: str) -> list[tuple[Slijtage, str]]:
    return [(plek.soort, plek.tekst) for plek in slijtplekken(tekst, geschreven=_TOEN, op=_NU)]


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Op 3 mei 2023 is de Kamer geïnformeerd.", [(Slijtage.DATUM, "3 mei 2023")]),
        ("Er zijn 312 meldingen, 45% meer.", [(Slijtage.GETAL, "312"), (Slijtage.GETAL, "45%")]),
        ("Het kost € 1.250.000 en 3 miljoen euro.", [(Slijtage.GETAL, "€ 1.250.000"), (Slijtage.GETAL, "3 miljoen")]),
        ("Minister Grapperhaus zei dat.", [(Slijtage.NAAM, "Minister Grapperhaus")]),
        (
            "De staatssecretaris Van der Burg en minister Van Weel.",
            [(Slijtage.NAAM, "staatssecretaris Van der Burg"), (Slijtage.NAAM, "minister Van Weel")],
        ),
        ("Momenteel loopt een onderzoek.", [(Slijtage.NU, "Momenteel")]),
        ("Dit jaar komt er niets.", [(Slijtage.TERMIJN_VOORBIJ, "Dit jaar")]),
        ("Ik informeer uw Kamer voor de zomer van 2024.", [(Slijtage.TERMIJN_VOORBIJ, "voor de zomer van 2024")]),
        ("Zie artikel 12 en vraag 6, Kamerstuk 33 552, nr. 124.", []),
        ("De gemeente gaat daarover.", []),
        ("", []),
    ],
)
def test_what_may_be_stale(tekst: str, verwacht: list[tuple[Slijtage, str]]) -> None:
    assert _found(tekst) == verwacht


def test_a_deadline_that_is_still_to_come_is_not_gone_by() -> None:
    assert Slijtage.TERMIJN_VOORBIJ not in {s for s, _ in _found("Ik informeer uw Kamer voor de zomer van 2027.")}


@given(st.text(alphabet="abz 0123456789.%€-,\nnu minister Van Weel 3 mei 2024", max_size=80))
def test_places_are_of_the_text(tekst: str) -> None:
    plaats = 0
    for plek in slijtplekken(tekst, geschreven=_TOEN, op=_NU):
        assert plaats <= plek.begin < plek.einde
        assert tekst[plek.begin : plek.einde] == plek.tekst
        assert plek.tekst in plek.zin
        plaats = plek.einde
