"""The demo: a whole ministry, in every state, that no two texts share."""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib import resources
from pathlib import Path

import pytest

from kamervragen.antwoorden import schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.core.store import audit
from kamervragen.core.store.engine import reading
from kamervragen.demo import neem_demo_in
from kamervragen.documents.lees import lees
from kamervragen.domain.status import Status, status_van
from kamervragen.domain.termijn import Stand
from kamervragen.hergebruik import eerder
from kamervragen.inname import innemen
from kamervragen.mensen import gebruikers
from kamervragen.register import moties, toezeggingen
from kamervragen.setpagina import setblad
from kamervragen.sets import bord
from kamervragen.sets.blik import zie
from kamervragen.sets.store import overzichten
from kamervragen.settings import Settings
from kamervragen.start import huis as maak_huis
from tests.conftest import Klok
from tests.stukken import contents

_ZAAK = "2026Z08844"
_VANDAAG = datetime(2026, 6, 9, 9, 0, tzinfo=UTC)

# The stages of the line pass within a day or two; the demo rests in the others.
GETOOND = set(Status) - {Status.AFGESTEMD, Status.GEPARAFEERD, Status.OVERGEDRAGEN}


def _documents() -> dict[str, str]:
    """The documents of the demo by name, `{dag-9}` filled in with a date."""
    folder = resources.files("kamervragen.demo").joinpath("documenten")
    return {
        bestand.name: re.sub(r"\{dag-\d+\}", "1 juni 2026", bestand.read_text("utf-8")) for bestand in folder.iterdir()
    }


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Huis]:
    """The demo taken in on 9 June 2026, once for all tests that only look."""
    thuis = maak_huis(settings=Settings(data=tmp_path_factory.mktemp("demo")))
    thuis = replace(thuis, nu=Klok(_VANDAAG))
    assert neem_demo_in(thuis).startswith(f"Demo opgenomen: {len(_documents())} documenten.")
    yield thuis
    thuis.engine.dispose()


@pytest.fixture(scope="module")
def voorbeeld(demo: Huis) -> setblad.Setbeeld:
    """The example set."""
    sleutel = next(b.regel.sleutel for b in bord.sets(demo, OPDRACHTREGEL) if b.regel.zaaknummer == _ZAAK)
    return zie(setblad.beeld, demo, OPDRACHTREGEL, sleutel)


def test_every_status_occurs(demo: Huis) -> None:
    assert {regel.status for regel in bord.sets(demo, OPDRACHTREGEL)} == GETOOND


@pytest.mark.parametrize("stand", [Stand.LOOPT, Stand.UITGESTELD, Stand.TE_LAAT_ZONDER_UITSTEL, Stand.AFGEDAAN])
def test_every_stand_that_must_be_shown_occurs(demo: Huis, stand: Stand) -> None:
    assert stand in {regel.termijn.stand for regel in bord.sets(demo, OPDRACHTREGEL)}


def test_the_archive_holds_eighty_pairs(demo: Huis) -> None:
    with reading(demo.engine) as sessie:
        ontvangen = {
            regel.id
            for regel in overzichten.regels(sessie, overzichten.set_ids(sessie))
            if status_van(regel.feiten) is Status.ONTVANGEN
        }
        paren = [paar for paar in overzichten.paren(sessie) if paar.vragenset_id in ontvangen]
    assert len(paren) >= 80
    assert all(paar.antwoord.strip() and paar.vraag.strip() and paar.datum for paar in paren)


def test_every_document_is_read_whole_and_without_doubt() -> None:
    for naam, tekst in _documents().items():
        lezing = lees(tekst.encode(), naam)
        assert lezing.onverklaard == (), naam
        assert {m.code for m in lezing.meldingen} <= {"verwijzing_keten"}, naam


def _own_text(naam: str, tekst: str) -> str:
    """What was written for this document: without head, headings, note lines, and questions of the paper."""
    vragenset = lees(tekst.encode(), naam).vragenset
    teksten = [antwoord.tekst for antwoord in vragenset.antwoorden]
    if naam.endswith("-vragen.txt") or naam.startswith("archief"):
        teksten += [vraag.tekst for vraag in vragenset.vragen]
    teksten += [deel for deel in (vragenset.mededeling, vragenset.toelichting, vragenset.slot) if deel]
    return "\n".join(teksten)


def test_no_eight_words_stand_twice() -> None:
    plaatsen: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for naam, tekst in _documents().items():
        for alinea in _own_text(naam, tekst).split("\n"):
            woorden = re.findall(r"\w+", alinea.casefold())
            for begin in range(len(woorden) - 7):
                plaatsen[tuple(woorden[begin : begin + 8])].append(naam)
    assert len(plaatsen) > 5_000
    assert {" ".join(reeks): namen for reeks, namen in plaatsen.items() if len(namen) > 1} == {}


def test_the_example_set_has_ten_questions_and_answers(voorbeeld: setblad.Setbeeld) -> None:
    s = voorbeeld.vragenset
    assert [vraag.label for vraag in s.vragen] == [str(nummer) for nummer in range(1, 11)]
    assert [antwoord.labels for antwoord in s.antwoorden] == [(str(nummer),) for nummer in range(1, 11)]
    assert (voorbeeld.status, s.ingezonden, s.ontvangen) == (Status.ONTVANGEN, date(2026, 4, 24), date(2026, 6, 8))
    assert voorbeeld.gebreken == ()


def test_the_example_set_has_its_three_promises(voorbeeld: setblad.Setbeeld) -> None:
    gevonden = [
        (blok.vragen[0].label, toezegging.venster_einde, toezegging.status)
        for blok in voorbeeld.blokken
        for toezegging in blok.toezeggingen
    ]
    assert gevonden == [
        ("6", date(2026, 7, 2), "openstaand"),
        ("8", date(2026, 7, 2), "voorgesteld"),
        ("9", date(2026, 11, 30), "voorgesteld"),
    ]


def test_the_example_set_cites_its_motion(voorbeeld: setblad.Setbeeld, demo: Huis) -> None:
    gevonden = [(blok.vragen[0].label, motie.kamerstuk) for blok in voorbeeld.blokken for motie, _ in blok.moties]
    assert gevonden == [("6", "kst-33552-124")]
    assert "kst-33552-124" in {regel.motie.kamerstuk for regel in moties.lijst(demo, OPDRACHTREGEL)}


def test_an_open_question_finds_an_earlier_answer(demo: Huis) -> None:
    for regel in bord.sets(demo, OPDRACHTREGEL, open_=True):
        beeld = zie(setblad.beeld, demo, OPDRACHTREGEL, regel.regel.sleutel)
        gevonden = [
            zie(eerder.zoek_bij_vraag, demo, OPDRACHTREGEL, regel.regel.sleutel, vraag.label)
            for vraag in beeld.vragenset.vragen
        ]
        assert any(gevonden), regel.regel.onderwerp


def test_the_people_of_the_demo_can_log_in(demo: Huis) -> None:
    for naam in ("anna", "bram", "chris", "daan", "eva", "frank"):
        gebruiker = gebruikers.log_in(demo, naam, "demo-ministerie-2026", "test")
        assert (gebruiker.naam, len(gebruiker.rollen)) == (naam.title(), 1)


def test_the_trail_of_the_demo_is_whole_and_holds_no_refusal(demo: Huis) -> None:
    with reading(demo.engine) as sessie:
        assert audit.eerste_fout(sessie) is None
        assert {regel.resultaat for regel in audit.regels(sessie, aantal=10_000)} == {"gelukt"}


def test_taking_in_twice_keeps_what_was_done_also_on_a_leap_day_at_midnight(huis: Huis, klok: Klok) -> None:
    klok.moment = datetime(2028, 2, 28, 23, 30, tzinfo=UTC)
    neem_demo_in(huis)
    assert {regel.status for regel in bord.sets(huis, OPDRACHTREGEL)} == GETOOND
    toegewezen = next(b.regel for b in bord.sets(huis, OPDRACHTREGEL, open_=True) if b.status is Status.TOEGEWEZEN)
    label = zie(setblad.beeld, huis, OPDRACHTREGEL, toegewezen.sleutel).onbeantwoord[0].label
    schrijven.bewaar(huis, OPDRACHTREGEL, toegewezen.sleutel, label, "Mijn eigen antwoord.", versie=0)
    eerste = toezeggingen.lijst(huis, OPDRACHTREGEL)
    open_ = next(r.toezegging for r in eerste if r.toezegging.status == "voorgesteld")
    toezeggingen.wijs_af(huis, OPDRACHTREGEL, open_.id or 0, versie=open_.versie, reden="Geen toezegging.")
    voor = contents(huis)
    assert neem_demo_in(huis) == "De demo staat er al; alles is zoals u het achterliet."
    assert contents(huis) == voor


@pytest.mark.corpus
def test_the_demo_shares_no_number_with_a_real_document(corpus: Path) -> None:
    """So that a real paper that is laid beside it finds no set of its own there."""
    bekend = set(gzip.decompress((corpus / "ah_ids_known.txt.gz").read_bytes()).decode().split())
    zaken = gzip.decompress((corpus / "zaken.jsonl.gz").read_bytes()).decode().splitlines()
    bekend |= {json.loads(zaak)["z_nummer"] for zaak in zaken}
    voorbeeld = lees((corpus / "seed" / "antwoord-aanpak-sektes.txt").read_bytes(), "seed.txt").vragenset
    bekend |= {str(nummer) for nummer in voorbeeld.zie_ook}
    eigen = set()
    for naam, tekst in _documents().items():
        s = lees(tekst.encode(), naam).vragenset
        eigen |= {str(nummer) for nummer in (s.zaaknummer, s.aanhangselnummer, *s.zie_ook) if nummer}
    assert len(eigen) > 50
    assert eigen & bekend == set()


@pytest.mark.corpus
def test_a_real_paper_that_is_laid_beside_the_demo_is_a_set_of_its_own(corpus: Path, demo: Huis) -> None:
    """A registered answer on the subject of the example set, with a "Zie ook" and no number of its own."""
    data = (corpus / "seed" / "antwoord-aanpak-sektes.txt").read_bytes()
    sets = len(bord.sets(demo, OPDRACHTREGEL))
    assert innemen.neem_in(demo, OPDRACHTREGEL, data, "antwoord.txt").uitkomst is innemen.Uitkomst.NIEUW
    assert len(bord.sets(demo, OPDRACHTREGEL)) == sets + 1


def test_the_search_of_the_readme_finds_the_example_set(demo: Huis) -> None:
    treffer = re.search(r'kamervragen zoek "([^"]+)"', (Path(__file__).parents[1] / "README.md").read_text("utf-8"))
    assert treffer is not None
    beste = eerder.zoek(demo, OPDRACHTREGEL, treffer[1])[0].treffer.eenheid
    assert (beste.zaaknummer, beste.label) == (_ZAAK, "3")
