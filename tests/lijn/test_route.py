"""The route of a set: assigned, accepted or refused, initialled by those who may, sent back, approved."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from kamervragen.antwoorden import schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.domain.errors import NietGevonden, Ongeldig, Verouderd
from kamervragen.domain.rollen import Rol
from kamervragen.domain.status import Feitsoort, Status, Terugstuurreden
from kamervragen.lijn import parafenlijn, route, toewijzing
from kamervragen.lijn.parafenlijn import Stapinvoer
from kamervragen.lijn.route import Routebeeld
from kamervragen.mensen import collegas, gebruikers, vervanging
from kamervragen.setpagina import setblad
from kamervragen.sets.blik import zie
from tests.draden import at_once
from tests.stukken import IEDEREEN, VRAGEN, answer_all, audit_lines, brought, page, pass_gate

KV = "KV-000001"
JURIST = Stapinvoer("jurist", 1, "afstemming", "coordinator", None, 1)
CHEF = Stapinvoer("afdelingshoofd", 1, "afstemming", "leidinggevende", None, 2)
DIRECTEUR = Stapinvoer("directeur", 2, "paraaf", "leidinggevende", None, 1)


def mens(huis: Huis, naam: str, *rollen: Rol) -> Wie:
    """An account, and the person who acts with it."""
    id = gebruikers.maak(
        huis, OPDRACHTREGEL, inlognaam=naam.casefold(), naam=naam, wachtwoord="een lang wachtwoord", rollen=rollen
    )
    return Wie(naam, frozenset(rollen), "test", id)


@pytest.fixture
def gerda(huis: Huis) -> Wie:
    return mens(huis, "Gerda", Rol.LEIDINGGEVENDE)


def directie(huis: Huis, *stappen: Stapinvoer) -> int:
    gebruikers.maak_directie(huis, OPDRACHTREGEL, "DSV", "Slachtofferbeleid")
    id = collegas.toewijsbaar(huis, OPDRACHTREGEL)[0][0].id or 0
    parafenlijn.zet_lijn(huis, OPDRACHTREGEL, id, stappen)
    return id


def versie(huis: Huis) -> int:
    return page(huis).rij.versie


def lijn(huis: Huis, wie: Wie = IEDEREEN) -> Routebeeld:
    return zie(route.beeld, huis, wie, KV)


def geef(
    huis: Huis, wie: Wie, directie_id: int | None, behandelaar: Wie | None = None, labels: tuple[str, ...] = ()
) -> None:
    toewijzing.wijs_toe(
        huis,
        wie,
        KV,
        directie_id=directie_id,
        behandelaar_id=behandelaar.gebruiker_id if behandelaar else None,
        versie=versie(huis),
        labels=labels,
    )


def paraaf(huis: Huis, wie: Wie, naam: str) -> None:
    stap = next(s.rij for s in lijn(huis).stappen if s.rij.naam == naam)
    route.parafeer(huis, wie, KV, stap.id or 0, versie=stap.versie)


def zet(huis: Huis, wie: Wie, soort: Feitsoort) -> None:
    pass_gate(huis, KV, soort)
    route.zet_stap(huis, wie, KV, soort, versie=versie(huis))


@pytest.fixture
def in_de_lijn(huis: Huis, anna: Wie, bram: Wie) -> int:
    """A set whose concept went into a line of three steps; the id of its directie."""
    brought(huis, VRAGEN)
    id = directie(huis, JURIST, CHEF, DIRECTEUR)
    geef(huis, bram, id)
    answer_all(huis, KV, anna)
    schrijven.bewaar(huis, anna, KV, "1", "Ja.[^b1]", versie=1)
    setblad.zet_ondertekening(
        huis, anna, KV, ondertekenaar="minister Van Proef (Justitie en Veiligheid)", mede_namens="", versie=versie(huis)
    )
    zet(huis, anna, Feitsoort.CONCEPT_GEREED)
    return id


# assignments


def test_an_assignment_is_accepted_by_its_behandelaar_with_a_picture_of_the_organisation(huis: Huis, bram: Wie) -> None:
    brought(huis, VRAGEN)
    anna, ander = mens(huis, "Anna", Rol.OPSTELLER), mens(huis, "Otto", Rol.OPSTELLER)
    geef(huis, bram, directie(huis), anna)
    open_ = lijn(huis).open_toewijzing
    assert open_ is not None
    assert not lijn(huis, ander).mag_beslissen
    with pytest.raises(Ongeldig, match="aan een collega"):
        toewijzing.beslis(huis, ander, KV, open_.id or 0, aanvaard=True, reden="", versie=open_.versie)
    assert lijn(huis, anna).mag_beslissen
    toewijzing.beslis(huis, anna, KV, open_.id or 0, aanvaard=True, reden="", versie=open_.versie)
    assert page(huis).status is Status.AANVAARD
    gebruikers.maak_directie(huis, OPDRACHTREGEL, "NIEUW", "Nieuwe naam")
    ((rij, aan),) = lijn(huis).toewijzingen
    assert (rij.besluit, aan) == ("aanvaard", "Slachtofferbeleid (DSV) / Anna")
    with pytest.raises(Verouderd):
        toewijzing.beslis(huis, anna, KV, open_.id or 0, aanvaard=False, reden="toch niet", versie=rij.versie)


def test_a_refusal_needs_a_reason_and_stays_visible_for_ever(huis: Huis, bram: Wie) -> None:
    brought(huis, VRAGEN)
    anna = mens(huis, "Anna", Rol.OPSTELLER)
    geef(huis, bram, None, anna)
    open_ = lijn(huis).open_toewijzing
    assert open_ is not None
    weiger = partial(toewijzing.beslis, huis, anna, KV, open_.id or 0, aanvaard=False, versie=open_.versie)
    with pytest.raises(Ongeldig, match="waarom"):
        weiger(reden=" ")
    weiger(reden="Dit is van een andere directie.")
    beeld = page(huis)
    assert (beeld.status, beeld.behandelaar, beeld.directie) == (Status.GEREGISTREERD, None, None)
    geef(huis, bram, directie(huis))
    assert [(t.besluit, t.reden, aan) for t, aan in lijn(huis).toewijzingen] == [
        (None, None, "Slachtofferbeleid (DSV)"),
        ("geweigerd", "Dit is van een andere directie.", "Anna"),
    ]
    assert page(huis).status is Status.TOEGEWEZEN


def test_some_questions_can_be_given_to_someone_else_without_moving_the_set(huis: Huis, bram: Wie, anna: Wie) -> None:
    brought(huis, VRAGEN)
    geef(huis, bram, directie(huis))
    geef(huis, bram, None, mens(huis, "Otto", Rol.OPSTELLER), labels=("2", "3"))
    beeld = page(huis)
    assert (beeld.status, beeld.behandelaar, beeld.directie and beeld.directie.code) == (
        Status.TOEGEWEZEN,
        None,
        "DSV",
    )
    assert [(t.labels, t.besluit) for t, _ in lijn(huis).toewijzingen] == [(["2", "3"], None), ([], None)]
    with pytest.raises(Ongeldig, match="staat niet in deze set"):
        geef(huis, bram, None, anna_met_account(huis), labels=("9",))


def anna_met_account(huis: Huis) -> Wie:
    return mens(huis, "Ada", Rol.OPSTELLER)


# the line


def test_who_reports_a_concept_ready_has_accepted_it(huis: Huis, in_de_lijn: int) -> None:
    ((rij, _),) = lijn(huis).toewijzingen
    assert (rij.besluit, rij.besloten_door) == ("aanvaard", "Anna")


def test_the_line_is_walked_in_order_and_the_status_follows(huis: Huis, in_de_lijn: int, bram: Wie, frank: Wie) -> None:
    assert [(s.rij.naam, s.beurt) for s in lijn(huis).stappen] == [
        ("jurist", True),
        ("afdelingshoofd", True),
        ("directeur", False),
    ]
    with pytest.raises(Ongeldig, match="nog niet aan de beurt"):
        paraaf(huis, frank, "directeur")
    with pytest.raises(Ongeldig, match="andere rol"):
        paraaf(huis, bram, "afdelingshoofd")
    paraaf(huis, bram, "jurist")
    assert page(huis).status is Status.CONCEPT_GEREED
    paraaf(huis, frank, "afdelingshoofd")
    assert page(huis).status is Status.AFGESTEMD
    pass_gate(huis, KV, Feitsoort.VASTGESTELD)
    with pytest.raises(Ongeldig, match="Nog niet geparafeerd: directeur"):
        route.zet_stap(huis, frank, KV, Feitsoort.VASTGESTELD, versie=versie(huis))
    paraaf(huis, frank, "directeur")
    assert page(huis).status is Status.GEPARAFEERD
    zet(huis, frank, Feitsoort.VASTGESTELD)
    assert page(huis).status is Status.VASTGESTELD
    assert audit_lines(huis)[-1] == ("vaststellen", KV, "gelukt", "Frank")


def test_a_step_is_taken_once_whoever_is_first(huis: Huis, in_de_lijn: int, bram: Wie) -> None:
    stap = lijn(huis).stappen[0].rij
    uit = at_once([partial(route.parafeer, huis, bram, KV, stap.id or 0, versie=stap.versie)] * 4)
    assert sum(isinstance(een, Exception) for een in uit) == 3
    assert {type(een) for een in uit if een is not None} <= {Verouderd, Ongeldig}


def test_a_later_change_shows_what_the_reader_has_not_seen(
    huis: Huis, in_de_lijn: int, anna: Wie, bram: Wie, frank: Wie
) -> None:
    paraaf(huis, bram, "jurist")
    schrijven.bewaar(huis, anna, KV, "2", "Er zijn 312 fietsen verdwenen.", versie=1)
    paraaf(huis, frank, "afdelingshoofd")
    assert {s.rij.naam: s.ongezien for s in lijn(huis).stappen} == {
        "jurist": (("2", 1),),
        "afdelingshoofd": (),
        "directeur": (),
    }
    assert ("paraaf_ongezien", "antwoord-2", "jurist") in {(g.code, g.plaats, g.wat) for g in page(huis).gebreken}


def test_sending_back_ends_the_round_and_a_new_one_begins_from_the_start(
    huis: Huis, in_de_lijn: int, anna: Wie, bram: Wie, frank: Wie
) -> None:
    paraaf(huis, bram, "jurist")
    terug = partial(route.stuur_terug, huis, frank, KV, Terugstuurreden.TOON)
    with pytest.raises(Ongeldig, match="wat er anders moet"):
        terug(" ", versie=versie(huis))
    with pytest.raises(Verouderd):
        terug("Korter.", versie=1)
    terug("Schrijf het korter.", versie=versie(huis))
    beeld = page(huis)
    assert beeld.status is Status.AANVAARD or beeld.status is Status.TOEGEWEZEN
    assert (beeld.feiten[-1].soort, beeld.feiten[-1].toelichting) == ("teruggestuurd", "toon: Schrijf het korter.")
    zet(huis, anna, Feitsoort.CONCEPT_GEREED)
    nieuw = lijn(huis)
    assert (nieuw.rondes, [s.rij.besluit for s in nieuw.stappen], [s.rij.ronde for s in nieuw.stappen]) == (
        1,
        [None, None, None],
        [2, 2, 2],
    )


def test_a_deputy_initials_in_the_name_of_another(huis: Huis, anna: Wie, bram: Wie, gerda: Wie) -> None:
    baas = mens(huis, "Hoofd", Rol.LEIDINGGEVENDE)
    brought(huis, VRAGEN)
    geef(huis, bram, directie(huis, Stapinvoer("directeur", 1, "paraaf", "leidinggevende", baas.gebruiker_id, 1)))
    answer_all(huis, KV, anna)
    schrijven.bewaar(huis, anna, KV, "1", "Ja.[^b1]", versie=1)
    setblad.zet_ondertekening(
        huis, anna, KV, ondertekenaar="minister van Defensie", mede_namens="", versie=versie(huis)
    )
    zet(huis, anna, Feitsoort.CONCEPT_GEREED)
    with pytest.raises(Ongeldig, match="aan een ander"):
        paraaf(huis, gerda, "directeur")
    vervanging.voeg_toe(
        huis,
        bram,
        gebruiker_id=baas.gebruiker_id,
        door_id=gerda.gebruiker_id,
        soort="vervanging",
        grond="verlof",
        van=date(2026, 6, 1),
        tot=date(2026, 6, 30),
    )
    paraaf(huis, gerda, "directeur")
    (stap,) = lijn(huis).stappen
    assert (stap.rij.besluit, stap.rij.actor, stap.rij.namens) == ("akkoord", "Gerda", "Hoofd")


def test_a_changed_line_leaves_a_concept_under_way_alone(huis: Huis, in_de_lijn: int) -> None:
    parafenlijn.zet_lijn(huis, OPDRACHTREGEL, in_de_lijn, [DIRECTEUR])
    assert [s.rij.naam for s in lijn(huis).stappen] == ["jurist", "afdelingshoofd", "directeur"]


def test_a_plan_that_cannot_be_met_is_flagged_as_soon_as_the_set_is_assigned(huis: Huis, bram: Wie) -> None:
    """VRAGEN was sent on 11 May 2026: its last day passed on 1 June; today is 9 June."""
    brought(huis, VRAGEN)
    geef(huis, bram, directie(huis, JURIST, DIRECTEUR))
    beeld = lijn(huis)
    assert beeld.concept_op is not None
    assert (beeld.concept_op.dag, beeld.concept_op.haalbaar) == (date(2026, 5, 27), False)
    assert [(s.dag.dag, s.dag.haalbaar) for s in beeld.stappen if s.dag] == [
        (date(2026, 5, 28), False),
        (date(2026, 5, 29), False),
    ]


@pytest.mark.parametrize(
    "fout",
    [
        {"gebruiker_id": None},
        {"door_id": 1},
        {"grond": " "},
        {"van": None},
        {"tot": date(2026, 5, 1)},
        {"tot": None},
        {"soort": "zomaar"},
        {"door_id": 99},
    ],
)
def test_a_deputy_without_the_facts_is_refused(huis: Huis, bram: Wie, fout: dict[str, object]) -> None:
    assert mens(huis, "Een", Rol.LEIDINGGEVENDE).gebruiker_id == 1
    assert mens(huis, "Twee", Rol.LEIDINGGEVENDE).gebruiker_id == 2
    goed = {
        "gebruiker_id": 1,
        "door_id": 2,
        "soort": "vervanging",
        "grond": "verlof",
        "van": date(2026, 6, 1),
        "tot": date(2026, 6, 2),
    }
    with pytest.raises(Ongeldig):
        vervanging.voeg_toe(huis, bram, **(goed | fout))  # type: ignore[arg-type]
    assert parafenlijn.lijnen(huis, bram).vervangingen == ()


def test_a_mandate_can_be_ended(huis: Huis, bram: Wie) -> None:
    een, twee = mens(huis, "Een", Rol.LEIDINGGEVENDE), mens(huis, "Twee", Rol.LEIDINGGEVENDE)
    vervanging.voeg_toe(
        huis,
        bram,
        gebruiker_id=een.gebruiker_id,
        door_id=twee.gebruiker_id,
        soort="mandaat",
        grond="besluit 12",
        van=date(2026, 1, 1),
        tot=None,
    )
    (nu,) = parafenlijn.lijnen(huis, bram).vervangingen
    vervanging.beeindig(huis, bram, nu.rij.id or 0)
    (dan,) = parafenlijn.lijnen(huis, bram).vervangingen
    assert (nu.geldt, dan.geldt, dan.rij.tot) == (True, False, date(2026, 6, 8))
    with pytest.raises(NietGevonden):
        vervanging.beeindig(huis, bram, 99)


@pytest.mark.parametrize(
    "stap",
    [
        Stapinvoer("x", 1, "iets", "leidinggevende", None, 1),
        Stapinvoer("x", 1, "paraaf", "opsteller", None, 1),
        Stapinvoer("x", 1, "paraaf", "leidinggevende", 99, 1),
        Stapinvoer("x", 0, "paraaf", "leidinggevende", None, 1),
    ],
)
def test_a_step_that_is_none_is_refused(huis: Huis, stap: Stapinvoer) -> None:
    id = directie(huis, JURIST)
    with pytest.raises(Ongeldig):
        parafenlijn.zet_lijn(huis, OPDRACHTREGEL, id, [stap])
    ((_, stappen),) = parafenlijn.lijnen(huis, OPDRACHTREGEL).directies
    assert [s.naam for s in stappen] == ["jurist"]
    with pytest.raises(NietGevonden):
        parafenlijn.zet_lijn(huis, OPDRACHTREGEL, 99, [])
