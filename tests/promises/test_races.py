"""Promise C3: to look and to act are one. Two people at the same moment never bring a set where no step leads."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
import sqlalchemy as sa

from kamervragen.antwoorden import schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.core.store.engine import reading, writing
from kamervragen.domain.errors import Fout
from kamervragen.domain.status import STAPPEN, Feit, Feitsoort, Terugstuurreden, status_van
from kamervragen.lijn import bijdragelevering, bijdragen, parafenlijn, route, toewijzing
from kamervragen.lijn.parafenlijn import Stapinvoer
from kamervragen.lijn.store import route as lijnkast
from kamervragen.mensen import gebruikers
from kamervragen.setpagina import setblad
from kamervragen.sets.blik import zie
from kamervragen.sets.store import vragensets as kast
from tests.draden import at_once
from tests.promises import aantal, noteer
from tests.stukken import IEDEREEN, VRAGEN, answer_all, brought, page, pass_gate

KV = "KV-000001"
WEG = {
    "toegewezen": ("geregistreerd", "toegewezen"),
    "concept_gereed": ("geregistreerd", "toegewezen", "concept_gereed"),
    "vastgesteld": ("geregistreerd", "toegewezen", "concept_gereed", "vastgesteld"),
}


def zet(soort: Feitsoort, huis: Huis, versie: int) -> Callable[[], object]:
    return partial(route.zet_stap, huis, IEDEREEN, KV, soort, versie=versie)


def terug(huis: Huis, versie: int) -> Callable[[], object]:
    return partial(route.stuur_terug, huis, IEDEREEN, KV, Terugstuurreden.FEIT, "Klopt niet.", versie=versie)


def toewijzen(huis: Huis, versie: int) -> Callable[[], object]:
    return partial(toewijzing.wijs_toe, huis, IEDEREEN, KV, directie_id=1, behandelaar_id=None, versie=versie)


def besluit(aanvaard: bool, huis: Huis, _versie: int) -> Callable[[], object]:
    open_ = zie(route.beeld, huis, IEDEREEN, KV).open_toewijzing
    assert open_ is not None
    return partial(
        toewijzing.beslis, huis, IEDEREEN, KV, open_.id or 0, aanvaard=aanvaard, reden="x", versie=open_.versie
    )


def schrijven_(huis: Huis, _versie: int) -> Callable[[], object]:
    versie = zie(schrijven.versies, huis, IEDEREEN, KV, "2")[0].versie
    return partial(
        schrijven.bewaar, huis, IEDEREEN, KV, "2", f"Er zijn {versie + 300} fietsen verdwenen.", versie=versie
    )


def parafeer(huis: Huis, _versie: int) -> Callable[[], object]:
    stap = next(s.rij for s in zie(route.beeld, huis, IEDEREEN, KV).stappen if s.rij.besluit is None)
    return partial(route.parafeer, huis, IEDEREEN, KV, stap.id or 0, versie=stap.versie)


# Where the set stands, and the two acts that meet there.
PAREN = [
    ("vastgesteld", partial(zet, Feitsoort.VERZONDEN), terug),
    ("concept_gereed", partial(zet, Feitsoort.VASTGESTELD), terug),
    ("concept_gereed", partial(zet, Feitsoort.VASTGESTELD), schrijven_),
    ("concept_gereed", parafeer, terug),
    ("concept_gereed", parafeer, parafeer),
    ("toegewezen", partial(zet, Feitsoort.CONCEPT_GEREED), toewijzen),
    ("toegewezen", partial(besluit, True), partial(besluit, False)),
    ("toegewezen", partial(besluit, False), partial(zet, Feitsoort.CONCEPT_GEREED)),
]


def _op(huis: Huis, stand: str) -> int:
    """The set put at a stand again, with one open assignment, and a round where it belongs. Its version."""
    with writing(huis.engine) as sessie:
        for tabel in ("feit", "paraaf", "toewijzing"):
            sessie.execute(sa.text(f"DELETE FROM {tabel}"))
        sessie.execute(sa.text("UPDATE vragenset SET directie_id = 1, behandelaar_id = NULL, versie = versie + 1"))
    with writing(huis.engine) as sessie:
        lijnkast.wijs_toe(sessie, 1, labels=(), directie_id=1, behandelaar_id=None, actor="x", moment=huis.nu())
        for soort in WEG[stand]:
            kast.voeg_feit_toe(sessie, 1, Feitsoort(soort), huis.vandaag(), actor="x", moment=huis.nu(), eenmaal=False)
        if stand == "concept_gereed":
            lijnkast.begin_ronde(sessie, 1, lijnkast.lijn(sessie, 1))
    return page(huis).rij.versie


def _is_een_weg(feiten: tuple[Feit, ...]) -> bool:
    """Every fact was a step that the table allows from the status before it; the first begins the road."""
    return all(
        feit.soort in STAPPEN[status_van(feiten[:plaats])] or feit.soort is Feitsoort.GEREGISTREERD
        for plaats, feit in enumerate(feiten)
    )


@pytest.mark.parametrize("paar", range(len(PAREN)))
def test_two_acts_at_one_moment_end_in_a_legal_state(elk_huis: Huis, paar: int) -> None:
    huis, (stand, een, ander), races = elk_huis, PAREN[paar], aantal(klein=3, vol=1_000)
    brought(huis, VRAGEN)
    gebruikers.maak_directie(huis, OPDRACHTREGEL, "DSV", "Slachtofferbeleid")
    parafenlijn.zet_lijn(
        huis,
        OPDRACHTREGEL,
        1,
        [Stapinvoer("chef", 1, "paraaf", "leidinggevende", None, 1)] if parafeer in (een, ander) else [],
    )
    answer_all(huis, KV, IEDEREEN)
    schrijven.bewaar(huis, IEDEREEN, KV, "1", "Ja.[^b1]", versie=1)
    schrijven.bewaar(huis, IEDEREEN, KV, "2", "Er zijn 300 fietsen verdwenen.", versie=1)
    setblad.zet_ondertekening(
        huis, IEDEREEN, KV, ondertekenaar="minister van Defensie", mede_namens="", versie=page(huis).rij.versie
    )
    pass_gate(huis, KV, Feitsoort.VERZONDEN)
    beide = geen = 0
    for _ in range(races):
        versie = _op(huis, stand)
        uit = at_once([een(huis, versie), ander(huis, versie)])
        assert all(u is None or isinstance(u, int | Fout) for u in uit), uit
        gelukt = sum(not isinstance(u, Exception) for u in uit)
        beide, geen = beide + (gelukt == 2), geen + (gelukt == 0)
        with reading(huis.engine) as sessie:
            feiten = kast.feiten(sessie, 1)
        assert _is_een_weg(feiten), feiten
    assert geen == 0
    noteer(
        "C3",
        "twee tegelijk: kijken en doen is één",
        f"{huis.engine.dialect.name}, {stand}: {races} wedlopen, 0 onmogelijke standen; {beide} keer konden beide",
    )


@pytest.mark.parametrize("ronde", range(aantal(klein=2, vol=50)))
def test_two_who_decide_on_a_contribution_decide_once(elk_huis: Huis, ronde: int) -> None:
    """One takes it over while the other leaves it, and the same guest sends his text twice: one of each."""
    brought(elk_huis, VRAGEN)
    aan = bijdragen.Gevraagde(naam="Ministerie van Defensie")
    id = bijdragen.vraag(
        elk_huis,
        IEDEREEN,
        KV,
        aan,
        labels=["2"],
        gevraagd="Cijfers.",
        uiterlijk=elk_huis.vandaag(),
        met_concept=False,
        versie=page(elk_huis).rij.versie,
    )
    lever = partial(bijdragelevering.lever, elk_huis, IEDEREEN, id, {"2": f"Het zijn er {ronde}."})
    assert sorted(at_once([lever, lever]), key=str) == [0, 1]
    [b] = zie(bijdragen.bij_vraag, elk_huis, IEDEREEN, KV, "2")
    neem = partial(bijdragen.neem_over, elk_huis, IEDEREEN, KV, "2", b.id or 0, versie=1, antwoord=0)
    laat = partial(bijdragen.wijs_af, elk_huis, IEDEREEN, KV, "2", b.id or 0, versie=1)
    uit = at_once([neem, laat, neem, laat])
    assert sum(not isinstance(u, Exception) for u in uit) == 1
    [nu] = zie(bijdragen.bij_vraag, elk_huis, IEDEREEN, KV, "2")
    assert [blok.antwoord.tekst for blok in page(elk_huis).blokken] == (
        [f"Het zijn er {ronde}."] if nu.besluit == "overgenomen" else []
    )
