"""For every post of the app a request that does something when it is honest, and the house in which it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

import pyotp

from kamervragen.antwoorden import groepen, opmerkingen, schrijven
from kamervragen.beheer import organisatie, werkoverdracht
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.core.rows import TaakRij
from kamervragen.core.store.engine import reading, writing
from kamervragen.domain.rollen import Rol
from kamervragen.domain.status import Feitsoort
from kamervragen.hergebruik import passages
from kamervragen.inname import innemen
from kamervragen.jobs import catch_up
from kamervragen.lijn import (
    bijdragelevering,
    bijdragen,
    overdracht,
    parafenlijn,
    rectificaties,
    route,
    toewijzing,
    wetten,
)
from kamervragen.lijn.parafenlijn import Stapinvoer
from kamervragen.lijsten import lijstinname
from kamervragen.mensen import accounts, gebruikers, koppelingen, vervanging
from kamervragen.mensen.rows import GebruikerRij
from kamervragen.papieren import bijlagen, conceptpapier, karweien, terugkeer
from kamervragen.register import bewindspersonen, registergegevens, toezeggingen, wisseling
from kamervragen.setpagina import setblad
from kamervragen.sets import uitstel
from kamervragen.sets.blik import zie
from kamervragen.sets.store import vragensets as kast
from kamervragen.sets.toegang import vind_set
from tests.documents.bewerken import Bewerking
from tests.stukken import pass_gate
from tests.web.bezoeker import WACHTWOORD, Bestanden, Bezoeker

SET = "/vragensets/KV-000001"
VRAAG = f"{SET}/vragen/1"
_PAD_SET = "/vragensets/{sleutel:str}"
ANNA = 2
TWEESTAPS = 3  # who has a second step
GEHEIM = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # of his authenticator
VAN_HAND = 3  # the promise that was added by hand
GEZIEN = "what the preview shows"
LIJSTDATA = b"kamerstuk;indieners;ingediend\nkst-36000-9;De Wit;3-2-2026\n"
SETVERSIE = "of the set"  # stands for the version that the set has when the form is sent


@dataclass(frozen=True)
class Daad:
    """A post that does something when it is honest."""

    pad: str | Callable[[Huis], str]
    velden: dict[str, str] | Callable[[Huis], dict[str, str]] = field(default_factory=dict)
    bestanden: Bestanden | Callable[[Huis], Bestanden] = ()


def bijlage_van(huis: Huis) -> int:
    """The paper that lies with KV-000001."""
    return zie(bijlagen.van_set, huis, OPDRACHTREGEL, "KV-000001").bijlagen[0].id or 0


def bewerkt(huis: Huis, *labels: str) -> bytes:
    """The concept of KV-000001 with a tracked change in each of these answers; nobody fetched it."""
    with reading(huis.engine) as sessie:
        rij = vind_set(sessie, "KV-000001")
        concept = Bewerking(conceptpapier.maak(huis, sessie, rij, kast.laad(sessie, rij.id or 0)))
    for label in labels:
        concept.voeg_in(f"Antwoord {label}", " in andere woorden")
    return concept.klaar()


def _gastlink(huis: Huis) -> str:
    """The link of the request to someone outside."""
    return zie(bijdragen.van_set, huis, OPDRACHTREGEL, "KV-000005")[0].link.removeprefix(huis.settings.basis)


def _passage(huis: Huis) -> str:
    """What the Kamer has as the first answer of KV-000002."""
    return zie(setblad.beeld, huis, OPDRACHTREGEL, "KV-000002").blokken[0].antwoord.tekst


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
    f"{_PAD_SET}/bijlagen": Daad(
        f"{SET}/bijlagen", {"soort": "bijlage", "titel": "Rapport"}, bestanden=(("rapport.pdf", b"%PDF-1.7 rapport"),)
    ),
    f"{_PAD_SET}/bijlagen/{{document_id:int}}": Daad(
        lambda huis: f"{SET}/bijlagen/{bijlage_van(huis)}",
        {"soort": "bron", "titel": "Ander rapport", "plaats": "1", "versie": SETVERSIE},
    ),
    f"{_PAD_SET}/dms-kenmerk": Daad(f"{SET}/dms-kenmerk", {"kenmerk": "DMS-2026-17"}),
    f"{_PAD_SET}/afdoening": Daad(
        f"{SET}/afdoening", {"hoe": "ingetrokken", "dag": "2026-05-01", "toelichting": "", "versie": SETVERSIE}
    ),
    f"{_PAD_SET}/terugkeer": Daad(f"{SET}/terugkeer", bestanden=lambda huis: (("terug.docx", bewerkt(huis, "7")),)),
    f"{_PAD_SET}/terugkeer/{{terugkeer_id:int}}/plaatsen/{{plaats:str}}": Daad(
        f"{SET}/terugkeer/1/plaatsen/antwoord-2", {"besluit": "overgenomen"}
    ),
    f"{_PAD_SET}/terugkeer/wijzigingen/{{voorstel_id:int}}": Daad(
        f"{SET}/terugkeer/wijzigingen/1", {"besluit": "overgenomen", "versie": "1"}
    ),
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
    "/woordenlijsten/redenen": Daad(
        "/woordenlijsten/redenen", {"code": "", "naam": "Storing", "omdat": "de teller kapot is"}
    ),
    "/woordenlijsten/signalen": Daad("/woordenlijsten/signalen", {"tekst": "inspectie bezoekt", "werking": "hard"}),
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
DADEN |= {
    "/inloggen/code": Daad("/inloggen/code", lambda huis: {"kaart": _kaart(huis), "code": _code(huis)}),
    "/uitnodiging/{koppeling:str}": Daad(
        lambda huis: accounts.beeld(huis, OPDRACHTREGEL, ANNA).uitnodiging.removeprefix(huis.settings.basis),
        {"wachtwoord": "een heel ander wachtwoord", "herhaald": "een heel ander wachtwoord"},
    ),
    "/account/wachtwoord": Daad(
        "/account/wachtwoord",
        {"oud": WACHTWOORD, "nieuw": "een heel ander wachtwoord", "herhaald": "een heel ander wachtwoord"},
    ),
    "/account/tweestaps": Daad(
        "/account/tweestaps", lambda huis: {"geheim": GEHEIM, "code": _code(huis), "wachtwoord": WACHTWOORD}
    ),
    "/accounts": Daad("/accounts", {"naam": "Jan", "inlognaam": "jan", "mail": "", "rol": "lezer"}),
    "/accounts/{gebruiker_id:int}": Daad(
        f"/accounts/{ANNA}",
        lambda huis: {
            "naam": "Anna A.",
            "mail": "anna@ministerie.example",
            "versie": str(accounts.beeld(huis, OPDRACHTREGEL, ANNA).rij.versie),
        },
    ),
    "/accounts/{gebruiker_id:int}/loopbaan": Daad(
        f"/accounts/{ANNA}/loopbaan",
        lambda huis: {
            "laatste-dag": "2027-01-12",
            "gezien": str(len(accounts.beeld(huis, OPDRACHTREGEL, ANNA).rollen)),
        },
    ),
    "/accounts/{gebruiker_id:int}/uitnodiging": Daad(f"/accounts/{ANNA}/uitnodiging"),
    "/accounts/{gebruiker_id:int}/rollen": Daad(f"/accounts/{ANNA}/rollen", {"rol": "lezer", "van": "2026-07-01"}),
    "/accounts/{gebruiker_id:int}/rollen/{lidmaatschap_id:int}": Daad(
        lambda huis: f"/accounts/{ANNA}/rollen/{accounts.beeld(huis, OPDRACHTREGEL, ANNA).rollen[0].rij.id}"
    ),
    "/directies": Daad("/directies", {"code": "DGX", "naam": "Iets anders"}),
}
DADEN |= {
    f"{_PAD_SET}/nummers": Daad(f"{SET}/nummers", {"nummer-1": "2", "nummer-2": "1", "versie": SETVERSIE}),
    f"{_PAD_SET}/bijdragen": Daad(
        f"{SET}/bijdragen",
        {
            "naam": "Ministerie van Defensie",
            "gevraagd": "Cijfers.",
            "uiterlijk": "2027-01-12",
            "vraag-1": "on",
            "versie": SETVERSIE,
        },
    ),
    f"{_PAD_SET}/bijdragen/{{verzoek_id:int}}": Daad("/vragensets/KV-000005/bijdragen/2", {"stap": "herinneren"}),
    f"{_PAD_SET}/vragen/{{label:str}}/bijdragen/{{bijdrage_id:int}}": Daad(
        "/vragensets/KV-000005/vragen/1/bijdragen/1", {"besluit": "overgenomen", "versie": "1", "antwoord": "1"}
    ),
    "/bijdragen/{verzoek_id:int}": Daad("/bijdragen/1", {"tekst-1": "Het zijn er dertien."}),
    "/bijdrage/{koppeling:str}": Daad(_gastlink, {"auteur": "J. Ander", "tekst-1": "Het zijn er veertien."}),
    f"{_PAD_SET}/rectificaties": Daad(
        "/vragensets/KV-000002/rectificaties",
        lambda huis: {
            "label": "1",
            "passage": _passage(huis),
            "juist": "Nee.",
            "reden": "Een fout.",
            "versie": str(versie_van(huis, "KV-000002")),
        },
    ),
    "/rectificaties/{rectificatie_id:int}": Daad(
        "/rectificaties/1", {"juist": "Toch niet.", "reden": "Een vergissing.", "versie": "1"}
    ),
    "/rectificaties/{rectificatie_id:int}/vastgesteld": Daad("/rectificaties/1/vastgesteld", {"versie": "1"}),
    "/rectificaties/{rectificatie_id:int}/verzonden": Daad(
        "/rectificaties/2/verzonden", lambda huis: {"dag": huis.vandaag().isoformat(), "versie": "2"}
    ),
    "/werkoverdracht": Daad(
        "/werkoverdracht",
        lambda huis: {
            "van": "1",
            "naar": str(ANNA),
            "reden": "Vertrek.",
            "gezien": str(len(werkoverdracht.toon(huis, OPDRACHTREGEL, 1).stukken)),
        },
    ),
    "/account/afwezig": Daad(
        "/account/afwezig", {"door": str(ANNA), "grond": "verlof", "van": "2026-07-01", "tot": "2026-07-14"}
    ),
    "/account/afwezig/{vervanging_id:int}": Daad("/account/afwezig/1"),
    "/toewijzingen": Daad(
        "/toewijzingen", lambda huis: {"kies-KV-000001": str(versie_van(huis, "KV-000001")), "behandelaar-id": "1"}
    ),
    f"{_PAD_SET}/ontvangst": Daad("/vragensets/KV-000006/ontvangst", {"dag": "2026-06-09", "versie": SETVERSIE}),
    "/leden": Daad(
        "/leden",
        lambda huis: (
            lambda lid: {"naam": lid.naam, "fractie": lid.fractie, "nieuwe-naam": "Anders", "gezien": str(lid.sets)}
        )(organisatie.leden(huis, OPDRACHTREGEL)[0][0]),
    ),
    "/directies/{directie_id:int}": Daad(
        "/directies/1",
        lambda huis: {"opvolger": "2", "gezien": str(organisatie.gevolg(huis, OPDRACHTREGEL, 1, 2)[2].samen)},
    ),
    "/karweien/papieren": Daad("/karweien/papieren", {"kies-KV-000001": "1", "papier": "antwoord"}),
    "/karweien/onderhoud": Daad("/karweien/onderhoud", {"soort": "standen"}),
    "/karweien/{karwei_id:int}": Daad("/karweien/1"),
    "/toestand/taken/{taak_id:int}": Daad("/toestand/taken/7777"),
    "/ongedaan": Daad("/ongedaan", {"nummer": "1", "terug": "/wetten"}),
}
ZONDER_SPOOR = {"/vragensets/{sleutel:str}/vragen/{label:str}/voorbeeld"}


def richt_in(huis: Huis, stuk: Callable[[str], bytes], account: Callable[[str], int]) -> None:
    """Something to do for every post.

    KV-000001 assigned, answered and signed, with a proposal that waits; KV-000002 with promises; KV-000003 reported
    ready; KV-000004 decided; KV-000006 sent.
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
        huis,
        OPDRACHTREGEL,
        zin="Ik meld dit.",
        gedaan_op=date(2026, 1, 5),
        vindplaats="debat",
        bewindspersoon="",
        aan="",
        interne_dag=date(2027, 1, 1),
    )
    assert hand == VAN_HAND
    for _ in range(2):
        toezeggingen.voeg_toe(
            huis,
            OPDRACHTREGEL,
            zin="Ik zei dit.",
            gedaan_op=date(2026, 1, 2),
            vindplaats="debat",
            bewindspersoon="",
            aan="",
            interne_dag=date(2027, 1, 1),
        )
    registergegevens.verbind(huis, OPDRACHTREGEL, VAN_HAND, str(VAN_HAND + 2), "herhaling")
    bewindspersonen.voeg_toe(
        huis,
        OPDRACHTREGEL,
        wat="minister Van Ravensteyn (Justitie en Veiligheid)",
        kabinet="Eerste",
        van=date(2025, 1, 6),
        tot=None,
        bron="kb",
    )
    gebruikers.maak_directie(huis, OPDRACHTREGEL, "DSV", "Slachtofferbeleid")
    gebruikers.maak_directie(huis, OPDRACHTREGEL, "DGRR", "Recht")
    parafenlijn.zet_lijn(huis, OPDRACHTREGEL, 1, [Stapinvoer("directeur", 1, "paraaf", "leidinggevende", None, 1)])
    vervanging.voeg_toe(
        huis,
        OPDRACHTREGEL,
        gebruiker_id=mens,
        door_id=account("anna"),
        soort="mandaat",
        grond="besluit",
        van=date(2026, 1, 1),
        tot=None,
    )
    iemand = Wie("Iedereen", frozenset(Rol), "test", mens)
    wetten.bewaar(huis, OPDRACHTREGEL, titel="Wet wapens en munitie", afkorting="Wwm", bron="BWBR0008804")
    wetten.bewaar(huis, OPDRACHTREGEL, titel="Wet die weg is", afkorting="Wdw", bron="Stb. 1")
    wetten.verwijder(huis, iemand, 2)  # this can be undone: number 1
    _maak_af(huis, "KV-000001", mens, 10)
    overdracht.vraag(
        huis,
        OPDRACHTREGEL,
        "KV-000001",
        bewindspersoon="minister van Defensie",
        reden="Kazernes.",
        labels=("1",),
        versie=versie_van(huis, "KV-000001"),
    )
    groepen.voeg_samen(huis, OPDRACHTREGEL, "KV-000001", ("9", "10"), versie=versie_van(huis, "KV-000001"))
    opmerkingen.merk_op(huis, OPDRACHTREGEL, "KV-000001", "1", "Is dit zo?")
    bijlagen.voeg_toe(huis, OPDRACHTREGEL, "KV-000001", b"%PDF-1.7 bijlage", "bijlage.pdf", soort="bijlage")
    terugkeer.neem_terug(huis, OPDRACHTREGEL, "KV-000001", bewerkt(huis, "1", "2", "3"), "concept.docx")
    uitstel.meld(
        huis, OPDRACHTREGEL, "KV-000001", reden="overleg", toelichting="", versie=versie_van(huis, "KV-000001")
    )
    for nummer, stappen in (
        ("3", [Feitsoort.CONCEPT_GEREED]),
        ("4", [Feitsoort.CONCEPT_GEREED, Feitsoort.VASTGESTELD]),
        ("5", [Feitsoort.CONCEPT_GEREED]),
        ("6", [Feitsoort.CONCEPT_GEREED, Feitsoort.VASTGESTELD, Feitsoort.VERZONDEN]),
    ):
        klein = f"2026Z0{nummer}001\n(ingezonden 24 april 2026)\n\n1. Kent u het bericht over zaak {nummer}?\n".encode()
        sleutel = innemen.neem_in(huis, OPDRACHTREGEL, klein, "klein.txt").sleutel
        assert sleutel == f"KV-00000{nummer}"
        _maak_af(huis, sleutel, mens, 1, directie=1 if nummer == "5" else None)
        if nummer in ("4", "6"):
            pass_gate(huis, sleutel, Feitsoort.VERZONDEN)
        for stap in stappen:
            route.zet_stap(huis, OPDRACHTREGEL, sleutel, stap, versie=versie_van(huis, sleutel))
    anders = stuk("voorbeeld-sekten-vragen").replace(b"Begrijpt u het gevoel", b"Deelt u het gevoel")
    innemen.neem_in(huis, OPDRACHTREGEL, anders, "herdruk.txt")
    _vraag_bijdragen(huis, mens)
    for _ in range(2):
        rectificaties.meld(
            huis,
            OPDRACHTREGEL,
            "KV-000002",
            "1",
            passage=_passage(huis),
            juist="Nee.",
            reden="Een fout.",
            versie=versie_van(huis, "KV-000002"),
        )
    rectificaties.stel_vast(huis, OPDRACHTREGEL, 2, versie=1)
    karweien.papieren_van(huis, iemand, ["KV-000006"], "antwoord")
    with writing(huis.engine) as sessie:
        sessie.add(
            TaakRij(id=7777, naam="mail", gegevens={"bericht_id": 0}, status="mislukt", pogingen=5, na=huis.nu())
        )
    lijstinname.leg_neer(huis, OPDRACHTREGEL, "moties", "moties.csv", LIJSTDATA)
    _maak_mensen(huis, account)
    catch_up(huis)


def _vraag_bijdragen(huis: Huis, mens: int) -> None:
    """One of a colleague, who gave it; one of someone outside."""
    for aan in (
        bijdragen.Gevraagde(gebruiker_id=mens),
        bijdragen.Gevraagde(naam="Ministerie van Defensie", mail="x@def.example"),
    ):
        bijdragen.vraag(
            huis,
            OPDRACHTREGEL,
            "KV-000005",
            aan,
            labels=["1"],
            gevraagd="De cijfers.",
            uiterlijk=date(2027, 1, 12),
            met_concept=False,
            versie=versie_van(huis, "KV-000005"),
        )
    bijdragelevering.lever(huis, OPDRACHTREGEL, 1, {"1": "Het zijn er twaalf."})


def _maak_mensen(huis: Huis, account: Callable[[str], int]) -> None:
    """Anna is invited again; Bram has a second step."""
    assert (account("anna"), account("bram")) == (ANNA, TWEESTAPS)
    accounts.nodig_uit(huis, OPDRACHTREGEL, ANNA)
    with writing(huis.engine) as sessie:
        sessie.get_one(GebruikerRij, TWEESTAPS).totp = huis.kluis.seal(GEHEIM)


def _kaart(huis: Huis) -> str:
    return koppelingen.maak_los(huis, koppelingen.Soort.TWEEDE_STAP, {"id": TWEESTAPS}, timedelta(minutes=5))


def _code(huis: Huis) -> str:
    return pyotp.TOTP(GEHEIM).at(huis.nu())


def _maak_af(huis: Huis, sleutel: str, behandelaar: int, vragen: int, directie: int | None = None) -> None:
    """Answers a set, assigns it and signs it."""
    for nummer in range(1, vragen + 1):
        merk = "[^b1]" if vragen > 1 else ""
        schrijven.bewaar(huis, OPDRACHTREGEL, sleutel, str(nummer), f"Antwoord {nummer}{merk}.", versie=0)
    toewijzing.wijs_toe(
        huis, OPDRACHTREGEL, sleutel, directie_id=directie, behandelaar_id=behandelaar, versie=versie_van(huis, sleutel)
    )
    setblad.zet_ondertekening(
        huis,
        OPDRACHTREGEL,
        sleutel,
        ondertekenaar="minister Van Ravensteyn (Justitie en Veiligheid)",
        mede_namens="",
        versie=versie_van(huis, sleutel),
    )


def versie_van(huis: Huis, sleutel: str) -> int:
    return zie(setblad.beeld, huis, OPDRACHTREGEL, sleutel).rij.versie


def _ingevuld(huis: Huis, daad: Daad, pad: str) -> dict[str, str]:
    v = daad.velden(huis) if callable(daad.velden) else daad.velden
    if v.get("gezien") == GEZIEN:
        wissel = wisseling.bekijk(
            huis,
            OPDRACHTREGEL,
            kabinet=v["kabinet"],
            aantreden=date.fromisoformat(v["aantreden"]),
            namen=v["namen"],
            allen=True,
        )
        return v | {"gezien": str(sum(o.aantal for o in wissel.overgangen))}
    return v | {"versie": str(versie_van(huis, pad.split("/")[2]))} if v.get("versie") == SETVERSIE else v


def verzoek_van(huis: Huis, daad: Daad) -> tuple[str, dict[str, str], Bestanden]:
    """The address, the fields and the files it sends, as things stand."""
    pad = daad.pad(huis) if callable(daad.pad) else daad.pad
    return pad, _ingevuld(huis, daad, pad), daad.bestanden(huis) if callable(daad.bestanden) else daad.bestanden


def doe(bezoeker: Bezoeker, daad: Daad, *, token: str | None = None, koppen: dict[str, str] | None = None) -> int:
    """Sends it; the status of the answer."""
    pad, velden, bestanden = verzoek_van(bezoeker.client.app.state.huis, daad)
    return bezoeker.post(pad, velden, bestanden=bestanden, token=token, koppen=koppen).status_code
