"""Answers that only point to another one."""

from __future__ import annotations

import pytest

from kamervragen.language.citations.verwijsantwoorden import eigenlijk_antwoord

_ANTWOORDEN = {
    "1": "Zie het antwoord op vraag 2.",
    "2": "Zie het antwoord op vraag 3.",
    "3": "De gemeente gaat over de fietsen.",
    "4": "Zie het antwoord op vraag 5.",
    "5": "Ik verwijs u naar het antwoord op vraag 4.",
    "6": "Zie het antwoord op vraag 9.",
    "7": "Zie ook het antwoord op vraag 3. Daarbij komt dat de gemeente sinds dit jaar zelf een register bijhoudt van alle fietsen in de stad.",
}


@pytest.mark.parametrize(
    ("label", "waar"), [("1", "3"), ("2", "3"), ("3", "3"), ("4", "5"), ("5", "4"), ("6", "6"), ("7", "7"), ("8", "8")]
)
def test_a_reference_is_followed_to_its_end(label: str, waar: str) -> None:
    """Chains are walked, circles and dead ends end the walk, an answer with words of its own is its own."""
    assert eigenlijk_antwoord(label, _ANTWOORDEN) == waar
