"""What blocks sending: each shortcoming alone, in a set that is otherwise fit to go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kamervragen.domain.gebreken import Gebrek, gebreken
from kamervragen.domain.vragenset import Antwoord, Bewindspersoon, Noot, Nootsoort, Soort, Vraag, Vragenset

BRON = Noot(Nootsoort.BRON, 1, "De Proefkrant, 24 april 2026")
VOETNOOT = Noot(Nootsoort.VOETNOOT, 1, "Kamerstuk 33 552, nr. 124")
GAAF = Vragenset(
    soort=Soort.ANTWOORD,
    ondertekenaars=(Bewindspersoon("minister", "Van Weel", "Justitie en Veiligheid"),),
    vragen=(Vraag(1, "1", "Kent u het bericht?[^b1]"), Vraag(2, "2", "En nu?"), Vraag(3, "3", "Wanneer?")),
    antwoorden=(Antwoord(("1",), "Ja."), Antwoord(("2", "3"), "Na de zomer.[^v1]")),
    noten=(BRON, VOETNOOT),
)
JA, NA_DE_ZOMER = GAAF.antwoorden


def test_a_complete_set_has_no_gebreken() -> None:
    assert gebreken(GAAF) == ()


@pytest.mark.parametrize(
    ("vragenset", "code", "plaats"),
    [
        (replace(GAAF, ondertekenaars=()), "geen_ondertekenaar", "set"),
        (replace(GAAF, antwoorden=(NA_DE_ZOMER,)), "vraag_zonder_antwoord", "vraag-1"),
        (replace(GAAF, antwoorden=(Antwoord(("1",), " \n"), NA_DE_ZOMER)), "vraag_zonder_antwoord", "vraag-1"),
        (replace(GAAF, antwoorden=(JA, NA_DE_ZOMER, Antwoord(("3",), "Nee."))), "vraag_dubbel_beantwoord", "vraag-3"),
        (replace(GAAF, antwoorden=(*GAAF.antwoorden, Antwoord(("7",), "Nee."))), "antwoord_zonder_vraag", "antwoord-7"),
        (replace(GAAF, noten=(VOETNOOT,)), "merk_zonder_noot", "vraag-1"),
        (replace(GAAF, noten=(BRON,)), "merk_zonder_noot", "antwoord-2"),
        (replace(GAAF, noten=(BRON, VOETNOOT, Noot(Nootsoort.VOETNOOT, 2, "x"))), "noot_zonder_merk", "noot-v2"),
        (replace(GAAF, inleiding="Zoals eerder gemeld.[^v2]"), "merk_zonder_noot", "inleiding"),
        (replace(GAAF, toelichting="Ter aanvulling.[^b2]"), "merk_zonder_noot", "toelichting"),
    ],
)
def test_each_gebrek_is_named_with_its_place(vragenset: Vragenset, code: str, plaats: str) -> None:
    assert gebreken(vragenset) == (Gebrek(code, plaats),)


TWEEDE = replace(GAAF, noten=(*GAAF.noten, Noot(Nootsoort.VOETNOOT, 2, "Kamerstuk 36 410 XIV, nr. 9")))


@pytest.mark.parametrize(
    "vragenset",
    [
        replace(TWEEDE, inleiding="Zie ook het debat.[^v2]"),
        replace(TWEEDE, toelichting="Zie ook het debat.[^v2]"),
        replace(TWEEDE, slot="Zie ook het debat.[^v2]"),
    ],
    ids=["inleiding", "toelichting", "slot"],
)
def test_a_noot_may_be_called_for_anywhere_in_the_set(vragenset: Vragenset) -> None:
    assert gebreken(vragenset) == ()


def test_a_grouped_empty_antwoord_leaves_each_of_its_vragen_open() -> None:
    leeg = replace(GAAF, antwoorden=(JA, Antwoord(("2", "3"), "")), noten=(BRON,))
    assert gebreken(leeg) == (Gebrek("vraag_zonder_antwoord", "vraag-2"), Gebrek("vraag_zonder_antwoord", "vraag-3"))


def test_an_empty_set_lacks_its_vragen_and_its_ondertekenaar() -> None:
    assert gebreken(Vragenset(soort=Soort.ANTWOORD)) == (
        Gebrek("geen_vragen", "set"),
        Gebrek("geen_ondertekenaar", "set"),
    )


def test_several_gebreken_stand_in_the_order_of_the_set() -> None:
    kapot = replace(GAAF, ondertekenaars=(), antwoorden=(NA_DE_ZOMER, Antwoord(("7",), "Nee.")), noten=(BRON,))
    assert [gebrek.code for gebrek in gebreken(kapot)] == [
        "geen_ondertekenaar",
        "vraag_zonder_antwoord",
        "antwoord_zonder_vraag",
        "merk_zonder_noot",
    ]
