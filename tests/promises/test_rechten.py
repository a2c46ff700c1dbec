"""Promise S2: every role x every route x an open and a shielded set, against a table written by hand.

`rechten.csv` says who may do what; what a set is to someone who may not know of it, is what a set that was never there
is to him: the same status and the same words.
"""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from kamervragen.core.act import Huis
from kamervragen.core.actor import Wie
from kamervragen.core.store.engine import writing
from kamervragen.domain.rollen import RECHTEN, Handeling, Rol
from kamervragen.jobs import catch_up
from kamervragen.lijn import rectificaties
from kamervragen.lijn.rows import BijdrageverzoekRij
from kamervragen.register import toezeggingen
from kamervragen.setpagina import setblad
from kamervragen.sets import afscherming
from kamervragen.sets.blik import zie
from kamervragen.sets.toegang import vind_set
from tests.promises import noteer
from tests.promises.web import account, bediend, bezoek
from tests.stukken import ANDERE_VRAGEN, ANTWOORD, IEDEREEN, VRAGEN, answer_id, brought
from tests.web.bezoeker import Bezoeker, melding_in
from tests.web.paden import handlers, is_static, vul

TABEL = list(
    csv.DictReader((Path(__file__).parent / "rechten.csv").read_text(encoding="utf-8").splitlines(), delimiter=";")
)
ROLLEN = [rol.value for rol in Rol]
GEEN_RECHT = "U hebt hiervoor geen recht. Vraag een coördinator of de beheerder om hulp."
OPEN, DICHT, NOOIT = "KV-000001", "KV-000002", "KV-000999"
GEHEIM = ("verdwijnen", "2026Z00101", DICHT)  # words of the shielded set that stand in no other


def _uit_de_code(app: Litestar) -> list[tuple[str, str, frozenset[str]]]:
    return sorted(
        (methode, pad, frozenset(rol.value for rol in RECHTEN[handler.opt["handeling"]]))
        for pad, handler in handlers(app)
        for methode in handler.http_methods
        if not is_static(pad) and handler.opt["handeling"] is not Handeling.INLOGGEN
    )


def _met_de_hand() -> list[tuple[str, str, frozenset[str]]]:
    return sorted((r["methode"], r["pad"], frozenset(rol for rol in ROLLEN if r[rol] == "mag")) for r in TABEL)


def test_the_table_of_the_code_equals_the_one_by_hand(huis: Huis) -> None:
    with bediend(huis) as client:
        assert _uit_de_code(client.app) == _met_de_hand()


@pytest.fixture
def afgeschermd(huis: Huis) -> dict[str, str]:
    """KV-000001 is open; KV-000002, answered and with a promise, is known to one person. What to fill in for its parts."""
    brought(huis, ANDERE_VRAGEN)
    assert brought(huis, VRAGEN, ANTWOORD) == DICHT
    binnen = Wie("Binnen", frozenset(Rol), "test", account(huis, "binnen"))
    versie = zie(setblad.beeld, huis, binnen, DICHT).rij.versie
    afscherming.scherm_af(huis, binnen, DICHT, [], reden="Eén gezin.", versie=versie)
    with writing(huis.engine) as sessie:
        set_id = vind_set(sessie, DICHT).id or 0
        verzoek = BijdrageverzoekRij(
            vragenset_id=set_id,
            labels=["2"],
            aan="Binnen",
            gebruiker_id=binnen.gebruiker_id,
            gevraagd="Cijfers.",
            uiterlijk=date(2026, 7, 1),
            actor="Binnen",
            moment=huis.nu(),
        )
        sessie.add(verzoek)
    antwoord = answer_id(huis, DICHT, "2")
    fout = rectificaties.meld(
        huis,
        binnen,
        DICHT,
        "2",
        passage="In 2025 verdwenen 312 gele fietsen.",
        juist="In 2025 verdwenen er 313.",
        reden="Een telfout.",
        versie=zie(setblad.beeld, huis, binnen, DICHT).rij.versie,
    )
    catch_up(huis)
    belofte = toezeggingen.lijst(huis, IEDEREEN)[0].toezegging.id
    return {
        "{sleutel:str}": DICHT,
        "{label:str}": "2",
        "{antwoord_id:int}": str(antwoord),
        "{verzoek_id:int}": "1",
        "{rectificatie_id:int}": str(fout),
        "{toezegging_id:int}": str(belofte),
        "{nummer:str}": "2026Z00101",
    }


NERGENS = {
    "{sleutel:str}": NOOIT,
    "{label:str}": "2",
    "{antwoord_id:int}": "987654",
    "{toezegging_id:int}": "987654",
    "{nummer:str}": "2026Z00999",
    "{verzoek_id:int}": "987654",
    "{rectificatie_id:int}": "987654",
}


def _adres(pad: str, waarden: dict[str, str]) -> str:
    for naam, waarde in waarden.items():
        pad = pad.replace(naam, waarde)
    return vul(pad)


def _vraag(bezoeker: Bezoeker, methode: str, adres: str) -> tuple[int, str]:
    antwoord = bezoeker.get(adres) if methode == "GET" else bezoeker.post(adres)
    return antwoord.status_code, antwoord.text


def _bezoeker(huis: Huis, client: TestClient[Litestar], rol: str) -> Bezoeker:
    account(huis, rol, Rol(rol))
    return bezoek(client, rol)


def _kaal(tekst: str, sleutel: str) -> str:
    """A page without the key that was asked for, and without what is masked anew on every page."""
    return re.sub(r'name="token" value="[^"]*"', "", tekst.replace(sleutel, "…"))


@pytest.mark.parametrize("rol", ROLLEN)
def test_each_role_may_what_the_table_says_and_a_shielded_set_is_not_there(
    huis: Huis, afgeschermd: dict[str, str], rol: str
) -> None:
    cellen = 0
    with bediend(huis) as client:
        bezoeker = _bezoeker(huis, client, rol)
        eigen = bezoeker.token
        for rij in TABEL:
            methode, pad, mag = rij["methode"], rij["pad"], rij[rol] == "mag"
            bezoeker.token = eigen  # whatever page came before
            status, tekst = _vraag(bezoeker, methode, _adres(pad, {"{sleutel:str}": OPEN}))
            assert (status == 403 and GEEN_RECHT in tekst) is not mag, (methode, pad, status)
            bezoeker.token = eigen
            dicht = _vraag(bezoeker, methode, _adres(pad, afgeschermd))
            cellen += 2
            if rij["afgeschermd"] == "bestaat niet":
                bezoeker.token = eigen
                nergens = _vraag(bezoeker, methode, _adres(pad, NERGENS))
                assert dicht[0] == nergens[0] >= 400, (methode, pad)
                assert _kaal(dicht[1], DICHT) == _kaal(nergens[1], NOOIT), (methode, pad)
                cellen += 1
            elif methode == "GET" and "{nummer" not in pad:
                # The auditor reads that something was done to KV-000002, and nothing of what it says.
                woorden = [woord for woord in GEHEIM if pad != "/audit" or woord != DICHT]
                assert not any(woord in dicht[1] for woord in woorden), pad
        gezocht = bezoeker.get("/zoeken?vraag=verdwenen").text
        assert not any(woord in gezocht for woord in GEHEIM)
    noteer(
        "S2", "elke rol x elke route x open en afgeschermd", f"{rol}: {cellen} cellen gelijk aan de tabel met de hand"
    )


_LEEG = ("overdracht", "/bijlagen/", "/terugkeer/")


def test_who_is_named_finds_the_set_as_any_other(huis: Huis, afgeschermd: dict[str, str]) -> None:
    with bediend(huis) as client:
        binnen = bezoek(client, "binnen")
        for rij in TABEL:
            if (
                rij["methode"] == "GET"
                and rij["afgeschermd"] == "bestaat niet"
                and not ({"uitstel", "zending"} & set(re.split(r"[/.]", rij["pad"])))
            ):
                status, _ = _vraag(binnen, "GET", _adres(rij["pad"], afgeschermd))
                # There is no handing over, attachment or returned document; the Kamer has the answers, so they can be shared.
                verwacht = 404 if any(deel in rij["pad"] for deel in _LEEG) else 200
                assert status == verwacht, rij["pad"]


def test_a_role_that_ends_takes_the_set_away_with_it(huis: Huis, afgeschermd: dict[str, str]) -> None:
    """To be named is not to have a role: both are asked, at every click."""
    with bediend(huis) as client:
        binnen = bezoek(client, "binnen")
        assert binnen.get(f"/vragensets/{DICHT}").status_code == 200
        with huis.engine.begin() as verbinding:
            verbinding.exec_driver_sql("DELETE FROM lidmaatschap")
        antwoord = binnen.get(f"/vragensets/{DICHT}")
        assert (antwoord.status_code, melding_in(antwoord)) == (403, GEEN_RECHT)
