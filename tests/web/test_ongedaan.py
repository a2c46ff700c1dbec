"""Undoing: whatever was removed, declined or sent back is there again as it was, for whoever did it, half a minute long."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kamervragen.core.act import Huis
from kamervragen.web.done import COOKIE
from tests.conftest import Klok
from tests.web.bezoeker import HTMX, Bezoeker, melding_in
from tests.web.conftest import Bezoek
from tests.web.daden import DADEN, SET, SETVERSIE, Daad, bijlage_van, doe

Rijen = dict[str, list[dict[str, object]]]
# What machines write, and the trail, in which both the act and its undoing stay.
MACHINES = ("aanwezigheid", "audit", "eenmaal", "inlogpoging", "ongedaan", "sessie", "taak", "teller")
_PAD_SET = "/vragensets/{sleutel:str}"
TERUG: dict[str, Daad] = {
    "a promise declined": DADEN["/toezeggingen/{toezegging_id:int}/besluit"],
    "many declined": DADEN["/werklijst"],
    "a relation of promises": DADEN["/toezeggingen/{toezegging_id:int}/verband/{verband_id:int}"],
    "an office that ends": DADEN["/bewindspersonen/{ambt_id:int}/einde"],
    "a saved search": DADEN["/zoeken/bewaard/{zoekopdracht_id:int}"],
    "a subscription": DADEN["/agenda/abonnementen/{abonnement_id:int}"],
    "an answer called outdated": DADEN["/antwoorden/{antwoord_id:int}/achterhaald"],
    "a recess": DADEN["/recessen/{reces_id:int}/weg"],
    "a paper laid away": DADEN["/inname/{inname_id:int}"],
    "an assignment refused": Daad(
        f"{SET}/toewijzingen/1", {"besluit": "geweigerd", "reden": "Dit is van een ander.", "versie": "1"}
    ),
    "a concept sent back": DADEN[f"{_PAD_SET}/stappen/teruggestuurd"],
    "an attachment": Daad(lambda huis: f"{SET}/bijlagen/{bijlage_van(huis)}", {"stap": "weg"}),
    "a change from Word": Daad(f"{SET}/terugkeer/wijzigingen/1", {"besluit": "afgewezen", "versie": "1"}),
    "all changes of an answer": Daad(f"{SET}/terugkeer/1/plaatsen/antwoord-2", {"besluit": "afgewezen"}),
    "a proposal": Daad(f"{SET}/voorstellen/1", {"besluit": "afgewezen", "versie": "1"}),
    "an answer of two questions": DADEN[f"{_PAD_SET}/vragen/{{label:str}}/uiteen"],
    "a transfer refused": Daad(
        f"{SET}/overdrachten/1", {"besluit": "geweigerd", "door": "J. Ander", "dag": "2026-06-09", "versie": "1"}
    ),
    "a law": DADEN["/wetten/{wet_id:int}/weg"],
    "a reason of delay": Daad("/woordenlijsten/redenen", {"code": "overleg", "actief": "nee"}),
    "a cue": Daad("/woordenlijsten/signalen", {"code": "toezeggen", "actief": "nee"}),
    "a deputy": DADEN["/vervangingen/{vervanging_id:int}"],
    "a departure": DADEN["/accounts/{gebruiker_id:int}/loopbaan"],
    "a role": DADEN["/accounts/{gebruiker_id:int}/rollen/{lidmaatschap_id:int}"],
    "a request for a contribution": Daad("/vragensets/KV-000005/bijdragen/2", {"stap": "intrekken", "versie": "1"}),
    "a contribution": Daad(
        "/vragensets/KV-000005/vragen/1/bijdragen/1", {"besluit": "afgewezen", "versie": "1", "antwoord": "1"}
    ),
    "a contribution refused": Daad("/bijdragen/3", {"stap": "weigeren", "reden": "Niet van ons.", "versie": "1"}),
    "a rectification": Daad("/rectificaties/1", {"stap": "intrekken", "versie": "1"}),
}


# What must be there first to be taken away.
EERST = {
    "a saved search": DADEN["/zoeken/bewaard"],
    "a subscription": DADEN["/agenda/abonnementen"],
    "a contribution refused": Daad(
        "/vragensets/KV-000005/bijdragen",
        {"collega": "1", "gevraagd": "Meer cijfers.", "uiterlijk": "2027-01-12", "vraag-1": "on", "versie": SETVERSIE},
    ),
}


@pytest.fixture
def rijen(huis: Huis, inhoud: Callable[..., dict[str, list[tuple[object, ...]]]]) -> Callable[[], Rijen]:
    """Every row of every table but those of machines; a version only ever goes up, and is left out."""
    from sqlmodel import SQLModel

    def lees() -> Rijen:
        return {
            naam: [
                {
                    k.name: w
                    for k, w in zip(SQLModel.metadata.tables[naam].columns, rij, strict=True)
                    if k.name != "versie"
                }
                for rij in alle
            ]
            for naam, alle in inhoud(*MACHINES).items()
        }

    return lees


def _doe(bezoeker: Bezoeker, daad: Daad) -> str:
    """Does it with a form of its own, and returns the number by which it can be undone."""
    eigen = Daad(
        daad.pad, lambda huis: (daad.velden(huis) if callable(daad.velden) else daad.velden) | {"eenmaal": "een"}
    )
    assert doe(bezoeker, eigen) in (200, 303)
    return bezoeker.koekjes[COOKIE].partition(".")[2].partition(".")[0]


@pytest.mark.parametrize("wat", sorted(TERUG))
@pytest.mark.usefixtures("klaar")
def test_what_was_undone_never_was(bezoek: Bezoek, rijen: Callable[[], Rijen], wat: str) -> None:
    bezoeker = bezoek("iedereen")
    if wat in EERST:
        assert doe(bezoeker, EERST[wat]) == 303
    voor = rijen()
    nummer = _doe(bezoeker, TERUG[wat])
    assert rijen() != voor
    antwoord = bezoeker.post("/ongedaan", {"nummer": nummer, "terug": "/wetten", "eenmaal": "twee"})
    assert (antwoord.status_code, antwoord.headers.get("location")) == (303, "/wetten")
    assert rijen() == voor


@pytest.mark.usefixtures("klaar")
def test_the_page_tells_what_was_done_and_offers_the_way_back(bezoek: Bezoek, klok: Klok) -> None:
    bezoeker = bezoek("iedereen")
    nummer = _doe(bezoeker, TERUG["a law"])
    pagina = bezoeker.get("/wetten").text
    assert "Gedaan: namen van wetten beheren." in pagina
    assert f'name="nummer" value="{nummer}"' in pagina
    assert f'name="nummer" value="{nummer}"' in bezoeker.get("/gedaan").text, "as long as there is a way back"


@pytest.mark.usefixtures("klaar")
def test_without_a_way_back_it_is_told_once(bezoek: Bezoek) -> None:
    bezoeker = bezoek("iedereen")
    assert _doe(bezoeker, DADEN["/wetten"]) == ""
    assert "Gedaan: namen van wetten beheren." in bezoeker.get("/wetten").text
    assert "Gedaan:" not in bezoeker.get("/wetten").text


@pytest.mark.usefixtures("klaar")
def test_a_fragment_is_told_that_something_was_done(bezoek: Bezoek) -> None:
    bezoeker = bezoek("iedereen")
    velden = {"titel": "Wet open overheid", "afkorting": "Woo", "bron": "Stb. 2021, 499", "eenmaal": "x"}
    assert bezoeker.post("/wetten", velden, koppen=HTMX).headers["hx-trigger"] == "gedaan"


@pytest.mark.parametrize(
    "waarde",
    [
        "",
        "x",
        "wetten_beheren.",
        "wetten_beheren.9999999999",
        "wetten_beheren.é",
        "a.b.c",
        "toewijzen..<b>KV-000001",
        "toewijzen.1.KV-1.KV-000001",
    ],
)
def test_rubbish_in_the_cookie_harms_nothing(bezoek: Bezoek, waarde: str) -> None:
    bezoeker = bezoek("anna")
    bezoeker.koekjes[COOKIE] = waarde
    antwoord = bezoeker.get("/werk")
    assert (antwoord.status_code, "KV-1" in antwoord.text, "<b>KV" in antwoord.text) == (200, False, False)


@pytest.mark.usefixtures("klaar")
def test_the_page_names_the_set_it_was_done_to(bezoek: Bezoek) -> None:
    bezoeker = bezoek("iedereen")
    _doe(bezoeker, TERUG["a concept sent back"])
    assert "Gedaan: terugsturen, KV-000003." in bezoeker.get("/werk").text


@pytest.mark.usefixtures("klaar")
def test_after_half_a_minute_there_is_no_way_back(bezoek: Bezoek, klok: Klok, rijen: Callable[[], Rijen]) -> None:
    bezoeker = bezoek("iedereen")
    nummer = _doe(bezoeker, TERUG["a law"])
    klok.vooruit(seconds=31)
    na = rijen()
    antwoord = bezoeker.post("/ongedaan", {"nummer": nummer})
    assert (antwoord.status_code, "dertig seconden" in melding_in(antwoord)) == (422, True)
    assert rijen() == na


@pytest.mark.usefixtures("klaar")
def test_what_a_colleague_went_on_with_is_not_undone(bezoek: Bezoek, rijen: Callable[[], Rijen]) -> None:
    bezoeker = bezoek("iedereen")
    nummer = _doe(bezoeker, TERUG["a concept sent back"])
    assert doe(bezoeker, Daad("/vragensets/KV-000003/debat", {"debat": "2027-01-12", "versie": SETVERSIE})) == 303
    na = rijen()
    antwoord = bezoeker.post("/ongedaan", {"nummer": nummer})
    assert (antwoord.status_code, "intussen verder aan gewerkt" in melding_in(antwoord)) == (409, True)
    assert rijen() == na


@pytest.mark.usefixtures("klaar")
def test_nobody_undoes_what_another_did_and_nothing_is_undone_twice(bezoek: Bezoek) -> None:
    bezoeker, ander = bezoek("iedereen"), bezoek("frank")
    nummer = _doe(bezoeker, TERUG["a law"])
    assert ander.post("/ongedaan", {"nummer": nummer}).status_code == 404
    assert bezoeker.post("/ongedaan", {"nummer": nummer}).status_code == 303
    opnieuw = bezoeker.post("/ongedaan", {"nummer": nummer, "eenmaal": "nog eens"})
    assert (opnieuw.status_code, melding_in(opnieuw)) == (422, "Dit is al ongedaan gemaakt.")


@pytest.mark.parametrize("terug", ["https://elders.example/", "//elders.example/", "/\\elders.example", "werk", ""])
@pytest.mark.usefixtures("klaar")
def test_the_way_back_leads_nowhere_else(bezoek: Bezoek, terug: str) -> None:
    antwoord = bezoek("iedereen").post("/ongedaan", {"nummer": "1", "terug": terug})
    assert (antwoord.status_code, antwoord.headers["location"]) == (303, "/werk")


@pytest.mark.usefixtures("klaar")
def test_both_stand_in_the_trail(bezoek: Bezoek, inhoud: Callable[..., dict[str, list[tuple[object, ...]]]]) -> None:
    bezoeker = bezoek("iedereen")
    nummer = _doe(bezoeker, TERUG["a law"])
    bezoeker.post("/ongedaan", {"nummer": nummer})
    regels = [re.sub(r"\d+", "n", str(rij[2])) for rij in inhoud()["audit"][-2:]]
    assert regels == ["wet-n", "ongedaan: wetten_beheren wet-n"]
