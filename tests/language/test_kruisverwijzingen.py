"""Answers that point to each other: links, chains, circles."""

from __future__ import annotations

import pytest

from kamervragen.domain.vragenset import Antwoord, Soort, Vragenset
from kamervragen.language.citations.kruisverwijzingen import hernummerd, verband


def _set(*antwoorden: tuple[str, str]) -> Vragenset:
    """Answers as ('2,3', text)."""
    return Vragenset(
        Soort.ANTWOORD, antwoorden=tuple(Antwoord(tuple(labels.split(",")), tekst) for labels, tekst in antwoorden)
    )


@pytest.mark.parametrize(
    ("antwoorden", "links", "ketens", "kringen"),
    [
        ([("1", "Ja."), ("2", "Nee.")], {}, (), ()),
        ([("1", "Ja."), ("2", "Zie het antwoord op vraag 1.")], {"2": ("1",)}, (), ()),
        (
            [("2", "Zie het antwoord op vraag 6."), ("6", "Zie antwoord 7."), ("7", "Ja.")],
            {"2": ("6",), "6": ("7",)},
            (("2", "6", "7"),),
            (),
        ),
        ([("1", "Zie antwoord 2."), ("2", "Zie antwoord 1.")], {"1": ("2",), "2": ("1",)}, (), (("1", "2"),)),
        ([("1", "Zie het antwoord op vraag 1.")], {"1": ("1",)}, (), (("1",),)),
        ([("1,2", "Zie het antwoord op vraag 2.")], {"1": ("1",)}, (), (("1",),)),
        ([("1", "Zie antwoord 9.")], {}, (), ()),
        (
            [("1", "Zie antwoord 2."), ("2", "Zie antwoord 3."), ("3", "Zie antwoord 2."), ("4", "Zie antwoord 1.")],
            {"1": ("2",), "2": ("3",), "3": ("2",), "4": ("1",)},
            (),
            (("2", "3"),),
        ),
    ],
    ids=["none", "link", "chain", "circle", "itself", "itself in a group", "dead", "chain into a circle"],
)
def test_how_answers_hang_together(
    antwoorden: list[tuple[str, str]],
    links: dict[str, tuple[str, ...]],
    ketens: tuple[tuple[str, ...], ...],
    kringen: tuple[tuple[str, ...], ...],
) -> None:
    gevonden = verband(_set(*antwoorden))
    assert (gevonden.links, gevonden.ketens, gevonden.kringen) == (links, ketens, kringen)


@pytest.mark.parametrize(
    ("was", "wordt"),
    [
        ("Zie het antwoord op vraag 6.", "Zie het antwoord op vraag 3."),
        ("Zie de antwoorden op de vragen 3 tot en met 5 en 6.", "Zie de antwoorden op de vragen 4 tot en met 6 en 3."),
        ("Zie het antwoord op vraag 5 t/m 6.", "Zie het antwoord op vraag 3 en 6."),
        ("Zie antwoord 3 en antwoord 12.", "Zie antwoord 4 en antwoord 12."),
        ("Zoals onder vraag 4 is aangegeven.", "Zoals onder vraag 5 is aangegeven."),
        (
            "Zie Aanhangsel Handelingen, vergaderjaar 2025-2026, nr. 6.",
            "Zie Aanhangsel Handelingen, vergaderjaar 2025-2026, nr. 6.",
        ),
        (
            "Zie het antwoord op vraag 3 van het lid Proef (ABC).",
            "Zie het antwoord op vraag 3 van het lid Proef (ABC).",
        ),
        ("Zie antwoord 13 tot en met 16.", "Zie antwoord 13 tot en met 16."),
        ("Zie het antwoord op vraag 3 van de eerdere set.", "Zie het antwoord op vraag 3 van de eerdere set."),
        ("Zie het antwoord op vraag 3 uit de set 2025Z01234.", "Zie het antwoord op vraag 3 uit de set 2025Z01234."),
        (
            "Zie het antwoord op vraag 3 in de beantwoording van 2 mei.",
            "Zie het antwoord op vraag 3 in de beantwoording van 2 mei.",
        ),
        (
            "Zie het antwoord op vraag 3 van de schriftelijke vragen van het lid B.",
            "Zie het antwoord op vraag 3 van de schriftelijke vragen van het lid B.",
        ),
        (
            "Zie het antwoord op vraag 3 (Aanhangsel Handelingen, vergaderjaar 2025-2026, nr. 12).",
            "Zie het antwoord op vraag 3 (Aanhangsel Handelingen, vergaderjaar 2025-2026, nr. 12).",
        ),
        (
            "Zie het antwoord op vraag 3 en Kamerstuk 33 552, nr. 3.",
            "Zie het antwoord op vraag 4 en Kamerstuk 33 552, nr. 3.",
        ),
    ],
    ids=[
        "one",
        "range and one",
        "range torn apart",
        "one of two",
        "under a question",
        "a number of the Kamer",
        "another set",
        "beyond",
        "an earlier set",
        "by its number",
        "an answering",
        "written questions",
        "by its print",
        "and a paper",
    ],
)
def test_a_reference_follows_its_question(was: str, wordt: str) -> None:
    assert hernummerd(was, {"3": "4", "4": "5", "5": "6", "6": "3"}) == wordt
