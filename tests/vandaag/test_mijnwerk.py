"""My work: each kind of thing that can wait, seen by whom it waits for and by nobody else, and gone once it is done."""

from __future__ import annotations

from datetime import date

import pytest

from kamervragen.antwoorden import opmerkingen, schrijven
from kamervragen.antwoorden.aanwezigheid import meld
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.domain.rollen import Rol
from kamervragen.domain.status import Feitsoort, Terugstuurreden
from kamervragen.hergebruik import passages
from kamervragen.inname import innemen, stapel
from kamervragen.jobs import catch_up
from kamervragen.lijn import bijdragelevering, bijdragen, parafenlijn, route, toewijzing
from kamervragen.lijn.bijdragen import Gevraagde
from kamervragen.lijn.parafenlijn import Stapinvoer
from kamervragen.mensen import gebruikers, vervanging
from kamervragen.register import toezeggingen
from kamervragen.setpagina import setblad
from kamervragen.sets import afscherming
from kamervragen.sets.blik import zie
from kamervragen.vandaag import mijnwerk
from kamervragen.vandaag.store.mijnwerk import Werksoort
from tests.conftest import Klok
from tests.stukken import VRAGEN, brought, pass_gate

KV = "KV-000001"
Mensen = dict[str, Wie]


@pytest.fixture
def mensen(elk_huis: Huis) -> Mensen:
    """The cast with accounts: Anna and Daan write, Bram coordinates, Chris sends, Frank decides."""
    gebruikers.maak_directie(elk_huis, OPDRACHTREGEL, "DGRR", "Directie Recht")
    rollen = {
        "Anna": Rol.OPSTELLER,
        "Daan": Rol.OPSTELLER,
        "Annabel": Rol.OPSTELLER,
        "Bram": Rol.COORDINATOR,
        "Chris": Rol.KAMERBUREAU,
        "Frank": Rol.LEIDINGGEVENDE,
    }
    uit = {}
    for naam, rol in rollen.items():
        id = gebruikers.maak(
            elk_huis,
            OPDRACHTREGEL,
            inlognaam=naam.lower(),
            naam=naam,
            wachtwoord="een-lang-wachtwoord",
            rollen=(rol,),
            directie="DGRR" if naam in ("Anna", "Daan") else None,
        )
        uit[naam] = Wie(naam, frozenset({rol}), "test", id)
    return uit


def _dag(huis: Huis, wie: Wie, soort: Werksoort) -> date | None:
    werk = mijnwerk.van(huis, wie)
    (dag,) = (s.dag for s in (*werk.te_laat, *werk.vandaag, *werk.week, *werk.later) if s.soort is soort)
    return dag


def _wacht(huis: Huis, wie: Wie) -> list[tuple[Werksoort, str]]:
    werk = mijnwerk.van(huis, wie)
    alles = (*werk.te_laat, *werk.vandaag, *werk.week, *werk.later, *werk.zonder_dag)
    assert werk.aantal == len(alles)
    return [(s.soort, s.pad) for s in alles]


def _versie(huis: Huis) -> int:
    return zie(setblad.beeld, huis, OPDRACHTREGEL, KV).rij.versie


def _geef(huis: Huis, aan: Wie | None, wie: Wie = OPDRACHTREGEL, directie: int | None = None) -> None:
    behandelaar = aan.gebruiker_id if aan else None
    toewijzing.wijs_toe(huis, wie, KV, directie_id=directie, behandelaar_id=behandelaar, versie=_versie(huis))


def _schrijf(huis: Huis, wie: Wie) -> None:
    setblad.zet_ondertekening(
        huis, wie, KV, ondertekenaar="minister Van Dam (Defensie)", mede_namens="", versie=_versie(huis)
    )
    for vraag in zie(setblad.beeld, huis, OPDRACHTREGEL, KV).vragenset.vragen:
        schrijven.bewaar(huis, wie, KV, vraag.label, "Ja, dat bericht ken ik.", versie=0)


def test_a_set_goes_from_desk_to_desk(elk_huis: Huis, mensen: Mensen) -> None:
    """Sent in on 11 May: its last day, 1 June, is past on 9 June, and so it stands on top everywhere."""
    brought(elk_huis, VRAGEN)
    anna, bram, chris, frank = (mensen[naam] for naam in ("Anna", "Bram", "Chris", "Frank"))
    laat = (Werksoort.UITSTEL, f"/vragensets/{KV}#uitstel")
    assert _wacht(elk_huis, bram) == [(Werksoort.TOEWIJZEN, f"/vragensets/{KV}#toewijzen"), laat]
    assert _wacht(elk_huis, anna) == []
    _geef(elk_huis, anna, bram)
    assert _wacht(elk_huis, bram) == [laat]
    assert _wacht(elk_huis, anna) == [(Werksoort.AANVAARDEN, f"/vragensets/{KV}#lijn")]
    assert _wacht(elk_huis, mensen["Daan"]) == []
    toewijzing.beslis(elk_huis, anna, KV, 1, aanvaard=True, reden="", versie=1)
    assert _wacht(elk_huis, anna) == [(Werksoort.SCHRIJVEN, f"/vragensets/{KV}")]
    _schrijf(elk_huis, anna)
    pass_gate(elk_huis, KV, Feitsoort.CONCEPT_GEREED)
    route.zet_stap(elk_huis, anna, KV, Feitsoort.CONCEPT_GEREED, versie=_versie(elk_huis))
    assert _wacht(elk_huis, anna) == []
    assert _wacht(elk_huis, frank) == [(Werksoort.VASTSTELLEN, f"/vragensets/{KV}/te-doen")]
    route.stuur_terug(elk_huis, frank, KV, Terugstuurreden.TOON, "Korter.", versie=_versie(elk_huis))
    assert _wacht(elk_huis, frank) == []
    assert _wacht(elk_huis, anna) == [(Werksoort.TERUGGESTUURD, f"/vragensets/{KV}#lijn")]
    route.zet_stap(elk_huis, anna, KV, Feitsoort.CONCEPT_GEREED, versie=_versie(elk_huis))
    pass_gate(elk_huis, KV, Feitsoort.VASTGESTELD)
    route.zet_stap(elk_huis, frank, KV, Feitsoort.VASTGESTELD, versie=_versie(elk_huis))
    assert (Werksoort.VERZENDEN, f"/vragensets/{KV}/te-doen") in _wacht(elk_huis, chris)
    pass_gate(elk_huis, KV, Feitsoort.VERZONDEN)
    route.zet_stap(elk_huis, chris, KV, Feitsoort.VERZONDEN, versie=_versie(elk_huis))
    assert _wacht(elk_huis, chris) == [(Werksoort.ONTVANGST, f"/vragensets/{KV}/papieren#zending")]
    assert [s.dagen for s in mijnwerk.van(elk_huis, chris).te_laat] == [-8]


def test_a_set_of_a_directie_waits_for_everyone_in_it(elk_huis: Huis, mensen: Mensen) -> None:
    brought(elk_huis, VRAGEN)
    _geef(elk_huis, None, directie=1)
    assert [bool(_wacht(elk_huis, mensen[naam])) for naam in ("Anna", "Daan", "Annabel")] == [True, True, False]


def test_an_initial_waits_for_whose_turn_it_is(elk_huis: Huis, mensen: Mensen) -> None:
    brought(elk_huis, VRAGEN)
    bram, frank = mensen["Bram"], mensen["Frank"]
    parafenlijn.zet_lijn(
        elk_huis,
        OPDRACHTREGEL,
        1,
        [
            Stapinvoer("coördinator", 1, "afstemming", "coordinator", None, 1),
            Stapinvoer("directeur", 2, "paraaf", "leidinggevende", frank.gebruiker_id, 1),
        ],
    )
    _geef(elk_huis, mensen["Anna"], directie=1)
    _schrijf(elk_huis, mensen["Anna"])
    pass_gate(elk_huis, KV, Feitsoort.CONCEPT_GEREED)
    route.zet_stap(elk_huis, OPDRACHTREGEL, KV, Feitsoort.CONCEPT_GEREED, versie=_versie(elk_huis))
    paraaf = (Werksoort.PARAAF, f"/vragensets/{KV}/te-doen")
    assert (paraaf in _wacht(elk_huis, bram), paraaf in _wacht(elk_huis, frank)) == (True, False)
    # The last day is Monday 1 June: a working day before it to sign, and one more for the director.
    assert _dag(elk_huis, bram, Werksoort.PARAAF) == date(2026, 5, 28)
    route.parafeer(elk_huis, bram, KV, 1, versie=1)
    assert (paraaf in _wacht(elk_huis, bram), paraaf in _wacht(elk_huis, frank)) == (False, True)
    assert _dag(elk_huis, frank, Werksoort.PARAAF) == date(2026, 5, 29)
    vervanging.voeg_toe(
        elk_huis,
        OPDRACHTREGEL,
        gebruiker_id=frank.gebruiker_id,
        door_id=bram.gebruiker_id,
        soort="vervanging",
        grond="verlof",
        van=date(2026, 6, 9),
        tot=date(2026, 6, 10),
    )
    assert paraaf in _wacht(elk_huis, bram), "he stands in for Frank"


def test_a_contribution_waits_for_who_was_asked_and_then_for_who_asked(elk_huis: Huis, mensen: Mensen) -> None:
    brought(elk_huis, VRAGEN)
    anna, daan = mensen["Anna"], mensen["Daan"]
    bijdragen.vraag(
        elk_huis,
        anna,
        KV,
        Gevraagde(gebruiker_id=daan.gebruiker_id),
        labels=["1"],
        gevraagd="De cijfers.",
        uiterlijk=date(2026, 6, 11),
        met_concept=False,
        versie=_versie(elk_huis),
    )
    (stuk,) = mijnwerk.van(elk_huis, daan).week
    assert (stuk.soort, stuk.pad, stuk.dagen, stuk.toelichting) == (
        Werksoort.BIJDRAGE,
        "/bijdragen/1",
        2,
        "De cijfers.",
    )
    bijdragelevering.lever(elk_huis, daan, 1, {"1": "Het zijn er twaalf."})
    assert _wacht(elk_huis, daan) == []
    assert (Werksoort.BIJDRAGE_BINNEN, f"/vragensets/{KV}#bijdragen") in _wacht(elk_huis, anna)


@pytest.mark.parametrize(
    ("tekst", "genoemd"),
    [
        ("@Anna klopt dit?", {"Anna"}),
        ("Vraag het @anna.", {"Anna"}),
        ("@Annabel weet het", {"Annabel"}),
        ("Anna weet het", set()),
        ("mail@annabelle.nl", set()),
        ("@Anna en @Annabel", {"Anna", "Annabel"}),
    ],
)
def test_a_remark_with_a_name_waits_for_its_owner(
    elk_huis: Huis, mensen: Mensen, tekst: str, genoemd: set[str]
) -> None:
    brought(elk_huis, VRAGEN)
    schrijven.bewaar(elk_huis, OPDRACHTREGEL, KV, "3", "Ja.", versie=0)
    opmerkingen.merk_op(elk_huis, mensen["Frank"], KV, "3", tekst)
    wacht = (Werksoort.GENOEMD, f"/vragensets/{KV}/vragen/3#opmerkingen")
    assert {naam for naam in ("Anna", "Annabel", "Frank") if wacht in _wacht(elk_huis, mensen[naam])} == genoemd
    opmerkingen.los_op(elk_huis, mensen["Frank"], KV, "3", 1, opgelost=True)
    assert not any(wacht in _wacht(elk_huis, mensen[naam]) for naam in genoemd)


def test_a_remark_on_ones_own_set_waits_without_a_name(elk_huis: Huis, mensen: Mensen) -> None:
    brought(elk_huis, VRAGEN)
    _geef(elk_huis, mensen["Anna"])
    schrijven.bewaar(elk_huis, OPDRACHTREGEL, KV, "1", "Ja.", versie=0)
    opmerkingen.merk_op(elk_huis, mensen["Frank"], KV, "1", "Klopt dit?")
    assert (Werksoort.OPMERKING, f"/vragensets/{KV}/vragen/1#opmerkingen") in _wacht(elk_huis, mensen["Anna"])
    assert not any(soort is Werksoort.OPMERKING for soort, _pad in _wacht(elk_huis, mensen["Daan"]))


@pytest.mark.parametrize(("dag", "wacht"), [("2026-06-08", True), ("2026-06-23", True), ("2026-06-24", False)])
def test_a_promise_waits_two_weeks_ahead(elk_huis: Huis, mensen: Mensen, klok: Klok, dag: str, wacht: bool) -> None:
    klok.vooruit(days=-5)
    toezeggingen.voeg_toe(
        elk_huis,
        OPDRACHTREGEL,
        zin="Ik meld dit.",
        gedaan_op=date(2026, 1, 5),
        vindplaats="debat",
        bewindspersoon="",
        aan="",
        interne_dag=date.fromisoformat(dag),
        dossierhouder="Anna",
    )
    klok.vooruit(days=5)
    assert ((Werksoort.TOEZEGGING, "/toezeggingen/1") in _wacht(elk_huis, mensen["Anna"])) is wacht
    assert _wacht(elk_huis, mensen["Daan"]) == []


def test_a_passage_waits_before_it_ends(elk_huis: Huis, mensen: Mensen) -> None:
    for titel, tot in (("Bijna", date(2026, 7, 9)), ("Later", date(2026, 7, 10))):
        passages.bewaar(
            elk_huis,
            OPDRACHTREGEL,
            None,
            titel=titel,
            tekst="Tekst.",
            eigenaar_id=mensen["Anna"].gebruiker_id or 0,
            geldig_tot=tot,
        )
    assert [(s.soort, s.titel) for s in mijnwerk.van(elk_huis, mensen["Anna"]).later] == [(Werksoort.PASSAGE, "Bijna")]


def test_a_paper_on_the_pile_waits_for_who_takes_in(elk_huis: Huis, mensen: Mensen) -> None:
    stapel.leg_neer(elk_huis, OPDRACHTREGEL, [("stuk.txt", b"2026Z00777\n\n1. Wat vindt u?\n")])
    catch_up(elk_huis)
    assert _wacht(elk_huis, mensen["Chris"]) == [(Werksoort.STAPEL, "/inname/1")]
    assert _wacht(elk_huis, mensen["Anna"]) == []


def test_nothing_of_a_shielded_set_waits_for_anyone_else(elk_huis: Huis, mensen: Mensen) -> None:
    brought(elk_huis, VRAGEN)
    _geef(elk_huis, mensen["Anna"])
    schrijven.bewaar(elk_huis, OPDRACHTREGEL, KV, "1", "Ja.", versie=0)
    opmerkingen.merk_op(elk_huis, OPDRACHTREGEL, KV, "1", "@Daan en @Anna, klopt dit?")
    afscherming.scherm_af(
        elk_huis, mensen["Bram"], KV, [mensen["Anna"].gebruiker_id or 0], reden="Gezin.", versie=_versie(elk_huis)
    )
    assert {soort for soort, _pad in _wacht(elk_huis, mensen["Anna"])} == {Werksoort.AANVAARDEN, Werksoort.GENOEMD}
    assert [_wacht(elk_huis, mensen[naam]) for naam in ("Daan", "Chris", "Frank")] == [[], [], []]


def test_what_one_had_open_comes_back_newest_first_once_per_set(elk_huis: Huis, mensen: Mensen, klok: Klok) -> None:
    brought(elk_huis, VRAGEN)
    innemen.neem_in(elk_huis, OPDRACHTREGEL, b"2026Z00777\n\n1. Kent u dit?\n", "ander.txt")
    anna = mensen["Anna"]
    for sleutel, label in ((KV, "1"), ("KV-000002", "1"), (KV, "3")):
        meld(elk_huis, anna, sleutel, label, bewerkt=False)
        klok.vooruit(minutes=5)
    assert [(b.sleutel, b.label) for b in mijnwerk.van(elk_huis, anna).bekend] == [(KV, "3"), ("KV-000002", "1")]
    assert mijnwerk.van(elk_huis, mensen["Daan"]).bekend == ()
    klok.vooruit(days=31)
    meld(elk_huis, mensen["Daan"], KV, "1", bewerkt=False)
    assert mijnwerk.van(elk_huis, anna).bekend == (), "after a month it is forgotten"


def test_the_command_line_has_no_desk(elk_huis: Huis) -> None:
    brought(elk_huis, VRAGEN)
    assert mijnwerk.van(elk_huis, OPDRACHTREGEL).aantal == 0
