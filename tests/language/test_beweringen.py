"""Sentences that may contradict each other, and sentences that do not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kamervragen.documents.lees import lees
from kamervragen.language.beweringen import Bewering, Strijd, beweringen, binnen, strijdig

OP = date(2026, 6, 8)


def van(*teksten: str) -> list[Bewering]:
    return [b for nummer, tekst in enumerate(teksten, 1) for b in beweringen(tekst, str(nummer), geschreven=OP)]


def soorten(gevonden: tuple[Strijd, ...]) -> list[tuple[str, tuple[str, str]]]:
    return [(s.soort.value, s.woorden) for s in gevonden]


STRIJD = [
    (
        "In de periode tot en met 2030 is de opgave 900.000 woningen.",
        "De opgave is in de periode tot en met 2030 inmiddels 981.000 woningen.",
        "getal",
    ),
    (
        "Het meldpunt sprak met ruim 200 unieke chatters.",
        "Het meldpunt had contact met ruim 200 hulpvragers.",
        "zelfde_getal",
    ),
    (
        "De boete bedraagt ten minste 500 euro voor elke overtreding.",
        "De boete bedraagt hooguit 500 euro voor elke overtreding.",
        "grens",
    ),
    (
        "De inspectie heeft signalen ontvangen van misstanden bij kwekers.",
        "De inspectie heeft geen signalen ontvangen van misstanden bij kwekers.",
        "polariteit",
    ),
    (
        "Het wetsvoorstel gaat voor de zomer van 2026 in consultatie bij gemeenten.",
        "Het wetsvoorstel gaat in het najaar van 2027 in consultatie bij gemeenten.",
        "datum",
    ),
    (
        "Over toelating van gewasbescherming besluit de minister van Landbouw.",
        "Over toelating van gewasbescherming besluit de minister van Infrastructuur.",
        "verantwoordelijke",
    ),
]


@pytest.mark.parametrize(("een", "ander", "soort"), STRIJD)
def test_two_sentences_that_do_not_say_the_same(een: str, ander: str, soort: str) -> None:
    (gevonden,) = binnen(van(een, ander))
    assert (gevonden.soort.value, gevonden.een.zin, gevonden.ander.zin) == (soort, een, ander)
    assert binnen(van(een, een)) == ()


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("In 2025 verdwenen ruim 200 fietsen in de stad.", "In 2025 verdwenen 212 fietsen in de stad."),
        ("Er zijn 12 agenten in de wijk aan het werk.", "De wijk heeft 40 bankjes."),
        ("Ik deel de zorgen over de opvang niet.", "Het wetsvoorstel wordt aangeboden aan de Kamer."),
        (
            "Het rapport verschijnt in juni 2026 bij de inspectie.",
            "Het rapport verschijnt voor de zomer van 2026 bij de inspectie.",
        ),
        ("Zie het antwoord op vraag 3.", "Zie het antwoord op vraag 4."),
        ("Kamerstuk 33552, nr. 124 gaat over slachtoffers.", "Kamerstuk 28345, nr. 285 gaat over slachtoffers."),
    ],
)
def test_sentences_that_agree_or_speak_of_other_things_give_no_hint(een: str, ander: str) -> None:
    assert binnen(van(een, ander)) == ()


def test_one_answer_does_not_contradict_itself_and_sets_are_compared_apart() -> None:
    een, ander, _ = STRIJD[3]
    assert binnen(van(f"{een} {ander}")) == ()
    eerder = beweringen(ander, "2024Z00001, vraag 2", geschreven=date(2024, 3, 1))
    assert [s.soort.value for s in strijdig(van(een), eerder)] == ["polariteit"]
    assert strijdig(van(een), beweringen(een, "elders", geschreven=OP)) == ()


def test_within_another_set_the_same_figure_for_another_thing_is_no_hint() -> None:
    een, ander, _ = STRIJD[1]
    assert strijdig(van(een), beweringen(ander, "elders", geschreven=OP)) == ()


@pytest.mark.corpus
def test_the_seed_uses_one_figure_for_two_things(corpus: Path) -> None:
    (bestand,) = (corpus / "seed").glob("*.txt")
    vragenset = lees(bestand.read_bytes(), bestand.name).vragenset
    alle = [b for a in vragenset.antwoorden for b in beweringen(a.tekst, a.labels[0], geschreven=OP)]
    assert soorten(binnen(alle)) == [
        ("zelfde_getal", ("ruim 200 unieke chatters", "ruim 200 hulpvragers contact geweest"))
    ]
