"""The search page, the page of a number, saved searches and their feeds."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
import sqlalchemy as sa

from kamervragen.core.act import Huis
from kamervragen.core.store.engine import writing
from kamervragen.mensen.rows import GebruikerRij
from tests.web.bezoeker import melding_in
from tests.web.conftest import Bezoek, werk_af

_ATOM = "{http://www.w3.org/2005/Atom}"


def _found(pagina: str) -> list[str]:
    """The addresses of what the page lists."""
    return re.findall(r'<h2><a href="([^"]+)">', pagina)


def test_words_find_questions_with_a_marked_piece_of_text(bezoek: Bezoek, eerdere_set: str) -> None:
    pagina = bezoek("anna").get("/zoeken?vraag=landelijk+meldpunt").text
    assert f"/vragensets/{eerdere_set}#vraag-3" in _found(pagina)
    assert "<mark>meldpunt</mark>" in pagina


def test_facets_are_links_with_counts_and_can_be_taken_away(bezoek: Bezoek, eerdere_set: str) -> None:
    anna = bezoek("anna")
    pagina = anna.get("/zoeken?vraag=").text
    jaar = re.search(r'<a href="(/zoeken\?[^"]*jaar=2023[^"]*)">2023</a> <span class="kv-aantal">(\d+)</span>', pagina)
    assert jaar is not None
    gefilterd = anna.get(jaar[1].replace("&amp;", "&")).text
    assert f"{jaar[2]} vondsten" in gefilterd
    assert all(adres.startswith(f"/vragensets/{eerdere_set}") for adres in _found(gefilterd))
    assert 'href="/zoeken?vraag="' in gefilterd


def test_a_number_jumps_to_its_page(bezoek: Bezoek, eerdere_set: str) -> None:
    anna = bezoek("anna")
    antwoord = anna.get("/zoeken?vraag=2023Z74117")
    assert (antwoord.status_code, antwoord.headers["location"]) == (303, "/nummers/2023Z74117")
    pagina = anna.get("/nummers/2023Z74117").text
    assert f'href="/vragensets/{eerdere_set}"' in pagina
    assert "https://www.tweedekamer.nl/kamerstukken/kamervragen/detail?id=2023Z74117" in pagina


def test_a_kamerstuk_has_its_official_address_and_who_cites_it(bezoek: Bezoek, huis: Huis, set_met_vragen: str) -> None:
    anna = bezoek("anna")
    anna.post("/vragensets/KV-000001/vragen/2/antwoord", {"tekst": "Zie Kamerstuk 33552, nr. 124.", "versie": "0"})
    werk_af(huis)  # the worker of the app may have taken the job, and not have done it yet
    pagina = anna.get("/nummers/Kamerstuk 33 552, nr. 124").text
    assert "https://zoek.officielebekendmakingen.nl/kst-33552-124.html" in pagina
    assert '<a href="/vragensets/KV-000001#vraag-2">' in pagina
    assert anna.get("/nummers/geen-nummer").status_code == 404


@pytest.mark.parametrize("vraag", ["", '"', "((", "-", "OR", "a" * 5000, "xylofoonbouwer", "🙂 \\ ~ *", '"zo spoedig'])
def test_nothing_typed_is_an_error(bezoek: Bezoek, eerdere_set: str, vraag: str) -> None:
    for adres in ("/zoeken", "/zoeken?jaar=99&blad=0&volgorde=x", "/zoeken?blad=998"):
        antwoord = bezoek("anna").client.get(adres, params={"vraag": vraag})
        assert antwoord.status_code == 200


def test_what_is_not_there_says_what_to_try(bezoek: Bezoek, eerdere_set: str) -> None:
    assert melding_in(bezoek("anna").get("/zoeken?vraag=xylofoonbouwer")) == "Niets gevonden"


def test_a_whole_question_shows_what_was_answered(bezoek: Bezoek, eerdere_set: str) -> None:
    pagina = bezoek("anna").get("/zoeken?vraag=Moet+er+een+landelijk+meldpunt+komen+voor+slachtoffers").text
    assert "Eerder op deze vraag geantwoord" in pagina


def test_a_saved_search_has_a_feed_that_ends_with_it(bezoek: Bezoek, eerdere_set: str, huis: Huis) -> None:
    anna, bram = bezoek("anna"), bezoek("bram")
    assert melding_in(anna.post("/zoeken/bewaard", {"naam": "", "vraag": "meldpunt"})).startswith(
        "Geef de zoekopdracht"
    )
    anna.post("/zoeken/bewaard", {"naam": "Meldpunt & zo", "vraag": "meldpunt", "jaar": "2023"})
    pagina = anna.get("/zoeken").text
    feed = re.search(r'href="(/zoeken/feed/[\w-]+)"', pagina)
    assert feed is not None
    assert '<a href="/zoeken?vraag=meldpunt&amp;jaar=2023">Meldpunt &amp; zo</a>' in pagina
    assert "Meldpunt" not in bram.get("/zoeken").text.partition("Bewaarde zoekopdrachten")[2]

    antwoord = anna.client.get(feed[1])
    assert antwoord.headers["content-type"].startswith("application/atom+xml")
    wortel = ElementTree.fromstring(antwoord.text)
    assert wortel.findtext(f"{_ATOM}title") == "Meldpunt & zo – kamervragen"
    adressen = [link.attrib["href"] for link in wortel.iter(f"{_ATOM}link")]
    assert any(adres.endswith(f"/vragensets/{eerdere_set}#vraag-3") for adres in adressen)

    nummer = re.search(r'action="(/zoeken/bewaard/\d+)"', pagina)
    assert nummer is not None
    bram.post(nummer[1], {})
    assert anna.client.get(feed[1]).status_code == 200
    anna.post(nummer[1], {})
    assert anna.client.get(feed[1]).status_code == 404


def test_a_feed_ends_with_the_account(bezoek: Bezoek, eerdere_set: str, huis: Huis) -> None:
    anna = bezoek("anna")
    anna.post("/zoeken/bewaard", {"naam": "Alles", "vraag": ""})
    feed = re.search(r'href="(/zoeken/feed/[\w-]+)"', anna.get("/zoeken").text)
    assert feed is not None
    with writing(huis.engine) as sessie:
        sessie.execute(sa.update(GebruikerRij).where(GebruikerRij.inlognaam == "anna").values(actief=False))  # type: ignore[arg-type]
    assert anna.client.get(feed[1]).status_code == 404
