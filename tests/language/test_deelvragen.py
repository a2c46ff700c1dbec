"""Sub-questions: found one by one, and held against the sentences of the answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamervragen.documents.lees import lees
from kamervragen.language.deelvragen import Dekking, Vraagsoort, deelvragen, dekking


@pytest.mark.parametrize(
    ("vraag", "delen"),
    [
        ("Kent u het bericht?", [("Kent u het bericht?", "gesloten", None)]),
        (
            "Klopt dit, en zo ja, hoe lang al, en zo nee, waarom niet?",
            [("Klopt dit", "gesloten", None), ("hoe lang al", "open", "ja"), ("waarom niet?", "reden", "nee")],
        ),
        (
            "Bent u bereid te komen? Zo nee, waarom niet?",
            [("Bent u bereid te komen?", "gesloten", None), ("waarom niet?", "reden", "nee")],
        ),
        (
            "Hoeveel fietsen verdwenen er vorig jaar en hoe vaak was dat in mei?",
            [("Hoeveel fietsen verdwenen er vorig jaar", "aantal", None), ("hoe vaak was dat in mei?", "aantal", None)],
        ),
        (
            "Hoeveel aangiften zijn er in 2025 gedaan, en in hoeveel van die zaken is vervolgd?",
            [
                ("Hoeveel aangiften zijn er in 2025 gedaan", "aantal", None),
                ("in hoeveel van die zaken is vervolgd?", "aantal", None),
            ],
        ),
        (
            "Welke maatregelen neemt u hiertegen en op welke termijn doet u dat?",
            [("Welke maatregelen neemt u hiertegen", "open", None), ("op welke termijn doet u dat?", "tijd", None)],
        ),
        (
            "Klopt het dat u sprak over geld en met mensen van de gemeente?",
            [("Klopt het dat u sprak over geld en met mensen van de gemeente?", "gesloten", None)],
        ),
        (
            "Welke hulp is er voor wie vertrekt, en vindt u die voldoende?",
            [("Welke hulp is er voor wie vertrekt", "open", None), ("vindt u die voldoende?", "oordeel", None)],
        ),
        (
            "Kunt u aangeven waar en wanneer het gebeurde?",
            [("Kunt u aangeven waar en wanneer het gebeurde?", "gesloten", None)],
        ),
        (
            "Wanneer komt de wet? Kunt u dit toelichten?",
            [("Wanneer komt de wet?", "tijd", None), ("Kunt u dit toelichten?", "toelichting", None)],
        ),
        (
            "Deelt u de mening dat dit zo niet kan? Graag een toelichting.",
            [
                ("Deelt u de mening dat dit zo niet kan?", "oordeel", None),
                ("Graag een toelichting.", "toelichting", None),
            ],
        ),
        ("Binnen welke termijn komt het plan?", [("Binnen welke termijn komt het plan?", "tijd", None)]),
        ("In hoeverre helpt dit?", [("In hoeverre helpt dit?", "open", None)]),
        ("Indien ja, op welke wijze?", [("op welke wijze?", "open", "ja")]),
        ("Een reactie op het rapport", [("Een reactie op het rapport", "gesloten", None)]),
        ("  ", []),
    ],
)
def test_everything_asked_is_found_in_order(vraag: str, delen: list[tuple[str, str, str | None]]) -> None:
    assert [(d.tekst, d.soort.value, d.als) for d in deelvragen(vraag)] == delen
    assert all(vraag[d.begin : d.einde] == d.tekst for d in deelvragen(vraag))


GEVALLEN = [
    # question, answer, what becomes of each part
    ("Kent u het bericht?", "Ja.", ["beantwoord"]),
    (
        "Hoeveel fietsen verdwenen er? Is er sprake van een stijging?",
        "In 2025 verdwenen 312 fietsen.",
        ["beantwoord", "open"],
    ),
    (
        "Hoeveel fietsen verdwenen er? Is er sprake van een stijging?",
        "In 2025 verdwenen 312 fietsen. Dat is een toename van tien procent.",
        ["beantwoord", "beantwoord"],
    ),
    (
        "Hoeveel fietsen verdwenen er?",
        "Het aantal verdwenen fietsen wordt niet landelijk bijgehouden.",
        ["geen_gegevens"],
    ),
    ("Hoeveel fietsen verdwenen er?", "De politie neemt diefstal van fietsen serieus.", ["open"]),
    (
        "Bent u bereid te komen? Zo nee, waarom niet?",
        "Ja, daartoe ben ik bereid.",
        ["beantwoord", "niet_van_toepassing"],
    ),
    ("Bent u bereid te komen? Zo nee, waarom niet?", "Nee.", ["beantwoord", "open"]),
    (
        "Bent u bereid te komen? Zo nee, waarom niet?",
        "Nee, omdat de burgemeester hierover gaat.",
        ["beantwoord", "beantwoord"],
    ),
    (
        "Bent u bereid te komen? Zo ja, wanneer?",
        "Nee, ik zie daarvoor geen aanleiding.",
        ["beantwoord", "niet_van_toepassing"],
    ),
    ("Wanneer komt de wet?", "Het wetsvoorstel gaat in het voorjaar van 2027 naar de Raad van State.", ["beantwoord"]),
    ("Wanneer komt de wet?", "Aan het wetsvoorstel wordt gewerkt.", ["open"]),
    ("Hoe beoordeelt u dit plan?", "Ja.", ["open"]),
    (
        "Welke hulp is er? Acht u die voldoende?",
        "Slachtoffers kunnen terecht bij het meldpunt.",
        ["beantwoord", "open"],
    ),
    (
        "Welke hulp is er? Acht u die voldoende?",
        "Slachtoffers kunnen terecht bij het meldpunt. Ik acht dat voldoende.",
        ["beantwoord", "beantwoord"],
    ),
    ("Wat kost het plan? Wat doet de gemeente?", "Zie het antwoord op vraag 3.", ["verwezen", "verwezen"]),
    ("Klopt dit? Kunt u dit toelichten?", "Dat klopt.", ["beantwoord", "open"]),
    (
        "Klopt dit? Kunt u dit toelichten?",
        "Dat klopt. De gemeente heeft vorig jaar een nieuwe verordening vastgesteld.",
        ["beantwoord", "beantwoord"],
    ),
    ("Klopt dit? Zo ja, hoe?", "Dat klopt. De gemeente gaat erover.", ["beantwoord", "beantwoord"]),
]


@pytest.mark.parametrize(("vraag", "antwoord", "verwacht"), GEVALLEN)
def test_each_part_is_held_against_the_answer(vraag: str, antwoord: str, verwacht: list[str]) -> None:
    gevonden = dekking(vraag, antwoord)
    assert [g.dekking.value for g in gevonden] == verwacht
    for gedekt in gevonden:
        assert bool(gedekt.zinnen) is (gedekt.dekking is not Dekking.OPEN)
        assert all(antwoord[z.begin : z.einde] == z.tekst for z in gedekt.zinnen)


def test_without_an_answer_everything_is_open() -> None:
    assert {(g.dekking, g.waarom) for g in dekking("Klopt dit? Zo nee, waarom niet?", " ")} == {
        (Dekking.OPEN, "geen_antwoord")
    }


def test_an_answer_to_several_questions_proves_nothing_by_being_there() -> None:
    vraag, antwoord = "Is de brug gesloten?", "De weg is hersteld."
    assert dekking(vraag, antwoord)[0].dekking is Dekking.BEANTWOORD
    assert dekking(vraag, antwoord, gedeeld=True)[0].dekking is Dekking.OPEN


@pytest.mark.corpus
def test_in_the_seed_two_parts_are_open_and_two_without_figures(corpus: Path) -> None:
    (bestand,) = (corpus / "seed").glob("*.txt")
    vragenset = lees(bestand.read_bytes(), bestand.name).vragenset
    gevonden = [
        (vraag.label, gedekt.dekking.value, gedekt.deelvraag.soort)
        for vraag in vragenset.vragen
        if (antwoord := vragenset.antwoord_op(vraag.label))
        for gedekt in dekking(vraag.tekst, antwoord.tekst)
    ]
    assert len(gevonden) == 15
    assert [g for g in gevonden if g[1] != "beantwoord"] == [
        ("3", "geen_gegevens", Vraagsoort.AANTAL),
        ("3", "open", Vraagsoort.GESLOTEN),
        ("6", "geen_gegevens", Vraagsoort.AANTAL),
        ("9", "open", Vraagsoort.OORDEEL),
    ]
