"""The catalogue lists every text, and every code that the rooms use has its words."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from kamervragen import catalogue
from kamervragen.catalogue.codes import ZINNEN, label
from kamervragen.domain import rollen, status, termijn, toezegging, vragenset
from kamervragen.domain.afleiding import Afleiding, stap
from kamervragen.domain.errors import NietGevonden
from kamervragen.inname.innemen import Uitkomst
from kamervragen.language.promises import beloften

WORTEL = Path(__file__).parents[1]
_FOUTEN = ("Fout", "Ongeldig", "NietGevonden", "NietToegestaan", "Verouderd", "TeGroot", "Bezet", "Onbereikbaar")
METHODEN = [("kamervragen/**.py", "python"), ("templates/**.html", "jinja2")]


def test_the_catalogue_lists_every_text() -> None:
    gevonden = {
        bericht[0] if isinstance(bericht, tuple) else bericht
        for _, _, bericht, _, _ in extract_from_dir(
            WORTEL,
            METHODEN,
            {"templates/**.html": {"trimmed": "true"}},
            {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "beslis": (5,)} | dict.fromkeys(_FOUTEN),
        )
    }
    with (WORTEL / "kamervragen/catalogue/messages.pot").open("rb") as bestand:
        bekend = {
            bericht.id[0] if isinstance(bericht.id, tuple) else bericht.id for bericht in read_po(bestand) if bericht.id
        }
    assert gevonden == bekend, "run: make catalogus"


def _plaatsen(tekst: str) -> Counter[str]:
    return Counter(re.findall(r"%\(\w+\)[sd]|%%|\{\w*\}", tekst))


def test_english_has_every_text_with_the_same_facts_in_it() -> None:
    """No text of the catalogue is left in Dutch, and none loses a fact on its way."""
    with (WORTEL / "kamervragen/catalogue/messages.pot").open("rb") as bestand:
        nodig = {str(bericht.id): bericht for bericht in read_po(bestand) if bericht.id}
    with (WORTEL / "kamervragen/catalogue/locale/en.po").open("rb") as bestand:
        vertaald = {str(bericht.id): bericht for bericht in read_po(bestand, locale="en") if bericht.id}
    assert vertaald.keys() == nodig.keys(), "run: make catalogus"
    fout = {}
    for sleutel, bericht in vertaald.items():
        ids = bericht.id if isinstance(bericht.id, tuple) else (bericht.id,)
        zinnen = bericht.string if isinstance(bericht.string, tuple) else (bericht.string,)
        if bericht.fuzzy or [_plaatsen(i) for i in ids] != [_plaatsen(z) for z in zinnen] or not all(zinnen):
            fout[sleutel] = zinnen
    assert fout == {}


def test_what_is_said_within_a_language_is_said_in_it_and_nothing_else_is() -> None:
    fout = NietGevonden("De set %(sleutel)s bestaat niet. Zoek hem op in de lijst van sets.", sleutel="KV-000009")
    with catalogue.in_taal("en"):
        assert catalogue.datum(date(2026, 6, 8)) == "8 June 2026"
        assert catalogue.getal(1234.5) == "1,234.5"
        assert "KV-000009" in catalogue.foutzin(fout)
        assert catalogue.foutzin(fout) != str(fout)
        assert label(status.Status.VERZONDEN) == "sent"
    assert catalogue.datum(date(2026, 6, 8)) == "8 juni 2026"
    assert catalogue.foutzin(fout) == str(fout) == "De set KV-000009 bestaat niet. Zoek hem op in de lijst van sets."
    with catalogue.in_taal("fr"):
        assert catalogue.taal() == "nl"


def test_every_code_in_the_code_has_words() -> None:
    gebruikt = set()
    for pad in (WORTEL / "kamervragen").rglob("*.py"):
        gebruikt |= set(re.findall(r"(?:\bmelding|\bstap|\bGebrek)\(\s*\"(\w+)\"", pad.read_text(encoding="utf-8")))
    assert gebruikt - ZINNEN.keys() == set()
    assert len(gebruikt) > 40


def test_every_member_that_screens_show_has_a_label() -> None:
    enums = (
        status.Status,
        status.Feitsoort,
        termijn.Stand,
        rollen.Rol,
        vragenset.Soort,
        vragenset.Nootsoort,
        beloften.Stevigheid,
        toezegging.Toezeggingstatus,
        Uitkomst,
    )
    assert all(label(lid) for enum in enums for lid in enum)


def test_a_derivation_is_told_in_words() -> None:
    afleiding = Afleiding(
        (
            stap("dagen_na_ingezonden", dagen=42, ingezonden=date(2026, 4, 24), laatste_dag=date(2026, 6, 5)),
            stap("uitstel_gemeld", ontvangen=date(2026, 5, 15)),
        )
    )
    assert catalogue.verteld(afleiding) == (
        "42 dagen na ingezonden 24 april 2026 is 5 juni 2026; uitstel gemeld op 15 mei 2026, daarom zes weken in plaats van drie"
    )


def test_one_of_something_has_a_sentence_of_its_own() -> None:
    dag = date(2026, 6, 5)
    assert [catalogue.woorden("werkdagen_ervoor", (("werkdagen", n), ("laatste_dag", dag))) for n in (1, 4)] == [
        "1 werkdag voor 5 juni 2026",
        "4 werkdagen voor 5 juni 2026",
    ]
