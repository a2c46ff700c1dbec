"""The recesses: kept by few, and what a change of them does to open promises."""

from __future__ import annotations

from datetime import date

import pytest

from kamervragen.antwoorden import schrijven
from kamervragen.beheer import recessen
from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig
from kamervragen.domain.kalender import RECESSEN
from kamervragen.domain.toezegging import Toezeggingfeit
from kamervragen.register import toezeggingen
from tests.stukken import VRAGEN, audit_lines, brought, contents, herrekend

_ZOMER = "Ik stuur uw Kamer voor de zomer een brief over de fietsen."
_VAST = "Ik stuur uw Kamer voor 1 oktober 2026 een brief over de fietsen."
_NU = date(2026, 6, 9)


def _belofte(huis: Huis, wie: Wie, zin: str) -> int:
    return toezeggingen.voeg_toe(
        huis, wie, zin=zin, gedaan_op=date(2026, 3, 2), vindplaats="debat", bewindspersoon="", aan=""
    )


@pytest.fixture
def zomer(huis: Huis, bram: Wie) -> int:
    """The id of the summer recess of 2026, from 3 July."""
    (rij,) = [r for r in recessen.lijst(huis, bram) if r.naam == "zomerreces" and r.begin.year == 2026]
    assert (rij.begin, rij.einde) == (date(2026, 7, 3), date(2026, 8, 31))
    return rij.id or 0


def _vroege_zomer(huis: Huis, wie: Wie, zomer: int) -> None:
    """The summer recess, a week earlier, with what the worker makes of each step."""
    recessen.verwijder(huis, wie, zomer)
    assert herrekend(huis) == 1
    recessen.voeg_toe(
        huis, wie, naam="zomerreces", begin=date(2026, 6, 26), einde=date(2026, 8, 24), bron=" Brief van de Proefkamer "
    )
    assert herrekend(huis) == 1


@pytest.mark.parametrize("wie", ["anna", "chris", "frank"])
def test_who_does_not_keep_the_calendar_changes_nothing(
    huis: Huis, wie: str, zomer: int, request: pytest.FixtureRequest
) -> None:
    persoon: Wie = request.getfixturevalue(wie)
    voor = recessen.lijst(huis, persoon)
    with pytest.raises(NietToegestaan):
        recessen.verwijder(huis, persoon, zomer)
    assert audit_lines(huis)[-1] == ("kalender_beheren", f"reces-{zomer}", "geweigerd", persoon.naam)
    with pytest.raises(NietToegestaan):
        recessen.voeg_toe(
            huis, persoon, naam="herfstreces", begin=date(2026, 10, 16), einde=date(2026, 10, 26), bron="brief"
        )
    assert audit_lines(huis)[-1] == ("kalender_beheren", "reces-herfstreces-2026-10-16", "geweigerd", persoon.naam)
    assert recessen.lijst(huis, persoon) == voor


@pytest.mark.parametrize(
    ("anders", "wat"),
    [
        ({"naam": "winterreces"}, "Kies welk reces het is"),
        ({"naam": ""}, "Kies welk reces het is"),
        ({"begin": None}, "Vul de eerste en de laatste dag in"),
        ({"einde": None}, "Vul de eerste en de laatste dag in"),
        ({"einde": date(2026, 10, 15)}, "Vul de eerste en de laatste dag in"),
        ({"bron": " "}, "Noem de bron"),
        # The summer recess lasts from 3 July up to and including 31 August 2026.
        ({"begin": date(2026, 8, 31), "einde": date(2026, 9, 7)}, "staat al een reces"),
        ({"begin": date(2026, 6, 1), "einde": date(2026, 7, 3)}, "staat al een reces"),
        ({"begin": date(2026, 7, 10), "einde": date(2026, 7, 11)}, "staat al een reces"),
        ({"begin": date(2026, 6, 1), "einde": date(2026, 9, 30)}, "staat al een reces"),
        ({"naam": "zomerreces", "begin": date(2026, 7, 3), "einde": date(2026, 8, 31)}, "staat al een reces"),
    ],
)
def test_a_recess_that_cannot_be_is_refused_with_the_reason(
    huis: Huis, bram: Wie, anders: dict[str, object], wat: str
) -> None:
    voor = contents(huis)
    goed: dict[str, object] = {
        "naam": "herfstreces",
        "begin": date(2026, 10, 16),
        "einde": date(2026, 10, 26),
        "bron": "brief",
    }
    with pytest.raises(Ongeldig, match=wat):
        recessen.voeg_toe(huis, bram, **(goed | anders))  # type: ignore[arg-type]
    assert contents(huis) == voor


def test_a_recess_that_is_gone_is_not_found(huis: Huis, bram: Wie, zomer: int) -> None:
    recessen.verwijder(huis, bram, zomer)
    voor = contents(huis)
    with pytest.raises(NietGevonden, match="staat niet"):
        recessen.verwijder(huis, bram, zomer)
    assert contents(huis) == voor


def test_a_new_house_has_the_known_recesses_in_order(huis: Huis, frank: Wie) -> None:
    assert [(r.naam, r.begin, r.einde, r.bron) for r in recessen.lijst(huis, frank)] == [
        (r.naam, r.begin, r.einde, r.bron) for r in RECESSEN
    ]


def test_a_recess_right_after_another_is_kept(huis: Huis, eva: Wie) -> None:
    recessen.voeg_toe(
        huis, eva, naam="verkiezingsreces", begin=date(2026, 9, 1), einde=date(2026, 9, 1), bron=" brief "
    )
    laatste = recessen.lijst(huis, eva)[-1]
    assert (laatste.naam, laatste.begin, laatste.einde, laatste.bron) == (
        "verkiezingsreces",
        date(2026, 9, 1),
        date(2026, 9, 1),
        "brief",
    )
    assert audit_lines(huis)[-1] == ("kalender_beheren", "reces-verkiezingsreces-2026-09-01", "gelukt", "Eva")


def test_adding_and_removing_a_recess_moves_an_open_promise_there_and_back(
    huis: Huis, bram: Wie, eva: Wie, zomer: int
) -> None:
    id = _belofte(huis, bram, _ZOMER)
    _vroege_zomer(huis, eva, zomer)  # without a row the pattern says the same Friday: only the second step moves it
    (vroeg,) = [r for r in recessen.lijst(huis, bram) if r.begin == date(2026, 6, 26)]
    assert (vroeg.einde, vroeg.bron) == (date(2026, 8, 24), "Brief van de Proefkamer")
    recessen.verwijder(huis, bram, vroeg.id or 0)
    herrekend(huis)
    beeld = toezeggingen.beeld(huis, bram, id)
    assert [(f.soort, f.datum, f.van, f.naar, f.reden, f.actor) for f in beeld.feiten] == [
        ("verschoven", _NU, date(2026, 7, 2), date(2026, 6, 25), "zomerreces van 2026-06-26 toegevoegd", "Eva"),
        ("verschoven", _NU, date(2026, 6, 25), date(2026, 7, 2), "reces uit de tabel gehaald", "Bram"),
    ]
    t = beeld.toezegging
    assert (t.venster_einde, t.interne_dag, t.status, t.versie) == (date(2026, 7, 2), None, "openstaand", 3)


def test_a_proposal_moves_without_a_fact_because_nobody_accepted_its_day(
    huis: Huis, anna: Wie, bram: Wie, zomer: int
) -> None:
    schrijven.bewaar(huis, anna, brought(huis, VRAGEN), "1", _ZOMER, versie=0)
    _vroege_zomer(huis, bram, zomer)
    (regel,) = toezeggingen.lijst(huis, bram)
    assert (regel.toezegging.status, regel.toezegging.venster_einde) == ("voorgesteld", date(2026, 6, 25))
    assert toezeggingen.beeld(huis, bram, regel.toezegging.id or 0).feiten == ()


def test_a_promise_for_a_date_or_one_that_is_closed_stays_where_it_is(huis: Huis, bram: Wie, zomer: int) -> None:
    vast, dicht = _belofte(huis, bram, _VAST), _belofte(huis, bram, _ZOMER)
    toezeggingen.leg_vast(huis, bram, dicht, Toezeggingfeit.NAGEKOMEN, datum=_NU, versie=1, kamerstuk="kst-33552-124")
    _vroege_zomer(huis, bram, zomer)
    assert toezeggingen.beeld(huis, bram, vast).toezegging.venster_einde == date(2026, 9, 30)
    beeld = toezeggingen.beeld(huis, bram, dicht)
    assert (beeld.toezegging.venster_einde, [f.soort for f in beeld.feiten]) == (date(2026, 7, 2), ["nagekomen"])
