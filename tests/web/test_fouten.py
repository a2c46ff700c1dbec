"""Errors are Dutch pages that say what to do; for htmx they are fragments; they never say how we are built."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from litestar import Litestar

from kamervragen.beheer import toestand
from kamervragen.core import sessions
from kamervragen.core.paging import Blad
from kamervragen.domain.errors import NietGevonden, NietToegestaan, Ongeldig, TeGroot, Verouderd
from kamervragen.register import moties
from tests.web.bezoeker import HTMX, Bezoeker, melding_in
from tests.web.conftest import Bezoek
from tests.web.paden import gets

GEHEIM = "geheim: /srv/kamervragen/app SELECT wachtwoord FROM gebruiker"


def _verraad(tekst: str) -> list[str]:
    """What a stranger should not read on an error page."""
    return [
        woord
        for woord in ("geheim", "/srv/", "SELECT", "Traceback", "RuntimeError", ".py", "sqlalchemy")
        if woord in tekst
    ]


@pytest.mark.parametrize(
    ("fout", "status"),
    [
        (NietGevonden("Dit is er niet. Zoek het op."), 404),
        (NietToegestaan("Dit mag niet. Vraag hulp."), 403),
        (Verouderd("Een collega was eerder. Vernieuw de pagina."), 409),
        (Ongeldig("Dit is geen dag. Kies een dag."), 422),
        (TeGroot("Dit is te groot. Splits het."), 413),
    ],
)
@pytest.mark.parametrize("htmx", [False, True])
def test_each_error_of_the_rules_has_its_status_and_its_words(
    bezoek: Bezoek, monkeypatch: pytest.MonkeyPatch, fout: Exception, status: int, htmx: bool
) -> None:
    monkeypatch.setattr(moties, "bladzijde", _gooit(fout))
    antwoord = bezoek("anna").vraag("GET", "/moties", koppen=HTMX if htmx else {})
    assert (antwoord.status_code, melding_in(antwoord)) == (status, str(fout))
    assert ("<html" in antwoord.text) is not htmx


def test_the_words_of_an_error_are_text_and_never_markup(bezoek: Bezoek, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moties, "bladzijde", _gooit(Ongeldig("<script>alert(1)</script>")))
    antwoord = bezoek("anna").get("/moties")
    assert melding_in(antwoord) == "&lt;script&gt;alert(1)&lt;/script&gt;"
    assert "<script>alert" not in antwoord.text


@pytest.mark.parametrize("htmx", [False, True])
def test_a_mistake_of_ours_tells_only_its_reference(
    bezoek: Bezoek, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, htmx: bool
) -> None:
    monkeypatch.setattr(moties, "bladzijde", _gooit(RuntimeError(GEHEIM)))
    antwoord = bezoek("anna").vraag("GET", "/moties", koppen=HTMX if htmx else {})
    treffer = re.fullmatch(
        r"Er ging iets mis\. Probeer het opnieuw; blijft het misgaan, noem dan kenmerk ([0-9a-f]{8}) aan de beheerder\.",
        melding_in(antwoord),
    )
    assert antwoord.status_code == 500
    assert treffer is not None
    assert _verraad(antwoord.text) == []
    assert ("<html" in antwoord.text) is not htmx
    [regel] = [r for r in caplog.records if r.name == "kamervragen.web.errors"]
    assert regel.getMessage() == f"onverwachte fout {treffer[1]} op /moties"
    assert regel.exc_info is not None
    assert str(regel.exc_info[1]) == GEHEIM


def test_every_page_survives_a_mistake_of_ours(
    bezoek: Bezoek, app: Litestar, eerdere_set: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever use case a page calls fails; each page says so, and says nothing else (S12)."""
    from kamervragen.antwoorden import versies
    from kamervragen.beheer import organisatie, recessen, signaalwoorden, werkoverdracht
    from kamervragen.hergebruik import archief, bronzoeken, eerder, herkomst, passages
    from kamervragen.inname import herstel, stapel
    from kamervragen.inname.web import inname
    from kamervragen.lijn import (
        bijdragelevering,
        controle,
        overdracht,
        parafenlijn,
        rectificatiebeeld,
        toezicht,
        wetten,
    )
    from kamervragen.lijsten import lijstinname, uitgaand
    from kamervragen.mensen import accounts, eigen_account, post
    from kamervragen.papieren import bijlagen, karweien, maken, sjablonen, terugkeerbeeld
    from kamervragen.register import bewindspersonen, toezeggingen, werklijst
    from kamervragen.setpagina import archiefpakket, eerste_ronde, setblad, zending
    from kamervragen.sets import bord
    from kamervragen.vandaag import abonnementen, agenda, cijfers, kwaliteit, mijnwerk, ochtendbericht, verantwoording

    bezoeker = bezoek("iedereen")
    for module, namen in {
        controle: ("controle",),
        overdracht: ("van_set", "bericht"),
        toezicht: ("geschiedenis", "zoek", "rechten"),
        versies: ("vergelijk",),
        parafenlijn: ("lijnen",),
        wetten: ("register",),
        signaalwoorden: ("lijst",),
        karweien: ("mijn", "toon"),
        organisatie: ("gevolg", "leden"),
        kwaliteit: ("toon",),
        zending: ("pakket",),
        bord: ("blad",),
        bronzoeken: ("zoek",),
        mijnwerk: ("van",),
        setblad: ("beeld",),
        eerder: ("zoek", "zoek_bij_vraag", "zoek_bij_set"),
        toezeggingen: ("bladzijde", "beeld"),
        moties: ("bladzijde", "beeld"),
        agenda: ("maand", "vrijdaglijst"),
        recessen: ("lijst",),
        bewindspersonen: ("lijst",),
        lijstinname: ("bekijk", "geweigerd"),
        ochtendbericht: ("bericht",),
        verantwoording: ("rappel", "ambten"),
        cijfers: ("bereken",),
        abonnementen: ("lijst",),
        uitgaand: ("als_bestand",),
        werklijst: ("lijst",),
        stapel: ("stapel", "bekijk"),
        herstel: ("velden",),
        inname: ("_getypt",),
        herkomst: ("gebruik",),
        maken: ("lijst", "maak"),
        archiefpakket: ("archief", "openbaar"),
        bijlagen: ("haal_op",),
        terugkeerbeeld: ("beeld",),
        sjablonen: ("alle",),
        accounts: ("lijst", "beeld"),
        eigen_account: ("toon",),
        post: ("postvak",),
        archief: ("zoek", "nummer", "van_sleutel"),
        passages: ("lijst", "eigenaren", "toon"),
        eerste_ronde: ("ronde", "toewijsvoorstel"),
        rectificatiebeeld: ("beeld", "brief"),
        bijdragelevering: ("toon", "formulier"),
        werkoverdracht: ("toon",),
        toestand: ("toon", "klaar"),
    }.items():
        for naam in namen:
            monkeypatch.setattr(module, naam, _gooit(RuntimeError(GEHEIM)))
    statussen = {}
    for pad, adres in gets(app).items():
        antwoord = bezoeker.get(f"{adres}?vraag=x" if pad == "/zoeken" else adres)
        statussen[pad] = antwoord.status_code
        assert _verraad(antwoord.text) == [], pad
    heel = {
        "/": 303,
        "/inloggen": 303,
        "/gedaan": 200,
        "/beheer": 200,
        "/stijl": 200,
        "/toegankelijkheid": 200,
        "/taal/{taal:str}": 303,
        "/lijstinname": 200,
        "/bewindspersonen/wisseling": 200,
        "/toezeggingen/nieuw": 200,
        "/moties/nieuw": 200,
        "/gezond": 200,
        "/metrics": 404,
        "/robots.txt": 200,
        "/.well-known/security.txt": 404,
    }  # forms that ask next to nothing of the house
    assert statussen == {pad: heel.get(pad, 500) for pad in gets(app)}


def test_a_mistake_in_the_session_itself_is_an_ordinary_error_page(
    bezoek: Bezoek, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The middleware runs before any handler: a failing database must not show there either."""

    anna = bezoek("anna")
    monkeypatch.setattr(sessions, "read", _gooit(RuntimeError(GEHEIM)))
    antwoord = anna.get("/vragensets")
    assert antwoord.status_code == 500
    assert melding_in(antwoord).startswith("Er ging iets mis.")
    assert _verraad(antwoord.text) == []


def test_a_mistake_in_a_template_is_an_ordinary_error_page(bezoek: Bezoek, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moties, "bladzijde", lambda *_: Blad([object()], 1, 1, 1))
    antwoord = bezoek("anna").get("/moties")
    assert antwoord.status_code == 500
    assert _verraad(antwoord.text) == []


@pytest.mark.parametrize(
    ("methode", "pad", "status", "bericht"),
    [
        ("GET", "/bestaat-niet", 404, "Deze pagina bestaat niet. Controleer het adres, of ga naar de lijst van sets."),
        ("GET", "/vragensets/KV-999999", 404, "De set KV-999999 bestaat niet. Zoek hem op in de lijst van sets."),
        ("GET", "/vragensets/KV-000001/vragen/99", 404, "Vraag 99 staat niet in KV-000001. Ga terug naar de set."),
        (
            "DELETE",
            "/vragensets",
            405,
            "Dit adres kan zo niet worden gebruikt. Ga terug en gebruik de knoppen op de pagina.",
        ),
        (
            "POST",
            "/cijfers",
            405,
            "Dit adres kan zo niet worden gebruikt. Ga terug en gebruik de knoppen op de pagina.",
        ),
        (
            "POST",
            "/toezeggingen/x/besluit",
            404,
            "Deze pagina bestaat niet. Controleer het adres, of ga naar de lijst van sets.",
        ),
    ],
)
def test_an_error_of_the_protocol_is_a_dutch_page(
    bezoek: Bezoek, set_met_vragen: str, methode: str, pad: str, status: int, bericht: str
) -> None:
    anna = bezoek("anna")
    pagina, fragment = anna.vraag(methode, pad), anna.vraag(methode, pad, koppen=HTMX)
    assert (pagina.status_code, fragment.status_code) == (status, status)
    assert melding_in(pagina) == melding_in(fragment) == bericht
    assert '<html lang="nl">' in pagina.text
    assert "<html" not in fragment.text


def test_who_is_logged_in_keeps_the_menu_on_a_page_that_does_not_exist(bezoek: Bezoek) -> None:
    """Else someone thinks he was logged out, and 'Naar inloggen' leads him away from his work."""
    pagina = bezoek("anna").get("/bestaat-niet").text
    assert '<a class="kv-naam" href="/account">Anna</a>' in pagina
    assert '<a href="/vragensets">Naar de lijst van sets</a>' in pagina


def test_a_mistake_in_the_error_page_itself_is_still_a_dutch_sentence(
    bezoek: Bezoek, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A broken template breaks the error page too: what is left must be ours, not 'Internal Server Error'."""
    from kamervragen.web import page as pagina

    anna = bezoek("anna")
    monkeypatch.setattr(pagina, "omgeving", _gooit(RuntimeError(GEHEIM)))
    antwoord = anna.get("/moties")
    assert antwoord.status_code == 500
    assert antwoord.text.startswith("Er ging iets mis.")
    assert _verraad(antwoord.text) == []


def test_a_stranger_is_shown_the_way_to_log_in(gast: Bezoeker) -> None:
    pagina = gast.get("/bestaat-niet").text
    assert '<a href="/inloggen">Naar inloggen</a>' in pagina
    assert "kv-nav" not in pagina


def test_a_form_that_is_too_big_is_refused_in_words_that_fit(bezoek: Bezoek, set_met_vragen: str) -> None:
    """Three megabytes of text is no file: the words do not speak of one."""
    antwoord = bezoek("anna").post("/vragensets/KV-000001/vragen/1/antwoord", {"tekst": "a" * 3_000_000, "versie": "0"})
    assert antwoord.status_code == 413
    assert melding_in(antwoord) == "Dit is te groot om in één keer te versturen. Verstuur minder, of splits het."


def test_an_answer_above_a_hundred_thousand_characters_is_refused(bezoek: Bezoek, set_met_vragen: str) -> None:
    antwoord = bezoek("anna").post("/vragensets/KV-000001/vragen/1/antwoord", {"tekst": "a" * 100_001, "versie": "0"})
    assert antwoord.status_code == 413
    assert melding_in(antwoord) == "Een antwoord mag hooguit 100.000 tekens hebben. Zet de rest in een bijlage."


def _gooit(fout: Exception) -> Callable[..., None]:
    def gooi(*_: object, **__: object) -> None:
        raise fout

    return gooi
