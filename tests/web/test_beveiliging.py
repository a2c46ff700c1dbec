"""Forged requests have no effect, and every response carries every header."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import pytest
from litestar import Litestar

from kamervragen.domain.status import Feitsoort
from kamervragen.usecases import (
    antwoorden,
    bewindspersonen,
    gebruikers,
    groepen,
    inname,
    lijstinname,
    opmerkingen,
    overdracht,
    parafenlijn,
    passages,
    registergegevens,
    route,
    toezeggingen,
    uitstel,
    vragensets,
    wetten,
)
from kamervragen.usecases.handeling import OPDRACHTREGEL, Huis
from kamervragen.usecases.parafenlijn import Stapinvoer
from kamervragen.usecases.werk import werk_bij
from kamervragen.web.beveiliging import KOPPEN
from tests.usecases.stukken import pass_gate
from tests.web.bezoeker import HTMX, WACHTWOORD, Bestanden, Bezoeker, melding_in
from tests.web.conftest import Bezoek
from tests.web.paden import gets, posts

SET = "/vragensets/KV-000001"
VRAAG = f"{SET}/vragen/1"
_PAD_SET = "/vragensets/{sleutel:str}"
VAN_HAND = 3  # the promise that was added by hand
GEZIEN = "what the preview shows"
LIJSTDATA = b"kamerstuk;indieners;ingediend\nkst-36000-9;De Wit;3-2-2026\n"
SETVERSIE = "of the set"  # stands for the version that the set has when the form is sent
Inhoud = Callable[..., dict[str, list[tuple[object, ...]]]]


@dataclass(frozen=True)
class Daad:
    """A post that does something when it is honest."""

    pad: str
    velden: dict[str, str] = field(default_factory=dict)
    bestanden: Bestanden = ()


# Per post of the app the request that has an effect in the house of `klaar`.
DADEN: dict[str, Daad] = {
    "/inloggen": Daad("/inloggen", {"inlognaam": "iedereen", "wachtwoord": WACHTWOORD}),
    "/uitloggen": Daad("/uitloggen"),
    "/vragensets/{sleutel:str}/toewijzing": Daad(f"{SET}/toewijzing", {"behandelaar": "1", "versie": SETVERSIE}),
    "/vragensets/{sleutel:str}/ondertekening": Daad(
        f"{SET}/ondertekening", {"ondertekenaar": "minister Van Dam (Justitie en Veiligheid)", "versie": SETVERSIE}
    ),
    "/vragensets/{sleutel:str}/stappen/concept_gereed": Daad(f"{SET}/stappen/concept_gereed", {"versie": SETVERSIE}),
    "/vragensets/{sleutel:str}/stappen/vastgesteld": Daad(
        "/vragensets/KV-000003/stappen/vastgesteld", {"versie": SETVERSIE}
    ),
    "/vragensets/{sleutel:str}/stappen/verzonden": Daad(
        "/vragensets/KV-000004/stappen/verzonden", {"versie": SETVERSIE}
    ),
    "/vragensets/{sleutel:str}/voorstellen/{voorstel_id:int}": Daad(
        f"{SET}/voorstellen/1", {"besluit": "overgenomen", "versie": "1"}
    ),
    "/vragensets/{sleutel:str}/vragen/{label:str}/antwoord": Daad(
        f"{VRAAG}/antwoord", {"tekst": "Ja, dat bericht ken ik.", "versie": "1"}
    ),
    "/vragensets/{sleutel:str}/vragen/{label:str}/voorbeeld": Daad(f"{VRAAG}/voorbeeld", {"tekst": "Ja."}),
    "/vragensets/{sleutel:str}/vragen/{label:str}/overname": Daad(f"{VRAAG}/overname", {"bron": "3", "versie": "1"}),
    "/vragensets/{sleutel:str}/vragen/{label:str}/noten": Daad(f"{VRAAG}/noten", {"noot": "Kamerstuk 29279, nr. 771."}),
    "/toezeggingen/{toezegging_id:int}/besluit": Daad(
        "/toezeggingen/1/besluit", {"besluit": "afwijzen", "reden": "Dit is al gedaan.", "versie": "1"}
    ),
    "/inname": Daad("/inname", bestanden=(("nieuw.txt", b"2026Z09999\n\n1. Bent u op de hoogte van dit bericht?\n"),)),
}
DADEN |= {
    "/bewindspersonen": Daad(
        "/bewindspersonen",
        {"wat": "minister Van Dam (Defensie)", "kabinet": "Proef", "begin": "2026-01-05", "bron": "kb"},
    ),
    "/bewindspersonen/{ambt_id:int}/einde": Daad("/bewindspersonen/1/einde", {"einde": "2026-06-01", "versie": "1"}),
    "/bewindspersonen/demissionair": Daad(
        "/bewindspersonen/demissionair", {"kabinet": "Eerste", "sinds": "2026-03-01"}
    ),
    "/bewindspersonen/wisseling": Daad(
        "/bewindspersonen/wisseling",
        {
            "kabinet": "Nieuw",
            "aantreden": "2026-06-01",
            "namen": "minister De Wit (Justitie en Veiligheid)",
            "allen": "ja",
            "bron": "kb",
            "gezien": GEZIEN,
            "stap": "uitvoeren",
        },
    ),
    "/lijstinname": Daad("/lijstinname", {"soort": "moties"}, bestanden=(("moties.csv", LIJSTDATA),)),
    "/lijstinname/{lijst_id:int}": Daad(
        "/lijstinname/2",
        {"stap": "innemen", "kolom-kamerstuk": "0", "kolom-indieners": "1", "kolom-ingediend": "2"},
    ),
    "/moties": Daad("/moties", {"kamerstuk": "kst-36000-4", "indieners": "De Wit", "ingediend": "2026-02-03"}),
    "/toezeggingen/{toezegging_id:int}/gegevens": Daad(
        f"/toezeggingen/{VAN_HAND}/gegevens", {"soort": "overleg", "aan": "De Wit", "versie": "1"}
    ),
    "/toezeggingen/{toezegging_id:int}/verband": Daad(
        f"/toezeggingen/{VAN_HAND}/verband", {"verband": "aanvulling", "met": str(VAN_HAND + 1)}
    ),
    "/toezeggingen/{toezegging_id:int}/verband/{verband_id:int}": Daad(f"/toezeggingen/{VAN_HAND}/verband/1"),
    "/vragensets/{sleutel:str}/instrument": Daad(
        f"{SET}/instrument", {"kamer": "ek", "instrument": "schriftelijke_vragen", "versie": SETVERSIE}
    ),
    "/vragensets/{sleutel:str}/herinnering": Daad(
        f"{SET}/herinnering", {"door": "het lid", "dag": "2026-06-01", "versie": SETVERSIE}
    ),
    "/agenda/abonnementen": Daad("/agenda/abonnementen"),
    "/agenda/abonnementen/{abonnement_id:int}": Daad("/agenda/abonnementen/1"),
    "/werklijst": Daad("/werklijst", {"kies-t-1-1": "1", "besluit": "buiten_scope", "reden": "Niet van ons."}),
    "/passages": Daad(
        "/passages", {"titel": "Hekken", "tekst": "Het hek is dicht.", "eigenaar": "1", "geldig_tot": "2027-01-01"}
    ),
    "/passages/{passage_id:int}": Daad(
        "/passages/1", {"titel": "Hek", "tekst": "Open.", "eigenaar": "1", "geldig_tot": "2027-01-01", "versie": "1"}
    ),
    "/vragensets/{sleutel:str}/vragen/{label:str}/passage": Daad(f"{VRAAG}/passage", {"passage": "1", "versie": "1"}),
    "/zoeken/bewaard": Daad("/zoeken/bewaard", {"naam": "Fietsen", "vraag": "fietsen"}),
    "/zoeken/bewaard/{zoekopdracht_id:int}": Daad("/zoeken/bewaard/1"),
    "/vragensets/{sleutel:str}/vragen/{label:str}/bevestiging": Daad(f"{VRAAG}/bevestiging", {"plek-x": "1"}),
    "/vragensets/{sleutel:str}/vragen/{label:str}/oordeel": Daad(
        f"{VRAAG}/oordeel", {"bron": "3", "reden": "Gaat over iets anders."}
    ),
    "/antwoorden/{antwoord_id:int}/achterhaald": Daad(
        "/antwoorden/3/achterhaald", {"reden": "Er is een wet.", "door": "Stb. 2026, 12", "sinds": "2026-05-01"}
    ),
    "/inname/alles": Daad("/inname/alles"),
    "/toezeggingen": Daad(
        "/toezeggingen",
        {
            "zin": "Ik stuur uw Kamer voor de zomer een brief.",
            "gedaan_op": "2026-03-02",
            "vindplaats": "debat over hekken",
        },
    ),
    "/toezeggingen/{toezegging_id:int}/feiten": Daad(
        f"/toezeggingen/{VAN_HAND}/feiten",
        {"soort": "vervallen", "datum": "2026-06-01", "reden": "Niet meer nodig.", "versie": "1"},
    ),
    "/moties/{motie_id:int}/feiten": Daad(
        "/moties/1/feiten", {"soort": "aangenomen", "datum": "2026-02-10", "versie": "1"}
    ),
    "/moties/{motie_id:int}/tekst": Daad(
        "/moties/1/tekst",
        {"tekst": "De Kamer, verzoekt de regering te kijken.", "ingediend": "2026-02-03", "versie": "1"},
    ),
    "/vragensets/{sleutel:str}/uitstel": Daad(
        "/vragensets/KV-000003/uitstel", {"reden": "afstemming", "versie": SETVERSIE}
    ),
    "/recessen": Daad(
        "/recessen", {"naam": "herfstreces", "begin": "2026-10-16", "einde": "2026-10-26", "bron": "brief van de Kamer"}
    ),
    "/recessen/{reces_id:int}/weg": Daad("/recessen/1/weg"),
    "/vragensets/{sleutel:str}/debat": Daad(f"{SET}/debat", {"debat": "2027-01-12", "versie": SETVERSIE}),
    "/inname/getypt": Daad("/inname/getypt", {"tekst": "Vraag 1\nKent u dit bericht?", "herkomst": "papier"}),
    "/inname/{inname_id:int}": Daad("/inname/1", {"doe": "wegleggen", "versie": "2"}),
    "/vragensets/{sleutel:str}/gegevens": Daad(
        f"{SET}/gegevens", {"veld-onderwerp": "iets anders", "versie": SETVERSIE}
    ),
}
DADEN |= {
    f"{_PAD_SET}/toewijzingen/{{toewijzing_id:int}}": Daad(
        f"{SET}/toewijzingen/1", {"besluit": "aanvaard", "versie": "1"}
    ),
    f"{_PAD_SET}/parafen/{{paraaf_id:int}}": Daad("/vragensets/KV-000005/parafen/1", {"versie": "1"}),
    f"{_PAD_SET}/stappen/teruggestuurd": Daad(
        "/vragensets/KV-000003/stappen/teruggestuurd",
        {"reden": "toon", "toelichting": "Schrijf het korter.", "versie": SETVERSIE},
    ),
    f"{_PAD_SET}/controle/gebreken": Daad(
        "/vragensets/KV-000003/controle/gebreken",
        {"code": "geen_beslisnota", "plaats": "set", "wat": "", "reden": "Er is geen nota."},
    ),
    f"{_PAD_SET}/controle/deelvragen": Daad(
        "/vragensets/KV-000003/controle/deelvragen",
        {"label": "1", "deelvraag": "Kent u het bericht over zaak 3?", "oordeel": "beantwoord"},
    ),
    f"{_PAD_SET}/beslisnota": Daad(f"{SET}/beslisnota", bestanden=(("nota.pdf", b"%PDF-1.7 nota"),)),
    f"{_PAD_SET}/vragen/{{label:str}}/opmerkingen": Daad(f"{VRAAG}/opmerkingen", {"opmerking": "Klopt dit?"}),
    f"{_PAD_SET}/vragen/{{label:str}}/opmerkingen/{{opmerking_id:int}}": Daad(f"{VRAAG}/opmerkingen/1"),
    f"{_PAD_SET}/afscherming": Daad(f"{SET}/afscherming", {"reden": "Eén gezin.", "versie": SETVERSIE}),
    f"{_PAD_SET}/afscherming/einde": Daad(f"{SET}/afscherming/einde", {"versie": SETVERSIE}),
    f"{_PAD_SET}/overdrachten": Daad(
        f"{SET}/overdrachten",
        {"bewindspersoon": "minister van Defensie", "reden": "Het gaat over kazernes.", "versie": SETVERSIE},
    ),
    f"{_PAD_SET}/overdrachten/{{overdracht_id:int}}": Daad(
        f"{SET}/overdrachten/1", {"besluit": "aanvaard", "door": "J. Ander", "dag": "2026-06-09", "versie": "1"}
    ),
    f"{_PAD_SET}/groepen": Daad(f"{SET}/groepen", {"vraag-2": "on", "vraag-3": "on", "versie": SETVERSIE}),
    f"{_PAD_SET}/vragen/{{label:str}}/uiteen": Daad(f"{SET}/vragen/9/uiteen", {"versie": SETVERSIE}),
    f"{_PAD_SET}/vragen/{{label:str}}/aanwezig": Daad(f"{VRAAG}/aanwezig", {"bewerkt": "ja"}),
    "/wetten": Daad("/wetten", {"titel": "Wet open overheid", "afkorting": "Woo", "bron": "Stb. 2021, 499"}),
    "/wetten/{wet_id:int}/weg": Daad("/wetten/1/weg"),
    "/parafenlijnen/{directie_id:int}": Daad(
        "/parafenlijnen/1",
        {"naam-0": "chef", "volgorde-0": "1", "soort-0": "paraaf", "rol-0": "leidinggevende", "werkdagen-0": "3"},
    ),
    "/vervangingen": Daad(
        "/vervangingen",
        {"wie": "1", "door": "2", "soort": "vervanging", "grond": "verlof", "van": "2026-06-01", "tot": "2026-07-01"},
    ),
    "/vervangingen/{vervanging_id:int}": Daad("/vervangingen/1"),
}
ZONDER_SPOOR = {"/vragensets/{sleutel:str}/vragen/{label:str}/voorbeeld"}


@pytest.fixture
def klaar(huis: Huis, eerdere_set: str, stuk: Callable[[str], bytes], account: Callable[[str], int]) -> None:
    """Something to do for every post.

    KV-000001 assigned, answered and signed, with a proposal that waits; KV-000002 with promises; KV-000003 reported
    ready; KV-000004 decided.
    """
    mens = account("iedereen")
    passages.bewaar(
        huis,
        OPDRACHTREGEL,
        None,
        titel="Poort",
        tekst="De poort is open.",
        eigenaar_id=mens,
        geldig_tot=date(2027, 1, 1),
    )
    hand = toezeggingen.voeg_toe(
        huis, OPDRACHTREGEL, zin="Ik meld dit.", gedaan_op=date(2026, 1, 5), vindplaats="debat", bewindspersoon="", aan="",
        interne_dag=date(2027, 1, 1),
    )  # fmt: skip
    assert hand == VAN_HAND
    for _ in range(2):
        toezeggingen.voeg_toe(
            huis, OPDRACHTREGEL, zin="Ik zei dit.", gedaan_op=date(2026, 1, 2), vindplaats="debat", bewindspersoon="",
            aan="", interne_dag=date(2027, 1, 1),
        )  # fmt: skip
    registergegevens.verbind(huis, OPDRACHTREGEL, VAN_HAND, str(VAN_HAND + 2), "herhaling")
    bewindspersonen.voeg_toe(
        huis, OPDRACHTREGEL, wat="minister Van Ravensteyn (Justitie en Veiligheid)", kabinet="Eerste",
        van=date(2025, 1, 6), tot=None, bron="kb",
    )  # fmt: skip
    gebruikers.maak_directie(huis, OPDRACHTREGEL, "DSV", "Slachtofferbeleid")
    parafenlijn.zet_lijn(huis, OPDRACHTREGEL, 1, [Stapinvoer("directeur", 1, "paraaf", "leidinggevende", None, 1)])
    parafenlijn.voeg_vervanging_toe(
        huis, OPDRACHTREGEL, gebruiker_id=mens, door_id=account("anna"), soort="mandaat", grond="besluit",
        van=date(2026, 1, 1), tot=None,
    )  # fmt: skip
    wetten.bewaar(huis, OPDRACHTREGEL, titel="Wet wapens en munitie", afkorting="Wwm", bron="BWBR0008804")
    _maak_af(huis, "KV-000001", mens, 10)
    overdracht.vraag(
        huis, OPDRACHTREGEL, "KV-000001", bewindspersoon="minister van Defensie", reden="Kazernes.", labels=("1",),
        versie=_versie(huis, "KV-000001"),
    )  # fmt: skip
    groepen.voeg_samen(huis, OPDRACHTREGEL, "KV-000001", ("9", "10"), versie=_versie(huis, "KV-000001"))
    opmerkingen.merk_op(huis, OPDRACHTREGEL, "KV-000001", "1", "Is dit zo?")
    uitstel.meld(huis, OPDRACHTREGEL, "KV-000001", reden="overleg", toelichting="", versie=_versie(huis, "KV-000001"))
    for nummer, stappen in (
        ("3", [Feitsoort.CONCEPT_GEREED]),
        ("4", [Feitsoort.CONCEPT_GEREED, Feitsoort.VASTGESTELD]),
        ("5", [Feitsoort.CONCEPT_GEREED]),
    ):
        klein = f"2026Z0{nummer}001\n(ingezonden 24 april 2026)\n\n1. Kent u het bericht over zaak {nummer}?\n".encode()
        sleutel = inname.take_in(huis, OPDRACHTREGEL, klein, "klein.txt").sleutel
        assert sleutel == f"KV-00000{nummer}"
        _maak_af(huis, sleutel, mens, 1, directie=1 if nummer == "5" else None)
        if nummer == "4":
            pass_gate(huis, sleutel, Feitsoort.VERZONDEN)
        for stap in stappen:
            route.zet_stap(huis, OPDRACHTREGEL, sleutel, stap, versie=_versie(huis, sleutel))
    anders = stuk("voorbeeld-sekten-vragen").replace(b"Begrijpt u het gevoel", b"Deelt u het gevoel")
    inname.take_in(huis, OPDRACHTREGEL, anders, "herdruk.txt")
    lijstinname.leg_neer(huis, OPDRACHTREGEL, "moties", "moties.csv", LIJSTDATA)
    werk_bij(huis)


def _maak_af(huis: Huis, sleutel: str, behandelaar: int, vragen: int, directie: int | None = None) -> None:
    """Answers a set, assigns it and signs it."""
    for nummer in range(1, vragen + 1):
        merk = "[^b1]" if vragen > 1 else ""
        antwoorden.save(huis, OPDRACHTREGEL, sleutel, str(nummer), f"Antwoord {nummer}{merk}.", versie=0)
    route.wijs_toe(
        huis, OPDRACHTREGEL, sleutel, directie_id=directie, behandelaar_id=behandelaar, versie=_versie(huis, sleutel)
    )
    vragensets.zet_ondertekening(
        huis, OPDRACHTREGEL, sleutel, ondertekenaar="minister Van Ravensteyn (Justitie en Veiligheid)", mede_namens="",
        versie=_versie(huis, sleutel),
    )  # fmt: skip


def _versie(huis: Huis, sleutel: str) -> int:
    return vragensets.beeld(huis, OPDRACHTREGEL, sleutel).rij.versie


def _ingevuld(bezoeker: Bezoeker, daad: Daad) -> dict[str, str]:
    if daad.velden.get("gezien") == GEZIEN:
        v = daad.velden
        wissel = bewindspersonen.bekijk(
            bezoeker.client.app.state.huis, OPDRACHTREGEL, kabinet=v["kabinet"],
            aantreden=date.fromisoformat(v["aantreden"]), namen=v["namen"], allen=True,
        )  # fmt: skip
        return v | {"gezien": str(sum(o.aantal for o in wissel.overgangen))}
    if daad.velden.get("versie") != SETVERSIE:
        return daad.velden
    return daad.velden | {"versie": str(_versie(bezoeker.client.app.state.huis, daad.pad.split("/")[2]))}


def _doe(bezoeker: Bezoeker, daad: Daad, *, token: str | None = None, koppen: dict[str, str] | None = None) -> int:
    velden = _ingevuld(bezoeker, daad)
    return bezoeker.post(daad.pad, velden, bestanden=daad.bestanden, token=token, koppen=koppen).status_code


def test_every_post_of_the_app_is_tried(app: Litestar) -> None:
    assert sorted(DADEN) == sorted(posts(app))


@pytest.mark.parametrize("pad", sorted(DADEN))
@pytest.mark.usefixtures("klaar")
def test_an_honest_post_has_an_effect(bezoek: Bezoek, inhoud: Inhoud, pad: str) -> None:
    """The control: without it the refusals below would prove nothing."""
    bezoeker = bezoek("iedereen")
    voor = inhoud()
    assert _doe(bezoeker, DADEN[pad]) in (200, 303)
    assert (inhoud() == voor) is (pad in ZONDER_SPOOR)


VALS: dict[str, tuple[str | None, dict[str, str]]] = {
    "no token": ("", {}),
    "a wrong token": ("x" * 43, {}),
    "a token that is not ASCII": ("é" * 43, {}),
    "another site": (None, {"Sec-Fetch-Site": "cross-site"}),
    "a sister site": (None, {"Sec-Fetch-Site": "same-site"}),
    "nonsense for a site": (None, {"Sec-Fetch-Site": "SAME-ORIGIN "}),
    "another origin": (None, {"Origin": "https://kwaad.example"}),
    "an origin that looks like ours": (None, {"Origin": "https://testserver.local.kwaad.example"}),
    "no origin to speak of": (None, {"Origin": "null"}),
    "another site with our origin": (None, {"Sec-Fetch-Site": "cross-site", "Origin": "https://testserver.local"}),
}


@pytest.mark.usefixtures("klaar")
def test_a_forged_post_is_refused_and_changes_nothing(bezoek: Bezoek, inhoud: Inhoud) -> None:
    bezoeker = bezoek("iedereen")
    voor, sessie, eigen = inhoud(), bezoeker.sessie, bezoeker.token
    anders = {}
    for pad, daad in DADEN.items():
        for wat, (token, koppen) in VALS.items():
            bezoeker.token = eigen
            if (status := _doe(bezoeker, daad, token=token, koppen=koppen)) != 403:
                anders[pad, wat] = status
    assert anders == {}
    assert inhoud() == voor
    assert bezoeker.sessie == sessie


@pytest.mark.usefixtures("klaar")
def test_the_token_of_a_colleague_is_no_token(bezoek: Bezoek, inhoud: Inhoud) -> None:
    bezoeker, ander = bezoek("iedereen"), bezoek("anna")
    voor = inhoud()
    statussen = {pad: _doe(bezoeker, daad, token=ander.token) for pad, daad in DADEN.items()}
    assert statussen == dict.fromkeys(DADEN, 403)
    assert inhoud() == voor


def test_the_token_must_be_in_the_body_and_not_in_the_address(bezoek: Bezoek, set_met_vragen: str) -> None:
    anna = bezoek("anna")
    eigen = anna.token
    antwoord = anna.post(f"{VRAAG}/antwoord?token={eigen}", {"tekst": "Ja.", "versie": "0"}, token="")
    assert antwoord.status_code == 403


@pytest.mark.parametrize(
    "koppen",
    [{}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, {"Origin": "https://testserver.local"}],
)
def test_our_own_page_may_post(bezoek: Bezoek, set_met_vragen: str, koppen: dict[str, str]) -> None:
    antwoord = bezoek("anna").post(f"{VRAAG}/antwoord", {"tekst": "Ja.", "versie": "0"}, koppen=koppen)
    assert antwoord.status_code == 303


def test_the_refusal_says_what_to_do(bezoek: Bezoek) -> None:
    anna = bezoek("anna")
    verlopen = anna.post(f"{VRAAG}/antwoord", token="x")
    vreemd = anna.post(f"{VRAAG}/antwoord", koppen={"Sec-Fetch-Site": "cross-site"})
    assert melding_in(verlopen) == "Het formulier is verlopen. Ga terug, vernieuw de pagina en probeer het opnieuw."
    assert melding_in(vreemd) == "Dit verzoek komt van een andere website en is geweigerd."


@pytest.mark.usefixtures("klaar")
def test_looking_changes_nothing(bezoek: Bezoek, app: Litestar, inhoud: Inhoud) -> None:
    """Every GET, as a page and as a fragment; a document that leaves is remembered, and a look at the trail itself."""
    bezoeker = bezoek("iedereen")
    paden = [pad for pad in gets(app).values() if pad != "/inloggen" and "overdrachten" not in pad]
    voor, regels = inhoud("audit"), len(inhoud()["audit"])
    for pad in paden:
        assert bezoeker.get(pad).status_code < 400, pad
        assert bezoeker.htmx(pad).status_code < 400, pad
    assert inhoud("audit") == voor
    nieuw = inhoud()["audit"][regels:]
    assert Counter(rij[1] for rij in nieuw) == {"exporteren": 8, "audit_zien": 2, "rechten_zien": 2}


@pytest.mark.parametrize("methode", ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE"])
@pytest.mark.usefixtures("klaar")
def test_no_other_method_reaches_an_act(bezoek: Bezoek, inhoud: Inhoud, methode: str) -> None:
    bezoeker = bezoek("iedereen")
    eigen, voor = bezoeker.token, inhoud()
    for daad in DADEN.values():
        velden = {**_ingevuld(bezoeker, daad), "token": eigen}
        rest = {"params": velden} if methode in ("GET", "HEAD", "OPTIONS") else {"data": velden}
        bezoeker.vraag(methode, daad.pad, **rest)
    assert inhoud() == voor


def test_the_policy_allows_nothing_unsafe() -> None:
    beleid = dict(regel.split(" ", 1) for regel in KOPPEN["Content-Security-Policy"].split("; "))
    assert beleid == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }


def test_the_other_headers_are_as_promised() -> None:
    rest = {naam: waarde for naam, waarde in KOPPEN.items() if naam != "Content-Security-Policy"}
    assert rest == {
        "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    }


STATUSSEN: dict[str, tuple[int, str, str, dict[str, str]]] = {
    "a page": (200, "GET", "/vragensets", {}),
    "a redirect": (303, "GET", "/", {}),
    "a document": (200, "GET", f"{SET}/antwoord.docx", {}),
    "no such page": (404, "GET", "/bestaat-niet", {}),
    "no such set": (404, "GET", "/vragensets/KV-999999", {}),
    "no such method": (405, "DELETE", "/vragensets", {}),
    "not allowed": (403, "GET", "/inname", {}),
    "forged": (403, "POST", "/uitloggen", {}),
    "no such file": (404, "GET", "/static/bestaat-niet.css", {}),
    "a file outside": (404, "GET", "/static/..%2f..%2fsettings.py", {}),
}


@pytest.mark.parametrize("soort", sorted(STATUSSEN))
@pytest.mark.parametrize("htmx", [False, True])
def test_every_kind_of_response_has_the_headers_and_is_not_kept(
    bezoek: Bezoek, set_met_vragen: str, soort: str, htmx: bool
) -> None:
    """The headers themselves are asserted by `Bezoeker` on every response of every test in this folder."""
    status, methode, pad, velden = STATUSSEN[soort]
    antwoord = bezoek("anna").vraag(methode, pad, koppen=HTMX if htmx else {}, data=velden or None)
    assert (antwoord.status_code, antwoord.headers["cache-control"]) == (status, "no-store")


@pytest.mark.parametrize(
    "bestand", ["kamervragen.css", "kamervragen.js", "vendor/htmx-2.0.11.min.js", "vendor/fira-sans-400.woff2"]
)
def test_static_files_are_open_and_kept_for_ever(gast: Bezoeker, bestand: str) -> None:
    antwoord = gast.get(f"/static/{bestand}")
    assert (antwoord.status_code, antwoord.headers["cache-control"]) == (200, "max-age=31536000, public, immutable")
    assert "set-cookie" not in antwoord.headers


def test_a_page_names_its_static_files_by_their_content(gast: Bezoeker) -> None:
    """A file that is kept for ever needs an address that changes with it."""
    adressen = re.findall(r'(?:href|src)="(/static/[^"]+)"', gast.get("/inloggen").text)
    assert len(adressen) == 3
    for adres in adressen:
        pad, _, som = adres.partition("?")
        assert som == hashlib.sha256(gast.get(pad).content).hexdigest()[:12]


def test_a_browser_that_asks_whether_a_file_changed_gets_it_with_every_header(gast: Bezoeker) -> None:
    """It is never answered with a 304: a file that may be kept for ever is not asked for again."""
    eerst = gast.get("/static/kamervragen.css")
    antwoord = gast.vraag("GET", "/static/kamervragen.css", koppen={"If-None-Match": eerst.headers["etag"]})
    assert (antwoord.status_code, antwoord.content) == (200, eerst.content)


@pytest.mark.parametrize(
    "pad", ["/static/../settings.py", "/static/%2e%2e/settings.py", "/static//etc/passwd", "/static/%00", "/static/"]
)
def test_nothing_outside_the_folder_is_a_static_file(gast: Bezoeker, pad: str) -> None:
    assert gast.get(pad).status_code == 404


def test_the_log_in_page_sets_only_its_own_cookie(gast: Bezoeker) -> None:
    namen = [regel.partition("=")[0] for regel in gast.get("/inloggen").headers.get_list("set-cookie")]
    assert namen == ["__Host-inloggen"]
