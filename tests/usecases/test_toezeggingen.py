"""Promises: weighed by a person, once, then watched."""

from __future__ import annotations

from datetime import date

import pytest

from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig, Verouderd
from kamervragen.domain.toezegging import Toezeggingstatus
from kamervragen.usecases import antwoorden, toezeggingen
from kamervragen.usecases.handeling import Huis, Wie
from tests.usecases.stukken import ANTWOORD, VRAGEN, audit_lines, brought, contents

_MET_EINDE = "Ik zal uw Kamer voor 1 oktober 2026 informeren."
_ZONDER_EINDE = "Ik zal uw Kamer over de uitkomst informeren."


@pytest.fixture
def beloofd(huis: Huis, anna: Wie) -> dict[str, int]:
    """Two proposals, one with an end and one without, by their sentence."""
    sleutel = brought(huis, VRAGEN)
    antwoorden.save(huis, anna, sleutel, "1", f"{_ZONDER_EINDE} {_MET_EINDE}", versie=0)
    return {regel.toezegging.zin: regel.toezegging.id or 0 for regel in toezeggingen.lijst(huis, anna)}


def _stand(huis: Huis, wie: Wie) -> list[tuple[str, str]]:
    return [(regel.toezegging.zin, regel.toezegging.status) for regel in toezeggingen.lijst(huis, wie)]


_OPEN = [(_MET_EINDE, "voorgesteld"), (_ZONDER_EINDE, "voorgesteld")]


@pytest.mark.parametrize("wie", ["chris", "eva", "frank"])
def test_who_does_not_decide_cannot(
    huis: Huis, anna: Wie, beloofd: dict[str, int], wie: str, request: pytest.FixtureRequest
) -> None:
    persoon: Wie = request.getfixturevalue(wie)
    with pytest.raises(NietToegestaan):
        toezeggingen.neem_aan(huis, persoon, beloofd[_MET_EINDE], versie=1)
    with pytest.raises(NietToegestaan):
        toezeggingen.wijs_af(huis, persoon, beloofd[_MET_EINDE], versie=1, reden="Nee.")
    assert _stand(huis, anna) == _OPEN
    assert audit_lines(huis)[-1] == (
        "toezegging_beslissen", f"toezegging-{beloofd[_MET_EINDE]}", "geweigerd", persoon.naam,
    )  # fmt: skip


def test_a_promise_without_an_end_needs_a_day_of_our_own(huis: Huis, bram: Wie, beloofd: dict[str, int]) -> None:
    voor = contents(huis)
    with pytest.raises(Ongeldig, match="noemt geen einddatum"):
        toezeggingen.neem_aan(huis, bram, beloofd[_ZONDER_EINDE], versie=1)
    with pytest.raises(Ongeldig, match="in het verleden"):
        toezeggingen.neem_aan(huis, bram, beloofd[_ZONDER_EINDE], versie=1, interne_dag=date(2026, 6, 8))
    assert contents(huis) == voor
    toezeggingen.neem_aan(huis, bram, beloofd[_ZONDER_EINDE], versie=1, interne_dag=date(2026, 6, 9))
    regels = toezeggingen.lijst(huis, bram, Toezeggingstatus.OPENSTAAND)
    assert [(r.toezegging.interne_dag, r.toezegging.actor, r.dagen) for r in regels] == [(date(2026, 6, 9), "Bram", 0)]


@pytest.mark.parametrize("reden", ["", "  \n"])
def test_declining_needs_a_reason(huis: Huis, anna: Wie, beloofd: dict[str, int], reden: str) -> None:
    with pytest.raises(Ongeldig):
        toezeggingen.wijs_af(huis, anna, beloofd[_MET_EINDE], versie=1, reden=reden)
    assert _stand(huis, anna) == _OPEN


def test_a_promise_that_is_gone_is_not_decided(huis: Huis, anna: Wie, beloofd: dict[str, int]) -> None:
    antwoorden.save(huis, anna, "KV-000001", "1", "Nee.", versie=1)
    with pytest.raises(NietGevonden, match="de zin is uit het antwoord gehaald"):
        toezeggingen.neem_aan(huis, anna, beloofd[_MET_EINDE], versie=1)


@pytest.mark.parametrize("versie", [1, 2])
def test_a_promise_is_decided_once(huis: Huis, anna: Wie, bram: Wie, beloofd: dict[str, int], versie: int) -> None:
    toezeggingen.neem_aan(huis, anna, beloofd[_MET_EINDE], versie=1)
    with pytest.raises(Verouderd):
        toezeggingen.wijs_af(huis, bram, beloofd[_MET_EINDE], versie=versie, reden="Toch niet.")
    assert _stand(huis, anna) == [(_MET_EINDE, "openstaand"), (_ZONDER_EINDE, "voorgesteld")]


def test_a_declined_promise_keeps_its_reason(huis: Huis, anna: Wie, beloofd: dict[str, int]) -> None:
    toezeggingen.wijs_af(huis, anna, beloofd[_MET_EINDE], versie=1, reden=" Al gedaan. ")
    (regel,) = toezeggingen.lijst(huis, anna, Toezeggingstatus.AFGEWEZEN)
    assert (regel.toezegging.reden, regel.toezegging.actor) == ("Al gedaan.", "Anna")
    assert audit_lines(huis)[-1] == ("toezegging_beslissen", "KV-000001", "gelukt", "Anna")


def test_promises_of_a_closed_set_are_still_decided(huis: Huis, bram: Wie) -> None:
    brought(huis, ANTWOORD)
    (regel,) = toezeggingen.lijst(huis, bram)
    toezeggingen.neem_aan(huis, bram, regel.toezegging.id or 0, versie=1)
    assert [r.toezegging.status for r in toezeggingen.lijst(huis, bram)] == ["openstaand"]


def test_the_list_counts_days_to_the_end_and_ends_with_those_without(
    huis: Huis, frank: Wie, beloofd: dict[str, int]
) -> None:
    regels = toezeggingen.lijst(huis, frank)
    assert [(r.toezegging.zin, r.vragenset.sleutel, r.label, r.dagen) for r in regels] == [
        (_MET_EINDE, "KV-000001", "1", 113),
        (_ZONDER_EINDE, "KV-000001", "1", None),
    ]
    assert toezeggingen.lijst(huis, frank, Toezeggingstatus.OPENSTAAND) == []


def test_an_edited_answer_keeps_what_was_decided(huis: Huis, anna: Wie, beloofd: dict[str, int]) -> None:
    toezeggingen.neem_aan(huis, anna, beloofd[_MET_EINDE], versie=1)
    antwoorden.save(huis, anna, "KV-000001", "1", f"Eerst iets. {_MET_EINDE}", versie=1)
    assert _stand(huis, anna) == [(_MET_EINDE, "openstaand")]
