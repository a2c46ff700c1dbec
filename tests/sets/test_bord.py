"""The board: what an address asks, the pages, the counts, and giving many sets away at once."""

from __future__ import annotations

from datetime import date

import pytest

from kamervragen.antwoorden import schrijven
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL, Wie
from kamervragen.domain.errors import NietToegestaan, Ongeldig, Verouderd
from kamervragen.domain.rollen import Rol
from kamervragen.lijn import toewijzing
from kamervragen.mensen import gebruikers
from kamervragen.setpagina import setblad
from kamervragen.sets import bord
from kamervragen.sets.blik import zie
from kamervragen.sets.bord import Filter
from tests.stukken import bring

SETS = 60


@pytest.fixture
def vol(huis: Huis) -> Huis:
    """Sixty sets, sent in on the days before 9 June 2026: the first sixty days ago, the last today's eve."""
    for nummer in range(SETS):
        dag = date.fromordinal(huis.vandaag().toordinal() - SETS + nummer)
        tekst = f"2026Z{10000 + nummer}\n(ingezonden {dag.day} {_MAAND[dag.month]} 2026)\n\n1. Kent u bericht nummer {nummer}?\n"
        bring(huis, tekst)
    return huis


_MAAND = {4: "april", 5: "mei", 6: "juni"}


def _sleutels(beeld: bord.Bord) -> list[str]:
    return [b.regel.zaaknummer or "" for b in beeld.blad.rijen]


def test_a_page_holds_fifty_soonest_first(vol: Huis, anna: Wie) -> None:
    een, twee = bord.blad(vol, anna, Filter()), bord.blad(vol, anna, Filter(), 2)
    assert (een.blad.totaal, een.blad.nummer, een.blad.bladen, twee.blad.nummer) == (60, 1, 2, 2)
    assert _sleutels(een) + _sleutels(twee) == [f"2026Z{10000 + n}" for n in range(SETS)]


def test_a_page_that_is_not_there_is_the_nearest(vol: Huis, anna: Wie) -> None:
    getoond = {gevraagd: bord.blad(vol, anna, Filter(), gevraagd).blad.nummer for gevraagd in (0, -3, 3, 999_999)}
    assert getoond == {0: 1, -3: 1, 3: 2, 999_999: 2}


def test_the_counts_are_those_of_the_days(vol: Huis, anna: Wie) -> None:
    """Day 21 is the last: of sets sent in 60 to 22 days ago it is past, of 21 today, of 20 to 17 in this week.

    9 June 2026 is a Tuesday: the week ends five days later.
    """
    beeld = bord.blad(vol, anna, Filter())
    assert beeld.aantallen == {"open": 60, "laat": 39, "vandaag": 1, "week": 5}
    for wanneer, aantal in (("laat", 39), ("vandaag", 1), ("week", 5)):
        gekozen = bord.blad(vol, anna, Filter(wanneer=wanneer))
        assert (gekozen.blad.totaal, gekozen.aantallen) == (aantal, beeld.aantallen)


def test_the_bar_tells_where_a_term_is(vol: Huis, anna: Wie) -> None:
    """Sent in 21 days ago: the bar is full today. Sent in 42 days ago: the last day lies halfway."""
    per = {b.regel.ingezonden: b.balk for b in bord.sets(vol, anna)}
    vandaag = vol.vandaag().toordinal()
    vol_, half, nieuw = (per[date.fromordinal(vandaag - dagen)] for dagen in (21, 42, 7))
    assert vol_ is not None
    assert half is not None
    assert nieuw is not None
    assert [(b.nu, b.laatste) for b in (vol_, half, nieuw)] == [(100, 100), (100, 50), (33, 100)]
    assert [s.stap.value for s, _plek in nieuw.stappen] == ["concept", "afstemming", "parafen", "tekening"]


@pytest.mark.parametrize(
    ("velden", "filter_"),
    [
        ({}, Filter()),
        ({"toon": "onzin", "wanneer": "ooit", "status": "x", "periode": "2026-13", "duur": "lang"}, Filter()),
        ({"zoek": "  twee \n woorden\x00"}, Filter(zoek="twee woorden")),
        ({"toon": "alle", "wanneer": "laat"}, Filter(toon="alle", wanneer="laat")),
        ({"periode": "2026-06", "cijfers": "ja"}, Filter(periode="2026-06", cijfers="ja")),
        ({"periode": "2026", "leeftijd": "3-6"}, Filter(periode="2026", leeftijd="3-6")),
    ],
)
def test_an_address_narrows_by_what_it_knows(velden: dict[str, str], filter_: Filter) -> None:
    assert Filter.gelezen(velden) == filter_
    assert Filter.gelezen(filter_.velden()) == filter_


def test_a_percent_sign_in_a_search_is_a_percent_sign(vol: Huis, anna: Wie) -> None:
    assert bord.blad(vol, anna, Filter(zoek="%")).blad.totaal == 0
    assert bord.blad(vol, anna, Filter(zoek="2026z100_0")).blad.totaal == 0
    assert bord.blad(vol, anna, Filter(zoek="2026Z10010")).blad.totaal == 1


def test_closed_sets_come_behind_the_open_ones_over_the_pages(vol: Huis, anna: Wie) -> None:
    for nummer in range(55):
        bring(
            vol,
            f"2026Z{10000 + nummer}\n\nAntwoord van minister Van Dam (Defensie) (ontvangen 8 juni 2026)\n\nVraag 1\nKent u bericht nummer {nummer}?\n\nAntwoord op vraag 1\nJa.\n",
        )
    beelden = [bord.blad(vol, anna, Filter(toon="alle"), n) for n in (1, 2)]
    alles = [sleutel for beeld in beelden for sleutel in _sleutels(beeld)]
    assert alles == [f"2026Z{10000 + n}" for n in (*range(55, 60), *range(54, -1, -1))]


def _mens(huis: Huis) -> tuple[int, int]:
    gebruikers.maak_directie(huis, OPDRACHTREGEL, "DGRR", "Directie Recht")
    mens = gebruikers.maak(
        huis, OPDRACHTREGEL, inlognaam="daan", naam="Daan", wachtwoord="een-lang-wachtwoord", rollen=(Rol.OPSTELLER,)
    )
    return mens, 1


def test_many_sets_are_given_in_one_act(vol: Huis, bram: Wie, anna: Wie) -> None:
    mens, directie = _mens(vol)
    versies = {f"KV-{n:06}": 1 for n in (1, 2, 3)}
    toewijzing.wijs_meer_toe(vol, bram, versies, directie_id=directie, behandelaar_id=mens)
    beeld = bord.blad(vol, anna, Filter(behandelaar="Daan", directie="DGRR"))
    assert [b.regel.sleutel for b in beeld.blad.rijen] == sorted(versies)
    assert [(d.directie, d.behandelaar, d.open, d.laat) for d in beeld.verdeling] == [
        ("", "", 57, 36),
        ("DGRR", "Daan", 3, 3),
    ]
    assert (beeld.directies, beeld.mensen, beeld.mag_toewijzen) == (("DGRR",), ("Daan",), False)
    assert bord.blad(vol, bram, Filter(directie="-")).blad.totaal == 57


def test_one_that_changed_keeps_all_where_they_are(vol: Huis, bram: Wie) -> None:
    mens, directie = _mens(vol)
    with pytest.raises(Verouderd):
        toewijzing.wijs_meer_toe(vol, bram, {"KV-000001": 1, "KV-000002": 9}, directie_id=directie, behandelaar_id=mens)
    assert zie(setblad.beeld, vol, bram, "KV-000001").behandelaar is None


def test_choosing_nothing_or_nobody_is_said(vol: Huis, bram: Wie, anna: Wie) -> None:
    with pytest.raises(Ongeldig, match="ten minste één"):
        toewijzing.wijs_meer_toe(vol, bram, {}, directie_id=1, behandelaar_id=None)
    with pytest.raises(Ongeldig, match="Kies een directie of een behandelaar"):
        toewijzing.wijs_meer_toe(vol, bram, {"KV-000001": 1}, directie_id=None, behandelaar_id=None)
    with pytest.raises(NietToegestaan):
        toewijzing.wijs_meer_toe(vol, anna, {"KV-000001": 1}, directie_id=1, behandelaar_id=None)


def test_answered_questions_are_counted_where_they_are_saved(vol: Huis, anna: Wie) -> None:
    schrijven.bewaar(vol, anna, "KV-000060", "1", "Ja.", versie=0)
    (regel,) = bord.blad(vol, anna, Filter(zoek="2026Z10059")).blad.rijen
    assert (regel.regel.beantwoord, regel.regel.vragen) == (1, 1)
