"""What is typed in the search box, read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.search.zoekvraag import Deel, Soort, lees_zoekvraag


def _read(tekst: str) -> list[list[tuple[str, str, bool]]]:
    return [[(d.soort.value, d.tekst, d.niet) for d in groep] for groep in lees_zoekvraag(tekst).groepen]


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("gele fietsen", [[("woord", "gele", False)], [("woord", "fietsen", False)]]),
        ('"zo spoedig mogelijk"', [[("zin", "zo spoedig mogelijk", False)]]),
        ("fietsen -bussen", [[("woord", "fietsen", False)], [("woord", "bussen", True)]]),
        ('-"gele fiets"', [[("zin", "gele fiets", True)]]),
        ("kinder*", [[("begin", "kinder*", False)]]),
        (
            "fietsen OR bussen trein",
            [[("woord", "fietsen", False), ("woord", "bussen", False)], [("woord", "trein", False)]],
        ),
        ("e-mail", [[("zin", "e-mail", False)]]),
        ('"niet dicht', [[("zin", "niet dicht", False)]]),
        ("OR", [[("woord", "OR", False)]]),
        ("OR fietsen", [[("woord", "fietsen", False)]]),
        ("", []),
        ('"" - ~ * ( ) : \\', []),
        ("fietsen.", [[("woord", "fietsen", False)]]),
    ],
)
def test_what_was_typed(tekst: str, verwacht: list[list[tuple[str, str, bool]]]) -> None:
    assert _read(tekst) == verwacht


def test_near_keeps_its_distance_and_words_are_folded() -> None:
    ((deel,),) = lees_zoekvraag('"Politie ÍNZET"~5').groepen
    assert deel == Deel(Soort.ZIN, "Politie ÍNZET", ("politie", "inzet"), False, 5)


@pytest.mark.parametrize(("tekst", "leeg"), [("", True), ("-fiets", True), ("fiets -bus", False)])
def test_nothing_to_look_for(tekst: str, leeg: bool) -> None:
    assert lees_zoekvraag(tekst).leeg is leeg


@given(st.text(max_size=200))
def test_nothing_typed_is_an_error(tekst: str) -> None:
    for groep in lees_zoekvraag(tekst).groepen:
        assert groep
        assert all(deel.woorden for deel in groep)
