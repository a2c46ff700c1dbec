"""The same promise said again, and two that only look alike."""

from __future__ import annotations

from datetime import date

import pytest

from kamervragen.language.promises.herhaling import eerste_gelijke, is_herhaling

ZOMER = date(2026, 7, 2)
BRIEF = "Ik stuur uw Kamer voor de zomer een brief over de verdwenen fietsen."


@pytest.mark.parametrize(
    ("zin", "einde", "gelijk"),
    [
        ("Zoals gezegd ontvangt uw Kamer voor de zomer een brief over de verdwenen fietsen.", ZOMER, True),
        ("Die brief over verdwenen fietsen zal ik uw Kamer sturen.", None, True),
        ("Ik stuur uw Kamer een brief over de verdwenen fietsen.", date(2026, 9, 1), False),
        ("Ik stuur uw Kamer voor de zomer een verkenning van de havens.", ZOMER, False),
        ("Ik zal uw Kamer daarover informeren.", ZOMER, False),
    ],
)
def test_a_repeat_has_the_same_matter_and_no_other_day(zin: str, einde: date | None, gelijk: bool) -> None:
    assert is_herhaling(zin, einde, BRIEF, ZOMER) is gelijk


def test_a_sentence_that_tells_nothing_repeats_only_itself() -> None:
    leeg = "Ik zal uw Kamer daarover informeren."
    assert is_herhaling(leeg, None, leeg, None)
    assert eerste_gelijke(leeg, None, [(BRIEF, ZOMER), (leeg, None)]) == 1
    assert eerste_gelijke(leeg, None, [(BRIEF, ZOMER)]) is None
