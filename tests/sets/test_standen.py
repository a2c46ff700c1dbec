"""What stands beside a set is derived anew when a rule changes, for shielded sets too. That every act keeps it up is
asked at the end of every other test, by the house itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kamervragen.beheer import recessen
from kamervragen.core.act import Huis
from kamervragen.core.actor import OPDRACHTREGEL
from kamervragen.core.store.engine import reading, writing
from kamervragen.jobs import catch_up
from kamervragen.register import herberekening
from kamervragen.sets import bord, standen
from kamervragen.sets.standrows import SetstandRij
from tests.conftest import verouderde_standen
from tests.stukken import VRAGEN, brought


def _laatste_dag(huis: Huis) -> date | None:
    with reading(huis.engine) as sessie:
        return sessie.get_one(SetstandRij, 1).laatste_dag


def test_another_setting_is_another_standing(huis: Huis) -> None:
    brought(huis, VRAGEN)  # sent in on Monday 11 May 2026: the last day is 1 June
    assert _laatste_dag(huis) == date(2026, 6, 1)
    anders = replace(huis, settings=huis.settings.model_copy(update={"opschorten_in_reces": True}))
    with writing(anders.engine) as sessie:
        assert not standen.zijn_bij(sessie, anders.settings)
    recessen.voeg_toe(
        anders, OPDRACHTREGEL, naam="verkiezingsreces", begin=date(2026, 5, 18), einde=date(2026, 5, 22), bron="brief"
    )
    assert _laatste_dag(anders) == date(2026, 6, 6), "an open term that moves is moved with the act itself"
    assert catch_up(anders, names=(herberekening.TAAK,)) == 1
    with writing(huis.engine) as sessie:
        assert standen.zijn_bij(sessie, anders.settings)
    assert (herberekening.herbouw(huis), herberekening.herbouw(huis)) == (1, 0)
    assert _laatste_dag(huis) == date(2026, 6, 1)


def test_a_recess_leaves_the_house_to_the_worker_and_the_board_says_so(
    huis: Huis, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The act writes what it changes; every set is then looked at in many short transactions."""
    monkeypatch.setattr(herberekening, "TEGELIJK", 2)
    for n in range(5):
        brought(huis, VRAGEN.replace("2026Z00101", f"2026Z0010{n}").replace("gele", f"gele {n}"))
    recessen.voeg_toe(
        huis, OPDRACHTREGEL, naam="verkiezingsreces", begin=date(2026, 5, 18), einde=date(2026, 5, 22), bron="brief"
    )
    assert bord.blad(huis, OPDRACHTREGEL, bord.Filter()).wordt_herberekend
    gehoord: list[tuple[int, int]] = []
    herberekening.herbouw(huis, lambda gedaan, totaal: gehoord.append((gedaan, totaal)))
    assert gehoord == [(0, 5), (2, 5), (4, 5), (5, 5)]
    assert not bord.blad(huis, OPDRACHTREGEL, bord.Filter()).wordt_herberekend


@pytest.mark.om_de_deur
def test_the_check_of_the_house_sees_a_standing_that_is_not_kept_up(huis: Huis) -> None:
    """The control: without it the question at the end of every test would prove nothing."""
    brought(huis, VRAGEN)
    assert verouderde_standen(huis) == []
    with writing(huis.engine) as sessie:
        sessie.get_one(SetstandRij, 1).vragen += 1
    assert verouderde_standen(huis) == [1]
