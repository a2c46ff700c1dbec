"""The catalogue lists every text, and every code that the rooms use has its words."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from kamervragen import catalogus
from kamervragen.catalogus.codes import ZINNEN, label
from kamervragen.domain import rollen, status, termijn, toezegging, vragenset
from kamervragen.domain.afleiding import Afleiding, stap
from kamervragen.language import beloften
from kamervragen.usecases.inname import Uitkomst

WORTEL = Path(__file__).parents[1]
METHODEN = [("kamervragen/**.py", "python"), ("templates/**.html", "jinja2")]


def test_the_catalogue_lists_every_text() -> None:
    gevonden = {
        bericht[0] if isinstance(bericht, tuple) else bericht
        for _, _, bericht, _, _ in extract_from_dir(
            WORTEL,
            METHODEN,
            {"templates/**.html": {"trimmed": "true"}},
            {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)},
        )
    }
    with (WORTEL / "kamervragen/catalogus/messages.pot").open("rb") as bestand:
        bekend = {
            bericht.id[0] if isinstance(bericht.id, tuple) else bericht.id for bericht in read_po(bestand) if bericht.id
        }
    assert gevonden == bekend, "run: make catalogus"


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
    afleiding = Afleiding((
        stap("dagen_na_ingezonden", dagen=42, ingezonden=date(2026, 4, 24), laatste_dag=date(2026, 6, 5)),
        stap("uitstel_gemeld", ontvangen=date(2026, 5, 15)),
    ))  # fmt: skip
    assert catalogus.verteld(afleiding) == (
        "42 dagen na ingezonden 24 april 2026 is 5 juni 2026; uitstel gemeld op 15 mei 2026, daarom zes weken in plaats van drie"
    )
