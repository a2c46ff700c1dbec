"""What the product adds to likeness, each part with its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kamervragen.domain.afleiding import stap
from kamervragen.search.bijstelling import (
    ACHTERHAALD,
    INGEHAALD,
    NIET_BRUIKBAAR,
    RECENT,
    TRIVIAAL,
    VERVOLG,
    Kennis,
    met_kennis,
)
from kamervragen.search.index import Eenheid
from kamervragen.search.kenmerken import Vraagstelling
from kamervragen.search.ranking import Treffer, rangschik
from tests.search.test_index import in_memory

_VRAAG = "Hoeveel gele fietsen zijn er in Rotterdam gestolen?"
_LANG = "De politie registreerde driehonderd aangiften van gestolen fietsen in de gemeente Rotterdam."
_OUD = Eenheid(
    "1:1", "1", "fietsen", _VRAAG, _LANG, date(2020, 1, 1), zaaknummer="2020Z00001", label="4", antwoord_id=1
)
_NIEUW = replace(_OUD, bron="2:2", groep="2", datum=date(2025, 1, 1), zaaknummer="2025Z00002", antwoord_id=2)
_KORT = replace(_OUD, bron="3:3", groep="3", antwoord="Ja.", datum=date(2025, 6, 1), antwoord_id=3)
_NIETS = Kennis()


def _ranked(*paren: Eenheid, kennis: Kennis = _NIETS, vraag: str = _VRAAG) -> dict[str, Treffer]:
    stelling = Vraagstelling(vraag, datum=date(2026, 1, 1))
    return {t.eenheid.bron: t for t in rangschik(in_memory(*paren), stelling, bijstelling=met_kennis(kennis))}


def _part(treffer: Treffer, naam: str) -> float:
    return sum(deel.waarde for deel in treffer.delen if deel.naam == naam)


def test_the_newest_position_wins_and_the_older_says_by_what() -> None:
    gevonden = _ranked(_OUD, _NIEUW)
    assert list(gevonden) == ["2:2", "1:1"]
    assert _part(gevonden["1:1"], "ingehaald") == INGEHAALD
    assert stap("reden_ingehaald", door="2025Z00002 vraag 4", datum=date(2025, 1, 1)) in gevonden["1:1"].redenen
    assert _part(gevonden["2:2"], "ingehaald") == 0


def test_a_trivial_answer_sinks_and_overtakes_nothing() -> None:
    gevonden = _ranked(_OUD, _KORT)
    assert list(gevonden) == ["1:1", "3:3"]
    assert (_part(gevonden["3:3"], "kort"), _part(gevonden["1:1"], "ingehaald")) == (TRIVIAAL, 0)


def test_a_question_about_the_answering_sinks() -> None:
    vraag = "Kunt u deze vragen over gestolen fietsen afzonderlijk beantwoorden?"
    paar = replace(_OUD, vraag=vraag, antwoord="Ja, dat heb ik gedaan met gestolen gele fietsen.")
    assert _part(_ranked(paar, vraag=vraag)["1:1"], "procedure") == TRIVIAAL


def test_what_people_said_counts_and_is_told() -> None:
    reden, onbruikbaar = stap("reden_achterhaald"), stap("reden_niet_bruikbaar")
    gevonden = _ranked(_OUD, kennis=Kennis({1: reden}, {1: onbruikbaar}, frozenset({"1:1"})))["1:1"]
    assert [_part(gevonden, naam) for naam in ("achterhaald", "niet_bruikbaar", "vervolg")] == [
        ACHTERHAALD,
        NIET_BRUIKBAAR,
        VERVOLG,
    ]
    assert {reden, onbruikbaar, stap("reden_vervolg")} <= set(gevonden.redenen)


def test_recency_fades_by_the_year() -> None:
    een = _ranked(replace(_OUD, datum=date(2025, 1, 1)))["1:1"]
    zelf = _ranked(replace(_OUD, datum=date(2026, 1, 1)))["1:1"]
    assert _part(zelf, "recent") == RECENT
    assert abs(_part(een, "recent") - RECENT / 2) < 1e-4


def test_the_parts_still_add_up() -> None:
    for treffer in _ranked(_OUD, _NIEUW, _KORT, kennis=Kennis({2: stap("reden_achterhaald")})).values():
        assert abs(treffer.score - sum(deel.waarde for deel in treffer.delen)) < 1e-12
