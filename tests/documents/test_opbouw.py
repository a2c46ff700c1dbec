"""Blocks -> a Vragenset: every habit of headings, pairs, notes and notices."""

from __future__ import annotations

import time

import pytest

from kamervragen.documents.lezing import Lezing, Melding, Rest, melding
from kamervragen.documents.readers.opbouw import bouw
from kamervragen.documents.readers.ruw import Ruw
from kamervragen.documents.text.opmaak import Alinea, Lijst, Stuk, Tabel, alinea
from kamervragen.domain.errors import Ongeldig
from kamervragen.domain.vragenset import Noot, Nootsoort, Soort, Vragenset
from tests.documents.bouwsels import lees_blokken, lees_tekst

_PAPIER = (
    "2024Z18884\n(ingezonden 20 november 2024)\n"
    "Vragen van het lid Bamenga (D66) aan de minister voor Rechtsbescherming over de proef\n\n"
)


def _vragen(lezing: Lezing) -> list[tuple[str, str]]:
    return [(vraag.label, vraag.tekst) for vraag in lezing.vragenset.vragen]


def _antwoorden(lezing: Lezing) -> list[tuple[tuple[str, ...], str]]:
    return [(antwoord.labels, antwoord.tekst) for antwoord in lezing.vragenset.antwoorden]


def _noten(vragenset: Vragenset) -> list[tuple[str, str, str | None]]:
    return [(noot.id, noot.tekst, noot.url) for noot in vragenset.noten]


def _schoon(lezing: Lezing) -> bool:
    return lezing.meldingen == () and lezing.onverklaard == ()


# --- headings


@pytest.mark.parametrize(
    "kop",
    [
        "Antwoord 3",
        "Antwoord 3.",
        "Antwoord 3:",
        "ANTWOORD 3",
        "Antwoord op vraag 3",
        "Antwoord op vraag 3 ",
        "Antwoord op vraag  3 :",
        "Antwoord vraag 3:",
        "Antwoord op de vraag 3",
        "Antwoorden op vragen 3",
        "Antwoord op deelvraag 3",
        "Beantwoording vraag 3",
        "Reactie op vraag 3",
        "Antwoord",
        "Antwoord:",
    ],
)
def test_every_habit_of_a_heading_opens_the_answer(kop: str) -> None:
    lezing = lees_tekst(f"Vraag 3\nIs dit zo?\n\n{kop}\nJa.\n\nEn nog iets.")
    assert _vragen(lezing) == [("3", "Is dit zo?")]
    assert _antwoorden(lezing) == [(("3",), "Ja.\n\nEn nog iets.")]
    assert lezing.vragenset.soort is Soort.ANTWOORD
    assert _schoon(lezing)


@pytest.mark.parametrize(
    "kop", ["Vraag 3", "Vraag 3.", "Vraag 3:", "VRAAG 3", "Vraag 3)", "Deelvraag 3", "Vragen 3", "Vraag3"]
)
def test_every_habit_of_a_heading_opens_the_question(kop: str) -> None:
    lezing = lees_tekst(f"{kop}\nIs dit zo?")
    assert _vragen(lezing) == [("3", "Is dit zo?")]
    assert lezing.vragenset.soort is Soort.VRAGEN
    assert _schoon(lezing)


@pytest.mark.parametrize("teken", [":", "."])
def test_a_heading_and_its_text_may_share_a_line(teken: str) -> None:
    lezing = lees_tekst(f"Vraag 3{teken} Is dit zo?\nAntwoord op vraag 3{teken} Ja.\nNog iets.")
    assert _vragen(lezing) == [("3", "Is dit zo?")]
    assert _antwoorden(lezing) == [(("3",), "Ja.\n\nNog iets.")]


@pytest.mark.parametrize(
    "zin",
    [
        "Vraag 3 is eerder beantwoord.",
        "Vraag 3 en 4 horen bij elkaar.",
        "In vraag 3 wordt dit gevraagd.",
        "Antwoord op die vraag volgt later.",
        "Het antwoord op vraag 1 geldt ook hier.",
        "Antwoord 1 geldt ook hier.",
        "Vragen 1 en 2 zijn in het debat al aan de orde geweest, zie hieronder.",
    ],
)
def test_a_sentence_that_names_a_question_is_no_heading(zin: str) -> None:
    lezing = lees_tekst(f"Vraag 1\nIs dit zo?\nAntwoord 1\n{zin}\nJa.")
    assert _vragen(lezing) == [("1", "Is dit zo?")]
    assert _antwoorden(lezing) == [(("1",), f"{zin}\n\nJa.")]


def test_a_list_item_and_a_line_with_a_noot_are_no_heading() -> None:
    lezing = lees_blokken(
        alinea("Vraag 1"),
        alinea("Is dit zo?"),
        alinea("Antwoord 1"),
        Alinea((Stuk("Vraag 2"),), Lijst(0, None)),
        Alinea((Stuk("Vraag 3"), Stuk("", noot="v1"))),
    )
    assert _vragen(lezing) == [("1", "Is dit zo?")]
    assert _antwoorden(lezing) == [(("1",), "- Vraag 2\n\nVraag 3[^v1]")]


def test_a_heading_hidden_behind_a_soft_line_break_is_found() -> None:
    lezing = lees_blokken(alinea("Vraag 1\nIs dit zo?\nAntwoord op vraag 1\nJa."))
    assert _vragen(lezing) == [("1", "Is dit zo?")]
    assert _antwoorden(lezing) == [(("1",), "Ja.")]


def test_a_soft_line_break_without_a_heading_stays() -> None:
    lezing = lees_blokken(alinea("Vraag 1"), alinea("Is dit zo?\nOf zo?"), alinea("Antwoord 1"), alinea("Ja."))
    assert _vragen(lezing) == [("1", "Is dit zo?\\\nOf zo?")]


# --- groups


@pytest.mark.parametrize(
    ("kop", "labels"),
    [
        ("Antwoord 4 en 5", ("4", "5")),
        ("Antwoorden op vragen 4 en 5:", ("4", "5")),
        ("Antwoord op vraag 4, 5", ("4", "5")),
        ("Antwoord vragen 4,5 en 6", ("4", "5", "6")),
        ("Antwoord op vraag 4, 5, en 6", ("4", "5", "6")),
        ("Antwoord op vraag 4 & 5", ("4", "5")),
        ("Antwoord 4-6", ("4", "5", "6")),
        ("Antwoord 4 – 6", ("4", "5", "6")),
        ("Antwoord 4 t/m 6", ("4", "5", "6")),
        ("Antwoord op vraag 4 t/m 5", ("4", "5")),
        ("Antwoord 4 tot en met 6", ("4", "5", "6")),
        ("Antwoord", ("4", "5", "6")),
    ],
)
def test_one_answer_may_cover_a_group(kop: str, labels: tuple[str, ...]) -> None:
    vragen = "".join(f"Vraag {label}\nIs dit {label}?\n" for label in labels)
    lezing = lees_tekst(f"{vragen}{kop}\nJa.")
    assert _antwoorden(lezing) == [(labels, "Ja.")]
    assert [label for label, _ in _vragen(lezing)] == list(labels)
    assert _schoon(lezing)


def test_a_group_that_is_not_consecutive_stands_after_the_last() -> None:
    lezing = lees_tekst(
        "Vraag 1\nA?\nAntwoord 1\nJa.\nVraag 2\nB?\nVraag 3\nC?\nVraag 4\nD?\nAntwoord 4\nNee.\nVraag 8\nE?\n"
        "Antwoord op vraag 2, 3 en 8\nSoms."
    )
    assert [label for label, _ in _vragen(lezing)] == ["1", "2", "3", "4", "8"]
    assert _antwoorden(lezing) == [(("1",), "Ja."), (("4",), "Nee."), (("2", "3", "8"), "Soms.")]
    assert _schoon(lezing)


def test_a_question_may_be_moved_forward_inside_a_group() -> None:
    lezing = lees_tekst("Vraag 3\nA?\nVraag 9\nB?\nVraag 4\nC?\nAntwoorden op vraag 3, 4 en 9\nJa.")
    assert _vragen(lezing) == [("3", "A?"), ("9", "B?"), ("4", "C?")]
    assert _antwoorden(lezing) == [(("3", "4", "9"), "Ja.")]


@pytest.mark.parametrize("kop", ["Vraag 4 en 5", "Vragen 4, 5", "Vraag 4 t/m 5", "Vraag 4-5"])
def test_questions_under_one_heading_get_a_paragraph_each(kop: str) -> None:
    lezing = lees_tekst(f"{kop}\nIs dit vier?\n\nIs dit vijf?\n\nAntwoord 4 en 5\nJa.")
    assert _vragen(lezing) == [("4", "Is dit vier?"), ("5", "Is dit vijf?")]
    assert _antwoorden(lezing) == [(("4", "5"), "Ja.")]
    assert _schoon(lezing)


def test_questions_under_one_heading_that_cannot_be_parted_are_told() -> None:
    lezing = lees_tekst("Vraag 4 en 5\nIs dit vier? En is dit vijf?\nAntwoord 4 en 5\nJa.")
    assert _vragen(lezing) == [("4", "Is dit vier? En is dit vijf?"), ("5", "")]
    assert lezing.meldingen == (melding("vragen_onder_een_kop", "vraag-4", labels="4, 5"),)


def test_labels_keep_their_letter() -> None:
    lezing = lees_tekst("Vraag 1a\nA?\nVraag 1 B\nB?\nAntwoord 1a en 1b\nJa.\nVraag 2\nC?\nAntwoord 2\nNee.")
    assert _vragen(lezing) == [("1a", "A?"), ("1b", "B?"), ("2", "C?")]
    assert [vraag.nummer for vraag in lezing.vragenset.vragen] == [1, 1, 2]
    assert _antwoorden(lezing) == [(("1a", "1b"), "Ja."), (("2",), "Nee.")]
    assert [antwoord.nummers for antwoord in lezing.vragenset.antwoorden] == [(1,), (2,)]


def test_bare_headings_take_the_questions_before_them() -> None:
    lezing = lees_tekst("Vraag 1\nA?\nAntwoord\nJa.\nVraag 2\nB?\nVraag 3\nC?\nAntwoord\nNee.")
    assert _antwoorden(lezing) == [(("1",), "Ja."), (("2", "3"), "Nee.")]
    assert _schoon(lezing)


# --- missing and double


def test_a_question_without_an_answer_is_told() -> None:
    lezing = lees_tekst("Vraag 1\nA?\nVraag 2\nB?\nAntwoord 1\nJa.")
    assert _antwoorden(lezing) == [(("1",), "Ja.")]
    assert lezing.meldingen == (melding("vraag_zonder_antwoord", "vraag-2"),)


def test_an_answer_without_a_question_is_told() -> None:
    lezing = lees_tekst("Vraag 1\nA?\nAntwoord 1\nJa.\nAntwoord 7\nNee.")
    assert _antwoorden(lezing) == [(("1",), "Ja."), (("7",), "Nee.")]
    assert lezing.meldingen == (melding("antwoord_zonder_vraag", "antwoord-7"),)


def test_questions_alone_miss_no_answers() -> None:
    lezing = lees_tekst("Vraag 1\nA?\nVraag 2\nB?")
    assert (lezing.vragenset.soort, _antwoorden(lezing), _schoon(lezing)) == (Soort.VRAGEN, [], True)


def test_answers_alone_miss_no_questions() -> None:
    lezing = lees_tekst("Antwoord 1\nJa.\nAntwoord 2\nNee.")
    assert (_vragen(lezing), _antwoorden(lezing)) == ([], [(("1",), "Ja."), (("2",), "Nee.")])
    assert _schoon(lezing)


def test_a_double_question_keeps_both_texts() -> None:
    lezing = lees_tekst("Vraag 1\nA?\nVraag 1\nB?\nAntwoord 1\nJa.")
    assert _vragen(lezing) == [("1", "A?\n\nB?")]
    assert lezing.meldingen == (melding("vraag_dubbel", "vraag-1"),)


def test_a_question_repeated_word_for_word_counts_once() -> None:
    lezing = lees_tekst("Vraag 1\nA?\nVraag 2\nB?\nVraag 1\nA?\nAntwoord 1\nJa.\nVraag 2\nB?\nAntwoord 2\nNee.")
    assert _vragen(lezing) == [("1", "A?"), ("2", "B?")]
    assert _schoon(lezing)


def test_a_double_answer_keeps_both_texts() -> None:
    lezing = lees_tekst("Vraag 1\nA?\nVraag 2\nB?\nAntwoord 1\nJa.\nAntwoord 1 en 2\nNee.")
    assert _antwoorden(lezing) == [(("1", "2"), "Ja.\n\nNee.")]
    assert lezing.meldingen == (melding("antwoord_dubbel", "antwoord-1"),)


# --- questions without headings


def test_a_question_paper_is_a_numbered_list() -> None:
    lezing = lees_tekst(_PAPIER + "1. Is dit zo? 1)\n- zus\n- zo\n2. En dit?\nDit hoort erbij.\n\n1) Bron")
    assert _vragen(lezing) == [("1", "Is dit zo?[^b1]\n\n- zus\n- zo"), ("2", "En dit?\n\nDit hoort erbij.")]
    assert _noten(lezing.vragenset) == [("b1", "Bron", None)]
    assert lezing.vragenset.soort is Soort.VRAGEN
    assert (str(lezing.vragenset.zaaknummer), lezing.vragenset.onderwerp) == ("2024Z18884", "de proef")
    assert _schoon(lezing)


def test_a_question_paper_may_have_bare_paragraphs() -> None:
    lezing = lees_tekst(_PAPIER + "Is dit zo? [1]\n\nEn dit?\n\n[1] Bron")
    assert _vragen(lezing) == [("1", "Is dit zo?[^b1]"), ("2", "En dit?")]
    assert _noten(lezing.vragenset) == [("b1", "Bron", None)]
    assert _schoon(lezing)


def test_a_bare_numbered_list_of_questions_is_a_set() -> None:
    assert _vragen(lees_tekst("1. Is dit zo?\n2. En dit?")) == [("1", "Is dit zo?"), ("2", "En dit?")]


@pytest.mark.parametrize(
    "tekst",
    [
        pytest.param("1. A?\nAntwoord 1\nJa.\n2. B?\nAntwoord 2\nNee.", id="list item, Antwoord n"),
        pytest.param("1. A?\nAntwoord op vraag 1\nJa.\n2. B?\nAntwoord op vraag 2\nNee.", id="3.1 auto-numbered"),
        pytest.param("1.\nA?\nAntwoord vraag 1:\nJa.\n2.\nB?\nAntwoord vraag 2:\nNee.", id="3.2 '9.'"),
        pytest.param("1\nA?\nAntwoord\nJa.\n2\nB?\nAntwoord\nNee.", id="3.2 '1', ah-tk-20242025-602"),
    ],
)
def test_questions_numbered_without_the_word_vraag_have_their_answers(tekst: str) -> None:
    lezing = lees_tekst(tekst)
    assert _vragen(lezing) == [("1", "A?"), ("2", "B?")]
    assert _antwoorden(lezing) == [(("1",), "Ja."), (("2",), "Nee.")]
    assert _schoon(lezing)


@pytest.mark.parametrize(
    "tekst", ["Zomaar een brief.", "Zomaar een brief met een vraag? Ja toch.", "Vraag 1 Is dit zo?"]
)
def test_a_text_without_a_recognisable_question_is_refused(tekst: str) -> None:
    with pytest.raises(Ongeldig) as fout:
        lees_tekst(tekst)
    assert str(fout.value) == (
        "In proef.txt is geen vraag herkend. Controleer of het een set Kamervragen is, met koppen als 'Vraag 1' of "
        "genummerde vragen."
    )


# --- notices


_HOOFD = "Mededeling van staatssecretaris Rummenie (Defensie) (ontvangen 20 november 2024)\n\n"


@pytest.mark.parametrize(
    ("zin", "soort"),
    [
        ("De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.", Soort.UITSTEL),
        ("De reden van het uitstel is dat de afstemming meer tijd vergt.", Soort.UITSTEL),
        ("De vragen zijn beantwoord middels een brief over de proef op 7 juni 2024.", Soort.BEANTWOORD_BIJ_BRIEF),
        ("De vragen worden beantwoord bij de Kamerbrief van 7 juni 2024.", Soort.BEANTWOORD_BIJ_BRIEF),
        ("De vragen zijn ingetrokken.", Soort.INGETROKKEN),
        (
            "De vragen over de ingetrokken vergunning kunnen niet binnen de gebruikelijke termijn worden beantwoord.",
            Soort.UITSTEL,
        ),
    ],
)
def test_a_mededeling_is_one_of_three_kinds(zin: str, soort: Soort) -> None:
    lezing = lees_tekst(_HOOFD + zin + "\n\nIk zal de Kamer informeren.")
    assert lezing.vragenset.soort is soort
    assert lezing.vragenset.mededeling == f"{zin}\n\nIk zal de Kamer informeren."
    assert (lezing.vragenset.inleiding, lezing.vragenset.vragen, _schoon(lezing)) == (None, (), True)
    assert str(lezing.vragenset.ondertekenaars[0]) == "staatssecretaris Rummenie (Defensie)"


def test_a_mededeling_needs_no_line_that_says_so() -> None:
    zin = "Hierbij deel ik u mede dat de vragen niet binnen de gestelde termijn kunnen worden beantwoord."
    lezing = lees_tekst(f"2024Z17538\n\n{zin}")
    assert (lezing.vragenset.soort, lezing.vragenset.mededeling) == (Soort.UITSTEL, zin)
    assert str(lezing.vragenset.zaaknummer) == "2024Z17538"


def test_a_mededeling_may_follow_the_questions() -> None:
    lezing = lees_tekst("Vraag 1\nA?\nVraag 2\nB?\nMededeling\nDe vragen zijn ingetrokken.\nDank u.")
    assert _vragen(lezing) == [("1", "A?"), ("2", "B?")]
    assert lezing.vragenset.mededeling == "De vragen zijn ingetrokken.\n\nDank u."
    assert (lezing.vragenset.soort, _schoon(lezing)) == (Soort.INGETROKKEN, True)


def test_a_mededeling_without_text_is_refused() -> None:
    with pytest.raises(Ongeldig) as fout:
        lees_tekst(_HOOFD)
    assert str(fout.value) == "proef.txt bevat geen tekst van een mededeling. Controleer het document."


# --- source notes


@pytest.mark.parametrize(
    ("roep", "lichaam"),
    [(" 1)", "1) Bron"), ("1)", "1)Bron"), (" [1]", "[1] Bron"), (" [1 ]", "[1 ] Bron"), ("[1]", "1) Bron")],
)
def test_a_source_is_called_and_stands_at_the_end(roep: str, lichaam: str) -> None:
    lezing = lees_tekst(f"Vraag 1\nIs dit zo?{roep}\nAntwoord 1\nJa.\n\n{lichaam}\n")
    assert _vragen(lezing) == [("1", "Is dit zo?[^b1]")]
    assert _antwoorden(lezing) == [(("1",), "Ja.")]
    assert lezing.vragenset.noten == (Noot(Nootsoort.BRON, 1, "Bron"),)
    assert _schoon(lezing)


def test_sources_may_stand_under_each_question() -> None:
    lezing = lees_tekst("Vraag 1\nA? 1)\n1) Bron een\nAntwoord 1\nJa.\nVraag 2\nB? 2)\n2) Bron twee\nAntwoord 2\nNee.")
    assert _vragen(lezing) == [("1", "A?[^b1]"), ("2", "B?[^b2]")]
    assert _antwoorden(lezing) == [(("1",), "Ja."), (("2",), "Nee.")]
    assert _noten(lezing.vragenset) == [("b1", "Bron een", None), ("b2", "Bron twee", None)]


def test_a_source_runs_on_over_lines_and_gives_its_address() -> None:
    lezing = lees_tekst(
        "Vraag 1\nA? 1) B? 2)\nAntwoord 1\nJa.\n1) De Proefkrant, 3 mei 2026,\nhttps://x.nl/a_(b)~c/.\n2) NOS (https://n.nl)"
    )
    assert _noten(lezing.vragenset) == [
        ("b1", "De Proefkrant, 3 mei 2026, https://x.nl/a_(b)~c/.", "https://x.nl/a_(b)~c/"),
        ("b2", "NOS (https://n.nl)", "https://n.nl"),
    ]


def test_a_superscript_number_calls_a_source() -> None:
    lezing = lees_blokken(
        alinea("Vraag 1"),
        Alinea((Stuk("Is dit zo"), Stuk("1", hoog=True), Stuk("?"))),
        alinea("Antwoord 1"),
        alinea("Ja."),
        alinea("1) Bron"),
    )
    assert _vragen(lezing) == [("1", "Is dit zo[^b1]?")]
    assert _noten(lezing.vragenset) == [("b1", "Bron", None)]


@pytest.mark.parametrize("teken", ["2", "²"])
def test_a_superscript_that_calls_nothing_stays(teken: str) -> None:
    lezing = lees_blokken(
        alinea("Vraag 1"),
        Alinea((Stuk("Hoeveel m"), Stuk(teken, hoog=True), Stuk("?"))),
        alinea("Antwoord 1"),
        alinea("Ja."),
    )
    assert _vragen(lezing) == [("1", f"Hoeveel m{teken}?")]


def test_a_number_between_brackets_of_its_own_calls_nothing() -> None:
    lezing = lees_tekst(
        "Vraag 1\nHebben 10 (of 12) mensen (zie artikel 1) in 2024) dat tussen 3-1) en 5,1)? 1)\nAntwoord 1\nJa.\n1) Bron"
    )
    assert _vragen(lezing) == [("1", "Hebben 10 (of 12) mensen (zie artikel 1) in 2024) dat tussen 3-1) en 5,1)?[^b1]")]
    assert _schoon(lezing)


def test_a_source_that_is_called_but_missing_is_told() -> None:
    lezing = lees_tekst("Vraag 1\nA? [1] B? [2]\nAntwoord 1\nJa.\n[1] Bron")
    assert _vragen(lezing) == [("1", "A?[^b1] B? [2]")]
    assert lezing.meldingen == (melding("bron_ontbreekt", "vraag-1", nummer=2),)


def test_a_source_that_nothing_calls_is_told() -> None:
    lezing = lees_tekst("Vraag 1\nA? 1)\nAntwoord 1\nJa.\n1) Bron een\n2) Bron twee")
    assert _noten(lezing.vragenset) == [("b1", "Bron een", None), ("b2", "Bron twee", None)]
    assert lezing.meldingen == (melding("noot_zonder_merk", "noot-b2"),)


def test_an_enumeration_in_an_answer_is_no_source() -> None:
    lezing = lees_tekst("Vraag 1\nA? 1)\nAntwoord 1\nTwee redenen:\n1) zus\n2) zo\nDaarom.\n1) Bron")
    assert _antwoorden(lezing) == [(("1",), "Twee redenen:\n\n1\\) zus\n\n2\\) zo\n\nDaarom.")]
    assert _noten(lezing.vragenset) == [("b1", "Bron", None)]


def test_an_enumeration_that_ends_the_last_answer_is_no_source_when_the_source_stands_under_its_question() -> None:
    lezing = lees_tekst("Vraag 1\nA? 1)\n1) Bron\nAntwoord 1\nTwee redenen:\n1) zus\n2) zo")
    assert _vragen(lezing) == [("1", "A?[^b1]")]
    assert _antwoorden(lezing) == [(("1",), "Twee redenen:\n\n1\\) zus\n\n2\\) zo")]
    assert _noten(lezing.vragenset) == [("b1", "Bron", None)]


def test_an_answer_without_sources_keeps_its_numbered_list() -> None:
    lezing = lees_tekst("Vraag 1\nA?\nAntwoord 1\nTwee redenen:\n1. zus\n2. zo")
    assert _antwoorden(lezing) == [(("1",), "Twee redenen:\n\n1. zus\n2. zo")]
    assert lezing.vragenset.noten == ()


def test_bronnen_and_voetnoten_are_numbered_apart() -> None:
    lezing = lees_tekst("Vraag 1\nA? 1)\nAntwoord 1\nJa.[footnoteRef:1] [1: Kamerstuk 33047, nr. 25]\n1) Bron")
    assert [(noot.id, noot.soort, noot.tekst) for noot in lezing.vragenset.noten] == [
        ("b1", Nootsoort.BRON, "Bron"),
        ("v1", Nootsoort.VOETNOOT, "Kamerstuk 33047, nr. 25"),
    ]
    assert _antwoorden(lezing) == [(("1",), "Ja.[^v1]")]


def test_a_mark_without_a_noot_is_told() -> None:
    lezing = lees_tekst("Vraag 1\nA?\nAntwoord 1\nJa.[footnoteRef:4]")
    assert lezing.meldingen == (melding("merk_zonder_noot", "antwoord-1", merk="v4"),)


def test_many_marks_in_one_question_are_read_in_time() -> None:
    """Looking back over the text at every mark would take minutes; CPU, so that a busy machine does not decide it."""
    begin = time.process_time()
    lees_tekst("Vraag 1\n" + "a 1) " * 40_000 + "\nAntwoord 1\nJa.")
    assert time.process_time() - begin < 5


# --- around the pairs


def test_a_toelichting_after_the_last_answer_is_apart() -> None:
    lezing = lees_tekst("Vraag 1\nA? 1)\nAntwoord 1\nJa.\n1) Bron\nToelichting: Deze vragen dienen ter aanvulling.")
    assert lezing.vragenset.toelichting == "Deze vragen dienen ter aanvulling."
    assert _antwoorden(lezing) == [(("1",), "Ja.")]
    assert _noten(lezing.vragenset) == [("b1", "Bron", None)]
    assert lezing.vragenset.slot is None


def test_sources_may_follow_the_toelichting() -> None:
    lezing = lees_tekst("Vraag 1\nA? 1)\nAntwoord 1\nJa.\nToelichting: Een aanvulling.\n1) Bron")
    assert (lezing.vragenset.toelichting, lezing.vragenset.slot) == ("Een aanvulling.", None)
    assert _noten(lezing.vragenset) == [("b1", "Bron", None)]


def test_what_follows_the_toelichting_is_slot() -> None:
    lezing = lees_tekst("Vraag 1\nA?\nAntwoord 1\nJa.\nToelichting: Een aanvulling.\nNog een regel.")
    assert (lezing.vragenset.toelichting, lezing.vragenset.slot) == ("Een aanvulling.", "Nog een regel.")


def test_a_toelichting_may_stand_on_the_next_line() -> None:
    lezing = lees_tekst("Vraag 1\nA?\nAntwoord 1\nJa.\nToelichting\nEen aanvulling.")
    assert (lezing.vragenset.toelichting, lezing.vragenset.slot) == ("Een aanvulling.", None)


def test_a_sentence_that_begins_with_toelichting_stays_in_its_answer() -> None:
    lezing = lees_tekst(
        "Vraag 1\nA?\nAntwoord 1\nJa.\nToelichting op de cijfers volgt later.\nNog iets.\nVraag 2\nB?\nAntwoord 2\nNee."
    )
    assert _antwoorden(lezing) == [
        (("1",), "Ja.\n\nToelichting op de cijfers volgt later.\n\nNog iets."),
        (("2",), "Nee."),
    ]
    assert (lezing.vragenset.toelichting, lezing.vragenset.slot) == (None, None)


def test_what_the_head_does_not_know_is_kept() -> None:
    lezing = lees_tekst("Losse woorden\nHierbij zend ik u de antwoorden op uw vragen.\nVraag 1\nA?\nAntwoord 1\nJa.")
    assert lezing.vragenset.inleiding == "Hierbij zend ik u de antwoorden op uw vragen."
    assert lezing.onverklaard == (Rest("Losse woorden", "kop"),)


def test_a_tabel_in_an_answer_is_kept() -> None:
    tabel = Tabel((((alinea("jaar"),), (alinea("aantal"),)), ((alinea("2024"),), (alinea("3"),))))
    lezing = lees_blokken(alinea("Vraag 1"), alinea("A?"), alinea("Antwoord 1"), alinea("Zie:"), tabel, alinea("Dus."))
    assert _antwoorden(lezing) == [(("1",), "Zie:\n\n| jaar | aantal |\n| --- | --- |\n| 2024 | 3 |\n\nDus.")]


def test_the_letter_in_a_tabel_gives_date_subject_and_sentence() -> None:
    kop = Tabel(
        (
            ((alinea("Datum"),), (alinea("16 mei 2024"),)),
            ((alinea("Betreft"),), (alinea("Iets anders"),)),
        )
    )
    zin = "In antwoord op uw brief van 8 maart 2024, nr. 2024Z04001, deel ik u mede dat de vragen van het lid Chakor (GroenLinks-PvdA) over de proef"
    lezing = lees_blokken(
        kop,
        alinea(zin),
        alinea("worden beantwoord zoals aangegeven in de bijlage."),
        alinea(""),
        alinea("De minister van Justitie en Veiligheid,"),
        alinea("D.M. van Weel"),
        alinea(""),
        alinea("Vraag 1"),
        alinea("A?"),
        alinea("Antwoord 1"),
        alinea("Ja."),
    )
    vragenset = lezing.vragenset
    assert str(vragenset.gedagtekend) == "2024-05-16"
    assert str(vragenset.zaaknummer) == "2024Z04001"
    assert [str(persoon) for persoon in vragenset.ondertekenaars] == ["minister D.M. van Weel (Justitie en Veiligheid)"]
    assert vragenset.inleiding == f"{zin} worden beantwoord zoals aangegeven in de bijlage."
    assert [m.code for m in lezing.meldingen] == ["brief_van_de_kamer"]
    assert lezing.onverklaard == ()


def test_meldingen_of_the_reader_come_first() -> None:
    eerste = Melding("opmerkingen_in_marge", "set")
    ruw = Ruw(
        (alinea("AH 3"), alinea("Vraag 1"), alinea("A?"), alinea("Antwoord 2"), alinea("Ja.")), meldingen=(eerste,)
    )
    assert [m.code for m in bouw(ruw, "proef").meldingen] == [
        "opmerkingen_in_marge",
        "aanhangsel_zonder_vergaderjaar",
        "vraag_zonder_antwoord",
        "antwoord_zonder_vraag",
    ]
