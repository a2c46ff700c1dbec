"""Text to terms: stems, diacritics, numbers, stop words, places."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.search.analyse import Woord, _stam, is_procedure, profiel, termen, woorden

_EINDEN = ("ingen", "heden", "elijkheid", "baarheid", "eringen", "igheden", "atie", "isme", "loos", "achtige")


@pytest.mark.parametrize(
    "tekst", ["", " \n", "?!…«»", "de het een", "Bent u bereid?", "Zo ja, waarom niet?", "🙂", "a"]
)
def test_text_without_telling_words_has_no_terms(tekst: str) -> None:
    assert termen(tekst) == ()


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("ramp Rampen RAMPEN rampen.", ("ramp", "ramp", "ramp", "ramp")),
        ("melding meldingen", ("melding", "melding")),
        ("één een", ()),
        ("café reünie coördinator Oekraïne financiële", None),
        ("2026 12,5 90 7", ("2026", "12", "5", "90", "7")),
        ("1.250 35570-VI 112", ("1250", "35570-vi", "112")),
        ("[^v1] en [^b12]", ()),
        ("https://voorbeeld.nl/gele-fietsen", ()),
    ],
)
def test_terms(tekst: str, verwacht: tuple[str, ...] | None) -> None:
    if verwacht is None:
        assert termen(tekst) == termen("cafe reunie coordinator Oekraine financiele")
    else:
        assert termen(tekst) == verwacht


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("e-mail", "email"),
        ("foto's", "foto’s"),
        ("naïef", "naief"),
        ("Minister-president", "ministerpresident"),
        ("STRASSE", "straße"),
    ],
)
def test_spellings_of_one_word_are_one_term(een: str, ander: str) -> None:
    assert termen(een)[0] == termen(ander)[0]


@pytest.mark.parametrize(("een", "ander"), [("2025", "2026"), ("sekte", "sector"), ("112", "1123")])
def test_other_words_are_other_terms(een: str, ander: str) -> None:
    assert termen(een) != termen(ander)


def test_english_has_stems_and_function_words_of_its_own() -> None:
    assert termen("The ministers were asking about bicycles", "en") == ("minist", "ask", "about", "bicycl")
    assert termen("de fietsen", "en") == ("de", "fietsen")


def test_words_carry_their_places() -> None:
    tekst = "Hoeveel 🙂 gele cafés[^v1] zijn er?"
    gevonden = woorden(tekst)
    assert [tekst[woord.begin : woord.einde] for woord in gevonden] == ["gele", "cafés"]
    assert gevonden[0] == Woord("gel", 10, 14)


@pytest.mark.parametrize(
    ("woord", "verwacht"),
    [
        ("kinderopvangtoeslag", ("kinderopvang", "kind", "opvang", "toeslag")),
        ("bankhelpdeskfraude", ("bank", "help", "desk", "fraud")),
        ("stikstofuitstoot", ("stikstof", "uitstot")),
        ("asielzoekerscentra", ("asielzoeker", "asiel", "zoeker", "centrum")),
        ("spreidingswet", ("spreiding", "wet")),
        ("gemeenteraadsverkiezingen", ("gemeent", "raadsverkiez", "rad", "verkiez")),
        ("onderzoeken", ()),
        ("verantwoordelijkheid", ()),
        ("versterken", ()),
        ("beroep", ()),
        ("wet", ()),
    ],
)
def test_compounds_are_taken_apart_and_other_words_are_not(woord: str, verwacht: tuple[str, ...]) -> None:
    heel, *delen = termen(woord)
    assert tuple(delen) == verwacht
    assert heel == termen(woord.capitalize())[0]


@pytest.mark.parametrize(
    ("een", "ander"),
    [("sekte", "sektes"), ("sekte", "sekten"), ("fiets", "fietsen"), ("stad", "steden"), ("onderzocht", "onderzoeken")],
)
def test_forms_of_one_word_are_one_term(een: str, ander: str) -> None:
    assert termen(een) == termen(ander)


def test_a_formula_tells_less_but_is_known() -> None:
    assert [w.formule for w in woorden("Deelt u de analyse dat fietsen roesten?")] == [True, False, False]


def test_a_set_is_what_most_of_its_questions_name() -> None:
    assert profiel(("gele fietsen", "Waar zijn de fietsen?", "Welke fietsen zijn geel?"))[0] == termen("fietsen")[0]
    assert len(profiel([" ".join(f"woord{n}" for n in range(200))])) == 60


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ("Kunt u deze vragen afzonderlijk beantwoorden?", True),
        ("Wilt u deze vragen één voor één beantwoorden?", True),
        ("Kunt u deze vragen vóór het debat beantwoorden?", True),
        ("Hoeveel vragen kwamen er binnen over fietsen?", False),
        ("Worden fietsen afzonderlijk gestald?", False),
    ],
)
def test_questions_about_the_answering_itself(vraag: str, verwacht: bool) -> None:
    assert is_procedure(vraag) is verwacht


@given(st.text(max_size=200))
def test_places_are_in_order_and_inside_any_text(tekst: str) -> None:
    plaats = 0
    for woord in woorden(tekst):
        assert plaats <= woord.begin < woord.einde <= len(tekst)
        assert woord.term
        assert not any(teken.isspace() for teken in woord.term)
        plaats = woord.einde
    assert termen(tekst) == tuple(term for woord in woorden(tekst) for term in woord.alle)


def test_threads_do_not_mix_their_words() -> None:
    """Requests and the worker analyse at the same moment; a stemmer holds the word it works on."""
    woorden_ = [f"{begin}{eind}" for begin in ("werk", "brand", "vlucht", "boekhoud") for eind in _EINDEN]
    alleen = [_stam.__wrapped__(woord, "nl") for woord in woorden_]
    wissel = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as draden:
            samen = list(draden.map(lambda _: [_stam.__wrapped__(w, "nl") for w in woorden_], range(24)))
    finally:
        sys.setswitchinterval(wissel)
    assert samen == [alleen] * 24
