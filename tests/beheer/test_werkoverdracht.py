"""All open work of one person to another: what is shown is what changes hands, and nothing else."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from kamervragen.beheer import werkoverdracht
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig
from kamervragen.domain.rollen import Rol
from kamervragen.hergebruik import passages
from kamervragen.lijn import bijdragen, parafenlijn, route, toewijzing
from kamervragen.lijn.parafenlijn import Stapinvoer
from kamervragen.mensen import post, vervanging
from kamervragen.mensen.gebruikers import maak, maak_directie
from kamervragen.register import toezeggingen
from kamervragen.sets import afscherming
from kamervragen.sets.blik import zie
from tests.stukken import ANDERE_VRAGEN, VRAGEN, brought, page, sql

KV, ANDER = "KV-000001", "KV-000002"


def mens(huis: Huis, naam: str, *rollen: Rol) -> Wie:
    id = maak(huis, OPDRACHTREGEL, inlognaam=naam.lower(), naam=naam, wachtwoord="een lang wachtwoord", rollen=rollen)
    return Wie(naam, frozenset(rollen), "test", id)


@pytest.fixture
def mensen(elk_huis: Huis) -> tuple[Wie, Wie, Wie]:
    """Anna, who has a set, a question of another, a request to and from her, a step, a promise and a passage; Daan; Bram."""
    huis = elk_huis
    anna, daan, bram = (
        mens(huis, naam, rol)
        for naam, rol in (("Anna", Rol.OPSTELLER), ("Daan", Rol.OPSTELLER), ("Bram", Rol.COORDINATOR))
    )
    maak_directie(huis, OPDRACHTREGEL, "DSV", "Slachtofferbeleid")
    brought(huis, VRAGEN)
    brought(huis, ANDERE_VRAGEN)
    for sleutel, labels in ((KV, ()), (ANDER, ("2",))):
        toewijzing.wijs_toe(
            huis,
            bram,
            sleutel,
            directie_id=None,
            behandelaar_id=anna.gebruiker_id,
            labels=labels,
            versie=page(huis, sleutel).rij.versie,
        )
    for door, aan in ((bram, anna), (anna, daan)):
        bijdragen.vraag(
            huis,
            door,
            ANDER,
            bijdragen.Gevraagde(gebruiker_id=aan.gebruiker_id),
            labels=("1",),
            gevraagd="Cijfers.",
            uiterlijk=date(2026, 7, 1),
            met_concept=False,
            versie=page(huis, ANDER).rij.versie,
        )
    stap = Stapinvoer("jurist", 1, "afstemming", "coordinator", anna.gebruiker_id, 1)
    parafenlijn.zet_lijn(huis, OPDRACHTREGEL, 1, [stap])
    toezeggingen.voeg_toe(
        huis,
        OPDRACHTREGEL,
        zin="Ik meld dit.",
        gedaan_op=date(2026, 1, 5),
        vindplaats="debat",
        bewindspersoon="",
        aan="",
        interne_dag=date(2027, 1, 1),
        dossierhouder="Anna",
    )
    passages.bewaar(
        huis,
        OPDRACHTREGEL,
        None,
        titel="Hek",
        tekst="Dicht.",
        eigenaar_id=anna.gebruiker_id,
        geldig_tot=date(2027, 1, 1),
    )
    return anna, daan, bram


def soorten(huis: Huis, wie: Wie, van: Wie) -> Counter[str]:
    return Counter(stuk.soort for stuk in werkoverdracht.toon(huis, wie, van.gebruiker_id).stukken)


ALLES = Counter(
    {
        "set": 1,
        "vragen": 1,
        "bijdrage aan hem gevraagd": 1,
        "bijdrage door hem gevraagd": 1,
        "stap in een parafenlijn": 1,
        "toezegging": 1,
        "passage": 1,
    }
)


def test_what_is_shown_changes_hands_and_waits_for_acceptance(elk_huis: Huis, mensen: tuple[Wie, Wie, Wie]) -> None:
    anna, daan, bram = mensen
    assert soorten(elk_huis, bram, anna) == ALLES
    assert soorten(elk_huis, bram, daan) == Counter({"bijdrage aan hem gevraagd": 1})
    aantal = werkoverdracht.draag_over(
        elk_huis, bram, van_id=anna.gebruiker_id, naar_id=daan.gebruiker_id, reden="Anna vertrekt.", gezien=7
    )
    assert aantal == 7
    assert soorten(elk_huis, bram, anna) == Counter()
    assert soorten(elk_huis, bram, daan) == ALLES + Counter({"bijdrage aan hem gevraagd": 1})
    beeld = zie(route.beeld, elk_huis, daan, KV)
    assert beeld.open_toewijzing is not None
    assert beeld.open_toewijzing.behandelaar_id == daan.gebruiker_id
    assert beeld.mag_beslissen
    assert [t.besluit for t, _ in beeld.toewijzingen] == [None, "vervallen"]
    assert {b.onderwerp for b in post.postvak(elk_huis, daan)} == {
        "Bijdrage gevraagd: blauwe bussen",
        "Aan u toegewezen: gele fietsen",
        "Aan u toegewezen: blauwe bussen",
        "Werk overgedragen",
    }
    wat = "Bram heeft het werk van Anna overgedragen aan Daan (7 stukken). Reden: Anna vertrekt."
    assert {
        b.tekst for wie in (anna, daan) for b in post.postvak(elk_huis, wie) if b.onderwerp == "Werk overgedragen"
    } == {wat}
    assert page(elk_huis, KV).feiten[-1].toelichting == "Daan: Anna vertrekt."


def test_what_changed_since_it_was_shown_is_shown_again(elk_huis: Huis, mensen: tuple[Wie, Wie, Wie]) -> None:
    anna, daan, bram = mensen
    with pytest.raises(Ongeldig, match="Er zijn nu 7 stukken, u zag er 6"):
        werkoverdracht.draag_over(
            elk_huis, bram, van_id=anna.gebruiker_id, naar_id=daan.gebruiker_id, reden="Vertrek.", gezien=6
        )
    for van, naar, reden in ((1, 1, "x"), (None, 2, "x"), (1, 2, " ")):
        with pytest.raises(Ongeldig):
            werkoverdracht.draag_over(elk_huis, bram, van_id=van, naar_id=naar, reden=reden, gezien=7)
    with pytest.raises(NietGevonden):
        werkoverdracht.toon(elk_huis, bram, 99)
    with pytest.raises(NietToegestaan):
        werkoverdracht.toon(elk_huis, anna, anna.gebruiker_id)
    assert soorten(elk_huis, bram, anna) == ALLES


def test_a_shielded_set_goes_only_to_who_may_know(elk_huis: Huis, mensen: tuple[Wie, Wie, Wie]) -> None:
    anna, daan, bram = mensen
    ids = [anna.gebruiker_id or 0, bram.gebruiker_id or 0]
    afscherming.scherm_af(elk_huis, bram, KV, ids, reden="Eén gezin.", versie=page(elk_huis, KV).rij.versie)
    with pytest.raises(Ongeldig, match="Daan mag van KV-000001 niet weten"):
        werkoverdracht.draag_over(
            elk_huis, bram, van_id=anna.gebruiker_id, naar_id=daan.gebruiker_id, reden="Vertrek.", gezien=7
        )
    assert soorten(elk_huis, bram, anna) == ALLES


def test_one_reports_oneself_away_and_a_deputy_accepts(elk_huis: Huis, mensen: tuple[Wie, Wie, Wie]) -> None:
    anna, daan, _ = mensen
    assert not zie(route.beeld, elk_huis, daan, KV).mag_beslissen
    vervanging.meld_afwezig(
        elk_huis, anna, door_id=daan.gebruiker_id, grond="verlof", van=date(2026, 6, 1), tot=date(2026, 6, 20)
    )
    beeld = zie(route.beeld, elk_huis, daan, KV)
    assert beeld.mag_beslissen
    [eigen] = vervanging.afwezigheden(elk_huis, anna)[0]
    assert (eigen.door, eigen.geldt) == ("Daan", True)
    with pytest.raises(NietGevonden):
        vervanging.kom_terug(elk_huis, daan, eigen.rij.id or 0)
    vervanging.kom_terug(elk_huis, anna, eigen.rij.id or 0)
    assert vervanging.afwezigheden(elk_huis, anna)[0] == ()
    assert not zie(route.beeld, elk_huis, daan, KV).mag_beslissen
    assert beeld.open_toewijzing is not None
    with pytest.raises(Ongeldig, match="laatste dag"):
        vervanging.meld_afwezig(
            elk_huis, anna, door_id=daan.gebruiker_id, grond="verlof", van=date(2026, 7, 1), tot=None
        )


def test_what_a_deputy_decides_says_for_whom(elk_huis: Huis, mensen: tuple[Wie, Wie, Wie]) -> None:
    anna, daan, _ = mensen
    vervanging.meld_afwezig(
        elk_huis, anna, door_id=daan.gebruiker_id, grond="verlof", van=date(2026, 6, 1), tot=date(2026, 6, 20)
    )
    open_ = zie(route.beeld, elk_huis, daan, KV).open_toewijzing
    assert open_ is not None
    toewijzing.beslis(elk_huis, daan, KV, open_.id or 0, aanvaard=True, reden="", versie=open_.versie)
    [(gegeven, _aan)] = zie(route.beeld, elk_huis, daan, KV).toewijzingen
    assert (gegeven.besluit, gegeven.besloten_door) == ("aanvaard", "Daan namens Anna")


def test_a_set_in_the_line_only_changes_its_name(elk_huis: Huis, mensen: tuple[Wie, Wie, Wie]) -> None:
    """There is nothing left to accept: no assignment that nobody could decide."""
    anna, daan, bram = mensen
    for soort in ("aanvaard", "concept_gereed"):
        sql(
            elk_huis,
            f"INSERT INTO feit (vragenset_id, soort, datum, actor, moment) VALUES (1, '{soort}', '2026-06-09', 'x', '2026-06-09 09:00:00')",
        )
    werkoverdracht.draag_over(
        elk_huis, bram, van_id=anna.gebruiker_id, naar_id=daan.gebruiker_id, reden="Vertrek.", gezien=7
    )
    assert page(elk_huis, KV).rij.behandelaar_id == daan.gebruiker_id
    assert [f.soort for f in page(elk_huis, KV).feiten].count("toegewezen") == 1


def test_questions_that_were_accepted_go_once(elk_huis: Huis, mensen: tuple[Wie, Wie, Wie]) -> None:
    anna, daan, bram = mensen
    open_ = zie(route.beeld, elk_huis, anna, ANDER).open_toewijzing
    assert open_ is not None
    assert open_.labels == ["2"]
    toewijzing.beslis(elk_huis, anna, ANDER, open_.id or 0, aanvaard=True, reden="", versie=1)
    assert soorten(elk_huis, bram, anna) == ALLES
    werkoverdracht.draag_over(
        elk_huis, bram, van_id=anna.gebruiker_id, naar_id=daan.gebruiker_id, reden="Vertrek.", gezien=7
    )
    assert soorten(elk_huis, bram, anna) == Counter()
    assert [t.besluit for t, _ in zie(route.beeld, elk_huis, daan, ANDER).toewijzingen] == [None, "aanvaard"]


def test_a_question_is_accepted_wherever_its_set_stands(elk_huis: Huis, mensen: tuple[Wie, Wie, Wie]) -> None:
    """The set itself was never given to anyone; with another it was accepted before."""
    anna, _, bram = mensen
    assert page(elk_huis, ANDER).status == "geregistreerd"
    open_ = zie(route.beeld, elk_huis, anna, ANDER).open_toewijzing
    assert open_ is not None
    toewijzing.beslis(elk_huis, anna, ANDER, open_.id or 0, aanvaard=False, reden="Niet van ons.", versie=1)
    [(gegeven, _naam)] = zie(route.beeld, elk_huis, bram, ANDER).toewijzingen
    assert (gegeven.besluit, gegeven.reden) == ("geweigerd", "Niet van ons.")
    assert page(elk_huis, ANDER).status == "geregistreerd"


def test_ending_an_absence_never_makes_it_longer(elk_huis: Huis, mensen: tuple[Wie, Wie, Wie]) -> None:
    anna, daan, _ = mensen
    vervanging.meld_afwezig(
        elk_huis, anna, door_id=daan.gebruiker_id, grond="verlof", van=date(2026, 1, 1), tot=date(2026, 1, 5)
    )
    vervanging.kom_terug(elk_huis, anna, 1)
    [enige] = parafenlijn.lijnen(elk_huis, OPDRACHTREGEL).vervangingen
    assert enige.rij.tot == date(2026, 1, 5)
