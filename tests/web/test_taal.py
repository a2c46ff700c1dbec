"""The screens in a second language: for one browser, while what is kept and what goes out stays Dutch."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from docx import Document

from kamervragen.core.act import Huis, inzage
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.domain.rollen import Handeling
from kamervragen.sets.store import vragensets
from kamervragen.sets.toegang import vind_set
from tests.web.bezoeker import Bezoeker


def _engels(bezoeker: Bezoeker) -> Bezoeker:
    antwoord = bezoeker.get("/taal/en", referer="https://testserver.local/inloggen")
    assert (antwoord.status_code, antwoord.headers["location"]) == (303, "/inloggen")
    return bezoeker


def test_a_guest_chooses_english_and_goes_back_to_dutch(gast: Bezoeker) -> None:
    assert '<html lang="nl">' in gast.get("/inloggen").text
    engels = _engels(gast).get("/inloggen").text
    assert '<html lang="en">' in engels
    assert "Wachtwoord" not in engels
    assert "Password" in engels
    gast.get("/taal/nl")
    assert "Wachtwoord" in gast.get("/inloggen").text


def test_another_language_is_refused_in_words(gast: Bezoeker) -> None:
    antwoord = gast.get("/taal/fr")
    assert antwoord.status_code == 404
    assert "Kies Nederlands of English." in antwoord.text
    assert gast.get("/taal/en", referer="https://elders.nl/inloggen").headers["location"] == "/"
    assert gast.get("/taal/en").headers["location"] == "/"


def test_errors_and_days_are_in_the_language_of_the_screen(
    bezoek: Callable[[str], Bezoeker], set_met_vragen: str
) -> None:
    bram = _engels(bezoek("bram"))
    fout = bram.get("/vragensets/KV-009999")
    assert fout.status_code == 404
    assert "bestaat niet" not in fout.text
    assert "KV-009999" in fout.text
    pagina = bram.get(f"/vragensets/{set_met_vragen}").text
    assert "juni 2026" not in pagina
    assert "June 2026" in pagina


@pytest.mark.usefixtures("klaar")
def test_what_is_kept_and_what_goes_out_stays_dutch(huis: Huis, bezoek: Callable[[str], Bezoeker]) -> None:
    """A reason is kept in the words of the catalogue, and compared with them later: another screen changes neither."""
    iedereen = bezoek("iedereen")
    papieren = ("antwoord.docx", "brief.docx")
    nederlands = [_tekst(iedereen, papier) for papier in papieren]
    _engels(iedereen)
    assert [_tekst(iedereen, papier) for papier in papieren] == nederlands
    assert all(nederlands)
    with inzage(huis, OPDRACHTREGEL, Handeling.SETS_ZIEN) as sessie:
        versie = vind_set(sessie, "KV-000003").versie
    velden = {"reden": "toon", "toelichting": "Schrijf het korter.", "versie": str(versie)}
    assert iedereen.post("/vragensets/KV-000003/stappen/teruggestuurd", velden).status_code == 303
    with inzage(huis, OPDRACHTREGEL, Handeling.SETS_ZIEN) as sessie:
        feiten = vragensets.feitrijen(sessie, vind_set(sessie, "KV-000003").id or 0)
    assert [rij.toelichting for rij in feiten if rij.soort == "teruggestuurd"] == ["toon: Schrijf het korter."]


def _tekst(bezoeker: Bezoeker, papier: str) -> list[str]:
    antwoord = bezoeker.get(f"/vragensets/KV-000006/papieren/{papier}")
    return [alinea.text for alinea in Document(io.BytesIO(antwoord.content)).paragraphs]
