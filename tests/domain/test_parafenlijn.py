"""The parafenlijn: whose turn it is, who may take a step for whom, and by which day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.parafenlijn import (
    Lijnsoort,
    Lijnstap,
    Vervanging,
    Vervangsoort,
    aan_de_beurt,
    feiten_na,
    keur,
    namens,
    plan,
)
from kamervragen.domain.rollen import Rol
from kamervragen.domain.status import Feitsoort

JURIST = Lijnstap(1, Lijnsoort.AFSTEMMING, Rol.COORDINATOR, 2)
COLLEGA = Lijnstap(1, Lijnsoort.AFSTEMMING, Rol.COORDINATOR, 1, gebruiker_id=7)
CHEF = Lijnstap(2, Lijnsoort.PARAAF, Rol.LEIDINGGEVENDE, 1)
DIRECTEUR = Lijnstap(3, Lijnsoort.PARAAF, Rol.LEIDINGGEVENDE, 2, gebruiker_id=9)
LIJN = (JURIST, COLLEGA, CHEF, DIRECTEUR)
GEEN: list[Vervanging] = []
OP = date(2026, 6, 9)


def gezet(*stappen: Lijnstap) -> tuple[Lijnstap, ...]:
    return tuple(replace(stap, open=False) if stap in stappen else stap for stap in LIJN)


@pytest.mark.parametrize(
    ("al", "beurt"),
    [
        ((), (JURIST, COLLEGA)),
        ((JURIST,), (COLLEGA,)),
        ((JURIST, COLLEGA), (CHEF,)),
        ((JURIST, COLLEGA, CHEF), (DIRECTEUR,)),
        (LIJN, ()),
    ],
)
def test_steps_with_one_number_go_side_by_side_the_rest_in_order(
    al: tuple[Lijnstap, ...], beurt: tuple[Lijnstap, ...]
) -> None:
    assert aan_de_beurt(gezet(*al)) == beurt


@pytest.mark.parametrize(
    ("al", "feiten"),
    [
        ((JURIST,), ()),
        ((JURIST, COLLEGA), (Feitsoort.AFGESTEMD,)),
        (LIJN, (Feitsoort.AFGESTEMD, Feitsoort.GEPARAFEERD)),
        ((), ()),
    ],
)
def test_a_fact_follows_when_the_last_step_of_a_kind_was_taken(
    al: tuple[Lijnstap, ...], feiten: tuple[Feitsoort, ...]
) -> None:
    assert feiten_na(gezet(*al)) == feiten
    assert feiten_na(()) == ()


def test_a_step_without_a_person_is_for_anyone_with_its_role() -> None:
    assert namens(CHEF, gebruiker_id=4, rollen=frozenset({Rol.LEIDINGGEVENDE}), vervangingen=GEEN, op=OP) == 4
    with pytest.raises(Ongeldig, match="andere rol"):
        namens(CHEF, gebruiker_id=4, rollen=frozenset({Rol.COORDINATOR}), vervangingen=GEEN, op=OP)


@pytest.mark.parametrize(
    ("van", "tot", "soort", "mag"),
    [
        (date(2026, 6, 9), date(2026, 6, 9), Vervangsoort.VERVANGING, True),
        (date(2026, 6, 1), date(2026, 6, 8), Vervangsoort.VERVANGING, False),
        (date(2026, 6, 10), date(2026, 6, 30), Vervangsoort.VERVANGING, False),
        (date(2020, 1, 1), None, Vervangsoort.MANDAAT, True),
    ],
)
def test_a_deputy_acts_for_another_within_his_days(van: date, tot: date | None, soort: Vervangsoort, mag: bool) -> None:
    regels = [Vervanging(9, 4, soort, van, tot)]
    rollen = frozenset({Rol.LEIDINGGEVENDE})
    assert namens(DIRECTEUR, gebruiker_id=9, rollen=rollen, vervangingen=regels, op=OP) == 9
    if mag:
        assert namens(DIRECTEUR, gebruiker_id=4, rollen=rollen, vervangingen=regels, op=OP) == 9
    else:
        with pytest.raises(Ongeldig, match="aan een ander"):
            namens(DIRECTEUR, gebruiker_id=4, rollen=rollen, vervangingen=regels, op=OP)


def test_the_days_are_counted_back_in_working_days_from_the_last() -> None:
    """Tuesday 30 June 2026: signed by Monday 29, the director ends then; he takes two, the chef one, the jurist two."""
    concept, dagen = plan(LIJN, laatste_dag=date(2026, 6, 30), vanaf=OP)
    assert [d.dag for d in dagen] == [date(2026, 6, 24), date(2026, 6, 24), date(2026, 6, 25), date(2026, 6, 29)]
    assert concept.dag == date(2026, 6, 22)
    assert concept.afleiding.stappen[0].feiten == (("werkdagen", 6), ("laatste_dag", date(2026, 6, 30)))
    assert concept.haalbaar
    assert all(d.haalbaar for d in dagen)


def test_a_plan_that_cannot_be_met_says_so_per_step() -> None:
    concept, dagen = plan(LIJN, laatste_dag=date(2026, 6, 12), vanaf=date(2026, 6, 9))
    assert (concept.dag, concept.haalbaar) == (date(2026, 6, 4), False)
    assert [(d.dag.day, d.haalbaar) for d in dagen] == [(8, False), (8, False), (9, True), (11, True)]


def test_a_line_without_steps_asks_only_for_the_signature() -> None:
    concept, dagen = plan((), laatste_dag=date(2026, 5, 26), vanaf=OP)
    assert (concept.dag, dagen) == (date(2026, 5, 22), ())  # Monday 25 May 2026 is Pinksteren


@pytest.mark.parametrize(
    "fout",
    [
        (replace(CHEF, volgorde=1), replace(JURIST, volgorde=2)),
        (replace(CHEF, werkdagen=21),),
        (replace(CHEF, werkdagen=-1),),
        (replace(CHEF, volgorde=0),),
        (CHEF,) * 21,
    ],
)
def test_a_line_that_cannot_be_walked_is_refused(fout: tuple[Lijnstap, ...]) -> None:
    with pytest.raises(Ongeldig):
        keur(fout)


def test_a_line_that_can_be_walked_is_not() -> None:
    keur(LIJN)
    keur(())
