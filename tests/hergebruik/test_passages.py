"""Standard passages: kept by an owner, ranked beside a question, put in knowingly."""

from __future__ import annotations

from datetime import date

import pytest

from kamervragen import jobs
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig, Verouderd
from kamervragen.domain.rollen import Rol
from kamervragen.hergebruik import archief, passages
from kamervragen.hergebruik.archief import Vraag
from kamervragen.mensen import gebruikers
from kamervragen.sets.blik import zie
from tests.stukken import VRAGEN, brought

_TEKST = "De aanpak van verdwenen fietsen is een taak van de gemeente."


@pytest.fixture
def mens(huis: Huis) -> int:
    """Anna's account."""
    return gebruikers.maak(
        huis, OPDRACHTREGEL, inlognaam="anna", naam="Anna", wachtwoord="een lang wachtwoord", rollen=(Rol.OPSTELLER,)
    )


def _maak(huis: Huis, wie: Wie, mens: int, geldig_tot: date = date(2026, 12, 31)) -> int:
    return passages.bewaar(huis, wie, None, titel="Gele fietsen", tekst=_TEKST, eigenaar_id=mens, geldig_tot=geldig_tot)


def test_a_passage_stands_beside_a_question_and_goes_in(huis: Huis, anna: Wie, mens: int) -> None:
    brought(huis, VRAGEN)
    id = _maak(huis, anna, mens)
    (voorstel,) = zie(passages.bij_vraag, huis, anna, "KV-000001", "2")
    assert (voorstel.rij.titel, voorstel.eigenaar, voorstel.verlopen) == ("Gele fietsen", "Anna", False)
    assert passages.neem_over(huis, anna, "KV-000001", "2", id, versie=0) == 1
    assert [(p.sleutel, p.labels) for p in passages.toon(huis, anna, id).gebruikt] == [("KV-000001", ("2",))]


def test_an_expired_passage_needs_an_explicit_act(huis: Huis, anna: Wie, mens: int) -> None:
    brought(huis, VRAGEN)
    id = _maak(huis, anna, mens, date(2026, 6, 8))
    with pytest.raises(Ongeldig, match="verlopen"):
        passages.neem_over(huis, anna, "KV-000001", "2", id, versie=0)
    assert passages.neem_over(huis, anna, "KV-000001", "2", id, versie=0, ook_verlopen=True) == 1


@pytest.mark.parametrize(
    ("dag", "verlopen", "verloopt", "gezien"),
    [
        (date(2026, 6, 8), True, False, 1),
        (date(2026, 6, 9), False, True, 1),
        (date(2026, 7, 9), False, True, 1),
        (date(2026, 7, 10), False, False, 0),
    ],
)
def test_an_owner_sees_it_a_month_ahead(
    huis: Huis, anna: Wie, mens: int, dag: date, verlopen: bool, verloopt: bool, gezien: int
) -> None:
    """Today is 9 June 2026."""
    een = passages.toon(huis, anna, _maak(huis, anna, mens, dag))
    assert (een.verlopen, een.verloopt) == (verlopen, verloopt)
    eigenaar = Wie("Anna", anna.rollen, "test", mens)
    assert len(passages.mijn_aflopende(huis, eigenaar)) == gezien
    assert passages.mijn_aflopende(huis, Wie("Bram", anna.rollen, "test", mens + 1)) == ()


def test_only_at_the_version_one_saw(huis: Huis, anna: Wie, mens: int) -> None:
    id = _maak(huis, anna, mens)
    velden = {"titel": "Nieuw", "tekst": "Nieuw.", "eigenaar_id": mens, "geldig_tot": date(2027, 1, 1)}
    passages.bewaar(huis, anna, id, **velden, versie=1)  # type: ignore[arg-type]
    with pytest.raises(Verouderd):
        passages.bewaar(huis, anna, id, **velden, versie=1)  # type: ignore[arg-type]
    assert passages.toon(huis, anna, id).rij.titel == "Nieuw"


@pytest.mark.parametrize(
    ("titel", "tekst", "eigenaar"), [("", "x", 1), ("x", " ", 1), ("x", "x", None), ("x", "x", 99)]
)
def test_what_is_missing_is_said(
    huis: Huis, anna: Wie, mens: int, titel: str, tekst: str, eigenaar: int | None
) -> None:
    with pytest.raises(Ongeldig):
        passages.bewaar(huis, anna, None, titel=titel, tekst=tekst, eigenaar_id=eigenaar, geldig_tot=date(2027, 1, 1))


def test_who_may_not_keep_passages(huis: Huis, chris: Wie, anna: Wie, mens: int) -> None:
    with pytest.raises(NietToegestaan):
        _maak(huis, chris, mens)
    with pytest.raises(NietGevonden):
        passages.toon(huis, anna, 9)


def test_a_passage_is_found_by_the_search_page(huis: Huis, anna: Wie, mens: int) -> None:
    _maak(huis, anna, mens)
    jobs.catch_up(huis)
    (vondst,) = archief.zoek(huis, anna, Vraag("gemeente fietsen")).vondsten
    assert (vondst.bron["soort"], vondst.bron["titel"]) == ("passage", "Gele fietsen")
