"""Where a sentence ends, and where it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.language.zinnen import MAX_ZIN, Zin, zinnen


@pytest.mark.parametrize(
    "zin",
    [
        "Zie Kamerstuk 33 552, nr. 124.",
        "Zie Kamerstuk 33 829, nrs. 3 en 4.",
        "Dat volgt uit art. 3 Awb.",
        "Minister D.M. van Weel heeft dit gemeld.",
        "Minister D. Van Weel heeft dit gemeld.",
        "Dat kost ca. 3 mln. Zwitserse frank.",
        "Het gaat om o.a. Den Haag en Utrecht.",
        "De heer prof. dr. mr. Jansen schreef dit.",
        "Dat zei mevr. Jansen.",
        "Dit kwam n.a.v. Kamervragen aan het licht.",
        "Zie www.rijksoverheid.nl voor meer.",
        "Dat is 1.500 keer gebeurd, of 3.5 per week.",
        "1. Ten eerste is dit juist.",
        "De wet geldt al jaren … en blijft gelden.",
        "De wet (Stb. 2019, 123) geldt nog.",
        "Het besluit (Stcrt. 2024, 30890) geldt nog.",
        "Hij vroeg «kan dat?» en ging weg.",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(zin: str) -> None:
    assert [gevonden.tekst for gevonden in zinnen(f"{zin} Daarna niet meer.")] == [zin, "Daarna niet meer."]


@pytest.mark.parametrize(
    ("eerste", "tweede"),
    [
        ("Ja.", "Nee."),
        ("Is dat zo?", "Ja."),
        ("Is dat zo?!", "Ja."),
        ("«Is dat zo?»", "Ja."),
        ("Hij zei: ‘Nee.’", "Daarna ging hij."),
        ("Wat nu…", "Dat is onbekend."),
        ("Ja.[^v1]", "Nee.[^b2]"),
        ("Ja.[^v1][^v2]", "Nee."),
        ("Ja.", "(Zie hierboven.)"),
        ("(Zie hierboven.)", "Ja."),
        ("Dat begon in juli 2025.", "480 gesprekken volgden."),
        ("Dat is geregeld in artikel 3, eerste lid.", "Ik zal dit toelichten."),
        ("Ja.", "**Nee.**"),
        ("Ja.", "*Nee*."),
    ],
)
def test_two_sentences_are_told_apart(eerste: str, tweede: str) -> None:
    assert [zin.tekst for zin in zinnen(f"{eerste} {tweede}")] == [eerste, tweede]


@pytest.mark.parametrize(
    ("tekst", "delen"),
    [
        ("Antwoord 1\nJa.", ["Antwoord 1", "Ja."]),
        ("- punt een;\n- punt twee.", ["- punt een;", "- punt twee."]),
        ("Ja.\n\nNee.", ["Ja.", "Nee."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_line_break_ends_a_sentence(tekst: str, delen: list[str]) -> None:
    assert [zin.tekst for zin in zinnen(tekst)] == delen


def test_a_sentence_knows_its_place() -> None:
    assert zinnen("  Ja. Één vraag?\nNee.") == (Zin("Ja.", 2, 5), Zin("Één vraag?", 6, 16), Zin("Nee.", 17, 21))


PROZA = st.text("ab A1.?!…»”)(\n[^v1]€ë", max_size=60)


@given(PROZA)
def test_sentences_stand_in_order_at_their_place_and_lose_nothing_but_white(tekst: str) -> None:
    gevonden = zinnen(tekst)
    assert all(tekst[zin.begin : zin.einde] == zin.tekst == zin.tekst.strip() for zin in gevonden)
    assert "".join("".join(zin.tekst.split()) for zin in gevonden) == "".join(tekst.split())
    plaatsen = [plaats for zin in gevonden for plaats in (zin.begin, zin.einde)]
    assert plaatsen == sorted(plaatsen)


def test_a_sentence_without_end_is_cut_between_words_and_loses_none() -> None:
    tekst = " ".join(f"woord{nummer}" for nummer in range(9_000))
    delen = zinnen(tekst)
    assert max(len(zin.tekst) for zin in delen) <= MAX_ZIN
    assert " ".join(zin.tekst for zin in delen) == tekst
    assert all(tekst[zin.begin : zin.einde] == zin.tekst for zin in delen)
    assert len(zinnen("a" * 3 * MAX_ZIN)) == 3
