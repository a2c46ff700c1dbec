"""The order of earlier answers, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from math import fsum, log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from kamervragen.search.analyse import profiel, termen
from kamervragen.search.index import Eenheid, Index
from kamervragen.search.kenmerken import Vraagstelling
from kamervragen.search.ranking import Treffer, rangschik, weging
from tests.search.test_index import in_memory, unit

_VRAAG = "Hoeveel meldingen over gele fietsen zijn er in 2025 geregistreerd?"
_PAREN = (
    unit("1:1", "Kent u het bericht over gele fietsen?", "1", "gele fietsen", "Ja."),
    unit(
        "1:2",
        "Hoeveel meldingen over gele fietsen zijn in 2025 geregistreerd?",
        "1",
        "gele fietsen",
        "Er zijn 312 meldingen.",
    ),
    unit("1:3", "Wat gaat u doen?", "1", "gele fietsen", "Meldingen over fietsen worden geregistreerd."),
    unit("2:1", "Hoeveel meldingen over blauwe bussen zijn er?", "2", "blauwe bussen", "Twaalf."),
    unit("2:2", "Wanneer rijden de bussen weer?", "2", "blauwe bussen", "Morgen."),
    unit("3:1", "Is de rivier bevaarbaar?", "3", "scheepvaart", "Ja, in 2025."),
)


@pytest.fixture(scope="module")
def index() -> Index:
    """Six pairs of three sets."""
    return in_memory(*_PAREN)


GEWICHTEN = weging("nl").gewichten


def _parts(treffer: Treffer) -> dict[str, float]:
    return {deel.naam: deel.waarde for deel in treffer.delen}


def _sources(treffers: list[Treffer]) -> list[str]:
    return [treffer.eenheid.bron for treffer in treffers]


_LANG = " ".join(f"woord{nummer} fietsen" for nummer in range(5_000))


@pytest.mark.parametrize(
    "vraag",
    ["", " ", "?", "[^v1]", "«»", "de", "zeppelin", "\0", "AND OR NOT", '"', "termen:zeppel*", "(", "a" * 10_000],
)
def test_a_question_without_known_words_gives_an_empty_list(index: Index, vraag: str) -> None:
    assert rangschik(index, Vraagstelling(vraag)) == []


@pytest.mark.parametrize(
    ("vraag", "eerste"),
    [
        ("fietsen", {"1:1", "1:2"}),
        (_LANG, {"1:1", "1:2"}),
        ("\"Hoeveel\" «meldingen» 'over' “blauwe bussen” (er)? AND NOT", {"2:1"}),
        ("How many meldingen about gele fietsen were there in 2025?", {"1:2"}),
        ("fietsen +++ -fietsen ^2 ~ fietsen:*", {"1:1", "1:2"}),
    ],
    ids=["one word", "ten thousand words", "quotes", "English", "operators"],
)
def test_any_question_gives_a_list(index: Index, vraag: str, eerste: set[str]) -> None:
    assert rangschik(index, Vraagstelling(vraag))[0].eenheid.bron in eerste


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=100), st.text(max_size=50))
def test_no_question_gives_an_error(vraag: str, onderwerp: str) -> None:
    index = in_memory(*_PAREN)
    for treffer in rangschik(index, Vraagstelling(vraag, onderwerp)):
        assert treffer.gedeeld


def test_a_very_similar_question_is_first(index: Index) -> None:
    treffers = rangschik(index, Vraagstelling(_VRAAG))
    assert treffers[0].eenheid.bron == "1:2"
    assert treffers[0].score > 1.5 * treffers[1].score
    assert treffers[0].redenen[0].code == "gelijke_zin"


def test_the_parts_add_up_to_the_score(index: Index) -> None:
    treffers = rangschik(index, Vraagstelling(_VRAAG, "gele fietsen"))
    assert sorted(_sources(treffers)) == ["1:1", "1:2", "1:3", "2:1", "3:1"]
    for treffer in treffers:
        assert _parts(treffer).keys() <= GEWICHTEN.keys()
        assert treffer.score == pytest.approx(fsum(_parts(treffer).values()), abs=1e-12)
        assert all(0 < waarde <= GEWICHTEN[naam] + 1e-12 for naam, waarde in _parts(treffer).items())


def test_the_parts_are_what_they_say() -> None:
    """Every part recomputed here from the terms alone, by the formulas of docs/adr/0009."""
    dag, onderwerp, bron = date(2026, 1, 1), "gele fietsen", ("kst-33552-124",)
    geheel = {groep: profiel([p.vraag for p in _PAREN if p.groep == groep]) for groep in "123"}
    paren = [
        replace(p, profiel=geheel[p.groep], verwijzingen=bron if p.bron == "3:1" else (), datum=dag) for p in _PAREN
    ]
    stelling = Vraagstelling(_VRAAG, onderwerp, ("Waar zijn de fietsen?",), datum=dag, verwijzingen=bron)
    gezocht, titel = termen(_VRAAG), termen(onderwerp)
    eigen = profiel((onderwerp, _VRAAG, "Waar zijn de fietsen?"))
    alle = [{*termen(p.vraag), *termen(p.onderwerp), *termen(p.antwoord)} for p in paren]

    def idf(term: str) -> float:
        raak = sum(term in termen_van for termen_van in alle)
        return log(1 + (2000 - raak + 0.5) / (raak + 0.5))

    def coverage(zoek: tuple[str, ...], tekst: tuple[str, ...], gewoon: int) -> float:
        rem = 1.2 * (0.25 + 0.75 * len(tekst) / gewoon)
        raak = [idf(t) * tekst.count(t) / (tekst.count(t) + rem) for t in set(zoek) if t in tekst]
        return fsum(raak) / fsum(idf(t) for t in set(zoek))

    buren = {paar: idf(paar[0]) + idf(paar[1]) for paar in pairwise(gezocht)}
    treffers = rangschik(in_memory(*paren), stelling)
    assert len(treffers) == 5
    for treffer in treffers:
        e = treffer.eenheid
        vraag, antwoord = termen(e.vraag), tuple(dict.fromkeys(termen(e.antwoord)))
        verwacht = {
            "vraag": coverage(gezocht, vraag, 28),
            "onderwerp": coverage((*gezocht, *titel), termen(e.onderwerp), 10),
            "onderwerp_in_vraag": coverage(titel, vraag, 28),
            "antwoord": coverage(gezocht, antwoord, 110),
            "verband": coverage((*gezocht, *titel), e.profiel, 60),
            "samenhang": coverage(eigen, e.profiel, 60),
            "gelijkenis": fuzz.token_sort_ratio(" ".join(gezocht), " ".join(vraag)) / 100,
            "reeksen": fsum(buren[paar] for paar in set(pairwise(vraag)) if paar in buren) / fsum(buren.values()),
            "namen": float("2025" in (*vraag, *antwoord)),
            "verwijzing": float(e.bron == "3:1"),
        }
        gewogen = {naam: GEWICHTEN[naam] * waarde for naam, waarde in verwacht.items() if waarde * GEWICHTEN[naam]}
        assert _parts(treffer) == pytest.approx(gewogen)


def test_an_equal_question_scores_full_likeness(index: Index) -> None:
    delen = _parts(rangschik(index, Vraagstelling(_PAREN[1].vraag))[0])
    assert delen["gelijkenis"] == pytest.approx(GEWICHTEN["gelijkenis"])


def test_a_formula_weighs_half() -> None:
    index = in_memory(unit("1:1", "De analyse van fietsen."), unit("2:1", "De bussen roesten."))
    heel, half = (
        rangschik(index, Vraagstelling(vraag))[0] for vraag in ("analyse bussen", "Deelt u de analyse dat bussen?")
    )
    assert [t.eenheid.bron for t in rangschik(index, Vraagstelling("Deelt u de analyse dat bussen?"))] == ["2:1", "1:1"]
    assert heel.score < half.score


def test_what_is_too_far_off_is_not_shown(index: Index) -> None:
    alles = rangschik(index, Vraagstelling(_VRAAG))
    assert rangschik(index, Vraagstelling(_VRAAG), drempel=alles[1].score + 1e-9) == alles[:1]
    assert rangschik(index, Vraagstelling(_VRAAG), drempel=1.1) == []


def test_candidates_from_elsewhere_are_always_shown(index: Index) -> None:
    (schip,) = index.van_groep("3")
    gevonden = rangschik(index, Vraagstelling("gele fietsen"), drempel=0.05, ook=[schip])
    assert "3:1" in _sources(gevonden)
    assert "3:1" not in _sources(rangschik(index, Vraagstelling("gele fietsen"), drempel=0.05))


def test_of_equals_the_newest_is_first_and_then_the_source() -> None:
    eender = Eenheid(bron="", groep="1", onderwerp="fietsen", vraag="Hoeveel fietsen?", antwoord="Drie.")
    dagen = {"c": date(2024, 1, 1), "b": date(2026, 1, 1), "a": None, "e": date(2025, 1, 1), "d": date(2025, 1, 1)}
    paren = [replace(eender, bron=bron, datum=dag) for bron, dag in dagen.items()]
    for orde in (paren, paren[::-1]):
        treffers = rangschik(in_memory(*orde), Vraagstelling("Hoeveel fietsen?"))
        assert _sources(treffers) == ["b", "d", "e", "c", "a"]


def test_the_order_is_the_same_every_time(index: Index) -> None:
    eerste = rangschik(index, Vraagstelling(_VRAAG, "gele fietsen"))
    for _ in range(5):
        assert rangschik(index, Vraagstelling(_VRAAG, "gele fietsen")) == eerste
    anders = in_memory(*reversed(_PAREN))
    assert rangschik(anders, Vraagstelling(_VRAAG, "gele fietsen")) == eerste


def test_the_own_set_is_left_out_and_no_more_come_than_asked(index: Index) -> None:
    assert "1" not in {t.eenheid.groep for t in rangschik(index, Vraagstelling(_VRAAG), zonder_groep="1")}
    assert len(rangschik(index, Vraagstelling(_VRAAG), aantal=2)) == 2


def test_shared_terms_are_those_of_question_and_subject(index: Index) -> None:
    eerste = rangschik(index, Vraagstelling("Kent u meldingen?", "blauwe bussen"))[0]
    assert eerste.eenheid.bron == "2:1"
    assert eerste.gedeeld == frozenset(termen("meldingen blauwe bussen"))


def test_reasons_name_words_as_the_text_writes_them(index: Index) -> None:
    (van_bus,) = [t for t in rangschik(index, Vraagstelling("bussen melding")) if t.eenheid.bron == "2:1"]
    assert [(r.code, dict(r.feiten)) for r in van_bus.redenen] == [
        ("gedeelde_woorden", {"woorden": "bussen, meldingen"})
    ]
    (scheep,) = [t for t in rangschik(index, Vraagstelling("schip in 2025")) if t.eenheid.bron == "3:1"]
    assert [(r.code, dict(r.feiten)) for r in scheep.redenen] == [("antwoord_noemt", {"woorden": "2025"})]


def test_the_year_of_an_answer_is_a_reason() -> None:
    index = in_memory(replace(_PAREN[0], datum=date(2026, 6, 8)))
    (treffer,) = rangschik(index, Vraagstelling("fietsen"))
    assert (treffer.redenen[-1].code, treffer.redenen[-1].feiten) == ("recent", (("jaar", 2026),))
