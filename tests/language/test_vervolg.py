"""A question that follows up on an earlier answer."""

from __future__ import annotations

from datetime import date

import pytest

from kamervragen.language.citations.vervolg import Vervolg, vervolg


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Kunt u uw antwoord op vraag 2 van 2026Z00101 toelichten?", Vervolg(("2",), "2026Z00101", None)),
        (
            "Herinnert u zich uw antwoorden op de vragen 3 en 4 van 12 mei 2026 over fietsen?",
            Vervolg(("3", "4"), None, date(2026, 5, 12)),
        ),
        (
            "Wat bedoelt u in het antwoord op vraag 1a (Aanhangsel Handelingen, vergaderjaar 2025-2026, nr. 1601)?",
            Vervolg(("1a",), "ah-tk-20252026-1601", None),
        ),
        (
            "Kent u uw beantwoording van mijn eerdere schriftelijke vragen d.d. 3 maart 2025?",
            Vervolg((), None, date(2025, 3, 3)),
        ),
    ],
)
def test_what_a_question_follows_up_on(tekst: str, verwacht: Vervolg) -> None:
    assert vervolg(tekst) == (verwacht,)


def test_the_number_may_stand_in_a_note() -> None:
    tekst = "Hoe verhoudt dit zich tot uw antwoord op vraag 6 van eerdere vragen?[^b2]"
    noten = {
        "b2": "Aanhangsel Handelingen, vergaderjaar 2024-2025, nr. 12",
        "b3": "Aanhangsel Handelingen, vergaderjaar 2023-2024, nr. 9",
    }
    assert vervolg(tekst, noten) == (Vervolg(("6",), "ah-tk-20242025-12", None),)
    assert vervolg(tekst) == ()


@pytest.mark.parametrize(
    "tekst", ["", "Zie het antwoord op vraag 6.", "Wat is uw antwoord?", "Hoeveel vragen kreeg u op 3 mei 2026?"]
)
def test_what_names_no_earlier_set_is_none(tekst: str) -> None:
    assert vervolg(tekst) == ()
