"""Blocks of runs: white space, cutting, the words alone."""

from __future__ import annotations

import pytest

from kamervragen.documents.text.opmaak import Alinea, Lijst, Stuk, alinea, bijgesneden, gesplitst, zonder_eerste


def test_kaal_folds_white_space_and_leaves_note_marks_out() -> None:
    blok = Alinea((Stuk(" Ja,\t dat "), Stuk("", noot="v1"), Stuk("\N{NO-BREAK SPACE}klopt.  \n  Zeker. ")))
    assert blok.kaal == "Ja, dat klopt.\nZeker."


def test_leeg_is_no_word_and_no_noot() -> None:
    assert Alinea((Stuk(" \n\t"),)).leeg
    assert not Alinea((Stuk("", noot="b1"),)).leeg
    assert not alinea("x").leeg


def test_alinea_of_nothing_has_no_stukken() -> None:
    assert alinea("") == Alinea()
    assert alinea("Ja.") == Alinea((Stuk("Ja."),))


def test_bijgesneden_joins_equal_neighbours_only() -> None:
    blok = Alinea((Stuk("een "), Stuk("twee"), Stuk(" drie", vet=True), Stuk(" vier", vet=True, url="https://x.nl")))
    assert bijgesneden(blok).stukken == (
        Stuk("een twee"),
        Stuk(" drie", vet=True),
        Stuk(" vier", vet=True, url="https://x.nl"),
    )


def test_bijgesneden_does_not_join_over_a_noot() -> None:
    blok = Alinea((Stuk("een"), Stuk("", noot="v1"), Stuk("twee"), Stuk("", noot="v2")))
    assert bijgesneden(blok) == blok


@pytest.mark.parametrize(
    ("ruw", "schoon"),
    [
        ("  een   twee  ", "een twee"),
        ("een\ttwee", "een twee"),
        ("een\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}twee", "een twee"),
        ("een \n twee", "een\ntwee"),
        ("\n\neen\n\n", "een"),
        ("een\n\ntwee", "een\n\ntwee"),
        ("een\N{NON-BREAKING HYPHEN}twee", "een\N{NON-BREAKING HYPHEN}twee"),
    ],
)
def test_bijgesneden_folds_white_space(ruw: str, schoon: str) -> None:
    assert bijgesneden(Alinea((Stuk(ruw),))).stukken == (Stuk(schoon),)


def test_bijgesneden_folds_over_the_border_of_two_stukken() -> None:
    blok = Alinea((Stuk("een "), Stuk(" twee ", vet=True), Stuk("  ")))
    assert bijgesneden(blok).stukken == (Stuk("een "), Stuk("twee", vet=True))


def test_bijgesneden_keeps_lijst_kop_and_citaat() -> None:
    blok = Alinea((Stuk(" x "),), Lijst(1, 3), kop=2, citaat=True)
    assert bijgesneden(blok) == Alinea((Stuk("x"),), Lijst(1, 3), kop=2, citaat=True)


def test_gesplitst_cuts_at_soft_line_breaks_and_keeps_the_look() -> None:
    blok = Alinea((Stuk("een\ntw", vet=True), Stuk("ee\ndrie"), Stuk("", noot="v1")))
    assert gesplitst(blok) == [
        Alinea((Stuk("een", vet=True),)),
        Alinea((Stuk("tw", vet=True), Stuk("ee"))),
        Alinea((Stuk("drie"), Stuk("", noot="v1"))),
    ]


def test_zonder_eerste_counts_over_stukken() -> None:
    blok = Alinea((Stuk("1) "), Stuk("Bron", cursief=True), Stuk(", 3 mei")), Lijst(0, 1))
    assert zonder_eerste(blok, 5) == Alinea((Stuk("on", cursief=True), Stuk(", 3 mei")), Lijst(0, 1))
    assert zonder_eerste(blok, 99) == Alinea((), Lijst(0, 1))
