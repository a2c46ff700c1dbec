"""Fields as a person writes them, and back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.nummers import Aanhangselnummer, Zaaknummer
from kamervragen.domain.vragenset import Antwoord, Bewindspersoon, Lid, Soort, Vraag, Vragenset
from kamervragen.language.velden import VELDEN, als_tekst, leesbaar, met

VOL = Vragenset(
    Soort.ANTWOORD,
    zaaknummer=Zaaknummer.parse("2026Z08701"),
    onderwerp="blauwe bussen",
    indieners=(Lid("Proef", "ABC"), Lid("Van Tester", "DEF"), Lid("Los")),
    gericht_aan=(Bewindspersoon("minister", None, "Defensie"), Bewindspersoon("minister", None, "Klimaat en Energie")),
    ondertekenaars=(Bewindspersoon("minister", "Van Dam", "Defensie"),),
    ingezonden=date(2026, 5, 20),
    zie_ook=(Aanhangselnummer.parse("ah-tk-20252026-1500"), Aanhangselnummer.parse("ah-tk-20252026-1501")),
    kenmerken=("5401166", "DGNV / 45745616"),
    vragen=(Vraag(1, "1", "Waarom?"),),
    antwoorden=(Antwoord(("1",), "Daarom."),),
)


@pytest.mark.parametrize("naam", [*VELDEN, "vraag-1", "antwoord-1"])
def test_what_is_read_out_can_be_put_back(naam: str) -> None:
    tekst = als_tekst(VOL, naam)
    assert met(VOL, naam, tekst) == VOL


@pytest.mark.parametrize(
    ("naam", "tekst"),
    [
        ("onderwerp", "blauwe bussen"),
        ("zaaknummer", "2026Z08701"),
        ("indieners", "Proef (ABC), Van Tester (DEF) en Los"),
        ("gericht_aan", "minister van Defensie en minister voor Klimaat en Energie"),
        ("ondertekenaars", "minister Van Dam (Defensie)"),
        ("ingezonden", "2026-05-20"),
        ("ontvangen", ""),
        ("zie_ook", "ah-tk-20252026-1500, ah-tk-20252026-1501"),
        ("kenmerken", "5401166, DGNV / 45745616"),
        ("vraag-1", "Waarom?"),
        ("antwoord-1", "Daarom."),
        ("vraag-9", ""),
    ],
)
def test_a_field_reads_as_a_person_writes_it(naam: str, tekst: str) -> None:
    assert als_tekst(VOL, naam) == tekst


@pytest.mark.parametrize("veld", list(VELDEN))
def test_an_empty_field_empties(veld: str) -> None:
    assert als_tekst(met(VOL, veld, ""), veld) == ""


@pytest.mark.parametrize(
    ("naam", "tekst", "bericht"),
    [
        ("zaaknummer", "2026-1", "is geen zaaknummer. Schrijf het als 2026Z08701."),
        ("aanhangselnummer", "AH 12", "ontbreekt het vergaderjaar."),
        ("ingezonden", "gisteren", "is geen dag. Schrijf hem als 8 juni 2026 of 2026-06-08."),
        ("ingezonden", "31 juni 2026", "is geen dag."),
        ("gericht_aan", "de baas", "is geen bewindspersoon herkend."),
        ("zie_ook", "nummer 12", "is geen Aanhangselnummer."),
        ("vraag-1", " ", "Vraag 1 heeft geen tekst."),
    ],
)
def test_what_cannot_be_read_says_how_to_write_it(naam: str, tekst: str, bericht: str) -> None:
    with pytest.raises(Ongeldig) as fout:
        met(VOL, naam, tekst)
    assert bericht in str(fout.value)


@pytest.mark.parametrize("tekst", ["20 mei 2026", "2026-05-20", "20-5-2026", "woensdag 20 mei 2026"])
def test_a_day_may_be_written_in_any_way(tekst: str) -> None:
    assert met(VOL, "ontvangen", tekst).ontvangen == date(2026, 5, 20)


@given(st.dates(date(1995, 1, 1), date(2100, 1, 1)))
def test_any_day_comes_back(dag: date) -> None:
    gezet = met(VOL, "ontvangen", dag.isoformat())
    assert (gezet.ontvangen, leesbaar("ontvangen", als_tekst(gezet, "ontvangen"))) == (dag, dag)


def test_what_is_no_day_is_shown_as_it_is() -> None:
    assert (leesbaar("onderwerp", "2026-05-20"), leesbaar("ontvangen", "")) == ("2026-05-20", "")
