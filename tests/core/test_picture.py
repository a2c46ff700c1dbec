"""One picture for one page: the same question is asked once, and what is shielded stays out of it."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from kamervragen.core.act import Huis
from kamervragen.core.store.engine import writing
from kamervragen.core.store.picture import Leesbeeld
from kamervragen.mensen.store import gebruikers
from kamervragen.sets.store import afscherming, vragensets
from tests.stukken import VRAGEN, brought
from tests.web.conftest import account_van


@pytest.fixture
def beeld(elk_huis: Huis) -> Leesbeeld:
    brought(elk_huis, VRAGEN)
    account_van(elk_huis, "anna")
    kijkend = elk_huis.met_beeld().beeld
    assert kijkend is not None
    return kijkend


def test_the_same_question_is_asked_once_and_gives_the_same_rows(elk_huis: Huis, beeld: Leesbeeld) -> None:
    gesteld: list[str] = []
    sa.event.listen(elk_huis.engine, "before_cursor_execute", lambda _c, _cur, wat, *_r: gesteld.append(wat))
    sessie, nieuw = beeld.sessie()
    assert nieuw
    eerste = vragensets.vragen(sessie, 1)
    keren = len(gesteld)
    assert [v.label for v in eerste] == ["1", "2", "3"]
    assert vragensets.vragen(beeld.sessie()[0], 1) == eerste
    assert len(gesteld) == keren
    assert vragensets.vragen(sessie, 2) == ()
    assert len(gesteld) == keren + 1, "another question is asked"
    beeld.sluit()


def test_what_is_written_meanwhile_is_not_in_the_picture(elk_huis: Huis, beeld: Leesbeeld) -> None:
    sessie, _ = beeld.sessie()
    voor = gebruikers.alle(sessie)
    account_van(elk_huis, "bram")
    assert gebruikers.alle(sessie) == voor
    beeld.sluit()
    assert len(gebruikers.alle(beeld.sessie()[0])) == len(voor) + 1
    beeld.sluit()


def test_of_a_shielded_set_nothing_is_remembered_for_another(elk_huis: Huis, beeld: Leesbeeld) -> None:
    """The filter of a session is part of its question."""
    with writing(elk_huis.engine) as sessie:
        afscherming.scherm_af(sessie, 1, [], reden="test", actor="test", moment=elk_huis.nu())
    sessie, _ = beeld.sessie()
    assert vragensets.op_sleutel(sessie, "KV-000001") is not None
    afscherming.verberg(sessie, 1)
    assert vragensets.op_sleutel(sessie, "KV-000001") is None
    assert vragensets.vragen(sessie, 1) == ()
    beeld.sluit()
